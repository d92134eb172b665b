package address

import "net/url"

// Site returns the address that redirects to the site's current stage.
func Site(site string) string { return Sites + "/" + site }

// SiteSettings returns the address of the settings of a site.
func SiteSettings(site string) string { return Site(site) + "/settings" }

// Sectors returns the address of the form that adds a sector.
func Sectors(site string) string { return Site(site) + "/sectors" }

// DeleteSite returns the address of the form that deletes the site.
func DeleteSite(site string) string { return Site(site) + "/delete" }

// Waivers returns the address of the form that waives a check of a gate.
func Waivers(site, gate string) string { return Site(site) + "/gates/" + gate + "/waivers" }

// Facts returns the address of the facts and the voice of a site.
func Facts(site string) string { return Site(site) + "/facts" }

// Fact returns the address of the form that changes a fact.
func Fact(site, id string) string { return Facts(site) + "/" + id }

// RemoveFact returns the address of the form that deletes a fact.
func RemoveFact(site, id string) string { return Fact(site, id) + "/remove" }

// ForgetFact returns the address of the form that stops the search for texts that state a former fact.
func ForgetFact(site, id string) string { return Facts(site) + "/former/" + id + "/forget" }

// Voice returns the address of the form that saves the voice of a site.
func Voice(site string) string { return Site(site) + "/voice" }

// Stage returns the address of the first screen of a stage. The stage has the name of its gate.
func Stage(site, stage string) string { return Site(site) + "/" + stage }

// Builder returns the address of the Site Builder at the furthest step.
func Builder(site string) string { return Site(site) + "/builder" }

// BuilderStep returns the address of a step of the Site Builder and of its form.
func BuilderStep(site, step string) string { return Builder(site) + "/" + step }

// ProposePages returns the address of the form that proposes the pages missing in the blueprint.
func ProposePages(site string) string { return Builder(site) + "/propose" }

// AddPage returns the address of the form that adds a page to the blueprint.
func AddPage(site string) string { return Builder(site) + "/page" }

// ApproveBlueprint returns the address of the form that approves the blueprint.
func ApproveBlueprint(site string) string { return Builder(site) + "/approve" }

// Publish returns the address of the last stage.
func Publish(site string) string { return Site(site) + "/publish" }

// PreviewRelease returns the address of the preview of a release.
func PreviewRelease(site, id string) string { return Publish(site) + "/releases/" + id + "/preview" }

// ActivateRelease returns the address of the form that makes a release the live one.
func ActivateRelease(site, id string) string { return Publish(site) + "/releases/" + id + "/activate" }

// Images returns the address of the library of pictures.
func Images(site string) string { return Site(site) + "/images" }

// Image returns the address of a picture with its variants.
func Image(site, id string) string { return Images(site) + "/" + id }

// ImageFile returns the address of a file of a picture.
func ImageFile(site, id, file string) string {
	return Image(site, id) + "/files/" + url.PathEscape(file)
}

// ImageAction returns the address of an action on a picture: make, choose, cut, upload or remove.
func ImageAction(site, id, action string) string { return Image(site, id) + "/" + action }

package address

import "net/url"

// Site returns the stage at which the site goes on.
func Site(site string) string { return Sites + "/" + site }

// SiteSettings returns the settings of a site.
func SiteSettings(site string) string { return Site(site) + "/settings" }

// Sectors takes a new sector.
func Sectors(site string) string { return Site(site) + "/sectors" }

// DeleteSite asks whether the site is to be deleted.
func DeleteSite(site string) string { return Site(site) + "/delete" }

// Waivers takes the waiver of a check of a gate.
func Waivers(site, gate string) string { return Site(site) + "/gates/" + gate + "/waivers" }

// Facts returns the facts and the voice of a site.
func Facts(site string) string { return Site(site) + "/facts" }

// Fact takes the change of a fact.
func Fact(site, id string) string { return Facts(site) + "/" + id }

// RemoveFact deletes a fact.
func RemoveFact(site, id string) string { return Fact(site, id) + "/remove" }

// ForgetFact stops the search for texts that state a former fact.
func ForgetFact(site, id string) string { return Facts(site) + "/former/" + id + "/forget" }

// Voice takes the voice of a site.
func Voice(site string) string { return Site(site) + "/voice" }

// Stage returns the first screen of a stage, which is named as its gate is.
func Stage(site, stage string) string { return Site(site) + "/" + stage }

// Builder returns the Site Builder at the furthest step.
func Builder(site string) string { return Site(site) + "/builder" }

// BuilderStep returns a step of the Site Builder, and takes its form.
func BuilderStep(site, step string) string { return Builder(site) + "/" + step }

// ProposePages proposes the pages that are missing in the blueprint.
func ProposePages(site string) string { return Builder(site) + "/propose" }

// AddPage adds a page to the blueprint.
func AddPage(site string) string { return Builder(site) + "/page" }

// ApproveBlueprint approves the blueprint.
func ApproveBlueprint(site string) string { return Builder(site) + "/approve" }

// Publish returns the last stage.
func Publish(site string) string { return Site(site) + "/publish" }

// PreviewRelease shows the files of a release.
func PreviewRelease(site, id string) string { return Publish(site) + "/releases/" + id + "/preview" }

// ActivateRelease makes a release the live one.
func ActivateRelease(site, id string) string { return Publish(site) + "/releases/" + id + "/activate" }

// Images returns the library of pictures.
func Images(site string) string { return Site(site) + "/images" }

// Image returns a picture with its variants.
func Image(site, id string) string { return Images(site) + "/" + id }

// ImageFile returns a file of a picture.
func ImageFile(site, id, file string) string {
	return Image(site, id) + "/files/" + url.PathEscape(file)
}

// ImageAction changes a picture: make, choose, cut, upload or remove.
func ImageAction(site, id, action string) string { return Image(site, id) + "/" + action }

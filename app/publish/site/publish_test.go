package site_test

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/config"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/images/picture"
	"igny8/app/publish"
	"igny8/app/publish/renderer"
	"igny8/app/publish/site"
	"igny8/app/runs"
	"igny8/app/writer"

	"gorm.io/gorm"
)

// desk is a site whose first release is live.
type desk struct {
	*apptest.World
	*testing.T
	things apptest.Things
	owner  context.Context
	root   string // of the site's releases
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	dir := ""
	w := apptest.New(t, func(c *config.Config) { dir = c.SitesDir })
	d := &desk{World: w, T: t, owner: w.Ctx(accountstest.Owner)}
	d.things = w.Furnish()
	d.root = filepath.Join(dir, d.things.Site)
	return d
}

// publish publishes the site and returns the error of the run.
func (d *desk) publish() (site.Release, error) {
	return d.finish(d.Releases.StartPublish(d.owner, d.things.Site))
}

// build builds the site and does not let it go live.
func (d *desk) build() (site.Release, error) {
	return d.finish(d.Releases.StartBuild(d.owner, d.things.Site))
}

func (d *desk) finish(run runs.Run, err error) (site.Release, error) {
	if err != nil {
		return site.Release{}, err
	}
	if run, err = d.Runs.Wait(d.owner, run.ID); err != nil {
		return site.Release{}, err
	}
	if run.Phase != runs.PhaseDone {
		return site.Release{}, fault.New(fault.Conflict, "%s", run.Message)
	}
	id, err := d.Releases.OfRun(d.owner, run.ID)
	if err != nil {
		return site.Release{}, err
	}
	return d.Releases.Get(d.owner, id)
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// rewrite changes the first content, and approves the change if approve is true.
func (d *desk) rewrite(text string, approve bool) writer.Content {
	d.Helper()
	c, err := d.Writer.Content(d.owner, d.things.Content)
	d.must(err)
	document := blocks.Document{{ID: "p1", Type: blocks.TypeParagraph, Text: text}}
	c, err = d.Writer.Save(d.owner, c.ID, writer.Change{Revision: c.Revision, Blocks: &document})
	d.must(err)
	if approve {
		_, err = d.Writer.Submit(d.owner, c.ID, c.Revision)
		d.must(err)
		c, err = d.Writer.Approve(d.owner, c.ID, c.Revision)
		d.must(err)
	}
	return c
}

// live returns the page of the first content as visitors get it.
func (d *desk) live() string {
	d.Helper()
	c, err := d.Writer.Content(d.owner, d.things.Content)
	d.must(err)
	page, err := d.Pages.Get(d.owner, c.PageID)
	d.must(err)
	data, err := os.ReadFile(filepath.Join(d.root, "live", page.Path, "index.html"))
	d.must(err)
	return string(data)
}

// current reports whether the live site is what is approved. Gate and preflight must agree.
func (d *desk) current() bool {
	d.Helper()
	g, err := d.Publish.Gate(d.owner, d.things.Site)
	d.must(err)
	p, err := d.Releases.Preflight(d.owner, d.things.Site)
	d.must(err)
	for _, check := range g.Checks {
		if check.Key == "current" && check.OK == (len(p.Changes) == 0) {
			return check.OK
		}
	}
	d.Fatalf("the gate says %+v, the preflight %+v", g.Checks, p.Changes)
	return false
}

func TestPublishingIsRefused(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	var closed *gates.Closed
	if _, err := d.Releases.StartPublish(d.owner, d.OtherSite); !errors.As(err, &closed) {
		t.Errorf("a site without content: %v, want the Writer's gate", err)
	}
	build := filepath.Join(d.root, "live", "index.html")
	d.must(os.Chmod(build, 0o644))
	d.must(os.WriteFile(build, []byte("somebody was here"), 0o600))
	if _, err := d.Releases.Activate(d.owner, d.things.Release); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a release whose files were changed: %v", err)
	}
	for name, call := range map[string]func() error{
		"publish":  func() error { _, err := d.Releases.StartPublish(d.Foreign, d.things.Site); return err },
		"build":    func() error { _, err := d.Releases.StartBuild(d.Foreign, d.things.Site); return err },
		"activate": func() error { _, err := d.Releases.Activate(d.Foreign, d.things.Release); return err },
		"release":  func() error { _, err := d.Releases.Get(d.Foreign, d.things.Release); return err },
		"releases": func() error { _, err := d.Releases.List(d.Foreign, d.things.Site); return err },
		"look":     func() error { _, err := d.Releases.Preflight(d.Foreign, d.things.Site); return err },
		"gate":     func() error { _, err := d.Publish.Gate(d.Foreign, d.things.Site); return err },
		"preview":  func() error { _, err := d.Releases.PreviewPath(d.Foreign, d.things.Release, time.Now()); return err },
	} {
		if err := call(); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s by the other account: %v, want not found", name, err)
		}
	}
}

func TestPublishShowsTheApprovedRevision(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if !d.current() {
		t.Fatal("after the first publish what is approved is not live")
	}
	again, err := d.publish()
	if err != nil || again.ID != d.things.Release {
		t.Errorf("publishing without a change made release %d, %v", again.Number, err)
	}

	d.rewrite("Nobody has read this yet.", false)
	if _, err := d.publish(); err != nil || strings.Contains(d.live(), "Nobody has read") || !d.current() {
		t.Errorf("a draft was published, %v", err)
	}

	c := d.rewrite("The hose is green.", true)
	if d.current() {
		t.Error("an approved change is said to be live")
	}
	second, err := d.publish()
	d.must(err)
	if second.Number != 2 || !second.Live || !strings.Contains(d.live(), "The hose is green.") || !d.current() {
		t.Errorf("published release %+v", second)
	}
	if c, err = d.Writer.Content(d.owner, c.ID); err != nil || c.State != writer.ContentPublished {
		t.Errorf("the content is %s, %v", c.State, err)
	}

	first, err := d.Releases.Activate(d.owner, d.things.Release)
	if err != nil || !first.Live || strings.Contains(d.live(), "The hose is green.") || d.current() {
		t.Errorf("rolled back to %+v, %v", first, err)
	}
	if c, err = d.Writer.Content(d.owner, c.ID); err != nil || c.State != writer.ContentApproved {
		t.Errorf("after the roll back the content is %s, %v", c.State, err)
	}
	list, err := d.Releases.List(d.owner, d.things.Site)
	if err != nil || len(list) != 2 || list[0].Live || !list[1].Live {
		t.Errorf("releases %+v, %v", list, err)
	}
	if third, err := d.publish(); err != nil || third.ID != second.ID || !d.current() {
		t.Errorf("publishing after the roll back: %+v, %v", third, err)
	}
}

// TestPublishingTogetherMakesOneRelease lets several people publish the same state of a site at the same moment.
func TestPublishingTogetherMakesOneRelease(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.rewrite("The hose is green.", true)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, err := d.finish(runs.Joined(d.Releases.StartPublish(d.owner, d.things.Site))); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	list, err := d.Releases.List(d.owner, d.things.Site)
	d.must(err)
	if len(list) != 2 || !list[0].Live || list[0].Number != 2 || !d.current() {
		t.Errorf("releases %+v", list)
	}
}

// TestPublishRefusesToReplaceANewerRelease publishes although another release went live after the build began.
func TestPublishRefusesToReplaceANewerRelease(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	destination, err := d.Releases.Destination(d.owner, d.things.Site)
	d.must(err)
	apply := func(meanwhile func()) error {
		snapshot, err := d.Publish.Snapshot(d.owner, d.things.Site)
		d.must(err)
		job := publish.Job{
			RunID: database.NewID(), Destination: destination, Snapshot: snapshot, Live: true,
			Progress: func(float64, string) {},
		}
		outcome, err := d.Releases.Apply(d.owner, job)
		d.must(err)
		meanwhile()
		_, err = d.publish()
		d.must(err)
		return d.DB.Tx(d.owner, func(tx *gorm.DB) error { return outcome.Save(d.owner, tx) })
	}
	d.rewrite("The hose is blue.", true)
	if err := apply(func() { d.rewrite("The hose is green.", true) }); fault.KindOf(err) != fault.Conflict || !strings.Contains(d.live(), "green") || !d.current() {
		t.Errorf("publishing over what somebody else published: %v", err)
	}
	d.rewrite("The hose is red.", true)
	if err := apply(func() {}); err != nil {
		t.Errorf("publishing what is live already: %v", err)
	}
}

// TestRowsAgreeWithTheLiveRelease checks that the rows agree with the live release, whichever came last.
func TestRowsAgreeWithTheLiveRelease(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.rewrite("The hose is green.", true)
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			_, err := d.Releases.Activate(d.owner, d.things.Release)
			if i%2 == 0 {
				_, err = d.publish()
			}
			if err != nil && fault.KindOf(err) != fault.Conflict {
				t.Error(err)
			}
		})
	}
	all.Wait()
	d.agrees()
}

// agrees checks that publications and contents agree with the live release.
func (d *desk) agrees() {
	d.Helper()
	list, err := d.Releases.List(d.owner, d.things.Site)
	d.must(err)
	at := slices.IndexFunc(list, func(r site.Release) bool { return r.Live })
	if at < 0 {
		d.Fatal("nothing is live")
	}
	for _, shown := range list[at].Contents {
		var p publish.Publication
		d.must(d.DB.Read(d.owner).Take(&p, "content_id = ?", shown.ContentID).Error)
		if p.Revision != shown.Revision || p.RemoteState != publish.PublicationLive || p.RemoteID != shown.Path {
			d.Errorf("live is %+v, the publication says %+v", shown, p)
		}
		c, err := d.Writer.Content(d.owner, shown.ContentID)
		d.must(err)
		if published := c.State == writer.ContentPublished; published != (c.ApprovedRevision != nil &&
			*c.ApprovedRevision == shown.Revision) {
			d.Errorf("revision %d is live, %v approved, and the content is %s", shown.Revision, *c.ApprovedRevision, c.State)
		}
	}
}

// TestPublishRepairsACrashAfterTheSwitch leaves a switch that no row records. Publishing again repairs it.
func TestPublishRepairsACrashAfterTheSwitch(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.rewrite("The hose is green.", true)
	second, err := d.build()
	d.must(err)
	if second.Live || strings.Contains(d.live(), "green") {
		t.Fatal("a build went live by itself")
	}
	d.must(renderer.Activate(d.root, second.Build))
	gate, err := d.Publish.Gate(d.owner, d.things.Site)
	if err != nil || gate.Passed {
		t.Errorf("the gate passes although its rows do not say what is live: %v", err)
	}
	_, err = d.publish()
	d.must(err)
	d.agrees()
}

// TestEqualTitlesAreNumbered publishes a page that has the same title as another.
func TestEqualTitlesAreNumbered(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c := d.rewrite("The hose is green.", false)
	title := "Alpha guide"
	c, err := d.Writer.Save(d.owner, c.ID, writer.Change{Revision: c.Revision, Title: &title})
	d.must(err)
	c, err = d.Writer.Submit(d.owner, c.ID, c.Revision)
	d.must(err)
	_, err = d.Writer.Approve(d.owner, c.ID, c.Revision)
	d.must(err)
	_, err = d.publish()
	d.must(err)
	if page := d.live(); !strings.Contains(page, "<title>Alpha guide (2)") || strings.Contains(page, ">Alpha guide (2)</h1>") {
		t.Errorf("the page is called %s", page)
	}
	if _, err := os.Stat(filepath.Join(d.root, "live", "contact")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a contact page of a business that cannot be reached: %v", err)
	}
}

func TestDeletedSiteIsGone(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if err := d.Publish.DeleteSite(d.Foreign, d.things.Site); fault.KindOf(err) != fault.NotFound || !d.Releases.Serves(d.things.Site+".sites.example") {
		t.Fatalf("deleted by the other account: %v", err)
	}
	d.must(d.Publish.DeleteSite(d.owner, d.things.Site))
	if _, err := os.Stat(d.root); !errors.Is(err, fs.ErrNotExist) || d.Releases.Serves(d.things.Site+".sites.example") {
		t.Errorf("its files are still there: %v", err)
	}
}

// TestInterruptedBuildIsIgnored leaves what a crash would leave: files without a row, and half a build.
func TestInterruptedBuildIsIgnored(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	before := d.live()
	unfinished := filepath.Join(d.root, "releases", ".building-crashed", "site")
	d.must(os.MkdirAll(unfinished, 0o750))
	d.must(os.WriteFile(filepath.Join(unfinished, "index.html"), []byte("half"), 0o600))
	if d.live() != before {
		t.Error("a half build is live")
	}
	if err := renderer.Verify(d.root, ".building-crashed"); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a half build is a release: %v", err)
	}
	d.rewrite("The hose is green.", true)
	if _, err := d.publish(); err != nil || !strings.Contains(d.live(), "green") {
		t.Errorf("publishing after a crash: %v", err)
	}
}

func TestPreviewShowsOnlyItsBuild(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	now := time.Now()
	address, err := d.Releases.PreviewPath(d.owner, d.things.Release, now)
	d.must(err)
	token, other := strings.Trim(strings.TrimPrefix(address, "/preview/"), "/"), "x"
	if strings.HasSuffix(token, other) {
		other = "y"
	}
	for name, c := range map[string]struct {
		token string
		at    time.Time
	}{
		"no signature":      {strings.Join(strings.Split(token, "~")[:3], "~"), now},
		"another signature": {token[:len(token)-1] + other, now},
		"another site":      {strings.Replace(token, d.things.Site, d.OtherSite, 1), now},
		"run out":           {token, now.Add(13 * time.Hour)},
		"nothing":           {"", now},
	} {
		if _, err := d.Releases.Preview(c.token, "", c.at); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: %v, want not found", name, err)
		}
	}
	secret := filepath.Join(d.root, "secret.txt")
	d.must(os.WriteFile(secret, []byte("secret"), 0o600))
	for _, file := range []string{"../secret.txt", "../../../secret.txt", "/../../../secret.txt", "..\\secret.txt", "x\x00y", strings.Repeat("../", 40) + "etc/passwd"} {
		p, err := d.Releases.Preview(token, file, now)
		if err != nil || p.Found || strings.Contains(string(p.Data), "secret") {
			t.Errorf("%q: found %v, %v", file, p.Found, err)
		}
	}
	d.must(os.Symlink(secret, filepath.Join(d.root, "live", "link.txt")))
	d.must(os.Symlink(d.root, filepath.Join(d.root, "live", "up")))
	for _, file := range []string{"link.txt", "up/secret.txt", "up/releases/"} {
		if p, err := d.Releases.Preview(token, file, now); err != nil || p.Found || strings.Contains(string(p.Data), "secret") {
			t.Errorf("by a link, %q: found %v, %v", file, p.Found, err)
		}
	}
	p, err := d.Releases.Preview(token, "", now)
	d.must(err)
	if !p.Found || !strings.HasPrefix(p.Type, "text/html") || !strings.Contains(string(p.Data), `href="/preview/`+token+`/`) || strings.Contains(string(p.Data), `href="/"`) {
		t.Errorf("the home page: %v, %v", p.Found, err)
	}
}

// TestPreviewRefusesPathsOutOfTheBuild requests paths out of a build that a browser would normalise.
func TestPreviewRefusesPathsOutOfTheBuild(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	address, err := d.Releases.PreviewPath(d.owner, d.things.Release, time.Now())
	d.must(err)
	d.must(os.WriteFile(filepath.Join(d.root, "secret.txt"), []byte("secret"), 0o600))
	visitor := d.Browse("")
	for _, way := range []string{
		"%2e%2e/%2e%2e/%2e%2e/secret.txt", "..%2f..%2f..%2fsecret.txt", "%252e%252e/secret.txt", "..%5c..%5csecret.txt", "%00", "x%00.html",
		"....//secret.txt", "/etc/passwd", "%2fetc%2fpasswd", "%ff", "../release.json",
	} {
		if reply := visitor.Get(address + way); reply.Status != http.StatusNotFound || strings.Contains(reply.Body, "secret") || strings.Contains(reply.Body, "root:") {
			t.Errorf("%s: status %d", way, reply.Status)
		}
	}
	altered := strings.Replace(address, "~", "~x", 1)
	for path, want := range map[string]int{address: http.StatusOK, altered: http.StatusNotFound, "/preview/": http.StatusNotFound, "/preview/x/y": http.StatusNotFound} {
		reply := visitor.Get(path)
		if reply.Status != want {
			t.Errorf("%s: status %d, want %d", path, reply.Status, want)
		}
		if want != http.StatusOK {
			continue
		}
		policy := reply.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "sandbox") || strings.Contains(policy, "allow-scripts") || strings.Contains(policy, "allow-same-origin") || reply.Header.Get("Set-Cookie") != "" {
			t.Errorf("the preview stands under %q with the cookies %q", policy, reply.Header.Get("Set-Cookie"))
		}
	}
}

// TestReleaseKeepsItsPictures publishes a text with a picture. The release keeps the picture's files when the picture is
// cropped again.
func TestReleaseKeepsItsPictures(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	c, err := d.Writer.Content(d.owner, d.things.Content)
	d.must(err)
	doc := append(blocks.Document{{Type: blocks.TypeImage, ImageID: d.things.Image, Alt: "A hose in the grass", Caption: "Ours"}}, c.Blocks...)
	c, err = d.Writer.Save(d.owner, c.ID, writer.Change{Revision: c.Revision, Blocks: &doc})
	d.must(err)
	_, err = d.Writer.Approve(d.owner, c.ID, c.Revision)
	d.must(err)
	_, err = d.publish()
	d.must(err)
	page := d.live()
	tag := regexp.MustCompile(`<img [^>]*src="(/[^"]+)"[^>]*>`).FindStringSubmatch(page)
	if tag == nil || !strings.Contains(tag[0], `alt="A hose in the grass"`) || !strings.Contains(tag[0], ` width="`) || !strings.Contains(tag[0], ` height="`) || !strings.Contains(page, "Ours") {
		t.Fatalf("the page shows %v", tag)
	}
	file := filepath.Join(d.root, "live", filepath.FromSlash(tag[1]))
	before, err := os.ReadFile(file)
	d.must(err)
	_, err = d.Images.Recut(d.owner, d.things.Image, picture.Cut{Ratio: "1:1"})
	d.must(err)
	if after, err := os.ReadFile(file); err != nil || !slices.Equal(before, after) {
		t.Errorf("the release has changed: %v", err)
	}
	next, err := d.Releases.Preflight(d.owner, d.things.Site)
	d.must(err)
	if len(next.Changes) != 1 {
		t.Errorf("another cut changes %+v", next.Changes)
	}
}

// After a database was copied without the folder of the sites, people read what is missing, and publish again.
func TestMissingFilesOfAReleaseAreTold(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	if err := os.RemoveAll(d.root); err != nil {
		t.Fatal(err)
	}
	const words = "The files of release 1 are missing"
	_, err := d.Releases.Activate(d.owner, d.things.Release)
	if fault.KindOf(err) != fault.Conflict || !strings.Contains(fault.Sentence(err), words) {
		t.Errorf("go live: %v", err)
	}
	if _, err := d.Releases.PreviewPath(d.owner, d.things.Release, time.Now()); !strings.Contains(fault.Sentence(err), words) {
		t.Errorf("preview: %v", err)
	}
	stage := "/app/sites/" + d.things.Site + "/publish"
	if page := d.Browse(accountstest.Owner).Get(stage); !strings.Contains(page.Body, words) || strings.Contains(page.Body, "/activate") {
		t.Errorf("the page: %s", page.Body)
	}
	if _, err := d.publish(); err != nil {
		t.Errorf("publish again: %v", err)
	}
	list, err := d.Releases.List(d.owner, d.things.Site)
	if err != nil || list[0].FilesMissing || !list[0].Live {
		t.Errorf("%+v %v", list, err)
	}
	if page := d.Browse(accountstest.Owner).Get(stage); strings.Contains(page.Body, words) {
		t.Error("the page still misses the files")
	}
	if _, err := d.Releases.Activate(d.Foreign, d.things.Release); fault.KindOf(err) != fault.NotFound {
		t.Errorf("the other account: %v", err)
	}
}

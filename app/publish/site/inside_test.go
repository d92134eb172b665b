package site_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
	"igny8/app/sitebuilder"
	"igny8/app/writer"
)

// No file of a release contains internal notes about the site or ids of rows.
func TestReleaseShowsNothingInternal(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	ctx, things := w.Ctx(accountstest.Owner), w.Furnish()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	plan, err := w.Builder.Plan(ctx, things.Site)
	must(err)
	business := plan.Business
	business.Audience, business.Tagline = "zzaudience", "Grown at home"
	_, err = w.Builder.Save(ctx, things.Site, sitebuilder.Change{Business: &business})
	must(err)
	content, err := w.Writer.Content(ctx, things.Content)
	must(err)
	task, err := w.Writer.Task(ctx, *content.TaskID)
	must(err)
	task.Brief.Audience, task.Brief.Angle, task.Brief.Facts = "zzbriefaudience", "zzangle", []string{"zzfact"}
	task.Brief.OutOfScope = []string{"zzscope"}
	_, err = w.Writer.UpdateTask(ctx, task.ID, writer.TaskChange{Brief: &task.Brief})
	must(err)
	dir := filepath.Join(t.TempDir(), "site")
	_, err = w.Releases.Export(ctx, things.Site, dir, "https://garden.example")
	must(err)

	forbidden := []string{"zzaudience", "zzbriefaudience", "zzangle", "zzfact", "zzscope", things.Site, things.Sector, things.Content, things.Task, things.Cluster, things.Run, things.Member, dir}
	pages, err := w.Services.Pages.List(ctx, things.Site)
	must(err)
	for _, p := range pages {
		forbidden = append(forbidden, p.ID)
	}
	for _, intent := range []string{"informational", "commercial", "transactional", "navigational"} {
		forbidden = append(forbidden, `"`+intent+`"`)
	}
	tagline := false
	must(filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		text := strings.ToLower(string(data))
		for _, inside := range forbidden {
			if strings.Contains(text, strings.ToLower(inside)) {
				t.Errorf("%s shows %q", name, inside)
			}
		}
		tagline = tagline || strings.Contains(text, "<title>alpha: grown at home") || strings.Contains(text, "grown at home</title>")
		return err
	}))
	if !tagline {
		t.Error("no title shows the tagline")
	}
	business.Tagline = ""
	_, err = w.Builder.Save(ctx, things.Site, sitebuilder.Change{Business: &business})
	must(err)
	bare := filepath.Join(t.TempDir(), "site")
	_, err = w.Releases.Export(ctx, things.Site, bare, "https://garden.example")
	must(err)
	home, err := os.ReadFile(filepath.Join(bare, "index.html"))
	if err != nil || strings.Contains(string(home), "alternateName") || strings.Contains(string(home), "Grown at home") {
		t.Errorf("a site without a tagline shows one, %v", err)
	}
}

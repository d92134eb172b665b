package renderer_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"igny8/app/fault"
	"igny8/app/publish/renderer"
)

func TestReleaseOperationsRefuse(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	live := build(t, root, roastery(t))
	activate(t, root, live.ID)
	for name, tc := range map[string]struct {
		do   error
		kind fault.Kind
	}{
		"activate nothing":   {renderer.Activate(root, ""), fault.NotFound},
		"activate elsewhere": {renderer.Activate(root, "../"+live.ID), fault.NotFound},
		"activate unknown":   {renderer.Activate(root, "20200101T000000Z-0123456789ab"), fault.NotFound},
		"verify unknown":     {renderer.Verify(root, "20200101T000000Z-0123456789ab"), fault.NotFound},
	} {
		if kind := fault.KindOf(tc.do); tc.do == nil || kind != tc.kind {
			t.Errorf("%s: got %v, want %s", name, tc.do, tc.kind)
		}
	}
	if id, err := renderer.Live(root); err != nil || id != live.ID {
		t.Fatalf("live is %q, %v", id, err)
	}
}

func TestReleaseGoesLiveAndRollsBack(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	if id, err := renderer.Live(root); id != "" || err != nil {
		t.Fatalf("live before any build: %q, %v", id, err)
	}
	site := roastery(t)
	first := build(t, root, site)
	if again := build(t, root, site); again.ID != first.ID || again.Digest != first.Digest {
		t.Fatalf("the same site became another release: %s, %s", first.ID, again.ID)
	}
	activate(t, root, first.ID)
	site.Built = built.AddDate(0, 0, 1)
	site.Pages[0].H1 = "Second edition"
	second := build(t, root, site)
	if home := content(t, filepath.Join(root, "live"), "index.html"); strings.Contains(home, "Second edition") {
		t.Fatal("a build went live by itself")
	}
	activate(t, root, second.ID)
	if home := content(t, filepath.Join(root, "live"), "index.html"); !strings.Contains(home, "Second edition") {
		t.Fatal("the second release is not live")
	}
	shown := dated(t, root)
	activate(t, root, first.ID)
	if after := dated(t, root); after.Before(shown) {
		t.Fatalf("after the roll back the page is of %v: a browser that has seen %v keeps that", after, shown)
	}
	if home := content(t, filepath.Join(root, "live"), "index.html"); strings.Contains(home, "Second edition") {
		t.Fatal("rolling back did not bring the first release back")
	}
	if built := releases(t, root); !slices.Equal(built, []string{first.ID, second.ID}) {
		t.Fatalf("releases %v", built)
	}
}

// releases returns the ids of the finished releases, the oldest first.
func releases(t *testing.T, root string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(root, "releases"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, entry := range entries {
		if renderer.Verify(root, entry.Name()) == nil {
			ids = append(ids, entry.Name())
		}
	}
	return ids
}

// dated returns the modification time of the live home page.
func dated(t *testing.T, root string) time.Time {
	t.Helper()
	info, err := os.Stat(filepath.Join(root, "live", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime()
}

func TestVerifyFindsAChangedFile(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	release := build(t, root, roastery(t))
	if err := renderer.Verify(root, release.ID); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(release.Dir, "robots.txt"), "User-agent: *\nDisallow: /\n")
	if err := renderer.Verify(root, release.ID); fault.KindOf(err) != fault.Conflict {
		t.Fatalf("a changed file was not found: %v", err)
	}
}

// The files of a build that was killed are no release, and the live release stays.
func TestInterruptedBuildIsNoRelease(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	release := build(t, root, roastery(t))
	activate(t, root, release.ID)
	unfinished := filepath.Join(root, "releases", ".building-123", "site")
	if err := os.MkdirAll(unfinished, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(unfinished, "index.html"), "half")
	if built := releases(t, root); !slices.Equal(built, []string{release.ID}) {
		t.Fatalf("releases %v", built)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	site := roastery(t)
	site.Built = built.AddDate(0, 0, 1)
	if _, err := renderer.Build(ctx, root, site, nil); err == nil {
		t.Fatal("a cancelled build succeeded")
	}
	if id, err := renderer.Live(root); err != nil || id != release.ID {
		t.Fatalf("live is %q, %v", id, err)
	}
	if err := renderer.Verify(root, release.ID); err != nil {
		t.Fatal(err)
	}
}

// During the switch readers always get a whole page, of one release or the other.
func TestReadersSeeWholePagesDuringTheSwitch(t *testing.T) {
	t.Parallel()
	root, site := t.TempDir(), roastery(t)
	first := build(t, root, site)
	site.Built, site.Name = built.AddDate(0, 0, 1), "Fast Roast"
	second := build(t, root, site)
	activate(t, root, first.ID)
	wanted := map[string]bool{content(t, first.Dir, "index.html"): true, content(t, second.Dir, "index.html"): true}

	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				page, err := os.ReadFile(filepath.Join(root, "live", "index.html"))
				if err != nil || !wanted[string(page)] {
					t.Errorf("a reader saw %d bytes of neither release: %v", len(page), err)
					return
				}
			}
		})
	}
	var switches sync.WaitGroup
	for i := range 40 {
		switches.Go(func() {
			if err := renderer.Activate(root, []string{first.ID, second.ID}[i%2]); err != nil {
				t.Error(err)
			}
		})
	}
	switches.Wait()
	close(stop)
	readers.Wait()
	entries, err := os.ReadDir(root)
	if err != nil || len(entries) != 2 {
		t.Fatalf("the switches left %v, %v", entries, err)
	}
}

func build(t *testing.T, root string, site renderer.Site) renderer.Release {
	t.Helper()
	release, err := renderer.Build(context.Background(), root, site, nil)
	if err != nil {
		t.Fatal(err)
	}
	return release
}

func activate(t *testing.T, root, id string) {
	t.Helper()
	if err := renderer.Activate(root, id); err != nil {
		t.Fatal(err)
	}
}

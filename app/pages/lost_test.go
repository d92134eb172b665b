package pages_test

import (
	"fmt"
	"testing"

	"gorm.io/gorm"

	"igny8/app/database/dbtest"
	"igny8/app/pages"
)

func TestPageKeepsWhatEightWritersChangeAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page, other := w.propose(pages.Page{Title: "One"}), w.propose(pages.Page{Title: "Other"})
	write := func(fn func(tx *gorm.DB, id string) error) func() error {
		return func() error {
			return w.tx(func(tx *gorm.DB) error {
				if err := fn(tx, page.ID); err != nil {
					return err
				}
				return fn(tx, other.ID)
			})
		}
	}
	metadata := func(m pages.Metadata) func() error {
		return write(func(tx *gorm.DB, id string) error { return pages.SetMetadata(tx, id, m) })
	}
	for n := range 300 {
		text, state := fmt.Sprintf("round %d", n), []pages.State{pages.Drafted, pages.InReview}[n%2]
		dbtest.Together(
			t,
			metadata(pages.Metadata{Title: &text}),
			metadata(pages.Metadata{Description: &text, Canonical: &text}),
			metadata(pages.Metadata{SchemaType: &text}),
			metadata(pages.Metadata{Role: p("hub"), Intent: &text}),
			metadata(pages.Metadata{TargetKeywords: &[]string{text}}),
			write(func(tx *gorm.DB, id string) error { return pages.Advance(tx, id, state) }),
			write(func(tx *gorm.DB, id string) error {
				_, err := pages.Place(tx, id, pages.Placement{Kind: pages.Article, NoClusterReason: text, Position: int64(n)})
				return err
			}),
			func() error {
				return w.tx(func(tx *gorm.DB) error {
					return pages.MarkLive(tx, w.Site, map[string]bool{page.ID: false, other.ID: false})
				})
			},
		)
		for _, id := range []string{page.ID, other.ID} {
			got, err := w.pages.Get(w.ctx, id)
			w.must(err)
			told := []string{
				got.Title, got.Description, got.Canonical, got.SchemaType, got.Intent, got.TargetKeywords[0],
				got.NoClusterReason,
			}
			for i, s := range told {
				if s != text {
					t.Fatalf("round %d: value %d is %q", n, i, s)
				}
			}
			if got.State != state || got.Position != int64(n) {
				t.Fatalf("round %d: the page is %s at %d", n, got.State, got.Position)
			}
		}
	}
}

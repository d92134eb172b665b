package api

import (
	"context"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Fact is a statement that is true on the whole site. Every prompt includes it.
type Fact struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	Value     string    `json:"value"`
	UpdatedAt time.Time `json:"updated_at"`
}

// OutdatedFact is the old value of a fact, with the places that still state it.
type OutdatedFact struct {
	Name   string  `json:"name"`
	Value  string  `json:"value"`
	Now    *string `json:"now" doc:"What it says today; null: it was removed."`
	Places []Place `json:"places"`
}

// Place is a place in a content.
type Place struct {
	ContentID string  `json:"content_id"`
	BlockID   *string `json:"block_id" doc:"null: the title or the description."`
	Text      string  `json:"text"`
}

// Voice describes how the texts of a site sound.
type Voice struct {
	Tone     string       `json:"tone"`
	Names    []string     `json:"names"`
	NeverSay []sites.Word `json:"never_say"`
	Samples  []string     `json:"samples"`
	Revision int64        `json:"revision" doc:"0 if nobody has saved one yet. A change sends the revision that it was made from."`
}

type newFact struct {
	ByID
	Body struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
}

// ByFact names a fact of a site.
type ByFact struct {
	ByID
	Fact string `path:"fact"`
}

type factChange struct {
	ByFact
	Body struct {
		Name  *string `json:"name,omitempty"`
		Value *string `json:"value,omitempty"`
	}
}

type voiceChange struct {
	ByID
	Body Voice
}

func (a *API) factOperations() {
	add(a, operation{method: get, path: "/sites/{id}/facts", id: "facts", summary: "The facts of a site", may: accounts.See, site: inSite},
		func(ctx context.Context, in *Within) (*List[Fact], error) {
			page, err := a.Sites.FactPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, shownFact)
		})
	add(a, operation{method: post, path: "/sites/{id}/facts", id: "add-fact", summary: "Add a fact", may: accounts.Manage, site: inSite, status: http.StatusCreated},
		func(ctx context.Context, in *newFact) (*Answer[Fact], error) {
			f, err := a.Sites.AddFact(ctx, in.ID, in.Body.Name, in.Body.Value)
			return answer(shownFact(f), err)
		})
	add(a, operation{method: patch, path: "/sites/{id}/facts/{fact}", id: "change-fact", summary: "Change a fact", may: accounts.Manage, site: inSite},
		func(ctx context.Context, in *factChange) (*Answer[Fact], error) {
			f, err := a.Sites.ChangeFact(ctx, in.ID, in.Fact, sites.FactChange{Name: in.Body.Name, Value: in.Body.Value})
			return answer(shownFact(f), err)
		})
	add(a, operation{method: remove, path: "/sites/{id}/facts/{fact}", id: "remove-fact", summary: "Remove a fact", may: accounts.Manage, site: inSite, status: http.StatusNoContent},
		func(ctx context.Context, in *ByFact) (*struct{}, error) {
			return nil, a.Sites.RemoveFact(ctx, in.ID, in.Fact)
		})
	add(a, operation{method: get, path: "/sites/{id}/outdated-facts", id: "outdated-facts", summary: "What facts said before, and which blocks state it still", may: accounts.See, site: inSite},
		func(ctx context.Context, in *Within) (*List[OutdatedFact], error) {
			page, err := a.Writer.OutdatedPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, outdatedFact)
		})
	add(a, operation{method: get, path: "/sites/{id}/voice", id: "voice", summary: "How a site speaks", may: accounts.See, site: inSite},
		func(ctx context.Context, in *ByID) (*Answer[Voice], error) {
			v, err := a.Sites.Voice(ctx, in.ID)
			return answer(voiceOf(v), err)
		})
	add(a, operation{method: put, path: "/sites/{id}/voice", id: "set-voice", summary: "Replace how a site speaks", may: accounts.Manage, site: inSite},
		func(ctx context.Context, in *voiceChange) (*Answer[Voice], error) {
			b := in.Body
			v, err := a.Sites.SetVoice(ctx, sites.Voice{
				SiteID: in.ID, Tone: b.Tone, Names: b.Names, NeverSay: b.NeverSay,
				Samples: b.Samples, Revision: b.Revision,
			})
			return answer(voiceOf(v), err)
		})
}

func shownFact(f sites.Fact) Fact { return Fact{f.ID, f.Name, f.Value, f.UpdatedAt.UTC()} }

func outdatedFact(o writer.OutdatedFact) OutdatedFact {
	shown := OutdatedFact{Name: o.Former.Name, Value: o.Former.Value, Places: make([]Place, len(o.Where))}
	if o.Now != "" {
		shown.Now = &o.Now
	}
	for i, w := range o.Where {
		shown.Places[i] = Place{ContentID: w.ContentID, Text: w.Text}
		if w.BlockID != "" {
			shown.Places[i].BlockID = &w.BlockID
		}
	}
	return shown
}

func voiceOf(v sites.Voice) Voice {
	return Voice{Tone: v.Tone, Names: neverNil(v.Names), NeverSay: neverNil(v.NeverSay), Samples: neverNil(v.Samples), Revision: v.Revision}
}

// neverNil returns the list, and an empty one instead of nil: a list of the API is never null.
func neverNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

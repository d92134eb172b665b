package drafting

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"igny8/app/ai"
	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/runs"
	"igny8/app/text"
	"igny8/app/writer"
)

// The ways to rewrite. Tone and Own need a wish in words.
const (
	Shorter = "shorter"
	Longer  = "longer"
	Simpler = "simpler"
	Tone    = "tone"
	Own     = "own"
)

// Ways are all ways to rewrite, in the order in which they are offered.
var Ways = []string{Shorter, Longer, Simpler, Tone, Own}

// The bounds of one run.
const (
	MaxRewrites = 50
	maxWish     = 500 // characters
)

// Rewriting is what a person asks for.
type Rewriting struct {
	ContentID string   `json:"content_id"`
	Blocks    []string `json:"block_ids" doc:"The blocks to rewrite."`
	How       string   `json:"how" doc:"shorter, longer, simpler, tone or own."`
	Wish      string   `json:"wish,omitempty" doc:"The tone, or what else to change."`
}

func (r Rewriting) request(siteID string) runs.Request {
	payload, _ := json.Marshal(r)
	return runs.Request{SiteID: siteID, Payload: payload}
}

// StartRewrite asks the engine for suggestions. A block that a run is about to rewrite is refused.
func (s *Service) StartRewrite(ctx context.Context, r Rewriting) (runs.Run, error) {
	c, err := s.writer.Content(ctx, r.ContentID)
	if err != nil {
		return runs.Run{}, err
	}
	return s.engine.RunAITask(ctx, RewriteBlock, r.request(c.SiteID))
}

// QuoteRewrite returns what StartRewrite would cost, and refuses what cannot be rewritten.
func (s *Service) QuoteRewrite(ctx context.Context, r Rewriting) (runs.Quote, error) {
	c, err := s.writer.Content(ctx, r.ContentID)
	if err != nil {
		return runs.Quote{}, err
	}
	return s.engine.Quote(ctx, RewriteBlock, r.request(c.SiteID))
}

// Rewrites returns the newest runs that rewrite blocks of the content, those that have ended included, the newest first.
func (s *Service) Rewrites(ctx context.Context, c writer.Content) ([]runs.Run, error) {
	recent, err := s.engine.List(ctx, runs.Filter{SiteID: c.SiteID, Function: RewriteBlock, Limit: 50})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(recent.Items, func(run runs.Run) bool {
		var of Rewriting
		return json.Unmarshal(run.Payload, &of) != nil || of.ContentID != c.ID
	}), nil
}

// subjects names the blocks, each with its content.
func (r Rewriting) subjects() []string {
	list := make([]string, len(r.Blocks))
	for i, id := range r.Blocks {
		list[i] = r.ContentID + " " + id
	}
	return list
}

// Rewritable reports whether the block has words of its own that can be rewritten one by one.
func Rewritable(b blocks.Block) bool {
	switch b.Type {
	case blocks.TypeParagraph, blocks.TypeHeading, blocks.TypeQuote, blocks.TypeList, blocks.TypeFAQ, blocks.TypeCTA:
		return !b.Blank()
	}
	return false
}

// BuiltInRewrites reports whether the built-in engine can rewrite in this way. It knows nothing of a subject or a tone.
func BuiltInRewrites(how string) bool { return how == Shorter || how == Simpler }

// passages are what a request asks for: its content, and where the blocks stand in it.
type passages struct {
	Rewriting
	content writer.Content
	places  []int
	left    []ai.Item[passage] // blocks that cannot be rewritten
	refusal error              // of the first of those
}

// asked reads what the request asks for.
func (s *Service) asked(ctx context.Context, r runs.Input[Rewriting]) (passages, error) {
	of := passages{Rewriting: r.Payload}
	of.Wish = strings.TrimSpace(of.Wish)
	if err := of.check(); err != nil {
		return of, err
	}
	var err error
	of.content, err = s.writer.Content(ctx, of.ContentID)
	if err == nil && of.content.SiteID != r.SiteID {
		err = fault.Missing("content")
	}
	if err != nil {
		return of, err
	}
	for _, id := range database.Distinct(of.Blocks) {
		of.ask(id)
	}
	slices.Sort(of.places)
	return of, nil
}

// ask finds the block in the text.
func (p *passages) ask(id string) {
	at, doc := p.content.Blocks.Index(id), p.content.Blocks
	leave := func(label, reason string, refusal error) {
		p.left, p.refusal = append(p.left, ai.Item[passage]{Key: id, Label: label, LeftOut: reason}), cmp.Or(p.refusal, refusal)
	}
	switch {
	case at < 0:
		leave("Block", blockGone, fault.New(fault.Conflict, "A block to be rewritten is not in the text any more. Nothing was charged; look at the text and choose again."))
	case !Rewritable(doc[at]):
		leave(blockLabel(at), "The block has no words to rewrite any more.", fault.New(fault.Conflict, "Block %d is a %s without words to rewrite. Nothing was charged; choose paragraphs, headings, lists, quotes, questions or buttons.", at+1, doc[at].Type))
	default:
		p.places = append(p.places, at)
	}
}

// blockGone is why a block gets no suggestion.
const blockGone = "The block was removed from the text in the meantime."

func blockLabel(at int) string { return fmt.Sprintf("Block %d", at+1) }

func (r Rewriting) check() error {
	var f fault.Fields
	f.Check(len(r.Blocks) > 0, "blocks", "Choose at least one block.")
	f.Check(len(r.Blocks) <= MaxRewrites, "blocks", "At most %d blocks at once.", MaxRewrites)
	f.Check(slices.Contains(Ways, r.How), "how", "Choose one of: %s.", strings.Join(Ways, ", "))
	f.Check(r.Wish != "" || r.How != Tone, "wish", "Say which tone it is to have.")
	f.Check(r.Wish != "" || r.How != Own, "wish", "Say what is to be changed.")
	f.Check(utf8.RuneCountInString(r.Wish) <= maxWish && text.Multiline(r.Wish), "wish", "At most %d characters that can be shown.", maxWish)
	return f.Err()
}

func spokenWay(how string) string {
	return map[string]string{Longer: "a longer text", Tone: "another tone", Own: "an instruction of your own"}[how]
}

package images

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/pages"
	"igny8/app/runs"
	"igny8/app/text"
)

// GeneratePrompts is the name of the function that proposes pictures for pages.
const GeneratePrompts = "generate_image_prompts"

// MaxPages is the number of pages of one run, and mostWishes the number of pictures that it proposes for one.
const (
	MaxPages   = 50
	mostWishes = 4
)

type promptsPayload struct {
	PageIDs []string `json:"page_ids" doc:"The pages, all of one site."`
}

// occasion is a page that needs pictures.
type occasion struct {
	Site     string   `json:"site"`
	Language string   `json:"language"`
	Page     Text     `json:"page"`
	Have     []string `json:"have"` // what its pictures show already
}

// wishes is the answer: pictures described in words.
type wishes struct {
	Pictures []wish `json:"pictures"`
}

type wish struct {
	Prompt string `json:"prompt"`
	Alt    string `json:"alt"`
}

const promptsPrompt = `Think of two to four pictures for the page of a website that stands below: first its cover, which stands for the whole page where it is linked, then pictures that help a reader to understand one of its sections. Repeat none that the page has.

prompt: what a model for pictures is told, in English, two to four sentences: what is seen, from where, in which light, in which style. All pictures of a page are of one style. No text, letters, logos, brands or real persons in the picture.
alt: what the picture shows, for those who do not see it, in the language {{.Language}}, one sentence of at most 120 characters, not beginning with "picture of".

{{data "page" .}}`

var promptsSchema = json.RawMessage(`{
  "type": "object", "additionalProperties": false, "required": ["pictures"],
  "properties": {"pictures": {"type": "array", "items": {
    "type": "object", "additionalProperties": false, "required": ["prompt", "alt"],
    "properties": {"prompt": {"type": "string"}, "alt": {"type": "string"}}
  }}}
}`)

// generatePrompts returns the function: it describes pictures for each of the pages.
func (s *Service) generatePrompts() ai.Definition {
	return ai.Define(ai.Function[promptsPayload, occasion, wishes]{
		Name: GeneratePrompts, Title: "Think of pictures", Per: "page", PerSite: true, Price: ai.Price{Remote: 1},
		Prompt: promptsPrompt, Schema: promptsSchema, MaxTokens: 2000,
		Subjects: func(r runs.Input[promptsPayload]) []string { return r.Payload.PageIDs },
		Narrow:   func(_ promptsPayload, ids []string) promptsPayload { return promptsPayload{ids} },
		Admit:    s.admitPages, Units: s.countPages, Prepare: s.prepareWishes, Local: localWishes, Parse: checkWishes, Save: s.saveWishes,
		Texts: func(w *wishes) []*string {
			var all []*string
			for i := range w.Pictures {
				all = append(all, &w.Pictures[i].Alt)
			}
			return all
		},
	})
}

// StartPrompts queues a run that proposes pictures for pages with a text.
func (s *Service) StartPrompts(ctx context.Context, siteID string, pageIDs []string) (runs.Run, error) {
	return s.engine.RunAITask(ctx, GeneratePrompts, request(siteID, promptsPayload{pageIDs}))
}

// QuotePrompts returns what StartPrompts would cost. It refuses what StartPrompts would refuse.
func (s *Service) QuotePrompts(ctx context.Context, siteID string, pageIDs []string) (runs.Quote, error) {
	return s.engine.Quote(ctx, GeneratePrompts, request(siteID, promptsPayload{pageIDs}))
}

func request(siteID string, payload any) runs.Request {
	data, _ := json.Marshal(payload)
	return runs.Request{SiteID: siteID, Payload: data}
}

// admitPages refuses what no pictures can be thought of for.
func (s *Service) admitPages(ctx context.Context, r runs.Input[promptsPayload]) error {
	p := r.Payload
	if len(p.PageIDs) == 0 || len(p.PageIDs) > MaxPages {
		return fault.Fields{{Name: "payload", Message: fmt.Sprintf("The payload is {page_ids: [...]} with 1 to %d pages.", MaxPages)}}.Err()
	}
	for _, id := range database.Distinct(p.PageIDs) {
		page, err := s.pages.Get(ctx, id)
		if err != nil {
			return err
		}
		if page.SiteID != r.SiteID {
			return fault.Missing("page")
		}
		if !page.Written() {
			return fault.New(fault.Conflict, "The page “%s” has no text yet, so there is nothing to think of pictures for. Draft it first.", page.Title)
		}
	}
	return nil
}

// pagesToSee returns the pages that pictures can be thought of for when the run begins, and the others as items that are left out.
func (s *Service) pagesToSee(ctx context.Context, r runs.Input[promptsPayload]) (found []pages.Page, left []ai.Item[occasion], err error) {
	for _, id := range database.Distinct(r.Payload.PageIDs) {
		page, err := s.pages.Get(ctx, id)
		switch {
		case fault.KindOf(err) == fault.NotFound:
			left = append(left, ai.Item[occasion]{Key: id, Label: "Page", LeftOut: pageGone})
		case err != nil:
			return nil, nil, err
		case !page.Written():
			left = append(left, ai.Item[occasion]{Key: id, Label: page.Title, LeftOut: "The text of the page was deleted in the meantime."})
		default:
			found = append(found, page)
		}
	}
	return found, left, nil
}

// pageGone is why no pictures are thought of for a page.
const pageGone = "The page was deleted in the meantime."

func (s *Service) countPages(ctx context.Context, r runs.Input[promptsPayload]) (int64, error) {
	found, _, err := s.pagesToSee(ctx, r)
	return int64(len(found)), err
}

func (s *Service) prepareWishes(ctx context.Context, r runs.Input[promptsPayload]) ([]ai.Item[occasion], error) {
	found, left, err := s.pagesToSee(ctx, r)
	if err != nil {
		return nil, err
	}
	site, err := s.sites.Get(ctx, r.SiteID)
	if err != nil {
		return nil, err
	}
	items := make([]ai.Item[occasion], len(found))
	for i, page := range found {
		in := occasion{Site: site.Name, Language: site.Language}
		if in.Page, err = s.texts().TextOf(ctx, page.ID); err != nil {
			return nil, err
		}
		if in.Have, err = s.lasting(ctx, page.ID); err != nil {
			return nil, err
		}
		items[i] = ai.Item[occasion]{Key: page.ID, Label: in.Page.Title, In: in}
	}
	return append(items, left...), nil
}

// lasting returns what the pictures of the page show that saveWishes will not replace.
func (s *Service) lasting(ctx context.Context, pageID string) ([]string, error) {
	have := []string{}
	unused := unusedWishes(s.db.Read(ctx), pageID).Model(&Image{}).Select("id")
	if err := s.db.Read(ctx).Model(&Image{}).Where("page_id = ? AND id NOT IN (?)", pageID, unused).Order("cover DESC, created_at, id").Pluck("alt", &have).Error; err != nil {
		return nil, fmt.Errorf("list pictures: %w", err)
	}
	return have, nil
}

// localWishes is the built-in engine: a cover with the title, and a drawing for each of the first sections.
func localWishes(_ context.Context, in occasion, _ runs.Progress) (wishes, error) {
	var w wishes
	for n, title := range append([]string{in.Page.Title}, in.Page.Headings...) {
		if len(w.Pictures) == mostWishes-1 {
			break
		}
		if title == "" || slices.Contains(in.Have, title) {
			continue
		}
		what := "An illustration of the section"
		if n == 0 {
			what = "The cover of the page"
		}
		w.Pictures = append(w.Pictures, wish{Prompt: fmt.Sprintf("%s “%s” of the website “%s”: simple flat shapes in the colours of the site on a calm ground.", what, title, in.Site), Alt: title})
	}
	return w, nil
}

func checkWishes(_ occasion, w wishes) (wishes, error) {
	w.Pictures = w.Pictures[:min(len(w.Pictures), mostWishes)]
	for i := range w.Pictures {
		var wrong fault.Fields
		p := &w.Pictures[i]
		p.Prompt, p.Alt = text.Line(&wrong, "prompt", p.Prompt, MaxPrompt), text.Line(&wrong, "alt", p.Alt, MaxAlt)
		wrong.Check(p.Prompt != "" && p.Alt != "", "prompt", "A picture needs a prompt and an alt.")
		if err := wrong.Err(); err != nil {
			return w, err
		}
	}
	return w, nil
}

// saveWishes replaces the wishes that nobody has used and no run is making.
func (s *Service) saveWishes(_ context.Context, tx *gorm.DB, _ runs.Run, results []ai.Result[occasion, wishes]) (runs.Saved, error) {
	var saved runs.Saved
	described := 0
	for _, r := range results {
		if len(r.Out.Pictures) == 0 {
			saved.Failed = append(saved.Failed, r.Failed("No picture was thought of. Those that were described stay."))
			continue
		}
		err := replaceWishes(tx, r.Item.Key, r.Out.Pictures)
		switch fault.KindOf(err) {
		case fault.NotFound:
			saved.Failed = append(saved.Failed, r.Failed(pageGone))
			continue
		case fault.Conflict:
			saved.Failed = append(saved.Failed, r.Failed(fault.Sentence(err)))
			continue
		}
		if err != nil {
			return saved, err
		}
		saved.Units++
		described += len(r.Out.Pictures)
	}
	saved.Summary = text.Count(described, "picture is", "pictures are") + " described. Change the words where you like, then have them made."
	return saved, nil
}

// replaceWishes refuses a page that is gone or full, and changes nothing then.
func replaceWishes(tx *gorm.DB, pageID string, pictures []wish) error {
	page, err := database.One[pages.Page](tx, "page", pageID)
	if err != nil {
		return err
	}
	var unused int64
	if err := unusedWishes(tx, page.ID).Model(&Image{}).Count(&unused).Error; err != nil {
		return fmt.Errorf("count wishes: %w", err)
	}
	if err := room(tx, page.ID, len(pictures)-int(unused)); err != nil {
		return err
	}
	if err := unusedWishes(tx, page.ID).Delete(&Image{}).Error; err != nil {
		return fmt.Errorf("replace wishes: %w", err)
	}
	var covers int64
	if err := tx.Model(&Image{}).Where("page_id = ? AND cover", page.ID).Count(&covers).Error; err != nil {
		return fmt.Errorf("look for a cover: %w", err)
	}
	for n, p := range pictures {
		i := Image{ID: database.NewID(), SiteID: page.SiteID, PageID: page.ID, Prompt: p.Prompt, Alt: p.Alt, Cover: n == 0 &&
			covers == 0, Files: []File{}}
		if err := tx.Create(&i).Error; err != nil {
			return fmt.Errorf("save wish: %w", err)
		}
	}
	return nil
}

// unusedWishes chooses the wishes of the page that are a model's words, without a picture, and that no run is making.
func unusedWishes(tx *gorm.DB, pageID string) *gorm.DB {
	made, making := tx.Model(&Variant{}).Select("image_id"), runs.Subjects(tx, GenerateImages)
	return tx.Where("page_id = ? AND variant_id IS NULL AND NOT prompt_edited AND id NOT IN (?) AND id NOT IN (?)", pageID, made, making)
}

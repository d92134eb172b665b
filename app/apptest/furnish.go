package apptest

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"slices"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/images"
	"igny8/app/integrations"
	"igny8/app/pipeline"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/publish/site"
	"igny8/app/runs"
	"igny8/app/sites"
	"igny8/app/writer"
)

// Things are one object of each kind on the site that editor, publisher and viewer have access to.
type Things struct {
	Site, Sector, Keyword, Cluster, Idea, Task, Content, Run, Release, Member, Invitation, Import, Change, View, Integration, Fact,
	Former string
	Image, ImageFile string // a picture of the content's page, and the name of one of its files
}

// keywords is a small export, invented for the tests.
const keywords = `Keyword,Volume,Keyword Difficulty,Intent
garden hose,8100,20,Commercial
best garden hose,5400,25,Commercial
garden hose reel,4400,18,Commercial
how to repair a garden hose,1300,8,Informational
garden hose repair kit,900,10,Transactional
compost bin,9900,22,Commercial
how to make compost,6600,19,Informational
compost tumbler,3600,17,Commercial
what can you compost,2400,9,Informational
raised garden bed,12100,28,Commercial
raised garden bed ideas,4400,16,Informational
how to build a raised garden bed,2900,14,Informational
=1+1 gardening,,,
`

// Furnish takes the site through all stages and returns an object of each kind.
func (w *World) Furnish() Things {
	w.t.Helper()
	ctx := w.Ctx(accountstest.Owner)
	made, err := w.Pipeline.Run(ctx, pipeline.Request{
		SiteID: w.Site, SectorID: w.Sector, Name: "Alpha guide", Type: "blog", Pages: 4,
		Files: []imports.File{imports.TextFile("garden.csv", keywords)},
	})
	w.must(err)
	w.write(made.SiteID)
	release := w.PublishSite(ctx, made.SiteID)
	keyword, err := w.Planner.Keywords(ctx, planner.KeywordQuery{SectorID: w.Sector, Limit: 1})
	w.must(err)
	clusters, err := w.Planner.Clusters(ctx, w.Sector, planner.LevelPage)
	w.must(err)
	ideas, err := w.Ideas.Ideas(ctx, ideas.IdeaQuery{SectorID: w.Sector, Limit: 1})
	w.must(err)
	var tasks []writer.Listed
	tasks, err = w.Writer.Tasks(ctx, w.Site, "")
	w.must(err)
	contents, err := w.Writer.Contents(ctx, w.Site)
	w.must(err)
	runs, err := w.Engine.List(ctx, runs.Filter{SiteID: w.Site, Function: "generate_content", Limit: 1})
	w.must(err)
	locked := true
	_, err = w.Planner.UpdateCluster(ctx, clusters[0].ID, planner.ClusterChange{Locked: &locked})
	w.must(err)
	change, _, err := w.Planner.LastChange(ctx, w.Sector)
	w.must(err)
	imports, err := w.Imports.ImportPage(ctx, w.Sector, 1, "")
	w.must(err)
	view, err := w.Planner.SaveView(ctx, planner.View{SiteID: w.Site, List: planner.KeywordList, Name: "Of the hose", Query: "q=hose"})
	w.must(err)
	fact, err := w.Services.Sites.AddFact(ctx, w.Site, "Warranty", "12 months")
	w.must(err)
	longer := "24 months"
	_, err = w.Services.Sites.ChangeFact(ctx, w.Site, fact.ID, sites.FactChange{Value: &longer})
	w.must(err)
	former, err := w.Services.Sites.FormerFacts(ctx, w.Site)
	w.must(err)
	picture, err := w.Images.Upload(ctx, images.Upload{PageID: contents[0].PageID, Alt: "A hose in the grass", Data: bytes.NewReader(Picture(40, 30))})
	w.must(err)
	return Things{
		Image: picture.ID, ImageFile: picture.Files[0].Name,
		Fact: fact.ID, Former: former[0].ID,
		Site: w.Site, Sector: w.Sector, Keyword: keyword.Items[0].ID, Cluster: clusters[0].ID, Idea: ideas.Items[0].ID, Task: tasks[0].ID,
		Content: contents[0].ID, Run: runs.Items[0].ID, Release: release.ID, Member: w.Member(accountstest.Viewer).MembershipID,
		Import: imports.Items[0].ID, Change: change.ID, View: view.ID,
	}
}

// PublishSite publishes the site and returns the release that is live.
func (w *World) PublishSite(ctx context.Context, siteID string) site.Release {
	w.t.Helper()
	run, err := w.Releases.StartPublish(ctx, siteID)
	w.must(err)
	run, err = w.Runs.Wait(ctx, run.ID)
	w.must(err)
	if run.Phase != runs.PhaseDone {
		w.t.Fatalf("the publish is %s: %s", run.Phase, run.Message)
	}
	id, err := w.Releases.OfRun(ctx, run.ID)
	w.must(err)
	release, err := w.Releases.Get(ctx, id)
	w.must(err)
	return release
}

// write fills the site's drafts and approves them.
func (w *World) write(siteID string) {
	w.t.Helper()
	ctx := w.Ctx(accountstest.Owner)
	drafts, err := w.Writer.Drafts(ctx, siteID)
	w.must(err)
	for _, d := range drafts {
		w.Fill(d.Content.ID)
		_, err = w.Writer.Approve(ctx, d.Content.ID, d.Content.Revision)
		w.must(err)
	}
}

// Fill writes the draft as a model would, in its first revision.
func (w *World) Fill(contentID string) {
	w.t.Helper()
	ctx := w.Ctx(accountstest.Owner)
	c, err := w.Writer.Content(ctx, contentID)
	w.must(err)
	written := Written(c.Blocks)
	w.must(w.DB.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Model(&writer.Revision{}).Where("content_id = ?", c.ID).UpdateColumn("blocks", written).Error; err != nil {
			return err
		}
		return tx.Model(&writer.Content{}).Where("id = ?", c.ID).
			UpdateColumns(map[string]any{"blocks": written, "built_in": false, "unwritten": 0, "words": written.Words()}).Error
	}))
}

// Written returns the document with a paragraph instead of each slot. None of them makes a claim.
func Written(doc blocks.Document) blocks.Document {
	written := slices.Clone(doc)
	for i, b := range written {
		if b.Type == blocks.TypeSlot {
			written[i] = blocks.Block{ID: b.ID, Type: blocks.TypeParagraph, Text: "We garden here and tell what we saw: " + b.ID + "."}
		}
	}
	return written
}

// Picture returns a PNG file of the size in pixels.
func Picture(width, height int) []byte {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.SetNRGBA(x, y, color.NRGBA{R: uint8(x * 5), G: uint8(y * 7), B: 90, A: 255})
		}
	}
	var file bytes.Buffer
	if err := png.Encode(&file, m); err != nil {
		panic(err)
	}
	return file.Bytes()
}

// Integrate adds a server to the account and returns its id. Its address is refused when it is dialled.
func (w *World) Integrate() string {
	w.t.Helper()
	own := integrations.Integration{
		ID: database.NewID(), Kind: string(ai.OpenAI), BaseURL: "http://127.0.0.1:1/v1", Settings: map[string]string{"model": "small"},
	}
	w.must(w.DB.Tx(w.Ctx(accountstest.Owner), func(tx *gorm.DB) error { return tx.Create(&own).Error }))
	return own.ID
}

// Invited returns an invitation that nobody has accepted yet.
func (w *World) Invited() string {
	w.t.Helper()
	invitation, err := w.Cast.Accounts.Invite(w.Ctx(accountstest.Owner), accounts.Invite{Email: "invited@igny8.test", Role: accounts.Viewer})
	w.must(err)
	return invitation.ID
}

func (w *World) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

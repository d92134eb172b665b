package writer_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"igny8/app/accounts/accountstest"
	"igny8/app/ai"
	"igny8/app/apptest"
	"igny8/app/blocks"
	"igny8/app/config"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/writer"
)

// misfortune is what befalls the questions about one page: the n-th call, from 1, gets what the script makes of it, the others a good answer.
type misfortune struct {
	name   string
	failed string // words of the run's end; empty: the draft is complete
	script func(s *author, w http.ResponseWriter, call int) bool
}

// on has the numbered calls fail.
func on(fail func(http.ResponseWriter), calls ...int) func(*author, http.ResponseWriter, int) bool {
	return func(_ *author, w http.ResponseWriter, call int) bool {
		for _, n := range calls {
			if call == n {
				fail(w)
				return true
			}
		}
		return false
	}
}

func always(fail func(http.ResponseWriter)) func(*author, http.ResponseWriter, int) bool {
	return func(_ *author, w http.ResponseWriter, call int) bool {
		if call > 2 {
			fail(w)
		}
		return call > 2
	}
}

func status(code int, header ...string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		http.Error(w, `{"error":{"message":"no"}}`, code)
	}
}

// streams answers with the text and a reason for its end, "" for none.
func streams(text, finish string) func(http.ResponseWriter) {
	return func(w http.ResponseWriter) {
		w.Header().Set("Content-Type", "text/event-stream")
		content, _ := json.Marshal(text)
		reason := "null"
		if finish != "" {
			reason = `"` + finish + `"`
		}
		_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":%s}]}\n\n", content, reason)
		_, _ = io.WriteString(w, "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5}}\n\ndata: [DONE]\n\n")
	}
}

func cut(w http.ResponseWriter) {
	w.Header().Set("Content-Length", "5000")
	_, _ = io.WriteString(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"para\"}}]}\n\n")
}

func refuses(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = io.WriteString(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"I will not.\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
}

var misfortunes = []misfortune{
	{name: "none", script: on(nil)},
	{name: "429 with Retry-After", script: on(status(429, "Retry-After", "0.01"), 2)},
	{name: "429 without", script: on(status(429), 1, 2)},
	{name: "429 for an hour", script: always(status(429, "Retry-After", "3600")), failed: "no capacity"},
	{name: "500 twice", script: on(status(500), 3, 4)},
	{name: "503 for ever", script: always(status(503)), failed: "does not answer properly"},
	{name: "a cut stream", script: on(cut, 2)},
	{name: "no reason for the end", script: on(streams(`{"paragraphs":["x"],"points":[]}`, ""), 2)},
	{name: "cut off at its length", script: always(streams(`{"paragraphs":["x`, "length")), failed: "cut off at its length limit"},
	{name: "a refusal", script: always(refuses), failed: "refused to answer"},
	{name: "not JSON once", script: on(streams("Sure! Here it is.", "stop"), 2)},
	{name: "not JSON twice", script: always(streams("Sure! Here it is.", "stop")), failed: "answered twice"},
	{name: "the wrong schema once", script: on(streams(`{"text":"x"}`, "stop"), 3)},
	{name: "the wrong schema twice", script: always(streams(`{"text":"x"}`, "stop")), failed: "answered twice"},
	{name: "a NUL twice", script: always(streams(`{"paragraphs":["a\u0000b"],"points":[]}`, "stop")), failed: "answered twice"},
	{name: "a refused key", script: always(status(401)), failed: "refuses the key of this account"},
	{name: "silence once", script: func(s *author, _ http.ResponseWriter, call int) bool {
		if call == 2 {
			<-s.closed
		}
		return call == 2
	}},
}

// author is a server with OpenAI's API that writes pages, each with its own misfortune.
type author struct {
	mu     sync.Mutex
	calls  map[string]int
	fate   map[string]misfortune
	closed chan struct{}
}

var titleInPrompt = regexp.MustCompile(`"title": "([^"]+)"`)

func (s *author) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var body struct {
		Messages       []struct{ Content string }
		ResponseFormat struct {
			JSONSchema struct{ Name string } `json:"json_schema"`
		} `json:"response_format"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	title := titleInPrompt.FindStringSubmatch(body.Messages[1].Content)[1]
	s.mu.Lock()
	s.calls[title]++
	call, fate := s.calls[title], s.fate[title]
	s.mu.Unlock()
	if fate.script(s, w, call) {
		return
	}
	switch body.ResponseFormat.JSONSchema.Name {
	case "generate_content_opening":
		streams(`{"title":"Written: `+title+`","description":"What it holds.","intro":["It begins."]}`, "stop")(w)
	case "generate_content_section":
		streams(fmt.Sprintf(`{"paragraphs":["Paragraph of call %d."],"points":["One","Two"]}`, call), "stop")(w)
	case "generate_content_answers":
		streams(`{"questions":[{"question":"Why?","answer":"Because."},{"question":" ","answer":"left out"}]}`, "stop")(w)
	default:
		streams(`{"headings":["First","Second"]}`, "stop")(w)
	}
}

// shelf are enough keywords for a page each.
var shelf = []string{
	"kettle descaler", "teapot warmer", "saucepan lid", "bread knife", "cheese grater", "garlic press", "rolling pin", "salad spinner", "pepper mill",
	"butter dish", "egg timer", "apron pocket", "oven glove", "sugar tongs", "toast rack", "fish kettle", "jam funnel", "cake stand",
}

// tasksOfShelf are tasks with approved briefs, one for each keyword.
func (d *desk) tasksOfShelf(n int) []writer.Task {
	d.Helper()
	lines := []string{"Keyword,Country,Difficulty,Volume,CPC,Parent Keyword"}
	for _, text := range shelf {
		lines = append(lines, text+",us,10,100,,"+text)
	}
	sector := d.things.Sector
	_, err := d.Planner.Import(d.ctx, sector, []planner.File{planner.TextFile("shelf.csv", strings.Join(lines, "\n"))}, false)
	d.must(err)
	run, err := d.Planner.StartGrouping(d.ctx, sector, planner.GroupingChoice{Given: true})
	d.must(err)
	d.await(run)
	d.must(d.Planner.ApproveAll(d.ctx, sector))
	ideas := d.ideas()
	var tasks []writer.Task
	for _, id := range ideas[:n] {
		task, err := d.Writer.AcceptIdea(d.ctx, id)
		d.must(err)
		task, err = d.Writer.ApproveBrief(d.ctx, task.ID, task.Brief.Mark())
		d.must(err)
		tasks = append(tasks, task)
	}
	return tasks
}

func TestEveryDraftIsCompleteOrFailsInWords(t *testing.T) {
	t.Parallel()
	s := &author{calls: map[string]int{}, fate: map[string]misfortune{}, closed: make(chan struct{})}
	server := httptest.NewServer(s)
	t.Cleanup(func() {
		close(s.closed)
		server.Close()
	})
	hasty := func(o *ai.Options) { o.Backoff, o.CallTimeout = time.Millisecond, time.Second }
	w := apptest.NewTuned(t, hasty, func(c *config.Config) { c.AllowPrivateHosts = true })
	d := &desk{World: w, TB: t, ctx: w.Ctx(accountstest.Publisher), things: w.Furnish()}
	tasks := d.tasksOfShelf(len(misfortunes))
	_, err := w.Integrations.Add(w.Ctx(accountstest.Owner), ai.Connection{Kind: ai.OpenAI, BaseURL: server.URL + "/v1", Key: "of-the-account", Model: "author"}.Entered())
	d.must(err)
	for i, task := range tasks {
		page, err := d.Pages.Get(d.ctx, task.PageID)
		d.must(err)
		s.fate[page.Title] = misfortunes[i]
	}
	if len(s.fate) != len(misfortunes) {
		t.Fatalf("%d titles for %d pages", len(s.fate), len(misfortunes))
	}
	before, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	complete := int64(0)
	for i, task := range tasks {
		fate := misfortunes[i]
		quote, err := d.Writer.QuoteDrafts(d.ctx, d.things.Site, []string{task.ID})
		d.must(err)
		run, err := d.Writer.StartDrafts(d.ctx, d.things.Site, []string{task.ID}, false)
		d.must(err)
		run, err = d.Engine.Wait(d.ctx, run.ID)
		d.must(err)
		content, drafted := d.contentOf(task)
		switch {
		case fate.failed == "":
			complete++
			if run.Phase != runs.PhaseDone || run.CreditsCharged != 5 || quote.UpperBound != 5 || !drafted {
				t.Errorf("%s: %s (%s), %d credits of %d, a draft: %v", fate.name, run.Phase, run.Message, run.CreditsCharged, quote.UpperBound, drafted)
				continue
			}
			d.whole(fate.name, task, content)
		case run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, fate.failed) || run.CreditsCharged != 0 || drafted:
			t.Errorf("%s: %s, %q, %d credits, a draft: %v; want words like %q", fate.name, run.Phase, run.Message, run.CreditsCharged, drafted, fate.failed)
		}
	}
	after, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	if before.Balance-after.Balance != 5*complete || after.Held != 0 {
		t.Errorf("%d credits went for %d drafts, %d are held", before.Balance-after.Balance, complete, after.Held)
	}
}

// whole fails unless the content has everything that its brief asks for.
func (d *desk) whole(name string, task writer.Task, c writer.Content) {
	d.Helper()
	headings := 0
	for _, b := range c.Blocks {
		if b.Type == blocks.TypeHeading && b.Level == 2 {
			headings++
		}
	}
	if headings < len(task.Brief.Outline) || !strings.Contains(c.Blocks.PlainText(), "It begins.") || !strings.Contains(c.Blocks.PlainText(), "Paragraph of call") || c.BuiltIn {
		d.Errorf("%s: of %d sections the draft has %d: %s", name, len(task.Brief.Outline), headings, c.Blocks.PlainText())
	}
}

func (d *desk) contentOf(task writer.Task) (writer.Content, bool) {
	d.Helper()
	all, err := d.Writer.Contents(d.ctx, task.SiteID)
	d.must(err)
	for _, c := range all {
		if c.PageID == task.PageID {
			content, err := d.Writer.Content(d.ctx, c.ID)
			d.must(err)
			return content, true
		}
	}
	return writer.Content{}, false
}

func TestTheBuiltInEngineDraftsTenPages(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tasks := d.tasksOfShelf(10)
	before, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	for _, task := range tasks {
		run, err := d.Writer.StartDrafts(d.ctx, d.things.Site, []string{task.ID}, false)
		d.must(err)
		if run = d.await(run); run.Phase != runs.PhaseDone || run.CreditsCharged != 1 {
			t.Errorf("%s (%s), %d credits", run.Phase, run.Message, run.CreditsCharged)
		}
		if c, drafted := d.contentOf(task); !drafted || !c.BuiltIn || len(c.Blocks) < 2*len(task.Brief.Outline) {
			t.Errorf("the draft has %d blocks for %d headings", len(c.Blocks), len(task.Brief.Outline))
		}
	}
	after, err := d.Billing.Wallet(d.ctx)
	d.must(err)
	if before.Balance-after.Balance != 10 || after.Held != 0 {
		t.Errorf("%d credits went for ten drafts, %d are held", before.Balance-after.Balance, after.Held)
	}
}

package main_test

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"

	"igny8/app/ai/aitest"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/images"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
	"igny8/app/writer/drafting"
)

// TestSoak kills the program again and again at random moments while beds of keywords become clusters, ideas, drafts and pictures. On
// servers two processes share the work, one of them is killed, and Redis is emptied. In the end nothing is lost, nothing is there twice,
// and the ledger is exact. IGNY8_SOAK is the number of kills.
func TestSoak(t *testing.T) {
	t.Parallel()
	kills, _ := strconv.Atoi(os.Getenv("IGNY8_SOAK"))
	if kills == 0 {
		kills = 6
	}
	model := aitest.New(t, gardener).About(subjectInPrompt)
	where := install(t, "OPENAI_BASE_URL="+model.URL, "OPENAI_API_KEY=none", "IGNY8_AI_MODEL=gardener", "IGNY8_SIGNUP_CREDITS=1000000",
		"IGNY8_RUNS_PER_ACCOUNT=20") // on servers the leases of killed runs take slots until they expire
	seed := uint64(time.Now().UnixNano())
	g := &soak{t: t, where: where, random: rand.New(rand.NewPCG(seed, 0)), hit: map[runs.Phase]int{}}
	t.Logf("the kills follow from seed %d", seed)
	g.grow()
	g.user = signUp(t, g.processes[0].base, http.DefaultClient)
	g.plan()
	for range kills {
		g.sow()
		g.advance()
		time.Sleep(time.Duration(g.random.IntN(400)) * time.Millisecond)
		g.strike()
	}
	g.finish()
	t.Logf("%d kills; the unended runs stood in %v; %d were tried again", kills, g.hit, g.again)
	where.checkLedger(t)
	g.checkHarvest()
}

// soak is an installation under fire.
type soak struct {
	t         *testing.T
	where     *installation
	random    *rand.Rand
	processes []*server
	user      *script
	site      named
	beds      []*bed
	hit       map[runs.Phase]int
	again     int64 // runs that were killed too often and were tried again
}

// bed is a sector on its way from keywords to pictures.
type bed struct {
	sector string
	step   int
	run    string // the latest; empty: none
	tasks  []string
	page   string
}

// plan takes a first bed as far as an approved blueprint: without one no idea becomes a draft.
func (g *soak) plan() {
	first := g.user.sectors(1, phrases(3, 4))[0]
	g.site.ID = g.user.site
	g.user.cluster(first)
	g.user.approve(first)
	var clusters struct{ Items []named }
	g.user.get("/sectors/"+first+"/clusters?level=page&limit=1", &clusters)
	g.user.put("/sites/"+g.site.ID+"/blueprint", map[string]any{
		"type": "blog", "business": map[string]any{"name": "Garden birds", "description": "For people who watch birds."},
		"clusters": []map[string]any{{"cluster_id": clusters.Items[0].ID}}, "propose": true,
	})
	g.user.post("/sites/"+g.site.ID+"/blueprint/approve", nil, nil)
}

// grow starts the processes that are not running.
func (g *soak) grow() {
	count := 1
	if g.where.url != "" {
		count = 2
	}
	for len(g.processes) < count {
		g.processes = append(g.processes, start(g.t, g.where.env))
	}
	if g.user != nil {
		g.user.base = g.processes[0].base
	}
}

// strike kills a process, empties Redis, and starts another process.
func (g *soak) strike() {
	i := g.random.IntN(len(g.processes))
	g.processes[i].kill()
	g.processes = slices.Delete(g.processes, i, i+1)
	for _, variable := range g.where.env {
		if address, ok := strings.CutPrefix(variable, "REDIS_URL="); ok {
			options, err := redis.ParseURL(address)
			if err != nil {
				g.t.Fatal(err)
			}
			client := redis.NewClient(options)
			if err := client.FlushDB(g.t.Context()).Err(); err != nil {
				g.t.Fatal(err)
			}
			_ = client.Close()
		}
	}
	g.where.look(g.t, func(ctx context.Context, db *database.DB) error {
		var phases []runs.Phase
		err := db.Read(ctx).Model(&runs.Run{}).Where("phase NOT IN ('DONE', 'FAILED', 'CANCELLED')").Pluck("phase", &phases).Error
		for _, phase := range phases {
			g.hit[phase]++
		}
		return err
	})
	g.grow()
}

// sow adds a bed.
func (g *soak) sow() {
	var sector named
	g.user.post("/sites/"+g.site.ID+"/sectors", map[string]any{"name": fmt.Sprintf("Bed %d", len(g.beds)+2)}, &sector)
	lines := strings.Split(strings.TrimSpace(phrases(3, 4)), "\n")
	for i, line := range lines[1:] { // each bed has searches of its own, so that no two ideas are about the same
		lines[i+1] = fmt.Sprintf("bed%d ", len(g.beds)) + line
	}
	g.user.upload(sector.ID, "birds.csv", strings.Join(lines, "\n"))
	g.beds = append(g.beds, &bed{sector: sector.ID})
}

// advance takes the next step of each bed whose run has ended. It reports whether all beds are at their end.
func (g *soak) advance() bool {
	all := true
	for _, b := range g.beds {
		if b.run != "" {
			var run task
			g.user.get("/ai-tasks/"+b.run, &run)
			if !run.ended() {
				all = false
				continue
			}
			if strings.Contains(run.Message, "was interrupted") { // killed more often than a run is begun: a person tries it again
				g.user.post("/ai-tasks/"+b.run+"/retry", nil, nil)
				g.again++
				all = false
				continue
			}
			b.run = ""
		}
		if b.step < len(steps) {
			steps[b.step](g, b)
			b.step++
			all = false
		}
	}
	return all
}

// finish waits until all beds are at their end. It fails if no run has ended for two minutes.
func (g *soak) finish() {
	var last int64
	for deadline := time.Now().Add(2 * time.Minute); !g.advance(); time.Sleep(200 * time.Millisecond) {
		var ended int64
		var left []runs.Run
		g.where.look(g.t, func(ctx context.Context, db *database.DB) error {
			if err := db.Read(ctx).Model(&runs.Run{}).Where("phase IN ('DONE', 'FAILED', 'CANCELLED')").Count(&ended).Error; err != nil {
				return err
			}
			return db.Read(ctx).Where("phase NOT IN ('DONE', 'FAILED', 'CANCELLED')").Find(&left).Error
		})
		if ended > last {
			last, deadline = ended, time.Now().Add(2*time.Minute)
		}
		if time.Now().After(deadline) {
			g.t.Fatalf("no run has ended for two minutes after %d had; these are left: %+v", ended, left)
		}
	}
}

var steps = []func(*soak, *bed){
	func(g *soak, b *bed) { b.run = g.user.queue(grouping.AutoCluster, on{"sector_id": b.sector}).ID },
	func(g *soak, b *bed) {
		g.user.approve(b.sector)
		b.run = g.user.queue(ideas.GenerateIdeas, on{"sector_id": b.sector}).ID
	},
	(*soak).draft, (*soak).describe, (*soak).paint,
}

// draft accepts two ideas and has their pages drafted.
func (g *soak) draft(b *bed) {
	var list struct{ Items []named }
	g.user.get("/sectors/"+b.sector+"/ideas?limit=2", &list)
	for _, idea := range list.Items {
		var task named
		g.user.post("/ideas/"+idea.ID+"/accept", nil, &task)
		b.tasks = append(b.tasks, task.ID)
	}
	if len(b.tasks) > 0 {
		payload := map[string]any{"task_ids": b.tasks, "approve_briefs": true}
		b.run = g.user.queue(drafting.GenerateContent, on{"site_id": g.site.ID, "payload": payload}).ID
	}
}

// describe has pictures of a drafted page described.
func (g *soak) describe(b *bed) {
	for _, c := range g.contents() {
		if slices.Contains(b.tasks, c.TaskID) {
			b.page = c.PageID
			b.run = g.user.queue(images.GeneratePrompts, on{"site_id": g.site.ID, "payload": map[string]any{"page_ids": []string{b.page}}}).ID
			return
		}
	}
}

// paint has the described pictures made.
func (g *soak) paint(b *bed) {
	if b.page == "" {
		return
	}
	var list struct {
		Items []struct {
			ID     string
			PageID string `json:"page_id"`
		}
	}
	g.user.get("/sites/"+g.site.ID+"/images?limit=200", &list)
	var wishes []string
	for _, image := range list.Items {
		if image.PageID == b.page {
			wishes = append(wishes, image.ID)
		}
	}
	if len(wishes) > 0 {
		b.run = g.user.queue(images.GenerateImages, on{"site_id": g.site.ID, "payload": map[string]any{"image_ids": wishes}}).ID
	}
}

type grown struct {
	TaskID string `json:"task_id"`
	PageID string `json:"page_id"`
}

func (g *soak) contents() []grown {
	var list struct{ Items []grown }
	g.user.get("/sites/"+g.site.ID+"/contents?limit=200", &list)
	return list.Items
}

// checkHarvest compares what was charged with the rows that are there.
func (g *soak) checkHarvest() {
	g.where.look(g.t, func(ctx context.Context, db *database.DB) error {
		count := func(table, distinct string) (rows, different int64) {
			for of, into := range map[string]*int64{"*": &rows, "DISTINCT " + distinct: &different} {
				if err := db.Read(ctx).Table(table).Select("COUNT(" + of + ")").Scan(into).Error; err != nil {
					g.t.Fatal(err)
				}
			}
			return rows, different
		}
		for _, made := range []struct {
			function        string
			table, distinct string
			price           int64
		}{
			{ideas.GenerateIdeas, "ideas", "cluster_id", 1},
			{drafting.GenerateContent, "contents", "page_id", 5},
			{images.GenerateImages, "image_variants", "id", 1},
		} {
			var charged int64
			err := db.Read(ctx).Model(&runs.Run{}).Select("COALESCE(SUM(credits_charged), 0)").Where("function = ?", made.function).Scan(&charged).Error
			if err != nil {
				return err
			}
			rows, different := count(made.table, made.distinct)
			if rows == 0 || rows != different || charged != rows*made.price {
				g.t.Errorf("%s: %d credits were charged for %d rows of %s, of which %d differ", made.function, charged, rows, made.table, different)
			}
		}
		var ended, told int64
		if err := db.Read(ctx).Model(&runs.Run{}).Count(&ended).Error; err != nil {
			return err
		}
		if err := db.Read(ctx).Model(&events.Event{}).Where("kind = ?", events.RunEnded).Count(&told).Error; err != nil {
			return err
		}
		drafts, _ := count("contents", "id")
		first, _ := count("revisions", "id")
		if told != ended+g.again || first != drafts {
			g.t.Errorf("%d ends of %d runs are recorded, %d of which were tried again, and %d revisions of %d drafts", told, ended, g.again, first, drafts)
		}
		return nil
	})
}

var subjectInPrompt = regexp.MustCompile(`"(?:cluster|title|Title)":\s*"([^"]+)"`)

// gardener answers every question after a moment; one subject in six is refused, always.
func gardener(c aitest.Call) aitest.Answer {
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(c.Subject))
	if hash.Sum32()%6 == 0 && c.Schema == "generate_ideas" {
		return aitest.Refuses()
	}
	moment := make(chan struct{})
	time.AfterFunc(time.Duration(rand.IntN(80))*time.Millisecond, func() { close(moment) })
	return aitest.After(moment, aitest.Says(grows(c)))
}

func grows(c aitest.Call) string {
	text := fmt.Sprintf("What %s does in spring is worth a walk in the morning, %s.", c.Subject, strings.Repeat("when the dew lies on the grass, ", 4))
	var answer any
	switch c.Schema {
	case "generate_ideas":
		answer = map[string]any{
			"title": "All about " + c.Subject, "angle": "For people who watch birds.", "intent": "informational",
			"outline": []string{"Where it lives", "What it eats"}, "target_keywords": []string{c.Subject},
		}
	case "generate_content_opening":
		answer = map[string]any{"title": c.Subject, "description": "What it holds.", "intro": []string{text}}
	case "generate_content_section":
		answer = map[string]any{"paragraphs": []string{text}, "points": []string{}}
	case "generate_image_prompts":
		answer = map[string]any{"pictures": []any{map[string]any{"prompt": "A bird on a fence in the morning", "alt": "A bird on a fence"}}}
	default:
		answer = map[string]any{"questions": []any{}}
	}
	data, _ := json.Marshal(answer)
	return string(data)
}

// Package clustering groups keywords into pages, topics and pillars without a model. It builds one neighbour graph over the
// words of the keywords and cuts it at three depths. It is pure: it takes keywords and returns nested clusters with
// evidence, the same ones for any order of the input and any number of workers. It knows nothing of accounts, databases or
// files.
package clustering

import (
	"context"
	"runtime"
)

// Keyword holds what a keyword tool exported about one search phrase.
type Keyword struct {
	Text       string
	Volume     *int64   // searches per month; nil is unknown
	Difficulty *float64 // on the scale of the tool; nil is unknown
	Intents    []string // informational, commercial, transactional, navigational; nil is unknown. Other values are ignored
	Parent     string   // the tool's parent keyword, "" if none
	URLs       []string // the ranking page, or the addresses of the result page; nil if unknown
	Group      string   // the cluster from the tool, "" if none
}

// Granularity says how readily keywords are put into the same cluster.
type Granularity string

// The zero value means Normal.
const (
	Fine   Granularity = "fine"
	Normal Granularity = "normal"
	Coarse Granularity = "coarse"
)

// Options of a run. The zero value suits most imports.
type Options struct {
	Granularity Granularity
	Language    string               // BCP 47; "" is detected from the keywords
	Workers     int                  // goroutines; 0 is GOMAXPROCS. It changes the time, never the result
	Vectors     map[string][]float32 // embeddings from a model, by Phrase.Text; phrases without one are compared by words
	Progress    func(fraction float64, sentence string)
}

// Level is the depth of a cluster in the tree.
type Level string

// The levels from the root down. Only pages hold keywords.
const (
	Pillar Level = "pillar"
	Topic  Level = "topic"
	Page   Level = "page"
)

// Cluster is a node of the tree. Siblings have different names, ignoring case.
type Cluster struct {
	Level  Level
	Name   string
	Parent int    // index in Result.Clusters, -1 for a pillar
	Volume *int64 // sum of the known volumes below it; nil if none is known
}

// Membership places one keyword in a page and gives the reasons.
type Membership struct {
	Key, Text string // of several spellings the one with the highest volume, then the first in byte order
	Volume    *int64
	Page      int // index in Result.Clusters
	Evidence  []Evidence
	Strength  float64 // 0 to 1: average similarity to the rest of its page
	Weak      bool    // Strength is barely above the join threshold: a person should look at it
}

// Result is the whole tree: clusters with parents before children, one membership for each distinct keyword sorted by key,
// and the pairs of pages that were nearly joined.
type Result struct {
	Clusters    []Cluster
	Memberships []Membership
	Borderline  []Borderline
}

// Run groups the keywords. It leaves out empty texts and merges equal ones. The only error it returns is that of ctx.
func Run(ctx context.Context, keywords []Keyword, o Options) (Result, error) {
	r := run{ctx: ctx, settings: settingsFor(o.Granularity), workers: o.Workers, progress: o.Progress}
	if r.workers <= 0 {
		r.workers = runtime.GOMAXPROCS(0)
	}
	r.report(0, "Reading the words")
	return r.group(newCorpus(ctx, fold(keywords), o.Language), o.Vectors)
}

// run is one execution of Run.
type run struct {
	ctx      context.Context
	settings settings
	workers  int
	progress func(float64, string)
}

// ended reports whether the work should stop. Loops over many keywords call it with their counter; looking at the context in each turn
// would slow them down. A loop that has stopped leaves an incomplete result, which is not used: the context is looked at after it.
func ended(ctx context.Context, turn int) bool { return turn%256 == 0 && ctx.Err() != nil }

func (r *run) report(fraction float64, sentence string) {
	if r.progress != nil {
		r.progress(fraction, sentence)
	}
}

func (r *run) group(c *corpus, given map[string][]float32) (Result, error) {
	if len(c.entries) == 0 {
		return Result{}, r.ctx.Err()
	}
	c.headness = c.heads(r.ctx)
	r.report(.1, "Finding what the keywords are about")
	pillars, err := r.pillars(c)
	if err != nil {
		return Result{}, err
	}
	r.report(.25, "Comparing keywords")
	found, err := r.pages(c, newVectors(c, given), pillars)
	if err != nil {
		return Result{}, err
	}
	r.report(.9, "Naming the clusters")
	result := newTree(r.ctx, c, found.similarity, r.settings).result(found, nest(found.topics, pillars))
	r.report(1, "Done")
	return result, r.ctx.Err()
}

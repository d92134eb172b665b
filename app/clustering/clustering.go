// Package clustering groups keywords into pages, topics and pillars without a model: one neighbour graph over the words of
// the keywords, cut at three depths. It is pure: keywords in, nested clusters with evidence out, the same ones for any order
// of the input and any number of workers. It knows nothing of accounts, databases or files.
package clustering

import (
	"context"
	"runtime"
)

// Keyword is what a keyword tool knows of one search phrase.
type Keyword struct {
	Text       string
	Volume     *int64   // searches a month; nil is unknown
	Difficulty *float64 // how hard it is to rank for, on the tool's scale; nil is unknown
	Intents    []string // informational, commercial, transactional, navigational; nil if unknown. Others are ignored
	Parent     string   // the tool's parent keyword, "" if none
	URLs       []string // the ranking page, or the addresses of the result page; nil if unknown
	Group      string   // the cluster the tool gave, "" if none
}

// Granularity is how readily keywords are put together.
type Granularity string

// The granularities; the zero value is Normal.
const (
	Fine   Granularity = "fine"
	Normal Granularity = "normal"
	Coarse Granularity = "coarse"
)

// Options of a run; the zero value is right for most imports.
type Options struct {
	Granularity Granularity
	Language    string               // BCP 47; "" is detected from the keywords
	Workers     int                  // goroutines; 0 is GOMAXPROCS. Changes the time, never the result
	Vectors     map[string][]float32 // what a model makes of phrases, by Phrase.Text; phrases without one are compared by words
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

// Cluster is a node of the tree. Names are unique among the children of one parent, letter case aside.
type Cluster struct {
	Level  Level
	Name   string
	Parent int    // index in Result.Clusters, -1 for a pillar
	Volume *int64 // sum of the known volumes below it; nil if none is known
}

// Membership places one keyword in a page and says why.
type Membership struct {
	Key, Text string // of several spellings the one with the highest volume, then the first in byte order
	Volume    *int64
	Page      int // index in Result.Clusters
	Evidence  []Evidence
	Strength  float64 // 0 to 1: how like the rest of its page
	Weak      bool    // hardly more alike than a page must be: a join that a person should look at
}

// Result is the whole tree, parents before children, one membership for each distinct keyword, sorted by key, and what was
// nearly joined.
type Result struct {
	Clusters    []Cluster
	Memberships []Membership
	Borderline  []Borderline
}

// Run groups the keywords. Texts that are empty are left out, equal ones are folded into one. The only error is that of ctx.
func Run(ctx context.Context, keywords []Keyword, o Options) (Result, error) {
	r := run{ctx: ctx, settings: settingsFor(o.Granularity), workers: o.Workers, progress: o.Progress}
	if r.workers <= 0 {
		r.workers = runtime.GOMAXPROCS(0)
	}
	r.tell(0, "Reading the words")
	return r.group(newCorpus(fold(keywords), o.Language), o.Vectors)
}

// run is one grouping on its way.
type run struct {
	ctx      context.Context
	settings settings
	workers  int
	progress func(float64, string)
}

func (r *run) tell(fraction float64, sentence string) {
	if r.progress != nil {
		r.progress(fraction, sentence)
	}
}

func (r *run) group(c *corpus, given map[string][]float32) (Result, error) {
	if len(c.entries) == 0 {
		return Result{}, r.ctx.Err()
	}
	c.headness = c.heads()
	r.tell(.1, "Finding what the keywords are about")
	pillars, err := r.pillars(c)
	if err != nil {
		return Result{}, err
	}
	r.tell(.25, "Comparing keywords")
	found, err := r.pages(c, newVectors(c, given), pillars)
	if err != nil {
		return Result{}, err
	}
	r.tell(.9, "Naming the clusters")
	result := newTree(c, found.alike, r.settings).result(found, nest(found.topics, pillars))
	r.tell(1, "Done")
	return result, r.ctx.Err()
}

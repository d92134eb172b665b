package grouping

import (
	"context"
	"strings"

	"igny8/app/ai"
	"igny8/app/clustering"
	"igny8/app/runs"
	"igny8/app/text"
)

// MostCalls is the most that a run asks the model, whatever fails and is repeated: 10 times for vectors, 2 for pairs and 5
// for names when all goes well.
const MostCalls = 24

// modelReview is a grouping in which a model is asked: for the meaning of phrases, which go into the graph, for pairs of
// clusters that were nearly joined, and for names. What it does not answer is done by words, and the summary says so.
type modelReview struct {
	model  *ai.Model
	tell   runs.Progress
	joined int
	named  int
	failed []string
}

// groupWithModel groups as group does and asks a model to review the clusters. Clusters of tools are taken as they are, without asking.
func groupWithModel(ctx context.Context, in ungrouped, m *ai.Model, tell runs.Progress) (outcome, error) {
	if in.Topics != nil || in.WordsOnly {
		return group(ctx, in, tell)
	}
	c := modelReview{model: m, tell: tell}
	result, err := c.cluster(ctx, in)
	if err != nil {
		return outcome{}, err
	}
	if result, err = c.judge(ctx, result, in); err != nil {
		return outcome{}, err
	}
	if result, err = c.name(ctx, result, in); err != nil {
		return outcome{}, err
	}
	return outcome{Pages: pagesOf(result), Review: c.summary()}, nil
}

// placed says of each cluster whether the run places some of its keywords, and whether all.
func (in ungrouped) placed(r clustering.Result) (some, all []bool) {
	some, stays := make([]bool, len(r.Clusters)), make([]bool, len(r.Clusters))
	for _, m := range r.Memberships {
		for at := m.Page; at >= 0; at = r.Clusters[at].Parent {
			some[at], stays[at] = some[at] || !in.Grouped[m.Key], stays[at] || in.Grouped[m.Key]
		}
	}
	all = make([]bool, len(r.Clusters))
	for i := range all {
		all[i] = !stays[i]
	}
	return some, all
}

// without says whether the grouping goes on after the error, and notes what it goes on without.
func (c *modelReview) without(what string, err error) bool {
	if !ai.Unanswered(err) {
		return false
	}
	c.failed = append(c.failed, what)
	return true
}

func (c *modelReview) cluster(ctx context.Context, in ungrouped) (clustering.Result, error) {
	vectors, err := vectorsOf(ctx, in.Keywords, c.model, partOf(c.tell, 0, .3))
	if err != nil && !c.without("the meaning of the phrases", err) {
		return clustering.Result{}, err
	}
	return clustering.Run(ctx, in.Keywords, clustering.Options{
		Granularity: in.Granularity, Vectors: vectors,
		Progress: partOf(c.tell, .3, .8),
	})
}

// summary says what the model did, and what it did not do.
func (c *modelReview) summary() string {
	var did []string
	if c.joined > 0 {
		did = append(did, "joined "+text.Count(int64(c.joined), "pair of clusters", "pairs of clusters"))
	}
	if c.named > 0 {
		did = append(did, "named "+text.Count(int64(c.named), "cluster", "clusters"))
	}
	var said []string
	if len(did) > 0 {
		said = append(said, "The model "+strings.Join(did, " and ")+".")
	}
	if len(c.failed) > 0 {
		said = append(said, "It did not answer for "+strings.Join(c.failed, " and ")+": there the words alone decided.")
	}
	return strings.Join(said, " ")
}

package grouping

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"igny8/app/ai"
	"igny8/app/clustering"
)

// What a run asks the model about pairs of page clusters that were nearly joined: the most alike, many in a call.
const (
	judged     = 100 // pairs at most
	perJudging = 50
)

var judging = ai.Step{
	Name: "judge", In: pairs{},
	Prompt: `Each numbered pair below holds two groups of phrases that people type into a search engine. For each pair decide whether one web page would serve both groups:
whether people who type the phrases of a and those who type the phrases of b want the same thing. If in doubt, they do not.
Answer with the numbers of the pairs that one page would serve.

{{data "pairs" .Pairs}}`,
	Schema: json.RawMessage(`{"type":"object","properties":{"same":{"type":"array","items":{"type":"integer"}}},"required":["same"],"additionalProperties":false}`),
}

// pairs are what one question is about.
type pairs struct{ Pairs []nearPair }

type nearPair struct {
	Number int      `json:"number"`
	A      []string `json:"a"`
	B      []string `json:"b"`
}

type sameness struct {
	Same []int `json:"same"`
}

// judge joins the pairs of pages that the model takes for one, as far as one of them has keywords that the run places.
func (c *modelReview) judge(ctx context.Context, r clustering.Result, in ungrouped) (clustering.Result, error) {
	some, _ := in.placed(r)
	asked := slices.DeleteFunc(slices.Clone(r.Borderline), func(b clustering.Borderline) bool { return !some[b.A] && !some[b.B] })
	asked = asked[:min(len(asked), judged)]
	spelled := spellings(r)
	var same [][2]int
	for n, part := range slices.Collect(slices.Chunk(asked, perJudging)) {
		c.tell(.8+.05*float64(n), fmt.Sprintf("Asking about %d pairs of clusters.", len(asked)))
		question := pairs{}
		for i, b := range part {
			question.Pairs = append(question.Pairs, nearPair{i + 1, spelled[b.A], spelled[b.B]})
		}
		q := ai.Question{Step: judging.Name, Key: strconv.Itoa(n), Label: "pairs of clusters", In: question}
		answer, err := ai.Ask(ctx, c.model, q, func(s sameness) (sameness, error) {
			for _, number := range s.Same {
				if number < 1 || number > len(part) {
					return s, fmt.Errorf("no such pair: the numbers go from 1 to %d, not to %d", len(part), number)
				}
			}
			return s, nil
		})
		if err != nil {
			if c.without("pairs of clusters", err) {
				break
			}
			return r, err
		}
		for _, number := range answer.Same {
			same = append(same, [2]int{part[number-1].A, part[number-1].B})
		}
	}
	before := len(r.Clusters)
	r = clustering.Merge(r, same)
	c.joined = before - len(r.Clusters)
	return r, nil
}

// spelledMost is how many keywords tell the model what a cluster is.
const spelledMost = 8

// spellings returns the keywords of the highest volume of each cluster.
func spellings(r clustering.Result) [][]string {
	members := slices.Clone(r.Memberships)
	slices.SortStableFunc(members, func(a, b clustering.Membership) int { return clustering.CompareKnown(b.Volume, a.Volume) })
	spelled := make([][]string, len(r.Clusters))
	for _, m := range members {
		for at := m.Page; at >= 0; at = r.Clusters[at].Parent {
			if len(spelled[at]) < spelledMost {
				spelled[at] = append(spelled[at], m.Text)
			}
		}
	}
	return spelled
}

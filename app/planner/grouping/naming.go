package grouping

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"igny8/app/ai"
	"igny8/app/clustering"
)

// What a run asks the model to name: the clusters of the highest volume, many in a call. The others keep the names that their words give.
const (
	named      = 200 // clusters at most
	perNaming  = 40
	nameLength = 60 // characters
)

var naming = ai.Step{
	Name: "name", In: nameless{},
	Prompt: `Each numbered group below holds phrases that people type into a search engine, the most frequent first. Give each group a short name that tells an editor what it is about:
two to five words, in the language of its phrases, as a label and not as a sentence, without numbers of searches and without quotation marks. Groups of different numbers get different names.

{{data "groups" .Groups}}`,
	Schema: json.RawMessage(`{"type":"object","properties":{"names":{"type":"array","items":{"type":"object","properties":{"number":{"type":"integer"},"name":{"type":"string"}},"required":["number","name"],"additionalProperties":false}}},"required":["names"],"additionalProperties":false}`),
}

// nameless are the groups that one question is about.
type nameless struct{ Groups []phraseGroup }

type phraseGroup struct {
	Number  int      `json:"number"`
	Level   string   `json:"level"`
	Phrases []string `json:"phrases"`
}

type givenNames struct {
	Names []struct {
		Number int    `json:"number"`
		Name   string `json:"name"`
	} `json:"names"`
}

// name gives clusters the names that the model finds for them. One with keywords that stay where they are has its name.
func (c *modelReview) name(ctx context.Context, r clustering.Result, in ungrouped) (clustering.Result, error) {
	_, all := in.placed(r)
	var order []int
	for i := range r.Clusters {
		if all[i] {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return clustering.CompareKnown(r.Clusters[b].Volume, r.Clusters[a].Volume) })
	order = order[:min(len(order), named)]
	spelled, found := spellings(r), map[int]string{}
	for n, part := range slices.Collect(slices.Chunk(order, perNaming)) {
		c.tell(.9+.02*float64(n), fmt.Sprintf("Naming %d clusters.", len(order)))
		question := nameless{}
		for i, at := range part {
			question.Groups = append(question.Groups, phraseGroup{i + 1, string(r.Clusters[at].Level), spelled[at]})
		}
		q := ai.Question{Step: naming.Name, Key: strconv.Itoa(n), Label: "names of clusters", In: question}
		answer, err := ai.Ask(ctx, c.model, q, func(a givenNames) (givenNames, error) { return a, a.check(len(part)) })
		if err != nil {
			if c.without("names of clusters", err) {
				break
			}
			return r, err
		}
		for _, one := range answer.Names {
			found[part[one.Number-1]] = one.Name
		}
	}
	c.named = len(found)
	return clustering.Rename(r, found), nil
}

// check refuses names that no cluster can have. A group without a name keeps the one it has.
func (a givenNames) check(groups int) error {
	for _, one := range a.Names {
		switch name := strings.TrimSpace(one.Name); {
		case one.Number < 1 || one.Number > groups:
			return fmt.Errorf("no such group: the numbers go from 1 to %d, not to %d", groups, one.Number)
		case name == "" || utf8.RuneCountInString(name) > nameLength || strings.ContainsAny(name, "\r\n\t"):
			return fmt.Errorf("not a name: %q; a name has 1 to %d characters on one line", name, nameLength)
		}
	}
	return nil
}

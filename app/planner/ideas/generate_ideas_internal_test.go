package ideas

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/builtin"
)

func TestParseProposalRefuses(t *testing.T) {
	t.Parallel()
	c := builtin.PageCluster{Cluster: "dify", Keywords: []builtin.Keyword{{Keyword: "dify"}, {Keyword: "dify pricing"}}}
	for _, bad := range []builtin.Idea{{}, {Title: "t", Outline: []string{"x"}}, {Title: "t", Angle: "a"}, {Title: strings.Repeat("t", 201), Angle: "a", Outline: []string{"x"}}} {
		if _, err := parseProposal(c, bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	got, err := parseProposal(c, builtin.Idea{Title: " A  b ", Angle: "a", Outline: []string{"x"}, TargetKeywords: []string{"Dify  Pricing", "invented"}})
	if err != nil || got.Title != "A b" || !slices.Equal(got.TargetKeywords, []string{"dify pricing"}) {
		t.Fatalf("got %+v, %v", got, err)
	}
}

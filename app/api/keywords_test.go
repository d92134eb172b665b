package api_test

import (
	"net/http"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/apptest"
)

func TestKeywordsAreFilteredAndExported(t *testing.T) {
	t.Parallel()
	w := apptest.New(t)
	things := w.Furnish()
	editor := accountstest.Editor
	list := "/sectors/" + things.Sector + "/keywords"
	for _, wrong := range []string{"?weak=perhaps", "?volume_min=many", "?difficulty_max=200", "?intent=curious", "?match=letters", "?sort=price"} {
		if reply := w.API(editor, http.MethodGet, list+wrong, nil); reply.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", wrong, reply.Status)
		}
	}
	for query, want := range map[string]int{
		"?volume_min=9900": 2, "?volume_max=900": 1, "?difficulty_max=9": 2, "?question=yes": 4, "?volume=unknown": 1, "?intent_by=file": 12, "?intent_by=hand": 0,
		"?q=hose+reel&match=words": 1, "?q=hose+ree&match=words": 0, "?weak=no&pinned=yes": 0, "?import_id=" + things.Import: 13,
	} {
		if got := len(w.API(editor, http.MethodGet, list+query, nil).JSON(t)["items"].([]any)); got != want {
			t.Errorf("%s: %d keywords, want %d", query, got, want)
		}
	}
	first := w.API(editor, http.MethodGet, list+"?sort=-opportunity", nil).JSON(t)["items"].([]any)[0].(map[string]any)
	if first["keyword"] != "raised garden bed" || first["opportunity"] != 8712.0 || first["intent_by"] != "file" || first["sources"].([]any)[0].(map[string]any)["volume"] != 12100.0 {
		t.Errorf("the best opportunity is %v", first)
	}

	export := "/sectors/" + things.Sector + "/export"
	for _, wrong := range []string{"?format=pdf", "?what=dreams", "?what=all", "?weak=perhaps"} {
		if reply := w.API(editor, http.MethodGet, export+wrong, nil); reply.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", wrong, reply.Status)
		}
	}
	for query, want := range map[string][2]string{
		"":                                  {"keywords.csv", "Keyword,Volume"},
		"?what=clusters":                    {"clusters.csv", "Pillar,Topic"},
		"?what=ideas":                       {"ideas.csv", "Title,Angle"},
		"?what=all&format=xlsx":             {"planner.xlsx", "PK"},
		"?what=keywords&format=xlsx&q=hose": {"keywords.xlsx", "PK"},
	} {
		reply := w.API(editor, http.MethodGet, export+query, nil)
		if reply.Status != http.StatusOK || !strings.Contains(reply.Header.Get("Content-Disposition"), `attachment; filename="`+want[0]) || !strings.HasPrefix(reply.Body, want[1]) {
			t.Errorf("%s: %d %s", query, reply.Status, reply.Header.Get("Content-Disposition"))
		}
	}
	if lines := strings.Count(w.API(editor, http.MethodGet, export+"?q=hose", nil).Body, "\n"); lines != 6 {
		t.Errorf("%d lines with a hose, want the header and 5", lines)
	}
}

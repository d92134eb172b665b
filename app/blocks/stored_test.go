package blocks

import (
	"reflect"
	"testing"
)

// TestStoredDocumentsAreReadAsTheyWereParsed compares the two ways to read a document.
func TestStoredDocumentsAreReadAsTheyWereParsed(t *testing.T) {
	for _, stored := range []string{
		`[]`, `[{"id":"a","type":"paragraph","text":"Green <strong>tea</strong>."}]`, `[{"id":"a","type":"heading","level":3,"text":"Tea"}]`,
		`[{"id":"a","type":"quote","text":"Tea","cite":"Somebody"}]`, `[{"id":"a","type":"list","ordered":true,"items":["one","two"]},{"id":"b","type":"list","items":[]}]`,
		`[{"id":"a","type":"table","head":["x"],"rows":[["1"],["2"]],"caption":"c"}]`, `[{"id":"a","type":"image","image_id":"i","alt":"A leaf","caption":"c"}]`,
		`[{"id":"a","type":"faq","items":[{"question":"Why?","answer":"So."}]}]`, `[{"id":"a","type":"cta","text":"t","label":"Buy","href":"/buy/"}]`,
		`[{"id":"a","type":"code","text":"x < y"}]`, `[{"id":"a","type":"html","text":"<p>x</p>"}]`,
		`[{"id":"a","type":"slot","prompt":"Say","keywords":["tea"],"words":80,"answer":"number","must":true,"left_out":"no data"}]`,
		`[{"id":"a","type":"poem","text":"x"}]`, `{"id":"a"}`, `[{"id":"a","type":"faq","items":["no question"]}]`, `[1]`, `null`, `[`,
	} {
		want, refused := decode([]byte(stored))
		got, err := decodeStored([]byte(stored))
		if (err == nil) != (refused == nil) || err != nil && err.Error() != refused.Error() {
			t.Errorf("%s: %v, want %v", stored, err, refused)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %#v, want %#v", stored, got, want)
		}
	}
}

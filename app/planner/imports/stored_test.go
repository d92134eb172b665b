package imports_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"igny8/app/keywordfile"
	"igny8/app/planner/imports"
)

// Rows of earlier versions hold these names: a field may come, but none may be renamed.
func TestReportsAreStoredUnderTheseNames(t *testing.T) {
	t.Parallel()
	report := imports.FileReport{
		Name: "k.csv", Format: "a list", Encoding: "UTF-8", Delimiter: "comma", HeaderRow: 1, Market: "us", Date: "2026-07-01",
		Columns: []keywordfile.Column{{Header: "Keyword", Field: keywordfile.FieldKeyword}},
		Rows:    9, Imported: 8, Updated: 7, Duplicates: 6, RejectedCount: 5, Declined: 4, Accepted: 3, Joined: 2, UnknownVolumes: 1,
		Rejected: []keywordfile.Rejected{{Row: 4, Reason: "It is empty."}},
		Ignored:  []keywordfile.Ignored{{Name: "CTR", Reason: "It follows."}},
		Tables: []keywordfile.Table{{
			Part: "Sheet 1", Key: "abc", HeaderRow: 1, Header: []string{"Keyword"}, Fields: []keywordfile.Field{keywordfile.FieldKeyword},
			Sample: [][]string{{"hose"}}, Mapped: true, Headerless: true,
		}},
		Parts: []keywordfile.Part{{Name: "Sheet 1", Rows: 9, Skipped: "It is hidden."}},
		Notes: []string{"A note."}, Refusal: "It is no keyword file.",
	}
	const want = `{"name":"k.csv","format":"a list","encoding":"UTF-8","delimiter":"comma","header_row":1,"market":"us","date":"2026-07-01",` +
		`"columns":[{"header":"Keyword","field":"keyword"}],` +
		`"rows":9,"imported":8,"updated":7,"duplicates":6,"rejected_count":5,"declined":4,"accepted":3,"joined":2,"unknown_volumes":1,` +
		`"rejected":[{"row":4,"reason":"It is empty."}],"ignored":[{"name":"CTR","reason":"It follows."}],` +
		`"tables":[{"part":"Sheet 1","key":"abc","header_row":1,"header":["Keyword"],"fields":["keyword"],"sample":[["hose"]],"mapped":true,"headerless":true}],` +
		`"parts":[{"name":"Sheet 1","rows":9,"skipped":"It is hidden."}],"notes":["A note."],"refusal":"It is no keyword file."}`
	if got, err := json.Marshal(report); err != nil || string(got) != want {
		t.Errorf("stored as %s, %v", got, err)
	}
	var read imports.FileReport
	if err := json.Unmarshal([]byte(want), &read); err != nil || !reflect.DeepEqual(read, report) {
		t.Errorf("read as %+v, %v", read, err)
	}
}

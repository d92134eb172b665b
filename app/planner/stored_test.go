package planner_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"igny8/app/keywordfile"
	"igny8/app/planner"
)

// Rows of earlier versions hold these names: a field may come, but none may be renamed.
func TestFactsOfKeywordsAreStoredUnderTheseNames(t *testing.T) {
	t.Parallel()
	whole, part := func(n int64) *int64 { return &n }, func(n float64) *float64 { return &n }
	for _, c := range []struct {
		value any
		want  string
	}{
		{
			planner.Source{
				File: "k.csv", Tool: "Ahrefs", Date: "2026-07-01", Country: "us", Currency: "USD", Intent: "commercial", Parent: "hose",
				Values: keywordfile.Values{
					Volume: whole(1), VolumeLow: whole(2), VolumeHigh: whole(3), Estimated: true, Difficulty: part(4), CPC: part(0.5),
					Impressions: whole(6), Clicks: whole(7),
					Position: part(8.5), Trend: []int64{9, 100},
				},
			},
			`{"file":"k.csv","tool":"Ahrefs","date":"2026-07-01","country":"us","volume":1,"volume_low":2,"volume_high":3,"estimated":true,"difficulty":4,"cpc":0.5,` +
				`"impressions":6,"clicks":7,"position":8.5,"trend":[9,100],"currency":"USD","intent":"commercial","parent":"hose"}`,
		},
		{planner.Source{File: "k.csv"}, `{"file":"k.csv"}`},
		{planner.Evidence{Kind: "words", Text: "They share words."}, `{"kind":"words","text":"They share words."}`},
		{planner.Difference{Name: "Volume", Before: "1", After: "2"}, `{"name":"Volume","before":"1","after":"2"}`},
	} {
		got, err := json.Marshal(c.value)
		if err != nil || string(got) != c.want {
			t.Errorf("stored as %s, %v", got, err)
		}
		read := reflect.New(reflect.TypeOf(c.value))
		if err := json.Unmarshal([]byte(c.want), read.Interface()); err != nil || !reflect.DeepEqual(read.Elem().Interface(), c.value) {
			t.Errorf("read as %+v, %v", read.Elem(), err)
		}
	}
}

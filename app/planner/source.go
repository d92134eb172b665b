package planner

import (
	"cmp"
	"reflect"
	"slices"
)

// Source is what one file said about a keyword. A nil number, or an empty text, is what the file did not say.
type Source struct {
	File        string   `json:"file"`
	Tool        string   `json:"tool"`           // the tool and its export
	Date        string   `json:"date,omitempty"` // of the export
	Country     string   `json:"country,omitempty"`
	Volume      *int64   `json:"volume,omitempty"`
	VolumeLow   *int64   `json:"volume_low,omitempty"`
	VolumeHigh  *int64   `json:"volume_high,omitempty"`
	Estimated   bool     `json:"estimated,omitempty"`
	Difficulty  *float64 `json:"difficulty,omitempty"`
	CPC         *float64 `json:"cpc,omitempty"`
	Currency    string   `json:"currency,omitempty"`
	Intent      string   `json:"intent,omitempty"`
	Impressions *int64   `json:"impressions,omitempty"`
	Clicks      *int64   `json:"clicks,omitempty"`
	Position    *float64 `json:"position,omitempty"`
	Parent      string   `json:"parent,omitempty"` // the tool's parent keyword, or the page it groups the keyword in
}

// said is what the file says about the keyword that was read from it.
func said(report FileReport, k Keyword) Source {
	return Source{
		File: report.Name, Tool: report.Format, Date: report.Date, Country: k.Country,
		Volume: k.Volume, VolumeLow: k.VolumeLow, VolumeHigh: k.VolumeHigh, Estimated: k.Estimated, Difficulty: k.Difficulty, CPC: k.CPC, Currency: k.Currency,
		Intent: k.Intent, Impressions: k.Impressions, Clicks: k.Clicks, Position: k.Position, Parent: cmp.Or(k.GivenGroup, k.ParentKeyword),
	}
}

// mostSources is how many sources are kept for a keyword, those with the latest dates.
const mostSources = 20

// together are the sources of both lists. A file that is read again replaces what it said before.
func together(before, more []Source) []Source {
	all := slices.Clone(more)
	for _, s := range before {
		if !slices.ContainsFunc(more, s.sameFile) {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b Source) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Tool, b.Tool), cmp.Compare(a.File, b.File), cmp.Compare(a.Country, b.Country))
	})
	return all[:min(len(all), mostSources)]
}

func (s Source) sameFile(other Source) bool {
	return s.File == other.File && s.Tool == other.Tool && s.Country == other.Country
}

// gathered are the sources of the rows of one keyword. Of two that are alike the first stays.
func gathered(rows []Keyword) []Source {
	all := []Source{}
	for _, row := range rows {
		for _, s := range row.Sources {
			if !slices.ContainsFunc(all, s.sameFile) {
				all = append(all, s)
			}
		}
	}
	return together(nil, all)
}

func sameSources(a, b []Source) bool {
	return slices.EqualFunc(a, b, func(x, y Source) bool { return reflect.DeepEqual(x, y) })
}

package planner

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"igny8/app/database"
	"igny8/app/keywordfile"
	"igny8/app/text"
)

// attribute is a fact about a keyword that files tell, or that follows from them. Imports, what they change, exports and the
// orders of lists are driven by the table of attributes: a new one is a field of keywordfile.Values, a line here and a
// column in the database.
type attribute struct {
	column database.Column // that imports write; without a name: none
	header string          // in exported files; empty: it is not exported
	cell   func(Keyword) any
	sort   *database.Order // lists can be sorted by it, under the name of the column
	most   float64         // lists can be filtered by its limits, up to this; 0: they cannot

	label string // of what an import changes; empty: it changes with another
	text  func(Keyword) string
	moves bool // where it changes, the tool groups the keyword elsewhere

	// join takes in what another row of the same keyword says. Rows come in the order in which they are to be believed.
	join func(k *Keyword, row Keyword)
	// refresh takes over what another import says. What it does not know never replaces what is known.
	refresh func(k *Keyword, from Keyword)
}

// attributes are in the order of the columns of exported files.
var attributes = []attribute{
	volume(),
	{column: value("volume_low", bigint), header: "Min volume", cell: func(k Keyword) any { return k.VolumeLow }},
	{column: value("volume_high", bigint), header: "Max volume", cell: func(k Keyword) any { return k.VolumeHigh }},
	{column: value("estimated", "BOOLEAN")},
	{column: database.Column{Name: "demand", Field: "Demand", Kind: bigint}, header: "Demand", cell: func(k Keyword) any { return k.Demand }},
	number("difficulty", double, "Difficulty", first, func(k *Keyword) **float64 { return &k.Difficulty }).sorted("difficulty").between(100),
	attribute{header: keywordfile.ExportedOpportunity, cell: func(k Keyword) any { return k.Opportunity }}.sorted("opportunity"),
	cpc(),
	{column: database.Column{Name: "currency", Field: "Currency", Kind: "TEXT"}, header: "Currency", cell: func(k Keyword) any { return k.Currency }},
	intent(),
	{column: database.Column{Name: "intent_by", Field: "IntentBy", Kind: "TEXT"}, header: keywordfile.ExportedIntentBy, cell: func(k Keyword) any { return k.IntentBy }},
	wording("country", "Country", "Country", func(k *Keyword) *string { return &k.Country }),
	number("impressions", bigint, "Impressions", greatest, func(k *Keyword) **int64 { return &k.Impressions }),
	number("clicks", bigint, "Clicks", greatest, func(k *Keyword) **int64 { return &k.Clicks }),
	number("position", double, "Position", least, func(k *Keyword) **float64 { return &k.Position }),
	trend(),
	wording("parent_keyword", "ParentKeyword", "Parent keyword", func(k *Keyword) *string { return &k.ParentKeyword }).moving(),
	addresses(),
	wording("given_group", "GivenGroup", "Page of the tool", func(k *Keyword) *string { return &k.GivenGroup }).moving().unexported(),
	wording("given_topic", "GivenTopic", "Topic of the tool", func(k *Keyword) *string { return &k.GivenTopic }).moving().unexported(),
}

// ExportedFacts returns the headers of what Facts returns. An import knows them again, see keywordfile.
func ExportedFacts() []string {
	var headers []string
	for _, a := range attributes {
		if a.header != "" {
			headers = append(headers, a.header)
		}
	}
	return headers
}

// Facts returns what is known about the keyword, in the order of ExportedFacts. An unknown number is a nil pointer.
func (k Keyword) Facts() []any {
	var cells []any
	for _, a := range attributes {
		if a.header != "" {
			cells = append(cells, a.cell(k))
		}
	}
	return cells
}

// The types of columns on PostgreSQL.
const (
	bigint = "BIGINT"
	double = "DOUBLE PRECISION"
)

// value returns the column of a field of keywordfile.Values, which bears its name in JSON.
func value(name, kind string) database.Column {
	return database.Column{Name: name, Field: name, Kind: kind}
}

// Which of the numbers that rows of one keyword have stays.
const (
	first    = 0 // of the row to be believed most
	greatest = 1
	least    = -1
)

// number returns an attribute that is a number of keywordfile.Values.
func number[T int64 | float64](name, kind, header string, which int, field func(*Keyword) **T) attribute {
	return attribute{
		column: value(name, kind), header: header, label: header,
		cell: func(k Keyword) any { return *field(&k) },
		text: func(k Keyword) string { return plain(*field(&k)) },
		join: func(k *Keyword, row Keyword) {
			at, other := field(k), *field(&row)
			if *at == nil || (other != nil && which*cmp.Compare(*other, **at) > 0) {
				*at = other
			}
		},
		refresh: func(k *Keyword, from Keyword) { over(field(k), *field(&from)) },
	}
}

// wording returns an attribute that is text.
func wording(name, field, header string, at func(*Keyword) *string) attribute {
	return attribute{
		column: database.Column{Name: name, Field: field, Kind: "TEXT"}, header: header, label: header,
		cell: func(k Keyword) any { return *at(&k) },
		text: func(k Keyword) string { return *at(&k) },
		join: func(k *Keyword, row Keyword) { *at(k) = cmp.Or(*at(k), *at(&row)) },
		refresh: func(k *Keyword, from Keyword) {
			*at(k) = cmp.Or(*at(&from), *at(k))
		},
	}
}

func (a attribute) moving() attribute {
	a.moves = true
	return a
}

func (a attribute) unexported() attribute {
	a.header, a.cell = "", nil
	return a
}

// sorted lets lists be sorted by the column.
func (a attribute) sorted(column string) attribute {
	a.sort = &database.Order{Column: column, Nullable: true}
	if a.column.Kind == double {
		a.sort.Kind = database.Real
	}
	return a
}

// between lets lists be filtered by a least and a most value, each from 0.
func (a attribute) between(most float64) attribute {
	a.most = most
	return a
}

// bound returns a limit as the column has it.
func (a attribute) bound(n float64) any {
	if a.column.Kind == bigint {
		return int64(n)
	}
	return n
}

// volume returns the attribute of the volume with its range. An estimate never replaces an exact one.
func volume() attribute {
	return attribute{
		column: value("volume", bigint), header: "Volume", label: "Volume",
		cell: func(k Keyword) any { return k.Volume },
		text: volumeText,
		join: func(k *Keyword, row Keyword) {
			if k.volumeRank() == noVolume {
				k.takeVolume(row)
			}
		},
		refresh: func(k *Keyword, from Keyword) {
			if from.volumeRank() > noVolume && from.volumeRank() >= k.volumeRank() {
				k.takeVolume(from)
			}
		},
	}.sorted("volume").between(1 << 53)
}

// cpc returns the attribute of the cost of a click with its currency.
func cpc() attribute {
	return attribute{
		column: value("cpc", double), header: "CPC", label: "CPC",
		cell: func(k Keyword) any { return k.CPC },
		text: func(k Keyword) string { return strings.TrimSpace(plain(k.CPC) + " " + k.Currency) },
		join: func(k *Keyword, row Keyword) {
			if k.CPC == nil {
				k.CPC, k.Currency = row.CPC, row.Currency
			}
		},
		refresh: func(k *Keyword, from Keyword) {
			if from.CPC != nil {
				k.CPC, k.Currency = from.CPC, from.Currency
			}
		},
	}
}

// intent returns the attribute of the intent with who says so.
func intent() attribute {
	a := wording("intent", "Intent", "Intent", func(k *Keyword) *string { return &k.Intent })
	a.refresh = (*Keyword).takeIntent
	return a
}

// trend returns the attribute of the searches of twelve months. Of two rows the larger stays, so that their order does not matter.
func trend() attribute {
	text := func(k Keyword) string {
		return strings.Trim(strings.Join(strings.Fields(fmt.Sprint(k.Trend)), ", "), "[]")
	}
	return attribute{
		column: value("trend", "JSONB"), header: "Trend", label: "Trend", text: text,
		cell: func(k Keyword) any { return text(k) },
		join: func(k *Keyword, row Keyword) {
			if slices.Compare(row.Trend, k.Trend) > 0 {
				k.Trend = row.Trend
			}
		},
		refresh: func(k *Keyword, from Keyword) {
			if from.Trend != nil {
				k.Trend = from.Trend
			}
		},
	}
}

// addresses returns the attribute of the pages that rank.
func addresses() attribute {
	return attribute{
		column: database.Column{Name: "urls", Field: "URLs", Kind: "JSONB"}, header: "URLs", label: "Ranking addresses",
		cell:    func(k Keyword) any { return strings.Join(k.URLs, " ") },
		text:    func(k Keyword) string { return strings.Join(k.URLs, " ") },
		join:    func(k *Keyword, row Keyword) { k.URLs = union(k.URLs, row.URLs) },
		refresh: func(k *Keyword, from Keyword) { k.URLs = union(k.URLs, from.URLs) },
	}
}

// plain returns a number as people type it; empty: unknown.
func plain[T int64 | float64](n *T) string {
	switch n := any(n).(type) {
	case *int64:
		return whole(n)
	case *float64:
		return decimal(n)
	}
	return ""
}

// volumeText returns the volume, or the range where only that is known.
func volumeText(k Keyword) string {
	volume := whole(k.Volume)
	if k.VolumeLow != nil && k.VolumeHigh != nil {
		volume = whole(k.VolumeLow) + " to " + whole(k.VolumeHigh)
	}
	if k.Estimated && volume != "" {
		return volume + " (estimated)"
	}
	return volume
}

// Difference is a value of a keyword before and after an import; empty is unknown.
type Difference struct {
	Name   string `json:"name"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// longDifference is how many characters a difference shows: twenty addresses may be forty thousand.
const longDifference = 2000

// Differences returns what an import changes in a keyword, what groups it elsewhere last, and whether its tool does that now.
func Differences(before, after Keyword) (list []Difference, moved bool) {
	var groups []Difference
	for _, a := range attributes {
		if a.label == "" {
			continue
		}
		was, is := a.text(before), a.text(after)
		if was == is {
			continue
		}
		change := Difference{a.label, text.Cut(was, longDifference), text.Cut(is, longDifference)}
		if a.moves {
			groups, moved = append(groups, change), moved || was != ""
		} else {
			list = append(list, change)
		}
	}
	return append(list, groups...), moved
}

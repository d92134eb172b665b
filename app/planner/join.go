package planner

import (
	"cmp"
	"slices"
	"strings"

	"igny8/app/keywordfile"
	"igny8/app/language"
	"igny8/app/text"
)

// newKeyword is what a row says.
func newKeyword(row keywordfile.Row) Keyword {
	k := Keyword{
		Text: row.Keyword, Key: language.Key(row.Keyword), State: KeywordNew,
		Volume: row.Volume, VolumeLow: row.VolumeLow, VolumeHigh: row.VolumeHigh, Estimated: row.Estimated,
		Difficulty: row.Difficulty, CPC: row.CPC, Currency: row.Currency, Intent: setOfIntents(strings.Join(row.Intent, ",")).String(), Country: row.Country,
		Impressions: row.Impressions, Clicks: row.Clicks, Position: row.Position,
		ParentKeyword: row.Parent, URLs: union(nil, row.URLs), Question: language.Asks(language.Key(row.Keyword)), GivenGroup: row.GivenPage, GivenTopic: row.GivenTopic, Evidence: []Evidence{},
	}
	if !text.Printable(k.Currency) {
		k.Currency = ""
	}
	k.Demand = k.demand()
	return k
}

// The worth of what is known about a keyword's volume.
const (
	noVolume = iota
	estimatedVolume
	exactVolume
)

func (k Keyword) volumeRank() int {
	switch {
	case k.Volume != nil && !k.Estimated:
		return exactVolume
	case k.Volume != nil || k.VolumeLow != nil || k.VolumeHigh != nil:
		return estimatedVolume
	}
	return noVolume
}

func (k *Keyword) takeVolume(from Keyword) {
	k.Volume, k.VolumeLow, k.VolumeHigh, k.Estimated = from.Volume, from.VolumeLow, from.VolumeHigh, from.Estimated
}

// demand is the exact volume, else the estimate or the middle of its range, else the impressions, else unknown.
func (k Keyword) demand() *int64 {
	switch {
	case k.Volume != nil:
		return k.Volume
	case k.VolumeLow != nil && k.VolumeHigh != nil:
		middle := (*k.VolumeLow + *k.VolumeHigh) / 2
		return &middle
	}
	return cmp.Or(k.VolumeHigh, k.VolumeLow, k.Impressions)
}

// join takes the other rows of the same keyword in, so that the order of the rows does not matter: the row with the better known, then the higher volume
// leads (of several spellings with one volume the first in byte order), and what it does not know comes from the next. Numbers are never added up:
// exports have a row for each address that ranks.
func (k *Keyword) join(others []Keyword) {
	if len(others) == 0 {
		return
	}
	rows := append(others, *k)
	slices.SortFunc(rows, leading)
	k.Text = rows[0].Text
	k.takeVolume(rows[0])
	k.Difficulty, k.CPC, k.Currency, k.Intent, k.Country, k.ParentKeyword, k.GivenGroup, k.GivenTopic, k.URLs = nil, nil, "", "", "", "", "", "", nil
	for _, row := range rows {
		k.Difficulty = cmp.Or(k.Difficulty, row.Difficulty)
		if k.CPC == nil {
			k.CPC, k.Currency = row.CPC, row.Currency
		}
		k.Intent, k.Country = cmp.Or(k.Intent, row.Intent), cmp.Or(k.Country, row.Country)
		k.ParentKeyword, k.GivenGroup = cmp.Or(k.ParentKeyword, row.ParentKeyword), cmp.Or(k.GivenGroup, row.GivenGroup)
		k.GivenTopic = cmp.Or(k.GivenTopic, row.GivenTopic)
		k.Impressions, k.Clicks = extreme(k.Impressions, row.Impressions, 1), extreme(k.Clicks, row.Clicks, 1)
		k.Position = extreme(k.Position, row.Position, -1)
		k.URLs = union(k.URLs, row.URLs)
	}
	k.Sources = gathered(rows)
	k.Demand = k.demand()
}

// leading orders the rows of one keyword, the one to believe first.
func leading(a, b Keyword) int {
	return cmp.Or(
		cmp.Compare(b.volumeRank(), a.volumeRank()),
		compareKnown(b.Volume, a.Volume),
		compareKnown(b.VolumeHigh, a.VolumeHigh),
		compareKnown(b.Impressions, a.Impressions),
		cmp.Compare(a.Text, b.Text),
		compareKnown(b.Difficulty, a.Difficulty),
		compareKnown(b.CPC, a.CPC),
		cmp.Compare(b.Country, a.Country),
		cmp.Compare(b.Intent, a.Intent),
		cmp.Compare(b.ParentKeyword, a.ParentKeyword),
		slices.Compare(a.URLs, b.URLs),
	)
}

func compareKnown[T cmp.Ordered](a, b *T) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}

// extreme is the greater (sign 1) or the smaller (sign -1) of two numbers, the known one if there is only one.
func extreme[T cmp.Ordered](a, b *T, sign int) *T {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	if sign*cmp.Compare(*b, *a) > 0 {
		return b
	}
	return a
}

// mostURLs is how many addresses are kept for a keyword: as many as a page of results has.
const mostURLs = 20

func union(a, b []string) []string {
	all := append([]string{}, a...)
	for _, s := range b {
		if !slices.Contains(all, s) && len(all) < mostURLs {
			all = append(all, s)
		}
	}
	return all
}

package planner

import (
	"cmp"
	"slices"
	"strings"

	"igny8/app/clustering"
	"igny8/app/keywordfile"
)

// newKeyword is what a row says.
func newKeyword(row keywordfile.Row) Keyword {
	k := Keyword{
		Text: row.Keyword, Key: clustering.Key(row.Keyword), State: KeywordNew,
		Volume: row.Volume, VolumeLow: row.VolumeLow, VolumeHigh: row.VolumeHigh, Estimated: row.Estimated,
		Difficulty: row.Difficulty, CPC: row.CPC, Currency: row.Currency, Intent: strings.Join(row.Intent, ","), Country: row.Country,
		Impressions: row.Impressions, Clicks: row.Clicks, Position: row.Position,
		ParentKeyword: row.Parent, URLs: union(nil, row.URLs), GivenGroup: row.GivenPage, Evidence: []string{},
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

// join takes another row of the same keyword in, so that the order of the rows does not matter: the row with the better known, then the higher volume leads
// (of several spellings with one volume the first in byte order), and what it does not know comes from the other. Numbers are never added up: exports have
// a row for each address that ranks.
func (k *Keyword) join(other Keyword) {
	lead, rest := *k, other
	if leads(other, *k) {
		lead, rest = other, *k
	}
	k.Text = lead.Text
	k.takeVolume(lead)
	k.Difficulty = cmp.Or(lead.Difficulty, rest.Difficulty)
	k.CPC, k.Currency = lead.CPC, lead.Currency
	if lead.CPC == nil {
		k.CPC, k.Currency = rest.CPC, rest.Currency
	}
	k.Intent, k.Country = cmp.Or(lead.Intent, rest.Intent), cmp.Or(lead.Country, rest.Country)
	k.ParentKeyword, k.GivenGroup = cmp.Or(lead.ParentKeyword, rest.ParentKeyword), cmp.Or(lead.GivenGroup, rest.GivenGroup)
	k.Impressions, k.Clicks = extreme(lead.Impressions, rest.Impressions, 1), extreme(lead.Clicks, rest.Clicks, 1)
	k.Position = extreme(lead.Position, rest.Position, -1)
	k.URLs = union(lead.URLs, rest.URLs)
	k.Demand = k.demand()
}

func leads(a, b Keyword) bool {
	return cmp.Or(
		cmp.Compare(a.volumeRank(), b.volumeRank()),
		compareKnown(a.Demand, b.Demand),
		cmp.Compare(b.Text, a.Text),
	) > 0
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

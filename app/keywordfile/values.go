package keywordfile

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Values are the numbers that a file may have for a keyword. In this package, only this file and the column names in field.go list each
// of them.
type Values struct {
	Volume      *int64   `json:"volume" doc:"Searches a month; never filled from impressions. For a range the geometric mean of its ends."`
	VolumeLow   *int64   `json:"volume_low" doc:"The lower end, where a tool gives a range."`
	VolumeHigh  *int64   `json:"volume_high" doc:"The upper end, where a tool gives a range."`
	Estimated   bool     `json:"estimated" doc:"The volume is an estimate."`
	Difficulty  *float64 `json:"difficulty" doc:"0 to 100."`
	CPC         *float64 `json:"cpc" gorm:"column:cpc"`
	Impressions *int64   `json:"impressions"`
	Clicks      *int64   `json:"clicks"`
	Position    *float64 `json:"position"`
	Trend       []int64  `json:"trend" gorm:"serializer:json" doc:"The searches of the last twelve months, oldest first, in percent of the highest; empty: unknown."`
}

// pack appends the values to a packed row.
func (v *Values) pack(b []byte) []byte {
	known := uint64(0)
	whole, parts := v.whole(), v.parts()
	for i, number := range whole {
		if *number != nil {
			known |= 1 << i
		}
	}
	for i, number := range parts {
		if *number != nil {
			known |= 1 << (len(whole) + i)
		}
	}
	if v.Estimated {
		known |= 1 << (len(whole) + len(parts))
	}
	b = binary.AppendUvarint(b, known)
	for _, number := range whole {
		if *number != nil {
			b = binary.AppendVarint(b, **number)
		}
	}
	for _, number := range parts {
		if *number != nil {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(**number))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(v.Trend)))
	for _, percent := range v.Trend {
		b = binary.AppendVarint(b, percent)
	}
	return b
}

// unpack reads values that pack has written.
func (v *Values) unpack(p *packed) {
	known := p.count()
	whole, parts := v.whole(), v.parts()
	for i, number := range whole {
		if known&(1<<i) != 0 {
			value := p.integer()
			*number = &value
		}
	}
	for i, number := range parts {
		if known&(1<<(len(whole)+i)) != 0 {
			value := p.fraction()
			*number = &value
		}
	}
	v.Estimated = known&(1<<(len(whole)+len(parts))) != 0
	for n := p.count(); n > 0 && !p.broken; n-- {
		v.Trend = append(v.Trend, p.integer())
	}
}

func (v *Values) whole() [5]**int64 {
	return [5]**int64{&v.Volume, &v.VolumeLow, &v.VolumeHigh, &v.Impressions, &v.Clicks}
}

func (v *Values) parts() [3]**float64 { return [3]**float64{&v.Difficulty, &v.CPC, &v.Position} }

// values returns the values of a record with one keyword.
func (t *table) values(record []string) Values {
	var v Values
	t.volume(&v, record)
	if d := decimal(t.cell(record, FieldDifficulty)); d != nil && *d >= 0 && *d <= 100 {
		v.Difficulty = d
	}
	if c := decimal(t.cell(record, FieldCPC)); c != nil && *c >= 0 {
		v.CPC = c
	}
	v.Impressions, v.Clicks = integer(count(t.cell(record, FieldImpressions)).value), integer(count(t.cell(record, FieldClicks)).value)
	if p := decimal(t.cell(record, FieldPosition)); p != nil && *p > 0 {
		v.Position = p
	}
	v.Trend = trend(t.cell(record, FieldTrend))
	return v
}

func (t *table) volume(values *Values, record []string) {
	v := count(t.cell(record, FieldVolume))
	if low, high := count(t.cell(record, FieldVolumeLow)), count(t.cell(record, FieldVolumeHigh)); low.value != nil && high.value != nil {
		v = between(*low.value, *high.value)
	}
	if t.format == keywordPlanner && v.value != nil && !v.estimated && len(t.months) > 0 && t.noMonths(record) {
		if bucket, ok := buckets[*v.value]; ok {
			v = between(bucket[0], bucket[1])
		}
	}
	values.Volume, values.VolumeLow, values.VolumeHigh, values.Estimated = integer(v.value), integer(v.low), integer(v.high), v.estimated
}

// trend reads monthly searches, oldest first, as counts or as shares: Semrush writes 0.81,1,... or [81,100,...], Ahrefs the searches of
// two years. Only the last twelve count; fewer are no trend.
func trend(cell string) []int64 {
	months := strings.Split(strings.Trim(strings.TrimSpace(cell), "[]"), ",")
	if len(months) < monthsOfTrend {
		return nil
	}
	var searches [monthsOfTrend]float64
	for i, month := range months[len(months)-monthsOfTrend:] {
		n, err := strconv.ParseFloat(strings.TrimSpace(month), 64)
		if err != nil || !(n >= 0) || math.IsInf(n, 1) {
			return nil
		}
		searches[i] = n
	}
	percents := make([]int64, monthsOfTrend)
	if highest := slices.Max(searches[:]); highest > 0 {
		for i, n := range searches {
			percents[i] = int64(math.Round(n / highest * 100))
		}
	}
	return percents
}

const monthsOfTrend = 12

// join combines the values with those of another row of the same keyword. The result is the same in both orders. Values are never added
// up: an exact volume wins over an estimate, an estimate over none, and the larger of two different values wins.
func (v *Values) join(o Values) {
	if o.Volume != nil && (v.Volume == nil || (v.Estimated && !o.Estimated) || (v.Estimated == o.Estimated && *o.Volume > *v.Volume)) {
		v.Volume, v.VolumeLow, v.VolumeHigh, v.Estimated = o.Volume, o.VolumeLow, o.VolumeHigh, o.Estimated
	}
	v.CPC, v.Difficulty, v.Position = larger(v.CPC, o.CPC), larger(v.Difficulty, o.Difficulty), best(v.Position, o.Position)
	v.Impressions, v.Clicks = larger(v.Impressions, o.Impressions), larger(v.Clicks, o.Clicks)
	if slices.Compare(o.Trend, v.Trend) > 0 {
		v.Trend = o.Trend
	}
}

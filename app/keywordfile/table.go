package keywordfile

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// table converts the records of a sheet to rows, one for each keyword and country.
type table struct {
	sheet
	*gathering
	part     string // name of the part, if the file has several
	encoding string
	columns  map[Field][]int
	format   string
	money    string // the currency of the prices
	months   []int  // the columns with the volume of a single month
	own      bool   // a hand-made table: a topic, and its keywords in one cell
	at       int    // its index in the report
}

func newTable(g *gathering, p part, s sheet) *table {
	t := &table{sheet: s, gathering: g, part: p.name, encoding: p.encoding, columns: map[Field][]int{}, format: formatOf(s)}
	if r := g.report; r.Format == "" {
		r.Format, r.Encoding, r.Delimiter, r.HeaderRow = t.format, p.encoding, s.delimiter, s.headerRow
	}
	if s.header == nil {
		t.columns[FieldKeyword] = []int{0}
		return t
	}
	t.at = len(g.report.Tables)
	g.report.Tables = append(g.report.Tables, tableOf(p.name, s))
	t.own = slices.ContainsFunc(s.header, func(cell string) bool { return header(cell) == "keywords" })
	for i, cell := range s.header {
		field := s.fields[i]
		if t.format == searchConsole && field == FieldPage && !t.mapped {
			field = FieldURL // the page that ranks, not a cluster
		}
		if !t.mapped && t.format != strategy && t.format != "Keyword Insights" && t.format != exported && (field == FieldPage || field == FieldTopic) && !t.own {
			field = FieldIgnored
		}
		if i < MaxColumns {
			g.report.Tables[t.at].Fields[i] = field
		}
		if field == FieldCPC {
			if m := cost.FindStringSubmatch(strings.ToLower(cell)); m != nil {
				t.money = strings.ToUpper(m[1])
			}
		}
		if strings.HasPrefix(header(cell), "searches:") {
			t.months = append(t.months, i)
		}
		t.columns[field] = append(t.columns[field], i)
		switch {
		case field != FieldIgnored:
			t.report.Columns = append(t.report.Columns, Column{Header: t.title(i), Field: field})
		case strings.TrimSpace(cell) != "":
			t.report.Ignored = append(t.report.Ignored, Ignored{Name: t.title(i), Reason: t.reason(cell)})
		}
	}
	return t
}

// title returns the name of a column.
func (t *table) title(i int) string {
	if t.headerless {
		return "Column " + strconv.Itoa(i+1)
	}
	return cut(strings.TrimSpace(t.header[i]))
}

func (t *table) reason(cell string) string {
	if t.mapped {
		return "left out by hand"
	}
	return reasonFor(cell)
}

func (t *table) read() error {
	if t.encoding == western {
		t.report.Notes = append(t.report.Notes, "The file is not UTF-8 and was read as Windows-1252, the encoding of older Windows programs. Look whether accents are right.")
	}
	before := t.report.Rows
	if err := t.below(t.record); err != nil {
		return err
	}
	if t.format == searchConsole && t.report.Rows-before == 1000 {
		t.report.Notes = append(t.report.Notes, "Exactly 1,000 rows: Search Console cuts its exports off there.")
	}
	return nil
}

func (t *table) record(line int, record []string) error {
	if empty(record) {
		return nil
	}
	if t.report.Rows == MaxRows {
		return tooMany(t.file)
	}
	if t.format == exported {
		revive(record)
	}
	if t.header != nil && len(record) > len(t.header) && !empty(record[len(t.header):]) {
		t.reject(line, "The row has %d cells, the header %d. A comma in a cell needs quotes around it.", len(record), len(t.header))
		return nil
	}
	if t.header != nil {
		t.report.Tables[t.at].sample(record)
	}
	cell := t.cell(record, FieldKeyword)
	if t.own && strings.ContainsAny(cell, "\n\r") {
		row := t.shared(line, record)
		for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == '\n' || r == '\r' }) {
			if t.report.Rows == MaxRows {
				return tooMany(t.file)
			}
			if err := t.add(part, row); err != nil {
				return err
			}
		}
		return nil
	}
	row := t.shared(line, record)
	if row.Values = t.values(record); row.CPC != nil {
		row.Currency = t.currency(record)
	}
	return t.add(cell, row)
}

func (t *table) reject(line int, format string, args ...any) {
	if t.part != "" {
		format, args = "In %s: "+format, append([]any{t.part}, args...)
	}
	t.report.reject(line, format, args...)
}

func empty(record []string) bool {
	for _, cell := range record {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// cell returns the first cell of the field that is not empty.
func (t *table) cell(record []string, field Field) string {
	for _, i := range t.columns[field] {
		if i < len(record) && strings.TrimSpace(record[i]) != "" {
			return record[i]
		}
	}
	return ""
}

// add stores the keyword with the values of its row.
func (t *table) add(cell string, row Row) error {
	keyword := norm.NFC.String(strings.TrimSpace(spaced(cell)))
	switch {
	case keyword == "":
		t.reject(row.Line, "There is no keyword in the row.")
		return nil
	case !validText(keyword):
		t.reject(row.Line, "The keyword has characters that are no text, perhaps from another encoding.")
		return nil
	case utf8.RuneCountInString(keyword) > MaxKeyword:
		t.reject(row.Line, "The keyword has %d characters; at most %d are read. Perhaps a quote does not end.", utf8.RuneCountInString(keyword), MaxKeyword)
		return nil
	}
	row.Keyword = strings.Join(strings.Fields(keyword), " ")
	t.report.Rows++
	joined, err := t.rows.add(row)
	if err != nil {
		return err
	}
	if joined {
		t.report.Duplicates++
		return nil
	}
	if t.report.Accepted++; t.report.Accepted == 1 {
		t.country = row.Country
	} else if row.Country != t.country {
		t.country = ""
	}
	return nil
}

// shared returns the values of the record that apply to each keyword in it.
func (t *table) shared(line int, record []string) Row {
	row := Row{
		Line: line, Country: countryOf(t.cell(record, FieldCountry)), Intent: t.intents(record),
		Parent: text(t.cell(record, FieldParent)), GivenPage: text(t.cell(record, FieldPage)), GivenTopic: text(t.cell(record, FieldTopic)),
	}
	for _, i := range t.columns[FieldURL] {
		if i < len(record) {
			row.URLs = union(row.URLs, addresses(record[i]))
		}
	}
	return row
}

func (t *table) noMonths(record []string) bool {
	for _, i := range t.months {
		if i < len(record) && strings.TrimSpace(record[i]) != "" {
			return false
		}
	}
	return true
}

func (t *table) currency(record []string) string {
	if c := strings.ToUpper(strings.TrimSpace(t.cell(record, FieldCurrency))); len(c) == 3 {
		return c
	}
	return t.money
}

// order is the order of the intents in a row that has a column of true and false for each.
var order = []string{"informational", "navigational", "commercial", "transactional"}

func (t *table) intents(record []string) []string {
	if t.format == exported && recognised(t.header, record) {
		return nil
	}
	list := intentsIn(t.cell(record, FieldIntent), t.format)
	for _, intent := range order {
		if len(t.columns[Field(intentField+intent)]) == 0 {
			continue
		}
		if yes(t.cell(record, Field(intentField+intent))) && !has(list, intent) {
			list = append(list, intent)
		}
	}
	return list
}

// yes reports whether a cell of true and false is true. Workbooks write 1.
func yes(cell string) bool {
	cell = strings.TrimSpace(cell)
	return strings.EqualFold(cell, "true") || cell == "1"
}

func text(cell string) string {
	s := norm.NFC.String(strings.Join(strings.Fields(spaced(cell)), " "))
	if !validText(s) || unknowns[strings.ToLower(s)] || utf8.RuneCountInString(s) > MaxKeyword {
		return ""
	}
	return s
}

func addresses(cell string) []string {
	var list []string
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == '|' || r == ' ' || r == '\n' || r == '\t' }) {
		if len(list) == MaxURLs {
			break
		}
		web := strings.HasPrefix(part, "http://") || strings.HasPrefix(part, "https://")
		if web && len(part) <= maxURL && validText(part) && !has(list, part) {
			list = append(list, part)
		}
	}
	return list
}

// join adds the values that only the other row of the same keyword has. The result is the same in both orders.
func (r *Row) join(o Row) {
	r.Keyword = max(r.Keyword, o.Keyword) // lower case sorts after upper case
	if o.CPC != nil && (r.CPC == nil || *o.CPC > *r.CPC || (*o.CPC == *r.CPC && o.Currency > r.Currency)) {
		r.Currency = o.Currency
	}
	r.Values.join(o.Values)
	r.Parent, r.GivenPage, r.GivenTopic = max(r.Parent, o.Parent), max(r.GivenPage, o.GivenPage), max(r.GivenTopic, o.GivenTopic)
	r.Intent, r.URLs = union(r.Intent, o.Intent), union(r.URLs, o.URLs)
}

func union(list, more []string) []string {
	for _, s := range more {
		if len(list) < MaxURLs && !has(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func larger[T int64 | float64](a, b *T) *T {
	if a == nil || (b != nil && *b > *a) {
		return b
	}
	return a
}

// best returns the better of two search positions.
func best(a, b *float64) *float64 {
	if a == nil || (b != nil && *b < *a) {
		return b
	}
	return a
}

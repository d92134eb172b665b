package blocks

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Type says what a block is and which fields it has.
type Type string

// The types of blocks.
const (
	TypeHeading   Type = "heading"
	TypeParagraph Type = "paragraph"
	TypeQuote     Type = "quote"
	TypeList      Type = "list"
	TypeTable     Type = "table"
	TypeImage     Type = "image"
	TypeFAQ       Type = "faq"
	TypeCTA       Type = "cta"
	TypeCode      Type = "code"
	TypeHTML      Type = "html"
	TypeSlot      Type = "slot"
)

// Types lists all types in the order in which an editor offers them.
var Types = []Type{TypeParagraph, TypeHeading, TypeList, TypeQuote, TypeTable, TypeImage, TypeFAQ, TypeCTA, TypeCode, TypeHTML, TypeSlot}

// fields lists the JSON fields of each type beside id and type, in the order in which they are written.
var fields = map[Type][]string{
	TypeHeading:   {"level", "text"},
	TypeParagraph: {"text"},
	TypeQuote:     {"text", "cite"},
	TypeList:      {"ordered", "items"},
	TypeTable:     {"head", "rows", "caption"},
	TypeImage:     {"image_id", "alt", "caption"},
	TypeFAQ:       {"items"},
	TypeCTA:       {"text", "label", "href"},
	TypeCode:      {"text"},
	TypeHTML:      {"text"},
	TypeSlot:      {"prompt", "keywords", "words", "answer", "must", "left_out"},
}

// Answer is the form that the answer to a slot must have.
type Answer string

// The forms of an answer. Empty means AnswerProse.
const (
	AnswerProse      Answer = "prose"
	AnswerNumber     Answer = "number"
	AnswerTable      Answer = "table"
	AnswerComparison Answer = "comparison"
)

// Answers lists all forms in the order in which an editor offers them.
var Answers = []Answer{AnswerProse, AnswerNumber, AnswerTable, AnswerComparison}

// Block is one piece of a document. Only the fields of its type count; the others are neither written nor compared. Texts
// are inline HTML (see Inline), with three exceptions: the text of code is verbatim, the text of html is block HTML, and
// alt, label and the texts of a slot are inline HTML without elements, that is text with entities.
type Block struct {
	ID        string
	Type      Type
	Level     int        // heading: 2 to 4
	Text      string     // heading, paragraph, quote, cta, code, html
	Cite      string     // quote
	Ordered   bool       // list
	Items     []string   // list
	Questions []QA       // faq; "items" in JSON
	Head      []string   // table
	Rows      [][]string // table
	Caption   string     // table, image
	ImageID   string     // image
	Alt       string     // image
	Label     string     // cta
	Href      string     // cta
	Prompt    string     // slot: what it must answer
	Keywords  []string   // slot: the searches that it answers
	Length    int        // slot: about how many words; 0 is any number. "words" in JSON
	Answer    Answer     // slot
	Must      bool       // slot: the page is useless without it
	LeftOut   string     // slot: why the page does without it; empty: it is still to be written
}

// Unwritten reports whether the block is a slot that is still to be written.
func (b Block) Unwritten() bool { return b.Type == TypeSlot && b.LeftOut == "" }

// QA is one question of an FAQ with its answer, both inline HTML.
type QA struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// MarshalJSON writes only the fields of the block's type. Lists are never null.
func (b Block) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	write := func(name string, value any) error {
		encoded, err := json.Marshal(value)
		if err != nil {
			return err
		}
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		out.WriteString(`"` + name + `":`)
		out.Write(encoded)
		return nil
	}
	if err := write("id", b.ID); err != nil {
		return nil, err
	}
	if err := write("type", b.Type); err != nil {
		return nil, err
	}
	b.makeLists()
	for _, name := range fields[b.Type] {
		if err := write(name, b.field(name)); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// UnmarshalJSON reads the shape of a block. Unknown types and fields are an *Error. It does not sanitise; Parse does.
func (b *Block) UnmarshalJSON(data []byte) error {
	*b = Block{}
	var raw map[string]json.RawMessage
	var wrong Error
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil {
		wrong.add("", "A block is an object with a type.")
		return &wrong
	}
	for _, name := range []string{"type", "id"} {
		b.readField(raw, name, &wrong)
	}
	known, ok := fields[b.Type]
	if !ok {
		wrong.add("type", "There is no block of type %q: use %s.", b.Type, typeNames())
		return &wrong
	}
	for _, name := range known {
		b.readField(raw, name, &wrong)
	}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		wrong.add(name, "A block of type %s has no field %q.", b.Type, name)
	}
	return wrong.orNil()
}

// readField moves one field from raw into the block.
func (b *Block) readField(raw map[string]json.RawMessage, name string, wrong *Error) {
	value, ok := raw[name]
	if !ok {
		return
	}
	delete(raw, name)
	target := b.field(name)
	decoder := json.NewDecoder(bytes.NewReader(value))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(target); err != nil {
		wrong.add(name, "This must be %s.", shape(target))
	}
}

// field returns a pointer to the field with the JSON name.
func (b *Block) field(name string) any {
	switch name {
	case "id":
		return &b.ID
	case "type":
		return &b.Type
	case "level":
		return &b.Level
	case "cite":
		return &b.Cite
	case "ordered":
		return &b.Ordered
	case "items":
		if b.Type == TypeFAQ {
			return &b.Questions
		}
		return &b.Items
	case "head":
		return &b.Head
	case "rows":
		return &b.Rows
	case "caption":
		return &b.Caption
	case "image_id":
		return &b.ImageID
	case "alt":
		return &b.Alt
	case "label":
		return &b.Label
	case "href":
		return &b.Href
	case "prompt":
		return &b.Prompt
	case "keywords":
		return &b.Keywords
	case "words":
		return &b.Length
	case "answer":
		return &b.Answer
	case "must":
		return &b.Must
	case "left_out":
		return &b.LeftOut
	default:
		return &b.Text
	}
}

func shape(target any) string {
	switch target.(type) {
	case *int:
		return "a whole number"
	case *bool:
		return "true or false"
	case *[]string:
		return "a list of texts"
	case *[][]string:
		return "a list of rows, each a list of texts"
	case *Answer:
		return "prose, number, table or comparison"
	case *[]QA:
		return "a list of objects with question and answer"
	default:
		return "a text"
	}
}

// makeLists creates the lists of the block's type, so that JSON has [] and never null.
func (b *Block) makeLists() {
	switch b.Type {
	case TypeList:
		b.Items = list(b.Items)
	case TypeSlot:
		b.Keywords = list(b.Keywords)
	case TypeFAQ:
		b.Questions = list(b.Questions)
	case TypeTable:
		b.Head, b.Rows = list(b.Head), slices.Clone(list(b.Rows))
		for i, row := range b.Rows {
			b.Rows[i] = list(row)
		}
	}
}

func list[T any](of []T) []T {
	if of == nil {
		return []T{}
	}
	return of
}

// Equal reports whether both blocks have the same id, type and content.
func (b Block) Equal(other Block) bool {
	return b.ID == other.ID && b.Type == other.Type && b.Level == other.Level && b.Text == other.Text && b.Cite == other.Cite &&
		b.Ordered == other.Ordered && slices.Equal(b.Items, other.Items) && slices.Equal(b.Questions, other.Questions) &&
		slices.Equal(b.Head, other.Head) && slices.EqualFunc(b.Rows, other.Rows, slices.Equal[[]string]) && b.Caption == other.Caption &&
		b.ImageID == other.ImageID && b.Alt == other.Alt && b.Label == other.Label && b.Href == other.Href &&
		b.Prompt == other.Prompt && slices.Equal(b.Keywords, other.Keywords) && b.Length == other.Length && b.Answer == other.Answer &&
		b.Must == other.Must && b.LeftOut == other.LeftOut
}

// size estimates the length of the block as JSON. An empty cell counts, too.
func (b Block) size() int {
	const quotes = 3
	total := len(b.ID) + len(b.Text) + len(b.Cite) + len(b.Caption) + len(b.ImageID) + len(b.Alt) + len(b.Label) +
		len(b.Href) + len(b.Prompt) + len(b.LeftOut)
	for _, row := range append([][]string{b.Items, b.Keywords, b.Head}, b.Rows...) {
		total += quotes
		for _, cell := range row {
			total += len(cell) + quotes
		}
	}
	for _, item := range b.Questions {
		total += len(item.Question) + len(item.Answer) + 2*quotes
	}
	return total
}

// columns returns the width of a table.
func (b Block) columns() int {
	widest := len(b.Head)
	for _, row := range b.Rows {
		widest = max(widest, len(row))
	}
	return widest
}

// clean returns the block with only the fields of its type, sanitised, and with all rows of a table at one width.
func (b Block) clean() Block {
	c := Block{ID: b.ID, Type: b.Type}
	switch b.Type {
	case TypeHeading:
		c.Level, c.Text = b.Level, Inline(b.Text)
	case TypeParagraph:
		c.Text = Inline(b.Text)
	case TypeQuote:
		c.Text, c.Cite = Inline(b.Text), Inline(b.Cite)
	case TypeList:
		c.Ordered, c.Items = b.Ordered, inlines(b.Items)
	case TypeTable:
		c.Head, c.Caption = inlines(b.Head), Inline(b.Caption)
		c.Rows = make([][]string, len(b.Rows))
		for i, row := range b.Rows {
			c.Rows[i] = padded(inlines(row), b.columns())
		}
		if len(c.Head) > 0 {
			c.Head = padded(c.Head, b.columns())
		}
	case TypeImage:
		c.ImageID, c.Alt, c.Caption = strings.TrimSpace(printable(b.ImageID)), plainEntities(b.Alt), Inline(b.Caption)
	case TypeFAQ:
		c.Questions = make([]QA, len(b.Questions))
		for i, item := range b.Questions {
			c.Questions[i] = QA{Question: Inline(item.Question), Answer: Inline(item.Answer)}
		}
	case TypeCTA:
		c.Text, c.Label = Inline(b.Text), plainEntities(b.Label)
		c.Href, _ = safeAddress(b.Href)
	case TypeCode:
		c.Text = printable(b.Text)
	case TypeHTML:
		c.Text = flow(b.Text)
	case TypeSlot:
		c.Prompt, c.Keywords, c.LeftOut = plainEntities(b.Prompt), make([]string, len(b.Keywords)), plainEntities(b.LeftOut)
		for i, keyword := range b.Keywords {
			c.Keywords[i] = plainEntities(keyword)
		}
		c.Length, c.Answer, c.Must = b.Length, cmp.Or(b.Answer, AnswerProse), b.Must
	}
	return c
}

func inlines(texts []string) []string {
	cleaned := make([]string, len(texts))
	for i, text := range texts {
		cleaned[i] = Inline(text)
	}
	return cleaned
}

func padded(row []string, width int) []string {
	return append(row, make([]string, width-len(row))...)
}

func typeNames() string {
	names := make([]string, len(Types))
	for i, t := range Types {
		names[i] = string(t)
	}
	return strings.Join(names, ", ")
}

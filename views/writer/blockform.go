package writer

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"igny8/app/blocks"
	"igny8/app/fault"
)

// BlockForm is the form of one block.
type BlockForm struct {
	Block string // the id of the block that is changed; empty for a new one
	After string // the id of the block before a new one; empty: the new one comes first
	Type  blocks.Type

	Level     string // heading
	Text      string // a list has one item a line, a table one row a line
	HTML      string // paragraph, quote, list: the text that was typed in place, instead of Text; empty without JavaScript
	Cite      string // quote
	Ordered   bool   // list
	Headed    bool   // table: the first row is its head
	Caption   string // table, image
	ImageID   string // image
	Alt       string // image
	Label     string // cta
	Href      string // cta
	Questions []Question
	Slot      *blocks.Block // the slot that the typed text replaces
}

// Question is the fields of one question of an FAQ.
type Question struct{ Question, Answer string }

// FormOf returns the form that changes the block. For a slot it returns the form of a paragraph that replaces it.
func FormOf(b blocks.Block) BlockForm {
	f := BlockForm{
		Block: b.ID, Type: b.Type, Level: strconv.Itoa(b.Level), Text: Typed(b.Text), Cite: Typed(b.Cite), Ordered: b.Ordered,
		Caption: Typed(b.Caption), ImageID: b.ImageID, Alt: blocks.Text(b.Alt), Label: blocks.Text(b.Label), Href: b.Href,
	}
	switch b.Type {
	case blocks.TypeCode, blocks.TypeHTML:
		f.Text = b.Text
	case blocks.TypeList:
		f.Text = typedLines(b.Items)
	case blocks.TypeTable:
		f.Text, f.Headed = typedTable(b), len(b.Head) > 0
	case blocks.TypeSlot:
		f.Type, f.Slot = blocks.TypeParagraph, &b
	case blocks.TypeFAQ:
		for _, q := range b.Questions {
			f.Questions = append(f.Questions, Question{Typed(q.Question), Typed(q.Answer)})
		}
	}
	return f
}

// NewBlock returns the form of a new block.
func NewBlock(kind blocks.Type, after string) BlockForm {
	return BlockForm{Type: kind, After: after, Level: "2", Headed: true}
}

func typedTable(b blocks.Block) string {
	rows := b.Rows
	if len(b.Head) > 0 {
		rows = append([][]string{b.Head}, rows...)
	}
	lines := make([]string, len(rows))
	for i, row := range rows {
		for _, cell := range row {
			lines[i] += "| " + typedCell(cell) + " "
		}
		lines[i] += "|"
	}
	return strings.Join(lines, "\n")
}

// typedCell returns a cell as a person types it. It escapes bars, which would end the cell.
func typedCell(cell string) string {
	typed := typedLine(cell)
	if strings.Contains(typed, "|") {
		return typist{escapes: true, tags: true}.spell(blocks.Inline(cell))
	}
	return typed
}

// Blocks returns the typed blocks: one, or several for a paragraph with empty lines. It returns errors as a fault with the
// fields of the form.
func (f BlockForm) Blocks(ctx context.Context) (blocks.Document, error) {
	doc, err := f.document(ctx)
	if err != nil {
		return nil, err
	}
	var wrong fault.Fields
	f.check(&wrong, doc)
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	clean, err := doc.Clean(ctx)
	var unclean *blocks.Error
	if errors.As(err, &unclean) {
		for _, r := range unclean.Fields {
			_, field, _ := strings.Cut(r.Path, ".")
			wrong.Add(formField(field), "%s", r.Message)
		}
		return nil, wrong.Err()
	}
	if f.Block == "" {
		// The id is made when the block is put into its document, where it must be unique.
		for i := range clean {
			clean[i].ID = ""
		}
	}
	return clean, err
}

// document returns the typed blocks before they are cleaned.
func (f BlockForm) document(ctx context.Context) (blocks.Document, error) {
	if len(f.Text) > blocks.MaxMarkup {
		return nil, fault.New(fault.TooLarge, "The text is %.1f MB long; at most %d MB are taken at once. Nothing was changed; add it in parts.",
			float64(len(f.Text))/(1<<20), blocks.MaxMarkup>>20)
	}
	switch {
	case f.HTML != "" && Rich(f.Type):
		return f.rich(ctx)
	case f.Type == blocks.TypeParagraph:
		return f.paragraphs(), nil
	}
	return blocks.Document{f.block()}, nil
}

func formField(field string) string {
	if field == "level" || field == "href" {
		return field
	}
	return "text"
}

func (f BlockForm) check(wrong *fault.Fields, doc blocks.Document) {
	switch f.Type {
	case blocks.TypeFAQ:
		wrong.Check(doc.PlainText() != "", "question", "Write at least one question, or remove the block.")
	case blocks.TypeCTA:
		wrong.Check(blocks.Text(doc[0].Label) != "", "label", "Say what the button says.")
		wrong.Check(doc[0].Href != "", "href", "Say where the button leads.")
	case blocks.TypeImage:
		wrong.Check(blocks.Text(doc[0].Alt) != "", "alt", "Say what the picture shows, for those who do not see it.")
	default:
		wrong.Check(doc.PlainText() != "", "text", "Write something, or remove the block.")
	}
}

func (f BlockForm) block() blocks.Block {
	b := blocks.Block{
		ID: f.Block, Type: f.Type, Text: Inline(f.Text), Cite: Inline(f.Cite), Ordered: f.Ordered, Caption: Inline(f.Caption),
		ImageID: f.ImageID, Alt: blocks.FromPlain(f.Alt), Label: blocks.FromPlain(f.Label), Href: f.Href,
	}
	b.Level, _ = strconv.Atoi(f.Level)
	switch f.Type {
	case blocks.TypeCode, blocks.TypeHTML:
		b.Text = f.Text
	case blocks.TypeList:
		for _, line := range typedRows(f.Text) {
			b.Items = append(b.Items, Inline(line))
		}
	case blocks.TypeTable:
		f.fillTable(&b)
	case blocks.TypeFAQ:
		for _, q := range f.Questions {
			if strings.TrimSpace(q.Question+q.Answer) != "" {
				b.Questions = append(b.Questions, blocks.QA{Question: Inline(q.Question), Answer: Inline(q.Answer)})
			}
		}
	}
	return b
}

func (f BlockForm) fillTable(b *blocks.Block) {
	for _, line := range typedRows(f.Text) {
		b.Rows = append(b.Rows, cells(line))
	}
	if f.Headed && len(b.Rows) > 0 {
		b.Head, b.Rows = b.Rows[0], b.Rows[1:]
	}
}

// cells splits a row at the bars that are not escaped with a backslash.
func cells(line string) []string {
	if framed := strings.HasPrefix(line, "|") && strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) && len(line) > 1; framed {
		line = line[1 : len(line)-1]
	}
	var all []string
	start := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			all = append(all, Inline(line[start:i]))
			start = i + 1
		}
	}
	return append(all, Inline(line[start:]))
}

func typedRows(text string) []string {
	var rows []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		if line = strings.TrimSpace(line); line != "" {
			rows = append(rows, line)
		}
	}
	return rows
}

var emptyLine = regexp.MustCompile(`\r?\n[ \t]*\r?\n`)

// paragraphs returns one block for each group of lines between empty lines; the first keeps the id.
func (f BlockForm) paragraphs() blocks.Document {
	var doc blocks.Document
	for _, text := range emptyLine.Split(f.Text, -1) {
		if text = Inline(text); text != "" {
			doc = append(doc, blocks.Block{Type: blocks.TypeParagraph, Text: text})
		}
	}
	if len(doc) > 0 {
		doc[0].ID = f.Block
	}
	return doc
}

// Place returns the place of the typed block in the document.
func (f BlockForm) Place() blocks.Place { return blocks.Place{Block: f.Block, After: f.After} }

package blocks

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// Document is the body of a content. Its JSON is a list, even if it is empty. A database stores that JSON.
type Document []Block

// Index returns the place of the block with the id; -1 if there is none.
func (d Document) Index(id string) int {
	return slices.IndexFunc(d, func(b Block) bool { return b.ID == id })
}

var idPattern = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)

// Parse reads a document from JSON, refuses unknown types and fields, and cleans it. The error is an *Error, or that of ctx.
func Parse(ctx context.Context, data []byte) (Document, error) {
	d, err := decode(data)
	if err != nil {
		return nil, err
	}
	return d.Clean(ctx)
}

// decode reads the shape of a document without cleaning it.
func decode(data []byte) (Document, error) {
	var wrong Error
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil {
		wrong.add("blocks", "This must be a JSON list of blocks.")
		return nil, &wrong
	}
	if len(raw) > MaxBlocks {
		wrong.add("blocks", "There are %d blocks; a content has at most %d.", len(raw), MaxBlocks)
		return nil, &wrong
	}
	d := make(Document, len(raw))
	for i := range raw {
		var inner *Error
		if err := json.Unmarshal(raw[i], &d[i]); errors.As(err, &inner) {
			wrong.within(i, inner)
		} else if err != nil {
			wrong.add(path(i, ""), "This is not a block.")
		}
	}
	return d, wrong.orNil()
}

func (e *Error) within(i int, inner *Error) {
	for _, f := range inner.Fields {
		e.add(path(i, f.Path), "%s", f.Message)
	}
}

func path(i int, field string) string {
	if field == "" {
		return fmt.Sprintf("blocks[%d]", i)
	}
	return fmt.Sprintf("blocks[%d].%s", i, field)
}

// Clean returns the sanitised document with an id for every block. It makes missing and repeated ids from the content of the
// block, so that the same document always gets the same ones. Cleaning twice changes nothing. A broken rule is an *Error;
// limits are checked before anything is cleaned. The only other error is that of ctx.
func (d Document) Clean(ctx context.Context) (Document, error) { return d.CleanBeside(ctx, nil) }

// CleanBeside is Clean for a new version of a clean document. It does not look again at the blocks that are as they were.
func (d Document) CleanBeside(ctx context.Context, clean Document) (Document, error) {
	was := make(map[string]Block, len(clean))
	for _, b := range clean {
		was[b.ID] = b
	}
	var wrong Error
	if d.measure(&wrong); len(wrong.Fields) > 0 {
		return nil, &wrong
	}
	cleaned := make(Document, len(d))
	for i, b := range d {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if old, ok := was[b.ID]; ok && old.Equal(b) {
			cleaned[i] = b
			continue
		}
		if faults := b.faults(); len(faults) > 0 {
			wrong.within(i, &Error{Fields: faults})
			continue
		}
		cleaned[i] = b.clean()
		if cleaned[i].size() > MaxSize {
			wrong.add(path(i, ""), "The block is larger than %d KB.", MaxSize>>10)
		}
	}
	cleaned.measure(&wrong)
	if err := wrong.orNil(); err != nil {
		return nil, err
	}
	return cleaned.withIDs(), nil
}

// measure adds a fault if the document has too many blocks or is too long.
func (d Document) measure(wrong *Error) {
	if len(d) > MaxBlocks {
		wrong.add("blocks", "There are %d blocks; a content has at most %d.", len(d), MaxBlocks)
		return
	}
	length := 0
	for _, b := range d {
		length += b.size()
	}
	if length > MaxLength {
		wrong.add("blocks", "The text is %.1f MB long; a content has at most %d MB.", float64(length)/(1<<20), MaxLength>>20)
	}
}

// faults returns what is wrong with the block and cannot be sanitised.
func (b Block) faults() []Field {
	var wrong Error
	if fields[b.Type] == nil {
		wrong.add("type", "There is no block of type %q: use %s.", b.Type, typeNames())
		return wrong.Fields
	}
	if b.ID != "" && (len(b.ID) > maxID || !idPattern.MatchString(b.ID)) {
		wrong.add("id", "An id is at most %d letters, digits, dots, hyphens and underscores.", maxID)
	}
	if b.size() > MaxSize {
		wrong.add("", "The block is larger than %d KB.", MaxSize>>10)
	}
	switch b.Type {
	case TypeHeading:
		if b.Level < 2 || b.Level > 4 {
			wrong.add("level", "The level of a heading is 2, 3 or 4.")
		}
	case TypeTable:
		if b.columns() > maxColumns {
			wrong.add("rows", "A table has at most %d columns.", maxColumns)
		} else if b.columns()*len(b.Rows)*len(`"",`) > MaxSize {
			wrong.add("rows", "The block is larger than %d KB.", MaxSize>>10)
		}
	case TypeSlot:
		if b.Length < 0 || b.Length > maxWords {
			wrong.add("words", "The number of words is 0 to %d.", maxWords)
		}
		if b.Answer != "" && !slices.Contains(Answers, b.Answer) {
			wrong.add("answer", "The answer is prose, number, table or comparison.")
		}
	case TypeCTA:
		if _, ok := safeAddress(b.Href); b.Href != "" && !ok {
			wrong.add("href", "Use an address that begins with https://, http://, mailto:, tel: or /.")
		}
	}
	return wrong.Fields
}

// withIDs gives ids to the blocks that have none or a repeated one.
func (d Document) withIDs() Document {
	taken := names{}
	missing := make([]int, 0, len(d))
	named := make(Document, len(d))
	for i, b := range d {
		named[i] = b
		if b.ID == "" || taken[b.ID] > 0 {
			missing = append(missing, i)
			continue
		}
		taken[b.ID] = 1
	}
	for _, i := range missing {
		named[i].ID = taken.free(named[i].fingerprint())
	}
	return named
}

// fingerprint returns an id made from the content of the block.
func (b Block) fingerprint() string {
	b.ID = ""
	content, err := b.MarshalJSON()
	if err != nil {
		// Texts, numbers and lists of texts always have a JSON form.
		panic(err)
	}
	sum := sha256.Sum256(content)
	return "b" + hex.EncodeToString(sum[:6])
}

// names holds the names that are taken, each with the last number that was tried, so that naming a thousand equal blocks
// takes a thousand steps instead of half a million.
type names map[string]int

// free returns the first of name, name-2, name-3 ... that is not taken, and takes it.
func (n names) free(name string) string {
	candidate := name
	for n[candidate] > 0 {
		n[name]++
		candidate = name + "-" + strconv.Itoa(n[name])
	}
	n[candidate] = 1
	return candidate
}

// MarshalJSON always writes a list, never null.
func (d Document) MarshalJSON() ([]byte, error) {
	return json.Marshal(list([]Block(d)))
}

// UnmarshalJSON calls Parse, so that everything read from JSON is sanitised.
func (d *Document) UnmarshalJSON(data []byte) error {
	parsed, err := Parse(context.Background(), data)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Scan reads what Value wrote. NULL is an empty document.
func (d *Document) Scan(stored any) error {
	var data []byte
	switch stored := stored.(type) {
	case nil:
	case []byte:
		data = stored
	case string:
		data = []byte(stored)
	default:
		return fmt.Errorf("read blocks from %T", stored)
	}
	if len(data) == 0 {
		*d = Document{}
		return nil
	}
	// The document was cleaned before it was stored, and every output sanitises again.
	decoded, err := decodeStored(data)
	if err != nil {
		return fmt.Errorf("read stored blocks: %w", err)
	}
	*d = decoded
	return nil
}

// Value returns the JSON of the document as a string, which both SQLite and PostgreSQL accept.
func (d Document) Value() (driver.Value, error) {
	data, err := json.Marshal(d)
	return string(data), err
}

// GormDataType returns the column type for GORM.
func (Document) GormDataType() string { return "json" }

package blocks

import (
	"encoding/json"
	"slices"
)

// storedBlock is the JSON of a block of any type. A document was cleaned before it was stored, so that reading it back needs none of the
// checks of UnmarshalJSON, which take several times as long.
type storedBlock struct {
	ID       string          `json:"id"`
	Type     Type            `json:"type"`
	Level    int             `json:"level"`
	Text     string          `json:"text"`
	Cite     string          `json:"cite"`
	Ordered  bool            `json:"ordered"`
	Items    json.RawMessage `json:"items"`
	Head     []string        `json:"head"`
	Rows     [][]string      `json:"rows"`
	Caption  string          `json:"caption"`
	ImageID  string          `json:"image_id"`
	Alt      string          `json:"alt"`
	Label    string          `json:"label"`
	Href     string          `json:"href"`
	Prompt   string          `json:"prompt"`
	Keywords []string        `json:"keywords"`
	Length   int             `json:"words"`
	Answer   Answer          `json:"answer"`
	Must     bool            `json:"must"`
	LeftOut  string          `json:"left_out"`
}

// decodeStored reads a stored document. What it cannot read it leaves to decode, which says what is wrong.
func decodeStored(data []byte) (Document, error) {
	var raw []storedBlock
	if err := json.Unmarshal(data, &raw); err != nil || raw == nil || len(raw) > MaxBlocks {
		return decode(data)
	}
	d := make(Document, len(raw))
	for i, r := range raw {
		known := fields[r.Type]
		if known == nil {
			return decode(data)
		}
		d[i] = Block{
			ID: r.ID, Type: r.Type, Level: r.Level, Text: r.Text, Cite: r.Cite, Ordered: r.Ordered, Head: r.Head, Rows: r.Rows,
			Caption: r.Caption, ImageID: r.ImageID, Alt: r.Alt, Label: r.Label, Href: r.Href, Prompt: r.Prompt, Keywords: r.Keywords,
			Length: r.Length, Answer: r.Answer, Must: r.Must, LeftOut: r.LeftOut,
		}
		if !slices.Contains(known, "items") || r.Items == nil {
			continue
		}
		if err := json.Unmarshal(r.Items, d[i].field("items")); err != nil {
			return decode(data)
		}
	}
	return d, nil
}

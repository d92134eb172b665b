package blocks_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"igny8/app/blocks"
)

var slot = blocks.Block{
	ID: "s1", Type: blocks.TypeSlot, Prompt: "What does it cost?", Keywords: []string{"garden hose price"}, Length: 120, Answer: blocks.AnswerNumber, Must: true,
}

func TestSlotRefusesInvalidFields(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ field, body string }{
		"a song":         {"blocks[0].answer", `[{"type":"slot","answer":"song"}]`},
		"fewer than 0":   {"blocks[0].words", `[{"type":"slot","words":-1}]`},
		"a book":         {"blocks[0].words", `[{"type":"slot","words":900000}]`},
		"a text":         {"blocks[0].text", `[{"type":"slot","text":"x"}]`},
		"keywords no":    {"blocks[0].keywords", `[{"type":"slot","keywords":"x"}]`},
		"must is a word": {"blocks[0].must", `[{"type":"slot","must":"yes"}]`},
	} {
		_, err := blocks.Parse(t.Context(), []byte(c.body))
		var wrong *blocks.Error
		if !errors.As(err, &wrong) || wrong.Fields[0].Path != c.field {
			t.Errorf("%s: %v, want a fault of %s", name, err, c.field)
		}
	}
}

func TestSlotKeepsItsFields(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(blocks.Document{slot})
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"id":"s1","type":"slot","prompt":"What does it cost?","keywords":["garden hose price"],"words":120,"answer":"number","must":true,"left_out":""}]`
	if string(data) != want {
		t.Errorf("written as %s", data)
	}
	read, err := blocks.Parse(t.Context(), data)
	if err != nil || !read[0].Equal(slot) || !read[0].Unwritten() {
		t.Errorf("read as %+v, %v", read, err)
	}
	without, err := blocks.Parse(t.Context(), []byte(`[{"type":"slot","left_out":"We do not sell it."}]`))
	if err != nil || without[0].Unwritten() || without[0].Answer != blocks.AnswerProse {
		t.Errorf("a slot that is left out is %+v, %v", without, err)
	}
}

func TestSlotIsLeftOutOfEveryOutput(t *testing.T) {
	t.Parallel()
	full := slot
	full.Text = "What does it cost?"
	doc := blocks.Document{{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "Prices"}, full, {ID: "p", Type: blocks.TypeParagraph, Text: "Ask us."}}
	for name, text := range map[string]string{
		"plain text": doc.PlainText(), "HTML": doc.HTML(blocks.HTMLOptions{}), "WordPress": doc.WordPress(), "Markdown": doc.Markdown(),
	} {
		if strings.Contains(text, "cost") || strings.Contains(text, "garden hose price") || !strings.Contains(text, "Ask us.") {
			t.Errorf("%s: %s", name, text)
		}
	}
	if doc.Words() != 3 {
		t.Errorf("%d words, want those of the heading and the paragraph", doc.Words())
	}
}

func TestSlotTakesPartInMergeAndDiff(t *testing.T) {
	t.Parallel()
	answered, changed := blocks.Document{{ID: "s1", Type: blocks.TypeParagraph, Text: "It costs little."}}, slot
	changed.Prompt = "What does it cost today?"
	if merged, conflicts := blocks.Merge(blocks.Document{slot}, answered, blocks.Document{slot}); len(conflicts) > 0 ||
		!merged[0].Equal(answered[0]) {
		t.Errorf("an answer beside an untouched slot: %+v, %+v", merged, conflicts)
	}
	if _, conflicts := blocks.Merge(blocks.Document{slot}, answered, blocks.Document{changed}); len(conflicts) != 1 {
		t.Errorf("an answer beside a changed slot: %+v, want a conflict", conflicts)
	}
	changes := blocks.Diff(blocks.Document{slot}, blocks.Document{changed})
	if changes[0].Op != blocks.Changed || len(changes[0].Text) < 2 {
		t.Errorf("the comparison says %+v", changes)
	}
}

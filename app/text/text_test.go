package text_test

import (
	"strings"
	"testing"

	"igny8/app/fault"
	"igny8/app/text"
)

func TestPrintableAndMultiline(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]struct{ printable, multiline bool }{
		"nul\x00":        {false, false},
		"half \xc3":      {false, false},
		"delete \x7f":    {false, false},
		"a\ttab":         {false, true},
		"two\r\nlines":   {false, true},
		"":               {true, true},
		"Grüße aus 東京 🙂": {true, true},
	} {
		if text.Printable(s) != want.printable || text.Multiline(s) != want.multiline {
			t.Errorf("%q: got %v and %v, want %v and %v", s, text.Printable(s), text.Multiline(s), want.printable, want.multiline)
		}
	}
}

func TestLineFoldsAndRefuses(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]struct{ line, problem string }{
		"four\x00":              {"four\x00", "cannot be shown"},
		"far too long":          {"far too long", "Shorten this to 8 characters."},
		"  a \t b\n":            {"a b", ""},
		"u\u0308ber ae":         {"über ae", ""},
		"\u00fc\u00fc\u00fc 12": {"üüü 12", ""},
	} {
		var f fault.Fields
		line := text.Line(&f, "title", s, 8)
		sentence := ""
		if err := f.Err(); err != nil {
			sentence = fault.FieldsOf(err)[0].Message
		}
		if line != want.line || !strings.Contains(sentence, want.problem) || (want.problem == "") != (sentence == "") {
			t.Errorf("%q: got %q and %q", s, line, sentence)
		}
	}
}

func TestCleanAndCut(t *testing.T) {
	t.Parallel()
	if got := text.Clean(" a\x00b\n c\xc3 d ", 5); got != "a b c" {
		t.Errorf("clean: got %q", got)
	}
	for s, want := range map[string]string{"short": "short", "äöüßé": "äöüßé", "sixteen": "sixt…", "one two": "one…"} {
		if got := text.Cut(s, 5); got != want {
			t.Errorf("cut %q: got %q, want %q", s, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0 pages", 1: "1 page", 4812: "4,812 pages", -1: "-1 pages"} {
		if got := text.Count(n, "page", "pages"); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestHeadline(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]string{
		"": "", " cold brew ": "Cold brew", "österreich": "Österreich", "n8n vs make": "n8n vs make", "dify.ai kosten": "dify.ai kosten", "iPhone": "IPhone",
	} {
		if got := text.Headline(phrase); got != want {
			t.Errorf("%q: got %q, want %q", phrase, got, want)
		}
	}
}

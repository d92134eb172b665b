package body_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"igny8/app/body"
	"igny8/app/fault"
)

func TestReadIsBounded(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("a", 1000)
	cases := map[string]struct {
		r               io.Reader
		declared, limit int
		want            fault.Kind // empty: it is accepted
	}{
		"whole":                       {strings.NewReader(text), 1000, 1000, ""},
		"whole, of unknown length":    {strings.NewReader(text), -1, 1000, ""},
		"announced as too large":      {iotest.ErrReader(errors.New("it was read")), 1001, 1000, fault.TooLarge},
		"too large, unannounced":      {strings.NewReader(text), -1, 999, fault.TooLarge},
		"cut":                         {strings.NewReader(text[:500]), 1000, 1000, fault.Interrupted},
		"broken":                      {io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrUnexpectedEOF)), -1, 2000, fault.Interrupted},
		"too slow":                    {iotest.ErrReader(os.ErrDeadlineExceeded), 1000, 1000, fault.Interrupted},
		"nothing":                     {nil, -1, 1000, ""},
		"nothing, announced as empty": {strings.NewReader(""), 0, 1000, ""},
	}
	for name, c := range cases {
		data, err := body.Read(c.r, c.declared, c.limit)
		if c.want == "" {
			if err != nil || (c.r != nil && c.declared != 0 && string(data) != text) {
				t.Errorf("%s: %d bytes, %v", name, len(data), err)
			}
			continue
		}
		if fault.KindOf(err) != c.want || data != nil {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

// part is a field, or a file where it has a file name.
type part struct{ field, file, text string }

func write(t testing.TB, parts ...part) (contentType string, text []byte) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		var to io.Writer
		var err error
		if p.file == "" {
			to, err = w.CreateFormField(p.field)
		} else {
			to, err = w.CreateFormFile(p.field, p.file)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(to, p.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.Bytes()
}

func TestFormIsReadPartByPart(t *testing.T) {
	t.Parallel()
	kind, text := write(t, part{"_csrf", "", "token"}, part{"file", `C:\exports\hats.csv`, "keyword\nhat\n"}, part{"name", "", "a"}, part{"name", "", "b"}, part{"file", "caps.csv", ""})
	source := bytes.NewReader(text)
	form, err := body.Open(source, kind, len(text))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = form.Close() }()
	if token, err := form.First("_csrf"); err != nil || token != "token" {
		t.Fatalf("the first part: %q %v", token, err)
	}
	if len(form.Files) > 0 {
		t.Error("a file was read with the first part")
	}
	if err := form.Receive(); err != nil {
		t.Fatal(err)
	}
	files := form.Files["file"]
	if len(files) != 2 || files[0].Name != "hats.csv" || files[0].Size != 12 || files[1].Size != 0 {
		t.Fatalf("files: %+v", files)
	}
	if data, err := io.ReadAll(files[0]); err != nil || string(data) != "keyword\nhat\n" {
		t.Errorf("the first file: %q %v", data, err)
	}
	at := make([]byte, 3)
	if _, err := files[0].ReadAt(at, 8); err != nil || string(at) != "hat" {
		t.Errorf("read at 8: %q %v", at, err)
	}
	if got := fmt.Sprint(form.Values["name"]); got != "[a b]" {
		t.Errorf("name: %s", got)
	}
}

func TestFormThatBeginsWithSomethingElseHasNoToken(t *testing.T) {
	t.Parallel()
	for name, first := range map[string]part{"a file": {"_csrf", "token.csv", "token"}, "another field": {"name", "", "token"}} {
		kind, text := write(t, first, part{"_csrf", "", "token"})
		form, err := body.Open(bytes.NewReader(text), kind, len(text))
		if err != nil {
			t.Fatal(err)
		}
		if token, err := form.First("_csrf"); err != nil || token != "" {
			t.Errorf("%s: %q %v", name, token, err)
		}
		if len(form.Files)+len(form.Values) > 0 {
			t.Errorf("%s was kept", name)
		}
		if err := form.Receive(); err != nil || len(form.Values["_csrf"]) == 0 {
			t.Errorf("%s: the rest: %v", name, err)
		}
		_ = form.Close()
	}
}

func TestFormThatIsRefused(t *testing.T) {
	t.Parallel()
	kind, text := write(t, part{"file", "a.csv", strings.Repeat("a", 10000)})
	many := make([]part, 1001)
	for i := range many {
		many[i] = part{"f", "", ""}
	}
	manyKind, manyText := write(t, many...)
	longKind, longText := write(t, part{"text", "", strings.Repeat("a", body.Editor+1)})
	cases := map[string]struct {
		r        io.Reader
		kind     string
		declared int
		want     fault.Kind
	}{
		"no form":             {bytes.NewReader(text), "application/json", len(text), fault.Unsupported},
		"no boundary":         {bytes.NewReader(text), "multipart/form-data", len(text), fault.Unsupported},
		"announced too large": {bytes.NewReader(text), kind, body.Upload + 1, fault.TooLarge},
		"cut":                 {bytes.NewReader(text[:5000]), kind, len(text), fault.Interrupted},
		"another boundary":    {bytes.NewReader(text), "multipart/form-data; boundary=x", len(text), fault.Invalid},
		"too slow":            {io.MultiReader(bytes.NewReader(text[:5000]), iotest.ErrReader(os.ErrDeadlineExceeded)), kind, len(text), fault.Interrupted},
		"too many parts":      {bytes.NewReader(manyText), manyKind, len(manyText), fault.TooLarge},
		"too long a text":     {bytes.NewReader(longText), longKind, len(longText), fault.TooLarge},
	}
	for name, c := range cases {
		form, err := body.Open(c.r, c.kind, c.declared)
		if err == nil {
			err = form.Receive()
		}
		if fault.KindOf(err) != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if err := form.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// endless is a form whose file never ends.
type endless struct{ head io.Reader }

func (e endless) Read(p []byte) (int, error) {
	if n, err := e.head.Read(p); err == nil {
		return n, nil
	}
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestEndlessFileNeitherFillsMemoryNorStays(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	kind, text := write(t, part{"file", "a.csv", "aaaa"})
	form, err := body.Open(endless{bytes.NewReader(text[:len(text)-60])}, kind, -1)
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err = form.Receive()
	runtime.ReadMemStats(&after)
	if fault.KindOf(err) != fault.TooLarge {
		t.Errorf("endless: %v", err)
	}
	if added := after.TotalAlloc - before.TotalAlloc; added > 10<<20 {
		t.Errorf("%d MB were allocated for a file of 120", added>>20)
	}
	if err := form.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestDigestTellsFormsApartAndNotTheirBoundaries(t *testing.T) {
	t.Parallel()
	digest := func(parts []part) string {
		kind, text := write(t, parts...)
		form, err := body.Open(bytes.NewReader(text), kind, len(text))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = form.Close() }()
		if err := form.Receive(); err != nil {
			t.Fatal(err)
		}
		return string(form.Digest())
	}
	word := rapid.StringMatching(`[a-c]{1,2}`)
	parts := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) part {
		return part{word.Draw(t, "field"), rapid.SampledFrom([]string{"", "a.csv", "b.csv"}).Draw(t, "file"), rapid.StringMatching(`[ab\n]{0,3}`).Draw(t, "text")}
	}), 1, 4)
	rapid.Check(t, func(t *rapid.T) {
		one, other := parts.Draw(t, "one"), parts.Draw(t, "other")
		same := fmt.Sprintf("%q", one) == fmt.Sprintf("%q", other)
		first, again := digest(one), digest(one) // with another boundary
		if first != again || (first == digest(other)) != same {
			t.Fatalf("%q and %q", one, other)
		}
	})
}

package main_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// The peak memory that a process may reach, in bytes: during one bomb, and during all at once.
const (
	oneBomb  = 500 << 20
	allBombs = 800 << 20
)

// bomb is a small request that costs the server much.
type bomb struct {
	name string
	send func() (status int, err error)
	want []int
}

// attacker is a person with an account who knows what the API accepts.
type attacker struct {
	*script
	sector, content string
}

// TestBombsDoNotFillMemory sends the real process requests that once took gigabytes: first each alone, then all at once.
func TestBombsDoNotFillMemory(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads the highest memory of a process from /proc, which only Linux has")
	}
	if testing.Short() {
		t.Skip("takes a minute")
	}
	where := install(t)
	if got := run(t, where.env, "", "migrate", "up"); got.code != 0 {
		t.Fatalf("migrate: %+v", got)
	}
	server := start(t, where.env)
	a := attacker{script: signUp(t, server.base, &http.Client{Timeout: 6 * time.Minute})}
	a.sector = a.sectors(1, phrases(12, 12))[0]
	a.wait(a.queue("auto_cluster", on{"sector_id": a.sector}).ID)
	a.approve(a.sector)
	a.content = a.draft(a.sector, 1)[0]
	bombs := a.bombs()
	for _, b := range bombs {
		server.forgetPeak(t)
		b.goOff(t)
		if peak := server.peak(t); peak > oneBomb {
			t.Errorf("%s: %d MB, want at most %d", b.name, peak>>20, oneBomb>>20)
		} else {
			t.Logf("%s: %d MB", b.name, peak>>20)
		}
	}
	server.forgetPeak(t)
	var all sync.WaitGroup
	for _, b := range bombs {
		all.Go(func() { b.goOff(t) })
	}
	all.Wait()
	if peak := server.peak(t); peak > allBombs {
		t.Errorf("all at once: %d MB, want at most %d", peak>>20, allBombs>>20)
	} else {
		t.Logf("all at once: %d MB", peak>>20)
	}
	a.get("/me", nil)
	server.stop()
}

func (b bomb) goOff(t *testing.T) {
	t.Helper()
	status, err := b.send()
	if err != nil {
		t.Errorf("%s: %v", b.name, err)
		return
	}
	for _, want := range b.want {
		if status == want {
			return
		}
	}
	t.Errorf("%s: status %d, want one of %v", b.name, status, b.want)
}

// forgetPeak resets the peak memory of the process: the value 5 does that (proc(5), clear_refs).
func (s *server) forgetPeak(t *testing.T) {
	t.Helper()
	if err := os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", s.cmd.Process.Pid), []byte("5"), 0); err != nil {
		t.Fatal(err)
	}
}

func (s *server) peak(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	_, line, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.Fields(line)[0])
	if err != nil {
		t.Fatal(err)
	}
	return kilobytes << 10
}

func (a *attacker) bombs() []bomb {
	commas := func(rows int) func(io.Writer) {
		return func(w io.Writer) {
			_, _ = io.WriteString(w, "keyword,volume\n"+strings.Repeat(strings.Repeat(",", 49<<20/rows)+"\n", rows))
		}
	}
	refused, read := []int{201, 413, 422}, []int{201, 413, 422, 503}
	return []bomb{
		{"a body packed twice", a.raw("", "/api/v1/auth/token", "application/json", "gzip, gzip", packed(packed(make([]byte, 512<<20)))), []int{415}},
		{"a packed form", a.raw("", "/login", "application/x-www-form-urlencoded", "gzip", packed(make([]byte, 512<<20))), []int{415}},
		{"eight bodies that nobody asked for", a.waiting(8, 114<<20), []int{0}},
		{"49 MB of commas", a.file("commas.csv", commas(1)), refused},
		{"the same in a zip", a.file("commas.zip", inZip("commas.csv", commas(1))), refused},
		{"commas in 100 lines", a.file("lines.csv", commas(100)), refused},
		{"5 million rows", a.file("rows.csv", repeated("keyword\n", "a,1,2,3,4\n", 49<<20)), refused},
		{"4 million different rows", a.file("distinct.csv", distinct(49<<20)), read},
		{"one line", a.file("line.csv", repeated("", "keyword ", 49<<20)), refused},
		{"quotes", a.file("quotes.csv", repeated("keyword,volume\n", `"`, 49<<20)), refused},
		{"a workbook with far cells", a.file("far.xlsx", workbook(farCells)), refused},
		{"a workbook of nested tags", a.file("nested.xlsx", workbook(nestedTags)), refused},
		{"a template that quotes itself", a.template(`{{if data "a" .` + strings.Repeat(` | data "a"`, 21) + `}}x{{end}}`), []int{200, 422}},
		{"a template of loops", a.template(strings.Repeat(`{{range .Siblings}}`, 4) + strings.Repeat(`{{with data "x" $}}{{end}}`, 220) + strings.Repeat(`{{end}}`, 4)), []int{200, 422}},
		{"a picture of deep colours", a.picture(6300, 6300), []int{201, 413, 422}},
		{"2,001 blocks", a.save(2001, "a", false), []int{200, 409, 413, 422}},
		{"a text of 3 MB", a.save(30, strings.Repeat("<em>", 24000), false), []int{409, 413, 422}},
		{"a body of 12 MB", a.save(30, strings.Repeat("<em>", 24000), true), []int{413}},
	}
}

// raw sends a body as it is.
func (a *attacker) raw(token, path, kind, encoding string, data []byte) func() (int, error) {
	return func() (int, error) {
		return a.request(token, http.MethodPost, path, kind, encoding, bytes.NewReader(data))
	}
}

func (a *attacker) request(token, method, path, kind, encoding string, body io.Reader) (int, error) {
	r, err := http.NewRequestWithContext(a.t.Context(), method, a.base+path, body)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Content-Type", kind)
	if encoding != "" {
		r.Header.Set("Content-Encoding", encoding)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := a.client.Do(r)
	if err != nil {
		return 0, err
	}
	defer func() { _ = answer.Body.Close() }()
	_, err = io.Copy(io.Discard, answer.Body)
	return answer.StatusCode, err
}

// waiting opens connections that send almost all of a body to an address that does not exist, and then wait.
func (a *attacker) waiting(connections, size int) func() (int, error) {
	return func() (int, error) {
		chunk := make([]byte, 1<<20)
		for range connections {
			c, err := net.Dial("tcp", strings.TrimPrefix(a.base, "http://"))
			if err != nil {
				return 0, err
			}
			defer func() { _ = c.Close() }()
			fmt.Fprintf(c, "POST /nope HTTP/1.1\r\nHost: igny8.test\r\nContent-Length: %d\r\n\r\n", size)
			for range size/len(chunk) - 1 {
				if _, err := c.Write(chunk); err != nil {
					break // the server closed the connection
				}
			}
		}
		return 0, nil
	}
}

// file imports a keyword file that is generated while it is sent.
func (a *attacker) file(name string, write func(io.Writer)) func() (int, error) {
	return a.form("/api/v1/sectors/"+a.sector+"/keyword-imports?check=true", name, write)
}

func (a *attacker) form(path, name string, write func(io.Writer)) func() (int, error) {
	return func() (int, error) {
		r, w := io.Pipe()
		form := multipart.NewWriter(w)
		go func() {
			_ = form.WriteField("alt", "A picture.")
			if part, err := form.CreateFormFile("file", name); err == nil {
				write(part)
			}
			_ = w.CloseWithError(form.Close())
		}()
		status, err := a.request(a.token, http.MethodPost, path, form.FormDataContentType(), "", r)
		_ = r.Close()
		return status, err
	}
}

func (a *attacker) template(text string) func() (int, error) {
	data, _ := json.Marshal(map[string]any{"seen": 0, "text": text})
	return func() (int, error) {
		return a.request(a.token, http.MethodPut, "/api/v1/prompts/generate_ideas", "application/json", "", bytes.NewReader(data))
	}
}

func (a *attacker) picture(width, height int) func() (int, error) {
	return a.form("/api/v1/contents/"+a.content+"/images", "deep.png", func(w io.Writer) {
		_ = png.Encode(w, image.NewNRGBA64(image.Rect(0, 0, width, height)))
	})
}

// save replaces the text by many equal paragraphs.
func (a *attacker) save(count int, text string, escaped bool) func() (int, error) {
	return func() (int, error) {
		blocks := make([]map[string]string, count)
		for i := range blocks {
			blocks[i] = map[string]string{"type": "paragraph", "text": text}
		}
		var data bytes.Buffer
		plain := json.NewEncoder(&data)
		plain.SetEscapeHTML(escaped)
		if err := plain.Encode(map[string]any{"revision": 1, "blocks": blocks}); err != nil {
			return 0, err
		}
		return a.request(a.token, http.MethodPatch, "/api/v1/contents/"+a.content, "application/json", "", &data)
	}
}

func packed(data []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

func repeated(head, text string, size int) func(io.Writer) {
	return func(w io.Writer) {
		_, _ = io.WriteString(w, head)
		chunk := strings.Repeat(text, 1<<20/len(text))
		for range size/len(chunk) + 1 {
			if _, err := io.WriteString(w, chunk); err != nil {
				return
			}
		}
	}
}

func distinct(size int) func(io.Writer) {
	return func(w io.Writer) {
		written, _ := io.WriteString(w, "keyword,volume\n")
		for i := 0; written < size; i++ {
			n, err := fmt.Fprintf(w, "k%x,1\n", i)
			if written += n; err != nil {
				return
			}
		}
	}
}

func inZip(name string, write func(io.Writer)) func(io.Writer) {
	return func(w io.Writer) {
		z := zip.NewWriter(w)
		if part, err := z.Create(name); err == nil {
			write(part)
		}
		_ = z.Close()
	}
}

// workbook returns an Excel workbook whose one sheet is written by sheet.
func workbook(sheet func(io.Writer)) func(io.Writer) {
	const (
		types  = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
		office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		parent = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + office + `/%s" Target="%s"/></Relationships>`
		book   = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + office + `"><sheets><sheet name="Keywords" sheetId="1" r:id="rId1"/></sheets></workbook>`
	)
	return func(w io.Writer) {
		z := zip.NewWriter(w)
		for _, file := range []struct{ name, text string }{
			{"[Content_Types].xml", types},
			{"_rels/.rels", fmt.Sprintf(parent, "officeDocument", "xl/workbook.xml")},
			{"xl/workbook.xml", book},
			{"xl/_rels/workbook.xml.rels", fmt.Sprintf(parent, "worksheet", "worksheets/sheet1.xml")},
		} {
			if part, err := z.Create(file.name); err == nil {
				_, _ = io.WriteString(part, file.text)
			}
		}
		if part, err := z.Create("xl/worksheets/sheet1.xml"); err == nil {
			_, _ = io.WriteString(part, `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
			sheet(part)
			_, _ = io.WriteString(part, `</sheetData></worksheet>`)
		}
		_ = z.Close()
	}
}

// farCells returns rows that have one cell in the last column of Excel.
func farCells(w io.Writer) {
	_, _ = io.WriteString(w, `<row r="1"><c r="A1" t="inlineStr"><is><t>keyword</t></is></c></row>`)
	for i := 2; i <= 1_000_000; i++ {
		if _, err := fmt.Fprintf(w, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i, i); err != nil {
			return
		}
	}
}

func nestedTags(w io.Writer) {
	repeated("", "<a>", 3*3_000_000)(w)
	repeated("", "</a>", 4*3_000_000)(w)
}

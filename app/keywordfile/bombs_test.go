package keywordfile_test

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"igny8/app/keywordfile"
)

// mostAdded is how many kilobytes of memory reading a file may add to the process.
const mostAdded = 250 << 10

// readAlone is the variable that names the file which this process reads before it ends, see TestBombsStayWithinMemoryLimit.
const readAlone = "IGNY8_TEST_READ"

func TestMain(m *testing.M) {
	if path := os.Getenv(readAlone); path != "" {
		readAndTell(path)
		return
	}
	os.Exit(m.Run())
}

// told is the result of reading a file in its own process.
type told struct {
	Error    string
	Refused  bool
	Accepted int
	Added    int // kilobytes
}

func readAndTell(path string) {
	before := memory("VmRSS")
	file, err := os.Open(path)
	if err != nil {
		panic(err)
	}
	info, err := file.Stat()
	if err != nil {
		panic(err)
	}
	ctx, end := context.WithTimeout(context.Background(), 2*time.Minute)
	defer end()
	report, err := keywordfile.Read(ctx, filepath.Base(path), file, info.Size(), keywordfile.Options{},
		func(keywordfile.Row) error { return nil })
	var refusal *keywordfile.Refusal
	out := told{Accepted: report.Accepted, Added: memory("VmHWM") - before, Refused: errors.As(err, &refusal)}
	if err != nil {
		out.Error = err.Error()
	}
	if err := json.NewEncoder(os.Stdout).Encode(out); err != nil {
		panic(err)
	}
}

// memory returns the value of a line of the process's status, in kilobytes.
func memory(name string) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				panic(err)
			}
			return n
		}
	}
	panic("the status has no " + name)
}

// full is slightly less than the maximum size of a file.
const full = keywordfile.MaxBytes - 1<<20

// bomb is a file that would take much memory if it were read carelessly.
type bomb struct {
	name  string
	write func(io.Writer)
	says  string // part of the refusal; empty if the file is read
	rows  int    // accepted rows, if it is read
}

func repeated(head, text string, bytes int) func(io.Writer) {
	return func(w io.Writer) {
		out := bufio.NewWriterSize(w, 1<<20)
		_, _ = out.WriteString(head)
		for range bytes / len(text) {
			_, _ = out.WriteString(text)
		}
		_ = out.Flush()
	}
}

func numbered(head string, rows int, line func(i int) string) func(io.Writer) {
	return func(w io.Writer) {
		out := bufio.NewWriterSize(w, 1<<20)
		_, _ = out.WriteString(head)
		for i := range rows {
			_, _ = out.WriteString(line(i))
		}
		_ = out.Flush()
	}
}

// zipped writes a zip of the files.
func zipped(files map[string]func(io.Writer)) func(io.Writer) {
	return func(w io.Writer) {
		out := zip.NewWriter(w)
		for name, write := range files {
			file, err := out.Create(name)
			if err != nil {
				panic(err)
			}
			write(file)
		}
		if err := out.Close(); err != nil {
			panic(err)
		}
	}
}

// sheeted writes a workbook with one sheet of this XML and the given shared strings.
func sheeted(sheet, shared func(io.Writer)) func(io.Writer) {
	files := map[string]func(io.Writer){
		"xl/workbook.xml":            repeated(`<workbook><sheets><sheet name="One" r:id="r1"/></sheets></workbook>`, " ", 0),
		"xl/_rels/workbook.xml.rels": repeated(`<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`, " ", 0),
		"xl/worksheets/sheet1.xml":   sheet,
	}
	if shared != nil {
		files["xl/sharedStrings.xml"] = shared
	}
	return zipped(files)
}

const (
	sheetHead = `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Keyword</t></is></c></row>`
	textCell  = `<c t="inlineStr"><is><t>%s</t></is></c>`
)

func bombs() []bomb {
	const header = "keyword,volume\n"
	short := func(i int) string { return strconv.FormatInt(int64(i), 36) + ",1\n" }
	return []bomb{
		{"commas.csv", repeated(header, ",", full), "500 columns in row 2", 0},
		{"quotes.csv", repeated(header, `"`, full), "32,767 characters in row 2, column 1", 0},
		{"one_line.csv", repeated(header, "a", full), "32,767 characters in row 2, column 1", 0},
		{"one_line.txt", repeated("", "garden hose ", full), "32,767 characters in row 1", 0},
		{"open_quote.csv", repeated(header+"\"", "hose,1\n", full), "32,767 characters in row 2, column 1", 0},
		{"wide_header.csv", repeated("keyword", ",c", 4<<20), "500 columns in row 1", 0},
		{"wide_cells.csv", repeated(header+"hose,1\n", strings.Repeat("x", 32_000)+",", full), "more than 1 MB", 0},
		{"short_rows.csv", numbered(header, 5_200_000, short), "1,000,000 rows", 0},
		{"long_list.txt", numbered("", 4_000_000, func(i int) string { return "k" + strconv.Itoa(i) + "\n" }), "1,000,000 rows", 0},
		{"empty_rows.csv", repeated(header+"hose,1\n", ",\n", full), "", 1},
		{"blank.csv", repeated("", " \n", full), "empty", 0},
		{"zeros.csv", repeated(header+strings.Repeat("hose,1\n", 1000), "\x00", full), "32,767 characters in row 1002", 0},
		{"utf16.csv", repeated("\xff\xfek\x00w\x00\n\x00", ",\x00", full), "500 columns in row 2", 0},
		{"all_rows.csv", numbered("keyword,volume,difficulty,cpc\n", 1_000_000, func(i int) string {
			return fmt.Sprintf("garden hose number %d for sale,%d,%d,0.5\n", i, i%5000, i%100)
		}), "", 1_000_000},
		{"one_keyword.csv", numbered("keyword,volume,url\n", 1_000_000, func(i int) string { return fmt.Sprintf("hose,%d,https://a.example/%d\n", i, i) }), "", 1},
		{"addresses.csv", repeated("keyword,url\n", "hose,"+strings.Repeat("http://a|http://b|", 1800)+"\n", full), "", 1},
		{"own_table.csv", numbered("topic,keywords,url\n", 40, func(i int) string {
			return "water,\"" + strings.Repeat("a\n", 16_000) + "\"," + strings.Repeat("https://a.example/"+strings.Repeat(strconv.Itoa(i%10), 1600)+" ", 19) + "\n"
		}), "take more than 300 MB", 0},
		{"commas.zip", zipped(map[string]func(io.Writer){"a.csv": repeated(header, ",", full)}), "500 columns in row 2", 0},
		{"rows.zip", zipped(map[string]func(io.Writer){
			"a.csv": numbered(header, 900_000, short), "b.csv": numbered(header, 900_000, func(i int) string { return "b" + short(i) }),
		}), "1,000,000 rows", 0},
		{"large_rows.zip", largeRows(), "", 900_000},
		{"far_cells.xlsx", sheeted(numbered(sheetHead, 1_000_000, func(i int) string {
			return `<row><c r="XFD` + strconv.Itoa(i+2) + `" t="n"><v>1</v></c></row>`
		}), nil), "500 columns in row 2", 0},
		{"far_row.xlsx", sheeted(repeated(sheetHead+`<row r="1048576">`+fmt.Sprintf(textCell, "hose")+`</row>`, " ", 0), nil), "", 1},
		{"all_rows.xlsx", sheeted(numbered(sheetHead, 1_048_576, func(i int) string {
			return "<row>" + fmt.Sprintf(textCell, "garden hose "+strconv.Itoa(i)) + "</row>"
		}), nil), "1,000,000 rows", 0},
		{"nested.xlsx", sheeted(repeated(sheetHead, "<a>", 90<<20), nil), "no rows", 0},
		{"attributes.xlsx", sheeted(repeated(sheetHead+"<row ", `a="" `, 90<<20), nil), "damaged", 0},
		{"comment.xlsx", sheeted(repeated(sheetHead+"<!--", "<a>", 90<<20), nil), "damaged", 0},
		{"text.xlsx", sheeted(repeated(sheetHead+"<row><c><v>", "1", 90<<20), nil), "damaged", 0},
		{"one_cell.xlsx", sheeted(repeated(sheetHead+"<row>", `<c r="A2"><v>1</v></c>`, 90<<20), nil), "more than 1 MB", 0},
		{"entities.xlsx", sheeted(repeated(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>`+sheetHead, " ", 0), nil), "damaged", 0},
		{"shared.xlsx", sheeted(repeated(sheetHead, " ", 0), repeated("<sst>", "<si><t/></si>", 290<<20)), "5,000,000 different texts", 0},
		{"shared_text.xlsx", sheeted(repeated(sheetHead+`<row><c t="s"><v>0</v></c></row>`, " ", 0), repeated("<sst>", "<si><t>"+strings.Repeat("x", 900)+"</t></si>", 280<<20)), "", 1},
		{"sheets.xlsx", sheets(2000), "more than 100 sheets", 0},
		{"entries.zip", numbered("PK\x03\x04", 900_000, func(int) string { return "PK\x01\x02" + strings.Repeat("\x00", 42) + "a" }), "more than 100 files", 0},
	}
}

// largeRows writes rows with large cells, in six files.
func largeRows() func(io.Writer) {
	files := map[string]func(io.Writer){}
	for n := range 6 {
		files[fmt.Sprintf("%d.csv", n)] = numbered("keyword,volume,url,parent keyword\n", 150_000, func(i int) string {
			return fmt.Sprintf("%d garden hose number %d,5,https://a.example/%s/%d,%s\n", n, i, strings.Repeat("x", 150), i, strings.Repeat("hose ", 20))
		})
	}
	return zipped(files)
}

// sheets writes a workbook whose many sheets are one file.
func sheets(count int) func(io.Writer) {
	return zipped(map[string]func(io.Writer){
		"xl/workbook.xml":            repeated("<workbook><sheets>", `<sheet name="One" r:id="r1"/>`, 29*count),
		"xl/_rels/workbook.xml.rels": repeated(`<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`, " ", 0),
		"xl/worksheets/sheet1.xml":   repeated(sheetHead, " ", 0),
	})
}

// A separate process reads each file, and the test checks the memory of that process.
func TestBombsStayWithinMemoryLimit(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("this system does not say how much memory a process takes")
	}
	for _, b := range bombs() {
		t.Run(b.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), b.name)
			file, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			b.write(file)
			if err := file.Close(); err != nil {
				t.Fatal(err)
			}
			got := readByItself(t, path)
			if got.Added > mostAdded {
				t.Errorf("the reading added %d MB, at most %d are allowed", got.Added>>10, mostAdded>>10)
			}
			if b.says == "" && (got.Error != "" || got.Accepted != b.rows) {
				t.Errorf("%d rows were accepted, want %d: %q", got.Accepted, b.rows, got.Error)
			}
			if b.says != "" && (!got.Refused || !strings.Contains(got.Error, b.says) || !strings.Contains(got.Error, b.name)) {
				t.Errorf("got %.300q (refused: %v), want a refusal that names %s and says %q", got.Error, got.Refused, b.name, b.says)
			}
		})
	}
}

func readByItself(t *testing.T, path string) (got told) {
	t.Helper()
	start := time.Now()
	command := exec.CommandContext(t.Context(), os.Args[0])
	command.Env = append(os.Environ(), readAlone+"="+path)
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("the reading ended with %v: %.2000s", err, out)
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %.500s", err, out)
	}
	t.Logf("%s, %d MB added", time.Since(start).Round(time.Millisecond), got.Added>>10)
	return got
}

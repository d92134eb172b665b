package planner_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"igny8/app/planner/imports"
)

// mostAdded is how many kilobytes a check, and the import after it, may add to the process.
const mostAdded = 250 << 10

// checkAlone says how many rows this process checks and imports, see TestImportStaysWithinTheMemory.
const checkAlone = "IGNY8_TEST_CHECK_ROWS"

// A file of many rows is checked against a sector that has keywords and then imported, by a process of its own, whose memory is looked
// at when it is done.
func TestImportStaysWithinTheMemory(t *testing.T) {
	rows, err := strconv.Atoi(os.Getenv(checkAlone))
	if err == nil {
		checkAndImport(t, rows)
		return
	}
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("this system does not say how much memory a process takes")
	}
	t.Parallel()
	command := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestImportStaysWithinTheMemory$", "-test.v")
	command.Env = append(os.Environ(), checkAlone+"=50000")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func checkAndImport(t *testing.T, rows int) {
	w := newWorld(t)
	w.importLines("puppy food,us,10,500,,")
	path := filepath.Join(t.TempDir(), "many.csv")
	file, err := os.Create(path)
	w.must(err)
	defer func() { _ = file.Close() }()
	out := bufio.NewWriter(file)
	fmt.Fprintln(out, ahrefs)
	for i := range rows {
		fmt.Fprintf(out, "garden hose number %d,us,%d,%d,0.5,hose %d\n", i, i%100, i%5000, i)
	}
	w.must(out.Flush())
	info, err := file.Stat()
	w.must(err)

	before := memory(t, "VmRSS")
	im := w.checks(imports.File{Name: "many.csv", Data: file, Size: info.Size()})
	checked := memory(t, "VmHWM") - before
	if im.Imported != rows || im.ChangeCounts[imports.ChangeNew] != rows || len(im.Changes) != imports.MostChanges {
		t.Fatalf("%d keywords are new, %d changes, %d in the answer", im.Imported, im.ChangeCounts[imports.ChangeNew], len(im.Changes))
	}
	if report := w.imported(im); report.Imported != rows {
		t.Fatalf("%d keywords were imported, want %d", report.Imported, rows)
	}
	added := memory(t, "VmHWM") - before
	t.Logf("the check added %d MB, with the import %d MB", checked>>10, added>>10)
	if added > mostAdded {
		t.Errorf("the import added %d MB, at most %d are allowed", added>>10, mostAdded>>10)
	}
}

// memory is a line of the process's status, in kilobytes.
func memory(t *testing.T, name string) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatalf("the status has no %s", name)
	return 0
}

package clustering_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"igny8/app/clustering"
	"igny8/app/language"
)

// labelled is a labelled set of keywords: the correct cluster of each keyword on one level.
type labelled struct {
	name     string
	level    clustering.Level
	keywords []clustering.Keyword
	truth    []string
}

// truthLevels reads the level that the labels of each set describe. It stands in the README.md beside the sets or one folder
// above, as "page = name, name; topic = name". A set that the file does not name is measured on every level.
func truthLevels(folder string) map[string]clustering.Level {
	levels := map[string]clustering.Level{}
	for _, file := range []string{filepath.Join(folder, "README.md"), filepath.Join(folder, "..", "README.md")} {
		text, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		for _, match := range regexp.MustCompile(`\b(page|topic|pillar) = ([\w,\s]+)`).FindAllStringSubmatch(string(text), -1) {
			for _, name := range strings.FieldsFunc(match[2], func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
				levels[name] = clustering.Level(match[1])
			}
		}
	}
	return levels
}

// table prints each line and collects all of them for the report.
type table struct{ strings.Builder }

func (t *table) row(format string, values ...any) {
	line := fmt.Sprintf(format, values...)
	fmt.Println(line)
	t.WriteString(line + "\n")
}

func (t *table) quality(name string, level clustering.Level, q quality, rest string) {
	t.row("| %s | %s | %d | %.4f | %.4f | %.4f | %.4f | %s |", name, level, q.clusters, q.ami, q.ari, q.bcubed, q.v, rest)
}

var levels = []clustering.Level{clustering.Page, clustering.Topic, clustering.Pillar}

// TestQualityTable prints the quality of every labelled set in the folder CLUSTERING_DATA and writes the report to the file
// CLUSTERING_TABLE. A set is folder/name/name.tsv with the columns text and label, and volume, kd and intent where they are
// known. The report also says what misspellings and added keywords change.
func TestQualityTable(t *testing.T) {
	folder := os.Getenv("CLUSTERING_DATA")
	if folder == "" {
		t.Skip("no labelled sets: make bench-clustering DATA=folder measures the quality on them")
	}
	var out table
	out.row("%s %s, %s, %d cores, GOMAXPROCS %d", runtime.Version(), runtime.GOARCH, processor(), runtime.NumCPU(), runtime.GOMAXPROCS(0))
	sets := readSets(t, folder)
	out.qualities(t, sets)
	out.robustness(t, sets)
	out.tray(t, sets)
	out.speed(t)
	if file := os.Getenv("CLUSTERING_TABLE"); file != "" {
		if err := os.WriteFile(file, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// processor returns the name that Linux gives the processor.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	if found := regexp.MustCompile(`model name\s*: (.*)`).FindSubmatch(text); found != nil {
		return string(found[1])
	}
	return runtime.GOOS
}

func (t *table) qualities(test *testing.T, sets []labelled) {
	t.row("\n| set | level | clusters | AMI | ARI | B3 | V | seconds | peak MB |\n|---|---|---|---|---|---|---|---|---|")
	by := map[clustering.Level][]quality{}
	for _, set := range sets {
		found, seconds, peak := grouped(test, set)
		for _, level := range levels {
			if set.level != "" && set.level != level {
				continue
			}
			q := measure(found[level], set.truth)
			t.quality(set.name, level, q, fmt.Sprintf("%.2f | %.0f", seconds, peak))
			if set.level != "" {
				by[level] = append(by[level], q)
			}
		}
		t.quality(set.name+", all singletons", set.level, measure(singletons(set.truth), set.truth), " | ")
		t.quality(set.name+", one cluster", set.level, measure(make([]string, len(set.truth)), set.truth), " | ")
	}
	for _, level := range levels {
		if len(by[level]) > 0 {
			t.quality("**macro average**", level, average(by[level]), " | ")
		}
	}
}

func singletons(truth []string) []string {
	list := make([]string, len(truth))
	for i := range list {
		list[i] = strconv.Itoa(i)
	}
	return list
}

func average(list []quality) quality {
	var q quality
	for _, x := range list {
		n := float64(len(list))
		q.ami, q.ari, q.bcubed, q.v = q.ami+x.ami/n, q.ari+x.ari/n, q.bcubed+x.bcubed/n, q.v+x.v/n
		q.clusters += x.clusters / len(list)
	}
	return q
}

// grouped returns the cluster of each keyword on each level, the seconds, and the peak of live memory.
func grouped(t *testing.T, set labelled) (map[clustering.Level][]string, float64, float64) {
	t.Helper()
	debug.FreeOSMemory()
	peak, stop := watchMemory()
	begin := time.Now()
	result, err := clustering.Run(context.Background(), set.keywords, clustering.Options{})
	seconds := time.Since(begin).Seconds()
	stop()
	if err != nil {
		t.Fatal(err)
	}
	return labels(result, set.keywords), seconds, float64(*peak) / (1 << 20)
}

// labels returns the cluster of each keyword on each level, in the order of the keywords.
func labels(result clustering.Result, keywords []clustering.Keyword) map[clustering.Level][]string {
	at := map[string]int{}
	for _, m := range result.Memberships {
		at[m.Key] = m.Page
	}
	found := map[clustering.Level][]string{}
	for _, k := range keywords {
		for c := at[language.Key(k.Text)]; c >= 0; c = result.Clusters[c].Parent {
			level := result.Clusters[c].Level
			found[level] = append(found[level], strconv.Itoa(c))
		}
	}
	return found
}

func watchMemory() (*uint64, func()) {
	var peak uint64
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapSys-m.HeapReleased)
			select {
			case <-done:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	return &peak, func() { close(done); <-ended }
}

func readSets(t *testing.T, folder string) []labelled {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	known := truthLevels(folder)
	var sets []labelled
	for _, file := range files {
		set := readSet(t, file)
		set.level = known[set.name]
		sets = append(sets, set)
	}
	return sets
}

func readSet(t *testing.T, file string) labelled {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	name := strings.TrimSuffix(filepath.Base(file), ".tsv")
	set := labelled{name: name}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	lines.Scan()
	header := strings.Split(lines.Text(), "\t")
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 2 || language.Key(fields[0]) == "" {
			continue
		}
		cell := func(column string) string {
			at := slices.Index(header, column)
			if at < 0 || at >= len(fields) {
				return ""
			}
			return fields[at]
		}
		k := clustering.Keyword{Text: fields[0], Intents: strings.FieldsFunc(strings.ToLower(cell("intent")), func(r rune) bool { return strings.ContainsRune(",| ", r) })}
		if v, err := strconv.ParseInt(cell("volume"), 10, 64); err == nil {
			k.Volume = &v
		}
		if v, err := strconv.ParseFloat(cell("kd"), 64); err == nil {
			k.Difficulty = &v
		}
		set.keywords, set.truth = append(set.keywords, k), append(set.truth, fields[1])
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return set
}

package app

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// widest is the maximum width of a line in columns. A tab counts as four.
const widest = 140

// TestLinesFitTheScreen checks comments and code of every source. A line with a string literal may be longer, because a table row is
// easier to read on one line. Lines inside a multi-line string, such as a schema, and generated code may be longer, too.
func TestLinesFitTheScreen(t *testing.T) {
	t.Parallel()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_templ.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		quoting := linesOfTexts(source)
		for i, line := range strings.Split(string(source), "\n") {
			comment := strings.HasPrefix(strings.TrimSpace(line), "//") && !strings.HasPrefix(line, "//go:")
			if columns := len([]rune(line)) + 3*strings.Count(line, "\t"); columns > widest && (comment || !quoting[i+1]) {
				t.Errorf("%s:%d has %d columns, want at most %d", path, i+1, columns, widest)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// linesOfTexts returns the numbers of the lines that hold all or a part of a string or character literal.
func linesOfTexts(source []byte) map[int]bool {
	files := token.NewFileSet()
	file := files.AddFile("", files.Base(), len(source))
	var s scanner.Scanner
	s.Init(file, source, nil, 0)
	lines := map[int]bool{}
	for {
		at, kind, text := s.Scan()
		switch kind {
		case token.EOF:
			return lines
		case token.STRING, token.CHAR:
			first := file.Line(at)
			for n := range strings.Count(text, "\n") + 1 {
				lines[first+n] = true
			}
		}
	}
}

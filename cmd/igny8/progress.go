package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"igny8/app/pipeline"
)

// progress shows a pipeline as one bar on a terminal, and as plain lines anywhere else.
type progress struct {
	w        io.Writer
	terminal bool
	last     string
}

func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	return &progress{w: w, terminal: ok && term.IsTerminal(int(f.Fd()))}
}

const barWidth = 24

func (p *progress) show(s pipeline.Step) {
	if !p.terminal {
		// A line for each new sentence, not for each percent.
		if line := s.Stage + ": " + s.Message; line != p.last {
			p.last = line
			fmt.Fprintln(p.w, line)
		}
		return
	}
	done := barWidth * min(max(s.Percent, 0), 100) / 100
	bar := strings.Repeat("█", done) + strings.Repeat("░", barWidth-done)
	fmt.Fprintf(p.w, "\r\033[K%-8s %s %3d%%  %s", s.Stage, bar, s.Percent, s.Message)
}

func (p *progress) end() {
	if p.terminal {
		fmt.Fprintln(p.w)
	}
}

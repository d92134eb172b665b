package main

import (
	"flag"
	"io"
	"strings"
)

// parse reads flags that stand before, between or after the arguments, and returns the arguments. An error is one line.
func parse(f *flag.FlagSet, args []string) ([]string, error) {
	f.SetOutput(io.Discard)
	var words []string
	for {
		if err := f.Parse(args); err != nil {
			return nil, misuse(f.Name() + ": " + strings.TrimPrefix(err.Error(), "flag: "))
		}
		if args = f.Args(); len(args) == 0 {
			return words, nil
		}
		words, args = append(words, args[0]), args[1:]
	}
}

package spill_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"igny8/app/spill"
)

func TestFullFileRefusesTheNextRecord(t *testing.T) {
	t.Parallel()
	f := spill.NewFile(10)
	if _, err := f.Append([]byte("12345")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Append([]byte("123456")); !errors.Is(err, spill.ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
	s := spill.NewSorter(10)
	if err := s.Add("key", []byte("12345678")); !errors.Is(err, spill.ErrFull) {
		t.Errorf("got %v, want ErrFull", err)
	}
}

// The records exceed the memory of a File, and some exceed what it reads in one step.
func TestFileGivesRecordsBackByTheirPlaces(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	f := spill.NewFile(1 << 30)
	defer func() { _ = f.Close() }()
	record := func(i int) string { return strings.Repeat(fmt.Sprint(i, " "), i%4000) }
	const records = 3000
	places := make([]int64, records)
	for i := range records {
		var err error
		if places[i], err = f.Append([]byte(record(i))); err != nil {
			t.Fatal(err)
		}
	}
	for turn := range 2 {
		for i := range records {
			at := i
			if turn == 1 {
				at = i * 7919 % records
			}
			got, err := f.At(places[at])
			if err != nil || string(got) != record(at) {
				t.Fatalf("record %d is %d bytes, want %d: %v", at, len(got), len(record(at)), err)
			}
		}
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("%d files lie in the temporary directory: %v", len(left), err)
	}
}

func TestSorterGivesRecordsInTheOrderOfTheirKeys(t *testing.T) {
	t.Parallel()
	for _, size := range []int{0, 1, 1000, 200_000} {
		s := spill.NewSorter(1 << 30)
		for i := range size {
			n := i * 7919 % size
			if err := s.Add(fmt.Sprintf("key %06d", n/2), []byte(strings.Repeat("x", n%200)+fmt.Sprint(i))); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 {
			rows, err := s.Rows()
			if err != nil {
				t.Fatal(err)
			}
			count, lastKey, lastTurn := 0, "", -1
			for {
				key, record, err := rows.Next()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				var turn int
				if _, err := fmt.Sscan(strings.TrimLeft(string(record), "x"), &turn); err != nil {
					t.Fatal(err)
				}
				if string(key) < lastKey || (string(key) == lastKey && turn < lastTurn) {
					t.Fatalf("%s of turn %d comes after %s of turn %d", key, turn, lastKey, lastTurn)
				}
				count, lastKey, lastTurn = count+1, string(key), turn
			}
			if count != size {
				t.Errorf("%d of %d records came back", count, size)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

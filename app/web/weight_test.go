package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/database/dbtest"
	"igny8/app/logs"
)

// mostStatements is how many statements a page sends at most, and exceptions are the pages that may send more or must send fewer.
const mostStatements = 15

var statementsOf = map[string]int{
	"/app/sites/:site/planner/keywords": 12,
}

// mostBytes is how heavy a page may be on the wire, packed as slightly as the server packs it.
const mostBytes = 100 << 10

// TestPagesAskAndWeighLittle counts the statements and the bytes of every page.
func TestPagesAskAndWeighLittle(t *testing.T) {
	t.Parallel()
	s := newFurnishedWorld(t)
	statements := dbtest.Watch(t, s.DB, func(ctx context.Context) bool { return logs.Request(ctx) != "" })
	owner, staff := s.Browse(accountstest.Owner), s.Browse(accountstest.Staff)
	for _, name := range routes(t, s.World) {
		method, path, _ := strings.Cut(name, " ")
		if method != http.MethodGet {
			continue
		}
		browser := owner
		if slices.Equal(mayCall[name], developers) {
			browser = staff
		}
		browser.Get(s.address(path)) // it may compute what later requests find
		statements()
		got := browser.Get(s.address(path))
		asked, most := statements(), mostStatements
		if exception, ok := statementsOf[path]; ok {
			most = exception
		}
		packed := packedSize(t, got.Body)
		t.Logf("%3d statements %7d bytes %6d packed  %s", len(asked), len(got.Body), packed, path)
		if len(asked) > most {
			t.Errorf("%s sends %d statements, want %d at most:\n%s", path, len(asked), most, strings.Join(asked, "\n"))
		}
		if packed > mostBytes {
			t.Errorf("%s weighs %d bytes, packed %d, want %d at most", path, len(got.Body), packed, mostBytes)
		}
	}
}

func packedSize(t testing.TB, body string) int {
	t.Helper()
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Len()
}

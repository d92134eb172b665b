package clustering_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"igny8/app/clustering"
)

func FuzzRun(f *testing.F) {
	for _, text := range []string{"code review\ncode reviews\n", "a\n\xff\xfe\n🙂 🙂\n", "how to\nto how\n2024 vs 2025", "搜索引擎优化\n搜索引擎\nc++\nc#\n' s\n"} {
		f.Add(text, "")
	}
	f.Add("gartenmöbel\ngarten möbel\nGARTENMÖBEL\nſ\nß", "de-AT")
	f.Fuzz(func(t *testing.T, text, language string) {
		list := keywords(strings.Split(text, "\n")...)
		result := run(t, list, clustering.Options{Language: language, Workers: 1})
		check(t, list, result)
		slices.Reverse(list)
		if again := run(t, list, clustering.Options{Language: language, Workers: 2}); !reflect.DeepEqual(again, result) {
			t.Errorf("%q the other way round: another result", text)
		}
	})
}

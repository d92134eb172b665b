package keywordfile_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"igny8/app/keywordfile"
)

// mapped reads the content with a mapping for the header with these cells, joined by commas.
func mapped(ctx context.Context, name, content, header string, m keywordfile.Mapping) (rows []string, report keywordfile.Report,
	err error,
) {
	o := keywordfile.Options{Mapping: func(cells []string) (keywordfile.Mapping, bool) {
		return m, strings.Join(cells, ",") == header
	}}
	report, err = keywordfile.Read(ctx, name, strings.NewReader(content), int64(len(content)), o, func(r keywordfile.Row) error {
		rows = append(rows, spell(r))
		return nil
	})
	return rows, report, err
}

func TestMappingOverridesDetection(t *testing.T) {
	t.Parallel()
	const keyword, volume = keywordfile.FieldKeyword, keywordfile.FieldVolume
	const ignored, page = keywordfile.FieldIgnored, keywordfile.FieldPage
	for _, c := range []struct {
		name, content, header string
		mapping               keywordfile.Mapping
		want                  []string
	}{
		{"a header in another language", "Wort,Menge\nhose,70\n", "Wort,Menge", keywordfile.Mapping{Fields: []keywordfile.Field{keyword, volume}}, []string{"hose vol=70"}},
		{"another column than the one that was found", "Keyword,Phrase,Volume\n1,hose,70\n", "Keyword,Phrase,Volume", keywordfile.Mapping{Fields: []keywordfile.Field{ignored, keyword, volume}}, []string{"hose vol=70"}},
		{"no header at all", "hose,70\nrake,5\n", "hose,70", keywordfile.Mapping{Fields: []keywordfile.Field{keyword, volume}, Headerless: true}, []string{"hose vol=70", "rake vol=5"}},
		{"fewer fields than columns", "Wort,Menge\nhose,70\n", "Wort,Menge", keywordfile.Mapping{Fields: []keywordfile.Field{keyword}}, []string{"hose"}},
		{"clusters of a tool nobody knows", "Wort,Seite\nhose,Hosen\n", "Wort,Seite", keywordfile.Mapping{Fields: []keywordfile.Field{keyword, page}}, []string{"hose page=Hosen"}},
		{"two columns of one name", "Keyword,Volume,Volume\nhose,,70\n", "Keyword,Volume,Volume", keywordfile.Mapping{Fields: []keywordfile.Field{keyword, ignored, volume}}, []string{"hose vol=70"}},
		{"a header below others", "Keyword,Volume\nx,1\nWort,Menge\nhose,70\n", "Wort,Menge", keywordfile.Mapping{Fields: []keywordfile.Field{keyword, volume}}, []string{"hose vol=70"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, report, err := mapped(t.Context(), "own.csv", c.content, c.header, c.mapping)
			if err != nil || !slices.Equal(got, c.want) {
				t.Fatalf("got %v, %v, want %v", got, err, c.want)
			}
			if table := report.Tables[0]; !table.Mapped || table.Headerless != c.mapping.Headerless ||
				table.Fields[0] != c.mapping.Fields[0] {
				t.Errorf("the report says %+v", table)
			}
		})
	}
}

// A table that cannot be read shows its columns, so that a person can map them.
func TestRefusedTableCanBeMapped(t *testing.T) {
	t.Parallel()
	content := "Wort;Menge\nhose;70\nrake;5\n"
	_, report, err := mapped(t.Context(), "own.csv", content, "", keywordfile.Mapping{})
	var refusal *keywordfile.Refusal
	if !errors.As(err, &refusal) || len(report.Tables) != 1 {
		t.Fatalf("got %v with the tables %+v", err, report.Tables)
	}
	table := report.Tables[0]
	if !slices.Equal(table.Header, []string{"Wort", "Menge"}) || !slices.Equal(table.Sample[0], []string{"hose", "70"}) || table.Fields[0] != keywordfile.FieldIgnored {
		t.Errorf("the table is %+v", table)
	}
	if table.Key != keywordfile.HeaderKey([]string{"WORT", " menge (2026)"}) || table.Key == keywordfile.HeaderKey([]string{"Menge", "Wort"}) {
		t.Error("a header is not told from others by its names")
	}
	got, _, err := mapped(t.Context(), "own.csv", content, "Wort,Menge", keywordfile.Mapping{Fields: []keywordfile.Field{keywordfile.FieldKeyword, keywordfile.FieldVolume}})
	if err != nil || !slices.Equal(got, []string{"hose vol=70", "rake vol=5"}) {
		t.Errorf("mapped: %v, %v", got, err)
	}
}

func TestReportShowsMeaningOfColumns(t *testing.T) {
	t.Parallel()
	_, report := read(t, "k.csv", "#,Keyword,Volume,Notes\n1,hose,70,x\n2,rake,5,y\n3,hoe,1,z\n4,fork,2,q\n")
	table := report.Tables[0]
	want := []keywordfile.Field{keywordfile.FieldIgnored, keywordfile.FieldKeyword, keywordfile.FieldVolume, keywordfile.FieldIgnored}
	if !slices.Equal(table.Fields, want) || len(table.Sample) != 3 || table.Sample[2][1] != "hoe" || table.Mapped {
		t.Errorf("the table is %+v", table)
	}
	for _, field := range table.Fields {
		if !slices.Contains(keywordfile.Fields(), field) {
			t.Errorf("%s cannot be chosen", field)
		}
	}
}

package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"strings"

	"igny8/app/clustering"
	"igny8/app/keywordfile"
)

// cluster groups the keywords of the files and writes the table to standard output.
func cluster(ctx context.Context, p process) error {
	f := flag.NewFlagSet("cluster", flag.ContinueOnError)
	asJSON := f.Bool("json", false, "")
	paths, err := parse(f, p.args)
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return misuse("cluster: name at least one keyword file")
	}
	files, err := open(paths)
	if err != nil {
		return err
	}
	defer closeAll(files)
	var keywords []clustering.Keyword
	for _, file := range files {
		report, err := keywordfile.Read(ctx, file.Name, file.Data, file.Size, keywordfile.Options{}, func(row keywordfile.Row) error {
			keywords = append(keywords, clustering.Keyword{
				Text: row.Keyword, Volume: row.Volume, Difficulty: row.Difficulty, Intents: row.Intent,
				Parent: row.Parent, URLs: row.URLs, Group: row.GivenPage,
			})
			return nil
		})
		if err != nil {
			return err
		}
		for _, rejected := range report.Rejected {
			fmt.Fprintf(p.err, "%s: row %d: %s\n", file.Name, rejected.Row, rejected.Reason)
		}
	}
	result, err := clustering.Run(ctx, keywords, clustering.Options{})
	if err != nil {
		return err
	}
	if *asJSON {
		return writeJSON(p, result)
	}
	return writeCSV(p, result)
}

// tableRow is one row of the table.
type tableRow struct {
	Keyword  string `json:"keyword"`
	Pillar   string `json:"pillar"`
	Topic    string `json:"topic"`
	Page     string `json:"page"`
	Evidence string `json:"evidence"`
}

func rows(result clustering.Result) []tableRow {
	table := make([]tableRow, len(result.Memberships))
	for i, m := range result.Memberships {
		page := result.Clusters[m.Page]
		topic := result.Clusters[page.Parent]
		pillar := result.Clusters[topic.Parent]
		reasons := make([]string, len(m.Evidence))
		for j, e := range m.Evidence {
			reasons[j] = e.String()
		}
		table[i] = tableRow{m.Text, pillar.Name, topic.Name, page.Name, strings.Join(reasons, "; ")}
	}
	return table
}

func writeJSON(p process, result clustering.Result) error {
	encoder := json.NewEncoder(p.out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(rows(result))
}

func writeCSV(p process, result clustering.Result) error {
	w := csv.NewWriter(p.out)
	if err := w.Write([]string{"keyword", "pillar", "topic", "page", "evidence"}); err != nil {
		return err
	}
	for _, row := range rows(result) {
		if err := w.Write([]string{row.Keyword, row.Pillar, row.Topic, row.Page, row.Evidence}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

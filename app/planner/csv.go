package planner

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"igny8/app/keywordfile"
)

// csvHeader names the columns of a download. The first ones are those that an import reads.
var csvHeader = []string{
	"Keyword", "Volume", "Difficulty", "CPC", "Currency", "Intent", "Country", "Impressions", "Clicks", "Position",
	"State", "Pillar", "Topic", "Page", "Evidence",
}

// WriteCSV writes all keywords of the sector with their clusters, in the order of their keys. Unknown numbers are empty, and text that a
// spreadsheet would take for a formula is neutralised.
func (s *Service) WriteCSV(ctx context.Context, sectorID string, w io.Writer) error {
	clusters, err := s.Clusters(ctx, sectorID, "")
	if err != nil {
		return err
	}
	byID := map[string]Cluster{}
	for _, c := range clusters {
		byID[c.ID] = c
	}
	out := csv.NewWriter(w)
	if err := out.Write(csvHeader); err != nil {
		return fmt.Errorf("write keywords: %w", err)
	}
	for after := ""; ; {
		var list []Keyword
		query := s.db.Read(ctx).Where("sector_id = ? AND key > ?", sectorID, after).Order("key").Limit(2000)
		if err := query.Find(&list).Error; err != nil {
			return fmt.Errorf("load keywords: %w", err)
		}
		for _, k := range list {
			if err := out.Write(csvRow(k, byID)); err != nil {
				return fmt.Errorf("write keywords: %w", err)
			}
		}
		if len(list) == 0 {
			break
		}
		after = list[len(list)-1].Key
	}
	out.Flush()
	return out.Error()
}

func csvRow(k Keyword, clusters map[string]Cluster) []string {
	page := clusters[str(k.ClusterID)]
	topic := clusters[str(page.ParentID)]
	pillar := clusters[str(topic.ParentID)]
	row := []string{
		k.Text, whole(k.Volume), decimal(k.Difficulty), decimal(k.CPC), k.Currency, k.Intent, k.Country, whole(k.Impressions), whole(k.Clicks), decimal(k.Position),
		k.State, pillar.Name, topic.Name, page.Name, strings.Join(sentences(k.Evidence), " "),
	}
	for _, i := range []int{0, 4, 5, 6, 11, 12, 13, 14} {
		row[i] = keywordfile.Neutralise(row[i])
	}
	return row
}

func whole(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func decimal(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}

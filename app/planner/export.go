package planner

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
)

// What can be exported, and how.
const (
	ExportKeywords   = "keywords"
	ExportClusters   = "clusters"
	ExportIdeas      = "ideas"
	ExportEverything = "all" // a workbook with a sheet for each

	CSV  = "csv"
	XLSX = "xlsx"
)

// Export is what somebody wants of a sector as a file.
type Export struct {
	What     string
	Format   string
	Keywords KeywordQuery // which keywords; its order and page do not count
}

// check refuses what cannot be written.
func (e Export) check() error {
	switch {
	case e.Format != CSV && e.Format != XLSX:
		return fault.New(fault.Invalid, "The format is csv or xlsx, not %q.", e.Format)
	case e.What == ExportEverything && e.Format == CSV:
		return fault.New(fault.Invalid, "A CSV file holds one table. Choose keywords, clusters or ideas, or export all as xlsx.")
	case e.What == ExportKeywords, e.What == ExportClusters, e.What == ExportIdeas, e.What == ExportEverything:
		return nil
	}
	return fault.New(fault.Invalid, "Keywords, clusters, ideas or all can be exported, not %q.", e.What)
}

// MediaType is the type of the file.
func (e Export) MediaType() string {
	if e.Format == CSV {
		return csvType + "; charset=utf-8"
	}
	return xlsxType
}

const (
	csvType  = "text/csv"
	xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// ExportTypes are the media types of the files.
func ExportTypes() []string { return []string{csvType, xlsxType} }

// Name is the name of the file.
func (e Export) Name() string {
	what := e.What
	if what == ExportEverything {
		what = "planner"
	}
	return what + "." + e.Format
}

// Export writes a file of what the sector has. Unknown numbers are empty. Keywords come in the order of their keys, and an import reads them again with all that
// is known of them, their clusters as given ones; what people decided is told, and not read again.
func (s *Service) Export(ctx context.Context, e Export, w io.Writer) error {
	if err := e.check(); err != nil {
		return err
	}
	if _, err := matching(s.db.Read(ctx), e.Keywords); err != nil {
		return err
	}
	clusters, err := s.Clusters(ctx, e.Keywords.SectorID, "")
	if err != nil {
		return err
	}
	byID := make(map[string]Cluster, len(clusters))
	for _, c := range clusters {
		byID[c.ID] = c
	}
	sheets := map[string]keywordfile.Sheet{
		ExportKeywords: {Name: "Keywords", Header: keywordHeader, Rows: s.keywordRows(ctx, e.Keywords, byID)},
		ExportClusters: {Name: "Clusters", Header: clusterHeader, Rows: s.clusterRows(ctx, clusters, byID)},
		ExportIdeas:    {Name: "Ideas", Header: ideaHeader, Rows: s.ideaRows(ctx, e.Keywords.SectorID, byID)},
	}
	switch {
	case e.Format == CSV:
		return keywordfile.WriteCSV(w, sheets[e.What])
	case e.What == ExportEverything:
		return keywordfile.WriteWorkbook(w, sheets[ExportKeywords], sheets[ExportClusters], sheets[ExportIdeas])
	}
	return keywordfile.WriteWorkbook(w, sheets[e.What])
}

// ExportFile is Export into a temporary file, from its beginning; it is gone once it is closed.
func (s *Service) ExportFile(ctx context.Context, e Export) (file *os.File, size int64, err error) {
	if file, err = os.CreateTemp("", "igny8-export-"); err != nil {
		return nil, 0, fmt.Errorf("make temporary file: %w", err)
	}
	defer func() {
		if err != nil {
			_ = file.Close()
		}
	}()
	if err := os.Remove(file.Name()); err != nil {
		return nil, 0, fmt.Errorf("unlink temporary file: %w", err)
	}
	if err := s.Export(ctx, e, file); err != nil {
		return nil, 0, err
	}
	if size, err = file.Seek(0, io.SeekCurrent); err == nil {
		_, err = file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("rewind temporary file: %w", err)
	}
	return file, size, nil
}

// sheetRows writes the rows of a sheet.
type sheetRows = func(write func(cells ...any) error) error

// keywordHeader names the columns of exported keywords. An import knows them again, see keywordfile.
var keywordHeader = func() []string {
	header := []string{"Keyword"}
	for _, a := range attributes {
		if a.header != "" {
			header = append(header, a.header)
		}
	}
	return append(header, "State", "Pillar", "Topic", "Page", keywordfile.ExportedWhy, "To check", "Pinned")
}()

// exportedAtOnce is how many keywords are in memory at a time.
const exportedAtOnce = 2000

func (s *Service) keywordRows(ctx context.Context, q KeywordQuery, clusters map[string]Cluster) sheetRows {
	return func(write func(cells ...any) error) error {
		for after := ""; ; {
			query, err := matching(s.db.Read(ctx), q)
			if err != nil {
				return err
			}
			var list []Keyword
			if err := query.Omit("sources").Where("key > ?", after).Order("key").Limit(exportedAtOnce).Find(&list).Error; err != nil {
				return fmt.Errorf("load keywords: %w", err)
			}
			if len(list) == 0 {
				return nil
			}
			for _, k := range list {
				if err := write(keywordCells(k, clusters)...); err != nil {
					return err
				}
			}
			after = list[len(list)-1].Key
		}
	}
}

func keywordCells(k Keyword, clusters map[string]Cluster) []any {
	page := clusters[str(k.ClusterID)]
	topic := clusters[str(page.ParentID)]
	pillar := clusters[str(topic.ParentID)]
	cells := []any{k.Text}
	for _, a := range attributes {
		if a.header != "" {
			cells = append(cells, a.cell(k))
		}
	}
	return append(cells, k.State, pillar.Name, topic.Name, page.Name, strings.Join(sentences(k.Evidence), " "), k.Weak, k.Pinned)
}

var clusterHeader = []string{
	"Pillar", "Topic", "Page", "Level", "Role", "State", "Locked", "Keyword count", "Volume", "Demand", "Difficulty", "Opportunity of its keywords", "Covered by pages", "Opportunity left", "Furthest page",
}

func (s *Service) clusterRows(ctx context.Context, list []Cluster, byID map[string]Cluster) sheetRows {
	return func(write func(cells ...any) error) error {
		left, err := s.Opportunities(ctx, list)
		if err != nil {
			return err
		}
		for _, c := range list {
			names := map[string]string{}
			for at := c; at.ID != ""; at = byID[str(at.ParentID)] {
				names[at.Level] = at.Name
			}
			o := left[c.ID]
			err := write(names[Pillar], names[Topic], names[Page], c.Level, c.Role, c.State, c.Locked, c.KeywordCount, c.Volume, c.Demand, c.Difficulty,
				c.Opportunity, o.Covered, o.Left(), o.State)
			if err != nil {
				return err
			}
		}
		return nil
	}
}

var ideaHeader = []string{"Title", "Angle", "Intent", "State", "Pillar", "Topic", "Page", "Demand", "Outline", "Target keywords", "Edited"}

func (s *Service) ideaRows(ctx context.Context, sectorID string, byID map[string]Cluster) sheetRows {
	return func(write func(cells ...any) error) error {
		for q := (IdeaQuery{SectorID: sectorID, Limit: database.MaxLimit}); ; {
			page, err := s.Ideas(ctx, q)
			if err != nil {
				return err
			}
			for _, i := range page.Items {
				cluster := byID[i.ClusterID]
				topic := byID[str(cluster.ParentID)]
				err := write(i.Title, i.Angle, i.Intent, i.State, byID[str(topic.ParentID)].Name, topic.Name, cluster.Name, i.Demand,
					strings.Join(i.Outline, "\n"), strings.Join(i.TargetKeywords, "\n"), i.Edited)
				if err != nil {
					return err
				}
			}
			if q.Cursor = page.Next; page.Next == "" {
				return nil
			}
		}
	}
}

// Package exports writes what a sector of the Planner has into CSV files and workbooks: keywords, clusters and ideas.
// Unknown numbers are empty cells. An import reads the keywords of such a file again.
//
// It stands above the Planner and its other rooms, and owns no table. How a file is written is keywordfile's.
package exports

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/keywordfile"
	"igny8/app/planner"
	"igny8/app/planner/ideas"
)

// Service exports sectors.
type Service struct {
	planner *planner.Service
	ideas   *ideas.Service
}

// Needs are the modules that exports read from.
type Needs struct {
	Planner *planner.Service
	Ideas   *ideas.Service
}

// New makes the Service.
func New(n Needs) *Service { return &Service{planner: n.Planner, ideas: n.Ideas} }

// What can be exported, and how.
const (
	Keywords   = "keywords"
	Clusters   = "clusters"
	Ideas      = "ideas"
	Everything = "all" // a workbook with a sheet for each

	CSV  = "csv"
	XLSX = "xlsx"
)

// Export is what somebody wants of a sector as a file.
type Export struct {
	What     string
	Format   string
	Keywords planner.KeywordQuery // which keywords; its order and page do not count
}

// check refuses what cannot be written.
func (e Export) check() error {
	switch {
	case e.Format != CSV && e.Format != XLSX:
		return fault.New(fault.Invalid, "The format is csv or xlsx, not %q.", e.Format)
	case e.What == Everything && e.Format == CSV:
		return fault.New(fault.Invalid, "A CSV file holds one table. Choose keywords, clusters or ideas, or export all as xlsx.")
	case e.What == Keywords, e.What == Clusters, e.What == Ideas, e.What == Everything:
		return nil
	}
	return fault.New(fault.Invalid, "Keywords, clusters, ideas or all can be exported, not %q.", e.What)
}

// MediaType returns the type of the file.
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

// MediaTypes returns the media types of the files.
func MediaTypes() []string { return []string{csvType, xlsxType} }

// Name returns the name of the file.
func (e Export) Name() string {
	what := e.What
	if what == Everything {
		what = "planner"
	}
	return what + "." + e.Format
}

// Export writes a file of what the sector has. Keywords come in the order of their keys. An import reads all that is known
// of them again, and their clusters as the clusters of a tool. What people decided is in the file, too, but no import reads
// it.
func (s *Service) Export(ctx context.Context, e Export, w io.Writer) error {
	if err := e.check(); err != nil {
		return err
	}
	if _, err := s.planner.HasKeywords(ctx, e.Keywords); err != nil {
		return err
	}
	clusters, err := s.planner.Clusters(ctx, e.Keywords.SectorID, "")
	if err != nil {
		return err
	}
	byID := make(map[string]planner.Cluster, len(clusters))
	for _, c := range clusters {
		byID[c.ID] = c
	}
	sheets := map[string]keywordfile.Sheet{
		Keywords: {Name: "Keywords", Header: keywordHeader(), Rows: s.keywordRows(ctx, e.Keywords, byID)},
		Clusters: {Name: "Clusters", Header: clusterHeader, Rows: s.clusterRows(ctx, clusters, byID)},
		Ideas:    {Name: "Ideas", Header: ideaHeader, Rows: s.ideaRows(ctx, e.Keywords.SectorID, byID)},
	}
	switch {
	case e.Format == CSV:
		return keywordfile.WriteCSV(w, sheets[e.What])
	case e.What == Everything:
		return keywordfile.WriteWorkbook(w, sheets[Keywords], sheets[Clusters], sheets[Ideas])
	}
	return keywordfile.WriteWorkbook(w, sheets[e.What])
}

// ExportFile writes the export into a temporary file and returns that from its beginning. The file is gone once it is closed.
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

func keywordHeader() []string {
	return slices.Concat([]string{"Keyword"}, planner.ExportedFacts(), []string{"State", "Pillar", "Topic", "Page", keywordfile.ExportedWhy, "To check", "Pinned"})
}

func (s *Service) keywordRows(ctx context.Context, q planner.KeywordQuery, clusters map[string]planner.Cluster) sheetRows {
	return func(write func(cells ...any) error) error {
		return s.planner.EachKeyword(ctx, q, func(k planner.Keyword) error { return write(keywordCells(k, clusters)...) })
	}
}

func keywordCells(k planner.Keyword, clusters map[string]planner.Cluster) []any {
	page := clusters[k.PageCluster()]
	topic := clusters[page.Parent()]
	pillar := clusters[topic.Parent()]
	why := make([]string, len(k.Evidence))
	for i, e := range k.Evidence {
		why[i] = e.Text
	}
	return slices.Concat([]any{k.Text}, k.Facts(), []any{k.State, pillar.Name, topic.Name, page.Name, strings.Join(why, " "), k.Weak, k.Pinned})
}

var clusterHeader = []string{
	"Pillar", "Topic", "Page", "Level", "Role", "State", "Locked", "Keyword count", "Volume", "Demand", "Difficulty", "Opportunity of its keywords", "Covered by pages", "Opportunity left", "Furthest page",
}

func (s *Service) clusterRows(ctx context.Context, list []planner.Cluster, byID map[string]planner.Cluster) sheetRows {
	return func(write func(cells ...any) error) error {
		left, err := s.planner.Opportunities(ctx, list)
		if err != nil {
			return err
		}
		for _, c := range list {
			names := map[string]string{}
			for at := c; at.ID != ""; at = byID[at.Parent()] {
				names[at.Level] = at.Name
			}
			o := left[c.ID]
			err := write(names[planner.LevelPillar], names[planner.LevelTopic], names[planner.LevelPage], c.Level, c.Role, c.State,
				c.Locked, c.KeywordCount, c.Volume, c.Demand, c.Difficulty,
				c.Opportunity, o.Covered, o.Left(), o.State)
			if err != nil {
				return err
			}
		}
		return nil
	}
}

var ideaHeader = []string{"Title", "Angle", "Intent", "State", "Pillar", "Topic", "Page", "Demand", "Outline", "Target keywords", "Edited"}

func (s *Service) ideaRows(ctx context.Context, sectorID string, byID map[string]planner.Cluster) sheetRows {
	return func(write func(cells ...any) error) error {
		for q := (ideas.IdeaQuery{SectorID: sectorID, Limit: database.MaxLimit}); ; {
			page, err := s.ideas.Ideas(ctx, q)
			if err != nil {
				return err
			}
			for _, i := range page.Items {
				cluster := byID[i.ClusterID]
				topic := byID[cluster.Parent()]
				err := write(i.Title, i.Angle, i.Intent, i.State, byID[topic.Parent()].Name, topic.Name, cluster.Name, i.Demand,
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

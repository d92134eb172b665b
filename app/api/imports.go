package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/planner/imports"
	"igny8/app/sites"
)

// Import reports what happened to the rows of an import.
type Import struct {
	ID             *string         `json:"id" doc:"Null for a dry run."`
	DryRun         bool            `json:"dry_run"`
	State          string          `json:"state" values:"import state" doc:"checked: nothing is written before POST /keyword-imports/{id}/start. It waits for a week."`
	Format         string          `json:"format" doc:"The format of the first file that was read."`
	Rows           int             `json:"rows"`
	Imported       int             `json:"imported"`
	Updated        int             `json:"updated"`
	Duplicates     int             `json:"duplicates"`
	Rejected       []RejectedRow   `json:"rejected"`
	RejectedCount  int             `json:"rejected_count"`
	IgnoredColumns []IgnoredColumn `json:"ignored_columns"`
	Files          []ImportedFile  `json:"files"`
	ChangeCounts   ChangeCounts    `json:"change_counts" doc:"What a dry run or a check would do to a sector that has keywords, by kind, in the answer to it; zero for an import that was written."`
	Changes        []ImportChange  `json:"changes" doc:"The same by keyword: the first 1,000. All of a checked import are at /keyword-imports/{id}/changes."`
}

// ChangeCounts holds the number of keywords that an import would change, by kind of change.
type ChangeCounts struct {
	New      int `json:"new"`
	Changed  int `json:"changed"`
	Moved    int `json:"moved" doc:"Keywords that the tool now puts into another cluster."`
	Vanished int `json:"vanished" doc:"An earlier export of the same tool and country had them. An import leaves them as they are."`
}

// ImportChange is what a dry run would change in one keyword.
type ImportChange struct {
	Kind        string       `json:"kind" values:"import change"`
	Keyword     string       `json:"keyword"`
	Differences []Difference `json:"differences"`
}

// Difference is a value before and after; empty means not known.
type Difference struct {
	Name   string `json:"name"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// ImportedFile is the report of one file of an import.
type ImportedFile struct {
	Name           string          `json:"name"`
	Format         string          `json:"format" doc:"The tool and its export."`
	Encoding       *string         `json:"encoding"`
	Delimiter      *string         `json:"delimiter" doc:"comma, semicolon, tab, pipe, cells for a workbook, or none for a list."`
	HeaderRow      int             `json:"header_row" doc:"The number of the row with the header; 0 for a plain list of keywords."`
	Market         *string         `json:"market" doc:"ISO 3166, lower case; null if the file does not say."`
	Date           *string         `json:"date" doc:"The day of the export, YYYY-MM-DD; null if the file does not say."`
	Columns        []UsedColumn    `json:"columns"`
	Rows           int             `json:"rows"`
	Accepted       int             `json:"accepted" doc:"Rows with a keyword that no earlier row of the file has."`
	Imported       int             `json:"imported"`
	Updated        int             `json:"updated"`
	Duplicates     int             `json:"duplicates"`
	Joined         int             `json:"joined" doc:"Duplicates whose keyword is in an earlier row of the import; the other duplicates bring nothing new."`
	UnknownVolumes int             `json:"unknown_volumes"`
	RejectedCount  int             `json:"rejected_count"`
	Rejected       []RejectedRow   `json:"rejected" doc:"The first 1,000."`
	IgnoredColumns []IgnoredColumn `json:"ignored_columns"`
	Parts          []FilePart      `json:"parts" doc:"The sheets of a workbook, the files of a zip."`
	Notes          []string        `json:"notes"`
	Refusal        *string         `json:"refusal" doc:"Why the file was not read at all."`
	Tables         []FileTable     `json:"tables" doc:"The tables whose columns can be mapped by hand."`
}

// FilePart is a sheet of a workbook or a file of a zip archive.
type FilePart struct {
	Name    string  `json:"name"`
	Rows    int     `json:"rows"`
	Skipped *string `json:"skipped" doc:"Why it was not read."`
}

// UsedColumn is a column that was understood.
type UsedColumn struct {
	Name  string `json:"name"`
	Field string `json:"field" values:"column"`
}

// RejectedRow is a row without a usable keyword.
type RejectedRow struct {
	File   string `json:"file"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// IgnoredColumn is a column that was not used.
type IgnoredColumn struct {
	File   string `json:"file"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

type upload struct {
	ByID
	DryRun bool `query:"dry_run" doc:"Reports what would happen and stores nothing."`
	Check  bool `query:"check" doc:"Keeps the files and what they would do, so that columns can be mapped and changes left out before they are written."`
}

var importForm = &huma.Schema{
	Type: huma.TypeObject, Required: []string{"file"},
	Properties: map[string]*huma.Schema{
		"file": {
			Type: huma.TypeArray, MinItems: new(1), Description: "Keyword files: CSV, TSV, XLSX, or a ZIP of them. Repeat the field for several.",
			Items: &huma.Schema{Type: huma.TypeString, Format: "binary"},
		},
	},
}

func (a *API) importOperations() {
	add(a, operation{
		method: post, path: "/sectors/{id}/keyword-imports", id: "import-keywords", summary: "Import keyword files", may: accounts.Work,
		site: of[sites.Sector]("sector"), status: http.StatusCreated, form: importForm,
	}, a.importKeywords)
	add(a, operation{method: get, path: "/sectors/{id}/keyword-imports", id: "imports", summary: "The imports of a sector, newest first", may: accounts.See, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *Within) (*List[Import], error) {
			page, err := a.Imports.ImportPage(ctx, in.ID, in.Limit, in.Cursor)
			return listed(page, err, importOf)
		})
	add(a, operation{method: get, path: "/keyword-imports/{id}", id: "import", summary: "The report of an import", may: accounts.See, site: of[imports.Import]("import")},
		func(ctx context.Context, in *ByID) (*Answer[Import], error) {
			im, err := a.Imports.ImportReport(ctx, in.ID)
			return answer(importOf(im), err)
		})
}

// importKeywords imports all files of the field file.
func (a *API) importKeywords(ctx context.Context, in *upload) (*Answer[Import], error) {
	var files []imports.File
	for _, f := range formOf(ctx).Files["file"] {
		files = append(files, imports.File{Name: f.Name, Data: f, Size: f.Size})
	}
	if len(files) == 0 {
		return nil, fault.Fields{{Name: "file", Message: "Send at least one keyword file in the form field \"file\"."}}.Err()
	}
	if in.Check && !in.DryRun {
		im, err := a.Imports.CheckFiles(ctx, in.ID, files)
		return answer(importOf(im), err)
	}
	im, err := a.Imports.ImportFiles(ctx, in.ID, files, in.DryRun)
	return answer(importOf(im), err)
}

func importOf(im imports.Import) Import {
	out := Import{
		DryRun: im.DryRun, State: string(im.State), Rows: im.Rows, Imported: im.Imported, Updated: im.Updated, Duplicates: im.Duplicates,
		Rejected: []RejectedRow{}, RejectedCount: im.Rejected, IgnoredColumns: []IgnoredColumn{}, Files: []ImportedFile{},
	}
	if !im.DryRun {
		out.ID = &im.ID
	}
	out.ChangeCounts, out.Changes = changesOf(im)
	for _, f := range im.Files {
		if out.Format == "" {
			out.Format = f.Format
		}
		file := importedFile(f)
		out.Rejected = append(out.Rejected, file.Rejected...)
		out.IgnoredColumns = append(out.IgnoredColumns, file.IgnoredColumns...)
		out.Files = append(out.Files, file)
	}
	return out
}

func changesOf(im imports.Import) (counts ChangeCounts, list []ImportChange) {
	n := im.ChangeCounts
	counts = ChangeCounts{
		New: n[imports.ChangeNew], Changed: n[imports.ChangeChanged], Moved: n[imports.ChangeMoved],
		Vanished: n[imports.ChangeVanished],
	}
	list = []ImportChange{}
	for _, c := range im.Changes {
		list = append(list, changeOfImport(c))
	}
	return counts, list
}

func changeOfImport(c imports.Change) ImportChange {
	change := ImportChange{Kind: c.Kind, Keyword: c.Text, Differences: []Difference{}}
	for _, d := range c.Differences {
		change.Differences = append(change.Differences, Difference(d))
	}
	return change
}

func importedFile(f imports.FileReport) ImportedFile {
	file := ImportedFile{
		Name: f.Name, Format: f.Format, Encoding: orNil(f.Encoding), Delimiter: orNil(f.Delimiter), HeaderRow: f.HeaderRow,
		Market: orNil(f.Market), Date: orNil(f.Date),
		Columns: []UsedColumn{}, Rows: f.Rows, Accepted: f.Accepted, Imported: f.Imported, Updated: f.Updated, Duplicates: f.Duplicates,
		Joined:         f.Joined,
		UnknownVolumes: f.UnknownVolumes, RejectedCount: f.RejectedCount, Rejected: []RejectedRow{}, IgnoredColumns: []IgnoredColumn{},
		Parts: []FilePart{}, Notes: append([]string{}, f.Notes...), Refusal: orNil(f.Refusal),
		Tables: []FileTable{},
	}
	for _, t := range f.Tables {
		file.Tables = append(file.Tables, tableOf(t))
	}
	for _, p := range f.Parts {
		file.Parts = append(file.Parts, FilePart{p.Name, p.Rows, orNil(p.Skipped)})
	}
	for _, c := range f.Columns {
		file.Columns = append(file.Columns, UsedColumn{c.Header, string(c.Field)})
	}
	for _, r := range f.Rejected {
		file.Rejected = append(file.Rejected, RejectedRow{f.Name, r.Row, r.Reason})
	}
	for _, c := range f.Ignored {
		file.IgnoredColumns = append(file.IgnoredColumns, IgnoredColumn{f.Name, c.Name, c.Reason})
	}
	return file
}

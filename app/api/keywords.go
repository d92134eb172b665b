package api

import (
	"context"
	"mime/multipart"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/sites"
)

// Keyword is a search phrase with what is known about it.
type Keyword struct {
	ID            string   `json:"id"`
	Keyword       string   `json:"keyword"`
	Volume        *int64   `json:"volume" doc:"Searches a month; never filled from impressions."`
	Estimated     bool     `json:"estimated" doc:"The volume is an estimate."`
	Difficulty    *float64 `json:"difficulty" doc:"0 to 100."`
	CPC           *float64 `json:"cpc"`
	Currency      *string  `json:"currency"`
	Intent        *string  `json:"intent" doc:"One or more of informational, commercial, transactional, navigational, separated by a comma."`
	Country       *string  `json:"country"`
	Impressions   *int64   `json:"impressions"`
	Clicks        *int64   `json:"clicks"`
	Position      *float64 `json:"position"`
	Demand        *int64   `json:"demand" doc:"Exact volume, else an estimate, else impressions."`
	State         string   `json:"state" enum:"new,clustered,excluded"`
	ClusterID     *string  `json:"cluster_id"`
	Evidence      []string `json:"evidence" doc:"Why it is in its cluster."`
	EvidenceKinds []string `json:"evidence_kinds" doc:"The kind of each reason: shared_words, parent_keyword, same_page, same_serp, given, alone or by_hand."`
	Strength      *float64 `json:"strength"`
	Weak          bool     `json:"weak"`
	Pinned        bool     `json:"pinned"`
}

// Import is what became of the rows of an import.
type Import struct {
	ID             *string         `json:"id" doc:"Null for a dry run."`
	DryRun         bool            `json:"dry_run"`
	Format         string          `json:"format" doc:"The format of the first file that was read."`
	Rows           int             `json:"rows"`
	Imported       int             `json:"imported"`
	Updated        int             `json:"updated"`
	Duplicates     int             `json:"duplicates"`
	Rejected       []RejectedRow   `json:"rejected"`
	RejectedCount  int             `json:"rejected_count"`
	IgnoredColumns []IgnoredColumn `json:"ignored_columns"`
	Files          []ImportedFile  `json:"files"`
}

// ImportedFile is the same for one file.
type ImportedFile struct {
	Name           string          `json:"name"`
	Format         string          `json:"format" doc:"The tool and its export."`
	Encoding       *string         `json:"encoding"`
	Delimiter      *string         `json:"delimiter" doc:"comma, semicolon, tab, pipe, cells for a workbook, or none for a list."`
	HeaderRow      int             `json:"header_row" doc:"0 for a list."`
	Market         *string         `json:"market" doc:"ISO 3166, lower case; null if the file does not say."`
	Date           *string         `json:"date" doc:"The day of the export, YYYY-MM-DD; null if the file does not say."`
	Columns        []UsedColumn    `json:"columns"`
	Rows           int             `json:"rows"`
	Accepted       int             `json:"accepted" doc:"Rows that are keywords and stood in the file for the first time."`
	Imported       int             `json:"imported"`
	Updated        int             `json:"updated"`
	Duplicates     int             `json:"duplicates"`
	Joined         int             `json:"joined" doc:"Duplicates whose keyword stood in the import before; the others told nothing new."`
	UnknownVolumes int             `json:"unknown_volumes"`
	RejectedCount  int             `json:"rejected_count"`
	Rejected       []RejectedRow   `json:"rejected" doc:"The first 1,000."`
	IgnoredColumns []IgnoredColumn `json:"ignored_columns"`
	Parts          []FilePart      `json:"parts" doc:"The sheets of a workbook, the files of a zip."`
	Notes          []string        `json:"notes"`
	Refusal        *string         `json:"refusal" doc:"Why the file was not read at all."`
}

// FilePart is a sheet of a workbook or a file of a zip.
type FilePart struct {
	Name    string  `json:"name"`
	Rows    int     `json:"rows"`
	Skipped *string `json:"skipped" doc:"Why it was not read."`
}

// UsedColumn is a column that was understood.
type UsedColumn struct {
	Name  string `json:"name"`
	Field string `json:"field"`
}

// RejectedRow is a row that is no keyword.
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
	DryRun  bool           `query:"dry_run"`
	RawBody multipart.Form `contentType:"multipart/form-data"`
}

type keywordQuery struct {
	ByID
	Paging
	Q         string `query:"q" maxLength:"200"`
	ClusterID string `query:"cluster_id"`
	Intent    string `query:"intent"`
	State     string `query:"state" enum:"new,clustered,excluded"`
	Evidence  string `query:"evidence" enum:"shared_words,parent_keyword,same_page,same_serp,given,alone,by_hand"`
	Sort      string `query:"sort" enum:"volume,-volume,difficulty,-difficulty,keyword,-keyword"`
}

type keywordChange struct {
	ByID
	Body struct {
		ClusterID *string `json:"cluster_id,omitempty" doc:"A page cluster of the same sector; empty takes the keyword out of its cluster."`
		State     *string `json:"state,omitempty" enum:"new,clustered,excluded"`
		Pinned    *bool   `json:"pinned,omitempty"`
		Intent    *string `json:"intent,omitempty"`
	}
}

// uploadLimit is the largest import in bytes: two files of the largest size and their envelope.
const uploadLimit = 120 << 20

func (a *API) keywordOperations() {
	add(a, operation{
		method: post, path: "/sectors/{id}/keyword-imports", id: "import-keywords", summary: "Import keyword files", may: accounts.Work,
		site: of[sites.Sector]("sector"), status: http.StatusCreated, maxBytes: uploadLimit,
	}, a.importKeywords)
	add(a, operation{method: get, path: "/sectors/{id}/keywords", id: "keywords", summary: "The keywords of a sector", may: accounts.See, site: of[sites.Sector]("sector")},
		func(ctx context.Context, in *keywordQuery) (*List[Keyword], error) {
			page, err := a.Planner.Keywords(ctx, planner.KeywordQuery{
				SectorID: in.ID, Q: in.Q, ClusterID: in.ClusterID, Intent: in.Intent, State: in.State, Evidence: in.Evidence, Sort: in.Sort, Limit: in.Limit, Cursor: in.Cursor,
			})
			return listed(page, err, keywordOf)
		})
	add(a, operation{method: patch, path: "/keywords/{id}", id: "update-keyword", summary: "Move, pin or exclude a keyword", may: accounts.Work, site: of[planner.Keyword]("keyword")},
		func(ctx context.Context, in *keywordChange) (*Answer[Keyword], error) {
			k, err := a.Planner.UpdateKeyword(ctx, in.ID, planner.KeywordChange(in.Body))
			return answer(keywordOf(k), err)
		})
	add(a, operation{method: remove, path: "/keywords/{id}", id: "delete-keyword", summary: "Delete a keyword", may: accounts.Work, site: of[planner.Keyword]("keyword"), status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Planner.DeleteKeyword(ctx, in.ID)
		})
}

// importKeywords reads all files of the field file.
func (a *API) importKeywords(ctx context.Context, in *upload) (*Answer[Import], error) {
	var files []planner.File
	for _, header := range in.RawBody.File["file"] {
		f, err := header.Open()
		if err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }()
		files = append(files, planner.File{Name: header.Filename, Data: f})
	}
	if len(files) == 0 {
		return nil, fault.Fields{{Name: "file", Message: "Send at least one keyword file in the form field \"file\"."}}.Err()
	}
	im, err := a.Planner.Import(ctx, in.ID, files, in.DryRun)
	return answer(importOf(im), err)
}

func importOf(im planner.Import) Import {
	out := Import{
		DryRun: im.DryRun, Rows: im.Rows, Imported: im.Imported, Updated: im.Updated, Duplicates: im.Duplicates,
		Rejected: []RejectedRow{}, RejectedCount: im.Rejected, IgnoredColumns: []IgnoredColumn{}, Files: []ImportedFile{},
	}
	if !im.DryRun {
		out.ID = &im.ID
	}
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

func importedFile(f planner.FileReport) ImportedFile {
	file := ImportedFile{
		Name: f.Name, Format: f.Format, Encoding: known(f.Encoding), Delimiter: known(f.Delimiter), HeaderRow: f.HeaderRow, Market: known(f.Market), Date: known(f.Date),
		Columns: []UsedColumn{}, Rows: f.Rows, Accepted: f.Accepted, Imported: f.Imported, Updated: f.Updated, Duplicates: f.Duplicates, Joined: f.Joined,
		UnknownVolumes: f.UnknownVolumes, RejectedCount: f.RejectedCount, Rejected: []RejectedRow{}, IgnoredColumns: []IgnoredColumn{},
		Parts: []FilePart{}, Notes: append([]string{}, f.Notes...), Refusal: known(f.Refusal),
	}
	for _, p := range f.Parts {
		file.Parts = append(file.Parts, FilePart{p.Name, p.Rows, known(p.Skipped)})
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

func keywordOf(k planner.Keyword) Keyword {
	reasons, kinds := []string{}, []string{}
	for _, e := range k.Evidence {
		reasons, kinds = append(reasons, e.Text), append(kinds, e.Kind)
	}
	return Keyword{
		ID: k.ID, Keyword: k.Text, Volume: k.Volume, Estimated: k.Estimated, Difficulty: k.Difficulty, CPC: k.CPC, Currency: known(k.Currency),
		Intent: known(k.Intent), Country: known(k.Country), Impressions: k.Impressions, Clicks: k.Clicks, Position: k.Position, Demand: k.Demand,
		State: k.State, ClusterID: k.ClusterID, Evidence: reasons, EvidenceKinds: kinds, Strength: k.Strength, Weak: k.Weak, Pinned: k.Pinned,
	}
}

// known is null for a text that is not known.
func known(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// utc is the moment in UTC, null where there is none.
func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC()
	return &at
}

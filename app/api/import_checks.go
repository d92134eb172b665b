package api

import (
	"context"
	"net/http"

	"igny8/app/accounts"
	"igny8/app/keywordfile"
	"igny8/app/planner/imports"
)

// CheckedChange is what a checked import would change in one keyword.
type CheckedChange struct {
	ID string `json:"id"`
	ImportChange
	Pinned   bool `json:"pinned" doc:"A person put it where it is: it is excluded by its id alone, never with all of the kind."`
	Accepted bool `json:"accepted" doc:"A vanished keyword is excluded when it is accepted. What is not accepted stays as it is."`
}

// AcceptedCount says how many changes of one kind a checked import has, and how many of them are accepted.
type AcceptedCount struct {
	Kind     string `json:"kind" values:"import change"`
	Count    int64  `json:"count"`
	Accepted int64  `json:"accepted"`
}

type checkedChanges struct {
	ByID
	Paging
	Kind string `query:"kind" values:"import change" default:"new"`
}

type acceptance struct {
	ByID
	Body struct {
		Kind     string   `json:"kind" values:"import change"`
		IDs      []string `json:"ids,omitempty" maxItems:"5000" doc:"Without ids: all changes of the kind."`
		Accepted bool     `json:"accepted"`
	}
}

type mappedTable struct {
	ByID
	Body struct {
		HeaderKey string `json:"header_key" doc:"The header_key of a table of the import."`
		MappedColumns
	}
}

// importCheckOperations registers the operations on an import that was uploaded with check=true.
func (a *API) importCheckOperations() {
	site := of[imports.Import]("import")
	add(a, operation{method: get, path: "/keyword-imports/{id}/changes", id: "import-changes", summary: "What a checked import would do, by keyword", may: accounts.See, site: site},
		func(ctx context.Context, in *checkedChanges) (*List[CheckedChange], error) {
			page, err := a.Imports.ImportChanges(ctx, in.ID, in.Kind, in.Limit, in.Cursor)
			return listed(page, err, checkedChangeOf)
		})
	add(a, operation{method: post, path: "/keyword-imports/{id}/changes", id: "accept-import-changes", summary: "Accept or leave out changes of a checked import", may: accounts.Work, site: site},
		func(ctx context.Context, in *acceptance) (*List[AcceptedCount], error) {
			if err := a.Imports.AcceptChanges(ctx, in.ID, in.Body.Kind, in.Body.IDs, in.Body.Accepted); err != nil {
				return nil, err
			}
			counts, err := a.Imports.ChangeCounts(ctx, in.ID)
			if err != nil {
				return nil, err
			}
			return whole(counts, func(c imports.ChangeCount) AcceptedCount { return AcceptedCount(c) }), nil
		})
	add(a, operation{method: put, path: "/keyword-imports/{id}/columns", id: "map-import-columns", summary: "Say what the columns of a table mean, and check its files again", may: accounts.Work, site: site},
		func(ctx context.Context, in *mappedTable) (*Answer[Import], error) {
			im, err := a.Imports.MapColumns(ctx, in.ID, in.Body.HeaderKey, in.Body.mapping())
			return answer(importOf(im), err)
		})
	add(a, operation{method: post, path: "/keyword-imports/{id}/start", id: "start-import", summary: "Write a checked import, as far as it is accepted", may: accounts.Work, site: site, status: http.StatusAccepted},
		func(ctx context.Context, in *ByID) (*Answer[Run], error) {
			run, err := a.Imports.StartImport(ctx, in.ID)
			return answer(runOf(run), err)
		})
	add(a, operation{method: remove, path: "/keyword-imports/{id}", id: "discard-import", summary: "Discard a checked import", may: accounts.Work, site: site, status: http.StatusNoContent},
		func(ctx context.Context, in *ByID) (*struct{}, error) {
			return nil, a.Imports.DiscardImport(ctx, in.ID)
		})
}

func checkedChangeOf(c imports.Change) CheckedChange {
	return CheckedChange{ID: c.ID, ImportChange: changeOfImport(c), Pinned: c.Pinned, Accepted: c.Accepted}
}

// FileTable is a table of a file in an import that waits until a person says what the columns mean.
type FileTable struct {
	HeaderKey  string     `json:"header_key"`
	Part       *string    `json:"part" doc:"The sheet or file it is in, where there are several."`
	Header     []string   `json:"header"`
	Fields     []string   `json:"fields" values:"column" doc:"What each column is read as."`
	Sample     [][]string `json:"sample" doc:"The first rows under the header."`
	Mapped     bool       `json:"mapped" doc:"Somebody of the account said what the columns mean."`
	Headerless bool       `json:"headerless"`
}

func tableOf(t keywordfile.Table) FileTable {
	return FileTable{
		HeaderKey: t.Key, Part: orNil(t.Part), Header: append([]string{}, t.Header...), Fields: texts(t.Fields),
		Sample: append([][]string{}, t.Sample...), Mapped: t.Mapped, Headerless: t.Headerless,
	}
}

package api

import (
	"context"
	"net/http"
	"time"

	"igny8/app/accounts"
	"igny8/app/keywordfile"
	"igny8/app/planner/imports"
)

// MappedColumns say what each column of a table means.
type MappedColumns struct {
	Fields     []string `json:"fields,omitempty" values:"column" maxItems:"100" doc:"What each column means, in their order. None: forget what was said."`
	Headerless bool     `json:"headerless,omitempty" doc:"What looks like the header is a row of keywords."`
}

func (m MappedColumns) mapping() keywordfile.Mapping {
	fields := make([]keywordfile.Field, len(m.Fields))
	for i, f := range m.Fields {
		fields[i] = keywordfile.Field(f)
	}
	return keywordfile.Mapping{Fields: fields, Headerless: m.Headerless}
}

// ColumnMapping is what a member of the account has said that the columns under a header mean.
type ColumnMapping struct {
	Header     []string  `json:"header" doc:"The header of the file that was mapped last. The mapping also applies to headers that differ only in months, dates and currencies."`
	Fields     []string  `json:"fields" values:"column"`
	Headerless bool      `json:"headerless"`
	UpdatedAt  time.Time `json:"updated_at"`
}

func columnMappingOf(m imports.ColumnMapping) ColumnMapping {
	return ColumnMapping{
		Header: append([]string{}, m.Header...), Fields: texts(m.Fields), Headerless: m.Headerless,
		UpdatedAt: m.UpdatedAt.UTC(),
	}
}

type mappedHeader struct {
	Body struct {
		Header []string `json:"header" minItems:"1" maxItems:"100" doc:"The names of the columns, as they stand in the file."`
		MappedColumns
	}
}

func (a *API) columnMappingOperations() {
	add(a, operation{method: get, path: "/column-mappings", id: "column-mappings", summary: "What the columns of keyword files were said to mean, the latest first", may: accounts.Work},
		func(ctx context.Context, in *Paging) (*List[ColumnMapping], error) {
			page, err := a.Imports.ColumnMappingPage(ctx, in.Limit, in.Cursor)
			return listed(page, err, columnMappingOf)
		})
	add(a, operation{method: put, path: "/column-mappings", id: "map-header", summary: "Say what the columns under a header mean, for every file that comes with it", may: accounts.Work, status: http.StatusNoContent},
		func(ctx context.Context, in *mappedHeader) (*struct{}, error) {
			return nil, a.Imports.MapHeader(ctx, in.Body.Header, in.Body.mapping())
		})
}

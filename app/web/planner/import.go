package planner

import (
	"slices"
	"strconv"
	"strings"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/keywordfile"
	"igny8/app/planner"
	"igny8/app/planner/imports"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

func (x handler) importForm() error { return x.showImport("", nil) }

func (x handler) showImport(text string, problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	c, v := x.Staged("Import keywords", gates.Planner), views.ImportForm{Place: p, Text: text, Queue: x.Imports.ImportQueue(x.Context()), Problems: form.Of(problem)}
	page, part := views.ImportPage(c, v), views.ImportPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// importKeywords checks the files and the pasted keywords and redirects to the page that shows what the import would change.
func (x handler) importKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	im, err := x.Imports.CheckFiles(x.Context(), p.Sector.ID, x.keywordFiles())
	if err != nil {
		return x.showImport(x.FormValue("text"), err)
	}
	return x.To(p.At(address.ImportReport(p.SiteID, im.ID)))
}

// pasted is the name of pasted keywords in the report.
const pasted = "Pasted keywords"

func (x handler) keywordFiles() (files []imports.File) {
	for _, f := range x.Files("file") {
		files = append(files, imports.File{Name: f.Name, Data: f, Size: f.Size})
	}
	if text := x.FormValue("text"); strings.TrimSpace(text) != "" {
		files = append(files, imports.TextFile(pasted, text))
	}
	return files
}

// importQueue shows how many files are read before the file of the person. The import page polls it while a check is under
// way.
func (x handler) importQueue() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	return exchange.Render(x.Ctx, views.ImportQueue(p, x.Imports.ImportQueue(x.Context())))
}

// importPage shows an import at one address: its check, its run and its report.
func (x handler) importPage() error {
	im, err := x.Imports.ImportReport(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showOneImport(im, nil)
}

func (x handler) showOneImport(im imports.Import, problem error) error {
	p, err := x.placeAt(im.SectorID)
	if err != nil {
		return err
	}
	if im.State == imports.ImportDone {
		return x.showReport(p, im)
	}
	v := views.ImportCheck{Place: p, Import: im, Kind: x.Query("kind"), Cursor: x.Query("cursor"), Problems: form.Of(problem)}
	if err := x.importRun(&v); err != nil {
		return err
	}
	if v.Counts, err = x.Imports.ChangeCounts(x.Context(), im.ID); err != nil {
		return err
	}
	if !slices.ContainsFunc(v.Counts, func(c imports.ChangeCount) bool { return c.Kind == v.Kind }) && len(v.Counts) > 0 {
		v.Kind = v.Counts[0].Kind
	}
	if len(v.Counts) > 0 {
		page, err := x.Imports.ImportChanges(x.Context(), im.ID, v.Kind, differencesAtOnce, v.Cursor)
		if err != nil {
			return err
		}
		v.Changes, v.Next = page.Items, page.Next
	}
	c := x.Staged("Check the import", gates.Planner)
	page, part := views.ImportCheckPage(c, v), views.ImportCheckPart(c, v)
	if problem != nil {
		return x.Again(problem, page, part)
	}
	return x.Show(page, part)
}

// differencesAtOnce is how many changes of an import one page shows.
const differencesAtOnce = 100

// importRun loads the run that writes the import, if there is one.
func (x handler) importRun(v *views.ImportCheck) error {
	if v.Import.RunID == nil {
		return nil
	}
	run, err := x.Engine.Get(x.Context(), *v.Import.RunID)
	if err != nil {
		return err
	}
	shown := x.RunView(run)
	v.Run = &shown
	return nil
}

func (x handler) showReport(p views.Place, im imports.Import) error {
	v := views.Report{Place: p, Import: im}
	var err error
	if v.HasNew, err = x.Planner.HasKeywords(x.Context(),
		planner.KeywordQuery{SectorID: p.Sector.ID, State: planner.KeywordNew}); err != nil {
		return err
	}
	page := views.ReportPage(x.Staged("What was read", gates.Planner), v)
	return x.Show(page, page)
}

// importActions maps the actions of the forms on the page of a checked import to their functions. Each returns the path to
// continue at and a message.
var importActions = map[string]func(handler, imports.Import) (path, said string, err error){
	"import":  handler.startImport,
	"map":     handler.mapColumns,
	"forget":  handler.forgetColumns,
	"discard": handler.discardImport,
	"accept":  acceptsChanges(true),
	"decline": acceptsChanges(false),
}

func (x handler) changeImport() error {
	im, err := x.Imports.ImportReport(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	act := importActions[x.Value("do")]
	if act == nil {
		return fault.New(fault.Invalid, "There is nothing of that name to do with an import.")
	}
	p, err := x.placeAt(im.SectorID)
	if err != nil {
		return err
	}
	path, said, err := act(x, im)
	if err != nil {
		return x.showOneImport(im, err)
	}
	if said != "" {
		x.Say("good", said)
	}
	return x.To(p.At(path, "kind", x.Value("kind"), "cursor", x.Value("cursor")))
}

func importPath(im imports.Import) string { return address.ImportReport(im.SiteID, im.ID) }

func (x handler) startImport(im imports.Import) (string, string, error) {
	if im.State == imports.ImportDone {
		return importPath(im), "", nil // the button was pressed twice
	}
	_, err := x.Imports.StartImport(x.Context(), im.ID)
	return importPath(im), "", err
}

func (x handler) mapColumns(im imports.Import) (string, string, error) {
	m := keywordfile.Mapping{Headerless: x.Value("headerless") != ""}
	for i := range keywordfile.MaxColumns {
		field := x.Value("column_" + strconv.Itoa(i))
		if field == "" {
			break
		}
		m.Fields = append(m.Fields, keywordfile.Field(field))
	}
	if len(m.Fields) == 0 {
		return "", "", fault.New(fault.Invalid, "Say which column has the keywords.")
	}
	_, err := x.Imports.MapColumns(x.Context(), im.ID, x.Value("header"), m)
	return importPath(im), "Read again. Files with this header are read so from now on.", err
}

func (x handler) forgetColumns(im imports.Import) (string, string, error) {
	_, err := x.Imports.MapColumns(x.Context(), im.ID, x.Value("header"), keywordfile.Mapping{})
	return importPath(im), "Forgotten. The columns are found by their names again.", err
}

func (x handler) discardImport(im imports.Import) (string, string, error) {
	return address.Import(im.SiteID), "The files are discarded. Nothing was imported.", x.Imports.DiscardImport(x.Context(), im.ID)
}

// acceptsChanges returns an action that accepts or leaves out the selected changes of the kind, or all of them.
func acceptsChanges(accepted bool) func(handler, imports.Import) (string, string, error) {
	return func(x handler, im imports.Import) (string, string, error) {
		ids := x.Values("ids")
		if x.Value("all") != "" {
			ids = nil
		} else if len(ids) == 0 {
			return "", "", fault.New(fault.Invalid, "Choose the keywords first. Nothing was changed.")
		}
		return importPath(im), "", x.Imports.AcceptChanges(x.Context(), im.ID, x.Value("kind"), ids, accepted)
	}
}

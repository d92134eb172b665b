package web

import (
	"slices"
	"strconv"
	"strings"

	"igny8/app/fault"
	"igny8/app/gates"
	"igny8/app/keywordfile"
	"igny8/app/planner"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/planner"
)

func (x *exchange) importForm() error { return x.showImport("", nil) }

func (x *exchange) showImport(text string, problem error) error {
	p, err := x.place()
	if err != nil {
		return err
	}
	c, v := x.staged("Import keywords", gates.Planner), views.ImportForm{Place: p, Text: text, Queue: x.Planner.ImportQueue(x.ctx()), Problems: form.Of(problem)}
	page, part := views.ImportPage(c, v), views.ImportPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// importKeywords checks the files and what was pasted, and leads to what they would do.
func (x *exchange) importKeywords() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	im, err := x.Planner.Check(x.ctx(), p.Sector.ID, x.keywordFiles())
	if err != nil {
		return x.showImport(x.FormValue("text"), err)
	}
	return x.to(p.At(address.ImportReport(p.SiteID, im.ID)))
}

// pasted is the name under which the report speaks of pasted keywords.
const pasted = "Pasted keywords"

func (x *exchange) keywordFiles() (files []planner.File) {
	for _, f := range x.files("file") {
		files = append(files, planner.File{Name: f.Name, Data: f, Size: f.Size})
	}
	if text := x.FormValue("text"); strings.TrimSpace(text) != "" {
		files = append(files, planner.TextFile(pasted, text))
	}
	return files
}

// importQueue says what is read before the file of the person. The import page asks for it while a check
// is on its way.
func (x *exchange) importQueue() error {
	p, err := x.place()
	if err != nil {
		return err
	}
	return render(x.Ctx, views.ImportQueue(p, x.Planner.ImportQueue(x.ctx())))
}

// importPage is an import from its check to its report, on one address.
func (x *exchange) importPage() error {
	im, err := x.Planner.ImportReport(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showOneImport(im, nil)
}

func (x *exchange) showOneImport(im planner.Import, problem error) error {
	p, err := x.placeAt(im.SectorID)
	if err != nil {
		return err
	}
	if im.State == planner.ImportDone {
		return x.showReport(p, im)
	}
	v := views.Doctor{Place: p, Import: im, Kind: x.Query("kind"), Cursor: x.Query("cursor"), Problems: form.Of(problem)}
	if err := x.importRun(&v); err != nil {
		return err
	}
	if v.Counts, err = x.Planner.ChangeCounts(x.ctx(), im.ID); err != nil {
		return err
	}
	if !slices.ContainsFunc(v.Counts, func(c planner.ChangeCount) bool { return c.Kind == v.Kind }) && len(v.Counts) > 0 {
		v.Kind = v.Counts[0].Kind
	}
	if len(v.Counts) > 0 {
		page, err := x.Planner.ImportChanges(x.ctx(), im.ID, v.Kind, differencesAtOnce, v.Cursor)
		if err != nil {
			return err
		}
		v.Changes, v.Next = page.Items, page.Next
	}
	c := x.staged("Check the import", gates.Planner)
	page, part := views.DoctorPage(c, v), views.DoctorPart(c, v)
	if problem != nil {
		return x.again(problem, page, part)
	}
	return x.show(page, part)
}

// differencesAtOnce is how many changes of an import one page shows.
const differencesAtOnce = 100

// importRun is the run that writes the import, if it was started.
func (x *exchange) importRun(v *views.Doctor) error {
	if v.Import.RunID == nil {
		return nil
	}
	run, err := x.Engine.Get(x.ctx(), *v.Import.RunID)
	if err != nil {
		return err
	}
	shown := x.runView(run)
	v.Run = &shown
	return nil
}

func (x *exchange) showReport(p views.Place, im planner.Import) error {
	v := views.Report{Place: p, Import: im}
	var err error
	if v.HasNew, err = x.Planner.HasKeywords(x.ctx(), planner.KeywordQuery{SectorID: p.Sector.ID, State: planner.KeywordNew}); err != nil {
		return err
	}
	page := views.ReportPage(x.staged("What was read", gates.Planner), v)
	return x.show(page, page)
}

// importActions are what the forms on the page of a checked import ask for. Each says what was done, and where the person goes on in the Planner.
var importActions = map[string]func(*exchange, planner.Import) (path, said string, err error){
	"import":  (*exchange).startImport,
	"map":     (*exchange).mapColumns,
	"forget":  (*exchange).forgetColumns,
	"discard": (*exchange).discardImport,
	"accept":  acceptsChanges(true),
	"decline": acceptsChanges(false),
}

func (x *exchange) changeImport() error {
	im, err := x.Planner.ImportReport(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	act := importActions[x.value("do")]
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
		x.say("good", said)
	}
	return x.to(p.At(path, "kind", x.value("kind"), "cursor", x.value("cursor")))
}

func importPath(im planner.Import) string { return address.ImportReport(im.SiteID, im.ID) }

func (x *exchange) startImport(im planner.Import) (string, string, error) {
	if im.State == planner.ImportDone {
		return importPath(im), "", nil // the button was pressed once more
	}
	_, err := x.Planner.StartImport(x.ctx(), im.ID)
	return importPath(im), "", err
}

func (x *exchange) mapColumns(im planner.Import) (string, string, error) {
	m := keywordfile.Mapping{Headerless: x.value("headerless") != ""}
	for i := range keywordfile.MaxColumns {
		field := x.value("column_" + strconv.Itoa(i))
		if field == "" {
			break
		}
		m.Fields = append(m.Fields, keywordfile.Field(field))
	}
	if len(m.Fields) == 0 {
		return "", "", fault.New(fault.Invalid, "Say which column has the keywords.")
	}
	_, err := x.Planner.MapColumns(x.ctx(), im.ID, x.value("header"), m)
	return importPath(im), "Read again. Files with this header are read so from now on.", err
}

func (x *exchange) forgetColumns(im planner.Import) (string, string, error) {
	_, err := x.Planner.MapColumns(x.ctx(), im.ID, x.value("header"), keywordfile.Mapping{})
	return importPath(im), "Forgotten. The columns are found by their names again.", err
}

func (x *exchange) discardImport(im planner.Import) (string, string, error) {
	return address.Import(im.SiteID), "The files are discarded. Nothing was imported.", x.Planner.Discard(x.ctx(), im.ID)
}

// acceptsChanges accepts or leaves out the chosen changes of the kind, or all of it.
func acceptsChanges(accepted bool) func(*exchange, planner.Import) (string, string, error) {
	return func(x *exchange, im planner.Import) (string, string, error) {
		ids := x.values("ids")
		if x.value("all") != "" {
			ids = nil
		} else if len(ids) == 0 {
			return "", "", fault.New(fault.Invalid, "Choose the keywords first. Nothing was changed.")
		}
		return importPath(im), "", x.Planner.AcceptChanges(x.ctx(), im.ID, x.value("kind"), ids, accepted)
	}
}

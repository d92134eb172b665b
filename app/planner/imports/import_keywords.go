package imports

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/runs"
	"igny8/app/text"
)

// ImportKeywords is the name of the function that writes a checked import into its sector. It asks no model: it is a run so
// that it is watched like one, goes on when a worker dies, and is written once.
const ImportKeywords = "import_keywords"

// StartImport queues the run that writes the checked import, as far as a person has accepted it. One that is on its way is
// answered with its run.
func (s *Service) StartImport(ctx context.Context, importID string) (runs.Run, error) {
	im, err := s.checked(ctx, importID)
	if err != nil {
		return runs.Run{}, err
	}
	if im.RunID != nil {
		run, err := s.engine.Get(ctx, *im.RunID)
		if err != nil || (run.Phase != runs.PhaseFailed && run.Phase != runs.PhaseCancelled) {
			return run, err
		}
	}
	payload, err := json.Marshal(importPayload{im.ID})
	if err != nil {
		return runs.Run{}, fmt.Errorf("start import: %w", err)
	}
	run, err := s.engine.RunAITask(ctx, ImportKeywords, runs.Request{SectorID: im.SectorID, Payload: payload})
	if err != nil {
		return run, err
	}
	return run, s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Model(&Import{}).Where("id = ?", im.ID).Update("run_id", run.ID).Error; err != nil {
			return fmt.Errorf("note run of import: %w", err)
		}
		return nil
	})
}

type importPayload struct {
	ImportID string `json:"import_id" doc:"The checked import."`
}

// importing is what a run of the function works on.
type importing struct{ Import, Sector string }

// importReading is what it has read: the record of the run keeps the number alone.
type importReading struct {
	Keywords int
	im       Import
	found    *reading
}

func (s *Service) importKeywords() ai.Definition {
	return ai.Define(ai.Function[importPayload, importing, importReading]{
		Name: ImportKeywords, Title: "Import keywords", Per: "import", LocalOnly: true,
		Units: func(ctx context.Context, r runs.Input[importPayload]) (int64, error) {
			_, err := s.importOf(ctx, r)
			return 1, err
		},
		Prepare: func(ctx context.Context, r runs.Input[importPayload]) ([]ai.Item[importing], error) {
			im, err := s.importOf(ctx, r)
			if err != nil {
				return nil, err
			}
			names := make([]string, len(im.Files))
			for i, f := range im.Files {
				names[i] = f.Name
			}
			return []ai.Item[importing]{{Key: im.ID, Label: strings.Join(names, ", "), In: importing{im.ID, im.SectorID}}}, nil
		},
		Local: func(ctx context.Context, in importing, tell runs.Progress) (importReading, error) {
			return s.readKept(ctx, in.Import, tell)
		},
		Save: func(_ context.Context, tx *gorm.DB, run runs.Run, results []ai.Result[importing, importReading]) (runs.Saved, error) {
			out := results[0].Out
			saved := runs.Saved{
				Units: run.Parameters.Units, Summary: text.Count(int64(out.Keywords), "keyword is", "keywords are") + " imported.",
			}
			if err := out.write(tx); err != nil {
				return saved, err
			}
			return saved, s.planner.SetStage(tx, out.im.SiteID)
		},
	})
}

func (s *Service) importOf(ctx context.Context, r runs.Input[importPayload]) (Import, error) {
	im, err := s.checked(ctx, r.Payload.ImportID)
	if err != nil {
		return im, err
	}
	if im.SectorID != r.SectorID {
		return im, fault.Missing("import")
	}
	return im, im.refused()
}

// readKept reads the files of a checked import once more. The rows wait in a temporary file until they are saved, and the system frees
// it with the reading.
func (s *Service) readKept(ctx context.Context, importID string, tell runs.Progress) (importReading, error) {
	im, err := s.checked(ctx, importID)
	if err != nil {
		return importReading{}, err
	}
	files, done, err := s.kept(ctx, importID)
	if err != nil {
		return importReading{}, err
	}
	defer done()
	rows := text.Count(int64(im.Rows), "row.", "rows.")
	im.Files = nil
	found, err := s.read(ctx, &im, files, func(before int) {
		if before > 0 {
			tell(0, QueuePosition{Before: before}.Words())
			return
		}
		tell(0, "Reading "+rows)
	})
	if err != nil {
		return importReading{}, err
	}
	keywords, err := found.count()
	if err != nil {
		return importReading{}, err
	}
	tell(1, "Writing "+text.Count(int64(keywords), "keyword.", "keywords."))
	return importReading{Keywords: keywords, im: im, found: found}, nil
}

// write writes what was read as far as it is accepted, and makes the import a report. It may be called again after a
// transaction that failed.
func (r importReading) write(tx *gorm.DB) error {
	im := r.im
	im.Files = slices.Clone(r.im.Files)
	declined, err := declinedKeys(tx, im.ID)
	if err != nil {
		return err
	}
	if err := im.write(tx, r.found, declined); err != nil {
		return err
	}
	if err := im.excludeVanished(tx); err != nil {
		return err
	}
	im.State = ImportDone
	columns := []string{"state", "files", "rows", "imported", "updated", "duplicates", "rejected", "declined", "excluded"}
	done := tx.Model(&Import{}).Where("id = ? AND state = ?", im.ID, ImportChecked).Select(columns).Updates(&im)
	if done.Error != nil {
		return fmt.Errorf("write import: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return fault.New(fault.Conflict, "This import was discarded, or is done already. Nothing was changed.")
	}
	if err := tx.Delete(&keptPiece{}, "import_id = ?", im.ID).Error; err != nil {
		return fmt.Errorf("forget the files that were checked: %w", err)
	}
	if err := tx.Delete(&Change{}, "import_id = ?", im.ID).Error; err != nil {
		return fmt.Errorf("forget what the check found: %w", err)
	}
	return nil
}

// declinedKeys returns the keywords of the files that a person left out.
func declinedKeys(tx *gorm.DB, importID string) (map[string]bool, error) {
	var keys []string
	query := tx.Model(&Change{}).Where("import_id = ? AND kind <> ? AND accepted = ?", importID, ChangeVanished, false)
	if err := query.Pluck("key", &keys).Error; err != nil {
		return nil, fmt.Errorf("load declined changes: %w", err)
	}
	declined := make(map[string]bool, len(keys))
	for _, key := range keys {
		declined[key] = true
	}
	return declined, nil
}

// excludeVanished excludes the vanished keywords whose going was accepted.
func (im *Import) excludeVanished(tx *gorm.DB) error {
	accepted := tx.Session(&gorm.Session{NewDB: true}).Model(&Change{}).Select("key").
		Where("import_id = ? AND kind = ? AND accepted = ?", im.ID, ChangeVanished, true)
	excluded, err := planner.ExcludeKeys(tx, im.SectorID, accepted)
	im.Excluded = int(excluded)
	return err
}

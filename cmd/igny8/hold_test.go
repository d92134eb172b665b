package main_test

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai/aitest"
	"igny8/app/database"
	"igny8/app/planner/ideas"
	"igny8/app/runs"
)

// embedded is an installation with SQLite and the embedded Redis, whatever servers the tests have.
func embedded(t *testing.T, env ...string) *installation {
	t.Helper()
	i := &installation{data: t.TempDir()}
	i.env = append(env, "IGNY8_DATA_DIR="+i.data, "IGNY8_SECRET_KEY=a key of 32 characters for the tests")
	return i
}

// TestSecondServeOnOneDirectoryEnds checks that two processes never work on one embedded data directory, and that commands still do.
func TestSecondServeOnOneDirectoryEnds(t *testing.T) {
	t.Parallel()
	where := embedded(t)
	first := start(t, where.env)
	second := run(t, where.env, "", "serve", "--addr", freeAddress(t))
	if process := strconv.Itoa(first.cmd.Process.Pid); second.code != 1 || strings.Count(second.err, "\n") != 1 ||
		!strings.Contains(second.err, where.data) || !strings.Contains(second.err, "process "+process+" ") {
		t.Errorf("the second serve: %+v, want one line with the directory and process %s", second, process)
	}
	if got := run(t, where.env, "a sentence is best\n", "user", "create", "--email", "op@igny8.test", "--password-stdin", "--account", "Ops"); got.code != 0 {
		t.Errorf("user create beside serve: %+v", got)
	}
	if got := run(t, where.env, "", "credits", "grant", "--account", "Ops", "--amount", "5"); got.code != 0 {
		t.Errorf("credits grant beside serve: %+v", got)
	}
	archive := filepath.Join(t.TempDir(), "archive")
	if got := run(t, where.env, "", "backup", archive); got.code != 0 {
		t.Errorf("backup beside serve: %+v", got)
	}
	if got := run(t, where.env, "", "restore", archive); got.code != 1 || !strings.Contains(got.err, "works on the data directory") {
		t.Errorf("restore beside serve: %+v", got)
	}
	first.kill()
	start(t, where.env).stop()
	start(t, where.env).stop()
}

// TestKilledRunGoesOnAtOnce kills the program inside a run and makes the lease that is left endless: only a process that gives it back
// can go on with the run.
func TestKilledRunGoesOnAtOnce(t *testing.T) {
	t.Parallel()
	model, awake := aitest.New(t, aitest.Always(aitest.Fails(http.StatusBadRequest))).About(clusterInPrompt), make(chan struct{})
	where := embedded(t, "OPENAI_BASE_URL="+model.URL, "OPENAI_API_KEY=none", "IGNY8_AI_MODEL=slow")
	program := start(t, where.env)
	user := signUp(t, program.base, http.DefaultClient)
	sector := user.approvedSector()
	model.Follow(thinking(model, awake))
	id := user.queue(ideas.GenerateIdeas, on{"sector_id": sector}).ID
	eventually(t, "the model thinks", func() bool { return model.Open() > 0 })
	program.kill()
	where.look(t, func(ctx context.Context, db *database.DB) error {
		return db.Tx(ctx, func(tx *gorm.DB) error {
			return tx.Model(&runs.Run{}).Where("id = ? AND lease_owner <> ''", id).Update("lease_until", time.Now().AddDate(1, 0, 0)).Error
		})
	})
	close(awake)
	program = start(t, where.env)
	user.base = program.base
	if done := user.wait(id); done.Phase != "DONE" {
		t.Errorf("the run ended as %+v", done)
	}
}

// TestUnusableDatabaseIsNamed checks that the line for the operator says which file is meant.
func TestUnusableDatabaseIsNamed(t *testing.T) {
	t.Parallel()
	where := embedded(t)
	path := filepath.Join(where.data, database.FileName)
	if err := os.WriteFile(path, []byte(strings.Repeat("this is no database ", 500)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"serve", "--addr", freeAddress(t)}, {"user", "list"}} {
		if got := run(t, where.env, "", args...); got.code != 1 || !strings.Contains(got.err, path+" is not an IGNY8 database") || strings.Count(got.err, "\n") != 1 {
			t.Errorf("%s: %+v", args[0], got)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if got := run(t, where.env, "", "user", "list"); got.code != 1 || !strings.Contains(got.err, path) {
		t.Errorf("a folder in its place: %+v", got)
	}
}

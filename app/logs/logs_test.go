package logs_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"igny8/app/config"
	"igny8/app/logs"
	"igny8/app/tenancy"
)

func TestLinesCarryRequestAndAccount(t *testing.T) {
	t.Parallel()
	ctx := logs.WithRequest(tenancy.With(t.Context(), tenancy.Scope{Account: "acme"}), "r-1")
	var text, object bytes.Buffer
	logs.New(&text, config.Logfmt, slog.LevelInfo).With("kind", "x").InfoContext(ctx, "done", "took", 3)
	logs.New(&object, config.JSON, slog.LevelInfo).InfoContext(ctx, "done", "took", 3)
	if line := text.String(); !strings.Contains(line, ` level=INFO msg=done kind=x took=3 request=r-1 account=acme`) {
		t.Errorf("logfmt: %s", line)
	}
	var line struct {
		Level, Msg, Request, Account string
		Took                         int
	}
	if err := json.Unmarshal(object.Bytes(), &line); err != nil || line.Msg != "done" || line.Took != 3 || line.Request != "r-1" || line.Account != "acme" {
		t.Errorf("JSON: %s %v", object.String(), err)
	}
}

func TestLinesBelowTheLevelAreLeftOut(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	log := logs.New(&out, config.Logfmt, slog.LevelWarn)
	log.InfoContext(t.Context(), "a request")
	log.WarnContext(t.Context(), "a failure")
	if line := out.String(); strings.Contains(line, "request") || !strings.Contains(line, "failure") {
		t.Errorf("the log holds %q", line)
	}
}

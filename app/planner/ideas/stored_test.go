package ideas_test

import (
	"encoding/json"
	"testing"
	"time"

	"igny8/app/planner/ideas"
)

// Rows of earlier versions hold these names: a field may come, but none may be renamed.
func TestWaiversAreStoredUnderTheseNames(t *testing.T) {
	t.Parallel()
	waiver := ideas.Waiver{PageID: "p", Reason: "Two audiences.", UserID: "u", At: time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)}
	const want = `{"page_id":"p","reason":"Two audiences.","user_id":"u","at":"2026-07-01T08:00:00Z"}`
	if got, err := json.Marshal(waiver); err != nil || string(got) != want {
		t.Errorf("stored as %s, %v", got, err)
	}
	var read ideas.Waiver
	if err := json.Unmarshal([]byte(want), &read); err != nil || read != waiver {
		t.Errorf("read as %+v, %v", read, err)
	}
}

package events_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"
	"time"

	"igny8/app/events"
)

// stored is how the data of each kind are stored: rows of earlier versions hold these names.
var stored = map[events.Kind]struct {
	data events.Data
	want string
}{
	"signed_up":               {events.Data{}, `{}`},
	"account_renamed":         {events.Data{}, `{}`},
	"member_invited":          {events.Data{Role: "editor"}, `{"role":"editor"}`},
	"invitation_renewed":      {events.Data{Role: "editor"}, `{"role":"editor"}`},
	"invitation_withdrawn":    {events.Data{Role: "editor"}, `{"role":"editor"}`},
	"invitation_accepted":     {events.Data{Role: "editor"}, `{"role":"editor"}`},
	"member_changed":          {events.Data{Role: "admin"}, `{"role":"admin"}`},
	"member_removed":          {events.Data{}, `{}`},
	"ownership_transferred":   {events.Data{Role: "owner"}, `{"role":"owner"}`},
	"developer_entered":       {events.Data{}, `{}`},
	"email_changed":           {events.Data{}, `{}`},
	"password_reset":          {events.Data{}, `{}`},
	"password_changed":        {events.Data{}, `{}`},
	"site_created":            {events.Data{}, `{}`},
	"site_deleted":            {events.Data{}, `{}`},
	"fact_added":              {events.Data{}, `{}`},
	"fact_changed":            {events.Data{}, `{}`},
	"fact_removed":            {events.Data{}, `{}`},
	"voice_changed":           {events.Data{}, `{}`},
	"check_waived":            {events.Data{Reason: "Later."}, `{"reason":"Later."}`},
	"integration_added":       {events.Data{}, `{}`},
	"integration_changed":     {events.Data{}, `{}`},
	"integration_removed":     {events.Data{}, `{}`},
	"spending_limits_changed": {events.Data{}, `{}`},
	"credits_granted":         {events.Data{Credits: 40, Reference: "payment 1"}, `{"credits":40,"reference":"payment 1"}`},
	"prompt_changed":          {events.Data{}, `{}`},
	"run_approved":            {events.Data{Function: "auto_cluster"}, `{"function":"auto_cluster"}`},
	"run_declined":            {events.Data{Function: "auto_cluster"}, `{"function":"auto_cluster"}`},
	"run_ended":               {events.Data{Function: "generate_ideas", Outcome: "DONE", Failed: 2, Credits: 3}, `{"function":"generate_ideas","outcome":"DONE","failed":2,"credits":3}`},
	"conflict_waived":         {events.Data{Reason: "Two audiences."}, `{"reason":"Two audiences."}`},
	"content_submitted":       {events.Data{Revision: 3}, `{"revision":3}`},
	"content_approved":        {events.Data{Revision: 3}, `{"revision":3}`},
	"content_returned":        {events.Data{Revision: 3, Reason: "Too long."}, `{"revision":3,"reason":"Too long."}`},
	"member_mentioned":        {events.Data{By: "Ann"}, `{"by":"Ann"}`},
	"release_live":            {events.Data{Number: 7}, `{"number":7}`},
	"sign_up_asked":           {events.Data{}, `{}`},
	"password_reset_asked":    {events.Data{Email: "ann@example.com"}, `{"email":"ann@example.com"}`},
	"notice_due": {
		events.Data{Notice: "e-mail changed", To: "old@example.com", Name: "Ann", Email: "new@example.com"},
		`{"notice":"e-mail changed","to":"old@example.com","name":"Ann","email":"new@example.com"}`,
	},
}

func TestStoredFormOfEveryKindStays(t *testing.T) {
	t.Parallel()
	for kind, c := range stored {
		if got, err := json.Marshal(c.data); err != nil || string(got) != c.want {
			t.Errorf("%s is stored as %s, %v; want %s", kind, got, err, c.want)
		}
	}
	file, err := parser.ParseFile(token.NewFileSet(), "event.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if of, ok := spec.Type.(*ast.Ident); !ok || of.Name != "Kind" {
			return true
		}
		kinds++
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if _, known := stored[events.Kind(value)]; err != nil || !known {
			t.Errorf("the stored form of %s is not held by this test", value)
		}
		return true
	})
	if kinds != len(stored) {
		t.Errorf("the test holds %d kinds, there are %d", len(stored), kinds)
	}
}

// TestPostedEventKeepsItsForm holds the form of an event that waits in the outbox for a process of the next version.
func TestPostedEventKeepsItsForm(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	const want = `{"id":"1","account_id":"2","kind":"site_created","site_id":"3","object_id":"3","user_id":"4","subject":"Tea","detail":"tea.example",` +
		`"created_at":"2026-11-29T12:00:00Z"}`
	got, err := json.Marshal(events.Event{
		ID: "1", AccountID: "2", Kind: events.SiteCreated, SiteID: "3", ObjectID: "3", UserID: "4", Subject: "Tea", Detail: "tea.example", CreatedAt: at,
	})
	if err != nil || string(got) != want {
		t.Errorf("posted as %s, %v; want %s", got, err, want)
	}
}

package writer_test

import (
	"strings"
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/blocks"
	"igny8/app/fault"
	"igny8/app/writer"
)

func say(text string) writer.Remark { return writer.Remark{Text: text} }

// mailed are the texts of the mails that the person got.
func (d *desk) mailed(p accountstest.Person) (texts []string) {
	d.Helper()
	d.Deliver()
	kept, err := d.Mail.Messages(d.System(), 50, "")
	d.must(err)
	for _, m := range kept.Items {
		if m.Recipient == accountstest.Email(p) && strings.Contains(m.Subject, "mentions you") {
			texts = append(texts, m.BodyText)
		}
	}
	return texts
}

func (d *desk) waiting(p accountstest.Person) []writer.Waiting {
	d.Helper()
	list, err := d.Writer.Waiting(d.Ctx(p))
	d.must(err)
	return list
}

func TestThreadIsBegunAnsweredResolvedAndReopened(t *testing.T) {
	t.Parallel()
	d := editing(t)
	id := d.things.Content
	for name, c := range map[string]struct {
		content, block string
		remark         writer.Remark
		kind           fault.Kind
	}{
		"no such content":    {d.things.Task, "p", say("x"), fault.NotFound},
		"no such block":      {id, "gone", say("x"), fault.Conflict},
		"nothing said":       {id, "p", say(" \r\n "), fault.Invalid},
		"too much said":      {id, "p", say(strings.Repeat("ä", 4001)), fault.Invalid},
		"a NUL":              {id, "p", say("a\x00b"), fault.Invalid},
		"no UTF-8":           {id, "p", say("a\xffb"), fault.Invalid},
		"a mention of none":  {id, "p", writer.Remark{Text: "x", Mentions: []string{"nobody"}}, fault.Invalid},
		"one without access": {id, "p", writer.Remark{Text: "x", Mentions: []string{d.Member(accountstest.Newcomer).UserID}}, fault.Invalid},
		"a stranger":         {id, "p", writer.Remark{Text: "x", Mentions: []string{d.Member(accountstest.Stranger).UserID}}, fault.Invalid},
	} {
		_, err := d.Writer.BeginThread(d.ctx, c.content, c.block, c.remark)
		d.refused(name, err, c.kind)
	}
	if list, err := d.Writer.Threads(d.ctx, id); err != nil || len(list) != 0 {
		t.Fatalf("refusals left %d threads, %v", len(list), err)
	}

	var begun writer.Thread
	for range 2 {
		var err error
		begun, err = d.Writer.BeginThread(d.ctx, id, "p", say("Is <b>this</b> true?\r\nSays who?"))
		d.must(err)
	}
	for range 2 {
		answered, err := d.Writer.Reply(d.Ctx(accountstest.Editor), begun.ID, say("It is."))
		d.must(err)
		if len(answered.Comments) != 2 {
			t.Fatalf("%d comments", len(answered.Comments))
		}
	}
	list, err := d.Writer.Threads(d.ctx, id)
	d.must(err)
	if len(list) != 1 || !strings.HasPrefix(list[0].Quote, "Hoses are, of course, used") || len(list[0].Comments) != 2 || list[0].Comments[0].Text != "Is <b>this</b> true?\nSays who?" {
		t.Fatalf("threads: %+v", list)
	}
	resolved, err := d.Writer.ResolveThread(d.ctx, begun.ID)
	if err != nil || resolved.State != writer.ThreadResolved || resolved.ResolvedAt == nil ||
		resolved.ResolvedBy != d.Member(accountstest.Publisher).UserID {
		t.Errorf("resolved: %+v, %v", resolved, err)
	}
	if open, err := d.Writer.OpenThreads(d.ctx, id); err != nil || len(open) != 0 {
		t.Errorf("open: %v, %v", open, err)
	}
	if reopened, err := d.Writer.ReopenThread(d.ctx, begun.ID); err != nil || reopened.State != writer.ThreadOpen ||
		reopened.ResolvedAt != nil {
		t.Errorf("reopened: %+v, %v", reopened, err)
	}
	_, err = d.Writer.ResolveThread(d.ctx, begun.ID)
	d.must(err)
	if again, err := d.Writer.Reply(d.ctx, begun.ID, say("No, wait.")); err != nil || again.State != writer.ThreadOpen {
		t.Errorf("an answer to a resolved thread: %s, %v", again.State, err)
	}

	d.save(blocks.Block{ID: "h", Type: blocks.TypeHeading, Level: 2, Text: "Hoses"})
	list, err = d.Writer.Threads(d.ctx, id)
	if err != nil || len(list) != 1 || len(list[0].Comments) != 3 {
		t.Errorf("a removed block took its threads along: %+v, %v", list, err)
	}
	if _, err := d.Writer.Reply(d.ctx, begun.ID, say("Gone, but not forgotten.")); err != nil {
		t.Errorf("an answer about a removed block: %v", err)
	}
}

func TestMentionIsMailedAndWaits(t *testing.T) {
	t.Parallel()
	d := editing(t)
	editor, admin := accountstest.Editor, accountstest.Admin
	begun, err := d.Writer.BeginThread(d.ctx, d.things.Content, "h", writer.Remark{
		Text: "@Editor, look at this. @publisher too, but not @editorial or @newcomer.", Mentions: []string{d.Member(admin).UserID},
	})
	d.must(err)
	for _, p := range []accountstest.Person{editor, admin} {
		waiting := d.waiting(p)
		if len(waiting) != 1 || waiting[0].Author != "PUBLISHER" || waiting[0].Title != d.content().Title || waiting[0].ThreadID != begun.ID {
			t.Errorf("%s has %+v", p, waiting)
		}
		mails, link := d.mailed(p), "/contents/"+d.things.Content+"/comments?thread="+begun.ID+"#thread-"+begun.ID
		if len(mails) != 1 || !strings.Contains(mails[0], "look at this") || !strings.Contains(mails[0], link) {
			t.Errorf("%s got %q", p, mails)
		}
	}
	for _, p := range []accountstest.Person{accountstest.Publisher, accountstest.Newcomer, accountstest.Viewer, accountstest.Stranger} {
		if waiting, mails := d.waiting(p), d.mailed(p); len(waiting)+len(mails) != 0 {
			t.Errorf("%s has %+v and got %q", p, waiting, mails)
		}
	}

	_, err = d.Writer.Reply(d.Ctx(editor), begun.ID, say("I did."))
	d.must(err)
	if left := d.waiting(editor); len(left) != 0 {
		t.Errorf("answered, and waits: %+v", left)
	}
	mine := d.waiting(admin)
	d.refused("putting aside what is somebody else's", d.Writer.PutAside(d.Ctx(editor), mine[0].ID), fault.NotFound)
	d.refused("by the other account", d.Writer.PutAside(d.Foreign, mine[0].ID), fault.NotFound)
	d.must(d.Writer.PutAside(d.Ctx(admin), mine[0].ID))
	if left := d.waiting(admin); len(left) != 0 {
		t.Errorf("put aside, and waits: %+v", left)
	}
	_, err = d.Writer.Reply(d.ctx, begun.ID, say("Then @EDITOR@IGNY8.TEST may resolve it"))
	d.must(err)
	if len(d.waiting(editor)) != 1 {
		t.Error("a mention by address does not wait")
	}
	_, err = d.Writer.ResolveThread(d.ctx, begun.ID)
	d.must(err)
	if left := d.waiting(editor); len(left) != 0 {
		t.Errorf("resolved, and waits: %+v", left)
	}
}

func TestCommentsOfAnotherAccountAreHidden(t *testing.T) {
	t.Parallel()
	d := editing(t)
	begun, err := d.Writer.BeginThread(d.ctx, d.things.Content, "p", say("Between us"))
	d.must(err)
	if list, err := d.Writer.Threads(d.Foreign, d.things.Content); err != nil || len(list) != 0 {
		t.Errorf("it sees %d threads, %v", len(list), err)
	}
	if open, err := d.Writer.OpenThreads(d.Foreign, d.things.Content); err != nil || len(open) != 0 {
		t.Errorf("it counts %v, %v", open, err)
	}
	_, err = d.Writer.BeginThread(d.Foreign, d.things.Content, "p", say("x"))
	d.refused("begin", err, fault.NotFound)
	_, err = d.Writer.Thread(d.Foreign, begun.ID)
	d.refused("look", err, fault.NotFound)
	_, err = d.Writer.Reply(d.Foreign, begun.ID, say("x"))
	d.refused("reply", err, fault.NotFound)
	_, err = d.Writer.ResolveThread(d.Foreign, begun.ID)
	d.refused("resolve", err, fault.NotFound)
	_, err = d.Writer.ReopenThread(d.Ctx(accountstest.Newcomer), begun.ID)
	d.refused("an editor without the site", err, fault.NotFound)
}

package writer

import (
	"igny8/app/gates"
	"igny8/app/web/exchange"
	"igny8/app/writer"
	"igny8/views/address"
	"igny8/views/form"
	views "igny8/views/writer"
)

func (x handler) comments() error {
	return x.showComments(x.Params("id"), views.Comments{Block: x.Query("block"), Thread: x.Query("reply"), At: x.Query("thread"), Shown: x.QueryInt("shown")}, nil)
}

// showComments shows the threads of a content. After a refused form it also shows what is wrong.
func (x handler) showComments(contentID string, v views.Comments, problem error) error {
	c, err := x.Writer.Content(x.Context(), contentID)
	if err != nil {
		return err
	}
	if v.Editor, err = x.editor(views.Editor{Content: c}); err != nil {
		return err
	}
	v.Problems = form.Of(problem)
	if v.All, err = x.Writer.Threads(x.Context(), c.ID); err != nil {
		return err
	}
	all, err := x.Accounts.Members(x.Context())
	if err != nil {
		return err
	}
	v.Names = map[string]string{}
	for _, m := range all {
		v.Names[m.UserID] = m.Name
	}
	members, err := x.Writer.Mentionable(x.Context(), c.SiteID)
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.UserID != x.Member.UserID {
			v.Members = append(v.Members, m)
		}
	}
	if v.Block != "" && c.Blocks.Index(v.Block) < 0 {
		v.Block = ""
	}
	v.Editor.Panel = x.panelOf(c, v.Review, "comments")
	v.Editor.Panel.Content = views.CommentsPanel(x.Staged(c.Title, gates.Writer), v)
	return x.showPanel(v.Editor, problem)
}

func (x handler) remark() writer.Remark {
	return writer.Remark{Text: exchange.Plain(x.FormValue("text")), Mentions: filled(x.Value("mention"))}
}

func (x handler) beginThread() error {
	block, r := x.Value("block"), x.remark()
	t, err := x.Writer.BeginThread(x.Context(), x.Params("id"), block, r)
	if err != nil {
		return x.showComments(x.Params("id"), views.Comments{Block: block, Typed: r.Text, Mention: x.Value("mention")}, err)
	}
	return x.threaded(t, "The comment is saved.")
}

func (x handler) reply() error {
	r := x.remark()
	t, err := x.Writer.Reply(x.Context(), x.Params("id"), r)
	if err == nil {
		return x.threaded(t, "The answer is saved.")
	}
	found, missing := x.Writer.Thread(x.Context(), x.Params("id"))
	if missing != nil {
		return missing
	}
	return x.showComments(found.ContentID, views.Comments{Thread: found.ID, Typed: r.Text, Mention: x.Value("mention")}, err)
}

func (x handler) resolveThread() error {
	t, err := x.Writer.ResolveThread(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.threaded(t, "Resolved.")
}

func (x handler) reopenThread() error {
	t, err := x.Writer.ReopenThread(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.threaded(t, "Open again.")
}

// threaded shows the threads after a change of one.
func (x handler) threaded(t writer.Thread, sentence string) error {
	if x.Partial() {
		if err := x.toast(exchange.Flash{Kind: "good", Text: sentence}); err != nil {
			return err
		}
		return x.showComments(t.ContentID, views.Comments{}, nil)
	}
	x.Say("good", sentence)
	return x.To(address.Thread(x.Site.ID, t.ContentID, t.ID))
}

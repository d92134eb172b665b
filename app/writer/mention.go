package writer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// Addresses spells the addresses that people follow from mails.
type Addresses interface {
	Thread(siteID, contentID, threadID string) string
}

// Mailer tells people by mail that somebody wants something of them.
type Mailer interface {
	Mention(ctx context.Context, m MentionMail) error
}

// MentionMail is what the mail of a mention says.
type MentionMail struct {
	To, Name, Author, Title, Quote, Text, Link string
}

// Mention is a person who is mentioned in a comment. It waits until they answer, the thread is resolved, or they put it aside.
type Mention struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ThreadID  string
	CommentID string
	UserID    string
	Waits     bool
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Waiting is a mention that waits for the person who looks, with what it is about.
type Waiting struct {
	Mention
	Author  string // the name of who wrote it
	Text    string
	Title   string // of the content
	Content string // its id
}

// Mentionable returns the members who see the site, and so can be mentioned on it.
func (s *Service) Mentionable(ctx context.Context, siteID string) ([]accounts.Member, error) {
	members, err := s.accounts.Members(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(members, func(m accounts.Member) bool {
		return m.Role == accounts.SystemBot || !m.May(accounts.See, siteID)
	}), nil
}

// mention stores who is mentioned in the comment, and records the event that notifies them.
func (s *Service) mention(ctx context.Context, tx *gorm.DB, t Thread, said Comment, r Remark) error {
	members, err := s.Mentionable(ctx, t.SiteID)
	if err != nil {
		return err
	}
	for _, id := range r.Mentions {
		if !slices.ContainsFunc(members, func(m accounts.Member) bool { return m.UserID == id }) {
			var f fault.Fields
			f.Add("mention", "Nobody with that id sees this site. Nothing was saved.")
			return f.Err()
		}
	}
	author, _ := accounts.MemberFrom(ctx)
	for _, m := range members {
		if m.UserID == said.AuthorID || (!slices.Contains(r.Mentions, m.UserID) && !names(r.Text, m)) {
			continue
		}
		meant := Mention{ID: database.NewID(), SiteID: t.SiteID, ThreadID: t.ID, CommentID: said.ID, UserID: m.UserID, Waits: true}
		if err := tx.Create(&meant).Error; err != nil {
			return fmt.Errorf("save mention: %w", err)
		}
		err := events.Record(tx, events.Event{
			Kind: events.MemberMentioned, SiteID: t.SiteID, ObjectID: meant.ID,
			Data: events.Data{By: author.Name},
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// names reports whether the text mentions the member, by @ and their name or address.
func names(text string, m accounts.Member) bool {
	text = strings.ToLower(text)
	for _, called := range []string{m.Name, m.Email} {
		called = "@" + strings.ToLower(strings.TrimSpace(called))
		for from := 0; len(called) > 1; {
			at := strings.Index(text[from:], called)
			if at < 0 {
				break
			}
			from += at + len(called)
			if after, _ := utf8.DecodeRuneInString(text[from:]); !unicode.In(after, unicode.L, unicode.M, unicode.Nd) {
				return true
			}
		}
	}
	return false
}

// Subscribe mails people who were mentioned.
func (s *Service) Subscribe(to *events.Service) {
	if s.mailer != nil {
		to.Subscribe("writer.mention_mail", events.MemberMentioned, s.mailMention)
	}
}

// mailMention sends the mail of a mention, unless the comment is gone or the person does not see the site any more.
func (s *Service) mailMention(ctx context.Context, e events.Event) error {
	m, err := s.mentionMail(ctx, e)
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	return s.mailer.Mention(ctx, m)
}

func (s *Service) mentionMail(ctx context.Context, e events.Event) (MentionMail, error) {
	tx := s.db.Read(ctx)
	meant, err := database.One[Mention](tx, "mention", e.ObjectID)
	if err != nil {
		return MentionMail{}, err
	}
	said, err := database.One[Comment](tx, "comment", meant.CommentID)
	if err != nil {
		return MentionMail{}, err
	}
	t, err := database.One[Thread](tx, "thread", meant.ThreadID)
	if err != nil {
		return MentionMail{}, err
	}
	c, err := database.One[Content](tx.Omit("blocks"), "content", t.ContentID)
	if err != nil {
		return MentionMail{}, err
	}
	members, err := s.Mentionable(ctx, t.SiteID)
	if err != nil {
		return MentionMail{}, err
	}
	at := slices.IndexFunc(members, func(m accounts.Member) bool { return m.UserID == meant.UserID })
	if at < 0 {
		return MentionMail{}, fault.Missing("member")
	}
	return MentionMail{
		To: members[at].Email, Name: members[at].Name, Author: e.Data.By, Title: c.Title, Quote: t.Quote, Text: said.Text,
		Link: s.addresses.Thread(t.SiteID, t.ContentID, t.ID),
	}, nil
}

// answered ends the waiting of the mentions in a thread, of one person or with an empty userID of everybody.
func answered(tx *gorm.DB, threadID, userID string) error {
	query := tx.Model(&Mention{}).Where("thread_id = ? AND waits", threadID)
	if userID != "" {
		query = query.Where("user_id = ?", userID)
	}
	if err := query.Update("waits", false).Error; err != nil {
		return fmt.Errorf("answer mentions: %w", err)
	}
	return nil
}

// maxWaiting is how many mentions are shown to a person at once.
const maxWaiting = 20

// Waiting returns the mentions that wait for whoever asks, the newest first.
func (s *Service) Waiting(ctx context.Context) ([]Waiting, error) {
	tx := s.db.Read(ctx)
	var list []Mention
	if err := tx.Where("user_id = ? AND waits", tenancy.User(ctx)).Order("created_at DESC").Order("id").Limit(maxWaiting).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list mentions: %w", err)
	}
	if len(list) == 0 {
		return nil, nil
	}
	said, err := byID[Comment](tx, list, func(m Mention) string { return m.CommentID }, func(c Comment) string { return c.ID })
	if err != nil {
		return nil, err
	}
	titles, err := byID[Content](tx.Omit("blocks"), list, func(m Mention) string { return said[m.CommentID].ContentID }, func(c Content) string { return c.ID })
	if err != nil {
		return nil, err
	}
	members, err := s.accounts.Members(ctx)
	if err != nil {
		return nil, err
	}
	waiting := make([]Waiting, len(list))
	for i, m := range list {
		c := said[m.CommentID]
		waiting[i] = Waiting{
			Mention: m, Text: c.Text, Title: titles[c.ContentID].Title, Content: c.ContentID,
			Author: nameOf(members, c.AuthorID),
		}
	}
	return waiting, nil
}

func nameOf(members []accounts.Member, userID string) string {
	for _, m := range members {
		if m.UserID == userID {
			return m.Name
		}
	}
	return "Somebody who has left"
}

// byID loads the rows that the mentions point at.
func byID[T any](tx *gorm.DB, list []Mention, points func(Mention) string, id func(T) string) (map[string]T, error) {
	ids := make([]string, len(list))
	for i, m := range list {
		ids[i] = points(m)
	}
	var rows []T
	if err := tx.Where("id IN ?", ids).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("load what mentions are about: %w", err)
	}
	found := make(map[string]T, len(rows))
	for _, row := range rows {
		found[id(row)] = row
	}
	return found, nil
}

// PutAside ends the waiting of a mention of whoever asks. That of somebody else does not exist for them.
func (s *Service) PutAside(ctx context.Context, mentionID string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		done := tx.Model(&Mention{}).Where("id = ? AND user_id = ?", mentionID, tenancy.User(ctx)).Update("waits", false)
		if done.Error != nil {
			return fmt.Errorf("put mention aside: %w", done.Error)
		}
		if done.RowsAffected == 0 {
			return fault.Missing("mention")
		}
		return nil
	})
}

package writer

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// ThreadState is where a thread stands.
type ThreadState string

// The states of a thread. Each may become the other.
const (
	ThreadOpen     ThreadState = "open"
	ThreadResolved ThreadState = "resolved"
)

// The bounds of comments.
const (
	maxComment = 4000 // characters
	maxQuote   = 300
	maxThreads = 500 // of one content
)

// Thread is a discussion of one block. It stays when the block is removed.
type Thread struct {
	ID         string
	AccountID  string `gorm:"<-:create"`
	SiteID     string `gorm:"<-:create"`
	ContentID  string
	BlockID    string
	Quote      string // the text of the block when the thread was begun
	State      ThreadState
	ResolvedBy string
	ResolvedAt *time.Time
	CreatedAt  time.Time
	UpdatedAt  time.Time
	Comments   []Comment `gorm:"-"`
}

// Comment is one comment of a thread.
type Comment struct {
	ID        string
	AccountID string `gorm:"<-:create"`
	SiteID    string `gorm:"<-:create"`
	ContentID string
	ThreadID  string
	AuthorID  string
	Text      string
	CreatedAt time.Time
}

// Remark is a comment as it is typed. It mentions the people that its text names by @ and their name or address, and those in Mentions, by
// user id.
type Remark struct {
	Text     string
	Mentions []string
}

func (r *Remark) check() error {
	r.Text = strings.TrimSpace(strings.ReplaceAll(r.Text, "\r\n", "\n"))
	var f fault.Fields
	f.Check(r.Text != "", "text", "Write what you want to say.")
	f.Check(utf8.RuneCountInString(r.Text) <= maxComment, "text", "At most 4,000 characters. Nothing was sent; your text is still here.")
	f.Check(text.Multiline(r.Text), "text", "This has characters that cannot be shown. Remove them.")
	return f.Err()
}

// Threads returns all threads of the content with their comments, the oldest first.
func (s *Service) Threads(ctx context.Context, contentID string) ([]Thread, error) {
	tx := s.db.Read(ctx)
	var list []Thread
	if err := tx.Where("content_id = ?", contentID).Order("created_at").Order("id").Find(&list).Error; err != nil {
		return nil, fmt.Errorf("list threads: %w", err)
	}
	var said []Comment
	if err := tx.Where("content_id = ?", contentID).Order("created_at").Order("id").Find(&said).Error; err != nil {
		return nil, fmt.Errorf("list comments: %w", err)
	}
	of := map[string][]Comment{}
	for _, c := range said {
		of[c.ThreadID] = append(of[c.ThreadID], c)
	}
	for i := range list {
		list[i].Comments = of[list[i].ID]
	}
	return list, nil
}

// OpenThreads counts the threads of the content that are not resolved, by block.
func (s *Service) OpenThreads(ctx context.Context, contentID string) (map[string]int, error) {
	var list []Thread
	if err := s.db.Read(ctx).Select("block_id").Where("content_id = ? AND state = ?", contentID, ThreadOpen).Find(&list).Error; err != nil {
		return nil, fmt.Errorf("count threads: %w", err)
	}
	open := map[string]int{}
	for _, t := range list {
		open[t.BlockID]++
	}
	return open, nil
}

// Thread returns the thread with the id and its comments.
func (s *Service) Thread(ctx context.Context, id string) (Thread, error) {
	return thread(s.db.Read(ctx), id)
}

func thread(tx *gorm.DB, id string) (Thread, error) {
	t, err := database.One[Thread](tx, "thread", id)
	if err != nil {
		return t, err
	}
	if err := tx.Where("thread_id = ?", id).Order("created_at").Order("id").Find(&t.Comments).Error; err != nil {
		return t, fmt.Errorf("load comments: %w", err)
	}
	return t, nil
}

// BeginThread begins a thread about a block of the content with a comment, and notifies who is mentioned. A comment that is sent twice is
// stored once.
func (s *Service) BeginThread(ctx context.Context, contentID, blockID string, r Remark) (Thread, error) {
	var t Thread
	err := s.speak(ctx, &r, func(tx *gorm.DB) (Thread, error) {
		c, err := database.One[Content](tx, "content", contentID)
		if err != nil {
			return t, err
		}
		at := c.Blocks.Index(blockID)
		if at < 0 {
			return t, fault.New(fault.Conflict, "This block is not in the text any more. Your comment was not saved; look at the text and choose another block.")
		}
		t = Thread{
			ID: database.NewID(), SiteID: c.SiteID, ContentID: c.ID, BlockID: blockID, Quote: excerpt(c.Blocks[at]),
			State: ThreadOpen,
		}
		if again, err := begun(tx, t, r.Text); err != nil || again.ID != "" {
			return again, err
		}
		if err := tx.Create(&t).Error; err != nil {
			return t, fmt.Errorf("begin thread: %w", err)
		}
		return t, nil
	}, &t)
	return t, err
}

// begun returns the newest thread of the block if the same person has begun it with the same words and nobody has answered.
func begun(tx *gorm.DB, t Thread, text string) (Thread, error) {
	var list []Thread
	if err := tx.Where("content_id = ?", t.ContentID).Order("created_at DESC").Order("id").Find(&list).Error; err != nil {
		return Thread{}, fmt.Errorf("look for threads: %w", err)
	}
	if len(list) >= maxThreads {
		return Thread{}, fault.New(fault.Conflict, "This text has %d threads, which is the most it can have. Your comment was not saved; answer in a thread that is there.", maxThreads)
	}
	for _, other := range list {
		if other.BlockID != t.BlockID {
			continue
		}
		last, err := thread(tx, other.ID)
		if err != nil || len(last.Comments) != 1 || !last.Comments[0].repeats(tenancy.User(tx.Statement.Context), text) {
			return Thread{}, err
		}
		return last, nil
	}
	return Thread{}, nil
}

func (c Comment) repeats(author, text string) bool { return c.AuthorID == author && c.Text == text }

// excerpt returns the beginning of the text of a block.
func excerpt(b blocks.Block) string {
	runes := []rune(strings.Join(strings.Fields(b.PlainText()), " "))
	if len(runes) <= maxQuote {
		return string(runes)
	}
	return string(runes[:maxQuote]) + "…"
}

// Reply adds a comment to a thread. A resolved thread is opened again. Mentions of the person in the thread count as answered.
func (s *Service) Reply(ctx context.Context, threadID string, r Remark) (Thread, error) {
	var t Thread
	err := s.speak(ctx, &r, func(tx *gorm.DB) (Thread, error) {
		found, err := thread(tx, threadID)
		if err != nil || found.State == ThreadOpen {
			return found, err
		}
		return found, setThread(tx, &found, ThreadOpen)
	}, &t)
	return t, err
}

// speak adds the remark to the thread that at finds, in one transaction, and notifies those who are mentioned.
func (s *Service) speak(ctx context.Context, r *Remark, at func(*gorm.DB) (Thread, error), into *Thread) error {
	if err := r.check(); err != nil {
		return err
	}
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		t, err := at(tx)
		if err != nil {
			return err
		}
		*into = t
		me := tenancy.User(ctx)
		if n := len(t.Comments); n > 0 && t.Comments[n-1].repeats(me, r.Text) {
			return nil
		}
		said := Comment{ID: database.NewID(), SiteID: t.SiteID, ContentID: t.ContentID, ThreadID: t.ID, AuthorID: me, Text: r.Text}
		if err := tx.Create(&said).Error; err != nil {
			return fmt.Errorf("save comment: %w", err)
		}
		into.Comments = append(into.Comments, said)
		if err := answered(tx, t.ID, me); err != nil {
			return err
		}
		return s.mention(ctx, tx, t, said, *r)
	})
}

// ResolveThread closes a thread. Its mentions wait for nobody any more.
func (s *Service) ResolveThread(ctx context.Context, id string) (Thread, error) {
	return s.turn(ctx, id, ThreadResolved)
}

// ReopenThread takes ResolveThread back.
func (s *Service) ReopenThread(ctx context.Context, id string) (Thread, error) {
	return s.turn(ctx, id, ThreadOpen)
}

func (s *Service) turn(ctx context.Context, id string, state ThreadState) (Thread, error) {
	var t Thread
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		if t, err = thread(tx, id); err != nil || t.State == state {
			return err
		}
		if err := setThread(tx, &t, state); err != nil || state != ThreadResolved {
			return err
		}
		return answered(tx, t.ID, "")
	})
	return t, err
}

func setThread(tx *gorm.DB, t *Thread, state ThreadState) error {
	t.State, t.ResolvedBy, t.ResolvedAt = state, "", nil
	if state == ThreadResolved {
		now := database.Now()
		t.ResolvedBy, t.ResolvedAt = tenancy.User(tx.Statement.Context), &now
	}
	if err := tx.Model(&Thread{ID: t.ID}).Select("state", "resolved_by", "resolved_at", "updated_at").Updates(t).Error; err != nil {
		return fmt.Errorf("change thread: %w", err)
	}
	return nil
}

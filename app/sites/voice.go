package sites

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/fault"
	"igny8/app/text"
)

// The bounds of a voice.
const (
	mostNames    = 100
	mostNeverSay = 200
	MostSamples  = 5
	longTone     = 1000
	longSample   = 2000
	longWord     = 100
)

// Voice describes how the texts of a site sound.
type Voice struct {
	ID        string
	AccountID string   `gorm:"<-:create"`
	SiteID    string   `gorm:"<-:create"`
	Tone      string   // in a few sentences
	Names     []string `gorm:"serializer:json"` // of products, people and places, in their exact spelling
	NeverSay  []Word   `gorm:"serializer:json"`
	Samples   []string `gorm:"serializer:json"` // texts in the right voice
	Revision  int64    // 0: nobody has entered a voice yet
	CreatedAt time.Time
	UpdatedAt time.Time
}

// Word is a word or phrase that the site does not use, and its replacement, if any.
type Word struct {
	Word    string `json:"word"`
	Instead string `json:"instead,omitempty"`
}

// TableName returns the name of the table.
func (Voice) TableName() string { return "site_voices" }

// Voice returns the voice of the site. Its Revision is 0 until somebody enters one.
func (s *Service) Voice(ctx context.Context, siteID string) (Voice, error) {
	if _, err := s.Get(ctx, siteID); err != nil {
		return Voice{}, err
	}
	return voice(s.db.Read(ctx), siteID)
}

func voice(tx *gorm.DB, siteID string) (Voice, error) {
	v := Voice{SiteID: siteID}
	err := tx.Where("site_id = ?", siteID).Take(&v).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return v, nil
	}
	if err != nil {
		return v, fmt.Errorf("load voice: %w", err)
	}
	return v, nil
}

// SetVoice replaces the voice of v.SiteID. v.Revision is the one that the person saw; an outdated one is a conflict.
func (s *Service) SetVoice(ctx context.Context, v Voice) (Voice, error) {
	var saved Voice
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		site, err := database.One[Site](database.Locked(tx), "site", v.SiteID)
		if err != nil {
			return err
		}
		if saved, err = voice(tx, v.SiteID); err != nil {
			return err
		}
		seen := saved.Revision
		saved.Tone, saved.Names, saved.NeverSay, saved.Samples = v.Tone, v.Names, v.NeverSay, v.Samples
		if err := saved.check(); err != nil {
			return err
		}
		if seen != v.Revision {
			return fault.New(fault.Conflict, "Somebody changed the voice in the meantime. Nothing of yours was saved; your text is still here. Open the page anew to see theirs.")
		}
		saved.Revision++
		if err := saved.store(tx, seen); err != nil {
			return err
		}
		return events.Record(tx, events.Event{Kind: events.VoiceChanged, SiteID: site.ID, ObjectID: site.ID, Subject: site.Name})
	})
	return saved, err
}

func (v *Voice) store(tx *gorm.DB, seen int64) error {
	if seen == 0 {
		v.ID = database.NewID()
		if err := tx.Create(v).Error; err != nil {
			return fmt.Errorf("save voice: %w", err)
		}
		return nil
	}
	done := tx.Model(&Voice{}).Where("site_id = ? AND revision = ?", v.SiteID, seen).Select("tone", "names", "never_say", "samples", "revision", "updated_at").Updates(v)
	if done.Error != nil {
		return fmt.Errorf("save voice: %w", done.Error)
	}
	if done.RowsAffected == 0 {
		return fault.New(fault.Conflict, "Somebody changed the voice in the meantime. Nothing of yours was saved.")
	}
	return nil
}

// check tidies what people typed and refuses values beyond the bounds.
func (v *Voice) check() error {
	var f fault.Fields
	v.Tone = paragraphs(&f, "tone", v.Tone, longTone)
	v.Names = each(v.Names, func(name string) string { return text.Line(&f, "names", name, longWord) })
	v.Samples = each(v.Samples, func(sample string) string { return paragraphs(&f, "samples", sample, longSample) })
	words := []Word{}
	said := map[string]bool{}
	for _, w := range v.NeverSay {
		w.Word, w.Instead = text.Line(&f, "never_say", w.Word, longWord), text.Line(&f, "never_say", w.Instead, longWord)
		key := strings.ToLower(w.Word)
		if key == "" || said[key] {
			continue
		}
		f.Check(len(Profile{NeverSay: []Word{w}}.Replacer().Find(w.Instead)) == 0, "never_say", "%q is to be replaced by a text that says it again.", w.Word)
		said[key] = true
		words = append(words, w)
	}
	v.NeverSay = words
	f.Check(len(v.Names) <= mostNames, "names", "At most %d names.", mostNames)
	f.Check(len(v.NeverSay) <= mostNeverSay, "never_say", "At most %d words.", mostNeverSay)
	f.Check(len(v.Samples) <= MostSamples, "samples", "At most %d samples.", MostSamples)
	return f.Err()
}

// each returns the tidied list without empty texts.
func each(list []string, tidy func(string) string) []string {
	kept := []string{}
	for _, s := range list {
		if s = tidy(s); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// paragraphs returns the tidied text of several lines.
func paragraphs(f *fault.Fields, field, s string, most int) string {
	s = strings.TrimSpace(norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n")))
	f.Check(utf8.RuneCountInString(s) <= most, field, "Shorten this to %d characters.", most)
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }
	f.Check(utf8.ValidString(s) && !strings.ContainsFunc(s, control), field, "This has characters that cannot be shown. Remove them.")
	return s
}

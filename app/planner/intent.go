package planner

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/language"

	"gorm.io/gorm"
)

// Who says what the intent of a keyword is, the most trusted last.
const (
	IntentByRules = "rules"
	IntentByFile  = "file"
	IntentByHand  = "hand"
)

// SetIntents says by hand what the intent of the keywords is: one or more of Intents, separated by commas, or none. It says
// how many keywords there are.
func (s *Service) SetIntents(ctx context.Context, sectorID string, chosen Selection, intent string) (int64, error) {
	intent, err := ParseIntents(intent)
	if err != nil {
		return 0, err
	}
	return s.changeKeywords(ctx, sectorID, chosen, func(_, keywords *gorm.DB) (string, error) {
		done := keywords.Updates(map[string]any{"intent": intent, "intent_by": IntentByHand})
		return "marked as " + IntentWords(intent), done.Error
	})
}

// IntentWords returns the intents of a comma list as people read them: "informational + commercial", or "of no known intent".
func IntentWords(intent string) string {
	if intent == "" {
		return "of no known intent"
	}
	return strings.ReplaceAll(intent, ",", " + ")
}

// ForgetIntents forgets what people and rules said before: the intent of the keywords is what the latest of their files
// says, else what the rules recognise now. It says how many keywords there are.
func (s *Service) ForgetIntents(ctx context.Context, sectorID string, chosen Selection) (int64, error) {
	sector, err := s.sites.Sector(ctx, sectorID)
	if err != nil {
		return 0, err
	}
	rules, err := s.IntentRules(ctx, sector.SiteID)
	if err != nil {
		return 0, err
	}
	return s.changeKeywords(ctx, sectorID, chosen, func(tx, keywords *gorm.DB) (string, error) {
		return "marked as their files and words say", again(rules, tx, keywords)
	})
}

// intentsAtOnce is how many keywords again has in memory.
const intentsAtOnce = 5000

// again applies what the files say, and the rules, to keywords that are there.
func again(rules *language.IntentRules, tx, keywords *gorm.DB) (err error) {
	defer fault.In(&err, "recognise intents")
	for after := ""; ; {
		var part []Keyword
		query := keywords.Select("id", "key", "sources", "intent", "intent_by").Where("key > ?", after)
		if err := query.Order("key").Limit(intentsAtOnce).Find(&part).Error; err != nil {
			return fmt.Errorf("load keywords: %w", err)
		}
		if len(part) == 0 {
			return nil
		}
		after = part[len(part)-1].Key
		for i := range part {
			k := &part[i]
			k.Intent, k.IntentBy = "", ""
			if at := slices.IndexFunc(k.Sources, func(s Source) bool { return s.Intent != "" }); at >= 0 {
				k.Intent = k.Sources[at].Intent
			}
			k.CompleteIntent(rules)
		}
		if err := database.WriteRows(tx, saveIntents, intentColumns, part); err != nil {
			return err
		}
	}
}

var (
	intentColumns = database.Columns{{Name: "id", Field: "ID", Kind: "TEXT"}, {Name: "intent", Field: "Intent", Kind: "TEXT"}, {Name: "intent_by", Field: "IntentBy", Kind: "TEXT"}}
	saveIntents   = "UPDATE keywords SET " + intentColumns[1:].Assignments() + `, updated_at = @now FROM r WHERE keywords.account_id = @account AND keywords.id = r."ID"`
)

// IntentRules returns the rules in the language of the site.
func (s *Service) IntentRules(ctx context.Context, siteID string) (*language.IntentRules, error) {
	site, err := s.sites.Get(ctx, siteID)
	if err != nil {
		return nil, err
	}
	return language.IntentRulesFor(site.Language), nil
}

// CompleteIntent says who says the intent of a keyword of an import: its file, or the rules if that does not.
func (k *Keyword) CompleteIntent(rules *language.IntentRules) {
	if k.Intent != "" {
		k.IntentBy = IntentByFile
		return
	}
	if k.Intent = rules.Recognise(k.Key); k.Intent != "" {
		k.IntentBy = IntentByRules
	}
}

// trust orders those who say what an intent is.
var trust = []string{"", IntentByRules, IntentByFile, IntentByHand}

// takeIntent takes over the intent that an import has, unless a more trusted one is there. What a person said stays in any case.
func (k *Keyword) takeIntent(from Keyword) {
	better := cmp.Compare(slices.Index(trust, from.IntentBy), slices.Index(trust, k.IntentBy))
	if from.Intent != "" && better >= 0 && k.IntentBy != IntentByHand {
		k.Intent, k.IntentBy = from.Intent, from.IntentBy
	}
}

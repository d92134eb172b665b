package writer

import (
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/language"
	"igny8/app/prose"
)

// TakeOver adds keywords, and the questions among them, to the brief of the page's task, if that is not drafted yet. A brief that changes
// waits for its approval anew. The Planner calls it when an idea is closed in favour of the page.
func (s *Service) TakeOver(tx *gorm.DB, pageID string, keywords []string) error {
	var open []Task
	if err := database.Locked(tx).Where("page_id = ? AND state = ?", pageID, TaskOpen).Find(&open).Error; err != nil {
		return fmt.Errorf("look for the task of the page: %w", err)
	}
	for _, t := range open {
		b := t.Brief
		b.Keywords, b.Questions = withMore(b.Keywords, keywords), withMore(b.Questions, prose.QuestionsAmong(keywords))
		t.rewrite(b)
		if err := t.write(tx, briefColumns...); err != nil {
			return err
		}
	}
	return nil
}

// withMore returns the lines and those of more that are not among them yet, as many as a brief may have.
func withMore(lines, more []string) []string {
	all := slices.Clone(lines)
	for _, line := range more {
		if len(all) < MaxLines && !slices.ContainsFunc(all, func(has string) bool { return language.Key(has) == language.Key(line) }) {
			all = append(all, line)
		}
	}
	return all
}

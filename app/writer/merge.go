package writer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"gorm.io/gorm"

	"igny8/app/blocks"
	"igny8/app/fault"
)

// Join stores a change as Save does, also one that was made from an older revision: what others changed since in other blocks and fields is
// kept beside it. Where both changed the same, nothing is stored, and a *Stale carries the newer content and both versions of each such
// block.
func (s *Service) Join(ctx context.Context, id string, c Change) (Content, error) {
	var saved Content
	c, err := c.cleaned(ctx)
	if err != nil {
		return saved, err
	}
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		current, err := s.held(tx, id)
		if err != nil {
			return err
		}
		note := "edited"
		if current.Revision != c.Revision {
			if c, err = joined(ctx, tx, current, c); err != nil {
				return err
			}
			note = fmt.Sprintf("edited, and joined with revision %d", current.Revision)
		}
		saved = current
		if err := c.onto(&saved); err != nil || saved.reads(current) {
			return err
		}
		saved.State, saved.BuiltIn = ContentDraft, false
		return store(tx, &saved, note)
	})
	return saved, err
}

// EditBlocks makes one change of the text at the revision that a person has seen, and stores it as Join does. moved names the blocks
// that the edit moves.
func (s *Service) EditBlocks(ctx context.Context, id string, seen int64, edit blocks.Edit, moved ...string) (Content, error) {
	r, err := s.Revision(ctx, id, seen)
	if fault.KindOf(err) == fault.NotFound {
		c, err := s.Content(ctx, id)
		if err != nil {
			return c, err
		}
		return Content{}, stale(c)
	}
	if err != nil {
		return Content{}, err
	}
	doc := edit(r.Blocks)
	return s.Join(ctx, id, Change{Revision: seen, Blocks: &doc, base: r.Blocks, moved: moved})
}

// joined returns the change, which is cleaned, as a change of the current content.
func joined(ctx context.Context, tx *gorm.DB, current Content, c Change) (Change, error) {
	var base Revision
	err := tx.Take(&base, "content_id = ? AND number = ?", current.ID, c.Revision).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return c, stale(current)
	}
	if err != nil {
		return c, fmt.Errorf("load revision: %w", err)
	}
	refusal := stale(current)
	newer := Change{Revision: current.Revision}
	for _, field := range []struct {
		mine          *string
		base, current string
		to            **string
	}{
		{c.Title, base.Title, current.Title, &newer.Title},
		{c.Slug, base.Slug, current.Slug, &newer.Slug},
		{c.Description, base.Description, current.Description, &newer.Description},
	} {
		switch {
		case field.mine == nil || *field.mine == field.base || *field.mine == field.current:
		case field.base == field.current:
			*field.to = field.mine
		default:
			return c, refusal
		}
	}
	if c.Blocks == nil {
		return newer, nil
	}
	merged, conflicts := blocks.Merge(base.Blocks, *c.Blocks, current.Blocks, c.moved...)
	if len(conflicts) > 0 {
		refusal.Conflicts = conflicts
		return c, refusal
	}
	newer.Blocks, newer.base = &merged, current.Blocks
	return newer.cleaned(ctx)
}

// RestoreBlock saves a block as it was in a revision as the next revision of the content: changed back, brought back to its place, or taken
// out where that revision did not have it. from is the revision that the person was looking at.
func (s *Service) RestoreBlock(ctx context.Context, contentID string, number int64, blockID string, from int64) (Content, error) {
	r, err := s.Revision(ctx, contentID, number)
	if err != nil {
		return Content{}, err
	}
	now, err := s.Content(ctx, contentID)
	if err != nil {
		return Content{}, err
	}
	if now.Revision != from {
		return Content{}, stale(now)
	}
	next, err := restored(now.Blocks, r.Blocks, blockID)
	if err != nil {
		return Content{}, err
	}
	return s.save(ctx, contentID, Change{Revision: from, Blocks: &next}, fmt.Sprintf("restored a block of revision %d", number))
}

// restored returns the document with one block as the older document has it.
func restored(now, then blocks.Document, id string) (blocks.Document, error) {
	was, is, next := then.Index(id), now.Index(id), slices.Clone(now)
	switch {
	case was < 0 && is < 0:
		return nil, fault.Missing("block")
	case was < 0:
		return slices.Delete(next, is, is+1), nil
	case is >= 0:
		next[is] = then[was]
		return next, nil
	}
	at := 0
	for before := was - 1; before >= 0; before-- {
		if i := now.Index(then[before].ID); i >= 0 {
			at = i + 1
			break
		}
	}
	return slices.Insert(next, at, then[was]), nil
}

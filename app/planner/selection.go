package planner

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/history"
	"igny8/app/text"
)

// MaxChosen is how many rows can be named in one change.
const MaxChosen = 5000

// Selection are keywords of a sector: those that are named, or all that match.
type Selection struct {
	IDs      []string
	Matching *KeywordQuery // nil: the named ones. Sector, order and page do not count.
}

// MoveKeywords puts the keywords into the page cluster and pins them there, all of them or none, and says how many there are.
func (s *Service) MoveKeywords(ctx context.Context, chosen Selection, clusterID string) (int64, error) {
	to, err := database.One[Cluster](s.db.Read(ctx), "cluster", clusterID)
	if err != nil {
		return 0, err
	}
	return s.changeKeywords(ctx, to.SectorID, chosen, func(tx, keywords *gorm.DB) (string, error) {
		if to, err = target(tx, clusterID, to.SectorID); err != nil {
			return "", err
		}
		there := keywords.Where("cluster_id = ? AND state = ? AND pinned = ?", clusterID, KeywordClustered, false)
		if err := there.Update("pinned", true).Error; err != nil {
			return "", fmt.Errorf("pin keywords: %w", err)
		}
		if err := put(keywords.Where("cluster_id IS NULL OR cluster_id <> ? OR state <> ?", clusterID, KeywordClustered), clusterID, byHand); err != nil {
			return "", err
		}
		return "in " + text.Quote(to.Name) + " now, and pinned there", Recount(tx, to.SectorID, clusterID)
	})
}

// ExcludeKeywords excludes the keywords of the sector, all of them or none, and says how many there are. They remember their clusters.
func (s *Service) ExcludeKeywords(ctx context.Context, sectorID string, chosen Selection) (int64, error) {
	return s.decideKeywords(ctx, sectorID, chosen, func(j *history.Journal, keywords *gorm.DB) (string, error) {
		_, err := j.Set(&Keyword{}, keywords, "state", KeywordExcluded)
		return "excluded", err
	})
}

// IncludeKeywords takes excluded keywords back, all of them or none, and says how many were chosen: into the cluster that
// each remembers, else as new. One whose cluster is excluded cannot be taken back without it.
func (s *Service) IncludeKeywords(ctx context.Context, sectorID string, chosen Selection) (int64, error) {
	return s.changeKeywords(ctx, sectorID, chosen, func(tx, keywords *gorm.DB) (string, error) {
		excluded := keywords.Where("state = ?", KeywordExcluded).Session(&gorm.Session{})
		var closed []Cluster
		if err := tx.Where("state = ? AND id IN (?)", ClusterExcluded, excluded.Select("cluster_id")).Order("name_key").Limit(1).Find(&closed).Error; err != nil {
			return "", err
		}
		if len(closed) > 0 {
			return "", fault.New(fault.Invalid, "The cluster %q is excluded, and keywords of it are among these. Take the cluster back first. Nothing was changed.", closed[0].Name)
		}
		if err := excluded.Where("cluster_id IS NOT NULL").Update("state", KeywordClustered).Error; err != nil {
			return "", err
		}
		fresh := Keyword{State: KeywordNew, Evidence: []Evidence{}}
		columns := []string{"state", "pinned", "evidence", "evidence_bits", "strength", "weak", "updated_at"}
		return "included", excluded.Where("cluster_id IS NULL").Select(columns).Updates(fresh).Error
	})
}

// PinKeywords pins the keywords where they are, or lets runs move them again: all of them or none. It says how many there are.
func (s *Service) PinKeywords(ctx context.Context, sectorID string, chosen Selection, pinned bool) (int64, error) {
	return s.decideKeywords(ctx, sectorID, chosen, func(j *history.Journal, keywords *gorm.DB) (string, error) {
		said := "unpinned"
		if pinned {
			if err := refuseFree(keywords); err != nil {
				return "", err
			}
			said = "pinned: no run moves what is pinned"
		}
		_, err := j.Set(&Keyword{}, keywords, "pinned", pinned)
		return said, err
	})
}

// KeepKeywords accepts the keywords where they are: they are pinned there and no longer weak. It says how many there are.
func (s *Service) KeepKeywords(ctx context.Context, sectorID string, chosen Selection) (int64, error) {
	return s.changeKeywords(ctx, sectorID, chosen, func(_, keywords *gorm.DB) (string, error) {
		if err := refuseFree(keywords); err != nil {
			return "", err
		}
		done := keywords.Where("pinned = ? OR weak = ?", false, true).Updates(map[string]any{"pinned": true, "weak": false})
		return "kept where they are, and pinned there", done.Error
	})
}

// refuseFree refuses keywords that are in no cluster: there is nowhere to pin them.
func refuseFree(keywords *gorm.DB) error {
	var free []Keyword
	if err := keywords.Where("state = ?", KeywordNew).Order("key").Limit(1).Find(&free).Error; err != nil {
		return err
	}
	if len(free) > 0 {
		return fault.New(fault.Invalid, "The keyword %q is in no cluster: there is nowhere to pin it. Nothing was changed.", free[0].Text)
	}
	return nil
}

// changeKeywords is decideKeywords for an fn that leaves it to it to keep them.
func (s *Service) changeKeywords(ctx context.Context, sectorID string, chosen Selection,
	fn func(tx, keywords *gorm.DB) (done string, err error),
) (int64, error) {
	return s.decideKeywords(ctx, sectorID, chosen, func(j *history.Journal, keywords *gorm.DB) (string, error) {
		if err := j.Keep(&Keyword{}, keywords); err != nil {
			return "", err
		}
		return fn(j.Tx, keywords)
	})
}

// decideKeywords runs fn on the chosen keywords of the sector and counts their clusters again. fn says what became of them: "excluded".
func (s *Service) decideKeywords(ctx context.Context, sectorID string, chosen Selection,
	fn func(j *history.Journal, keywords *gorm.DB) (done string, err error),
) (int64, error) {
	var count int64
	err := s.log.Record(ctx, sectorID, func(j *history.Journal) (string, error) {
		keywords, n, err := choose(j.Tx, sectorID, chosen)
		if err != nil {
			return "", err
		}
		count = n
		touched, err := clustersOf(keywords)
		if err != nil {
			return "", err
		}
		done, err := fn(j, keywords)
		if err != nil {
			return "", fmt.Errorf("change keywords: %w", err)
		}
		return text.Count(count, "keyword is", "keywords are") + " " + done + ".", Recount(j.Tx, sectorID, touched...)
	})
	return count, err
}

// choose returns the chosen keywords, as a query that can be used again and again, and how many they are.
func choose(tx *gorm.DB, sectorID string, chosen Selection) (keywords *gorm.DB, count int64, err error) {
	var ids []string
	if chosen.Matching == nil {
		if ids, err = DistinctIDs(chosen.IDs, "keyword"); err != nil {
			return nil, 0, err
		}
		keywords = tx.Where("sector_id = ? AND id IN ?", sectorID, ids)
	} else {
		query := *chosen.Matching
		query.SectorID = sectorID
		if keywords, err = matching(tx, query); err != nil {
			return nil, 0, err
		}
	}
	keywords = keywords.Model(&Keyword{}).Session(&gorm.Session{})
	if err := keywords.Count(&count).Error; err != nil {
		return nil, 0, fmt.Errorf("count keywords: %w", err)
	}
	if count < int64(len(ids)) {
		return nil, 0, fault.Missing("keyword")
	}
	if count == 0 {
		return nil, 0, fault.New(fault.Invalid, "No keyword matches any more. Nothing was changed.")
	}
	return keywords, count, nil
}

// distinct are the named ids, each once. None, too many, and what can be no id are refused.
func DistinctIDs(ids []string, noun string) ([]string, error) {
	ids = database.Distinct(ids)
	switch {
	case len(ids) == 0:
		return nil, fault.New(fault.Invalid, "Choose the %ss first. Nothing was changed.", noun)
	case len(ids) > MaxChosen:
		return nil, fault.New(fault.Invalid, "You have chosen %s; at most %s can be changed at once. Nothing was changed.",
			text.Count(int64(len(ids)), noun, noun+"s"), text.Number(MaxChosen))
	case !text.Printable(strings.Join(ids, "")):
		return nil, fault.Missing(noun)
	}
	return ids, nil
}

func clustersOf(keywords *gorm.DB) ([]string, error) {
	var ids []string
	if err := keywords.Where("cluster_id IS NOT NULL").Distinct().Pluck("cluster_id", &ids).Error; err != nil {
		return nil, fmt.Errorf("find clusters of keywords: %w", err)
	}
	return ids, nil
}

// put moves keywords to the page cluster and pins them there.
func put(keywords *gorm.DB, clusterID string, evidence []Evidence) error {
	there := Keyword{ClusterID: &clusterID, State: KeywordClustered, Pinned: true}
	there.because(evidence, nil, false)
	if err := keywords.Select(membershipOf).Updates(there).Error; err != nil {
		return fmt.Errorf("move keywords: %w", err)
	}
	return nil
}

// membershipOf are the columns of a keyword that say where it is and why.
var membershipOf = []string{"cluster_id", "state", "pinned", "evidence", "evidence_bits", "strength", "weak", "updated_at"}

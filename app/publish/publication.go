package publish

import (
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/writer"
)

// Publication is one content at one destination, with the revision that readers see there.
type Publication struct {
	ID            string
	AccountID     string `gorm:"<-:create"`
	SiteID        string `gorm:"<-:create"`
	DestinationID string
	ContentID     string
	Revision      int64
	RemoteID      string // the path of the page, or the id at the destination
	RemoteState   PublicationState
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// PublicationState says whether readers see a publication. Either state may follow the other.
type PublicationState string

// The states of a publication.
const (
	PublicationLive    PublicationState = "live"
	PublicationOffline PublicationState = "offline"
)

// Show records what readers see at the destination from now on: these contents and no others. A content counts as published
// while any destination shows it. The caller holds the lock of the destination.
func Show(tx *gorm.DB, d Destination, shown []Shown) error {
	if err := replace(tx, d, shown); err != nil {
		return fmt.Errorf("write publications: %w", err)
	}
	return reshow(tx, d.SiteID)
}

// reshow writes down which contents of the site readers see at any destination.
func reshow(tx *gorm.DB, siteID string) error {
	var live []Publication
	if err := tx.Where("site_id = ? AND remote_state = ?", siteID, PublicationLive).Find(&live).Error; err != nil {
		return fmt.Errorf("list publications: %w", err)
	}
	revisions := map[string][]int64{}
	for _, p := range live {
		revisions[p.ContentID] = append(revisions[p.ContentID], p.Revision)
	}
	return writer.SetPublished(tx, siteID, revisions)
}

func replace(tx *gorm.DB, d Destination, shown []Shown) error {
	if err := tx.Model(&Publication{}).Where("destination_id = ?", d.ID).Update("remote_state", PublicationOffline).Error; err != nil {
		return err
	}
	var list []Publication
	if err := tx.Where("destination_id = ?", d.ID).Find(&list).Error; err != nil {
		return err
	}
	known := make(map[string]string, len(list))
	for _, p := range list {
		known[p.ContentID] = p.ID
	}
	for _, c := range shown {
		p := Publication{
			SiteID: d.SiteID, DestinationID: d.ID, ContentID: c.ContentID, Revision: c.Revision, RemoteID: c.Path,
			RemoteState: PublicationLive,
		}
		if id, exists := known[c.ContentID]; exists {
			if err := tx.Model(&Publication{}).Where("id = ?", id).Select("revision", "remote_id", "remote_state").Updates(p).Error; err != nil {
				return err
			}
			continue
		}
		p.ID = database.NewID()
		if err := tx.Create(&p).Error; err != nil {
			return err
		}
	}
	return nil
}

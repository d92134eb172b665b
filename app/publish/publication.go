package publish

import (
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
)

// Publication is one content at one destination, at the revision that readers see there.
type Publication struct {
	ID            string
	AccountID     string `gorm:"<-:create"`
	SiteID        string `gorm:"<-:create"`
	DestinationID string
	ContentID     string
	Revision      int64
	RemoteID      string // the path of the page
	RemoteState   string
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// The states of a publication.
const (
	Live    = "live"
	Offline = "offline"
)

// publish notes what readers see since the release went live: its contents and no others.
func publish(tx *gorm.DB, r Release) error {
	if err := tx.Model(&Publication{}).Where("destination_id = ?", r.DestinationID).Update("remote_state", Offline).Error; err != nil {
		return err
	}
	var list []Publication
	if err := tx.Where("destination_id = ?", r.DestinationID).Find(&list).Error; err != nil {
		return err
	}
	known := map[string]Publication{}
	for _, p := range list {
		known[p.ContentID] = p
	}
	for _, c := range r.Contents {
		p, exists := known[c.ContentID]
		p.Revision, p.RemoteID, p.RemoteState = c.Revision, c.Path, Live
		if exists {
			if err := tx.Model(&p).Select("revision", "remote_id", "remote_state").Updates(&p).Error; err != nil {
				return err
			}
			continue
		}
		p.ID, p.SiteID, p.DestinationID, p.ContentID = database.NewID(), r.SiteID, r.DestinationID, c.ContentID
		if err := tx.Create(&p).Error; err != nil {
			return err
		}
	}
	return nil
}

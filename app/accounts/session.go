package accounts

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
)

// SessionLife is the longest life of a session or token family. SessionIdle is the longest time without use.
const (
	SessionLife = 30 * 24 * time.Hour
	SessionIdle = 7 * 24 * time.Hour
	seenEvery   = 10 * time.Minute // how often the last use is written
)

// Session is a browser in which somebody is signed in, or a browser before sign-in for which a message is stored.
type Session struct {
	ID        string
	TokenHash string
	UserID    *string // nil before sign-in
	Device    string
	Address   string
	Data      []byte
	SeenAt    time.Time // the last use, up to ten minutes old
	ExpiresAt time.Time
	CreatedAt time.Time
}

// SessionStore stores sessions in the database under the hash of their token. It implements the store interface of scs.
type SessionStore struct{ db *database.DB }

// SessionStore returns the store of the sessions.
func (s *Service) SessionStore() *SessionStore { return &SessionStore{s.db} }

// FindCtx returns the data of a session that has not ended. It records the use, at most every ten minutes.
func (s *SessionStore) FindCtx(ctx context.Context, token string) (data []byte, found bool, err error) {
	now := database.Now()
	row, err := s.find(ctx, hashSecret(token), now)
	if err != nil || row.ID == "" {
		return nil, false, err
	}
	if now.Sub(row.SeenAt) > seenEvery {
		err = s.see(ctx, row.ID, now)
	}
	return row.Data, err == nil, err
}

// find returns the session with the hash; its ID is empty if there is none that has not ended.
func (s *SessionStore) find(ctx context.Context, tokenHash string, now time.Time) (row Session, err error) {
	if a := arrivalFrom(ctx); a.tokenHash == tokenHash {
		return a.session, nil
	}
	err = s.db.Read(ctx).Take(&row, "token_hash = ? AND expires_at > ? AND seen_at > ?", tokenHash, now, now.Add(-SessionIdle)).Error
	if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
		return Session{}, fmt.Errorf("find session: %w", err)
	}
	return row, nil
}

// see stores the time of the last use, unless another request of the same browser has just stored it.
func (s *SessionStore) see(ctx context.Context, id string, now time.Time) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		err := tx.Model(&Session{}).Where("id = ? AND seen_at < ?", id, now.Add(-seenEvery)).Update("seen_at", now).Error
		if err != nil {
			return fmt.Errorf("write last use of session: %w", err)
		}
		return nil
	})
}

// CommitCtx stores the data of a session. It begins a new session only if ctx has a Visit: a request that was running while its session
// was ended elsewhere must not restore it.
func (s *SessionStore) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	visit, begins := visitFrom(ctx)
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if begins {
			return beginSession(tx, visit, token, data, expiry)
		}
		err := tx.Model(&Session{}).Where("token_hash = ?", hashSecret(token)).
			Updates(map[string]any{"data": data, "expires_at": expiry.UTC()}).Error
		if err != nil {
			return fmt.Errorf("write session: %w", err)
		}
		return nil
	})
}

func beginSession(tx *gorm.DB, v Visit, token string, data []byte, expiry time.Time) error {
	row := Session{
		ID: database.NewID(), TokenHash: hashSecret(token), Device: v.Device, Address: v.Address,
		Data: data, SeenAt: database.Now(), ExpiresAt: expiry.UTC(),
	}
	if v.UserID != "" {
		row.UserID = &v.UserID
	}
	if err := tx.Create(&row).Error; err != nil {
		return fmt.Errorf("begin session: %w", err)
	}
	return nil
}

// DeleteCtx ends a session.
func (s *SessionStore) DeleteCtx(ctx context.Context, token string) error {
	return s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Where("token_hash = ?", hashSecret(token)).Delete(&Session{}).Error; err != nil {
			return fmt.Errorf("delete session: %w", err)
		}
		return nil
	})
}

// Find is FindCtx without a context.
func (s *SessionStore) Find(token string) (data []byte, found bool, err error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context. It begins no session.
func (s *SessionStore) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx without a context.
func (s *SessionStore) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}

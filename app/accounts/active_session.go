package accounts

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

// MaxActiveSessions is how many sessions ActiveSessions returns.
const MaxActiveSessions = 50

// ActiveSession is a browser or a program in which a person is signed in.
type ActiveSession struct {
	ID        string
	Device    string // readable, such as "Firefox on Linux"
	Address   string // the address at sign-in
	Program   bool   // it uses tokens of the API
	Current   bool   // the session of this request
	CreatedAt time.Time
	SeenAt    time.Time // the last use; for a program, its last refresh
}

// ActiveSessions returns the sessions and token families of the person in ctx, the current one first, the others by last use. current is
// the token of the calling session. If there are more than MaxActiveSessions, it returns those used last.
func (s *Service) ActiveSessions(ctx context.Context, current string) ([]ActiveSession, error) {
	m, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	tx := s.db.Read(tenancy.System(ctx, "list the sessions of a person"))
	now := database.Now()
	var sessions []Session
	err = tx.Where("user_id = ? AND expires_at > ? AND seen_at > ?", m.UserID, now, now.Add(-SessionIdle)).Find(&sessions).Error
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	var families []TokenFamily
	err = tx.Where("user_id = ? AND revoked_at IS NULL AND expires_at > ? AND used_at > ?", m.UserID, now, now.Add(-SessionIdle)).
		Find(&families).Error
	if err != nil {
		return nil, fmt.Errorf("list token families: %w", err)
	}
	var list []ActiveSession
	for _, row := range sessions {
		list = append(list, ActiveSession{
			ID: row.ID, Device: deviceName(row.Device), Address: row.Address, Current: row.TokenHash == hashSecret(current),
			CreatedAt: row.CreatedAt, SeenAt: row.SeenAt,
		})
	}
	for _, row := range families {
		list = append(list, ActiveSession{
			ID: row.ID, Device: deviceName(row.Device), Address: row.Address, Program: true, CreatedAt: row.CreatedAt, SeenAt: row.UsedAt,
		})
	}
	slices.SortFunc(list, func(a, b ActiveSession) int {
		if a.Current != b.Current {
			return map[bool]int{true: -1, false: 1}[a.Current]
		}
		return b.SeenAt.Compare(a.SeenAt)
	})
	return list[:min(len(list), MaxActiveSessions)], nil
}

// EndSession ends a session or token family of the person in ctx.
func (s *Service) EndSession(ctx context.Context, id string) error {
	m, err := signedIn(ctx)
	if err != nil {
		return err
	}
	return s.db.Tx(tenancy.System(ctx, "end a session of a person"), func(tx *gorm.DB) error {
		row, err := take[Session](tx, "session", "id = ? AND user_id = ?", id, m.UserID)
		if err == nil {
			return tx.Delete(&row).Error
		}
		if fault.KindOf(err) != fault.NotFound {
			return err
		}
		family, err := take[TokenFamily](tx, "session", "id = ? AND user_id = ? AND revoked_at IS NULL", id, m.UserID)
		if err != nil {
			return err
		}
		return revoke(tx, "id = ?", family.ID)
	})
}

// EndOtherSessions ends all sessions and token families of the person in ctx, except the session whose token is current.
func (s *Service) EndOtherSessions(ctx context.Context, current string) error {
	m, err := signedIn(ctx)
	if err != nil {
		return err
	}
	return s.db.Tx(tenancy.System(ctx, "end the sessions of a person"), func(tx *gorm.DB) error {
		return endSessions(tx, m.UserID, hashSecret(current))
	})
}

// endSessions ends the sessions and token families of the user, except the session with the token hash.
func endSessions(tx *gorm.DB, userID, except string) error {
	if err := tx.Where("user_id = ? AND token_hash <> ?", userID, except).Delete(&Session{}).Error; err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	return revoke(tx, "user_id = ?", userID)
}

// signedIn returns the person in ctx, or an error if there is none.
func signedIn(ctx context.Context) (Member, error) {
	m, ok := MemberFrom(ctx)
	if !ok {
		return Member{}, fault.New(fault.Unauthenticated, "You are signed out, and nothing was changed. Sign in and try again.")
	}
	return m, nil
}

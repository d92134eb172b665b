package accounts

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

const (
	accessLife = 15 * time.Minute
	issuer     = "igny8"
)

// TokenPair is what a program gets for a password or a refresh token.
type TokenPair struct {
	AccessToken, RefreshToken, TokenType string
	ExpiresIn                            int64 // life of the access token in seconds
}

// TokenFamily is a sign-in by API: a chain of refresh tokens of which only the last is valid. It ends like a session: 30 days after it
// began, or after 7 days without a refresh.
type TokenFamily struct {
	ID          string
	UserID      string
	AccountID   string `gorm:"<-:create"`
	CurrentHash string
	Device      string
	Address     string
	UsedAt      time.Time // the last refresh
	RevokedAt   *time.Time
	ExpiresAt   time.Time
	CreatedAt   time.Time
}

type claims struct {
	jwt.RegisteredClaims
	Account string `json:"account"`
	Family  string `json:"family"`
	Stamp   string `json:"stamp"`
}

// Issue begins a token family of the user in the account; an empty accountID means the one used last.
func (s *Service) Issue(ctx context.Context, userID, accountID string) (TokenPair, error) {
	ctx = tenancy.System(ctx, "issue tokens")
	m, err := s.Member(ctx, userID, accountID)
	if err != nil {
		return TokenPair{}, err
	}
	visit, _ := visitFrom(ctx)
	now := database.Now()
	family := TokenFamily{
		ID: database.NewID(), UserID: m.UserID, AccountID: m.AccountID, Device: visit.Device, Address: visit.Address,
		UsedAt: now, ExpiresAt: now.Add(SessionLife),
	}
	refresh := newRefresh(family.ID)
	family.CurrentHash = hashSecret(refresh)
	err = s.db.Tx(ctx, func(tx *gorm.DB) error {
		if err := tx.Create(&family).Error; err != nil {
			return fmt.Errorf("begin token family: %w", err)
		}
		return arrive(ctx, tx, m)
	})
	if err != nil {
		return TokenPair{}, err
	}
	return s.pair(m, family, refresh)
}

// newRefresh returns a refresh token that names its family, so that a spent token identifies the family to revoke.
func newRefresh(familyID string) string { return familyID + "." + newSecret() }

// pair returns the refresh token and a signed access token, which ends no later than its family.
func (s *Service) pair(m Member, family TokenFamily, refresh string) (TokenPair, error) {
	now := database.Now()
	life := min(accessLife, family.ExpiresAt.Sub(now))
	access, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer: issuer, Subject: m.UserID, IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(life)),
		},
		Account: m.AccountID, Family: family.ID, Stamp: m.Stamp,
	}).SignedString(s.signing)
	if err != nil {
		return TokenPair{}, fmt.Errorf("sign access token: %w", err)
	}
	return TokenPair{AccessToken: access, RefreshToken: refresh, TokenType: "Bearer", ExpiresIn: int64(life.Seconds())}, nil
}

func errToken() error {
	return fault.New(fault.Unauthenticated, "The token is not valid or has expired. Sign in again.")
}

// Refresh exchanges a refresh token for a new pair. A token that was spent before revokes its family: somebody has a copy.
func (s *Service) Refresh(ctx context.Context, refresh string) (TokenPair, error) {
	ctx = tenancy.System(ctx, "refresh tokens")
	var family TokenFamily
	good := false
	next := ""
	now := database.Now()
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		var err error
		if family, err = familyOf(tx, refresh); err != nil {
			return err
		}
		next = newRefresh(family.ID)
		rotated := tx.Model(&TokenFamily{}).
			Where("id = ? AND current_hash = ? AND revoked_at IS NULL", family.ID, hashSecret(refresh)).
			Where("expires_at > ? AND used_at > ?", now, now.Add(-SessionIdle)).
			Updates(map[string]any{"current_hash": hashSecret(next), "used_at": now})
		if rotated.Error != nil {
			return fmt.Errorf("rotate refresh token: %w", rotated.Error)
		}
		if good = rotated.RowsAffected == 1; good {
			return nil
		}
		return revoke(tx, "id = ?", family.ID)
	})
	if err != nil {
		return TokenPair{}, err
	}
	if !good {
		return TokenPair{}, errToken()
	}
	m, err := s.Resume(ctx, family.UserID, family.AccountID)
	if fault.KindOf(err) == fault.NotFound {
		return TokenPair{}, errToken()
	}
	if err != nil {
		return TokenPair{}, err
	}
	return s.pair(m, family, next)
}

func familyOf(tx *gorm.DB, refresh string) (TokenFamily, error) {
	id, _, _ := strings.Cut(refresh, ".")
	family, err := take[TokenFamily](tx, "token", "id = ?", id)
	if fault.KindOf(err) == fault.NotFound {
		return family, errToken()
	}
	return family, err
}

// Revoke ends the family of a refresh token, spent or not. A second call is no error.
func (s *Service) Revoke(ctx context.Context, refresh string) error {
	return s.db.Tx(tenancy.System(ctx, "revoke tokens"), func(tx *gorm.DB) error {
		family, err := familyOf(tx, refresh)
		if err != nil {
			return err
		}
		return revoke(tx, "id = ?", family.ID)
	})
}

func revoke(tx *gorm.DB, condition, value string) error {
	err := tx.Model(&TokenFamily{}).Where(condition+" AND revoked_at IS NULL", value).Update("revoked_at", database.Now()).Error
	if err != nil {
		return fmt.Errorf("revoke tokens: %w", err)
	}
	return nil
}

// Verify returns the member of an access token with their current rights. It refuses a member who was removed or has a new password
// since, and a token of a family that has ended.
func (s *Service) Verify(ctx context.Context, access string) (Member, error) {
	var c claims
	_, err := jwt.ParseWithClaims(access, &c, func(*jwt.Token) (any, error) { return s.signing, nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithIssuer(issuer), jwt.WithExpirationRequired())
	if err != nil || c.Account == "" {
		return Member{}, errToken()
	}
	tx := s.db.Read(tenancy.System(ctx, "verify a token"))
	living := tx.Model(&TokenFamily{}).Select("user_id").
		Where("id = ? AND account_id = ? AND revoked_at IS NULL AND expires_at > ?", c.Family, c.Account, database.Now())
	u, err := take[User](tx.Where("id IN (?)", living), "user", "id = ?", c.Subject)
	if err == nil && u.stamp() != c.Stamp {
		return Member{}, errToken()
	}
	m := Member{}
	if err == nil {
		m, err = memberOf(tx, u, c.Account)
	}
	if fault.KindOf(err) == fault.NotFound {
		return Member{}, errToken()
	}
	return m, err
}

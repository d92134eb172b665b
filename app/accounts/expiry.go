package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// DeleteExpired deletes expired sessions, tokens, links, unconfirmed sign-ups, failures, counts and stored answers.
func (s *Service) DeleteExpired(ctx context.Context) error {
	now := database.Now()
	return s.db.Tx(tenancy.System(ctx, "delete what has expired"), func(tx *gorm.DB) error {
		for _, expired := range []func(*gorm.DB) error{
			older[Session]("expires_at", now),
			older[Session]("seen_at", now.Add(-SessionIdle)),
			older[TokenFamily]("expires_at", now),
			older[TokenFamily]("used_at", now.Add(-SessionIdle)),
			older[EmailChange]("expires_at", now),
			older[PasswordReset]("expires_at", now),
			older[PendingSignUp]("expires_at", now),
			older[Throttle]("ends_at", now),
			older[SignInFailure]("failed_at", now.Add(-failureWindow)),
			older[IdempotencyKey]("created_at", now.Add(-answerLife)),
		} {
			if err := expired(tx); err != nil {
				return fmt.Errorf("delete expired rows: %w", err)
			}
		}
		return nil
	})
}

// older deletes the rows whose column is before the time.
func older[T any](column string, than time.Time) func(*gorm.DB) error {
	return func(tx *gorm.DB) error { return tx.Where(column+" < ?", than).Delete(new(T)).Error }
}

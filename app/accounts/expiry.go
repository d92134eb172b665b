package accounts

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"igny8/app/database"
	"igny8/app/tenancy"
)

// DeleteExpired deletes sessions, tokens, links, sign-ups that nobody confirmed, failures, counts and remembered answers that have had their time.
func (s *Service) DeleteExpired(ctx context.Context) error {
	now := database.Now()
	return s.db.Tx(tenancy.System(ctx, "delete what has expired"), func(tx *gorm.DB) error {
		for _, old := range []struct {
			model  any
			column string
			before time.Time
		}{
			{&Session{}, "expires_at", now},
			{&Session{}, "seen_at", now.Add(-SessionIdle)},
			{&TokenFamily{}, "expires_at", now},
			{&TokenFamily{}, "used_at", now.Add(-SessionIdle)},
			{&EmailChange{}, "expires_at", now},
			{&PasswordReset{}, "expires_at", now},
			{&PendingSignUp{}, "expires_at", now},
			{&Throttle{}, "ends_at", now},
			{&SignInFailure{}, "failed_at", now.Add(-failureWindow)},
			{&IdempotencyKey{}, "created_at", now.Add(-answerLife)},
		} {
			if err := tx.Where(old.column+" < ?", old.before).Delete(old.model).Error; err != nil {
				return fmt.Errorf("delete expired rows: %w", err)
			}
		}
		return nil
	})
}

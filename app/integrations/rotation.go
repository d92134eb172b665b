package integrations

import (
	"context"
	"fmt"
	"log/slog"

	"gorm.io/gorm"

	"igny8/app/tenancy"
)

// Rotate seals again all keys that an earlier secret key of the installation has sealed. After that, the earlier key is no
// longer needed. The queue calls it at the start and every hour. A key that no known secret key can open stays; its account
// is asked to enter it again.
func (s *Service) Rotate(ctx context.Context) error {
	var old []Integration
	err := s.db.Read(tenancy.System(ctx, "seal keys anew")).Where("sealed_key <> '' AND sealed_key NOT LIKE ?", s.needs.Vault.Mark()+"%").Find(&old).Error
	if err != nil {
		return fmt.Errorf("seal keys anew: %w", err)
	}
	done := 0
	for _, i := range old {
		key, err := s.Key(i)
		if err != nil {
			slog.Warn("a key cannot be sealed anew", "integration", i.ID, "account", i.AccountID, "error", err)
			continue
		}
		owner := tenancy.With(ctx, tenancy.Scope{Account: i.AccountID})
		err = s.db.Tx(owner, func(tx *gorm.DB) error {
			// A key that was entered meanwhile must not be overwritten.
			return tx.Model(&Integration{}).Where("id = ? AND sealed_key = ?", i.ID, i.SealedKey).
				UpdateColumns(map[string]any{"sealed_key": s.needs.Vault.Seal(key.Reveal(), i.sealedAbout())}).Error
		})
		if err != nil {
			return fmt.Errorf("seal keys anew: %w", err)
		}
		done++
	}
	if done > 0 {
		slog.Info("keys were sealed anew under the current secret key", "keys", done)
	}
	return nil
}

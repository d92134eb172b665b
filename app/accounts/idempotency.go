package accounts

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"igny8/app/database"
	"igny8/app/fault"
	"igny8/app/tenancy"
	"igny8/app/text"
)

// Answers are stored for a day. A request without an answer after the patience counts as dead and may be repeated.
const (
	answerLife      = 24 * time.Hour
	requestPatience = 10 * time.Minute
	maxKey          = 255
)

// Answer is the response to a request.
type Answer struct {
	Status      int
	ContentType string
	Body        []byte
}

// done is the status of a key that only records that something was done: its answer is not repeated.
const done = 1

// IdempotencyKey is a request that a program may repeat, and its answer. Without an answer the request is still running.
type IdempotencyKey struct {
	ID          string
	AccountID   string `gorm:"<-:create"`
	Key         string
	RequestHash string
	Status      int64 // 0: no answer yet
	ContentType string
	Body        []byte
	CreatedAt   time.Time
}

// Remembered returns the answer stored under the key. If there is none, it reserves the key for the caller, who must then call Remember
// with the answer, or Forget when nothing was done. The same key with another request, or with one that is still running, is a conflict.
func (s *Service) Remembered(ctx context.Context, key, requestHash string) (*Answer, error) {
	if key == "" || len(key) > maxKey || !text.Printable(key) {
		return nil, fault.New(fault.Invalid, "The Idempotency-Key must be 1 to %d printable characters.", maxKey)
	}
	mine := IdempotencyKey{ID: database.NewID(), Key: key, RequestHash: requestOf(ctx, requestHash), Body: []byte{}}
	var answer *Answer
	err := s.db.Tx(ctx, func(tx *gorm.DB) error {
		reserved := tx.Clauses(clause.OnConflict{DoNothing: true}).Create(&mine)
		if reserved.Error != nil {
			return fmt.Errorf("reserve key: %w", reserved.Error)
		}
		if reserved.RowsAffected == 1 {
			return nil
		}
		var err error
		answer, err = recall(tx, mine)
		return err
	})
	return answer, err
}

// requestOf returns the hash of the request and the person, because people have different rights.
func requestOf(ctx context.Context, requestHash string) string {
	sum := sha256.Sum256([]byte(tenancy.User(ctx) + "\n" + requestHash))
	return hex.EncodeToString(sum[:])
}

// recall reads the row that already holds the key. An expired row is taken over.
func recall(tx *gorm.DB, mine IdempotencyKey) (*Answer, error) {
	row, err := take[IdempotencyKey](tx, "key", "key = ?", mine.Key)
	if err != nil {
		return nil, err
	}
	age := database.Now().Sub(row.CreatedAt)
	switch {
	case age > answerLife || (row.Status == 0 && age > requestPatience && row.RequestHash == mine.RequestHash):
		return nil, takeOver(tx, row, mine)
	case row.RequestHash != mine.RequestHash:
		return nil, fault.New(fault.Conflict, "This Idempotency-Key was used for another request. Choose a new one.")
	case row.Status == 0:
		return nil, errInProgress()
	}
	return &Answer{Status: int(row.Status), ContentType: row.ContentType, Body: row.Body}, nil
}

func errInProgress() error {
	return fault.New(fault.Conflict, "The first request with this Idempotency-Key is still being worked on. Repeat it in a moment.")
}

func takeOver(tx *gorm.DB, row, mine IdempotencyKey) error {
	taken := tx.Model(&IdempotencyKey{}).Where("id = ? AND created_at = ?", row.ID, row.CreatedAt.UTC()).Updates(map[string]any{
		"request_hash": mine.RequestHash, "status": 0, "content_type": "", "body": []byte{}, "created_at": database.Now(),
	})
	if taken.Error != nil {
		return fmt.Errorf("take over key: %w", taken.Error)
	}
	if taken.RowsAffected == 0 {
		return errInProgress()
	}
	return nil
}

// Remember stores the answer under the key that Remembered has reserved. It ignores the deadline of the request.
func (s *Service) Remember(ctx context.Context, key, requestHash string, a Answer) error {
	return s.db.Tx(context.WithoutCancel(ctx), func(tx *gorm.DB) error {
		kept := tx.Model(&IdempotencyKey{}).Where("key = ? AND request_hash = ? AND status = 0", key, requestOf(ctx, requestHash)).
			Updates(map[string]any{"status": a.Status, "content_type": a.ContentType, "body": append([]byte{}, a.Body...)})
		if kept.Error != nil {
			return fmt.Errorf("remember answer: %w", kept.Error)
		}
		return nil
	})
}

// Once calls do if the key is new. If do has succeeded under the key before, it does nothing, so that a request that is sent twice takes
// effect once. If do fails, it may be called again.
func (s *Service) Once(ctx context.Context, key, request string, do func() error) error {
	answer, err := s.Remembered(ctx, key, request)
	if err != nil || answer != nil {
		return err
	}
	if err := do(); err != nil {
		return errors.Join(err, s.Forget(ctx, key, request))
	}
	return s.Remember(ctx, key, request, Answer{Status: done})
}

// Forget releases a reserved key, for a request that failed without an effect and may be repeated. It ignores the deadline, too.
func (s *Service) Forget(ctx context.Context, key, requestHash string) error {
	return s.db.Tx(context.WithoutCancel(ctx), func(tx *gorm.DB) error {
		freed := tx.Where("key = ? AND request_hash = ? AND status = 0", key, requestOf(ctx, requestHash)).Delete(&IdempotencyKey{})
		if freed.Error != nil {
			return fmt.Errorf("forget key: %w", freed.Error)
		}
		return nil
	})
}

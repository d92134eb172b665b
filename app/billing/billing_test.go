package billing_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"
	"pgregory.net/rapid"

	"igny8/app/billing"
	"igny8/app/database"
	"igny8/app/database/dbtest"
	"igny8/app/fault"
	"igny8/app/tenancy"
)

type account struct {
	ID, Name             string
	CreatedAt, UpdatedAt time.Time
}

// book is a ledger with accounts a and b, made by sign-up.
type book struct {
	testing.TB
	*billing.Service
	db   *database.DB
	a, b context.Context
}

func newBook(t *testing.T, signup int64) *book {
	t.Helper()
	db := dbtest.New(t)
	k := &book{TB: t, Service: billing.New(db, billing.Options{SignupCredits: signup}), db: db}
	k.a, k.b = k.account("alpha"), k.account("beta")
	return k
}

func (k *book) account(name string) context.Context {
	k.Helper()
	id := database.NewID()
	k.must(k.db.Tx(k.Context(), func(tx *gorm.DB) error { return tx.Create(&account{ID: id, Name: name}).Error }))
	ctx := tenancy.With(k.Context(), tenancy.Scope{Account: id, User: database.NewID()})
	k.must(k.db.Tx(ctx, func(tx *gorm.DB) error { return k.GrantSignup(ctx, tx) }))
	return ctx
}

func (k *book) must(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

func (k *book) hold(ctx context.Context, run string, amount int64) error {
	return k.db.Tx(ctx, func(tx *gorm.DB) error {
		return k.Hold(tx, billing.Hold{Spender: billing.Spender{SiteID: "site", UserID: "ann"}, RunID: run, Amount: amount})
	})
}

func (k *book) settle(ctx context.Context, run string, amount int64) error {
	return k.db.Tx(ctx, func(tx *gorm.DB) error {
		return k.Settle(tx, billing.Settle{RunID: run, Function: "shout", Amount: amount})
	})
}

func (k *book) release(ctx context.Context, run string) error {
	return k.db.Tx(ctx, func(tx *gorm.DB) error { return k.Release(tx, run) })
}

func (k *book) grant(ctx context.Context, amount int64, reference string) error {
	_, err := k.Grant(ctx, billing.Grant{Amount: amount, Note: "more", Reference: reference})
	return err
}

// stands fails unless the wallet has exactly this balance and hold, and its entries add up to its balance.
func (k *book) stands(ctx context.Context, balance, held int64) {
	k.Helper()
	w, err := k.Wallet(ctx)
	k.must(err)
	if w.Balance != balance || w.Held != held || w.Available() != balance-held {
		k.Errorf("balance %d, held %d; want %d, %d", w.Balance, w.Held, balance, held)
	}
	if sum := k.sum(ctx); sum != w.Balance {
		k.Errorf("entries add up to %d, balance is %d", sum, w.Balance)
	}
}

// sum adds the wallet's entries, and fails if a movement is not balanced.
func (k *book) sum(ctx context.Context) int64 {
	k.Helper()
	var wallet, all int64
	k.must(k.db.Read(ctx).Model(&billing.Entry{}).Select("COALESCE(SUM(amount), 0)").Where("book = 'wallet'").Scan(&wallet).Error)
	k.must(k.db.Read(ctx).Model(&billing.Entry{}).Select("COALESCE(SUM(amount), 0)").Scan(&all).Error)
	if all != 0 {
		k.Errorf("all books add up to %d, want 0", all)
	}
	return wallet
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	k.must(k.hold(k.a, "run", 70))
	k.must(k.hold(k.a, "gone", 10))
	k.must(k.release(k.a, "gone"))
	cases := []struct {
		name string
		do   func() error
		want func(error) bool
	}{
		{"more than is available", func() error { return k.hold(k.a, "second", 31) }, func(err error) bool {
			return fault.KindOf(err) == fault.NoCredits && strings.Contains(err.Error(), "30 are available (balance 100, 70 held")
		}},
		{"less than nothing", func() error { return k.hold(k.a, "second", -1) }, isError},
		{"a second hold of one run", func() error { return k.hold(k.a, "run", 1) }, isError},
		{"a charge above the hold", func() error { return k.settle(k.a, "run", 71) }, isError},
		{"a charge below nothing", func() error { return k.settle(k.a, "run", -1) }, isError},
		{"a charge after the release", func() error { return k.settle(k.a, "gone", 1) }, isNoHold},
		{"a charge by another account", func() error { return k.settle(k.b, "run", 1) }, isNoHold},
		{"a grant of nothing", func() error { return k.grant(k.a, 0, "") }, isKind(fault.Invalid)},
		{"a grant whose reference is too long", func() error { return k.grant(k.a, 1, strings.Repeat("r", 201)) }, isKind(fault.Invalid)},
		{"a grant of another amount under a reference", func() error { return k.grant(k.a, 99, "sign-up") }, func(err error) bool {
			return fault.KindOf(err) == fault.Conflict && strings.Contains(err.Error(), "was granted 100 credits before")
		}},
		{"a grant to nobody", func() error {
			_, err := k.GrantAccount(t.Context(), "gamma", billing.Grant{Amount: 5})
			return err
		}, isKind(fault.NotFound)},
	}
	for _, c := range cases {
		if err := c.do(); !c.want(err) {
			t.Errorf("%s: got %v", c.name, err)
		}
	}
	k.must(k.release(k.b, "run"))
	k.stands(k.a, 100, 70)
	k.stands(k.b, 100, 0)
}

func isError(err error) bool  { return err != nil }
func isNoHold(err error) bool { return errors.Is(err, billing.ErrNoHold) }
func isKind(kind fault.Kind) func(error) bool {
	return func(err error) bool { return fault.KindOf(err) == kind }
}

func TestLifeOfACredit(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	k.must(k.hold(k.a, "run", 60))
	k.stands(k.a, 100, 60)
	k.must(k.release(k.a, "run"))
	k.must(k.release(k.a, "run"))
	k.stands(k.a, 100, 0)
	k.must(k.hold(k.a, "run", 50)) // tried again
	k.must(k.settle(k.a, "run", 45))
	k.stands(k.a, 55, 0)
	if err := k.settle(k.a, "run", 45); !isNoHold(err) {
		t.Errorf("charged twice: %v", err)
	}
	if err := k.hold(k.a, "run", 5); err == nil {
		t.Error("a run that is paid held credits again")
	}
	_, err := k.GrantAccount(t.Context(), "alpha", billing.Grant{Amount: 5, Note: "A present"})
	k.must(err)
	k.stands(k.a, 60, 0)
	page, err := k.Entries(k.a, 10, "")
	k.must(err)
	var got []int64
	for _, e := range page.Items {
		got = append(got, e.Amount)
	}
	if len(got) != 3 || got[0] != 5 || got[1] != -45 || got[2] != 100 || *page.Items[1].RunID != "run" || page.Items[1].Function != "shout" {
		t.Errorf("entries %+v", page.Items)
	}
	k.stands(k.b, 100, 0)
}

func TestUnmeteredWalletHoldsNothing(t *testing.T) {
	t.Parallel()
	k := newBook(t, -1)
	k.must(k.hold(k.a, "run", 1_000_000))
	k.stands(k.a, 0, 0)
	k.must(k.settle(k.a, "run", 0))
	k.stands(k.a, 0, 0)
}

func TestMonthlyLimit(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	limit := int64(20)
	limited := func(run, site, user string, amount int64) error {
		return k.db.Tx(k.a, func(tx *gorm.DB) error {
			return k.Hold(tx, billing.Hold{
				Spender: billing.Spender{SiteID: site, UserID: user, MonthlyLimit: &limit}, RunID: run,
				Amount: amount,
			})
		})
	}
	k.must(limited("spent", "site", "ed", 8))
	k.must(k.settle(k.a, "spent", 8))
	k.must(limited("held", "site", "ed", 8))
	if err := limited("over", "site", "ed", 5); fault.KindOf(err) != fault.NoCredits || !strings.Contains(err.Error(), "8 are spent and 8 held") {
		t.Errorf("over the limit: %v", err)
	}
	k.stands(k.a, 92, 8)
	k.must(limited("within", "site", "ed", 4))
	k.must(limited("elsewhere", "other site", "ed", 20))
	k.must(limited("colleague", "site", "eve", 20))
}

func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	const runs, price = 40, 7
	var group sync.WaitGroup
	var mu sync.Mutex
	held := 0
	for i := range runs {
		group.Go(func() {
			run := database.NewID()
			if err := k.hold(k.a, run, price); err != nil {
				if fault.KindOf(err) != fault.NoCredits {
					t.Error(err)
				}
				return
			}
			mu.Lock()
			held++
			mu.Unlock()
			// Two workers and a cancel run at the same time: exactly one of them ends the hold.
			var race sync.WaitGroup
			for range 2 {
				race.Go(func() {
					if err := k.settle(k.a, run, price-int64(i%2)); err != nil && !isNoHold(err) {
						t.Error(err)
					}
				})
			}
			race.Go(func() {
				if err := k.release(k.a, run); err != nil {
					t.Error(err)
				}
			})
			race.Wait()
		})
	}
	group.Wait()
	if held < 100/price {
		t.Errorf("%d runs held credits, want at least %d", held, 100/price)
	}
	k.stands(k.a, k.sum(k.a), 0)
}

func TestGrantCountsOncePerReference(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	first, err := k.Grant(k.a, billing.Grant{Amount: 40, Reference: "payment 1"})
	k.must(err)
	again, err := k.Grant(k.a, billing.Grant{Amount: 40, Reference: " payment 1 "})
	k.must(err)
	if again.ID != first.ID || again.Amount != 40 || again.Reference != "payment 1" {
		t.Errorf("the repeated grant answers %+v, want the first entry %+v", again, first)
	}
	k.stands(k.a, 140, 0)
	k.must(k.grant(k.a, 40, "payment 2"))
	k.must(k.grant(k.a, 5, ""))
	k.must(k.grant(k.a, 5, ""))
	k.stands(k.a, 190, 0)
	k.must(k.grant(k.b, 7, "payment 1")) // the other account has references of its own
	k.stands(k.b, 107, 0)
}

func TestGrantsOfOneReferenceAtOnce(t *testing.T) {
	t.Parallel()
	k := newBook(t, 0)
	fresh := tenancy.With(t.Context(), tenancy.Scope{Account: database.NewID()})
	k.must(k.db.Tx(t.Context(), func(tx *gorm.DB) error { return tx.Create(&account{ID: tenancy.Account(fresh), Name: "fresh"}).Error }))
	var group sync.WaitGroup
	ids := make([]string, 8)
	for i := range ids {
		group.Go(func() {
			entry, err := k.Grant(fresh, billing.Grant{Amount: 30, Reference: "payment"})
			if err != nil {
				t.Error(err)
			}
			ids[i] = entry.ID
		})
	}
	group.Wait()
	for _, id := range ids {
		if id == "" || id != ids[0] {
			t.Errorf("entries %v, want one", ids)
		}
	}
	k.stands(fresh, 30, 0)
}

func TestLedgerTakesKindsToCome(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	movement := func(kind billing.Kind, other string, amount int64) []billing.Entry {
		of := func(book string, amount int64) billing.Entry {
			return billing.Entry{ID: database.NewID(), MovementID: string(kind), Book: book, Kind: kind, Amount: amount, Reference: "payment"}
		}
		return []billing.Entry{of("wallet", amount), of(other, -amount)}
	}
	for _, rows := range [][]billing.Entry{movement("purchase", "payments", 50), movement("refund", "payments", -20), movement("expiry", "expired", -30)} {
		k.must(k.db.Tx(k.a, func(tx *gorm.DB) error { return tx.Create(rows).Error }))
	}
	k.stands(k.a, 100, 0)
	err := k.db.Tx(k.a, func(tx *gorm.DB) error { return tx.Create(movement("purchase", "payments", 50)).Error })
	if !errors.Is(err, gorm.ErrDuplicatedKey) {
		t.Errorf("a second purchase of one payment: %v", err)
	}
}

// TestLedgerProperty runs random histories of runs, crashes included, and compares the ledger with a model that only adds.
func TestLedgerProperty(t *testing.T) {
	t.Parallel()
	k := newBook(t, 50)
	rapid.Check(t, func(r *rapid.T) {
		ctx := k.account(database.NewID())
		balance, open, charged := int64(50), map[string]int64{}, map[string]bool{}
		granted := map[string]int64{"sign-up": 50}
		prefix := database.NewID()
		run := rapid.Custom(func(r *rapid.T) string {
			return prefix + rapid.SampledFrom([]string{"1", "2", "3", "4"}).Draw(r, "run")
		})
		held := func() (sum int64) {
			for _, amount := range open {
				sum += amount
			}
			return sum
		}
		crash := errors.New("crash")
		// attempt does a step in a transaction that may be lost before it commits, and reports whether it happened. It fails
		// if the ledger allows a step that may not be done, or refuses one that may.
		attempt := func(r *rapid.T, may bool, step func(tx *gorm.DB) error) bool {
			dies := rapid.Bool().Draw(r, "dies before the commit")
			err := k.db.Tx(ctx, func(tx *gorm.DB) error {
				if err := step(tx); err != nil {
					return err
				}
				if dies {
					return crash
				}
				return nil
			})
			if allowed := err == nil || errors.Is(err, crash); allowed != may {
				r.Fatalf("step allowed: %v, want %v (%v); balance %d, open %v, charged %v", allowed, may, err, balance, open, charged)
			}
			return err == nil
		}
		r.Repeat(map[string]func(*rapid.T){
			"hold": func(r *rapid.T) {
				id, amount := run.Draw(r, "run"), rapid.Int64Range(0, 40).Draw(r, "amount")
				_, isOpen := open[id]
				may := !isOpen && !charged[id] && balance-held() >= amount
				if attempt(r, may, func(tx *gorm.DB) error {
					return k.Hold(tx, billing.Hold{Spender: billing.Spender{SiteID: "site"}, RunID: id, Amount: amount})
				}) {
					open[id] = amount
				}
			},
			"settle": func(r *rapid.T) {
				id, amount := run.Draw(r, "run"), rapid.Int64Range(0, 40).Draw(r, "amount")
				h, isOpen := open[id]
				may := isOpen && amount <= h
				if attempt(r, may, func(tx *gorm.DB) error { return k.Settle(tx, billing.Settle{RunID: id, Amount: amount}) }) {
					balance, charged[id] = balance-amount, true
					delete(open, id)
				}
			},
			"release": func(r *rapid.T) {
				id := run.Draw(r, "run")
				if attempt(r, true, func(tx *gorm.DB) error { return k.Release(tx, id) }) {
					delete(open, id)
				}
			},
			"grant": func(r *rapid.T) {
				amount := rapid.Int64Range(1, 3).Draw(r, "amount")
				reference := rapid.SampledFrom([]string{"", "sign-up", "payment 1", "payment 2"}).Draw(r, "reference")
				before, repeated := granted[reference]
				err := k.grant(ctx, amount, reference)
				if refused := fault.KindOf(err) == fault.Conflict; refused != (repeated && before != amount) || (err != nil && !refused) {
					r.Fatalf("grant of %d for %q: %v; granted %v", amount, reference, err, granted)
				}
				if repeated {
					return
				}
				balance += amount
				if reference != "" {
					granted[reference] = amount
				}
			},
			"": func(r *rapid.T) {
				w, err := k.Wallet(ctx)
				k.must(err)
				if w.Balance != balance || w.Held != held() || w.Available() < 0 || k.sum(ctx) != balance {
					r.Fatalf("wallet %+v with entries of %d, want balance %d and %d held", w, k.sum(ctx), balance, held())
				}
			},
		})
	})
}

func TestOpenHoldsNamesOldOnes(t *testing.T) {
	t.Parallel()
	k := newBook(t, 100)
	k.must(k.hold(k.a, "old", 1))
	k.must(k.hold(k.b, "ended", 1))
	k.must(k.release(k.b, "ended"))
	found, err := k.OpenHolds(t.Context(), -time.Minute)
	k.must(err)
	if len(found) != 1 || found[0].RunID != "old" || found[0].AccountID != tenancy.Account(k.a) {
		t.Errorf("found %v", found)
	}
	found, err = k.OpenHolds(t.Context(), time.Minute)
	k.must(err)
	if len(found) != 0 {
		t.Errorf("found %v, which are too young", found)
	}
}

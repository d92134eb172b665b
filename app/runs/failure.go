package runs

import (
	"fmt"

	"gorm.io/gorm"

	"igny8/app/fault"
	"igny8/app/text"
)

// Saved is what Save wrote. The run is charged for its units and for nothing else.
type Saved struct {
	Units   int64 // written, in the units of the price
	Summary string
	Failed  []Failure // what was asked for and not written
}

// Failure is one item of a run that was not saved, while others may have been.
type Failure struct {
	Subject string `json:"subject"` // the key of the item, such as the id of a row
	Label   string `json:"label"`   // for people
	Reason  string `json:"reason"`  // a sentence for people
}

// message returns the message of a run that is done: what was saved, and how many items were not.
func (s Saved) message() string {
	if len(s.Failed) == 0 {
		return s.Summary
	}
	return s.Summary + " " + text.Count(len(s.Failed), "item", "items") + " could not be done."
}

// NothingSaved returns the error that ends a run which could save none of its items.
func NothingSaved(failed []Failure) error { return &nothingSaved{failed} }

type nothingSaved struct{ failed []Failure }

func (n *nothingSaved) Error() string {
	return fmt.Sprintf("none of %d items could be saved: %s", len(n.failed), n.failed[0].Reason)
}

// Unwrap returns the sentence for people.
func (n *nothingSaved) Unwrap() error {
	if len(n.failed) == 1 {
		return fault.New(fault.Unavailable, "%s", n.failed[0].Reason+NothingHappened)
	}
	return fault.New(fault.Unavailable, "None of %d items could be done; the first: %s"+NothingHappened, len(n.failed), n.failed[0].Reason)
}

// writeFailures stores why a run has ended without a result, in the transaction that ends it.
func writeFailures(tx *gorm.DB, runID string, failed []Failure) error {
	if err := tx.Model(&Run{}).Where("id = ?", runID).Select("failed").Updates(Run{Failed: failed}).Error; err != nil {
		return fmt.Errorf("write failures: %w", err)
	}
	return nil
}

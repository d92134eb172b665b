package planner

import (
	"slices"
	"strings"

	"gorm.io/gorm"

	"igny8/app/clustering"
	"igny8/app/fault"
)

// ByHand is the kind of evidence of keywords that a person put where they are. The other kinds are those of clustering.
const ByHand = "by_hand"

// EvidenceKinds returns all kinds of evidence, each at the place of its bit in the column evidence_bits.
func EvidenceKinds() []string {
	return []string{
		clustering.SharedWords, clustering.ParentKeyword, clustering.SamePage, clustering.SameSERP, clustering.Given,
		clustering.SimilarMeaning, clustering.Judged, clustering.Alone, ByHand,
		clustering.SimilarSERP,
	}
}

// Evidence is one reason why a keyword is in its cluster.
type Evidence struct {
	Kind string `json:"kind"`
	Text string `json:"text"` // a sentence for people
}

// byHand is the evidence of a keyword that a person put into its cluster.
var byHand = []Evidence{{ByHand, "A person put it here."}}

// because is the one way to say why the keyword is in its cluster: the bits that lists are filtered by go with the evidence.
func (k *Keyword) because(list []Evidence, strength *float64, weak bool) {
	k.Evidence, k.EvidenceBits, k.Strength, k.Weak = list, 0, strength, weak
	for _, e := range list {
		k.EvidenceBits |= 1 << slices.Index(EvidenceKinds(), e.Kind)
	}
}

// withEvidence keeps the keywords that have evidence of the kind, by its bit in evidence_bits.
func withEvidence(query *gorm.DB, kind string) (*gorm.DB, error) {
	bit := slices.Index(EvidenceKinds(), kind)
	if bit < 0 {
		return nil, fault.New(fault.Invalid, "The kinds of evidence are %s, not %q.", strings.Join(EvidenceKinds(), ", "), kind)
	}
	return query.Where("evidence_bits & ? <> 0", 1<<bit), nil
}

package planner_test

import (
	"testing"

	"igny8/app/accounts/accountstest"
	"igny8/app/fault"
	"igny8/app/planner"
	"igny8/app/planner/imports"
)

// intents imports lines under a header with intents.
func (w *world) intents(lines ...string) {
	w.Helper()
	list := append([]string{"Keyword,Intent"}, lines...)
	_, err := w.imports.ImportFiles(w.ctx, w.Sector, []imports.File{file("intents.csv", list...)}, false)
	w.must(err)
}

func (w *world) intentIs(keyword, intent, by string) {
	w.Helper()
	if k := w.keyword(keyword); k.Intent != intent || k.IntentBy != by {
		w.Fatalf("the intent of %s is %q by %q, want %q by %q", keyword, k.Intent, k.IntentBy, intent, by)
	}
}

func TestAFileBeatsTheRulesAndAPersonBoth(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.intents("buy a kettle,", "copper kettle,", "kettle stand,Commercial")
	w.intentIs("buy a kettle", "transactional", planner.IntentByRules)
	w.intentIs("copper kettle", "", "")
	w.intentIs("kettle stand", "commercial", planner.IntentByFile)

	w.intents("buy a kettle,Informational", "kettle stand,", "copper kettle,\"Navigational, Commercial\"")
	w.intentIs("buy a kettle", "informational", planner.IntentByFile)
	w.intentIs("kettle stand", "commercial", planner.IntentByFile)
	w.intentIs("copper kettle", "commercial,navigational", planner.IntentByFile)
	w.importLines("buy a kettle,us,,10,,") // a file without intents, so the rules speak again and lose
	w.intentIs("buy a kettle", "informational", planner.IntentByFile)

	for _, wrong := range []string{"curious", "commercial,curious"} {
		_, err := w.planner.SetIntents(w.ctx, w.Sector, named(w.keyword("kettle stand").ID), wrong)
		w.refused(err, fault.Invalid, "curious")
	}
	_, err := w.planner.SetIntents(w.ctx, w.Sector, named("nobody"), "commercial")
	w.refused(err, fault.NotFound, "keyword")
	_, err = w.planner.SetIntents(w.Ctx(accountstest.Stranger), w.Sector, named(w.keyword("kettle stand").ID), "commercial")
	w.refused(err, fault.NotFound, "")
	_, err = w.planner.ForgetIntents(w.Ctx(accountstest.Stranger), w.Sector, named(w.keyword("kettle stand").ID))
	w.refused(err, fault.NotFound, "")

	count, err := w.planner.SetIntents(w.ctx, w.Sector, named(w.keyword("buy a kettle").ID, w.keyword("kettle stand").ID), "Transactional, commercial")
	w.must(err)
	if count != 2 {
		t.Errorf("%d keywords", count)
	}
	_, err = w.planner.UpdateKeyword(w.ctx, w.keyword("copper kettle").ID, planner.KeywordChange{Intent: p("")})
	w.must(err)
	w.intents("buy a kettle,Informational", "kettle stand,Navigational", "copper kettle,Commercial")
	w.intentIs("buy a kettle", "commercial,transactional", planner.IntentByHand)
	w.intentIs("kettle stand", "commercial,transactional", planner.IntentByHand)
	w.intentIs("copper kettle", "", planner.IntentByHand) // none, and a person says so

	all := planner.Selection{Matching: &planner.KeywordQuery{}}
	_, err = w.planner.ForgetIntents(w.ctx, w.Sector, all)
	w.must(err)
	w.intentIs("buy a kettle", "informational", planner.IntentByFile)
	w.intentIs("kettle stand", "navigational", planner.IntentByFile)
	w.intents("where to buy a kettle,")
	_, err = w.planner.ForgetIntents(w.ctx, w.Sector, all)
	w.must(err)
	w.intentIs("where to buy a kettle", "informational,transactional", planner.IntentByRules)
}

package api

import (
	"slices"

	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/gates"
	"igny8/app/images"
	"igny8/app/images/picture"
	"igny8/app/keywordfile"
	"igny8/app/language"
	"igny8/app/pages"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/prose"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// vocabularies holds the values that fields may have, by the name in the tag values. The packages that own the values define them.
var vocabularies = map[string][]string{
	"site type":        sites.Types(),
	"trash kind":       {"site", "page", "content", "idea", "cluster", "image"},
	"role":             texts(accounts.Roles()),
	"invited role":     texts([]accounts.Role{accounts.Admin, accounts.Editor, accounts.Viewer}),
	"permission":       texts(accounts.Permissions()),
	"phase":            texts(runs.Phases()),
	"approval":         texts([]runs.Approval{runs.NoApproval, runs.ApprovalWaiting, runs.ApprovalGiven, runs.ApprovalDeclined}),
	"answers":          {"asked", string(runs.Reuse), string(runs.Replay)},
	"transaction kind": texts([]billing.Kind{billing.Granted, billing.Charged}),
	"integration kind": texts([]ai.Kind{ai.OpenAI, ai.Runware}),
	"prompt source":    texts([]ai.Source{ai.FromDefault, ai.FromInstallation, ai.FromAccount, ai.FromSite}),
	"cluster level":    {planner.LevelPillar, planner.LevelTopic, planner.LevelPage},
	"cluster role":     planner.Roles(),
	"cluster state":    texts(planner.ClusterStates()),
	"cluster sort":     planner.ClusterSorts(),
	"keyword state":    texts(planner.KeywordStates()),
	"keyword sort":     planner.KeywordSorts(),
	"intent filter":    append(slices.Clone(language.Intents), planner.Unknown),
	"intent by":        {planner.IntentByFile, planner.IntentByRules, planner.IntentByHand},
	"evidence":         planner.EvidenceKinds(),
	"import state":     texts([]imports.ImportState{imports.ImportChecked, imports.ImportDone}),
	"import change":    imports.ChangeKinds(),
	"column":           texts(keywordfile.Fields()),
	"view list":        {planner.KeywordList, planner.ClusterList},
	"export":           {exports.Keywords, exports.Clusters, exports.Ideas, exports.Everything},
	"export format":    {exports.CSV, exports.XLSX},
	"idea state":       texts(ideas.IdeaStates()),
	"set idea state":   texts([]ideas.IdeaState{ideas.IdeaProposed, ideas.IdeaRejected}),
	"idea conflict":    {ideas.IdeasHeld, ideas.IdeasClear},
	"idea planned":     {ideas.IdeasPlanned, ideas.IdeasUndated},
	"task state":       texts([]writer.TaskState{writer.TaskOpen, writer.TaskDrafted, writer.TaskDone}),
	"content state":    texts([]writer.ContentState{writer.ContentDraft, writer.ContentInReview, writer.ContentApproved, writer.ContentPublished}),
	"rewriting":        {drafting.Shorter, drafting.Longer, drafting.Simpler, drafting.Tone, drafting.Own},
	"verdict":          texts(writer.Verdicts()),
	"claim kind":       {prose.ClaimPrice, prose.ClaimDate, prose.ClaimNumber, prose.ClaimSuperlative},
	"page kind":        pages.Kinds(),
	"page state":       texts(pages.States()),
	"blueprint state":  texts([]sitebuilder.BlueprintState{sitebuilder.BlueprintDraft, sitebuilder.BlueprintApproved}),
	"blueprint step":   texts(sitebuilder.Steps()),
	"gate":             gates.Names(),
	"image origin":     texts([]images.Origin{images.Uploaded, images.Drawn, images.Generated}),
	"image type":       texts(picture.Types()),
	"yes or no":        {"yes", "no"},
	"true or false":    {"true", "false"},
}

// values returns the values of a vocabulary. AI functions and kinds of runs come from the engines, where they are registered.
func (a *API) values(vocabulary string) []string {
	switch vocabulary {
	case "function":
		return a.Engine.Functions()
	case "run":
		return a.Runs.Kinds()
	}
	list, ok := vocabularies[vocabulary]
	if !ok {
		panic("api: there is no vocabulary " + vocabulary)
	}
	return list
}

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	return list
}

// Package modules is the list of the services that the program consists of. The app wires them; pages and API embed the
// list, so that a new module is written here once.
package modules

import (
	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/billing"
	"igny8/app/events"
	"igny8/app/history"
	"igny8/app/images"
	"igny8/app/integrations"
	"igny8/app/pages"
	"igny8/app/pipeline"
	"igny8/app/planner"
	"igny8/app/planner/exports"
	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
	"igny8/app/planner/imports"
	"igny8/app/publish"
	"igny8/app/publish/site"
	"igny8/app/runs"
	"igny8/app/sitebuilder"
	"igny8/app/sites"
	"igny8/app/writer"
	"igny8/app/writer/drafting"
)

// Modules are the services, wired.
type Modules struct {
	Events       *events.Service
	Accounts     *accounts.Service
	Trash        *history.Trash
	Sites        *sites.Service
	Billing      *billing.Service
	Integrations *integrations.Service
	Runs         *runs.Engine
	Engine       *ai.Engine
	Pages        *pages.Service
	Planner      *planner.Service
	Imports      *imports.Service
	Grouping     *grouping.Service
	Ideas        *ideas.Service
	Exports      *exports.Service
	Builder      *sitebuilder.Service
	Images       *images.Service
	Writer       *writer.Service
	Drafting     *drafting.Service
	Publish      *publish.Service
	Releases     *site.Service
	Pipeline     *pipeline.Service
}

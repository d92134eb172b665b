package address

// Planner returns the address of the first screen of the Planner.
func Planner(site string) string { return Site(site) + "/planner" }

// Import returns the address of the form that imports files with keywords.
func Import(site string) string { return Planner(site) + "/import" }

// ImportQueue returns the address that shows how many imports come before the person's own.
func ImportQueue(site string) string { return Import(site) + "/queue" }

// ImportReport returns the address of the check of an import, which becomes its report when the import has ended.
func ImportReport(site, id string) string { return Planner(site) + "/imports/" + id }

// Keywords returns the address of the list of the keywords.
func Keywords(site string) string { return Planner(site) + "/keywords" }

// Keyword returns the address of a keyword.
func Keyword(site, id string) string { return Keywords(site) + "/" + id }

// Export returns the address of a file of keywords, clusters or ideas.
func Export(site string) string { return Planner(site) + "/export" }

// Views returns the address of the form that saves a view of a list.
func Views(site string) string { return Planner(site) + "/views" }

// View returns the address of the form that changes or deletes a saved view.
func View(site, id string) string { return Views(site) + "/" + id }

// Group returns the address of the form that starts a grouping of the keywords.
func Group(site string) string { return Planner(site) + "/group" }

// GenerateIdeas returns the address of the form that starts a run that creates ideas for the clusters.
func GenerateIdeas(site string) string { return Planner(site) + "/ideas" }

// Clusters returns the address of the clusters as tree, table or map.
func Clusters(site string) string { return Planner(site) + "/clusters" }

// ClusterOptions returns the address of the clusters that a field proposes while a person types.
func ClusterOptions(site string) string { return Clusters(site) + "/options" }

// Cluster returns the address of a cluster with its keywords.
func Cluster(site, id string) string { return Clusters(site) + "/" + id }

// DivideCluster returns the address of the proposal how to split a cluster.
func DivideCluster(site, id string) string { return Cluster(site, id) + "/divide" }

// ApproveClusters returns the address of the form that approves all proposed clusters.
func ApproveClusters(site string) string { return Planner(site) + "/approve" }

// Changes returns the address of the latest changes of the clusters.
func Changes(site string) string { return Planner(site) + "/changes" }

// UndoChange returns the address of the form that undoes a change.
func UndoChange(site, id string) string { return Changes(site) + "/" + id }

// Coverage returns the address of the coverage map: which clusters have pages.
func Coverage(site string) string { return Planner(site) + "/coverage" }

// Calendar returns the address of the calendar: by month, what is planned and what went live.
func Calendar(site string) string { return Planner(site) + "/calendar" }

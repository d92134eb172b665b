package address

// Planner returns the first screen of the Planner.
func Planner(site string) string { return Site(site) + "/planner" }

// Import takes files with keywords.
func Import(site string) string { return Planner(site) + "/import" }

// ImportQueue says how many imports come before one's own.
func ImportQueue(site string) string { return Import(site) + "/queue" }

// ImportReport returns the check of an import, and its report when it has ended.
func ImportReport(site, id string) string { return Planner(site) + "/imports/" + id }

// Keywords returns the list of the keywords.
func Keywords(site string) string { return Planner(site) + "/keywords" }

// Export returns a file of keywords, clusters or ideas.
func Export(site string) string { return Planner(site) + "/export" }

// Views takes a view of a list.
func Views(site string) string { return Planner(site) + "/views" }

// View changes or deletes a view.
func View(site, id string) string { return Views(site) + "/" + id }

// Group asks for a grouping of the keywords.
func Group(site string) string { return Planner(site) + "/group" }

// GenerateIdeas asks for ideas for the clusters.
func GenerateIdeas(site string) string { return Planner(site) + "/ideas" }

// Clusters returns the clusters as tree, table or map.
func Clusters(site string) string { return Planner(site) + "/clusters" }

// ClusterOptions are clusters that a field proposes while somebody types.
func ClusterOptions(site string) string { return Clusters(site) + "/options" }

// Cluster returns a cluster with its keywords.
func Cluster(site, id string) string { return Clusters(site) + "/" + id }

// DivideCluster proposes how to split a cluster.
func DivideCluster(site, id string) string { return Cluster(site, id) + "/divide" }

// ApproveClusters approves all clusters that wait.
func ApproveClusters(site string) string { return Planner(site) + "/approve" }

// Changes returns the latest changes of the clusters.
func Changes(site string) string { return Planner(site) + "/changes" }

// UndoChange undoes a change.
func UndoChange(site, id string) string { return Changes(site) + "/" + id }

// Coverage says which clusters pages cover.
func Coverage(site string) string { return Planner(site) + "/coverage" }

// Calendar returns what is planned and what went live, by month.
func Calendar(site string) string { return Planner(site) + "/calendar" }

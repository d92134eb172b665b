package planner

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"igny8/app/database"
	"igny8/app/language"
)

// GroupedPage is a page cluster that a run found, with the topic and pillar above it.
type GroupedPage struct {
	Pillar, Topic, Name string
	Members             []Member
}

// Member is a keyword of it, by its key, and why it is there.
type Member struct {
	Key      string
	Evidence []Evidence
	Strength *float64
	Weak     bool
}

// regrouping is a sector's tree before a run and the tree after it. It changes nothing by itself: plan fills clusters, keywords, removed
// and successors, and save writes them.
type regrouping struct {
	runID, siteID, sectorID string
	keep                    bool // what is grouped stays where it is

	before   map[string]Cluster
	keywords map[string]*Keyword
	stays    map[string]int      // how many keywords a page has that may not be moved
	rows     map[string]*Cluster // those from before that found clusters are or join

	clusters   map[string]*Cluster // after
	changed    map[string]bool     // keywords that changed
	removed    []Cluster           // the lowest level first
	successors map[string]string   // the cluster that has most of a removed one's keywords
}

// frozen says whether a run has to leave the cluster and its members alone: it is locked, or excluded, or stands under one that is.
func (r *regrouping) frozen(c Cluster) bool {
	for {
		if c.Locked || c.State == ClusterExcluded {
			return true
		}
		if c.ParentID == nil {
			return false
		}
		c = r.before[*c.ParentID]
	}
}

// free says whether the run may move the keyword.
func (r *regrouping) free(k *Keyword) bool {
	if k == nil || k.State == KeywordExcluded {
		return false
	}
	return k.ClusterID == nil || (!r.keep && !k.Pinned && !r.frozen(r.before[*k.ClusterID]))
}

// plan decides what becomes of the sector's tree. What a person decided stays: pinned keywords and locked or excluded
// clusters with their members where they are, names and parents that were given by hand, and the state and role of a page
// that appears again; with keep, every keyword that is grouped. A page, topic or pillar is the one from before with which it
// shares the most keywords, and keeps its id; what was found around keywords that stay joins their cluster.
func (r *regrouping) plan(found []GroupedPage) {
	r.clusters, r.changed, r.successors = map[string]*Cluster{}, map[string]bool{}, map[string]string{}
	r.stays, r.rows = map[string]int{}, map[string]*Cluster{}
	was := map[string]string{} // page before, by keyword
	for id, k := range r.keywords {
		if k.State != KeywordClustered {
			continue
		}
		was[id] = *k.ClusterID
		if !r.free(k) {
			r.stays[*k.ClusterID]++
		}
	}
	nodes := r.nodes(found)
	for _, level := range []string{LevelPillar, LevelTopic, LevelPage} {
		r.match(nodes[level], was)
		r.join(nodes[level], was)
	}
	for _, n := range nodes[LevelPage] {
		r.place(n)
		r.assign(n)
	}
	r.keepRest()
	r.uniqueNames()
	r.count()
	r.retire(was)
}

// node is a found cluster on its way to becoming a row.
type node struct {
	level, name string
	parent      *node
	members     []Member // of a page: those that may be moved
	free, stay  []string // keywords under it: those that may be moved, and those that may not
	row         *Cluster
	joins       bool // the row is another's, or stays as it is
	placed      bool
}

// nodes makes the tree of the found clusters with keywords that may be moved, each level in the order of appearance.
func (r *regrouping) nodes(found []GroupedPage) map[string][]*node {
	levels, known := map[string][]*node{}, map[[2]string]*node{}
	get := func(level string, parent *node, pillar, name string) *node {
		at := [2]string{pillar, level + name}
		if known[at] == nil {
			known[at] = &node{level: level, name: name, parent: parent}
			levels[level] = append(levels[level], known[at])
		}
		return known[at]
	}
	for _, p := range found {
		pillar := get(LevelPillar, nil, "", p.Pillar)
		topic := get(LevelTopic, pillar, p.Pillar, p.Topic)
		page := &node{level: LevelPage, name: p.Name, parent: topic}
		levels[LevelPage] = append(levels[LevelPage], page)
		for _, m := range p.Members {
			free := r.free(r.keywords[m.Key])
			if free {
				page.members = append(page.members, m)
			}
			for n := page; n != nil; n = n.parent {
				if free {
					n.free = append(n.free, m.Key)
				} else {
					n.stay = append(n.stay, m.Key)
				}
			}
		}
	}
	for level, list := range levels {
		levels[level] = slices.DeleteFunc(list, func(n *node) bool { return len(n.free) == 0 })
	}
	return levels
}

// pair is a found cluster and one from before that share keywords.
type pair struct {
	node   int
	before string
	shared int
}

// match gives each found cluster of one level the row from before with which it shares the most keywords; a row is given once.
func (r *regrouping) match(nodes []*node, was map[string]string) {
	var pairs []pair
	for i, n := range nodes {
		shared := map[string]int{}
		for _, id := range n.free {
			if at := ancestor(r.previous, was[id], n.level); at != "" && !r.frozen(r.before[at]) {
				shared[at]++
			}
		}
		for before, count := range shared {
			pairs = append(pairs, pair{i, before, count})
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.before, b.before), cmp.Compare(a.node, b.node))
	})
	for _, p := range pairs {
		n := nodes[p.node]
		if n.row != nil || r.rows[p.before] != nil {
			continue
		}
		row := r.before[p.before]
		if 2*(p.shared+r.stays[p.before]) < int(row.KeywordCount) && row.State == ClusterApproved {
			row.State = ClusterProposed // less than half of what was approved is still in it
		}
		n.row, r.rows[p.before] = &row, &row
	}
}

// join puts found clusters that are none of those from before, but whose keywords from before mostly stay, into the cluster where most of
// those are.
func (r *regrouping) join(nodes []*node, was map[string]string) {
	for _, n := range nodes {
		if n.row != nil {
			continue
		}
		moving, staying, there := 0, 0, map[string]int{}
		for _, id := range n.free {
			if was[id] != "" {
				moving++
			}
		}
		for _, id := range n.stay {
			if at := ancestor(r.previous, was[id], n.level); at != "" && !r.frozen(r.before[at]) {
				staying++
				there[at]++
			}
		}
		if staying <= moving {
			continue
		}
		most := slices.MinFunc(slices.Collect(maps.Keys(there)), func(a, b string) int {
			return cmp.Or(cmp.Compare(there[b], there[a]), cmp.Compare(a, b))
		})
		if r.rows[most] == nil {
			row := r.before[most]
			r.rows[most] = &row
		}
		n.row, n.joins = r.rows[most], true
	}
}

func (r *regrouping) previous(id string) Cluster { return r.before[id] }

func (r *regrouping) present(id string) Cluster { return *r.clusters[id] }

// ancestor returns the cluster of the level above the page, or the page itself; empty when there is none.
func ancestor(cluster func(id string) Cluster, page, level string) string {
	for id := page; id != ""; {
		c := cluster(id)
		if c.Level == level {
			return id
		}
		id = str(c.ParentID)
	}
	return ""
}

// place makes the found cluster, and those above it, a row with its name and parent.
func (r *regrouping) place(n *node) {
	if n.placed {
		return
	}
	n.placed = true
	if n.row == nil {
		n.row = &Cluster{
			ID: database.NewID(), SiteID: r.siteID, SectorID: r.sectorID, Level: n.level, Role: n.role(), State: ClusterProposed,
			RunID: &r.runID,
		}
	}
	r.clusters[n.row.ID] = n.row
	if n.joins {
		return
	}
	if !n.row.Renamed {
		n.row.Name, n.row.NameKey = n.name, language.Key(n.name)
	}
	if n.parent != nil && !n.row.Placed {
		r.place(n.parent)
		n.row.ParentID = &n.parent.row.ID
	}
}

// role returns the role of a new cluster: the page that bears its topic's name is the hub among the topic's pages.
func (n *node) role() string {
	if n.level != LevelPage || language.Key(n.name) == language.Key(n.parent.name) {
		return Hub
	}
	return Supporting
}

func (r *regrouping) assign(n *node) {
	for _, m := range n.members {
		k := r.keywords[m.Key]
		if str(k.ClusterID) == n.row.ID && k.State == KeywordClustered && slices.Equal(k.Evidence, m.Evidence) &&
			same(k.Strength, m.Strength) && k.Weak == m.Weak {
			continue
		}
		k.ClusterID, k.State = &n.row.ID, KeywordClustered
		k.because(m.Evidence, m.Strength, m.Weak)
		r.changed[k.ID] = true
	}
}

// keepRest keeps the clusters from before that still have keywords or that a person locked, and everything above a kept one.
func (r *regrouping) keepRest() {
	var keep func(id string)
	keep = func(id string) {
		if id == "" || r.clusters[id] != nil {
			return
		}
		c := r.before[id]
		r.clusters[id] = &c
		keep(str(c.ParentID))
	}
	for _, k := range r.keywords {
		if k.State == KeywordClustered {
			keep(*k.ClusterID)
		}
	}
	for id, c := range r.before {
		if r.frozen(c) {
			keep(id)
		}
	}
	for _, c := range slices.Collect(maps.Values(r.clusters)) {
		keep(str(c.ParentID))
	}
}

// uniqueNames gives siblings with one name numbers. Names that a person gave and those that stood before keep theirs.
func (r *regrouping) uniqueNames() {
	siblings := map[string][]*Cluster{}
	for _, c := range r.clusters {
		at := c.Level + " " + str(c.ParentID)
		siblings[at] = append(siblings[at], c)
	}
	for _, list := range siblings {
		slices.SortFunc(list, func(a, b *Cluster) int {
			return cmp.Or(cmp.Compare(r.seniority(a), r.seniority(b)), cmp.Compare(a.ID, b.ID))
		})
		taken := map[string]bool{}
		for _, c := range list {
			c.Name, c.NameKey = uniqueName(c.Name, taken)
		}
	}
}

func (r *regrouping) seniority(c *Cluster) int {
	before, existed := r.before[c.ID]
	switch {
	case c.Renamed || r.frozen(*c):
		return 0
	case existed && before.NameKey == c.NameKey:
		return 1
	}
	return 2
}

// uniqueName returns the name, with a number when it is taken, and its key. From then on it is taken.
func uniqueName(name string, taken map[string]bool) (unique, key string) {
	unique, key = name, language.Key(name)
	for n := 2; taken[key]; n++ {
		unique = name + " (" + strconv.Itoa(n) + ")"
		key = language.Key(unique)
	}
	taken[key] = true
	return unique, key
}

// count gives every cluster the numbers of its keywords and every parent those of what is under it.
func (r *regrouping) count() {
	sums := map[string][]sum{}
	for _, k := range r.keywords {
		if k.ClusterID != nil && r.clusters[*k.ClusterID] != nil {
			addSum(sums, *k.ClusterID, sum{
				State: string(k.State), Count: 1, Volume: k.Volume, Demand: k.Demand,
				Opportunity: k.Opportunity,
			}.weigh(k.Difficulty))
		}
	}
	for _, level := range []string{LevelPage, LevelTopic, LevelPillar} {
		for _, c := range r.clusters {
			if c.Level != level {
				continue
			}
			if level != LevelPage {
				c.State = stateOver(*c, sums[c.ID])
			}
			*c = totalled(*c, sums[c.ID])
			if c.ParentID != nil {
				addSum(sums, *c.ParentID, sum{
					State: string(c.State), Count: c.KeywordCount, Volume: c.Volume, Demand: c.Demand,
					Opportunity: c.Opportunity,
				}.weigh(c.Difficulty))
			}
		}
	}
}

func addSum(sums map[string][]sum, id string, s sum) {
	for i := range sums[id] {
		if at := &sums[id][i]; at.State == s.State {
			*at = at.plus(s)
			return
		}
	}
	sums[id] = append(sums[id], s)
}

// retire finds the clusters that are gone and, for each, where most of its keywords went.
func (r *regrouping) retire(was map[string]string) {
	moved := map[string]map[string]int{}
	for id, page := range was {
		for _, level := range []string{LevelPage, LevelTopic, LevelPillar} {
			before := ancestor(r.previous, page, level)
			if before == "" || r.clusters[before] != nil {
				continue
			}
			if moved[before] == nil {
				moved[before] = map[string]int{}
			}
			moved[before][ancestor(r.present, str(r.keywords[id].ClusterID), level)]++
		}
	}
	for before, counts := range moved {
		heirs := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
			return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
		})
		r.successors[before] = heirs[0]
	}
	for id, c := range r.before {
		if r.clusters[id] == nil {
			r.removed = append(r.removed, c)
		}
	}
	depth := map[string]int{LevelPage: 0, LevelTopic: 1, LevelPillar: 2}
	slices.SortFunc(r.removed, func(a, b Cluster) int {
		return cmp.Or(cmp.Compare(depth[a.Level], depth[b.Level]), cmp.Compare(a.ID, b.ID))
	})
	for _, k := range r.keywords {
		if k.ClusterID != nil && r.clusters[*k.ClusterID] == nil {
			k.ClusterID = nil // an excluded keyword whose place is gone
			r.changed[k.ID] = true
		}
	}
}

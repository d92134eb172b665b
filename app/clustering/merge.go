package clustering

import (
	"slices"
	"strings"
)

// Merge joins pairs of pages that a reviewer, a model or a person, judged to be one, and adds that as evidence. The page
// with the highest volume, then with the most keywords, keeps its name and its place. It ignores pairs that are not two
// pages of one topic.
func Merge(r Result, pairs [][2]int) Result {
	into := identity(len(r.Clusters))
	root := func(c int) int {
		for int(into[c]) != c {
			c = int(into[c])
		}
		return c
	}
	size := make([]int, len(r.Clusters))
	for _, m := range r.Memberships {
		size[m.Page]++
	}
	for _, pair := range pairs {
		if !r.siblingPages(pair[0], pair[1]) {
			continue
		}
		a, b := root(pair[0]), root(pair[1])
		if a == b {
			continue
		}
		if givesName(r.Clusters, size, b, a) {
			a, b = b, a
		}
		into[b] = int32(a)
	}
	for c := range into {
		into[c] = int32(root(c))
	}
	return r.joined(into)
}

func (r Result) siblingPages(a, b int) bool {
	for _, c := range []int{a, b} {
		if c < 0 || c >= len(r.Clusters) || r.Clusters[c].Level != Page {
			return false
		}
	}
	return r.Clusters[a].Parent == r.Clusters[b].Parent
}

// givesName reports whether page a gives its name to page b.
func givesName(clusters []Cluster, size []int, a, b int) bool {
	if more := CompareKnown(clusters[a].Volume, clusters[b].Volume); more != 0 {
		return more > 0
	}
	if size[a] != size[b] {
		return size[a] > size[b]
	}
	return a < b
}

// joined returns the result with each page put into the page that into names.
func (r Result) joined(into []int32) Result {
	place, taken := make([]int, len(r.Clusters)), map[int]string{} // by page, the name of another page that was joined into it
	out := Result{Clusters: make([]Cluster, 0, len(r.Clusters)), Memberships: slices.Clone(r.Memberships)}
	for c := range r.Clusters {
		if int(into[c]) == c {
			place[c] = len(out.Clusters)
			out.Clusters = append(out.Clusters, r.Clusters[c])
		}
	}
	for i := range out.Clusters {
		if parent := &out.Clusters[i].Parent; *parent >= 0 {
			*parent = place[*parent]
		}
	}
	for c := range r.Clusters {
		if at := int(into[c]); at != c {
			taken[at] = r.Clusters[c].Name
			page := &out.Clusters[place[at]]
			page.Volume = addVolume(page.Volume, r.Clusters[c].Volume)
		}
	}
	for i := range out.Memberships {
		m := &out.Memberships[i]
		from, at := m.Page, int(into[m.Page])
		m.Page = place[at]
		if from != at {
			m.addJudged(r.Clusters[at].Name)
		} else if other, ok := taken[at]; ok && m.alone() {
			m.addJudged(other)
		}
	}
	out.Borderline = r.stillBorderline(into, place)
	return out
}

func (m *Membership) alone() bool { return len(m.Evidence) == 1 && m.Evidence[0].Kind == Alone }

// addJudged adds the evidence that a reviewer put the keyword together with others.
func (m *Membership) addJudged(with string) {
	if m.alone() {
		m.Evidence = nil
	}
	m.Evidence, m.Weak = append(slices.Clone(m.Evidence), Evidence{Kind: Judged, Detail: with}), false
}

// stillBorderline returns the borderline pairs that are still two pages.
func (r Result) stillBorderline(into []int32, place []int) []Borderline {
	var list []Borderline
	seen := map[[2]int]bool{}
	for _, b := range r.Borderline {
		x, y := place[into[b.A]], place[into[b.B]]
		pair := [2]int{min(x, y), max(x, y)}
		if x != y && !seen[pair] {
			seen[pair] = true
			list = append(list, Borderline{pair[0], pair[1], b.Similarity})
		}
	}
	return list
}

// Rename gives clusters new names and ignores blank ones. It numbers a new name that a sibling has. All indexes stay.
func Rename(r Result, names map[int]string) Result {
	r.Clusters = slices.Clone(r.Clusters)
	taken := newSiblings()
	for i, c := range r.Clusters {
		if strings.TrimSpace(names[i]) == "" {
			taken.take(c.Parent, c.Name)
		}
	}
	for i := range r.Clusters {
		c := &r.Clusters[i]
		if name := strings.Join(strings.Fields(names[i]), " "); name != "" {
			c.Name = taken.take(c.Parent, name)
		}
	}
	return r
}

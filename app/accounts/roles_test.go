package accounts_test

import (
	"slices"
	"strings"
	"testing"

	"igny8/app/accounts"
	"igny8/app/accounts/accountstest"
)

// The cases are the table of product.md. The letters mean see, work, publish, manage, own and console: on the site with access, on the
// other site of the account, and in the account as a whole.
func TestRolesAndPermissions(t *testing.T) {
	t.Parallel()
	c := newStage(t)
	cases := []struct {
		who                  accountstest.Person
		role                 accounts.Role
		site, other, account string
		sees                 []string
	}{
		{accountstest.Guest, accounts.Viewer, "", "", "s", nil},
		{accountstest.Newcomer, accounts.Editor, "", "", "s", nil},
		{accountstest.Viewer, accounts.Viewer, "s", "", "s", []string{c.Site}},
		{accountstest.Editor, accounts.Editor, "sw", "", "sw", []string{c.Site}},
		{accountstest.Publisher, accounts.Editor, "swp", "", "swp", []string{c.Site}},
		{accountstest.Admin, accounts.Admin, "swpm", "swpm", "swpm", []string{c.Site, c.OtherSite}},
		{accountstest.Owner, accounts.Owner, "swpmo", "swpmo", "swpmo", []string{c.Site, c.OtherSite}},
		{accountstest.Staff, accounts.Developer, "swpmoc", "swpmoc", "swpmoc", []string{c.Site, c.OtherSite}},
		{accountstest.Stranger, accounts.Owner, "swpmo", "swpmo", "swpmo", []string{c.ForeignSite}},
	}
	for _, k := range cases {
		t.Run(string(k.who), func(t *testing.T) {
			m := c.Member(k.who)
			if m.Role != k.role {
				t.Fatalf("role = %s, want %s", m.Role, k.role)
			}
			for siteID, want := range map[string]string{c.Site: k.site, c.OtherSite: k.other, "": k.account} {
				if got := permissions(m, siteID); got != want {
					t.Errorf("on %q may %q, want %q", siteID, got, want)
				}
			}
			list, err := c.Sites.List(c.Ctx(k.who))
			must(t, err)
			var sees []string
			for _, s := range list {
				sees = append(sees, s.ID)
			}
			slices.Sort(sees)
			if !slices.Equal(sees, k.sees) {
				t.Errorf("sees %v, want %v", sees, k.sees)
			}
		})
	}
}

func permissions(m accounts.Member, siteID string) string {
	var letters strings.Builder
	for _, p := range accounts.Permissions() {
		if m.May(p, siteID) {
			letters.WriteByte(string(p)[0])
		}
	}
	return letters.String()
}

func TestMemberWithoutRoleMayDoNothing(t *testing.T) {
	t.Parallel()
	for _, role := range []accounts.Role{"", "root", accounts.SystemBot} {
		m := accounts.Member{Role: role}
		if got := permissions(m, "any"); got != "" {
			t.Errorf("%q may %q", role, got)
		}
		if s := m.Scope(); s.Sites == nil {
			t.Errorf("%q reaches every site", role)
		}
	}
}

func TestOutranks(t *testing.T) {
	t.Parallel()
	ranks := accounts.Roles()
	for i, r := range ranks {
		for j, o := range ranks {
			if r.Outranks(o) != (i < j) {
				t.Errorf("%s outranks %s = %v", r, o, r.Outranks(o))
			}
		}
		if r.Outranks("root") || accounts.Role("root").Outranks(r) {
			t.Errorf("a role that does not exist has a rank beside %s", r)
		}
	}
}

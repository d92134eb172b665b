// Package accountstest gives tests a cast of people in two accounts. It creates them through the services, as people would. Only tests
// import it.
package accountstest

import (
	"context"
	"strings"
	"sync"
	"testing"

	"igny8/app/accounts"
	"igny8/app/database"
	"igny8/app/events"
	"igny8/app/history"
	"igny8/app/sites"
	"igny8/app/tenancy"
	"igny8/views/address"

	"gorm.io/gorm"
)

// Person is a member of the cast.
type Person string

// The cast. All but Stranger and Staff are members of alpha.
const (
	Owner     Person = "owner"
	Admin     Person = "admin"
	Editor    Person = "editor"    // may work on Site
	Publisher Person = "publisher" // an editor who may also publish on Site
	Viewer    Person = "viewer"    // sees Site
	Newcomer  Person = "newcomer"  // an editor without any site
	Guest     Person = "guest"     // a viewer without any site
	Staff     Person = "staff"     // a developer at work in alpha
	Stranger  Person = "stranger"  // owner of beta
)

// Password is the password of every person.
const Password = "correct horse battery"

// People returns the whole cast.
func People() []Person {
	return []Person{Staff, Owner, Admin, Editor, Publisher, Viewer, Newcomer, Guest, Stranger}
}

// Cast has two accounts: alpha with a person in every role and two sites, and beta with its owner and one site.
type Cast struct {
	Accounts *accounts.Service
	Events   *events.Service
	Sites    *sites.Service
	Trash    *history.Trash
	Mails    *Mails

	Alpha, Beta                string // accounts
	Site, Sector               string // of alpha; editor, publisher and viewer have access
	OtherSite, OtherSector     string // of alpha; only whole-account roles reach it
	ForeignSite, ForeignSector string // of beta
	Foreign                    context.Context

	t       testing.TB
	db      *database.DB
	members map[Person]accounts.Member
}

// DeleteSite puts the site into the trash.
func (c *Cast) DeleteSite(ctx context.Context, siteID string) error {
	return c.db.Tx(ctx, func(tx *gorm.DB) error { return c.Sites.Delete(tx, siteID) })
}

// NewCast creates the cast. options change the settings of the accounts service, for instance who grants sign-up credits.
func NewCast(t testing.TB, db *database.DB, options ...func(*accounts.Options)) *Cast {
	t.Helper()
	trash := history.NewTrash(db)
	c := &Cast{
		Events: events.New(db), Sites: sites.New(db, trash), Trash: trash, db: db, Mails: &Mails{}, t: t,
		members: map[Person]accounts.Member{},
	}
	o := accounts.Options{
		SecretKey: []byte("a key that is only used by tests"), Addresses: address.On("https://igny8.test"), SignupOpen: true,
		Mailer: c.Mails, Cost: accounts.Cost{MemoryKiB: 8, Passes: 1},
	}
	for _, option := range options {
		option(&o)
	}
	c.Accounts = accounts.New(db, o)
	c.Accounts.Subscribe(c.Events)

	c.Alpha = c.signUp(Owner, "Alpha").AccountID
	c.Beta = c.signUp(Stranger, "Beta").AccountID
	c.Foreign = c.Ctx(Stranger)
	c.Site, c.Sector = c.site(Owner, "Alpha guide")
	c.OtherSite, c.OtherSector = c.site(Owner, "Alpha shop")
	c.ForeignSite, c.ForeignSector = c.site(Stranger, "Beta blog")

	c.join(Admin, accounts.Admin)
	c.join(Editor, accounts.Editor, accounts.Access{SiteID: c.Site})
	c.join(Publisher, accounts.Editor, accounts.Access{SiteID: c.Site, CanPublish: true})
	c.join(Viewer, accounts.Viewer, accounts.Access{SiteID: c.Site})
	c.join(Newcomer, accounts.Editor)
	c.join(Guest, accounts.Viewer)
	staff, err := c.Accounts.CreateUser(t.Context(), accounts.NewUser{
		Email: Email(Staff), Password: Password, AccountName: "Alpha", Role: accounts.Developer,
	})
	c.must(err)
	c.members[Staff] = staff
	return c
}

// Email returns the address with which the person signs in.
func Email(p Person) string { return string(p) + "@igny8.test" }

// Deliver passes the waiting events to their subscribers, so that Mails has the mails about them.
func (c *Cast) Deliver() {
	c.t.Helper()
	c.must(c.Events.Deliver(c.t.Context()))
}

// Member returns the person in their account, with the rights from the creation of the cast.
func (c *Cast) Member(p Person) accounts.Member { return c.members[p] }

// Ctx returns a context in which the person acts.
func (c *Cast) Ctx(p Person) context.Context { return accounts.WithMember(c.t.Context(), c.members[p]) }

// Now returns a context in which the person acts with their current rights.
func (c *Cast) Now(p Person) context.Context {
	m, err := c.Accounts.Member(c.t.Context(), c.members[p].UserID, c.members[p].AccountID)
	c.must(err)
	return accounts.WithMember(c.t.Context(), m)
}

// System returns a context that reaches every account.
func (c *Cast) System() context.Context { return tenancy.System(c.t.Context(), "test") }

func (c *Cast) signUp(p Person, account string) accounts.Member {
	m, err := c.Accounts.SignUp(c.t.Context(), accounts.SignUp{
		AccountName: account, Name: strings.ToUpper(string(p)), Email: Email(p), Password: Password,
	})
	c.must(err)
	c.members[p] = m.Member
	return m.Member
}

func (c *Cast) site(p Person, name string) (site, sector string) {
	made, first, err := c.Sites.Create(c.Ctx(p), sites.NewSite{Name: name, Domain: "example.com", Sector: "Main"})
	c.must(err)
	return made.ID, first.ID
}

func (c *Cast) join(p Person, role accounts.Role, access ...accounts.Access) {
	_, err := c.Accounts.Invite(c.Ctx(Owner), accounts.Invite{Email: Email(p), Role: role, Access: access})
	c.must(err)
	m, err := c.Accounts.Accept(c.t.Context(), accounts.Accept{
		Token: c.Mails.Token(Email(p)), Name: strings.ToUpper(string(p)),
		Password: Password,
	})
	c.must(err)
	c.members[p] = m
}

func (c *Cast) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

// Mails stores the mails in place of sending them.
type Mails struct {
	Fail    error // the error of every sending
	Keeps   bool  // mails stay in the installation, as they do without SMTP
	mutex   sync.Mutex
	links   map[string][]string
	notices []accounts.NoticeMail
	words   map[string][]any
}

// Sends reports whether mails would leave the installation.
func (m *Mails) Sends() bool { return !m.Keeps }

// Invitation stores the mail.
func (m *Mails) Invitation(_ context.Context, i accounts.InvitationMail) error {
	return m.keep(i.To, i.Link, i)
}

// PasswordReset stores the mail.
func (m *Mails) PasswordReset(_ context.Context, r accounts.ResetMail) error {
	return m.keep(r.To, r.Link, r)
}

// EmailChange stores the mail.
func (m *Mails) EmailChange(_ context.Context, c accounts.EmailChangeMail) error {
	return m.keep(c.To, c.Link, c)
}

// Notice stores the notice.
func (m *Mails) Notice(_ context.Context, n accounts.NoticeMail) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.notices = append(m.notices, n)
	return m.Fail
}

// Notices returns the events about which the address got a notice, oldest first.
func (m *Mails) Notices(to string) (list []accounts.NoticeEvent) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for _, n := range m.notices {
		if n.To == to {
			list = append(list, n.Event)
		}
	}
	return list
}

// SignUp stores the mail.
func (m *Mails) SignUp(_ context.Context, s accounts.SignUpMail) error {
	return m.keep(s.To, s.Link, s)
}

// AccountExists stores the mail.
func (m *Mails) AccountExists(_ context.Context, e accounts.AccountExistsMail) error {
	return m.keep(e.To, e.SignInLink, e)
}

func (m *Mails) keep(to, link string, mail any) error {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.links == nil {
		m.links, m.words = map[string][]string{}, map[string][]any{}
	}
	m.links[to] = append(m.links[to], link)
	m.words[to] = append(m.words[to], mail)
	return m.Fail
}

// To returns the mails to the address, oldest first.
func (m *Mails) To(to string) []any {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.words[to]
}

// Links returns the links that were mailed to the address, oldest first.
func (m *Mails) Links(to string) []string {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return m.links[to]
}

// Token returns the token of the last link that was mailed to the address, "" if there is none.
func (m *Mails) Token(to string) string {
	links := m.Links(to)
	if len(links) == 0 {
		return ""
	}
	last := links[len(links)-1]
	return last[strings.LastIndexAny(last, "/=")+1:]
}

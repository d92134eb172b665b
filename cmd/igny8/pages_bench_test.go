package main_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"igny8/app/planner/grouping"
	"igny8/app/planner/ideas"
)

// TestBenchPages measures the pages of the program with 10,000 keywords: eight people ask for one page after the other, in five rounds.
// With PEER, an address, and COOKIE it asks another application for a page between the rounds. It prints the medians. IGNY8_BENCH_PAGES
// turns it on.
func TestBenchPages(t *testing.T) {
	if os.Getenv("IGNY8_BENCH_PAGES") == "" {
		t.Skip("make bench-pages turns it on")
	}
	s := newShowroom(t)
	peer := target{name: "the peer", base: os.Getenv("PEER"), cookie: os.Getenv("COOKIE")}
	fmt.Printf("%-34s %10s %9s %9s %10s %9s %11s\n", "page", "rate/s", "p50 ms", "p99 ms", "bytes", "packed", "statements")
	for _, page := range s.pages() {
		var ours, theirs []measure
		for range 5 {
			ours = append(ours, s.measure(page))
			if peer.base != "" {
				theirs = append(theirs, peer.measure(t))
			}
		}
		m := middle(ours)
		fmt.Printf("%-34s %10.0f %9.1f %9.1f %10d %9d %11.1f\n", page.name, m.rate, m.p50, m.p99, m.bytes, s.packed(page), m.statements)
		if peer.base != "" {
			p := middle(theirs)
			fmt.Printf("%-34s %10.0f %9.1f %9.1f %10d %20.2f times the peer's rate\n", "  the peer meanwhile", p.rate, p.p50, p.p99, p.bytes, m.rate/p.rate)
		}
	}
}

// target is a page that is asked for.
type target struct{ name, base, path, cookie, coding string }

type measure struct {
	rate, p50, p99 float64 // requests a second, milliseconds
	bytes          int
	statements     float64 // of a request
}

// middle returns the measure with the median rate.
func middle(all []measure) measure {
	slices.SortFunc(all, func(a, b measure) int { return int(a.rate - b.rate) })
	return all[len(all)/2]
}

const (
	askers   = 8
	askedFor = 2 * time.Second
)

// measure asks for the page over eight connections.
func (p target) measure(t *testing.T) measure {
	t.Helper()
	address, err := url.Parse(p.base)
	if err != nil {
		t.Fatal(err)
	}
	path := p.path
	if path == "" {
		path = address.RequestURI()
	}
	request := "GET " + path + " HTTP/1.1\r\nHost: " + address.Host + "\r\nCookie: " + p.cookie + "\r\n"
	if p.coding != "" {
		request += "Accept-Encoding: " + p.coding + "\r\n"
	}
	request += "\r\n"
	var mu sync.Mutex
	var took []time.Duration
	var size int
	var all sync.WaitGroup
	began := time.Now()
	for range askers {
		all.Go(func() {
			times, bytes := askAgain(t, address.Host, request, began.Add(askedFor))
			mu.Lock()
			defer mu.Unlock()
			took, size = append(took, times...), bytes
		})
	}
	all.Wait()
	seconds := time.Since(began).Seconds()
	if len(took) == 0 {
		t.Fatalf("%s: nothing was answered", p.name)
	}
	slices.Sort(took)
	at := func(share float64) float64 { return took[int(share*float64(len(took)-1))].Seconds() * 1000 }
	return measure{rate: float64(len(took)) / seconds, p50: at(0.5), p99: at(0.99), bytes: size}
}

// askAgain sends the request over one connection until the end, and returns how long the answers took and how long the last one was.
func askAgain(t *testing.T, host, request string, end time.Time) (took []time.Duration, size int) {
	var conn net.Conn
	var reader *bufio.Reader
	for time.Now().Before(end) {
		if conn == nil {
			var err error
			if conn, err = net.Dial("tcp", host); err != nil {
				t.Error(err)
				return took, size
			}
			reader = bufio.NewReader(conn)
		}
		began := time.Now()
		if _, err := io.WriteString(conn, request); err != nil {
			t.Error(err)
			return took, size
		}
		answer, err := http.ReadResponse(reader, nil)
		if err != nil {
			t.Error(err)
			return took, size
		}
		n, err := io.Copy(io.Discard, answer.Body)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Errorf("%s %d %v", strings.SplitN(request, "\r", 2)[0], answer.StatusCode, err)
			return took, size
		}
		took, size = append(took, time.Since(began)), int(n)
		if answer.Close { // some servers end each connection
			_ = conn.Close()
			conn = nil
		}
	}
	if conn != nil {
		_ = conn.Close()
	}
	return took, size
}

// showroom is the program with an account that has a large plan, and a browser that is signed in.
type showroom struct {
	t            *testing.T
	program      *server
	script       *script
	client       *http.Client
	cookie       string
	site, sector string
}

func newShowroom(t *testing.T) *showroom {
	t.Helper()
	where := install(t, "IGNY8_LOG_LEVEL=warn", "IGNY8_SIGNUP_CREDITS=-1")
	worker := start(t, where.env)
	s := &showroom{t: t, script: signUp(t, worker.base, http.DefaultClient)}
	var place struct{ ID string }
	s.script.post("/sites", map[string]any{"name": "Birds", "domain": "birds.example", "language": "en", "type": "blog"}, &place)
	s.site = place.ID
	var sector named
	s.script.post("/sites/"+s.site+"/sectors", map[string]any{"name": "Birds"}, &sector)
	s.sector = sector.ID
	s.script.upload(s.sector, "birds.csv", tenThousand())
	s.script.wait(s.script.queue(grouping.AutoCluster, on{"sector_id": s.sector}).ID)
	s.script.approve(s.sector)
	s.script.wait(s.script.queue(ideas.GenerateIdeas, on{"sector_id": s.sector}).ID)
	worker.kill()
	s.program = start(t, where.env, "--no-worker")
	s.signIn()
	return s
}

// tenThousand returns a file of 10,584 keywords.
func tenThousand() string {
	var b strings.Builder
	b.WriteString("Keyword,Volume\n")
	n := 0
	for _, kind := range kinds {
		for _, colour := range colours {
			for _, question := range questionWords {
				for _, end := range []string{"", " photos", " facts", " in spring", " in gardens", " near water", " for beginners"} {
					n++
					fmt.Fprintf(&b, "%s %s %s%s,%d\n", colour, kind, question, end, 10+n*7919%90000)
				}
			}
		}
	}
	return b.String()
}

// signIn signs in as a browser does.
func (s *showroom) signIn() {
	s.t.Helper()
	jar, _ := cookiejar.New(nil)
	s.client = &http.Client{Jar: jar}
	form := url.Values{"email": {"ada@birds.test"}, "password": {"a sentence is best"}, "_csrf": {tokenIn(s.get("/login"))}}
	answer, err := s.client.PostForm(s.program.base+"/login", form)
	if err != nil {
		s.t.Fatal(err)
	}
	_ = answer.Body.Close()
	address, _ := url.Parse(s.program.base)
	var list []string
	for _, cookie := range jar.Cookies(address) {
		list = append(list, cookie.Name+"="+cookie.Value)
	}
	s.cookie = strings.Join(list, "; ")
}

func (s *showroom) get(path string) string {
	s.t.Helper()
	answer, err := s.client.Get(s.program.base + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	page, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %d, %v", path, answer.StatusCode, err)
	}
	return string(page)
}

func (s *showroom) pages() []target {
	at := "/app/sites/" + s.site
	var list []target
	for _, p := range [][2]string{
		{"keywords", at + "/planner/keywords"},
		{"clusters", at + "/planner/clusters"},
		{"Planner", at + "/planner"},
		{"coverage", at + "/planner/coverage"},
		{"Writer", at + "/writer"},
		{"ideas", at + "/writer/ideas"},
		{"Publish", at + "/publish"},
		{"Site Builder", at + "/builder/business"},
		{"dashboard", "/app"},
		{"site settings", at + "/settings"},
		{"members", "/app/settings/members"},
	} {
		list = append(list, target{name: p[0], base: s.program.base, path: p[1], cookie: s.cookie})
	}
	packed := list[0]
	packed.name, packed.coding = "keywords by gzip", "gzip"
	return slices.Insert(list, 1, packed)
}

var statementsSent = regexp.MustCompile(`(?m)^igny8_database_statements_total (\S+)$`)

func (s *showroom) sent() float64 {
	s.t.Helper()
	found := statementsSent.FindStringSubmatch(s.get("/metrics"))
	if found == nil {
		s.t.Fatal("the metrics do not tell of statements")
	}
	n, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

func (s *showroom) measure(p target) measure {
	before := s.sent()
	m := p.measure(s.t)
	m.statements = (s.sent() - before) / (m.rate * askedFor.Seconds())
	return m
}

// packed returns how many bytes the page has by gzip.
func (s *showroom) packed(p target) int {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, p.base+p.path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Cookie", p.cookie)
	r.Header.Set("Accept-Encoding", "gzip")
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	n, err := io.Copy(io.Discard, answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return int(n)
}

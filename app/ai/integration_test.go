package ai_test

import (
	"encoding/json"
	"net"
	"strings"
	"testing"
	"time"

	"gorm.io/gorm"

	"igny8/app/ai"
	"igny8/app/ai/aitest"
	"igny8/app/ai/provider"
	"igny8/app/ai/provider/openai"
	"igny8/app/fault"
	"igny8/app/integrations"
	"igny8/app/outbound"
	"igny8/app/runs"
	"igny8/app/tasks"
	"igny8/app/vault"
)

// own is the option that accounts may add their own AI servers.
type own struct {
	private bool     // private addresses are allowed, too
	secrets []string // of the installation, the current one first
	connect func(ai.Connection) provider.Provider
}

func (b own) into(w *world, queue *tasks.Queue, o *ai.Options) {
	w.Helper()
	keys := [][]byte{[]byte("the secret of the tests")}
	if len(b.secrets) > 0 {
		keys = nil
	}
	for _, s := range b.secrets {
		keys = append(keys, []byte(s))
	}
	sealing, err := vault.New(keys[0], keys[1:]...)
	w.must(err)
	w.integrations = integrations.New(integrations.Needs{DB: w.db, Queue: queue, Vault: sealing, AllowPrivate: b.private})
	o.Integrations, o.Backoff, o.Connect = w.integrations, time.Millisecond, connect(b.private)
	if b.connect != nil {
		o.Connect = b.connect
	}
}

// connect returns a function that creates providers, which may reach private addresses or not.
func connect(private bool) func(ai.Connection) provider.Provider {
	strangers := outbound.Transport(private)
	return func(c ai.Connection) provider.Provider {
		return openai.New(openai.Server{
			BaseURL: c.BaseURL, Key: c.Key.Reveal(), Model: c.Model, EmbeddingModel: c.EmbeddingModel,
			Transport: strangers,
		})
	}
}

func ownServer(address string) ai.Connection {
	return ai.Connection{Kind: ai.OpenAI, BaseURL: address, Key: "sk-0123456789abcdef", Model: "own-model"}
}

func TestIntegrationsAreRefused(t *testing.T) {
	t.Parallel()
	public := newWorld(t, ai.Options{}, own{private: false})
	with := func(change func(*ai.Connection)) ai.Connection {
		c := ownServer("https://ai.example.com/v1")
		change(&c)
		return c
	}
	cases := []struct {
		name, field string
		connection  ai.Connection
	}{
		{"no such kind", "kind", with(func(c *ai.Connection) { c.Kind = "telepathy" })},
		{"no model", "model", with(func(c *ai.Connection) { c.Model = " " })},
		{"a model of two lines", "model", with(func(c *ai.Connection) { c.Model = "a\nb" })},
		{"a model without end", "model", with(func(c *ai.Connection) { c.Model = strings.Repeat("m", 201) })},
		{"a key with a line break", "key", with(func(c *ai.Connection) { c.Key = "sk-\r\nHost: x" })},
		{"a key of two words", "key", with(func(c *ai.Connection) { c.Key = "not a key" })},
		{"OpenAI without a key", "key", with(func(c *ai.Connection) { c.BaseURL, c.Key = "", "" })},
		{"no address", "base_url", with(func(c *ai.Connection) { c.BaseURL = "ai.example.com" })},
		{"another scheme", "base_url", with(func(c *ai.Connection) { c.BaseURL = "file:///etc/passwd" })},
		{"a password in the address", "base_url", with(func(c *ai.Connection) { c.BaseURL = "https://me:secret@ai.example.com/v1" })},
		{"a question in the address", "base_url", with(func(c *ai.Connection) { c.BaseURL = "https://ai.example.com/v1?x=1" })},
		{"a key over http", "base_url", with(func(c *ai.Connection) { c.BaseURL = "http://ai.example.com/v1" })},
		{"loopback", "base_url", with(func(c *ai.Connection) { c.BaseURL = "https://127.0.0.1:11434/v1" })},
		{"loopback by name", "base_url", with(func(c *ai.Connection) { c.BaseURL = "https://localhost/v1" })},
		{"the metadata of a cloud", "base_url", with(func(c *ai.Connection) { c.BaseURL = "http://169.254.169.254/v1" })},
		{"a name of the own network", "base_url", with(func(c *ai.Connection) { c.BaseURL = "https://redis:6379/v1" })},
	}
	for _, c := range cases {
		_, err := public.integrations.Add(public.a, c.connection.Entered())
		fields := fault.FieldsOf(err)
		if fault.KindOf(err) != fault.Invalid || len(fields) != 1 || fields[0].Name != c.field {
			t.Errorf("%s: %v %v, want the field %s", c.name, err, fields, c.field)
		}
	}
	if all, err := public.integrations.Integrations(public.a); err != nil || len(all) != 0 {
		t.Errorf("refused integrations were kept: %v %v", all, err)
	}
	if _, err := public.integrations.Add(public.a, ownServer("https://ai.example.com/v1/").Entered()); err != nil {
		t.Fatal(err)
	}
	if _, err := public.integrations.Add(public.a, ownServer("https://other.example.com/v1").Entered()); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a second one of the kind: %v", err)
	}
	none := newWorld(t, ai.Options{})
	if kinds := none.engine.Kinds(); len(kinds) != 0 {
		t.Errorf("an installation that connects nothing offers %v", kinds)
	}
}

func TestIntegrationKeyIsSealed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, own{private: true})
	i, err := w.integrations.Add(w.a, ownServer("http://127.0.0.1:1/v1").Entered())
	w.must(err)
	if i.KeyTail != "…cdef" || strings.Contains(i.SealedKey, "0123456789") || w.integrations.Server(i) != "127.0.0.1:1" {
		t.Errorf("integration %+v", i)
	}
	if c := i.Connection(); c.Key != "" {
		t.Errorf("the key left the vault: %v", c)
	}
	short, err := w.integrations.Add(w.b, ai.Connection{Kind: ai.OpenAI, BaseURL: "http://127.0.0.1:1/v1", Key: "abcd", Model: "m"}.Entered())
	if err != nil || short.KeyTail != "…d" {
		t.Errorf("a short key shows %q, %v", short.KeyTail, err)
	}
	moved := i
	moved.BaseURL = "http://127.0.0.1:2/v1"
	if _, err := w.integrations.Change(w.a, i.ID, moved.Connection()); fault.KindOf(err) != fault.Invalid || fault.FieldsOf(err)[0].Name != "key" {
		t.Errorf("a key for another server: %v", err)
	}
	same := i.Connection()
	same.Settings["model"] = "another-model"
	changed, err := w.integrations.Change(w.a, i.ID, same)
	if err != nil || changed.KeyTail != i.KeyTail || changed.Settings["model"] != "another-model" {
		t.Errorf("changed %+v, %v", changed, err)
	}
	// A key that is sealed for one account cannot be opened in another account's row.
	w.must(w.db.Tx(w.b, func(tx *gorm.DB) error {
		return tx.Model(&integrations.Integration{}).Where("id = ?", short.ID).Updates(map[string]any{"sealed_key": changed.SealedKey}).Error
	}))
	if _, err := w.engine.Answerer(w.b); fault.KindOf(err) != fault.Unavailable {
		t.Errorf("a stolen key: %v", err)
	}
}

func TestIntegrationIsHiddenFromOtherAccount(t *testing.T) {
	t.Parallel()
	server := serve(t, good)
	w := newWorld(t, ai.Options{}, own{private: true})
	i, err := w.integrations.Add(w.a, ownServer(server.URL).Entered())
	w.must(err)
	if all, err := w.integrations.Integrations(w.b); err != nil || len(all) != 0 {
		t.Errorf("listed: %v %v", all, err)
	}
	if who, err := w.engine.Answerer(w.b); err != nil || who != (ai.Answerer{}) {
		t.Errorf("asked: %+v %v", who, err)
	}
	for name, do := range map[string]func() error{
		"get":    func() error { _, err := w.integrations.Integration(w.b, i.ID); return err },
		"change": func() error { _, err := w.integrations.Change(w.b, i.ID, ownServer(server.URL).Entered()); return err },
		"try":    func() error { _, err := w.integrations.Try(w.b, i.ID); return err },
		"remove": func() error { return w.integrations.Remove(w.b, i.ID) },
	} {
		if err := do(); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s by the other account: %v", name, err)
		}
	}
	if who, err := w.engine.Answerer(w.a); err != nil || !who.Own || who.Model != "own-model" || !strings.HasPrefix(server.URL, "http://"+who.Server) {
		t.Errorf("own answerer %+v %v", who, err)
	}
}

// TestOwnServerComesFirst changes a run's model from the installation's to the account's own and back.
func TestOwnServerComesFirst(t *testing.T) {
	t.Parallel()
	theirs, installed := serve(t, good), serve(t, good)
	var o ai.Options
	o.Provider = openai.New(openai.Server{BaseURL: installed.URL, Model: "installed"})
	w := newWorld(t, o, own{private: true})
	before := w.run(`{"words": ["before"]}`)
	i, err := w.integrations.Add(w.a, ownServer(theirs.URL).Entered())
	w.must(err)
	with := w.run(`{"words": ["with"]}`)
	if with.Provider != "openai" || with.Model != "own-model" || with.IntegrationID != i.ID || with.Parameters.Server != w.integrations.Server(i) || with.CreditsQuoted != 5 {
		t.Errorf("queued %+v", with)
	}
	w.start()
	for _, run := range []runs.Run{before, with} {
		if ended := w.wait(run.ID); ended.Phase != runs.PhaseDone {
			t.Errorf("run %+v", ended)
		}
	}
	if installed.Asked("before") != 1 || theirs.Asked("before") != 0 || theirs.Asked("with") != 1 || installed.Asked("with") != 0 {
		t.Error("a run was answered by another server than the one it was queued for")
	}
	w.charged(10)

	w.must(w.queue.Shutdown(t.Context()))
	orphan := w.run(`{"words": ["orphan"]}`)
	w.must(w.integrations.Remove(w.a, i.ID))
	queue, engine := w.process(o, own{private: true}, runs.Options{SweepEvery: 20 * time.Millisecond})
	w.must(queue.Start())
	if run := w.wait(orphan.ID); run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, "not configured any more") {
		t.Errorf("run of a removed server %+v", run)
	}
	again, err := engine.Retry(w.a, orphan.ID)
	if err != nil || again.Model != "installed" || again.IntegrationID != "" || again.Parameters.Server != "" {
		t.Errorf("retried %+v, %v", again, err)
	}
	if run := w.wait(orphan.ID); run.Phase != runs.PhaseDone || installed.Asked("orphan") != 1 || theirs.Asked("orphan") != 0 {
		t.Errorf("retried run %+v", run)
	}
	w.charged(15)
}

func TestPrivateServersAreNotReached(t *testing.T) {
	t.Parallel()
	m := serve(t, good)
	open := newWorld(t, ai.Options{}, own{private: true})
	i, err := open.integrations.Add(open.a, ownServer(m.URL).Entered())
	open.must(err)
	// The same database in an installation that reaches only public servers: the stored server is refused when it is dialled.
	queue, _ := open.process(ai.Options{}, own{private: false}, runs.Options{SweepEvery: 20 * time.Millisecond})
	open.must(queue.Start())
	tried, err := open.integrations.Try(open.a, i.ID)
	if err != nil || tried.TriedOK || !strings.Contains(tried.TriedMessage, "private address") {
		t.Errorf("tried %+v, %v", tried, err)
	}
	run := open.wait(open.run(`{"words": ["tea"]}`).ID)
	if run.Phase != runs.PhaseFailed || !strings.Contains(run.Message, "private") || m.Asked("tea") != 0 {
		t.Errorf("run %+v, asked %d times", run, m.Asked("tea"))
	}
	open.charged(0)
}

func TestTryIntegration(t *testing.T) {
	t.Parallel()
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = nobody.Close()
	cases := []struct {
		name   string
		answer aitest.Answer // nil: no server listens
		ok     bool
		want   string
	}{
		{"nobody listens", nil, false, "takes no connection"},
		{"a wrong key", aitest.SendsAs(401, `{"error":{"message":"bad key sk-0123456789abcdef"}}`), false, "refuses the key"},
		{"no credit", aitest.FailsAs(429, "insufficient_quota"), false, "credit or limit is spent"},
		{"no such model", aitest.FailsAs(404, "model_not_found"), false, "does not know the model"},
		{"no such address", aitest.SendsAs(404, `not here`), false, "nothing at this address"},
		{"another API", aitest.SendsAs(405, `{}`), false, "did not accept the question (status 405)"},
		{"busy", aitest.SendsAs(429, `{}`), false, "no capacity"},
		{"broken", aitest.SendsAs(502, `<html>`), false, "status 502"},
		{"a web page", aitest.Sends(`<html>hello</html>`), false, "not like a server with OpenAI's API"},
		{"another form", aitest.Says("Yes!"), false, "not in the form"},
		{"a refusal", aitest.SaysAndEnds("", "content_filter"), false, "refused a harmless question"},
		{"a short limit", aitest.SaysAndEnds(`{"answer`, "length"), true, "Works"},
		{"a good answer", aitest.Says(`{"answer": "yes"}`), true, "Works: own-model answered in"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w, address := newWorld(t, ai.Options{}, own{private: true}), "http://"+nobody.Addr().String()+"/v1"
			if c.answer != nil {
				address = serve(t, aitest.Always(c.answer)).URL
			}
			added, err := w.integrations.Add(w.a, ownServer(address).Entered())
			w.must(err)
			_, err = w.integrations.Try(w.a, added.ID)
			w.must(err)
			i, err := w.integrations.Integration(w.a, added.ID)
			if err != nil || i.TriedAt == nil || i.TriedOK != c.ok || !strings.Contains(i.TriedMessage, c.want) || strings.Contains(i.TriedMessage, "sk-") {
				t.Errorf("%v %q, %v; want %v %q", i.TriedOK, i.TriedMessage, err, c.ok, c.want)
			}
		})
	}
}

func TestTryAsksForAVector(t *testing.T) {
	t.Parallel()
	w := newWorld(t, ai.Options{}, own{private: true})
	server := serve(t, func(c aitest.Call) aitest.Answer {
		switch {
		case c.Path == aitest.Chat:
			return aitest.Says(`{"answer": "yes"}`)
		case c.Model == "small-vectors":
			return aitest.Vectors(func(string) []float64 { return []float64{1, 0} })
		}
		return aitest.Fails(404)
	})
	c := ownServer(server.URL)
	c.EmbeddingModel = "small-vectors"
	i, err := w.integrations.Add(w.a, c.Entered())
	w.must(err)
	if i, err = w.integrations.Try(w.a, i.ID); err != nil || !i.TriedOK || !strings.Contains(i.TriedMessage, "vectors works") {
		t.Errorf("tried %+v, %v", i, err)
	}
	c.EmbeddingModel = "none"
	if i, err = w.integrations.Change(w.a, i.ID, c.Entered()); err != nil || i.TriedAt != nil {
		t.Errorf("what was tried before the change is still shown: %+v, %v", i, err)
	}
	if i, err = w.integrations.Try(w.a, i.ID); err != nil || i.TriedOK || !strings.Contains(i.TriedMessage, "The model for vectors does not") {
		t.Errorf("tried %+v, %v", i, err)
	}
}

// TestRotation changes the secret key of the installation twice, the second time without giving the old key.
func TestRotation(t *testing.T) {
	t.Parallel()
	m := serve(t, good)
	w := newWorld(t, ai.Options{}, own{private: true, secrets: []string{"first secret"}})
	i, err := w.integrations.Add(w.a, ownServer(m.URL).Entered())
	w.must(err)
	w.process(ai.Options{}, own{private: true, secrets: []string{"second secret", "first secret"}})
	second := w.integrations
	w.must(second.Rotate(t.Context()))
	sealed, err := second.Integration(w.a, i.ID)
	if err != nil || sealed.SealedKey == i.SealedKey || !sealed.UpdatedAt.Equal(i.UpdatedAt) {
		t.Errorf("sealed anew: %+v, %v", sealed, err)
	}
	w.must(second.Rotate(t.Context())) // there is nothing left to rotate
	if again, err := second.Integration(w.a, i.ID); err != nil || again.SealedKey != sealed.SealedKey {
		t.Errorf("sealed without need: %v", err)
	}
	queue, third := w.process(ai.Options{}, own{private: true, secrets: []string{"second secret"}}, runs.Options{SweepEvery: 20 * time.Millisecond})
	w.must(queue.Start())
	run, err := third.RunAITask(w.a, "shout", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["tea"]}`)})
	w.must(err)
	if ended := w.wait(run.ID); ended.Phase != runs.PhaseDone || m.Asked("tea") != 1 {
		t.Errorf("run after the old key is gone: %+v", ended)
	}

	_, fourth := w.process(ai.Options{}, own{private: true, secrets: []string{"third secret"}})
	w.must(w.integrations.Rotate(t.Context()))
	_, err = fourth.RunAITask(w.a, "shout", runs.Request{SectorID: w.sector, Payload: json.RawMessage(`{"words": ["tea"]}`)})
	if fault.KindOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "enter the key again") {
		t.Errorf("with the key lost: %v", err)
	}
	if _, err := w.integrations.Change(w.a, i.ID, ownServer(m.URL).Entered()); err != nil {
		t.Errorf("entered again: %v", err)
	}
}

// TestCancelClosesTheConnection checks that the server sees its connection closed after a cancellation.
func TestCancelClosesTheConnection(t *testing.T) {
	t.Parallel()
	server := serve(t, aitest.Always(aitest.Begins("{", nil, "")))
	w := newWorld(t, ai.Options{}, own{private: true}, runs.Options{Heartbeat: 10 * time.Millisecond}).start()
	_, err := w.integrations.Add(w.a, ownServer(server.URL).Entered())
	w.must(err)
	run := w.run(`{"words": ["tea"]}`)
	w.eventually("a call at the server", func() bool { return server.Open() == 1 })
	_, err = w.engine.Cancel(w.a, run.ID)
	w.must(err)
	w.eventually("the end of the call at the server", func() bool { return server.Open() == 0 })
	w.charged(0)
}

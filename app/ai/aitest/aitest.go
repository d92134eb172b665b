// Package aitest is a scripted AI server for tests. It speaks OpenAI's protocol on loopback: chat completions, streamed or
// whole, vectors and pictures. A script answers each call; the server records what it was asked.
//
// Only tests import it.
package aitest

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// The paths below the server's address.
const (
	Chat       = "/chat/completions"
	Embeddings = "/embeddings"
	Images     = "/images/generations"
)

// Call is one question to the server.
type Call struct {
	Path     string
	Subject  string // what the call is about, by the expression given to About; "" without
	N        int    // counts the calls of the same path and subject, from 1
	Key      string // from the Authorization header, without "Bearer "
	Model    string
	Prompt   string   // the last message of a chat, or what a picture shows
	Schema   string   // name of the schema that a chat's answer follows
	Limit    int      // of the answer's tokens; 0: none
	Texts    []string // of embeddings
	Pictures int      // that are asked for
	streamed bool
}

// Script answers a call.
type Script func(c Call) Answer

// Always returns a script that gives the same answer to every call.
func Always(a Answer) Script { return func(Call) Answer { return a } }

// First returns a script that gives the answer to the first n calls of each path and subject, and then follows another script.
func First(n int, a Answer, then Script) Script {
	return func(c Call) Answer {
		if c.N <= n {
			return a
		}
		return then(c)
	}
}

// Server is the scripted server. Its methods may be called while it answers.
type Server struct {
	URL string // ends in /v1

	mu      sync.Mutex
	script  Script
	subject *regexp.Regexp
	calls   []Call
	open    int           // calls that have come and are not answered
	held    chan struct{} // closed unless calls are to wait
}

// New starts a server that answers by the script, and ends it with the test.
func New(t testing.TB, script Script) *Server {
	t.Helper()
	s := &Server{script: script, held: make(chan struct{})}
	close(s.held)
	alive, end := context.WithCancel(context.Background())
	server := httptest.NewUnstartedServer(s)
	server.Config.BaseContext = func(net.Listener) context.Context { return alive }
	server.Start()
	t.Cleanup(func() {
		end() // a server that keeps silent would not end before its clients do
		server.Close()
	})
	s.URL = server.URL + "/v1"
	return s
}

// About counts calls for each subject by itself. The first group of the expression finds the subject in the prompt.
func (s *Server) About(subject *regexp.Regexp) *Server {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.subject = subject
	return s
}

// Follow replaces the script and forgets the calls.
func (s *Server) Follow(script Script) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.script, s.calls = script, nil
}

// Hold makes calls wait until release is called.
func (s *Server) Hold() (release func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := make(chan struct{})
	s.held = held
	return sync.OnceFunc(func() { close(held) })
}

// Open returns how many calls the server has not answered yet. A call whose client has gone away is not open.
func (s *Server) Open() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open
}

// Calls returns what was asked, in order.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Call(nil), s.calls...)
}

// Asked returns how many calls were about the subject.
func (s *Server) Asked(subject string) (n int) {
	for _, c := range s.Calls() {
		if c.Subject == subject {
			n++
		}
	}
	return n
}

// Prompts returns the prompts of all calls as one text.
func (s *Server) Prompts() string {
	var all []string
	for _, c := range s.Calls() {
		all = append(all, c.Prompt)
	}
	return strings.Join(all, "\n====\n")
}

// ServeHTTP answers one call.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	call, err := read(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	held := s.enter()
	defer s.leave()
	select {
	case <-held:
	case <-r.Context().Done():
		return
	}
	call, script := s.record(call)
	script(call)(w, call, r.Context().Done())
}

func (s *Server) enter() (held <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open++
	return s.held
}

func (s *Server) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open--
}

func read(r *http.Request) (Call, error) {
	var body struct {
		Model          string
		Stream         bool
		Messages       []struct{ Content string }
		ResponseFormat json.RawMessage `json:"response_format"` // an object for chats, a word for pictures
		Input          []string
		Prompt         string
		N              int
		Old            int `json:"max_tokens"`
		New            int `json:"max_completion_tokens"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		return Call{}, err
	}
	// The rest of the body is read so that the server notices a client that goes away.
	if _, err := io.Copy(io.Discard, r.Body); err != nil {
		return Call{}, err
	}
	c := Call{
		Path: strings.TrimPrefix(r.URL.Path, "/v1"), Key: strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), Model: body.Model,
		Prompt: body.Prompt, Texts: body.Input, Pictures: body.N, Limit: max(body.Old, body.New), streamed: body.Stream,
	}
	if n := len(body.Messages); n > 0 {
		c.Prompt = body.Messages[n-1].Content
	}
	if c.Path == Chat && len(body.ResponseFormat) > 0 {
		var format struct {
			JSONSchema struct{ Name string } `json:"json_schema"`
		}
		if err := json.Unmarshal(body.ResponseFormat, &format); err != nil {
			return Call{}, err
		}
		c.Schema = format.JSONSchema.Name
	}
	return c, nil
}

func (s *Server) record(c Call) (Call, Script) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.subject != nil {
		if found := s.subject.FindStringSubmatch(c.Prompt); found != nil {
			c.Subject = found[1]
		}
	}
	c.N = 1
	for _, earlier := range s.calls {
		if earlier.Path == c.Path && earlier.Subject == c.Subject {
			c.N++
		}
	}
	s.calls = append(s.calls, c)
	return c, s.script
}

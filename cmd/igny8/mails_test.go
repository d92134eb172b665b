package main_test

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"igny8/app/database"
	"igny8/app/events"
)

// postOffice is an SMTP server. It accepts mails once it is opened; before that it reads them and does not answer.
type postOffice struct {
	listener net.Listener
	mu       sync.Mutex
	open     bool
	heard    int // mails that it read without accepting them
	mails    []string
}

func newPostOffice(t *testing.T) *postOffice {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	p := &postOffice{listener: listener}
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go p.talk(conn)
		}
	}()
	return p
}

func (p *postOffice) url() string {
	return "smtp://" + p.listener.Addr().String() + "?tls=off&from=hello@birds.test"
}

func (p *postOffice) talk(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	reply := func(text string) { _, _ = conn.Write([]byte(text + "\r\n")) }
	reply("220 test")
	var mail strings.Builder
	for lines, inside := bufio.NewScanner(conn), false; lines.Scan(); {
		line := lines.Text()
		verb, _, _ := strings.Cut(strings.ToUpper(line), " ")
		switch {
		case inside && line == ".":
			inside = false
			if !p.accept(mail.String()) {
				continue // send no answer
			}
			reply("250 kept")
		case inside:
			mail.WriteString(line + "\n")
		case verb == "DATA":
			inside = true
			reply("354 go on")
		case verb == "QUIT":
			reply("221 bye")
			return
		default:
			reply("250 ok")
		}
	}
}

func (p *postOffice) accept(mail string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.open {
		p.mails = append(p.mails, strings.ReplaceAll(strings.ReplaceAll(mail, "=\n", ""), "=3D", "="))
	} else {
		p.heard++
	}
	return p.open
}

func (p *postOffice) tells(fn func() bool) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return fn()
}

var resetToken = regexp.MustCompile(`/password/reset\?token=([\w-]+)`)

// TestMailSurvivesKill kills the program while it sends a password reset link. The next process must send the mail, the link must work,
// and the token must not be in the database, neither before nor after.
func TestMailSurvivesKill(t *testing.T) {
	t.Parallel()
	office := newPostOffice(t)
	where := install(t, "SMTP_URL="+office.url(), "IGNY8_SIGNUP=open")
	program := start(t, where.env)
	user := signUp(t, program.base, http.DefaultClient)
	user.post("/auth/password-reset", map[string]any{"email": "ada@birds.test"}, nil)
	eventually(t, "the mail is under way", func() bool { return office.tells(func() bool { return office.heard == 1 }) })
	program.kill()
	waiting := func() (n int64) {
		where.look(t, func(ctx context.Context, db *database.DB) (err error) {
			n, err = events.Waiting(db.Read(ctx), events.PasswordResetAsked)
			return err
		})
		return n
	}
	if n := waiting(); n != 1 {
		t.Fatalf("%d mails wait after the kill, want the one that was under way", n)
	}
	office.tells(func() bool { office.open = true; return true })
	program = start(t, where.env)
	user.base = program.base
	eventually(t, "the next process has sent the mail", func() bool { return office.tells(func() bool { return len(office.mails) > 0 }) })
	eventually(t, "nothing waits", func() bool { return waiting() == 0 })

	found := resetToken.FindStringSubmatch(office.mails[0])
	if found == nil {
		t.Fatalf("no link in the mail:\n%s", office.mails[0])
	}
	if where.url == "" {
		for _, name := range []string{database.FileName, database.FileName + "-wal"} {
			data, err := os.ReadFile(filepath.Join(where.data, name))
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(data), found[1]) {
				t.Errorf("the token is stored in %s", name)
			}
		}
	}
	user.post("/auth/password", map[string]any{"token": found[1], "password": "another sentence is good"}, nil)
	if n := len(office.mails); n != 1 {
		t.Errorf("%d mails were sent, want 1", n)
	}
	program.stop()
}

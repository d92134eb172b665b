package mail_test

import (
	"bufio"
	"net"
	"strings"
	"sync"
	"testing"
)

// server is a small SMTP server that follows a script and records what it receives.
type server struct {
	listener net.Listener
	offers   []string          // extensions
	answers  map[string]string // the answer to a verb, if not the usual one; "" is no answer
	mutex    sync.Mutex
	heard    []string
}

func serve(t *testing.T, offers []string, answers map[string]string) *server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{listener: listener, offers: offers, answers: answers}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go s.talk(conn)
		}
	}()
	return s
}

func (s *server) address() string { return s.listener.Addr().String() }

// said returns everything that the server received.
func (s *server) said() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return strings.Join(s.heard, "\n")
}

func (s *server) talk(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	reply := func(text string) { _, _ = conn.Write([]byte(text + "\r\n")) }
	reply("220 test")
	inData := false
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		line := lines.Text()
		s.mutex.Lock()
		s.heard = append(s.heard, line)
		s.mutex.Unlock()
		if inData {
			if inData = line != "."; !inData {
				reply("250 kept")
			}
			continue
		}
		verb, _, _ := strings.Cut(strings.ToUpper(line), " ")
		if answer, ok := s.answers[verb]; ok {
			if answer != "" {
				reply(answer)
			}
			continue
		}
		switch verb {
		case "EHLO":
			for _, offer := range s.offers {
				reply("250-" + offer)
			}
			reply("250 HELP")
		case "DATA":
			inData = true
			reply("354 go on")
		case "QUIT":
			reply("221 bye")
			return
		default:
			reply("250 ok")
		}
	}
}

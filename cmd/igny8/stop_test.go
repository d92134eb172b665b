package main_test

import (
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestStopCutsOffSlowClients checks that a client that keeps its connection busy delays a stop by the grace period and does not make it
// fail.
func TestStopCutsOffSlowClients(t *testing.T) {
	if testing.Short() {
		t.Skip("waits for the grace of a stop")
	}
	t.Parallel()
	server := start(t, install(t).env)
	script := signUp(t, server.base, http.DefaultClient)
	sector := script.sectors(1, phrases(1, 2))[0]
	slow := dial(t, server)
	fmt.Fprintf(slow, "POST /api/v1/sectors/%s/keyword-imports HTTP/1.1\r\nHost: igny8.test\r\nAuthorization: Bearer %s\r\n"+
		"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n", sector, script.token)
	time.Sleep(200 * time.Millisecond) // until the server reads the body
	server.stop()
	if log := server.log.String(); !strings.Contains(log, "requests were cut off") {
		t.Errorf("the log does not tell of the request that was cut off:\n%s", log)
	}
}

// TestStopClosesIdleConnections checks that a client that keeps its connection open after an answer does not delay a stop.
func TestStopClosesIdleConnections(t *testing.T) {
	t.Parallel()
	server := start(t, install(t).env)
	idle := dial(t, server)
	fmt.Fprint(idle, "GET /healthz HTTP/1.1\r\nHost: igny8.test\r\n\r\n")
	if _, err := idle.Read(make([]byte, 4096)); err != nil {
		t.Fatal(err)
	}
	server.stop()
	if log := server.log.String(); strings.Contains(log, "requests were cut off") {
		t.Errorf("an idle connection counted as a request:\n%s", log)
	}
}

func dial(t *testing.T, s *server) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(s.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

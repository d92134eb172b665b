package outbound_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"igny8/app/outbound"
)

func TestPublic(t *testing.T) {
	t.Parallel()
	refused := []string{
		"127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "0.1.2.3", "192.0.0.8", "192.0.2.1",
		"198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255",
		"::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "2001::1", "100::1",
		"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::1", "2002:c0a8:101::", "::ffff:0:7f00:1",
	}
	for _, address := range refused {
		if outbound.Public(netip.MustParseAddr(address)) {
			t.Errorf("%s passes for public", address)
		}
	}
	if outbound.Public(netip.Addr{}) {
		t.Error("no address at all passes for public")
	}
	for _, address := range []string{"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"} {
		if !outbound.Public(netip.MustParseAddr(address)) {
			t.Errorf("%s is refused", address)
		}
	}
}

func TestLocal(t *testing.T) {
	t.Parallel()
	for _, host := range []string{"localhost", "LOCALHOST.", "api.localhost", "127.0.0.1", "::1", "10.0.0.7", "ollama", "nas.local", "metadata.google.internal", "box.lan"} {
		if !outbound.Local(host) {
			t.Errorf("%s does not look private", host)
		}
	}
	for _, host := range []string{"api.openai.com", "8.8.8.8", "local.example.com", "localhost.example.com"} {
		if outbound.Local(host) {
			t.Errorf("%s looks private", host)
		}
	}
}

// hop answers the first request as a public server would, and forwards the rest.
type hop struct {
	first *http.Response
	next  http.RoundTripper
}

func (h *hop) RoundTrip(r *http.Request) (*http.Response, error) {
	if first := h.first; first != nil {
		h.first = nil
		return first, nil
	}
	return h.next.RoundTrip(r)
}

func TestPrivateAddressesAreRefusedWhenDialled(t *testing.T) {
	t.Parallel()
	reached := false
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	t.Cleanup(server.Close)
	_, port, _ := strings.Cut(strings.TrimPrefix(server.URL, "http://"), ":")
	guarded := &http.Client{Transport: outbound.Transport(false)}
	for _, address := range []string{server.URL, "http://localhost:" + port, "http://127.1:" + port, "http://0.0.0.0:" + port, "http://[::1]:" + port, "http://[::ffff:127.0.0.1]:" + port, "http://2130706433:" + port} {
		response, err := guarded.Get(address)
		if err == nil {
			_ = response.Body.Close()
		}
		if err == nil || reached {
			t.Errorf("%s was reached", address)
		}
	}
	if _, err := guarded.Get(server.URL); !errors.Is(err, outbound.ErrPrivate) {
		t.Errorf("refused with %v", err)
	}
	redirect := &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {server.URL}}, Body: http.NoBody}
	redirected := &http.Client{Transport: &hop{first: redirect, next: outbound.Transport(false)}}
	if _, err := redirected.Get("http://public.example"); !errors.Is(err, outbound.ErrPrivate) || reached {
		t.Errorf("a redirect to a private address: %v, reached %v", err, reached)
	}
	response, err := (&http.Client{Transport: outbound.Transport(true)}).Get(server.URL)
	if err != nil || !reached {
		t.Fatalf("with private addresses allowed: %v", err)
	}
	_ = response.Body.Close()
}

func TestEndlessAnswersEnd(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		block := make([]byte, 1<<20)
		for r.Context().Err() == nil {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	}))
	t.Cleanup(server.Close)
	response, err := (&http.Client{Transport: outbound.Transport(true)}).Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, response.Body)
	_ = response.Body.Close()
	if !errors.Is(err, outbound.ErrTooLong) || n > 64<<20 {
		t.Errorf("read %d bytes, %v", n, err)
	}
}

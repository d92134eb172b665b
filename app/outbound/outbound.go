// Package outbound makes the HTTP transport for servers that people of an account name: AI servers now, destinations
// later. It reaches public addresses alone, unless the installation allows private ones. The address is checked when it is
// dialled, after its name was resolved, so neither a name that resolves to something else the second time nor a redirect
// gets around it; no proxy is used, because the proxy would do the resolving. It knows no module.
package outbound

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

// ErrPrivate is the refusal of an address that is not public.
var ErrPrivate = errors.New("outbound: the address is not public")

// ErrTooLong is the end of an answer that is longer than anybody needs.
var ErrTooLong = errors.New("outbound: the answer is too long")

// ErrCrowded is the end of a large answer while others take all the memory that there is for them. Asking again later helps.
var ErrCrowded = errors.New("outbound: too many large answers arrive at the same time")

const (
	// longest is the largest body of a response, after it was unpacked: some large pictures as base64.
	longest = 64 << 20
	// atOnce is how long all bodies of a transport may be that are read at the same time, small ones not counted.
	atOnce = 128 << 20
	// small is how much of a body is not counted.
	small = 16 << 10
)

// Transport returns a transport for addresses that strangers may choose; with private it reaches every address.
func Transport(private bool) http.RoundTripper {
	dialer := &net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}
	if !private {
		dialer.ControlContext = refusePrivate
	}
	return limited{received: new(atomic.Int64), next: &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           100,
		MaxIdleConnsPerHost:    8,
		IdleConnTimeout:        90 * time.Second,
		TLSHandshakeTimeout:    10 * time.Second,
		ExpectContinueTimeout:  time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}}
}

// refusePrivate returns asked with the resolved address of every connection that is about to be made.
func refusePrivate(_ context.Context, _, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%w: %s", ErrPrivate, address)
	}
	if !Public(at.Addr()) {
		return fmt.Errorf("%w: %s", ErrPrivate, at.Addr())
	}
	return nil
}

// special are the blocks that no public server has, from IANA's registries of special-purpose addresses, besides those that
// netip knows by name.
var special = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10", "::/96", "64:ff9b:1::/48",
)

// translated are the blocks whose addresses carry an IPv4 address, with the byte it begins at: a gateway would lead there.
var translated = []struct {
	prefix netip.Prefix
	at     int
}{
	{netip.MustParsePrefix("64:ff9b::/96"), 12}, {netip.MustParsePrefix("2002::/16"), 2}, {netip.MustParsePrefix("::ffff:0:0:0/96"), 12},
}

func prefixes(texts ...string) []netip.Prefix {
	all := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		all[i] = netip.MustParsePrefix(text)
	}
	return all
}

// Public reports whether the address belongs to the public internet.
func Public(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsValid() || a.Zone() != "" || !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	for _, t := range translated {
		if t.prefix.Contains(a) {
			raw := a.As16()
			return Public(netip.AddrFrom4([4]byte(raw[t.at : t.at+4])))
		}
	}
	return true
}

// Local reports whether a host is private by its looks: an address that is not public, or a name that only a machine itself or
// its network knows. Of other names only dialling tells.
func Local(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if a, err := netip.ParseAddr(host); err == nil {
		return !Public(a)
	}
	for _, suffix := range []string{"localhost", ".local", ".internal", ".home.arpa", ".lan"} {
		if host == suffix || strings.HasSuffix(host, "."+strings.TrimPrefix(suffix, ".")) {
			return true
		}
	}
	return !strings.Contains(host, ".")
}

// limited ends answers that would fill the memory, each alone or all together.
type limited struct {
	next     http.RoundTripper
	received *atomic.Int64 // of all bodies that are being read
}

func (l limited) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := l.next.RoundTrip(r)
	if err != nil {
		return response, err
	}
	response.Body = &body{ReadCloser: response.Body, left: longest}
	if w := watchOf(r.Context()); w == nil || !w.terms.Streamed {
		response.Body = &counted{ReadCloser: response.Body, received: l.received}
	}
	return response, nil
}

// counted is a body that is kept in memory while it is read.
type counted struct {
	io.ReadCloser
	received *atomic.Int64
	length   int64
	counted  int64 // of that
	closing  sync.Once
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	c.length += int64(n)
	if c.length <= small {
		return n, err
	}
	c.counted += int64(n)
	if c.received.Add(int64(n)) > atOnce {
		return n, ErrCrowded
	}
	return n, err
}

func (c *counted) Close() error {
	c.closing.Do(func() { c.received.Add(-c.counted) })
	return c.ReadCloser.Close()
}

type body struct {
	io.ReadCloser
	left int64
}

func (b *body) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, ErrTooLong
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

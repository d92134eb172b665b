// Package outbound makes the HTTP transport for servers that people of an account name, such as AI servers. It reaches only
// public addresses, unless the installation allows private ones. The address is checked when it is dialled, after its name
// was resolved, so that neither a name that resolves differently the second time nor a redirect can bypass the check. It
// uses no proxy, because a proxy would resolve the name itself. It knows no module.
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

// ErrPrivate refuses an address that is not public.
var ErrPrivate = errors.New("outbound: the address is not public")

// ErrTooLong ends an answer that is longer than any useful one.
var ErrTooLong = errors.New("outbound: the answer is too long")

// ErrCrowded ends a large answer while other large answers use all memory for them. Asking again later may succeed.
var ErrCrowded = errors.New("outbound: too many large answers arrive at the same time")

const (
	// longest is the largest body of a response after decompression: several large pictures as base64.
	longest = 64 << 20
	// atOnce is the limit for all bodies of a transport that are read at the same time, without small ones.
	atOnce = 128 << 20
	// small is the part of a body that is not counted.
	small = 16 << 10
)

// Transport returns a transport for addresses that strangers may choose. With private it reaches every address.
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

// refusePrivate is called with the resolved address of every connection before it is made.
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

// special are the blocks without public servers, from IANA's registries of special-purpose addresses, in addition to those
// that netip knows.
var special = prefixes(
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"100::/64", "100:0:0:1::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10", "::/96", "64:ff9b:1::/48",
)

// translated are the blocks whose addresses contain an IPv4 address, with the byte where it begins: a gateway would forward
// to it.
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

// Local reports whether a host is certainly private: an address that is not public, or a name that only the machine or its
// network knows. Other names are checked when they are dialled.
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

// limited ends answers that would fill the memory, alone or together.
type limited struct {
	next     http.RoundTripper
	received *atomic.Int64 // by all bodies that are being read
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

// counted is a body that is held in memory while it is read.
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

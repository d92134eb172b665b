package web

import (
	"io"
	"net"
	"time"
)

// How long, and for how many bytes, a connection that the server closes is still read.
const (
	lingering      = 2 * time.Second
	lingeringBytes = 1 << 20
)

// Linger returns the listener with connections that are closed gently. A connection that is closed while the other side
// still sends is reset, and a reset takes away the answer that lies unread there: whoever sent too much would see a broken
// connection and not the reason.
func Linger(l net.Listener) net.Listener { return gentle{l} }

type gentle struct{ net.Listener }

func (l gentle) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		return gentleConn{tcp}, err
	}
	return c, err
}

type gentleConn struct{ *net.TCPConn }

// Close ends the answer at once and the connection when the other side has read it, or after a moment.
func (c gentleConn) Close() error {
	if err := c.CloseWrite(); err != nil {
		return c.TCPConn.Close()
	}
	go func() {
		_ = c.SetReadDeadline(time.Now().Add(lingering))
		_, _ = io.CopyN(io.Discard, c.TCPConn, lingeringBytes)
		_ = c.TCPConn.Close()
	}()
	return nil
}

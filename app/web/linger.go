package web

import (
	"io"
	"net"
	"time"
)

// Limits of time and bytes for reading from a connection that the server closes.
const (
	lingering      = 2 * time.Second
	lingeringBytes = 1 << 20
)

// Linger returns a listener whose connections read on for a moment before they close. If the server closes a connection
// while the client still sends, TCP resets it and the client loses the answer that it has not read yet: a client that sent
// too much would see a broken connection and not the reason.
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

// Close stops writing at once. It closes the connection when the client has read the answer, or after a moment.
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

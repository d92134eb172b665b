package tasks

import (
	"crypto/rand"
	"fmt"
	"net/url"
	"time"

	"github.com/alicebob/miniredis/v2"
)

// embedded is a Redis inside the process, on loopback with a random password.
type embedded struct {
	server   *miniredis.Miniredis
	password string
	stopped  chan struct{}
}

func startEmbedded() (*embedded, error) {
	e := &embedded{server: miniredis.NewMiniRedis(), password: rand.Text(), stopped: make(chan struct{})}
	e.server.RequireAuth(e.password)
	if err := e.server.StartAddr("127.0.0.1:0"); err != nil {
		return nil, fmt.Errorf("start embedded Redis: %w", err)
	}
	go e.passTime()
	return e, nil
}

// passTime lets keys expire: the embedded Redis has no clock.
func (e *embedded) passTime() {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	last := time.Now()
	for {
		select {
		case <-e.stopped:
			return
		case now := <-ticker.C:
			e.server.FastForward(now.Sub(last))
			last = now
		}
	}
}

func (e *embedded) url() string {
	return (&url.URL{Scheme: "redis", Host: e.server.Addr(), User: url.UserPassword("", e.password)}).String()
}

func (e *embedded) stop() {
	close(e.stopped)
	e.server.Close()
}

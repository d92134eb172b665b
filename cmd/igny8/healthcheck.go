package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"igny8/app/config"
)

// healthcheck asks the process that runs with the same environment whether it is ready. Containers without a shell and monitors call it.
func healthcheck(ctx context.Context, p process) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	f := flag.NewFlagSet("healthcheck", flag.ContinueOnError)
	addr := f.String("addr", operationsAddress(c), "")
	words, err := parse(f, p.args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("healthcheck: takes no " + words[0])
	}
	host, port, err := net.SplitHostPort(*addr)
	if err != nil {
		return misuse("healthcheck: --addr must be host:port")
	}
	answer, err := readiness(ctx, "http://"+net.JoinHostPort(reachable(host), port)+"/readyz")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.out, answer)
	return err
}

// operationsAddress returns where a process with this configuration answers /readyz.
func operationsAddress(c config.Config) string {
	if c.MetricsAddr != "" {
		return c.MetricsAddr
	}
	return c.Addr
}

// reachable returns an address of this machine for a host that means all of its addresses.
func reachable(host string) string {
	switch host {
	case "", "0.0.0.0":
		return "127.0.0.1"
	case "::":
		return "::1"
	}
	return host
}

// readiness returns what /readyz says, in one line, and an error unless it says that the process is ready.
func readiness(ctx context.Context, address string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", err
	}
	answer, err := (&http.Transport{DisableKeepAlives: true}).RoundTrip(r) // no proxy and no redirect
	if err != nil {
		return "", fmt.Errorf("%s does not answer: %w", address, err)
	}
	defer func() { _ = answer.Body.Close() }()
	said, err := io.ReadAll(io.LimitReader(answer.Body, 1000))
	if err != nil {
		return "", fmt.Errorf("%s: %w", address, err)
	}
	line := strings.Join(strings.Split(strings.TrimSpace(string(said)), "\n"), "; ")
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s answers %d: %s", address, answer.StatusCode, line)
	}
	return line, nil
}

package web

import (
	"net/http"
	"runtime"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"igny8/app/ai/provider"
	"igny8/app/runs"
)

// Metrics holds what /metrics reports. What the process does is counted as it happens; what the installation holds is read when
// somebody asks. Labels have few values: routes and not paths, functions, reasons.
type Metrics struct {
	registry *prometheus.Registry
	handler  http.Handler
	requests *prometheus.HistogramVec
	phases   *prometheus.HistogramVec
	runs     *prometheus.CounterVec
	calls    *prometheus.HistogramVec
	failures *prometheus.CounterVec
	tokens   *prometheus.CounterVec
}

// NewMetrics creates a registry of its own, so that two applications in one process do not register the same names.
func NewMetrics() *Metrics {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
	}
	histogram := func(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets}, labels)
	}
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: histogram("igny8_http_request_seconds", "Time to answer a request.", []float64{.005, .02, .05, .1, .25, 1, 5, 30}, "method", "route", "status"),
		phases:   histogram("igny8_ai_phase_seconds", "Time that a run spent in a phase; of the last, the whole run.", []float64{.01, .1, 1, 5, 30, 120, 600}, "function", "phase"),
		runs:     counter("igny8_runs_ended_total", "Runs that this process has ended, by how they ended.", "function", "outcome"),
		calls:    histogram("igny8_provider_call_seconds", "Time of a call of an AI server.", []float64{.1, .5, 1, 2, 5, 10, 30, 60, 120, 300}, "provider", "server"),
		failures: counter("igny8_provider_failures_total", "Calls of an AI server without an answer, by reason.", "provider", "server", "reason"),
		tokens:   counter("igny8_provider_tokens_total", "Tokens that AI servers counted.", "provider", "server", "direction"),
	}
	m.handler = promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
	m.registry.MustRegister(m.requests, m.phases, m.runs, m.calls, m.failures, m.tokens, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Build reports the version of the program.
func (m *Metrics) Build(version string) {
	info := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "igny8_build_info", Help: "Always 1; the labels tell the version.", ConstLabels: prometheus.Labels{"version": version, "go": runtime.Version()},
	})
	info.Set(1)
	m.registry.MustRegister(info)
}

// Phase records how long a run of the function stayed in the phase, or took in all if the phase is an end.
func (m *Metrics) Phase(function, phase string, seconds float64) {
	m.phases.WithLabelValues(function, phase).Observe(seconds)
	switch runs.Phase(phase) {
	case runs.PhaseDone, runs.PhaseFailed, runs.PhaseCancelled:
		m.runs.WithLabelValues(function, phase).Inc()
	}
}

// Call records a call of an AI server.
func (m *Metrics) Call(c provider.Call) {
	server := "installation"
	if c.Own {
		server = "account"
	}
	m.calls.WithLabelValues(c.Provider, server).Observe(c.Took.Seconds())
	m.tokens.WithLabelValues(c.Provider, server, "in").Add(float64(c.TokensIn))
	m.tokens.WithLabelValues(c.Provider, server, "out").Add(float64(c.TokensOut))
	if c.Reason != "" {
		m.failures.WithLabelValues(c.Provider, server, string(c.Reason)).Inc()
	}
}

func (m *Metrics) request(method, route string, status int, took time.Duration) {
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Observe(took.Seconds())
}

func (m *Metrics) serve(c *fiber.Ctx) error { return adaptor.HTTPHandler(m.handler)(c) }

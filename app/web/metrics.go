package web

import (
	"net/http"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics holds what /metrics reports: requests by route, phases of AI runs, and the process.
type Metrics struct {
	handler  http.Handler
	requests *prometheus.HistogramVec
	phases   *prometheus.HistogramVec
}

// NewMetrics creates a registry of its own, so that two applications in one process do not register the same names.
func NewMetrics() *Metrics {
	registry := prometheus.NewRegistry()
	m := &Metrics{
		handler: promhttp.HandlerFor(registry, promhttp.HandlerOpts{}),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "igny8_http_request_seconds", Help: "Time to answer a request.", Buckets: []float64{.005, .02, .05, .1, .25, 1, 5, 30},
		}, []string{"method", "route", "status"}),
		phases: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "igny8_ai_phase_seconds", Help: "Time that an AI run spent in a phase.", Buckets: []float64{.01, .1, 1, 5, 30, 120, 600},
		}, []string{"function", "phase"}),
	}
	registry.MustRegister(m.requests, m.phases, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Phase records how long a run of the function stayed in the phase.
func (m *Metrics) Phase(function, phase string, seconds float64) {
	m.phases.WithLabelValues(function, phase).Observe(seconds)
}

func (m *Metrics) request(method, route string, status int, took time.Duration) {
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Observe(took.Seconds())
}

func (m *Metrics) serve(c *fiber.Ctx) error { return adaptor.HTTPHandler(m.handler)(c) }

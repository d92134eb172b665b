# Everything that a person or CI runs. `make help` lists it.
export CGO_ENABLED ?= 0
GO ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
# The race detector needs cgo and makes SQLite thirty times slower, so it watches these alone, over PostgreSQL.
RACED := ./app/clustering/... ./app/keywordfile/... ./app/blocks/... ./app/tasks/... ./app/ai/... ./app/runs/... ./app/billing/...
FUZZED := ./app/keywordfile:FuzzRead ./app/clustering:FuzzRun ./app/blocks:FuzzParse ./app/blocks:FuzzFromHTML ./app/blocks:FuzzInline ./app/blocks:FuzzMergeKeepsBothMoves ./app/images/picture:FuzzRead

.DEFAULT_GOAL := help
.PHONY: help run build release generate test check generated lint test-servers race soak bench bench-clustering bench-pages fuzz

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## start the application on http://127.0.0.1:8011
	@echo "building IGNY8: the first time takes a minute or more"
	$(GO) run ./cmd/igny8 serve

build: ## build bin/igny8
	$(GO) build -trimpath -tags nodynamic -ldflags '-s -w -X main.version=$(VERSION)' -o bin/igny8 ./cmd/igny8

release: ## make release/: programs for Linux, macOS and Windows with licences and checksums
	VERSION=$(VERSION) GO=$(GO) bash deploy/release.sh

generate: ## make the Go of the templates
	$(GO) tool templ generate

test: ## run the tests with nothing but Go; what needs more says that it was skipped
	@echo "building the tests: the first time takes some minutes"
	$(GO) test ./...
	@[ -n "$$TEST_DATABASE_URL" ] || echo "skipped: PostgreSQL. To run: TEST_DATABASE_URL=postgres://... make test"
	@[ -n "$$TEST_REDIS_URL" ] || echo "skipped: a Redis server. To run: TEST_REDIS_URL=redis://... make test"
	@[ -n "$$TEST_CHROMIUM" ] || echo "skipped: the browser walk. To run: TEST_CHROMIUM=/usr/bin/chromium TEST_AXE=.../axe.min.js make test"
	@[ -n "$$TEST_CADDY" ] || echo "skipped: the whole topology. To run: TEST_CADDY=/usr/bin/caddy with TEST_DATABASE_URL and TEST_REDIS_URL, make test"

check: generated lint test-embedded test-servers race ## what CI runs; needs the TEST_ variables of .ci/run

generated: ## templates and go.mod are up to date
	$(GO) tool templ generate
	git diff --exit-code -- '*_templ.go'
	$(GO) mod tidy -diff

lint: ## vet, staticcheck, gofumpt
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	@files=$$($(GO) tool gofumpt -l $$(git ls-files '*.go' ':!*_templ.go')); [ -z "$$files" ] || { echo "not formatted by gofumpt: $$files"; exit 1; }

.PHONY: test-embedded
test-embedded: # SQLite and the embedded Redis, whatever the environment says
	env -u TEST_DATABASE_URL -u TEST_REDIS_URL -u TEST_CHROMIUM -u TEST_CADDY $(MAKE) --no-print-directory test

test-servers: ## the tests on PostgreSQL and Redis, with the browser walk and the topology
	@[ -n "$$TEST_DATABASE_URL" ] && [ -n "$$TEST_REDIS_URL" ] || { echo "TEST_DATABASE_URL and TEST_REDIS_URL must name servers"; exit 1; }
	$(MAKE) --no-print-directory test

race: ## the race detector on the pure packages and on tasks, runs, ai and billing
	@[ -n "$$TEST_DATABASE_URL" ] || { echo "TEST_DATABASE_URL must name a server"; exit 1; }
	CGO_ENABLED=1 $(GO) test -race -short $(RACED)

soak: ## kill the program 100 times on SQLite, and 50 times on PostgreSQL with Redis emptied where TEST_DATABASE_URL and TEST_REDIS_URL name servers
	env -u TEST_DATABASE_URL -u TEST_REDIS_URL IGNY8_SOAK=100 $(GO) test -run 'TestSoak$$' -count 1 -v -timeout 90m ./cmd/igny8
	@[ -n "$$TEST_DATABASE_URL" ] && [ -n "$$TEST_REDIS_URL" ] || echo "skipped: PostgreSQL and Redis"
	[ -z "$$TEST_DATABASE_URL" ] || [ -z "$$TEST_REDIS_URL" ] || IGNY8_SOAK=50 $(GO) test -run 'TestSoak$$' -count 1 -v -timeout 90m ./cmd/igny8

bench: ## the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./app/...

bench-pages: ## rate, weight and statements of the pages on PostgreSQL; PEER=address COOKIE=... measures another application in turn
	@[ -n "$$TEST_DATABASE_URL" ] || { echo "TEST_DATABASE_URL names no PostgreSQL"; exit 1; }
	IGNY8_BENCH_PAGES=1 PEER="$(PEER)" COOKIE="$(COOKIE)" $(GO) test -run 'TestBenchPages$$' -count 1 -v -timeout 60m ./cmd/igny8

bench-clustering: ## the quality table of the clustering: make bench-clustering DATA=folder
	CLUSTERING_DATA=$(abspath $(DATA)) CLUSTERING_TABLE=$(abspath clustering-table.txt) $(GO) test -run TestQualityTable -count 1 -v -timeout 30m ./app/clustering

fuzz: ## ten seconds of each fuzz target
	@for target in $(FUZZED); do $(GO) test -run '^$$' -fuzz "$${target#*:}\$$" -fuzztime 10s "$${target%%:*}" || exit 1; done

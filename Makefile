# Everything a developer types. The work itself stands in scripts/.

BIN := .venv/bin
STAMP := .venv/.in-step-with-lock
# Newer than the other one when what the speeds are measured against is there too.
BENCH_STAMP := .venv/.with-what-is-measured-against
PORT ?= 8000
# How many tests run side by side: one a core.
WORKERS ?= 2
# pytest's own arguments, as in: make test ARGS="tests/domain -x"
ARGS ?=
# Python keeps what it has compiled: the tests start it some hundred times.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run test check slow offline bench routes pictures

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what is missing: system packages, then the locked environment in .venv/
	@scripts/system_packages.sh run
	@$(MAKE) --silent $(STAMP)

setup-test: ## The same, with the browser and the database server that the tests use
	@scripts/system_packages.sh test
	@$(MAKE) --silent $(STAMP)

$(STAMP): uv.lock pyproject.toml scripts/environment.sh
	@scripts/environment.sh

run: setup ## Serve the demo on http://127.0.0.1:8000 (PORT=N for another port)
	@$(BIN)/orgflow demo --port $(PORT)

test: setup-test ## Every test that takes seconds, with a real Chromium and a real PostgreSQL
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: setup ## Style, types, layers and templates
	@scripts/check.sh

slow: setup-test ## The proofs that take minutes (PROOF=name runs one; PROOF=? lists them)
	@$(BIN)/python -m pytest -m slow --timeout 3600 $(if $(PROOF),--proof '$(PROOF)') $(ARGS)

$(BENCH_STAMP): $(STAMP)
	@scripts/environment.sh --group bench
	@touch $@

bench: setup-test ## The speeds to reach, one line a target (ONLY="P8 P9" runs some)
	@scripts/system_packages.sh bench
	@$(MAKE) --silent $(BENCH_STAMP)
	@$(BIN)/python -m bench $(ONLY)

offline: setup-test ## All tests in a network that has nothing but loopback
	@scripts/offline.sh $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

pictures: setup-test ## Draw every kind of letter for docs/letters/ (KINDS="notula surat_biro" some)
	@scripts/system_packages.sh bench
	@$(BIN)/python scripts/letter_pictures.py docs/letters $(KINDS)

routes: setup ## Write tests/architecture/routes.txt anew, after looking at what changed
	@$(BIN)/python -m tests.architecture.routes

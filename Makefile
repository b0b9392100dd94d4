# zwgk: make demo | test | check | score | bench | neo4j | clean
# Every target sets up the environment it needs; nothing is installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NOTICES ?= data/notices data/verified
ZWGK_SEEDS ?= ../shared/seeds
DEMO_HOME ?= $(CURDIR)/.demo
UI ?= 1
# Brings axe-core 4.12.1 as a file, which is all that the tests take of it: without its Playwright.
AXE := axe-playwright-python==0.1.8
DEMO_ENV := ZWGK_HOME="$(DEMO_HOME)" NEO4J_URI=

.PHONY: demo test check score lint format types docs bench neo4j neo4j-stop test-tools clean

demo: $(VENV)/.run
	@$(DEMO_ENV) $(BIN)/zwgk build $(NOTICES)
	@$(DEMO_ENV) $(BIN)/zwgk ask "省财政厅每月必须公开什么？"
ifeq ($(UI),1)
	@$(DEMO_ENV) $(BIN)/zwgk ui
else
	@$(DEMO_ENV) $(BIN)/zwgk db stop
endif

test: $(VENV)/.dev test-tools
	$(BIN)/python -m pytest

check: SCORE_FLAGS = --against benchmarks/frozen/score.json
check: UNSEEN_FLAGS = --against benchmarks/frozen/unseen.json
check: lint types score test

# The extractor against readings: of invented notices, and of the verified ones, whose texts are not part of this project.
score: $(VENV)/.run
	$(BIN)/zwgk score benchmarks/unseen benchmarks/unseen data/notices $(UNSEEN_FLAGS)
	@if [ -d "$(ZWGK_SEEDS)" ]; then $(BIN)/zwgk score data/verified "$(ZWGK_SEEDS)" $(SCORE_FLAGS); \
	else echo "score: no notices at ZWGK_SEEDS=$(ZWGK_SEEDS); nothing scored"; fi

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(VENV)/.dev
	$(BIN)/mypy

docs: $(VENV)/.dev
	$(BIN)/python -m queries.docs
	$(BIN)/python -m graph.files.vocabulary

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.extract
	$(BIN)/python -m benchmarks.resolve

neo4j: $(VENV)/.dev
	$(BIN)/python tools/neo4j/server.py start

neo4j-stop: $(VENV)/.dev
	$(BIN)/python tools/neo4j/server.py stop

# What the browser tests and the tests against Neo4j need beside Python: Debian's packages, where this may install them.
test-tools:
	@sh tools/test-tools.sh

clean:
	rm -rf $(VENV) .demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "zwgk needs Python 3.11 or newer; say which: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.venv requirements.txt pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	$(BIN)/pip install -q --disable-pip-version-check -e ".[dev]"
	$(BIN)/pip install -q --disable-pip-version-check --no-deps $(AXE)
	@touch $@

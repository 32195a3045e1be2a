# make site and make test set everything up by themselves; make help lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OTHERS := .cache/benchmarks

.DEFAULT_GOAL := all
.PHONY: all help setup site serve test check check-wheel format lint types fast golden evaluate benchmark lock clean

all: check ## format, lint, types and the fast tests: run it before every commit

help: ## what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

setup: $(VENV)/.dev ## the virtual environment with everything a developer needs

site: $(VENV)/.run ## draft a briefing from every article in seeds/ and build site/
	@$(BIN)/briefings build

serve: $(VENV)/.run ## build, serve on this machine, rebuild and reload on every change
	@$(BIN)/briefings serve

test: $(VENV)/.dev ## all tests
	$(BIN)/python -m pytest -q

check: format lint types fast ## format, lint, types and the fast tests

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

fast: $(VENV)/.dev
	$(BIN)/python -m pytest -q -m "not slow and not model and not browser"

check-wheel: $(VENV)/.dev ## build the wheel, install it elsewhere, make a new site with it
	tests/wheel.sh $(BIN)/python

golden: $(VENV)/.dev ## write the expected sites, the example and the schemas anew; read the difference
	$(BIN)/python -m pytest -q tests/golden --update-golden
	$(BIN)/briefings schema --output schema
	$(BIN)/briefings build --redraft

evaluate: $(VENV)/.dev ## measure the model and extraction: make evaluate DATA=FOLDER
	$(BIN)/python -m training.measure $(DATA)

benchmark: $(VENV)/.run $(OTHERS)/.installed ## time this and other generators: make benchmark BENCHMARK="--briefings 1000"
	@$(BIN)/python -m benchmarks $(BENCHMARK)

lock: $(VENV)/.dev ## pin the newest versions that pyproject.toml allows, with their hashes
	$(BIN)/python -m pip install $(PIP) uv
	$(BIN)/uv pip compile $(UV) --group build --extra dev pyproject.toml \
		--output-file requirements-dev.lock
	$(BIN)/uv pip compile $(UV) --group build --constraint requirements-dev.lock pyproject.toml \
		--output-file requirements.lock
	$(BIN)/uv pip compile $(UV) benchmarks/requirements.in --output-file benchmarks/requirements.txt
	npm install --prefix benchmarks --package-lock-only --omit-lockfile-registry-resolved $(NPM)
UV := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock"

clean: ## remove the environment and everything that tools leave behind
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build site.staged-*

# Stamps in the environment say how far it has come, so that the second `make` has nothing to do, and
# one after an interruption goes on. The dev environment is the run environment with tools added.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.made
	$(BIN)/python -m pip install $(PIP) --require-hashes -r requirements.lock
	$(BIN)/python -m pip install $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(BIN)/python -m pip install $(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
PIP := --quiet --disable-pip-version-check

# The generators that ours is measured against live in a folder of their own.
$(OTHERS)/.installed: benchmarks/requirements.txt benchmarks/package-lock.json
	@rm -rf $(OTHERS) && mkdir -p $(OTHERS)
	@sh .ci/venv $(PYTHON) $(OTHERS)/venv
	$(OTHERS)/venv/bin/python -m pip install $(PIP) --require-hashes -r benchmarks/requirements.txt
	cp benchmarks/package.json benchmarks/package-lock.json $(OTHERS)
	npm ci --prefix $(OTHERS) $(NPM)
	@touch $@
NPM := --no-audit --no-fund --silent

$(VENV)/.made:
	@sh .ci/venv $(PYTHON) $(VENV)
	@touch $@

# `make` prints the targets. PYTHON names another interpreter, 3.11 or later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo
EVERY ?= 1
PAGES := src/hrdocs/web/static

.PHONY: help demo test lint types unit goldens hostile crash bench build web screenshots lock clean

help:
	@echo "make demo      set up, then run the main job on samples/ (the result is in $(DEMO)/)"
	@echo "make test      set up, then lint, types and tests"
	@echo "make goldens   rewrite the expected answers of samples/ and show the difference"
	@echo "make hostile   read some 1000 hostile and broken files, each on its own (takes long; EVERY=25: a sample)"
	@echo "make reading   measure how well completed forms of many shapes are read"
	@echo "make crash     kill 1,000 runs of intake at random moments (takes long)"
	@echo "make bench     measure against the peers"
	@echo "make web       build what the pages of hrdocs serve need (with npm)"
	@echo "make screenshots  a picture of every page, in screenshots/"
	@echo "make build     build the wheel"
	@echo "make lock      renew the lock files"
	@echo "make clean     remove what the targets made"

$(VENV)/run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/run
	$(BIN)/hrdocs demo $(DEMO)

test: lint types unit

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

unit: $(VENV)/dev
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory web || echo "The pages' style sheet could not be built: the tests that need it are skipped."; \
	else echo "npm is not here: the tests of the pages in a browser are skipped."; fi
	$(BIN)/python -m pytest -n auto

goldens: $(VENV)/dev
	$(BIN)/python -m tests.goldens
	git diff --stat -- samples tests/samples

hostile: $(VENV)/dev
	$(BIN)/python -m tests.hostile --every $(EVERY)

reading: $(VENV)/dev
	$(BIN)/python -m tests.reading.measure --kept

crash: $(VENV)/dev
	$(BIN)/python -m tests.batch.crashing 1000

bench: $(VENV)/dev
	$(BIN)/python -m bench

web: $(PAGES)/vendor/hrdocs.css

$(PAGES)/vendor/hrdocs.css: package-lock.json $(PAGES)/hrdocs.scss $(PAGES)/_review.scss
	npm ci --ignore-scripts --no-audit --no-fund --silent
	mkdir -p $(PAGES)/vendor/assets/images
	npx sass --no-source-map --style=compressed --quiet --load-path=. $(PAGES)/hrdocs.scss $@.part
	cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js $(PAGES)/vendor/
	cp node_modules/@ministryofjustice/frontend/moj/assets/images/icon-*.svg $(PAGES)/vendor/assets/images/
	mv $@.part $@

screenshots: $(VENV)/dev web
	$(BIN)/python -m tests.web.screenshots screenshots

build: $(VENV)/dev
	$(BIN)/python -m build --wheel --no-isolation

lock:
	uv pip compile --universal --generate-hashes --no-header --quiet -o requirements.lock pyproject.toml --extra web --extra report --group build
	uv pip compile --universal --generate-hashes --no-header --quiet -o requirements-dev.lock pyproject.toml --group dev --group bench

clean:
	rm -rf $(VENV) dist build $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis

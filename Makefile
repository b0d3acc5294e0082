# `make` prints the targets. PYTHON names another interpreter, 3.11 or later.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo

.PHONY: help demo test lint types unit goldens hostile bench build lock clean

help:
	@echo "make demo      set up, then run the main job on samples/ (the result is in $(DEMO)/)"
	@echo "make test      set up, then lint, types and tests"
	@echo "make goldens   rewrite the expected answers of samples/ and show the difference"
	@echo "make hostile   read some 600 hostile and broken files, each on its own (takes long)"
	@echo "make reading   measure how well completed forms of many shapes are read"
	@echo "make bench     measure against the peers"
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
	$(BIN)/python -m pytest -n auto

goldens: $(VENV)/dev
	$(BIN)/python -m tests.goldens
	git diff --stat -- samples tests/samples

hostile: $(VENV)/dev
	$(BIN)/python -m tests.hostile

reading: $(VENV)/dev
	$(BIN)/python -m tests.reading.measure --kept

bench: $(VENV)/dev
	$(BIN)/python -m bench

build: $(VENV)/dev
	$(BIN)/python -m build --wheel --no-isolation

lock:
	uv pip compile --universal --generate-hashes --no-header --quiet -o requirements.lock pyproject.toml --group build
	uv pip compile --universal --generate-hashes --no-header --quiet -o requirements-dev.lock pyproject.toml --group dev --group bench

clean:
	rm -rf $(VENV) dist build $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis

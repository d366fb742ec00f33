# Two commands on a fresh machine: `make demo` and `make test`. Nothing but Python 3.11+ and make is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check format clean

$(BIN)/.core: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(BIN)/.dev: $(BIN)/.core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(BIN)/.core  ## code the sample articles, print the tracks, write demo/brief.html
	@mkdir -p demo
	$(BIN)/dragoman ingest examples/articles examples/pages --db demo/demo.duckdb
	$(BIN)/dragoman tracks --db demo/demo.duckdb
	$(BIN)/dragoman brief --db demo/demo.duckdb --out demo/brief.html

test: $(BIN)/.dev  ## the fast suite
	$(BIN)/python -m pytest -n 2

check: $(BIN)/.dev  ## lint, types, direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(BIN)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) demo

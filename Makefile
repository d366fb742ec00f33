# Two commands on a fresh machine: `make demo` and `make test`. Nothing but Python 3.11+ and make is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# LOCKED=1 installs exactly the versions pinned with hashes in requirements/
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	--no-annotate --quiet --upgrade

.PHONY: demo test check format clean lock

$(BIN)/.core: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(if $(LOCKED),$(PIP_INSTALL) --require-hashes -r requirements/core.txt)
	$(PIP_INSTALL) --editable .
	@touch $@

$(BIN)/.dev: $(BIN)/.core
	$(if $(LOCKED),$(PIP_INSTALL) --require-hashes -r requirements/all.txt)
	$(PIP_INSTALL) --editable '.[dev]'
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

lock:  ## pin the newest versions of all dependencies anew (needs uv)
	$(COMPILE) --output-file requirements/core.txt
	$(COMPILE) --extra dev --extra cluster --output-file requirements/all.txt

clean:
	rm -rf $(VENV) demo

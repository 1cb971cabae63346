# The two commands of the README are `make demo` and `make test`; `make check` is what a commit must pass.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet

.PHONY: demo test check bench tables lock reference

demo: $(VENV)/core.stamp
	@$(BIN)/mithaq demo

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -n 2

check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/mithaq lang check
	$(BIN)/python -m mithaq.app.reference --check docs/reference
	$(BIN)/python -m pytest -n 2

bench: $(VENV)/core.stamp .venv-bench/stamp
	$(BIN)/python -m bench.extraction --beside .venv-bench/bin/python

# The generated pages of docs/reference.
reference: $(VENV)/core.stamp
	$(BIN)/python -m mithaq.app.reference docs/reference

# The generated tables of the packs (*.upstream.tsv), from CLDR, countrynames and GeoNames.
tables: .venv-tables/stamp
	.venv-tables/bin/python -m tools.tables

# Exact versions of the whole closure, taken anew from what pyproject.toml allows.
lock:
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet .
	.venv-lock/bin/python -m pip freeze --exclude mithaq > requirements.lock
	.venv-lock/bin/python -m pip install --quiet -c requirements.lock '.[dev]'
	.venv-lock/bin/python -m pip freeze --exclude mithaq > requirements-dev.lock
	rm -rf .venv-lock

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("mithaq needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 ..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/core.stamp: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install -r requirements.lock
	$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/core.stamp
	$(PIP) install -r requirements-dev.lock
	@touch $@

.venv-tables/stamp: tools/tables/requirements.txt
	$(PYTHON) -m venv .venv-tables
	.venv-tables/bin/python -m pip --quiet install --no-deps -r $<
	@touch $@

.venv-bench/stamp: requirements-bench.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --quiet install --no-deps -r $<
	@touch $@

# Áo Xanh: everything a newcomer types. `make run`, `make test`, `make check`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check format lint types contracts words transcripts coverage chaos nation constraints clean

$(READY): constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

run: $(READY)
	$(BIN)/python -m bot run

# -rs names every skipped test with its reason: what is optional is Chromium and PostgreSQL.
test: $(READY)
	$(BIN)/python -m pytest -rs -n 2 --dist worksteal

check: format lint types contracts test

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

# Words and their gates only: quick, while writing them.
words: $(READY)
	$(BIN)/python -m pytest -n 0 tests/test_gates.py tests/test_transcripts.py

transcripts: $(READY)
	$(BIN)/python -m tests.test_transcripts --rewrite

coverage: $(READY)
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term-missing:skip-covered

# Disks, clocks and networks broken around the running program; ten minutes of it.
chaos: $(READY)
	$(BIN)/python -m tests.chaos --minutes 10

# A day of the nation in virtual time, at full size: leave it running.
nation: $(READY)
	$(BIN)/python -m benchmarks.nation --write

# Needs uv; writes versions and hashes, and no addresses.
constraints:
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate -o constraints.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache

# make setup, make demo, make test: nothing but python3 (3.11 to 3.13) and make is needed.
PYTHON ?= python3
UV = VIRTUAL_ENV=$(CURDIR)/.venv UV_PYTHON_DOWNLOADS=never .venv/bin/uv
SYNC = $(UV) sync -q --active --locked --inexact
BIN = .venv/bin
JOBS ?= 2
# Files of the tests lie in memory where there is room and programs may run there: else each commit waits for a disk.
MEMORY := $(shell df -k --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 6000000' | grep -q . && \
	! grep -q ' /dev/shm .*noexec' /proc/mounts && echo PYTEST_DEBUG_TEMPROOT=/dev/shm)

.PHONY: help setup system demo test check bench bench-reading bench-identity bench-edition bench-desk screenshots clean

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

setup: .venv/.done  ## the virtual environment, from the lock with hashes

.venv/bin/uv:
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install -q "uv>=0.13,<0.14"

.venv/.done: .venv/bin/uv pyproject.toml uv.lock
	$(SYNC) || $(SYNC) --system-certs
	touch $@

.venv/.link: .venv/.done  # what tests and benchmarks need more: engines that link a register, readers of releases
	$(SYNC) --group link --group readers || $(SYNC) --group link --group readers --system-certs
	touch $@

system:  ## from Debian's packages (needs root): Tesseract with three languages, fonts, Pango for PDF, a browser for the tests
	apt-get update -q && apt-get install -yq --no-install-recommends tesseract-ocr tesseract-ocr-eng tesseract-ocr-rus tesseract-ocr-kaz tesseract-ocr-osd fonts-dejavu-core fonts-noto-core chromium libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

demo: .venv/.done  ## an encrypted register of invented people, read and counted before your eyes
	$(BIN)/tizim demo

test: .venv/.link  ## the whole suite, real PostgreSQL and SQLCipher included
	$(MEMORY) $(BIN)/pytest -n $(JOBS) --dist worksteal

check: .venv/.done  ## style, types, rooms, budgets
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tests/budgets.py

bench: .venv/.done  ## the benchmarks of the register, as ratios in one run
	$(BIN)/python -m bench.register
	$(BIN)/python -m bench.import_rows

bench-reading: .venv/.done  ## what the reader reaches on texts whose claims are known
	$(SYNC) --group peers-reading || echo "peers (spaCy, natasha) could not be installed and are left out"
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.reading_speed
	$(BIN)/python -m bench.ocr

bench-identity: .venv/.link  ## names, mentions, finding, placing, linking, each beside its peer (an hour)
	$(SYNC) --group link --group peers || echo "one peer (nomenklatura) could not be installed and is left out"
	$(BIN)/python -m bench.identity
	$(BIN)/python -m bench.context
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.placing
	$(BIN)/python -m bench.linking

bench-edition: .venv/.done  ## an edition of 10,000 people with all its files: time and memory (five minutes)
	$(BIN)/python -m bench.edition

bench-desk: .venv/.done  ## twenty people at work at the desk on 100,000 people (an hour; two idle cores)
	$(BIN)/python -m bench.desk_load

screenshots: .venv/.done  ## pictures of every screen of the desk in three languages (needs Debian's chromium)
	$(BIN)/python -m tests.browser.screenshots

clean:  ## away with everything made
	rm -rf .venv demo-register demo-register.key *.rejected.csv

# The two commands a newcomer needs are `make run` and `make test`. Each sets itself up from a clean checkout.
# Set-up steps that are done already are skipped, so calling them again costs a moment.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The first Python that is new enough; `make PYTHON=/path/to/python run` chooses another.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { command -v $$p; break; }; done)
BIN := .venv/bin
SETUP := $(PYTHON) tools/bootstrap.py
# Two test processes: the machines of CI have two cores. `make test WORKERS=0 ARGS=tests/unit` runs one in this process.
WORKERS ?= 2
# Who has nothing left to do takes half of what another has.
SHARED := -n $(WORKERS) --dist worksteal
ARGS ?=

.PHONY: help python setup run test test-full lint format bench bench-extraction bench-check bench-compose bench-web bench-likely bench-live-page bench-staffing bench-staffing-records bench-workforce bench-workforce-import bench-appraisal assets lock init demo backup restore check clean-data clean

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{ printf "  make %-16s %s\n", $$1, $$2 }'

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (on Debian: apt-get install python3 python3-venv)"; exit 1; }

run: python  ## Start everything and print the address; Ctrl-C stops it
	@$(SETUP) run
	@exec $(BIN)/sauro run $(ARGS)

test: python  ## Run the tests (set-up included)
	@$(SETUP) test
	@$(BIN)/pytest $(SHARED) -m "not slow" $(ARGS)

test-full: python  ## Run the tests, the slow ones too
	@$(SETUP) test
	@$(BIN)/pytest $(SHARED) $(ARGS)

lint: python  ## Style, types, layers, sizes, templates
	@$(SETUP) lint
	@$(BIN)/python tools/lint.py

format: python  ## Rewrite Python files in the one format
	@$(SETUP) lint
	@$(BIN)/ruff check --fix --quiet src tests tools; $(BIN)/ruff format src tests tools

bench: python  ## Measure speed and accuracy
	@$(SETUP) test
	@$(BIN)/python -m tools.bench $(ARGS)

bench-extraction: python  ## Measure extraction on the annotated sets and write its figures into the docs
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_extraction $(ARGS)

bench-check: python  ## Measure the proofreader and write its figures into the docs
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_check

bench-compose: python  ## Measure composing of documents and write its figures into the docs
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_compose

bench-web: python  ## Measure the running site on a million tasks: make bench-web [TASKS=1000000] [DATA=folder]
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_web $(if $(TASKS),--tasks $(TASKS),) $(if $(DATA),--data $(DATA),) $(ARGS)

bench-likely: python  ## Measure likely duplicates and write the figures into the docs
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_likely

bench-live-page: python  ## Measure the workspace of programmes in the demo's database and write the figures into the docs
	@PYTHONPATH=. $(BIN)/sauro manage shell -c "from tools.bench_live_page import main; main()"

bench-appraisal: python  ## Measure closing a month and a year of a province and write the figures into the docs
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_appraisal $(if $(PEOPLE),--people $(PEOPLE),) $(if $(DATA),--data $(DATA),) $(ARGS)

bench-staffing: python  ## Measure proposals of moves and write the figures into the docs
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_staffing

bench-staffing-records: python  ## Measure a proposal on the records of the synthetic province [DATA=folder]
	@$(SETUP) test
	@SAURO_DATA_DIR=$(or $(DATA),$(CURDIR)/var/bench-workforce) $(BIN)/sauro demo --workforce
	@PYTHONPATH=. SAURO_DATA_DIR=$(or $(DATA),$(CURDIR)/var/bench-workforce) $(BIN)/sauro manage shell -c "from tools.bench_staffing_records import main; main()"

bench-workforce: python  ## Measure figures of the synthetic province: make bench-workforce [DATA=folder]
	@$(SETUP) test
	@SAURO_DATA_DIR=$(or $(DATA),$(CURDIR)/var/bench-workforce) $(BIN)/sauro demo --workforce
	@PYTHONPATH=. SAURO_DATA_DIR=$(or $(DATA),$(CURDIR)/var/bench-workforce) $(BIN)/sauro manage shell -c "from tools.bench_workforce import main; main()"

bench-workforce-import: python  ## Measure the import of people and write its figures into the docs [PEOPLE=55000]
	@$(SETUP) test
	@$(BIN)/python -m tools.bench_workforce_import $(if $(PEOPLE),--people $(PEOPLE),)

setup: python  ## Install or renew what the product needs, without starting it
	@$(SETUP) run

assets: setup  ## Fetch the front-end packages again when their lock file changed

lock: python  ## Pin the newest versions that fit: Python packages with hashes, front-end packages
	@$(SETUP) lint
	@$(BIN)/python tools/lock.py --upgrade
	@npm update --package-lock-only --ignore-scripts
	@$(BIN)/python tools/trim_package_lock.py

init: python  ## Set up a real province: make init PROVINCE=91
	@$(SETUP) run
	@$(BIN)/sauro init --province $(PROVINCE)

demo: python  ## Load the demo province: make demo [ARGS=--workforce]
	@$(SETUP) run
	@$(BIN)/sauro demo $(ARGS)

backup: python  ## Write a backup: make backup [FILE=name.tar]
	@$(SETUP) run
	@$(BIN)/sauro backup $(FILE)

restore: python  ## Put a backup in place: make restore FILE=name.tar [ARGS=--force]
	@$(SETUP) run
	@$(BIN)/sauro restore $(FILE) $(ARGS)

check: python  ## Check machine, settings, database and files
	@$(SETUP) run
	@$(BIN)/sauro check

clean-data:  ## Remove all data of this checkout except backups (asks first; YES=1 does not)
	@if [ -x $(BIN)/sauro ]; then $(BIN)/sauro clean $(if $(YES),--yes,); else echo "Nothing was set up here."; fi

clean:  ## Remove everything that was installed (not the data)
	rm -rf .venv node_modules src/sauro/static/vendor build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

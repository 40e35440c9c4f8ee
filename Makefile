# The verbs. `make play` and `make test` do all of their own set-up.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
ONLY ?=

.DEFAULT_GOAL := help
.PHONY: help play doctor run test check bench docs fuzz lock clean

help:
	@echo "make play   try it: a pretend Slack in your browser"
	@echo "make doctor look whether all is set up for it"
	@echo "make run    run the bot against Slack (see README.md)"
	@echo "make test   pass every test"
	@echo "make check  format, lint, types, layers"
	@echo "make bench  measure; ONLY=name for one figure"
	@echo "make docs   play the telling moments anew and take their pictures"
	@echo "make fuzz   look for leaks with SEEDS=20 seeds; live through a year of sixty people, SEED=number for another"

$(READY): requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" sh .ci/prepare
	@touch $@

play: $(READY)
	@$(BIN)/rapport playground

doctor: $(READY)
	@$(BIN)/rapport doctor

run: $(READY)
	@$(BIN)/rapport run

test: $(READY)
	@sh .ci/browser
	@$(BIN)/python -m pytest

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY)
	@$(BIN)/python -m benchmarks $(ONLY)

docs: $(READY)
	@sh .ci/browser
	@$(BIN)/python -m tests.e2e.pictures

fuzz: $(READY)
	@SEEDS=$(or $(SEEDS),20) $(BIN)/python -m pytest tests/hostile/test_leaks.py tests/hostile/test_group_leaks.py tests/manners/test_concerns_unseen.py
	@$(BIN)/python -m benchmarks.year $(or $(WEEKS),52) $(or $(SEED),1)

lock: ## write requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --extra postgres --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

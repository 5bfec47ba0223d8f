# Every target makes or refreshes .venv by itself. `make` alone lists the targets.
# Variables: PYTHON=… (which Python makes .venv), ADDR=… (serve), ARGS=… (passed on to the tool).

ADDR ?= 127.0.0.1:8000
BIN = .venv/bin
# the theme's notice about its successor is said in README; not on every run
export NO_MKDOCS_2_WARNING = 1
# what Python compiled is kept, also where a container says otherwise: every start is faster
export PYTHONDONTWRITEBYTECODE =
READY = .venv/.ready

# Environments cannot be moved: one made for another folder, or whose Python is gone, is made anew.
ifneq ($(shell test -x $(BIN)/python && cat .venv/.lock 2>/dev/null),$(shell pwd -P))
.venv/.lock: FORCE
endif

.PHONY: help ocr env serve build release offline test a11y bench check lint format lock clean FORCE
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## /\1	/p' Makefile | expand -t 10

serve: $(READY) ## live preview at http://127.0.0.1:8000
	$(BIN)/mkdocs serve -a $(ADDR) --watch overrides $(ARGS)

build: $(READY) ## strict preview build into site/, guard included
	$(BIN)/mkdocs build --strict $(ARGS)

release: $(READY) ## the same, refusing sample, expired and retired facts
	HELPCENTER_PROFILE=release $(BIN)/mkdocs build --strict $(ARGS)

offline: build ## the built site as a zip that opens from disk, in build/offline/
	$(BIN)/helpcenter offline site

test: $(READY) ## the whole test suite; ARGS="-m 'not browser'" or "-k word" for a part of it
	$(BIN)/pytest -n auto --dist loadgroup $(ARGS)

a11y: $(READY) ## axe-core over every page, scheme and state
	HELPCENTER_A11Y=full $(BIN)/pytest -n auto tests/site/test_accessibility.py $(ARGS)

bench: $(READY) ## time and size against the plain stack, also as build/bench.json
	$(BIN)/python -m tests.bench.run $(ARGS)
	$(BIN)/python -m tests.bench.search
	$(BIN)/python -m tests.bench.lighthouse
	$(BIN)/python -m tests.bench.serve
	$(BIN)/python -m tests.bench.mutations

check: $(READY) ## all rules over the sources, no build
	$(BIN)/helpcenter check $(ARGS)

env: $(READY) ## only make or refresh .venv

lint: $(READY) ## style and types of the Python code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(READY) ## rewrite the Python code in the house style
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# Needs uv. --universal: one file for every Python and system.
lock: ## resolve pyproject.toml into requirements.lock; ARGS="--upgrade" for newer versions
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-emit-find-links \
	    --custom-compile-command "make lock" --quiet --output-file requirements.lock $(ARGS)
	uv pip compile pyproject.toml --extra ocr --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --constraints requirements.lock \
	    --custom-compile-command "make lock" --quiet --output-file requirements-ocr.lock $(ARGS)

ocr: $(READY) ## also read text in new pictures (400 MB more; used by check and lock)
	@PIP_USER=0 $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input \
	    --require-hashes --no-deps --only-binary=:all: -r requirements-ocr.lock

clean: ## remove what was built; .venv stays
	rm -rf build site .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A changed lock gives a fresh environment; a changed pyproject.toml only a new install of ours.
.venv/.lock: requirements.lock .ci/venv.sh
	@sh .ci/venv.sh "$(PYTHON)"

$(READY): .venv/.lock pyproject.toml
	@PIP_USER=0 $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input \
	    --no-deps --no-build-isolation --editable .
	@touch $@

FORCE:

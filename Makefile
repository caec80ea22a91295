# make html | pdf comes later | serve | test | lint | clean; everything is installed into .venv on first use.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
OUT := _build/html
SPHINX := $(BIN)/python -m sphinx -W --keep-going -n -q -j auto -c .
UV := $(shell command -v uv 2>/dev/null)

# The newest Python on PATH that starts; pip's way needs ensurepip as well. `make PYTHON=python3.12 ...` chooses another.
PYTHON ?= $(shell for minor in 14 13 12 11; do \
    "python3.$$minor" -c 'import sys$(if $(UV),,, ensurepip)' >/dev/null 2>&1 && { command -v "python3.$$minor"; break; }; \
  done)

.PHONY: html runs zh en entrance serve test lint lock clean

html: runs
	+@status=0; $(MAKE) --no-print-directory -j2 -k zh en entrance || status=1; \
	  grep -q . _build/runs.failed 2>/dev/null && status=1; exit $$status

# A broken example fails the build at its end; until then everything else is built.
runs: $(VENV)/installed
	@mkdir -p _build; rm -f _build/runs.failed
	@$(BIN)/python -m runs || echo failed > _build/runs.failed

zh en: $(VENV)/installed
	@$(SPHINX) -t $@ -d _build/doctrees/$@ docs/$@ $(OUT)/$@

entrance:
	@mkdir -p $(OUT); cp docs/entrance.html $(OUT)/index.html

serve: $(VENV)/installed
	@$(BIN)/python -m sphinx_autobuild --help >/dev/null

test: $(VENV)/installed
	@$(BIN)/python -m pytest

lint: $(VENV)/installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# Pins all dependencies, for every Python and system at once, with hashes; needs uv.
lock:
	uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-header --group dev -o requirements.txt

clean:
	rm -rf _build

$(VENV)/installed: requirements.txt
	@test -n "$(PYTHON)" || { echo "No Python 3.11 to 3.14 was found on PATH; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
ifdef UV
	@$(UV) venv --quiet --clear --no-python-downloads --python "$(PYTHON)" $(VENV)
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt
else
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
endif
	@echo "$(CURDIR)/docs/_ext" > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/book.pth"
	@touch $@

# make html, pdf, epub, zip, matrix, serve, test, soak, lint, bench, lock, clean; everything is installed into .venv on first use.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
OUT := _build/html
PAGES := _build/pages
DOCTREES := _build/doctrees
PDF := _build/pdf
EPUB := _build/epub
PY := $(BIN)/python -m
SPHINX := $(PY) sphinx -W --keep-going -n -q -j auto -c .
UV := $(shell command -v uv 2>/dev/null)

# The newest Python on PATH that starts; pip's way needs ensurepip as well. `make PYTHON=python3.12 ...` chooses another.
PYTHON ?= $(shell for minor in 14 13 12 11; do \
    "python3.$$minor" -c 'import sys$(if $(UV),,, ensurepip)' >/dev/null 2>&1 && { command -v "python3.$$minor"; break; }; \
  done)

.PHONY: html runs zh en entrance pdf epub zip readthedocs matrix serve test soak lint bench lock clean

html: runs
	+@$(MAKE) --no-print-directory -j2 -k zh en entrance && test ! -e _build/runs.failed

# A broken example fails the build at its end; until then everything else is built.
runs: $(VENV)/installed
	@mkdir -p _build; rm -f _build/runs.failed
	@$(BIN)/python -m runs || echo failed > _build/runs.failed

# Every example on each of the interpreters that PYTHONS names, or that are found; the pages then tell of all of them.
matrix: $(VENV)/installed
	@$(BIN)/python -m runs --pythons $(PYTHONS)

# After a failure all pages are read again, since Sphinx tells of a broken link only when it writes the page.
# What Sphinx writes is then made light: the same pages in a twentieth of the bytes.
zh en: $(VENV)/installed
	@$(SPHINX) -t $@ -d $(DOCTREES)/$@ docs/$@ $(PAGES)/$@ || { rm -f $(DOCTREES)/$@/environment.pickle; exit 1; }
	@$(PY) light $(PAGES)/$@ $(OUT)/$@

entrance: $(VENV)/installed
	@mkdir -p $(OUT); cp docs/entrance.html $(OUT)/index.html; cp docs/entrance.css docs/_static/icon.svg $(OUT)
	@$(PY) website.root $(OUT)

# The book as one file, from what the pages were read into; `make html` then links to it. Its date is that of the last
# change, so that the same book and the same runs give the same bytes.
pdf: runs
	+@$(MAKE) --no-print-directory -j2 -k pdf-zh pdf-en && test ! -e _build/runs.failed

epub: runs
	+@$(MAKE) --no-print-directory -j2 -k epub-zh epub-en && test ! -e _build/runs.failed

pdf-% epub-%: export SOURCE_DATE_EPOCH = $(shell git log -1 --format=%ct 2>/dev/null || date +%s)

pdf-%: $(VENV)/installed
	@$(SPHINX) -b typst -t $* -d $(DOCTREES)/$* docs/$* $(PDF)/$*
	@mv $(PDF)/$*/*.pdf $(PDF)

epub-%: $(VENV)/installed
	@rm -rf $(EPUB)/$*  # whatever lies there would become part of it
	@$(SPHINX) -b epub -t $* -d $(DOCTREES)/$* docs/$* $(EPUB)/$*
	@mv $(EPUB)/$*/*.epub $(EPUB)

# The whole site as one file, for a server or for a reader without a network.
zip: html
	@$(BIN)/python -m website.archive $(OUT) _build/python-multiprocessing-site.zip

# Read the Docs builds one language at a time, into a folder of its own.
readthedocs: DOCTREES := _build/doctrees/readthedocs/$(READTHEDOCS_LANGUAGE)
readthedocs: EDITION := $(firstword $(subst -, ,$(READTHEDOCS_LANGUAGE)))
readthedocs: runs
	+@$(MAKE) --no-print-directory DOCTREES=$(DOCTREES) pdf-$(EDITION) epub-$(EDITION)
	@$(SPHINX) -t $(EDITION) -d $(DOCTREES)/$(EDITION) docs/$(EDITION) $(PAGES)/readthedocs/$(EDITION)
	@$(PY) light $(PAGES)/readthedocs/$(EDITION) "$$READTHEDOCS_OUTPUT/html"
	@mkdir -p "$$READTHEDOCS_OUTPUT/pdf" "$$READTHEDOCS_OUTPUT/epub"
	@cp $(PDF)/*-$(EDITION).pdf "$$READTHEDOCS_OUTPUT/pdf"
	@cp $(EPUB)/*-$(EDITION).epub "$$READTHEDOCS_OUTPUT/epub"
	@test ! -e _build/runs.failed

# SERVE="--port 8001" for another port.
serve: $(VENV)/installed
	@$(BIN)/python -m serve $(SERVE)

test: $(VENV)/installed
	@$(BIN)/python -m pytest

lint: $(VENV)/installed
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

# Every example N times under each start method on each Python, on a busy machine.
soak: $(VENV)/installed
	@$(BIN)/python -m runs.soak $(or $(N),20) $(NAMES) --pythons $(PYTHONS)

bench: $(VENV)/installed
	@$(BIN)/python -m pytest -s tests/bench

# Pins all dependencies, for every Python and system at once, with hashes.
lock: $(VENV)/installed
	@$(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-header --group dev -o requirements.txt

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
	@mkdir -p $(VENV)/etc/ipython  # cells talk to their kernel over loopback; its warning about that says nothing new
	@echo "c.IPKernelApp.log_level = 'ERROR'" > $(VENV)/etc/ipython/ipython_kernel_config.py
	@touch $@

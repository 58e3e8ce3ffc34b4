# Targets that run the project set up what is missing first; nothing is installed outside this folder.
PYTHON ?= python3
PORT ?= 8000
TOOL = $(PYTHON) -m tools.bootstrap

.DEFAULT_GOAL := help
.PHONY: help python setup run stop forget test lint bench words lock clean

help:
	@echo "make run     start everything here: http://127.0.0.1:$(PORT) (another port: make run PORT=8010)"
	@echo "make stop    stop what make run started (Ctrl-C there does the same)"
	@echo "make forget  remove the data that make run kept"
	@echo "make test    every check and every test, with servers of its own"
	@echo "make lint    the quick checks alone"
	@echo "make bench   the benchmarks, one JSON line per figure"
	@echo "make words   gather the words of women's pages into the catalogues, after a change of wording"
	@echo "make setup   only install what the others need"
	@echo "make lock    choose package versions anew after a change in pyproject.toml (needs uv)"
	@echo "make clean   remove what was built and installed; the data in .local stays"

python:
	@command -v $(PYTHON) >/dev/null || { echo "This needs Python 3.11 or newer, and there is no $(PYTHON) here."; exit 1; }

setup: python
	@$(TOOL)

run: python
	@$(TOOL) run $(PORT)

stop forget:
	@test ! -x .venv/bin/python || .venv/bin/python -m tools.$@

test: python
	@$(TOOL) test

lint: python
	@$(TOOL) test --lint

bench: python
	@$(TOOL) bench

words: python
	@$(TOOL) words

# After a change of packages in pyproject.toml. Needs uv.
COMPILE = uv pip compile --quiet --universal --generate-hashes --no-emit-index-url pyproject.toml
lock:
	$(COMPILE) --group local --group test -o requirements.lock
	$(COMPILE) -c requirements.lock -o requirements-server.lock

clean:
	rm -rf .venv node_modules build .local/stamps .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Two commands for a newcomer: `make demo` and `make test`. Each does all its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo serve test check bench floors lock clean help

help: ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/base: requirements/base.txt pyproject.toml
	@scripts/python.sh $(PYTHON) $(VENV)
	$(PIP) install --quiet --require-hashes -r requirements/base.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(VENV)/base requirements/dev.txt
	$(PIP) install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/base ## read the sample corpus and show the account
	@$(BIN)/wirecopy demo
	@echo "In a browser:      make serve"

serve: $(VENV)/base ## show the sample account in a browser
	@test -f build/demo/account.db || $(MAKE) --no-print-directory demo > /dev/null
	@$(BIN)/wirecopy serve --account build/demo/account.db

test: $(VENV)/dev ## run the tests
	@scripts/chromium.sh
	$(BIN)/python -m pytest

check: $(VENV)/dev ## lint, types, import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev ## measure speed, and quality where the evaluation data are
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/copies.py
	$(BIN)/python bench/quality.py

floors: $(VENV)/dev ## measure quality alone; fails where a figure is below bench/floors.json
	$(BIN)/python bench/quality.py

lock: $(VENV)/dev ## resolve the dependencies anew
	$(BIN)/python scripts/lock.py

clean: ## remove what was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

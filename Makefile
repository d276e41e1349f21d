PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test install bench citations peers annuaire couverture lint clean

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/'

run: install ## Print the contributions of exemples/artisan.yaml for 2026, explained
	@$(BIN)/egide cotisations exemples/artisan.yaml --annee 2026
	@$(BIN)/egide expliquer cotisation_maladie_maternite exemples/artisan.yaml --annee 2026

test: install lint ## Everything the continuous integration runs
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

install: $(VENV)/.installed ## Make the environment in .venv

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "egide: Python 3.11 or later is needed (make PYTHON=python3.12 …)")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src  # as pip does for what it copies: the first answer does not wait for it
	@touch $@

bench: install ## Measure speed, as ratios in one run
	$(BIN)/python tools/bench.py

citations: install ## Check every article cited against the codes (needs npm)
	$(BIN)/python tools/citations.py

peers: install ## Compare with the official simulators, line by line (needs node and npm)
	$(BIN)/python tools/pairs.py

annuaire: install ## Build the file of the communes of the directory (needs npm)
	$(BIN)/python tools/annuaire.py

couverture: install ## Write docs/couverture.md: what is known of each fund of liberal professions, year by year
	$(BIN)/python tools/couverture.py

clean: ## Remove the environment
	rm -rf $(VENV)

# `make` alone says what there is to make. Nothing is installed outside .venv and .venv-peers.

VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
TRUTH := .venv-truth
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
OUT := out/al-hol

.DEFAULT_GOAL := help
.PHONY: help demo test check bench bench-reading bench-events bench-copies bench-estimate bench-peers bench-fusion bench-truth bench-brief bench-gate bench-mask bench-intake bench-pages soak readme lock format clean
.DELETE_ON_ERROR:

help: ## say what there is to make
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

# Exit code 1 says that some input had a problem: it is listed, and there is a brief all the same.
demo: $(VENV)/.run ## install, then brief the example site from its accounts
	@echo "reading examples/al-hol/accounts"
	@rm -f $(OUT)/brief.html
	@$(BIN)/thirdhand run examples/al-hol/accounts --site al-hol -o $(OUT) || [ $$? -eq 1 ]
	@[ -f $(OUT)/brief.html ]

test: $(VENV)/.dev ## install, then run all tests
	@echo "testing"
	@$(BIN)/python -m pytest

check: $(VENV)/.dev ## format, lint, types, import contracts, then all tests
	@echo "format" && $(BIN)/ruff format --check --quiet --output-format concise .
	@echo "lint" && $(BIN)/ruff check --quiet --output-format concise .
	@echo "types" && $(BIN)/mypy --no-error-summary
	@echo "import contracts" && $(BIN)/lint-imports --no-logo
	@echo "testing" && $(BIN)/python -m pytest

soak: $(VENV)/.dev ## odd texts, wrong files for every reader, runs killed at 50 moments, stores tampered with (an hour)
	@THIRDHAND_SOAK=1 $(BIN)/python -m pytest tests/read/test_every_prefix.py tests/read/test_linear.py
	@$(BIN)/python -m tests.ingest.soak 60
	@THIRDHAND_SOAK=1 $(BIN)/python -m pytest tests/flow/test_killed.py
	@THIRDHAND_SOAK=1 $(BIN)/python -m pytest tests/store/test_custody.py

bench: $(VENV)/.dev ## time each stage on the example, against plain spaCy
	@$(BIN)/python -m benchmarks

bench-reading: $(VENV)/.dev ## score the reader on each judged set, beside other programs (SETS="claims times": these)
	@$(BIN)/python -m benchmarks.reading --peers $(SETS)

bench-events: $(VENV)/.dev bench-peers ## group news that tells of one happening, beside scikit-learn
	@$(BIN)/python -m benchmarks.events

bench-copies: $(VENV)/.dev bench-peers ## find copies in the example, in reprints and in 100,000 made-up stories, beside other programs
	@$(BIN)/python -m benchmarks.copies

bench-peers: $(PEERS)/.peers ## install the programs that reading, copies and events are set beside, apart from all else

bench-estimate: $(VENV)/.dev ## score the estimate over time, on the example and on made-up histories, beside plainer ways
	@$(BIN)/python -m benchmarks.estimate population simulated --processes 2

bench-fusion: $(VENV)/.dev bench-truth ## score `thirdhand estimate` beside other programs, on fixed values
	@$(BIN)/python -m benchmarks.fusion

bench-brief: $(VENV)/.dev ## time all that comes after reading, on 10,000 made-up accounts of one place (read once, some minutes)
	@$(BIN)/python -m benchmarks.brief

bench-gate: $(VENV)/.dev ## plant wrong sentences into the example's brief and count those that the gate stops
	@$(BIN)/python -m benchmarks.gate

bench-mask: $(VENV)/.dev ## count private names that masking finds and misses, and others that it hides
	@$(BIN)/python -m benchmarks.mask

bench-intake: $(VENV)/.dev ## take in 1,000 mixed files, many plain ones and a large mailbox, and watch the memory (minutes)
	@$(BIN)/python -m benchmarks.intake

bench-pages: $(VENV)/.dev bench-peers ## take articles and their days from web pages, beside other libraries (PAGES=DIR: the public benchmark too)
	@$(BIN)/python -m benchmarks.extraction $(if $(PAGES),--folder $(PAGES))

bench-truth: $(TRUTH)/.truth ## install the programs that `thirdhand estimate` is set beside, apart from all else

readme: $(VENV)/.dev bench-peers ## put the demo's output and the measured figures into README.md and docs/reading.md
	@$(BIN)/python tools/readme

format: $(VENV)/.dev ## put the code into the house's format
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock: $(VENV)/.dev ## pin what pyproject.toml asks for (UPGRADE=1: the newest versions)
	@UV=$(BIN)/uv UPGRADE=$(UPGRADE) tools/lock

clean: ## remove the environment, caches and output
	rm -rf $(VENV) $(PEERS) $(TRUTH) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# Each stamp is newer than what it was made from, so a second `make` installs nothing.

$(VENV)/.pip: requirements/pip.txt tools/venv
	@tools/venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.pip requirements/run.txt pyproject.toml
	@echo "installing what the program needs (a few minutes the first time)"
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.pip requirements/dev.txt pyproject.toml
	@echo "installing what the program and its tests need (a few minutes the first time)"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

# pip is the pinned one here too; the peers' versions are those of the program where both have one.
$(PEERS)/.peers: requirements/pip.txt requirements/peers.txt tools/venv
	@tools/venv $(PEERS)
	@echo "installing the peers (a few minutes the first time)"
	@$(PEERS)/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements/peers.txt
	@touch $@

# Without dependencies: requirements/truth.in names all that is loaded, and says why.
$(TRUTH)/.truth: requirements/pip.txt requirements/truth.txt tools/venv
	@tools/venv $(TRUTH)
	@echo "installing the peers of estimates (a minute the first time)"
	@$(TRUTH)/bin/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements/truth.txt
	@touch $@

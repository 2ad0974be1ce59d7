.PHONY: install test lint bench example

PYTHON ?= python3

install:  ## everything needed to work on the project
	$(PYTHON) -m pip install -e '.[dev]'

test:  ## what has to pass
	$(PYTHON) -m pytest

lint:  ## style, types, layers
	ruff check checker tests
	mypy checker
	lint-imports

bench:  ## ratios measured side by side; absolute times mean little
	$(PYTHON) -m pytest tests/benchmarks -s

example:  ## the showcase story
	checker check seeds/harbour-bridge/story.txt --coverage seeds/harbour-bridge/coverage

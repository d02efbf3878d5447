# `make help` tells what there is. Each target does the set-up that it needs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The tools of `make setup`, in front of any others.
export PATH := $(shell scripts/tools-path):$(PATH)

.PHONY: help setup setup-test serve build test lint train train-check bench bench-page bench-dates score effort dist-size clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Brings the compiler's wasm target, trunk, wasm-bindgen and wasm-opt
	@scripts/setup.sh

setup-test: ## The same, and the browsers that the tests drive
	@scripts/setup.sh --test

serve: setup ## Builds the page, serves it at http://127.0.0.1:8080 and rebuilds it on each change
	trunk serve

build: setup ## Builds the static site into dist/
	trunk build --release --locked

test: setup-test ## Tests the core natively, and the built page in a browser (DAU_BROWSER=firefox for the other)
	@scripts/test.sh

lint: setup ## Checks format, warnings, documentation and that the core knows no web
	@scripts/lint.sh

bench: ## Measures the core
	cargo bench --no-default-features --features cli

bench-page: setup-test build ## Measures the built page in a browser
	cargo run --package dau-browser-tests --example speed

bench-dates: setup-test build ## Measures the date rules against chrono-node in a browser
	@scripts/bench-dates.sh

# The articles and corpora lie beside the repository, not in it.
SHARED ?= ../shared
score: ## Scores the detector on the annotated articles and on the news corpus
	@if [ -f examples/score.rs ] && [ -d $(SHARED)/gold ]; then \
	  cargo run --release --no-default-features --features cli --example score -- \
	    $(SHARED)/gold $(SHARED)/corpus/vtb-news.txt; \
	else echo 'score: needs examples/score.rs and $(SHARED)/gold'; fi

effort: ## Counts what correcting costs: actions per annotation
	cargo run --release --no-default-features --example effort

train: ## Trains the model of names on the corpus and writes data/names.bin (two minutes)
	cargo run --release --no-default-features --features cli --example train

train-check: ## Trains it again and compares
	cargo run --locked --release --no-default-features --features cli --example train -- --check

dist-size: ## Tells the size of dist/ raw, gzipped and in brotli, and fails over the budget
	@node scripts/dist-size.mjs

clean: ## Removes what was built, not the tools
	cargo clean
	rm -rf dist

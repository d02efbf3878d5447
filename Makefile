# `make help` tells what there is. Each target does the set-up that it needs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The tools of `make setup`, in front of any others.
export PATH := $(shell scripts/tools-path):$(PATH)

.PHONY: help setup setup-test serve build test lint bench score dist-size clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Brings the compiler's wasm target, trunk, wasm-bindgen and wasm-opt
	@scripts/setup.sh

setup-test: ## The same, and the browsers that the tests drive
	@scripts/setup.sh --test

serve: setup ## Builds the page, serves it at http://127.0.0.1:8080 and rebuilds it on each change
	trunk serve

build: setup ## Builds the static site into dist/
	trunk build --release

clean: ## Removes what was built, not the tools
	cargo clean
	rm -rf dist

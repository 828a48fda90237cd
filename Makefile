# One verb per chore. `make` alone lists them.

DATA ?= Storage/data
LISTEN ?= 127.0.0.1:8080
SECONDS_TO_FUZZ ?= 600

SHELL := /bin/bash
RELEASE := .build/release
BUILT := .build/built-for-run
# Folders as well: a file that was deleted changes its folder.
SOURCES := Package.swift $(shell find Sources -type d -o -type f)
SWIFT_FILES := Package.swift Sources Tests

.PHONY: help run build test fuzz bench format lint docs clean new-city prepare-run

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build  ## build what is needed, start the demo city on http://127.0.0.1:8080 (DATA=folder LISTEN=host:port)
	@exec Scripts/demo $(RELEASE)/ecabinet-server '$(DATA)' '$(LISTEN)'

build: prepare-run $(BUILT)  ## the three programs, in release, into .build/release

prepare-run:
	@Scripts/prepare run

# One call for the three products: while one ends in a single large module, the others keep the second core busy. Nothing else is built.
$(BUILT): $(SOURCES) | prepare-run
	@echo "Building in release; the first time takes several minutes."
	swift build -c release --static-swift-stdlib
	@touch $@

test:  ## every test: Swift, the running server, real Chromium, the docs
	@Scripts/prepare test
	@Scripts/test

fuzz:  ## ten minutes of hostile bytes for the frame decoder and the examiner (SECONDS_TO_FUZZ=600)
	@Scripts/prepare test
	@Scripts/fuzz $(SECONDS_TO_FUZZ)

bench: build  ## measure a release build beside references in the same run (ARGS="--quick --only ballots")
	@bash Tests/Benchmarks/run.sh $(ARGS)

format:  ## lay out all Swift as .swift-format says
	swift format format --in-place --parallel --recursive $(SWIFT_FILES)

lint:  ## say what `format` would change, change nothing
	swift format lint --strict --parallel --recursive $(SWIFT_FILES)

docs:  ## check links, command, event and setting lists of the docs against the sources
	@python3 Scripts/check-docs

new-city:  ## throw the demo city away; the next `make run` founds a new one
	@if [ -e '$(DATA)' ] && [ ! -e '$(DATA)/demo-password' ]; then echo "$(DATA) is not a demo city of make run; remove it yourself." >&2; exit 1; fi
	@if [ -e '$(DATA)/lock' ] && ! flock --nonblock '$(DATA)/lock' true; then echo "A server is running on $(DATA); stop it first." >&2; exit 1; fi
	rm -rf -- '$(DATA)'

clean:  ## remove what was built, never data
	rm -rf .build .venv

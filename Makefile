# Everything a newcomer, a developer and continuous integration need. `make` alone explains itself.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGES := kiosk devices screens offline_queue config provisioning fleet
# What is compiled is kept: a start that compiles every module anew takes half as long again.
unexport PYTHONDONTWRITEBYTECODE

# What the system must bring: a virtual screen and software OpenGL, Chinese fonts and that of the lines of passports, the Pinyin engine, the voice, the chip card
# service with what its binding is built from; and for development the independent programs that the tests ask for a
# second opinion (age, OpenSSL, strongSwan's EST client), socat, strace, and virtual chip card readers.
SYSTEM := xvfb xauth libmtdev1 libgl1 libgl1-mesa-dri libegl1 libgles2 fonts-noto-cjk fonts-noto-ui-core fonts-ocr-b \
	librime1 rime-data-luna-pinyin rime-data-pinyin-simp espeak-ng alsa-utils \
	pcscd libpcsclite-dev gcc libc6-dev cups cups-client cups-ipp-utils libusb-1.0-0
SYSTEM_DEV := tesseract-ocr tesseract-ocr-chi-sim age socat strace strongswan-pki libstrongswan-standard-plugins vsmartcard-vpcd openssl libzbar0 dbus-daemon postgresql

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo run test lint format bench soak walks gallery screenshots lock diagrams clean

help: ## show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: setup-dev ## platform, simulated hardware and terminal; with HEADLESS=1 a scripted resident uses it and the demo ends
	@$(BIN)/python -m kiosk.demo

run: setup ## start the touchscreen of this terminal (KIOSK_HOME)
	@$(BIN)/kiosk run

test: setup-dev lint ## every check: style, types, architecture, tests with coverage
	@echo "== tests"
	@$(BIN)/coverage erase
	@$(BIN)/pytest -q -n 3 --dist loadfile --cov --cov-report=
	@echo "== coverage (branches): everything at least 90 %, what must never be wrong at least 98 %"
	@$(BIN)/coverage report --fail-under=90
	@$(BIN)/coverage report --fail-under=98 --include='$(STRICT)'

STRICT := devices/card_reader/sdt/*,kiosk/journeys/*,kiosk/receipts/*,offline_queue/seal.py

lint: setup-dev ## style, types, direction of imports
	@echo "== ruff";         $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "== mypy";         $(BIN)/mypy
	@echo "== import-linter"; $(BIN)/lint-imports --no-logo

format: setup-dev ## put the code in shape
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

bench: setup-dev ## speeds, as ratios against the raw limit in the same run
	@$(BIN)/python -m tests.bench

SOAK ?= --schedules 10000 --workers 4
soak: setup-dev ## ten thousand random fault schedules over all simulated devices (about an hour); SOAK="--seed 7 --schedules 100"
	@$(BIN)/python -m tests.faults.device_schedules $(SOAK)

gallery: setup-dev ## pictures of every page in everything it can look like, and what is wrong with them: build/gallery/index.html
	@SDL_VIDEODRIVER=offscreen KIOSK_HOME=build/gallery/home $(BIN)/python -m screens.gallery $(GALLERY)
GALLERY ?=

screenshots: setup-dev ## pictures for translators, each message on a page that says it: build/screenshots/zh-Hans/index.html
	@SDL_VIDEODRIVER=offscreen KIOSK_HOME=build/screenshots/home $(BIN)/python -m tests.kiosk.journeys.screenshots $(SCREENSHOTS)
SCREENSHOTS ?=

walks: setup-dev ## a million random steps over all services; each is checked (about ten minutes)
	@$(BIN)/python -m tests.kiosk.journeys.walks

diagrams: setup-dev ## draw the journeys again from their state machine
	@$(BIN)/python -m kiosk.journeys.diagram docs/journeys

lock: setup-dev ## resolve the versions of both locks again
	@$(BIN)/pip-compile $(LOCK) -o requirements.lock pyproject.toml
	@$(BIN)/pip-compile $(LOCK) -o requirements-dev.lock --all-extras --all-build-deps pyproject.toml
LOCK := -q --generate-hashes --allow-unsafe --no-strip-extras --no-emit-index-url --no-emit-find-links --no-header

clean: ## remove what was built here
	rm -rf build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info

setup: $(VENV)/terminal.stamp
setup-dev: $(VENV)/dev.stamp

# Only what is missing is installed, so that a second run takes no time and needs neither root nor a network.
define install_system
	@missing=""; for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  echo "== installing system packages:$$missing"; \
	  root=""; [ "$$(id -u)" = 0 ] || root="sudo"; \
	  $$root apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

$(BIN)/python:
	$(call install_system,python3 python3-venv)
	@echo "== making the virtual environment"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/terminal.stamp: requirements.lock pyproject.toml Makefile | $(BIN)/python
	$(call install_system,$(SYSTEM))
	@[ -e $(VENV)/dev.stamp ] || { echo "== installing Python packages (a minute or two)"; \
	  $(BIN)/pip install -q --require-hashes -r requirements.lock; }
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $@

# An ESC/POS interpreter that is not ours reads receipts back; it asks for a later Python than it needs.
WITNESS := tests/devices/printer/independent.lock
# A tus server that is not ours takes our uploads. Node.js may be there already, from wherever.
TUS := tests/offline_queue/tus_server
NODE := $(shell command -v npm >/dev/null || echo nodejs npm)
# How characters are written, stroke by stroke: handwriting for tests is made from it.
STROKES := tests/screens/keyboards/strokes
$(VENV)/dev.stamp: requirements-dev.lock $(WITNESS) $(TUS)/package-lock.json $(STROKES)/package-lock.json pyproject.toml Makefile | $(BIN)/python
	$(call install_system,$(SYSTEM) $(SYSTEM_DEV) $(NODE))
	@for folder in $(TUS) $(STROKES); do (cd $$folder && \
	  npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --omit=optional --loglevel=error >/dev/null); done
	@echo "== installing Python packages for development (a minute or two)"
	@$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	@$(BIN)/pip install -q --require-hashes --no-deps --no-compile --ignore-requires-python -r $(WITNESS)
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $@ $(VENV)/terminal.stamp

# make run · make test · make test-long · make check · make bench · make bundle

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

# The native window on Linux needs Qt: fetched only where there is a screen to show it on.
SCREEN := $(if $(filter Linux,$(shell uname -s)),$(DISPLAY)$(WAYLAND_DISPLAY))
RUN_ENV := $(VENV)/ready-run $(if $(SCREEN),$(VENV)/ready-qt)

# The tests run in this many processes; 0 runs them in one, where a debugger can look.
WORKERS ?= 2
# What was compiled once is kept, whatever the machine is told: the tests start Linework again and again.
test test-long: export PYTHONDONTWRITEBYTECODE =

.PHONY: run test test-long check bench bundle lock clean

run: $(RUN_ENV)
	$(BIN)/python run.py

test: $(VENV)/ready-dev
	@$(BIN)/python tests/architecture/machine.py
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -q -rs -n $(WORKERS) --dist loadfile -m "not long" $(ARGS)
	@$(BIN)/python tests/architecture/ratchet.py

test-long: $(VENV)/ready-dev
	@$(BIN)/python tests/architecture/machine.py
	$(BIN)/python -m pytest -q -rs -o faulthandler_timeout=7200 $(ARGS)

check: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports --cache-dir build/import-linter
	$(BIN)/python -m pytest -q tests/architecture

bench: $(VENV)/ready-dev
	$(BIN)/python -m tests.bench $(ARGS)

# One folder to unzip and run, for the system it is built on.
OURS := pages components studio storage
bundle: $(VENV)/ready-run $(if $(SCREEN),$(VENV)/ready-qt)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pyinstaller>=6.22,<7'
	$(BIN)/python -m PyInstaller --noconfirm --log-level WARN --name linework --specpath build --distpath dist --workpath build/bundle \
	  $(foreach floor,$(OURS),--collect-submodules $(floor) --collect-data $(floor)) --collect-data nicegui --collect-data babel \
	  --add-data "$(CURDIR)/studio/migrations$(if $(filter Windows_NT,$(OS)),;,:)studio/migrations" run.py

# Pins and hashes for Linux, Windows and macOS at once; needs uv.
LOCK := --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 --quiet
lock:
	uv pip compile pyproject.toml $(LOCK) -o requirements.txt
	uv pip compile --group pyproject.toml:qt -c requirements.txt $(LOCK) -o requirements-qt.txt
	uv pip compile --group pyproject.toml:dev -c requirements.txt $(LOCK) -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist

$(VENV)/ready-run: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --upgrade
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/ready-qt: requirements-qt.txt $(VENV)/ready-run
	$(PIP) -r requirements-qt.txt
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready-run
	$(PIP) -r requirements-dev.txt
	@touch $@

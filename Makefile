# The verbs of the project. Works with GNU make 3.81 and any sh; every path is relative, so a folder name may hold spaces.

PYTHON = .venv/bin/python
PIP = $(PYTHON) -m pip --disable-pip-version-check --quiet
OUT ?= out
# Options for pytest, for example: make test TESTS="-k verify"
TESTS ?=
# How long make torture goes on
SEEDS ?= 24
ACTS ?= 2000
# How many ways of changing a packet make torture tries
MUTATIONS ?= 10000
# How many times make torture kills a program at work
KILLS ?= 2000
# How long make fuzz goes on with each reader
EACH ?= 60

.PHONY: help demo test torture fuzz check validate bench scale shots release clean

help:
	@echo "make demo      set up, build the packet of the sample company into $(OUT)/ and verify it"
	@echo "make test      set up and run every test"
	@echo "make torture   a clumsy person at the window: $(SEEDS) walks of $(ACTS) acts; $(MUTATIONS) ways of changing a packet; $(KILLS) kills"
	@echo "make fuzz      give every reader of foreign files what nobody wrote, $(EACH) seconds each"
	@echo "make check     ruff, mypy and the content check"
	@echo "make validate  build every sample, open all files with real validators, walk all scopes and hard companies"
	@echo "make bench     measure times and memory"
	@echo "make scale     make fifty thousand changes in the window, and a company of ten years; takes minutes"
	@echo "make shots     draw every page of the window into $(OUT)/shots, to look at"
	@echo "make release   wheel, source archive, bill of materials, licences and SHA-256 of this commit, in $(OUT)/soc2desk-VERSION"
	@echo "make clean     remove what the verbs above made"

demo: .venv/installed
	@$(PYTHON) -m soc2desk demo --out "$(OUT)"
	@zip=$$(ls -t "$(OUT)"/*.zip | head -n 1) && for packet in "$${zip%.zip}" "$$zip"; do \
	    echo "soc2desk verify $$packet"; $(PYTHON) -m soc2desk verify "$$packet" || exit 1; \
	done

test: .venv/installed-test
	@$(PYTHON) tools/qt_libraries.py
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto $(TESTS)

torture: .venv/installed-test
	@$(PYTHON) tools/qt_libraries.py
	@QT_QPA_PLATFORM=offscreen SOC2DESK_TORTURE_SEEDS=$(SEEDS) SOC2DESK_TORTURE_ACTS=$(ACTS) \
	    SOC2DESK_MUTATIONS=$(MUTATIONS) SOC2DESK_KILLS=$(KILLS) \
	    $(PYTHON) -m pytest -n auto tests/faults tests/packet/test_mutations.py tests/app/test_sending.py \
	    tests/desktop/test_monkey.py tests/desktop/test_trouble.py $(TESTS)

fuzz: .venv/installed-test
	@$(PIP) install --constraint constraints.txt --editable ".[fuzz]" || echo "atheris cannot be installed here."
	@QT_QPA_PLATFORM=offscreen $(PYTHON) tools/fuzz.py --seconds $(EACH) --out "$(OUT)/fuzz"

check: .venv/installed-test
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	$(PYTHON) -m soc2desk content check

# Tests of which a part runs each time and the whole only here.
LONG = tests/packet/test_every_scope.py \
    tests/document/pictures \
    tests/document/test_own_text.py \
    tests/renderers/test_same_text.py \
    tests/engagements \
    tests/desktop/pages/test_packet_page.py \
    tests/desktop/test_trouble.py \
    tests/desktop/whole \
    tests/app/test_record_reading.py \
    tests/storage \
    tests/cli/test_same_bytes.py \
    tests/cli/test_batch_command.py \
    tests/app/test_class_work.py \
    tests/app/test_exercising.py tests/app/test_rooms_hold_together.py \
    tests/renderers/test_docx_redline.py \
    tests/renderers/test_docx_sections.py \
    tests/renderers/test_pdf_structure.py \
    tests/tools/test_compare_library.py \
    tests/tools/validation \
    tests/documents \
    tests/tools/release \
    tests/test_packaging.py \
    tests/fuzzing \
    tests/app/test_questionnaire_office.py \
    tests/app/test_two_clients.py \
    tests/desktop/test_home_filing.py

validate: .venv/installed-test
	@$(PYTHON) -m tools.validate
	@QT_QPA_PLATFORM=offscreen SOC2DESK_THOROUGH=1 $(PYTHON) -m pytest -n auto -q $(LONG)

bench: .venv/installed-test
	@$(PYTHON) benchmarks/run.py

scale: .venv/installed-test
	@$(PYTHON) benchmarks/run.py --only memory
	@$(PYTHON) benchmarks/run.py --only decade

shots: .venv/installed-test
	@$(PYTHON) tools/shots.py "$(OUT)/shots"

release: .venv/installed-release
	@$(PYTHON) -m tools.release --out "$(OUT)"

clean:
	rm -rf .venv "$(OUT)" build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Order only: the link's age is that of the system's Python. A Python that has gone makes a new environment.
.venv/bin/python:
	@python=$$(sh tools/find_python.sh) && echo "Setting up .venv with $$python; the first time takes a minute." && "$$python" -m venv --clear .venv

.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

.venv/installed-test: pyproject.toml constraints.txt | .venv/bin/python
	@$(PIP) install --constraint constraints.txt --editable ".[test]"
	@touch .venv/installed $@

.venv/installed-release: pyproject.toml constraints.txt | .venv/bin/python
	@$(PIP) install --constraint constraints.txt --editable ".[test,release]"
	@touch .venv/installed .venv/installed-test $@

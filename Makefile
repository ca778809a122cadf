# make run: open the window. make test: every part is checked, in minutes. make slow-test, make window-test: the rest.
# make bench: the measurements. All of them set up .venv first.

PYTHON ?= python3
BIN := .venv/bin

# Tests start the program often: it is compiled once, whatever the shell says.
PYTEST := PYTHONDONTWRITEBYTECODE= QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --dist worksteal
TEST := $(PYTEST) -n 2
# Of these some wait, for a window or for another process: one more of them than a small machine has cores.
WAITING := $(PYTEST) -n 3

# Kernels are compiled once for all tests that use them.
KERNELS := METASCOPE_CACHE=build $(BIN)/python main.py --prepare

.PHONY: build/types run test slow-test window-test bench bench-quick pictures translations clean

run: .venv/installed
	$(BIN)/python main.py

# mypy runs beside the tests, in what they leave of two cores, and is told after them.
test: .venv/installed-test build/types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(KERNELS)
	@mkdir -p build; $(BIN)/mypy >build/mypy.txt 2>&1 & types=$$!; \
	echo '$(TEST)'; $(TEST); tests=$$?; \
	wait $$types; types=$$?; echo '$(BIN)/mypy'; cat build/mypy.txt; \
	exit $$((tests || types))

slow-test: .venv/installed-test
	$(KERNELS)
	$(WAITING) -m slow $(ONLY)

# Under screens of their own, with a window manager each; needs xvfb, openbox, xdotool and imagemagick.
window-test: .venv/installed-test
	$(WAITING) -m window

# On the screen there is, else on one of its own, with a window manager. bench-quick: the order of magnitude, in two minutes.
# What is compared with comes with the extra `bench`. The last run's table in Markdown: python -m benchmarks --table
bench bench-quick: .venv/installed
	$(KERNELS)
	export METASCOPE_CACHE=build; set -- $(if $(filter bench-quick,$@),--quick); \
	if [ -n "$$DISPLAY" ]; then $(BIN)/python -m benchmarks "$$@"; else \
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x800x24" \
		sh -c 'openbox & manager=$$!; $(BIN)/python -m benchmarks "$$@"; status=$$?; kill $$manager; exit $$status' \
		sh "$$@"; fi

# The gallery's cards show what the program itself drew.
pictures: .venv/installed
	$(BIN)/python -m metascope.scenes.export.gallery_pictures

# What is to be translated, after texts have changed; LANGUAGE=zh_CN begins the catalogue of another language.
translations: .venv/installed
	$(BIN)/python -m tools.translations $(LANGUAGE)

# The tree's folders as they are installed, for mypy, which looks for modules in folders alone.
build/types:
	@mkdir -p $@/metascope
	@ln -sfn $(addprefix ../../../,simulator widgets scenes assets main.py $(wildcard metascope/*.py)) $@/metascope/

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build metascope.egg-info

.venv/made:
	$(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/made pyproject.toml
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -e .
	touch $@

.venv/installed-test: .venv/made pyproject.toml
	$(BIN)/python -m pip install --disable-pip-version-check --quiet -e '.[test]'
	touch $@ .venv/installed

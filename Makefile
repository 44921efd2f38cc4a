# Two commands do everything on a fresh machine, set-up included: make demo, make test.
SHELL := /bin/bash
UV := $(shell command -v uv 2>/dev/null || echo $(HOME)/.local/bin/uv)
RUN := $(UV) run --quiet

.PHONY: demo test check bench setup clean

setup:
	@bash scripts/setup.sh

demo: setup
	@rm -rf out
	@echo "== 1. With the reviewed translation as memory → out/reviewed"
	@BRIEFING_DATA=out/.data $(RUN) briefing build samples/idlib_2019.txt --config samples/briefing.toml --out out/reviewed
	@echo "== 2. Without memory or package: facts in English, the rest in Arabic → out/no-memory"
	@BRIEFING_DATA=out/.data $(RUN) briefing build samples/idlib_2019.txt --out out/no-memory
	@echo "== 3. With --gist, the weak embedded package, marked on every line → out/gist"
	@BRIEFING_DATA=out/.data $(RUN) briefing build samples/idlib_2019.txt --gist --out out/gist
	@echo "Open out/reviewed/daily_briefing_en_undated.pdf first."

test: setup check
	@$(RUN) pytest

check: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy

bench: setup
	@$(RUN) python -m benchmarks

clean:
	@rm -rf out dist build .venv

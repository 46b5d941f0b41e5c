# What each command does stands in README.md; start.py does the work, on every system.
PYTHON ?= python3

# HOST counts only when typed after `make run`: some shells export a HOST that is the machine's name.
serve = $(if $(filter command line,$(origin HOST)),--host $(HOST)) $(if $(PORT),--port $(PORT))

.PHONY: run class test prove check bench
run class:
	@$(PYTHON) start.py $@ $(serve)
test prove check bench:
	@$(PYTHON) start.py $@

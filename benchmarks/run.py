"""What `make bench` runs: `run()` of every benchmarks/bench_*.py, as one table; exit 1 where a limit is not kept."""

import importlib
import sys
from pathlib import Path

from benchmarks.row import Row

HEADS = ("what", "measured", "floor", "ratio", "limit", "")


def main(words: list[str]) -> int:
    """Run the benchmarks whose names hold one of the words, or all of them."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    chosen = [name for name in found if not words or any(word in name for word in words)]
    if not chosen:
        print(f"There is no such benchmark. There are: {', '.join(found) or 'none'}.", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in chosen:
        print(f"{name} ...", file=sys.stderr, flush=True)
        rows.extend(importlib.import_module(f"benchmarks.{name}").run())
    print(table(rows))
    return 0 if all(row.holds for row in rows) else 1


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table whose columns line up."""
    lines = [HEADS, *(cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join("| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in lines)


def cells(row: Row) -> tuple[str, ...]:
    """One row as words."""
    bound = f"{'at least' if row.at_least else 'at most'} {row.limit:g}"
    return (row.name, row.measured, row.floor, f"{row.ratio:.2f}", bound, "" if row.holds else "NOT KEPT")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

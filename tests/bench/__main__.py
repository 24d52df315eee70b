"""Every figure beside its limit, in one run; `--quick` takes two minutes and a small studio."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from tests.bench import (
    bundling,
    calendar,
    chromium,
    flood,
    importing,
    inside,
    memory,
    outside,
    privacy,
    signing,
    starting,
    week,
)
from tests.bench.figures import Figure, Timed, table
from tests.bench.studio import Studio, build


class Run:
    """One run: studios of each size, and the figures so far."""

    def __init__(self, sizes: list[int], quick: bool, only: str, scratch: Path) -> None:
        self.quick, self.only, self.scratch = quick, only, scratch
        self.figures: list[Figure] = []
        self.studios = [self._build(size) for size in sizes]
        self.usual = self.studios[len(sizes) // 2]

    def everything(self) -> None:
        """In the order of the table."""
        studio, scratch, rounds = self.usual, self.scratch, 2 if self.quick else 5
        for one in self.studios:
            self.measure("inside", partial(inside.searching, one, scratch))
        self.measure("inside", lambda: inside.creating(studio, scratch))
        self.measure("inside", lambda: inside.submitting(studio, scratch))
        self.measure("calendar", lambda: calendar.scheduling(studio, scratch))
        self.measure("calendar", lambda: week.growing(self.studios, studio))
        self.measure("calendar", lambda: week.showing(studio))
        self.measure("signing", lambda: signing.signing(studio))
        self.measure("http", self._over_http)
        self.measure("http", lambda: outside.submitting(studio, scratch))
        self.measure("flood", lambda: flood.flooding(studio, 12 if self.quick else 60))
        self.measure("start", lambda: starting.starting(studio, rounds))
        self.measure("browser", lambda: self._in_browser(rounds))
        self.measure("import", lambda: importing.importing(studio, scratch, 2_000 if self.quick else 100_000))
        self.measure("bundle", lambda: bundling.bundling(studio, scratch, 100 if self.quick else 1_000))
        self.measure("privacy", lambda: privacy.keeping(studio, scratch))
        visitors, rest = (40, 5) if self.quick else (200, 60)
        self.measure("memory", lambda: memory.remembering(studio, visitors, rest))

    def measure(self, kind: str, figures: Callable[[], Iterable[Figure]]) -> None:
        """Take these figures; what cannot be measured here is said, and the others follow."""
        if self.only and kind not in self.only.split(","):
            return
        try:
            for figure in figures():
                self.figures.append(figure)
                print("  ".join(filter(None, figure.cells())), flush=True)
        except LookupError as lacking:
            print(f"{kind}: not measured, {lacking}", flush=True)
        except Exception:  # noqa: BLE001  the figures after it are worth having
            traceback.print_exc()
            self.figures.append(Figure(f"{kind}: stopped by an error", 1, "error", 0))

    def _over_http(self) -> Iterator[Figure]:
        smallest: dict[str, Timed] = {}
        for studio in self.studios:
            for figure, timed in outside.searching(studio, self.scratch):
                yield figure
                what = "name" if "name" in figure.op else "phone"
                if figure.goal == outside.SEARCH_GOAL:
                    first = smallest.setdefault(what, timed)
                    if studio is self.studios[-1] and len(self.studios) > 1:
                        yield outside.growth(what, first, timed)

    def _in_browser(self, rounds: int) -> Iterator[Figure]:
        with chromium.chromium() as browser:
            yield from chromium.signing_in(browser, self.usual, rounds)
            yield from chromium.phone_form(browser, self.usual, rounds)
            yield from chromium.typing(browser, self.usual, 8 if self.quick else 40)

    def _build(self, size: int) -> Studio:
        print(f"a studio of {size:,} clients …", file=sys.stderr, flush=True)
        return build(self.scratch / f"studio-{size}", size)


def main() -> int:
    """Run, print the table, and give 1 when a goal was missed."""
    telling = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    telling.add_argument("--quick", action="store_true", help="one small studio, fewer rounds")
    telling.add_argument("--clients", default="", metavar="N,N,N", help="sizes to measure, default 1000,10000,100000")
    kinds = "of inside, calendar, http, flood, start, browser, import, bundle, privacy, memory"
    telling.add_argument("--only", default="", metavar="KIND,…", help=kinds)
    told = telling.parse_args()
    sizes = [int(size) for size in (told.clients or ("1000" if told.quick else "1000,10000,100000")).split(",")]
    with tempfile.TemporaryDirectory(prefix="linework-bench-", ignore_cleanup_errors=True) as scratch:
        _keep_bytecode(Path(scratch) / "bytecode")
        run = Run(sorted(sizes), told.quick, told.only, Path(scratch))
        run.everything()
    print("\n" + table(run.figures))
    missed = [figure.op for figure in run.figures if not figure.met]
    print(f"\n{len(run.figures)} figures, {len(missed)} goals missed")
    return 1 if missed else 0


def _keep_bytecode(folder: Path) -> None:
    """Processes we start keep what Python compiled, as on any computer where a program starts twice."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


if __name__ == "__main__":
    sys.exit(main())

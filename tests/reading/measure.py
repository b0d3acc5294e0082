"""Measure the reading: `python -m tests.reading.measure --forms 60 --kept`.

Without `--kept` only the forms for development are read, and every difference is printed.
"""

# ruff: noqa: E501 - a pattern or a sentence of a form reads better whole

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from tests.reading.files import KINDS
from tests.reading.plan import Made, is_kept
from tests.reading.score import Judged, Score, judge

from hrdocs.desk.outcomes import Outcome
from hrdocs.desk.reading import HowToRead, read_in_child
from hrdocs.desk.shapes import shape_outcomes
from hrdocs.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
PACKS = tuple(ROOT / "templates" / p for p in ("council-dignity-at-work", "university-harassment"))


def read_made(made: Made) -> tuple[dict[str, Any], float]:
    """A form read as `hrdocs parse` reads it, and the seconds that took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / made.name
        path.write_bytes(made.data)
        started = time.perf_counter()
        try:
            outcomes: tuple[Outcome, ...] = read_in_child(path, HowToRead(PACKS))
        except InputError as error:
            return {"form": None, "error": str(error)}, time.perf_counter() - started
        seconds = time.perf_counter() - started
    documents: list[dict[str, Any]] = shape_outcomes(outcomes)["documents"]
    return documents[0], seconds


def _measure_one(made: Made) -> tuple[Made, list[Judged], float]:
    shape, seconds = read_made(made)
    return made, list(judge(made, shape)), seconds


def main(arguments: Sequence[str]) -> int:
    """Make the forms, read them, and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.reading.measure", description=__doc__)
    parser.add_argument("--forms", type=int, default=40, help="how many numbers of each kind")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), choices=list(KINDS))
    parser.add_argument("--kept", action="store_true", help="measure the kept forms")
    parser.add_argument("--show", action="store_true", help="print the differences of kept forms too")
    parser.add_argument("--save", type=Path, help="a folder for the forms")
    options = parser.parse_args(arguments)
    wanted = [
        n for n in range(options.first, options.first + 2 * options.forms) if is_kept(n) == options.kept
    ]
    score = Score()
    with ProcessPoolExecutor(2) as pool:
        for kind in options.kinds:
            _measure_kind(kind, KINDS[kind](wanted), pool.map, score, options)
    print("\n".join(score.table()), *score.table(by_field=True), sep="\n")
    return 0


def _measure_kind(
    kind: str, forms: Iterable[Made], run: Callable[..., Any], score: Score, options: argparse.Namespace
) -> None:
    slowest = 0.0
    for made, judged, seconds in run(_measure_one, forms):
        slowest = max(slowest, seconds)
        score.add(kind, iter(judged))
        if options.save:
            (options.save / made.name).write_bytes(made.data)
        if options.show or not options.kept:
            for one in judged:
                if one.outcome != "right":
                    print(
                        f"{one.outcome:9s} {made.name} {one.shape} {one.field}\n   {one.true!r}\n   {one.read!r}"
                    )
    print(f"{kind}: the slowest took {slowest:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

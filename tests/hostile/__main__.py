"""Run the whole set, one call of hrdocs a file: `python -m tests.hostile [--folder DIR] [--every N] [WORD…]`.

`--every N` takes every Nth file, from the `--from`th on; `--minutes M` begins no file after so long;
words choose the files that they stand in. Files take turns in `parse` and `validate`. Prints a line for
each fault, then how many were read and refused, and the worst time and memory. Exit code 1 where there
is a fault.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.hostile import mutated_files
from tests.hostile.make_hostile import all_files, write_files, write_names, write_odd
from tests.hostile.watching import Listener, Run, parse, validate

_MUTATED_EVERY = 6  # of the two thousand bent samples


def outcome(run: Run) -> str:
    """`read`, or the codes of what failed."""
    failed = {d["error"]["code"] for d in run.documents if "error" in d} if not run.faults else {"fault"}
    return "read" if not failed else ",".join(sorted(failed))


def main(words: Sequence[str]) -> int:
    asked = _asked(words)
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="hostile-"))
    files = [*all_files(), *mutated_files.files()[::_MUTATED_EVERY]]
    files = [one for one in files if not asked.words or any(w in one.name for w in asked.words)]
    files = files[asked.first :: asked.every]
    expected = {one.name: one.expect for one in files}
    paths = write_files(folder, files)
    if asked.every == 1 and not asked.words:
        paths += write_names(folder / "names") + write_odd(folder / "odd")
    listener, end = Listener(), time.monotonic() + asked.minutes * 60

    def run_one(numbered: tuple[int, Path]) -> Run | None:
        number, path = numbered
        if time.monotonic() > end:
            return None
        return (validate if number % 2 else parse)(path, cwd=folder)

    with ThreadPoolExecutor(2) as pool:
        tried = list(pool.map(run_one, enumerate(paths)))
    runs = [run for run in tried if run is not None]
    for run in runs:
        expect = expected.get(run.name)
        if not run.faults and expect and outcome(run) not in expect.split("|"):
            run.faults.append(f"is {outcome(run)}, not {expect}")
        for fault in run.faults:
            print(f"{run.name!r}: {fault}", flush=True)
    if listener.visits:
        print(f"{listener.visits} connections were made to the port that the files name")
    report(runs, folder)
    return int(any(run.faults for run in runs) or listener.visits > 0)


def _asked(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("words", nargs="*")
    return parser.parse_args(words)


def report(runs: list[Run], folder: Path) -> None:
    rows = [
        {"name": r.name, "code": r.code, "seconds": round(r.seconds, 2), "mib": round(r.mib),
         "outcome": outcome(r), "err": r.errors[:3], "faults": r.faults}
        for r in runs
    ]  # fmt: skip
    (folder / "report.json").write_text(json.dumps(rows, indent=1))
    print(dict(Counter(outcome(run).partition(",")[0] for run in runs).most_common()))
    slow, large = max(runs, key=lambda r: r.seconds), max(runs, key=lambda r: r.mib)
    print(f"{len(runs)} files, {sum(bool(r.faults) for r in runs)} with faults")
    print(f"slowest {slow.name}: {slow.seconds:.1f} s; largest {large.name}: {large.mib:.0f} MiB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

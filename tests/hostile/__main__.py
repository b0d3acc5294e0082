"""Run the whole set: `python -m tests.hostile [FOLDER] [WORD…]`; with words, only files so named.

Prints one line for each fault, then how many were read and refused, and the worst time and memory.
Exit code 1 where there is a fault.
"""

import json
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.hostile.make_hostile import all_files, write_files, write_names, write_odd
from tests.hostile.watching import Listener, Run, parse


def outcome(run: Run) -> str:
    """`read`, or the codes of what failed."""
    failed = {d["error"]["code"] for d in run.documents if "error" in d} if not run.faults else {"fault"}
    return "read" if not failed else ",".join(sorted(failed))


def main(words: list[str]) -> int:
    folder = Path(words[0]) if words else Path(tempfile.mkdtemp(prefix="hostile-"))
    wanted = words[1:]
    files = [one for one in all_files() if not wanted or any(w in one.name for w in wanted)]
    expected = {one.name: one.expect for one in files}
    paths = write_files(folder, files)
    if not wanted:
        paths += write_names(folder / "names") + write_odd(folder / "odd")
    listener = Listener()
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(lambda path: parse(path, cwd=folder), paths))
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

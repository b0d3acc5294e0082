"""Run every benchmark of this folder, write bench/results.json and docs/performance.md.

`python -m bench web batch` runs those only and keeps the other rows as they were; `--small` makes them short
where they can be (it sets BENCH_SMALL); `--out DIR` writes both files there instead.
"""

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
_LEFT_OUT = ("part", "bench", "peer", "ratio", "at_least", "at_most", "what")


def run(path: Path, *, small: bool) -> list[dict[str, Any]]:
    """One benchmark's JSON lines; each is run in a process of its own. A failure is a row, too."""
    command = [sys.executable, "-m", f"bench.{path.stem}"]
    settings = os.environ | ({"BENCH_SMALL": "1"} if small else {})
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parent, env=settings)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    part = path.stem.removeprefix("bench_")
    if done.returncode:
        why = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        rows.append({"bench": part, "failed": why})
    return [{"part": part, **row} for row in rows]


def kept(results: Path, measured: set[str]) -> list[dict[str, Any]]:
    """The rows of benchmarks that were not measured now."""
    if not results.exists():
        return []
    rows: list[dict[str, Any]] = json.loads(results.read_text(encoding="utf-8"))["results"]
    return [row for row in rows if row["part"] not in measured]


def machine() -> str:
    """The system, processor, cores, memory and Python of this machine."""
    import psutil

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = round(psutil.virtual_memory().total / 1024**3)
    name = f"{platform.system()} {platform.machine()}"
    return f"{name}, {_processor()}, {cores} cores, {memory} GiB, Python {platform.python_version()}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return next(iter(names), platform.processor() or "unknown processor")


def busy() -> float | None:
    """Programs that wanted to run over the last minute; above the number of cores figures are doubtful."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None


def format_page(result: dict[str, Any]) -> str:
    lines = [
        "# Performance",
        "",
        f"Written by `make bench` on {result['date']}, {result['machine']}, load before it {result['load']}"
        f"{', reduced sizes' if result['small'] else ''}.",
        "Each row is hrdocs and its peer doing the same work in the same run.",
        "",
        "| benchmark | against | ratio | aim | met | figures |",
        "|---|---|---|---|---|---|",
    ]
    lines.extend(_line(row) for row in result["results"])
    return "\n".join(lines) + "\n"


def _line(row: dict[str, Any]) -> str:
    if "failed" in row or "ratio" not in row:
        return f"| {row['bench']} | {row.get('peer', '')} | | | | {row.get('failed') or _figures(row)} |"
    ratio = row["ratio"]
    if "at_most" in row:
        aim, met = f"at most {row['at_most']}", "yes" if ratio <= row["at_most"] else "no"
    elif "at_least" in row:
        aim, met = f"at least {row['at_least']}", "yes" if ratio >= row["at_least"] else "no"
    else:
        aim = met = ""
    name = ", ".join(str(row[key]) for key in ("bench", "what") if key in row)
    return f"| {name} | {row.get('peer', '')} | {ratio:.2f} | {aim} | {met} | {_figures(row)} |"


def _figures(row: dict[str, Any]) -> str:
    def shown(value: object) -> str:
        return f"{value:.4g}" if isinstance(value, float) else str(value)

    return ", ".join(f"{key} {shown(value)}" for key, value in row.items() if key not in _LEFT_OUT)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="benchmarks, by the names of their files (default: all)")
    parser.add_argument("--small", action="store_true", help="reduced sizes, where a benchmark has them")
    parser.add_argument("--out", type=Path, help="where to write results.json and performance.md")
    asked = parser.parse_args()
    paths = sorted(HERE.glob("bench_*.py"))
    wanted = [path for path in paths if not asked.names or path.stem.removeprefix("bench_") in asked.names]
    load = busy()
    out = asked.out or HERE
    out.mkdir(parents=True, exist_ok=True)
    rows = [row for path in wanted for row in run(path, small=asked.small)]
    others = kept(out / "results.json", {path.stem.removeprefix("bench_") for path in wanted})
    result = {
        "machine": machine(), "date": dt.datetime.now(dt.UTC).date().isoformat(), "load": load,
        "small": asked.small, "results": sorted([*rows, *others], key=lambda row: row["part"]),
    }  # fmt: skip
    (out / "results.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    ((asked.out or DOCS) / "performance.md").write_text(format_page(result), encoding="utf-8")
    for row in rows:
        print(json.dumps(row))
    if any("failed" in row for row in rows):
        sys.exit(1)


if __name__ == "__main__":
    main()

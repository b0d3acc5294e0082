"""Run every benchmark of this folder, write bench/results.json and docs/performance.md."""

import datetime as dt
import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "performance.md"


def run(path: Path) -> list[dict[str, Any]]:
    """One benchmark's JSON lines; each is run in a process of its own."""
    command = [sys.executable, "-m", f"bench.{path.stem}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def format_page(rows: list[dict[str, Any]], day: dt.date) -> str:
    lines = [
        "# Performance",
        "",
        f"Written by `make bench` on {day.isoformat()}, {machine()}. Each row is hrdocs and its peer doing",
        "the same work in the same run.",
        "",
        "| benchmark | against | ratio | aim |",
        "|---|---|---|---|",
    ]
    for row in rows:
        aim = f"at most {row['at_most']}" if "at_most" in row else f"at least {row.get('at_least', '-')}"
        lines.append(f"| {row['bench']} | {row.get('peer', '')} | {row['ratio']:.2f} | {aim} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    rows = [row for path in sorted(HERE.glob("bench_*.py")) for row in run(path)]
    day = dt.datetime.now(dt.UTC).date()
    result = {"machine": machine(), "date": day.isoformat(), "results": rows}
    (HERE / "results.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    PAGE.write_text(format_page(rows, day), encoding="utf-8")
    for row in rows:
        print(json.dumps(row))


if __name__ == "__main__":
    main()

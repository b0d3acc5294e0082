"""How fast dates are read, against dateparser's search on the same phrases in the same run.

Prints one JSON line: microseconds per phrase of each, and how many times as fast hrdocs is.
"""

import datetime as dt
import json
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from hrdocs.rules.dates import find_incidents

PHRASES = Path(__file__).parents[1] / "tests" / "rules"
RAISED = dt.date(2025, 9, 15)
SETTINGS = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past", "RELATIVE_BASE": dt.datetime(2025, 9, 15)}  # noqa: DTZ001


def measure(read: Callable[[str], object], phrases: list[str], rounds: int) -> float:
    """Microseconds of processor time per phrase, the best of several rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        for phrase in phrases:
            read(phrase)
        best = min(best, time.process_time() - began)
    return best / len(phrases) * 1e6


def main() -> None:
    """Measure both on every phrase of the tests and print the ratio."""
    tables = [tomllib.loads(path.read_text("utf-8")) for path in sorted(PHRASES.glob("date_phrases*.toml"))]
    phrases = [row[0] for table in tables for rows in table.values() for row in rows]
    ours = measure(lambda text: find_incidents(text, raised=RAISED), phrases, 5)
    peer = measure(lambda text: search_dates(text, languages=["en"], settings=SETTINGS), phrases, 2)
    result = {
        "bench": "dates",
        "at_least": 20,
        "phrases": len(phrases),
        "hrdocs_us": round(ours, 1),
        "dateparser_search_us": round(peer, 1),
        "ratio": round(peer / ours, 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()

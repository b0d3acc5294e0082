"""The true answers of the samples against what the program reads: `python -m tests.goldens`.

It prints every difference. `--write FIELD` (given once or more) takes the program's answer for that
field into the `.expected.json` files; the change stands in the diff for a person to judge. Texts are
compared without regard to how their lines are broken; `problems` must be among the findings.
"""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hrdocs.desk.reading import HowToRead, open_guard, read_guarded
from hrdocs.desk.shapes import shape_outcomes
from hrdocs.tools.guard import Guard

ROOT = Path(__file__).resolve().parents[1]
_OWN = frozenset(("README.md", "organisation.toml", "demo.json"))
Shape = dict[str, Any]


def sample_files(root: Path = ROOT) -> list[Path]:
    """Every completed form in `samples/`."""
    return sorted(
        path
        for path in root.glob("samples/*/*")
        if path.name not in _OWN
        and path.parent.name != "guidance"  # documents to publish, no forms
        and not path.name.endswith(".expected.json")
    )


def expected_path(sample: Path) -> Path:
    """Where a sample's true answers stand."""
    return sample.with_name(f"{sample.name}.expected.json")


def read_sample(sample: Path, expected: Shape, guard: Guard) -> list[Shape]:
    """What the program reads in a sample: one shape a document, or an error in its place."""
    day = expected["received"]
    own = ROOT / "templates" / sample.parent.name
    how = HowToRead((own,), received=dt.date.fromisoformat(day) if day else None)
    documents: list[Shape] = shape_outcomes(read_guarded(sample, how, guard=guard), verdicts=True)[
        "documents"
    ]
    return documents


def find_differences(expected: Shape, documents: Sequence[Shape]) -> Iterator[str]:
    """Each difference as one line: place, what is true, what was read."""
    if "error" in expected:
        codes = [d.get("error", {}).get("code") for d in documents]
        if codes != [expected["error"]["code"]]:
            yield f"error: expected {expected['error']['code']}, got {codes}"
        return
    if len(documents) != len(expected["documents"]):
        yield f"expected {len(expected['documents'])} documents, got {len(documents)}"
        return
    for number, (true, read) in enumerate(zip(expected["documents"], documents, strict=True), 1):
        for line in _compare_document(true, read):
            yield line if len(documents) == 1 else f"document {number}: {line}"


def _compare_document(true: Shape, read: Shape) -> Iterator[str]:
    if "error" in read:
        yield f"cannot be read: {read['error']}"
        return
    if read["form"] != true["form"]:
        yield f"form: expected {true['form']}, got {read['form']}"
        return
    for name, answer in true["fields"].items():
        got = read["fields"].get(name, {"value": None, "status": "not read"})
        if got["status"] != answer["status"]:
            yield (
                f"{name}: expected {answer['status']} {answer['value']!r}, "
                f"got {got['status']} {got['value']!r} ({got.get('reason')})"
            )
        elif answer["status"] == "ok" and _flat(got["value"]) != _flat(answer["value"]):
            yield f"{name}: expected {answer['value']!r}, got {got['value']!r}"
    codes = {problem["code"] for problem in read["problems"]}
    for code in true["problems"]:
        if code not in codes:
            yield f"problems: {code} is not among {sorted(codes)}"
    verdict = (read.get("time_limit") or {}).get("verdict")
    if verdict != true["time_limit"]["verdict"]:
        yield f"time_limit: expected {true['time_limit']['verdict']}, got {verdict}"


def _flat(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_flat(item) for item in value]
    if isinstance(value, dict):
        return {key: _flat(item) for key, item in value.items()}
    return value


def _rewrite(expected: Shape, documents: Sequence[Shape], fields: Sequence[str]) -> bool:
    before = json.dumps(expected)
    for true, read in zip(expected.get("documents", ()), documents, strict=False):
        for name in set(fields) & set(true["fields"]) & set(read.get("fields", ())):
            got = read["fields"][name]
            true["fields"][name] = {"value": got["value"], "status": got["status"]}
    return json.dumps(expected) != before


def main(arguments: Sequence[str]) -> int:
    """Print the differences, and rewrite the fields asked for; 1 where there are any."""
    parser = argparse.ArgumentParser(prog="python -m tests.goldens", description=__doc__)
    parser.add_argument("--write", metavar="FIELD", action="append", default=[])
    fields: list[str] = parser.parse_args(arguments).write
    differs = False
    with open_guard() as guard:
        for sample in sample_files():
            path = expected_path(sample)
            expected: Shape = json.loads(path.read_text(encoding="utf-8"))
            documents = read_sample(sample, expected, guard)
            if fields and _rewrite(expected, documents, fields):
                text = json.dumps(expected, ensure_ascii=False, indent=1)
                path.write_text(text + "\n", encoding="utf-8")
            for line in find_differences(expected, documents):
                differs = True
                print(f"{sample.parent.name}/{sample.name}: {line}")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

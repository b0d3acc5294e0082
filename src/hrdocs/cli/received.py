"""The result of receiving: one table for a person, one list for a program."""

import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hrdocs.cli.plain import VERDICTS
from hrdocs.desk.intake import State
from hrdocs.desk.receiving import ReceivedRow, Tally
from hrdocs.desk.shapes import shape_finding, shape_verdict
from hrdocs.document import Document, Severity, Verdict, VerdictKind
from hrdocs.rules.timelimit import format_act
from hrdocs.rules.workflow import RISK_WORDS

HEADINGS = ("File", "Case", "Complainant", "Acts and verdicts", "Findings", "Letters drafted")
REPORT = (
    "File", "State", "Case", "Complainant", "Time limit", "Needs a person", "Reason", "Findings", "Letters",
)  # fmt: skip
# The widest that each column gets, and the narrowest that it can be read in.
WIDEST = (30, 12, 18, 34, 44, 28)
NARROWEST = (12, 11, 12, 18, 22, 15)
_GAP = "  "
_LONGEST = 1_000  # characters of one text in a cell


def shape_received(row: ReceivedRow) -> dict[str, Any]:
    received, document = row.received, row.received.document
    return {
        "source": received.source,
        "state": received.state.value,
        "case": received.case,
        "reason": received.reason,
        "message": received.message,
        "time_limit": None
        if document is None or document.verdict is None
        else shape_verdict(document.verdict),
        "problems": [shape_finding(f) for f in document.findings] if document else [],
        "letters": [path.name for path in row.letters.written],
        "held": list(row.letters.held),
    }


def shape_tally(tally: Tally) -> dict[str, Any]:
    """The summary of a run."""
    return {
        "documents": tally.documents,
        "states": {state.value: number for state, number in tally.states.items()},
        "reasons": dict(tally.reasons.most_common()),
        "letters": tally.letters,
        "need_person": tally.need_person,
    }


def format_counts(tally: Tally) -> str:
    """How many documents became what, on one line; nothing where there were none."""
    counts = ", ".join(f"{number} {state.value}" for state, number in tally.states.items())
    return f"{counts}." if counts else ""


def format_summary(tally: Tally) -> str:
    """What became of the documents of a run, why some were not taken in, and how many need a person."""
    lines = [f"{tally.documents} documents: {format_counts(tally)}"]
    if tally.reasons:
        whys = ", ".join(f"{number} {reason}" for reason, number in tally.reasons.most_common())
        lines.append(f"Not taken in: {whys}.")
    lines.append(f"{tally.letters} letters drafted. {tally.need_person} documents need a person.")
    return "\n".join(lines)


def summary_rows(tally: Tally) -> Iterator[dict[str, Any]]:
    """The summary as rows of the report."""
    counts = [("Documents", tally.documents)]
    counts += [(state.value.capitalize(), number) for state, number in tally.states.items()]
    counts += [(f"Not taken in: {reason}", number) for reason, number in tally.reasons.most_common()]
    counts += [("Letters drafted", tally.letters), ("Need a person", tally.need_person)]
    for what, number in counts:
        yield {"What": what, "How many": number}


def report_row(row: ReceivedRow) -> dict[str, Any]:
    """A document as a row of the report."""
    received, document = row.received, row.received.document
    verdict = document.verdict if document is not None and document.form.form is not None else None
    values = (
        received.source, received.state.value, received.case or "", row.complainant,
        VERDICTS[verdict.verdict] if verdict else "", "yes" if row.needs_person else "no",
        received.reason or "", "; ".join(_findings(row)),
        ", ".join(path.stem for path in row.letters.written),
    )  # fmt: skip
    return dict(zip(REPORT, values, strict=True))


def format_received(rows: Sequence[ReceivedRow], *, with_counts: bool = True) -> str:
    """The table, and below it how many became what."""
    if not rows:
        return "No files were found."
    rows = sorted(rows, key=lambda row: not is_risky(row))
    if all(row.received.state is State.KNOWN and not row.letters.written for row in rows):
        return f"All {len(rows)} documents are here already. Nothing was changed."
    widths = _widths()
    lines = [_table_line(HEADINGS, widths), _table_line(tuple("-" * width for width in widths), widths)]
    for row in rows:
        lines.extend(_row_lines(row, widths))
    if not with_counts:
        return "\n".join(lines).rstrip()
    counts = Counter(row.received.state.value for row in rows)
    lines.append("")
    lines.append(", ".join(f"{number} {state}" for state, number in counts.items()) + ".")
    return "\n".join(lines)


def is_risky(row: ReceivedRow) -> bool:
    """Whether what was written speaks of danger: a person looks at it first."""
    document = row.received.document
    return document is not None and any(finding.code == RISK_WORDS for finding in document.findings)


def _widths() -> tuple[int, ...]:
    """The columns' widths: as wide as the window allows, at full width where there is none."""
    room = shutil.get_terminal_size(fallback=(0, 0)).columns if sys.stdout.isatty() else 0
    spare = room - sum(NARROWEST) - len(_GAP) * (len(NARROWEST) - 1)
    full = sum(WIDEST) - sum(NARROWEST)
    if room == 0 or spare >= full:
        return WIDEST
    share = max(spare, 0) / full
    return tuple(low + int((high - low) * share) for low, high in zip(NARROWEST, WIDEST, strict=True))


def _row_lines(row: ReceivedRow, widths: Sequence[int]) -> list[str]:
    """A row of the table, its long cells over several lines."""
    received = row.received
    cells = (
        [Path(received.source).name],
        [received.case or received.state.value],
        [row.complainant],
        [] if received.reason else _acts(received.document),
        _findings(row),
        [path.stem for path in row.letters.written],
    )
    wrapped = [
        [piece for text in cell for piece in (textwrap.wrap(_cut(text), width) or [""])]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(len(cell) for cell in wrapped)
    return [
        _table_line(tuple(cell[n] if n < len(cell) else "" for cell in wrapped), widths)
        for n in range(height)
    ] + [""]


def _cut(text: str) -> str:
    """What a cell shows of a text: a form may answer with a book, and the case has it whole."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _table_line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _acts(document: Document | None) -> list[str]:
    if document is None or document.form.form is None:
        return []
    if document.verdict is None:
        return ["no date raised: not judged"]
    verdict = document.verdict
    lines = [f"{format_act(item.act)}: {VERDICTS[item.verdict]}" for item in verdict.incidents]
    if len(lines) != 1 or verdict.verdict is VerdictKind.NEEDS_REVIEW:
        lines.append(f"= {VERDICTS[verdict.verdict]}")
    return lines


def _findings(row: ReceivedRow) -> list[str]:
    if row.received.message:
        return [f"{row.received.reason}: {row.received.message}"]
    document = row.received.document
    found = [f for f in document.findings if f.severity is not Severity.NOTE] if document else []
    lines = [f"{f.severity.value}: {f.message}" for f in found]
    if document is not None and document.verdict is not None and document.form.form is not None:
        lines.extend(_to_ask(document.verdict))
    return lines + [f"held: {reason}" for reason in row.letters.held]


def _to_ask(verdict: Verdict) -> list[str]:
    """Why the time limit needs a person, or what must be asked before anybody is refused."""
    if verdict.verdict is VerdictKind.NEEDS_REVIEW:
        return [f"time limit: {reason}" for reason in verdict.reasons[:2]]
    if verdict.verdict in (VerdictKind.OUT_OF_TIME, VerdictKind.PARTLY_IN_TIME):
        return [f"ask: {question}" for question in verdict.questions[:1]]
    return []

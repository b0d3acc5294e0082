"""Records as the JSON that the contract fixes: what the commands and the API print."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hrdocs.desk.outcomes import Failure, Outcome
from hrdocs.document import Act, Answer, Document, Finding, Pair, Place, Status, Verdict
from hrdocs.errors import HrdocsError

Shape = dict[str, Any]


def shape_outcomes(outcomes: tuple[Outcome, ...], *, verdicts: bool = False) -> Shape:
    """`{"documents": [...]}`, one entry a document."""
    return {"documents": [shape_outcome(outcome, verdicts=verdicts) for outcome in outcomes]}


def shape_outcome(outcome: Outcome, *, verdicts: bool = False) -> Shape:
    """One document, or the error in its place."""
    if isinstance(outcome, Failure):
        return {"source": outcome.source, "error": shape_error(outcome.error)}
    shape = shape_document(outcome)
    if verdicts:
        shape["time_limit"] = None if outcome.verdict is None else shape_verdict(outcome.verdict)
    return shape


def shape_error(error: HrdocsError) -> Shape:
    return {"code": error.code, "message": error.explanation}


def shape_document(document: Document) -> Shape:
    shape: Shape = {
        "source": document.source,
        "sha256": document.sha256,
        "kind": document.kind,
        "form": document.form.form,
        "fields": {name: shape_answer(answer) for name, answer in document.form.answers.items()},
        "problems": [shape_finding(finding) for finding in document.findings],
    }
    if document.form.form is None:
        shape["pairs"] = [shape_pair(pair) for pair in document.form.pairs]
    return shape


def shape_answer(answer: Answer) -> Shape:
    shape: Shape = {
        "value": plain(answer.value),
        "raw": answer.raw,
        "status": answer.status.value,
        "reason": None if answer.reason is None else answer.reason.value,
        "where": shape_place(answer.where),
    }
    if answer.status is Status.UNCLEAR:
        shape["suggestion"] = plain(answer.suggestion)
    return shape


def shape_pair(pair: Pair) -> Shape:
    return {"label": pair.label, "value": pair.value, "where": shape_place(pair.where)}


def shape_finding(finding: Finding) -> Shape:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "field": finding.field,
        "message": finding.message,
        "where": shape_place(finding.where),
    }


def shape_place(place: Place | None) -> Shape | None:
    """Page and box, or table, row and cell, or paragraph; `part` where it is not the main text."""
    if place is None:
        return None
    if place.page is not None:
        box = None if place.box is None else [round(number, 2) for number in place.box]
        shape: Shape = {"page": place.page, "box": box}
    elif place.table is not None:
        shape = {"table": place.table, "row": place.row, "cell": place.cell}
    elif place.paragraph is not None:
        shape = {"paragraph": place.paragraph}
    else:
        shape = {}
    if place.part is not None:
        shape["part"] = place.part
    return shape or None


def shape_verdict(verdict: Verdict) -> Shape:
    """The shape of check-time, without the id."""
    raised = verdict.raised
    return {
        "verdict": verdict.verdict.value,
        "raised": None if raised is None else raised.day.isoformat(),
        "raised_source": None if raised is None else raised.source,
        "cutoff": _day(verdict.cutoff),
        "incidents": [
            {**shape_act(item.act), "verdict": item.verdict.value, "why": item.why}
            for item in verdict.incidents
        ],
        "flags": list(verdict.flags),
        "reasons": list(verdict.reasons),
        "questions": list(verdict.questions),
        "clause": verdict.clause,
    }


def shape_act(act: Act) -> Shape:
    return {
        "text": act.text,
        "start": _day(act.start),
        "end": _day(act.end),
        "kind": act.kind.value,
        "flags": list(act.flags),
    }


def plain(value: object) -> Any:
    """Tuples as lists and mappings as objects, all the way down."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()

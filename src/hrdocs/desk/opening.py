"""What the first event of a case holds: the pack it is pinned to, the parties and what was read."""

import datetime as dt
from typing import Any

from hrdocs.case import Data, Json
from hrdocs.desk.reading import answer_meaning
from hrdocs.desk.shapes import plain, shape_answer, shape_finding, shape_verdict
from hrdocs.document import Answer, Document, Form, Status
from hrdocs.packs import Pack
from hrdocs.procedure import Field, FormDefinition, Required

# Answers that a complainant is never asked for by letter: none is needed for a complaint to stand.
_NEVER_ASKED = frozenset({"ground", "witness", "signature", "raised", "previous-steps", "phone"})


def opening_data(
    document: Document, definition: FormDefinition, pack: Pack, *, original: tuple[str, str]
) -> Data:
    """The data of `complaint-received`. `original` is the filed path and its SHA-256."""
    verdict = None if document.verdict is None else shape_verdict(document.verdict)
    path, sha256 = original
    return {
        "pack": pack.procedure.id,
        "pack_version": pack.procedure.version,
        "pack_digest": pack.procedure.digest,
        "form": definition.id,
        "source": document.source,
        "originals": [{"path": path, "sha256": sha256, "title": "Complaint form as received"}],
        "answers": {name: shape_answer(answer) for name, answer in document.form.answers.items()},
        "findings": [shape_finding(finding) for finding in document.findings],
        "missing": _to_ask(document, definition),
        "verdict": verdict,
        "raised": None if verdict is None else verdict["raised"],
        "raised_candidates": _candidates(document),
        "parties": _parties(document.form, definition),
    }


def _candidates(document: Document) -> list[Json]:
    """Every other day on which it may have been raised, with where that is from."""
    raised = None if document.verdict is None else document.verdict.raised
    return [] if raised is None else [[source, day.isoformat()] for source, day in raised.candidates]


def opening_by_hand(
    pack: Pack, *, complainant: str, complainant_type: str, respondents: tuple[str, ...], raised: dt.date
) -> Data:
    """The data of `complaint-received` for a complaint that came without a form that can be read."""
    people: list[Any] = [
        {"id": "complainant", "role": "complainant", "name": complainant, "type": complainant_type}
    ]
    people.extend(
        {"id": f"respondent-{n}", "role": "respondent", "name": name} for n, name in enumerate(respondents, 1)
    )
    return {
        "pack": pack.procedure.id,
        "pack_version": pack.procedure.version,
        "pack_digest": pack.procedure.digest,
        "raised": raised.isoformat(),
        "parties": people,
    }


def may_be_asked(field: Field) -> bool:
    """Whether a letter may ask the complainant for an answer."""
    return field.required is Required.ERROR and field.means not in _NEVER_ASKED


def _to_ask(document: Document, definition: FormDefinition) -> list[Json]:
    """The labels of answers that are needed and missing or unclear, and that a letter may ask for."""
    wanted = {f.field for f in document.findings if f.severity.value == "error"}
    return [f.label for f in definition.fields if f.id in wanted and f.means not in _NEVER_ASKED]


def _parties(form: Form, definition: FormDefinition) -> list[Any]:
    """The complainant, each person complained about, and each witness, as the form names them.

    A name that could not be read surely is kept as its best reading; the finding says so.
    """

    def best(meaning: str) -> Any:
        answer = answer_meaning(meaning, form, definition)
        return None if answer is None else plain(_best(answer))

    rows: list[Any] = [
        {
            "id": "complainant",
            "role": "complainant",
            "name": best("complainant") or "",
            "type": best("complainant-type") or "",
            "email": best("email"),
            "phone": best("phone"),
            "department": best("department"),
            "job_title": best("job-title"),
        }
    ]
    respondents = best("respondent")
    names = [respondents] if isinstance(respondents, str) else respondents or []
    rows.extend({"id": f"respondent-{n}", "role": "respondent", "name": v} for n, v in enumerate(names, 1))
    rows.extend(
        {"id": f"witness-{n}", "role": "witness", **row}
        for n, row in enumerate(best("witness") or [], 1)
        if row.get("name")
    )
    return rows


def _best(answer: Answer) -> object:
    return answer.suggestion if answer.status is Status.UNCLEAR else answer.value

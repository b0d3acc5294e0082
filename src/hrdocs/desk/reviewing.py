"""Reviewing the answers of a form: accepted, corrected, marked unclear, or put back as they were read.

Of four answers the place on the page must have been shown before they are accepted or corrected: the
dates, the person complained about, the ground and the day of the signature. A review that bears on the
time limit is judged again at once; both verdicts are kept.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from hrdocs.case import Case, Event, Json
from hrdocs.desk.cases import Opened
from hrdocs.desk.opening import may_be_asked
from hrdocs.desk.reading import check_saving, judge_form
from hrdocs.desk.shapes import shape_finding, shape_verdict
from hrdocs.document import Answer, Form, Layout, Status
from hrdocs.errors import RegisterError, UsageError
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.register import Register
from hrdocs.rules.reviewed import (
    REVIEWED,
    SETTLED,
    WHOLE,
    Review,
    find_reviews,
    merge_answers,
)
from hrdocs.rules.values import parse_email
from hrdocs.rules.workflow import RECEIVED, open_findings

MUST_SEE = frozenset({"incident-dates", "respondent", "ground", "raised"})
_TIMES = frozenset({"incident-dates", "raised", "previous-steps"})
_COMPLAINANT = {
    "complainant": "name", "complainant-type": "type", "email": "email", "phone": "phone",
    "department": "department", "job-title": "job_title",
}  # fmt: skip
_PEOPLE = {"respondent": "respondent", "witness": "witness"}
_LONGEST = 50_000  # characters of one answer
_MOST = 60  # lines of one answer that holds several

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reviewable:
    """One answer as the review shows it: `read` as it was read, `now` as it stands, in the JSON shape."""

    field: Field
    read: Row
    now: Row
    review: Event | None
    findings: tuple[Row, ...]

    @property
    def must_see(self) -> bool:
        """Whether its place must be shown before it is accepted."""
        return self.field.means in MUST_SEE

    @property
    def is_settled(self) -> bool:
        """Whether a person has accepted or corrected it."""
        return self.review is not None and self.review.data.get("status") in SETTLED

    @property
    def needs_person(self) -> bool:
        """Whether somebody must look at it still."""
        doubtful = self.read.get("status") == Status.UNCLEAR or any(
            row.get("severity") in ("error", "warning") for row in self.findings
        )
        return self.review is None and (doubtful or self.must_see)

    @property
    def offered(self) -> Any:
        """The value that accepting takes: what was read, or its best reading where that was not sure."""
        return self.read.get("suggestion") if self.read.get("status") == "unclear" else self.read.get("value")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of an answer: the status, and the value of a correction. `shown`: its place was."""

    field: str
    status: Review
    value: Json = None
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """A review before it is recorded, with the verdict before and after where that changes."""

    event: Event
    before: Row | None = None
    after: Row | None = None

    @property
    def changes_verdict(self) -> bool:
        """Whether the time limit would come out otherwise."""
        return self.after is not None and (self.before or {}).get("verdict") != self.after.get("verdict")


def find_definition(opened: Opened) -> FormDefinition | None:
    """The form that a case began with, if it began with one that was read."""
    form = _opening(opened.case).get("form")
    return next((one for one in opened.pack.procedure.forms if one.id == form), None)


def list_answers(opened: Opened) -> tuple[Reviewable, ...]:
    """Every answer of the form, in the form's order."""
    definition, opening, events = find_definition(opened), _opening(opened.case), opened.case.events
    read = _mapping(opening.get("answers"))
    merged, reviews = merge_answers(read, events), find_reviews(events)
    findings = open_findings(opened.case)
    return tuple(
        Reviewable(
            field,
            _mapping(read[field.id]),
            merged[field.id],
            reviews.get(field.id),
            tuple(row for row in findings if row.get("field") == field.id),
        )
        for field in (definition.fields if definition else ())
        if field.id in merged
    )


def find_answer(opened: Opened, field_id: str) -> Reviewable:
    """One answer of a case's form.

    Raises:
        UsageError: the form has no such answer.
    """
    found = next((one for one in list_answers(opened) if one.field.id == field_id), None)
    if found is None:
        raise UsageError(field_id[:60], "is no answer of this form", "Choose one from the form.")
    return found


def parse_correction(field: Field, text: str, opened: Opened) -> Json:
    """What somebody typed as the right answer → its value. Days are ISO; several things stand one a line.

    Raises:
        UsageError: it is no such answer.
    """
    words = text.replace("\r\n", "\n").strip()
    if len(words) > _LONGEST:
        raise UsageError(field.id, "is too long", f"Keep it under {_LONGEST} characters.")
    lines: list[str] = [line.strip() for line in words.split("\n") if line.strip()]
    if field.type in (FieldType.NAMES, FieldType.LIST, FieldType.GROUNDS, FieldType.WITNESSES):
        if len(lines) > _MOST:
            raise UsageError(field.id, f"has more than {_MOST} lines", "Shorten it.")
        if field.type is FieldType.GROUNDS:
            return _grounds(lines, opened)
        if field.type is FieldType.WITNESSES:
            return [_witness(line) for line in lines]
        return cast("Json", lines)
    if not words:
        return None
    if field.type is FieldType.DATE:
        return _iso(words, field)
    if field.type is FieldType.EMAIL and parse_email(words).status is not Status.OK:
        raise UsageError(field.id, "is no e-mail address", "Correct it, or leave it empty.")
    if field.type is FieldType.CHOICE and words not in {choice.id for choice in field.choices}:
        raise UsageError(field.id, "is none of the form's choices", "Choose one.")
    return words


def plan_review(opened: Opened, said: Said, *, on: dt.date, now: dt.datetime, by: str) -> Planned:
    """What a review would record, judged again where it bears on the time limit.

    Raises:
        UsageError: the form has no such answer.
        RegisterError: its place was not shown (`not-shown`), or a person who would go takes part already.
    """
    if said.field == WHOLE:
        data: dict[str, Json] = {"field": WHOLE, "status": said.status.value}
        return Planned(Event(opened.case.ref, REVIEWED, on, now, by, data))
    answer = find_answer(opened, said.field)
    if answer.must_see and said.status in SETTLED and not said.shown:
        raise RegisterError(
            answer.field.label, "cannot be accepted before its place on the form was shown",
            "Look at its place first.", code="not-shown",
        )  # fmt: skip
    value = answer.offered if said.status is Review.ACCEPTED else said.value
    data = {"field": said.field, "status": said.status.value, "label": answer.field.label}
    if said.status in SETTLED:
        data |= {"value": value, "shown": said.shown}
    empty = said.status is Review.UNCLEAR or value in (None, "", [])
    as_read = said.status is Review.AS_READ
    opening_missing = answer.field.label in (_opening(opened.case).get("missing") or [])
    data["ask"] = opening_missing if as_read else empty and may_be_asked(answer.field)
    data |= _people(opened, answer, said.status, value)
    event = Event(opened.case.ref, REVIEWED, on, now, by, data)
    if answer.field.means not in _TIMES:
        return Planned(event)
    return _judged(opened, event)


def record_review(opened: Opened, planned: Planned, register: Register, *, seen: int | None = None) -> Event:
    """Record a review. `seen` is the last event of the case when the answer was looked at.

    Raises:
        RegisterError: somebody else has reviewed this answer since, or the case has gone on just now.
    """
    field = planned.event.data.get("field")
    for event in opened.case.events:
        is_later = seen is not None and event.seq > seen and event.by != planned.event.by
        if is_later and event.kind == REVIEWED and event.data.get("field") == field:
            fact = f"was reviewed by {event.by} meanwhile"
            raise RegisterError(str(event.data.get("label", field)), fact, "Look at it again.")
    return register.append([planned.event], seen={opened.case.ref: opened.case.seq})[0]


def verdicts_of(case: Case) -> tuple[Row, Row]:
    """The time-limit verdict as read, and as it stands after the reviews."""
    return _mapping(_opening(case).get("verdict")), case.verdict


def _judged(opened: Opened, event: Event) -> Planned:
    """The review with the verdict on the answers as they are with it."""
    case, definition = opened.case, find_definition(opened)
    assert definition is not None  # noqa: S101 - it has an answer of it
    opening = _opening(case)
    events = [*case.events, event]
    form = _form(definition, _mapping(opening.get("answers")), events)
    limit = opened.pack.procedure.time_limit
    evidence = _evidence(opening)
    received = min(evidence.get("received", []), default=None)
    mails = sorted(evidence.get("email", []))
    layout = Layout("", (), received=mails[0] if mails else None, forwarded=tuple(mails[1:]))
    verdict = judge_form(form, definition, limit, received=received, layout=layout)
    after = shape_verdict(verdict)
    findings = [shape_finding(one) for one in check_saving(form, definition, verdict, limit)]
    more: dict[str, Json] = {"verdict": after, "findings": cast("Json", findings)}
    more["decided"] = case.has("time-limit-decided")
    data = {**event.data, **more}
    return Planned(Event(event.case, event.kind, event.on, event.at, event.by, data), case.verdict, after)


def _evidence(opening: Row) -> dict[str, list[dt.date]]:
    """The days on which it may have been raised, by source, as they were read."""
    verdict = _mapping(opening.get("verdict"))
    rows = [[verdict.get("raised_source"), verdict.get("raised")], *(opening.get("raised_candidates") or [])]
    found: dict[str, list[dt.date]] = {}
    for source, day in rows:
        if source and day:
            found.setdefault(str(source), []).append(dt.date.fromisoformat(str(day)))
    return found


def _form(definition: FormDefinition, read: Row, events: list[Event]) -> Form:
    """The answers as they stand, as a form that the rules can judge."""
    reviews = find_reviews(events)
    answers = {}
    for name, row in merge_answers(read, events).items():
        review = reviews.get(name)
        raw = str(row.get("raw") or "")
        if review is not None and review.data.get("status") in SETTLED:
            value = review.data.get("value")
            raw = value if isinstance(value, str) else raw if value else ""
        now = tuple(row["value"]) if isinstance(row.get("value"), list) else row.get("value")
        answers[name] = Answer(name, cast("Any", now), raw, Status(str(row.get("status"))))
    return Form(definition.id, answers)


def _people(opened: Opened, answer: Reviewable, status: Review, value: Any) -> dict[str, Json]:
    """What a review changes of the parties; nothing where the answer names nobody."""
    means, case = answer.field.means, opened.case
    if status is Review.UNCLEAR:
        return {}
    if status is Review.AS_READ:
        value = answer.offered
    if means in _COMPLAINANT:
        person = case.party("complainant")
        row = _row(person) if person else {"id": "complainant", "role": "complainant", "name": ""}
        return {"parties": [{**row, _COMPLAINANT[means]: value or ""}]}
    role = _PEOPLE.get(means)
    if role is None:
        return {}
    given = [value] if isinstance(value, str) else value or []
    named = [one if isinstance(one, dict) else {"name": str(one)} for one in given]
    rows: list[Json] = []
    for number, one in enumerate((one for one in named if one.get("name")), 1):
        before = case.party(f"{role}-{number}")
        kept = _row(before) if before and before.name == one.get("name") else {}
        rows.append({**kept, "id": f"{role}-{number}", "role": role, **one})
    added = {str(event.data.get("id")) for event in case.events if event.kind == "party-added"}
    gone = [p.id for p in case.in_role(role)[len(rows) :] if p.id not in added]
    _check_gone(case, gone)
    return {"parties": rows, "gone": cast("Json", gone)}


def _check_gone(case: Case, gone: list[str]) -> None:
    for event in case.events:
        about = {event.data.get("party"), event.data.get("to"), event.data.get("concerning")}
        if event.kind not in (RECEIVED, REVIEWED) and about & set(gone):
            raise RegisterError(
                case.ref, "has events or letters about a person whom this correction would leave out",
                "Take those back or withdraw them first.",
            )  # fmt: skip


def _row(party: Any) -> dict[str, Json]:
    names = ("id", "role", "name", "type", "email", "phone", "department", "job_title")
    return {name: getattr(party, name) for name in names}


def _grounds(lines: list[str], opened: Opened) -> Json:
    known = {ground.id for ground in opened.pack.procedure.grounds}
    if unknown := [line for line in lines if line not in known]:
        raise UsageError(unknown[0][:60], "is no ground of the procedure", "Tick those that are meant.")
    return cast("Json", lines)


def _witness(line: str) -> dict[str, Json]:
    """A witness as typed: name; e-mail; telephone."""
    parts = [part.strip() or None for part in line.split(";")]
    name, email, phone = (*parts, None, None)[:3]
    if len(parts) > 3 or not name:
        raise UsageError("witnesses", "has a line that is not name; e-mail; telephone", "Mend that line.")
    return {"name": name, "email": email, "phone": phone}


def _iso(words: str, field: Field) -> str:
    try:
        return dt.date.fromisoformat(words).isoformat()
    except ValueError:
        raise UsageError(field.id, "is no date", "Write it as day, month, year.") from None


def _opening(case: Case) -> Row:
    return next(event.data for event in case.events if event.kind == RECEIVED)


def _mapping(value: Any) -> Row:
    return value if isinstance(value, Mapping) else {}

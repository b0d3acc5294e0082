"""A received file → its documents, read, checked and judged.

The reading itself runs in a guarded child: `read_guarded` is what callers use, `read_in_child` what
the child does. One document that cannot be read is a `Failure`; the others of its file are not lost.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from hrdocs.desk.outcomes import Failure, Outcome
from hrdocs.document import (
    Answer,
    DateReading,
    Document,
    Finding,
    Form,
    Layout,
    Severity,
    Status,
    Verdict,
    VerdictKind,
)
from hrdocs.errors import InputError
from hrdocs.packs import read_form_definition, read_pack
from hrdocs.procedure import FormDefinition, Procedure, TimeLimit
from hrdocs.read import Reading, read_file
from hrdocs.rules.dates import find_incidents
from hrdocs.rules.learning import join_pairs, read_learned
from hrdocs.rules.matching import match_form
from hrdocs.rules.timelimit import choose_raised, judge
from hrdocs.rules.validate import check_form
from hrdocs.rules.values import is_nothing
from hrdocs.rules.workflow import INFORMAL_STEPS
from hrdocs.tools.guard import Guard
from hrdocs.workspace import read_original

_OWN_FORM_LIMIT = TimeLimit(None, "")


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What reading needs to know: the packs' folders, first the workspace's own, and the day received.

    `form` is a form definition of the user's own instead of the packs' forms.
    """

    packs: tuple[Path, ...]
    received: dt.date | None = None
    form: Path | None = None


def open_guard() -> Guard:
    """A guard for reading, its child ready with the readers' libraries."""
    return Guard(preload=("hrdocs.desk.reading",))


def read_guarded(path: Path, how: HowToRead, *, guard: Guard) -> tuple[Outcome, ...]:
    """Every document of a file; a file that cannot be read at all is one failure."""
    try:
        outcomes = guard.call(str(path), read_in_child, path, how)
    except InputError as error:
        return (Failure(str(path), error),)
    return outcomes


def read_in_child(path: Path, how: HowToRead) -> tuple[Outcome, ...]:
    """Read, match, check and judge every document of a file.

    Raises:
        InputError: the file itself cannot be read.
    """
    return read_data(read_original(path), str(path), how)


def read_data(data: bytes, source: str, how: HowToRead) -> tuple[Outcome, ...]:
    """Read, match, check and judge every document of a file that is in hand.

    Raises:
        InputError: the file itself cannot be read.
    """
    readings = read_file(data, name=source)
    outcomes = [_document(reading, source, how) for reading in readings]
    return tuple(_without_covers(outcomes, readings))


def _document(reading: Reading, source: str, how: HowToRead) -> Outcome:
    name = f"{source}!{reading.member}" if reading.member else source
    if reading.layout is None:
        error = reading.error or InputError(name, "cannot be read", "Ask for it again.", code="damaged")
        return Failure(name, error, reading.sha256)
    layout = reading.layout
    choices = _choices(how)
    if how.form is not None:
        form = read_learned(layout, choices[0][0])
    else:
        own = tuple(definition for definition, procedure in choices if procedure is choices[0][1])
        form = match_form(layout, tuple(definition for definition, _ in choices), own=own)
    if form.form is None:
        form = replace(form, pairs=join_pairs(layout, form.pairs))
    received = how.received or layout.received
    definition, procedure = _chosen(form, choices)
    checks = check_form(form, definition, received=received) if definition else ()
    verdict = None
    if definition is not None:
        limit = procedure.time_limit if procedure else _OWN_FORM_LIMIT
        verdict = judge_form(form, definition, limit, received=how.received, layout=layout)
        checks = (*checks, *check_saving(form, definition, verdict, limit))
    return Document(
        source=name,
        sha256=reading.sha256,
        kind=layout.kind,
        form=form,
        findings=(*layout.findings, *form.findings, *checks),
        received=received,
        verdict=verdict,
    )


def judge_form(
    form: Form,
    definition: FormDefinition,
    limit: TimeLimit,
    *,
    received: dt.date | None = None,
    layout: Layout | None = None,
) -> Verdict:
    """The time-limit verdict on a form; where no day raised is known it needs a person."""
    raised = choose_raised(
        received=received,
        email=layout.received if layout else None,
        signature=signed_day(form, definition),
        forwarded=layout.forwarded if layout else (),
    )
    dates = answer_meaning("incident-dates", form, definition)
    if raised is None:
        return judge(DateReading(()), raised=None, limit=limit)
    reading = find_incidents(dates.raw if dates is not None else "", raised=raised.day)
    if dates is not None and dates.status is Status.UNCLEAR:
        reading = _in_doubt(reading)
    return judge(reading, raised=raised, limit=limit)


def _in_doubt(reading: DateReading) -> DateReading:
    """Dates from an answer that could not be read surely decide nothing."""
    return replace(
        reading,
        acts=tuple(replace(act, review=True) for act in reading.acts),
        reasons=(*reading.reasons, "The dates could not be read surely: look at the form."),
    )


def check_saving(
    form: Form, definition: FormDefinition, verdict: Verdict, limit: TimeLimit
) -> tuple[Finding, ...]:
    """Earlier steps told of on the form, where an act is out of time: they may be the informal stage."""
    late = verdict.verdict in (VerdictKind.OUT_OF_TIME, VerdictKind.PARTLY_IN_TIME)
    steps = answer_meaning("previous-steps", form, definition)
    if limit.saving_clause is None or not late or steps is None or steps.status is Status.MISSING:
        return ()
    if steps.status is Status.OK and is_nothing(str(steps.value)):
        return ()
    message = (
        "The form tells of earlier steps. If they were the informal stage, an older act may still be looked "
        f"into ({limit.saving_clause}): a person decides before anybody is told that it is out of time."
    )
    return (Finding(INFORMAL_STEPS, Severity.WARNING, message, steps.field, steps.where),)


def answer_meaning(meaning: str, form: Form, definition: FormDefinition) -> Answer | None:
    """The answer to the field that the rules know by this meaning."""
    ids = [field.id for field in definition.fields if field.means == meaning]
    return next((form.answers[i] for i in ids if i in form.answers), None)


def signed_day(form: Form, definition: FormDefinition) -> dt.date | None:
    """The day of the signature, where it was read surely."""
    answer = answer_meaning("raised", form, definition)
    if answer is None or answer.status is not Status.OK or not isinstance(answer.value, str):
        return None
    return dt.date.fromisoformat(answer.value)


Choice = tuple[FormDefinition, Procedure | None]


def _choices(how: HowToRead) -> tuple[Choice, ...]:
    if how.form is not None:
        return ((read_form_definition(how.form), None),)
    return _forms_of(how.packs)


@lru_cache(maxsize=4)
def _forms_of(packs: tuple[Path, ...]) -> tuple[Choice, ...]:
    """Every form of the packs with its procedure; read once in the life of a child."""
    procedures = [read_pack(folder).procedure for folder in packs]
    return tuple((form, procedure) for procedure in procedures for form in procedure.forms)


def _chosen(form: Form, choices: Iterable[Choice]) -> tuple[FormDefinition | None, Procedure | None]:
    return next(((d, p) for d, p in choices if d.id == form.form), (None, None))


def _without_covers(outcomes: list[Outcome], readings: Iterable[Reading]) -> Iterable[Outcome]:
    """An e-mail's text and its other attachments say nothing of their own once a form came with it."""
    has_form = any(isinstance(o, Document) and o.form.form is not None for o in outcomes)
    for outcome, reading in zip(outcomes, readings, strict=True):
        is_cover = reading.role == "body" and not (isinstance(outcome, Document) and outcome.form.form)
        if not (has_form and is_cover):
            yield outcome

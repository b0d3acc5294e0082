"""Statutory tribunal time limits: information only, never part of a policy's verdict.

Conventions: a fact belongs to one jurisdiction and holds from `effective_from`. Its figure is None
until a person has entered it as verified, with the day on which that was done; an unverified figure is
never printed. These limits are counted "beginning with" the act, which is not how a policy counts.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrdocs.document import Verdict
from hrdocs.organisation import StatutoryFigure
from hrdocs.rules.workdays import format_day, shift_days, shift_months

NORTHERN_IRELAND = "northern-ireland"
GREAT_BRITAIN = ("england-and-wales", "scotland")


@dataclass(frozen=True, slots=True)
class StatutoryLimit:
    """One statutory limit. `body` hears the claim, `advice` is who can say more.

    `months` may be printed only with `verified`, the day on which a person checked it against the
    law. `effective_from` None: in force now, as far as is known.
    """

    id: str
    jurisdictions: tuple[str, ...]
    body: str
    claim: str
    advice: str
    months: int | None = None
    verified: dt.date | None = None
    effective_from: dt.date | None = None
    note: str = ""


STATUTORY_LIMITS = (
    StatutoryLimit(
        "ni-industrial-tribunal",
        (NORTHERN_IRELAND,),
        "the Industrial Tribunal",
        "discrimination and harassment other than on religious belief or political opinion",
        "the Labour Relations Agency and the Equality Commission for Northern Ireland",
        note="Early conciliation comes first and changes how time runs.",
    ),
    StatutoryLimit(
        "ni-fair-employment-tribunal",
        (NORTHERN_IRELAND,),
        "the Fair Employment Tribunal",
        "discrimination and harassment on religious belief or political opinion",
        "the Labour Relations Agency and the Equality Commission for Northern Ireland",
        note="There are two limits, one from knowing of the act and one from the act; the earlier counts.",
    ),
    StatutoryLimit(
        "gb-employment-tribunal",
        GREAT_BRITAIN,
        "the Employment Tribunal",
        "discrimination and harassment",
        "Acas",
        note="A longer limit has been enacted; the day on which it takes effect must be looked up. "
        "Early conciliation comes first and changes how time runs.",
    ),
)


def with_figures(
    figures: Sequence[StatutoryFigure], limits: Sequence[StatutoryLimit] = STATUTORY_LIMITS
) -> tuple[StatutoryLimit, ...]:
    """The limits with the figures that somebody verified; one for later acts stands beside the other."""
    by_id = {limit.id: limit for limit in limits}
    entered = [
        replace(by_id[f.id], months=f.months, verified=f.verified, effective_from=f.effective_from)
        for f in figures
        if f.id in by_id
    ]
    settled = {one.id for one in entered if one.effective_from is None}
    return (*(limit for limit in limits if limit.id not in settled), *entered)


def find_statutory_limits(
    jurisdiction: str, on: dt.date, *, limits: Sequence[StatutoryLimit] = STATUTORY_LIMITS
) -> tuple[StatutoryLimit, ...]:
    """Find the limits of a jurisdiction that hold for an act on that day; none for an unknown one.

    Of several for one body and claim, the one that took effect last.
    """
    found: dict[tuple[str, str], StatutoryLimit] = {}
    for limit in sorted(limits, key=lambda one: one.effective_from or dt.date.min):
        if jurisdiction in limit.jurisdictions and (limit.effective_from or dt.date.min) <= on:
            found[limit.body, limit.claim] = limit
    return tuple(found.values())


def format_statutory_limit(limit: StatutoryLimit, act: dt.date) -> str:
    """Say a statutory limit for one act in words, with a day only where the figure was verified."""
    rule = f"Separate from this policy, {limit.body} has its own time limit for {limit.claim}."
    if limit.months is None or limit.verified is None:
        figure = f"Its figure has not been verified here: ask {limit.advice}."
    else:
        figure = (
            f"It is {limit.months} months beginning with the act (verified on {format_day(limit.verified)}); "
            f"for the act of {format_day(act)} the safe last day is "
            f"{format_day(safe_last_day(act, months=limit.months))}. Ask {limit.advice}."
        )
    return " ".join(part for part in (rule, figure, limit.note, "The policy's steps do not stop it.") if part)


def inform(
    verdict: Verdict, jurisdiction: str, *, limits: Sequence[StatutoryLimit] = STATUTORY_LIMITS
) -> tuple[str, ...]:
    """Say what tribunals' limits there are for the last act of a verdict; without a dated act, for none.

    It tells of the last act only: a claim about an earlier one may already be late.
    """
    days = [judged.act.end or judged.act.start for judged in verdict.incidents]
    last = max((day for day in days if day is not None), default=None)
    if last is None:
        return ()
    return tuple(
        format_statutory_limit(one, last) for one in find_statutory_limits(jurisdiction, last, limits=limits)
    )


def last_day_beginning_with(act: dt.date, *, months: int) -> dt.date:
    """Return the last day of a period of months that begins with the act's own day.

    The day before the corresponding date; the month's last day where there is no such date.
    Raises: CalendarError.
    """
    corresponding, clamped = shift_months(act, months)
    return corresponding if clamped else shift_days(corresponding, -1)


def safe_last_day(act: dt.date, *, months: int) -> dt.date:
    """Return the earliest day that any usual way of counting "months less a day" gives.

    Raises: CalendarError.
    """
    return min(
        last_day_beginning_with(act, months=months),
        shift_days(shift_months(act, months)[0], -1),
        shift_months(shift_days(act, -1), months)[0],
    )

"""A case and the list of cases, for a person and for a program."""

from collections.abc import Sequence
from typing import Any

from hrdocs.case import Case, Deadline, DeadlineState, LetterState
from hrdocs.desk.case_shapes import UNDER_WAY, shape_case, shape_case_list, shape_next
from hrdocs.desk.cases import Opened, PackShelf
from hrdocs.desk.deadlines import Next
from hrdocs.desk.pairs import find_forgotten
from hrdocs.errors import HrdocsError
from hrdocs.packs import Pack
from hrdocs.procedure import Force
from hrdocs.register import CaseRow, Filing
from hrdocs.rules.due import find_due_letters
from hrdocs.rules.titles import event_title, event_titles
from hrdocs.rules.workflow import named, risk_unanswered, stage_of, verdict_in_force

STATES = {
    DeadlineState.OPEN: "open",
    DeadlineState.MET: "met",
    DeadlineState.MET_AFTER: "met after it had passed",
    DeadlineState.LATE: "LATE",
    DeadlineState.PAST_AIM: "past its aim: reason needed",
    DeadlineState.DELAYED: "delayed, its reason recorded",
    DeadlineState.PASSED: "passed unused: ask why",
    DeadlineState.WAIVED: "settled by a person",
}

__all__ = ["format_case", "format_case_list", "format_next", "shape_case", "shape_case_list", "shape_next"]


def format_case_list(cases: Sequence[CaseRow], filings: Sequence[Filing], shelf: PackShelf) -> str:
    """The cases as a table, then the files that wait; `shelf` has the procedures' words."""
    rows = [("Case", "Received", "Time limit", "Last event")] if cases else []
    rows += [(c.ref, _day(c.received) or "", c.verdict or "not judged", _last_event(c, shelf)) for c in cases]
    lines = [f"{ref:<14}{received:<12}{verdict:<18}{last}" for ref, received, verdict, last in rows]
    if filings:
        lines += ["", "Waiting in quarantine, each counted as a complaint received that day:"]
        lines += [f"{_day(f.received)}  {f.path}  {f.reason}: {f.message}" for f in filings]
    return "\n".join(lines) or "No cases yet. `hrdocs intake` takes in received forms."


def _last_event(row: CaseRow, shelf: PackShelf) -> str:
    try:
        titles = event_titles(shelf.pack(row.pack, row.pack_digest).procedure)
    except HrdocsError:  # its pack is gone or broken: the list still tells of the case
        titles = {}
    return event_title(row.last_event, titles)


def format_case(opened: Opened, deadlines: Sequence[Deadline]) -> str:
    case, procedure = opened.case, opened.pack.procedure
    stage = stage_of(case, procedure)
    lines = [
        f"{case.ref}  {stage.title if stage else ''}",
        f"{procedure.title}, {case.pack_version}",
        f"Received {_day(case.received)}, raised {_day(case.raised) or 'on a day not known'}",
        "",
    ]
    if risk_unanswered(case):
        lines += ["CALL FIRST: words of the form suggest a risk. No letter before a person has called.", ""]
    lines += [f"{p.id:<14}{p.name}{f' ({p.type})' if p.type else ''}" for p in case.parties]
    lines += ["", f"Time limit: {verdict_in_force(case) or 'not judged'}"]
    incidents = case.verdict.get("incidents")
    if isinstance(incidents, list):
        lines += [f"  {row['why']}" for row in incidents if isinstance(row, dict)]
    if deadlines:
        lines += ["", "Deadlines"]
        lines += [_deadline_line(d, case) for d in deadlines]
    if case.letters:
        lines += ["", "Letters"]
        lines += [f"  {x.kind} to {named(case, x.to)}: {x.state.value}  {x.path}" for x in case.letters]
    due = find_due_letters(case, procedure)
    if due:
        lines += ["", "Letters due"]
        lines += [f"  {d.letter.kind} to {named(case, d.to)} ({d.letter.clause})" for d in due]
    lines += ["", "Events"]
    titles = event_titles(procedure)
    lines += [
        f"  {e.seq:>5}  {_day(e.on)}  {event_title(e.kind, titles)}{_party(e.data.get('party'), case)}"
        for e in case.events
    ]
    return "\n".join(lines)


def format_next(steps: Next, pack: Pack) -> str:
    """Deadlines, letters due, and of what is blocked the letters that are due."""
    stage = stage_of(steps.case, pack.procedure)
    lines = [f"{steps.case.ref}  {stage.title if stage else ''}"]
    if risk_unanswered(steps.case):
        lines += ["", "CALL FIRST: words of the form suggest a risk. No letter before a person has called."]
    lines += ["", "Due"]
    lines += [_deadline_line(d, steps.case) for d in steps.due] or ["  nothing"]
    lines += ["", "Letters"]
    blocks = {(b.what, b.party): b.block for b in steps.blocked}
    for letter in steps.letters:
        block = blocks.get((letter.letter.kind, letter.to))
        why = f": waits. {block.reason} {block.step}" if block else f" ({letter.letter.clause})"
        to = named(steps.case, letter.to)
        lines.append(f"  {letter.letter.kind} to {to}{_about(letter.concerning, steps.case)}{why}")
    lines += [
        f"  {x.kind} to {named(steps.case, x.to)}{_about(x.concerning, steps.case)}: {x.state.value}, "
        f"waits to be {'approved' if x.state is LetterState.DRAFT else 'issued'}"
        for x in steps.case.letters
        if x.state in UNDER_WAY
    ]
    if lines[-1] == "Letters":
        lines.append("  nothing")
    lines += _forgotten(steps, pack)
    lines += _people(steps)
    asked = [f"  {question.text} ({question.clause})" for question in steps.questions]
    questions = steps.case.verdict.get("questions")
    if isinstance(questions, list) and not steps.case.has("time-limit-decided"):
        asked += [f"  {question}" for question in questions]
    lines += ["", "Ask", *asked] if asked else []
    shown = {(d.letter.kind, d.to) for d in steps.letters}
    others = sum((b.what, b.party) not in shown for b in steps.blocked)
    if others:
        lines += ["", f"{others} later steps cannot be taken yet; --format json lists each with its clause."]
    return "\n".join(lines)


def _people(steps: Next) -> list[str]:
    """Who acts where the procedure would keep them apart."""
    told = [
        f"  {w.reason} ({w.clause})"
        + (f" A person let it stand: {w.confirmed}" if w.confirmed else " A person must decide.")
        for w in steps.warnings
    ]
    return ["", "People", *told] if told else []


def _forgotten(steps: Next, pack: Pack) -> list[str]:
    """The halves of pairs that were left behind."""
    halves = find_forgotten(steps.case, pack.procedure)
    return ["", "The other half of a pair"] * bool(halves) + [
        f"  {h.letter.kind} to {named(steps.case, h.to)}{_about(h.concerning, steps.case)} is "
        f"{h.state.value if h.state else 'not written'}, and the one to {named(steps.case, h.other.to)} is "
        f"{h.other.state.value}"
        for h in halves
    ]


def _about(concerning: str, case: Case) -> str:
    return f" about {named(case, concerning)}" if concerning else ""


def _deadline_line(deadline: Deadline, case: Case) -> str:
    due = _day(deadline.due) or "as soon as practicable"
    aim = "" if deadline.force is Force.HARD else f" ({deadline.force.value})"
    who = f", {named(case, deadline.party)}" if deadline.party else ""
    until = f" until {_day(deadline.expected)}" if deadline.state is DeadlineState.DELAYED else ""
    return f"  {due}  {deadline.title}{aim}{who}, clause {deadline.clause}: {STATES[deadline.state]}{until}"


def _party(party: object, case: Case) -> str:
    return f", {named(case, str(party))}" if party else ""


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()

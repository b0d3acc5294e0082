"""Cases as JSON: what the commands print and the pages' API answers."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from hrdocs.case import Deadline, LetterState
from hrdocs.desk.cases import Opened
from hrdocs.desk.deadlines import Next
from hrdocs.desk.pairs import find_forgotten
from hrdocs.packs import Pack
from hrdocs.register import CaseRow, Filing
from hrdocs.rules.due import DueLetter, find_due_letters
from hrdocs.rules.workflow import stage_of, verdict_in_force

UNDER_WAY = (LetterState.DRAFT, LetterState.APPROVED)


def shape_case_list(cases: Sequence[CaseRow], filings: Sequence[Filing]) -> dict[str, Any]:
    """Every case, and every file that waits."""
    return {
        "cases": [
            {"ref": c.ref, "pack": c.pack, "received": _day(c.received), "raised": _day(c.raised),
             "verdict": c.verdict, "last_event": c.last_event}
            for c in cases
        ],
        "quarantine": [
            {"path": f.path, "reason": f.reason, "message": f.message, "received": _day(f.received)}
            for f in filings
        ],
    }  # fmt: skip


def shape_case(opened: Opened, deadlines: Sequence[Deadline]) -> dict[str, Any]:
    """A case: parties, answers, deadlines, letters and events."""
    case, procedure = opened.case, opened.pack.procedure
    stage = stage_of(case, procedure)
    return {
        "ref": case.ref,
        "pack": case.pack,
        "pack_version": case.pack_version,
        "pack_digest": case.pack_digest,
        "received": _day(case.received),
        "raised": _day(case.raised),
        "stage": stage.id if stage else None,
        "parties": [{"id": p.id, "role": p.role, "name": p.name, "type": p.type} for p in case.parties],
        "answers": dict(case.answers),
        "verdict": verdict_in_force(case),
        "time_limit": dict(case.verdict),
        "deadlines": [
            {"limit": d.limit, "title": d.title, "due": _day(d.due), "force": d.force.value,
             "clause": d.clause, "state": d.state.value, "party": d.party, "basis": d.basis}
            for d in deadlines
        ],
        "letters": [
            {"kind": x.kind, "to": x.to, "state": x.state.value, "path": x.path, "sha256": x.sha256}
            for x in case.letters
        ],
        "letters_due": [{"kind": d.letter.kind, "to": d.to} for d in find_due_letters(case, procedure)],
        "originals": [{"path": o.path, "sha256": o.sha256} for o in case.originals],
        "events": [
            {"seq": e.seq, "kind": e.kind, "on": _day(e.on), "by": e.by, "party": e.data.get("party")}
            for e in case.events
        ],
    }  # fmt: skip


def shape_next(steps: Next, pack: Pack, as_of: dt.date) -> dict[str, Any]:
    """What a case calls for on a day. `letters` can be written now; `waiting` are due and blocked."""
    stage = stage_of(steps.case, pack.procedure)
    held = {(b.what, b.party) for b in steps.blocked}
    return {
        "case": steps.case.ref,
        "as_of": as_of.isoformat(),
        "stage": stage.id if stage else None,
        "due": [
            {"limit": d.limit, "title": d.title, "date": _day(d.due), "clause": d.clause,
             "force": d.force.value, "state": d.state.value, "party": d.party, "expected": _day(d.expected),
             "basis": d.basis}
            for d in steps.due
        ],
        "letters": [_letter(d) for d in steps.letters if (d.letter.kind, d.to) not in held],
        "waiting": [_letter(d) for d in steps.letters if (d.letter.kind, d.to) in held],
        "under_way": [
            {"kind": x.kind, "to": x.to, "concerning": x.concerning or None, "state": x.state.value}
            for x in steps.case.letters
            if x.state in UNDER_WAY
        ],
        "forgotten": [
            {"kind": h.letter.kind, "to": h.to, "concerning": h.concerning or None,
             "state": h.state.value if h.state else None, "other": h.other.to,
             "other_state": h.other.state.value}
            for h in find_forgotten(steps.case, pack.procedure)
        ],
        "blocked": [
            {"what": b.what, "party": b.party or None, "reason": b.block.reason, "clause": b.block.clause}
            for b in steps.blocked
        ],
        "warnings": [
            {"what": w.event, "party": w.party or None, "reason": w.reason, "clause": w.clause,
             "confirmed": w.confirmed or None}
            for w in steps.warnings
        ],
        "questions": [
            {"code": q.code, "text": q.text, "clause": q.clause, "answers": list(q.answers),
             "party": q.party or None}
            for q in steps.questions
        ],
    }  # fmt: skip


def _letter(due: DueLetter) -> dict[str, Any]:
    letter = due.letter
    return {
        "kind": letter.kind, "to": due.to, "concerning": due.concerning or None, "clause": letter.clause,
        "title": letter.title,
    }  # fmt: skip


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()

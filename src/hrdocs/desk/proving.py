"""What a letter of a case may say: its kind, its facts, what holds it back, and the proof of the file.

A letter is proved when it is drafted, approved and issued, each time against what the case knows then.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hrdocs.case import Case, Event, Json
from hrdocs.desk.deadlines import calendar_for, deadlines_of
from hrdocs.errors import LetterError
from hrdocs.letters.proof import Proof, prove_letter
from hrdocs.letters.standing import read_standing
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import LetterKind
from hrdocs.register import Register
from hrdocs.rules.audience import find_missing, known_names, view
from hrdocs.rules.blocks import Block, find_blocks, find_holds
from hrdocs.rules.conditions import holds
from hrdocs.rules.withholding import iter_texts, secrets
from hrdocs.rules.workdays import Delivery, add_working_days, deem_receipt, format_day
from hrdocs.rules.workflow import facts_for, missing_answers
from hrdocs.workspace import ORGANISATION, Workspace

REPLY_DAYS = 10  # working days that a letter gives for an answer where nobody has named a day


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """What writing letters works with."""

    workspace: Workspace
    register: Register
    pack: Pack
    organisation: Organisation
    now: dt.datetime
    today: dt.date
    by: str


def find_letter(pack: Pack, kind: str, role: str) -> LetterKind:
    """The pack's letter of a kind for a role.

    Raises:
        LetterError: the pack has none, with the kinds and audiences that it has.
    """
    same = [letter for letter in pack.procedure.letters if letter.kind == kind]
    for letter in same:
        if letter.audience == role:
            return letter
    if same:
        audiences = ", ".join(letter.audience for letter in same)
        raise LetterError(kind, f"is no letter to a {role}", f"It goes to: {audiences}. Choose with --to.")
    kinds = ", ".join(dict.fromkeys(letter.kind for letter in pack.procedure.letters))
    raise LetterError(kind, f"is no letter of {pack.procedure.id}", f"It has: {kinds}.")


def prove(
    docx: bytes, case: Case, letter: LetterKind, to: str, context: Mapping[str, Json], pack: Pack
) -> Proof:
    """Read a letter's file and prove it against its items and what its reader may not know."""
    return prove_letter(
        docx,
        items=letter.items,
        forbidden=secrets(case, to, letter.hides),
        allowed=known_names(case, to, context),
        avoid=words_to_avoid(pack, letter, never=False),
        never=words_to_avoid(pack, letter, never=True),
        context=context,
        hides=letter.hides,
        told=[text for _, text in iter_texts(case.facts.get(f"allegations-settled:{to}", {}))],
        standing=read_standing(pack.template(letter)),
    )


def words_to_avoid(pack: Pack, letter: LetterKind, *, never: bool) -> tuple[str, ...]:
    """What the pack's rules of wording keep out of this letter; a rule without a subject is for all.

    A subject is a kind of letter, or a kind to one role ("outcome:respondent").
    """
    names = {letter.kind, f"{letter.kind}:{letter.audience}"}
    return tuple(
        word
        for rule in pack.procedure.rules
        if rule.never is never and (not rule.subject or names & set(rule.subject))
        for word in rule.avoid
    )


def check_called_for(case: Case, letter: LetterKind, to: str) -> None:
    """Raises: LetterError where the letter's condition does not hold.

    A letter whose condition does not hold says what is not so: an in-time complaint is never refused.
    """
    facts = facts_for(case, to)
    fits = letter.applies_to in (None, facts["reader"]["type"])
    if fits and holds(letter.when, facts):
        return
    verdict = facts["verdict"] or "not judged"
    condition = letter.when if fits else f"the reader is a {letter.applies_to}"
    raise LetterError(
        f"{letter.kind} to {to} in {case.ref}",
        f"is not called for: it is for where {condition} (the verdict in force: {verdict})",
        f"`hrdocs case next {case.ref}` lists the letters that are.",
        code="not-called-for",
    )


def find_letter_blocks(case: Case, letter: LetterKind, to: str, pack: Pack) -> tuple[Block, ...]:
    """Why a letter may not go to a party yet."""
    return (*find_holds(case, letter), *find_blocks(case, pack.procedure, letter.kind, to))


def check_blocks(case: Case, letter: LetterKind, to: str, pack: Pack) -> None:
    """Raises: LetterError where a rule holds the letter back, with the clause."""
    blocks = find_letter_blocks(case, letter, to, pack)
    if blocks:
        reasons = "; ".join(f"{b.reason.rstrip('.')}{f' ({b.clause})' if b.clause else ''}" for b in blocks)
        step = blocks[0].step
        raise LetterError(
            f"{letter.kind} to {to} in {case.ref}", f"is blocked: {reasons}", step, code="blocked"
        )


def expected_receipt(desk: LetterDesk) -> dt.date:
    """The day on which a letter posted today is taken to be received."""
    calendar = calendar_for(desk.pack, desk.organisation)
    return deem_receipt(desk.today, Delivery.FIRST_CLASS, calendar).day


def letter_context(
    case: Case,
    letter: LetterKind,
    to: str,
    desk: LetterDesk,
    *,
    concerning: str | None,
    receipt: dt.date | None = None,
    dated: dt.date | None = None,
) -> dict[str, Json]:
    """What the letter may say to this reader. `dated` is the day that it bears, else today."""
    calendar = calendar_for(desk.pack, desk.organisation)
    received = receipt or expected_receipt(desk)
    expected = _with_receipt(case, letter, to, received, desk)
    return view(
        case,
        desk.pack.procedure,
        letter,
        to,
        organisation=desk.organisation,
        today=dated or desk.today,
        deadlines=deadlines_of(expected, desk.pack, calendar, max(received, desk.today)),
        concerning=concerning,
        receipt=received,
        missing=missing_answers(case),
        reply_by=add_working_days(received, REPLY_DAYS, calendar),
    )


def printed_days(
    case: Case, letter: LetterKind, to: str, desk: LetterDesk, *, receipt: dt.date, text: str
) -> dict[str, Json]:
    """The last days that the letter's text gives, by limit, as ISO days."""
    calendar = calendar_for(desk.pack, desk.organisation)
    expected = _with_receipt(case, letter, to, receipt, desk)
    names = {n.partition(".")[2] for n in (*letter.needs, *letter.uses) if n.startswith("deadlines.")}
    return {
        d.limit: d.due.isoformat()
        for d in deadlines_of(expected, desk.pack, calendar, max(receipt, desk.today))
        if d.due
        and d.limit.replace("-", "_") in names
        and d.party in (None, to)
        and format_day(d.due) in text
    }


def _with_receipt(case: Case, letter: LetterKind, to: str, received: dt.date, desk: LetterDesk) -> Case:
    """The case as it will be once the reader has the letter, so that its deadlines can be printed.

    A limit that runs from the receipt of this letter has not begun when the letter is written; what an
    earlier decision's receipt began is over for it.
    """
    named = (*letter.needs, *letter.uses)
    wanted = {name.partition(".")[2] for name in named if name.startswith("deadlines.")}
    limits = [limit for limit in desk.pack.procedure.limits if limit.id.replace("-", "_") in wanted]
    anew = [
        limit for limit in limits if limit.right and _is_earlier(case, letter, limit.start, to, desk.today)
    ]
    over = {kind for limit in anew for kind in (limit.start, limit.end, *limit.waived_by)}
    case = replace(case, events=tuple(e for e in case.events if e.kind not in over))
    starts = {limit.start for limit in limits if not case.has(limit.start)}
    coming = [
        Event(case.ref, kind, received, desk.now, desk.by, {"party": to} if _per_party(kind, desk) else {})
        for kind in sorted(starts)
    ]
    return replace(case, events=(*case.events, *coming))


def _is_earlier(case: Case, letter: LetterKind, start: str, to: str, today: dt.date) -> bool:
    """Whether a receipt is recorded that was of an earlier letter.

    It came before what this letter is about, or before the day of this letter. A letter that tells the day
    of that receipt speaks of the earlier letter itself.
    """
    if f"{start.replace('-', '_')}.on" in (*letter.needs, *letter.uses):
        return False
    about = [n for n, e in enumerate(case.events) if e.kind in (letter.trigger, *letter.also)]
    came = [n for n, e in enumerate(case.events) if e.kind == start and e.data.get("party") in (None, to)]
    return bool(about and came) and (came[-1] < about[-1] or case.events[came[-1]].on < today)


def _per_party(kind: str, desk: LetterDesk) -> bool:
    return any(event.id == kind and event.per is not None for event in desk.pack.procedure.events)


def check_organisation(organisation: Organisation) -> None:
    """Raises: LetterError where organisation.toml lacks what a letter needs."""
    if organisation.lacking:
        raise LetterError(
            ORGANISATION,
            f"lacks {_list(organisation.lacking)}",
            "Fill it in; the letter is drafted when you run this again.",
            code="organisation",
        )


def check_facts(case: Case, letter: LetterKind, context: Mapping[str, Json], desk: LetterDesk) -> None:
    """Raises: LetterError where a fact that the letter needs is not known."""
    missing = find_missing(letter, context)
    if missing:
        raise LetterError(
            f"{letter.kind} in {case.ref}",
            f"lacks {_list(missing)}",
            f"Record it with `hrdocs case record {case.ref} {_event_of(missing[0], desk)}`.",
            code="missing-fact",
        )


def _event_of(fact: str, desk: LetterDesk) -> str:
    kind = fact.partition(".")[0].replace("_", "-")
    known = any(event.id == kind for event in desk.pack.procedure.events)
    return f"{kind} {fact.partition('.')[2]}=…" if known else "EVENT"


def _list(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

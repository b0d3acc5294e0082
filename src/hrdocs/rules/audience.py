"""A case and a person give the view that this reader may have of it.

An audience is a person, not a role: each person complained about sees only the own allegations. The
view holds only what the letter's `needs` and `uses` name; what the reader may not know is None, and so
are facts that are not known. Days are given in words: "Friday 5 December 2025".
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from hrdocs.case import Case, Deadline, Json, Party
from hrdocs.errors import LetterError
from hrdocs.organisation import Organisation, Signatory
from hrdocs.procedure import LetterKind, Procedure
from hrdocs.rules.withholding import as_list, find_released, is_withheld, iter_texts, released_words
from hrdocs.rules.workdays import format_day
from hrdocs.rules.workflow import missing_answers

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_PARTIES = ("complainant", "respondent", "witness")
_ALWAYS = ("letter", "our_ref", "policy", "organisation", "reader", "sender")
_TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "revd", "cllr", "councillor")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def view(
    case: Case,
    procedure: Procedure,
    letter: LetterKind,
    party_id: str,
    *,
    organisation: Organisation,
    today: dt.date,
    sender: Signatory | None = None,
    deadlines: Sequence[Deadline] = (),
    concerning: str | None = None,
    receipt: dt.date | None = None,
    missing: Sequence[str] = (),
    questions: Sequence[str] = (),
    address: Sequence[str] = (),
    reply_by: dt.date | None = None,
) -> dict[str, Json]:
    """The context of one letter for one person.

    `sender` signs, else who signs for OD/HR. `concerning` is the person complained about whom the
    letter is about; it may be left out where the case has one. `receipt` is the day on which the
    letter is taken to be received. `missing` and `questions` are plain sentences; without them those
    of the case are taken. `reply_by` is the day by which answers would help.

    Raises: LetterError where the reader is not of the letter's audience, where it is not clear whom
    the letter concerns, where nobody signs it, or where it needs what this reader may not know.
    """
    reader = _reader(case, letter, party_id)
    about = _respondent(case, reader, concerning, letter)
    asked, more = _asked(
        list(missing) or list(missing_answers(case)),
        list(questions) or as_list(case.verdict.get("questions")),
        procedure,
    )
    plain: dict[str, Json] = {
        "complainant.name": next((p.name for p in case.in_role("complainant")), None),
        "respondent.name": about.name if about else None,
        "respondents": [p.name for p in case.in_role("respondent")],
        "complaint.received": _day(case.received),
        "complaint.raised": _day(case.raised),
        "missing": asked,
        "questions": more,
        **_time_limit(case, procedure),
    }
    out: dict[str, Json] = {
        "letter": {
            "date": format_day(today),
            "title": letter.title,
            "receipt": _day(receipt),
            "reply_by": _day(reply_by),
            "year_on": format_day(year_on(today)),
        },
        "our_ref": case.ref,
        "policy": {"title": procedure.title, "version": procedure.version},
        "organisation": _organisation(organisation),
        "reader": _reader_facts(reader, address, organisation),
        "sender": _sender(case, sender, organisation, letter),
    }
    released = find_released(case, party_id)
    for name in dict.fromkeys((*letter.needs, *letter.uses)):
        if name.partition(".")[0] in _ALWAYS:
            continue
        if is_withheld(name, reader.role, released):
            if name in letter.needs:
                raise _refused(letter, name)
            value: Json = None
        elif name in plain:
            value = plain[name]
        elif name.startswith("deadlines."):
            value = _deadline(name.partition(".")[2], deadlines, party_id)
        else:
            value = _event_fact(case, procedure, name, reader, about)
        _put(out, name, in_words(value))
    return out


def find_missing(letter: LetterKind, context: Mapping[str, Json]) -> tuple[str, ...]:
    """The facts that the letter needs and the context does not hold, in the letter's order."""
    return tuple(
        name for name in letter.needs if not _get(context, name) and _get(context, name) is not False
    )


def known_names(case: Case, party_id: str, context: Mapping[str, Json]) -> tuple[str, ...]:
    """Names that this reader's letter may hold: the own, those of the view, and those released."""
    names = [p.name for p in case.parties if p.id == party_id]
    names += released_words(case, party_id)
    names += [
        v
        for k, v in iter_texts(context)
        if k.rpartition(".")[2] in ("name", "decided_by", "hearers", "short_name")
    ]
    return tuple(dict.fromkeys(n for n in names if n))


def year_on(day: dt.date) -> dt.date:
    """The same calendar date next year; 28 February for 29 February (the adjudicator's own rule)."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)


def in_words(value: Json) -> Json:
    """ISO days as words, wherever they stand in a value; no text begins or ends with a space."""
    if isinstance(value, str) and _ISO.fullmatch(value):
        return format_day(dt.date.fromisoformat(value))
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return [in_words(v) for v in value]
    if isinstance(value, dict):
        return {k: in_words(v) for k, v in value.items()}
    return value


# --- the reader and those around ------------------------------------------------------------------


def _reader(case: Case, letter: LetterKind, party_id: str) -> Party:
    reader = case.party(party_id)
    if reader is None:
        known = ", ".join(p.id for p in case.parties)
        raise LetterError(
            case.ref, f"has no party {party_id}", f"Choose one of: {known}.", code="unknown-party"
        )
    if reader.role != letter.audience:
        fact = f"the letter {letter.kind} for the {letter.audience} is not for {party_id}"
        raise LetterError(case.ref, fact, f"Choose a {letter.audience} of the case.", code="wrong-audience")
    return reader


def _respondent(case: Case, reader: Party, concerning: str | None, letter: LetterKind) -> Party | None:
    if reader.role == "respondent":
        return reader
    everybody = case.in_role("respondent")
    ids = ", ".join(p.id for p in everybody)
    if concerning is not None:
        found = next((p for p in everybody if p.id == concerning), None)
        if found is None:
            fact = f"{concerning} is not complained about in this case"
            raise LetterError(case.ref, fact, f"Choose one of: {ids}.", code="unknown-party")
        return found
    if len(everybody) > 1 and reader.role != "witness" and "respondent.name" in letter.needs:
        fact = f"the letter {letter.kind} concerns one of {len(everybody)} people"
        raise LetterError(case.ref, fact, f"Say which: {ids}.", code="which-respondent")
    return everybody[0] if len(everybody) == 1 else None


def _reader_facts(reader: Party, address: Sequence[str], organisation: Organisation) -> dict[str, Json]:
    inside = [reader.department, organisation.name] if reader.department else []
    lines: list[Json] = list(address) if address else [*inside]
    return {
        "name": reader.name,
        "greeting": greeting(reader.name),
        "address": lines,
        "type": reader.type or None,
        "student": reader.type == "student",
    }


def greeting(name: str) -> str:
    """How a letter addresses somebody: "Dr Rafferty" where the name has a title, else the whole name.

    Without a title nobody's is guessed.
    """
    words = name.split()
    titled = len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES
    return f"{words[0]} {words[-1]}" if titled else name


def _organisation(organisation: Organisation) -> dict[str, Json]:
    return {
        "name": organisation.name,
        "short_name": organisation.short_name or organisation.name,
        "department": organisation.department or None,
        "address": list(organisation.address),
        "phone": organisation.phone or None,
        "email": organisation.email or None,
    }


def _sender(
    case: Case, sender: Signatory | None, organisation: Organisation, letter: LetterKind
) -> dict[str, Json]:
    """Who signs: the one given, else the signatory of the letter's role, else the first; never a party."""
    parties = {party.name.casefold() for party in case.parties}
    able = [p for p in organisation.signatories if p.name and p.name.casefold() not in parties]
    able.sort(key=lambda person: person.role != letter.signed_by)
    person = sender or next(iter(able), None)
    if person is None:
        fact = "has nobody to sign it: no signatory is named, or all are parties to the case"
        next_step = "Name another [[signatory]] in organisation.toml."
        raise LetterError(letter.kind, fact, next_step, code="no-sender")
    return {
        "name": person.name,
        "title": person.title,
        "phone": person.phone or organisation.phone or None,
        "email": person.email or organisation.email or None,
    }


# --- facts ----------------------------------------------------------------------------------------


def _asked(missing: list[str], questions: list[Json], procedure: Procedure) -> tuple[Json, Json]:
    """What a letter asks for, and further questions: of dates the questions only, which are plainer."""
    dates = {f.label for form in procedure.forms for f in form.fields if f.means == "incident-dates"}
    others: list[Json] = [label for label in missing if label not in dates]
    if not questions or len(others) == len(missing):
        return [*missing], questions
    return (others, questions) if others else (questions, [])


def _time_limit(case: Case, procedure: Procedure) -> dict[str, Json]:
    verdict, limit = case.verdict, procedure.time_limit
    cutoff = verdict.get("cutoff")
    months = limit.months
    words = None if months is None else _NUMBERS[months] if months < len(_NUMBERS) else str(months)
    return {
        "acts": [_act(a) for a in as_list(verdict.get("incidents")) if isinstance(a, dict)],
        "time_limit.cutoff": cutoff,
        "time_limit.months": words,
        "time_limit.rule": words
        and f"An act is looked into where it happened no more than {words} months "
        "before the day on which the complaint was raised.",
    }


def _act(act: dict[str, Json]) -> Json:
    verdict = act.get("verdict")
    return {
        "text": act.get("text"),
        "dates": _span(act),
        "verdict": verdict,
        "in_time": verdict in ("in-time", "no-limit"),
        "why": act.get("why"),
    }


def _span(act: Mapping[str, Json]) -> Json:
    start, end = act.get("start"), act.get("end")
    if not isinstance(start, str) or not isinstance(end, str):
        return act.get("text")
    first, last = in_words(start), in_words(end)
    return first if first == last else f"{first} to {last}"


def _event_fact(case: Case, procedure: Procedure, name: str, reader: Party, about: Party | None) -> Json:
    """A fact of a recorded event; of one that happens once per person, the reader's own.

    What is decided about a person complained about is also the complainant's, for that person only;
    somebody who acts in the procedure reads of the person whom the letter concerns.
    `on` is the day on which it happened. What was released is told in its sentences, not its names.
    """
    space, _, fact = name.partition(".")
    kind = space.replace("_", "-")
    event = next((e for e in procedure.events if e.id == kind), None)
    if event is None:
        next_step = "Mend the letter's needs in letters.toml."
        raise LetterError(procedure.id, f"no event gives the fact {name}", next_step, code="unknown-fact")
    owner: str | None = None
    if event.per is not None:
        inside = reader.role not in _PARTIES
        theirs = inside or (event.per == "respondent" and reader.role == "complainant")
        owner = (about.id if about else None) if theirs else reader.id
        if owner is None:
            return None
    facts = case.facts.get(kind if owner is None else f"{kind}:{owner}")
    if fact == "on":
        days = [
            e.on for e in case.events if e.kind == kind and (owner is None or e.data.get("party") == owner)
        ]
        return _day(max(days)) if days else None
    if facts is None:
        return None
    value = facts.get(fact)
    if name == "material_released.what":
        value = _released_items(case, kind, owner) or value
    if name == "disclosure_released.what":
        value = [text for text in as_list(value) or [value] if isinstance(text, str) and " " in text.strip()]
    return None if value == "" or value == [] else value


def _released_items(case: Case, kind: str, owner: str | None) -> Json:
    """Everything that was released, item by item, each decision's own."""
    found: dict[str, None] = {}
    for event in case.events:
        if event.kind == kind and event.data.get("party") == owner:
            what = event.data.get("what")
            items = what if isinstance(what, list) else [what]
            found.update({item: None for item in items if isinstance(item, str) and item})
    return [*found]


def _deadline(limit: str, deadlines: Sequence[Deadline], party_id: str) -> Json:
    found = [d for d in deadlines if d.limit.replace("-", "_") == limit and d.party in (None, party_id)]
    found.sort(key=lambda d: d.party is None)
    return _day(found[0].due) if found else None


def _day(day: dt.date | None) -> str | None:
    return None if day is None else format_day(day)


def _put(out: dict[str, Json], name: str, value: Json) -> None:
    space, _, fact = name.partition(".")
    value = None if value == [] or value == "" else value
    if not fact:
        out[space] = value
        return
    inner = out.setdefault(space, {})
    if isinstance(inner, dict):
        inner[fact] = value


def _get(context: Mapping[str, Json], name: str) -> Json:
    space, _, fact = name.partition(".")
    value = context.get(space)
    return value.get(fact) if fact and isinstance(value, dict) else None if fact else value


def _refused(letter: LetterKind, name: str) -> LetterError:
    return LetterError(
        f"{letter.kind} ({letter.audience})",
        f"needs {name}, which a {letter.audience} may not be told",
        "Take it out of the letter, or record disclosure-released for this party.",
        code="withheld",
    )

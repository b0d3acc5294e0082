"""Release copies: what a reader may not have, by what the case knows; the copy, and its list in the case."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from hrdocs.case import Case, Event
from hrdocs.desk.cases import Opened
from hrdocs.desk.reading import open_guard
from hrdocs.desk.shapes import Shape
from hrdocs.editions.redact_pdf import redact_pdf
from hrdocs.editions.redact_word import redact_word
from hrdocs.editions.release import Released
from hrdocs.errors import InputError, UsageError
from hrdocs.register import Register
from hrdocs.rules.audience import known_names
from hrdocs.rules.redaction import Withheld
from hrdocs.rules.withholding import Secret, iter_texts, secrets
from hrdocs.workspace import Workspace, digest, safe_name, write_whole

RELEASED = "release-copied"
# A reader who is nobody of the case: every person in it is withheld.
OUTSIDE = "outside"
_TOKEN = "[Redacted]"  # noqa: S105
_ROLES = {"complainant": "complainant", "respondent": "person complained about", "witness": "witness"}
_PERSONS = frozenset(
    ("name", "phone", "email", "decided_by", "called_by", "given_by", "hearers", "helper", "mediator")
)


def find_case(path: Path, sha256: str, workspace: Workspace, register: Register) -> str:
    """The case that a file is filed in, by its place or by its bytes.

    Raises:
        UsageError: it is filed in none.
    """
    place = path.resolve()
    for parent in place.parents:
        if parent == workspace.case_folder(parent.name).resolve():
            return parent.name
    filing = register.filing(sha256)
    if filing is None or filing.case is None:
        raise UsageError(str(path), "is filed in no case", "Name the case with --case.")
    return filing.case


def choose_audience(case: Case, wanted: str) -> str:
    """The party meant by an id, or by a role that only one person has; `outside` is nobody of the case.

    Raises:
        UsageError: it is nobody of the case, or several people have that role.
    """
    if wanted == OUTSIDE or case.party(wanted) is not None:
        return wanted
    people = case.in_role(wanted)
    if len(people) == 1:
        return people[0].id
    known = ", ".join([*(party.id for party in case.parties), OUTSIDE])
    fact = f"could be several people of {case.ref}" if people else f"is nobody of {case.ref}"
    raise UsageError(f"--for {wanted}", fact, f"Choose one: {known}.")


def find_withheld(case: Case, audience: str, *, also: Sequence[str] = ()) -> tuple[Withheld, ...]:
    """What a reader may not have, each with what is printed in its place.

    `audience` is as `choose_audience` gives it; `also` are words that a person adds.
    """
    found = tuple(_everybody(case)) if audience == OUTSIDE else secrets(case, audience)
    added = [Secret(words, "name", "somebody whom a person named") for words in also]
    tokens = {} if audience == OUTSIDE else _role_tokens(case)
    return tuple(Withheld(secret, tokens.get(secret.text, _TOKEN)) for secret in (*found, *added))


def _role_tokens(case: Case) -> dict[str, str]:
    """For each party's name and contacts a token with the role, numbered where several have it."""
    tokens: dict[str, str] = {}
    for role, words in _ROLES.items():
        people = case.in_role(role)
        for number, party in enumerate(people, 1):
            token = f"[Redacted: {words}{f' {number}' if len(people) > 1 else ''}]"
            tokens |= dict.fromkeys(filter(None, (party.name, party.email, party.phone)), token)
    return tokens


def _everybody(case: Case) -> Iterator[Secret]:
    """Every person whom the case knows, and the account itself stays: its names go."""
    for party in case.parties:
        whose = f"a party ({party.role})"
        yield Secret(party.name, "name", whose)
        yield from (Secret(contact, "contact", whose) for contact in (party.email, party.phone) if contact)
    for key, facts in case.facts.items():
        for fact, value in facts.items():
            if fact in _PERSONS:
                kind = "contact" if fact in ("phone", "email") else "name"
                for _, text in iter_texts({fact: value}):
                    person = (
                        text if kind == "contact" else text.partition(",")[0]
                    )  # "Una Kerr, Head of Parks"
                    yield Secret(person, kind, f"a person in “{key.partition(':')[0]}”")


def make_release(
    data: bytes,
    case: Case,
    audience: str,
    *,
    name: str,
    also: Sequence[str],
    keep_pictures: bool,
    day: dt.date,
) -> Released:
    """A release copy of a Word file or a PDF, made in a guarded child.

    Raises:
        InputError: the file is of another kind or cannot be read.
        LetterError: something withheld would still stand in it.
    """
    withheld = find_withheld(case, audience, also=also)
    known = () if audience == OUTSIDE else known_names(case, audience, {})
    redact = redact_pdf if data.lstrip()[:5] == b"%PDF-" else redact_word
    if redact is redact_word and data[:2] != b"PK":
        raise InputError(name, "is neither a Word file nor a PDF", "Save it as one of them and try again.")
    with open_guard() as guard:
        return guard.call(
            name, redact, data, withheld, name=name, known=tuple(known), keep_pictures=keep_pictures, day=day
        )


def shape_release(released: Released, audience: str) -> Shape:
    """What was taken out and why, and what a person must look at, as JSON. It names nobody."""
    return {
        "for": audience,
        "sha256": digest(released.data),
        "removed": [asdict(removed) for removed in released.removed],
        "proposals": [asdict(proposal) for proposal in released.proposals],
        "pictures": list(released.pictures),
    }


def file_release(
    opened: Opened,
    released: Released,
    audience: str,
    *,
    source: Path,
    source_digest: str,
    workspace: Workspace,
    register: Register,
    now: dt.datetime,
    today: dt.date,
    by: str,
) -> Path:
    """Keep the copy and its list in the case's folder, and record that it was made."""
    ref = opened.case.ref
    folder = workspace.case_folder(ref) / "releases"
    stem = f"{safe_name(source.stem)}-for-{audience}-{source_digest[:8]}"
    path = folder / f"{stem}{source.suffix.lower()}"
    write_whole(path, released.data)
    listed = json.dumps(shape_release(released, audience), ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / f"{stem}.list.json", listed.encode())
    event = Event(
        ref, RELEASED, today, now, by,
        {"to": audience, "path": workspace.relative(path), "sha256": digest(released.data),
         "source": source_digest, "removed": len(released.removed), "proposed": len(released.proposals)},
    )  # fmt: skip
    register.append([event])
    return path

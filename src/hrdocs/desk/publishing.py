"""Editions of guidance: what is left out for an audience, what is asked first, and the log of editions."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from hrdocs.desk.reading import open_guard
from hrdocs.desk.shapes import Shape
from hrdocs.editions.publish import Published, find_numbers, publish_edition
from hrdocs.errors import UsageError
from hrdocs.organisation import Organisation
from hrdocs.packs import Pack
from hrdocs.procedure import Edition, PublicationCheck
from hrdocs.register import Register
from hrdocs.words import did_you_mean
from hrdocs.workspace import digest

PUBLISHED = "edition-published"


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One line of the log of editions. `source` and `sha256` are of the document and of the edition."""

    edition: str
    title: str
    audience: str
    on: dt.date
    approved_by: str
    left_out: str
    source: str
    sha256: str
    answers: Mapping[str, str]


def choose_edition(pack: Pack, audience: str, document: str | None, *, source: bytes, name: str) -> Edition:
    """The pack's edition of a document for an audience.

    Of several documents for that audience it is the only one whose special items the source has.

    Raises:
        UsageError: it has none, or several documents for that audience and none was named or fits.
    """
    editions = pack.procedure.editions
    if not editions:
        step = "Choose one that has with --pack, for example civil-service-harassment."
        raise UsageError(pack.procedure.id, "has no editions", step)
    found = [e for e in editions if audience in (e.audience, e.id) and document in (None, e.document)]
    if len(found) > 1:
        found = _that_fit(found, source, name) or found
    if len(found) == 1:
        return found[0]
    if found:
        documents = ", ".join(edition.document for edition in found)
        raise UsageError(
            f"--audience {audience}", "has several documents", f"Name one with --kind: {documents}."
        )
    audiences = list(dict.fromkeys(edition.audience for edition in editions))
    raise UsageError(
        f"--audience {audience}",
        f"is no audience of {pack.procedure.id}{did_you_mean(audience, audiences)}",
        f"Choose one: {', '.join(audiences)}.",
    )


def _that_fit(editions: list[Edition], source: bytes, name: str) -> list[Edition]:
    with open_guard() as guard:
        numbers = guard.call(name, find_numbers, source, name=name)
    special = [(edition, {int(item) for item in (*edition.leave_out, *edition.ask)}) for edition in editions]
    return [edition for edition, items in special if items and items <= numbers]


def checks_of(pack: Pack, edition: Edition) -> tuple[PublicationCheck, ...]:
    """What a person answers before this edition is published."""
    checks = pack.procedure.publication_checks
    return tuple(
        check for check in checks if check.on and (not check.editions or edition.id in check.editions)
    )


def make_edition(
    edition: Edition,
    data: bytes,
    *,
    name: str,
    leave_out: tuple[str, ...],
    keep: tuple[str, ...],
    organisation: Organisation,
    day: dt.date,
) -> Published:
    """Make an edition. Of what the source leaves open, a person says in `leave_out` and `keep`.

    Raises:
        UsageError: nobody has decided about an item that the edition asks about.
        InputError, LetterError: as `publish_edition`.
    """
    open_items = [item for item in edition.ask if item not in leave_out and item not in keep]
    if open_items:
        step = f"Decide, and say --leave-out {','.join(open_items)} or --keep {','.join(open_items)}."
        raise UsageError(edition.title, edition.note or "leaves items open", step)
    items = tuple(dict.fromkeys((*edition.leave_out, *leave_out)))
    with open_guard() as guard:
        return guard.call(
            name, publish_edition, data, name=name, leave_out=items, title=edition.title,
            creator=organisation.name, day=day,
        )  # fmt: skip


def record_edition(
    register: Register,
    edition: Edition,
    published: Published,
    source: bytes,
    *,
    answers: Mapping[str, str],
    approved_by: str,
    on: dt.date,
    now: dt.datetime,
    by: str,
) -> None:
    """Write an edition into the log: which, for whom, of what, who approved it, and what was answered."""
    data = {
        "edition": edition.id,
        "title": edition.title,
        "audience": edition.audience,
        "approved_by": approved_by,
        "left_out": ", ".join(published.left_out),
        "source": digest(source),
        "sha256": digest(published.docx),
        **{f"answer:{name}": answer for name, answer in answers.items()},
    }
    register.note(PUBLISHED, on=on, now=now, by=by, data=data)


def shape_row(row: EditionRow) -> Shape:
    """A line of the log as JSON."""
    return {**asdict(row), "on": row.on.isoformat(), "answers": dict(row.answers)}


def shape_published(edition: Edition, made: Published) -> Shape:
    """What an edition left out and what a person must look at, as JSON."""
    return {
        "edition": edition.id,
        "title": edition.title,
        "left_out": list(made.left_out),
        "references": list(made.references),
        "pictures": list(made.pictures),
    }


def editions_log(register: Register) -> Iterator[EditionRow]:
    """Every edition that was published, in the order of the log."""
    for event in register.log(PUBLISHED):
        said = {key: str(value) for key, value in event.data.items()}
        yield EditionRow(
            edition=said["edition"],
            title=said["title"],
            audience=said["audience"],
            on=event.on,
            approved_by=said["approved_by"],
            left_out=said["left_out"],
            source=said["source"],
            sha256=said["sha256"],
            answers={k.partition(":")[2]: v for k, v in said.items() if k.startswith("answer:")},
        )

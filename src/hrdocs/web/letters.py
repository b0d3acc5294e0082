"""Letters: written, looked at with what was proved, approved, issued, withdrawn, and taken along."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.datastructures import UploadFile

from hrdocs.case import Letter, LetterState
from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.cases import Opened
from hrdocs.desk.deadlines import next_steps
from hrdocs.desk.edited import put_back
from hrdocs.desk.issuing import approve_letter, issue_letter, letter_preview, withdraw_letter
from hrdocs.desk.letter_review import dated_doubt
from hrdocs.desk.letters import Draft, draft_letter, file_draft
from hrdocs.desk.pairs import draft_pair, file_pair, find_forgotten
from hrdocs.desk.posting import (
    Edition,
    render_edition,
    render_letter_mail,
    render_letter_meeting,
    wanted_editions,
)
from hrdocs.desk.proving import find_letter
from hrdocs.desk.reader_view import kept_out, page_of
from hrdocs.errors import HrdocsError, LetterError
from hrdocs.procedure import LetterKind
from hrdocs.rules.titles import letter_titles
from hrdocs.web.cases import case_head, seen
from hrdocs.web.days import parse_day
from hrdocs.web.files import saved
from hrdocs.web.house import House, house_of
from hrdocs.web.letter_pages import can_draw
from hrdocs.web.pages import go, notice, party_words, render, without_commands
from hrdocs.web.security import FORM, Form, form_lists, need

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))
WRITES = Depends(need(Right.LETTERS))
APPROVES = Depends(need(Right.APPROVE))
LISTS = Depends(form_lists)
REFS = Query(default=())


@router.get("/cases/{ref}/letters")
def list_letters(request: Request, ref: str, person: Person = SEES) -> Response:
    house = house_of(request)
    opened = seen(request, ref, "letters", person)
    steps = next_steps(opened.case, opened.pack, house.calendar(opened.pack), house.settings.clock.today())
    return render(
        request, "letters.html", **case_head(opened), steps=steps,
        titles=letter_titles(opened.pack.procedure),
        waits={(b.what, b.party): b.block for b in steps.blocked}, pairs=_pairs(opened, steps.letters),
        forgotten=find_forgotten(opened.case, opened.pack.procedure),
    )  # fmt: skip


def _pairs(opened: Opened, due: Sequence[Any]) -> list[tuple[str, str]]:
    """The decisions of which both letters are due: kind, and whom it concerns where there are several."""
    several = len(opened.case.in_role("respondent")) > 1
    found: dict[tuple[str, str], list[str]] = {}
    for item in due:
        if item.letter.pair is not None:
            about = item.concerning or (item.to if several and item.to.startswith("respondent") else "")
            found.setdefault((item.letter.kind, about), []).append(item.letter.audience)
    return [key for key, audiences in found.items() if len(set(audiences)) == 2]


@router.get("/cases/{ref}/letters/new/{kind}")
def preview_new(
    request: Request, ref: str, kind: str, to: str, about: str = "", person: Person = WRITES
) -> Response:
    """The letter as it would be written now; nothing is filed."""
    house = house_of(request)
    opened = seen(request, ref, f"new letter {kind} to {to}"[:120], person)
    draft = draft_letter(
        opened.case, kind, to, house.letter_desk(opened.pack, person), concerning=about or None
    )
    return render(
        request, "letter-new.html", **case_head(opened), draft=draft, **_shown(house, opened, draft),
        about=about, draws=can_draw(),
    )  # fmt: skip


def _shown(house: House, opened: Opened, draft: Draft) -> dict[str, Any]:
    notes = [finding.message for finding in draft.proof.findings]
    return {
        "kind": draft.letter, "to": draft.to, "passages": page_of(draft.docx), "items": draft.proof.items,
        "kept": kept_out(opened.case, draft.to), "reader": opened.case.party(draft.to), "notes": notes,
        "sha256": house.shown_letters.keep(opened.case.ref, draft.docx),
    }  # fmt: skip


@router.post("/cases/{ref}/letters/new/{kind}")
def write_new(request: Request, ref: str, kind: str, form: Form = FORM, person: Person = WRITES) -> Response:
    house = house_of(request)
    opened = house.open_case(ref, person)
    desk = house.letter_desk(opened.pack, person)
    to, about = str(form.get("to", "")), str(form.get("about", ""))
    file_draft(opened.case, draft_letter(opened.case, kind, to, desk, concerning=about or None), desk)
    notice(request, "The draft is filed. It is approved and issued on its own page.")
    after = house.open_case(ref, person).case
    return go(f"/cases/{ref}/letters/{_number(after.letters, kind, to, about)}")


def _number(letters: Sequence[Letter], kind: str, to: str, about: str) -> int:
    """The number of the last letter of a kind to a party on the case's pages."""
    found = [n for n, x in enumerate(letters, 1) if (x.kind, x.to, x.concerning) == (kind, to, about)]
    return found[-1] if found else len(letters)


@router.get("/cases/{ref}/letters/pair/{kind}")
def show_pair(request: Request, ref: str, kind: str, about: str = "", person: Person = WRITES) -> Response:
    """Both letters of a decision side by side, and what each reader is told."""
    house = house_of(request)
    opened = seen(request, ref, f"new letters {kind}"[:120], person)
    pair = draft_pair(opened.case, kind, house.letter_desk(opened.pack, person), concerning=about or None)
    sides = [_shown(house, opened, draft) for draft in (pair.first, pair.second)]
    return render(
        request, "letter-pair.html", **case_head(opened), pair=pair, sides=sides, kind=kind, about=about,
        label=_fact_words, draws=can_draw(),
    )  # fmt: skip


@router.post("/cases/{ref}/letters/pair/{kind}")
def write_pair(request: Request, ref: str, kind: str, form: Form = FORM, person: Person = WRITES) -> Response:
    house = house_of(request)
    opened = house.open_case(ref, person)
    desk = house.letter_desk(opened.pack, person)
    pair = draft_pair(opened.case, kind, desk, concerning=str(form.get("about", "")) or None)
    file_pair(opened.case, pair, desk)
    notice(request, "Both drafts are filed. Each is approved and issued on its own page.")
    return go(f"/cases/{ref}/letters")


@router.get("/cases/{ref}/letters/{number}")
def show(request: Request, ref: str, number: int, person: Person = SEES) -> Response:
    opened = seen(request, ref, f"letter {number}", person)
    return _page(request, opened, number, person)


def _page(
    request: Request, opened: Opened, number: int, person: Person, *,
    problems: Sequence[tuple[str, str]] = (), given: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    house = house_of(request)
    letter = _letter(opened, number)
    kind = _kind(opened, letter)
    review = letter_preview(opened.case, letter, house.letter_desk(opened.pack, person))
    dated = None
    if letter.state is LetterState.APPROVED:
        dated = dated_doubt(review, house.settings.clock.today())
    doubts = [*review.doubts, *([dated] if dated else [])]
    return render(
        request, "letter.html", status=422 if problems else 200, **case_head(opened), letter=letter,
        kind=kind, number=number, review=review, doubts=doubts, passages=page_of(review.docx),
        items=review.proof.items,
        kept=kept_out(opened.case, letter.to), reader=opened.case.party(letter.to), notes=review.notes,
        other=_other(opened, letter), meeting=_meeting(opened, letter, kind, house) is not None,
        editions=list(Edition), wanted=wanted_editions(opened.case, letter.to), problems=problems,
        given=given or {}, changed=review.sha256 != letter.sha256, local=not house.settings.team,
        sha256=house.shown_letters.keep(opened.case.ref, review.docx), draws=can_draw(),
    )  # fmt: skip


def _letter(opened: Opened, number: int) -> Letter:
    if not 1 <= number <= len(opened.case.letters):
        raise LetterError(
            opened.case.ref, f"has no letter {number}", "Choose one of its list.", code="no-case"
        )
    return opened.case.letters[number - 1]


def _kind(opened: Opened, letter: Letter) -> LetterKind:
    party = opened.case.party(letter.to)
    return find_letter(opened.pack, letter.kind, party.role if party else "")


def _other(opened: Opened, letter: Letter) -> int | None:
    """The number of the other letter of the same decision, where it is written."""
    kind = _kind(opened, letter)
    for number, found in enumerate(opened.case.letters, 1):
        party = opened.case.party(found.to)
        if kind.pair and found.kind == letter.kind and party and party.role == kind.pair:
            whom = {found.to, found.concerning} & {letter.to, letter.concerning}
            if len(opened.case.in_role("respondent")) < 2 or whom - {""}:
                return number
    return None


@router.get("/cases/{ref}/letters/{number}/beside")
def beside(request: Request, ref: str, number: int, person: Person = SEES) -> Response:
    """Two written letters of one decision side by side."""
    opened = seen(request, ref, f"letter {number} beside the other", person)
    other = _other(opened, _letter(opened, number))
    if other is None:
        return go(f"/cases/{ref}/letters/{number}")
    house = house_of(request)
    desk = house.letter_desk(opened.pack, person)
    sides = []
    for at in (number, other):
        letter = _letter(opened, at)
        review = letter_preview(opened.case, letter, desk)
        sides.append({
            "number": at, "kind": review.kind, "to": letter.to, "state": letter.state,
            "passages": page_of(review.docx), "kept": kept_out(opened.case, letter.to),
            "reader": opened.case.party(letter.to), "sha256": house.shown_letters.keep(ref, review.docx),
        })  # fmt: skip
    return render(request, "letter-beside.html", **case_head(opened), sides=sides, draws=can_draw())


@router.post("/cases/{ref}/letters/{number}/approve")
def approve(
    request: Request, ref: str, number: int, form: Form = FORM, lists: dict[str, list[str]] = LISTS,
    person: Person = APPROVES,
) -> Response:  # fmt: skip
    house = house_of(request)
    opened = house.open_case(ref, person)
    letter, desk = _letter(opened, number), house.letter_desk(opened.pack, person)
    try:
        approve_letter(
            opened.case, letter, desk, confirmed=lists.get("confirm", []), reason=str(form.get("reason", ""))
        )
    except LetterError as error:
        return _page(request, opened, number, person, problems=[_problem(error)], given=form)
    notice(request, "Approved as it is now. Issue it when it goes out.")
    return go(f"/cases/{ref}/letters/{number}")


@router.post("/cases/{ref}/letters/{number}/issue")
def issue(
    request: Request, ref: str, number: int, form: Form = FORM, lists: dict[str, list[str]] = LISTS,
    person: Person = APPROVES,
) -> Response:  # fmt: skip
    """Issue it, after a page that says what that means."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    letter, desk = _letter(opened, number), house.letter_desk(opened.pack, person)
    receipt = parse_day(str(form.get("receipt", "")))
    if form.get("receipt") and receipt is None:
        words = ("receipt", "The day on which it should arrive is no date")
        return _page(request, opened, number, person, problems=[words], given=form)
    is_sure = form.get("step") == "confirmed"
    try:
        issue_letter(
            opened.case, letter, desk, confirmed=lists.get("confirm", []), reason=str(form.get("reason", "")),
            receipt=receipt, dry_run=not is_sure,
        )  # fmt: skip
    except LetterError as error:
        return _page(request, opened, number, person, problems=[_problem(error)], given=form)
    if not is_sure:
        review = letter_preview(opened.case, letter, desk, receipt=receipt)
        return render(
            request, "letter-issue.html", **case_head(opened), letter=letter, kind=review.kind, number=number,
            review=review, form=form, confirmed=lists.get("confirm", []), reader=opened.case.party(letter.to),
        )  # fmt: skip
    notice(request, "Issued: these very bytes are kept. Send it by the way you chose; hrdocs sends nothing.")
    return go(f"/cases/{ref}/letters/{number}")


@router.post("/cases/{ref}/letters/{number}/edited")
def edited(request: Request, ref: str, number: int, form: Form = FORM, person: Person = WRITES) -> Response:
    """Put back the Word file that somebody edited."""
    house = house_of(request)
    opened = house.open_case(ref, person)
    file = form.get("file")
    data = file.file.read() if isinstance(file, UploadFile) else b""
    try:
        put_back(opened.case, _letter(opened, number), data, house.letter_desk(opened.pack, person))
    except HrdocsError as error:
        words = without_commands(f"The file {error.fact}.") if data else "Choose the edited Word file"
        return _page(request, opened, number, person, problems=[("file", words)])
    notice(request, "The edited letter is in its place. Look at what was changed, then approve it.")
    return go(f"/cases/{ref}/letters/{number}")


@router.post("/cases/{ref}/letters/{number}/withdraw")
def withdraw(
    request: Request, ref: str, number: int, form: Form = FORM, person: Person = APPROVES
) -> Response:
    house = house_of(request)
    opened = house.open_case(ref, person)
    letter, desk = _letter(opened, number), house.letter_desk(opened.pack, person)
    reason = str(form.get("why", ""))
    try:
        withdraw_letter(opened.case, letter, desk, reason=reason, not_needed=form.get("needed") == "no")
    except LetterError as error:
        words = without_commands(error.explanation) if reason.strip() else "Enter why it is withdrawn"
        return _page(request, opened, number, person, problems=[("why", words)], given=form)
    notice(request, "Withdrawn. The file stays, with your reason.")
    return go(f"/cases/{ref}/letters/{number}")


def _problem(error: LetterError) -> tuple[str, str]:
    """The field of the page that an error concerns, and words without the command line."""
    if error.code == "needs-confirmation":
        return "confirm", "Look at each point below, tick it, and say why it may stand"
    if error.code == "no-reason":
        return "reason", "Enter why what you ticked may stand"
    return "main", without_commands(f"It {error.fact.rstrip('.')}.")


@router.get("/cases/{ref}/letters/{number}/file.{form}")
def take_along(request: Request, ref: str, number: int, form: str, person: Person = SEES) -> Response:
    """The letter as Word or PDF, an unsent e-mail with it, or the calendar entry of its meeting."""
    house = house_of(request)
    opened = seen(request, ref, f"letter {number} as {form}"[:60], person)
    letter = _letter(opened, number)
    desk = house.letter_desk(opened.pack, person)
    review = letter_preview(opened.case, letter, desk)
    name = f"{ref}-{review.path.stem}"
    if form == "docx":
        return saved(review.docx, f"{name}.docx")
    if form == "pdf":
        return saved(house.shown_letters.pdf_of(review.docx), f"{name}.pdf")
    if form == "eml" and person.may(Right.LETTERS):
        editions = wanted_editions(opened.case, letter.to)
        mail = render_letter_mail(opened.case, letter.to, review.docx, desk, editions=editions)
        return saved(mail, f"{name}.eml")
    meeting = _meeting(opened, letter, review.kind, house) if form == "ics" else None
    if meeting is not None:
        return saved(meeting, f"{ref}-meeting.ics", "text/calendar")
    raise LetterError(ref, f"has no {form} of that letter", "Choose one of its page.", code="no-case")


@router.get("/cases/{ref}/letters/{number}/edition/{edition}")
def take_edition(
    request: Request, ref: str, number: int, edition: Edition, person: Person = SEES
) -> Response:
    """The letter in large print or as plain text."""
    opened = seen(request, ref, f"letter {number} as {edition}", person)
    review = letter_preview(
        opened.case, _letter(opened, number), house_of(request).letter_desk(opened.pack, person)
    )
    ending, data = render_edition(review.docx, edition)
    return saved(data, f"{ref}-{review.path.stem}{ending}")


def _meeting(opened: Opened, letter: Letter, kind: LetterKind, house: House) -> bytes | None:
    """The calendar entry of the meeting that a letter invites to, if it is such a letter."""
    try:
        return render_letter_meeting(opened.case, kind, letter.to, now=house.settings.clock.now())
    except LetterError:
        return None


@router.get("/letters/due")
def due_of_several(request: Request, ref: list[str] = REFS, person: Person = WRITES) -> Response:
    """What would be written for the cases that were ticked."""
    house = house_of(request)
    return render(request, "letters-due.html", rows=_due_rows(house, ref[:200], person), done=None)


@router.post("/letters/due")
def write_several(request: Request, lists: dict[str, list[str]] = LISTS, person: Person = WRITES) -> Response:
    """Write every letter that was ticked; one that cannot be written does not stop the others."""
    house = house_of(request)
    done: list[tuple[str, str, str]] = []
    for choice in lists.get("letter", [])[:500]:
        ref, kind, to, about = (*choice.split("|"), "", "", "", "")[:4]
        try:
            opened = house.open_case(ref, person)
            desk = house.letter_desk(opened.pack, person)
            file_draft(opened.case, draft_letter(opened.case, kind, to, desk, concerning=about or None), desk)
            done.append((ref, f"{kind.replace('-', ' ')} to the {party_words(to, opened.case)}", ""))
        except HrdocsError as error:
            done.append((ref, kind.replace("-", " "), error.fact))
    return render(request, "letters-due.html", rows=[], done=done)


def _due_rows(house: House, refs: Sequence[str], person: Person) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    today: dt.date = house.settings.clock.today()
    for ref in refs:
        opened = house.open_case(ref, person)
        steps = next_steps(opened.case, opened.pack, house.calendar(opened.pack), today)
        waits = {(b.what, b.party): b.block for b in steps.blocked}
        rows.extend(
            {"ref": ref, "due": due, "block": waits.get((due.letter.kind, due.to)),
             "to": party_words(due.to, opened.case)}
            for due in steps.letters
        )  # fmt: skip
    return rows


def _fact_words(name: str) -> str:
    """A fact's name in words: "decision_made.outcome" gives "decision made: outcome"."""
    plain = name.replace("_", " ").replace(".", ": ")
    return plain.replace("respondent", "person complained about")

"""What goes with a letter: e-mail drafts, calendar entries, accessible editions."""

import datetime as dt
import email
import email.policy
import io
from pathlib import Path
from typing import Any

import docx
import pytest
from tests.letters.office import MOMENT, Office, make_office

from hrdocs.desk.issuing import approve_letter, issue_letter
from hrdocs.desk.keeping import verify_workspace
from hrdocs.desk.posting import (
    Edition,
    render_edition,
    render_letter_mail,
    render_letter_meeting,
    write_beside,
)
from hrdocs.desk.proving import find_letter
from hrdocs.letters.wordtext import read_passages
from hrdocs.tools.ics import render_meeting

MEETING: dict[str, Any] = {
    "party": "complainant", "date": "2026-03-16", "time": "10.30 am", "place": "Room 2, Aird House",
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path)
    made.record("investigator-appointed", name="Ruth Gamble", title="Head of Parks")
    made.record("meeting-arranged", **MEETING)
    return made


def mail(office: Office, data: bytes) -> Any:
    raw = render_letter_mail(office.case(), "complainant", data, office.desk, editions=[Edition.PLAIN_TEXT])
    assert raw == render_letter_mail(
        office.case(), "complainant", data, office.desk, editions=[Edition.PLAIN_TEXT]
    )
    return email.message_from_bytes(raw, policy=email.policy.default)


def test_an_e_mail_draft_names_no_address_and_no_matter(office: Office) -> None:
    """Subject, words and file names are neutral; the address comes only from a recorded safe contact."""
    data = office.file(office.draft("investigation-invitation", "complainant")).read_bytes()
    message = mail(office, data)
    assert (message["To"], message["X-Unsent"]) == (None, "1")
    body = message.get_body().get_content()
    assert office.ref in message["Subject"]
    assert not any(
        word in f"{message['Subject']} {body}".lower() for word in ("complain", "harass", "investig")
    )
    files = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert files[f"letter-{office.ref}.docx"] == data
    assert "Room 2, Aird House" in files[f"letter-{office.ref}.txt"]
    office.record("safe-contact-recorded", party="complainant", contact="personal e-mail: aoife@home.example")
    assert mail(office, data)["To"] == "aoife@home.example"


def test_a_meeting_has_a_neutral_calendar_entry(office: Office) -> None:
    """Its hour is taken where it is plain, its title names nobody and nothing."""
    kind = find_letter(office.desk.pack, "investigation-invitation", "complainant")
    lines = render_letter_meeting(office.case(), kind, "complainant", now=MOMENT).splitlines()
    assert f"SUMMARY:Meeting ({office.ref})".encode() in lines
    assert b"DTSTART:20260316T103000" in lines
    assert b"LOCATION:Room 2\\, Aird House" in lines
    whole = render_meeting("Meeting", dt.date(2026, 3, 16), now=MOMENT)
    assert b"DTSTART;VALUE=DATE:20260316" in whole


def test_large_print_is_the_same_words_in_18_point(office: Office) -> None:
    """No text of the letter or its headers is smaller than 18 point."""
    data = office.file(office.draft("investigation-invitation", "complainant")).read_bytes()
    ending, large = render_edition(data, Edition.LARGE_PRINT)
    assert ending == "-large-print.docx"
    assert [p.text for p in read_passages(large)] == [p.text for p in read_passages(data)]
    document = docx.Document(io.BytesIO(large))
    sizes = [
        style.font.size.pt for style in document.styles if getattr(style, "font", None) and style.font.size
    ]
    header = document.sections[0].first_page_header.paragraphs
    sizes += [run.font.size.pt for p in (*document.paragraphs, *header) for run in p.runs if run.font.size]
    assert min(sizes) >= 18


def test_recorded_adjustments_are_followed(office: Office) -> None:
    """Large print that was asked for is issued beside the letter, read-only, its digest in the log."""
    office.record("adjustments-recorded", party="complainant", adjustments="letters in large print")
    letter = office.draft("investigation-invitation", "complainant")
    write_beside(office.file(letter), office.file(letter).read_bytes(), [Edition.PLAIN_TEXT])
    approve_letter(office.case(), letter, office.desk)
    step = issue_letter(office.case(), office.letter("investigation-invitation"), office.desk)
    assert step.event is not None
    assert "large-print" in str(step.event.data["editions"])
    assert step.path.with_name(f"{step.path.stem}-large-print.docx").is_file()
    proof = verify_workspace(office.workspace, office.desk.register)
    assert (proof.letters, proof.faults) == (2, ())
    folder = step.path.parent.parent
    assert [path for path in folder.iterdir() if path.is_file()] == []

"""The form as colleagues retype it in Word: plain paragraphs, or tables of their own."""

import io
from collections.abc import Iterable
from typing import Any

from docx import Document
from docx.shared import Cm, Pt
from tests.make_samples.fill import rewrite
from tests.make_samples.people import Completed, Witness
from tests.make_samples.pictures import signature

Writing = Any  # python-docx carries no types
_TITLE = "FORMAL COMPLAINTS FORM – STRICTLY CONFIDENTIAL"


def retype_plain(form: Completed) -> bytes:
    """Labels as paragraphs: short answers on the same line, long ones under their label."""
    doc, a = _begin("Calibri"), form.answers
    doc.add_paragraph().add_run(_TITLE).bold = True
    _bold(doc, "1. PERSONAL DETAILS")
    for label, name in (
        ("Name", "complainant_name"),
        ("Department", "department"),
        ("Job Title", "job_title"),
        ("Work Email", "work_email"),
        ("Work Phone", "work_phone"),
    ):
        doc.add_paragraph(f"{label}:\t{a.get(name, '')}")
    _bold(doc, "2. COMPLAINT DETAILS")
    doc.add_paragraph(f"Who is the complaint against? {a['respondents']}")
    doc.add_paragraph(f"Date of incident(s): {a['incident_dates']}")
    doc.add_paragraph("Protected equality ground:")
    doc.add_paragraph("Incident details:").paragraph_format.keep_with_next = True
    for line in a["incident_details"].split("\n"):
        doc.add_paragraph(line)
    _bold(doc, "3. WITNESSES")
    for name, email, phone in form.witnesses:
        doc.add_paragraph(f"Name: {name}")
        doc.add_paragraph(f"Email: {email}")
        doc.add_paragraph(f"Phone: {phone}")
    _bold(doc, "4. ACTION TAKEN SO FAR")
    doc.add_paragraph(a.get("previous_steps", ""))
    _bold(doc, "5. SIGNATURE")
    doc.add_paragraph(f"Signed: {a['signed_name']}\t\t\tDate: {a['signed_date']}")
    return _end(doc)


def retype_table(form: Completed) -> bytes:
    """One table with the labels on the left, sections as rows of their own."""
    doc, a = _begin("Times New Roman"), form.answers
    doc.add_heading("Dignity at Work – Formal Complaint Form", level=1)
    rows: list[tuple[str, str | None]] = [
        ("Part 1: about you", None),
        ("Full name", a["complainant_name"]),
        ("Department", a["department"]),
        ("Job title", a["job_title"]),
        ("E-mail address", a["work_email"]),
        ("Telephone", a["work_phone"]),
        ("Your complaint", None),
        ("Name(s) of person(s) complained about", a["respondents"]),
        ("Date(s) of incident(s)", a["incident_dates"]),
        ("Protected ground", a["protected_grounds"]),
        ("Details of incident(s)", a["incident_details"]),
        ("Witnesses", _people(form.witnesses)),
        ("Steps already taken", a.get("previous_steps", "")),
        ("Signed", a["signed_name"]),
        ("Date signed", a["signed_date"]),
    ]
    table = doc.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Cm(4.5), Cm(11.5)
    for label, answer in rows:
        cells = table.add_row().cells
        if answer is None:
            cells[0].merge(cells[1]).paragraphs[0].add_run(label).bold = True
            continue
        cells[0].width, cells[1].width = Cm(4.5), Cm(11.5)
        cells[0].paragraphs[0].add_run(label).bold = True
        _write(cells[1], answer)
    return _end(doc)


def retype_under(form: Completed) -> bytes:
    """Tables whose answers stand in the row under their labels; the signature is a picture."""
    doc, a = _begin("Arial"), form.answers
    doc.add_paragraph().add_run("Formal complaint form").bold = True
    doc.add_paragraph("Strictly confidential")
    _under(doc, ("Name", "Department", "Job title"), (a["complainant_name"], a["department"], a["job_title"]))
    _under(doc, ("Work e-mail", "Work telephone"), (a["work_email"], a["work_phone"]))
    _under(
        doc, ("Who is the complaint against?", "When did it happen?"), (a["respondents"], a["incident_dates"])
    )
    _under(doc, ("Protected equality ground(s)",), (a["protected_grounds"],))
    _under(doc, ("What happened",), (a["incident_details"],))
    _under(doc, ("Witness name", "Witness e-mail address", "Witness phone number"), ("", "", ""))
    _under(doc, ("Action taken so far",), (a["previous_steps"],))
    table = doc.add_table(rows=1, cols=4, style="Table Grid")
    cells = table.rows[0].cells
    cells[0].text, cells[2].text, cells[3].text = "Signed", "Date", a["signed_date"]
    cells[1].paragraphs[0].add_run().add_picture(io.BytesIO(signature()), width=Cm(3))
    return _end(doc)


def write_letter(form: Completed) -> bytes:
    """A letter with headings of its own instead of a form."""
    doc, a = _begin("Georgia"), form.answers
    for line in (a["complainant_name"], "Workshop 2, Thorn Building", "26 May 2025"):
        doc.add_paragraph(line).paragraph_format.space_after = Pt(0)
    doc.add_paragraph()
    doc.add_paragraph("To the Head of Department")
    doc.add_paragraph().add_run("Complaint under the harassment procedure").bold = True
    for heading, text in (
        ("Name", a["complainant_name"]),
        ("Status", a["complainant_type"]),
        ("Department", a["department"]),
        ("Person complained about", a["subject_name"]),
        ("Nature of the behaviour", a["behaviour"]),
        ("Dates", a["incident_dates"]),
        ("Effect on me", a["effect"]),
        ("Resolution sought", a["resolution_sought"]),
        ("Witnesses", _people(form.witnesses)),
        ("Evidence", a["evidence"]),
        ("Attempts to resolve the matter", a["attempts_to_resolve"]),
    ):
        doc.add_heading(heading, level=2)
        for line in text.split("\n"):
            doc.add_paragraph(line)
    return _end(doc)


def _begin(font: str) -> Writing:
    doc = Document()
    doc.styles["Normal"].font.name = font
    doc.styles["Normal"].font.size = Pt(11)
    doc.core_properties.author = ""
    return doc


def _end(doc: Writing) -> bytes:
    held = io.BytesIO()
    doc.save(held)
    return rewrite(held.getvalue(), {})


def _bold(doc: Writing, text: str) -> None:
    doc.add_paragraph().add_run(text).bold = True


def _write(cell: Writing, text: str) -> None:
    first, *others = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for line in others:
        cell.add_paragraph(line)


def _under(doc: Writing, labels: Iterable[str], answers: Iterable[str]) -> None:
    labels = tuple(labels)
    table = doc.add_table(rows=2, cols=len(labels), style="Table Grid")
    for cell, label in zip(table.rows[0].cells, labels, strict=True):
        cell.paragraphs[0].add_run(label).bold = True
    for cell, answer in zip(table.rows[1].cells, answers, strict=True):
        _write(cell, answer)
    doc.add_paragraph()


def _people(witnesses: Iterable[Witness]) -> str:
    return "\n".join(", ".join(part for part in one if part) for one in witnesses)

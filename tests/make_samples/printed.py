"""The form printed with ruled boxes and the answers typed onto it: words and lines, no form fields."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from tests.make_samples.people import Completed

_LEFT, _RIGHT, _MIDDLE = 56.0, A4[0] - 56.0, 210.0
_TYPED = ("Courier", 10.5)


def print_form(form: Completed, *, password: str | None = None) -> bytes:
    """Two pages; under a password where one is given."""
    held = io.BytesIO()
    lock = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(held, pagesize=A4, invariant=1, encrypt=lock)
    canvas.setTitle("Formal complaints form")
    _Sheet(canvas, form).draw()
    canvas.save()
    return held.getvalue()


class _Sheet:
    """Draws boxes down the page."""

    def __init__(self, canvas: Canvas, form: Completed) -> None:
        self.canvas, self.answers, self.form = canvas, form.answers, form
        self.top = A4[1] - 60

    def draw(self) -> None:
        self._heading("FORMAL COMPLAINTS FORM - STRICTLY CONFIDENTIAL", 13)
        self._heading("1. PERSONAL DETAILS (to be completed by complainant)")
        for label, name in (
            ("Name", "complainant_name"),
            ("Department", "department"),
            ("Job Title", "job_title"),
            ("Work Email Address", "work_email"),
            ("Work Phone Number", "work_phone"),
        ):
            self._beside(label, name, 24)
        self._heading("2. COMPLAINT DETAILS")
        self._beside("Who is the complaint against? (name/s)", "respondents", 36)
        self._beside("Date of incident(s)", "incident_dates", 30)
        self._beside(
            "Please state protected equality ground that relates to the complaint:", "protected_grounds", 48
        )
        self._under(
            "Incident(s) details (Please continue on a separate sheet if necessary.)", "incident_details", 250
        )
        self.canvas.showPage()
        self.top = A4[1] - 60
        self._heading("3. WITNESSES")
        self._line("Please provide the names and contact details of any witnesses.")
        for label in ("Name", "Email Address", "Phone Number"):
            self._beside(label, "", 24)
        self._heading("4. ACTION TAKEN SO FAR")
        self._under(
            "Please give details of any action taken to resolve the matter, outside of this procedure "
            "or at the informal stage",
            "previous_steps",
            120,
        )
        self._heading("5. SIGNATURE")
        self._beside("Signed:", "signed_name", 34)
        self._beside("Date:", "signed_date", 24)
        self.canvas.showPage()

    def _heading(self, text: str, size: float = 11) -> None:
        self.top -= 14
        self.canvas.setFont("Helvetica-Bold", size)
        self.canvas.drawString(_LEFT, self.top, text)
        self.top -= 8

    def _line(self, text: str) -> None:
        self.canvas.setFont("Helvetica", 10)
        self.canvas.drawString(_LEFT, self.top - 8, text)
        self.top -= 16

    def _beside(self, label: str, name: str, height: float) -> None:
        bottom = self.top - height
        self.canvas.rect(_LEFT, bottom, _MIDDLE - _LEFT, height)
        self.canvas.rect(_MIDDLE, bottom, _RIGHT - _MIDDLE, height)
        self._words(label, "Helvetica", 10, _LEFT, _MIDDLE)
        self._words(self.answers.get(name, ""), *_TYPED, _MIDDLE, _RIGHT)
        self.top = bottom

    def _under(self, label: str, name: str, height: float) -> None:
        for text, font, size, tall in (
            (label, "Helvetica", 10.0, 32 if len(label) > 90 else 20),
            (self.answers.get(name, ""), *_TYPED, height),
        ):
            self.canvas.rect(_LEFT, self.top - tall, _RIGHT - _LEFT, tall)
            self._words(text, font, size, _LEFT, _RIGHT)
            self.top -= tall

    def _words(self, text: str, font: str, size: float, left: float, right: float) -> None:
        self.canvas.setFont(font, size)
        for number, line in enumerate(simpleSplit(text, font, size, right - left - 10), 1):
            self.canvas.drawString(left + 5, self.top - 3 - number * size * 1.15, line)

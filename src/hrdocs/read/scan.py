"""Pictures of pages → Layout, through OCR."""

from hrdocs.document import Finding
from hrdocs.errors import InputError
from hrdocs.tools.pdf_records import Page


def read_picture(
    picture: object,
    *,
    dpi: int,
    number: int,
    name: str,  # noqa: ARG001
) -> tuple[Page, list[Finding]]:
    """Read one picture of a page."""
    raise InputError(name, "is a scan", "Install tesseract.", code="missing-tool")

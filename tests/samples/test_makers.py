"""The blank forms and the samples can be made again, byte for byte."""

from pathlib import Path

import pytest
from tests.goldens import ROOT
from tests.make_forms.__main__ import make_all
from tests.make_samples.__main__ import MADE_BY_OFFICE, make_samples

from hrdocs.document import Status
from hrdocs.packs import read_pack
from hrdocs.read import read_file
from hrdocs.rules.matching import match_form

PACKS = ("council-dignity-at-work", "university-harassment", "civil-service-harassment")


def test_blank_forms_are_as_made() -> None:
    """The blank forms in the packs are what their makers write."""
    for path, data in make_all().items():
        assert path.read_bytes() == data, f"{path.name} differs: python -m tests.make_forms"


def test_samples_are_as_made() -> None:
    """The samples are what their makers write, but for those that LibreOffice exports."""
    for path, make in make_samples().items():
        if path.name not in MADE_BY_OFFICE or path.parent.name != PACKS[0]:
            assert path.read_bytes() == make(), f"{path} differs: python -m tests.make_samples"


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_blank_form_holds_no_answer(pack: str, kind: str) -> None:
    """A blank form is recognised, and every field of its definition is missing."""
    folder = ROOT / "templates" / pack
    definitions = read_pack(folder).procedure.forms
    data = (folder / "forms" / f"complaint.{kind}").read_bytes()
    (reading,) = read_file(data, name=f"complaint.{kind}")
    assert reading.layout is not None
    form = match_form(reading.layout, definitions)
    assert form.form == definitions[0].id
    assert {a.field for a in form.answers.values() if a.status is not Status.MISSING} == set()


@pytest.mark.parametrize("pack", PACKS)
def test_pdf_fields_bear_the_names_of_the_definition(pack: str) -> None:
    """Every field of the definition has its box in the fillable PDF."""
    from pypdf import PdfReader

    folder: Path = ROOT / "templates" / pack
    names = set(PdfReader(folder / "forms" / "complaint.pdf").get_fields() or {})
    for field in read_pack(folder).procedure.forms[0].fields:
        stem = "witness_1_name" if field.id == "witnesses" else field.id
        assert any(name.startswith(stem) for name in names), field.id

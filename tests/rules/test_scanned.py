"""Answers of scans that nothing proves are left to a person."""

import pytest

from hrdocs.document import Answer, Status, Value
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules.matching.parsing import missing
from hrdocs.rules.matching.scanned import Proof, doubt_scan, doubt_taken

READ_TWICE = Proof(compared=True, accents=True)


@pytest.mark.parametrize(
    ("kind", "raw", "sure"),
    [
        (FieldType.EMAIL, "gray_76@glenroe.example", True),
        (FieldType.EMAIL, "gray 76@glenroe.example", False),
        (FieldType.EMAIL, "niamh.steward@east\nmarsh.example", True),
        (FieldType.NAME, "Siobhán Ní Dhomhnaill", True),
        (FieldType.NAME, "Ines de la Cruz", True),
        (FieldType.NAME, "Ngozi lyer", False),
        (FieldType.NAME, "Séamus Mac Ruairí I", False),
        (FieldType.NAME, "Gwen Pryce\nEnvironmental Health", False),
        (FieldType.LINE, "I", False),
        (FieldType.LINE, "Payroll Officer", True),
        (FieldType.DATES, "14.07.25 and 21.07.25", True),
        (FieldType.DATES, "14.07.25 and 21:07.25", False),
        (FieldType.PHONE, "+44 28 9649 6567", True),
        (FieldType.PHONE, "+44 28 9649", False),
        (FieldType.PHONE, "028 9649 6113 ext 414", True),
    ],
)
def test_what_proves_an_answer(kind: FieldType, raw: str, sure: bool) -> None:
    """A whole address, a name in capitals, dates of one kind of mark and a full number are proved."""
    value: Value = raw
    answer = Answer("x", value, raw, Status.OK)
    read = doubt_scan(Field("x", "X", kind, "x"), answer, guessed=False, proof=READ_TWICE)
    assert (read.status is Status.OK) is sure
    assert raw in (read.value, read.suggestion)


def test_accents_need_an_engine_that_knows_them() -> None:
    """Without a model for accents a name with one is never certain."""
    answer = Answer("x", "Siobhán Gray", "Siobhán Gray", Status.OK)
    field = Field("x", "X", FieldType.NAME, "x")
    assert doubt_scan(field, answer, guessed=False, proof=Proof(compared=True)).status is Status.UNCLEAR


@pytest.mark.parametrize(("raw", "sure"), [("Post Records Clerk", False), ("Postal Services", True)])
def test_an_answer_that_begins_with_a_label_without_answer_is_that_field_s(raw: str, sure: bool) -> None:
    """Where an engine loses an answer, the next label and its answer take its place."""
    department = Field("x", "Department", FieldType.LINE, "x")
    post = Field("y", "Job title", FieldType.LINE, "y", aliases=("Post",))
    form = FormDefinition("form", "Form", (department, post))
    answer = Answer("x", raw, raw, Status.OK)
    assert (doubt_taken({"x": answer, "y": missing(post, None)}, form)["x"].status is Status.OK) is sure
    clerk = Answer("y", "Clerk", "Clerk", Status.OK)
    assert doubt_taken({"x": answer, "y": clerk}, form)["x"] == answer

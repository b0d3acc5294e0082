"""The blank forms filled in, as Word and PDF programs do it."""

import copy
import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from lxml import etree
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from reportlab.lib.utils import simpleSplit
from tests.make_samples.people import Completed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_VAL = f"{_W}val"
_MULTILINE = 1 << 12
DAY = (2025, 10, 1, 9, 0, 0)  # the time that every archive member bears

Element = Any  # lxml's elements carry no types of their own


def typed_values(form: Completed) -> dict[str, str]:
    """Every named box of the form with what was typed in it."""
    typed = dict(form.answers)
    typed.pop("complainant_type", None)
    for number, (name, email, phone) in enumerate(form.witnesses, 1):
        rows = {"name": name, "email": email, "phone": phone}
        typed |= {f"witness_{number}_{end}": text for end, text in rows.items() if text}
    return typed


def rewrite(data: bytes, change: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """A zip archive with some members changed, and no time of day in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, change[name](old.read(name)) if name in change else old.read(name))
    return held.getvalue()


# --- Word -------------------------------------------------------------------------------------------


def fill_word(blank: bytes, form: Completed) -> bytes:
    """The blank Word form with its content controls filled."""
    return rewrite(blank, {"word/document.xml": partial(_fill_document, form=form)})


def _fill_document(xml: bytes, *, form: Completed) -> bytes:
    root: Element = etree.fromstring(xml)
    typed = typed_values(form)
    choice = form.meant.get("complainant_type") or form.answers.get("complainant_type")
    for control in list(root.iter(f"{_W}sdt")):
        properties = control.find(f"{_W}sdtPr")
        tag = properties.find(f"{_W}tag").get(_VAL)
        if properties.find(f"{_W14}checkbox") is not None:
            if tag == f"complainant_type_{choice}":
                _tick(control, properties)
        elif tag in typed:
            _type(control, properties, typed[tag], form.meant.get(tag))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _tick(control: Element, properties: Element) -> None:
    properties.find(f"{_W14}checkbox/{_W14}checked").set(f"{_W14}val", "1")
    control.find(f"{_W}sdtContent").find(f".//{_W}t").text = "\u2612"


def _type(control: Element, properties: Element, text: str, meant: object) -> None:
    showing = properties.find(f"{_W}showingPlcHdr")
    properties.remove(showing)
    day = properties.find(f"{_W}date")
    if day is not None and isinstance(meant, str):
        day.set(f"{_W}fullDate", f"{meant}T00:00:00Z")
    content = control.find(f"{_W}sdtContent")
    for child in list(content):
        content.remove(child)
    is_rich = properties.find(f"{_W}text") is None and day is None
    if is_rich and "\n" in text:
        _type_paragraphs(control, content, text)
    else:
        content.append(_run(text))


def _type_paragraphs(control: Element, content: Element, text: str) -> None:
    """Word lifts a rich text control out of its paragraph when its text gets a second one."""
    paragraph = control.getparent()
    for line in text.split("\n"):
        new = etree.SubElement(content, f"{_W}p")
        new.append(copy.deepcopy(paragraph.find(f"{_W}pPr")))
        new.append(_run(line))
    paragraph.getparent().replace(paragraph, control)
    after = etree.Element(f"{_W}p")  # a cell ends with a paragraph
    control.addnext(after)


def _run(text: str) -> Element:
    run = etree.Element(f"{_W}r")
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, f"{_W}br")
        piece = etree.SubElement(run, f"{_W}t")
        piece.text = line
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


# --- PDF --------------------------------------------------------------------------------------------


def fill_paper(blank: bytes, form: Completed) -> bytes:
    """The fillable PDF with its fields filled and drawn."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(blank)))
    typed = typed_values(form)
    choice = form.meant.get("complainant_type") or form.answers.get("complainant_type")
    for page in writer.pages:
        annotations: list[Any] = [reference.get_object() for reference in page.annotations or ()]
        names = [annotation.get("/T") for annotation in annotations]
        values: dict[str, Any] = {name: typed[name] for name in names if name in typed}
        if f"complainant_type_{choice}" in names:
            values[f"complainant_type_{choice}"] = NameObject("/Yes")
        if not values:
            continue
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
        for annotation in annotations:
            if annotation.get("/T") in typed and int(annotation.get("/Ff", 0)) & _MULTILINE:
                _wrap(annotation, typed[annotation["/T"]])
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _wrap(annotation: Any, text: str) -> None:
    """Draw a long answer with its lines broken, as viewers do."""
    left, bottom, right, top = (float(edge) for edge in annotation["/Rect"])
    font, size = "Helvetica", 10.0
    lines = [part for line in text.split("\n") for part in simpleSplit(line, font, size, right - left - 8)]
    shown = " ".join(f"({_escaped(line)}) Tj 0 -{size * 1.2:g} Td" for line in lines)
    stream = annotation["/AP"]["/N"].get_object()
    name = next(iter(stream["/Resources"]["/Font"]))
    drawn = f"/Tx BMC q BT {name} {size:g} Tf 0 g 4 {top - bottom - 13:g} Td {shown} ET Q EMC"
    stream.set_data(drawn.encode("cp1252"))


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

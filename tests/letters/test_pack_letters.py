"""The Word templates of the shipped packs."""

import io
import zipfile
from pathlib import Path

import pytest

from hrdocs.letters.author import format_template_text, make_template
from hrdocs.letters.template import template_facts
from hrdocs.packs import read_pack, shipped_packs
from hrdocs.procedure import LetterKind

TEMPLATES = sorted(path for pack in shipped_packs() for path in (pack / "letters").glob("*.docx"))
PACKS = [pack for pack in shipped_packs() if (pack / "letters.toml").is_file()]
LETTERS = [(pack, letter) for pack in PACKS for letter in read_pack(pack).procedure.letters]
ALWAYS = ("letter", "our_ref", "policy", "organisation", "reader", "sender")


def name(value: object) -> str:
    if isinstance(value, LetterKind):
        return f"{value.kind}-{value.audience}"
    return f"{value.parent.parent.name}-{value.stem}" if isinstance(value, Path) else str(value)


@pytest.mark.parametrize(("pack", "letter"), LETTERS, ids=name)
def test_templates_ask_for_what_they_are_given(pack: Path, letter: LetterKind) -> None:
    """A template names only facts that its letter needs or uses, and prints every need."""
    facts = template_facts((pack / letter.template).read_bytes())
    given = {*letter.needs, *letter.uses}
    assert {f for f in facts if f.partition(".")[0] not in ALWAYS} <= given
    unused = {n for n in letter.needs if n.partition(".")[0] not in ALWAYS} - facts
    assert not unused


@pytest.mark.parametrize("path", TEMPLATES[::4], ids=name)
def test_templates_are_texts(path: Path) -> None:
    """A shipped template can be written as text and made again from it; one in four is tried."""
    text = format_template_text(path)
    assert format_template_text(make_template(text, title="T")) == text


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_name_nobody(path: Path) -> None:
    """A shipped template has no author, no comments and no picture of a library's blank."""
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        core = package.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert not [n for n in names if "thumbnail" in n or "comments" in n]


NORTHERN_IRELAND = [p for p in TEMPLATES if p.parent.parent.name == "council-dignity-at-work"]


@pytest.mark.parametrize("path", NORTHERN_IRELAND, ids=name)
def test_bodies_of_the_right_nation(path: Path) -> None:
    """A Northern Ireland letter never names a body or an Act of Great Britain."""
    text = format_template_text(path).casefold()
    for wrong in ("acas", "employment tribunal", "equality act", "ehrc", "human rights commission", "dbs",
                  "disclosure and barring", "perpetrator", "victim ", "anonym"):  # fmt: skip
        assert wrong not in text


APPEALS = (
    "outcome-complainant",
    "out-of-time",
    "partly-out-of-time",
    "repeat-complaint",
    "redeployment-complainant",
    "council-action",
)


@pytest.mark.parametrize("stem", APPEALS)
def test_decisions_state_the_appeal(stem: str) -> None:
    """Every decision letter to a complainant states the appeal: where, how long from receipt, the date."""
    path = next(p for p in NORTHERN_IRELAND if p.stem == stem)
    text = format_template_text(path)
    for words in (
        "in writing to OD/HR",
        "5 working days of the day on which you receive",
        "deadlines.appeal",
    ):
        assert words in text


def test_respondents_get_no_appeal_right() -> None:
    """The council's outcome letter to the person complained about names no appeal: 14.1 gives none."""
    path = next(p for p in NORTHERN_IRELAND if p.stem == "outcome-respondent")
    assert "appeal" not in format_template_text(path).casefold()

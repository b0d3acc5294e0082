"""Scans that bring a text layer, and scans filled in by hand: nothing is taken on trust or guessed."""

import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.make_samples.scanned import ANSWERS, Written, bind, changed, draw_form
from tests.reading.measure import PACKS

from hrdocs.desk.reading import HowToRead, read_in_child
from hrdocs.desk.shapes import shape_outcomes
from hrdocs.document import Answer, Status
from hrdocs.errors import InputError
from hrdocs.procedure import Field, FieldType
from hrdocs.rules.matching.scanned import Proof, doubt_scan
from hrdocs.tools.guard import Limits, usual_limits
from hrdocs.tools.ocr import read_words

pytestmark = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")
HERE = Path(__file__).parents[1] / "samples" / "scans"


def answers(path: Path) -> dict[str, list[object]]:
    """What `hrdocs parse` gives: value, status and reason of each answer."""
    document = shape_outcomes(read_in_child(path, HowToRead(PACKS)))["documents"][0]
    assert document["form"] == "council-complaint"
    fields = document["fields"]
    return {name: [fields[name][key] for key in ("value", "status", "reason")] for name in sorted(fields)}


def codes(path: Path) -> set[str]:
    document = shape_outcomes(read_in_child(path, HowToRead(PACKS)))["documents"][0]
    return {problem["code"] for problem in document["problems"]}


def saved(folder: Path, layer: list[Written]) -> Path:
    path = folder / "scan.pdf"
    path.write_bytes(bind(draw_form()[0], layer))
    return path


@pytest.mark.parametrize("path", sorted(HERE.glob("*.p*[fg]")), ids=lambda path: path.stem)
def test_sample_scan_is_read_as_it_was_made(path: Path) -> None:
    """The answers that cannot be trusted are unclear, each with its reason; all others are read."""
    expected = json.loads((HERE / f"{path.name}.expected.json").read_text(encoding="utf-8"))
    assert answers(path) == expected


def test_a_true_layer_leaves_nothing_in_doubt(tmp_path: Path) -> None:
    """Where the layer says what the picture shows, the answers are certain."""
    path = saved(tmp_path, draw_form()[1])
    assert {status for _, status, _ in answers(path).values()} <= {"ok", "missing"}
    assert not codes(path) & {"layer-replaced", "layer-unchecked"}


def test_a_changed_layer_makes_its_answers_unclear(tmp_path: Path) -> None:
    """A day, a name and a ground that the layer has otherwise are nobody's certain answer."""
    path = saved(tmp_path, changed(draw_form()[1], **{"3": "13", "Moore": "Marsh", "Age": "Race"}))
    read = answers(path)
    unclear = {name for name, (_, status, reason) in read.items() if (status, reason) == ("unclear", "ocr")}
    assert unclear == {"incident_dates", "respondents", "protected_grounds"}
    assert read["complainant_name"][0] == ANSWERS["complainant_name"]


def test_a_word_that_the_layer_leaves_out_or_adds_is_doubted(tmp_path: Path) -> None:
    """What only one of the two has changes what is said."""
    layer = [w for w in draw_form()[1] if w.text != "nearly"]
    assert answers(saved(tmp_path, layer))["incident_details"][1] == "unclear"
    place = next(w for w in draw_form()[1] if w.text == "Lifeguard")
    more = [*draw_form()[1], Written("Manager", place.x + 110, place.y, place.size)]
    assert answers(saved(tmp_path, more))["job_title"][1] == "unclear"


def test_a_worthless_layer_is_replaced(tmp_path: Path) -> None:
    """A layer of another page is not used, and says so."""
    layer = [Written(word.text[::-1], word.x, word.y, word.size) for word in draw_form()[1]]
    path = saved(tmp_path, layer)
    assert "layer-replaced" in codes(path)
    assert answers(path)["complainant_name"][:2] == [ANSWERS["complainant_name"], "ok"]


def test_without_an_engine_a_layer_is_used_and_said_to_be_unchecked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine cannot look at the picture, so a person is told to."""
    path = saved(tmp_path, draw_form()[1])
    monkeypatch.setattr("hrdocs.read.pdf.find_engine", lambda: None)
    assert "layer-unchecked" in codes(path)
    assert answers(path)["respondents"][0] == [ANSWERS["respondents"]]


def test_handwriting_is_said_to_be_that(tmp_path: Path) -> None:
    """No reading of handwriting is offered, and a drawn signature is a signature."""
    path = tmp_path / "scan.png"
    draw_form(("incident_details", "incident_dates", "signed_name"))[0].save(path, dpi=(150, 150))
    read = answers(path)
    assert read["incident_details"] == [None, "unclear", "handwriting"]
    assert read["incident_dates"] == [None, "unclear", "handwriting"]
    assert read["signed_name"] == [True, "ok", None]
    assert read["department"] == [ANSWERS["department"], "ok", None]


@pytest.fixture
def rapid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrdocs.tools.guard.find_engine", lambda: "rapidocr")


@pytest.mark.usefixtures("rapid")
def test_rapidocr_is_given_the_memory_that_its_models_need() -> None:
    """Its models run in the child that reads the file."""
    assert usual_limits().resident > Limits().resident


def test_rapidocr_without_its_models_fetches_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what is missing; the package would fetch the models by itself."""
    module = ModuleType("rapidocr")
    module.__file__ = str(tmp_path / "__init__.py")
    monkeypatch.setitem(sys.modules, "rapidocr", module)
    monkeypatch.setattr("hrdocs.tools.ocr.find_engine", lambda: "rapidocr")
    with pytest.raises(InputError, match="without its models") as caught:
        read_words(draw_form()[0], dpi=150, name="scan.png")
    assert caught.value.code == "missing-tool"


def test_words_of_an_engine_that_loses_some_are_left_to_a_person() -> None:
    """Without a second model nothing shows that a word or a space was lost."""
    line = Field(id="job_title", label="Job title", type=FieldType.LINE, means="")
    read = Answer("job_title", "Officer", "Officer", Status.OK)
    assert doubt_scan(line, read, guessed=False, proof=Proof(True, spaces=False)).status is Status.UNCLEAR
    assert doubt_scan(line, read, guessed=False, proof=Proof(True)).status is Status.OK


@pytest.mark.parametrize(("raw", "certain"), [("☐ Sex\n☒ Race\n☐ Age", True), ("☐ Sex\n☒ Race\nAge", False)])
def test_a_list_of_which_one_box_was_not_seen_is_doubted(raw: str, certain: bool) -> None:
    """The option without its box would count as chosen."""
    grounds = Field(id="protected_grounds", label="Ground", type=FieldType.GROUNDS, means="")
    answer = doubt_scan(grounds, Answer("protected_grounds", ("race",), raw, Status.OK), guessed=False)
    assert (answer.status is Status.OK) is certain

"""The civil-service pack against what the e-mail says, and says not."""

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from hrdocs.cli import hrdocs
from hrdocs.desk.packs import check_whole_pack
from hrdocs.packs import read_pack
from hrdocs.procedure import Force, Procedure, RuleKind
from hrdocs.shipped import shipped_folder

PACK = shipped_folder("templates") / "civil-service-harassment"
SAMPLES = shipped_folder("samples") / "civil-service-harassment"
# What binds in any case: how letters speak.
NOT_ADVICE = {RuleKind.WORDING}


@pytest.fixture(scope="module")
def civil_service() -> Procedure:
    return read_pack(PACK).procedure


def test_no_problem() -> None:
    """Tables, templates and examples agree."""
    assert check_whole_pack(PACK).problems == ()


def test_advice_is_advice(civil_service: Procedure) -> None:
    """Everything that is not a wording rule has the force of advice, so it can be switched off."""
    assert {r.force for r in civil_service.rules if r.kind not in NOT_ADVICE} == {Force.ADVICE}
    assert {c.force for c in civil_service.publication_checks} == {Force.ADVICE}


def test_no_limit_is_invented(civil_service: Procedure) -> None:
    """The e-mail sets no time: no limit, and no age at which an allegation is closed, without a clause."""
    assert civil_service.limits == ()
    assert (civil_service.time_limit.months, civil_service.time_limit.clause) == (None, "")
    assert "default of this software" in civil_service.time_limit.note


def test_defaults_are_marked(civil_service: Procedure) -> None:
    """What no paragraph of the e-mail says cites the clause `default`, and rules say so in words."""
    for rule in civil_service.rules:
        assert rule.clause, rule.id
        if rule.clause == "default" and rule.kind is not RuleKind.WORDING:
            assert "default of this software" in rule.line, rule.id
    assert {c.id for c in civil_service.clauses} == {f"E{n}" for n in range(1, 10)} | {"default"}


def test_questions_25_and_26(civil_service: Procedure) -> None:
    """Left out for employees and managers, kept for HR; for trade unions a person is asked."""
    faq = {e.audience: (e.leave_out, e.ask) for e in civil_service.editions if e.document == "faq"}
    assert faq == {
        "hr": ((), ()), "managers": (("25", "26"), ()), "employees": (("25", "26"), ()),
        "trade-unions": ((), ("25", "26")),
    }  # fmt: skip
    others = [e for e in civil_service.editions if e.document != "faq"]
    assert others
    assert all(not e.leave_out and not e.ask for e in others)


def test_check_list_before_publishing(civil_service: Procedure) -> None:
    """Fit with own policy, relevance, managers' capability, casework routing, unions."""
    checks = {c.id: c for c in civil_service.publication_checks}
    assert list(checks) == ["fit", "relevance", "managers", "casework", "unions"]
    wider = {e.id for e in civil_service.editions if e.audience in ("managers", "employees")}
    assert set(checks["managers"].editions) == set(checks["casework"].editions) == wider
    assert checks["unions"].editions == ()


def test_switched_off_advice_does_nothing(tmp_path: Path) -> None:
    """A department that does not route its cases through casework sets one key, and nothing waits for it."""
    runner = CliRunner()
    made = runner.invoke(
        hrdocs, ["pack", "new", "my-department", "--from", PACK.name, "--out", str(tmp_path)]
    )
    assert made.exit_code == 0
    path = tmp_path / "my-department" / "procedure.toml"
    text = path.read_text(encoding="utf-8")
    one = re.compile(r'(id = "all-cases-through-casework".*?force = "advice"\n)', re.DOTALL)
    path.write_text(one.sub(r"\1on = false\n", text, count=1), encoding="utf-8")
    procedure = read_pack(path.parent).procedure
    assert [r.id for r in procedure.switched_off] == ["all-cases-through-casework"]
    assert "all-cases-through-casework" not in {r.id for r in procedure.rules}
    report = check_whole_pack(path.parent)
    assert any("switched off" in remark for remark in report.remarks)
    assert any("'investigator-appointed' is not blocked" in problem for problem in report.problems)


def test_the_case_from_form_to_outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An allegation of 1999 is taken in, waits for casework, is decided, told to each, and closed."""
    place = tmp_path / "department"

    def run(*words: str) -> int:
        result = CliRunner().invoke(hrdocs, words, standalone_mode=False)
        if result.exception is not None:
            return int(getattr(result.exception, "exit_code", 3))
        return int(result.return_value or 0)

    assert run("init", str(place), "--pack", PACK.name) == 0
    (place / "organisation.toml").write_bytes((SAMPLES / "organisation.toml").read_bytes())
    monkeypatch.chdir(place)
    assert run("intake", str(SAMPLES / "01-record.docx")) in (0, 1)
    ref = next((place / "cases").iterdir()).name

    def record(*words: str) -> int:
        return run("case", "record", ref, *words)

    assert record("investigator-appointed", "name=Ada Specimen", "title=Deputy Director") == 7
    assert record("case-closed", "reason=it was in 1999") == 7
    assert record("routed-to-casework") == 0
    assert record("investigator-appointed", "name=Ada Specimen", "title=Deputy Director") == 0
    assert record(
        "decision-made", "--party", "respondent-1", "outcome=partly-upheld",
        "reasons=Two people remember the dinner", "appeal=In writing to the HR Director",
        "decided_by=Ben Quill",
    ) == 0  # fmt: skip
    assert run("letter", "outcome", ref, "--to", "complainant") == 0
    assert run("letter", "outcome", ref, "--to", "respondent-1") == 0
    assert record("case-closed", "reason=decided") == 0


def test_nothing_of_the_released_copy() -> None:
    """No address and no name of the released e-mail stands in the pack."""
    for name in ("procedure.toml", "letters.toml", "cases.toml", "forms/complaint.toml"):
        text = (PACK / name).read_text("utf-8")
        assert "@" not in text
        assert not re.search(r"mackinnon|richards|csep|onehr", text, re.IGNORECASE)
        assert tomllib.loads(text)

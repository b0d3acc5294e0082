"""Each of the 87 capabilities of the policies is data of a pack, tried by its stories, or a test."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from hrdocs.packs import Pack, read_pack
from hrdocs.procedure import RuleKind
from hrdocs.shipped import shipped_folder

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ROWS = tomllib.loads((HERE / "capabilities.toml").read_text(encoding="utf-8"))["row"]


@lru_cache
def pack_of(name: str) -> Pack:
    return read_pack(shipped_folder("templates") / name)


@lru_cache
def tried(name: str) -> frozenset[str]:
    """What the stories of a pack expect something of: limits, letters, events that are blocked."""
    stories = tomllib.loads((pack_of(name).folder / "cases.toml").read_text(encoding="utf-8"))["case"]
    expected = [story["expect"] for story in stories]
    keys = ("deadlines", "states", "letters", "blocked")
    return frozenset(word.split(":")[0] for each in expected for key in keys for word in each.get(key, ()))


def ids(procedure: Any) -> set[str]:
    tables = (procedure.rules, procedure.limits, procedure.events, procedure.inconsistencies)
    found = {row.id for table in tables for row in table}
    found |= {row.id for row in (*procedure.publication_checks, *procedure.forms, *procedure.roles)}
    return found | {letter.kind for letter in procedure.letters}


def test_all_rows_are_there() -> None:
    """From 1 to 87, each once, each held by data or by a test."""
    assert [row["number"] for row in ROWS] == list(range(1, 88))
    assert all(row.get("data") or row.get("tests") for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['number']}")
def test_what_holds_it_exists(row: dict[str, Any]) -> None:
    """Every table that a row names is in its pack, and every test in its file."""
    assert set(row.get("data", ())) <= ids(pack_of(row["pack"]).procedure)
    for name in row.get("tests", ()):
        file, _, function = name.partition("::")
        assert f"def {function or 'test_'}" in (ROOT / file).read_text(encoding="utf-8"), name


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("data")], ids=lambda row: f"{row['number']}")
def test_limits_letters_and_orders_have_a_story(row: dict[str, Any]) -> None:
    """A row's limits and letters are expected in a story; of its rules that block, what they block is."""
    procedure = pack_of(row["pack"]).procedure
    named = set(row["data"])
    wanted = {x.id for x in procedure.limits if x.id in named}
    wanted |= {x.kind for x in procedure.letters if x.kind in named}
    assert wanted <= tried(row["pack"])
    for rule in procedure.rules:
        if rule.id in named and rule.kind in (RuleKind.ORDER, RuleKind.CONSENT):
            assert {name.split(":")[0] for name in rule.subject} & tried(row["pack"]), rule.id

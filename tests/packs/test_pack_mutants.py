"""The stories of the shipped packs can fail: whatever is taken out of a pack, one of them notices."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from hrdocs.calendars import read_calendar
from hrdocs.desk.pack_examples import Story, check_examples, read_examples
from hrdocs.packs import Pack, read_pack, shipped_packs
from hrdocs.procedure import Limit, Procedure, RuleKind, Unit

BLOCKING = (RuleKind.ORDER, RuleKind.CONSENT, RuleKind.PAUSE)
# What asks for facts of the very event that is recorded: a story has no such moment. See test_harms.py.
ELSEWHERE = {"rule police-with-agreement without unless police_told.extreme_risk=yes"}


def without_rules(p: Procedure) -> Iterator[tuple[str, Procedure]]:
    """The pack without each rule that blocks or pauses, and without each of its exceptions."""
    for n, rule in enumerate(p.rules):
        if rule.kind in BLOCKING:
            yield f"rule {rule.id}", replace(p, rules=p.rules[:n] + p.rules[n + 1 :])
            for name in rule.unless:
                less = replace(rule, unless=tuple(x for x in rule.unless if x != name))
                changed = replace(p, rules=(*p.rules[:n], less, *p.rules[n + 1 :]))
                yield f"rule {rule.id} without unless {name}", changed


def other_limits(limit: Limit) -> Iterator[tuple[str, Limit]]:
    """A limit a day longer and shorter, without its condition, its waivers, its being a right."""
    if limit.unit is not Unit.SOON:
        yield "longer", replace(limit, within=limit.within + 1)
    if limit.within > 1:
        yield "shorter", replace(limit, within=limit.within - 1)
    if limit.when:
        yield "without when", replace(limit, when=None)
    for name in limit.waived_by:
        yield (
            f"not waived by {name}",
            replace(limit, waived_by=tuple(x for x in limit.waived_by if x != name)),
        )
    if limit.right:
        yield "no right", replace(limit, right=False)


def with_other_limits(p: Procedure) -> Iterator[tuple[str, Procedure]]:
    for n, limit in enumerate(p.limits):
        rest = p.limits[:n], p.limits[n + 1 :]
        yield f"limit {limit.id}", replace(p, limits=(*rest[0], *rest[1]))
        for what, other in other_limits(limit):
            yield f"limit {limit.id} {what}", replace(p, limits=(*rest[0], other, *rest[1]))


def with_other_letters(p: Procedure) -> Iterator[tuple[str, Procedure]]:
    """The pack without each letter, each letter without its condition and without what is done by it."""
    for n, letter in enumerate(p.letters):
        rest, name = (p.letters[:n], p.letters[n + 1 :]), f"letter {letter.kind} to {letter.audience}"
        yield name, replace(p, letters=(*rest[0], *rest[1]))
        others = [("when", replace(letter, when=None))] if letter.when else []
        others += [
            (done, replace(letter, done_by=tuple(x for x in letter.done_by if x != done)))
            for done in letter.done_by
        ]
        for what, other in others:
            yield f"{name} without {what}", replace(p, letters=(*rest[0], other, *rest[1]))


def notices(pack: Pack, mutant: Procedure) -> bool:
    """Whether a story of the pack fails with the changed procedure."""
    changed = replace(pack, procedure=mutant)
    calendar = read_calendar(mutant.calendar)
    return next(check_examples(stories_of(pack.folder), (), changed, calendar, ""), None) is not None


@lru_cache
def stories_of(folder: Path) -> tuple[Story, ...]:
    tables = tomllib.loads((folder / "cases.toml").read_text(encoding="utf-8"))
    return read_examples(tables, "cases.toml", [])[0]


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda folder: folder.name)
def test_every_part_of_a_pack_is_missed_by_a_story(folder: Path) -> None:
    """No rule that blocks, no limit, no letter and no exception of theirs can go unnoticed."""
    pack = read_pack(folder)
    assert not notices(pack, pack.procedure)
    mutants = [
        mutant
        for make in (without_rules, with_other_limits, with_other_letters)
        for mutant in make(pack.procedure)
    ]
    assert len(mutants) > 10
    assert {name for name, mutant in mutants if not notices(pack, mutant)} <= ELSEWHERE

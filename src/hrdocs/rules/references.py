"""Whether everything that a pack names is defined in it: clauses, events and the facts of letters."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from hrdocs.procedure import Procedure, TimeLimit
from hrdocs.rules.conditions import check_condition
from hrdocs.words import did_you_mean

_LONGEST_MONTHS = 600
_LONGEST_WITHIN = 5000
# Names that a letter's `needs` and `uses` may always say; events' facts come on top of them.
CONTEXT = frozenset({
    "acts", "allegations", "complainant.name", "complaint.raised", "complaint.received", "missing",
    "questions", "respondent.name", "respondents", "time_limit.cutoff", "time_limit.months",
    "time_limit.rule",
})  # fmt: skip


def check_references(procedure: Procedure, *, also: frozenset[str] = frozenset()) -> Iterator[str]:
    """Clauses, events and facts that are named somewhere and defined nowhere.

    `also` are ids of tables that could not be read: what points at them is no second mistake.
    """
    yield from _impossible_spans(procedure)
    yield from _dead_clauses(procedure, also)
    yield from _unknown_events(procedure, also)
    yield from _unknown_facts(procedure)
    for place, condition in _conditions(procedure):
        for part in check_condition(condition):
            yield f"{place}: key 'when': cannot be understood: '{part}'"


def _impossible_spans(procedure: Procedure) -> Iterator[str]:
    """Spans that run backwards, or past all sense: a verdict on them would look as sure as any other."""
    limit = cast(TimeLimit | None, procedure.time_limit)  # None where its table cannot be read
    if limit is not None and limit.months is not None and not 1 <= limit.months <= _LONGEST_MONTHS:
        yield f"procedure.toml [time_limit]: key 'months' must be from 1 to {_LONGEST_MONTHS}"
    for one in procedure.limits:
        if not 0 <= one.within <= _LONGEST_WITHIN:
            yield f"procedure.toml [limit.{one.id}]: key 'within' must be from 0 to {_LONGEST_WITHIN}"


def _dead_clauses(procedure: Procedure, also: frozenset[str]) -> Iterator[str]:
    clauses = {c.id for c in procedure.clauses} | also
    for place, cited in _citations(procedure):
        for clause in filter(None, (c.strip() for c in cited.split(","))):
            if clause not in clauses:
                hint = did_you_mean(clause, sorted(clauses))
                yield f"{place}: dead clause reference '{clause}'{hint}"


def _unknown_events(procedure: Procedure, also: frozenset[str]) -> Iterator[str]:
    events = {e.id for e in procedure.events} | also
    for place, named in _events_named(procedure):
        for event in named:
            if event not in events:
                yield f"{place}: unknown event '{event}'{did_you_mean(event, sorted(events))}"


def _unknown_facts(procedure: Procedure) -> Iterator[str]:
    names = context_names(procedure)
    for letter in procedure.letters:
        for name in (*letter.needs, *letter.uses):
            if name not in names:
                where = f"letters.toml [[letter]] '{letter.kind}' to {letter.audience}"
                yield f"{where}: unknown fact '{name}'{did_you_mean(name, sorted(names))}"


def context_names(procedure: Procedure) -> frozenset[str]:
    """Every name that the letters of this procedure may ask for."""
    facts = {
        f"{event.id}.{fact}".replace("-", "_")
        for event in procedure.events
        for fact in (*event.facts, *event.asks, "on")
    }
    deadlines = {f"deadlines.{limit.id}".replace("-", "_") for limit in procedure.limits}
    return frozenset(CONTEXT | facts | deadlines)


def _citations(p: Procedure) -> Iterable[tuple[str, str]]:
    if p.time_limit is not None:
        yield "procedure.toml [time_limit]", p.time_limit.clause
    tables: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("procedure.toml [[role]]", p.roles), ("procedure.toml [[stage]]", p.stages),
        ("procedure.toml [[event]]", p.events), ("procedure.toml [limit]", p.limits),
        ("procedure.toml [[rule]]", p.rules),
    )  # fmt: skip
    for place, rows in tables:
        for row in rows:
            yield f"{place} '{row.id}'", row.clause
    for note in p.inconsistencies:
        for clause in note.clauses:
            yield f"procedure.toml [[inconsistency]] '{note.id}'", clause
    for letter in p.letters:
        where = f"letters.toml [[letter]] '{letter.kind}' to {letter.audience}"
        yield where, letter.clause
        for item in letter.items:
            yield f"letters.toml [item.{item.id}]", item.clause
    for form in p.forms:
        yield f"forms '{form.id}'", form.clause
        for field in form.fields:
            yield f"forms '{form.id}' [[field]] '{field.id}'", field.clause


def _conditions(p: Procedure) -> Iterable[tuple[str, str]]:
    for letter in p.letters:
        if letter.when is not None:
            yield f"letters.toml [[letter]] '{letter.kind}' to {letter.audience}", letter.when
        for item in letter.items:
            if item.when is not None:
                yield f"letters.toml [item.{item.id}]", item.when


def _events_named(p: Procedure) -> Iterable[tuple[str, tuple[str, ...]]]:
    for stage in p.stages:
        yield f"procedure.toml [[stage]] '{stage.id}'", stage.entered_by
    for limit in p.limits:
        yield f"procedure.toml [limit.{limit.id}]", (limit.start, limit.end)
    for letter in p.letters:
        yield f"letters.toml [[letter]] '{letter.kind}' to {letter.audience}", (letter.trigger,)

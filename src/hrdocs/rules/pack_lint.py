"""What in a pack cannot be right, or is probably not meant, although every single table can be read.

`check_agreement` gives problems, `find_doubts` what the author should look at. Both are told by
`hrdocs pack check` only: a pack that was good enough for a case stays good enough for it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from hrdocs.procedure import LetterKind, Limit, Procedure, Rule, RuleKind, Unit
from hrdocs.rules.conditions import check_condition, parts_of
from hrdocs.rules.references import context_names
from hrdocs.words import did_you_mean

_BLOCKING = (RuleKind.ORDER, RuleKind.CONSENT)
_RECORDED = frozenset({"record-reason"})
# What conditions may ask for beside events' facts (see `workflow.facts_for`): names, and what holds names.
STANDING = frozenset({"verdict", "missing", "questions", "line_manager_accused"})
HOLDERS = ("consents", "reader", "complainant", "happened")


def check_agreement(p: Procedure) -> Iterator[str]:
    """Tables that contradict one another, or that nothing can ever reach."""
    yield from _doubled(p)
    yield from _dead_limits(p)
    yield from _unknown_days(p)
    yield from _dead_clauses(p)
    yield from _unknown_names(p)
    yield from _unknown_roles(p)
    yield from _wrong_words(p)
    yield from _lost_pairs(p)
    yield from _publishing(p)


def find_doubts(p: Procedure) -> Iterator[str]:
    """What can be used but is probably not meant."""
    yield from _lists_that_differ(p)
    yield from _without_appeal(p)
    used = {name for letter in p.letters for name in (letter.trigger, *letter.also, *letter.done_by)}
    used |= {name for s in p.stages for name in (*s.entered_by, *s.left_by)}
    used |= {name for limit in p.limits for name in (limit.start, limit.end)}
    if "complaint-received" not in {e.id for e in p.events}:
        yield "procedure.toml: no [[event]] 'complaint-received': every case begins with it"
    if p.letters and not used & {e.id for e in p.events}:
        yield "procedure.toml: no event leads to a letter, a stage or a limit"
    for rule in p.switched_off:
        yield f"procedure.toml [[rule]] '{rule.id}': is switched off (on = false) and does nothing"


def _letter_place(letter: LetterKind) -> str:
    return f"letters.toml [[letter]] '{letter.kind}' to {letter.audience}"


def _doubled(p: Procedure) -> Iterator[str]:
    """Two tables of one name: only one of them would be found."""
    tables: tuple[tuple[str, Iterable[Any]], ...] = (
        ("clause", p.clauses), ("ground", p.grounds), ("role", p.roles), ("stage", p.stages),
        ("event", p.events), ("rule", (*p.rules, *p.switched_off)), ("inconsistency", p.inconsistencies),
        ("guidance", p.guidance), ("edition", p.editions), ("publication_check", p.publication_checks),
    )  # fmt: skip
    for name, rows in tables:
        for key, times in Counter(row.id for row in rows).items():
            if times > 1:
                yield f"procedure.toml [[{name}]] '{key}' stands there {times} times"
    for (kind, audience), times in Counter((x.kind, x.audience) for x in p.letters).items():
        if times > 1:
            yield f"letters.toml [[letter]] '{kind}' to {audience} stands there {times} times"
    for form in p.forms:
        for key, times in Counter(f.id for f in form.fields).items():
            if times > 1:
                yield f"forms '{form.id}' [[field]] '{key}' stands there {times} times"


def _dead_limits(p: Procedure) -> Iterator[str]:
    """Limits with no figure, with a condition that nobody can read, or that call for unknown letters."""
    for limit in p.limits:
        place = f"procedure.toml [limit.{limit.id}]"
        if limit.within < 1 and limit.unit is not Unit.SOON:
            yield f"{place}: key 'within' must be 1 or more, or unit 'soon' with no figure"
        for part in check_condition(limit.when) if limit.when else ():
            yield f"{place}: key 'when': cannot be understood: '{part}'"
        yield from (f"{place}: {text}" for text in _unknown_missed(limit, p))


def _unknown_missed(limit: Limit, p: Procedure) -> Iterator[str]:
    kinds, roles = sorted({x.kind for x in p.letters}), sorted({r.id for r in p.roles})
    for word in limit.if_missed:
        sign, _, role = word.partition(":")
        if sign == "tell" and role not in roles:
            yield f"key 'if_missed': unknown role '{role}'{did_you_mean(role, roles)}"
        elif sign != "tell" and word not in _RECORDED and word not in kinds:
            yield f"key 'if_missed': no [[letter]] is '{word}'{did_you_mean(word, [*kinds, *_RECORDED])}"


def _dead_clauses(p: Procedure) -> Iterator[str]:
    """Clauses cited where the reading of the pack does not look."""
    clauses = sorted({c.id for c in p.clauses})
    limit = p.time_limit
    cited = [("[time_limit]", limit.saving_clause or ""), ("[time_limit]", limit.own_initiative_clause or "")]
    cited += [("[aliases]", clause) for clause in p.aliases.values()]
    cited += [(f"[[rule]] '{r.id}'", r.clause) for r in p.switched_off]
    cited += [(f"[[guidance]] '{g.id}'", g.clause) for g in p.guidance]
    cited += [(f"[[edition]] '{e.id}'", e.clause) for e in p.editions]
    cited += [(f"[[publication_check]] '{c.id}'", c.clause) for c in p.publication_checks]
    for place, text in cited:
        for clause in filter(None, (c.strip() for c in text.split(","))):
            if clause not in clauses:
                hint = did_you_mean(clause, clauses)
                yield f"procedure.toml {place}: dead clause reference '{clause}'{hint}"


def _unknown_names(p: Procedure) -> Iterator[str]:
    """Events and letters that a stage, a letter or a rule names and nobody has defined."""
    events = sorted(e.id for e in p.events)
    named = [(f"{_letter_place(x)}: key 'also'", x.also) for x in p.letters]
    named += [(f"{_letter_place(x)}: key 'done_by'", x.done_by) for x in p.letters]
    named += [(f"procedure.toml [[stage]] '{s.id}': key 'left_by'", s.left_by) for s in p.stages]
    for place, names in named:
        for name in names:
            if name not in events:
                yield f"{place}: unknown event '{name}'{did_you_mean(name, events)}"
    known = sorted({*events, *(x.kind for x in p.letters)})
    for rule in (*p.rules, *p.switched_off):
        if rule.kind in _BLOCKING:
            place = f"procedure.toml [[rule]] '{rule.id}'"
            yield from (f"{place}: {text}" for text in _unknown_in_rule(rule, known))


def _unknown_in_rule(rule: Rule, known: list[str]) -> Iterator[str]:
    conditions = [n for n in (*rule.needs, *rule.unless) if "." in n or "=" in n or n.startswith("!")]
    plain = [n for n in (*rule.subject, *rule.needs, *rule.unless) if n not in conditions]
    for name in {part.split(":")[0]: None for n in plain for part in n.split("|")}:
        if name not in known:
            yield f"unknown event or letter '{name}'{did_you_mean(name, known)}"
    for condition in conditions:
        for part in check_condition(condition):
            yield f"cannot be understood: '{part}'"


def _unknown_roles(p: Procedure) -> Iterator[str]:
    roles = sorted({r.id for r in p.roles})
    named = [(f"procedure.toml [[event]] '{e.id}': key 'per'", e.per) for e in p.events]
    named += [(f"procedure.toml [limit.{x.id}]: key 'party'", x.party) for x in p.limits]
    named += [(f"{_letter_place(x)}: key 'audience'", x.audience) for x in p.letters]
    for place, role in named:
        if role is not None and role not in roles:
            yield f"{place}: no [[role]] is '{role}'{did_you_mean(role, roles)}"


def _unknown_days(p: Procedure) -> Iterator[str]:
    known = context_names(p)
    for limit in p.limits:
        if limit.set_by and limit.set_by not in known:
            hint = did_you_mean(limit.set_by, sorted(known))
            yield f"procedure.toml [limit.{limit.id}]: key 'set_by': unknown fact '{limit.set_by}'{hint}"


def _wrong_words(p: Procedure) -> Iterator[str]:
    """Facts and words that an event does not have, in its own table and in conditions."""
    words: dict[str, tuple[str, ...]] = {}
    for event in p.events:
        place = f"procedure.toml [[event]] '{event.id}'"
        own = (*event.facts, *event.asks)
        for key, names in (("values", tuple(event.values)), ("lists", event.lists)):
            for name in names:
                if name not in own:
                    yield f"{place}: key '{key}': '{name}' is none of its facts{did_you_mean(name, own)}"
        words |= {f"{event.id}.{k}".replace("-", "_"): v for k, v in event.values.items()}
    events = {e.id.replace("-", "_") for e in p.events}
    names_known = context_names(p) | STANDING | events | {f"happened.{event}" for event in events}
    for place, condition in _conditions(p):
        for part in parts_of(condition):
            name, _, values = part.removeprefix("!").replace("!=", "=").partition("=")
            asked = name.replace("-", "_")
            if asked not in names_known and asked.partition(".")[0] not in HOLDERS[:3]:
                yield f"{place}: unknown fact '{name}'{did_you_mean(asked, sorted(names_known))}"
            for word in filter(None, values.split("|")):
                if asked in words and word not in words[asked]:
                    hint = did_you_mean(word, words[asked]) or f" (one of: {', '.join(words[asked])})"
                    yield f"{place}: {name} is never '{word}'{hint}"


def _conditions(p: Procedure) -> Iterator[tuple[str, str]]:
    rows = [(f"{_letter_place(x)}: key 'when'", x.when) for x in p.letters]
    rows += [(f"letters.toml [item.{i.id}]: key 'when'", i.when) for x in p.letters for i in x.items]
    rows += [(f"procedure.toml [limit.{x.id}]: key 'when'", x.when) for x in p.limits]
    for rule in (*p.rules, *p.switched_off):
        if rule.kind in _BLOCKING:
            place = f"procedure.toml [[rule]] '{rule.id}'"
            rows += [(place, n) for n in (*rule.needs, *rule.unless) if "." in n or "=" in n]
    for place, text in dict.fromkeys(rows):
        if text is not None and not check_condition(text):
            yield place, text


def _lost_pairs(p: Procedure) -> Iterator[str]:
    known = {(x.kind, x.audience): x for x in p.letters}
    for letter in p.letters:
        if letter.pair is None:
            continue
        twin = known.get((letter.kind, letter.pair))
        if twin is None:
            yield f"{_letter_place(letter)}: key 'pair': there is no '{letter.kind}' to {letter.pair}"
        elif twin.pair != letter.audience:
            yield f"{_letter_place(letter)}: key 'pair': the letter to {letter.pair} names another pair"


def _publishing(p: Procedure) -> Iterator[str]:
    editions = sorted(e.id for e in p.editions)
    for check in p.publication_checks:
        for name in check.editions:
            if name not in editions:
                hint = did_you_mean(name, editions)
                yield f"procedure.toml [[publication_check]] '{check.id}': no [[edition]] is '{name}'{hint}"
    documents = sorted(g.id for g in p.guidance)
    for edition in p.editions:
        if edition.document not in documents:
            hint = did_you_mean(edition.document, documents)
            yield f"procedure.toml [[edition]] '{edition.id}': no [[guidance]] is '{edition.document}'{hint}"
        for item in sorted(set(edition.leave_out) & set(edition.ask)):
            yield f"procedure.toml [[edition]] '{edition.id}': item '{item}' is in 'leave_out' and in 'ask'"


def _lists_that_differ(p: Procedure) -> Iterator[str]:
    """Grounds that only some of the policy's lists hold, where no [[inconsistency]] says which is taken."""
    lists = sorted({name for ground in p.grounds for name in ground.lists})
    told = any("ground" in f"{i.id} {i.line}".casefold() for i in p.inconsistencies)
    if told:
        return
    for ground in p.grounds:
        lacking = [name for name in lists if name not in ground.lists]
        if lacking and ground.lists:
            yield (
                f"procedure.toml [[ground]] '{ground.id}': the lists disagree: it is in "
                f"{', '.join(ground.lists)}, not in {', '.join(lacking)}; "
                "say in an [[inconsistency]] what is taken"
            )


def _without_appeal(p: Procedure) -> Iterator[str]:
    """Parties whom no letter tells of an appeal, where the role does not say why."""
    for role in p.roles:
        letters = [x for x in p.letters if x.audience == role.id]
        if not role.party or role.no_appeal or not letters:
            continue
        if not any("appeal" in f"{i.id} {i.line}".casefold() for x in letters for i in x.items):
            yield (
                f"procedure.toml [[role]] '{role.id}': a party with no appeal route: no letter says how to "
                "appeal; if the policy gives none, say so in key 'no_appeal'"
            )

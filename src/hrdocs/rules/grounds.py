"""Free text to protected grounds.

Only the complainant's own words count: a ground is asserted where the text states it, and never
inferred from a person's name. What could be meant in two ways is `ambiguous`, to be asked about.
"""

import re
from dataclasses import dataclass

from hrdocs.document import Reason, Status
from hrdocs.rules.grounds_phrases import Kind, Mention, Stance, find_mentions
from hrdocs.rules.grounds_scope import OF_ANOTHER, judge, sentence_of
from hrdocs.rules.grounds_text import PlainText, order_text
from hrdocs.rules.values_text import MISSING, ValueReading, is_blank, is_nothing, ok, tidy, unclear
from hrdocs.rules.values_ticks import Ticks, find_ticks

GROUND_IDS = (
    "sex",
    "gender reassignment",
    "sexual orientation",
    "marital or civil partnership status",
    "pregnancy or maternity",
    "age",
    "race",
    "religious belief",
    "political opinion",
    "disability",
    "trade union membership",
    "family status",
    "criminal record",
)
"""Every ground id, in the order in which readings give them."""

_LONGEST_LIST = 8  # a run of so many different grounds is the form's own printed list
_TICKED_NONE = re.compile(r"\b(?:none|not applicable|n/?a|bullying|no ground)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GroundReading:
    """The grounds that a text asserts, denies and leaves open.

    `ids` and `denied` are ground ids in the order of `GROUND_IDS`; `ambiguous` holds words as
    written, each with the grounds that they may mean. `none_stated`: the writer says, or shows by
    telling of bullying alone, that there is no ground.
    """

    ids: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    none_stated: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroundHint:
    """A ground that a narrative seems to tell of: a suggestion, with the words and their place in it."""

    id: str
    words: str
    start: int
    end: int


def find_grounds(text: str, *, allowed: frozenset[str] | None = None) -> GroundReading:
    """The grounds that an answer states, denies or leaves open.

    `allowed` are the grounds of the procedure; one outside them is left open, not asserted.
    """
    text = tidy(text)
    ticks = find_ticks(text)
    reading = _read_ticks(ticks) if ticks.items else _read_text(text)
    return reading if allowed is None else _within(reading, allowed)


def parse_grounds(text: str, *, allowed: frozenset[str] | None = None) -> ValueReading:
    """An answer's grounds as a value: missing where nothing was written, unclear where it must be asked."""
    if is_blank(text) or re.fullmatch(r"[\s\-–—/\\]*", text):
        return ValueReading((), Status.MISSING)
    reading = find_grounds(text, allowed=allowed)
    if reading.ambiguous:
        return unclear(Reason.AMBIGUOUS_GROUND, reading.ids)
    if reading.ids or reading.none_stated:
        return ok(reading.ids)
    ticks = find_ticks(tidy(text))
    if ticks.items and not ticks.ticked and is_blank(ticks.rest):
        return ValueReading((), MISSING.status)
    return unclear(Reason.AMBIGUOUS_GROUND, ())


def find_grounds_in_narrative(text: str) -> tuple[GroundHint, ...]:
    """Grounds that a narrative seems to tell of, in the order written: suggestions only."""
    plain = order_text(text)
    hints = []
    for mention in judge(plain.norm, find_mentions(plain.norm)):
        if mention.kind in (Kind.GROUND, Kind.SLUR) and mention.stance is Stance.ASSERTED:
            inside = [i for i, at in enumerate(plain.starts) if mention.start <= at < mention.end]
            start, end = plain.spans[inside[0]][0], plain.spans[inside[-1]][1]
            hints.append(GroundHint(mention.ids[0], text[start:end], start, end))
    return tuple(hints)


def _ordered(ids: set[str]) -> tuple[str, ...]:
    return tuple(ground for ground in GROUND_IDS if ground in ids)


def _within(reading: GroundReading, allowed: frozenset[str]) -> GroundReading:
    outside = tuple(ground for ground in reading.ids if ground not in allowed)
    asked = tuple((words, tuple(c for c in ids if c in allowed)) for words, ids in reading.ambiguous)
    return GroundReading(
        tuple(ground for ground in reading.ids if ground in allowed),
        tuple(ground for ground in reading.denied if ground in allowed),
        asked + tuple((ground, ()) for ground in outside),
        reading.none_stated,
        reading.reasons + tuple(f"This procedure does not list {ground} as a ground." for ground in outside),
    )


# --- Ticked lists ---------------------------------------------------------------------------------


def _read_ticks(ticks: Ticks) -> GroundReading:
    if ticks.doubtful:
        either = tuple((t.label, _read_text(t.label).ids) for t in ticks.items if t.ticked is None)
        return GroundReading(ambiguous=either, reasons=("The marks in the boxes can be taken in two ways.",))
    rest = _read_text(_beside(ticks))
    if not ticks.ticked:
        reason = "No box of the list is ticked."
        return GroundReading(rest.ids, rest.denied, rest.ambiguous, rest.none_stated, (*rest.reasons, reason))
    ids = set(rest.ids)
    asked = list(rest.ambiguous)
    none = False
    for label in ticks.ticked:
        reading = _read_text(label)
        if reading.ids and re.match(r"other\b", label, re.IGNORECASE):
            ids.update(reading.ids)
        elif len(reading.ids) > 1 and re.search(r"\bor\b|/", label):
            asked.append((label, reading.ids))
        elif reading.ids and not reading.ambiguous:
            ids.update(reading.ids)
        elif reading.none_stated or _TICKED_NONE.search(label):
            none = True
        elif not (re.match(r"other", label, re.IGNORECASE) and (rest.ids or rest.ambiguous or rest.none_stated)):
            asked.extend(reading.ambiguous or ((label or "a ticked box", ()),))
    if none and ids:
        asked.append(("none", _ordered(ids)))
    asked = [(words, c) for words, c in asked if not c or not ids & set(c) or words == "none"]
    if any(words == "none" for words, _ in asked):
        ids = set()
    return GroundReading(_ordered(ids), tuple(d for d in rest.denied if d not in ids), tuple(asked), none and not ids and not asked, rest.reasons)


def _beside(ticks: Ticks) -> str:
    """What stands beside the boxes, without the unmarked options of a list marked with a lone "x"."""
    if not ticks.bare:
        return ticks.rest
    lines = ticks.rest.split("\n")
    return "\n".join(line for line in lines if len(line.split()) > 6 or not _read_text(line).ids)


# --- Written text ---------------------------------------------------------------------------------


def _read_text(text: str) -> GroundReading:
    if is_nothing(text) and re.search(r"\w", text):
        return GroundReading(none_stated=True, reasons=("The writer states no ground.",))
    plain = order_text(text)
    mentions = judge(plain.norm, find_mentions(plain.norm))
    mentions, printed = _without_printed_list(plain.norm, mentions)
    mentions = _settle_pairs(plain.norm, mentions)
    asserted = {m.ids[0] for m in mentions if _states(m, Stance.ASSERTED)}
    denied = {m.ids[0] for m in mentions if _states(m, Stance.DENIED)}
    torn = asserted & denied
    asserted, denied = asserted - torn, denied - torn
    refused = _none_said_first(plain.norm, mentions)
    asked = _asked(plain, mentions, asserted, denied, _says_none(plain.norm))
    asked += [(m.text, m.ids) for m in mentions if torn & set(m.ids) and _states(m, Stance.ASSERTED)]
    if printed:
        asked.append(("the form's own list", ()))
    if refused and asserted:
        asked.append((refused, _ordered(asserted)))
        asserted = set()
    none = not asserted and not asked and (any(m.kind is Kind.NONE for m in mentions) or _says_none(plain.norm))
    reasons = _reasons(mentions, asserted, denied, asked, none, printed)
    return GroundReading(_ordered(asserted), _ordered(denied), tuple(asked), none, reasons)


def _states(mention: Mention, stance: Stance) -> bool:
    return mention.kind in (Kind.GROUND, Kind.SLUR) and mention.stance is stance


def _without_printed_list(norm: str, mentions: list[Mention]) -> tuple[list[Mention], bool]:
    """The mentions without a run of many grounds, or a list of examples, that the form itself prints."""
    grounds = [m for m in mentions if m.kind is not Kind.NEUTRAL]
    runs: list[list[Mention]] = []
    for mention in grounds:
        gap = norm[max(m.end for m in runs[-1]) : mention.start] if runs else ""
        if runs and re.fullmatch(r"[\s,;/|.()\-:]*(?:(?:and|or|status|similar|background|membership|of)[\s,;/|.()\-:]*)*", gap):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    dropped: set[Mention] = set()
    for run in runs:
        several = len({m.ids for m in run if m.kind is Kind.GROUND})
        example = re.search(r"\b(?:eg|for example|such as|i e|ie)\W*$", norm[: run[0].start])
        if several >= _LONGEST_LIST or (example and several > 1):
            dropped.update(run)
    kept = [m for m in mentions if m not in dropped]
    left = any(m.ids for m in kept) or any(m.kind is Kind.NONE for m in kept)
    return kept, bool(dropped) and not left


def _settle_pairs(norm: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions that depend on one another: "my husband" of a man; "gender" explained as trans."""
    result = mentions
    male = re.search(r"\b(?:im|i am|as) (?:a )?(?:male|man|gay man)\b", norm)
    female = re.search(r"\b(?:im|i am|as) (?:a )?(?:female|woman|lesbian)\b", norm)
    pair = re.search(r"\b(?:(?:my|a) (?:husband|boyfriend)|(?:married|engaged) to a (?:man|male))\b" if male else r"\b(?:(?:my|a) (?:wife|girlfriend)|(?:married|engaged) to a (?:woman|female))\b", norm) if male or female else None
    if pair:
        result = [m for m in result if m.ids != ("sex",) and (m.kind is not Kind.WEAK_ASK)]
        result.append(Mention(Kind.GROUND, ("sexual orientation",), pair.start(), pair.end(), pair.group()))
    explained = any(m.ids == ("gender reassignment",) and m.stance is Stance.ASSERTED for m in result)
    if explained and re.search(r"\bgender [-:(]", norm):
        result = [m for m in result if m.text != "gender"]
    return sorted(result, key=lambda m: m.start)


_NO_GROUND = re.compile(
    r"\b(?:not|dont|doesnt|no|nothing|isnt|none|never|wasnt|without|cannot|cant)\b(?! (?:know|sure|certain|tell|say|decide))[^.;!?|]*"
    r"\b(?:any|a|the|these|those|listed|protected|of) (?:particular |specific |such |listed |protected )*(?:grounds?|characteristics?|categor(?:y|ies)|list(?:ed)?|above|them|these|those)\b"
)


def _says_none(norm: str) -> bool:
    """Whether the answer says outright that there is no ground."""
    if _NO_GROUND.search(norm) and not re.search(r"\b(?:know|sure|unsure|which|but)\b", norm):
        return True
    return bool(
        re.match(r"(?:none|na|n / a|nil|no grounds?|not applicable|nothing to do with who i am|(?:just |only )?bullying(?: only)?)\b", norm)
        or re.search(r"\b(?:nothing to do with who i am|none of (?:these|the above|them|those)|no protected|(?:just|only|simply) bullying|bullying only|no particular reason)\b", norm)
    )


def _none_said_first(norm: str, mentions: list[Mention]) -> str | None:
    """A "none" that stands before asserted grounds and is not taken back by a "but"."""
    match = re.match(r"(?:none|na|n / a|nil|no grounds?|not applicable)\b", norm)
    if not match or re.match(r" (?:of|other|but)\b", norm[match.end() :]):
        return None
    return None if re.search(r"\b(?:but|however|although|though|except|apart from)\b", norm) else match.group()


def _asked(
    plain: PlainText, mentions: list[Mention], asserted: set[str], denied: set[str], none: bool
) -> list[tuple[str, tuple[str, ...]]]:
    """The words that must be asked about, once what the text settles itself is taken out."""
    bullying = any(m.kind is Kind.NONE for m in mentions)
    found: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        open_ground = _states(mention, Stance.OPEN)
        strong = mention.kind is Kind.ASK and mention.stance is not Stance.DENIED
        weak = mention.kind is Kind.WEAK_ASK and mention.stance is not Stance.DENIED and not asserted and not none
        if weak and bullying and not _is_cause(plain.norm, mention):
            continue
        if not (open_ground or strong or weak) or asserted & set(mention.ids):
            continue
        if asserted and mention.why == OF_ANOTHER:
            continue
        candidates = tuple(c for c in mention.ids if c not in denied or open_ground)
        if mention.ids and not candidates:
            continue
        found.setdefault(plain.written(mention.start, mention.end), candidates)
    return list(found.items())


def _is_cause(norm: str, mention: Mention) -> bool:
    start, _ = sentence_of(norm, mention.start)
    return bool(re.search(r"\b(?:because|cos|due to|since|as|about|over|for)\b(?: \w+){0,4} $", norm[start : mention.start]))


def _reasons(
    mentions: list[Mention],
    asserted: set[str],
    denied: set[str],
    asked: list[tuple[str, tuple[str, ...]]],
    none: bool,
    printed: bool,
) -> tuple[str, ...]:
    """The reading in plain sentences."""
    said = [f'"{m.text}" states {m.ids[0]}.' for m in mentions if _states(m, Stance.ASSERTED) and m.ids[0] in asserted]
    said += [f'"{m.text}": {m.ids[0]} is denied.' for m in mentions if _states(m, Stance.DENIED) and m.ids[0] in denied]
    said += [f'"{m.text}": {m.why}.' for m in mentions if m.stance is Stance.OPEN and m.why]
    said += [f'"{words}" may mean {" or ".join(ids)}.' if ids else f'"{words}" names no ground.' for words, ids in asked]
    if none:
        said.append("The writer states no ground.")
    if printed:
        said.append("The answer is the form's own list, with nothing chosen.")
    if not said:
        said.append("No words for a ground were found.")
    return tuple(dict.fromkeys(said))

"""Chains become mentions: dates, ranges, alternatives, stretches that run on; each with its meaning."""

import datetime as dt
from dataclasses import dataclass, field, replace

from hrdocs.document import ActKind
from hrdocs.rules.dates.chains import Chains
from hrdocs.rules.dates.joints import Joint
from hrdocs.rules.dates.judgement import Use
from hrdocs.rules.dates.meaning import Meaning, Span, shift_days
from hrdocs.rules.dates.operators import Operators
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.resolve import counted_from, resolve_piece

_BEGAN_BEFORE = "is the latest day of something that began before"


@dataclass(slots=True)
class Mention:
    """One dated act (or other date) of the text, before it becomes an `Act`."""

    start: int
    end: int
    meaning: Meaning
    operators: Operators
    use: Use = Use.INCIDENT
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Anchors:
    """What weekdays and bare days are counted from: the last date of an incident, of something else."""

    raised: dt.date
    years: tuple[int, ...]
    incident: dt.date | None = None
    apart: dt.date | None = None

    def resolve(self, piece: Piece, ops: Operators, use: Use) -> Meaning:
        meaning = self._from(self.incident, piece, ops)
        bare = piece.month is None and (piece.kind == "weekday" or (piece.kind == "date" and piece.day))
        if self.apart is not None and bare:  # "on the Friday, 8 August. It was done on the Wednesday"
            counted = self._from(self.apart, piece, ops)
            spans = (*meaning.others, *((counted.span,) if counted.span else ()), *counted.others)
            meaning = meaning._replace(others=tuple(dict.fromkeys(spans)))
        if meaning.span is not None and use is Use.OTHER:
            recent = shift_days(self.raised, -366) <= meaning.span[1] <= self.raised
            self.apart = meaning.span[1] if recent else None
        elif meaning.span is not None:
            self.incident = meaning.span[1]
        return meaning

    def _from(self, anchor: dt.date | None, piece: Piece, ops: Operators) -> Meaning:
        return resolve_piece(piece, ops, raised=self.raised, anchor=anchor, years=self.years)


def build_mentions(chains: Chains, uses: list[Use], *, raised: dt.date) -> list[Mention]:
    """The mentions of a text in order."""
    pieces, operators, joints = chains.pieces, chains.operators, chains.joints
    anchors = _Anchors(raised, _years(pieces, uses, raised))
    mentions: list[Mention] = []
    _take_months(pieces)
    _give_back_years(pieces, uses)
    number = 0
    while number < len(pieces):
        last = _group_end(pieces, joints, number)
        joint = joints[number] if last > number else Joint.TEXT
        if operators[number].week == "weekend" and _names_both_days(pieces, joints, number):
            operators[number].week = ""
        if number and joints[number - 1] is Joint.LIST:
            _share_list(pieces[number], operators[number], operators[number - 1])
        meanings: list[Meaning] = []
        for index in range(number, last + 1):
            ops = operators[index]
            meaning = anchors.resolve(pieces[index], ops, uses[index])
            if meaning.span and (ops.about or (ops.doubt and joint is not Joint.OR)):
                meaning = _loosened(meaning, meaning.span, ops, raised, doubt=joint is not Joint.OR)
            meanings.append(meaning)
        ops = operators[number]
        if last > number:
            ops = _combined_operators(operators[number : last + 1])
            now = pieces[last].relative is not None and meanings[-1].span == (raised, raised)
            meaning = (
                _range(meanings, ops, raised, now=now) if joint is Joint.RANGE else _alternatives(meanings)
            )
            if last + 1 < len(pieces) and joints[last] is Joint.RANGE:
                meaning = meaning._replace(doubts=(*meaning.doubts, "is a range with more than two ends"))
        else:
            meaning = _bent(meanings[0], ops, pieces[number], raised)
        mentions.append(
            Mention(
                pieces[number].start, pieces[last].end, meaning, ops, uses[number], pieces[number : last + 1]
            )
        )
        number = last + 1
    return _without_last_days(_open_and_closed(mentions, raised))


def _take_months(pieces: list[Piece]) -> None:
    """ "The 9th ... 9 October 2024": a bare day that the one whole date gives is that date."""
    whole = [p for p in pieces if p.kind == "date" and p.day and p.month and p.year and not p.inherited]
    if len(whole) != 1:
        return
    for piece in pieces:
        bare = piece.kind == "date" and piece.ordinal and piece.month is None and piece.year is None
        if bare and piece.day == whole[0].day:
            piece.month, piece.year = whole[0].month, whole[0].year


def _give_back_years(pieces: list[Piece], uses: list[Use]) -> None:
    """ "I joined on 4 March 2013. 7 May to 5 July": the year of something else is not that of an incident."""
    apart = {id(piece) for piece, use in zip(pieces, uses, strict=True) if use is Use.OTHER}
    for piece in pieces:
        if piece.year_of is not None and id(piece) not in apart and id(piece.year_of) in apart:
            piece.year, piece.inherited, piece.others = None, False, []


def _share_list(piece: Piece, ops: Operators, before: Operators) -> None:
    """ "W/c 3rd and 10th November": the second is a week as well; "throughout June and July", whole."""
    if piece.kind != "date" or ops.part or ops.week:
        return
    if piece.day is None:
        ops.whole = before.whole if piece.month is not None else ops.whole
    elif piece.weekday is None and not (ops.since or ops.start or ops.before or ops.after):
        ops.week = before.week if before.week in ("commencing", "ending") else ""


def _names_both_days(pieces: list[Piece], joints: list[Joint], number: int) -> bool:
    """ "The weekend of 8-9 November" gives its days itself."""
    return (
        number < len(joints)
        and joints[number] is not Joint.TEXT
        and pieces[number].day is not None
        and pieces[number + 1].day is not None
    )


def _years(pieces: list[Piece], uses: list[Use], raised: dt.date) -> tuple[int, ...]:
    """The years that the text gives, as other readings of dates without one."""
    near = [
        piece.year
        for piece, use in zip(pieces, uses, strict=True)
        if piece.year is not None
        and use is not Use.OTHER
        and not piece.inherited
        and raised.year - 3 <= piece.year <= raised.year
    ]
    return tuple(dict.fromkeys(near)) if near else ()


def _group_end(pieces: list[Piece], joints: list[Joint], number: int) -> int:
    if number >= len(joints):
        return number
    joint = joints[number]
    if joint is Joint.RANGE:
        return number + 1
    if joint is Joint.OR:
        last = number + 1
        while last < len(joints) and joints[last] is Joint.OR:
            last += 1
        return last
    if joint is Joint.SLASH:
        piece = pieces[number]
        whole = piece.day and piece.year and (piece.numeric or piece.end - piece.start > 7)
        more = number + 1 < len(joints) and joints[number + 1] is Joint.SLASH
        before = number > 0 and joints[number - 1] is Joint.SLASH
        return number if whole or more or before else number + 1
    return number


def _combined_operators(group: list[Operators]) -> Operators:
    first, last = group[0], group[-1]
    return replace(
        first, ongoing=last.ongoing, finish=last.finish, about=False, doubt=any(ops.doubt for ops in group),
        loose_after=any(ops.loose_after for ops in group), negated=first.negated,
    )  # fmt: skip


def _loosened(meaning: Meaning, span: Span, ops: Operators, raised: dt.date, *, doubt: bool) -> Meaning:
    """A date "around" which it was: a week either way; one that the writer doubts may be a month out."""
    start, end = span
    spans = [span, *meaning.others]
    others: list[Span] = list(meaning.others)
    if ops.doubt and doubt:
        for first, last in spans:
            others += [(d, d) for d in (shift_days(first, -31), min(shift_days(last, 31), raised))]
    if ops.about:
        if meaning.kind is ActKind.DAY or start == end:
            others = [(shift_days(a, -7), min(shift_days(b, 7), max(raised, a))) for a, b in others]
            start, end = shift_days(start, -7), shift_days(end, 7)
        else:
            others += [(shift_days(a, -7), min(shift_days(b, 7), max(raised, a))) for a, b in spans]
    flags = meaning.flags if "vague" in meaning.flags else (*meaning.flags, "vague")
    kind = ActKind.IMPRECISE if ops.about and meaning.kind is ActKind.DAY else meaning.kind
    return Meaning((start, end), kind, flags, tuple(others), meaning.doubts)


def _bent(meaning: Meaning, ops: Operators, piece: Piece, raised: dt.date) -> Meaning:
    """A single date under `since`, `from`, `before`, `after`, `throughout` and the like."""
    if meaning.span is None:
        return meaning
    stretch = piece.relative is not None and piece.relative.span_words
    if ops.since or ops.ongoing:
        running = _running(meaning, raised, sure=True)
        if ops.final and not ops.since:
            return running._replace(doubts=(*running.doubts, _BEGAN_BEFORE))
        return running
    if ops.start and not stretch:
        return _running(meaning, raised, sure=False)
    if ops.between:
        return meaning._replace(
            doubts=(*meaning.doubts, "follows \u201cbetween\u201d but has no second date")
        )
    if ops.until:
        return Meaning(
            meaning.span,
            ActKind.RANGE,
            meaning.flags,
            meaning.others,
            (*meaning.doubts, "has an end but no beginning"),
        )
    if ops.before or ops.after:
        return _before_or_after(counted_from(piece, meaning), meaning.span, ops, raised)
    if ops.loose_after:
        return meaning._replace(
            doubts=(*meaning.doubts, "is the date of something before or after the incident, perhaps"),
        )
    return _repeated(meaning, ops, raised)


def _before_or_after(meaning: Meaning, span: Span, ops: Operators, raised: dt.date) -> Meaning:
    """Some day before or after; within three weeks where it was "just" before or after.

    "Shortly" sets no bound: to one writer it is a day, to another a season.
    """
    flags = (*meaning.flags, "vague")
    if ops.before and not ops.near:
        doubts = (*meaning.doubts, "only says that it was earlier")
        return Meaning(None, ActKind.IMPRECISE, flags, (), doubts)
    if ops.near:
        spans = [_near(each, raised, before=ops.before) for each in (span, *meaning.others)]
        return Meaning(spans[0], ActKind.IMPRECISE, flags, tuple(spans[1:]), meaning.doubts)
    first = shift_days(span[0], 1)
    others = tuple((day, max(day, raised)) for day, _ in (span, *meaning.others))
    return Meaning((first, max(first, raised)), ActKind.IMPRECISE, flags, others, meaning.doubts)


def _near(span: Span, raised: dt.date, *, before: bool) -> Span:
    if before:
        return shift_days(span[0], -21), shift_days(span[0], -1)
    first = shift_days(span[1], 1)
    return first, max(first, min(shift_days(first, 20), raised))


def _repeated(meaning: Meaning, ops: Operators, raised: dt.date) -> Meaning:
    """A span under "every Friday in", "throughout" and the like is a range."""
    assert meaning.span is not None  # noqa: S101 - checked by the caller
    start, end = meaning.span
    if ops.weekday_every is not None and start != end:
        first = shift_days(start, (ops.weekday_every - start.weekday()) % 7)
        last = shift_days(min(end, raised), -((min(end, raised).weekday() - ops.weekday_every) % 7))
        if first <= last:
            return Meaning((first, last), ActKind.RANGE, meaning.flags, meaning.others, meaning.doubts)
    if (ops.whole or ops.every) and start != end:
        return Meaning(
            (start, min(end, raised) if start <= raised else end),
            ActKind.RANGE,
            meaning.flags,
            meaning.others,
            meaning.doubts,
        )
    return meaning


def _running(meaning: Meaning, raised: dt.date, *, sure: bool) -> Meaning:
    """From a date until the complaint; not sure where only the beginning is given."""
    assert meaning.span is not None  # noqa: S101 - checked by the callers
    start, end = meaning.span
    others = [(end, raised)] if end != start and end <= raised else []
    for first, last in meaning.others:
        others += [(first, raised), (last, raised)] if first != last else [(first, raised)]
    if not sure:
        others += [meaning.span]
    others = [(a, b) for a, b in others if a <= b]
    flags = meaning.flags
    return Meaning(
        (start, max(raised, start)), ActKind.ONGOING, flags, tuple(dict.fromkeys(others)), meaning.doubts
    )


def _range(meanings: list[Meaning], ops: Operators, raised: dt.date, *, now: bool) -> Meaning:
    first, last = meanings
    flags = tuple(dict.fromkeys((*first.flags, *last.flags)))
    doubts = (*first.doubts, *last.doubts)
    if first.span is None or last.span is None:
        known = first.span or last.span
        return Meaning(known, ActKind.RANGE, flags, (), (*doubts, "has an end that is no date"))
    start, end = first.span[0], last.span[1]
    if first.span == last.span and start == end and not ops.ongoing:  # "31 October - Halloween"
        return first._replace(flags=flags, doubts=doubts)
    if first.span[0] > last.span[1]:
        swapped = (last.span[0], first.span[1])
        return Meaning(
            None, ActKind.RANGE, (*flags, "impossible"), (swapped,), (*doubts, "ends before it begins")
        )
    starts = dict.fromkeys(d for span in (first.span, *first.others) for d in span)
    ends = dict.fromkeys(d for span in (last.span, *last.others) for d in span)
    if len(starts) * len(ends) > 64:
        doubts = (*doubts, "can be read in too many ways")
        starts, ends = {start: None}, {end: None}
    others = tuple((a, b) for a in starts for b in ends if a <= b and (a, b) != (start, end))
    if not others and len(ends) > 1:
        doubts = (*doubts, "has ends that do not fit one another")
    kind = ActKind.IMPRECISE if ops.once else ActKind.ONGOING if now else ActKind.RANGE
    if ops.once and "vague" not in flags:
        flags = (*flags, "vague")
    if ops.ongoing:
        return Meaning(
            (start, max(raised, start)),
            ActKind.ONGOING,
            flags,
            tuple((a, raised) for a in starts if a != start),
            doubts,
        )
    return Meaning((start, end), kind, flags, others, doubts)


def _alternatives(meanings: list[Meaning]) -> Meaning:
    spans = [m.span for m in meanings if m.span]
    flags = tuple(dict.fromkeys(flag for m in meanings for flag in m.flags))
    doubts = tuple(doubt for m in meanings for doubt in m.doubts)
    others = tuple(span for m in meanings for span in m.others)
    if not spans:
        return Meaning(None, ActKind.IMPRECISE, flags, others, doubts)
    if len(spans) < len(meanings):
        doubts = (*doubts, "has an alternative that is no date")
    span = (min(s[0] for s in spans), max(s[1] for s in spans))
    flags = flags if "vague" in flags else (*flags, "vague")
    return Meaning(span, ActKind.IMPRECISE, flags, others, doubts)


def _open_and_closed(mentions: list[Mention], raised: dt.date) -> list[Mention]:
    """ "It began on X. … It stopped on Y" is one stretch."""
    kept: list[Mention] = []
    for mention in mentions:
        previous = kept[-1] if kept else None
        if (
            previous is not None
            and (mention.operators.until or mention.operators.final)
            and previous.operators.start
            and len(mention.pieces) == len(previous.pieces) == 1
            and previous.use is not Use.OTHER
            and mention.meaning.span
            and previous.meaning.span
            and previous.meaning.span[0] <= mention.meaning.span[1]
        ):
            span = (previous.meaning.span[0], mention.meaning.span[1])
            doubts = tuple(d for d in mention.meaning.doubts if "no beginning" not in d)
            others = [(a, span[1]) for a, b in previous.meaning.others if a <= span[1] and b == raised]
            flags = tuple(dict.fromkeys((*previous.meaning.flags, *mention.meaning.flags)))
            previous.meaning = Meaning(
                span, ActKind.RANGE, flags, tuple(others), (*previous.meaning.doubts, *doubts)
            )
            previous.end = mention.end
            continue
        kept.append(mention)
    return kept


def _without_last_days(mentions: list[Mention]) -> list[Mention]:
    """The latest day of a stretch is no doubt where the text also says since when it has run."""
    runs = any(
        m.operators.since and m.meaning.kind is ActKind.ONGOING and m.use is not Use.OTHER for m in mentions
    )
    for mention in mentions if runs else ():
        doubts = tuple(doubt for doubt in mention.meaning.doubts if doubt != _BEGAN_BEFORE)
        mention.meaning = mention.meaning._replace(doubts=doubts)
    return mentions


def clip(meaning: Meaning, raised: dt.date) -> Meaning:
    """Imprecise spans stop at the date raised; anything after it is `future` and for a person."""
    span = meaning.span
    if span is None or (
        span[1] <= raised
        and (meaning.kind is not ActKind.DAY or span[0] == span[1])
        and all(last <= raised for _, last in meaning.others)
    ):
        return meaning
    flags, doubts = list(meaning.flags), list(meaning.doubts)
    if span[0] > raised:
        flags.append("future")
        doubts.append("is after the date the complaint was raised")
    elif span[1] > raised:
        if meaning.kind is ActKind.IMPRECISE or (
            "vague" in flags and any(b <= raised for _, b in meaning.others)
        ):
            span = (span[0], raised)
        else:
            flags.append("future")
            doubts.append("runs beyond the date the complaint was raised")
    others: list[Span] = []
    for first, last in meaning.others:
        if first <= raised:
            others.append((first, min(last, raised)))
    if meaning.kind is ActKind.DAY and span[0] != span[1]:
        return Meaning(span, ActKind.IMPRECISE, tuple(flags), tuple(others), tuple(doubts))
    return Meaning(
        span, meaning.kind, tuple(dict.fromkeys(flags)), tuple(dict.fromkeys(others)), tuple(doubts)
    )

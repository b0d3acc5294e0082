"""Free text to dated acts: the whole reading, with what it leaves unread.

No date is dropped in silence: one that is not of an incident is kept among the others, and words that
speak of further dates that are not given become an act for a person to ask about.
"""

import datetime as dt
import re
from dataclasses import replace

from hrdocs.document import Act, ActKind, DateReading
from hrdocs.rules.dates.canonical import make_canonical
from hrdocs.rules.dates.chains import join_pieces
from hrdocs.rules.dates.doubts import mark_doubts
from hrdocs.rules.dates.judgement import Use
from hrdocs.rules.dates.meaning import Meaning
from hrdocs.rules.dates.mentions import Mention, build_mentions, clip
from hrdocs.rules.dates.named import name_in_nation
from hrdocs.rules.dates.noise import blank_noise
from hrdocs.rules.dates.people import hide_people, names_people
from hrdocs.rules.dates.remainder import find_remainder
from hrdocs.rules.dates.resolve import write_day
from hrdocs.rules.dates.running import only_the_last, run_on
from hrdocs.rules.dates.scanning import scan_pieces
from hrdocs.rules.dates.uses import find_uses
from hrdocs.rules.dates.words import WEEKDAYS
from hrdocs.rules.spacing import Places, even_out

# The form's own label, written again before the answer.
_LABEL = re.compile(
    r"\A\s*(?:(?:the )?dates?(?:\(s\))?(?: and times?)?(?: of)? (?:the |each |any |alleged )*(?:incident|"
    r"event|act|"
    r"harassment|bullying|behaviour)s?(?:\(s\))?\s*[:-]|dates?(?:\(s\))?\s*:|when(?: did (?:it|this) "
    r"happen)?\s*[:?]+)"
    r"\s*(?=\S)",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = dt.date(1700, 1, 1), dt.date(9900, 12, 31)  # the calendar's edges are no complaints
_RUNNING = (ActKind.RANGE, ActKind.ONGOING)


def find_incidents(text: str, *, raised: dt.date, nation: str = "") -> DateReading:
    """Every act that a text dates, with every other reading of it, in the order written.

    `raised` is the date the complaint was raised; relative words and missing years count from it.
    `nation` is the id of its calendar of bank holidays, where that is known.
    """
    even, places = even_out(text, without=_LABEL)
    reading = _find(even, min(max(raised, _FIRST_YEAR), _LAST_YEAR), nation)
    return reading if places is None else _put_back(reading, text, places)


def _put_back(reading: DateReading, text: str, places: Places) -> DateReading:
    """The reading with its acts as they stand in the text that was written."""

    def put(act: Act) -> Act:
        start = act.offset or 0
        first, last = places[start], places[start + len(act.text) - 1] + 1 if act.text else places[start]
        return replace(act, text=text[first:last], offset=first)

    return replace(reading, acts=tuple(map(put, reading.acts)), others=tuple(map(put, reading.others)))


def _find(text: str, raised: dt.date, nation: str) -> DateReading:
    canonical = make_canonical(text)
    if names_people(text):
        canonical = canonical._replace(text=hide_people(text, canonical.text))
    plain = blank_noise(canonical)
    pieces = scan_pieces(plain, text, canonical.words)
    for piece in pieces if nation else ():
        piece.name = name_in_nation(piece.name, nation)
    chains = join_pieces(plain, pieces, raised)
    mark_doubts(canonical, chains)
    uses = find_uses(plain, chains)
    mentions = build_mentions(chains, uses, raised=raised)
    remainder = find_remainder(plain, mentions, chains.leftovers)
    return _reading(text, mentions, remainder, raised)


def find_dates_in_narrative(text: str, *, raised: dt.date) -> tuple[Act, ...]:
    """The dates in a narrative, each with its place: suggestions for a person, never answers."""
    reading = find_incidents(text, raised=raised)
    found = [act for act in (*reading.acts, *reading.others) if act.start is not None]
    return tuple(sorted(found, key=lambda act: act.offset or 0))


def _act(text: str, mention: Mention, raised: dt.date, *, alone: bool) -> tuple[Act, list[str]]:
    meaning = clip(mention.meaning, raised)
    start, end = _extent(text, mention)
    written = text[start:end]
    reasons = [_reason(written, meaning, doubt) for doubt in meaning.doubts]
    flags = list(dict.fromkeys(meaning.flags))
    review = bool(meaning.doubts)
    likely = mention.use is Use.LIKELY
    unsure = likely or mention.use is Use.UNSURE
    if mention.use is Use.UNSURE:
        review = review or alone
        reasons.append(f"It is not clear whether \u201c{written}\u201d is the date of an incident.")
    if meaning.span is None and not review:
        review = True
        reasons.append(f"\u201c{written}\u201d gives no day.")
    first, last = meaning.span or (None, None)
    others = meaning.others and tuple(span for span in meaning.others if span != meaning.span)
    return Act(
        written, first, last, meaning.kind, tuple(flags), review, others, start, unsure, likely
    ), reasons


def _reason(written: str, meaning: Meaning, doubt: str) -> str:
    if meaning.span and doubt.startswith("was a "):
        return f"{write_day(meaning.span[0])} {doubt}."
    return f"\u201c{written}\u201d {doubt}."


def _extent(text: str, mention: Mention) -> tuple[int, int]:
    ops = mention.operators
    start, end = mention.start, mention.end
    if ops.begin is not None and (
        ops.since
        or ops.week
        or ops.part
        or ops.about
        or ops.between
        or ops.start
        or ops.whole
        or ops.every
        or ops.before
        or ops.after
        or ops.until
    ):
        start = min(start, ops.begin)
    if ops.finish is not None and ops.ongoing:
        end = max(end, ops.finish)
    while end > start and text[end - 1] in " ,;(\n\t-":
        end -= 1
    while start < end and text[start] in " ,;(\n\t":
        start += 1
    return start, end


def _reading(
    text: str,
    mentions: list[Mention],
    remainder: list[tuple[int, int, str, str]],
    raised: dt.date,
) -> DateReading:
    acts: list[Act] = []
    others: list[Act] = []
    reasons: list[str] = []
    if any(m.use is Use.INCIDENT for m in mentions):
        for mention in mentions:
            span = mention.meaning.span
            if mention.use is Use.UNSURE and span and span[0] > raised:
                mention.use = Use.OTHER
    kept = [m for m in mentions if m.use is not Use.OTHER and not m.operators.negated]
    remainder = [
        left
        for left in remainder
        if left[2] not in ("recurring", "runs") or not _says_which(text, kept, left[0], left[1])
    ]
    run_on(kept, remainder, raised)
    uses = [m.use for m in kept]
    alone = Use.INCIDENT not in uses and uses.count(Use.UNSURE) >= uses.count(Use.LIKELY)
    for mention in mentions:
        act, why = _act(text, mention, raised, alone=alone)
        if mention.use is not Use.OTHER and not mention.operators.negated:
            acts.append(act)
            reasons += why
        else:
            others.append(act)
            what = "is denied in the text" if mention.operators.negated else "is not the date of an incident"
            reasons.append(f"\u201c{act.text}\u201d {what}.")
    for start, end, code, reason in remainder:
        if not kept and code != "number":
            reasons.append(reason)
            continue
        if (
            code == "runs"
            or (code == "ongoing" and not only_the_last(kept))
            or (code in ("recurring", "several") and _covers(kept))
            or (code == "several" and len(kept) > 1)
            or (code == "unknown" and _all_loose(kept))
            or (code == "elsewhere" and _is_evidence(text, kept, start, end))
            or (code == "relative" and text[start:end].lower().startswith("for ") and _runs(kept))
        ):
            continue
        acts.append(Act(text[start:end], None, None, ActKind.IMPRECISE, ("vague",), True, (), start))
        reasons.append(reason)
    acts = _without_repeats(acts)
    flags = [flag for act in acts for flag in act.flags]
    if not acts:
        flags.append("none-found")
        reasons.append("No date of an incident was found in the text.")
    return DateReading(tuple(acts), tuple(dict.fromkeys(flags)), tuple(others), tuple(dict.fromkeys(reasons)))


def _without_repeats(acts: list[Act]) -> list[Act]:
    """A day that is said twice ("Yesterday, Wednesday 13 August") is one act."""
    kept: list[Act] = []
    seen: set[tuple[dt.date | None, bool]] = set()
    for act in acts:
        day = (act.start, act.unsure)
        sure = act.kind is ActKind.DAY and not act.review
        if not (sure and day in seen and not (act.readings or act.flags)):
            kept.append(act)
        if sure and act.start == act.end:
            seen.add(day)
    return kept


def _says_which(text: str, kept: list[Mention], start: int, end: int) -> bool:
    """Whether words of recurrence only say what listed days have in common: their weekday, the occasion."""
    days = [m.meaning.span[0] for m in kept if m.meaning.span and m.meaning.kind is ActKind.DAY]
    if len(days) < max(2, len(kept)):
        return False
    weekday = _WEEKDAY.search(text[start:end].lower())
    if weekday:
        return {day.weekday() for day in days} == {WEEKDAYS.index(weekday[0][:3])}
    return start >= kept[-1].end and bool(_EACH_OF_THEM.match(text[start - 1 :].lower()))


_WEEKDAY = re.compile(rf"(?<![a-z])(?:{'|'.join(WEEKDAYS)})")
_EACH_OF_THEM = re.compile(
    r"[^a-z](?:always|each time|every time(?: i)?|whenever)(?! (?:since|after|until|from))(?![a-z])"
)


def _covers(kept: list[Mention]) -> bool:
    return any(m.meaning.kind in _RUNNING or (m.meaning.kind is ActKind.IMPRECISE) for m in kept)


def _runs(kept: list[Mention]) -> bool:
    return any(m.meaning.kind is ActKind.ONGOING for m in kept)


def _is_evidence(text: str, kept: list[Mention], start: int, end: int) -> bool:
    """Whether what is pointed to behind a date is evidence of it, and holds no more dates."""
    exact = all(m.meaning.span and "vague" not in m.meaning.flags for m in kept)
    around = text[max(0, start - 30) : end + 30].lower()
    return exact and kept[0].end <= start and not _MORE_THERE.search(around)


_MORE_THERE = re.compile(
    r"(?<![a-z])(?:others?|dates|more|rest|list|incidents|times|occasions|further|full(?! (?:details?|"
    r"statement|account|story|description))|all|ke(?:ep|"
    r"pt)[a-z]*|every)"
    r"(?![a-z])"
)


def _all_loose(kept: list[Mention]) -> bool:
    return all(m.meaning.kind is not ActKind.DAY or m.operators.doubt or m.operators.about for m in kept)

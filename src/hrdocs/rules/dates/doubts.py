"""Why a person must look at a piece: mended signs, odd years, numbers that may be times."""

import re

from hrdocs.rules.dates.canonical import Canonical
from hrdocs.rules.dates.chains import AFTER_NOUN, Chains
from hrdocs.rules.dates.joints import Joint
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.words import MONTHS

_ODD_YEAR = re.compile(
    r"[ ,./-]{1,2}(?:(?!1[0-2]?\d\d\b)\d{3,4}|\d{5,6})(?![\d:/.]|"
    r" ?[a-z])"
)


# "I write it the American way"
_MONTH_FIRST = re.compile(
    r"(?<![a-z])(?:american(?:ised|ized)? (?:way|style|format|order|date|dates|system)|u\.?s\.? (?:way|"
    r"style|format|"
    r"order|date)|month (?:first|before)|mm.dd)(?![a-z])"
)


def mark_doubts(canonical: Canonical, chains: Chains) -> None:
    """Scanning noise that may have been mended wrongly is a doubt of the piece it stands in."""
    pieces = chains.pieces
    for piece in _touched(pieces, canonical.doubtful) if canonical.doubtful else ():
        piece.doubts.append("holds letters read as digits that could be other digits")
    for piece in _touched(pieces, canonical.mended) if canonical.mended else ():
        piece.flags.append("mended")
    if canonical.either:
        _mark_months(pieces, dict(canonical.either))
    for piece in pieces:
        if piece.kind == "weekday" and _SOME.search(canonical.text[max(0, piece.start - 5) : piece.start]):
            piece.doubts.append("names a weekday and no day")
        if piece.kind != "date":
            continue
        if piece.year is None and piece.month and _ODD_YEAR.match(canonical.text, piece.end):
            piece.doubts.append("is followed by a year that cannot be read")
    _mark_numbers(canonical, chains)
    _mark_years(chains)
    if any("unusual-order" in piece.flags for piece in pieces) or _MONTH_FIRST.search(canonical.text):
        _mark_order(pieces)


_SOME = re.compile(r"(?<![a-z])(?:an?|one|some|any) $")


def _mark_months(pieces: list[Piece], choices: dict[int, tuple[str, ...]]) -> None:
    """A word that may be one of several months gives every one of them."""
    for piece in pieces:
        codes = next((codes for at, codes in choices.items() if piece.start <= at < piece.end), ())
        piece.others += [
            (piece.day, MONTHS.index(code) + 1, piece.year) for code in codes[1:] if code in MONTHS
        ]
        if codes:
            piece.doubts.append("has a month that may be one of several")


def _mark_order(pieces: list[Piece]) -> None:
    """Where one date is month first, the others may be."""
    for piece in pieces:
        usual = piece.numeric and "unusual-order" not in piece.flags
        if usual and piece.day and piece.month and piece.day <= 12:
            piece.others.append((piece.month, piece.day, piece.year))


def _mark_years(chains: Chains) -> None:
    """A year by itself beside days is a doubt, where no range or stretch begins or ends with it."""
    if len(chains.pieces) < 2 or not any(p.day or p.weekday is not None for p in chains.pieces):
        return
    for number, (piece, ops) in enumerate(zip(chains.pieces, chains.operators, strict=True)):
        if piece.kind != "date" or not piece.year or piece.month or piece.day or piece.year_end:
            continue
        joined = Joint.RANGE in chains.joints[max(0, number - 1) : number + 1]
        if not (joined or ops.since or ops.start or ops.ongoing or ops.until or ops.part):
            piece.doubts.append("is a year by itself beside other dates")


def _touched(pieces: list[Piece], spans: tuple[tuple[int, int], ...]) -> list[Piece]:
    """The pieces that share a character with any of the spans."""
    found: list[Piece] = []
    ordered = sorted(spans)
    at = 0
    for piece in pieces if ordered else ():
        while at < len(ordered) and ordered[at][1] <= piece.start:
            at += 1
        if at < len(ordered) and ordered[at][0] < piece.end:
            found.append(piece)
    return found


def _mark_numbers(canonical: Canonical, chains: Chains) -> None:
    """Numbers that could be a time beside a written date, and years beside a word that may be a month."""
    written = [
        p
        for p in chains.pieces
        if p.year
        and p.month
        and p.day
        and not p.inherited
        and not _DAY_AND_MONTH.fullmatch(canonical.text, p.start, p.end)
    ]
    for piece in chains.pieces:
        if "time-like" in piece.flags:
            piece.flags.remove("time-like")
            if any("." not in canonical.text[p.start : p.end] for p in written):
                piece.doubts.append("may be a date or a time")
        before = canonical.text[max(0, piece.start - 24) : piece.start]
        numbered = _NUMBER_OF.search(before) or (written and AFTER_NOUN.search(before))
        if numbered and _DAY_AND_MONTH.fullmatch(canonical.text, piece.start, piece.end):
            piece.doubts.append("stands after a word that may make it the number of something else")
        if piece.month is None and piece.day and _TORN_MONTH.match(canonical.text, piece.end):
            piece.doubts.append("stands beside a month that cannot be read")
        if piece.month is None and piece.day is None and piece.kind == "date" and _ODD_MONTH.search(before):
            piece.doubts.append("stands beside a number and a word that may be a month")


_DAY_AND_MONTH = re.compile(r"\d{1,2}[/.-]\d{1,2}")
_NUMBER_OF = re.compile(
    r"(?<![a-z])(?:entry|entries|item|frame|clip|minute|serial|docket|batch|load|job|order) (?:no\.? )?$"
)
# "2nd of J---", "the 4th of ??"
_TORN_MONTH = re.compile(r" ?(?:of )?(?:[a-z]{1,4} ?(?:-{2,}|\.{2,}|\*+|\?+)|-{2,}|\*{2,}|\?{2,})")
_ODD_MONTH = re.compile(r"(?<![\d/.:])\d{1,2}(?:st|nd|rd|th)?~* (?:of )?[a-z]{3,12}[ ,.]*$")

"""Two pieces that say one date: "the Christmas party on 12 December", "last month (November)"."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from hrdocs.rules.dates.meaning import Span
from hrdocs.rules.dates.named import MEANINGS, last_day
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.resolve import find_date
from hrdocs.rules.dates.words import WEEKDAY

_THE_SAME = re.compile(
    r"(?: (?:night|evening|party|weekend|day|event|of|in work|at work))*[ ¤,:(-]*(?:which was |was |held )?"
    r"(?:on )?(?:the )?"
)
_THAT_IS = re.compile(r"(?: (?:in|which was|i\.?e\.?|being))?[ ,(-]{1,3}(?:i\.?e\.?,? |in |the )?")
_NAMELY = re.compile(r"[ ,(:-]{1,3}(?:(?:i\.?e\.?|namely|on|the) ?,? ?)*")
_IN_BRACKETS = re.compile(r"(?: [a-z]+){1,3} ?[(:] ?")
_HOLIDAY = re.compile(r" (?:bank |public )?holidays?[ ,:(-]*(?:which was |was )?(?:on )?(?:the )?")
_PART_OF = re.compile(
    r" (?:(?:at|in|around|about|towards?|near) )?(?:the )?(?:very )?(?:end|start|beginning|middle|early|"
    r"late|mid)"
    r"(?: of)?(?: the)?[ -]"
)
_OF = re.compile(r" (?:of|day of|in)(?: the)?(?: month of)? ")


def join_appositions(text: str, pieces: list[Piece], raised: dt.date) -> list[Piece]:
    """The pieces without names and relative words that the date behind them says again."""
    kept: list[Piece] = []
    for piece in pieces:
        previous = kept[-1] if kept else None
        gap = text[previous.end : piece.start] if previous else ""
        if (
            previous
            and previous.kind == "int"
            and _OF.fullmatch(gap)
            and _give_month(previous, piece, raised)
        ):
            continue
        if previous and previous.kind == "weekday" and _PART_OF.fullmatch(gap) and _is_month(piece):
            kept.pop()  # "a Friday at the end of March"
        elif (
            previous and previous.kind == "weekday" and _OF.fullmatch(gap) and _is_nth(text, previous, piece)
        ):
            kept.pop()
        elif previous and previous.kind == "named" and piece.kind == "int" and _IN_PARENS.fullmatch(gap):
            _name_day(previous, piece, raised)
            piece.start = kept.pop().start if piece.month else piece.start
        elif previous and piece.kind == "date" and _says_again(previous, piece, gap, raised):
            piece.start = kept.pop().start
        kept.append(piece)
    named = any(piece.kind == "weekday" for piece in kept)
    return _without_said_again(text, kept, raised) if named else kept


def _without_said_again(text: str, pieces: list[Piece], raised: dt.date) -> list[Piece]:
    """The pieces without a weekday that the next date falls on ("a Tuesday as I was on lates, 3 June")."""
    kept: list[Piece] = []
    for piece, following in itertools.pairwise((*pieces, None)):
        if piece and piece.kind == "weekday" and following and following.day and following.month:
            gap = text[piece.end : following.start]
            again = _AGAIN.search(gap) or _STOP.search(gap)
            if not again and _falls_on(following, piece.weekday, raised):
                continue
            if not again and not piece.name:
                piece.doubts.append("is a weekday beside a date that does not fall on it")
        if piece:
            kept.append(piece)
    return kept


_STOP = re.compile(r"[.;\n]\s")
_AGAIN = re.compile(r"(?<![a-z])(?:and|again|also|then|plus|next)(?![a-z])|[&+]")


def _falls_on(piece: Piece, weekday: int | None, raised: dt.date) -> bool:
    years = (piece.year,) if piece.year else (raised.year, raised.year - 1)
    days = (find_date(piece.day, piece.month, year) for year in years)
    return any(day is not None and day <= raised and day.weekday() == weekday for day in days)


def _is_month(piece: Piece) -> bool:
    return piece.kind == "date" and bool(piece.month) and not piece.day


def _is_nth(text: str, weekday: Piece, month: Piece) -> bool:
    """ "The second Tuesday of January" is a day of that month, "one Tuesday in January" some day of it."""
    if not _is_month(month):
        return False
    match = _NTH.search(text[max(0, weekday.start - 12) : weekday.start])
    if match:
        month.part = f"nth:{weekday.weekday}:{_COUNTS[match[1]]}"
    month.start = weekday.start - (len(match.group()) if match else 0)
    return True


_COUNTS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1,
}  # fmt: skip
_NTH = re.compile(rf"(?<![a-z0-9])({'|'.join(_COUNTS)})~* $")


def _says_again(first: Piece, piece: Piece, gap: str, raised: dt.date) -> bool:
    if first.kind == "named":
        return bool(piece.day and _THE_SAME.fullmatch(gap)) and _lies_within(first.name, piece, raised)
    if (first.day, first.month, piece.month) == (12, 7, 7) and _HOLIDAY.fullmatch(gap):
        return 11 <= (piece.day or 0) <= 14
    if first.kind == "date" and not first.day and not first.year:
        return bool(piece.day and piece.month == first.month and _IN_BRACKETS.fullmatch(gap))
    if first.kind == "relative" and piece.day and _span_of(first, raised) is None and _NAMELY.fullmatch(gap):
        return first.relative is not None and first.relative.anchored
    if (
        first.kind != "relative"
        or not piece.month
        or not _THAT_IS.fullmatch(gap)
        or piece.weekday is not None
    ):
        return False
    span = _span_of(first, raised)
    years = (piece.year,) if piece.year else (raised.year, raised.year - 1)
    days = [find_date(piece.day or 1, piece.month, year) for year in years]
    return span is not None and any(day and span[0] <= day <= span[1] for day in days)


# "August Bank Holiday 2025 (25th)"
_IN_PARENS = re.compile(rf"(?: {WEEKDAY})?(?: (?:19|20)\d\d)? ?[,(] ?(?:the )?")


def _name_day(named: Piece, number: Piece, raised: dt.date) -> None:
    """A bare day behind a named one is that day where one of its readings falls on it."""
    for _, spans in _readings(named.name, named.year, raised):
        for first, last in spans:
            if first == last and first.day == number.day and first <= raised:
                number.month, number.year, number.kind = first.month, first.year, "date"
                return


def _lies_within(name: str, piece: Piece, raised: dt.date) -> bool:
    for year, spans in _readings(name, piece.year, raised):
        day = find_date(piece.day, piece.month, year)
        if day and any(a <= day <= b for a, b in spans):
            return True
    return False


def _readings(name: str, year: int | None, raised: dt.date) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """What a named day may mean in its year, or in that of the complaint and the one before."""
    for each in (year,) if year else (raised.year, raised.year - 1):
        if 1600 <= each <= 9000:
            meaning = MEANINGS[name](each)
            yield each, (meaning.span, *meaning.others)


def _give_month(number: Piece, relative: Piece, raised: dt.date) -> bool:
    """ "The 3rd of last month" has its month from the words behind it."""
    span = _span_of(relative, raised) if relative.kind == "relative" else None
    if span is None or span[0].day != 1 or last_day(span[0].year, span[0].month) < span[1]:
        return False
    number.month, number.year, number.end = span[0].month, span[0].year, relative.end
    number.kind = "date"
    return True


def _span_of(piece: Piece, raised: dt.date) -> Span | None:
    meaning = piece.relative.resolve(raised, None) if piece.relative else None
    return meaning.span if meaning else None

"""Neighbouring pieces joined: weekdays to their dates, days to their months, months to their years."""

import datetime as dt
import itertools
import re
from dataclasses import dataclass

from hrdocs.rules.dates.appositions import join_appositions
from hrdocs.rules.dates.joints import Joint, find_joint
from hrdocs.rules.dates.named import MEANINGS
from hrdocs.rules.dates.operators import Operators, find_operators
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.resolve import find_date
from hrdocs.rules.dates.words import MONTH, WEEKDAY

_WEEKDAY_THEN = re.compile(
    r"(?: (?:there|past|gone|just gone|week|am|pm|early|late|(?:early |late )?(?:morning|afternoon|"
    r"evening|night|"
    r"lunchtime|day)s?|(?:morning |afternoon |evening |night |day |early |late |back )?shift))?[ "
    r".,-]{0,3}(?:(?:the|on|on the|of|dated?) ?)?[ (]{0,2}"
)
_THEN_WEEKDAY = re.compile(r"[ ,(-]{0,4}(?:(?:a|on a|which was a|it was a|was a|being a|the) )?")
AFTER_NOUN = re.compile(
    r"(?<![a-z])(?!(?:on|the|and|from|between|to|of|or|in|dates?|incidents?|occurred|happened|also|"
    r"then|both|either|around|about"
    r"|since|until|was|were|comments|remarks|insults|jokes|texts|messages|abuse|harassment|bullying|"
    r"weekend|night|approx|circa|days|again|plus)\b)[a-z]{3,} $"
)
_EVERY = re.compile(r"\b(?:every|each|most|alternate) (?:single |other )?$")
_BESIDE = re.compile(r" (before|after|preceding|following) (?:the )?")
_YEAR_AFTER = re.compile(
    r"(?: \([a-z ]{1,30}\)| (?:bank |public )?(?:holidays?|weekend|parades?))? ?[,(-]{0,2} ?(?:(?:all|"
    r"both|all of them|each) (?:in |of |during )?|in|of|"
    r"(?:of )?the year|year|"
    r"month(?: of)?)? ?"
)
_YEAR_BEFORE = re.compile(r" ?[:,(-]{0,2} ?(?:(?:on|the|dates?|in|from|between) ?){0,3}")
_HEADER = re.compile(
    r"[ \n:(,.-]{0,4}(?:(?:on|the|dates?|both|namely|i\.?e\.?|and|days|specifically) ?){0,4}[ "
    r":(]{0,2}"
)


@dataclass(slots=True)
class Chains:
    """Pieces with their operators, and the joint from each to the next."""

    pieces: list[Piece]
    operators: list[Operators]
    joints: list[Joint]
    leftovers: list[Piece]


def join_pieces(text: str, pieces: list[Piece], raised: dt.date) -> Chains:
    """The pieces joined and shared out; `leftovers` are numbers that found no month."""
    pieces = _join_weekdays(text, pieces)
    pieces = join_appositions(text, _join_years(text, pieces), raised)
    operators = _operators(text, pieces)
    joints = _joints(text, pieces, operators)
    _share_months(text, pieces, joints)
    kept, leftovers = [], []
    for piece in pieces:
        if piece.kind == "int" and piece.month is None:
            if _is_day(text, piece):
                piece.kind = "date"
                kept.append(piece)
            else:
                leftovers.append(piece)
        elif piece.kind != "header":
            piece.kind = "date" if piece.kind == "int" else piece.kind
            kept.append(piece)
    if len(kept) != len(pieces):
        operators = _operators(text, kept)
        joints = _joints(text, kept, operators)
    _share_years(kept, joints, raised)
    return Chains(kept, operators, joints, leftovers)


def _operators(text: str, pieces: list[Piece]) -> list[Operators]:
    found = []
    for number, piece in enumerate(pieces):
        left = pieces[number - 1].end if number else 0
        right = pieces[number + 1].start if number + 1 < len(pieces) else len(text)
        found.append(find_operators(text, piece.start, piece.end, left, right))
    return found


def _joints(text: str, pieces: list[Piece], operators: list[Operators]) -> list[Joint]:
    return [
        find_joint(text[a.end : b.start], between=ops.between)
        for a, b, ops in zip(pieces, pieces[1:], operators, strict=False)
    ]


def _join_weekdays(text: str, pieces: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if piece.kind == "weekday" and _share_weekdays(text, pieces, number):
            continue
        if piece.kind == "weekday":
            if _EVERY.search(text[max(0, piece.start - 20) : piece.start]):
                continue
            if (
                _takes_weekday(following)
                and following
                and _WEEKDAY_THEN.fullmatch(text[piece.end : following.start])
            ):
                following.weekday, following.start = piece.weekday, piece.start
                continue
            beside = _BESIDE.fullmatch(text[piece.end : following.start]) if following else None
            if beside and following and following.beside is None and _takes_weekday(following):
                following.beside, following.start = (piece.weekday or 0, beside[1]), piece.start
                continue
            previous = kept[-1] if kept else None
            if (
                (_takes_weekday(previous) or _lacks_weekday(previous))
                and previous
                and _THEN_WEEKDAY.fullmatch(text[previous.end : piece.start])
            ):
                previous.weekday, previous.end = piece.weekday, piece.end
                if text[previous.end : previous.end + 1] == ")":
                    previous.end += 1
                continue
        kept.append(piece)
    return kept


def _share_weekdays(text: str, pieces: list[Piece], number: int) -> bool:
    """ "Tues-Thurs 16-18 September": two weekdays, then their days."""
    four = pieces[number : number + 4]
    if number and pieces[number - 1].name == "shared":
        return True
    if (
        len(four) < 4
        or four[1].kind != "weekday"
        or not (_takes_weekday(four[2]) and _takes_weekday(four[3]))
        or not _PAIR.fullmatch(text[four[0].end : four[1].start])
        or not _WEEKDAY_THEN.fullmatch(text[four[1].end : four[2].start])
        or not _PAIR.fullmatch(text[four[2].end : four[3].start])
    ):
        return False
    four[0].name = "shared"
    four[2].weekday, four[3].weekday, four[2].start = four[0].weekday, four[1].weekday, four[0].start
    return True


_PAIR = re.compile(r" ?(?:-|/|&|,|to|and) ?")


def _takes_weekday(piece: Piece | None) -> bool:
    return piece is not None and piece.weekday is None and (piece.kind == "named" or (piece.day is not None))


def _lacks_weekday(piece: Piece | None) -> bool:
    """Whether a weekday behind a relative word ("yesterday (Thursday)") belongs to it."""
    return (
        piece is not None
        and piece.weekday is None
        and piece.relative is not None
        and not piece.relative.span_words
        and piece.relative.year_shift is None
    )


def _join_years(text: str, pieces: list[Piece]) -> list[Piece]:
    """Years joined to the date before or after them; one that heads a list gives its year to all of it."""
    kept: list[Piece] = []
    header: Piece | None = None
    listed: Piece | None = None
    for piece, following in itertools.zip_longest(pieces, pieces[1:]):
        if following is not None and _lacks_year(following) and _heads_list(text, piece):
            header, listed = None, piece
            continue
        if listed is not None and _lacks_year(piece):
            if piece.kind != "int":
                _give_year(piece, listed)
            kept.append(piece)
            continue
        listed = None
        if _ends_list(text, kept, piece):
            continue
        if header is not None and _lacks_year(piece) and piece.kind != "int":
            if kept and kept[-1] is header:
                kept.pop()
            _give_year(piece, header)
            piece.inherited = False
        header = piece if _is_year(piece) else None
        if header is not None and not (piece.year_end is None and _heads(text[piece.end : piece.end + 24])):
            header = None
        kept.append(piece)
    return kept


def _ends_list(text: str, kept: list[Piece], piece: Piece) -> bool:
    """Whether a year belongs to the date before it, or to "all" of those before; they are given it."""
    if not kept or not _lacks_year(kept[-1]) or not _is_year(piece):
        return False
    gap = text[kept[-1].end : piece.start]
    if not _YEAR_AFTER.fullmatch(gap) and gap.strip() not in ("last", "this"):
        return False
    shared = re.search(r"all|both|each", gap)
    for earlier in reversed(kept if shared else kept[-1:]):
        if not _lacks_year(earlier):
            break
        _give_year(earlier, piece)
    kept[-1].end = piece.end
    return True


def _heads_list(text: str, piece: Piece) -> bool:
    """ "2024: 3 June, 5 July": a year on its own at the start of a list of dates."""
    if not _is_year(piece) or piece.kind == "relative" or piece.year_end is not None:
        return False
    lead = text[max(0, piece.start - 12) : piece.start]
    return bool(_LIST_LEAD.search(lead) and _LIST_BEGINS.match(text, piece.end))


_LIST_LEAD = re.compile(r"(?:^|[\n.;,(*])[ (*-]*(?:and )?(?:in |during )?$")
_LIST_BEGINS = re.compile(
    rf"\)?(?: ?[:-]+\s*|\s*\n|(?<=\)) )[ *-]*(?:on )?(?:the )?(?:\d{{1,2}}(?!\d)|{MONTH}|{WEEKDAY})"
)


_DAY_OR_WORD = re.compile(r"\d|[a-z]{3}")


def _heads(after: str) -> bool:
    match = _YEAR_BEFORE.match(after)
    return match is not None and _DAY_OR_WORD.match(after, match.end()) is not None


def _is_year(piece: Piece) -> bool:
    if piece.kind == "relative":
        return piece.relative is not None and piece.relative.year_shift is not None
    return (
        piece.kind == "date"
        and piece.year is not None
        and piece.month is None
        and piece.day is None
        and piece.year_end is None
    )


def _lacks_year(piece: Piece) -> bool:
    if piece.year is not None or piece.year_shift is not None:
        return False
    if piece.kind == "int":
        return piece.month is None
    return piece.kind in ("named", "season") or (piece.kind == "date" and piece.month is not None)


def _give_year(piece: Piece, giver: Piece) -> None:
    piece.year = giver.year
    if giver.kind == "relative" and giver.relative is not None:
        piece.year_shift = giver.relative.year_shift
    piece.others = [other for other in piece.others if other[0] is not None]


def _share_months(text: str, pieces: list[Piece], joints: list[Joint]) -> None:
    """Days without a month take it from the date after them in their chain, else from the one before."""
    for number in range(len(pieces) - 2, -1, -1):
        piece, following = pieces[number], pieces[number + 1]
        if (
            piece.kind == "int"
            and piece.month is None
            and joints[number] is not Joint.TEXT
            and following.day
            and following.month
            and following.kind in ("int", "date")
            and (piece.ordinal or not _ON.fullmatch(text[piece.end : following.start]))
            and not _MONTH_FIRST.match(text, following.start)
        ):
            _give_month(piece, following)
            before = text[max(0, piece.start - 24) : piece.start]
            if not piece.ordinal and (
                AFTER_NOUN.search(before) or _is_numbered(before, piece, joints[number])
            ):
                piece.doubts.append("stands after a word that may make it the number of something else")
            if _is_split(text, piece, following):
                both = (piece.day or 0) * 10 + following.day
                piece.others.append((both, piece.month, piece.year))
                following.others.append((both, following.month, following.year))
            if joints[number] is Joint.RANGE and following.day < (piece.day or 0):
                piece.doubts.append("is later in the month than the end of its range")
    for number in range(1, len(pieces)):
        _share_back(text, pieces[number], pieces[number - 1], joints[number - 1])


def _is_split(text: str, piece: Piece, following: Piece) -> bool:
    """Whether "1 4 July" may be the 14th, its figures torn apart by a scan."""
    return (
        text[piece.end : following.start] == " "
        and not piece.ordinal
        and (piece.day or 0) in (1, 2, 3)
        and len(text[following.start : following.end].split()[0].rstrip("~")) == 1
    )


# "Nov 3, 10, Dec 1": a month before its day gives it to what follows, never to what stands before.
_MONTH_FIRST = re.compile(rf"(?:{WEEKDAY}[ .,]*)?{MONTH}")
_ON = re.compile(r" (?:on|in|at)(?: the)? ")  # "I turned 60 on 12 August"


def _is_numbered(before: str, piece: Piece, joint: Joint) -> bool:
    """ "Incident 1 - 4 June" may be the first incident or a range of four days."""
    return joint is Joint.RANGE and (piece.day or 0) < 10 and bool(_ITEM.search(before))


_ITEM = re.compile(r"(?<![a-z])(?:incident|event|episode|occasion|act|allegation|date) #?$")


def _share_back(text: str, piece: Piece, previous: Piece, joint: Joint) -> None:
    if piece.kind != "int" or piece.month is not None or previous.month is None or (piece.day or 0) > 31:
        return
    gap = text[previous.end : piece.start]
    if previous.day is None and (previous.kind in ("date", "header")) and _HEADER.fullmatch(gap):
        _give_month(piece, previous)
        previous.kind = "header"
        piece.inherited = previous.inherited
    elif previous.day is not None and joint in (
        Joint.LIST,
        Joint.RANGE,
        Joint.OR,
        Joint.SLASH,
    ):
        _give_month(piece, previous)
        previous.others = [other for other in previous.others if other[0] is not None]
        if (piece.day or 0) <= previous.day:
            piece.doubts.append("stands after a later day of the same month")
        dated = previous.numeric or (previous.year is not None and not previous.inherited)
        if not piece.ordinal and not previous.ordinal and dated:
            piece.doubts.append("is a number that may not be a day")
        after = text[piece.end : piece.end + 24].strip(" .)")
        if (
            not piece.ordinal
            and piece.year is None
            and previous.year is None
            and not after
            and gap.strip() in ("", ",")
            and piece.day
            and piece.day > 18
            and previous.kind != "int"
        ):
            piece.doubts.append("may be a day or a year")


def _give_month(piece: Piece, giver: Piece) -> None:
    piece.month = giver.month
    if piece.year is None and piece.year_shift is None:
        piece.year, piece.year_shift = giver.year, giver.year_shift


_DAY_LEAD = re.compile(
    r"(?:^|on|the|about|around|since|until|to|from|by|and|,|&|approx|circa|not|was|:|;|\(|\n|"
    r"before|after|between|or|again|-)\s*(?:the )?$"
)


def _is_day(text: str, piece: Piece) -> bool:
    """Whether a number without a month is a day ("the 12th") and no other number."""
    if piece.weekday is not None:
        return True
    if not piece.ordinal:
        return False
    before, after = text[max(0, piece.start - 12) : piece.start], text[piece.end : piece.end + 16]
    return bool(_DAY_LEAD.search(before)) and not re.match(
        r" (?!and|to|or|at|in|of|i\b|he|she|they|when|we|was|it|during|around|the|approx|where|"
        r"while|with|my|on|until|then)[a-z]",
        after,
    )


def _share_years(pieces: list[Piece], joints: list[Joint], raised: dt.date) -> None:
    for number in range(len(pieces) - 2, -1, -1):
        piece, following = pieces[number], pieces[number + 1]
        if (
            joints[number] is Joint.TEXT
            or not _lacks_year(piece)
            or following.kind not in ("date", "named", "season")
        ):
            continue
        if following.year_shift is not None:
            piece.year_shift = following.year_shift
        elif following.year is not None and following.month is not None:
            _year_before(piece, following, joints[number], raised)
        elif following.year is not None and following.kind != "date":
            piece.year = following.year
    giver: Piece | None = None
    for number, piece in enumerate(pieces):
        if number and joints[number - 1] is Joint.TEXT:
            giver = None
        if piece.kind in ("relative", "weekday"):
            continue
        if _lacks_year(piece) and giver is not None and giver.year is not None and piece.month is not None:
            _year_after(piece, pieces[number - 1], giver.year, joints[number - 1], raised)
            piece.year_of = giver.year_of or giver
        giver = piece if piece.year is not None and piece.month is not None else giver


def _year_before(piece: Piece, following: Piece, joint: Joint, raised: dt.date) -> None:
    """The year of a date whose list or range ends with a year: the year before where it would come later."""
    year = following.year or 0
    same = (piece.month or 0, piece.day or 0)
    day = find_date(piece.day or 1, piece.month, year)
    if piece.kind == "named":  # "after Christmas, 5 January 2026"
        day = MEANINGS[piece.name](year).span[0]
        same = (day.month, day.day)
    later = same > (following.month or 0, following.day or (31 if piece.day else 0))
    beyond = (day or dt.date.min) > raised
    piece.others = [other for other in piece.others if other[0] is not None]
    if later and (joint is Joint.RANGE or beyond):
        piece.year = year - 1
        if joint is Joint.RANGE and _months_between(piece, following) > _LONG_RANGE:
            piece.doubts.append("is later in the year than the end of its range")
        return
    piece.year = year
    if later:
        piece.others.append((piece.day, piece.month, year - 1))


def _year_after(piece: Piece, previous: Piece, year: int, joint: Joint, raised: dt.date) -> None:
    """The year of a date after one with a year: the same, or the next where that would run backwards."""
    piece.inherited = True
    piece.others = [other for other in piece.others if other[0] is not None]
    earlier = (piece.month or 0, piece.day or 0) < (previous.month or 0, previous.day or 0)
    following = find_date(piece.day or 1, piece.month, year + 1)
    if earlier and following and following <= raised:
        piece.year = year + 1
        if joint is not Joint.RANGE:
            piece.others.append((piece.day, piece.month, year))
            return
        piece.inherited = False
        if _months_between(previous, piece) > _LONG_RANGE:
            piece.doubts.append("is earlier in the year than the beginning of its range")
        return
    piece.year = year
    if joint is Joint.RANGE and not earlier:
        piece.inherited = False


_LONG_RANGE = 8  # months: over a year's end, and with one year written, it may as well be backwards


def _months_between(first: Piece, last: Piece) -> int:
    """How many months lie from one month to the other, over a year's end."""
    return 12 + (last.month or 0) - (first.month or 0)

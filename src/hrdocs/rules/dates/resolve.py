"""From a piece to its meaning: missing years, parts of months, weeks, weekdays, named days.

A missing year is the latest such date not after the date raised; years given elsewhere in the text are
its other readings. An imprecise span stops at the date raised.
"""

import datetime as dt

from hrdocs.document import ActKind
from hrdocs.rules.dates.meaning import ONE_DAY, Meaning, Span, shift_days, single, vague
from hrdocs.rules.dates.named import MEANINGS, SEASONS, Named, last_day, nth_weekday, part_span, season_span
from hrdocs.rules.dates.operators import Operators
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.names import MONTH_NAMES, WEEKDAY_NAMES


def find_date(day: int | None, month: int | None, year: int | None) -> dt.date | None:
    """The day, or None where there is no such day."""
    try:
        return dt.date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def write_day(day: dt.date) -> str:
    """A day as a caseworker reads it: 4 June 2025."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def resolve_piece(
    piece: Piece, ops: Operators, *, raised: dt.date, anchor: dt.date | None, years: tuple[int, ...]
) -> Meaning:
    """What a piece means by itself, with its operators for parts and weeks, not yet for ranges."""
    if piece.year is None and piece.year_shift is not None:
        piece.year = raised.year + piece.year_shift
    if piece.kind == "relative":
        assert piece.relative is not None  # noqa: S101 - set by the scanner
        meaning = piece.relative.resolve(raised, anchor) or Meaning(None, ActKind.IMPRECISE, ("vague",))
        return meaning if piece.weekday is None else _on_weekday(meaning, piece.weekday)
    if piece.kind == "weekday":
        meaning = _weekday(piece, raised, anchor)
        return meaning._replace(doubts=tuple(piece.doubts)) if piece.doubts else meaning
    if piece.kind == "named":
        meaning = _named(piece, raised, years)
    elif piece.kind == "season":
        meaning = _season(piece, ops, raised)
    elif piece.day is None or _is_part_of_month(piece, ops):
        meaning = _without_day(piece, ops, raised, years)
    elif piece.month is None:
        meaning = _day_only(piece, raised, anchor)
    else:
        meaning = _day(piece, raised, years)
    if piece.beside is not None:
        meaning = _beside(counted_from(piece, meaning), piece.beside)
    if ops.shift and meaning.span:
        meaning = _shifted(meaning, meaning.span, ops.shift)
    return _week(meaning, ops) if ops.week and meaning.span else meaning


def counted_from(piece: Piece, meaning: Meaning) -> Meaning:
    """The meaning where days are counted from it: from an event called after a day, nothing can be."""
    if piece.name == "christmas-party" or (piece.kind == "named" and piece.part == "event"):
        return meaning._replace(doubts=(*meaning.doubts, "is not given, so no day can be counted from it"))
    return meaning


def _is_part_of_month(piece: Piece, ops: Operators) -> bool:
    """ "Early Jan 26" is of a month with its year, where "Jan 26" alone may be a day."""
    years = [year for day, _, year in piece.others if day is None]
    if not (years and ops.part):
        return False
    piece.day, piece.year, piece.others = None, years[0], []
    return True


def _shifted(meaning: Meaning, span: Span, shift: int) -> Meaning:
    """ "The day before Christmas Eve"; "the week after Easter"."""
    edge = span[0] if shift < 0 else span[1]
    if abs(shift) == 1:
        others = (shift_days(first if shift < 0 else last, shift) for first, last in meaning.others)
        return single(shift_days(edge, shift), others=tuple(others), doubts=meaning.doubts)
    days = (
        (shift_days(edge, -7), shift_days(edge, -1))
        if shift < 0
        else (shift_days(edge, 1), shift_days(edge, 7))
    )
    monday = shift_days(edge, shift - edge.weekday())
    return vague(*days, others=((monday, shift_days(monday, 6)),), doubts=meaning.doubts)


def _on_weekday(meaning: Meaning, weekday: int) -> Meaning:
    """A relative word with its weekday: "last week (Tuesday)" is that Tuesday."""
    if meaning.span is None:
        return meaning
    fitting = [
        day
        for first, last in (meaning.span, *meaning.others)
        for n in range(min((last - first).days, 13) + 1)
        if (day := shift_days(first, n)).weekday() == weekday
    ]
    if fitting:
        return single(fitting[0], others=tuple(fitting[1:]), doubts=meaning.doubts)
    doubts = (*meaning.doubts, f"does not fall on a {WEEKDAY_NAMES[weekday]}")
    return Meaning(meaning.span, meaning.kind, (*meaning.flags, "weekday-mismatch"), meaning.others, doubts)


def _latest_years(raised: dt.date, span: int = 12) -> range:
    return range(raised.year, max(raised.year - span, 0), -1)


def _day(piece: Piece, raised: dt.date, years: tuple[int, ...]) -> Meaning:
    day, month = piece.day, piece.month
    flags = tuple(piece.flags)
    doubts = list(piece.doubts)
    others: list[dt.date] = []
    if "impossible" in flags:
        return Meaning(None, ActKind.DAY, flags, (), tuple(doubts))
    if piece.year is not None:
        main = find_date(day, month, piece.year)
        if piece.year_shift is None and not piece.inherited and piece.year < raised.year - 20:
            doubts.append("is more than twenty years before the complaint")
    else:
        main = next(
            (d for y in _latest_years(raised) if (d := find_date(day, month, y)) and d <= raised), None
        )
    if piece.year is None or piece.inherited:
        latest = next(
            (d for y in _latest_years(raised) if (d := find_date(day, month, y)) and d <= raised), None
        )
        others += [d for d in (latest, *(find_date(day, month, y) for y in years)) if d and d <= raised]
    if main is None:
        return Meaning(
            None, ActKind.DAY, (*flags, "impossible"), (), (*doubts, "is not a day of the calendar")
        )
    spans: list[Span] = [(d, d) for d in others if d != main]
    for other_day, other_month, other_year in piece.others:
        spans += _other_reading(other_day, other_month, other_year, raised)
    if piece.weekday is not None and main.weekday() != piece.weekday:
        flags = (*flags, "weekday-mismatch")
        doubts.append(f"was a {WEEKDAY_NAMES[main.weekday()]}, not a {WEEKDAY_NAMES[piece.weekday]}")
        spans += _weekday_fits(main, piece, raised)
    readings = tuple(dict.fromkeys(spans)) if spans else ()
    return Meaning((main, main), ActKind.DAY, flags, readings, tuple(doubts))


def _other_reading(day: int | None, month: int | None, year: int | None, raised: dt.date) -> list[Span]:
    if day is None and month and year:
        if not raised.year - 2 <= year <= raised.year or (year, month) > (raised.year, raised.month):
            return []
        return [(dt.date(year, month, 1), min(last_day(year, month), raised))]
    if year is None:
        found = next(
            (d for y in _latest_years(raised) if (d := find_date(day, month, y)) and d <= raised), None
        )
    else:
        found = find_date(day, month, year)
    return [(found, found)] if found else []


def _weekday_fits(main: dt.date, piece: Piece, raised: dt.date) -> list[Span]:
    """The same day in another year that fits the weekday, and the nearest days that do."""
    found = [d for y in _latest_years(raised, 6) if (d := find_date(piece.day, piece.month, y))]
    fitting = [d for d in found if d.weekday() == piece.weekday and d <= raised][:1]
    ahead = ((piece.weekday or 0) - main.weekday()) % 7
    near = [shift_days(main, ahead), shift_days(main, ahead - 7)]
    return [(d, d) for d in (*fitting, *near) if d <= raised]


def _without_day(piece: Piece, ops: Operators, raised: dt.date, years: tuple[int, ...]) -> Meaning:
    if piece.month is None:
        return _year_only(piece, ops, raised)
    month = piece.month
    candidates = [piece.year] if piece.year is not None else []
    if piece.year is None or piece.inherited:
        latest = raised.year if month <= raised.month else raised.year - 1
        candidates += [latest, *(y for y in years if (y, month) <= (raised.year, raised.month))]
    spans: list[Span] = []
    for year in dict.fromkeys(candidates):
        if not 1 <= year <= 9998:
            continue
        named = _part(piece.part or ops.part, (dt.date(year, month, 1), last_day(year, month)))
        spans += [named.span, *named.others]
    if not spans:
        return Meaning(None, ActKind.IMPRECISE, ("vague", "impossible"), (), ("is not in the calendar",))
    if piece.year is None and spans[0][0] > raised and len(candidates) == 1:
        earlier = candidates[0] - 1
        named = _part(piece.part or ops.part, (dt.date(earlier, month, 1), last_day(earlier, month)))
        spans = [named.span, *named.others]
    if piece.part or ops.part in ("first-day", "last-day"):
        return Meaning(spans[0], ActKind.DAY, (), tuple(spans[1:]), tuple(piece.doubts))
    return vague(*spans[0], others=tuple(spans[1:]), doubts=tuple(piece.doubts))


def _part(part: str, span: Span) -> Named:
    if not part:
        return Named(span)
    if part.startswith("nth"):
        weekday, nth = (int(number) for number in part.split(":")[1:])
        day = nth_weekday(span[0].year, span[0].month, weekday, nth)
        return Named((day, day))
    if part == "first-day":
        return Named((span[0], span[0]))
    if part == "last-day":
        return Named((span[1], span[1]))
    if part == "last-two":
        return Named((span[1] - 13 * ONE_DAY, span[1]), ((span[1] - 20 * ONE_DAY, span[1]),))
    return part_span(part, *span)


def _year_only(piece: Piece, ops: Operators, raised: dt.date) -> Meaning:
    year = piece.year or raised.year
    if not 1 <= year <= 9998:
        return Meaning(None, ActKind.IMPRECISE, ("vague", "impossible"), (), ("is not in the calendar",))
    last = piece.year_end or year
    doubts = tuple(piece.doubts)
    if piece.name == "academic" and year < 9998:
        return vague(dt.date(year, 9, 1), dt.date(year + 1, 8, 31), doubts=doubts)
    if piece.year_end is not None:
        doubts = (*doubts, "is a span of years, perhaps an academic or financial year")
        last = last if year <= last <= 9998 else year
    named = _part(ops.part, (dt.date(year, 1, 1), dt.date(last, 12, 31)))
    return vague(*named.span, others=named.others, doubts=doubts)


def _season(piece: Piece, ops: Operators, raised: dt.date) -> Meaning:
    doubts = tuple(piece.doubts)
    name = piece.name
    wraps = SEASONS[name][1] < SEASONS[name][0]
    if piece.year is None:
        found = [season_span(name, year) for year in _latest_years(raised, 3)]
        begun = [named for named in found if named.span[0] <= raised]
        choices = begun[:1] if begun[0].span[1] < raised else begun[:2]
    elif wraps and piece.year_end is None:
        choices = [season_span(name, piece.year), season_span(name, piece.year - 1)]
        if choices[0].span[0] > raised:
            choices.reverse()
    else:
        choices = [season_span(name, piece.year)]
    main = _part(ops.part, choices[0].span)
    others = (*main.others, *choices[0].others, *(s for c in choices[1:] for s in (c.span, *c.others)))
    return vague(*main.span, others=others, doubts=doubts)


def _named(piece: Piece, raised: dt.date, years: tuple[int, ...]) -> Meaning:
    meaning = MEANINGS[piece.name]
    candidates = [piece.year] if piece.year is not None else list(_latest_years(raised, 3))
    found = [meaning(year) for year in candidates if 1600 <= year <= 9000]
    if not found:
        return Meaning(None, ActKind.IMPRECISE, ("vague", "impossible"), (), ("is not in the calendar",))
    if piece.year is None:
        found = [named for named in found if named.span[0] <= raised] or found
        extra = [meaning(year) for year in years if meaning(year).span[0] <= raised]
        found = [found[0], *extra]
    spans = [s for named in found for s in (named.span, *named.others)]
    if piece.part == "event":
        spans += [(shift_days(a, -31), shift_days(b, 31)) for a, b in spans]
    doubts, flags = list(piece.doubts), []
    main = spans[0]
    if piece.weekday is not None and main[0] == main[1] and main[0].weekday() != piece.weekday:
        flags.append("weekday-mismatch")
        doubts.append(f"was a {WEEKDAY_NAMES[main[0].weekday()]}, not a {WEEKDAY_NAMES[piece.weekday]}")
    others = tuple(s for s in dict.fromkeys(spans[1:]) if s != main)
    if found[0].exact and piece.part != "event":
        return Meaning(main, ActKind.DAY, tuple(flags), others, tuple(doubts))
    return vague(*main, others=others, doubts=tuple(doubts))


def _day_only(piece: Piece, raised: dt.date, anchor: dt.date | None) -> Meaning:
    """A day of a month not named: the act before gives the month, else the latest such day."""
    day = piece.day or 0
    found: list[dt.date] = []
    year, month = raised.year, raised.month
    for _ in range(14):
        candidate = find_date(day, month, year)
        if candidate and candidate <= raised:
            found.append(candidate)
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    if not found:
        return Meaning(None, ActKind.DAY, ("impossible",), (), ("is not a day of the calendar",))
    if piece.year is not None:
        return Meaning(None, ActKind.DAY, ("vague",), (), ("has no month",))
    main, others = found[0], found[1:2]
    if piece.weekday is not None:
        fitting = [d for d in found if d.weekday() == piece.weekday]
        main = fitting[0] if fitting else main
        others = [d for d in found[:2] if d != main]
        if not fitting:
            return Meaning(
                (main, main),
                ActKind.DAY,
                ("weekday-mismatch",),
                (),
                ("does not fit its weekday in any month of the year before",),
            )
    if anchor is not None:
        same = find_date(day, anchor.month, anchor.year)
        if same and same <= raised and (piece.weekday is None or same.weekday() == piece.weekday):
            others = [main, *others]
            main = same
    return single(main, others=tuple(others), vague=True, doubts=tuple(piece.doubts))


def _weekday(piece: Piece, raised: dt.date, anchor: dt.date | None) -> Meaning:
    if anchor is not None:
        following = shift_days(anchor, ((piece.weekday or 0) - anchor.weekday()) % 7 or 7)
        latest = shift_days(raised, -((raised.weekday() - (piece.weekday or 0)) % 7))
        others = () if piece.name == "then" else (shift_days(following, -7), latest)
        return single(following, others=others, vague=not others)
    day = shift_days(raised, -((raised.weekday() - (piece.weekday or 0)) % 7))
    return single(day, others=(shift_days(day, -7),), vague=True)


def _beside(meaning: Meaning, beside: tuple[int, str]) -> Meaning:
    """The nearest such weekday before or after: "the Friday before Christmas"."""
    weekday, side = beside
    back = side in ("before", "preceding")

    def move(span: Span) -> Span:
        day = span[0] if back else span[1]
        steps = -((day.weekday() - weekday) % 7 or 7) if back else (weekday - day.weekday()) % 7 or 7
        return (shift_days(day, steps),) * 2

    if meaning.span is None:
        return meaning
    if meaning.kind is not ActKind.DAY:  # "the Friday after the Christmas party", whenever that was
        spans = (meaning.span, *meaning.others)
        first = min(first for first, _ in spans)
        last = max(last for _, last in spans)
        return vague(move((first, first))[0], move((last, last))[1], doubts=meaning.doubts)
    main = move(meaning.span)
    others = tuple(span for span in dict.fromkeys(map(move, meaning.others)) if span != main)
    return Meaning(main, ActKind.DAY, tuple(f for f in meaning.flags if f != "vague"), others, meaning.doubts)


def _week(meaning: Meaning, ops: Operators) -> Meaning:
    assert meaning.span is not None  # noqa: S101 - checked by the caller
    start, end = meaning.span
    if (end - start).days > 6:
        return meaning
    spans: list[Span]
    monday = shift_days(start, -start.weekday())
    if ops.week == "commencing":
        spans = [(start, shift_days(start, 6)), (monday, shift_days(monday, 6))]
    elif ops.week == "ending":
        spans = [
            (shift_days(end, -6), end),
            (shift_days(end, -end.weekday()), shift_days(end, 6 - end.weekday())),
        ]
        if end.weekday() >= 4:
            spans = spans[:1]
    elif ops.week == "weekend":
        saturday = shift_days(monday, 5)
        spans = [(saturday, shift_days(saturday, 1))]
        if start.weekday() < 4:
            spans.append((shift_days(saturday, -7), shift_days(saturday, -6)))
    elif ops.week == "fortnight":
        spans = [(start, shift_days(start, 13))]
    elif ops.week == "night":
        return Meaning(
            (start, end),
            meaning.kind,
            meaning.flags,
            ((shift_days(end, 1),) * 2, *meaning.others),
            meaning.doubts,
        )
    else:
        spans = [(monday, shift_days(monday, 6)), (start, shift_days(start, 6))]
    shift = spans[0][0] - start
    others = [s for s in spans[1:] if s != spans[0]]
    for first, last in meaning.others:
        others.append(
            (
                first + shift,
                last + shift + (spans[0][1] - spans[0][0]) - (end - start) if first == last else last,
            )
        )
    return Meaning(spans[0], ActKind.IMPRECISE, (*meaning.flags, "vague"), tuple(others), meaning.doubts)

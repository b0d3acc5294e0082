"""Every piece of a text, in order: one pattern of all forms, and what a bare month or weekday looks like."""

import re

from hrdocs.rules.dates.forms import COMPILED, HANDLERS, PATTERNS, build_named
from hrdocs.rules.dates.named import NAMED_DAY, SEASONS
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.relative import RELATIVE_FORMS
from hrdocs.rules.dates.words import MONTH, MONTHS, WEEKDAY, WEEKDAYS


def scan_pieces(text: str, original: str, words: frozenset[str] | None = None) -> list[Piece]:
    """Every piece of a canonical text with its noise blanked, in order.

    `words` are those of the text that are neither months nor weekdays, where they are known.
    """
    found: list[Piece] = []
    plain = words is not None and (words <= JOINING_WORDS or not _SIGNAL.search(text))
    search = (_PLAIN if plain else _FULL).search
    position = 0
    while match := search(text, position):
        position = match.start() + 1
        piece = _build(match, text)
        if piece is not None and _stands(text, original, piece):
            if _FULL_STOP.search(text, piece.start, piece.end) and not original.endswith(
                ("ept.", "EPT."), piece.start, piece.end
            ):
                piece.end -= 1
            position = max(piece.end, match.start() + 1)
            if piece.year_end is not None:
                _mark_academic(text, piece)
                position = max(piece.end, position)
            found.append(piece)
        else:
            skipped = _RUN.match(text, match.start())
            position = skipped.end() if skipped else position
    return found


def _mark_academic(text: str, piece: Piece) -> None:
    """ "The academic year 2025/26" is a span of known months."""
    before, after = _ACADEMIC.search(text[: piece.start]), _ACADEMIC_BEHIND.match(text, piece.end)
    if before:
        piece.start, piece.name = before.start(), "academic"
    elif after:
        piece.end, piece.name = after.end(), "academic"


_ACADEMIC = re.compile(
    r"(?<![a-z])(?:the )?(?:academic|school|university|college) (?:year|session)(?: of)?[ :,(]*$"
)
_ACADEMIC_BEHIND = re.compile(r" (?:academic|school|university|college) (?:year|session)(?![a-z])")


_FULL_STOP = re.compile(r"(?:~|may)\.$")  # behind a whole month it ends a sentence: "16 Aug." does not
_RUN = re.compile(r"\d+|[a-z]+~*")


def _build(match: re.Match[str], text: str) -> Piece | None:
    name = (match.lastgroup or "").removesuffix("_digit")
    if name.startswith("relative"):
        return Piece(match.start(), match.end(), "relative", relative=RELATIVE_FORMS[name][1](match.group()))
    if name == "named":
        return build_named(match, text)
    tried = False
    for form in _DIGIT_FORMS if name in _DIGIT_FORMS else (name,):
        tried = tried or form == name
        exact = COMPILED[form].match(text, match.start()) if tried else None
        piece = HANDLERS[form](exact) if exact else None
        if piece is not None:
            return piece
    return None


def _stands(text: str, original: str, piece: Piece) -> bool:
    if piece.kind == "date" and piece.month and not piece.day and not piece.year:
        return _is_month(text, original, piece)
    return piece.kind != "weekday" or _is_weekday(text, original, piece)


_MONTH_LEAD = re.compile(
    r"(?:in|during|since|from|of|early|mid|late|until|till|to|through|throughout|last|this|"
    r"next|by|between|around|about|and|or"
    r"|end|start|beginning|before|after|both|circa|over|all|every|each|≈|"
    r"[-/,(&:;*+\n])[ -]*(?:the )?$|^\s*$"
)


_MONTH_BEFORE = re.compile(rf"{MONTH}[ ,]*(?:and|or|to|&|,|-|/)[ ,]*$")


def _is_month(text: str, original: str, piece: Piece) -> bool:
    """Whether a bare month name is a month, and not a person, a verb or a place."""
    before, after = text[max(0, piece.start - 16) : piece.start], text[piece.end : piece.end + 12]
    written = original[piece.start : piece.end]
    if _MONTH_LEAD.search(before):
        name_follows = re.match(r" [A-Z][a-z]+", original[piece.end : piece.end + 12])
        name_follows = None if _MONTH_BEFORE.search(before) else name_follows
        if written.islower() and piece.month in (3, 5):
            return bool(
                re.search(
                    r"(?:in|during|since|last|early|mid|late|of|from|until|to|this|and)[ -]$|^\s*$", before
                )
            )
        return not (
            name_follows
            and not re.match(r"\s*(?:and|to|-|&|or)", after)
            and not re.search(r"(?:in|during|since|early|mid|late|last|throughout)[ -]$", before)
        )
    if written.lower().rstrip(".") in (
        "may",
        "mar",
        "march",
        "dec",
        "sept",
        "jan",
        "april",
        "june",
        "august",
    ):
        if piece.month == 5 and re.match(r" (?:be|have|not|well|also|or may)\b", after):
            return False
        return not written.islower() and bool(re.match(r"\s*(?:[,;.)&/-]|and|to|$)", after))
    return True


_AFTER_SHORT = re.compile(
    rf"[ ,.-]*(?:the )?(?:\d|{WEEKDAY}|{MONTH}|/|-|&|to |and |night|morning|¤)|\s*[,;.)]*\s*$"
)


def _is_weekday(text: str, original: str, piece: Piece) -> bool:
    """Whether a short word is a weekday: "sat" and "sun" alone are not."""
    written = original[piece.start : piece.end].rstrip(".").lower()
    if written not in ("sat", "sun", "mon", "wed"):
        return True
    after = text[piece.end : piece.end + 12]
    if _AFTER_SHORT.match(after):
        return True
    return (
        written != "sat"
        and original[piece.start].isupper()
        and not re.match(
            r" (?:who|is|was|"
            r"said)",
            after,
        )
    )


def _without_groups(pattern: str) -> str:
    """Named groups become plain ones, so that only the form's own name is left."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


_DIGIT_FORMS = (
    "iso",
    "dmy",
    "roman",
    "ordinals",
    "spaced",
    "compact",
    "year_month",
    "day_month",
    "number_month",
    "day_number",
    "year",
    "number",
)
_FIRST_LETTERS = "".join(sorted({name[0] for name in (*MONTHS, *WEEKDAYS, *SEASONS)}))
_WORD_FORMS = ("boxes", "month_year", "month_day", "month", "season", "weekday")
_MIXED = ("relative_ago", "relative_stretch", "relative_anchor", "relative_weekdays_ago")


def _master(*, plain: bool) -> re.Pattern[str]:
    """All forms as one pattern: those that begin with a digit, and those that begin with a letter."""
    relative = {} if plain else {name: pattern for name, (pattern, _) in RELATIVE_FORMS.items()}
    digits = [(f"{name}_digit", relative[name]) for name in _MIXED if name in relative]
    digits += [(name, PATTERNS[name]) for name in _DIGIT_FORMS]
    words = [] if plain else [("named", _without_groups(NAMED_DAY.pattern))]
    words += list(relative.items())
    words += [(name, PATTERNS[name]) for name in _WORD_FORMS]
    groups = 0
    sides = []
    first = _FIRST_LETTERS if plain else "a-z"
    for start, forms in ((r"(?=[\d'])", digits), (rf"(?<![a-z])(?=[{first}])", words)):
        parts = []
        for name, pattern in forms:
            shift = groups + 1
            shifted = re.sub(r"\\([1-9])(?!\d)", lambda m, s=shift: f"\\{int(m[1]) + s}", pattern)  # type: ignore[misc]
            parts.append(f"(?P<{name}>{shifted})")
            groups += 1 + re.compile(pattern).groups
        sides.append(f"{start}(?:{'|'.join(parts)})")
    return re.compile("|".join(sides))


# Words with which no name of a day and no relative word can be made, by themselves or together.
JOINING_WORDS = frozenset(
    (
        *("and", "to", "the", "on", "of", "at", "in", "since", "from", "between", "until", "or", "a"),
        *("th", "st", "nd", "rd", "am", "pm", "was", "i", "it", "he", "she", "incident"),
    )
)
# What every name of a day and every relative word has somewhere in it.
_SIGNAL = re.compile(
    r"da?y|week|month|year|term|night|eve|mas|nye|hogm|easter|good|holy|palm|maundy|ash|shrove|pancake|"
    r"lent|whit|"
    r"pentecost|mother|father|valentine|women|fool|bank|public|twel|12th|hallow|bonfire|fawkes|remembrance|"
    r"black|"
    r"midsummer|ago|back|last|past|next|this|that|same|prev|prec|follow|before|after|late|earl|prior|gone|"
    r"yest|other|to-?day|recent"
)
_FULL, _PLAIN = _master(plain=False), _master(plain=True)

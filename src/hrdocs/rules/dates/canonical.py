"""The canonical text: lower case, plain marks, months and weekdays as codes, scanning noise mended.

Every character keeps its place, so that offsets in the canonical text are offsets in the original.
"""

import itertools
import re
import unicodedata
from typing import NamedTuple

from hrdocs.rules.dates.words import (
    CANON,
    MISWRITTEN,
    MONTH,
    MONTHS,
    NUMBER_WORDS,
    fill,
    find_misspelt,
    number_words,
)
from hrdocs.rules.names import MONTH_NAMES


class Canonical(NamedTuple):
    """A text made canonical. `mended` and `doubtful` are spans of scanning noise; `either` of month words
    that may mean several months, with these."""

    original: str
    text: str
    mended: tuple[tuple[int, int], ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    either: tuple[tuple[int, tuple[str, ...]], ...] = ()
    words: frozenset[str] = frozenset()  # those that are neither months nor weekdays


def _without_accent(char: str) -> str:
    """Its plain letter, where it has one: "września", "août"."""
    base = "l" if char in "łŁ" else unicodedata.normalize("NFKD", char)[0]
    return base if base.isascii() and base.isalpha() else char


class _Characters(dict[int, int]):
    """One character for one: lower case, ASCII digits, dashes, quotation marks and spaces."""

    def __missing__(self, key: int) -> int:
        char = chr(key)
        result = char
        if key > 127:
            digit = unicodedata.digit(char, None)
            plain = unicodedata.normalize("NFKC", char)
            if digit is not None:
                result = str(digit)
            elif unicodedata.category(char) == "Pd":
                result = "-"
            elif char.isspace():
                result = " "
            elif len(plain) == 1 and ord(plain) < 128:
                result = plain
            elif char.isalpha():
                result = _without_accent(char)
        lower = result.lower()
        self[key] = ord(lower) if len(lower) == 1 else ord("?")
        return self[key]


_CHARACTERS = _Characters()
_CHARACTERS.update(
    {
        ord("‘"): 39, ord("’"): 39, ord("ʼ"): 39, ord("´"): 39, ord("`"): 39, ord("′"): 39, ord("“"): 34,
        ord("”"): 34, ord("·"): 46, ord("•"): 42, ord("●"): 42, ord("▪"): 42, ord("~"): ord("≈"),
        ord("¤"): 32, ord("\t"): 32, ord("−"): 45, ord("\u00ad"): 45, ord("_"): 45, ord("\r"): 10,
        ord("\u2028"): 10,
        ord("→"): 62, ord("➔"): 62, ord("⇒"): 62, ord("➜"): 62, ord("►"): 62,
        ord("["): 40, ord("]"): 41,
        ord("\v"): 10, ord("\f"): 10, ord("¹"): ord("1"), ord("\u200b"): 32, ord("\ufeff"): 32,
    }
)  # fmt: skip

_RARE = frozenset(chr(code) for code in range(128) if _CHARACTERS[code] != ord(chr(code).lower()))
_WORDS = re.compile(r"([a-z]+)")
# Months and weekdays as they are written, and glued to what stands before them: "4thjune", "ofjune".
_GLUE = ("", "of", *(f"{ending}{of}" for ending in ("st", "nd", "rd", "th") for of in ("", "of")))
_WRITTEN = {
    glue + word: glue + fill(code, len(word)) for glue in _GLUE for word, code in CANON.items()
} | MISWRITTEN
_SURE = str.maketrans("oqli|!", "001111")
_AS_LETTERS = str.maketrans("015|", "olsl")
_UNSURE = str.maketrans("sbzgd", "58260")
_NOISE = r"[0-9oqli|!sbzgd]"
_NOISY_NUMERIC = re.compile(
    rf"(?<![\w|]){_NOISE}{{1,2}} ?[/.-] ?{_NOISE}{{1,2}} ?[/.-] ?{_NOISE}{{2,4}}(?![\w|])"
    rf"|(?<![\w|]){_NOISE}{{4}}[/.-]{_NOISE}{{2}}[/.-]{_NOISE}{{2}}(?![\w|])"
    rf"|(?<![\w|/.-]){_NOISE}{{1,2}} ?/ ?{_NOISE}{{1,2}}(?![\w|/.-])"
)
_NOISY_YEAR = re.compile(
    r"(?<![\w|])2[0oq][0-9oqli|!sbzgd]{2}(?![\w|])|(?<![\w|])[2z][oq][0-9oqli|"
    r"!sbzgd]{2}(?![\w|])"
)
_NOISY_DAY = re.compile(rf"(?<![\w|'])([0-9oqli|!sz]{{1,2}})(?=(?:st|nd|rd|th)?(?: of)? ?{MONTH})")
_NOISY_ORDINAL = re.compile(r"(?<![\w|'])([0-9oqli|!]{1,2})(?=(?:st|nd|rd|th)\b)")
_ZERO_CT = re.compile(r"(?<![a-z0-9])0(?=ct(?:ober)?(?![a-z]))")
_O_MINUTES = re.compile(r"(?<=\d[.:])([0-5])o(?= ?(?:[ap]\.?m|hrs?|hours)?(?![a-z]))")
_STROKE = re.compile(r"(?<=[a-z])\|(?=[a-z])")
_EXCLAIMED = re.compile(r"!{2,}|!(?=[\s)\"']*(?:\n|$))")
_ZERO_F = re.compile(r"(?<=[a-z0-9] )0f(?= )")
_LONG_MONTHS = tuple(name.lower() for name in MONTH_NAMES if len(name) > 3)
_FRAGMENTS = frozenset(name[i:] for name in _LONG_MONTHS for i in range(1, len(name)))
_BROKEN_MONTH = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(f"{name[:i]} {name[i:]}" for name in _LONG_MONTHS for i in range(1, len(name)))
    + r")(?![a-z])"
)
# "20/03/ 2 024", "7th M ay": figures and letters torn apart beside the rest of a date.
_TORN_APART = re.compile(r"[/.-] ?2(?: 0 ?\d ?|0 \d ?|0\d )\d|m ay|ma y")
_TORN_YEAR = re.compile(r"(?:(?<=\d[/.-])|(?<=\d[/.-] )|(?<=\d [/.-])|(?<=\d [/.-] ))2 ?0 ?\d ?\d(?!\d)")
_TORN_MAY = re.compile(r"(?<![a-z])m(?: a ?| ?a )y(?![a-z])(?= ?,? ?(?:19|2 ?0)\d?)")
_AFTER_DAY = r" ?(?:st|nd|rd|th)?(?: day)? ?(?:of )?[ ./-]?"
_TO_DAY = (
    r"[ ,.-]?(?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)\b|(?:[0-9]{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)[0-9]{2}\b)"
)
_NEAR_NUMBER = re.compile(
    rf"(?<![\w'])[0-9]{{1,2}}{_AFTER_DAY}([a-z0-9]{{4,12}})(?![\w'])"
    rf"|(?<![\w'])([a-z0-9]{{4,12}})(?=[ ,.-]{_TO_DAY})"
)
# Stands in each of its matches, and starts with few characters, so that it is found fast.
_IS_NEAR = re.compile(
    rf"[0-9 ,.-](?:(?<=[0-9]){_AFTER_DAY}(?![0-9]+(?![a-z0-9]))[a-z0-9]{{4}}"
    rf"|(?<=[a-z0-9]{{4}}[ ,.-]){_TO_DAY})"
)


def make_canonical(original: str) -> Canonical:
    """The canonical text of what a person wrote, same length, with the places that were mended."""
    mender = _Mender()
    # most texts are plain, and of these only a few signs are written otherwise
    easy = original.isascii() and _RARE.isdisjoint(original)
    text = original.lower() if easy else original.translate(_CHARACTERS)
    if "0f" in text:
        text = _ZERO_F.sub("of", text)
    if "0ct" in text:
        text = _ZERO_CT.sub("o", text)
    if "|" in text:
        text = _STROKE.sub("l", text)
    if "!" in text:
        text = _EXCLAIMED.sub(lambda match: "." * len(match.group()), text)
    parts = _WORDS.split(text)
    words = frozenset(parts[1::2])
    if not words.isdisjoint(_FRAGMENTS):
        text = _BROKEN_MONTH.sub(mender.join_month, text)
        parts = _WORDS.split(text)
    if not words.isdisjoint(_WRITTEN):
        text = "".join([_WRITTEN.get(part, part) for part in parts])
    if _TORN_APART.search(text):
        text = _TORN_YEAR.sub(mender.join_digits, _TORN_MAY.sub(mender.join_month, text))
    mender.seen = words - _CANON
    text = _mend_numbers(text, mender)
    found = (tuple(mender.mended), tuple(mender.doubtful), tuple(mender.either))
    return Canonical(original, text, *found, mender.seen)


def _mend_numbers(text: str, mender: "_Mender") -> str:
    """Numbers in words as digits, letters read for digits mended, and misspelt months beside numbers."""
    if not mender.seen.isdisjoint(NUMBER_WORDS):
        text = number_words(text)
    if not mender.seen.isdisjoint(_TORN):
        text = _TORN_MONTH.sub(mender.mend_torn, text)
    if _NOISY_SIGN.search(text):
        text = _O_MINUTES.sub(r"\g<1>0", text)
        for pattern in (_NOISY_NUMERIC, _NOISY_YEAR, _NOISY_ORDINAL, _NOISY_DAY):
            text = pattern.sub(mender.mend_digits, text)
    if not mender.seen.isdisjoint(_FOREIGN_MAY):
        text = _MAY.sub("may", text)
    if not mender.seen <= _PLAIN_WORDS and _IS_NEAR.search(text):
        before = text
        text = _NEAR_NUMBER.sub(mender.mend_month, text)
        if text != before:
            text = _NOISY_DAY.sub(mender.mend_digits, text)
    return text


class _Mender:
    """Replacements of one text, each of the length of what it replaces, and a record of what was mended."""

    def __init__(self) -> None:
        self.seen: frozenset[str] = frozenset()  # words that are neither months nor weekdays
        self.mended: list[tuple[int, int]] = []
        self.doubtful: list[tuple[int, int]] = []
        self.either: list[tuple[int, tuple[str, ...]]] = []

    def mend_month(self, match: re.Match[str]) -> str:
        group = 1 if match[1] else 2
        word, start, end = match[group], match.start(group), match.end(group)
        if word.isdigit() or (word[:3] in CANON and match.string[end : end + 1] == "~"):
            return match.group()
        cleaned = word.translate(_AS_LETTERS)
        codes = (CANON[cleaned],) if cleaned in CANON else find_misspelt(cleaned)
        if not codes:
            return match.group()
        self.mended.append((start, end))
        if len(codes) > 1:
            self.either.append((start, codes))
        left, right = start - match.start(), end - match.start()
        return match.group()[:left] + fill(codes[0], len(word)) + match.group()[right:]

    def mend_torn(self, match: re.Match[str]) -> str:
        """ "ju1", "0ct", "apri1": signs, some of them digits, that can be read as a month only."""
        word = match.group()
        code = CANON.get(word.translate(_AS_LETTERS)) or CANON.get(word.replace("1", "i"))
        if code not in MONTHS:
            return word
        self.mended.append(match.span())
        return fill(code, len(word))

    def join_month(self, match: re.Match[str]) -> str:
        self.mended.append(match.span())
        return fill(CANON[match.group().replace(" ", "")], len(match.group()))

    def join_digits(self, match: re.Match[str]) -> str:
        """ "2 024": the figures of a year that a scan tore apart."""
        joined = match.group().replace(" ", "")
        if joined != match.group():
            self.mended.append(match.span())
        return fill(joined, len(match.group()))

    def mend_digits(self, match: re.Match[str]) -> str:
        found = match.group()
        after = match.string[match.end() : match.end() + 20]
        if not any(c.isalpha() or c in "|!" for c in found):
            return found
        behind = _ORDINAL_END.match(after) and _BEHIND_MONTH.search(match.string[: match.start()])
        if not any(c.isdigit() for c in found) and not (behind or _BEFORE_MONTH.match(after)):
            return found
        if found in _WORDS_NOT_NUMBERS and not (
            _ORDINAL_END.match(after) or (found in ("l", "lo") and _BEFORE_MONTH.match(after))
        ):
            return found
        sure = found.translate(_SURE)
        mended = sure.translate(_UNSURE)
        if sure != mended:
            self.doubtful.append(match.span())
        self.mended.append(match.span())
        return mended


_CANON = frozenset(CANON)


def _torn(name: str) -> set[str]:
    """The longest run of letters that is left of a name where some of its letters were read as digits."""
    options = [(char, " ") if char in "olsi" else (char,) for char in name]
    return {max("".join(letters).split(), key=len, default="") for letters in itertools.product(*options)}


_TORN = frozenset(
    part for name, code in CANON.items() if code in MONTHS for part in _torn(name) - {name}
) - frozenset(CANON)
_TORN_MONTH = re.compile(r"(?<![\w|])(?=[a-z|]*[015|])[a-z015|]{3,9}(?![\w|])")
_FOREIGN_MAY = frozenset(("mai", "maj"))
_MAY = re.compile(r"(?<![a-z])ma[ij](?![a-z])(?:(?<=\d ...)|(?<=\d. ...)|(?<=\d\....))")
_BEFORE_MONTH = re.compile(rf"(?:st|nd|rd|th)?(?: of)? ?{MONTH}")
_BEHIND_MONTH = re.compile(rf"{MONTH}\.? (?:the )?$")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)")
_WORDS_NOT_NUMBERS = frozenset(("i", "l", "so", "is", "go", "oil", "lo", "sos", "z", "s"))
_PLAIN_WORDS = frozenset(
    (
        *(
            "and",
            "to",
            "the",
            "on",
            "of",
            "at",
            "in",
            "since",
            "from",
            "between",
            "until",
            "or",
            "th",
            "st",
            "nd",
        ),
        *("rd", "a", "am", "pm", "was", "i", "it", "he", "she", "incident"),
    )
)
# Begins with a few characters, to which the search can run; what stands before them is looked back at.
_NOISY_SIGN = re.compile(
    r"[0-9oqil|!/](?:(?<=[oqli|!sbzgd][0-9/])|(?<=[0-9/])[oqli|!sbzgd]|(?<=\b[oqli|!])[oqli|!]\b"
    r"|(?<=(?<![a-z])[iloq|!])[iloq|!]?(?:st|nd|rd|th)\b)"
)

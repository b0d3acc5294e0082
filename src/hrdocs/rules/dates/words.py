"""The words of dates: months, weekdays and numbers, and their misspellings.

Texts are made canonical without changing any character's place: a month becomes its three letters,
a weekday likewise, a number in words becomes digits, each filled up to its old length with `~`.
"""

import re
from collections import Counter
from functools import lru_cache

from rapidfuzz.distance import OSA

from hrdocs.rules.names import MONTH_NAMES, NUMBER_NAMES, WEEKDAY_NAMES

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH_WORDS = [name.lower() for name in MONTH_NAMES]
_WEEKDAY_WORDS = [name.lower() for name in WEEKDAY_NAMES]
_SHORT = {
    "jan": "jan", "janry": "jan", "feb": "feb", "febr": "feb", "febry": "feb", "mar": "mar", "mrch": "mar",
    "apr": "apr", "apl": "apr", "aprl": "apr", "jun": "jun", "jne": "jun", "jul": "jul", "jly": "jul",
    "aug": "aug", "augst": "aug", "sep": "sep", "sept": "sep", "sepr": "sep", "oct": "oct", "octr": "oct",
    "nov": "nov", "novr": "nov", "dec": "dec", "decr": "dec",
    "mon": "mon", "tue": "tue", "tues": "tue", "wed": "wed", "weds": "wed", "wednes": "wed", "thu": "thu",
    "thur": "thu", "thurs": "thu", "fri": "fri", "sat": "sat", "sun": "sun", "satur": "sat",
}  # fmt: skip
CANON: dict[str, str] = (
    dict(zip(_MONTH_WORDS, MONTHS, strict=True)) | dict(zip(_WEEKDAY_WORDS, WEEKDAYS, strict=True)) | _SHORT
)
# Words close to a month or weekday that are not one.
_NOT_MISSPELT = frozenset(
    (
        "marsh", "mary", "mark", "many", "marc", "much", "match", "macho", "march", "marco", "arch",
        "parch", "larch", "mach", "jane", "june", "july", "tune", "dune", "rune", "judy", "jule", "must",
        "just", "junk", "jute", "juno", "jury", "duly", "august", "gust", "adjust", "agist", "april",
        "may", "maybe", "sunny", "sundry", "sandy", "sudan", "monkey", "money", "mandy", "midday",
        "sunday", "today", "someday", "holiday", "payday", "thru", "thus", "thug", "thugs", "turns",
        "tubes", "ties", "tunes", "dues", "cues", "toes", "tees", "reds", "beds", "weeds", "webs", "feds",
        "sent", "kept", "spent", "steps", "slept", "wept", "swept", "seat", "seats", "dept", "dear",
        "deck", "nova", "ferry", "fridge", "frilly",
    )
)  # fmt: skip

# Months in the languages that people here write as well; read so only beside a number.
_FOREIGN = {
    "jan": "janvier januar januari janeiro enero ianuarie sausio stycznia styczen eanair gennaio",
    "feb": "fevrier februar februari fevereiro febrero februarie vasario lutego luty feabhra febbraio",
    "mar": "mars marz marzo marco martie kovo marca marzec marta",
    "apr": "avril abril aprilie balandzio kwietnia kwiecien aibrean aprile",
    "may": "mayo maio maja maggio geguzes bealtaine",
    "jun": "juin juni junio junho iunie birzelio czerwca czerwiec meitheamh giugno",
    "jul": "juillet juli julio julho iulie liepos lipca lipiec iuil luglio",
    "aug": "aout agosto rugpjucio sierpnia sierpien lunasa",
    "sep": "septembre septiembre setembro septembrie rugsejo wrzesnia wrzesien settembre",
    "oct": "octobre oktober octubre outubro octombrie spalio pazdziernika pazdziernik ottobre",
    "nov": "novembre noviembre novembro noiembrie lapkricio listopada listopad samhain",
    "dec": "decembre dezember diciembre dezembro decembrie gruodzio grudnia grudzien nollaig dicembre",
}
_FOREIGN_MONTHS = {word: code for code, words in _FOREIGN.items() for word in words.split()}

# Words that bend a date, misspelt at the same length.
MISWRITTEN = {
    "sinse": "since", "sence": "since", "sinec": "since", "scine": "since", "snice": "since",
    "cince": "since", "sinxe": "since", "untli": "until", "intil": "until", "untel": "until",
    "goign": "going", "giong": "going", "ongonig": "ongoing", "ongiong": "ongoing",
    "statred": "started", "strated": "started", "bewteen": "between", "betwean": "between",
    "befroe": "before", "beofre": "before", "aftre": "after", "afetr": "after", "evrey": "every",
    "abuot": "about", "aboot": "about", "eraly": "early", "beggining": "beginning",
    "stlll": "still", "stiil": "still", "incedent": "incident", "insident": "incident",
}  # fmt: skip

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
NUMBERS = {word: number for number, word in enumerate(NUMBER_NAMES, 1)} | {
    "a": 1, "an": 1, "couple": 2, "couple of": 2, "twenty": 20, "thirty": 30,
}  # fmt: skip
_DAY_WORDS = {word: number for number, word in enumerate(_ORDINALS, 1)} | {
    "twentieth": 20, "thirtieth": 30, "fith": 5, "forth": 4, "eigth": 8, "nineth": 9, "twelth": 12,
    "twelveth": 12,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30}

NUMBER_WORDS = frozenset((*NUMBER_NAMES, *_DAY_WORDS, "twenty", "thirty"))

MONTH = "(?:" + "|".join(MONTHS) + r")(?![a-z])~*+"
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + r")(?![a-z])~*+"

_ONES = "|".join(NUMBER_NAMES[:9])
_ORD_ONES = "|".join(_ORDINALS[:9])
_ORD_ALL = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
_YEAR_WORDS = re.compile(
    rf"\b(?:two thousand(?: and)? |twenty[ -])(?P<tens>twenty|thirty|ten|eleven|twelve|thirteen|fourteen"
    rf"|fifteen|sixteen|seventeen|eighteen|nineteen)(?:[ -](?P<ones>{_ONES}))?\b"
)
_DAY_PHRASE = re.compile(rf"\b(?:(?P<tens>twenty|thirty)[ -](?P<ones>{_ORD_ONES})|(?P<day>{_ORD_ALL}))\b")
_CARDINAL_DAY = re.compile(
    rf"\b(?:(?P<tens>twenty|thirty)[ -](?P<ones>{_ONES})|"
    rf"(?P<day>{'|'.join(sorted(NUMBER_NAMES, key=len))}|twenty|thirty))(?=(?: of)? {MONTH})"
)
_ORDINAL_NOUN = re.compile(
    r"\s*(?:of all|time|incident|occasion|floor|party|person|one|instance|event|week|half|stage|"
    r"warning|day\b"
    r"|name|few|place|started|began|happened|noticed|half|and (?:foremost|only|last|final|worst)|class|"
    r"language|job|year|weekend|two"
    r"|three|couple|fortnight)"
)


_BEFORE_MONTH = re.compile(
    rf"[ ,&-]*(?:(?:and|or|to|the|of|day|{_ORD_ALL})[ ,&-]+)*(?:{MONTH}|(?:19|20)\d\d)"
)
_YEAR_NEXT = re.compile(r" (?:19|20)\d\d")
_BEHIND_MONTH = re.compile(
    rf"(?<!\d )(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )(?<!\d of )(?<!th of ){MONTH},? (?:the )?$"
)
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:)&-]|¤|\d|(?:and|or|to|at|in|on|around|about|when|he|she|i|from|during)(?![a-z]))"
)


def fill(canonical: str, length: int) -> str:
    """The canonical word at its old length."""
    return canonical + "~" * (length - len(canonical)) if len(canonical) <= length else canonical[:length]


def number_words(text: str) -> str:
    """Years and days of the month in words become digits; every other character stays in its place.

    "second" and the like count as days only where a month or a list of such days follows.
    """
    text = _YEAR_WORDS.sub(_year_digits, text)
    text = _CARDINAL_DAY.sub(_day_digits, text)
    if not _DAY_PHRASE.search(text):
        return text
    return _DAY_PHRASE.sub(_ordinal_digits, text)


def _year_digits(match: re.Match[str]) -> str:
    word = match["tens"]
    value = _TENS.get(word) or NUMBERS[word]
    ones = NUMBERS[match["ones"]] if match["ones"] else 0
    if ones and value not in (20, 30):
        return match.group()
    return fill(f"{2000 + value + ones}", len(match.group()))


def _day_digits(match: re.Match[str]) -> str:
    value = _TENS[match["tens"]] + NUMBERS[match["ones"]] if match["tens"] else NUMBERS[match["day"]]
    return fill(f"{value}", len(match.group()))


def _ordinal_digits(match: re.Match[str]) -> str:
    rest = match.string[match.end() : match.end() + 60]
    behind = _BEHIND_MONTH.search(match.string[max(0, match.start() - 20) : match.start()])
    if match["day"] == "twelfth" and _YEAR_NEXT.match(rest):  # "the Twelfth 2024" is a holiday
        return match.group()
    if _ORDINAL_NOUN.match(rest) or not (_BEFORE_MONTH.match(rest) or (behind and _NO_NOUN.match(rest))):
        return match.group()
    tens = _TENS[match["tens"]] if match["tens"] else 0
    value = tens + _DAY_WORDS[match["ones"] or match["day"]]
    if len(match.group()) < len(str(value)) + 2:
        return fill(str(value), len(match.group()))
    return fill(f"{value}th", len(match.group()))


@lru_cache(maxsize=4096)
def find_misspelt(word: str) -> tuple[str, ...]:
    """The months (or weekdays) that a word next to a number may be meant for; more than one is a doubt."""
    if len(word) < 4 or len(word) > 12 or word in _NOT_MISSPELT:
        return ()
    if word in _FOREIGN_MONTHS:
        return (_FOREIGN_MONTHS[word],)
    allowed = 1 if len(word) < 5 else 2
    best = allowed + 1
    found: tuple[str, ...] = ()
    for name, code in CANON.items():
        if len(name) < 4 or abs(len(name) - len(word)) > allowed:
            continue
        distance = OSA.distance(word, name, score_cutoff=allowed)
        if distance > allowed or (word[0] != name[0] and distance > 1):
            continue
        if distance == 2 and min(len(word), len(name)) < 6 and _other_letters(word, name) > 1:
            continue
        if distance < best:
            best, found = distance, (code,)
        elif distance == best and code not in found:
            found = (*found, code)
    return found


def _other_letters(word: str, name: str) -> int:
    """How many letters one has that the other lacks: letters swapped about count nothing."""
    letters = Counter(word)
    letters.subtract(name)
    return max(sum(n for n in letters.values() if n > 0), -sum(n for n in letters.values() if n < 0))

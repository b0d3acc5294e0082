"""Which operators can stand before a date at all, judged by the words there.

Each operator has words of which it always holds one, cut to four letters: what holds none of them need not
be searched for it. A sign that is no word may be any operator.
"""

import re
from functools import lru_cache

_HEAD = 4
_SIGNS = re.compile("[≈±?]")
_WORD = re.compile(r"[a-z]+")
_WEEK = "week w wc wb wk wks wkco wkbe wkst wkfr wken wksc wksb wkss wksf wkse"
_DAYS = "mon tue wed thu fri sat sun mond tues wedn thur frid satu sund"
_HOLDS: dict[str, str] = {
    "week:commencing": _WEEK,
    "week:ending": _WEEK,
    "week:weekend": "week",
    "week:fortnight": "fort",
    "week:night": "nigh over",
    "part:week-last": "week wk",
    "part:week-1": "week wk",
    "part:week-2": "week wk",
    "part:week-3": "week wk",
    "part:week-4": "week wk",
    "part:first-half": "half week fort",
    "part:second-half": "half",
    "part:last-two": "week fort",
    "part:first-days": "days",
    "part:last-days": "days end",
    "part:first-day": "firs st",
    "part:last-day": "day",
    "part:mid-late": "mid midd midt mida mido",
    "part:early-mid": "earl begi star",
    "part:early": "begi star earl beg",
    "part:mid": "midd mid",
    "part:late": "latt late end",
    "week:of": "week wk wks",
    "negated": "acco mean way not rath inst wasn isn exce apar excl othe neve igno disr scru forg dele",
    "about": "abou arou appr circ c ca roug near clos abpr",
    "doubt": "thin beli sure unsu poss mayb perh coul may migh must gues say prob reme memo far like tbc",
    "once": "some one day date once occa sing",
    "since": "sinc dati back far from",
    "start": "star bega from begi comm as effe w wef we",
    "between": "betw",
    "until": "unti till to til ende endi stop",
    "shift:-1": "day",
    "shift:1": "day",
    "shift:-7": "week",
    "shift:7": "week",
    "final": "last late rece fina",
    "before": "befo prio than by prec prev",
    "after": "afte foll than befo subs post",
    "whole": "thro all whol enti ever each dail most",
    "every": f"week day shif {_DAYS}",
}
NAMES = tuple(_HOLDS)
_ALL = (1 << len(NAMES)) - 1
_BITS: dict[str, int] = {}
for _number, _words in enumerate(_HOLDS.values()):
    for _word in _words.split():
        _BITS[_word] = _BITS.get(_word, 0) | 1 << _number


def possible_operators(text: str) -> int:
    """The operators that a text can hold, as bits in the order of `NAMES`; 0 where it can hold none."""
    found = _ALL if _SIGNS.search(text) else 0
    for word in _WORD.findall(text):
        found |= _BITS.get(word[:_HEAD], 0)
    return found


@lru_cache(maxsize=1024)
def operator_names(possible: int) -> frozenset[str]:
    """The names of the operators whose bits are set."""
    return frozenset(name for number, name in enumerate(NAMES) if possible >> number & 1)

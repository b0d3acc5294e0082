"""How names and contacts may be written, as patterns to look for.

Texts are folded first: no accents, plain quotation marks and figures. A part of a name is sought with its
plural and possessive, in other scripts with their endings; Mc, Mac and O' apart or together; contacts with
any marks between.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ZEROS = "\u0660\u06f0\u0966\u09e6\u0e50"  # Arabic, Persian, Devanagari, Bengali, Thai
# Marks, letters and figures that mean the same as plain ones and that Unicode does not take apart.
PLAIN_MARKS = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\u2011": "-", "\u2010": "-",
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th",
        "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ı": "i", "ħ": "h", "Ħ": "H",
        **{chr(ord(zero) + n): str(n) for zero in _ZEROS for n in range(10)},
    }
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa"})
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame rev revd cllr councillor lord lady".split()  # noqa: SIM905
)
_TITLE = rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})"
# Two letters that stand for something else in most letters of an employer.
_ABBREVIATIONS = (
    "AD AM AS BA BC CA CEO CV DIY DR EC ER EU FE GP HE HQ HR ID IM IT JP LA MA MD MP MS NI OD OK PA PC PM PO "
    "PR PS QC RE SE TU UK UN US VAT"
)
_SURNAME = re.compile(r"(mc|mac|fitz|o')\s?(\w{2,})", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]")
# Scripts that part no words: Thai to Khmer, kana, Chinese, Korean.
_UNPARTED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DOT = r"\s*(?:\.|[(\[{]\s*dot\s*[)\]}]|\s+dot\s+)\s*"
_AT = r"\s*(?:@|%40|[(\[{]\s*(?:at|@)\s*[)\]}]|\s+at\s+)\s*"
_BETWEEN = r"[^\w@]{0,4}"  # what may stand between the digits of a telephone number


def name_parts(name: str) -> list[str]:
    """The words of a folded name that identify: no titles, no initials; joined names also apart."""
    words = [w.strip(".,;:()'\"") for w in name.split()]
    words += [half for w in words if "-" in w for half in w.split("-")]
    words += [w.partition("'")[2] for w in words if len(w.partition("'")[2]) > 3]
    return [
        w
        for w in dict.fromkeys(words)
        if len(w) > 1 and not _is_initials(w) and w.casefold() not in TITLES and not w.isdigit()
    ]


def _is_initials(word: str) -> bool:
    return "." in word or (len(word) == 2 and word.isupper())


@lru_cache(maxsize=4096)
def name_pattern(words: str) -> str:
    """Folded words as a pattern: as words of their own, also inside an e-mail address, plural, possessive."""
    inner = r"\s+".join(_spelt(word) for word in words.split())
    if not inner:
        return r"(?!)"
    if _UNPARTED.search(words):
        return inner
    if not _LATIN.search(words):
        slack = r"\w{0,3}" if len(words) > 2 else ""
        return rf"(?<!\w){slack}(?:{inner}){slack}(?!\w)"
    return rf"(?<![^\W_])(?:{inner})(?:'?s'?)?(?![^\W_])"


def spellings_of(name: str) -> tuple[str, ...]:
    """A name with its umlauts dropped and, where it has any, written out: Muller, Mueller."""
    return tuple(dict.fromkeys((name, unicodedata.normalize("NFC", name).translate(_UMLAUTS))))


def user_name_pattern(part: str) -> str:
    """A part of a name behind one or two initials as one word: "sdevenney"; nothing for a short one."""
    return rf"(?i:(?<![^\W_])[a-z]{{1,2}}{re.escape(part)}\d{{0,3}}(?![^\W_]))" if len(part) > 4 else r"(?!)"


def _spelt(word: str) -> str:
    found = _SURNAME.fullmatch(word)
    if found is None:
        return re.escape(word)
    head, rest = found.group(1), re.escape(found.group(2))
    first = head[0]
    if "'" in head:
        return rf"{first}(?:'\s?|\s)?{rest}"
    both = f"[{first.lower()}{first.upper()}]"
    if head.casefold() == "fitz":
        return rf"{both}itz\s?(?i:{rest})"
    return rf"{both}(?:a?c|')\s?{rest}"


def titled_pattern(part: str) -> str:
    """A part of a name behind a title: "Mrs May"."""
    return rf"(?<!\w)(?i:{_TITLE})\.?\s+(?:\w+\.?\s+)?{name_pattern(part)}"


def mailbox_pattern(part: str) -> str:
    """A part of a name anywhere in the first half of an e-mail address; nothing for a short one."""
    return rf"(?i:[\w.+-]*{re.escape(part)}[\w.+-]*@)" if len(part) > 3 else r"(?!)"


def initials_of(name: str) -> str:
    """The initials of a folded name: "SD"; none where they are few, or usually mean something else."""
    words = [w for w in re.findall(r"[^\W\d_][\w'-]*", name) if w.casefold().rstrip(".") not in TITLES]
    letters = "".join(word[0] for word in words if word[0].isupper())
    return letters if 2 <= len(letters) <= 4 and letters not in _ABBREVIATIONS.split() else ""


def initials_pattern(letters: str) -> str:
    """The initials with or without full stops, in capitals."""
    return rf"(?<![\w.])(?:{letters}|{' ?'.join(rf'{c}[.]' for c in letters)})(?![\w&])"


def contact_patterns(contact: str) -> Iterator[tuple[str, bool]]:
    """How a contact may be written, each with whether it is sure: a part of one is not."""
    plain = contact.strip().casefold()
    if "@" in plain:
        local, _, domain = plain.rpartition("@")
        yield rf"(?<![\w.]){_address(local)}{_AT}{_address(domain)}(?!\w)", True
        if len(local) > 5:
            yield rf"(?<![\w.@]){_address(local)}(?![\w.]*\w)", False
        return
    digits = re.sub(r"\D", "", re.sub(r"(?i)\s*(?:ext|x)\.?\s*\d+\s*$", "", plain))
    if len(digits) < 7:
        if plain:
            yield rf"(?<!\w){re.escape(plain)}(?!\w)", True
        return
    if len(digits) >= 9:
        yield rf"{_BETWEEN.join(digits[-9:])}(?!\d)", True
    else:
        yield rf"(?<!\d){_BETWEEN.join(digits)}(?!\d)", True
    if len(digits) >= 10:
        yield rf"(?<!\d)(?<!\d[\s-]){_BETWEEN.join(digits[-7:])}(?!\d)", False


def _address(text: str) -> str:
    return _DOT.join(r"\s?".join(map(re.escape, re.split(r"(?<=[-_])|(?=[-_])", p))) for p in text.split("."))

"""What text says as text: blank, nothing, put in order; and the record of a value that was read.

Curly quotes, accents, ampersands and capitals stay as written.
"""

import re
import unicodedata
from dataclasses import dataclass

from hrdocs.document import Reason, Status, Value

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))
_LEADERS = re.compile(r"(?:[_.…·‥]|-(?=--)|(?<=--)-){3,}|_{2,}|(?<!\w)_(?!\w)|[…‥]+")
_BLANK = re.compile(
    r"[\s_.…·‥:;,|\\☐□▢○◯⬜❏❑]*|-{3,}|[–—]{3,}|(?:\[\s*\]|\(\s*\))+|[\s._…]*[-–—]{3,}[\s._…-]*"
)
_PROMPT = re.compile(
    r"(?:click|tap|click or tap)(?: or tap)? (?:here )?to (?:enter|add) (?:text|a date|your answer)\.?"
    r"|choose an item\.?|select (?:a|from).{0,20}|enter text here\.?|type here\.?",
    re.IGNORECASE,
)
# what programs print for a question that was passed over
_PASSED_OVER = re.compile(
    r"\W*(?:(?:question |field )?(?:was )?(?:not|un)[ -]?"
    r"(?:answered|provided|supplied|completed|entered|given|specified|filled in)"
    r"|no (?:answer|response|entry|value)(?: (?:was )?(?:given|provided|entered|recorded|supplied))?"
    r"|nothing (?:was )?entered|(?:was )?(?:left )?blank|empty|skipped)\W*",
    re.IGNORECASE,
)
_NOTHING_WORD = (
    r"(?:none|nil|nothing|nobody|no[ -]?one|n ?/? ?\.?a\.?|not applicable|does ?n[o']t apply|not any|zero|no)"
)
_NOTHING = re.compile(
    rf"(?:there (?:were|was|are|is) |i have |i had )?{_NOTHING_WORD}"
    r"(?: (?:other |known |further |direct )?"
    r"(?:witness(?:es)?|evidence|steps|steps taken|one|to (?:report|add|declare)|else))?"
    r"(?: (?:that i (?:know|am aware) of|known|as yet|yet|so far|to date"
    r"|(?:at )?(?:this time|present|the moment)"
    r"|at this stage|applicable|taken|present|available|were present|was present|saw (?:it|this)))?"
)


@dataclass(frozen=True, slots=True)
class ValueReading:
    """What an answer's text means.

    `reason` is why it is unclear; with status `ok` it is a note: the text stands as a value, but
    something about it (a telephone number of impossible length) should be looked at.
    """

    value: Value
    status: Status
    reason: Reason | None = None
    suggestion: Value = None


MISSING = ValueReading(None, Status.MISSING)


def ok(value: Value, note: Reason | None = None) -> ValueReading:
    """A value that was read surely."""
    return ValueReading(value, Status.OK, note)


def unclear(reason: Reason, suggestion: Value = None) -> ValueReading:
    """An answer that a person must look at."""
    return ValueReading(None, Status.UNCLEAR, reason, suggestion)


def tidy(text: str) -> str:
    """The text in NFC with single spaces, no invisible characters and at most one empty line running."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = re.sub(r"\r\n?|\v|\f|\u2028|\u2029|\x85", "\n", text)
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def is_blank(text: str) -> bool:
    """Whether nothing was written: leaders, empty boxes, a control's prompt, a program's "Not answered"."""
    bare = tidy(text).translate(_JOINERS)
    return any(none.fullmatch(bare) for none in (_BLANK, _PROMPT, _PASSED_OVER))


def is_nothing(text: str) -> bool:
    """Whether the writer says that there is nothing: "N/A", "none", "no witnesses", a dash."""
    bare = tidy(text).casefold().replace("’", "'").strip(" .!,;:()\"'")
    if not bare:
        return False
    return bool(re.fullmatch(r"[-–—/\\~]{1,2}", bare) or _NOTHING.fullmatch(bare))


def without_leaders(text: str) -> str:
    """The text without the dots and underscores that a form prints for writing on."""
    return tidy(_LEADERS.sub(" ", text))


def one_line(text: str) -> str:
    """The text on one line; a word broken at a hyphen or an apostrophe is joined."""
    text = without_leaders(text)
    text = re.sub(r"(?<=\w[-‐’'])\n(?=\w)", "", text)
    return " ".join(text.split())

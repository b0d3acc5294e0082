"""One tick and one choice from text: boxes, yes and no, or the words of an option."""

import re

from hrdocs.document import Reason
from hrdocs.procedure import Choice
from hrdocs.rules.values_text import MISSING, ValueReading, is_blank, is_nothing, ok, tidy, unclear
from hrdocs.rules.values_ticks import find_ticks

_YES = re.compile(
    r"y|yes|yeah|yep|true|on|1|x|ticked|checked|agreed?|i agree|i do|confirmed|\*", re.IGNORECASE
)
_NO = re.compile(r"n|no|nope|false|off|0|unticked|i do not|i don'?t", re.IGNORECASE)


def parse_tick(text: str) -> ValueReading:
    """True for a ticked box or a yes, False for an empty box or a no."""
    ticks = find_ticks(text)
    if ticks.doubtful:
        return unclear(Reason.SEVERAL_CHOICES)
    if ticks.items:
        return _ticked_answer(ticks.items[0].label, ticks.ticked, len(ticks.items))
    if is_blank(text):
        return MISSING
    words = tidy(text).replace("’", "'").strip(" .!,;:-()")
    if _YES.fullmatch(words) or re.match(r"yes\b(?!.*\bno\b)", words, re.IGNORECASE):
        return ok(True)
    if _NO.fullmatch(words) or re.match(r"no\b(?!.*\byes\b)", words, re.IGNORECASE):
        return ok(False)
    both = re.search(r"\by(?:es)?\b", words, re.IGNORECASE) and re.search(r"\bno?\b", words, re.IGNORECASE)
    return unclear(Reason.SEVERAL_CHOICES if both else Reason.UNKNOWN_CHOICE)


def _ticked_answer(label: str, ticked: tuple[str, ...], count: int) -> ValueReading:
    if count == 1:
        means_no = bool(_NO.fullmatch(label)) and bool(label)
        return ok(bool(ticked) != means_no) if ticked or not means_no else MISSING
    if not ticked:
        return MISSING
    means = {bool(_YES.fullmatch(words)) - bool(_NO.fullmatch(words)) for words in ticked}
    if means == {1}:
        return ok(True)
    if means == {-1}:
        return ok(False)
    return unclear(Reason.SEVERAL_CHOICES if len(ticked) > 1 else Reason.UNKNOWN_CHOICE)


def parse_choice(text: str, choices: tuple[Choice, ...]) -> ValueReading:
    """The id of the one choice that was ticked or written."""
    ticks = find_ticks(text)
    if ticks.items:
        if ticks.doubtful:
            return unclear(Reason.SEVERAL_CHOICES)
        if not ticks.ticked:
            return _written_choice(ticks.rest, choices) if not is_blank(ticks.rest) else MISSING
        found = [_choices_in(label, choices) for label in ticks.ticked]
        ids = tuple(dict.fromkeys(i for one in found for i in one))
        return _one_choice(ids) if all(found) else unclear(Reason.UNKNOWN_CHOICE, ids[0] if ids else None)
    if is_blank(text):
        return MISSING
    if is_nothing(text) and not _choices_in(text, choices):  # "No" may be one of the options
        return MISSING
    return _written_choice(text, choices)


def _written_choice(text: str, choices: tuple[Choice, ...]) -> ValueReading:
    ids = _choices_in(text, choices)
    if re.search(r"\b(?:not|nor|neither|isn't|wasn't|former|formerly|ex)\b", _folded(text)) and ids:
        return unclear(Reason.UNKNOWN_CHOICE, ids[0] if len(ids) == 1 else None)
    return _one_choice(ids)


def _one_choice(ids: tuple[str, ...]) -> ValueReading:
    if not ids:
        return unclear(Reason.UNKNOWN_CHOICE)
    return ok(ids[0]) if len(ids) == 1 else unclear(Reason.SEVERAL_CHOICES)


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", tidy(text).casefold().replace("’", "'")))


def _choices_in(text: str, choices: tuple[Choice, ...]) -> tuple[str, ...]:
    """The ids whose words stand in a text; a longer match hides a shorter one inside it."""
    words = f" {_folded(text)} "
    known = {_folded(w): c.id for c in choices for w in (c.id.replace("-", " "), *c.words)}
    exact = known.get(words.strip())
    if exact:
        return (exact,)
    found = []
    for phrase in sorted(filter(None, known), key=len, reverse=True):
        if f" {phrase} " in words:
            found.append(known[phrase])
            words = words.replace(f" {phrase} ", " | ")
    return tuple(dict.fromkeys(found)) or _misspelt_choice(words.strip(), known)


def _misspelt_choice(words: str, known: dict[str, str]) -> tuple[str, ...]:
    from rapidfuzz.distance import OSA

    near = {
        i
        for phrase, i in known.items()
        if len(phrase) >= 5 and OSA.distance(words, phrase, score_cutoff=1) <= 1
    }
    return tuple(near) if len(near) == 1 else ()

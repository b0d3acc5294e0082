"""The blank form's own instructions: never an answer, wherever a reader finds them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from hrdocs.procedure import FormDefinition
from hrdocs.rules.matching.boundaries import is_hint
from hrdocs.rules.matching.wording import fold

_PROMPT = re.compile(
    r"^\W*(?:click (?:or tap )?(?:here )?to (?:enter|type|add)|tap (?:here )?to enter|choose an item"
    r"|select (?:an|one|a date)|enter (?:a date|text|your|the)\b[^.]{0,40}"
    r"|type (?:here|your answer)|insert (?:text|name|date)|dd\s*[/.-]\s*mm\s*[/.-]\s*yy(?:yy)?"
    r"|\[\s*(?:name|date|text|insert[^\]]*|enter[^\]]*)\s*\])[^\n]{0,40}$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[☒☑✓✔]|[\[(] ?[xX✓✔] ?[\])]")
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|we|us|our|he|she|his|her|him)\b", re.IGNORECASE)
_COMMAND = re.compile(
    r"^\W*(?:please|give|provide|describe|state|list|include|outline|continue|use|tick|note|complete|set "
    r"out|tell us|explain|attach|sign|if you|you (?:may|should|must|can|will)|this section|in this "
    r"section|for example|e\.g\.|delete|enter|specify)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:i|me|my|mine|he|she|his|her|him)\b|[\"“”]", re.IGNORECASE)
_ADDRESSED = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_ORDER = re.compile(
    r"^\W*(?:(?:give|say|tell|enter|describe|explain|include|provide|write|choose|select|outline|specify"
    r"|indicate|identify|continue|set out|be as|do not|don[’']t)\s+[a-z]"
    r"|(?:name|use|state|leave|list|tick|add)\s+(?:the|an?|any|each|every|all|both|one|as|if|in|blank|empty|only"
    r"|extra|additional|other|more)\b"
    r"|attach\s+(?:an?|any|extra|more|further|additional|separate|other|sheets?|pages?)\b"
    r"|for example\b|e\.g\.|optional\W*$|block (?:capitals|letters)\W*$"
    r"|(?:if|where) (?:any|known|applicable|possible|necessary)\b)",
)
_OFFICE = re.compile(
    r"^\W*(?:for (?:office|official|hr|od/?hr|internal|management|administrative) use|office use only|hr "
    r"use only|data protection|privacy (?:notice|statement)|how we use|equality monitoring|equal "
    r"opportunities monitoring"
    r"|guidance notes?|notes? for (?:completion|guidance)|to be completed by (?:hr|od|the line manager"
    r"|line manager|the manager|management)|received by|date received|action taken by (?:hr|management)"
    r"|end of form|return (?:this|the|your) (?:completed )?form|please return)\b",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(
    r"^\W*(?:page\s*\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|\d{1,3}\s+of\s+\d{1,3})\W*$", re.IGNORECASE
)


class Guidance:
    """All printed instructions of one form, ready to be cut from a text."""

    def __init__(self, definition: FormDefinition) -> None:
        texts: set[str] = set(definition.guidance)
        for section in definition.sections:
            texts.update(section.guidance)
        for one in definition.fields:
            texts.update(one.guidance)
        self._texts = sorted((t for t in texts if len(t) > 3), key=len, reverse=True)
        self._folded = {fold(t) for t in self._texts if fold(t).count(" ") > 1}
        self._words = [(t, _plain(t), frozenset(fold(t).split())) for t in self._texts if len(t) > 8]
        self._long = [fold(t) for t in self._texts if len(t) > 40]
        self._long_words = [(long, frozenset(long.split())) for long in self._long]

    def is_guidance(self, text: str) -> bool:
        """Whether a text is nothing but instructions, a prompt or a hint."""
        stripped = text.strip()
        if not stripped or has_mark(stripped):
            return False  # a printed list with a mark of the writer's is no print alone
        if _PROMPT.match(stripped) or is_hint(stripped) or fold(stripped) in self._folded:
            return True
        return not self.cut(stripped).strip(" \t\n.:()[]")

    def is_fragment(self, text: str) -> bool:
        """Whether a printed line is a piece of a long instruction, broken off by the line's end."""
        folded = fold(text)
        if folded.count(" ") < 3:
            return False
        return any(
            fuzz.partial_ratio(folded, long, score_cutoff=93) >= 93
            for long in self._alike(folded)
            if len(folded) <= len(long) + 4
        )

    def _alike(self, folded: str) -> Iterator[str]:
        """The long instructions that hold most words of a text: only they need be compared."""
        words = folded.split()
        for long, have in self._long_words:
            if sum(word in have for word in words) >= 0.6 * len(words):
                yield long

    def begins(self, text: str) -> bool:
        """Whether a text is the beginning of a long instruction."""
        folded = fold(text)
        length = len(folded)
        return length >= 12 and any(
            fuzz.ratio(folded, long[:length], score_cutoff=90) >= 90
            for long in self._alike(folded)
            if length <= len(long) * 1.25
        )

    def continues(self, before: str, text: str) -> bool:
        """Whether a line goes on with the instruction that `before` broke off."""
        begun, line = fold(before), fold(text)
        for long in self._long:
            near = fuzz.partial_ratio_alignment(begun, long, score_cutoff=90)
            rest = long[near.dest_end :].strip() if near and len(begun) <= len(long) else ""
            if rest and len(line) <= len(rest) + 6 and fuzz.ratio(line, rest[: len(line)]) >= 85:
                return True
        return False

    def cut(self, text: str) -> str:
        """The text without the instructions in it, however their lines are broken."""
        if _PROMPT.match(text):
            return ""
        if has_mark(text):
            return text
        have = frozenset(fold(text[:4000]).split())
        for _, plain, words in self._words:
            if len(words & have) < 0.75 * len(words):
                continue
            start, end = _find(plain, text)
            if end > start:
                text = text[:start].rstrip(" (") + _joint(text[:start], text[end:]) + text[end:].lstrip(" .)")
        return text


def _joint(before: str, after: str) -> str:
    return "\n" if before.strip() and after.strip() else ""


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Lower case with every white space a space, character for character."""
    return "".join(
        " "
        if c.isspace()
        else {"’": "'", "‘": "'", "–": "-", "—": "-"}.get(c, c.lower() if len(c.lower()) == 1 else c)
        for c in text
    )


def _find(plain: str, text: str) -> tuple[int, int]:
    """Where an instruction stands in a text, within its first and last stretch; `(0, 0)` if nowhere."""
    reach = len(plain) + 600
    whole = _plain(text) if len(text) <= 8000 else "".join(_plain(text[:8000]))
    for start in dict.fromkeys((0, max(0, len(whole) - reach))):
        piece = whole[start : start + reach]
        exact = piece.find(plain)
        if exact >= 0:
            return _snap(text, start + exact, start + exact + len(plain))
        if len(plain) < 16 or len(piece) < 0.8 * len(plain):
            continue
        near = fuzz.partial_ratio_alignment(plain, piece, score_cutoff=88)
        if near and near.dest_end - near.dest_start >= 0.8 * len(plain):
            return _snap(text, start + near.dest_start, start + near.dest_end)
    return 0, 0


def _snap(text: str, start: int, end: int) -> tuple[int, int]:
    """A match moved to the borders of words, so that no half word is left or taken."""
    if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    if end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        back = end
        while back > start and text[back - 1].isalnum():
            back -= 1
        forward = end
        while forward < len(text) and text[forward].isalnum():
            forward += 1
        end = back if end - back <= forward - end else forward
    while end < len(text) and text[end] in ".)":
        end += 1
    return start, end


def has_mark(text: str) -> bool:
    """Whether a box is ticked in a text, as nobody prints one."""
    return bool(_MARKED.search(text))


def looks_printed(text: str) -> bool:
    """Whether a text reads like a form's instruction rather than like somebody's answer."""
    stripped = text.strip()
    if not stripped or _FIRST_PERSON.search(stripped):
        return False
    return bool(
        _COMMAND.match(stripped)
        and (re.search(r"\byou(?:r)?\b|please", stripped, re.IGNORECASE) or stripped[-1] in ":?")
    )


def is_prompt(text: str) -> bool:
    """Whether a line tells the writer what to write, in whatever words: nobody speaks in it of himself."""
    stripped = text.strip().strip("()[]*").strip()
    if not stripped or len(stripped) > 300 or _TOLD.search(stripped):
        return False
    return bool(_ADDRESSED.search(stripped)) or is_order(stripped) or looks_printed(stripped)


def is_order(text: str) -> bool:
    """Whether a text begins as an instruction does: "Enter one name on each line", "Optional"."""
    bare = text.lstrip(" ([*-–•")
    return bool(_ORDER.match(bare[:1].lower() + bare[1:]))


def without_prompts(text: str) -> str:
    """The lines of a text without the leading ones that only tell what to write."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = next((k for k in range(at + 1, min(at + 5, len(lines) + 1)) if _ends_prompt(lines, at, k)), at)
        if end == at:
            break
        at = end
    return "\n".join(lines[at:])


def _ends_prompt(lines: list[str], start: int, end: int) -> bool:
    """Whether lines are one whole prompt: a sentence, or a line that the next one does not go on with."""
    text = " ".join(line.strip() for line in lines[start:end])
    following = lines[end].strip()[:1] if end < len(lines) else ""
    return is_prompt(text) and (text.rstrip()[-1:] in ".?!:)" or not following.islower())


def is_office(text: str) -> bool:
    """Whether a line begins a part that the complainant does not fill in."""
    return len(text) < 160 and bool(_OFFICE.match(text))


def is_page_number(text: str) -> bool:
    """Whether a line is a page's number as printed ("Page 2 of 3")."""
    return bool(_PAGE_WORD.match(text))

"""Content controls: what kind one is, and whether its text is an answer or its own prompt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hrdocs.document import Mark
from hrdocs.read.docx.glyphs import BOX, TICKED, is_prompt, plain_text, symbol
from hrdocs.read.docx.styles import VAL, is_on
from hrdocs.tools.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_PR, _CONTENT, _SDT, _TBL, _T, _SYM = f"{W}sdtPr", f"{W}sdtContent", f"{W}sdt", f"{W}tbl", f"{W}t", f"{W}sym"
_FFDATA = f"{W}ffData"
# Word 2010 and later write one of these for a tick box, and 2012 and later for what repeats.
_CHECKBOXES = tuple(
    f"{{http://schemas.microsoft.com/office/{space}}}checkbox"
    for space in ("word/2010/wordml", "word/2012/wordml")
)
# Wrappers that hold parts of the form itself: a lock on a group, a table of contents, a cover page.
_WRAPPERS = frozenset(f"{W}{n}" for n in ("group", "docPartObj", "docPartList", "bibliography"))
_LISTS = frozenset((f"{W}dropDownList", f"{W}comboBox"))
_GOOGLE = "goog_rdk_"  # Google Docs wraps comments and suggestions in controls of this tag


@dataclass(frozen=True, slots=True)
class Control:
    """One control. `mark` is None where its text is marked as if there were no control."""

    content: "_Element | None"
    mark: Mark | None = None
    tick: str = ""  # the character of a tick box
    doubt: str = ""  # what contradicts itself in it


def read_control(sdt: "_Element", prompt_of: Callable[[str], str | None]) -> Control:
    """What a control is and how its text counts; `prompt_of` gives the prompt of that name."""
    content = sdt.find(_CONTENT)
    properties = sdt.find(_PR)
    if content is None or properties is None:
        return Control(content, Mark.FILLED if content is not None and _is_leaf(content) else None)
    facts = {str(child.tag): child for child in properties}
    checkbox = next((facts[tag] for tag in _CHECKBOXES if tag in facts), None)
    if checkbox is not None:
        return _read_tick(checkbox, content)
    showing = facts.get(f"{W}showingPlcHdr")
    if showing is not None and is_on(showing):
        text = content_text(content)
        if is_prompt(text):
            return Control(content, Mark.PLACEHOLDER)
        return _read_showing(content, text, _find_prompt(facts, prompt_of))
    if _is_wrapper(facts) or not _is_leaf(content):
        return Control(content)
    if not _LISTS.isdisjoint(facts) and is_prompt(content_text(content)):
        return Control(content, Mark.PLACEHOLDER)
    return Control(content, Mark.FILLED)


def _find_prompt(facts: "dict[str, _Element]", prompt_of: Callable[[str], str | None]) -> str | None:
    holder = facts.get(f"{W}placeholder")
    part = holder.find(f"{W}docPart") if holder is not None else None
    return prompt_of(part.get(VAL) or "") if part is not None else None


def _is_wrapper(facts: "dict[str, _Element]") -> bool:
    """Whether nobody can type here: a group, a generated part, a locked text, a comment's anchor."""
    lock, tag = facts.get(f"{W}lock"), facts.get(f"{W}tag")
    if lock is not None and (lock.get(VAL) or "").lower() in ("contentlocked", "sdtcontentlocked"):
        return True
    return not _WRAPPERS.isdisjoint(facts) or (tag is not None and (tag.get(VAL) or "").startswith(_GOOGLE))


def content_text(content: "_Element") -> str:
    """All text of a control's content in one string."""
    return "".join(t.text or "" for t in content.iter(_T))


def _is_leaf(content: "_Element") -> bool:
    """A control around other controls, fields or a whole table holds labels too, not only an answer."""
    return next(content.iter(_SDT, _TBL, _FFDATA), None) is None


def _read_showing(content: "_Element", text: str, prompt: str | None) -> Control:
    if prompt is None or not prompt.strip() or _words(text) == _words(prompt):
        return Control(content, Mark.PLACEHOLDER)
    doubt = "a control is marked as empty but does not show its own prompt"
    # Programs that fill in a form often forget the mark; text that has a style of its own may be a prompt.
    styled = next(content.iter(f"{W}rStyle"), None) is not None
    return Control(content, Mark.PLACEHOLDER if styled else Mark.FILLED, doubt=doubt)


def _read_tick(checkbox: "_Element", content: "_Element") -> Control:
    state = next((c for c in checkbox if str(c.tag).endswith("}checked")), None)
    # The attribute is in the namespace of the tick box, not in Word's main one.
    value = next(iter(state.attrib.values()), "1") if state is not None else "0"
    ticked = str(value).lower() in ("1", "true", "on")
    shown = _shown_tick(content)
    if shown is not None and shown != ticked:
        return Control(content, tick=TICKED, doubt="a tick box shows one thing and stores another")
    return Control(content, tick=TICKED if ticked else BOX)


def _shown_tick(content: "_Element") -> bool | None:
    shown = plain_text(content_text(content)).strip()
    for sign in content.iter(_SYM):
        try:
            shown += symbol(sign.get(f"{W}font") or "", int(sign.get(f"{W}char") or "", 16))
        except ValueError:
            continue
    if not shown or shown == BOX:
        return False if shown else None
    return True if shown in (TICKED, "\u2713", "\u2717") or shown.lower() == "x" else None


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()


# Letters that stand together as only joined lines do: "SinghDr", "desk.He", "short:- shouting".
_GLUED = re.compile(r"(?<!M)(?<!Ma)[a-z\u00df-\u00ff][A-Z][a-z]|[.?!;:)\u201d\u2019]{1,2}(?:[A-Z\u201c]|- )")


def has_lost_breaks(paragraph: "_Element") -> bool:
    """Whether a program put the line breaks of a control before it, and left its lines joined."""
    for control in paragraph.iterchildren(f"{W}sdt"):
        before = control.getprevious()
        if before is None or before.tag != f"{W}r" or before.find(f"{W}t") is not None:
            continue
        breaks = sum(1 for _ in before.iter(f"{W}br"))
        glued = _GLUED.findall("".join(t.text or "" for t in control.iter(f"{W}t")))
        if 0 < breaks <= len(glued):
            return True
    return False

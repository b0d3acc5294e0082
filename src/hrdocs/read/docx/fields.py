"""Fields inside running text: legacy form fields, and the codes that are not text.

Conventions: a field is in its code until `separate`, then in its result until `end`. Text in a code
is no text of the document.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hrdocs.read.docx.glyphs import BOX, TICKED, is_prompt
from hrdocs.read.docx.styles import VAL, is_on
from hrdocs.tools.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

# Fields that Word fills in by itself: what they show is not what anybody wrote.
_CLOCKS = frozenset({"DATE", "TIME", "PRINTDATE", "SAVEDATE", "CREATEDATE"})


@dataclass(slots=True)
class Field:
    """One open field. `at` is the number of spans before its result, `spans` the list they are in."""

    form: "_Element | None" = None
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    at: int = 0
    spans: object = None
    drawn: bool = False

    @property
    def kind(self) -> str:
        """The field's name: FORMTEXT, DATE, HYPERLINK; by its form data where the code is missing."""
        words = "".join(self.code).split(maxsplit=1)
        return words[0].upper() if words else ""

    @property
    def is_text(self) -> bool:
        """Whether what stands in the result was typed into a text form field."""
        return self.kind == "FORMTEXT" or (
            self.form is not None and self.form.find(f"{W}textInput") is not None
        )

    @property
    def is_clock(self) -> bool:
        """Whether Word itself changes the result from day to day."""
        return self.kind in _CLOCKS

    @property
    def prompt(self) -> str:
        """The words that a MACROBUTTON or GOTOBUTTON shows: "Click here and type"."""
        words = "".join(self.code).split(maxsplit=2)
        return (
            words[2].strip() if len(words) == 3 and words[0].upper() in ("MACROBUTTON", "GOTOBUTTON") else ""
        )

    @property
    def default_text(self) -> str:
        """What a text form field holds before anybody types."""
        default = self.form.find(f"{W}textInput/{W}default") if self.form is not None else None
        return (default.get(VAL) or "").strip() if default is not None else ""

    def find_tick(self) -> str | None:
        """The box of a FORMCHECKBOX, or None for another field."""
        box = self.form.find(f"{W}checkBox") if self.form is not None else None
        if box is None:
            return BOX if self.kind == "FORMCHECKBOX" else None
        state = box.find(f"{W}checked")
        if state is None:
            state = box.find(f"{W}default")
        return TICKED if state is not None and is_on(state) else BOX

    def find_choice(self) -> tuple[str, bool] | None:
        """The chosen item of a FORMDROPDOWN and whether somebody chose it, or None."""
        choices = self.form.find(f"{W}ddList") if self.form is not None else None
        if choices is None:
            return None
        items = [item.get(VAL) or "" for item in choices.iterchildren(f"{W}listEntry")]
        chosen = choices.find(f"{W}result")
        index = chosen if chosen is not None else choices.find(f"{W}default")
        at = int(index.get(VAL) or 0) if index is not None and (index.get(VAL) or "0").isdecimal() else 0
        text = items[at] if at < len(items) else ""
        return text, chosen is not None or not is_prompt(text)

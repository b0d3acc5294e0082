"""What a sample form is: its blank, its completed copy, and what stands under which label."""

from collections.abc import Callable
from dataclasses import dataclass, field
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Truth:
    """One answer: `section` where the label alone does not tell which of several is meant."""

    label: str
    value: str
    section: str = ""


@dataclass(slots=True)
class Filling:
    """Collects the truth while a form is drawn; `on` is False for the blank.

    `half` 0 or 1 answers only the one or the other half of the questions, by their labels.
    """

    on: bool
    half: int | None = None
    truths: list[Truth] = field(default_factory=list)
    section: str = ""

    def say(self, label: str, value: str, shown: str | None = None) -> str:
        """The text to write for an answer: nothing on the blank. An empty value is no truth."""
        if not self.gives(label):
            return ""
        if value:
            self.truths.append(Truth(label, value, self.section))
        return value if shown is None else shown

    def gives(self, label: str) -> bool:
        """Whether the question with this label is answered on this copy."""
        return self.on and (self.half is None or crc32((label + self.section).encode()) % 2 == self.half)

    def tick(self, label: str, option: str, chosen: str) -> bool:
        """Whether a box is ticked; the truth is that the label has the chosen option."""
        if not self.gives(label) or option != chosen:
            return False
        self.truths.append(Truth(label, chosen, self.section))
        return True


@dataclass(frozen=True, slots=True)
class SampleForm:
    """A form by name. `make` gives the bytes, blank or completed, with the truth of the completed."""

    name: str
    suffix: str
    make: Callable[[Filling], bytes]

    def blank(self) -> bytes:
        return self.make(Filling(on=False))

    def completed(self, half: int | None = None) -> tuple[bytes, tuple[Truth, ...]]:
        filling = Filling(on=True, half=half)
        data = self.make(filling)
        return data, tuple(filling.truths)

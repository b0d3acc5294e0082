"""What a sample form is: its blank, its completed copy, and what stands under which label."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Truth:
    """One answer: `section` where the label alone does not tell which of several is meant."""

    label: str
    value: str
    section: str = ""


@dataclass(slots=True)
class Filling:
    """Collects the truth while a form is drawn; `on` is False for the blank."""

    on: bool
    truths: list[Truth] = field(default_factory=list)
    section: str = ""

    def say(self, label: str, value: str, shown: str | None = None) -> str:
        """The text to write for an answer: nothing on the blank. An empty value is no truth."""
        if value and self.on:
            self.truths.append(Truth(label, value, self.section))
        return (value if shown is None else shown) if self.on else ""

    def tick(self, label: str, option: str, chosen: str) -> bool:
        """Whether a box is ticked; the truth is that the label has the chosen option."""
        if not self.on or option != chosen:
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

    def completed(self) -> tuple[bytes, tuple[Truth, ...]]:
        filling = Filling(on=True)
        data = self.make(filling)
        return data, tuple(filling.truths)

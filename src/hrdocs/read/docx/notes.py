"""What a reader noticed beside the text, and the findings that it becomes."""

from hrdocs.document import Finding, Place, Severity
from hrdocs.errors import InputError


class Notes:
    """Collected while one document is read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tracked = 0
        self.hidden = 0
        self.comments = 0
        self.place = Place()  # of what is being read now
        self.macros = False
        self.signed = False  # the package is digitally signed
        self.broken_fields = False
        self.referenced: set[tuple[str, str]] = set()
        self.prompts: frozenset[str] = frozenset()
        self._unread: dict[str, bool] = {}
        self._doubts: dict[tuple[str, str, Place], None] = {}

    def unread(self, what: str, *, serious: bool) -> None:
        """Note a part that was not read; `serious` where it may hold answers."""
        self._unread[what] = serious or self._unread.get(what, False)

    def doubt(self, what: str) -> None:
        """Note something here that contradicts itself."""
        self._doubts["value-differs", f"Here, {what}.", self.place] = None

    def clock(self) -> None:
        """Note a date here that nobody typed."""
        message = "Word fills in the date here by itself: what it shows is not when anybody wrote it."
        self._doubts["automatic-date", message, self.place] = None

    def lost_breaks(self) -> None:
        """Note a control here whose line breaks the program that saved it put before it."""
        message = "Line breaks within this answer were lost when it was saved: its lines stand joined."
        self._doubts["lost-breaks", message, self.place] = None

    def is_known_prompt(self, text: str) -> bool:
        """Whether a text is a prompt of one of the document's own controls."""
        return " ".join(text.split()).casefold() in self.prompts

    def too_deep(self) -> InputError:
        """The error for a document whose parts stand in one another without end."""
        return InputError(
            self.name,
            "is nested more deeply than a form can be",
            "Open it in Word, copy its text into a new document and read that.",
            code="too-large",
        )

    def findings(self) -> tuple[Finding, ...]:
        """The findings, in a fixed order."""
        note, warning = Severity.NOTE, Severity.WARNING
        found: list[Finding] = []
        if self.tracked:
            found.append(
                Finding(
                    "tracked-changes", note, "It has tracked changes: insertions are read, deletions are not."
                )
            )
        if self.hidden:
            found.append(Finding("hidden-text", note, "It has hidden text, which is not read."))
        if self.comments:
            found.append(
                Finding(
                    "comments-present",
                    note,
                    f"It has {_count(self.comments, 'comment')}, not read as answers.",
                )
            )
        if self.broken_fields:
            found.append(
                Finding("damaged-field", note, "A field in it has no end; its text is read as plain text.")
            )
        if self.macros:
            found.append(Finding("macros-present", note, "It holds macros; they were not run."))
        found += [Finding(code, warning, what, where=place) for code, what, place in self._doubts]
        found += [
            Finding("unread-part", warning if serious else note, f"Not read: {what}.")
            for what, serious in self._unread.items()
        ]
        return tuple(found)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

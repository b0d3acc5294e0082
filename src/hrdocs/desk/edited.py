"""A drafted letter that somebody edited in Word, put back in its place."""

from hrdocs.case import Case, Letter, LetterState
from hrdocs.desk.proving import LetterDesk
from hrdocs.errors import LetterError
from hrdocs.letters.wordtext import read_passages
from hrdocs.tools.ooxml import open_package
from hrdocs.workspace import write_whole


def put_back(case: Case, letter: Letter, docx: bytes, desk: LetterDesk) -> None:
    """Put an edited Word file in the place of a draft. What was changed is told where it is approved.

    A letter that was approved before has to be approved again, as its new bytes are.

    Raises:
        LetterError: the letter has gone out or was withdrawn, or the file is no letter.
        InputError: the file is no Word file, or a harmful one.
    """
    name = f"{letter.kind} to {letter.to} in {case.ref}"
    if letter.state not in (LetterState.DRAFT, LetterState.APPROVED):
        raise LetterError(
            name, f"is {letter.state.value}", "Only a draft can be edited.", code="letter-state"
        )
    open_package(docx, name="the file")
    if not any(p.part == "letter" and p.text.strip() for p in read_passages(docx)):
        raise LetterError(
            name, "the file holds no text", "Choose the letter's own file.", code="not-a-letter"
        )
    write_whole(desk.workspace.folder / letter.path, docx)

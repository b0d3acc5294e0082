"""Letters as PDF, through LibreOffice: many letters in one call.

Letters of one make are merged as sections, converted once and split again. That is only kept where it is
proved to be the same: of each make one letter is also converted alone, and every glyph of it must stand
at the same place in the same font, on as many pages; of every letter the number of pages and the words
must be right. Where the proof fails, and for letters that cannot be merged, each is converted by itself,
in two profiles side by side. Only letters made here go through these profiles.
"""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hrdocs.letters.merged import MARK, NotMergeableError, Opened, merge_letters, open_letter
from hrdocs.letters.wordtext import read_passages

_START = 60.0  # seconds for LibreOffice to start
_EACH = 5.0  # seconds for one letter, many times what it takes
_TOGETHER = 200  # letters in one merged file
_WORTH_IT = 3  # fewer letters of a make are converted one by one
_FULL = 2600  # letters of text beyond which a second page is likely
_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'


def render_pdfs(letters: Sequence[bytes]) -> tuple[bytes, ...]:
    """The PDF of each finished letter, in order.

    Raises: UnavailableError where LibreOffice is not installed; InputError where it fails.
    """
    found: dict[int, bytes] = {}
    for group in _groups(letters):
        found |= _convert_group(group)
    rest = [number for number in range(len(letters)) if number not in found]
    found |= dict(zip(rest, _convert_alone([letters[n] for n in rest]), strict=True))
    return tuple(found[number] for number in range(len(letters)))


def render_pdf(letter: bytes) -> bytes:
    """The PDF of one finished letter. Raises: as `render_pdfs`."""
    return render_pdfs((letter,))[0]


Group = Mapping[int, tuple[bytes, Opened]]


def _groups(letters: Sequence[bytes]) -> Iterable[Group]:
    """Letters that may stand in one file, by their numbers."""
    makes: dict[bytes, dict[int, tuple[bytes, Opened]]] = {}
    for number, letter in enumerate(letters):
        try:
            opened = open_letter(letter)
        except NotMergeableError:
            continue
        makes.setdefault(opened.make, {})[number] = (letter, opened)
    for make in makes.values():
        numbers = list(make)
        for start in range(0, len(numbers), _TOGETHER):
            part = numbers[start : start + _TOGETHER]
            if len(part) >= _WORTH_IT:
                yield {number: make[number] for number in part}


def _convert_group(group: Group) -> dict[int, bytes]:
    """The PDFs of a group that were proved; what is not among them is to be converted by itself."""
    from hrdocs.tools.pdf_splitting import is_same_layout

    totals = {number: _guess(letter) for number, (letter, _) in group.items()}
    sample = max(group, key=lambda number: len(group[number][0]))
    first = _convert_merged(group, totals, alone=group[sample][0])
    if first is None:
        return {}
    made, alone = first
    right, wrong = _sort(made, totals)
    if wrong:
        again = {number: group[number] for number in wrong}
        second = _convert_merged(again, {**totals, **wrong})
        if second is not None:
            right |= _sort(second[0], wrong)[0]
    proved = alone is not None and sample in right and is_same_layout(alone, right[sample])
    return {n: data for n, data in right.items() if _same_words(group[n][0], data)} if proved else {}


def _sort(made: Mapping[int, bytes], totals: Mapping[int, int]) -> tuple[dict[int, bytes], dict[int, int]]:
    """Letters whose number of pages is the one that stands in them, and the right number of the others."""
    from hrdocs.tools.pdf_splitting import count_pages

    pages = {number: count_pages(data) for number, data in made.items()}
    right = {number: made[number] for number, count in pages.items() if count == totals[number]}
    return right, {number: count for number, count in pages.items() if count != totals[number]}


def _convert_merged(
    group: Group, totals: Mapping[int, int], *, alone: bytes | None = None
) -> tuple[dict[int, bytes], bytes | None] | None:
    """The letters of a group through one file, and one letter by itself in the same call."""
    from hrdocs.tools.pdf_splitting import split_at

    numbers = list(group)
    try:
        book = merge_letters([group[n][1] for n in numbers], totals=[totals[n] for n in numbers])
    except NotMergeableError:
        return None
    made = _convert([book] if alone is None else [book, alone], len(numbers), _FILTER)
    parts = split_at(made[0], [f"{MARK}{place}" for place in range(len(numbers))])
    if parts is None:
        return None
    return dict(zip(numbers, parts, strict=True)), made[1] if alone is not None else None


def _guess(letter: bytes) -> int:
    """How many pages a letter is likely to have; a wrong guess costs a second round, never a wrong number."""
    return 1 + sum(len(p.text) for p in read_passages(letter) if p.part == "letter") // _FULL


def _same_words(letter: bytes, part: bytes) -> bool:
    """Whether a part holds the words of its letter in their order."""
    from hrdocs.tools.pdf_splitting import read_letters

    said = "".join("".join(p.text.split()) for p in read_passages(letter) if p.part == "letter")
    return _plain(said) in _plain(read_letters(part)) or _in_order(said, read_letters(part))


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _in_order(said: str, shown: str) -> bool:
    """A page break puts a footer and a header between two words: the letters stand there in order."""
    place = iter(_plain(shown))
    return all(c in place for c in _plain(said))


def _convert_alone(letters: Sequence[bytes]) -> tuple[bytes, ...]:
    """Each letter by itself; many of them in two profiles side by side."""
    if not letters:
        return ()
    if len(letters) < 4:
        return _convert(letters, len(letters), "pdf")
    half = (len(letters) + 1) // 2
    with ThreadPoolExecutor(2) as pool:
        parts = pool.map(lambda part: _convert(part, len(part), "pdf"), (letters[:half], letters[half:]))
        return tuple(data for part in parts for data in part)


def _convert(files: Sequence[bytes], letters: int, to: str) -> tuple[bytes, ...]:
    from hrdocs.tools.soffice import convert_all

    with tempfile.TemporaryDirectory(prefix="hrdocs-letters-") as folder:
        sources = [Path(folder) / f"letter-{number}.docx" for number in range(1, len(files) + 1)]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        timeout = _START + _EACH * letters
        made = convert_all(sources, to, Path(folder) / "pdf", timeout=timeout, reader="MS Word 2007 XML")
        return tuple(path.read_bytes() for path in made)

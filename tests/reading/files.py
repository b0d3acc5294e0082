"""The kinds of file: Word forms as they are and turned into others, PDF forms, and scans."""

# ruff: noqa: E501 - a pattern or a sentence of a form reads better whole

import random
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.reading.copies import copied
from tests.reading.paper_forms import fillable, flat, typed_on
from tests.reading.plan import Made, draw, word_form
from tests.reading.printed_forms import printed
from tests.reading.scans import scan


def word_files(numbers: Iterable[int]) -> Iterator[Made]:
    return (word_form(n) for n in numbers)


def converted(numbers: Iterable[int], *, to: str, salt: str) -> list[Made]:
    """Word forms that LibreOffice has saved as something else."""
    made = [word_form(n, salt=salt) for n in numbers]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for one in made:
            (place / one.name).write_bytes(one.data)
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to", to,
             "--outdir", str(place / "out"), *(str(place / m.name) for m in made)],
            capture_output=True, check=False, timeout=600,
        )  # fmt: skip
        ending = to.partition(":")[0]
        found = []
        for one in made:
            path = place / "out" / Path(one.name).with_suffix(f".{ending}")
            if path.is_file():
                found.append(Made(path.name, one.shape, one.story, path.read_bytes()))
        return found


def paper_files(numbers: Iterable[int], *, kind: str) -> Iterator[Made]:
    for number in numbers:
        story, words, rng = draw(number, kind)
        if story.truth.get("signed_name") is True:
            story.truth["signed_name"] = None
        if story.written.pop("grounds_as", None):
            story.written["protected_grounds"] = str(story.truth["protected_grounds"][0]).capitalize()
        if kind == "flat":
            data = flat(story, words, rng)
        elif kind == "typed-on":
            data = typed_on(story, words, rng)
        else:
            data = fillable(story, words, rng, odd_names=kind == "acro-odd")
        yield Made(f"{kind}-{number}.pdf", f"{kind}/drawn/w{words.number}", story, data)


def scanned(numbers: Sequence[int], *, rough: bool) -> Iterator[Made]:
    name = "rough" if rough else "clean"
    salt = f"scan-{name}"
    # a print with its tracked deletions, text struck in colour and bars in the margin, is no clean scan
    printed = [n for n in numbers if rough or "/tracked/" not in word_form(n, salt=salt).shape]
    for one in converted(printed, to="pdf", salt=salt):
        rng = random.Random(one.name)  # noqa: S311 - a seed, no secret
        ending, data = scan(one.data, rng, rough=rough)
        yield Made(f"{Path(one.name).stem}.{ending}", one.shape, one.story, data)


KINDS: dict[str, Callable[[Sequence[int]], Iterable[Made]]] = {
    "docx": word_files,
    "resaved": partial(converted, to="docx:MS Word 2007 XML", salt="resaved"),
    "odt": partial(converted, to="odt", salt="odt"),
    "rtf": partial(converted, to="rtf", salt="rtf"),
    "doc": partial(converted, to="doc", salt="doc"),
    "pdf": partial(converted, to="pdf", salt="pdf"),
    "acroform": partial(paper_files, kind="acroform"),
    "acro-odd": partial(paper_files, kind="acro-odd"),
    "flat": partial(paper_files, kind="flat"),
    "printed": printed,
    "typed-on": partial(paper_files, kind="typed-on"),
    "clean-scan": partial(scanned, rough=False),
    "copy": partial(copied, printed_by=partial(converted, to="pdf", salt="copied")),
    "rough-scan": partial(scanned, rough=True),
}

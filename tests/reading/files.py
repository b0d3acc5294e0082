"""The kinds of file: Word forms as they are, and turned into other kinds."""

from collections.abc import Callable, Iterable, Iterator

from tests.reading.plan import Made, word_form


def word_files(numbers: Iterable[int]) -> Iterator[Made]:
    return (word_form(n) for n in numbers)


KINDS: dict[str, Callable[[Iterable[int]], Iterator[Made]]] = {
    "docx": word_files,
}

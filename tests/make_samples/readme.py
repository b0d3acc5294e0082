"""The README of a folder of samples."""

from collections.abc import Iterable

from tests.make_samples.people import Sample

_HEAD = """# Completed forms

Everybody here is invented, and so is the place. E-mail addresses end in `.example`; telephone
numbers are from the ranges kept for drama.

`python -m tests.make_samples` makes the files again from `tests/make_samples`. Beside each stands
the true answer, `NAME.expected.json`: what the person meant, whatever a program reads.DEMO

| file | how it was made | what it shows | received |
|---|---|---|---|
"""


_PLACES = {
    "council-dignity-at-work": "Lough Aird Borough Council",
    "university-harassment": "the University of Wexcombe",
    "civil-service-harassment": "the Department for Tides and Harbours",
}
_DEMO = " `demo.json`\nholds the days on which the forms came and the story of one case, for `hrdocs demo`."
_WITHOUT_DEMO = ("civil-service-harassment",)


def format_readme(pack: str, samples: Iterable[Sample]) -> str:
    """A table saying what each file is and how it was made."""
    demo = "" if pack in _WITHOUT_DEMO else _DEMO
    rows = "".join(
        f"| `{s.name}` | {s.made} | {s.shows} | {s.received or 'as the e-mail says'} |\n" for s in samples
    )
    return _HEAD.replace("and so is the place", f"and so is {_PLACES[pack]}").replace("DEMO", demo) + rows

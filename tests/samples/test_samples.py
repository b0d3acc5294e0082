"""Every sample is read as the person meant it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.goldens import expected_path, find_differences, read_sample, sample_files

from hrdocs.desk.reading import open_guard
from hrdocs.tools.guard import Guard

SAMPLES = sample_files()


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with open_guard() as one:
        yield one


def _expected(sample: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(expected_path(sample).read_text(encoding="utf-8"))
    return expected


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sample_is_read_as_it_was_meant(sample: Path, guard: Guard) -> None:
    """A completed form gives the answers, findings and verdict that its writer meant."""
    assert expected_path(sample).is_file(), f"{sample.name} has no expected answers"
    expected = _expected(sample)
    assert expected["source"] == sample.name
    assert list(find_differences(expected, read_sample(sample, expected, guard))) == []


def test_there_are_enough_samples() -> None:
    """At least sixteen of the council's forms and two of the university's."""
    folders = [path.parent.name for path in SAMPLES]
    assert folders.count("council-dignity-at-work") >= 16
    assert folders.count("university-harassment") >= 2


def test_every_sample_is_in_its_readme() -> None:
    """The README of each folder names each file."""
    for sample in SAMPLES:
        assert f"`{sample.name}`" in (sample.parent / "README.md").read_text(encoding="utf-8")

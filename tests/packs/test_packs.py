import shutil
from pathlib import Path

import pytest

from hrdocs.errors import PackError
from hrdocs.packs import check_pack, digest_of, find_pack, read_pack, shipped_packs

BAD = Path(__file__).parent / "bad-pack"


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda p: p.name)
def test_every_shipped_pack_can_be_used(folder: Path) -> None:
    """A pack that ships has no problem."""
    problems, _ = check_pack(folder)
    assert problems == ()
    assert read_pack(folder).procedure.id == folder.name


def test_every_mistake_of_a_pack_is_told_at_once() -> None:
    """A pack with mistakes gives all of them, in the words of its files."""
    problems, _ = check_pack(BAD)
    expected = (BAD / "problems.txt").read_text(encoding="utf-8").splitlines()
    assert list(problems) == expected


def test_an_unknown_pack_is_named_with_the_nearest() -> None:
    """A misspelt pack gets the one that was probably meant."""
    with pytest.raises(PackError, match="did you mean 'council-dignity-at-work'"):
        find_pack("council-dignity-work")


def test_the_digest_knows_every_file(tmp_path: Path) -> None:
    """Changing a byte of a pack changes its digest; a lock file of a word processor does not."""
    (tmp_path / "procedure.toml").write_text("a", encoding="utf-8")
    before = digest_of(tmp_path)
    (tmp_path / "~$letter.docx").write_text("lock", encoding="utf-8")
    assert digest_of(tmp_path) == before
    (tmp_path / "procedure.toml").write_text("b", encoding="utf-8")
    assert digest_of(tmp_path) != before


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("months = 3", "months = -3", "[time_limit]: key 'months' must be from 1 to 600"),
        ("months = 3", "months = 0", "[time_limit]: key 'months' must be from 1 to 600"),
        ("months = 3", "months = 99999999999999999999", "[time_limit]: key 'months' must be from 1 to 600"),
        ("within = 20", "within = -20", "key 'within' must be from 0 to 5000"),
    ],
)
def test_a_span_that_makes_no_sense_is_a_mistake(
    tmp_path: Path, written: str, instead: str, told: str
) -> None:
    """A limit that runs backwards or without end gives no verdict."""
    folder = tmp_path / "council-dignity-at-work"
    shutil.copytree(find_pack("council-dignity-at-work"), folder)
    head = folder / "procedure.toml"
    head.write_text(head.read_text(encoding="utf-8").replace(written, instead, 1), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    assert told in str(caught.value)

"""TOML by hand: what is wrong with a file is said in words, with its line."""

from pathlib import Path

import pytest

from hrdocs.tools.toml import read_toml


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'a = 1\nname = "Caf\xe9"\n', "line 2 .*UTF-8"),
        (b"a = \n", "line 1"),
        (b"day = 2026-02-30\n", "line 1"),
        (b"a = " + b"[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_in_words(tmp_path: Path, data: bytes, words: str) -> None:
    """The line, or what there is not; never a codec or a traceback."""
    path = tmp_path / "organisation.toml"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=words) as raised:
        read_toml(path)
    assert "codec" not in str(raised.value)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """Windows editors write one."""
    path = tmp_path / "organisation.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "Council"\r\n')
    assert read_toml(path) == {"name": "Council"}

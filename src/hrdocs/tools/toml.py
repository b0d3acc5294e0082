"""TOML that people write by hand: read, or refused in words that say where to look."""

import tomllib
from pathlib import Path
from typing import Any


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no TOML, with the line in its words.
    """
    data = path.read_bytes()
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line} holds a character that is not UTF-8; save the file as UTF-8") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None

"""The folders that ship are found wherever hrdocs is installed."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from hrdocs import shipped
from hrdocs.errors import ExitCode, UnavailableError


def _installed_at(package: Path) -> ModuleType:
    """The module as it is when it lies in another package folder."""
    package.mkdir(parents=True, exist_ok=True)
    copy = shutil.copy(shipped.__file__, package / "shipped.py")
    spec = importlib.util.spec_from_file_location("shipped_elsewhere", copy)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_found_in_this_clone() -> None:
    """In a clone the folders are those at the root of the repository."""
    assert (shipped.shipped_folder("templates") / "calendars" / "scotland.toml").is_file()


def test_found_in_a_wheel(tmp_path: Path) -> None:
    """In a wheel the folders lie inside the package, and go before any beside it."""
    module = _installed_at(tmp_path / "site-packages" / "hrdocs")
    inside = tmp_path / "site-packages" / "hrdocs" / "shipped" / "samples"
    inside.mkdir(parents=True)
    (tmp_path / "samples").mkdir()
    assert module.shipped_folder("samples") == inside.resolve()


def test_missing_folder_is_one_line(tmp_path: Path) -> None:
    """An installation without its folders says so, with what to do."""
    module = _installed_at(tmp_path / "src" / "hrdocs")
    with pytest.raises(UnavailableError, match="Install hrdocs again") as caught:
        module.shipped_folder("templates")
    assert caught.value.exit_code == ExitCode.UNAVAILABLE

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tree and unpacked, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    target = folder / "site"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(target)
    return target


def test_the_wheel_holds_packs_and_samples(installed: Path) -> None:
    """Templates and samples ship inside the package."""
    shipped = installed / "hrdocs" / "shipped"
    assert (shipped / "templates" / "council-dignity-at-work" / "procedure.toml").is_file()
    assert (shipped / "samples" / "council-dignity-at-work" / "organisation.toml").is_file()


def test_the_demo_runs_from_the_wheel_in_any_folder(installed: Path, tmp_path: Path) -> None:
    """`hrdocs demo` works from the wheel alone, twice; the second run changes nothing."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    code = "import hrdocs.cli; hrdocs.cli.main()"
    where = subprocess.run(
        [sys.executable, "-c", "import hrdocs; print(hrdocs.__file__)"],
        cwd=tmp_path, env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert where.stdout.startswith(str(installed))
    command = [sys.executable, "-c", code, "demo", "day"]
    first = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "day" / "register.db").is_file()
    assert list((tmp_path / "day" / "cases").glob("*/letters/*.docx"))
    before = {
        p: p.read_bytes() for p in (tmp_path / "day").rglob("*") if p.suffix in (".docx", ".pdf", ".xlsx")
    }
    second = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert second.returncode == 0, second.stderr
    assert "Nothing was changed" in second.stdout
    after = {
        p: p.read_bytes() for p in (tmp_path / "day").rglob("*") if p.suffix in (".docx", ".pdf", ".xlsx")
    }
    assert after == before

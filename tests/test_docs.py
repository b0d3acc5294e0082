from pathlib import Path

import pytest
from click.testing import CliRunner

from hrdocs.cli import COMMANDS, hrdocs
from hrdocs.packs import read_pack, shipped_packs

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_and_shows_an_example(name: str) -> None:
    """Each command stands in docs/commands.md, and its help ends with an example."""
    assert f"`hrdocs {name}" in (DOCS / "commands.md").read_text(encoding="utf-8")
    result = CliRunner().invoke(hrdocs, [name, "--help"])
    assert "Example: hrdocs" in result.output


@pytest.mark.parametrize("folder", shipped_packs(), ids=lambda p: p.name)
def test_every_event_is_listed(folder: Path) -> None:
    """docs/events.md holds what `hrdocs pack events` prints for each shipped pack."""
    printed = CliRunner().invoke(hrdocs, ["pack", "events", folder.name]).output
    assert read_pack(folder).procedure.events
    assert printed in (DOCS / "events.md").read_text(encoding="utf-8")

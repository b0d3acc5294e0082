from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.register.postgres import Server, running_server, why_not

from hrdocs.register import Place, Register, open_register


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for all tests of a run."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where a register can be made: in files, and in two databases of a server."""
    if request.param == "sqlite":
        return Place(str(tmp_path / "register.db"), str(tmp_path / "keys.db"))
    server: Server = request.getfixturevalue("postgres")
    return Place(server.database(), server.database())


@pytest.fixture
def register(place: Place) -> Register:
    return open_register(place, create=True)

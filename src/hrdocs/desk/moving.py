"""What `hrdocs migrate` does: a new version's schema, a move to a server, another protection of the keys."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from hrdocs.desk.keeping import KEYS_FILE, find_passphrase, place_in
from hrdocs.errors import RegisterError, UsageError
from hrdocs.register import Place, Protection, open_register, schema
from hrdocs.register.copying import copy_register
from hrdocs.register.database import is_address, shown
from hrdocs.register.migrating import copy_files, migrate_register, stored_revision
from hrdocs.workspace import Workspace


class Move(StrEnum):
    """What there is to do."""

    NOTHING = "nothing"
    UPGRADE = "upgrade"
    COPY = "copy to server"
    CREATE = "create"


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What would be done, between which places, and where the copy before it would stand."""

    move: Move
    place: Place
    revision: str | None
    copy: Path | None = None

    @property
    def name(self) -> str:
        return shown(self.place.register)


def plan_move(workspace: Workspace, *, now: dt.datetime) -> MovePlan:
    """What stands between the workspace's register and this version.

    Raises:
        RegisterError: the register was written by a newer hrdocs.
    """
    place = place_in(workspace)
    if is_address(place.keys) and not is_address(place.register):
        raise UsageError(
            "organisation.toml",
            "names a server for the keys and none for the register",
            "Name `register` too.",
        )
    revision = stored_revision(place)
    if revision == schema.REVISION:
        return MovePlan(Move.NOTHING, place, revision)
    if revision is not None:
        folder = workspace.folder / f"before-migration-{now:%Y%m%d-%H%M%S}"
        return MovePlan(Move.UPGRADE, place, revision, folder)
    local = is_address(place.register) and workspace.register.is_file()
    return MovePlan(Move.COPY if local else Move.CREATE, place, revision)


def carry_out_move(plan: MovePlan, workspace: Workspace, *, backed_up: bool) -> None:
    """Do what was planned.

    Raises:
        RegisterError: the copy before it cannot be made, or the old log does not verify.
    """
    if plan.move is Move.UPGRADE:
        if plan.copy is not None and not backed_up:
            copy_files(plan.place, plan.copy)
        migrate_register(plan.place)
    elif plan.move is Move.COPY:
        files = Place(str(workspace.register), str(workspace.folder / KEYS_FILE), find_passphrase())
        source = open_register(files)
        _check_keys(plan.place, files)
        copy_register(source, plan.place)
        source.close()
        open_register(plan.place).close()
    elif plan.move is Move.CREATE:
        open_register(plan.place, create=True).close()


def _check_keys(place: Place, files: Place) -> None:
    if place.keys == files.keys:
        raise RegisterError(
            "organisation.toml",
            "names a server for the register and none for the keys",
            'Add keys = "postgresql://…", another database, so that the team shares them.',
        )


def protect_keys(workspace: Workspace, how: Protection) -> None:
    """Put the keys under another protection.

    Raises:
        RegisterError: a passphrase is needed and none is set.
        UnavailableError: the system has no keyring.
    """
    register = open_register(place_in(workspace))
    register.keys.protect(how, passphrase=find_passphrase())
    register.close()

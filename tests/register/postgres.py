"""A PostgreSQL server of the tests' own, in a temporary folder, reached by a socket in it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_USERS = ("postgres", "nobody")


def find_program(name: str) -> str | None:
    """The path of one of PostgreSQL's programs, or None where it is not installed."""
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, _PROGRAMS)])
    return shutil.which(name, path=path)


def why_not() -> str | None:
    """Why no server can be started here, or None."""
    if find_program("initdb") is None or find_program("pg_ctl") is None:
        return "PostgreSQL is not installed (Debian: postgresql)"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed (hrdocs[postgres])"
    if os.geteuid() == 0 and (_other_user() is None or shutil.which("setpriv") is None):
        return "PostgreSQL does not run as root, and there is no other user here"
    return None


def _other_user() -> str | None:
    for name in _USERS:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None


class Server:
    """A running server; `database` makes an empty database and gives its address."""

    def __init__(self, folder: Path, user: str) -> None:
        self.folder = folder
        self.user = user
        self._numbers = count(1)

    def address(self, name: str) -> str:
        return f"postgresql://{self.user}@/{name}?host={self.folder}"

    def database(self) -> str:
        import psycopg

        name = f"test{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address(name)


@contextmanager
def running_server() -> Iterator[Server]:
    """A server while the block runs; its folder is removed after it."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    user, before = pwd.getpwuid(os.geteuid()).pw_name, []
    if os.geteuid() == 0:
        user = _other_user() or ""
        account = pwd.getpwnam(user)
        os.chown(folder, account.pw_uid, account.pw_gid)
        before = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]

    def run(*command: str) -> None:
        subprocess.run([*before, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data, log = str(folder / "data"), str(folder / "log")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
    try:
        run(find_program("initdb") or "", "-D", data, "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
        run(find_program("pg_ctl") or "", "-D", data, "-l", log, "-o", options, "-w", "start")
        try:
            yield Server(folder, user)
        finally:
            run(find_program("pg_ctl") or "", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)

"""LibreOffice as a converter of files from anywhere.

Conventions: every call has a profile, a folder and a process group of its own, all gone afterwards. In
that profile macros and active content are off and links out of the document are not followed; on Linux
the process has no network either, where the kernel allows a private one. The file is handed over as a
copy under a name of ours, so neither its name nor its folder means anything to LibreOffice.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from hrdocs.errors import InputError, UnavailableError
from hrdocs.tools.scratch import scratch_folder

MAX_MEMORY = 4 * 2**30  # bytes of address space; a plain start takes about one
MAX_OUTPUT = 256 * 2**20  # bytes of one written file

_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "CheckDocumentEvents", "true"),
    ("Common/Misc", "CrashReport", "false"),
    ("Common/Misc", "UseLocking", "false"),
    ("Common/Save/Document", "GenerateThumbnail", "false"),
    ("Java/VirtualMachine", "Enable", "false"),
    ("Writer/Content/Update", "Link", "2"),
    ("Calc/Content/Update", "Link", "2"),
    ("Update/Update", "Enabled", "false"),
)
_HOW = "Install LibreOffice from www.libreoffice.org, or save the file as .docx or PDF."


def find_soffice() -> Path | None:
    """The LibreOffice of this machine, or None."""
    for name in ("soffice", "libreoffice", "soffice.com"):
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((Path(place) for place in _PLACES if Path(place).is_file()), None)


def convert(path: Path, to: str, out_dir: Path, *, timeout: float, reader: str | None = None) -> Path:
    """Convert one file and return the written one, named as the original with its new ending.

    `to` is LibreOffice's target ("pdf", "docx"), `timeout` seconds, `reader` the import filter to be
    held to, where the file must not be taken for anything else.

    Raises: UnavailableError where LibreOffice is not here; InputError with the code `too-slow`, or
    `damaged` where nothing was written.
    """
    return convert_all((path,), to, out_dir, timeout=timeout, reader=reader)[0]


def convert_all(
    paths: Sequence[Path], to: str, out_dir: Path, *, timeout: float, reader: str | None = None
) -> tuple[Path, ...]:
    """Convert several files of one origin in one call, in order.

    Raises: as `convert`, naming the first file that failed; then no file is left in `out_dir`.
    """
    soffice = find_soffice()
    if soffice is None:
        raise UnavailableError("LibreOffice", "is not installed on this machine", _HOW, code="missing-tool")
    ending = to.partition(":")[0]
    with scratch_folder() as stage:
        sources = _lay_out(stage, paths)
        command = _command(soffice, stage, to, sources, reader)
        if not _run(command, stage, timeout):
            raise InputError(
                paths[0].name, f"took LibreOffice more than {timeout:g} seconds",
                "Open it in Word or LibreOffice, save it as .docx and read that.", code="too-slow",
            )  # fmt: skip
        made = [stage / "out" / f"{source.stem}.{ending}" for source in sources]
        for path, result in zip(paths, made, strict=True):
            if not result.is_file() or not result.stat().st_size:
                raise InputError(
                    path.name, "cannot be opened by LibreOffice",
                    "It may be damaged or protected: open it in Word, save it as .docx and read that.",
                    code="damaged",
                )  # fmt: skip
        out_dir.mkdir(parents=True, exist_ok=True)
        return tuple(
            Path(shutil.move(result, out_dir / f"{path.stem}.{ending}"))
            for path, result in zip(paths, made, strict=True)
        )


def _lay_out(stage: Path, paths: Sequence[Path]) -> list[Path]:
    for part in ("profile/user", "in", "out", "home"):
        (stage / part).mkdir(parents=True)
    (stage / "profile" / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    sources: list[Path] = []
    for number, path in enumerate(paths, 1):
        source = stage / "in" / f"{number}{path.suffix.lower()}"
        shutil.copyfile(path, source)
        sources.append(source)
    return sources


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{where}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for where, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>"
    )


def _command(soffice: Path, stage: Path, to: str, sources: Sequence[Path], reader: str | None) -> list[str]:
    held = [f"--infilter={reader}"] if reader else []
    return [
        *_isolation(),
        str(soffice),
        f"-env:UserInstallation={(stage / 'profile').as_uri()}",
        *("--headless", "--invisible", "--nologo", "--nodefault", "--norestore", "--nolockcheck"),
        *held,
        *("--convert-to", to, "--outdir", str(stage / "out")),
        *map(str, sources),
    ]


@lru_cache(maxsize=1)
def _isolation() -> tuple[str, ...]:
    """What to put before the command so that it has no network and dies with this process."""
    if not sys.platform.startswith("linux"):
        return ()
    parts: tuple[tuple[str, ...], ...] = (
        ("setpriv", "--pdeathsig", "KILL"),
        ("prlimit", f"--as={MAX_MEMORY}", f"--fsize={MAX_OUTPUT}", "--core=0"),
        ("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"),
    )
    return tuple(word for part in parts if _works(part) for word in part)


def _works(part: Sequence[str]) -> bool:
    if shutil.which(part[0]) is None:
        return False
    try:
        tried = subprocess.run(  # noqa: S603 - fixed words only
            [*part, "true"], stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return tried.returncode == 0


def _run(command: Sequence[str], stage: Path, timeout: float) -> bool:
    """Run to the end, or end the whole process group. True where it came to its end by itself."""
    with (stage / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - our own words; the file's name is one of ours
            command, cwd=stage, env=_environment(stage), stdin=subprocess.DEVNULL, stdout=log,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            return False
        else:
            return True
        finally:
            _end_group(process)


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        killer = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "taskkill.exe"
        subprocess.run([str(killer), "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603
    else:
        import signal

        with suppress(ProcessLookupError, PermissionError):  # nothing of the group may be left
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(stage: Path) -> dict[str, str]:
    """Only what LibreOffice needs: no proxies, no credentials, no settings of the user's."""
    kept = (
        "PATH",
        "SYSTEMROOT",
        "WINDIR",
        "COMSPEC",
        "PATHEXT",
        "PROGRAMFILES",
        "LD_LIBRARY_PATH",
        "FONTCONFIG_PATH",
    )
    return {
        **{key: os.environ[key] for key in kept if key in os.environ},
        "HOME": str(stage / "home"),
        "TMPDIR": str(stage),
        "TEMP": str(stage),
        "TMP": str(stage),
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }

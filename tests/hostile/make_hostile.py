"""Make hostile and broken files: `python -m tests.hostile.make_hostile FOLDER [--quick]`.

They are made, not kept: the same bytes at every call, so that a fault found once can be found again.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.hostile import mail_files, office_files, pdf_files, picture_files, word_files, zip_files
from tests.hostile.kinds import Hostile, sample

# Names that systems allow and programs stumble over; each holds a good form.
NAMES: tuple[bytes, ...] = (
    b"name-escape-\x1b[31m\x1b]0;x\x07.docx",
    b"name-newline\nhrdocs: all is well.docx",
    b"name-return\r.docx",
    "name-rtl-\u202excod.docx".encode(),
    "name-c1-\u009b31m.docx".encode(),
    b"name-not-utf8-\xff\xfe.docx",
    b"-name-dash.docx",
    b"--format",
    b"name-" + b"n" * 240 + b".docx",
    b"name with  spaces .docx",
    b"name-'quotes\".docx",
    b"name-%s-{0}-$HOME-`id`.docx",
    b"name!bang!.docx",
    b"name-[bold]rich[x].docx",
    b"name.docx.",
    b"...docx",
)
# Not regular files: made where the system allows, refused by hrdocs without being opened.
ODD = (
    "odd-fifo.docx",
    "odd-folder.docx",
    "odd-loop.docx",
    "odd-dangling.docx",
    "odd-zero.docx",
    "odd-socket.docx",
)


# Read slowly, or made slowly.
SLOW = (
    "mail-html-rows", "mail-type-params", "mail-zip-bomb", "pdf-fields", "pdf-flate", "pdf-object-stream",
    "pdf-picture", "pdf-rules", "pdf-words", "pdf-annotations", "picture", "text-", "office-noise.doc",
    "office-re", "word-bomb", "word-cells", "word-paragraphs", "word-rows", "word-word-8mb",
    "word-overlapped", "word-members", "zip-bomb", "zip-members", "zip-overlapped",
)  # fmt: skip


def all_files() -> tuple[Hostile, ...]:
    """Every file, in a fixed order, each name once."""
    made: list[Hostile] = []
    for module in (word_files, pdf_files, mail_files, zip_files, picture_files, office_files):
        made += module.files()
    names = [one.name for one in made]
    assert len(set(names)) == len(names), [name for name in names if names.count(name) > 1]
    return tuple(made)


def quick_files() -> tuple[Hostile, ...]:
    """About sixty of them, of every kind, none that takes long."""
    return tuple(one for one in all_files() if one.quick and not one.name.startswith(SLOW))[::3]


def write_files(folder: Path, files: Iterable[Hostile]) -> list[Path]:
    """Write the files into a folder, and return where they stand."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in files:
        path = folder / one.name
        path.write_bytes(one.make())
        paths.append(path)
    return paths


def write_names(folder: Path) -> list[Path]:
    """A good form under every odd name."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / os.fsdecode(name) for name in NAMES]
    for path in paths:
        path.write_bytes(sample("01-complaint.docx"))
    return paths


def write_odd(folder: Path) -> list[Path]:
    """A pipe, a folder, links that loop or lead nowhere or to a device, a socket."""
    import socket

    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in ODD]
    fifo, directory, loop, dangling, zero, listener = paths
    os.mkfifo(fifo)
    directory.mkdir()
    loop.symlink_to(loop.name)
    dangling.symlink_to("nowhere")
    zero.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(os.path.relpath(listener))
    return paths


def main(words: Sequence[str]) -> None:
    folder = Path(words[0])
    files = [one for one in all_files() if one.quick or "--quick" not in words]
    paths = write_files(folder, files) + write_names(folder / "names") + write_odd(folder / "odd")
    print(f"{len(paths)} files in {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""The guide of docs/packs.md, followed to the letter: every table put in, every command run."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from hrdocs.cli import hrdocs
from hrdocs.letters.author import format_template_text, make_template

GUIDE = Path(__file__).parents[2] / "docs" / "packs.md"
BLOCK = re.compile(r"^```(\S+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Commands of the guide that end otherwise than with 0, and how: the letter is not yet written.
EXPECTED = {"hrdocs template check harbour-homes/letters/out-of-time.docx": 6}
NEEDED_DOCX = (
    ("Colleague raising this", "Marguerite Oyewole"),
    ("Colleague or colleagues this is about", "Ned Farthing"),
    ("On which days", "14 December 2025 and 20 March 2026"),
    ("Tell us what happened", "On both days he locked the tool store and said that I could ask nicely."),
    ("Witnesses", ""),
    ("Signed on:", "15 June 2026"),
)


def blocks() -> list[tuple[str, list[str], str]]:
    text = GUIDE.read_text(encoding="utf-8")
    guide = text[text.index("## Your own pack in an afternoon") :]
    return [(kind, names.split(), body) for kind, names, body in BLOCK.findall(guide)]


def run(line: str) -> tuple[int, str]:
    words = [w.strip('"') for w in re.findall(r'"[^"]*"|\S+', line)][1:]
    result = CliRunner().invoke(hrdocs, words, standalone_mode=False)
    if result.exception is not None:
        raise result.exception
    return int(result.return_value or 0), result.output


def tables_of(text: str) -> list[str]:
    """The text cut before each table that is not a part of the one above."""
    marks = [m.start() for m in re.finditer(r"(?m)^\[", text)]
    inner = ("[[case.", "[case.", "[field.", "[[field.")
    starts = [0, *(m for m in marks if not text[m:].startswith(inner))]
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def key_of(table: str) -> tuple[str, str]:
    head = table.split("\n", 1)[0].strip()
    name = re.search(r'(?m)^(?:id|kind) = "(.*)"$', table)
    return (head, name.group(1) if head.startswith("[[") and name else "") if head[:1] == "[" else ("", "")


def put(path: Path, table: str) -> None:
    """Put a table into a file: in the place of the one of the same name, else at the end."""
    old = tables_of(path.read_text(encoding="utf-8"))
    if not table.startswith("["):
        kept = old[0]
        for line in table.splitlines():
            pattern = rf"(?ms)^{line.split(' = ')[0]} = (\[.*?\]|[^\n]*)$"
            found = re.search(pattern, kept)
            if found is None:
                kept = f"{kept.rstrip()}\n{line}\n\n"
            else:
                kept = kept[: found.start()] + line + kept[found.end() :]
        path.write_text(kept + "".join(old[1:]), encoding="utf-8")
        return
    same = [n for n, text in enumerate(old) if key_of(text) == key_of(table) != ("[[check_time]]", "")]
    if same:
        old[same[0]] = table + "\n"
    else:
        old.append(("" if old[-1].endswith("\n\n") else "\n") + table)
    path.write_text("".join(old), encoding="utf-8")


def take_out(path: Path, words: str) -> None:
    if path.suffix == ".docx":
        text = format_template_text(path)
        assert words.strip() in text
        path.write_bytes(make_template(text.replace(words.strip("\n"), ""), title="T"))
    else:
        text = path.read_text(encoding="utf-8")
        assert words.strip("\n") in text
        path.write_text(text.replace(words.strip("\n"), ""), encoding="utf-8")


def filled(path: Path) -> None:
    document = Document()
    document.add_heading("Respect at Work: tell us what happened")
    table = document.add_table(0, 2)
    for label, answer in NEEDED_DOCX:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, answer
    document.save(str(path))


def by_hand(pack: Path) -> None:
    """What the guide says in words: the casework letter goes, the old examples go."""
    letters = pack / "letters.toml"
    kept = [t for t in tables_of(letters.read_text("utf-8")) if 'kind = "casework-referral"' not in t]
    letters.write_text("".join(kept), encoding="utf-8")
    (pack / "letters" / "casework-referral.docx").unlink(missing_ok=True)


def test_the_guide_leads_to_a_pack_that_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever follows the guide ends with a pack without a problem, which reads its own form and dates."""
    monkeypatch.chdir(tmp_path)
    filled(tmp_path / "filled.docx")
    pack, printed, emptied = tmp_path / "harbour-homes", {}, False
    for kind, names, body in blocks():
        if kind == "console":
            for line in body.splitlines():
                code, printed[line] = run(line)
                expected = 1 if line.startswith("hrdocs validate") else EXPECTED.get(line, 0)
                assert code == expected, (line, printed[line])
        elif kind == "toml":
            if names == ["cases.toml"] and not emptied:
                (pack / "cases.toml").write_text("# Examples.\n\n", encoding="utf-8")
                emptied = True
            put(pack / names[0], body)
        elif kind == "take-out":
            for name in names:
                take_out(pack / name, body)
            by_hand(pack)
        elif kind == "letter":
            (pack / names[0]).write_bytes(make_template(body, title="T"))
    last = printed["hrdocs pack check harbour-homes"]
    assert "0 problems" in last
    assert "4 examples read" in last
    assert "harbour-homes-complaint" in printed["hrdocs parse filled.docx --pack harbour-homes"]
    assert "partly" in printed["hrdocs validate filled.docx --pack harbour-homes --received 2026-06-15"]
    verdict = printed['hrdocs check-time "14 December 2025" --raised 2026-06-15 --pack harbour-homes']
    assert "out of time" in verdict.casefold().replace("-", " ")

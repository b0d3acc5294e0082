"""Batches: files through the guarded workers, against a plain loop of what people use, in one run.

The plain loop reads each Word form with python-docx and each PDF with pdfplumber (words and tables), and
fills in a letter with docxtpl. hrdocs reads the same files in guarded workers, finds the answers, checks
them and judges the dates besides. Then: what a guard costs for a file, two workers against one, and the
memory of the parent for ten times as many forms. Prints JSON lines. BENCH_SMALL=1 makes it short.
"""

import datetime as dt
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from operator import index
from pathlib import Path

import docx
import pdfplumber
from docxtpl import DocxTemplate

from bench.bench_letters import CONTEXT, TEXT, as_facts
from hrdocs.batch import LocalPool, run
from hrdocs.desk.batch_reading import PRELOAD, Task, read_here
from hrdocs.desk.cases import open_workspace_register, workspace_pack
from hrdocs.desk.intake import Desk
from hrdocs.desk.offered import item_of, iter_items
from hrdocs.desk.reading import HowToRead
from hrdocs.desk.receiving import receive_batch
from hrdocs.desk.register_sheet import write_register_sheet
from hrdocs.letters.author import make_template
from hrdocs.letters.compiled import CompiledTemplate
from hrdocs.letters.strict import environment
from hrdocs.packs import find_pack
from hrdocs.register import open_register
from hrdocs.shipped import shipped_folder
from hrdocs.tools.guard import Guard
from hrdocs.workspace import Workspace, create_workspace, read_organisation

PACK = "council-dignity-at-work"
SMALL = bool(os.environ.get("BENCH_SMALL"))
FORMS = 24 if SMALL else 400
ROUNDS = 1 if SMALL else 3
CALLS = 200 if SMALL else 5_000
FEW, MANY = (50, 200) if SMALL else (1_000, 10_000)
ANSWERS = {
    "Name": "Orlaith McGuckin", "Department": "Parks", "Work Email Address": "o.mcguckin@loughaird.example",
    "Who is the complaint against? (name/s)": "Declan Foy", "Date of incident(s)": "2 February 2026",
    "Incident(s) details": "At the depot he told me to go home.", "Signed": "Orlaith McGuckin",
    "Date": "27 February 2026",
}  # fmt: skip


def word_form(number: int) -> bytes:
    document = docx.Document()
    document.add_heading("Formal complaints form - strictly confidential", 1)
    table = document.add_table(len(ANSWERS), 2)
    for row, (label, value) in zip(table.rows, ANSWERS.items(), strict=True):
        row.cells[0].text, row.cells[1].text = label, f"{value} {number}" if label == "Department" else value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_form(number: int) -> bytes:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate, Table

    rows = [
        [label, f"{value} {number}" if label == "Department" else value] for label, value in ANSWERS.items()
    ]
    out = io.BytesIO()
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
    SimpleDocTemplate(out, pagesize=A4).build([Table(rows, colWidths=[200, 280], style=grid)])
    return out.getvalue()


def tiny_form(number: int, pattern: list[tuple[zipfile.ZipInfo, bytes]]) -> bytes:
    """The form with only the parts that a Word file needs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in pattern:
            package.writestr(info.filename, data.replace(b"Parks", b"Parks %d" % number))
    return out.getvalue()


def wall(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def read_all(paths: list[Path], how: HowToRead, jobs: int) -> float:
    """Seconds for every file, the workers ready before the clock starts."""
    with LocalPool(jobs, preload=PRELOAD) as pool:

        def once(some: list[Path]) -> None:
            tasks = (Task(item_of(path)) for path in some)
            for done in run(tasks, lambda task: pool.submit(read_here, task, how), at_once=jobs):
                assert done.error is None, done.error

        once(paths[: 4 * jobs])
        return wall(lambda: once(paths))


def plain_loop(paths: list[Path]) -> None:
    for path in paths:
        if path.suffix == ".docx":
            document = docx.Document(str(path))
            [p.text for p in document.paragraphs]
            [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
        else:
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    page.extract_words()
                    page.extract_tables()


def tell(bench: str, **figures: object) -> None:
    print(json.dumps({"bench": bench, **figures}), flush=True)


def compare_reading(folder: Path, how: HowToRead) -> None:
    for kind, make, peer in (("docx", word_form, "python-docx loop"), ("pdf", pdf_form, "pdfplumber loop")):
        paths = []
        for number in range(FORMS):
            paths.append(folder / f"{number:05d}.{kind}")
            paths[-1].write_bytes(make(number))
        rounds = [
            (wall(lambda: plain_loop(paths)), read_all(paths, how, 1), read_all(paths, how, 2))  # noqa: B023
            for _ in range(ROUNDS)
        ]
        theirs, one, two = (min(times) for times in zip(*rounds, strict=True))
        rates = {"ours_per_s": round(FORMS / two, 1), "peer_per_s": round(FORMS / theirs, 1)}
        tell(f"batch reading {kind}, two workers", peer=peer, files=FORMS, ratio=theirs / two, **rates)
        tell(f"batch reading {kind}, two workers", peer="one worker", ratio=one / two, at_least=1.8,
             one_per_s=round(FORMS / one, 1), load=load())  # fmt: skip


def compare_letters() -> None:
    data, jinja, facts = make_template(TEXT, title="Your complaint"), environment(), as_facts(CONTEXT)
    compiled = CompiledTemplate(data, jinja)

    def peer() -> None:
        letter = DocxTemplate(io.BytesIO(data))
        letter.render(facts, jinja)
        letter.save(io.BytesIO())

    ours = wall(lambda: [compiled.render(facts) for _ in range(FORMS)])
    few = max(1, FORMS // 10)
    began = time.perf_counter()
    for _ in range(few):
        peer()
    theirs = (time.perf_counter() - began) * FORMS / few
    tell("batch letters", peer="docxtpl loop", ratio=theirs / ours, ours_per_s=round(FORMS / ours, 1))


def measure_guard() -> None:
    with Guard() as guard:
        guard.call("n", index, 0)
        took = statistics.median(wall(lambda: guard.call("n", index, 0)) for _ in range(CALLS)) * 1e3
    tell("guard for a file", peer="half a millisecond", guard_ms=round(took, 3), ratio=took / 0.5, at_most=1)


def load() -> float:
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else -1.0


def compare_memory(folder: Path) -> None:
    peaks = []
    for count in (FEW, MANY):
        command = [sys.executable, "-m", "bench.bench_batch", str(folder / str(count)), str(count)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        peaks.append(json.loads(done.stdout))
    few, many = peaks
    tell("memory of an intake", peer=f"{FEW} forms", forms=MANY, ratio=many["peak_mib"] / few["peak_mib"],
         at_most=1.1, peak_mib=many["peak_mib"], forms_per_s=many["forms_per_s"])  # fmt: skip


def intake(folder: Path, count: int) -> None:
    """Take in so many tiny forms and print the peak memory of this process."""
    with zipfile.ZipFile(io.BytesIO(word_form(0))) as package:
        needed = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        pattern = [(info, package.read(info)) for info in package.infolist() if info.filename in needed]
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    for number in range(count):
        (inbox / f"{number:06d}.docx").write_bytes(tiny_form(number, pattern))
    desk = make_desk(folder / "ws")
    opened = 0
    with LocalPool(2, preload=PRELOAD) as pool:

        def work() -> None:
            nonlocal opened
            for row in receive_batch(iter_items([str(inbox)], since=float("inf")), desk, pool):
                opened += row.received.case is not None
            write_register_sheet(desk.workspace, desk.register, desk.pack, now=desk.now)

        seconds = wall(work)
    assert opened == count, opened
    print(json.dumps({"peak_mib": round(peak_mib(), 1), "forms_per_s": round(count / seconds, 1)}))


def peak_mib() -> float:
    """The most resident memory of this program; getrusage would tell that of the one that started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def make_desk(folder: Path) -> Desk:
    organisation = shipped_folder("samples") / PACK / "organisation.toml"
    create_workspace(folder, pack=PACK, organisation=organisation)
    workspace = Workspace(folder.resolve())
    open_register(workspace.register, create=True)
    pack = workspace_pack(workspace, PACK)
    now = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
    facts, register = read_organisation(workspace), open_workspace_register(workspace)
    return Desk(workspace, register, pack, facts, HowToRead((pack.folder,)), now, now.date(), "bench")


def main() -> None:
    if len(sys.argv) == 3:
        intake(Path(sys.argv[1]), int(sys.argv[2]))
        return
    how = HowToRead((find_pack(PACK),))
    with tempfile.TemporaryDirectory() as name:
        measure_guard()
        compare_letters()
        compare_reading(Path(name), how)
        compare_memory(Path(name))


if __name__ == "__main__":
    main()

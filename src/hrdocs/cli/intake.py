"""`hrdocs intake`: receiving day, once or as long as a folder is watched."""

import contextlib
import datetime as dt
import json
import tempfile
import textwrap
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hrdocs.cli.cases import make_desk
from hrdocs.cli.context import (
    DAY,
    dry_run_option,
    format_option,
    merge_place,
    now,
    place_options,
    talk,
    today,
)
from hrdocs.errors import ExitCode, UsageError
from hrdocs.workspace import make_private_folder, write_whole

if TYPE_CHECKING:
    from hrdocs.batch import Pool
    from hrdocs.desk.intake import Desk
    from hrdocs.desk.offered import Held, Item
    from hrdocs.desk.receiving import ReceivedRow, Tally

SHOWN = 100  # documents in the table; beyond that those that need a person, at most so many


@click.command(epilog="Example: hrdocs intake inbox/ --received 2026-03-02")
@click.argument("places", metavar="[PATH]...", nargs=-1)
@click.option("--received", type=DAY, help="The day on which these files were received.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Files read at once (default: cores, at most 8).")
@click.option("--retry", is_flag=True, help="Read the files that wait in quarantine again.")
@click.option("--watch", "watching", is_flag=True, help="Look again and again, until Ctrl-C.")
@click.option("--interval", type=click.FloatRange(0), default=10, show_default=True,
              help="With --watch: seconds between two looks.")  # fmt: skip
@click.option("--passes", type=click.IntRange(1), help="With --watch: end after so many looks.")
@click.option("--cluster", metavar="ADDRESS", help="Read on a Dask cluster: tcp://host:8786.")
@click.option("--report", "report", type=click.Path(path_type=Path), help="Every document, as XLSX.")
@dry_run_option
@format_option()
@place_options
def intake(
    places: tuple[str, ...],
    received: dt.date | None,
    jobs: int | None,
    retry: bool,
    watching: bool,
    interval: float,
    passes: int | None,
    cluster: str | None,
    report: Path | None,
    dry_run: bool,
    form_of_output: str,
    own_workspace: str | None,
    own_pack: str | None,
) -> int:
    """Read what is in PATHS, open a case for each complaint, draft the first letters.

    A PATH is a file, a folder, a mail store (mbox, Maildir), or an address such as s3://bucket/forms.
    Running it again does nothing twice and finishes what was left undone.
    """
    if not places and not retry:
        raise UsageError("PATH", "nothing to take in was named", "Name files or folders, or give --retry.")
    if watching and (retry or report or dry_run):
        raise UsageError("--watch", "goes with neither --retry, --report nor --dry-run", "Run these apart.")
    merge_place(own_workspace, own_pack)
    with _open_pool(jobs, cluster) as pool:
        if watching:
            return _watch(places, pool, received, interval, passes, as_json=form_of_output == "json")
        desk = make_desk(received=received, on=today())
        run = _Run(desk, pool, dry_run=dry_run)
        with _output(form_of_output, report, desk, run) as printer:
            for row in run.rows(places, retry=retry):
                printer.take(row)
    return run.finish()


def _open_pool(jobs: int | None, cluster: str | None) -> "Pool":
    from hrdocs.batch import ClusterPool, LocalPool, default_jobs
    from hrdocs.desk.batch_reading import PRELOAD

    return ClusterPool(cluster) if cluster else LocalPool(jobs or default_jobs(), preload=PRELOAD)


class _Run:
    """One look at what is offered, its documents counted."""

    def __init__(self, desk: "Desk", pool: "Pool", *, dry_run: bool = False) -> None:
        from hrdocs.desk.receiving import Tally

        self.desk = desk
        self.pool = pool
        self.dry_run = dry_run
        self.tally: Tally = Tally()
        self.leftovers = 0

    def rows(self, places: tuple[str, ...], *, retry: bool = False) -> "Iterator[ReceivedRow]":
        from hrdocs.cli.progress import watch
        from hrdocs.desk.offered import iter_items, iter_waiting

        def offered() -> "Iterator[Item | Held]":
            if retry:
                yield from iter_waiting(self.desk.workspace, self.desk.register.quarantined())
            yield from iter_items(places, since=_recent(), workspace=self.desk.workspace)

        yield from self.over(watch(self._received(offered()), total=self._count(places, retry=retry)))

    def _received(self, items: "Iterable[Item | Held]") -> "Iterator[ReceivedRow]":
        from hrdocs.desk.receiving import receive_batch

        return receive_batch(items, self.desk, self.pool, dry_run=self.dry_run)

    def _count(self, places: tuple[str, ...], *, retry: bool) -> int | None:
        from hrdocs.desk.offered import count_files, iter_waiting

        found = count_files(places, self.desk.workspace)
        waiting = iter_waiting(self.desk.workspace, self.desk.register.quarantined()) if retry else ()
        return None if found is None else found + sum(1 for _ in waiting)

    def over(self, rows: "Iterable[ReceivedRow]") -> "Iterator[ReceivedRow]":
        """The rows, counted; what a broken run left is put right, and the lists are made at the end."""
        from hrdocs.desk.register_sheet import write_register_sheet
        from hrdocs.desk.unfinished import sweep_unfinished

        for row in rows:
            self.tally.add(row)
            yield row
        if not self.dry_run and self.tally.documents:
            self.leftovers = sweep_unfinished(self.desk.workspace, self.desk.register, moment=time.time())
            write_register_sheet(self.desk.workspace, self.desk.register, self.desk.pack, now=self.desk.now)

    def finish(self) -> int:
        """Say what a person must do, and give the exit code."""
        if self.leftovers:
            talk(f"hrdocs: {self.leftovers} files of a run that was broken off stay in unfinished/.")
        if self.tally.need_person:
            talk(f"hrdocs: {self.tally.need_person} of {self.tally.documents} documents need a person.")
            return ExitCode.ATTENTION
        return ExitCode.OK


def _recent() -> float:
    from hrdocs.desk.offered import QUIET_SECONDS

    return time.time() - QUIET_SECONDS


def _watch(
    places: tuple[str, ...],
    pool: "Pool",
    received: dt.date | None,
    interval: float,
    passes: int | None,
    *,
    as_json: bool,
) -> int:
    """Look again and again. Ctrl-C between two looks is the way to end it."""
    from hrdocs.batch import is_address
    from hrdocs.cli.received import shape_received, shape_tally
    from hrdocs.desk.offered import Seen, iter_items

    if any(is_address(place) for place in places):
        raise UsageError("--watch", "watches folders of this machine only", "Run intake by a timer instead.")
    seen, code, count = Seen(), ExitCode.OK, 0
    with contextlib.suppress(KeyboardInterrupt):
        while passes is None or count < passes:
            if count:
                time.sleep(interval)
            count += 1
            run = _Run(make_desk(received=received, on=today()), pool)
            items = iter_items(places, since=_recent(), workspace=run.desk.workspace, seen=seen)
            shapes = [shape_received(row) for row in run.over(run._received(items))]
            if as_json:
                result = {"pass": count, "received": shapes, "summary": shape_tally(run.tally)}
                click.echo(json.dumps(result, ensure_ascii=False))
            else:
                click.echo(f"{now():%Y-%m-%d %H:%M:%S} {_counts(run.tally)}")
            if run.finish() != ExitCode.OK:
                code = ExitCode.ATTENTION
    return code


def _counts(tally: "Tally") -> str:
    from hrdocs.cli.received import format_counts

    return format_counts(tally) or "nothing new."


@contextlib.contextmanager
def _output(form: str, report: Path | None, desk: "Desk", run: _Run) -> "Iterator[_Printer]":
    printer = _Json() if form == "json" else _Table()
    sheet = _Sheet(report, desk) if report else None
    printer.sheet = sheet
    yield printer
    printer.end(run.tally)
    if sheet is not None and not run.dry_run:
        sheet.end(run.tally)


class _Printer:
    """Where the rows of a run go as they come."""

    sheet: "_Sheet | None" = None

    def take(self, row: "ReceivedRow") -> None:
        self.show(row)
        if self.sheet is not None:
            self.sheet.take(row)

    def show(self, row: "ReceivedRow") -> None: ...

    def end(self, tally: "Tally") -> None: ...


class _Table(_Printer):
    """The table for a person. Of a large run it shows those that need one, and not all of these."""

    def __init__(self) -> None:
        self.all: list[ReceivedRow] = []
        self.wanted: list[ReceivedRow] = []

    def show(self, row: "ReceivedRow") -> None:
        from hrdocs.cli.received import is_risky

        if len(self.all) <= SHOWN:
            self.all.append(row)
        if is_risky(row):
            self.wanted.insert(0, row)
        elif row.needs_person:
            self.wanted.append(row)
        del self.wanted[SHOWN:]

    def end(self, tally: "Tally") -> None:
        from hrdocs.cli.received import format_received, format_summary

        if tally.documents <= SHOWN:
            click.echo(format_received(self.all))
        elif self.wanted:
            click.echo(format_received(self.wanted, with_counts=False))
            more = tally.need_person - len(self.wanted)
            if more:
                click.echo(f"... and {more} more that need a person: --report FILE.xlsx has them all.")
        if tally.documents:
            click.echo(format_summary(tally))


class _Json(_Printer):
    """One object for a program, written as the rows come."""

    def __init__(self) -> None:
        self.lead = '{\n  "received": ['

    def show(self, row: "ReceivedRow") -> None:
        from hrdocs.cli.received import shape_received

        click.echo(self.lead)
        click.echo(textwrap.indent(_json(shape_received(row)), "    "), nl=False)
        self.lead = ","

    def end(self, tally: "Tally") -> None:
        from hrdocs.cli.received import shape_tally

        click.echo('{\n  "received": [' if self.lead != "," else "")
        summary = textwrap.indent(_json(shape_tally(tally)), "  ").lstrip()
        click.echo(f'  ],\n  "summary": {summary}\n}}')


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


class _Sheet:
    """The report: the rows wait on disk, so that their number takes no memory."""

    def __init__(self, path: Path, desk: "Desk") -> None:
        make_private_folder(path.absolute().parent)
        self.path = path
        self.now = desk.now
        self.spool = tempfile.TemporaryFile("w+", encoding="utf-8", dir=path.absolute().parent)  # noqa: SIM115

    def take(self, row: "ReceivedRow") -> None:
        from hrdocs.cli.received import report_row

        self.spool.write(json.dumps(report_row(row)) + "\n")

    def end(self, tally: "Tally") -> None:
        from hrdocs.cli.received import REPORT, summary_rows
        from hrdocs.tools.tables import render_xlsx

        self.spool.seek(0)
        sheets = {
            "Summary": (("What", "How many"), summary_rows(tally)),
            "Received": (REPORT, (json.loads(line) for line in self.spool)),
        }
        write_whole(self.path, render_xlsx(sheets, now=self.now))
        talk(f"Wrote {self.path}.")

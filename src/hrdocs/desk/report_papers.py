"""A report as documents: Word from a template, a workbook, and JSON; every one with the same figures."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hrdocs.desk.reporting import Report, shape_report, share
from hrdocs.letters.pictures import Picture
from hrdocs.letters.template import render_letter
from hrdocs.organisation import Organisation
from hrdocs.report.charts import Series, describe_chart, draw_bars, draw_lines
from hrdocs.report.disclosure import WITHHELD, Key, Period, Shown
from hrdocs.report.statistics import Exhibit
from hrdocs.rules.workdays import format_day
from hrdocs.shipped import shipped_folder
from hrdocs.tools.tables import render_xlsx

TEMPLATE = "report/statistics.docx"
_CHART_WIDTH = 160.0  # millimetres: the text's width on A4
_MOST_BARS = 14
_PERIODS = ("the period", "the period before")

_Rows = list[tuple[str, tuple[Key, ...]]]


@dataclass(frozen=True, slots=True)
class _Printed:
    """One table as lines of words: its headings, and for each row its label and its cells."""

    exhibit: Exhibit
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    chart: bool


def render_report(
    report: Report, organisation: Organisation, *, template: Path | None, now: dt.datetime
) -> bytes:
    """The report as a Word document, its charts with alternative text.

    Raises:
        LetterError: the template asks for what a report does not have.
    """
    printed = tuple(_printed(report))
    context = {
        "organisation": {"name": report.organisation, "department": organisation.department},
        "policy": {"title": report.procedure},
        "report": {
            "period": format_period(report.periods[0]),
            "before": format_period(report.periods[1]),
            "date": format_day(now.date()),
            "brief": list(_brief(report)),
        },
        "tables": [
            {
                "title": table.title,
                "note": table.exhibit.note,
                "corner": "",
                "columns": list(table.columns),
                "rows": [{"label": label, "cells": list(cells)} for label, cells in table.rows],
                "chart": table.exhibit.id if table.chart else "",
            }
            for table in printed
        ],
    }
    pictures = {table.exhibit.id: _chart(report, table.exhibit) for table in printed if table.chart}
    source = template or shipped_folder("templates") / TEMPLATE
    return render_letter(source, context, now=now, pictures=pictures)


def render_workbook(report: Report, *, now: dt.datetime) -> bytes:
    """The report as a workbook: one sheet for each table."""
    sheets = {}
    for table in _printed(report):
        headings = (" ", *table.columns)
        rows = [
            dict(zip(headings, (label, *map(_figure, cells)), strict=True)) for label, cells in table.rows
        ]
        sheets[table.title] = (headings, rows)
    return render_xlsx(sheets, now=now)


def render_figures(report: Report) -> bytes:
    """The report as JSON."""
    return (json.dumps(shape_report(report), ensure_ascii=False, indent=2) + "\n").encode()


def format_report(report: Report) -> str:
    """The report as plain text."""
    lines = [
        f"{report.organisation or 'The organisation'}: complaints under the {report.procedure}",
        f"{format_period(report.periods[0])}, with {format_period(report.periods[1])} beside it",
        *_brief(report),
    ]
    for table in _printed(report):
        width = max(len(label) for label, _ in table.rows)
        widths = [
            max(len(c), *(len(cells[n]) for _, cells in table.rows)) for n, c in enumerate(table.columns)
        ]
        lines += ["", table.title]
        for label, cells in (("", table.columns), *table.rows):
            padded = "  ".join(cell.rjust(size) for cell, size in zip(cells, widths, strict=True))
            lines.append(f"  {label.ljust(width)}  {padded}".rstrip())
    return "\n".join(lines)


def format_period(period: Period) -> str:
    """A period in words."""
    return f"{_short(period.first)} to {_short(period.last)}"


def _short(day: dt.date) -> str:
    return format_day(day).split(" ", 1)[1]


def _brief(report: Report) -> Iterator[str]:
    this, last = report.shown
    for name, words in (
        ("complaints", "Complaints received"),
        ("appeals", "Appeals lodged"),
        ("contacts", "Contacts with advisers"),
    ):
        yield f"{words}: {this.total(name).text} (the period before: {last.total(name).text})."


def _printed(report: Report) -> Iterator[_Printed]:
    """The tables in the order in which they are printed; rows that are 0 throughout are left out."""
    for exhibit in report.exhibits:
        rows = [
            (label, keys)
            for label, keys in zip(exhibit.rows, exhibit.keys, strict=True)
            if any(shown.shown[key].text != "0" for shown in report.shown for key in keys)
        ]
        if rows and len(exhibit.columns) > 1:
            yield from _by_period(report, exhibit, rows)
        elif rows:
            yield _side_by_side(report, exhibit, rows)


def _by_period(report: Report, exhibit: Exhibit, rows: _Rows) -> Iterator[_Printed]:
    """A table with columns of its own, once for each period."""
    for shown, words in zip(report.shown, _PERIODS, strict=True):
        lines = [(label, tuple(shown.shown[key].text for key in keys)) for label, keys in rows]
        lines = [(label, texts) for label, texts in lines if set(texts) != {"0"}]
        if lines and all(set(texts) <= {WITHHELD, "0"} for _, texts in lines):
            lines = [("All rows", (WITHHELD,) * len(exhibit.columns))]
        if lines:
            yield _Printed(exhibit, f"{exhibit.title}: {words}", exhibit.columns, tuple(lines), chart=False)


def _side_by_side(report: Report, exhibit: Exhibit, rows: _Rows) -> _Printed:
    """A table of single numbers: the period, its share, and the period before."""
    lines = []
    for label, keys in rows:
        this, last = (shown.shown[keys[0]].text for shown in report.shown)
        lines.append((label, (this, *([share(report, exhibit, keys[0])] if exhibit.whole else []), last)))
    columns = ("Period", *(["Share"] if exhibit.whole else []), "Period before")
    labels, series = _figures(report, exhibit)
    drawable = any(cell.rounded for one in series for cell in one.cells)
    chart = drawable and 1 < len(labels) <= _MOST_BARS
    return _Printed(exhibit, exhibit.title, columns, tuple(lines), chart)


def _figures(report: Report, exhibit: Exhibit) -> tuple[list[str], list[Series]]:
    """What a chart of an exhibit draws: its labels, and both periods' figures."""
    rows = [
        (label, tuple(shown.shown[keys[0]] for shown in report.shown))
        for label, keys in zip(exhibit.rows, exhibit.keys, strict=True)
    ]
    kept: list[tuple[str, tuple[Shown, ...]]] = [row for row in rows if any(c.text != "0" for c in row[1])]
    if exhibit.id == "quarter":
        kept = rows
    series = [Series(name, tuple(cells[n] for _, cells in kept)) for n, name in enumerate(_PERIODS)]
    return [label for label, _ in kept], series


def _chart(report: Report, exhibit: Exhibit) -> Picture:
    labels, series = _figures(report, exhibit)
    data = draw_lines(labels, series) if exhibit.id == "quarter" else draw_bars(labels, series)
    return Picture(data, _CHART_WIDTH, describe_chart(exhibit.title, labels, series))


def _figure(cell: str) -> Any:
    return int(cell) if cell.isdecimal() else cell

"""Charts of what a report shows, as PNG pictures that read in black and white, each with its words.

Only printed figures are drawn: where a table says "fewer than 5" or "not shown", so does the chart.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hrdocs.report.disclosure import Shown

_WIDTH = 6.3  # inches
_BAR = 0.34
_DARK, _LIGHT = "#333333", "#ffffff"


@dataclass(frozen=True, slots=True)
class Series:
    """One period's figures, in the order of the chart's labels."""

    name: str
    cells: tuple[Shown, ...]


def describe_chart(title: str, labels: Sequence[str], series: Sequence[Series]) -> str:
    """The chart in words, for those who cannot see it: the same figures as in its table."""
    parts = []
    for at, label in enumerate(labels):
        figures = ", ".join(f"{one.cells[at].text} in {one.name}" for one in series)
        parts.append(f"{label}: {figures}")
    return f"{title}. {'; '.join(parts)}."


def draw_bars(labels: Sequence[str], series: Sequence[Series]) -> bytes:
    """A bar for each label and period, lying, with its figure at its end. The same input, the same bytes."""
    height = 0.9 + _BAR * len(labels) * max(2, len(series))
    figure, axes = _new_chart(height)
    step = 0.8 / len(series)
    for number, one in enumerate(series):
        places = [at + number * step for at in range(len(labels))]
        lengths = [cell.rounded or 0 for cell in one.cells]
        bars = axes.barh(
            places, lengths, step * 0.92, label=one.name, edgecolor=_DARK, linewidth=0.8, **_look(number)
        )
        axes.bar_label(bars, [cell.text for cell in one.cells], padding=4, fontsize=8)
    axes.set_yticks(
        [at + step * (len(series) - 1) / 2 for at in range(len(labels))], list(labels), fontsize=9
    )
    axes.invert_yaxis()
    axes.set_xlim(0, 1.2 * max(5, *(cell.rounded or 0 for one in series for cell in one.cells)))
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.08), ncols=2, frameon=False, fontsize=9)
    return _as_png(figure)


def draw_lines(labels: Sequence[str], series: Sequence[Series]) -> bytes:
    """A line through each period's figures; it breaks where a figure is not shown."""
    figure, axes = _new_chart(2.8)
    for number, one in enumerate(series):
        heights = [float("nan") if cell.rounded is None else float(cell.rounded) for cell in one.cells]
        style = "-" if number == 0 else "--"
        axes.plot(range(len(labels)), heights, style, color=_DARK, marker="os"[number % 2], label=one.name)
        for at, (height, cell) in enumerate(zip(heights, one.cells, strict=True)):
            low = height if cell.rounded is not None else 0.0
            place = (0, 7 if number == 0 else -13)
            axes.annotate(cell.text, (at, low), place, textcoords="offset points", ha="center", fontsize=8)
    top = max(5, *(cell.rounded or 0 for one in series for cell in one.cells))
    axes.set_ylim(-0.15 * top, 1.25 * top)
    axes.set_xticks(range(len(labels)), list(labels), fontsize=9)
    axes.set_xlim(-0.4, len(labels) - 0.6)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.12), ncols=2, frameon=False, fontsize=9)
    return _as_png(figure)


def _look(number: int) -> dict[str, str]:
    return {"color": _DARK} if number == 0 else {"color": _LIGHT, "hatch": "////"}


def _new_chart(height: float) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, height), dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(labelsize=8)
    return figure, axes


def _as_png(figure: Any) -> bytes:
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()

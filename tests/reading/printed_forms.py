"""Completed forms as web pages printed to PDF by Chromium, in other layouts than the Word forms.

Some layouts are only ever measured: see `KEPT_LAYOUTS`.
"""

# ruff: noqa: E501 - a rule of a style sheet reads better on one line

import random
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from tests.reading.people import GROUND_NAMES
from tests.reading.plan import Made, draw, is_kept
from tests.reading.story import Story
from tests.reading.wordings import GUIDANCE, Wording

KEPT_LAYOUTS = ("shaded", "two_up", "inputs")
LONG = (
    "incident_details",
    "behaviour",
    "previous_steps",
    "effect",
    "attempts_to_resolve",
    "resolution_sought",
)
Section = tuple[str, list[tuple[str, str, str]]]  # its title; of each field: id, label, answer as HTML


def _answer(story: Story, name: str, rng: random.Random) -> str:
    if name == "witnesses":
        lines = [", ".join(v for v in p.values() if v) for p in story.truth["witnesses"]]
        return "<br>".join(map(escape, lines))
    if name == "protected_grounds" and story.written.get("grounds_as"):
        chosen = story.written["protected_grounds"]
        if story.written["grounds_as"] == "struck":
            others = [g for g in GROUND_NAMES if g != chosen][:3]
            return " / ".join([f"<del>{others[0]}</del>", chosen, *(f"<del>{g}</del>" for g in others[1:])])
        on, off = rng.choice((("☒", "☐"), ("[x]", "[ ]"), ("&#x2713;", "☐"), ("\0on", "\0off")))
        between = rng.choice(("<br>", " &nbsp; "))
        marks = {"\0on": '<input type="checkbox" checked>', "\0off": '<input type="checkbox">'}
        return between.join(
            f"{marks.get(on, on) if g == chosen else marks.get(off, off)} {g}" for g in GROUND_NAMES
        )
    text = (
        "<br>".join(escape(line) for line in story.say(name).split("\n"))
        if story.truth.get(name) is not True
        else ""
    )
    if text and rng.random() < 0.12:
        return f'<del style="color:#b00">{rng.choice(("to follow", "see attached", "John Smyth"))}</del><ins style="color:#b00">{text}</ins>'
    return text


def _sections(story: Story, words: Wording, rng: random.Random) -> list[Section]:
    return [
        (words.sections[section], [(n, words.label(n), _answer(story, n, rng)) for n in names])
        for section, names in words.order.items()
    ]


def _table(sections: list[Section], rng: random.Random, *, border: str, extra: str = "") -> str:
    wide, pad, align = rng.choice((28, 35, 42)), rng.choice((1, 3, 6)), rng.choice(("top", "middle"))
    css = f"<style>table{{border-collapse:collapse;width:100%}}td,th{{{border};padding:{pad}pt;text-align:left;vertical-align:{align};font-weight:{rng.choice(('normal', 'bold'))}}}th{{width:{wide}%}}td{{font-weight:normal}}{extra}</style>"
    out = [css]
    for title, fields in sections:
        out.append(f"<h2>{escape(title)}</h2><table>")
        out += [f"<tr><th>{escape(label)}</th><td>{text}</td></tr>" for _, label, text in fields]
        out.append("</table>")
    return "".join(out)


def ruled(sections: list[Section], rng: random.Random) -> str:
    return _table(sections, rng, border="border:1px solid #333")


def unruled(sections: list[Section], rng: random.Random) -> str:
    return _table(sections, rng, border="border:0")


def underlined_rows(sections: list[Section], rng: random.Random) -> str:
    return _table(sections, rng, border="border-bottom:1px solid #999")


def shaded(sections: list[Section], rng: random.Random) -> str:
    return _table(
        sections,
        rng,
        border="border:0",
        extra="th{background:#dde3ea}tr:nth-child(even) td{background:#f2f2f2}",
    )


def definition_list(sections: list[Section], rng: random.Random) -> str:
    out = [
        f"<style>dt{{font-weight:{rng.choice(('bold', 'normal'))};margin-top:6pt}}dd{{margin-left:{rng.choice((0, 12, 40))}pt}}</style>"
    ]
    for title, fields in sections:
        out.append(f"<h2>{escape(title)}</h2><dl>")
        out += [f"<dt>{escape(label)}</dt><dd>{text}</dd>" for _, label, text in fields]
        out.append("</dl>")
    return "".join(out)


def boxes_below(sections: list[Section], rng: random.Random) -> str:
    hint = rng.random() < 0.5
    out = [
        "<style>.b{border:1px solid #000;min-height:16pt;padding:3pt;margin:2pt 0 8pt}.h{font-size:8pt;color:#555}</style>"
    ]
    for title, fields in sections:
        out.append(f"<h2>{escape(title)}</h2>")
        for name, label, text in fields:
            guide = (
                f'<div class="h">{escape(GUIDANCE["witnesses"])}</div>'
                if hint and name == "witnesses"
                else ""
            )
            out.append(f'<div>{escape(label)}</div>{guide}<div class="b">{text}</div>')
    return "".join(out)


def writing_lines(sections: list[Section], rng: random.Random) -> str:
    out = [
        "<style>.r{display:flex;margin:7pt 0}.l{white-space:nowrap;padding-right:4pt}.a{border-bottom:1px solid #000;flex:1;padding-left:3pt}.n{margin:3pt 0 9pt;border-bottom:1px solid #000}</style>"
    ]
    for title, fields in sections:
        out.append(f"<h2>{escape(title)}</h2>")
        for name, label, text in fields:
            colon = label if label[-1] in ":?" else f"{label}:"
            if name in LONG or name in ("witnesses", "evidence", "respondents", "protected_grounds"):
                out.append(f'<div>{escape(colon)}</div><div class="n">{text or "&nbsp;"}</div>')
            else:
                out.append(
                    f'<div class="r"><span class="l">{escape(colon)}</span><span class="a">{text}</span></div>'
                )
    return "".join(out)


def two_up(sections: list[Section], rng: random.Random) -> str:
    out = [
        "<style>.g{display:grid;grid-template-columns:1fr 1fr;gap:8pt}.w{grid-column:1/3}.b{border:1px solid #444;padding:4pt;min-height:14pt}label{font-weight:bold;font-size:9pt}</style>"
    ]
    for title, fields in sections:
        out.append(f'<h2>{escape(title)}</h2><div class="g">')
        for name, label, text in fields:
            wide = (
                "w"
                if name in LONG or name in ("witnesses", "evidence", "respondents", "protected_grounds")
                else ""
            )
            out.append(f'<div class="{wide}"><label>{escape(label)}</label><div class="b">{text}</div></div>')
        out.append("</div>")
    return "".join(out)


def inputs(sections: list[Section], rng: random.Random) -> str:
    out = [
        "<style>p{margin:6pt 0;display:flex}label{width:170pt}input[type=text],textarea{width:300pt;font:inherit}</style>"
    ]
    for title, fields in sections:
        out.append(f"<fieldset><legend>{escape(title)}</legend>")
        for _, label, text in fields:
            if "<" in text.replace("<br>", ""):
                box = f"<span>{text}</span>"
            elif "<br>" in text or len(text) > 60:
                rows = text.count("<br>") + len(text) // 45 + 1
                box = f'<textarea rows="{rows}">{text.replace("<br>", chr(10))}</textarea>'
            else:
                box = f'<input type="text" value="{text}">'
            out.append(f"<p><label>{escape(label)}</label>{box}</p>")
        out.append("</fieldset>")
    return "".join(out)


def numbered_colons(sections: list[Section], rng: random.Random) -> str:
    out, number = [], 0
    for title, fields in sections:
        out.append(f"<h2>{escape(title)}</h2>")
        for name, label, text in fields:
            number += 1
            colon = label if label[-1] in ":?" else f"{label}:"
            gap = "<br>" if name in LONG or name in ("witnesses", "evidence") or "<br>" in text else " "
            out.append(f"<p><b>{number}. {escape(colon)}</b>{gap}{text}</p>")
    return "".join(out)


LAYOUTS: dict[str, Callable[[list[Section], random.Random], str]] = {
    f.__name__: f
    for f in (ruled, unruled, underlined_rows, shaded, definition_list, boxes_below, writing_lines, two_up, inputs, numbered_colons)
}  # fmt: skip


def page_of(story: Story, words: Wording, rng: random.Random, layout: str) -> str:
    """A completed form as a web page."""
    font, size = (
        rng.choice(("Arial", "Times New Roman", "DejaVu Sans", "Liberation Mono", "Carlito")),
        rng.choice((9, 10, 11, 12)),
    )
    body = LAYOUTS[layout](_sections(story, words, rng), rng)
    return f'<!doctype html><meta charset="utf-8"><style>body{{font:{size}pt "{font}";line-height:{rng.choice(("normal", "1.5"))}}}h2{{font-size:{size + 2}pt}}</style><h1>{escape(words.title)}</h1>{body}'


def printed(numbers: Iterable[int]) -> list[Made]:
    """Forms printed to PDF by Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        sheet = browser.new_page()
        found = [_print(sheet, number) for number in numbers]
        browser.close()
    return found


def _print(sheet: Any, number: int) -> Made:
    story, words, rng = draw(number, "printed")
    if story.truth.get("signed_name") is True:
        story.truth["signed_name"] = None
    layouts = [n for n in LAYOUTS if (n in KEPT_LAYOUTS) == (is_kept(number) and rng.random() < 0.5)]
    layout = rng.choice(layouts)
    sheet.set_content(page_of(story, words, rng, layout))
    foot = '<div style="font-size:7px;width:100%;padding:0 20mm">HR form 7 – version 4 <span class="pageNumber"></span></div>'
    running = {"footer_template": foot, "header_template": "<i></i>"} if rng.random() < 0.4 else {}
    margin = {"top": "18mm", "bottom": "18mm", "left": "20mm", "right": "20mm"}
    data = sheet.pdf(format="A4", display_header_footer=rng.random() < 0.5, margin=margin, **running)
    return Made(f"printed-{number}.pdf", f"{layout}/printed/w{words.number}", story, data)

"""A choice made only by how it looks: "Sex / Age / **Race**", or "Yes / No" with one of them highlighted.

Where some of a list's options look otherwise than the rest, these are chosen and the rest is read as struck
through. Of three or more the chosen are fewer than the rest; what is fainter is turned down. Where the looks
do not settle it, or three and more options between strokes all look alike, the list stands as it is, and
the finding `unsure-choice` says where.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from hrdocs.document import Block, Cell, Finding, Layout, Line, Mark, Place, Row, Severity, Span
from hrdocs.procedure import FormDefinition
from hrdocs.rules.grounds import find_grounds
from hrdocs.rules.matching.label_print import lines_in
from hrdocs.rules.matching.wording import fold

UNSURE = "unsure-choice"
_BETWEEN = (
    re.compile(r"\s*[/|,;•·\t\n]\s*|(?<=[a-z)]) +(?=[A-Z])"),
    re.compile(r"\s*(?:[/|,;•·\t\n]|\bor\b)\s*"),
)
_LABEL = re.compile(r"^.*[:?]\s*", re.DOTALL)
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_LONGEST_TEXT = 90  # letters of an option
_LONGEST_LINE = 500
_LONGEST = 9  # words of an option, with what it explains in brackets
_EVERYDAY = frozenset(
    {
        *("yes", "no", "n a", "not applicable", "none", "not sure", "don t know", "unsure", "maybe"),
        *(
            "male",
            "female",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "full time",
            "part time",
            "staff",
            "student",
        ),
    }
)
_OF_GROUNDS = re.compile(
    r"\b(?:sex|gender|trans|gay|lesbian|bi|orientation|marital|marriage|married|civil|partner|pregnan|matern|age"
    r"|rac(?:e|ial)|colour|nation|ethnic|relig|belief|faith|politic|opinion|disab|union|famil|depend|crimin)"
)  # the looks of a line are asked about before its meaning, which costs more
Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Option:
    """An option of a list: its line, by its number, and the letters that it is made of."""

    line: int
    start: int
    end: int


def settle_choices(layout: Layout, forms: Sequence[FormDefinition]) -> Layout:
    """The layout with the options that were not chosen struck through, and findings for open choices."""
    if not any(_may_choose(line) for line in lines_in(layout.blocks)):
        return layout
    known = _known(forms)
    blocks: list[Block] = []
    findings = list(layout.findings)
    for group in _groups(layout.blocks, known):
        if isinstance(group, Row):
            blocks.append(_row(group, known, findings))
        else:
            blocks += _settled(group, known, findings)
    return replace(layout, blocks=tuple(blocks), findings=tuple(findings))


def _known(forms: Sequence[FormDefinition]) -> Known:
    words = {fold(w) for form in forms for one in form.fields for c in one.choices for w in c.words}

    def known(text: str) -> bool:
        if len(text) > _LONGEST_TEXT:
            return False
        said = " ".join(re.findall(r"\w+", text.casefold().replace("’", "'")))
        if not said or len(said.split()) > _LONGEST:
            return False
        if said in _EVERYDAY or fold(text) in words:
            return True
        text = text.partition(" (")[0]
        return bool(_OF_GROUNDS.search(said)) and len(find_grounds(text).ids) == 1

    return lru_cache(maxsize=None)(known)


def _groups(blocks: Sequence[Block], known: Known) -> Iterator[Row | list[Block]]:
    """The rows, and the other blocks: options on lines of their own together."""
    together: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and known(block.text):
            together.append(block)
            continue
        if together:
            yield together
            together = []
        if isinstance(block, Row):
            yield block
        else:
            yield [block]
    if together:
        yield together


def _row(row: Row, known: Known, findings: list[Finding]) -> Row:
    """A row settled cell by cell; cells that are an option each are one list."""
    single = [i for i, cell in enumerate(row.cells) if len(cell.lines) == 1 and known(cell.text)]
    if len(single) > 1:
        lines = _settled([row.cells[i].lines[0] for i in single], known, findings)
        found = dict(zip(single, lines, strict=True))
        cells = [_with(cell, (found[i],)) if i in found else cell for i, cell in enumerate(row.cells)]
        return replace(row, cells=tuple(cells))
    return replace(row, cells=tuple(_with(c, _settled(c.lines, known, findings, c.place)) for c in row.cells))


def _with(cell: Cell, lines: Sequence[Block]) -> Cell:
    return replace(cell, lines=tuple(line for line in lines if isinstance(line, Line)))


def _settled(
    blocks: Sequence[Block], known: Known, findings: list[Finding], place: Place | None = None
) -> list[Block]:
    """Blocks with their list settled: one on a line, or one option to a line."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if len(lines) != len(blocks) or any(s.mark is not Mark.PLAIN for line in lines for s in line.spans):
        return list(blocks)
    whole = [i for i, line in enumerate(lines) if line.text.strip()]
    if len(whole) > 1 and all(known(lines[i].text) for i in whole):
        options = [_Option(i, 0, len(lines[i].text)) for i in whole]
        return list(_chosen(lines, options, findings, place))
    settled: list[Block] = []
    for line in lines:
        options = _options(line.text, known)
        settled += _chosen([line], options, findings, place) if len(options) > 1 else [line]
    return settled


def _options(text: str, known: Known) -> list[_Option]:
    """The options of a list on one line, behind its label; none where anything else stands among them."""
    if len(text) > _LONGEST_LINE:
        return []
    return next((found for gap in _BETWEEN if (found := _parted(text, gap, known))), [])


def _parted(text: str, between: re.Pattern[str], known: Known) -> list[_Option]:
    if not between.search(text):
        return []
    label = _LABEL.match(text)
    at = label.end() if label else 0
    found = []
    for gap in [*between.finditer(text, at), None]:
        if gap and text.count("(", at, gap.start()) > text.count(")", at, gap.start()):
            continue  # within brackets
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            found.append(_Option(0, at, at + len(text[at:end].rstrip())))
        at = gap.end() if gap else end
    while found and not known(text[found[0].start : found[0].end]) and label is None:
        found = found[1:]  # a label in front of a tab
    return found if len(found) > 1 and all(known(text[o.start : o.end]) for o in found) else []


def _chosen(
    lines: Sequence[Line], options: Sequence[_Option], findings: list[Finding], place: Place | None
) -> Sequence[Line]:
    marked = [looks for looks in _differences(lines, options) if 0 < len(looks) < len(options)]
    if not marked and not _are_alternatives(lines, options):
        return lines
    chosen = marked[0] if marked else frozenset()
    few = 0 < 2 * len(chosen) < len(options) or (len(chosen) == 1 and len(options) == 2)
    if not few or any(other != chosen for other in marked):
        where = place or lines[options[0].line].place
        message = "Several options stand here, and nothing shows surely which is meant."
        findings.append(Finding(UNSURE, Severity.WARNING, message, None, where))
        return lines
    kept = [options[i] for i in sorted(chosen)]
    return [_struck(line, [o for o in options if o.line == i], kept, i) for i, line in enumerate(lines)]


def _differences(lines: Sequence[Line], options: Sequence[_Option]) -> Iterator[frozenset[int]]:
    """For each way of marking words out, the numbers of the options that are marked so."""
    runs = [_runs(lines[o.line], o) for o in options]
    ways: tuple[Callable[[Span], bool], ...] = (
        lambda s: s.bold,
        lambda s: s.look.underlined,
        lambda s: s.look.highlighted,
        lambda s: s.look.colour != 0 and not s.look.grey,
        lambda s: s.text.isupper() and sum(map(str.isalpha, s.text)) > 2,
    )
    for way in ways:
        yield frozenset(i for i, spans in enumerate(runs) if spans and all(map(way, spans)))
    faint = frozenset(i for i, spans in enumerate(runs) if spans and all(s.look.grey for s in spans))
    yield frozenset(range(len(options))) - faint if faint else frozenset()


def _runs(line: Line, option: _Option) -> list[Span]:
    """The parts of a line's spans that an option is made of."""
    found, at = [], 0
    for span in line.spans:
        text = span.text[max(0, option.start - at) : max(0, option.end - at)]
        at += len(span.text)
        if any(map(str.isalnum, text)):
            found.append(replace(span, text=text))
    return found


def _struck(line: Line, options: Sequence[_Option], kept: Sequence[_Option], number: int) -> Line:
    """A line with the options that are not kept struck through, and what stands between them.

    What is kept is no longer bold: it answers, and begins nothing.
    """
    mine = [o for o in kept if o.line == number]
    if not options:
        return line
    out = {i for i in range(options[0].start, options[-1].end) if not any(o.start <= i < o.end for o in mine)}
    for before, after in pairwise(mine):
        out -= set(range(before.end, before.end + 2)) & set(range(before.end, after.start))
    spans: list[Span] = []
    at = 0
    for span in line.spans:
        for offset, letter in enumerate(span.text):
            mark = Mark.STRUCK if at + offset in out else span.mark
            bold = span.bold and not options[0].start <= at + offset < options[-1].end
            last = spans[-1] if spans else None
            if last is not None and (last.mark, last.bold, last.look) == (mark, bold, span.look):
                spans[-1] = replace(last, text=last.text + letter)
            else:
                spans.append(replace(span, text=letter, mark=mark, bold=bold))
        at += len(span.text)
    return replace(line, spans=tuple(spans), heading=False)


def _are_alternatives(lines: Sequence[Line], options: Sequence[_Option]) -> bool:
    """Whether three or more options stand between strokes, as a form prints those of which one is meant."""
    text = lines[options[0].line].text
    between = [text[one.end : other.start] for one, other in pairwise(options)]
    return len(options) > 2 and len(lines) == 1 and all(re.search(r"[/|]", gap) for gap in between)


def _may_choose(line: Line) -> bool:
    """Whether a line may hold options of which some are marked out, or several between strokes."""
    text = line.text
    if text.count("/") > 1 or text.count("|") > 1 or _CAPITALS.search(text):
        return True
    looks = (s for s in line.spans if s.mark is Mark.PLAIN and s.text.strip())
    return any(s.bold or s.look.underlined or s.look.highlighted or s.look.colour for s in looks)

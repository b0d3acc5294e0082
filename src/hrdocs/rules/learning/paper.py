"""A printed or Word form's lines and tables → questions.

Words that stand before a space are its label; words alone wait for what follows them: a space makes
them a label, other words a heading, a question with its room below, or an instruction.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hrdocs.document import Layout, Line, Row
from hrdocs.rules.learning.drafts import Option, Question, Sheet, is_instruction, tidy_label
from hrdocs.rules.learning.options import read_options
from hrdocs.rules.learning.texts import is_heading
from hrdocs.rules.learning.tokens import EMPTY, Token, What, cell_lines, has, is_space, tokens_of, words_in
from hrdocs.rules.matching.guidance import is_page_number

_MARGINS = ("header", "footer")
_ASKS = re.compile(r"[:?]\s*$")
_UNSEEN = "No room for the answer was seen: see whether this is a question."
_SENTENCE = re.compile(r"(?<=[.!])\s+(?=[A-Z])")


@dataclass(slots=True)
class _Waiting:
    """Words whose part in the form is not known yet: lines of one block, or labels side by side."""

    lines: list[Token] = field(default_factory=list)
    beside: bool = False
    single: bool = True  # not from a table


def learn_paper(layout: Layout) -> Sheet:
    """The questions of a layout without form fields."""
    return _Learner().learn(layout)


class _Learner:
    """Walks the blocks in order."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self.waiting: list[_Waiting] = []
        self.asking: Question | None = None  # takes further spaces and boxes
        self.headings: list[str] = []  # of a table, from the left
        self.ticked = False  # the line before was one of boxes

    def learn(self, layout: Layout) -> Sheet:
        rows: list[Row] = []
        for block in layout.blocks:
            if (
                isinstance(block, Row)
                and block.ruled
                and (not rows or rows[-1].place.table == block.place.table)
            ):
                rows.append(block)
                continue
            self._table(rows)
            rows = []
            if isinstance(block, Row) and block.ruled:
                rows = [block]
            elif isinstance(block, Row):
                self._side_by_side(block)
            elif isinstance(block, Line) and block.place.part not in _MARGINS:
                self._line(tokens_of(block))
        self._table(rows)
        self._settle()
        return self.sheet

    # --- lines ----------------------------------------------------------------------------------------

    def _line(self, tokens: list[Token], *, single: bool = True) -> None:
        if not tokens or is_page_number(words_in(tokens)):
            return
        if is_space(tokens):
            self._space(tokens[0])
        elif has(tokens, What.TICK):
            self._boxes(tokens)
        elif has(tokens, What.SPACE):
            self._labels(tokens)
        else:
            self.asking = None
            self.ticked = False
            self.waiting.append(_Waiting([t for t in tokens if t.what is What.WORDS], single=single))

    def _side_by_side(self, row: Row) -> None:
        """A printed line in pieces: labels with their dots, boxes with their options, or labels alone."""
        tokens: list[Token] = []
        for number, cell in enumerate(row.cells):
            if number and tokens and tokens[-1].what is What.WORDS:
                tokens.append(Token(What.GAP))
            for line in cell_lines(cell):
                tokens.extend(line)
        words = [t for t in tokens if t.what is What.WORDS]
        spaces = [t for t in tokens if t.what is What.SPACE]
        if len(spaces) > 1 and not words:
            self._spaces(spaces)
        elif len(words) > 1 and not spaces and not has(tokens, What.TICK):
            self.asking = None
            self.waiting.append(_Waiting(words, beside=True))
        else:
            self._line(tokens)

    def _labels(self, tokens: Sequence[Token]) -> None:
        """A line of labels, each with its space behind it."""
        label: Token | None = None
        for token in tokens:
            if token.what is What.WORDS:
                if label is not None:
                    self._settle()
                    self.waiting.append(_Waiting([label]))
                label = token
            elif token.what is What.SPACE and label is not None:
                self._settle(below=label)
                self._ask(label.text, token)
                label = None
            elif token.what is What.SPACE:
                self._space(token)
        if label is not None:
            if label.text.strip().lower().endswith(("each week", "per week", "hours", "years", "only")):
                return
            self._settle()
            self.waiting.append(_Waiting([label]))

    def _ask(self, label: str, space: Token | None, *, guidance: Sequence[str] = ()) -> Question | None:
        """A question with its space; words that are no label make none."""
        text = " ".join(label.split())
        bare, hint = tidy_label(text)
        parts = _SENTENCE.split(bare)
        extra = [hint] if hint else []
        if len(parts) > 1 and (text.endswith(":") or "?" not in bare):
            bare = parts[-1]
            extra = [*parts[:-1], *extra]
        if not any(c.isalpha() for c in bare):
            return None
        one = Question(bare, self.sheet.section, guidance=[*extra, *guidance], aliases=[text.rstrip(" :")])
        if space is not None:
            one.tall = space.tall
            one.kind = space.kind
        else:
            one.remarks.append(_UNSEEN)
        self.sheet.questions.append(one)
        self.asking = one
        self.ticked = False
        return one

    def _space(self, space: Token) -> None:
        """Room to write in: of the words that wait, else more room of the question before."""
        if self.waiting:
            self._answer_waiting(space)
        elif self.asking is not None:
            self.asking.tall = True
        self.ticked = False

    def _spaces(self, spaces: Sequence[Token]) -> None:
        """Spaces side by side: of the labels side by side above them."""
        last = self.waiting[-1] if self.waiting else None
        if last is not None and last.beside and len(last.lines) == len(spaces):
            self.waiting.pop()
            self._settle(below=last.lines[0])
            for label, space in zip(last.lines, spaces, strict=True):
                self._ask(label.text, space)
        elif self.waiting and spaces:
            self._space(spaces[0])

    def _answer_waiting(self, space: Token) -> None:
        """The last words that wait have their space: which of them is the label, which instruction."""
        last = self.waiting.pop()
        if last.beside:
            self._settle(below=last.lines[0])
            for one in last.lines:
                self._ask(one.text, space)
            return
        lines = [t.text for t in last.lines]
        before = self.waiting[-1] if self.waiting else None
        plain = not last.lines[0].strong and not _ASKS.search(lines[-1])
        if len(lines) == 1 and plain and before is not None and not before.beside:
            asks = _ASKS.search(before.lines[-1].text) or before.lines[-1].strong
            if asks and not (
                before.lines[-1].strong and before.single and len(self.waiting) == 1 and not self.sheet.title
            ):
                lines = [*(t.text for t in before.lines), *lines]
                self.waiting.pop()
        self._settle(below=last.lines[0])
        label, guidance = _label_of(lines)
        question = self._ask(label, space, guidance=guidance)
        if question is not None:
            question.tall = question.tall or label.rstrip().endswith("?")

    # --- words without a space ------------------------------------------------------------------------

    def _settle(self, *, below: Token | None = None) -> None:
        """Nothing more is to come for the words that wait: heading, question or instruction."""
        waiting, self.waiting = self.waiting, []
        for number, one in enumerate(waiting):
            final = number == len(waiting) - 1
            self._settle_one(one, followed=not final or below is not None)

    def _settle_one(self, one: _Waiting, *, followed: bool) -> None:
        lines = [" ".join(t.text.split()) for t in one.lines]
        first = one.lines[0]
        if one.beside:
            short = all(is_heading(t) or _ASKS.search(t) for t in lines)
            for text in lines if short and not first.strong else ():
                self._ask(text, None)
            return
        if first.strong and is_heading(lines[0]):
            if not self.sheet.title:
                self.sheet.title = lines[0]
            elif followed or not one.single:
                self.sheet.enter(lines[0])
            self.sheet.guidance.extend(t for t in lines[1:] if len(t.split()) > 2)
        elif _ASKS.search(lines[0]) and len(lines[0].split()) <= 40:
            self._ask(lines[0], None, guidance=lines[1:])
            self.asking = None
        elif len(lines) == 1 and _is_caption(lines[0]):
            self._ask(lines[0], None)
            self.asking = None
        elif not self.sheet.title and is_heading(lines[0]):
            self.sheet.title = lines[0]
        else:
            self.sheet.guidance.extend(t for t in lines if len(t.split()) > 2)

    # --- boxes to tick ----------------------------------------------------------------------------------

    def _boxes(self, tokens: Sequence[Token]) -> None:
        question, options, rest = read_options(tokens)
        if question:
            self._settle(below=Token(What.WORDS, question))
            one = self._ask(question, Token(What.SPACE))
        elif self.ticked and self.asking is not None and not self.waiting:
            one = self.asking
        else:
            one = self._boxes_below()
        if one is None or not options:
            return
        one.options.extend(options)
        self.asking = one
        self.ticked = True
        if rest:
            self._labels(rest)

    def _boxes_below(self) -> Question | None:
        if self.waiting and not self.waiting[-1].beside:
            last = self.waiting.pop()
            self._settle(below=last.lines[0])
            label, guidance = _label_of([t.text for t in last.lines])
            return self._ask(label, Token(What.SPACE), guidance=guidance)
        self._settle()
        one = Question("", self.sheet.section, remarks=["No question was seen for these boxes."])
        self.sheet.questions.append(one)
        return one

    # --- tables -----------------------------------------------------------------------------------------

    def _table(self, rows: Sequence[Row]) -> None:
        cells = [[cell_lines(c, room=_has_no_empty(row)) for c in row.cells] for row in rows]
        at = 0
        while at < len(cells):
            used = self._under_headings(cells, at)
            if used:
                at += used
                continue
            self._row(cells[at])
            at += 1

    def _row(self, cells: Sequence[list[list[Token]]]) -> None:
        if len(cells) == 1:
            self._one_cell(cells[0])
            return
        if all(len(lines) == 1 and is_space(lines[0]) for lines in cells):
            self._spaces([lines[0][0] for lines in cells])
            return
        tokens: list[Token] = []
        for lines in cells:
            if tokens and tokens[-1].what is What.WORDS:
                tokens.append(Token(What.GAP))
            joined = _joined(lines)
            tokens.extend(joined)
        if tokens[0].what is What.SPACE:
            tokens = tokens[1:]
        self._settle_for_row(tokens)
        if has(tokens, What.TICK):
            self._boxes(tokens)
        elif has(tokens, What.SPACE):
            self._labels(tokens)
        else:
            self.waiting.append(
                _Waiting([t for t in tokens if t.what is What.WORDS], beside=True, single=False)
            )

    def _settle_for_row(self, tokens: Sequence[Token]) -> None:
        if tokens and tokens[0].what is What.WORDS and self.waiting:
            self._settle(below=tokens[0])

    def _one_cell(self, lines: list[list[Token]]) -> None:
        plain = all(not has(line, What.TICK) and not has(line, What.SPACE) for line in lines)
        if plain:
            self.asking = None
            words = [Token(What.WORDS, words_in(line), line[0].strong) for line in lines]
            if len(words) > 1 and not _ASKS.search(words[0].text) and words[0].strong == words[-1].strong:
                words = [Token(What.WORDS, " ".join(w.text for w in words), words[0].strong)]
            self.waiting.append(_Waiting(words, single=False))
            return
        for line in lines:
            self._line(line, single=False)

    def _under_headings(self, cells: Sequence[list[list[list[Token]]]], at: int) -> int:
        """How many rows a row of headings with its rows below makes; 0 where it is none."""
        heads = [" ".join(words_in(line) for line in lines) for lines in cells[at]]
        if len(heads) < 2 or sum(map(bool, heads)) < len(heads) - 1 or not all(heads[1:]):
            return 0
        if any(has(line, What.TICK) or has(line, What.SPACE) for lines in cells[at][1:] for line in lines):
            return 0
        below = []
        for row in cells[at + 1 :]:
            if len(row) != len(heads) or not all(_is_open(lines) for lines in row[1:]):
                break
            below.append(row)
        named = [" ".join(words_in(line) for line in row[0]) for row in below]
        if not below or (any(named) and not all(named)):
            return 0
        title = self._table_title()
        if all(named):
            self._grid(heads, named, below)
        elif len(below) == 1:
            for label in heads:
                self._ask(label, Token(What.SPACE))
        else:
            title = title or self._section_alone() or heads[0]
            one = Question(title, self.sheet.section, columns=tuple(heads), tall=True)
            self.sheet.questions.append(one)
        self.asking = None
        return 1 + len(below)

    def _table_title(self) -> str:
        """The words right above a table: its name, where they are a heading they are its section too."""
        last = self.waiting[-1] if self.waiting else None
        title = " ".join(last.lines[0].text.split()) if last is not None and not last.beside else ""
        self._settle(below=Token(What.WORDS, "table"))
        return tidy_label(title)[0] if is_heading(title) else ""

    def _section_alone(self) -> str:
        """The heading of a section that holds nothing yet but the table."""
        section = self.sheet.section
        alone = section and all(q.section != section for q in self.sheet.questions)
        return tidy_label(section)[0] if alone else ""

    def _grid(
        self, heads: Sequence[str], named: Sequence[str], rows: Sequence[list[list[list[Token]]]]
    ) -> None:
        """A table with headings on two sides: boxes to tick across, or a field in each cell."""
        for label, row in zip(named, rows, strict=True):
            if all(has(line, What.TICK) for lines in row[1:] for line in lines):
                one = self._ask(label, Token(What.SPACE))
                if one is not None:
                    ticks = [t for lines in row[1:] for line in lines for t in line if t.what is What.TICK]
                    one.options = [
                        Option(h, on=t.text != EMPTY) for h, t in zip(heads[1:], ticks, strict=False)
                    ]
                    one.remarks.append("The boxes to tick stand under the headings of a table.")
                continue
            for head in heads[1:]:
                self._ask(f"{label} ({head})", Token(What.SPACE))


def _is_caption(text: str) -> bool:
    """Whether a line is the name of the space above it: all in brackets, and no instruction."""
    inside = re.fullmatch(r"\(([^()]+)\)", text)
    return bool(inside) and not is_instruction(inside[1] if inside else "") and len(text.split()) < 14


def _has_no_empty(row: Row) -> bool:
    """Whether every cell of a row says something, so that answers can only stand within them."""
    return all(cell.text.strip() for cell in row.cells)


def _is_open(lines: Sequence[Sequence[Token]]) -> bool:
    """Whether a cell is only room to write in or a box to tick."""
    return all(t.what is not What.WORDS for line in lines for t in line)


def _joined(lines: Sequence[Sequence[Token]]) -> list[Token]:
    """A cell's lines as one: words broken over lines are one label."""
    out: list[Token] = []
    for line in lines:
        for token in line:
            if out and out[-1].what is What.WORDS and token.what is What.WORDS:
                out[-1] = Token(What.WORDS, f"{out[-1].text} {token.text}", out[-1].strong)
            else:
                out.append(token)
    return out


def _label_of(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The line that is the label, and the others as instructions."""
    tidy = [" ".join(line.split()) for line in lines]
    asking = next((t for t in tidy if _ASKS.search(t)), tidy[0])
    return asking, [t for t in tidy if t != asking]

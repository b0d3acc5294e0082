"""A line with boxes to tick: its question, and which words belong to which box."""

from collections.abc import Sequence

from hrdocs.rules.learning.drafts import Option
from hrdocs.rules.learning.ticks import known_end
from hrdocs.rules.learning.tokens import EMPTY, Token, What


def read_options(tokens: Sequence[Token]) -> tuple[str, list[Option], list[Token]]:
    """The question before the boxes, the options, and what follows the last.

    Words stand before their boxes where the line ends with a box, else behind them.
    """
    first = next(i for i, t in enumerate(tokens) if t.what is What.TICK)
    last = max(i for i, t in enumerate(tokens) if t.what is What.TICK)
    lead = [t for t in tokens[:first] if t.what is What.WORDS]
    if not any(t.what is What.WORDS for t in tokens[last + 1 :]):
        question, option = _question_and_option(lead)
        options = [Option(option, on=tokens[first].text != EMPTY), *_words_before(tokens, first, last)]
        return question, [o for o in options if o.words], []
    question = " ".join(t.text.strip() for t in lead)
    rest = list(tokens[last + 1 :])
    at = next((i for i, t in enumerate(rest) if t.what is What.SPACE), len(rest))
    options = _words_behind(tokens, first)
    if at < len(rest):
        words = [t for t in rest[:at] if t.what is What.WORDS]
        return question, options, [*words[-1:], *rest[at:]]
    return question, options, []


def _words_before(tokens: Sequence[Token], first: int, last: int) -> list[Option]:
    found: list[Option] = []
    words = ""
    for token in tokens[first + 1 : last + 1]:
        if token.what is What.WORDS:
            words = f"{words} {token.text.strip()}".strip()
        elif token.what is What.TICK:
            found.append(Option(words.strip(" ,;/:"), on=token.text != EMPTY))
            words = ""
    return found


def _words_behind(tokens: Sequence[Token], first: int) -> list[Option]:
    found: list[Option] = []
    for token in tokens[first:]:
        if token.what is What.TICK:
            found.append(Option("", on=token.text != EMPTY))
        elif token.what is What.WORDS and found:
            found[-1].words = f"{found[-1].words} {token.text.strip()}".strip(" ,;/")
    return [option for option in found if option.words]


def _question_and_option(lead: Sequence[Token]) -> tuple[str, str]:
    """The words before the first box: a question and the box's own words, or only the latter."""
    if not lead:
        return "", ""
    if len(lead) > 1:
        return " ".join(t.text.strip() for t in lead[:-1]), lead[-1].text.strip()
    text = lead[0].text.strip()
    for mark in ("?", ":"):
        question, found, option = text.rpartition(mark)
        if found and option.strip():
            return question + mark, option.strip()
    return known_end(text) or ("", text)

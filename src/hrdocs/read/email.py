"""E-mails → their parts: attachments, nested messages and the text itself.

The day received is the message's own date. A nested message keeps its own, which is earlier: it is
when the complaint reached the first person. Days of messages quoted in the text are kept beside it.
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from hrdocs.document import Block, Layout, Line, Mark, Place, Row, Span
from hrdocs.errors import InputError
from hrdocs.read import Part
from hrdocs.read.html import read_html
from hrdocs.rules.dates import parse_day
from hrdocs.tools.mail import Attachment, Message, read_eml, read_msg_file

_LEAST_ROWS = 4  # of several cells: a table of answers, no signature's
_LOGO_BYTES = 40_000
_SENT = re.compile(r"^[>\s*]*(?:Sent|Date)\s*:\s*\**\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_WROTE = re.compile(r"^[>\s]*On (.{6,60}?),? .{1,80} wrote:\s*$", re.IGNORECASE | re.MULTILINE)
_QUOTED = re.compile(r"[>\s]*>[>\s]*")
_LEAST_ASKED = 4  # times that lines of the writer's own follow quoted ones
_TIME = re.compile(r"(?:,?\s*(?:at\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?.*)$", re.IGNORECASE)


def read_email(data: bytes, *, name: str) -> tuple[Part, ...]:
    """The parts of an .eml file, attachments first."""
    return tuple(_parts(read_eml(data, name=name), None, data))


def read_msg(data: bytes, *, name: str) -> tuple[Part, ...]:
    """The parts of an Outlook .msg file, attachments first."""
    return tuple(_parts(read_msg_file(data, name=name), None, data))


def _parts(message: Message, outer: dt.date | None, data: bytes) -> Iterator[Part]:
    """A message's parts. `outer` is the day of the message that holds it, `data` the whole e-mail, which
    tells what was left out of it from what was left out of another."""
    day = message.day or outer
    body = read_body(message, day)
    for attachment in message.attachments:
        if not _is_logo(attachment):
            yield Part(attachment.name, attachment.data, "attachment", received=day, forwarded=body.forwarded)
    for inner in message.nested:
        yield from _parts(inner, day, data)
    if message.left_out:
        error = InputError("message", message.left_out, "Take the form out of it.", code="too-large")
        yield Part("rest", message.left_out.encode() + data, "attachment", error=error)
    if body.blocks:
        written = message.text if body.blocks == _lines(message.text) else message.html
        yield Part("body", written.encode(), "body", layout=body, received=day)


def read_body(message: Message, day: dt.date | None) -> Layout:
    """The message's own text; its HTML where the plain text leaves out most of what that says, or the
    lines between the cells of its tables."""
    plain = _lines(message.text)
    rich = read_html(message.html) if len(message.html) > 2 * len(message.text) else ()
    asks = sum(isinstance(b, Row) and len(b.cells) > 1 for b in rich) >= _LEAST_ROWS
    more = _words(rich) - _words(plain)
    blocks = rich if more > _words(plain) or (asks and more >= 0) else plain
    return Layout("email", blocks, received=day, forwarded=_quoted_days(message.text))


def _lines(text: str) -> tuple[Block, ...]:
    lines = [(number, line.rstrip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    quoted = [_QUOTED.match(line) is not None for _, line in lines]
    asked = sum(one and not other for one, other in pairwise(quoted)) >= _LEAST_ASKED
    first = quoted.index(True) if asked else len(lines)
    return tuple(
        _answer_to(line, number, quoted=quoted[at])
        if at >= first
        else Line((Span(line),), Place(paragraph=number, part="body"))
        for at, (number, line) in enumerate(lines)
    )


def _answer_to(line: str, number: int, *, quoted: bool) -> Line:
    """A line of a reply that answers question after question: what is quoted asks, the rest was typed."""
    text = _QUOTED.sub("", line) if quoted else line
    span = Span(text, bold=quoted, mark=Mark.PLAIN if quoted else Mark.FILLED)
    return Line((span,), Place(paragraph=number, part="body"), heading=False)


def _words(blocks: tuple[Block, ...]) -> int:
    lines = (b.text for b in blocks if isinstance(b, Line))
    cells = (cell.text for b in blocks if isinstance(b, Row) for cell in b.cells)
    return sum(len(text.split()) for text in (*lines, *cells))


def _quoted_days(text: str) -> tuple[dt.date, ...]:
    """Days of the messages that the text forwards or answers."""
    found = []
    for written in (*_SENT.findall(text), *_WROTE.findall(text)):
        reading = parse_day(_TIME.sub("", written))
        if reading.value is not None:
            found.append(reading.value)
    return tuple(dict.fromkeys(found))


def _is_logo(attachment: Attachment) -> bool:
    """A small picture that the text shows: a letterhead or a signature's logo, no evidence."""
    picture = attachment.content_type.startswith("image/")
    return picture and attachment.inline and len(attachment.data) < _LOGO_BYTES

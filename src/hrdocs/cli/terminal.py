"""What is printed cannot play with the terminal.

File names and answers come from strangers. Control characters, marks that turn the direction of
writing and halves of characters are printed as escapes (`\\u001b`), which in JSON mean the same.
"""

import io
import re
import sys

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BREAKS = str.maketrans({"\n": "\\u000a", "\t": " "})


def visible(text: str) -> str:
    """The text, line breaks and tabs kept, with escapes for what a terminal would act on."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def one_line(text: str) -> str:
    """The text as one line, whatever stands in it."""
    return visible(text.strip("\n")).translate(_BREAKS)


class _Visible(io.TextIOWrapper):
    def write(self, text: str) -> int:
        return super().write(visible(text))


def guard_output() -> None:
    """Let nothing but visible characters reach stdout, and no character fail to reach it or stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    own = sys.stdout
    if type(own) is io.TextIOWrapper:  # a test's own stream is left alone
        encoding, buffered = own.encoding, own.line_buffering
        sys.stdout = _Visible(
            own.detach(), encoding=encoding, errors="backslashreplace", line_buffering=buffered
        )

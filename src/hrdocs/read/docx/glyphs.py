"""Ticks, boxes and symbol fonts as plain characters.

Conventions: an empty box is U+2610, a box with anything in it U+2612, a tick without a box U+2713,
a cross without a box U+2717. Characters of a symbol font that are none of these become a bullet, a
telephone, an envelope or an arrow: they are decoration.
"""

import re
from typing import Final

BOX: Final = "\u2610"
TICKED: Final = "\u2612"
TICK: Final = "\u2713"
CROSS: Final = "\u2717"
BULLET: Final = "\u2022"

_SAME = {
    BOX: "\u25a1\u25fb\u2b1c\u2751\u2752\u2750\u274f\u25a2\u2b1a\U0001f78e\U0001f790",
    TICKED: "\u2611\u22a0\u2327\u2bbd\U0001f5f5\U0001f5f7\U0001f5f9\u2705\u274e",
    TICK: "\u2714\U0001f5f8",
    CROSS: "\u2718\u2715\u2716\u274c\U0001f5f4\U0001f5f6",
    " ": "\u00a0\u202f",
    "-": "\u2011",
    "": "\u00ad\ufe0e\ufe0f",
}
_PLAIN: dict[int, str] = {ord(c): kept for kept, others in _SAME.items() for c in others}

_WINGDINGS = {
    0x28: "\u260e",
    0x29: "\u260e",
    0x2A: "\u2709",
    0x4A: "\u263a",
    0x52: TICKED,
    0x6E: "\u25a0",
    0x6F: BOX,
    0x70: BOX,
    0x71: BOX,
    0x72: BOX,
    0x78: TICKED,
    0xA1: "\u25cb",
    0xA4: "\u25c9",
    0xA8: BOX,
    0xE0: "\u2192",
    0xFB: CROSS,
    0xFC: TICK,
    0xFD: TICKED,
    0xFE: TICKED,
}
_WINGDINGS_2 = {
    0x4F: CROSS,
    0x50: TICK,
    0x51: TICKED,
    0x52: TICKED,
    0x53: TICKED,
    0x54: TICKED,
    0x55: CROSS,
    0xA3: BOX,
}
_WEBDINGS = {0x61: TICK, 0x63: BOX, 0x67: "\u25a0", 0x72: CROSS}
_ZAPF = {
    0x33: TICK,
    0x34: TICK,
    0x35: CROSS,
    0x36: CROSS,
    0x37: CROSS,
    0x38: CROSS,
    0x6E: "\u25a0",
    0x6F: BOX,
    0x70: BOX,
    0x71: BOX,
    0x72: BOX,
}
_SYMBOL = {0xD6: TICK, 0xB4: "\u00d7", 0xB7: BULLET, 0x2D: "-", 0xF0: BOX}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {},
    "webdings": _WEBDINGS,
    "zapfdingbats": _ZAPF,
    "zapf dingbats": _ZAPF,
    "itc zapf dingbats": _ZAPF,
    "marlett": {0x61: TICK, 0x62: TICK},
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")

_PROMPT_WORDS = (
    r"(?:please\s+)?(?:click|tap|choose|select|pick|enter|type|insert|write|state|specify|provide|give)\b"
)
_PROMPT = re.compile(
    rf"\W*(?:{_PROMPT_WORDS}.*|[\[<\u00ab(].*[\]>\u00bb)]\W*|dd?[\s/.-]+mm?[\s/.-]+yy(?:yy)?\W*|-+|\.+|_+|\u2026+)",
    re.IGNORECASE | re.DOTALL,
)
STANDARD_PROMPT: Final = re.compile(
    r"(?:click(?: or tap)?|tap)(?: here)? to enter (?:a date|text)\b\.?|choose an item\b\.?"
    r"|click(?: or tap)? here to (?:enter|type)(?: your)? text\b\.?",
    re.IGNORECASE,
)


def plain_text(text: str) -> str:
    """Text with every way of writing a tick or box made one, and invisible hyphens left out."""
    if text.isascii():
        return text
    text = text.translate(_PLAIN)
    if _PRIVATE.search(text):
        text = _PRIVATE.sub(lambda m: symbol("wingdings", ord(m[0])), text)
    return text


def is_symbol_font(font: str) -> bool:
    """Whether the letters of this font are signs."""
    return font.lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """What a character of a symbol font shows; of an ordinary font, the character itself."""
    if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return BULLET
    font = font.lower()
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if font == "symbol" and code <= 0xFF | (code & 0xF000):
        return _SYMBOL.get(low, BULLET if code >= 0xF000 else chr(code))
    if font in _FONTS:
        if low == 0x20:
            return " "
        return _FONTS[font].get(low, BULLET) if low <= 0xFF else chr(code).translate(_PLAIN)
    if code >= 0xF000 and low != code:
        return _WINGDINGS.get(low, BULLET)
    return chr(code).translate(_PLAIN)


def is_prompt(text: str) -> bool:
    """Whether a text reads like a control's own prompt: "Click here to enter text.", "[name]"."""
    return not text.strip() or _PROMPT.fullmatch(text.strip()) is not None

"""Which text the glyphs of a PDF stand for: ligatures, hyphens, ticks and tick boxes."""

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHENS = frozenset((0x02, 0xAD, 0xFFFE))  # PDFium's marks for a hyphen at the end of a line
_EMPTY_BOXES = frozenset("\u25a1\u25a2\u25fb\u25ef\u2610\u274f\u2750\u2751\u2752\uf0a8\uf06f\uf071")
_TICKED = frozenset(
    "\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\uf0fb\uf0fc\uf0fd\uf0fe\uf052\uf053\uf054"
)
_DINGBATS = {0x33: "\u2713", 0x34: "\u2714", 0x35: "\u2715", 0x36: "\u2716", 0x37: "\u2717", 0x38: "\u2718",
             0x6F: "\u25a1", 0x71: "\u25a1"}  # fmt: skip
_WINGDINGS = {0x6F: "\u25a1", 0x71: "\u25a1", 0xA8: "\u25a1", 0xFB: "\u2717", 0xFC: "\u2713", 0xFD: "\u2612",
              0xFE: "\u2612"}  # fmt: skip


def box_character(character: str) -> str:
    """An empty or ticked box as U+2610 or U+2612; any other character as it is."""
    if character in _EMPTY_BOXES:
        return "\u2610"
    return "\u2612" if character in _TICKED else character


def symbol_text(glyphs: str, font: str) -> str:
    """The text of glyphs of a symbol font."""
    table = _DINGBATS if "ding" in font and "wing" not in font else _WINGDINGS
    return "".join(box_character(table.get(ord(glyph), _character(glyph))) for glyph in glyphs)


def plain_text(glyphs: str) -> str:
    """The text of glyphs of any other font. What no font maps is U+FFFD."""
    text = "".join([box_character(_character(glyph)) for glyph in glyphs])
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(glyph: str) -> str:
    code = ord(glyph)
    if (code < 0x20 and code not in _HYPHENS) or 0x7F <= code < 0xA0:
        return "\N{REPLACEMENT CHARACTER}"
    if code in _HYPHENS:
        return "-"
    return _LIGATURES.get(code, glyph)

"""Headings that say that an answer goes on: "Continuation of incident details"."""

import re

from hrdocs.rules.matching.slots import ONE_LINE, Piece, Slot, Source
from hrdocs.rules.matching.walk import Walk
from hrdocs.rules.matching.wording import fold

_CONTINUED = re.compile(
    r"^\W*(?:\(?continu(?:ed|ation)\b|additional (?:sheet|page|information)|extra (?:sheet|page)"
    r"|separate sheet|supplementary (?:sheet|page)|appendix to (?:my )?complaint|addendum|further details)"
    r"|\(?\bcont(?:inue|inued|inuation|['’.]?d|\.)\)?\W*(?:(?:from|on) (?:the )?(?:previous |last |next "
    r")?(?:page|sheet|form)\W*)?$",
    re.IGNORECASE,
)


def continue_field(walk: Walk, piece: Piece) -> bool:
    """A heading such as "Continuation of incident details": what follows goes on with that field."""
    text = piece.text.strip()
    if piece.filled or len(text) > 90 or not _CONTINUED.search(text) or walk.guidance.is_guidance(text):
        return False
    if re.search(r"\b(?:i|my|he|she|see|please|are|is|was)\b", text, re.IGNORECASE):
        return False
    target = _continued_field(walk, text)
    if target is None:
        return False
    key = (target, "")
    walk.group = None
    walk.begin(Slot(key, (key,), text, Source.FLOW, piece.place, walk.fields[target].section))
    walk.slots[-1].inside = None
    walk.continued = True
    walk.slots[-1].written = "continuation"
    return True


def _continued_field(walk: Walk, text: str) -> str | None:
    bare = fold(_CONTINUED.sub(" ", text))
    words = {
        w
        for w in bare.split()
        if w
        not in (
            "of",
            "from",
            "for",
            "page",
            "sheet",
            "to",
            "question",
            "section",
            "item",
            "form",
            "complaint",
            "number",
        )
    }
    named = (
        [
            (walk.index.aliases[a], a)
            for a in walk.index.aliases
            if set(a.split()) & words and set(a.split()) >= words
        ]
        if words
        else []
    )
    for keys, _ in sorted(named, key=lambda found: len(found[1])):
        for key in keys:
            if not key[1] and walk.fields[key[0]].type not in ONE_LINE:
                return key[0]
    narratives = [f.id for f in walk.definition.fields if f.means == "narrative"]
    known = (
        not words
        or any(w in ("incident", "detail", "complaint", "narrative", "statement", "account") for w in words)
        or bare[:1].isdigit()
    )
    return narratives[0] if narratives and known else None

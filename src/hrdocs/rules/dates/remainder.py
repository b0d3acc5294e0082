"""What the mentions leave unread: words and numbers that speak of further dates.

A remainder is `(start, end, code, reason)`; `code` is `more`, `several`, `unknown`, `recurring`, `ongoing`,
`elsewhere`, `relative`, `disowned` or `number`.
"""

import re

from hrdocs.rules.dates.judgement import Use
from hrdocs.rules.dates.mentions import Mention
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.running import find_running, sentence_of
from hrdocs.rules.dates.signs import SIGNS

Remainder = tuple[int, int, str, str]

_HARMLESS = re.compile(
    r"(?:no|any|without) (?:other|further|more)|for (?:about |around )?(?:¤|an? |half|several "
    r"|some |the (?:rest|remainder) of the )|every time i (?:see|saw)"
)


_RHETORICAL = re.compile(
    r"(?:^|[.!?\n])\s*(?:where|what|why|how|who|when|do|does|did|is|are|can|could|should|would|"
    r"will)\b[^§.!?\n]+$"
)
_EVIDENCE = re.compile(
    r"(?:screenshots?|photos?|pictures?|images?|e-?mails?|evidence|cop(?:y|ies)|messages?|texts?|"
    r"letters?|recordings?"
    r"|videos?|transcripts?) (?:is |are |also |of \w+ |(?:is |are )?(?:all )?(?:enclosed and )?)*attached$"
)
_WORDS = re.compile(r"[a-z]+")


def find_remainder(plain: str, mentions: list[Mention], leftovers: list[Piece]) -> list[Remainder]:
    """What is left unread, in the order of the signs; at most one of each code but `number`."""
    rest = _without_quotes(_without(plain, mentions))
    found: list[Remainder] = []
    words = frozenset(_WORDS.findall(rest))
    if words or "?" in rest:
        for code, reason, keys, pattern in SIGNS:
            if keys.isdisjoint(words) and not (code == "unknown" and "?" in rest):
                continue
            for number, match in enumerate(pattern.finditer(rest)):
                aside = number < _LOOKED_AT and _is_aside(rest, match, code, mentions)
                if not (_says_nothing(rest, match, code) or aside):
                    code = "runs" if code == "ongoing" and _is_hedged(rest, match) else code
                    found.append((match.start(), match.end(), code, reason))
                    break
    running = find_running(rest, mentions) if words else None
    found += [running] if running else []
    for piece in leftovers:
        if _is_suspicious(plain, piece):
            written = plain[piece.start : piece.end]
            found.append(
                (
                    piece.start,
                    piece.end,
                    "number",
                    f"\u201c{written.rstrip('~')}\u201d may be a date: it was not read as one.",
                )
            )
            if len(found) > 40:
                break
    return found


def _says_nothing(rest: str, match: re.Match[str], code: str) -> bool:
    """Whether a sign is none after all: a question asked of the reader, an enclosure, half an hour."""
    found = match.group()
    if found[0] == "?":
        return bool(_RHETORICAL.search(rest[: match.start()]))
    if code == "elsewhere":
        return bool(_EVIDENCE.search(rest[: match.end()]))
    if code == "relative":
        return bool(_HARMLESS.match(found)) and not re.search(r"weeks|months|years", found)
    return False


def _is_hedged(rest: str, match: re.Match[str]) -> bool:
    """Whether it only may go on: "may or may not be still happening"."""
    start, _ = sentence_of(rest, match)
    return bool(_HEDGE.search(rest[max(start, match.start() - 60) : match.start()]))


_HEDGE = re.compile(
    r"(?<![a-z])(?:may|might|could|maybe|perhaps|possibly|probably|whether|if|think|believe|sure|know|heard|"
    r"suppose|reckon|hope)(?![a-z])"
)
_LOOKED_AT = 20  # signs whose sentence is looked at


def _is_aside(rest: str, match: re.Match[str], code: str, mentions: list[Mention]) -> bool:
    """Whether a term or a feast stands in a sentence whose dates are all of something else."""
    if code != "relative" or not _CALENDAR.search(match.group()):
        return False
    start, end = sentence_of(rest, match)
    inside = [m.use is Use.OTHER for m in mentions if start <= m.start < end]
    return bool(inside) and all(inside)


_CALENDAR = re.compile(r"year|term|semester|ramadan|eid|diwali|hanukkah|passover|holiday")


def _without_quotes(rest: str) -> str:
    """The text without what somebody is quoted as saying, unless it is all in quotation marks."""
    if '"' not in rest or not _OUTSIDE.search(_QUOTED.sub("", rest)):
        return rest
    return _QUOTED.sub(lambda match: re.sub(r"[^§]", " ", match.group()), rest)


_QUOTED = re.compile(r'"[^"\n]{0,300}"')
_OUTSIDE = re.compile(r"[a-z§]")


def _without(plain: str, mentions: list[Mention]) -> str:
    parts: list[str] = []
    position = 0
    for mention in mentions:
        start = max(
            position,
            min(
                mention.start,
                mention.operators.begin if mention.operators.begin is not None else mention.start,
            ),
        )
        end = max(mention.end, mention.operators.finish or 0)
        parts.append(plain[position:start])
        parts.append("§" * max(end - start, 0))
        position = max(end, position)
    parts.append(plain[position:])
    return "".join(parts)


def _is_suspicious(plain: str, piece: Piece) -> bool:
    """Whether an unread number stands like a day: a noun after it, or a name before, explains it."""
    if not piece.day or piece.day > 31:
        return False
    after = plain[piece.end : piece.end + 20]
    before = plain[max(0, piece.start - 20) : piece.start]
    if _NOUN.match(after) and not _NO_NOUN.match(after):
        return False
    if piece.ordinal and _TOLD_THEN.search(before) and not _DATE_LEAD.match(after.lstrip()):
        return False
    if not piece.ordinal and _OF_A_GROUP.search(before):
        return False
    if not piece.ordinal and _WORD_BEFORE.search(before):
        return bool(_DATE_LEAD.search(before))
    return True


_NOUN = re.compile(r"~* ?(?:[a-z]{3,})")
_NO_NOUN = re.compile(
    r"~* ?(?:and|to|or|of|the|until|till|then|about|approx|plus|also|when|he|she|they|onwards|into|"
    r"before|after|because|while|during|around|from|since|was|were|where|again)\b"
)
# "(told union rep 5 April, told HR 9th)"
_TOLD_THEN = re.compile(
    r"(?<![a-z])(?:told|informed|e-?mailed|rang|phoned|texted|saw|met|reported to|spoke to) (?:the |my "
    r")?(?:hr|"
    r"union|rep|manager|boss|gp|doctor|police|supervisor|management|director)(?: on)?(?: the)? $"
)
_OF_A_GROUP = re.compile(r"(?:class|group|team|crowd|gang|squad|party|staff|total|audience|room|queue) of $")
_WORD_BEFORE = re.compile(r"[a-z]{2,} ?$")
_DATE_LEAD = re.compile(r"\b(?:on|the|of|and|or|to|from|until|between|since|about|around|dates?|by|in)\s*$")

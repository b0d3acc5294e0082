"""What the mentions leave unread: words and numbers that speak of further dates.

A remainder is `(start, end, code, reason)`; `code` is `more`, `several`, `unknown`, `recurring`, `ongoing`,
`elsewhere`, `relative` or `number`.
"""

import re

from hrdocs.rules.dates.context import Use
from hrdocs.rules.dates.mentions import Mention
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.running import find_running, sentence_of

Remainder = tuple[int, int, str, str]

_TIMES = r"(?:dates?|days|occasions?|times|incidents?|instances?|events?|episodes?|weeks|months|years)"
_SIGNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "more",
        "The text speaks of further dates that it does not give.",
        re.compile(
            rf"(?<!no )(?<!any )(?<!without )\b(?:other|more|further|additional|different) (?:\w+ "
            rf")?{_TIMES}\b|(?:\band|&|\+|plus|also|as well as|,)\s*(?:on |at |in |over )*"
            rf"(?:various|several|many|numerous|multiple|countless|lots of|a number of|some|a few|"
            rf"earlier|previous|other)(?: \w+)? {_TIMES}\b|\betc\b|\band so on|\bamong(?:st)? others|"
            rf"to name (?:but )?(?:a few|one|some)|(?:plus|and|&|\+|also|with|more|other|remaining) (?:the |"
            rf"more |other |some )*"
            rf"(?:dates|incidents|ones|days|times|occasions)(?: (?:on|in|to|at|from|follow|i|are|were|"
            rf"attached|later)\b|$)|"
            rf"\btoo many\b|\bcountless\b|\bor (?:earlier|before)\b|\b(?:worst|main|biggest|"
            rf"most serious|"
            rf"clearest) (?:one|incident|time|example|occasion|was|of (?:it|them|all))\b|"
            rf"(?:the )?(?:rest|others|remainder) (?:are|is|to|in|on|of)\b|more to follow|\bone of (?:many|"
            rf"several|them|"
            rf"the many)|"
            rf"(?:days|weeks|months|years) of (?:it|this|that|abuse|bullying|harassment|torment|hell|"
            rf"comments)\b|"
            rf"(?:days|weeks|months|years) (?:and|after) (?:days|weeks|months|years)|"
            rf"\b(?:mostly|mainly|usually|primarily|especially|particularly) (?:in |on |during |around )?§|"
            rf"§ (?:mostly|mainly|usually|primarily)\b"
            rf"|\bfor (?:example|instance)\b|\be\.?g\.|\bsuch as\b|\bincluding\b|\band (?:others|"
            rf"more)\b|\b(?:before|prior to|previous to) (?:that|this|then)\b|\band (?:previously|"
            rf"before|earlier)\b|\b(?:many|several|numerous|multiple|countless) times (?:before|since|"
            rf"previously)\b"
        ),
    ),
    (
        "several",
        "The text speaks of several dates and gives one.",
        re.compile(
            rf"(?:^|[\n.;] ?)(?:on )?(?:various|several|many|numerous|multiple|countless|"
            rf"different)(?: \w+)? "
            rf"{_TIMES}\b(?=[^§]*§+[^§\d]*$)"
        ),
    ),
    (
        "elsewhere",
        "The text points to dates written elsewhere.",
        re.compile(
            r"\b(?:see|refer to|as per|per|listed|detailed|given|set out|as in|in) (?:the |my |an? "
            r")?(?:attached|attachment|enclosed|below|above|overleaf|separate|section|incident "
            r"details|details|diary|log|timeline|statement|narrative|continuation|appendix|next page|"
            r"back|box)|"
            r"\battached\b|\boverleaf\b|\bcontinuation sheet|\bseparate sheet|\bas (?:above|below)\b|"
            r"\bsee (?:over|next|notes)\b|\btimeline\b|\bdiary\b"
        ),
    ),
    (
        "unknown",
        "The writer is not sure of the date.",
        re.compile(
            r"(?:can'?t|cannot|can not|don'?t|do not|couldn'?t|unable to) (?:\w+ )?(?:remember|recall|mind|"
            r"know|say|be sure|be certain)|\bunknown\b|\bnot (?:known|sure|certain)\b|\bunsure\b|"
            r"\buncertain\b|\bno idea\b|\btbc\b|to be confirmed|\bexact dates?\b|\bforget(?:ten)?\b|"
            r"\bcould have been\b|\bmight have been\b|\bmay have been\b|\?{1,3}|\bi think\b|\bi "
            r"believe (?:it|this)\b"
        ),
    ),
    (
        "corrected",
        "The text corrects a date.",
        re.compile(
            r"\b(?:correction|corrected|i mean[t]?|or rather|should (?:be|read|say|have been)|"
            r"(?:crossed|scored|scratched) out|changed (?:from|to)|amended to|typo|wrong date|date error)\b|"
            r"\bchanged §|§[ ,.(-]*(?:sorry|no|actually|wait|correction)[ ,-]*"
            r"(?:it was |it's |that's |that was |make that )*§"
        ),
    ),
    (
        "recurring",
        "The text says that it happened again and again, without saying when.",
        re.compile(
            r"\b(?:(?:daily|weekly|monthly)(?! (?:meeting|stand|team|catch|report|call|huddle|briefing|"
            r"handover|"
            r"supervision|class|seminar|one))|regularly|continual(?:ly)?|continuously|frequently|on a "
            r"(?:daily|weekly|regular|monthly) basis|every (?:single )?(?:day|week|shift|month|time i|"
            r"meeting|morning|night)|each (?:day|week|shift|month)|(?:every|each|most|alternate) "
            r"(?:single |other )?(?:mon|tue|wed|thu|fri|sat|sun)|most (?:days|weeks|shifts)|on and "
            r"off|off and on|day to day|day in day out|"
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?! ?§)|weekends|always|many times|numerous "
            r"(?:times|occasions)|all the time|since day one|from day one|over time|over the years|"
            r"for (?:a )?(?:long|some) time|throughout (?:my|the)|historic(?:al)?)\b"
        ),
    ),
    (
        "ongoing",
        "The text says that it goes on, without saying since when.",
        re.compile(
            r"\b(?:on ?-?going?|still (?:happening|going(?: on)?|goin|continu\w*|occurring|taking place|"
            r"doing it|"
            r"being)|continu(?:es|ing)(?: to (?:this day|date|present|happen))?|(?:has|have|had)(?: "
            r"not|n't) stopped|to (?:this day|date|the present(?: day)?|present(?: day)?)|until now|"
            r"till now|present day|up to now|ever since|since then|and since)\b"
        ),
    ),
    (
        "relative",
        "The text gives a length of time or a date that cannot be placed.",
        re.compile(
            r"\b(?:for|over|about|around|approximately|nearly|almost) (?!every|each)(?:the |a |an )?(?:\w+ "
            r"){0,2}(?:days|weeks|months|years|week|month|year|fortnight|decade)\b(?! (?:in|during|"
            r"from|between|up to|until|of) §)(?! (?:of (?:age|"
            r"service)|old))|\bago\b|\b(?:weeks|months|years|fortnight) (?:earlier|later|before|prior|"
            r"previously)\b|\b(?<!most )(?<!more )(?:recently|lately|not long ago|a while (?:ago|"
            r"back)|in the past)\b|"
            r"\b(?:the|each|every|this) (?:term|semester)\b|(?<!\()\b(?:bank|public) holiday\b(?! ?§)|"
            r"\b(?:michaelmas|hilary|trinity|lent) term\b|\bfreshers'? week\b|\b(?:ramadan|eid|diwali|"
            r"hanukkah|passover|chinese new year)\b|¤? ?week ?¤(?! ?[:-])|\bterm time\b|\bfinancial year\b|"
            r"\bacademic year\b|\bnext (?:day|week|month)\b"
        ),
    ),
)
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
# A sign holds at least one of these words; a text with none has no sign.
_TRIGGERS = {
    code: frozenset(words.split())
    for code, words in (
        (
            "more",
            "dates date days occasion occasions times incidents instances instance events episodes "
            "weeks months years etc so mostly mainly usually primarily especially particularly one some "
            "ones days rest remainder follow many countless worst main biggest serious clearest "
            "among amongst name example e eg such including others more before prior previous "
            "previously earlier time",
        ),
        ("several", "various several many numerous multiple countless different"),
        (
            "elsewhere",
            "see refer per listed detailed given set as in attached overleaf continuation separate "
            "below above timeline diary",
        ),
        (
            "unknown",
            "remember recall mind know say sure certain unknown not unsure uncertain idea tbc confirmed "
            "exact forget forgotten could "
            "might may think believe",
        ),
        (
            "corrected",
            "correction corrected mean meant rather should out changed amended typo error date no sorry "
            "actually wait",
        ),
        (
            "recurring",
            "daily weekly monthly regularly continual continually continuously frequently basis "
            "every each most alternate off day "
            "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends always many "
            "numerous all over time "
            "throughout historic historical since from",
        ),
        (
            "ongoing",
            "ongoing going still continues continuing stopped to until till present up ever since on",
        ),
        (
            "relative",
            "days weeks months years week month year fortnight decade ago earlier later before prior "
            "previously recently lately "
            "long while past term semester holiday freshers ramadan eid diwali hanukkah passover "
            "chinese financial academic next",
        ),
    )
}


def find_remainder(plain: str, mentions: list[Mention], leftovers: list[Piece]) -> list[Remainder]:
    """What is left unread, in the order of the signs; at most one of each code but `number`."""
    rest = _without(plain, mentions)
    found: list[Remainder] = []
    words = frozenset(_WORDS.findall(rest))
    if words or "?" in rest:
        for code, reason, pattern in _SIGNS:
            if _TRIGGERS[code].isdisjoint(words) and not (code == "unknown" and "?" in rest):
                continue
            for number, match in enumerate(pattern.finditer(rest)):
                aside = number < _LOOKED_AT and _is_aside(rest, match, code, mentions)
                if not (_says_nothing(rest, match, code) or aside):
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


_LOOKED_AT = 20  # signs whose sentence is looked at


def _is_aside(rest: str, match: re.Match[str], code: str, mentions: list[Mention]) -> bool:
    """Whether a term or a feast stands in a sentence whose dates are all of something else."""
    if code != "relative" or not _CALENDAR.search(match.group()):
        return False
    start, end = sentence_of(rest, match)
    inside = [m.use is Use.OTHER for m in mentions if start <= m.start < end]
    return bool(inside) and all(inside)


_CALENDAR = re.compile(r"year|term|semester|ramadan|eid|diwali|hanukkah|passover|holiday")


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
    if not piece.ordinal and _WORD_BEFORE.search(before):
        return bool(_DATE_LEAD.search(before))
    return True


_NOUN = re.compile(r"~* ?(?:[a-z]{3,})")
_NO_NOUN = re.compile(
    r"~* ?(?:and|to|or|of|the|until|till|then|about|approx|plus|also|when|he|she|they|onwards|into|"
    r"before|after|because|while|during|around|from|since|was|were|where|again)\b"
)
_WORD_BEFORE = re.compile(r"[a-z]{2,} ?$")
_DATE_LEAD = re.compile(r"\b(?:on|the|of|and|or|to|from|until|between|since|about|around|dates?|by|in)\s*$")

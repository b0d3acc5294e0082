"""Words that speak of dates which a text does not give.

A sign is a code, what it says, and phrases. Each phrase is a pattern with `{}` where one of its key words
stands: a text that holds none of the key words of a sign cannot hold the sign, and is not searched for it.
The dates that were read stand in the text as `§`.
"""

import re
from typing import NamedTuple

_TIMES = (
    "dates date days occasions occasion times incidents incident instances instance events event episodes"
)
_MANY = "various several many numerous multiple countless different"
_LENGTHS = "days weeks months years"
_Phrases = tuple[tuple[str, str], ...]


class Sign(NamedTuple):
    """A code, the reason that it gives, the words of which every sign holds one, and its pattern."""

    code: str
    reason: str
    keys: frozenset[str]
    pattern: re.Pattern[str]


def _sign(code: str, reason: str, phrases: _Phrases) -> Sign:
    """A sign with the key words of its phrases put in their places; a phrase without any has no key word."""
    keys = frozenset(" ".join(words for words, _ in phrases).split())
    parts = [pattern.replace("{}", f"(?:{'|'.join(words.split())})") for words, pattern in phrases]
    return Sign(code, reason, keys, re.compile("|".join(parts)))


_MORE: _Phrases = (
    (
        f"{_TIMES} weeks months years",
        r"(?<!no )(?<!any )(?<!without )\b(?:other|more|further|additional|different) (?:\w+ )?{}\b(?! "
        r"?(?:on |at |in |was )*§)",
    ),
    (
        f"{_TIMES} weeks months years",
        r"(?:\band|&|\+|plus|also|as well as|,)\s*(?:on |at |in |over )*(?:various|several|many|numerous|"
        r"multiple|"
        r"countless|lots of|a number of|some|a few|earlier|previous|other)(?: \w+)? {}\b(?! (?:each|every|"
        r"an?|per)\b)",
    ),
    ("etc", r"\b{}\b"),
    ("so", r"\band {} on\b"),
    ("among amongst", r"\b{} others"),
    ("name", r"to {} (?:but )?(?:a few|one|some)"),
    (
        "dates incidents ones days times occasions",
        r"(?:plus|and|&|\+|also|with|more|other|remaining) (?:the |more |other |some )*{}"
        r"(?: (?:on|in|to|at|from|follow|i|are|were|attached|later)\b|$)",
    ),
    ("many", r"\btoo {}\b"),
    ("countless", r"\b{}\b"),
    ("earlier before", r"\bor {}\b"),
    (
        "worst main biggest serious clearest",
        r"\b(?:most )?{} (?:one|incident|time|example|occasion|was|of (?:it|them|all))\b",
    ),
    ("rest others remainder", r"(?:the )?{} (?:are|is|to|in|on|of)\b"),
    ("follow", r"more to {}"),
    ("one", r"\b{} of (?:many|several|them|the many)"),
    (_LENGTHS, r"{} of (?:it|this|that|abuse|bullying|harassment|torment|hell|comments)\b"),
    (_LENGTHS, r"{} (?:and|after) (?:days|weeks|months|years)"),
    ("mostly mainly usually primarily especially particularly", r"\b{} (?:in |on |during |around )?§|§ {}\b"),
    ("example instance", r"\bfor {}\b"),
    ("e", r"\b{}\.?g\."),
    ("such", r"\b{} as\b"),
    ("including", r"(?<!and )\b{}\b"),
    (
        "others more",
        r"(?:\band|&|\+|\bplus|,) (?:many |lots |loads |plenty |several |some |a few "
        r")*{}\b(?! (?:than|on|to)\b)",
    ),
    ("before prior previous", r"\b{}(?: to)? (?:that|this|then)\b"),
    ("previously before earlier", r"\band {}\b"),
    ("times", r"\b(?:many|several|numerous|multiple|countless) {} (?:before|since|previously)\b"),
)
_LATER: _Phrases = (
    (
        "again once another later what afterwards twice",
        r"§[ ,;]*(?:and|&|plus|then|but)(?: then)? {}\b(?![^.;\n]{0,30}§)",
    ),
    ("or", r"§[ ,(-]*{} (?:maybe|perhaps|possibly|else|it (?:might|may|could)|was it)\b(?! §)"),
    ("had", r"\b{} (?:been (?:going on|happening|building|doing|at it)|gone on|happened)(?: [a-z]+)? (?!§)"),
)
_SEVERAL: _Phrases = (
    (
        _MANY,
        rf"(?:^|[\n.;] ?)(?:on )?{{}}(?: \w+)? (?:{'|'.join(_TIMES.split())}|weeks|months|"
        rf"years)\b(?=[^§]*§+[^§\d]*$)",
    ),
)
_POINTS = r"\b(?:see|refer to|as per|per|listed|detailed|given|set out|as in|in) (?:the |my |an? )?"
_ELSEWHERE: _Phrases = (
    (
        "attached attachment enclosed below above overleaf separate section details diary log timeline "
        "statement narrative continuation appendix back box",
        rf"{_POINTS}(?:incident )?{{}}",
    ),
    ("page", rf"{_POINTS}next {{}}"),
    ("attached overleaf timeline diary", r"\b{}\b"),
    ("sheet", r"\b(?:continuation|separate) {}"),
    ("above below", r"\bas {}\b"),
    ("over next notes", r"\bsee {}\b"),
)
_UNKNOWN: _Phrases = (
    (
        "remember recall mind know say sure certain",
        r"(?:can'?t|cannot|can not|don'?t|do not|couldn'?t|unable to) (?:\w+ )?(?:be )?{}",
    ),
    ("unknown unsure uncertain tbc forget forgotten", r"\b{}\b"),
    ("not", r"\b{} (?:known|sure|certain)\b"),
    ("idea", r"\bno {}\b"),
    ("confirmed", r"to be {}"),
    ("exact", r"\b{} dates?\b"),
    ("could might may", r"\b{} have been\b(?! (?:[a-z]+ ){0,3}¤)"),
    ("swear quote", r"\b(?:not|n't) {}\b"),
    ("side", r"\beither {}\b"),
    ("take", r"\bgive or {}\b"),
    ("minus", r"\bplus or {}\b"),
    ("think", r"\bi {}\b"),
    ("believe", r"\bi {} (?:it|this)\b"),
    ("between", r"\b{} (?:my|the|our|his|her|their|those|these|two) (?:[a-z]+ ){0,3}?[a-z]+[ ,:(-]+§"),
    ("", r"\?{1,3}"),
)
_CORRECTED: _Phrases = (
    ("correction corrected typo", r"\b{}\b"),
    ("mean meant", r"\bi {}\b"),
    ("rather", r"\bor {}\b"),
    ("lie", r"\btell a {}\b"),
    ("mistake", r"\bmy {}\b"),
    ("should", r"\b{} (?:be|read|say|have (?:been|put|said|written|read))\b"),
    ("out", r"(?<!§ )(?<!§ [\[(])\b(?:crossed|scored|scratched) {}\b"),
    ("changed", r"\b{} (?:from|to|§)"),
    ("postponed rescheduled rearranged deferred", r"\b{}(?: from)?(?: the)? §"),
    ("back forward", r"\b(?:put|brought|moved) {}(?: from)?(?: the)? §"),
    ("amended", r"\b{} to\b"),
    ("date", r"\bwrong {}\b|\b{} error\b"),
    (
        "sorry no actually wait",
        r"§[ ,.(-]*{}[ ,-]*(?:it was |it's |that's |that was |make that )*§",
    ),
)
_DISOWNED: _Phrases = (
    (
        "none neither",
        r"\b{} of (?:these|those|them|the (?:above|dates|days|two|three))(?: dates| days| are| is| was| "
        r"were)*"
        r" (?:the|a|an|my|when|what|it|right)\b",
    ),
    ("not", r"\b(?:these|those|they) (?:are|were) {} (?:the (?:dates?|days?)|when|it)\b"),
    ("aren weren", r"\b(?:these|those|they) {}'t (?:the (?:dates?|days?)|when|it)\b"),
)
_RECURRING: _Phrases = (
    (
        "daily weekly monthly",
        r"\b{}\b(?! (?:meeting|stand|team|catch|report|call|huddle|briefing|handover|supervision|class|"
        r"seminar|one))",
    ),
    (
        "regularly continual continually continuously frequently historic historical",
        r"\b{}\b",
    ),
    ("basis", r"\bon a (?:daily|weekly|regular|monthly) {}\b"),
    ("every", r"\b{} (?:single )?(?:day|week|shift|month|time i|meeting|morning|night)\b"),
    ("each", r"\b{} (?:day|week|shift|month)\b"),
    ("every each most alternate", r"\b{} (?:single |other )?(?:mon|tue|wed|thu|fri|sat|sun)\b"),
    ("most", r"\b{} (?:days|weeks|shifts)\b"),
    ("off", r"\bon and {}\b|\b{} and on\b"),
    ("day", r"\b{} to day\b|\b{} in day out\b|\b(?:since|from) {} one\b"),
    ("mondays tuesdays wednesdays thursdays fridays saturdays sundays", r"\b{}\b(?! ?§)"),
    ("weekends", r"\b{}\b"),
    ("always", r"\b{}\b(?! (?:a|an|been|there|in|at|on|the)(?![a-z]))"),
    ("many", r"\b{} times\b"),
    ("numerous", r"\b{} (?:times|occasions)\b"),
    ("all", r"\b{} the time\b"),
    ("over", r"\b{} (?:time|the years)\b"),
    ("time", r"\bfor (?:a )?(?:long|some) {}\b"),
    ("throughout", r"\b{} (?:my|the)\b"),
)
_ONGOING: _Phrases = (
    ("ongoing", r"\b{}\b"),
    ("going", r"\bon[ -]{}\b"),
    (
        "still",
        r"\b{} (?:happening|going(?: on)?|goin|continu\w*|occurring|taking place|doing it|being)\b",
    ),
    ("continues continuing", r"\b{}(?: to (?:this day|date|present|happen))?\b"),
    ("stopped", r"\b(?:has|have|had)(?: not|n't) {}\b"),
    ("date present", r"\bto (?:the )?{}\b"),
    ("day", r"\bto this {}\b"),
    ("until till", r"\b{} now\b"),
    ("present", r"\b{} day\b"),
    ("up", r"\b{} to now\b"),
    ("since", r"\bever {}\b|\b{} then\b|\band {}\b"),
)
_RELATIVE: _Phrases = (
    (
        "days weeks months years week month year fortnight decade",
        r"(?<!kept )(?<!held )(?<!stored )\b(?:for|over|about|around|approximately|nearly|almost) "
        r"(?!every|each)(?:the |a |an )?(?:\w+ "
        r"){0,2}{}\b"
        r"(?! (?:in|during|from|between|up to|until|of) §)(?! (?:of (?:age|service)|old))",
    ),
    ("ago", r"\b{}\b"),
    ("weeks months years fortnight", r"\b{} (?:earlier|later|before|prior|previously)\b"),
    ("recently lately", r"\b(?<!most )(?<!more ){}\b"),
    ("back", r"\ba while {}\b"),
    ("past", r"\bin the {}\b"),
    ("term semester", r"\b(?:the|each|every|this) {}\b"),
    ("holiday", r"(?<!\()\b(?:bank|public) {}\b(?! ?[,(]? ?§)"),
    ("term", r"\b(?:michaelmas|hilary|trinity|lent) {}\b|\b{} time\b"),
    ("week", r"\bfreshers'? {}\b|¤? ?{} ?¤(?! ?[:-])"),
    ("ramadan eid diwali hanukkah passover", r"\b{}\b"),
    ("chinese", r"\b{} new year\b"),
    ("financial academic", r"\b{} year\b"),
    ("next", r"\b{} (?:day|week|month)\b"),
)

SIGNS: tuple[Sign, ...] = (
    _sign("more", "The text speaks of further dates that it does not give.", _MORE),
    _sign("more", "The text speaks of a time before or after, which it does not give.", _LATER),
    _sign("several", "The text speaks of several dates and gives one.", _SEVERAL),
    _sign("elsewhere", "The text points to dates written elsewhere.", _ELSEWHERE),
    _sign("unknown", "The writer is not sure of the date.", _UNKNOWN),
    _sign("corrected", "The text corrects a date.", _CORRECTED),
    _sign("disowned", "The text says that none of its dates is the day.", _DISOWNED),
    _sign("recurring", "The text says that it happened again and again, without saying when.", _RECURRING),
    _sign("ongoing", "The text says that it goes on, without saying since when.", _ONGOING),
    _sign("relative", "The text gives a length of time or a date that cannot be placed.", _RELATIVE),
)

"""The words around a piece that bend it: since, early, before, week of, about, every, not.

They are read outwards from the piece, one operator after the other, in canonical text with noise as `¤`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from hrdocs.rules.dates.operator_words import operator_names, possible_operators
from hrdocs.rules.dates.words import WEEKDAY, WEEKDAYS


@dataclass(slots=True)
class Operators:
    """What the words around a piece say of it."""

    part: str = ""
    since: bool = False
    start: bool = False  # "from", "starting": with no end, it may run on
    between: bool = False
    once: bool = False  # "one day between", "sometime in"
    until: bool = False
    before: bool = False
    after: bool = False
    near: bool = False  # "just before", "shortly after"
    week: str = ""  # "commencing", "ending", "of", "weekend", "fortnight"
    about: bool = False
    doubt: bool = False
    negated: bool = False
    whole: bool = False  # "throughout", "all of"
    weekday_every: int | None = None
    every: bool = False
    ongoing: bool = False
    final: bool = False  # "the last time was"
    shift: int = 0  # "the day before", "the week after"
    loose_after: bool = False  # "after the meeting on 4 June"
    begin: int | None = None  # where the operators begin
    finish: int | None = None


_FAR_BEFORE = 64
_WEEKS = r"(?:week|wk|wks|weeks)"
_WORDS_BEFORE: tuple[tuple[str, str], ...] = (
    (
        "week:commencing",
        rf"(?:w ?[/.-]? ?[cb]\.?|{_WEEKS}[ -]?(?:commencing|comm\.?|com\.?|beginning|beg\.?|"
        rf"starting|start|from)|(?:in |during )?the {_WEEKS} (?:commencing|beginning|starting))(?: "
        rf"on)?:?(?: the)?",
    ),
    ("week:ending", rf"(?:w ?/ ?e\.?|{_WEEKS}(?:[ -]?(?:ending|ended)|[ -]end))(?: on)?:?(?: the)?"),
    (
        "week:weekend",
        r"(?:over |during |on |at )?(?:the )?week[ -]?end(?: of| starting| beginning)?(?: the)?",
    ),
    ("week:fortnight", r"(?:the )?fortnight (?:commencing|beginning|starting|of|from)(?: the)?"),
    (
        "week:night",
        r"(?:on |over )?(?:the )?(?:night|overnight|nightshift|night shift)(?: of| on)?(?: the)?",
    ),
    (
        "part:week-last",
        r"(?:the )?(?<!second )(?<!2nd )(?<!but )(?:last|final) (?:week|wk) (?:of|in)(?: the)?",
    ),
    ("part:week-1", r"(?:the )?(?:first|1st) (?:week|wk)(?: (?:of|in))?(?: the)?"),
    ("part:week-2", r"(?:the )?(?:second|2nd) (?:week|wk)(?: (?:of|in))?(?: the)?"),
    ("part:week-3", r"(?:the )?(?:third|3rd) (?:week|wk)(?: (?:of|in))?(?: the)?"),
    ("part:week-4", r"(?:the )?(?:fourth|4th) (?:week|wk)(?: (?:of|in))?(?: the)?"),
    (
        "part:first-half",
        r"(?:the )?(?:first|1st) (?:half|two weeks|2 weeks|couple of weeks|fortnight) (?:of|"
        r"in)(?: the)?",
    ),
    ("part:second-half", r"(?:the )?(?:second|2nd|last|latter) half (?:of|in)(?: the)?"),
    (
        "part:last-two",
        r"(?:the )?last (?:two weeks|2 weeks|couple of weeks|fortnight|few weeks) (?:of|in)(?: "
        r"the)?",
    ),
    ("part:first-days", r"(?:the )?first (?:few |couple of )?days (?:of|in)(?: the)?"),
    ("part:last-days", r"(?:the )?(?:very end|last (?:few |couple of )?days) (?:of|in)(?: the)?"),
    ("part:first-day", r"(?:the )?(?:first|1st) (?:of|day of|day in)(?: the)?"),
    ("part:last-day", r"(?:the )?last day (?:of|in)(?: the)?"),
    ("part:mid-late", r"(?:mid|middle)[ -]*(?:to|/|or|and|-)[ -]*(?:late|end)(?: of)?[ -]?"),
    (
        "part:early-mid",
        r"(?:early|beginning|start)[ -]*(?:to|/|or|and|-)[ -]*(?:mid|middle)(?: of)?[ -]?",
    ),
    (
        "part:early",
        r"(?:very )?(?:(?:at |in )?(?:the )?(?:very )?(?:beginning|start|early part|start part) "
        r"of(?: the)?|beg(?:\.|inning)?|start|early)(?: in)?[ -]?(?: on in)?",
    ),
    (
        "part:mid",
        r"(?:(?:in |around )?(?:the )?(?:middle|mid part) of(?: the)?|middle|"
        "mid)(?: in)?[ -]?",
    ),
    (
        "part:late",
        r"(?:(?:at |towards? |near |by )?(?:the )?(?:latter part|later part|end|back end|tail "
        r"end) of(?: the)?|end|late|towards? the end(?: of)?)(?: in)?[ -]?",
    ),
    (
        "week:of",
        rf"(?:(?:in |during )?the |same |that )?{_WEEKS} (?:of|containing|including|around)(?: "
        rf"the)?",
    ),
    (
        "negated",
        r"(?:(?:on no account|by no means|in no way)(?: (?:was|is) (?:it|this|that))?|not|rather than|"
        r"instead of|wasn't|was not|isn't|is not|except|except for|apart from|"
        r"excluding|other than|never|ignore|disregard|scrub|forget|delete)(?: (?:on|the|in|it|for|actually|"
        r"from|one|ones|incident|"
        r"meeting|that|events?|of))*",
    ),
    (
        "about",
        r"(?:on or (?:about|around|near)|around|about|approx(?:imately|\.)?|appro[xk]\w*|circa|"
        r"ca?\.?|roughly|≈|somewhere (?:around|near|about)|some ?time (?:around|about|near)|near|"
        r"close to|±|or around|a(?:b|p)prox)(?: the)?:?",
    ),
    (
        "doubt",
        r"(?:i think|i believe|i'm fairly sure|possibly|maybe|perhaps|not sure(?: but)?|unsure(?: "
        r"but)?|(?:could|may|might|must) be|must have been|could have been|might have been|"
        r"may have been|i guess|i'd say|probably|\?|best "
        r"guess|if i remember(?: right(?:ly)?| correctly)?,?|from memory,?|as far as i (?:know|"
        r"remember|can remember|can recall|recall),?|think|believe|likely|tbc)(?: (?:it was|that|"
        r"it|was|on|this was|it happened|happened|to be|around|the))*",
    ),
    (
        "once",
        r"(?:some ?times?|one (?:day|date|time|morning|evening|afternoon|night|shift|occasion)|a "
        r"(?:day|date)|once|at some (?:point|stage|time)|some ?day|on a (?:date|day)|on an "
        r"unknown (?:date|day)|an occasion|on one occasion|one incident|a single (?:day|incident|"
        r"occasion)|on one of the days)(?: (?:in|on|during|or other|unknown))?",
    ),
    (
        "since",
        r"(?:ever since|since|from (?:when|the (?:day|time|moment|date)(?: that)?)|dating (?:back "
        r")?(?:from|to)|(?:go|going|goes|went|date|dates|dating|"
        r"stretch[a-z]*|extend[a-z]*) (?:all the way |right )?back "
        r"(?:as far as|to|until|till)|as far back as|dates back to|date back to|(?:on-?going|"
        r"continuous(?:ly)?|"
        r"constant(?:ly)?|daily|weekly|regularly) (?:from|since))(?: (?:at least|about|the|my "
        r"first day|in|as|as early as|on|i (?:started|joined|began)(?: (?:work|here|my job|the "
        r"job|in the team|this job|my role|in post|this role|in this role))?|starting|joining|i "
        r"came (?:back|here)|it (?:started|began)|he (?:started|joined)|she (?:started|joined)|"
        r"they (?:started|joined)|i returned(?: to work)?))*:?",
    ),
    (
        "start",
        r"(?:(?:started|began|starting) (?!work|train|stud|"
        r"employ)[a-z]+ing(?: [a-z']+){0,4}? (?:in|on|around|about)|"
        r"from|starting|started|beginning|began|commencing|commenced|first started|as of|with "
        r"effect from|w\.?e\.?f\.?|start(?:ed)? date|start|begins|starts)(?: (?:at least|about|"
        r"the|back|in|on|as early as|around))*:?",
    ),
    ("between", r"(?:in )?between(?: the)?(?: dates?(?: of)?| months of| period(?: of)?)?:?"),
    (
        "until",
        r"(?:(?:until|till|up to|to)(?: and|,) including|until|till|up to|up until|til|ended|ending|"
        r"stopped|to)(?: (?:on|in|the|about|"
        r"around))*:?",
    ),
    ("shift:-1", r"(?:on )?(?:the )?day (?:before|prior to)(?: the)?"),
    ("shift:1", r"(?:on )?(?:the )?day (?:after|following)(?: the)?"),
    ("shift:-7", r"(?:in )?(?:the )?week (?:before|prior to)(?: the)?"),
    ("shift:7", r"(?:in )?(?:the )?week (?:after|following)(?: the)?"),
    (
        "final",
        r"(?:(?:the )?(?:last|latest|most recent|final) (?:time|one|incident|occasion|instance|event|act|"
        r"episode)|"
        r"(?:the )?(?:last|latest|most recent(?:ly)?))(?: (?:was|being|on|in|happened|occurred|"
        r"took place))*:?",
    ),
    (
        "before",
        r"(?:before|prior to|no later than|not later than|earlier than|by|preceding|previous to|"
        r"sometime before|(?:just|shortly|right|immediately) before)(?: the)?",
    ),
    (
        "after",
        r"(?:after|following|later than|not before|no earlier than|subsequent to|"
        r"(?<![a-z0-9] )post|(?:just|shortly|right|immediately|straight|"
        r"soon) after)(?: the)?",
    ),
    (
        "whole",
        r"(?:throughout|all through(?:out)?|all of|all during|the whole of|the entire|whole of|"
        r"all|right through|every day (?:in|of|during|throughout)|each day (?:in|of)|daily (?:in|"
        r"during|throughout)|most days (?:in|of|during))(?: the)?(?: month of)?",
    ),
    (
        "every",
        rf"(?:every|each|most|all|alternate|every other|on) (?:single )?(?:week|day|shift|"
        rf"{WEEKDAY}s?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?: (?:in|of|during|throughout|"
        rf"from|since|between|morning|afternoon|evening|night))+(?: the)?",
    ),
    (
        "neutral",
        r"(?:on|the|of|in|during|day|date|dates|dated|month of|was|were|is|on the|at|for|that|it "
        r"was|within|:|-|\(|\"|'|¤|the month of|both|either|night of|morning of|afternoon of|"
        r"evening of|over|period(?: of)?|the dates?(?: of| was| were)?|and|,|occurred|happened)",
    ),
)
_BEFORE = tuple((name, re.compile(rf"(?<![a-z]){pattern}[ .]*$")) for name, pattern in _WORDS_BEFORE)
_EVERY_DAY = re.compile(rf"({WEEKDAY})|(mon|tue|wed|thu|fri|sat|sun)[a-z]*days")

_AFTER_ONGOING = re.compile(
    r"[ ,;:().&+\u2026>→=-]*(?:and |an |but |it |its |started |startd |began |happening |bin |daily |"
    r"weekly |regularly |is |it's |"
    r"has |been |have |this |the |behaviour |"
    r"bullying |harassment |which |was |then |all |right |up |he |she |they |are |"
    r"remains |now |also |day |every |time |from |through )*(?:(?:to|until|till|til|through "
    r"to|thru|-) ?(?:the )?(?:present(?: day| time)?|date\b(?! (?:of|completed|signed|sent|form|reported|"
    r"raised)|:)|now\b|current(?:ly)?(?: date| "
    r"day)?|this day|ongoing|on-going|still)"
    r"|(?:every|each) (?:single )?(?:day|week|shift) since\b(?! \d)|daily since\b(?! \d)"
    r"|(?:(?<=- )|(?<=-)|(?<=> )|(?<=>)|(?<=to )|(?<=until ))(?:present(?: day)?|current(?:ly)?|now|"
    r"date(?! (?:of|completed|signed|sent|form|reported|raised|submitted|received)|:))\b|"
    r"on-?going|on going|"
    r"onwards?\b|on wards|continu(?:ing|es|ous|al)(?!\s+(?:professional|education|care))|"
    r"stil+ (?:happening|going?|goin|on-?going?|continu|occurring|taking place|doing|being|does|"
    r"present|is)|"
    r"and counting|(?:went|gone|been going|carried|kept) on (?:ever )?since(?! \d)|carr(?:ies|ying) on|"
    r"goes on|going on|never stopped|(?:has|have)(?: not|n't) (?:stopped|ended)|not stopped|ever since|"
    r"(?:to|until|till|at)(?: and including)? the (?:time|date|day) of (?:writing|this|completing|"
    r"complaint|submi[a-z]+)|"
    r"(?:(?:and|ever) since\b|since then|since that (?:day|"
    r"date|time))"
    r"(?! [^.;\n]{0,30}(?:(?:left|leaves) (?:me|us) alone|(?<![a-z])(?:not|never|none|nothing|stopped|"
    r"better|fine|"
    r"improved|apologi[sz]ed)(?![a-z])|n't))|forward(?:s)?\b|to current)"
    r"|(?:(?!(?<![a-z])(?:not|never|no|nothing|none|nobody|stopped|ended|ok|fine|i|we|i've|we've|off|sick|"
    r"absent)(?![a-z])|n't)[^.;\n\d]){0,60}?"
    r"(?<![a-z])since(?= ?(?:[.,;)]|$))"
)
_AFTER_ABOUT = re.compile(
    r"[ ,(-]*(?:(?:or )?(?:thereabouts|there abouts)|approx(?:imately|\.)?|ish\b|or (?:around|"
    r"near)(?: (?:then|that time))?|or so\b|give or take|\(?approx)|ish\b"
)
_AFTER_DOUBT = re.compile(
    r"[ ,(-]*(?:\?|i think|i believe|possibly|maybe|perhaps|not (?:100% |entirely |completely "
    r"|exactly )?(?:sure|certain)|unsure|tbc|to be confirmed|from memory|if i remember|"
    r"probably|can't remember|"
    r"cannot remember|can't be sure|don't remember|exact date|\(exact)"
)


def find_operators(text: str, start: int, end: int, left: int, right: int) -> Operators:
    """The operators of the piece at `start:end`, between the neighbours' borders `left` and `right`."""
    found = Operators()
    written = text[max(left, start - 90) : start].replace("\n", " \n")
    if not written.strip(" ,;&().\n"):
        _read_after(found, text, end, right)
        return found
    before = written.replace("¤", " ")
    position = len(before)
    possible = possible_operators(before)
    for _ in range(9 if possible else 0):
        trimmed = before[:position].rstrip(" (\"'")
        if not trimmed:
            break
        hit = _match_before(trimmed, possible)
        if hit is None:
            break
        name, begin = hit
        on_it = trimmed.endswith("post") and before[position:].strip()  # "the Band 6 post on 3 June"
        if on_it or (name in _TAKES_DATE and "¤" in written[begin:position]):
            break
        if name != "neutral":
            found.begin = start - (len(before) - begin)
            _set(found, name, trimmed[begin:])
        position = begin
        if found.negated:
            break
    found.loose_after = _is_loose(found, before)
    if "since " in before:
        _read_since(found, before)
    _read_after(found, text, end, right)
    found.about = found.about and not _ABOUT_WHAT.search(before)
    found.until = found.until and not _NOT_UNTIL.search(before)
    return found


def _is_loose(found: Operators, before: str) -> bool:
    """Whether it is the date of something before, after or within some days of which it happened."""
    if "within " in before and _WITHIN.search(before):
        return True
    if not _LOOSE_LEAD.search(before) or not _LOOSE.search(before) or _HARMLESS_AFTER.search(before):
        return False
    return not (found.after or found.before or found.since or found.until)


# "Complaining about: 27 August", "sent around on 15 August": no approximation.
_ABOUT_WHAT = re.compile(
    r"(?<![a-z])(?:(?:told|tell|spoke|speak|asked|heard|knew|know|informed|e-?mailed)(?: [a-z]+){0,4}|"
    r"complain[a-z]*(?: [a-z]+)?|complaint(?: is| was)?|talk[a-z]*|sent|passed|writing|wrote|"
    r"concern[a-z]*) (?:about|around)(?: is| was)?(?: the incident)?(?: on| of)?:?(?: the)? *$"
)
# "Nothing happened until 8 August": it happened then.
_NOT_UNTIL = re.compile(
    r"(?<![a-z])(?:nothing|not|never|no one|nobody|no problems?|fine|ok|quiet|peace|waited|held "
    r"off)(?![a-z])|n't "
    r"|(?<![a-z])(?:refer|relat|respond|object|pertain|appl|regard|respect|led|close|dat|go|"
    r"went)[a-z]* (?:back )?to"
    r"(?: the)? *$"
)


_WITHIN = re.compile(r"(?<![a-z])within (?:[a-z0-9]+ ){1,3}of (?:[a-z]+ ){0,3}$")
_LOOSE_LEAD = re.compile(
    r"(?:after|before|since|until|prior to|run[- ]up to|ahead of|(?:time|date)s? (?:of|as)) "
)
_LOOSE = re.compile(
    r"(?<![a-z])(?:after|before|since|until|prior to|run[- ]up to|ahead of|(?:around|about|near) the "
    r"(?:same )?"
    r"(?:time|date)s? (?:of|as)) (?!he |she |they |i |we |it |"
    r"that |which |my "
    r"manager |him |her )(?:[a-z']+,? ){1,5}[(]?(?:which )?(?:(?:was|were|started|began|ended|finished) )?"
    r"(?:on|of|in|dated|at)?\s*(?:the\s*)?$"
)
_SINCE_IT = re.compile(
    r"(?<![a-z])(?<!has )(?<!have )(?<!had )(?<!'s )(?<!'ve )since (?!then|i (?:report|complain|told|last))"
    r"(?:(?:the|this|that|his|her|their|an?) (incident|assault|attack|argument|event|row|"
    r"altercation)[a-z ]*|(?:[a-z']+\.? ){1,9})"
    r"(?:on|of|in)?\s*(?:the\s*)?[ ,(]*$"
)
_NONE_SINCE = re.compile(
    r"(?<![a-z])(?:none|nothing|no [a-z]+|never|not|n't)(?: [a-z]+){0,3} since(?: [a-z]+){0,2} *$"
)


def _read_since(found: Operators, before: str) -> None:
    """ "Since my review in", "since he became head in": from then on. "None since" denies it."""
    match = _SINCE_IT.search(before)
    if match and not found.since:
        found.since, found.loose_after = not match[1], False
    if found.since and _NONE_SINCE.search(before):
        found.negated = True


_HARMLESS_AFTER = re.compile(
    r"(?:after|before|until) (?:the |my |our |his |her |their |a |night |day |late |early |"
    r"morning |staff |team )*(?:work|lunch|shift|class|training|hours|school|breakfast|tea|"
    r"break|close|closing|dinner|end of (?:the )?(?:day|shift)|lecture|seminar|tutorial|"
    r"meeting had|bed)\b[ ,(]"
)


_TAKES_DATE = frozenset(
    ("before", "after", "start", "until", "between", "about")
)  # or a number: "from 028 …"
# Neutral words that end no other operator, and the last words that operators can have.
_PLAIN_NEUTRAL = re.compile(r"(?<![a-z])(?:[,:]|was|were|dates?|occurred|happened)[ .]*$")
_SIGN_WORD = re.compile(r"[a-z./?≈±:,-]+$")


def _match_before(text: str, possible: int) -> tuple[str, int] | None:
    tail = text[-_FAR_BEFORE:]
    shift = len(text) - len(tail)
    plain = _PLAIN_NEUTRAL.search(tail)
    if plain:
        return "neutral", shift + plain.start()
    if not _SIGN_WORD.search(tail):
        return None
    if shift:
        possible |= possible_operators(tail)  # where it is cut, a word may begin anew
    for name, pattern in _patterns(possible):
        match = pattern.search(tail)
        if match and match.end() == len(tail) and match.group().strip():
            return name, shift + match.start()
    return None


@lru_cache(maxsize=1024)
def _patterns(possible: int) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns to be tried, in their order; neutral words stand before every date."""
    names = operator_names(possible)
    return tuple((name, pattern) for name, pattern in _BEFORE if name in names or name == "neutral")


_NEAR = re.compile(r"(?:just|right|immediately|straight) ")


def _set(found: Operators, name: str, words: str) -> None:
    if name.startswith("part:"):
        found.part = found.part or name[5:]
    elif name.startswith("shift:"):
        found.shift = found.shift or int(name[6:])
    elif name in ("before", "after"):
        setattr(found, name, True)
        found.near = bool(_NEAR.match(words))
    elif name.startswith("week:"):
        found.week = found.week or name[5:]
    elif name == "every":
        _set_every(found, words)
    else:
        setattr(found, name, True)


def _set_every(found: Operators, words: str) -> None:
    """ "Every Friday since", "each day in"."""
    found.every = True
    day = _EVERY_DAY.search(words)
    if day:
        found.weekday_every = WEEKDAYS.index((day[1] or day[2])[:3])
    found.since = found.since or "since" in words
    found.start = found.start or "from" in words
    found.between = found.between or "between" in words
    found.whole = found.whole or bool(re.search(r"(?<![a-z])day ", words))


# "Since 3 June, when he hit me": on that day; "since 3 June when he became my manager" runs on.
_WHEN_ONCE = re.compile(
    r"[ ,(]+when (?:he|she|they|my|the) "
    r"(?!(?:became|was|were|took|joined|started|came|got|moved|began|new)(?![a-z]))"
)
_STRUCK = re.compile(r"[ ([]*(?:is |was )?(?:crossed|struck|scored|scratched) (?:out|through)(?![a-z])")


def _read_after(found: Operators, text: str, end: int, right: int) -> None:
    after = text[end : min(right, end + 90)].replace("¤", " ")
    if not after.strip(" ,.;)&\n"):
        return
    if end + len(after) == right < len(text):
        after += "§"  # no end of the text: the next date stands there
    match = _AFTER_ABOUT.match(after)
    if match:
        found.about, found.finish, after = True, end + match.end(), after[match.end() :]
    match = _AFTER_DOUBT.match(after)
    if match:
        found.doubt = True
        after = after[match.end() :]
    if found.since and _WHEN_ONCE.match(after):
        found.since, found.start = False, True
    found.negated = found.negated or bool(_STRUCK.match(after))
    match = _AFTER_ONGOING.match(after)
    if match:
        found.ongoing, found.finish = True, end + match.end()

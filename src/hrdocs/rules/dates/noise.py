"""Numbers that are no dates: times, telephone numbers, rooms, grades, counts, money, references.

Each is replaced by as many `¤`, so that what is left keeps its place.
"""

import re
from functools import partial

from hrdocs.rules.dates.canonical import Canonical
from hrdocs.rules.dates.words import MONTH, WEEKDAY

# Times of day, with what leads to them.
_LEAD_WORD = (
    r"(?:at|@|around|about|approx(?:imately)?\.?|approx\.?|circa|c\.?|ca\.?|just|shortly|"
    r"roughly|nearly|before|after|by|from|between|until|till|≈|time:?)"
)
_LEAD = rf"(?:{_LEAD_WORD} ?){{0,3}}"
_CLOCK = (
    r"(?:(?<![\d/.,-])[0-2]?\d(?:[:.][0-5]\d)?(?:[:.][0-5]\d)? ?(?:am\b|pm\b|[ap]\.m\b(?:\.(?! (?:i|he|"
    r"she|they|we|it|my|the|this|that|there)(?![a-z])))?|"
    r"o'? ?clock)"
    r"|(?<![\d/.-])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?: ?(?:am|pm|hrs?|hours|h)\b)?(?!:?\d)"
    r"|(?<![\d/.-])[0-2]?\d\.[0-5]\d ?(?:hrs?|hours|h)\b|(?<![\d/.:-])[0-2]\d[0-5]\d ?-? ?(?:hrs?|"
    r"hours|h)\b"
    r"|(?<![\d/.:-])\d{1,2}ish\b)"
)
_CLOCK_NEXT = re.sub(r"\(\?<![^)]*\)", "", _CLOCK)
_NO_DATE = rf"(?![\d/.:-]|st|nd|rd|th| ?(?:of )?{MONTH})"
_CLOCK_TIME = (
    rf"{_LEAD}\b\d{{1,2}} ?(?:noon|midday|midnight)\b"
    rf"|{_LEAD}(?<![\d/.-])\d{{1,2}}(?:[:.][0-5]\d)? ?(?:-|to|and|or|until|till) ?{_CLOCK_NEXT}"
    rf"|{_LEAD}(?:(?<![\d/.-])\d{{1,2}}(?:[:.][0-5]\d)? ?(?:-|to|and|or|until|till) "
    rf"?)?{_CLOCK}(?: ?(?:-|to|and|or|until|till|&|/) ?{_CLOCK_NEXT})*(?: ?-? ?ish\b)?"
    rf"|(?<![a-z])(?:at|@) ?(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d/-]|\.\d)"
    rf"|(?<![a-z])(?:at|@) ?(?:[01]\d|2[0-3])[0-5]\d(?![\d/.-])"
    rf"|(?<![a-z])(?:at|@) (?:1[0-2]|[1-9])(?![\d/.-]|st|nd|rd|th| ?(?:of )?{MONTH}|[ ]?(?:&|and|,|to) ?\d)"
    rf"|(?<=yesterday )(?:about|around|at) (?:1[0-2]|[1-9]){_NO_DATE}"
    rf"|{_LEAD}(?<![\d./-])(?:[01]?\d|2[0-3])\.(?:1[3-9]|[2-5]\d|00)(?:(?: ?- ?| to "
    rf")(?:[01]?\d|2[0-3])\.[0-5]\d)?(?![\d/-]|\.\d)"
    rf"|(?<![a-z])time:? (?:[01]?\d|2[0-3])\.[0-5]\d(?![\d/-]|\.\d)"
    rf"|{_LEAD}(?<![\d/.-])(?:1[0-2]|0?[1-9]) (?:in the (?:morning|afternoon|evening)|at night)(?![a-z])"
    rf"|(?<![a-z])(?:at|@|about|around|approx\.?|just|before|after) ?(?:5|10|20|25) ?(?:to|past) (?:1[0-2]|"
    rf"[1-9]){_NO_DATE}"
    rf"|{_LEAD}\b(?:half|quarter) (?:past|to) (?:\d{{1,2}}\b|[a-z]{{3,6}}\b)?"
)
_PART_OF_DAY = (
    r"(?:\b(?:at|around|about|approx(?:imately)?|circa|just|shortly|before|after|over|during|"
    r"in the|the|early|late|mid)[ -]){0,3}\b(?=[a-z])(?<!this )(?<!yesterday )"
    r"(?<!next )(?<!following )(?<!previous )(?<!same )(?:noon|midday|mid-day|"
    r"midnight|lunch ?time|lunch(?: ?break| hour)?|tea ?(?:time|break)"
    r"|dinner ?time|break ?time|coffee break|home ?time|closing time|early hours|mornings?\b|"
    r"afternoons?\b|evenings?\b|night ?(?:time|shift)s?\b)"
)
# Each kind of time is tried only where a first look allows it.
_TIME = re.compile(
    rf"(?<=\d)t[0-2]\d:?[0-5]\d(?::?[0-5]\d)?(?:\.\d{{1,6}})?(?:z\b|[+-]\d\d:?\d\d)?"
    rf"|(?:(?=\d)|(?<![a-z])(?={_LEAD_WORD}|half|quarter))(?:{_CLOCK_TIME})"
    rf"|(?:(?<=morning )|(?<=evening )|(?<=afternoon )|(?<=night )|(?<=today )|(?<=yesterday )"
    rf"|(?<=/\d\d\d\d )|(?<=/\d\d\d\d, )|(?<=[a-z~] \d\d\d\d )|(?<=[a-z~] \d\d\d\d, ))"
    rf"(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d./-])"
    rf"| (?:(?<=(?:morning|evening) )|(?<=afternoon )|(?<=night ))"
    rf"(?:at|about|around) (?:1[0-2]|[1-9]){_NO_DATE}"
    rf"|\b(?=[a-z]){_PART_OF_DAY}"
)
# Labels whose number is part of a name, whatever its shape.
_LABEL = (
    r"(?:rooms?|rm|floors?|ticket|invoice|order|level|lvl|offices?|desk|blocks?|buildings?|bldg|"
    r"units?|suites?|"
    r"wards?|bays?|gates?|doors?|flats?|house|apt|lifts?|bus|tram|coach|train|route|"
    r"line|platform|shop|store|zone|labs?|theatre|class|classroom|hall|grades?|bands?|scale|"
    r"points?|spine|tier|section|sect|sec|"
    r"paras?|paragraph|clauses?|article|appendix|annex|pages?|pg|pp?\.?|chapter|items?|"
    r"questions?|q|parts?|stages?|steps?|phase|policy|"
    r"form|sheet|exhibits?|attachments?|doc|version|ver|v|aged?|extension|ext\.?|tel\.?|phone|"
    r"mobile|team|squad|group|crew|"
    r"module|lecture|lesson|year|yr|no\.?|nr|numbers?|#|table|row|machine|van|vehicle|pod|"
    r"studio|court|car park|locker|cubicle|"
    r"gym|site|depot|channel|bed|theatre|ref\.?|reference|psni|payroll|staff|employee|badge|"
    r"po box|size|title|schedule|act|rule|regulation|box|file|photo|image|volume|vol\.?)"
)
_NUMBERED = (
    r"(?:case|file|ref\.?|reference|claim|ticket|complaint|grievance|job|staff|payroll) "
    r"(?:no\.?|number|ref\.?|id)"
)
_WEAK_LABEL = r"(?:incident|event|episode|occasion|example|allegation|act|number|no\.?|shift|issue|complaint)"
# Labels whose number may be written like a day and a month; after any other it may be one.
_STRICT = re.compile(
    rf"(?:{_NUMBERED}|rooms?|rm|floors?|level|lvl|offices?|desk|blocks?|buildings?|units?|suites?|wards?|"
    r"bays?|gates?|doors?|flats?|"
    r"grades?|bands?|scale|points?|spine|tier|section|sec|paras?|paragraph|clauses?|appendix|"
    r"annex|pages?|pg|aged?)(?![a-z])"
)
_TICKET = re.compile(
    r"(?:ticket|ref|case|invoice|order|job|claim|employee|staff|payroll|badge)[a-z .:#]*\d{5,8}$"
)
_YEAR_LABEL = re.compile(r"(?:year|yr) ?(?:19|20)\d\d(?:[/-](?:\d\d)?\d\d)?$")
_DAY_AND_MONTH = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])$")
_DAYS_THEN_MONTH = re.compile(
    rf"(?: ?(?:,|&|and|or|to|-|/) ?\d{{1,2}}(?:st|nd|rd|th)?){{1,4}},? ?(?:of )?{MONTH}"
)
_NOT_DATE_AFTER = rf"(?!\d)(?! ?(?:st|nd|rd|th)?(?: of)?[ .,/-]?{MONTH})"
_LABELLED = re.compile(
    rf"(?<![a-z])(?:{_NUMBERED}|{_LABEL}) ?(?:no\.? ?|number ?)?[:#]? "
    rf"?#?(?:[a-z]{{1,3}}[.-]?)?\d{{1,8}}[a-z]?(?:[/.&-]\d{{1,4}}[a-z]?)*{_NOT_DATE_AFTER}(?: of "
    rf"\d{{1,3}}\b(?![/.-]\d))?(?:(?: ?(?:&|and|/|or|,(?= \d+ (?:and|&))) "
    rf"?)\d{{1,4}}\b(?![/.-]\d){_NOT_DATE_AFTER}){{0,4}}"
    rf"|(?<![a-z]){_WEAK_LABEL} ?#?\d{{1,2}}\b(?![/.-]\d)(?!\.\d)(?! ?(?:&|and|-|to|or|/) "
    rf"?\d){_NOT_DATE_AFTER}"
)
_ITEM = re.compile(rf"(?<![a-z]){_WEAK_LABEL} ?#?\d{{1,2}}(?= ?[-:] ?\d{{1,2}}(?:st|nd|rd|th))")
_REVERSED_LABEL = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th)[ -](?=(?:stage|complaint|warning|grievance|hearing|appeal)s? )"
    r"|\b\d{1,3}(?:st|nd|rd|th)[ -](?:and \d{1,3}(?:st|nd|rd|th) )?(?:floors?|levels?|storey|"
    r"time|incident|occasion|part(?:y|ies)|class|grade|line|stage|form|attempt|warning|"
    r"complaint|instance|one|person|meeting|years?(?: student)?|birthday|century|place|avenue|"
    r"street|edition|anniversary|episode|act|allegation|team|desk|row|rate|degree|semester)\b"
)
_UNITS = (
    r"(?:x\b|times?\b|occasions?|incidents?|instances|events|episodes|people|persons?|staff|"
    r"colleagues|co-?workers|witnesses|others|of us|of them|"
    r"present\b|in attendance|there\b|guests|customers|passengers|residents|parents|pupils|visitors|"
    r"m[ae]n\b|wom[ae]n\b|employees|members|minutes?|mins?\b|hours?|hrs?\b|seconds?|secs?\b|"
    r"met(?:er|re)s?|miles?|km\b|feet|ft\b|kg\b|stone|"
    r"years? (?:old|of (?:age|service))|yrs? (?:old|service)|y/?o\b|year-old|months? (?:old|"
    r"pregnant)|weeks? (?:pregnant|old)|e-?mails?|texts?|messages?|"
    r"phone calls?|calls|comments?|pages?|separate|different|shifts|sessions|meetings|"
    r"complaints|attempts|warnings|students?|officers|managers|"
    r"councillors|lads|guys|girls|boys|grievances|photos?|pictures?|statements?|whatsapps?|"
    r"voicemails?|further|more|other|letters?|documents?|"
    r"attachments?|screenshots?|drinks?|pints?|children|kids|working|days? a week|days? per "
    r"week|years? in|points?)"
)
_COUNT = re.compile(
    r"(?=[\d(x])(?:(?<![\d/.:-])\d{1,2} ?x ?\d{1,2}\b|\(\d{1,3} (?:days?|weeks?|nights?|hours?)\)|"
    rf"(?<![\d/.:-])(?:\d{{1,3}}(?: ?(?:-|/|or|to) ?\d{{1,3}})?\+?|\d{{1,3}}\.\d) ?{_UNITS}|"
    rf"(?<![\d/.:-])\d{{1,2}} ?(?:-|to|till|/) ?\d{{1,2}} (?:shifts?|rota|bus(?:es)?|split|majority)\b|"
    rf"(?<![\d/.:-])\d{{1,4}}[a-z]? (?:(?!{MONTH}|(?:in|on|at|the|of|from|to|i|he|she|and|we|a|an|"
    rf"my)(?![a-z]))"
    rf"[a-z']+ ){{1,2}}(?:grove|street|avenue|lane|terrace|drive|crescent|gardens|parade|mews|close|road)\b|"
    rf"(?<![\d/.-])[0-2]?\d\.[0-5]\d (?:to [a-z]|train|bus|flight|ferry|boat|service|tram|class|lecture|"
    rf"seminar)\b|"
    rf"\bx ?\d{{1,3}}\b|\b\d{{1,2}}x\b|(?<![\d/])24/7\b(?!/\d)|"
    rf"\b50/50\b|\b[1-3]/[2-4] (?:day|hour|of)\b"
    rf"|\b\d{{1,3}} out of \d{{1,3}}\b|(?<![\d/.-])\d{{1,2}} of \d{{1,2}}\b(?![/.]\d| (?:19|20)\d\d| "
    rf"?{MONTH}))"
)
_MONEY = re.compile(
    r"[£$€] ?\d[\d,.]*(?:k|m)?\b|\b\d[\d,.]* ?(?:pounds?|quid|euros?|gbp|pence)\b|"
    r"\b\d+(?:\.\d+)? ?(?:%|per ?cent)"
)
_AGE = re.compile(
    rf"(?<![a-z])(?:i am|i'm|he is|she is|aged|turned|turning) \d\d(?![\d/:-]|\.\d|st|nd|rd|th| ?(?:of "
    rf")?{MONTH})"
)
_ADDRESS = re.compile(r"\S{1,64}@[\w.-]{1,80}|https?://\S+|www\.\S+")
_CONTACT = re.compile(
    r"(?<![\w/.-])(?:\+\d{2}[ -]?(?:\(0\) ?)?\d{2,4}|\(?0\d{2,4}\)?)[ -]?\d{3,4}[ -]?\d{3,6}(?![\w/])"
    r"|\b(?:ext|extn|extension|x)\.? ?\d{3,6}\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b"
)
_REFERENCE = re.compile(
    rf"(?<!\w)(?=[a-z\d])(?:(?<![\w/-])(?!{MONTH}|"
    rf"{WEEKDAY})[a-z]{{1,8}}[0-9]{{0,6}}(?:[/-][a-z0-9]{{1,6}}){{0,3}}[/-]\d{{1,8}}(?:[/-][\da-z]{{1,8}})*"
    rf"|(?<![\w/-])(?!(?:{MONTH}|{WEEKDAY}))[a-z]{{1,5}}\d{{1,10}}[a-z]?\b|"
    rf"(?<![\w/-])(?!{MONTH}|{WEEKDAY}|mid|late|early|the|on|of|at|and|to)[a-z]{{1,8}}\d{{1,4}}"
    rf"(?!st|nd|rd|th)[a-z]{{2,8}}(?![\w~])|"
    rf"(?<![\w/.-])\d{{1,4}}[a-z]\b(?!-|')|(?<![\w/.-])\d{{9,}}(?!\w)|(?<![\w/.-])(?!(?:19|"
    rf"20)\d\d(?!\d))\d{{3,7}}(?![\w/.-]|, ?\d)"
    rf"|(?<![\w/.-])(?!19|20)\d{{3,6}}/\d{{2,4}}(?![\w/.-])"
    rf"|(?<![\w/.-])\d{{1,3}}(?:,\d{{3}})+\b|\b\d{{1,3}}\.\d{{1,3}}\.\d{{1,3}}\.\d{{1,3}}\b"
    rf"|\b(?:ref(?:erence)?|case|ticket|complaint|grievance|account|log)(?: (?:no|number|ref|"
    rf"id))?[.:#]{{1,2}} ?#?[a-z]{{0,6}}[-/]?\d[\w/-]*(?![/.]\d))"
)
_LABELLED_DATE = (
    rf"(?=\s+(?:\d|(?:on |the |between |from |approx\.? |around |c\.? )*(?:{MONTH}|{WEEKDAY}|"
    rf"\d)))"
)
_LIST_LABEL = re.compile(
    rf"(?:(?<=\n)|^|(?<=[;,:]) ?|(?<=\.) )[ *-]*\(?(?:[1-9]|1\d|2\d|[abd-h]|[ivx]{{1,4}})\.{_LABELLED_DATE}"
    rf"|(?:(?<=[\n;,.: ])|^)[ *-]*\(?(?:[1-9]|1\d|2\d|[a-h]|[ivx]{{1,4}})[)\]]\.?{_LABELLED_DATE}"
)
_NUMERIC_DATE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$|\d{8}$|\d{6}$|(?:19|"
    r"20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}$"
)
_AFTER_MONTH = re.compile(rf"(?:{MONTH}[ .]*(?:the )?|\d ?/ ?|\d ?\.|\d-)$")


def blank_noise(canonical: Canonical) -> str:
    """The canonical text with everything that looks like a number but is no date replaced by `¤`."""
    text = canonical.text
    if "24/7" not in text and _ONLY_DATES.fullmatch(text):
        return text
    if not _DIGIT.search(text) and not _SOFT_TIME.search(text):
        return text
    text = _blank_numbering(text)
    if not _TERM_WORDS.isdisjoint(canonical.words):
        text = _TERM_WEEK.sub(_blank, text)
    for has_sign, pattern in _PLAIN_NOISE:
        if has_sign(text):
            text = pattern.sub(_blank, text)
    if _HOURS_SIGN.search(text):
        text = _HOURS.sub(_blank_hours, text)
    if "#" in text or not _LABEL_WORDS.isdisjoint(canonical.words):
        text = _LABELLED.sub(_blank_labelled, _ITEM.sub(_blank, text))
    if _COUNT_SIGN.search(text):
        text = _REVERSED_LABEL.sub(_blank, text)
        text = _COUNT.sub(_blank_count, text)
    if _REFERENCE_SIGN.search(text):
        text = _REFERENCE.sub(partial(_blank_reference, canonical.original), text)
    return text


# The weeks of a term have numbers: "Semester 2 week 1 (22 January)".
_TERM_WEEK = re.compile(
    r"(?<![a-z])(?:semester|trimester|term) [1-3](?![\d/.-])|(?<![a-z])(?:week|wk) \d{1,2}"
    r"(?= ?\(| (?:of|in) (?:the )?(?:term|semester|trimester|course))"
)
_FIRST_NUMBER = re.compile(rf"\A[ *(-]*1[.)] (?={WEEKDAY}|(?!{MONTH})[a-z])")
_LINE_NUMBER = re.compile(r"(?:^|(?<=\n))[ *(-]*(\d{1,2})(?= ?[-:.)] +(?:\d|[a-z]))")


_ENTRY_NUMBER = re.compile(
    rf"(?:^|(?<=[ \n]))\(?(\d{{1,2}})(?=[.)] (?:on )?(?:the )?(?:\d|{MONTH}|{WEEKDAY}))"
)


_BRACKET_NUMBER = re.compile(r"\((\d{1,2})\)(?= ?[a-z])")
_UNIT_NUMBER = re.compile(r"(?<![a-z])(?:day|week|date|incident|event|no\.?) ?#?(\d{1,2})(?= ?[-:.)=] ?)")


def _blank_numbering(text: str) -> str:
    """Entries that begin with 1, 2, 3 ... are a numbered list: the numbers are no days."""
    for sign, pattern in (
        ("\n", _LINE_NUMBER),
        ("(1)", _BRACKET_NUMBER),
        (". ", _ENTRY_NUMBER),
        ("1", _UNIT_NUMBER),
    ):
        found = list(pattern.finditer(text)) if sign in text else []
        if len(found) < 2 or [int(m[1]) for m in found] != list(range(1, len(found) + 1)):
            continue
        for match in found:
            text = f"{text[: match.start(1)]}{'¤' * len(match[1])}{text[match.end(1) :]}"
    return _FIRST_NUMBER.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "¤" * len(match.group())


_HOURS_SIGN = re.compile(r"(?<![a-z])(?:from|between) ?\d")
_HOURS = re.compile(
    r"(?:from|between) ?(?:1[0-2]|[1-9]) ?(?:to|till|til|until|-|and|&) ?(?:1[0-2]|[1-9])"
    rf"(?![\d/.:-]|st|nd|rd|th| ?(?:of )?{MONTH})"
)
_WHOLE_DAY = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?~* (?:of )?{MONTH}\.?(?: ?'?\d{{2,4}})?|"
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})[ ,(-]*$"
)


def _blank_hours(match: re.Match[str]) -> str:
    """ "2 July between 5 and 6": behind a whole date they are hours."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    return _blank(match) if _WHOLE_DAY.search(before) else match.group()


def _blank_labelled(match: re.Match[str]) -> str:
    found = match.group()
    if _TICKET.match(found):
        return _blank(match)
    if _NUMERIC_DATE.search(found) or _YEAR_LABEL.match(found):
        return _blank(match) if _NO_YEAR.search(found) else found
    loose = not _STRICT.match(found)
    if loose and _DAY_AND_MONTH.search(found) and _THING.match(found) and _WHOLE_DATE.search(match.string):
        return _blank(match)  # "bus 11/12" beside a date with its year
    if loose and (_DAY_AND_MONTH.search(found) or _DAYS_THEN_MONTH.match(match.string, match.end())):
        return found
    return _blank(match)


# What has a number and is no occasion.
_THING = re.compile(
    r"(?:bus|tram|coach|train|route|line|platform|invoice|order|ticket|doc|version|ver|v|items?|table|row|machine|van|vehicle|"
    r"pod|locker|cubicle|bed|box|file|badge|po box|size|channel|shop|store|zone|lifts?|house|apt|site|depot|"
    r"squad|crew|volume|vol\.?|photo|image|rule|schedule|article|payroll)(?![a-z])"
)
_WHOLE_DATE = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:(?:st|nd|rd|th)?~*[ .,/-]*(?:of )?{MONTH}|[/.-]\d{{1,2}}[/.-](?:\d{{4}}|"
    rf"\d\d)(?!\d))|"
    rf"{MONTH}\.? \d{{1,2}}(?!\d)"
)
_NO_YEAR = re.compile(r"[/.-](?!19|20)\d{4}$")


def _blank_count(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 14) : match.start()]
    found = match.group()
    if not _AFTER_MONTH.search(before) or "times" in found:
        return _blank(match)
    dash = found.find(" - ")  # "3 Nov 25 - 2 witnesses"
    return found if dash < 0 else found[: dash + 3] + "¤" * (len(found) - dash - 3)


_INITIALS = re.compile(r"(?!DATE|INC)[A-Z]{2,6}[/-]")  # "HR/2025/11/17" is no date


def _blank_reference(original: str, match: re.Match[str]) -> str:
    found = match.group()
    written = original[match.start() : match.end()]
    if _NUMERIC_DATE.search(found) and not re.match(r"\d{7}$|\d{9,}", found):
        return _blank(match) if _INITIALS.match(written) else found
    capitals = any(c.isupper() for c in written)
    return found if found[0].isalpha() and "/" in found and not capitals else _blank(match)


_TIME_SIGN = re.compile(
    r"[0-9@](?:(?<=\d)(?: ?[:.]\d| ?(?:to|past) ?\d| ?-? ?(?:a\.?m|p\.?m|o'?c|o' |h(?:rs?|ours)?\b|ish)|t\d)"
    r"|(?<=@)|(?<=(?<![a-z])at\d)|(?<=(?<![a-z])at \d))"
)
_TIME_WORDS = (
    *("half", "quarter", "noon", "midday", "mid-day", "night", "lunch", "tea", "dinner", "break", "home"),
    *("closing", "early hours", "morning", "evening", "yesterday"),
)
_DIGIT = re.compile(r"\d")
_CONTACT_SIGN = re.compile(r"[0-9+x](?:(?<=\+)\d|(?<!\d0)(?<=0)\d\d|(?<=ex)t|(?<=x)\.? ?\d|(?<=[a-z]\d))")


def _has_time(text: str) -> bool:
    return bool(_TIME_SIGN.search(text)) or any(map(text.__contains__, _TIME_WORDS))


# A cheap sign before each costly pattern, and nothing that the pattern would find without its sign. Each sign
# begins with a few characters, to which the search can run; what stands before them is looked back at.
_PLAIN_NOISE = (
    (re.compile(r"[.)\]](?<=[\da-hivx][.)\]])[.\s]\s*[\da-z]").search, _LIST_LABEL),
    (re.compile(r"@|http|www").search, _ADDRESS),
    (_CONTACT_SIGN.search, _CONTACT),
    (_has_time, _TIME),
    (re.compile(r"[0-9](?<=[msdg] \d)\d").search, _AGE),
    (re.compile(r"[£$€%]|pound|quid|euro|gbp|pence|per ?cent").search, _MONEY),
)
_TERM_WORDS = frozenset(("semester", "trimester", "term", "week", "wk"))
_LABEL_WORDS = frozenset(
    form
    for word in re.findall(r"[a-z]+", _LABEL + _WEAK_LABEL)
    for form in (word, f"{word}s", word.removesuffix("s"), word[:1])
)
_COUNT_SIGN = re.compile(
    rf"[0-9x](?:(?<=\d)\+? ?-?(?!{MONTH}|"
    rf"(?:am|pm|st|nd|rd|th|and|to|at|on|until|from|he|she|i|was|when|my)(?![a-z]))[a-z]"
    rf"|(?<=\d)(?:st|nd|rd|th)[ -](?!{MONTH}|{WEEKDAY}|(?:of|to)(?![a-z]))[a-z]"
    r"|(?<=x) ?\d|(?<=\.\d\d) to [a-z]|(?<=\d) ?(?:to|or|-|/) ?\d)"
)
_REFERENCE_SIGN = re.compile(
    r"[0-9/.:#-](?:(?<=[a-z][/-])[a-z0-9]|(?<=[a-z]\d)|(?<=\d)(?!(?:st|nd|rd|th)(?![a-z]))[a-z]"
    r"|(?<=\d)(?<!\d\d)(?!(?<=1)9\d\d(?!\d)|(?<=2)0\d\d(?!\d))\d\d|(?<=\d)\d{4}"
    r"|(?<=[.:#]) ?#?[a-z]{0,6}[-/]?\d|(?<=\d)\.\d+\.\d+\.\d)"
)
# Nothing here but days, months, years and the words between them: no noise to look for.
_ONLY_DATES = re.compile(
    rf"(?:{MONTH}|{WEEKDAY}|(?<!\d)(?:\d{{1,2}}|(?:19|20)\d\d)(?!\d)|(?<=\d)(?:st|nd|rd|"
    rf"th)(?![a-z])|[ ,/&+;'-]|(?<![a-z])(?:and|to|the|of|on|since|from|between|"
    rf"until)(?![a-z])|(?<=\d)\.(?=\d\d?\.)|(?<=\d\.\d)\.|(?<=\d\.\d\d)\.)*"
)
_SOFT_TIME = re.compile(
    r"half|noon|midday|midnight|lunch|morning|evening|night|break|tea ?time|dinner|home|early "
    r"hours|@"
)

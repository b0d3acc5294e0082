"""The canonical text: lower case, plain marks, months and weekdays as codes, scanning noise mended.

Every character keeps its place, so that offsets in the canonical text are offsets in the original.
Numbers that cannot be dates (times, telephone numbers, rooms, grades, counts, references) become `¤`.
"""

import re
import unicodedata
from dataclasses import dataclass

from hrdocs.rules.dates.words import CANON, MONTH, NUMBER_WORDS, WEEKDAY, fill, find_misspelt, number_words


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text made canonical. `mended` and `doubtful` are spans of scanning noise; `either` of month words
    that may mean several months, with these."""

    original: str
    text: str
    mended: tuple[tuple[int, int], ...] = ()
    doubtful: tuple[tuple[int, int], ...] = ()
    either: tuple[tuple[int, tuple[str, ...]], ...] = ()


class _Characters(dict[int, int]):
    """One character for one: lower case, ASCII digits, dashes, quotation marks and spaces."""

    def __missing__(self, key: int) -> int:
        char = chr(key)
        result = char
        if key > 127:
            digit = unicodedata.digit(char, None)
            plain = unicodedata.normalize("NFKC", char)
            if digit is not None:
                result = str(digit)
            elif unicodedata.category(char) == "Pd":
                result = "-"
            elif char.isspace():
                result = " "
            elif len(plain) == 1 and ord(plain) < 128:
                result = plain
        lower = result.lower()
        self[key] = ord(lower) if len(lower) == 1 else ord("?")
        return self[key]


_CHARACTERS = _Characters()
_CHARACTERS.update(
    {
        ord("‘"): 39, ord("’"): 39, ord("ʼ"): 39, ord("´"): 39, ord("`"): 39, ord("′"): 39, ord("“"): 34,
        ord("”"): 34, ord("·"): 46, ord("•"): 42, ord("●"): 42, ord("▪"): 42, ord("~"): ord("≈"),
        ord("¤"): 32, ord("\t"): 32, ord("−"): 45, ord("\u00ad"): 45, ord("_"): 45, ord("\r"): 10,
        ord("\u2028"): 10, ord("\v"): 10, ord("\f"): 10, ord("¹"): ord("1"), ord("\u200b"): 32, ord("\ufeff"): 32,
    }
)  # fmt: skip

_WORD = re.compile(r"[a-z]+")
_SURE = str.maketrans("oqli|!", "001111")
_UNSURE = str.maketrans("sbzgd", "58260")
_NOISE = r"[0-9oqli|!sbzgd]"
_NOISY_NUMERIC = re.compile(
    rf"(?<![\w|]){_NOISE}{{1,2}} ?[/.-] ?{_NOISE}{{1,2}} ?[/.-] ?{_NOISE}{{2,4}}(?![\w|])"
    rf"|(?<![\w|]){_NOISE}{{4}}-{_NOISE}{{2}}-{_NOISE}{{2}}(?![\w|])"
    rf"|(?<![\w|/.-]){_NOISE}{{1,2}} ?/ ?{_NOISE}{{1,2}}(?![\w|/.-])"
)
_NOISY_YEAR = re.compile(r"(?<![\w|])2[0oq][0-9oqli|!sbzgd]{2}(?![\w|])|(?<![\w|])[2z][oq][0-9oqli|!sbzgd]{2}(?![\w|])")
_NOISY_DAY = re.compile(rf"(?<![\w|'])([0-9oqli|!sz]{{1,2}})(?=(?:st|nd|rd|th)?(?: of)? ?{MONTH})")
_NOISY_ORDINAL = re.compile(r"(?<![\w|'])([0-9oqli|!]{1,2})(?=(?:st|nd|rd|th)\b)")
_FIVE_TH = re.compile(r"(?<![\w|'])([1-3]?)(?:5|s)(?:1h|tb|fh|t[nk])\b")
_GLUED = re.compile(r"(?:st|nd|rd|th)(?:of)?(?=[a-z]{3})|of(?=[a-z]{3})")
_NEAR_NUMBER = re.compile(
    r"(?<![\w'])[0-9]{1,2} ?(?:st|nd|rd|th)?(?: day)? ?(?:of )?[ ./-]?([a-z0-9]{4,12})(?![\w'])|(?<![\w'])([a-z0-9]{4,12})[ ,.-]{1,2}(?:the )?"
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)\b|(?:[0-9]{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)[0-9]{2}\b)"
)


def make_canonical(original: str) -> Canonical:
    """The canonical text of what a person wrote, same length, with the places that were mended."""
    text = original.translate(_CHARACTERS)
    mended: list[tuple[int, int]] = []
    doubtful: list[tuple[int, int]] = []
    either: list[tuple[int, tuple[str, ...]]] = []

    seen: set[str] = set()

    def canonical_word(match: re.Match[str]) -> str:
        word = match.group()
        code = CANON.get(word)
        if code:
            return fill(code, len(word))
        seen.add(word)
        glued = _GLUED.match(word)
        if glued and (code := CANON.get(word[glued.end() :])):
            return word[: glued.end()] + fill(code, len(word) - glued.end())
        return word

    def near_number(match: re.Match[str]) -> str:
        group = 1 if match[1] else 2
        word = match[group]
        cleaned = word.replace("0", "o").replace("1", "l").replace("5", "s")
        if word.isdigit() or word[:3] in CANON and "~" in match.string[match.end(group) : match.end(group) + 1]:
            return match.group()
        codes = (CANON[cleaned],) if cleaned in CANON else find_misspelt(cleaned)
        if not codes:
            return match.group()
        start = match.start(group)
        mended.append((start, start + len(word)))
        if len(codes) > 1:
            either.append((start, codes))
        left, right = start - match.start(), match.end(group) - match.start()
        return match.group()[:left] + fill(codes[0], len(word)) + match.group()[right:]

    def mend(match: re.Match[str]) -> str:
        found = match.group()
        if found.isdigit() or not any(c.isalpha() or c in "|!" for c in found):
            return found
        sure = found.translate(_SURE)
        if not any(c.isdigit() for c in found) and not re.match(rf"(?:st|nd|rd|th)?(?: of)? ?{MONTH}", match.string[match.end() :][:20]):
            return found
        ordinal = re.match(r"(?:st|nd|rd|th)", match.string[match.end() : match.end() + 2])
        if not ordinal and found in ("i", "l", "so", "is", "go", "oil", "lo", "sos", "z", "s"):
            return found
        if sure != (mending := sure.translate(_UNSURE)):
            doubtful.append(match.span())
        mended.append(match.span())
        return mending

    text = _WORD.sub(canonical_word, text)
    if not seen.isdisjoint(NUMBER_WORDS):
        text = number_words(text)
    if _NOISY_SIGN.search(text):
        for pattern in (_NOISY_NUMERIC, _NOISY_YEAR, _NOISY_ORDINAL, _NOISY_DAY):
            text = pattern.sub(mend, text)
    if not seen <= _PLAIN_WORDS:
        text = _NEAR_NUMBER.sub(near_number, text)
    return Canonical(original, text, tuple(mended), tuple(doubtful), tuple(either))


_PLAIN_WORDS = frozenset("and to the on of at in since from between until or th st nd rd a am pm was i it he she incident".split())
_NOISY_SIGN = re.compile(r"[0-9][oqli|!sbzgd]|[oqli|!sbzgd][0-9]|\b[oqli|!]{2}\b|(?<![a-z])[il|!]{1,2}(?:st|nd|rd|th)\b|[oqli|!sbzgd]/|/[oqli|!sbzgd]")

# Times of day, with what leads to them.
_LEAD = (
    r"(?:(?:at|@|around|about|approx(?:imately)?\.?|approx\.?|circa|c\.?|ca\.?|just|shortly|roughly|nearly|before|after|by"
    r"|from|between|until|till|≈|time:?) ?){0,3}"
)
_CLOCK = (
    r"(?:(?<![\d/.,-])[0-2]?\d(?:[:.][0-5]\d)?(?:[:.][0-5]\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'? ?clock)"
    r"|(?<![\d/.-])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?: ?(?:am|pm|hrs?|hours|h)\b)?(?!:?\d)"
    r"|(?<![\d/.-])[0-2]?\d\.[0-5]\d ?(?:hrs?|hours|h)\b|(?<![\d/.:-])[0-2]\d[0-5]\d ?-? ?(?:hrs?|hours|h)\b"
    r"|(?<![\d/.:-])\d{1,2}ish\b)"
)
_CLOCK_NEXT = re.sub(r"\(\?<![^)]*\)", "", _CLOCK)
_TIME = re.compile(
    rf"(?<=\d)t[0-2]\d:?[0-5]\d(?::?[0-5]\d)?(?:\.\d{{1,6}})?(?:z\b|[+-]\d\d:?\d\d)?"
    rf"|{_LEAD}(?:(?<![\d/.-])\d{{1,2}}(?:[:.][0-5]\d)? ?(?:-|to|and|or|until|till) ?)?{_CLOCK}(?: ?(?:-|to|and|or|until|till|&|/) ?{_CLOCK_NEXT})*(?: ?-? ?ish\b)?"
    rf"|(?<![a-z])(?:at|@) ?(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d/-]|\.\d)"
    rf"|(?<![a-z])(?:at|@) ?(?:[01]\d|2[0-3])[0-5]\d(?![\d/.-])"
    rf"|(?<![a-z])(?:at|@) (?:1[0-2]|[1-9])(?![\d/.-]|st|nd|rd|th| ?(?:of )?{MONTH}|[ ]?(?:&|and|,|to) ?\d)"
    rf"|{_LEAD}(?<![\d./-])(?:[01]?\d|2[0-3])\.(?:1[3-9]|[2-5]\d|00)(?:(?: ?- ?| to )(?:[01]?\d|2[0-3])\.[0-5]\d)?(?![\d./-])"
    rf"|{_LEAD}\b(?:half|quarter) (?:past|to) (?:\d{{1,2}}\b|[a-z]{{3,6}}\b)?"
    rf"|(?:\b(?:at|around|about|approx(?:imately)?|circa|just|shortly|before|after|over|during|in the|the|early|late|mid)[ -]){{0,3}}\b(?<!this )(?<!yesterday )(?:noon|midday|mid-day|midnight|lunch ?time|lunch(?: ?break| hour)?|tea ?(?:time|break)"
    rf"|dinner ?time|break ?time|coffee break|home ?time|closing time|early hours|mornings?\b|afternoons?\b|evenings?\b|night ?(?:time|shift)s?\b)"
)
# Labels whose number is part of a name, whatever its shape.
_LABEL = (
    r"(?:rooms?|rm|floors?|level|lvl|offices?|desk|blocks?|buildings?|bldg|units?|suites?|wards?|bays?|gates?|doors?|flats?|house|apt|lifts?|bus|route|"
    r"line|platform|shop|store|zone|labs?|theatre|class|classroom|hall|grades?|bands?|scale|points?|spine|tier|section|sect|sec|"
    r"paras?|paragraph|clauses?|article|appendix|annex|pages?|pg|pp?\.?|chapter|items?|questions?|q|parts?|stages?|steps?|phase|policy|"
    r"form|sheet|exhibits?|attachments?|doc|version|ver|v|aged?|extension|ext\.?|tel\.?|phone|mobile|team|squad|group|crew|"
    r"module|lecture|lesson|year|yr|no\.?|nr|numbers?|#|table|row|machine|van|vehicle|pod|studio|court|car park|locker|cubicle|"
    r"gym|site|depot|channel|bed|theatre|ref\.?|reference|psni|payroll|staff|employee|badge|po box|size|title|schedule|act|rule|regulation|box|file|photo|image|volume|vol\.?)"
)
_WEAK_LABEL = r"(?:incidents?|events?|episode|occasion|example|allegations?|act|number|no\.?|shift|issue|complaint|date)"
_NOT_DATE_AFTER = rf"(?!\d)(?! ?(?:st|nd|rd|th)?(?: of)?[ .,/-]?{MONTH})"
_LABELLED = re.compile(
    rf"(?<![a-z]){_LABEL} ?(?:no\.? ?|number ?)?[:#]? ?#?[a-z]{{0,3}}\d{{1,6}}[a-z]?(?:[/.&-]\d{{1,4}}[a-z]?)*{_NOT_DATE_AFTER}(?: of \d{{1,3}}\b)?(?:(?: ?(?:&|and|/|or) ?)\d{{1,4}}\b(?![/.-]\d){_NOT_DATE_AFTER})?"
    rf"|(?<![a-z]){_WEAK_LABEL} ?#?\d{{1,2}}\b(?![/.-]\d)(?!\.\d)(?! ?(?:,|&|and|-|to|or|/) ?\d){_NOT_DATE_AFTER}"
)
_REVERSED_LABEL = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th)[ -](?:and \d{1,3}(?:st|nd|rd|th) )?(?:floors?|levels?|storey|time|incident|occasion|part(?:y|ies)|class|grade|line|stage|form|attempt|warning|"
    r"complaint|instance|one|person|meeting|years?(?: student)?|birthday|century|place|avenue|street|edition|anniversary|episode|act|allegation|team|desk|row|rate|degree|semester)\b"
)
_UNITS = (
    r"(?:x\b|times?\b|occasions?|incidents?|instances|events|episodes|people|persons?|staff|colleagues|co-?workers|witnesses|others|of us|of them|"
    r"m[ae]n\b|wom[ae]n\b|employees|members|minutes?|mins?\b|hours?|hrs?\b|seconds?|secs?\b|met(?:er|re)s?|miles?|km\b|feet|ft\b|kg\b|stone|"
    r"years? (?:old|of (?:age|service))|yrs? (?:old|service)|y/?o\b|year-old|months? (?:old|pregnant)|weeks? (?:pregnant|old)|e-?mails?|texts?|messages?|"
    r"phone calls?|calls|comments?|pages?|separate|different|shifts|sessions|meetings|complaints|attempts|warnings|students?|officers|managers|"
    r"councillors|lads|guys|girls|boys|grievances|photos?|pictures?|statements?|whatsapps?|voicemails?|further|more|other|letters?|documents?|"
    r"attachments?|screenshots?|drinks?|pints?|children|kids|working|days? a week|days? per week|years? in|points?)"
)
_COUNT = re.compile(
    rf"(?<![\d/.:-])(?:\d{{1,3}}(?: ?(?:-|/|or|to) ?\d{{1,3}})?\+?|\d{{1,3}}\.\d) ?{_UNITS}|\bx ?\d{{1,3}}\b|\b\d{{1,2}}x\b|\b24/7\b|\b50/50\b|\b[1-3]/[2-4] (?:day|hour|of)\b"
    r"|\b\d{1,3} out of \d{1,3}\b"
)
_MONEY = re.compile(r"[£$€] ?\d[\d,.]*(?:k|m)?\b|\b\d[\d,.]* ?(?:pounds?|quid|euros?|gbp|pence)\b|\b\d+(?:\.\d+)? ?(?:%|per ?cent)")
_CONTACT = re.compile(
    r"\S{1,64}@[\w.-]{1,80}|https?://\S+|www\.\S+"
    r"|(?<![\w/.-])(?:\+\d{2}[ -]?(?:\(0\) ?)?\d{2,4}|\(?0\d{2,4}\)?)[ -]?\d{3,4}[ -]?\d{3,6}(?![\w/])"
    r"|\b(?:ext|extn|extension|x)\.? ?\d{3,6}\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}\b"
)
_REFERENCE = re.compile(
    rf"(?<![\w/-])(?!{MONTH}|{WEEKDAY})[a-z]{{1,8}}[0-9]{{0,3}}(?:[/-][a-z0-9]{{1,6}}){{0,3}}[/-]\d{{1,8}}(?:[/-][\da-z]{{1,8}})*"
    rf"|(?<![\w/-])(?!(?:{MONTH}|{WEEKDAY}))[a-z]{{1,5}}\d{{1,10}}[a-z]?\b|(?<![\w/.-])\d{{1,4}}[a-z]\b(?!-|')|(?<![\w/.-])\d{{9,}}(?!\w)|(?<![\w/.-])(?!(?:19|20)\d\d(?!\d))\d{{3,7}}(?![\w/.-]|, ?\d)"
    rf"|(?<![\w/.-])\d{{1,3}}(?:,\d{{3}})+\b|\b\d{{1,3}}\.\d{{1,3}}\.\d{{1,3}}\.\d{{1,3}}\b"
    rf"|\b(?:ref(?:erence)?|case|ticket|complaint|grievance|account|log)(?: (?:no|number|ref|id))?[.:#]{{1,2}} ?#?[a-z]{{0,6}}[-/]?\d[\w-]*(?![/.]\d)"
)
_LABELLED_DATE = rf"(?=\s+(?:\d|(?:on |the |between |from |approx\.? |around |c\.? )*(?:{MONTH}|{WEEKDAY}|\d)))"
_LIST_LABEL = re.compile(
    rf"(?:(?<=\n)|^|(?<=[;,.:]) ?)[ *-]*\(?(?:[1-9]|1\d|2\d|[abd-h]|[ivx]{{1,4}})\.{_LABELLED_DATE}"
    rf"|(?:(?<=[\n;,.: ])|^)[ *-]*\(?(?:[1-9]|1\d|2\d|[a-h]|[ivx]{{1,4}})[)\]]\.?{_LABELLED_DATE}"
)
_NUMERIC_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$|\d{8}$|\d{6}$|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}$")
_AFTER_MONTH = re.compile(rf"(?:{MONTH}[ .]*(?:the )?|\d ?[/.-] ?)$")


def blank_noise(canonical: Canonical) -> str:
    """The canonical text with everything that looks like a number but is no date replaced by `¤`."""
    original, text = canonical.original, canonical.text
    if ("24/7" not in text and _ONLY_DATES.fullmatch(text)) or (not _DIGIT.search(text) and not _SOFT_TIME.search(text)):
        return text

    def blank(match: re.Match[str]) -> str:
        return "¤" * len(match.group())

    def reference(match: re.Match[str]) -> str:
        found = match.group()
        if _NUMERIC_DATE.search(found) and not re.match(r"\d{7}$|\d{9,}", found):
            return found
        if found[0].isalpha() and not original[match.start() : match.end()][0].isupper() and "/" in found:
            return found
        return blank(match)

    def labelled(match: re.Match[str]) -> str:
        found = match.group()
        return found if _NUMERIC_DATE.search(found) else blank(match)

    def counted(match: re.Match[str]) -> str:
        before = text[max(0, match.start() - 14) : match.start()]
        return match.group() if _AFTER_MONTH.search(before) and "times" not in match.group() else blank(match)

    text = _LIST_LABEL.sub(blank, text)
    text = _CONTACT.sub(blank, text)
    if _TIME_SIGN.search(text):
        text = _TIME.sub(blank, text)
    text = _MONEY.sub(blank, text)
    text = _LABELLED.sub(labelled, text)
    text = _REVERSED_LABEL.sub(blank, text)
    text = _COUNT.sub(counted, text)
    return _REFERENCE.sub(reference, text)


_TIME_SIGN = re.compile(
    r"\d ?[:.]\d|\d ?-? ?(?:a\.?m|p\.?m|o'?c|o' |h(?:rs?|ours)?\b|ish)|(?<![a-z])at ?\d|@|half|quarter|noon|mid-?(?:day|night)|night"
    r"|lunch|tea|dinner|break|home|closing|early hours|morning|afternoon|evening|\dt\d"
)
_DIGIT = re.compile(r"\d")
# Nothing here but days, months, years and the words between them: no noise to look for.
_ONLY_DATES = re.compile(
    rf"(?:{MONTH}|{WEEKDAY}|(?<!\d)(?:\d{{1,2}}|(?:19|20)\d\d)(?!\d)|(?<=\d)(?:st|nd|rd|th)(?![a-z])|[ ,/&+;'-]|(?<![a-z])(?:and|to|the|of|on|since|from|between|until)(?![a-z])|(?<=\d)\.(?=\d\d?\.)|(?<=\d\.\d)\.|(?<=\d\.\d\d)\.)*"
)
_SOFT_TIME = re.compile(r"half|noon|midday|midnight|lunch|morning|evening|night|break|tea ?time|dinner|home|early hours|@")

"""People named as a month is: "June Smith", "May from HR", "witnesses: April, Jan".

Their names are hidden from the scanner behind letters, so that they keep their place and stay words.
"""

import re

_NAME = r"(?:April|May|June|Jan|August)"
_NO_SURNAME = (
    r"(?!(?:He|She|They|It|I|We|The|This|That|My|Our|His|Her|On|At|In|And|Or|To|From|When|Was|For|"
    r"Also|Then|Again|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Bank|Half|"
    r"Day)"
    r"[a-z]*(?![a-z]))"
)
_DID = (
    r"(?:said|says|told|tells|laughed|shouted|called|asked|heard|overheard|saw|witnessed|joined|made|sent|"
    r"pushed|"
    r"grabbed|kept|refused|gave|took|threw|ignored|blamed|who|will confirm|can confirm)(?![a-z])"
)
_TEAM = (
    r"(?:HR|IT|H\.R|hr|payroll|accounts|finance|reception|admin|personnel|estates|catering|security|housing|"
    r"planning|legal|registry|facilities|procurement|communications|the (?:office|canteen|stores|depot|shop|"
    r"union))"
)
# A day before it makes it a month, and so do "in", "since" and the like; a whole date before it does not.
_MONTH_LEAD = re.compile(
    r"(?:(?<![a-z])(?:in|during|since|until|late|early|mid|last|this|of)|(?:^|[\s(])\d{1,2}(?:st|nd|rd|th)?|"
    r"(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?(?:,|and|to|or|&|-|/))\s*$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?: (?:and|&) ({_NAME}))?"
    rf"(?: {_NO_SURNAME}[A-Z][a-z]+(?! ?\d)| {_DID}| (?:from|in) {_TEAM}(?![a-z])|'s )"
)
_AFTER_DOING = re.compile(
    rf"(?<![a-z])(?:(?:made|said|done|sent|given|told|written|thrown|taken|comments?|remarks?|calls?|"
    rf"[a-z]{{2,}}ed) by|"
    rf"with|told|called|named|asked|colleague|manager|supervisor|Mrs?|Ms|Miss) ({_NAME})(?![\w'])(?! ?\d)"
)
_WITNESSES = re.compile(
    r"[Ww]itness(?:es|ed by)?(?: (?:was|were|is|are))?[ :-]{1,3}((?:[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, |"
    r" and | & )?)+)"
    r"(?! ?\d)"
)
_IN_LIST = re.compile(rf"(?<![a-z])({_NAME})(?![a-z])")


def names_people(original: str) -> bool:
    """Whether a word stands in the text that may be a person's name and a month's."""
    return bool(_IN_LIST.search(original))


def hide_people(original: str, text: str) -> str:
    """The canonical text with the names of people who are called as a month is made plain letters."""
    spans: list[tuple[int, int]] = []
    for name in _IN_LIST.finditer(original):
        person = _PERSON.match(original, name.end())
        if person and not _MONTH_LEAD.search(original[max(0, name.start() - 24) : name.start()]):
            spans += [name.span(), *([person.span(1)] if person[1] else [])]
    spans += [m.span(1) for m in _AFTER_DOING.finditer(original)]
    for listed in _WITNESSES.finditer(original):
        spans += [m.span() for m in _IN_LIST.finditer(original, *listed.span(1))]
    for start, end in spans:
        text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    return text

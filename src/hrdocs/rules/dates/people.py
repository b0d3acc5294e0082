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
_NOT_MONTH = (
    r"(?<!\bin )(?<!\bIn )(?<!during )(?<!since )(?<!Since )(?<!until )(?<!late )(?<!early )(?<!mid )"
    r"(?<!last )"
    r"(?<!this )(?<!\bof )(?<! \d )(?<! \d\d )(?<!^\d )(?<!^\d\d )(?<!\n\d )(?<!\n\d\d )"
    r"(?<!\dst )(?<!\dnd )(?<!\drd )(?<!\dth )"
)
_PERSON = re.compile(
    rf"{_NOT_MONTH}(?<![\w'])({_NAME})(?: (?:and|&) ({_NAME}))?"
    rf"(?= {_NO_SURNAME}[A-Z][a-z]+(?! ?\d)| {_DID}| (?:from|in) {_TEAM}(?![a-z])|'s )",
    re.MULTILINE,
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


def hide_people(original: str, text: str) -> str:
    """The canonical text with the names of people who are called as a month is made plain letters."""
    if not _IN_LIST.search(original):
        return text
    spans = [m.span(g) for m in _PERSON.finditer(original) for g in (1, 2) if m[g]]
    spans += [m.span(1) for m in _AFTER_DOING.finditer(original)]
    for listed in _WITNESSES.finditer(original):
        spans += [m.span() for m in _IN_LIST.finditer(original, *listed.span(1))]
    for start, end in spans:
        text = f"{text[:start]}{'x' * (end - start)}{text[end:]}"
    return text

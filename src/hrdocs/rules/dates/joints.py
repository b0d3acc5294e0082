"""What stands between two pieces: a list, a range, alternatives, or other words.

Gaps are canonical text with noise as `¤`.
"""

import re
from enum import StrEnum


class Joint(StrEnum):
    """How two neighbouring pieces hang together."""

    LIST = "list"
    RANGE = "range"
    OR = "or"
    SLASH = "slash"
    TEXT = "text"


_LEADS = (
    r"(?:(?:the )?(?:very )?(?:beginning|start|middle|end|(?:first|second|third|fourth|last|"
    r"1st|2nd|3rd) (?:week|half)|latter part|early part) (?:of|in)|week (?:ending|of)|on|the|"
    r"about|around|approx(?:imately|\.)?|late|early|mid|end of|start of|beginning of|in|of|at|"
    r"and including|c\.|≈|w/c|w/e|week commencing)"
)
_UNTIL_THEN = re.compile(
    r"[ ,]*(?:(?:and|but|it|which|this|has|have) )*(?:(?:continued|went on|carried on|lasted|kept going|ran|"
    r"going|"
    r"ongoing|daily|weekly) )?(?:right )?(?:up )?(?:until|untill?|till|to when) (?:the day |when )?"
    r"(?:i|we|he|she|they) [a-z' ]{2,40}?(?: (?:on|in)(?: the)?[ (]*| ?\()"
)
_RANGE = re.compile(
    rf"[ ,()]*(?:(?:and |but |which |it |this |has |have )*(?:continued|continuing|lasted|"
    rf"lasting|went on|going on|carried on|ran|running|on ?going|repeated(?:ly)?|daily|weekly|"
    rf"every day|inclusive|onwards?) )?"
    rf"(?:-+ ?>?|->|→|>|to|into|until|untill|till|til|'til|through|thru|through to|up to|up until|"
    rf"right up (?:to|until)|and (?:it )?(?:ended|ending|stopped|finished|finishing)|ending|"
    rf"ended|- ?to ?-)"
    rf"(?: {_LEADS}-?)*[ (]*"
)
_DASH_ON = re.compile(r",? ?-+ ?on(?: the)?")  # another entry: no range is written so
_AND = re.compile(rf"[ ,]*(?:and|&|\+|n)(?: {_LEADS})*")
_OR = re.compile(
    rf"[ ,(]*(?:and/or|or)(?: (?:maybe|possibly|perhaps|it was|even|it may have been|it could "
    rf"have been|could be|{_LEADS}))*[ (]*"
)
_SLASH = re.compile(r" ?/ ?(?:(?:the )?(?:early|mid|late|end|start|beginning)(?: of)?[ -])?")
_LIST = re.compile(
    rf"[\s,;&+.*|/()\[\]\"':-]*(?:(?:and|then|also|plus|again|both|as well as|followed by|"
    rf"dates?|with|n|an|nd|adn|etc|once more|another|another one|a further|more recently|most recently|"
    rf"recently|finally|lastly|first|secondly|next|(?:{_LEADS}))(?![a-z])[\s,;&+.*|"
    rf"/()\[\]\"':-]*){{0,8}}"
)


def find_joint(gap: str, *, between: bool) -> Joint:
    """The joint that a gap between two pieces makes; `between` where the first stands after "between"."""
    if len(gap) > 80:
        return Joint.TEXT
    gap = gap.replace("¤", " ")
    flat = " ".join(gap.split())
    if _DASH_ON.fullmatch(flat):
        return Joint.TEXT
    if "\n" not in gap.strip(" \n-") and _RANGE.fullmatch(flat) and not ("\n" in gap and flat == "-"):
        return Joint.RANGE
    if _UNTIL_THEN.fullmatch(flat):
        return Joint.RANGE
    if between and _AND.fullmatch(flat):
        return Joint.RANGE
    if _OR.fullmatch(flat):
        return Joint.OR
    if _SLASH.fullmatch(gap):
        return Joint.SLASH
    if _LIST.fullmatch(flat):
        return Joint.LIST
    return Joint.TEXT

"""Whose ground a mention is: the writer's, or that of somebody who is only told of.

All is matched against an ordered text (text): the sentence before and behind a mention.
"""

import re

from hrdocs.rules.grounds import cues, turns
from hrdocs.rules.grounds.phrases import Kind, Mention
from hrdocs.rules.grounds.turns import ATTITUDE

_PERSON = (
    r"(?:colleagues?|co ?workers?|workmates?|managers?|supervisors?|boss|man|men|wom[ae]n|lads?"
    r"|girls?|guys?"
    r"|lady|ladies|fellas?|fellow|persons?|people|staff|members?|employees?|workers?|friends?|mates?"
    r"|students?|customers?|residents?|tenants?|clients?|patients?|neighbours?|visitors?|contractors?"
    r"|drivers?|nurses?|teachers?|councillors?|officers?|couple)"
)
_THEN_PERSON = re.compile(rf"^(?:\w+ )?{_PERSON}\b")
_ENDS_IN_PERSON = re.compile(rf" {_PERSON}$")
_ONE = r"(?:a|an|another|one|two|three|four|some|other|several|the)(?: other)?"
_BESIDE = re.compile(rf"\b(?:front of|presence of|with|beside|by|from) {_ONE}(?: \w+)? $")
_SUBJECT = re.compile(rf"(?:^|[,;:(-] |\b(?:because|when|while|where|and|but|so) ){_ONE}(?: \w+)? $")
_ACTS = re.compile(r"^(?:\w+ ){0,3}?(?:is|was|has|had|were|are|saw|left|got|\w\w+ed|works?|sits?)\b")
_SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|thinks?|thought|believes?|joke[ds]?|reckons?|remarked"
    r"|commented|call\w*|likes?|treat\w*|asks?|asked)\b"
)
_WRITER_IS = re.compile(
    r"\b(?:im|i am|i was|ive been|as|being|like|call\w* me|me|my|am|how|because im)"
    r"(?: (?:a|an|the|only|one|of|another|token|just|some|so|called|being|(?!by\b)\w+ly|also|now))* $"
)
_COMPARED = re.compile(
    r"\b(?:than|unlike|whereas|instead of|replaced|gave|given|giving|promoted|hired|appointed"
    r"|favour\w*|prefer\w*"
    r"|treat\w*|compared)\b"
)
_COMPARATIVE = re.compile(r"(?:younger|older|white|male|female|single|married|local)\b")
_SUFFERS = re.compile(
    r"\b(?:colleague|workmate|coworker|friend|mate|xname|someone|somebody|another|others"
    r"|one of (?:them|us)"
    r"|he|she|they|witness|man|woman|lad|girl|lady)(?: (?!i\b|me\b|my\b|to\b|about\b|and\b|call|sa)\w+)?"
    r" (?:gets?|got|receives?|received|suffers?|suffered|faces?|faced|went off|(?:is|was|were) off)"
    r"(?: (?:the|also|with|on|off|some|many|lots|of|more|same|a|lot))* $"
)


_DOES = re.compile(r"(?:prays|prayed|worships|votes|voted|fasts)\b")
_SOMEBODY = re.compile(rf"\b(?:he|she|they|xname|boss|{_PERSON})(?: (?:\w+ly|always|also|never|often))* $")
_AS_IF = re.compile(r"\bas (?:if|though) (?:i am|im|i was|i were) (?:(?:a|an|some|the) )*$")


def is_anothers(before: str, after: str, mention: Mention) -> bool:
    """Whether the mention is said of a third person and not of what was done to the writer."""
    if _is_told_of(before, after, mention):
        return True
    if ATTITUDE.match(mention.text) or re.match(r"call\w* (?:me|us)\b", mention.text):
        return False
    if turns.THIRD_OWN.search(before) and turns.OWN_NOUN.fullmatch(mention.text):
        return True
    own = re.search(r"\b(?:am|im|i am|i was|being|am i) (?:(?:a|an|the|only|openly|also) )*$", before)
    return not own and bool(
        turns.THIRD.search(before) or (turns.WITNESS.search(before) and "jehovah" not in mention.text)
    )


def is_anothers_case(norm: str, before: str, mention: Mention) -> bool:
    """Whether the words are of somebody else's case, or of what was not aimed at the writer."""
    if cues.NOT_AT_ME.search(norm):
        return True
    if cues.DETERMINED.fullmatch(before) and cues.ACTS.match(norm[mention.end :].lstrip()):
        return not re.match(r"(?:im|i|my|being|because|as)\b", mention.text) and not ATTITUDE.match(
            mention.text
        )
    rep = re.search(r"\b(?:reps?|stewards?|officials?)$", mention.text) and cues.THE_REP.search(before)
    if mention.text.endswith(" officer"):
        return True
    if mention.kind is Kind.SLUR and cues.SAID_TO_ANOTHER.search(before):
        return True
    if rep and not cues.AM_THE_REP.search(before):
        return True
    if re.search(r"\b(?:my|me|im|i am|being|because|due)\b", mention.text) or cues.OWN.search(before):
        return False
    if ATTITUDE.match(mention.text) and cues.TO_OTHERS.match(norm[mention.end :]):
        return True
    if cues.SOMEONE_IS.fullmatch(before) and not ATTITUDE.match(mention.text):
        return True
    case = cues.OTHERS_CASE.search(before) and mention.ids != ("political opinion",)
    return bool(cues.OTHERS_WERE.search(before) or case)


def _is_told_of(before: str, after: str, mention: Mention) -> bool:
    """Whether the words describe another person: "a pregnant colleague", "my mate gets racist remarks"."""
    if before.count('"') % 2 == 1 or _WRITER_IS.search(before):
        return False
    if _DOES.match(mention.text) and _SOMEBODY.search(before):
        return True
    if mention.ids == ("disability",) and _AS_IF.search(before):
        return True
    suffers = _SUFFERS.search(before)
    if suffers and not re.search(r"\b(?:me|my|us|im|i)\b", after):
        return True
    if ATTITUDE.match(mention.text) or _COMPARED.search(before) or _COMPARATIVE.match(mention.text):
        return False
    if not (_THEN_PERSON.match(after) or _ENDS_IN_PERSON.search(f" {mention.text}")):
        return False
    acting = _SUBJECT.search(before) and _ACTS.match(after) and not _SAID.search(before)
    return bool(_BESIDE.search(before) or acting)

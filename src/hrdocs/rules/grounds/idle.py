"""Sentences that end a short answer and say nothing about its grounds: thanks, reports, how long it went on."""

# ruff: noqa: E501 - lists to read

import re

from hrdocs.rules.grounds.phrases import find_mentions
from hrdocs.rules.grounds.text import order_text

_SHORT = 10  # words: a longer answer is a tale, and read as one
_SENTENCE = re.compile(r"[.!?\n]+\s+")
# What may bear on the sentence before: a cause, a denial, another speaker, a choice.
_WEIGHS = re.compile(
    r"\b(?:not|no|none|never|nothing|nobody|without|\w+nt|because|cause\w*|reason|why|due|over|but|only|really|just"
    r"|joke\w*|banter|thats|this is|its|it is|other\w*|both|either|or|same|too|also|and|called?|calls|said|says|name\w*"
    r"|treat\w*|laugh\w*|mock\w*|remark\w*|comment\w*|yes|whether|if|think|believe|sure|maybe|perhaps|unless|he|hes|she"
    r"|shes|they|theyre|him|her|them|his|their|what|which|who|second|first|latter|former|one)\b"
)
# What such ends mostly are, whatever words of other uses stand in them.
_PLAIN_END = re.compile(
    r"i hope (?:this|it) is (?:the right|what|enough|ok|clear)\b.*"
    r"|(?:the|this|last|first) incident (?:was|happened|took place) .*"
    r"|it has (?:made|left) me (?:ill|sick|anxious|unwell|stressed|upset|low|depressed)\b[^,;:]*"
    r"|(?:please )?see (?:attached|enclosed|my|the|over|statement)\b.*"
    r"|my (?:\w+ )?(?:manager|boss|supervisor) (?:knows|is aware)\b.*"
    r"|i (?:have |then |also )?(?:reported|told|raised|complained|spoke|mentioned|informed|e ?mailed)"
    r"(?: (?:it|this|that|to|about|my|the|and|both|hr|human resources|personnel|union|rep|line|manager|boss|supervisor"
    r"|steward|shop|gp|doctor))*(?: \.)?"
)
_GREETING = re.compile(
    r"\A\s*(?:hi|hello|dear (?:sir|madam|all|hr|colleague)[^,.\n]{0,20}|good (?:morning|afternoon|evening)"
    r"|to whom it may concern)\s*[,.!:\n]\s*",
    re.IGNORECASE,
)


def without_idle_end(text: str) -> str:
    """The text without its greeting, and without sentences at its end that bear on no ground.

    Only where the rest is a short answer.
    """
    text = _GREETING.sub("", text)
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    idle = len(ends)
    while idle and _is_idle(text[ends[idle - 1] : ends[idle] if idle < len(ends) else len(text)]):
        idle -= 1
    for end in ends[idle:]:
        head = text[:end]
        if len(head.split()) > _SHORT:
            break
        if find_mentions(order_text(head).norm):
            return head
    return text


def _is_idle(sentence: str) -> bool:
    norm = order_text(_SENTENCE.sub("", sentence)).norm
    return _PLAIN_END.fullmatch(norm) is not None or not (_WEIGHS.search(norm) or find_mentions(norm))

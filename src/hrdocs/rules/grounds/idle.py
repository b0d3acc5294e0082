"""Sentences that end a short answer and say nothing about its grounds: thanks, reports, how long it "
"has gone on."""

import re

from hrdocs.rules.grounds.phrases import find_mentions
from hrdocs.rules.grounds.text import order_text

_SHORT = 10  # words: a longer answer is a tale, and read as one
_SENTENCE = re.compile(r"[.!?\n]+\s+")
# What may bear on the sentence before: a cause, a denial, another speaker, a choice.
_WEIGHS = re.compile(
    r"\b(?:not|no|none|never|nothing|nobody|without|\w+nt|because|cause\w*|reason|why|due|over|but|only|really|just|joke\w*"
    r"|banter|thats|this is|its|it is|other\w*|both|either|or|same|too|also|and|called?|calls|said|says|"
    r"name\w*|treat\w*"
    r"|laugh\w*|mock\w*|remark\w*|comment\w*|yes|whether|if|think|believe|sure|maybe|perhaps|either|unless|he|hes|she|shes|they|theyre|him|her|them|his|their|what|which|who|second|first|latter|former|one|other)\b"
)


# What such ends mostly are, whatever words of other uses stand in them.
_PLAIN_END = re.compile(
    r"i hope (?:this|it) is (?:the right|what|enough|ok|clear)\b.*|(?:the|this|last|first) incident "
    r"(?:was|happened|took place)"
    r" .*|it has (?:made|left) me (?:ill|sick|anxious|unwell|stressed|upset|low|depressed)\b[^,;:]*"
    r"|(?:please )?see (?:attached|enclosed|my|the|over|statement)\b.*|my (?:\w+ )?(?:manager|boss|"
    r"supervisor) (?:knows|is aware)\b.*"
    r"|i (?:have |then |also )?(?:reported|told|raised|complained|spoke|mentioned|informed|e "
    r"?mailed)(?: (?:it|this|that|to|about"
    r"|my|the|and|both|hr|human resources|personnel|union|rep|line|manager|boss|supervisor|steward|shop|"
    r"gp|doctor))*(?: \.)?"
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
    for end in ends:
        head, tail = text[:end], text[end:]
        if len(head.split()) > _SHORT:
            return text
        if all(_is_idle(sentence) for sentence in _SENTENCE.split(tail)) and find_mentions(
            order_text(head).norm
        ):
            return head
    return text


def _is_idle(sentence: str) -> bool:
    norm = order_text(sentence).norm
    return _PLAIN_END.fullmatch(norm) is not None or not (_WEIGHS.search(norm) or find_mentions(norm))

"""An answer that says, or shows by telling of bullying alone, that there is no ground.

All is matched against an ordered text (text).
"""

import re

_NO = r"\b(?:not|dont|doesnt|no|nothing|isnt|none|never|wasnt|without|cannot|cant)\b"
_NO_GROUND = re.compile(
    rf"{_NO}(?! (?:know|sure|certain|tell|say|decide))[^.,;!?|]*"
    r"\b(?:any|an?|the|these|those|your|listed|protected|of|of your|of the) "
    r"(?:(?:particular|specific|such|listed|protected|equality|other) )*"
    r"(?:grounds?|headings?|characteristics?|categor(?:y|ies)|list(?:ed)?|above)\b"
    rf"|{_NO}(?! (?:know|sure|certain|tell))(?: \w+){{0,3}}? (?:apply|fit|relate|think|believe|see"
    rf"|say|is|its|was"
    r"|about|because|due|under|on|that)(?: \w+){0,3}? (?:any|either) of (?:them|these|those)\b"
    r"|\b(?:none|neither|not one) of (?:them|these|those)\b|\bnot (?:on )?(?:these|those)\b"
)
_OWN_CAUSE = re.compile(
    r"\b(?:because of|because|cos|coz|due to|for|over|about|since|when|after) (?:i|im|ive|my"
    r"|being|crying|\w+ing)\b"
    r"(?! (?:talk|speak|come|came|walk|walked|enter|ask|asked|try|tried|raise|question|challenge"
    r"|make|made"
    r"|say|said|do|did|get|got|need|turn)\b)"
    r"(?! (?:\w+ )?(?:work|job|performance|mistake|mistakes|desk|phone|emails?|started|start|back"
    r"|team|report|reports|figures|leave"
    r"|holidays?|post|idea|ideas|project|overtime|files?|chair|locker|manager|him|her|my job)\b)"
)
"""A cause of the writer's own that no phrase knows: what was done may have a ground after all."""
_ILL_FROM_IT = re.compile(r"\b(?:depressi\w*|depressed|anxiety|panic attacks|breakdown|signed off|ptsd)\b")
_PLAIN_INSULT = (
    r"(?:an?|the|his|her|their|such|lots|of|so|liars?|lazy|useless|stupid|idiots?|names|incompetent"
    r"|thick|a?waste|morons?|clowns?"
    r"|disgrace|joke|troublemakers?"
    r"|grass|tout|rats?|snake|worthless|fool|dope|eejit|slow|failure|nothing|nobody|weak|pathetic"
    r"|muppet|everything"
    r"|out|in|into|at|back|over|on|for|and|to|by|from|up|about|it|that|this|all|every|into|again"
    r"|when|while|if|as"
    r"|beggar|troublemaker|butterfingers|slacker|dogsbody|skivvy|doormat|unprofessional|unreliable"
    r"|difficult|bully|sneak|loser|dick|prick|arsehole|wanker|shit"
    r"|fucking|bloody|plonker"
    r"|spoilt|ignorant|rude|hopeless|dead|wee|big|complete|total|absolute|stirrer|moaner|whinger"
    r"|skiver|slacker|[.,;])"
)
_NICKNAME = re.compile(
    rf"\bcall\w* me (?:(?:an?|the|his|her|their|such|lots of|so) )*(?!{_PLAIN_INSULT}(?: |$))(?:\" )?\w+"
    rf"|\" (?:(?:an?|the|im|i am|youre|you are|you|my|is|was|so|too|are|your|this|that|it"
    rf"|its) )*(?!{_PLAIN_INSULT}\b)[a-z]\w+"
)
"""A name or words said that no phrase knows: they may have a ground after all."""
_UNSAID = re.compile(
    r"\b(?:rather|prefer(?:red)?|want|wish|need|like|happy|will|would|able|willing)(?: not)?(?: to)?"
    r" (?:talk|speak|discuss|explain|say|tell|write|go into)\b"
    r"|\b(?:cannot|cant|couldnt|could not) (?:tell (?:you|anyone) |say )why\b"
    r"|\b(?:know (?:well |rightly |fine |exactly |rightly well )?why|not (?:going to|prepared to"
    r"|willing to)"
    r"|(?:put|write|say) (?:it|that|this) (?:down )?(?:here|on (?:a|the|this) form)|own (?:idea"
    r"|view|reason|suspicion)s?|suspect|suspicions?|in person|in private|privately|private (?:matter"
    r"|reasons?)|as to why"
    r"|must be a reason|feeling (?:that|its|it is)|over the phone|face to face)\b"
)
"""The writer keeps the cause back."""
_NONE_FIRST = re.compile(r"(?:(?:none|na|n / a|nil|no grounds?|not applicable)\b|nothing(?= [-,.;:]))")
_UNSURE = re.compile(
    r"(?:i am |im )?(?:not sure|unsure|dont know) (?:which|what) (?:box|one|ground|heading|of|to)\b"
)
_TURNED = re.compile(r"\b(?:but|however|although|though|except|apart from|other than|only|just)\b")
_NONE_OUTRIGHT = re.compile(
    r"^(?:nothing to do with who i am|(?:just |only )?bullying(?: only)?)\b|\bnothing to do with who i am\b"
    r"|\bnone of (?:these|the above|them|those)\b|\bno protected\b|\b(?:just|only|simply) bullying\b"
    rf"|\bbullying only\b|\bno particular reason\b|{_NO}[^.;]*\bor (?:anything|any) (?:like|of)"
    r" (?:that|those|them|the rest|the others|the kind|these)\b"
)


def says_none(norm: str) -> bool:
    """Whether the answer says outright that there is no ground."""
    if _NO_GROUND.search(norm) and not re.search(r"\b(?:know|sure|unsure|which|but)\b", norm):
        return True
    return bool(_NONE_FIRST.match(norm) or _NONE_OUTRIGHT.search(norm))


def none_said_first(norm: str) -> str | None:
    """A "none" that stands before asserted grounds and is not taken back by a "but"."""
    match = _NONE_FIRST.match(norm)
    if not match or re.match(r" (?:of|other|but)\b", norm[match.end() :]):
        return None
    return None if _TURNED.search(norm) else match.group()


def none_said_after(norm: str, outright: bool) -> str | None:
    """Words that there is no ground, in an answer that names one and does not turn."""
    if not outright or _TURNED.search(norm):
        return None
    said = _NO_GROUND.search(norm) or _NONE_OUTRIGHT.search(norm)
    return said.group() if said and said.group() != "bullying" else None


def which_unsure(norm: str) -> str | None:
    """Words at the head of an answer that its writer does not know which ground it is."""
    match = _UNSURE.match(norm)
    return match.group() if match else None


def left_unsaid(norm: str, caused: bool) -> list[tuple[str, tuple[str, ...]]]:
    """What may yet have a ground in a tale of bullying: a name, words or a cause that no phrase knows.

    `caused`: another cause than a ground is given.
    """
    asked: list[tuple[str, tuple[str, ...]]] = [
        (m.group(), ("disability",)) for m in _ILL_FROM_IT.finditer(norm)
    ]
    for pattern in (_NICKNAME, _UNSAID) if caused else (_OWN_CAUSE, _NICKNAME, _UNSAID):
        asked += [(m.group(), ()) for m in pattern.finditer(norm)]
    return asked

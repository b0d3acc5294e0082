"""What the writer says of each mention: asserts it, denies it, or leaves it open.

A denial reaches from its words ("nothing to do with", "not because") over the list that follows,
until the sentence turns ("but", "it is"). Where the reach is doubtful the mention is left open.
"""

import re
from dataclasses import replace

from hrdocs.rules.grounds_phrases import Kind, Mention, Stance
from hrdocs.rules.grounds_words import AS

_FUNCTION = (
    "my me i im am being be been an a the of about because cos coz due to on any for that its it is was this or nor and "
    "either at all really just even fact anything do in as so with having have ive has he she they are is hes shes theyre thinks "
    "think perceived personal own anyone anybody else like type kind sort reason reasons whether if grounds ground protected "
    "related issue issues whatever etc based down over linked connected also both anybody what which else not one such "
    "primarily necessarily actually specifically mainly"
)
_FUNC = rf"(?:{'|'.join(sorted(set(_FUNCTION.split()), key=len, reverse=True))}|[,/\"()])"
_GLUE = re.compile(rf"\s*(?:{_FUNC}\s+)*(?:{_FUNC})?\s*")
_SENTENCE = re.compile(r" (?:[.;!?|]+)(?= |$)| - (?=(?:it|this|that|he|she|they|its|just|more|purely|only|simply)\b)")

_NOT_A_DENIAL = re.compile(
    r"\b(?:not (?:just|only|merely|simply|solely|purely|entirely|exclusively|least)|no doubt|without (?:a )?doubt|no question"
    r"|nothing (?:else )?(?:but|other than|except)|no(?:t any)? other (?:reason|explanation|cause|grounds?)s?(?: i can think of)?"
    r"(?: for (?:it|this))?(?: (?:than|but|except|apart from|other than))?|no reason (?:other than|except|but|apart from)"
    r"|cant (?:see|think of|find) any (?:other )?reason (?:other than|than|but|except|apart from)|whether or not|if not|why not"
    r"|not to mention|more often than not|(?<!its )(?<!is )(?<!was )not (?:being|joining|having|belonging|wanting|attending|drinking|supporting|voting|going)"
    r"|(?:do|does|did|will|would|can|could|should|must) (?:not|never)(?! (?:think|believe|feel|say|suspect|claim|mean|consider|allege|see|reckon|imagine|suggest)\b)"
    r"|not (?:a |an )?(?:real|proper|true)|not (?=\w+ enough\b))\b"
)
_DENIAL = re.compile(
    r"\b(?:(?:nothing|not anything|not|anything|isnt anything|zero) (?:at all |whatsoever |really )?to do with"
    r"|(?:havent|hasnt|doesnt have|dont have|didnt have|wasnt) (?:got )?(?:anything|nothing|something) to do with"
    r"|not (?:really |actually |even |so much |necessarily |specifically |primarily )?(?:because|about|due|down to|on account|on (?:the )?(?:grounds|basis)|as a result"
    r"|related|linked|based|over|cos|coz|motivated|connected|a case of|a matter of|a question of|saying|claiming|suggesting|alleging|complaining|relying|that)"
    r"|(?:dont|do not|didnt|did not|cant|cannot|wouldnt|would not|never|not) (?:really |actually |even |honestly |for a (?:second|minute|moment) )?"
    r"(?:think|thinking|believe|feel|say|saying|suspect|claim|claiming|suggest|suggesting|mean|reckon|imagine|consider|allege|alleging)"
    r" (?:that )?(?:its|it is|it was|this is|this was|it has|this has|thats|it had|because|they did it because|he did it because)"
    r"|(?:isnt|wasnt|is not|was not|arent|werent|aint|its not|it isnt)"
    r"|(?:nothing|none|no part)(?: (?!but |except |other )\w+){0,4} (?:about|due to|to do with|related to|based on|linked to|down to)"
    r"|neither|nor|rather than|instead of|as opposed to|regardless of|irrespective of|unrelated to|unconnected (?:to|with)"
    r"|never (?:been )?(?:about|because|to do with|mentioned|said)|no (?:issues?|problems?|element|aspect|mention|hint) (?:of|with|about|around)"
    r"|doesnt relate to|ruled? out|ruling out|not|no|never)\b"
)
_CLAIM_DENIED = re.compile(
    r"\b(?:not|dont|doesnt|didnt|cannot|cant|wont|wouldnt|couldnt|never|nobody|hardly|refuse to|no way|nor)(?: (?!only|just|merely)\w+){0,3}?"
    r" (?:think|thinking|believe|feel|say|saying|suspect|claim|claiming|suggest|suggesting|reckon|imagine|consider|allege|alleging|accept|blame|argue|suppose|agree)\b"
    r"|\b(?:deny|denies|denied|denying|doubt|doubtful|unlikely)\b"
)
_WAS_CAUSE = re.compile(r"^(?:\w+ ){0,2}?(?:is|was|has|had|were|are|plays?|played)(?: \w+){0,3} (?:cause|reason|motive|factor|behind|why|issue|part|point|do with)\b")
_WEAK_DENIAL = re.compile(r"(?:isnt|wasnt|is not|was not|arent|werent|aint|its not|it isnt|not|no|never|.* (?:its|it is|it was|that)|because)")
_TURN = re.compile(
    r"\b(?:but|however|although|though|whereas|yet|except|apart from|other than|instead(?! of)|rather(?! than)"
    r"|its|it is|it was|thats|this is|is because|was because|because|cos|more (?:about|to do with|because|like|my|likely|a case of)"
    r"|(?<=, )(?:just|only|simply|purely|always|mainly|mostly|all|more)|(?:just|only|simply|purely|really|actually) (?:because|cos|my|about|for|due|that)|on account of|due to|i think|i believe|i feel|i would say|id say|i say)\b| - | \)"
)
_SUBJECT = re.compile(r", (?:he|she|they|we|everyone|people|others|someone|hes|shes|theyre|its|it|this|that) ")
_DOUBT = re.compile(
    r"\b(?:not (?:really |quite |entirely |100 |totally )?(?:sure|certain|clear)|unsure|uncertain|dont know|do not know|wonder(?:ing)?|maybe|may (?:well )?be|may have been"
    r"|(?:hr|he|she|they|manager|boss|everyone|people|some|colleagues?|others) (?:says?|said|claims?|claimed|thinks?|reckons?|reckoned|believes?|told me) (?:that )?(?:its|it is|it was|this is) (?=about|because|due|down|my|to do)"
    r"|perhaps|possibly|(?:might|could) (?:well |also )?(?:be|have been|have to do)|cant (?:tell|say|be sure)|who knows|either|hard to say|cannot (?:say|tell))\b"
    r"(?! (?:why|how|who|where|when|his|her|him|them|the|much|what to|he|she|they))"
)
_THOUGHT = re.compile(r"\b(?:thought|think|thinks|assum\w*|suspect\w*|suggest\w*|impl\w*|hint\w*|rumou?r\w*|said|asked|joked?|says|guess\w*|insinuat\w*) (?:\w+ ){0,3}$")
_AFTER_DENIED = re.compile(
    r"^(?:(?:that|it|thats|really|itself|at all|are|is|was|were|be|would|do|does|did|has|have|had|definitely|i think|\)) )*"
    r"(?:(?:isnt|wasnt|arent|is not|was not|not|never|hasnt|havent|doesnt|didnt|dont) (?:\w+ ){0,2}?"
    r"(?:to do with|come into|comes into|the (?:issue|reason|problem|cause|point|motive)|a (?:factor|reason|problem|part|cause)|an issue|relevant|involved|part of|play|matter|mentioned|"
    r"why|it|anything to do|got anything|applicable|apply|relate)"
    r"|(?:has|had|have)? ?nothing to do|irrelevant|not applicable|na\b|not relevant|(?:doesnt|does not) (?:apply|matter|come)|is not|isnt it)"
)
_AFTER_NO = re.compile(r"^(?:[:\-=,?(.] )*(?:no|n|none|false|nope)(?: [,.;)|]| [|]|$| and )")
_AFTER_YES = re.compile(r"^(?:[:\-=,?(] )*(?:yes|y|true|yep|definitely|absolutely)\b")
_AFTER_DOUBT = re.compile(r"^(?:[,\-(] )*(?:not sure|im not sure|i am not sure|maybe|possibly|perhaps|dont know|unsure|but not sure|i dont know|might be|could be)\b|^\?")
_IDENTITY_NOT = re.compile(
    r"\b(?P<cause>because|cos|coz|since|as|for|being|when|only)?(?: that)? ?(?P<subject>i am|im|i was|am|was|being|for being|not being|were|we are)? not (?:(?:a|an|the|of|from|in|one|being|really|very|actually|even|their|his|her|same) )*$"
)
_ONLY_ONE_NOT = re.compile(r"\b(?:the|only) (?:one|person|man|woman|member|worker)(?: \w+){0,5} not (?:(?:a|an|the|of|in|from) )*$")
_THIRD = re.compile(
    r"(?:^| )(?:(?:he|she|who|colleague|coworker|workmate|manager|supervisor|boss|leader|director|respondent|lady|woman|man|xname|worker|mate|friend|someone|somebody|chap|fella|girl|lad|guy|person|witness|foreman|colleagues|victim)"
    r"(?: (?!i |im |me |who )\w+){0,3}? (?:is|was|happens to be|has|had|also|is also|being|got|identifies as|came out as|comes from|is from)|hes|shes|whos|he is|she is) (?:(?:a|an|the|of|also|very|from|in|openly|actually|himself|herself|both|currently|as|only) )*$"
)
_THIRD_OWN = re.compile(r"(?:^| )(?:his|her|their|xname|managers|colleagues|supervisors|witness|somebody elses|someone elses|other peoples) (?:own )?$")
_OWN_NOUN = re.compile(
    r"(?:ages?|race|religion|sex|gender|disabilit(?:y|ies)|pregnancy|sexuality|sexual orientation|faith|nationality|beliefs?|union|maternity|ethnicity|politics|marriage|condition|colour|illness|depression|anxiety)"
)
_ATTITUDE = re.compile(r"(?:racis|sexis|ageis|homophob|transphob|misogyn|chauvin|sectarian|islamophob|xenophob|anti ?semit|sexual|perv|letch|leer|grop)")
_REPORT = re.compile(
    r"\b(?:call(?:ed|s|ing)?|said|says?|saying|name|names|named|word|words|shout\w*|comment\w*|jok\w*|jib\w*|refer\w*|told|slur\w*|remark\w*|abuse|abusive|insult\w*|"
    r"nickname\w*|wrote|written|text\w*|whisper\w*|mutter\w*|chant\w*|sing\w*|sang|sung|graffiti|describ\w*|labell?ed|known as|like|muttering|term|terms|language|use[ds]?|using|heard|hear|post\w*|drew|slagg\w*|banter|stuff|things|messages?|dirty|being|am|im|me)\b|\""
)
_WITNESS = re.compile(r"\bwitness(?:es|ed)?\b(?!.*\bmy\b)")


_HARD_TURN = re.compile(
    r"(?:[,)] |- )(?:its|it is|it was|thats|because|cos|just|only|rather|more|i|this is|im|i am|on account)\b"
    r"|\b(?:but|however|although|though|whereas|instead(?! of)|rather(?! than)|i think|i believe|i would say)\b"
)
_OR_FOLLOWS = re.compile(r"^(?: ,| (?!but |its |it )\w+){0,6}? (?:or|nor) ")


_LEAD = re.compile(rf"{AS} (?=\w)")
OF_ANOTHER = "it seems to be said of somebody else"


def judge(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the writer's stance on each."""
    judged = [_judge_one(norm, mention, mentions) for mention in mentions]
    return _spread_back(norm, judged)


def sentence_of(norm: str, at: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends."""
    start = 0
    for match in _SENTENCE.finditer(norm):
        if match.start() >= at:
            return start, match.start()
        start = match.end()
    return start, len(norm)


def _judge_one(norm: str, mention: Mention, mentions: list[Mention]) -> Mention:
    start, end = sentence_of(norm, mention.start)
    lead = _LEAD.match(mention.text)
    core = replace(mention, start=mention.start + lead.end()) if lead else mention
    before, after = norm[start : core.start], norm[mention.end : end].lstrip()
    rest = norm[mention.end :].lstrip()
    quoted = norm[: mention.start].count('"') % 2 == 1
    if _AFTER_YES.match(rest):
        return mention
    if _AFTER_NO.match(rest) and not _next_is_mention(norm, mention, mentions):
        return mention.taken(Stance.DENIED)
    if _AFTER_DENIED.match(after):
        return mention.taken(Stance.DENIED)
    if quoted:
        return mention
    if _AFTER_DOUBT.match(rest) and not re.search(r"\b(?:ask\w*|are you|is it|do you|why)\b", before):
        return mention.taken(Stance.OPEN, "the writer is not sure")
    identity = _identity_not(before)
    stance = _stance_before(before, after, start, core, mentions) if identity is None else identity
    if stance is Stance.ASSERTED and mention.kind is Kind.SLUR and not _REPORT.search(norm[start:end]):
        return mention.taken(Stance.OPEN, "the word is not given as what was said")
    if stance is Stance.ASSERTED and _is_anothers(before, mention):
        return mention.taken(Stance.OPEN, OF_ANOTHER)
    return mention.taken(stance, "it cannot be told whether the writer says so" if stance is Stance.OPEN else "")


def _next_is_mention(norm: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether "no" after a mention belongs to the next one: "sex no religion"."""
    gap = re.match(r"[\s:\-=,?(.]*(?:no|n|none)\s+", norm[mention.end :])
    return bool(gap) and any(m.start == mention.end + gap.end() for m in mentions) if gap else False


def _identity_not(before: str) -> Stance | None:
    """ "Because I am not a Catholic" states the ground; "I am not a Catholic" leaves it open."""
    if _ONLY_ONE_NOT.search(before):
        return Stance.ASSERTED
    match = _IDENTITY_NOT.search(before)
    if not match or not (match["subject"] or match["cause"] in ("being", "for", "as")):
        return None
    if match["subject"] is None and match["cause"] == "only":
        return None
    lead = before[: match.start()]
    if re.search(r"\b(?:said|says|told|saying|called|tells)\b", lead):
        return Stance.ASSERTED
    if match["cause"] or match["subject"] in ("being", "for being", "not being") or re.search(r"\b(?:because|cos|coz)\b", lead):
        return Stance.ASSERTED if not _DENIAL.search(_NOT_A_DENIAL.sub(_blank, lead)) else Stance.OPEN
    return Stance.OPEN


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _stance_before(before: str, after: str, offset: int, mention: Mention, mentions: list[Mention]) -> Stance:
    """The stance that the words of the sentence before a mention give it."""
    clean = _NOT_A_DENIAL.sub(lambda m: "~" * len(m.group()), before)
    doubts = [m for m in _DOUBT.finditer(clean) if not _THOUGHT.search(clean[: m.start()])]
    denials = [m for m in _DENIAL.finditer(clean)]
    if doubts and not any(_turns(clean[d.end() :]) for d in doubts[-1:]):
        return Stance.OPEN
    claims = [m for m in _CLAIM_DENIED.finditer(clean) if not _HARD_TURN.search(clean[m.end() :])]
    if claims and not any(d.end() >= claims[-1].end() for d in denials):
        return Stance.DENIED if _WAS_CAUSE.match(after) else Stance.OPEN
    if not denials:
        return Stance.ASSERTED
    inner = [m for m in mentions if m.end <= mention.start and m.start >= offset]
    for denial in reversed(denials):
        stance = _reach(clean, denial, offset, inner, mention, after)
        if stance is not None:
            return stance
    return Stance.ASSERTED


def _turns(text: str) -> bool:
    return bool(re.search(r"\b(?:but|however|although|definitely|certainly)\b", text))


def _reach(
    clean: str, denial: re.Match[str], offset: int, inner: list[Mention], mention: Mention, after: str
) -> Stance | None:
    """The stance that one denial gives; None where it does not reach the mention."""
    listed = [m for m in inner if m.start - offset >= denial.end()]
    first_gap = clean[denial.end() : (listed[0].start - offset) if listed else len(clean)]
    weak = bool(_WEAK_DENIAL.fullmatch(denial.group()))
    if _HARD_TURN.search(first_gap):
        return None
    if not _GLUE.fullmatch(first_gap):
        if weak or _turn_in(first_gap):
            return None
        return Stance.OPEN if len(first_gap.split()) < 8 and not listed else None
    if not listed:
        return Stance.DENIED
    gaps = [clean[a.end - offset : max(b.start - offset, a.end - offset)] for a, b in zip(listed, [*listed[1:], mention], strict=True)]
    if weak and re.search(r"\b(?:for|because|when|as|with)\b", gaps[0]):
        return None
    return _along(gaps, bool(_OR_FOLLOWS.match(f" {after}")))


def _along(gaps: list[str], or_follows: bool) -> Stance:
    """How a denial of the first of several mentions carries along the gaps between them."""
    joined = " ".join(gaps)
    for gap in gaps:
        if _turn_in(gap) or _SUBJECT.search(gap + " "):
            return Stance.ASSERTED
        if not _GLUE.fullmatch(gap):
            return Stance.OPEN
    if re.search(r"\b(?:or|nor|and)\b|/", joined) or or_follows or (len(gaps) > 1 and "," in joined):
        return Stance.DENIED
    return Stance.OPEN if "," in joined else Stance.DENIED


def _turn_in(gap: str) -> bool:
    turns = [m for m in _TURN.finditer(f" {gap.strip()} " if gap.strip() != ")" else " )")]
    return any(not re.search(r"\b(?:or|nor)\s*$", gap[: max(0, m.start() - 1)]) for m in turns)


def _is_anothers(before: str, mention: Mention) -> bool:
    """Whether the mention is said of a third person and not of what was done to the writer."""
    if _ATTITUDE.match(mention.text):
        return False
    if _THIRD_OWN.search(before) and _OWN_NOUN.fullmatch(mention.text):
        return True
    own = re.search(r"\b(?:am|im|i am|i was|being|am i) (?:(?:a|an|the|only|openly|also) )*$", before)
    return not own and bool(_THIRD.search(before) or (_WITNESS.search(before) and "jehovah" not in mention.text))


def _spread_back(norm: str, judged: list[Mention]) -> list[Mention]:
    """A denial after a list ("age and sex have nothing to do with it") reaches back over it."""
    result = list(judged)
    for index in range(len(result) - 1, 0, -1):
        later, earlier = result[index], result[index - 1]
        gap = norm[earlier.end : max(later.start, earlier.end)]
        listed = re.fullmatch(r"\s*(?:, )*(?:and|or|nor|,)(?: or| and| my| the)*\s*", gap)
        backward = _AFTER_DENIED.match(norm[later.end :].lstrip())
        if later.stance is Stance.DENIED and listed and (backward or later.why == "list") and earlier.stance is Stance.ASSERTED:
            result[index - 1] = earlier.taken(Stance.DENIED, "list")
    return result



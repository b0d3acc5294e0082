"""What the writer says of each mention: asserts it, denies it, or leaves it open.

A denial reaches from its words ("nothing to do with", "not because") over the list that follows,
until the sentence turns ("but", "it is"). Where the reach is doubtful the mention is left open.
"""

import re
from dataclasses import replace

from hrdocs.rules.grounds import cues, no_part, turns
from hrdocs.rules.grounds.earned import sentence_of, why_not_given
from hrdocs.rules.grounds.holder import is_anothers
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance

UNSAID_SLUR = "the word is not given as what was said"


def judge(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the writer's stance on each."""
    judged = [_judge_one(norm, mention, mentions) for mention in mentions]
    return _spread_back(norm, [_compared(mention, judged) for mention in judged])


def _compared(mention: Mention, judged: list[Mention]) -> Mention:
    """The mention left open where the same is said of somebody else: "I am Polish, he is Polish too"."""
    word = mention.text.split()[-1]
    shared = any(m.why == turns.OF_ANOTHER and m.text.split()[-1] == word for m in judged)
    if mention.stance is Stance.ASSERTED and mention.kind is Kind.GROUND and shared:
        return mention.taken(Stance.OPEN, "the same is said of somebody else")
    return mention


def _judge_one(norm: str, mention: Mention, mentions: list[Mention]) -> Mention:
    start, end = sentence_of(norm, mention.start)
    lead = turns.LEAD.match(mention.text)
    core = replace(mention, start=mention.start + lead.end()) if lead else mention
    before, after = norm[start : core.start], norm[mention.end : end].lstrip()
    followed = _by_what_follows(norm, before, after, mention, mentions)
    if followed:
        return followed
    if turns.SAID_NOT.search(before):
        return mention.taken(Stance.OPEN, "it is another's denial")
    rest = norm[mention.end :].lstrip()
    if no_part.SHARED_BEFORE.search(before) or no_part.SHARED_AFTER.match(rest):
        return mention.taken(Stance.DROPPED)
    if no_part.GRANTED.match(after):
        return mention.taken(Stance.OPEN, "it is granted, not given as the cause")
    accused = turns.ATTITUDE_NOUN.fullmatch(mention.text) and turns.ACCUSED_OF.search(before)
    if accused and not turns.ABUSE_NEXT.match(after):
        return mention.taken(Stance.DROPPED)
    identity = _identity_not(before, after)
    stance = _stance_before(before, after, start, core, mentions) if identity is None else identity
    if stance is Stance.ASSERTED:
        why = _why_open(norm, before, norm[start:end], mention, mentions)
        return mention.taken(Stance.OPEN, why) if why else mention.taken(stance)
    return mention.taken(
        stance, "it cannot be told whether the writer says so" if stance is Stance.OPEN else ""
    )


def _by_what_follows(
    norm: str, before: str, after: str, mention: Mention, mentions: list[Mention]
) -> Mention | None:
    """The mention judged by the words behind it; None where they do not settle it."""
    rest = norm[mention.end :].lstrip()
    quoted = norm[: mention.start].count('"') % 2 == 1
    yes = turns.AFTER_YES.match(rest) and not cues.OPENS_OWN.match(before + mention.text)
    if yes or (quoted and not turns.SAID_NOT.search(before)):
        return mention
    if len(mention.ids) == 1 and turns.AND_THAT_IS_WHY.match(rest) and not turns.DENIAL.search(before):
        return mention if mention.kind is Kind.SLUR else replace(mention, kind=Kind.GROUND)
    if turns.THEY_DENY.search(before) and turns.YET_IT_IS.match(rest):
        return mention
    first, comma, second = before.rpartition(",")
    turned = comma and turns.DENIAL.search(first) and not turns.DENIAL.search(second)
    if turned and turns.AFFIRMED.fullmatch(after):
        return mention
    no = turns.AFTER_NO.match(rest) and not _next_is_mention(norm, mention, mentions)
    no = no or (turns.ANSWERED_NO.match(rest) and _all_answered(norm, mentions))
    no = no or turns.ASKED_AND_DENIED.match(rest) is not None
    if no or turns.AFTER_DENIED.match(after) or _denied_beyond(norm, before, mention):
        return mention.taken(Stance.DENIED)
    if norm.startswith("?"):
        return mention.taken(Stance.OPEN, "the writer is not sure")
    if turns.AFTER_DOUBT.match(rest) and not re.search(r"\b(?:ask\w*|are you|is it|do you|why)\b", before):
        return mention.taken(Stance.OPEN, "the writer is not sure")
    return None


def _why_open(norm: str, before: str, sentence: str, mention: Mention, mentions: list[Mention]) -> str | None:
    """Why a mention that nothing denies or doubts does not state its ground; None where it does."""
    if mention.kind is Kind.SLUR and not turns.REPORT.search(sentence):
        return UNSAID_SLUR
    after = sentence[len(before) + len(mention.text) :].lstrip()
    if is_anothers(before, after, mention):
        return turns.OF_ANOTHER
    if mention.kind in (Kind.GROUND, Kind.SLUR):
        return why_not_given(norm, mention, mentions)
    return None


def _denied_beyond(norm: str, before: str, mention: Mention) -> bool:
    """Whether the next words take the claim back ("It isn't."), or it is not wanted to be treated so."""
    if turns.NOT_WANTED_AS.search(before):
        return True
    rest = norm[mention.end :]
    beyond = no_part.TAKEN_BACK.match(rest)
    if beyond is None and not cues.CONDUCT.search(before + mention.text):
        beyond = no_part.NOBODY_MINDS.match(rest)
    return beyond is not None and before.count('"') % 2 == 0


def _all_answered(norm: str, mentions: list[Mention]) -> bool:
    """Whether the text is a list in which every ground has its own yes or no behind it."""
    grounds = [m for m in mentions if m.kind is Kind.GROUND]
    return len(grounds) > 1 and all(turns.ANSWERED.match(norm[m.end :].lstrip()) for m in grounds)


def _next_is_mention(norm: str, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether "no" after a mention belongs to the next one: "sex no religion"."""
    gap = re.match(r"[\s:\-=,?(.]*(?:no|n|none)\s+", norm[mention.end :])
    return bool(gap) and any(m.start == mention.end + gap.end() for m in mentions) if gap else False


def _identity_not(before: str, after: str) -> Stance | None:
    """ "Because I am not a Catholic" states the ground; "I am not a Catholic" leaves it open."""
    if turns.ONLY_ONE_NOT.search(before):
        return Stance.ASSERTED
    match = turns.IDENTITY_NOT.search(before)
    if not match or not (match["subject"] or match["cause"] in ("being", "for", "as")):
        return None
    if match["subject"] is None and match["cause"] == "only":
        return None
    lead = before[: match.start()]
    if not match["cause"] and turns.BUT_I_AM.match(after):
        return Stance.DROPPED
    if re.search(r"\b(?:said|says|told|saying|called|tells)\b", lead):
        return Stance.ASSERTED
    if turns.YET_THEY_SAY.match(after):
        return Stance.ASSERTED
    if (
        match["cause"]
        or match["subject"] in ("being", "for being", "not being")
        or re.search(r"\b(?:because|cos|coz)\b", lead)
    ):
        return (
            Stance.ASSERTED if not turns.DENIAL.search(turns.NOT_A_DENIAL.sub(_blank, lead)) else Stance.OPEN
        )
    return Stance.OPEN


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _stance_before(before: str, after: str, offset: int, mention: Mention, mentions: list[Mention]) -> Stance:
    """The stance that the words of the sentence before a mention give it."""
    clean = turns.NOT_A_DENIAL.sub(lambda m: "~" * len(m.group()), before)
    doubts = [m for m in turns.DOUBT.finditer(clean) if not turns.THOUGHT.search(clean[: m.start()])]
    if re.search(r"(?:^|\b(?:having|have|ive|ive got|of|with) )no $", clean) and turns.HAVING_NONE.match(
        after
    ):
        return Stance.ASSERTED
    denials = [d for d in turns.DENIAL.finditer(clean) if not _of_what_was_told(clean, d)]
    if doubts and not any(_turns(clean[d.end() :]) for d in doubts[-1:]):
        return Stance.OPEN
    claims = [m for m in turns.CLAIM_DENIED.finditer(clean) if not turns.HARD_TURN.search(clean[m.end() :])]
    if claims and not any(d.end() >= claims[-1].end() for d in denials):
        return Stance.DENIED if turns.WAS_CAUSE.match(after) else Stance.OPEN
    if not denials:
        return Stance.ASSERTED
    inner = [m for m in mentions if m.end <= mention.start and m.start >= offset]
    for denial in reversed(denials):
        stance = _reach(clean, denial, offset, inner, mention, after)
        if stance is not None:
            return stance
    return Stance.ASSERTED


def _of_what_was_told(clean: str, denial: re.Match[str]) -> bool:
    """Whether the denial is part of what was said to the writer: "told the job isn't for your age"."""
    if not turns.PLAIN_NOT.fullmatch(denial.group()):
        return False
    told = turns.TOLD_THAT.search(clean[: denial.start()])
    return told is not None and not re.search(
        r"\b(?:it|this|that|its|thats|i|was|is) $", clean[: denial.start()]
    )


def _turns(text: str) -> bool:
    return bool(re.search(r"\b(?:but|however|although|definitely|certainly)\b", text))


def _reach(
    clean: str, denial: re.Match[str], offset: int, inner: list[Mention], mention: Mention, after: str
) -> Stance | None:
    """The stance that one denial gives; None where it does not reach the mention."""
    listed = [m for m in inner if m.start - offset >= denial.end()]
    first_gap = clean[denial.end() : (listed[0].start - offset) if listed else len(clean)]
    weak = bool(turns.WEAK_DENIAL.fullmatch(denial.group()))
    if turns.HARD_TURN.search(first_gap):
        return None
    if not turns.GLUE.fullmatch(first_gap):
        if weak and first_gap.lstrip().startswith(","):
            return Stance.OPEN  # "not, as they say, my age"
        if weak or _turn_in(first_gap):
            return None
        return Stance.OPEN if len(first_gap.split()) < 8 and not listed else None
    if not listed:
        return Stance.DENIED
    gaps = [
        clean[a.end - offset : max(b.start - offset, a.end - offset)]
        for a, b in zip(listed, [*listed[1:], mention], strict=True)
    ]
    if weak and re.search(r"\b(?:for|because|when|as|with)\b", gaps[0]):
        return None
    return _along(gaps, bool(turns.OR_FOLLOWS.match(f" {after}")))


def _along(gaps: list[str], or_follows: bool) -> Stance:
    """How a denial of the first of several mentions carries along the gaps between them."""
    joined = " ".join(gaps)
    for gap in gaps:
        if _turn_in(gap) or turns.SUBJECT.search(gap + " "):
            return Stance.ASSERTED
        if not turns.GLUE.fullmatch(gap):
            return Stance.OPEN
    if re.search(r"\b(?:or|nor|and)\b|/", joined) or or_follows or (len(gaps) > 1 and "," in joined):
        return Stance.DENIED
    return Stance.OPEN if "," in joined else Stance.DENIED


def _turn_in(gap: str) -> bool:
    found = list(turns.TURN.finditer(f" {gap.strip()} " if gap.strip() != ")" else " )"))
    return any(not re.search(r"\b(?:or|nor)\s*$", gap[: max(0, m.start() - 1)]) for m in found)


def _spread_back(norm: str, judged: list[Mention]) -> list[Mention]:
    """A denial after a list ("age and sex have nothing to do with it") reaches back over it."""
    result = list(judged)
    for index in range(len(result) - 1, 0, -1):
        later, earlier = result[index], result[index - 1]
        gap = norm[earlier.end : max(later.start, earlier.end)]
        listed = re.fullmatch(r"\s*(?:, )*(?:and|or|nor|,)(?: or| and| my| the)*\s*", gap)
        backward = turns.AFTER_DENIED.match(norm[later.end :].lstrip())
        if (
            later.stance is Stance.DENIED
            and listed
            and (backward or later.why == "list")
            and earlier.stance in (Stance.ASSERTED, Stance.OPEN)
        ):
            result[index - 1] = earlier.taken(Stance.DENIED, "list")
    return result

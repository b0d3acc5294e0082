"""Whether a ground that is not denied is put forward, or only mentioned.

A ground is earned by an answer that holds little else, by a cause ("because of my"), by being the
writer's own, or by what was said or done. All else is left open: another's ground, a body or a
policy ("the race committee"), a question, hearsay, a plain fact.
"""

import re

from hrdocs.rules.grounds import cues, no_part
from hrdocs.rules.grounds import words_frames as frames
from hrdocs.rules.grounds.holder import is_anothers_case
from hrdocs.rules.grounds.phrases import Kind, Mention, is_deed
from hrdocs.rules.grounds.turns import ATTITUDE, OF_ANOTHER, OWN_NOUN, SENTENCE

OF_SOMETHING = "it describes something else"
FACT = "it is told as a fact"
UNEARNED = "it is mentioned, not given as the ground"
OF_RELATIVE = "it is of the writer's family: disability by association, or family status"
_SAID_ALONE = 2  # words beside an age that still make it the whole answer
_WINDOW = 500  # characters of a sentence before and behind a mention that are looked at
_NEAR = 8  # words between what was done and what it was about, in a long text
_LONG = 14  # words: in so long a text who one is must stand beside what was done
_SHORT = 10  # words: so short an answer is about the ground that was asked for


def why_not_given(norm: str, mention: Mention, mentions: list[Mention]) -> str | None:
    """Why a mention is not put forward as the ground; None where it is."""
    start, end = sentence_of(norm, mention.start)
    before, after = _plain(norm, start, mention, mentions), norm[mention.end : end].lstrip()
    of_a_thing = re.match(r"of (?:the|a|an|this|that|his|her|their|its)\b", after)
    if (of_a_thing and OWN_NOUN.fullmatch(mention.text)) or cues.ABOUT_IT.search(before):
        return OF_SOMETHING
    if (
        not cues.THEN_CONDUCT.match(after)
        and cues.THING.match(after)
        and not mention.text.endswith((" the", " my"))
    ):
        return OF_SOMETHING
    if is_anothers_case(norm, before, mention):
        return OF_ANOTHER
    if _asked_or_supposed(norm, before, end, mention.text):
        return "it is asked or supposed"
    if (
        mention.ids == ("disability",)
        and cues.BY_RELATIVE.search(before)
        and not _by_association(norm, after)
    ):
        return OF_RELATIVE
    if _from_strain(before, after, mention) or _beside_the_complaint(norm, mention):
        return "it is not given as the cause"
    if _told_as_a_fact(norm, before, after, mention):
        return FACT
    return None if _given(norm, start, end, mention, mentions) else UNEARNED


def _by_association(norm: str, after: str) -> bool:
    """Whether a relative's disability is what the writer was treated badly for, and not the care of it."""
    if "associat" in norm or cues.MOCKED.search(norm):
        return True
    if cues.CARE.search(norm):
        return False
    return not re.search(r"\w", after) or cues.CONDUCT.search(norm) is not None


def _given(norm: str, start: int, end: int, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the answer around a mention gives it as the ground."""
    before, after = _plain(norm, start, mention, mentions), norm[mention.end : end].lstrip()
    long, single = len(norm.split()) > _LONG, _one_ground(mentions)
    states = cues.FACT.search(norm[start : mention.end + 5])
    played_down = long and no_part.PLAYED_DOWN.search(norm) is not None
    fact = long and states is not None and (played_down or not (start == 0 and single))
    if not (fact or _anothers_doing(before, mention)) and _bare(norm, start, end, mention, mentions):
        return True
    opens = start == 0 and cues.I_AM.match(before + mention.text) is not None
    linked = long and single and not played_down and (opens or cues.LINKED.search(norm) is not None)
    return _earned(before, after, mention, long, linked) or _alone(norm, before, after, mention)


def _told_as_a_fact(norm: str, before: str, after: str, mention: Mention) -> bool:
    """Whether an age is told in passing: "age 45", "I'm 45 and have worked here since 1999"."""
    if mention.text == "age" and re.fullmatch(r"\d\d ?(?:years?|yrs?)?", after):
        return True
    if not cues.FACT_OF_AGE.fullmatch(mention.text) or re.match(
        r"because|cos|as|being|over|under", mention.text
    ):
        return False
    if re.search(r"\b(?:because of|over|about|due to) (?:it|this|that)\b", after):
        return False
    caused = cues.AFTER_CAUSE.search(before)
    given = caused and re.match(r"\w*(?:because|cos|due|for being|being|its that|it is that)", caused.group())
    beside = len(norm.split()) - len(mention.text.split())
    return not given and beside > _SAID_ALONE


def _anothers_doing(before: str, mention: Mention) -> bool:
    """Whether the sentence is about somebody else and has not come to the writer."""
    subject = cues.OTHER_ACTS.match(before)
    if not subject or ATTITUDE.match(mention.text):
        return False
    return not re.search(r"\b(?:me|my|im|i|us|our)\b", before[subject.end() :] + mention.text)


def sentence_of(norm: str, at: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends, at most `_WINDOW` from it."""
    low, high = max(0, at - _WINDOW), min(len(norm), at + _WINDOW)
    start = norm.find(" ", low) + 1 if low else 0
    for match in SENTENCE.finditer(norm, low, high):
        if match.start() >= at:
            return start, match.start()
        start = match.end()
    return min(start, at), high


def _plain(norm: str, start: int, mention: Mention, mentions: list[Mention]) -> str:
    """The sentence before a mention, the grounds of its own list as the word "own"."""
    before = norm[start : mention.start]
    for other in reversed(mentions):
        if other.kind is Kind.GROUND and start <= other.start and other.end <= mention.start:
            words = before[other.start - start : other.end - start]
            if " " not in words:
                before = f"{before[: other.start - start]}own{before[other.end - start :]}"
    return before


def _one_ground(mentions: list[Mention]) -> bool:
    return len({m.ids for m in mentions if m.kind in (Kind.GROUND, Kind.SLUR)}) == 1


def _earned(before: str, after: str, mention: Mention, long: bool, linked: bool) -> bool:
    """Whether a cause, the writer's own "my" or "I am", or what was done gives the ground."""
    text = mention.text
    if mention.kind is Kind.SLUR or ATTITUDE.match(text) or cues.THEN_CONDUCT.match(after) or is_deed(text):
        return True
    whose = re.match(r"(?:my|our|being|i am|im|i) ", text)
    before += whose.group() if whose else ""
    near = " ".join(no_part.UNDONE.sub(" ", before).split()[-_NEAR:]) if long else before
    close = " ".join(no_part.UNDONE.sub(" ", after).split()[:_NEAR])
    caused = any(
        p.search(before)
        for p in (cues.FIRM_CAUSE, cues.BECAUSE_I, cues.NO_OTHER, cues.HAS_TO_BE, cues.GOT_IT_BECAUSE)
    )
    if re.match(
        r"(?:because|cos|coz|since|being|as|for being|only|(?:im|i am) the only)\b", text
    ) or cues.HE_SAYS.match(close):
        return True
    if not caused and "union" in text and cues.TO_THE_UNION.search(before):
        return False
    if caused or cues.THEN_REFUSED.match(after) or cues.CONDUCT.search(f"{near} {text}"):
        return True
    own = bool(
        cues.OWN_WORD.search(text) or cues.UNSAID_I.match(before + text)
    ) and not cues.MY_CHILDREN.fullmatch(text)
    own = own or any(p.search(before) for p in (cues.AFTER_CAUSE, cues.OWN, cues.I_DO, cues.BY_RELATIVE))
    if own and cues.I_AM_HERE.search(before + text) and cues.CONDUCT.search(before):
        return True
    return own and (not long or linked or bool(cues.DONE_TO_ME.search(text) or cues.CONDUCT.search(close)))


def _alone(norm: str, before: str, after: str, mention: Mention) -> bool:
    """Whether a short answer tells of little else than the ground."""
    if (
        len(norm.split()) > _SHORT
        or cues.OTHER_ACTS.match(before)
        or (cues.PLACE.search(before) and cues.A_PLACE.match(mention.text))
    ):
        return False
    other = re.search(r"(\w+) (?:is|was|has|had|got|are|were|went|goes) ", before)
    if other and other.group(1) not in frames.FRAME:
        return False
    follows = re.match(r"[a-z]+", after)
    return not follows or follows.group() in frames.FRAME


def _asked_or_supposed(norm: str, before: str, end: int, text: str) -> bool:
    """Whether the mention stands in a question, a supposition or in what a bystander thinks."""
    if before.count('"') % 2 == 1:
        return False
    asks = norm[end : end + 2] == " ?"
    if asks and (not cues.CONDUCT.search(before) or cues.ASKED.match(before)):
        return True
    if cues.CONCEDED.search(before) and not re.match(r"when|since|because", text):
        return True
    supposed = cues.SUPPOSED.search(before)
    if supposed and not cues.TURNED.search(before, supposed.end()) and not cues.TEASED.search(before):
        return True
    told = cues.HEARSAY.search(before)
    return told is not None and not (
        re.search(r"\b(?:im|i am|i was|me)\b", told["what"]) and " it" not in told["what"]
    )


def _from_strain(before: str, after: str, mention: Mention) -> bool:
    """Whether an illness of the nerves is told as what the treatment has caused."""
    if mention.ids != ("disability",) or not cues.STRAIN.search(mention.text):
        return False
    return bool(cues.CAUSED.match(after) or cues.GAVE_ME.search(before))


def _beside_the_complaint(norm: str, mention: Mention) -> bool:
    """Whether the text goes on to say what the complaint is about."""
    said = cues.THE_COMPLAINT.search(norm)
    return said is not None and mention.start < said.start()


def _bare(norm: str, start: int, end: int, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the sentence up to the end of the mention's own stretch holds only grounds and their frame."""
    breaks = [start, *(start + m.end() for m in cues.BREAK.finditer(norm[start:end]))]
    own = max((b for b in breaks if b <= mention.start), default=start)
    closing = cues.BREAK.search(norm, mention.end - 1, end)
    stop = closing.start() if closing else end
    if not _residue(norm, start, stop, mentions):
        return True
    last = closing is None and own > start and norm[own - 3 : own] in (" - ", " : ")
    return last and not _residue(norm, own, stop, mentions)


def _residue(norm: str, start: int, stop: int, mentions: list[Mention]) -> list[str]:
    """The words between two places that are neither of a ground nor of a frame."""
    shown = list(norm[start:stop])
    for mention in mentions:
        if mention.kind is not Kind.NEUTRAL and mention.start < stop and mention.end > start:
            first, last = max(mention.start, start) - start, min(mention.end, stop) - start
            shown[first:last] = " " * (last - first)
    words = re.findall(r"[a-z0-9]+", "".join(shown))
    return [w for w in words if w not in frames.FRAME and not w.isdigit()]

"""What a longer answer sets aside: what only leads up to it, what it denies, what it once complained of."""

import re

from hrdocs.rules.grounds import story_cues as told
from hrdocs.rules.grounds.earned import UNEARNED
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance, is_deed
from hrdocs.rules.grounds.story import OF_MANY, Story, is_ground, is_hint, stands, stated_grounds
from hrdocs.rules.grounds.turns import ATTITUDE, OF_ANOTHER, OWN_NOUN

_NAMES = re.compile(
    r"\b(?:age|race|religion|sex|gender|disability|sexuality|sexual orientation|faith|ethnicity|politics)\b"
)
_FIRM = re.compile(r"\b(?:because|cos|due to|over|about) (?:of )?(?:my|being|im|i am|i)\b")


def set_aside(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that the writer, or only another, says to play no part."""
    result = [_earlier(story, _fact_only(story, m, mentions)) for m in mentions]
    back = {_told_before(story, m.start(), mentions) for m in told.ASIDE_BACK.finditer(story.norm)}
    result = [_aside(story, mention, back) for mention in result]
    return _without_denied_facts(story, _denied_by_others(story, result))


def _fact_only(story: Story, mention: Mention, mentions: list[Mention]) -> Mention:
    """A sentence that tells only what somebody is states nothing where the tale is explained otherwise.

    An answer to the question for a ground that tells what its writer is means it, unless it goes on to
    another cause, or to say that it was well met.
    """
    if mention.kind is not Kind.GROUND or mention.stance is not Stance.ASSERTED or len(story.sentences) < 2:
        return mention
    if is_deed(mention.text) or ATTITUDE.match(mention.text) or _NAMES.search(mention.text):
        return mention
    if told.ONE_IS.search(story.before(mention)):
        return mention.taken(Stance.OPEN, OF_ANOTHER)
    start, end = story.sentence(mention.start)
    if story.quoted(mention) or told.CAUSE.search(story.norm, start, end):
        return mention
    if story.explained_otherwise(mentions, mention.start):
        return mention.taken(Stance.OPEN, UNEARNED)
    if mention.ids[0] not in OF_MANY or story.bears_out(mention.ids[0]) or story.met(start, end):
        return mention
    return mention.taken(Stance.OPEN, UNEARNED)


def _earlier(story: Story, mention: Mention) -> Mention:
    """What the writer complained of once, and not in this complaint, is set aside."""
    if not (is_ground(mention) or is_hint(mention)) or not stands(mention):
        return mention
    start, _ = story.sentence(mention.start)
    before = told.EARLIER.search(story.norm, start, mention.start)
    if before and told.DROPPED_SINCE.search(story.norm, mention.end):
        return mention.taken(Stance.DROPPED)
    return mention


def _denied_by_others(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What another said not to be the cause is no denial of the writer's: "he said it wasn't my sex"."""
    hinted = {g for m in mentions if is_hint(m) and story.aimed(m) for g in m.ids} | stated_grounds(mentions)
    return [
        m.taken(Stance.OPEN, UNEARNED)
        if is_ground(m) and m.stance is Stance.DENIED and story.denied_by_another(m) and m.ids[0] in hinted
        else m
        for m in mentions
    ]


def _without_denied_facts(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What the writer is, beside the writer's own word that it plays no part."""
    denied = {m.ids[0] for m in mentions if is_ground(m) and m.stance is Stance.DENIED}
    return [
        m.taken(Stance.DROPPED) if m.ids[:1] and m.ids[0] in denied and _tells_only(story, m) else m
        for m in mentions
    ]


def _tells_only(story: Story, mention: Mention) -> bool:
    """Whether a mention is what somebody is, with no cause, deed or abuse in it or beside it."""
    if mention.kind is not Kind.GROUND or mention.stance is Stance.DENIED or story.at(mention):
        return False
    if is_deed(mention.text) or ATTITUDE.match(mention.text) or OWN_NOUN.search(mention.text):
        return False
    start, end = story.sentence(mention.start)
    return not (told.CAUSE.search(story.norm, start, end) or story.met(start, end))


def _told_before(story: Story, at: int, mentions: list[Mention]) -> tuple[int, int]:
    """The stretch that "none of that matters" looks back on: its own sentence, or the one before."""
    start = story.sentence(at)[0]
    if any(start <= m.start < at for m in mentions if is_ground(m) or m.kind is Kind.ASK):
        return (start, at)
    earlier = [s for s, e in story.sentences if e <= start]
    return (earlier[-1] if earlier else start, at)


def _aside(story: Story, mention: Mention, back: set[tuple[int, int]]) -> Mention:
    if not (is_ground(mention) or is_hint(mention)) or not stands(mention):
        return mention
    start, end = story.sentence(mention.start)
    firm = mention.kind is Kind.SLUR or is_deed(mention.text) or story.quoted(mention)
    if any(s <= mention.start < e for s, e in back) and not firm:
        return mention.taken(Stance.DENIED if is_ground(mention) and story.own(mention) else Stance.DROPPED)
    ahead = told.ASIDE_AHEAD.search(story.norm, start, mention.start)
    if ahead and not re.search(
        r"\b(?:but|because|although|it is|its)\b", story.norm[ahead.end() : mention.start]
    ):
        return mention.taken(Stance.DROPPED)
    if mention.start < story.complaint and not firm and not story.aimed(mention):
        return mention.taken(Stance.DROPPED)
    caused = firm or _FIRM.search(story.before(mention) + mention.text)
    idle = told.ALIKE.search(story.norm, start, end) or mention.stance is Stance.OPEN or is_hint(mention)
    return mention.taken(Stance.DROPPED) if story.alike and idle and not caused else mention

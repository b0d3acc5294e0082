"""What a longer answer states, once its tale is told: what is aimed at the writer, and what the writer is."""

import re
from dataclasses import replace

from hrdocs.rules.grounds import cues
from hrdocs.rules.grounds import story_cues as told
from hrdocs.rules.grounds.earned import FACT, OF_RELATIVE, UNEARNED
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance
from hrdocs.rules.grounds.story import (
    Story,
    is_fact,
    is_ground,
    is_hint,
    is_live_hint,
    is_long,
    is_open,
    stated_grounds,
)
from hrdocs.rules.grounds.story_aside import set_aside
from hrdocs.rules.grounds.turns import ATTITUDE, OF_ANOTHER, OWN_NOUN

_OF_A_RELATIVE = ("disability", "family status")


def weigh(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The settled mentions of a longer answer, with what its tale says; a short one's as they are."""
    if not is_long(norm):
        return mentions
    story = Story(norm)
    result = set_aside(story, mentions)
    facts = {m.ids[0] for m in result if is_fact(story, m)}
    result = [_in_passing(story, m, facts) for m in result]
    result = [_at_the_writer(story, m) for m in result]
    result = [_care(story, m) for m in _of_a_sex(story, result)]
    return _explained(story, _beside(story, _tied(story, result)))


def _in_passing(story: Story, mention: Mention, facts: set[str]) -> Mention:
    """Words of many uses that are neither aimed at the writer nor the writer's own say nothing."""
    if told.SOFT.fullmatch(mention.text) and not told.KIN.search(story.norm):
        return mention.taken(Stance.OPEN, "it may be said of anybody")
    if mention.stance is Stance.DENIED:
        return mention
    if not (mention.ids or told.STATION.fullmatch(mention.text)):
        return mention.taken(Stance.DROPPED) if told.ANY_OF_THEM.fullmatch(mention.text) else mention
    after = story.norm[mention.end :].lstrip()
    thing = told.ADJECTIVE.fullmatch(mention.text) and not told.PERSON_NEXT.match(after)
    if mention.kind is Kind.WEAK_ASK:
        insult = told.PLAIN_INSULT.fullmatch(mention.text) and not facts & set(mention.ids)
        idle = thing or insult or not _may_hint(story, mention)
    else:
        loose = is_open(mention) or mention.why == OF_ANOTHER or mention.kind is Kind.ASK
        idle = loose and not story.quoted(mention) and (thing or _of_others(story, mention))
    return mention.taken(Stance.DROPPED) if idle else mention


def _may_hint(story: Story, mention: Mention) -> bool:
    """Whether a word of many uses is said of the writer, by the writer or by another."""
    near = told.NEAR_ME.search(story.before(mention))
    if told.KIN_OR_HOURS.fullmatch(mention.text):
        return story.quoted(mention)
    if story.at(mention) or told.AND_A.search(story.before(mention)):
        return True
    return near is not None and story.own(mention)


def _of_others(story: Story, mention: Mention) -> bool:
    """Whether the sentence tells of somebody who is neither the writer nor of the writer's family."""
    before = story.before(mention)
    if story.aimed(mention) or told.OURS.search(mention.text) or told.HE_MINDS.search(before):
        return False
    start, end = story.sentence(mention.start)
    if mention.why == OF_ANOTHER and cues.CONDUCT.search(story.norm, start, end):
        return False
    if re.search(rf"\b{ATTITUDE.pattern}", story.norm[start:end]):
        return False
    if cues.BY_RELATIVE.search(before) or told.OURS.search(story.norm, mention.end, end):
        return False
    return told.OTHERS.search(before) is not None


def _at_the_writer(story: Story, mention: Mention) -> Mention:
    """A ground's words in what others said or did to the writer state it."""
    if mention.kind is not Kind.GROUND or mention.stance is not Stance.OPEN or mention.why != UNEARNED:
        return mention
    before = story.before(mention)
    if OWN_NOUN.fullmatch(mention.text) and re.search(r"\b(?:whether|if)\b", before):
        return mention
    if (
        told.HE_MINDS.search(before)
        or story.quoted(mention)
        or (story.aimed(mention) and told.NEAR_ME.search(before))
    ):
        return mention.taken(Stance.ASSERTED)
    return mention


def _of_a_sex(story: Story, mentions: list[Mention]) -> list[Mention]:
    """Women or men spoken of as such, in what was said, state sex."""
    if "sex" in stated_grounds(mentions) or any(_denies(m, "sex") for m in mentions):
        return mentions
    for start, end in (*story.quotes, *story.speech):
        said = told.OF_A_SEX.search(story.norm[start:end])
        if said:
            at, stop = start + said.start("sex"), start + said.end()
            stated = Mention(Kind.GROUND, ("sex",), at, stop, story.norm[at:stop])
            return sorted([*mentions, stated], key=lambda m: m.start)
    return mentions


def _denies(mention: Mention, ground: str) -> bool:
    return mention.ids == (ground,) and mention.stance is Stance.DENIED


def _care(story: Story, mention: Mention) -> Mention:
    """A relative's illness that asks for the writer's time states family status, where nobody mocks it."""
    if mention.stance is not Stance.OPEN or mention.why != OF_RELATIVE or story.other_cause:
        return mention
    if not cues.CARE.search(story.norm):
        return mention.taken(Stance.ASSERTED) if told.MOCKED.search(story.norm) else mention
    if told.MOCKED.search(story.norm):
        return mention
    return replace(mention, ids=("family status",), stance=Stance.ASSERTED)


def _tied(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What the writer is states no ground by itself in a tale that sets something aside: ask."""
    if not told.SETS_ASIDE.search(story.norm):
        return mentions
    firm = {m.ids[0] for m in mentions if _is_stated(m) and _is_tied(story, m)}
    return [m.taken(Stance.OPEN, FACT) if _is_stated(m) and m.ids[0] not in firm else m for m in mentions]


def _is_stated(mention: Mention) -> bool:
    return is_ground(mention) and mention.stance is Stance.ASSERTED


def _is_tied(story: Story, mention: Mention) -> bool:
    """Whether words are said to or done to the writer, or given as a cause."""
    start, end = story.sentence(mention.start)
    return (
        story.aimed(mention)
        or told.GIVES_CAUSE.search(story.norm, start, mention.end) is not None
        or told.PREJUDICE.search(story.norm, start, end) is not None
    )


def _beside(story: Story, mentions: list[Mention]) -> list[Mention]:
    """An age, or the sex of one who tells of an orientation, adds nothing to another ground."""
    stated = stated_grounds(mentions)
    hinted = {g for m in mentions if is_live_hint(m) for g in m.ids}
    idle = {"age"} if stated and "age" not in hinted else set()
    if stated & {"sexual orientation", "gender reassignment"}:
        idle.add("sex")

    def adds_nothing(mention: Mention) -> bool:
        if mention.ids == ("family status",) and told.LIKE_A.search(story.before(mention)):
            return True
        if "age" in stated and is_open(mention) and told.GRANDCHILD.fullmatch(mention.text):
            return True
        return bool(idle & set(mention.ids)) and is_fact(story, mention)

    return [m.taken(Stance.DROPPED) if adds_nothing(m) else m for m in mentions]


def _explained(story: Story, mentions: list[Mention]) -> list[Mention]:
    """Words in what was said that may mean a ground which is stated mean it; what the writer is, is asked."""
    stated = stated_grounds(mentions)
    return [m.taken(Stance.DROPPED) if stated & set(m.ids) and _said_only(story, m) else m for m in mentions]


def _said_only(story: Story, mention: Mention) -> bool:
    if not is_hint(mention) or told.ONES_OWN_HEALTH.fullmatch(mention.text) or mention.ids == _OF_A_RELATIVE:
        return False
    return not (told.NATION.fullmatch(mention.text) and story.own(mention) and not story.aimed(mention))

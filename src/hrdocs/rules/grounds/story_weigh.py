"""What a longer answer states, once its tale is told: what is aimed at the writer, and what the writer is."""

import re
from dataclasses import replace

from hrdocs.rules.grounds import cues
from hrdocs.rules.grounds import story_cues as told
from hrdocs.rules.grounds.earned import OF_RELATIVE, UNEARNED
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance
from hrdocs.rules.grounds.settled import EMBLEM
from hrdocs.rules.grounds.story import (
    Story,
    is_fact,
    is_hint,
    is_live_hint,
    is_long,
    is_open,
    stated_grounds,
)
from hrdocs.rules.grounds.story_aside import set_aside
from hrdocs.rules.grounds.turns import ATTITUDE, OF_ANOTHER, OWN_NOUN

_OF_A_RELATIVE = ("disability", "family status")
_STANDS_ALONE = (
    *(
        "race",
        "religious belief",
        "sexual orientation",
        "gender reassignment",
        "disability",
        "political opinion",
    ),
    *("pregnancy or maternity", "trade union membership", "criminal record"),
)
_BY_ASSOCIATION = ("race", "religious belief", "sexual orientation", "gender reassignment", "disability")


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
    result = _agreed(story, _of_the_writer(story, result))
    return _explained(story, _beside(story, result))


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


def _of_the_writer(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What the writer is, where hints in what was said bear it out."""
    facts = [m for m in mentions if is_fact(story, m)]
    hints = [m for m in mentions if is_live_hint(m) and story.aimed(m)]
    stated = stated_grounds(mentions)
    meant = {m.ids[0] for m in facts if any(m.ids[0] in h.ids for h in hints)} - stated
    borne_out = {
        m.ids[0]
        for m in facts
        if m.ids[0] not in stated
        and story.says_of_oneself(m)
        and (story.bears_out_too(m.ids[0], stated) if stated else story.bears_out(m.ids[0]))
    }
    if facts and story.explained_otherwise(mentions, facts[0].start):
        borne_out = set()
    meant = (meant if len(meant) == 1 else set()) | borne_out
    return [m.taken(Stance.ASSERTED) if m in facts and m.ids[0] in meant else m for m in mentions]


def _agreed(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The one ground that everything in the tale agrees on, where nothing else is said to be the cause."""
    live = [m for m in mentions if m.ids and (is_live_hint(m) or is_open(m))]
    if stated_grounds(mentions) or not live or len(story.sentences) < 2:
        return mentions
    if story.explained_otherwise(mentions, live[0].start):
        return mentions
    common = set(live[0].ids).intersection(*(m.ids for m in live))
    if len(common) != 1 or any(told.ONES_OWN_HEALTH.fullmatch(m.text) for m in live):
        return mentions
    (ground,) = common
    abused = len({m.text for m in live if story.quoted(m)}) > 1
    several = len({m.text for m in live}) > 1
    carried = abused or any(_carries(story, m, ground, several) for m in live)
    if not carried or not _is_linked(story, ground, live):
        return mentions
    return [
        replace(m, kind=Kind.GROUND, ids=(ground,), stance=Stance.ASSERTED) if m in live else m
        for m in mentions
    ]


def _is_linked(story: Story, ground: str, live: list[Mention]) -> bool:
    """Whether what was done is tied to the ground: by what was said, by its time, or by who was spared."""
    if story.bears_out(ground):
        return True
    aimed = [m for m in live if story.at(m)]
    if aimed and (len({m.text for m in live}) > 1 or any(m.kind is not Kind.WEAK_ASK for m in aimed)):
        return True
    if ground == "family status" and told.ASKED_TIME.search(story.norm):
        return True
    if ground == "age":
        return told.AGED.search(story.norm) is not None
    return ground in _STANDS_ALONE and told.LINKED.search(story.norm) is not None


def _carries(story: Story, mention: Mention, ground: str, several: bool) -> bool:
    """Whether a mention is firm enough to state the one ground that the tale may mean."""
    if mention.kind is Kind.WEAK_ASK or (mention.kind is Kind.ASK and not (several and story.at(mention))):
        return False
    before = story.before(mention)
    if re.search(r"\b(?:not|no|never)\b", before) or EMBLEM.fullmatch(mention.text):
        return False
    if OWN_NOUN.fullmatch(mention.text) and re.search(r"\b(?:whether|if)\b", before):
        return False
    if ground == "trade union membership" and cues.TO_THE_UNION.search(before):
        return False
    if cues.BY_RELATIVE.search(before) and ground not in _BY_ASSOCIATION:
        return False
    start, _ = story.sentence(mention.start)
    return (
        story.at(mention)
        or story.own(mention)
        or told.OURS.search(story.norm, start, mention.end) is not None
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

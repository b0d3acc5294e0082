"""What a longer answer tells: what is aimed at the writer, whose a ground is, and what is set aside.

A short answer names its ground. A longer one tells a tale, in which most words for a ground describe somebody
or something; only what was said or done to the writer, or what the writer is and was met with, states one.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from hrdocs.rules.grounds import cues
from hrdocs.rules.grounds import story_cues as told
from hrdocs.rules.grounds.earned import FACT, OF_RELATIVE, UNEARNED
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance, is_deed
from hrdocs.rules.grounds.scope import UNSAID_SLUR
from hrdocs.rules.grounds.settled import EMBLEM
from hrdocs.rules.grounds.turns import ATTITUDE, OF_ANOTHER, OWN_NOUN
from hrdocs.rules.grounds.words_related import RELATED

_LONG = 14  # words: a longer answer is a tale
_MOCKED = re.compile(r"\b(?:jok\w+|mock\w*|mimic\w*|imitat\w*|impressions?|laugh\w*|noises|names?|calls? (?:him|her|us)|called (?:him|her|us))\b")
_KIN_OR_HOURS = re.compile(
    r"(?:partner|girlfriend|boyfriend|husband|wife|spouse|kids?|child|children|baby|babies|son|daughter|parents?|hours"
    r"|flexible working|attendance|injury|surgery|stress\w*|relationship|dating|affair|court|police|hospital appointments?)"
)
_STATION = re.compile(r"(?:class|education|estate|poor|accommodation|smok\w+|act|law|legislation)")
_PLAIN_INSULT = re.compile(r"(?:slow|stupid|thick|unwell|energy|experience|special|emotional|drinking)")
_ONES_OWN_HEALTH = re.compile(
    r"(?:.*menopaus.*|hot flush.*|hot flash.*|the change|time of life|hrt|hormones|ivf|.*fertil.*|trying for a baby|plan.*"
    r"|thinking .*|intend.*|hysterectomy|endometriosis|gynae.*|pcos|womens health|post ?natal depression)"
)
_NO_BOTHER = re.compile(
    r"\b(?:never|no|without)(?: \w+){0,3} (?:bother|trouble|problems?|issues?|complaints?)\b.*\b(?:until|till|before)\b"
)
_SOFT = re.compile(r"part timers?")
_KIN = re.compile(
    r"\b(?:kids?|child\w*|weans?|sons?|daughters?|baby|mothers?|mum|mam|father|dad|parents?|carers?|caring|nursery|school|family|wee (?:ones?|boy|girl))\b"
)
_OF_MANY = ("family status", "age", "sex", "marital or civil partnership status")
_GRAND = re.compile(r"grand(?:child|kid|wean)")
_OF_A_RELATIVE = ("disability", "family status")
_NATION = re.compile(r"(?:northern )?irish|british|english|scots|gaelic.*")
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
_FIRM = re.compile(r"\b(?:because|cos|due to|over|about) (?:of )?(?:my|being|im|i am|i)\b")


@dataclass(frozen=True)
class Story:
    """A longer answer, with the stretches of it that are aimed at the writer."""

    norm: str

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends."""
        ends = [m.start() for m in told.SENTENCE.finditer(self.norm)] + [len(self.norm)]
        starts = [0, *(m.end() + 1 for m in told.SENTENCE.finditer(self.norm))]
        return tuple((s, e) for s, e in zip(starts, ends, strict=True) if s < e)

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Where each quotation of another begins and ends."""
        marks = [m.start() for m in re.finditer('"', self.norm)]
        pairs = zip(marks[::2], marks[1::2], strict=False)
        return tuple((s, e) for s, e in pairs if not self._by_writer(s))

    @cached_property
    def speech(self) -> tuple[tuple[int, int], ...]:
        """Where what others said or did to the writer begins and ends."""
        return tuple(span for start, end in self.sentences for span in self._spans(start, end))

    @cached_property
    def complaint(self) -> int:
        """Where the writer begins to say what the complaint is about; 0 where nothing says so."""
        return max((m.start() for m in told.COMPLAINT.finditer(self.norm)), default=0)

    @cached_property
    def alike(self) -> bool:
        """Whether everybody is said to meet the same."""
        return told.ALIKE.search(self.norm) is not None

    @cached_property
    def other_cause(self) -> bool:
        """Whether another cause than a ground is given."""
        return gives_another_cause(self.norm)

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence that holds a place begins and ends."""
        return next(((s, e) for s, e in self.sentences if s <= at < e), (0, len(self.norm)))

    def before(self, mention: Mention) -> str:
        return self.norm[self.sentence(mention.start)[0] : mention.start]

    @cached_property
    def of_others(self) -> tuple[tuple[int, int], ...]:
        """Where a sentence has come to somebody else, to its end: what that one does may be aimed at the writer."""
        found = []
        for start, end in self.sentences:
            subject = told.SOMEBODY.search(self.norm, start, end)
            if subject:
                found.append((subject.end(), end))
        return tuple(found)

    def quoted(self, mention: Mention) -> bool:
        return any(s <= mention.start < e for s, e in self.quotes)

    def aimed(self, mention: Mention) -> bool:
        """Whether the words are in what others said or did to the writer."""
        return self.quoted(mention) or any(s <= mention.start < e for s, e in self.speech)

    def at(self, mention: Mention) -> bool:
        """Whether the words are said of the writer: quoted, or beside "me", "my" or "you" in what was said."""
        near = told.NEAR_ME.search(self.before(mention)) or cues.OWN_WORD.search(mention.text)
        return self.quoted(mention) or (self.aimed(mention) and near is not None)

    def met(self, start: int, end: int) -> bool:
        """Whether others did or said something between two places."""
        done = cues.CONDUCT.finditer(self.norm, start, end)
        return any(not told.BY_WRITER.search(self.norm[start : m.start()]) for m in done)

    def bears_out(self, ground: str) -> bool:
        """Whether what was said or done to the writer plays on the ground without naming it."""
        spans = (*self.quotes, *self.speech, *(() if ground in _OF_MANY else self.of_others))
        return any(RELATED[ground].search(self.norm, s, e) for s, e in spans)

    def bears_out_too(self, ground: str, stated: set[str]) -> bool:
        """Whether what was said plays on a further ground, with words that play on none of those stated."""
        words = {m.group() for s, e in (*self.quotes, *self.speech) for m in RELATED[ground].finditer(self.norm, s, e)}
        return any(not any(RELATED[other].fullmatch(word) for other in stated) for word in words)

    def says_of_oneself(self, mention: Mention) -> bool:
        """Whether the words are told as what the writer is or has."""
        return cues.OWN_START.match(mention.text) is not None or told.I_AM.search(self.before(mention)) is not None

    def denied_by_another(self, mention: Mention) -> bool:
        """Whether another is said to have denied the words: "he said it was not because I'm a woman"."""
        start, _ = self.sentence(mention.start)
        verbs = [v for v in told.SAYS.finditer(self.norm, start, mention.start)]
        return any(
            told.NOT.search(self.norm, v.end(), mention.start) and not told.BY_WRITER.search(self.norm[start : v.start()])
            for v in verbs
        )

    def own(self, mention: Mention) -> bool:
        """Whether the words tell what the writer, or one of the writer's family, is."""
        before = self.before(mention)
        if told.AS_IF.search(before + mention.text):
            return False
        if told.OF_US.search(before):
            return True
        if cues.OWN_START.match(mention.text) or cues.OWN_WORD.search(mention.text):
            return True
        return any(p.search(before) for p in (cues.OWN, cues.I_DO, cues.BY_RELATIVE))

    def _by_writer(self, at: int) -> bool:
        start = self.sentence(at)[0]
        return (
            re.search(r"\bi (?:said|told|asked|replied|answered|say)\b[^\"]*$", self.norm[start:at])
            is not None
        )

    def _spans(self, start: int, end: int) -> list[tuple[int, int]]:
        found = [(start, end)] if told.LEFT_FOR_ME.search(self.norm, start, end) else []
        for pattern in (told.SAYS, told.DOES):
            for verb in pattern.finditer(self.norm, start, end):
                if told.BY_WRITER.search(self.norm[start : verb.start()]):
                    continue
                if told.TO_A_BODY.match(self.norm, verb.end()):
                    continue
                stop = told.SPEECH_ENDS.search(self.norm, verb.end(), end)
                stretch = (verb.end(), stop.start() if stop else end)
                if pattern is told.SAYS or told.AT_ME.search(self.norm, start, end):
                    found.append(stretch)
        return found


def weigh(norm: str, mentions: list[Mention]) -> list[Mention]:
    """The settled mentions of a longer answer, with what the tale around them says; a short one's as they are."""
    if not _is_long(norm):
        return mentions
    story = Story(norm)
    result = [_earlier(story, _fact_only(story, m)) for m in mentions]
    result = _set_aside(story, result)
    result = _without_denied_facts(story, _denied_by_others(story, result))
    facts = {m.ids[0] for m in result if _is_fact(story, m)}
    result = [_in_passing(story, m, facts) for m in result]
    result = [_at_the_writer(story, m) for m in result]
    result = [_care(story, m) for m in result]
    result = _agreed(story, _of_the_writer(story, result))
    return _explained(story, _beside(story, result))


def quotes(norm: str, mentions: list[Mention], ground: str) -> bool:
    """Whether words for a ground stand in what another is quoted to have said."""
    story = Story(norm)
    return any(story.quoted(m) for m in mentions if _is_ground(m) and m.ids == (ground,))


def none_told(norm: str) -> bool:
    """Whether a longer answer says by its tale that there is no ground: everybody meets the same."""
    return _is_long(norm) and told.ALIKE.search(norm) is not None


def complaint_at(norm: str) -> int:
    """Where a longer answer begins to say what the complaint is about; 0 where it does not say so."""
    return Story(norm).complaint if _is_long(norm) else 0


def gives_another_cause(norm: str) -> bool:
    """Whether an answer gives another cause than a ground."""
    return told.OTHER_CAUSE.search(norm) is not None


def tells_of_bullying(norm: str) -> bool:
    """Whether a longer answer tells plainly, or of several things, that anybody may meet."""
    if not _is_long(norm):
        return False
    return told.ROUGH.search(norm) is not None or len(set(told.PLAIN_CONDUCT.findall(norm))) > 1


def _is_long(norm: str) -> bool:
    return len(norm.split()) > _LONG


def _is_ground(mention: Mention) -> bool:
    return mention.kind in (Kind.GROUND, Kind.SLUR)


def _hints(mention: Mention) -> bool:
    return mention.kind in (Kind.ASK, Kind.WEAK_ASK)


def _stands(mention: Mention) -> bool:
    return mention.stance in (Stance.ASSERTED, Stance.OPEN)


def _stated(mentions: list[Mention]) -> set[str]:
    return {m.ids[0] for m in mentions if _is_ground(m) and m.stance is Stance.ASSERTED}


# --- What is set aside ---------------------------------------------------------------------------


def _fact_only(story: Story, mention: Mention) -> Mention:
    """A sentence that tells only what somebody is, without what was done or why, states nothing yet."""
    if mention.kind is not Kind.GROUND or mention.stance is not Stance.ASSERTED or len(story.sentences) < 2:
        return mention
    if is_deed(mention.text) or ATTITUDE.match(mention.text) or OWN_NOUN.search(mention.text):
        return mention
    start, end = story.sentence(mention.start)
    if story.quoted(mention) or told.CAUSE.search(story.norm, start, end):
        return mention
    if told.ONE_IS.search(story.before(mention)):
        return mention.taken(Stance.OPEN, OF_ANOTHER)
    if mention.ids[0] not in _OF_MANY or story.bears_out(mention.ids[0]) or story.met(start, end):
        return mention
    return mention.taken(Stance.OPEN, UNEARNED)


def _earlier(story: Story, mention: Mention) -> Mention:
    """What the writer complained of once, and not in this complaint, is set aside."""
    if not (_is_ground(mention) or _hints(mention)) or not _stands(mention):
        return mention
    start, end = story.sentence(mention.start)
    before = told.EARLIER.search(story.norm, start, mention.start)
    if before and told.DROPPED_SINCE.search(story.norm, mention.end):
        return mention.taken(Stance.DROPPED)
    return mention


def _set_aside(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that the writer says to play no part."""
    back = {_told_before(story, m.start(), mentions) for m in told.ASIDE_BACK.finditer(story.norm)}
    return [_aside(story, mention, back) for mention in mentions]


def _denied_by_others(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What another said not to be the cause is no denial of the writer's: "he said it wasn't my sex"."""
    hinted = {g for m in mentions if _hints(m) and story.aimed(m) for g in m.ids} | _stated(mentions)
    return [
        m.taken(Stance.OPEN, UNEARNED)
        if _is_ground(m) and m.stance is Stance.DENIED and story.denied_by_another(m) and m.ids[0] in hinted
        else m
        for m in mentions
    ]


def _without_denied_facts(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What the writer is, beside the writer's own word that it plays no part."""
    denied = {m.ids[0] for m in mentions if _is_ground(m) and m.stance is Stance.DENIED}
    return [m.taken(Stance.DROPPED) if m.ids[:1] and m.ids[0] in denied and _tells_only(story, m) else m for m in mentions]


def _tells_only(story: Story, mention: Mention) -> bool:
    """Whether a mention is what somebody is, with no cause, deed or abuse in it or beside it."""
    if mention.kind is not Kind.GROUND or mention.stance is Stance.DENIED or story.at(mention):
        return False
    if is_deed(mention.text) or ATTITUDE.match(mention.text) or OWN_NOUN.search(mention.text):
        return False
    start, end = story.sentence(mention.start)
    return not (told.CAUSE.search(story.norm, start, end) or story.met(start, end))


def _told_before(story: Story, at: int, mentions: list[Mention]) -> tuple[int, int]:
    """The stretch that "none of that matters" at a place looks back on: its own sentence, or the one before."""
    start = story.sentence(at)[0]
    if any(start <= m.start < at for m in mentions if _is_ground(m) or m.kind is Kind.ASK):
        return (start, at)
    earlier = [s for s, e in story.sentences if e <= start]
    return (earlier[-1] if earlier else start, at)


def _aside(story: Story, mention: Mention, back: set[tuple[int, int]]) -> Mention:
    if not (_is_ground(mention) or _hints(mention)) or not _stands(mention):
        return mention
    start, end = story.sentence(mention.start)
    firm = mention.kind is Kind.SLUR or is_deed(mention.text) or story.quoted(mention)
    if any(s <= mention.start < e for s, e in back) and not firm:
        return mention.taken(Stance.DENIED if _is_ground(mention) and story.own(mention) else Stance.DROPPED)
    ahead = told.ASIDE_AHEAD.search(story.norm, start, mention.start)
    if ahead and not re.search(
        r"\b(?:but|because|although|it is|its)\b", story.norm[ahead.end() : mention.start]
    ):
        return mention.taken(Stance.DROPPED)
    if mention.start < story.complaint and not firm and not story.aimed(mention):
        return mention.taken(Stance.DROPPED)
    if story.alike and not firm and not _FIRM.search(story.before(mention) + mention.text):
        if told.ALIKE.search(story.norm, start, end) or mention.stance is Stance.OPEN or _hints(mention):
            return mention.taken(Stance.DROPPED)
    return mention


# --- What is only told of ------------------------------------------------------------------------


def _in_passing(story: Story, mention: Mention, facts: set[str]) -> Mention:
    """Words of many uses that are neither aimed at the writer nor the writer's own say nothing."""
    if _SOFT.fullmatch(mention.text) and not _KIN.search(story.norm):
        return mention.taken(Stance.OPEN, "it may be said of anybody")
    if mention.stance is Stance.DENIED or not (mention.ids or _STATION.fullmatch(mention.text)):
        return mention
    after = story.norm[mention.end :].lstrip()
    thing = told.ADJECTIVE.fullmatch(mention.text) and not told.PERSON_NEXT.match(after)
    if mention.kind is Kind.WEAK_ASK:
        near = told.NEAR_ME.search(story.before(mention))
        if _PLAIN_INSULT.fullmatch(mention.text) and not facts & set(mention.ids):
            return mention.taken(Stance.DROPPED)
        aimed = story.quoted(mention) or (
            story.aimed(mention) and (near or cues.OWN_WORD.search(mention.text))
        )
        kin = _KIN_OR_HOURS.fullmatch(mention.text) is not None
        aimed = aimed and not (kin and not story.quoted(mention))
        own = (near and story.own(mention) and not kin) or told.AND_A.search(story.before(mention))
        return mention if (aimed or own) and not thing else mention.taken(Stance.DROPPED)
    if not (_is_open(mention) or mention.kind is Kind.ASK) or story.quoted(mention):
        return mention
    return mention.taken(Stance.DROPPED) if thing or _of_others(story, mention) else mention


def _of_others(story: Story, mention: Mention) -> bool:
    """Whether the sentence tells of somebody who is neither the writer nor of the writer's family."""
    before = story.before(mention)
    if story.aimed(mention) or told.OURS.search(mention.text) or told.HE_MINDS.search(before):
        return False
    start, end = story.sentence(mention.start)
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


# --- What the writer is --------------------------------------------------------------------------


def _of_the_writer(story: Story, mentions: list[Mention]) -> list[Mention]:
    """What the writer is, where hints in what was said bear it out."""
    facts = [m for m in mentions if _is_fact(story, m)]
    hints = [m for m in mentions if _live_hint(m) and story.aimed(m)]
    meant = {m.ids[0] for m in facts if any(m.ids[0] in h.ids for h in hints)} - _stated(mentions)
    stated = _stated(mentions)
    borne_out = {
        m.ids[0]
        for m in facts
        if m.ids[0] not in stated and story.says_of_oneself(m)
        and (story.bears_out_too(m.ids[0], stated) if stated else story.bears_out(m.ids[0]))
    }
    meant = (meant if len(meant) == 1 else set()) | (set() if story.other_cause else borne_out)
    return [m.taken(Stance.ASSERTED) if m in facts and m.ids[0] in meant else m for m in mentions]


def _care(story: Story, mention: Mention) -> Mention:
    """A relative's illness that asks for the writer's time states family status, where nobody mocks it."""
    of_relative = mention.stance is Stance.OPEN and mention.why == OF_RELATIVE
    if not of_relative or not cues.CARE.search(story.norm) or _MOCKED.search(story.norm) or story.other_cause:
        return mention
    return replace(mention, ids=("family status",), stance=Stance.ASSERTED)


def _agreed(story: Story, mentions: list[Mention]) -> list[Mention]:
    """The one ground that everything in the tale agrees on, where nothing else is said to be the cause."""
    live = [m for m in mentions if m.ids and (_live_hint(m) or _is_open(m))]
    if _stated(mentions) or not live or story.other_cause or story.complaint or _NO_BOTHER.search(story.norm):
        return mentions
    common = set(live[0].ids).intersection(*(m.ids for m in live))
    if len(common) != 1 or len(story.sentences) < 2 or any(_ONES_OWN_HEALTH.fullmatch(m.text) for m in live):
        return mentions
    (ground,) = common
    abused = len({m.text for m in live if story.quoted(m)}) > 1
    several = len({m.text for m in live}) > 1
    if not (abused or any(_carries(story, m, ground, several) for m in live)) or not _is_linked(story, ground, live):
        return mentions
    return [
        replace(m, kind=Kind.GROUND, ids=(ground,), stance=Stance.ASSERTED) if m in live else m
        for m in mentions
    ]


def _is_linked(story: Story, ground: str, live: list[Mention]) -> bool:
    """Whether what was done is tied to the one ground: by what was said, by its time, or by who was spared."""
    if story.bears_out(ground):
        return True
    aimed = [m for m in live if story.at(m)]
    if aimed and (len({m.text for m in live}) > 1 or any(m.kind is not Kind.WEAK_ASK for m in aimed)):
        return True
    if ground == "age":
        return told.AGED.search(story.norm) is not None
    return ground in _STANDS_ALONE and told.LINKED.search(story.norm) is not None and not told.WELL.search(story.norm)


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
    return story.at(mention) or told.OURS.search(story.norm, start, mention.end) is not None


def _live_hint(mention: Mention) -> bool:
    return _hints(mention) and _stands(mention)


def _is_open(mention: Mention) -> bool:
    told_only = mention.stance is Stance.OPEN and mention.why in (UNEARNED, FACT, UNSAID_SLUR)
    return _is_ground(mention) and told_only


def _is_fact(story: Story, mention: Mention) -> bool:
    return _is_open(mention) and story.own(mention)


def _beside(story: Story, mentions: list[Mention]) -> list[Mention]:
    """An age, and the sex of one who tells of an orientation, add nothing to another ground that is stated."""
    stated = _stated(mentions)
    hinted = {g for m in mentions if _live_hint(m) for g in m.ids}
    idle = {"age"} if stated and "age" not in hinted else set()
    if stated & {"sexual orientation", "gender reassignment"}:
        idle.add("sex")
    return [
        m.taken(Stance.DROPPED) if m.ids[0:1] and m.ids[0] in idle and _is_fact(story, m) else m
        for m in mentions
    ]


# --- What explains what --------------------------------------------------------------------------


def _explained(story: Story, mentions: list[Mention]) -> list[Mention]:
    """Words in what was said that may mean a ground which is stated mean it; what the writer is, is asked."""
    stated = _stated(mentions)
    return [m.taken(Stance.DROPPED) if stated & set(m.ids) and _said_only(story, m) else m for m in mentions]


def _said_only(story: Story, mention: Mention) -> bool:
    if not _hints(mention) or _ONES_OWN_HEALTH.fullmatch(mention.text) or mention.ids == _OF_A_RELATIVE:
        return False
    return not (_NATION.fullmatch(mention.text) and story.own(mention) and not story.aimed(mention))

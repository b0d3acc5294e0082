"""A longer answer as a tale: its sentences, what others said and did in it, and what it says of itself.

A short answer names its ground. A longer one tells a tale, in which most words for a ground describe somebody
or something; only what was said or done to the writer, or what the writer is and was met with, states one.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from hrdocs.rules.grounds import cues
from hrdocs.rules.grounds import story_cues as told
from hrdocs.rules.grounds.earned import FACT, UNEARNED
from hrdocs.rules.grounds.phrases import Kind, Mention, Stance
from hrdocs.rules.grounds.scope import UNSAID_SLUR
from hrdocs.rules.grounds.words_related import RELATED

_NEGATED = re.compile(r"\b(?:dont|doesnt|didnt|never)(?: \w+){0,5}$")
_CAUSE = 60  # characters in which the words of a cause stand
_LONG = 14  # words: a longer answer is a tale
OF_MANY = ("family status", "age", "sex", "marital or civil partnership status")
"""Grounds of which everybody has something to tell: a fact of these alone says little."""


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
        return _all_alike(self.norm)

    @cached_property
    def other_cause(self) -> bool:
        """Whether another cause than a ground is given."""
        return gives_another_cause(self.norm)

    @cached_property
    def played_down(self) -> bool:
        """Whether what the writer is was well met, is shared by the other, or is not known to the other."""
        return told.WELL.search(self.norm) is not None or told.SHARED.search(self.norm) is not None

    def causes_apart(self, mentions: list[Mention]) -> bool:
        """Whether a cause is told in whose words no ground stands: "because a pallet fell"."""
        grounds = [m.start for m in mentions if is_ground(m) or m.kind is Kind.ASK]
        return any(
            not any(m.end() - 12 <= at < m.end() + _CAUSE for at in grounds)
            for m in told.SOME_CAUSE.finditer(self.norm)
        )

    def explained_otherwise(self, mentions: list[Mention], at: int) -> bool:
        """Whether a tale has another cause, plays its grounds down, or comes to the complaint later."""
        told_so = self.alike or self.other_cause or at < self.complaint or self.played_down
        return bool(told_so) or self.causes_apart(mentions) or told.NO_BOTHER.search(self.norm) is not None

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence that holds a place begins and ends."""
        return next(((s, e) for s, e in self.sentences if s <= at < e), (0, len(self.norm)))

    def before(self, mention: Mention) -> str:
        """The words of the sentence before a mention."""
        return self.norm[self.sentence(mention.start)[0] : mention.start]

    @cached_property
    def of_others(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence tells of somebody else, who may be aiming at the writer."""
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
        """Whether the words are said of the writer: quoted, or beside "me", "my" or "you"."""
        near = told.NEAR_ME.search(self.before(mention)) or cues.OWN_WORD.search(mention.text)
        return self.quoted(mention) or (self.aimed(mention) and near is not None)

    def met(self, start: int, end: int) -> bool:
        """Whether others did or said something between two places."""
        done = cues.CONDUCT.finditer(self.norm, start, end)
        return any(not told.BY_WRITER.search(self.norm[start : m.start()]) for m in done)

    def bears_out(self, ground: str) -> bool:
        """Whether what was said or done to the writer plays on the ground without naming it."""
        spans = (*self.quotes, *self.speech, *(() if ground in OF_MANY else self.of_others))
        return any(RELATED[ground].search(self.norm, s, e) for s, e in spans)

    def denied_by_another(self, mention: Mention) -> bool:
        """Whether another is said to have denied the words: "he said it was not because I'm a woman"."""
        start, _ = self.sentence(mention.start)
        return any(
            told.NOT.search(self.norm, verb.end(), mention.start)
            and not told.BY_WRITER.search(self.norm[start : verb.start()])
            for verb in told.SAYS.finditer(self.norm, start, mention.start)
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
        return told.I_SAID.search(self.norm[self.sentence(at)[0] : at]) is not None

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


def quotes(norm: str, mentions: list[Mention], ground: str) -> bool:
    """Whether words for a ground stand in what another is quoted to have said."""
    story = Story(norm)
    return any(story.quoted(m) for m in mentions if is_ground(m) and m.ids == (ground,))


def none_told(norm: str) -> bool:
    """Whether a longer answer says by its tale that there is no ground: everybody meets the same."""
    return is_long(norm) and _all_alike(norm)


def _all_alike(norm: str) -> bool:
    """Whether the writer says so; what another says in excuse ("they do it to everybody") does not count."""
    return not told.BUT_NEVER.search(norm) and any(
        not (_said_by_another(norm, match.start()) or _NEGATED.search(norm[: match.end()]))
        for match in told.ALIKE.finditer(norm)
    )


def _said_by_another(norm: str, at: int) -> bool:
    start = norm.rfind(" . ", 0, at) + 1
    return any(
        not told.BY_WRITER.search(norm[start : verb.start()]) for verb in told.SAYS.finditer(norm, start, at)
    )


def complaint_at(norm: str) -> int:
    """Where a longer answer begins to say what the complaint is about; 0 where it does not say so."""
    return Story(norm).complaint if is_long(norm) else 0


def gives_another_cause(norm: str) -> bool:
    """Whether an answer gives another cause than a ground."""
    return told.OTHER_CAUSE.search(norm) is not None and not told.COURTED.search(norm)


def tells_of_bullying(norm: str) -> bool:
    """Whether a longer answer tells plainly, or of several things, that anybody may meet."""
    if not is_long(norm):
        return False
    return told.ROUGH.search(norm) is not None or len(set(told.PLAIN_CONDUCT.findall(norm))) > 1


def is_long(norm: str) -> bool:
    """Whether an answer is long enough to be a tale."""
    return len(norm.split()) > _LONG


# --- Mentions in a tale ---------------------------------------------------------------------------


def is_ground(mention: Mention) -> bool:
    return mention.kind in (Kind.GROUND, Kind.SLUR)


def is_hint(mention: Mention) -> bool:
    return mention.kind in (Kind.ASK, Kind.WEAK_ASK)


def stands(mention: Mention) -> bool:
    return mention.stance in (Stance.ASSERTED, Stance.OPEN)


def stated_grounds(mentions: list[Mention]) -> set[str]:
    return {m.ids[0] for m in mentions if is_ground(m) and m.stance is Stance.ASSERTED}


def is_open(mention: Mention) -> bool:
    told_only = mention.stance is Stance.OPEN and mention.why in (UNEARNED, FACT, UNSAID_SLUR)
    return is_ground(mention) and told_only


def is_fact(story: Story, mention: Mention) -> bool:
    return is_open(mention) and story.own(mention)


def is_live_hint(mention: Mention) -> bool:
    return is_hint(mention) and stands(mention)

"""Whether a date is that of an incident, judged by the words around it in its own clause.

The answer is `incident`, `other` (reported, born, started work, the policy's own date), `unsure` (its
clause holds words of something else) or `likely` (its clause tells of something, with no word that says
what): no verdict may turn on the last two.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from hrdocs.rules.dates.asides import begins_aside, own_part, tells_aside
from hrdocs.rules.dates.cues import (
    AFTER_IT,
    AT_MEETING,
    BEGAN,
    COMPLAINS,
    CONTACT,
    CUE,
    DEFINITE,
    DIARY_WORDS,
    DONE_ABOUT,
    FORMAL,
    I_DID,
    IMMEDIATE,
    INTENDED,
    LEARNT,
    LOOSE_CUE,
    MEETING_HELD,
    MOVED,
    NO_WORDS,
    NOTE,
    OCCASION,
    PLACE,
    PLAIN_INCIDENT,
    REPORT_OF,
    REPORTING,
    SAYING_THAT,
    SENT_BY,
    STRONG_STOP,
    SUSPECT,
    SUSPECT_BESIDE,
    THEN_REPORTED,
    THEY_DID,
    WEAK_STOP,
    WHEN_THEY,
)
from hrdocs.rules.dates.objections import doubts_act, holds_conduct, is_as_said, is_learnt, without_topics
from hrdocs.rules.dates.telling import has_verb, tells_of_conduct, tells_of_something, was_done


class Use(StrEnum):
    """What a date is the date of."""

    INCIDENT = "incident"
    OTHER = "other"
    UNSURE = "unsure"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A use, whether words say so, `told`: only what was done about it is said ("- reported
    to HR"); `tells`: the clause has a verb that says neither; `names`: only other words that say neither;
    `definite`: it is said to be the day of the incident; `aside`: of something else, wherever there is
    an act; `acted`: of something else, perhaps, and yet of conduct."""

    use: Use
    said: bool = False
    told: bool = False
    tells: bool = False
    names: bool = False
    definite: bool = False
    aside: bool = False
    acted: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is an incident's, with no verb or name that may make it anything else's."""
        return self.use is Use.INCIDENT and not (self.tells or self.names)

    @property
    def apart(self) -> bool:
        """Whether it is of something else by its own clause."""
        return self.use is Use.OTHER or self.aside


_BARE = Judgement(Use.INCIDENT)  # of a date with no words around it
_ASIDE = Judgement(Use.UNSURE, said=True, aside=True)


@dataclass(frozen=True, slots=True)
class _Cue:
    use: Use
    distance: int
    weak: bool
    contact: bool = False
    mixed: bool = False  # a cue of the other sort stands before it in the same clause
    when: bool = False  # "when I came back on": the main clause says what happened then


def judge_use(
    text: str, start: int, end: int, left: int, right: int, *, last: bool, diary: bool = False
) -> Judgement:
    """The use of the date at `start:end`; `left` and `right` are the borders of its neighbours.

    `last` where no other date follows: then what follows in the clause belongs to this date. `diary` where
    every date of the text begins an entry of its own: then an e-mail or a meeting is what happened.
    """
    before = text[max(left, start - 120) : start]
    after = text[end : min(right, end + 120)]
    if NO_WORDS.fullmatch(before) and NO_WORDS.fullmatch(after):
        return _BARE
    if _is_quoted(text, start, end):
        return _ASIDE
    if THEN_REPORTED.match(text, end):
        return Judgement(Use.INCIDENT, said=True)
    before = _own_clause(before[_last_end(STRONG_STOP, before) :], after, beside=left > 0)
    found = _judge(before, after, beside=bool(left) or not last, last=last, diary=diary)
    clause = f"{before} {own_part(after, last=last)}"
    if found.use is Use.UNSURE and not found.aside and (was_done(clause) or _ALSO.search(clause)):
        return replace(found, acted=True)
    return found


# What tells of one more act, or of what the writer came upon.
_PAPERS = (
    r"(?: (?:form|complaint|e-?mail|letter|statement|grievance|report|person|man|woman|manager|day)(?![a-z]))"
)
_ALSO = re.compile(
    rf"(?<![a-z])(?:also|another|again|(?:earlier|previous|first|second|same)(?!{_PAPERS})|previously|"
    rf"similar|too|"
    r"as well|before that|found|finding|to find|discovered|noticed|saw|worse|worst|next)(?![a-z])"
)


_LONG = 5000  # longer texts are not searched for quotations


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a date stands in what somebody is quoted as saying."""
    first = text.find('"', 0, _LONG)
    if first < 0 or len(text) > _LONG or not text[:first].strip(" *-:("):
        return False
    return text.count('"', 0, start) % 2 == 1 and '"' in text[end:]


def _judge(before: str, after: str, *, beside: bool, last: bool, diary: bool) -> Judgement:
    """The use by what stands before the date in its own clause, and after it up to the next date."""
    led = _find_lead(before, after, alone=not beside)
    if led:
        doubtful = beside and (led.tells or led.use is Use.UNSURE)
        return _ASIDE if doubtful and tells_aside(before, after, last=last) else led
    before, after = without_topics(_in_brackets(before)), without_topics(after)
    behind, ahead = _left_cue(before), _right_cue(after, last=last)
    entry = _find_entry(after, last=last) if not behind or behind.weak else None
    if entry and not (entry.use is Use.UNSURE and has_verb(before)):
        return entry
    found = _weigh(behind, ahead, after, last=last)
    sure = any(cue and cue.use is Use.INCIDENT and not cue.weak for cue in (behind, ahead))
    if found.use is Use.INCIDENT and not sure:
        suspect = _is_suspect(before, after, alone=not beside, diary=diary)
    else:
        suspect = found.use is Use.OTHER and _may_be_more(before, after, last=last, diary=diary)
    clause = _clause_of(before, after, last=last)
    if found.use is Use.OTHER and holds_conduct(before, after, clause, last=last):
        return Judgement(Use.UNSURE, said=True, acted=True)
    if found.use is Use.INCIDENT and doubts_act(before, after, clause, beside=beside):
        return Judgement(Use.UNSURE, said=True, acted=True)
    if found.use is Use.INCIDENT and is_learnt(before, after, clause):
        return Judgement(Use.UNSURE, said=True, told=True)
    strong = found.said and not suspect
    open_to_it = not strong or (found.use is not Use.OTHER and beside)
    if open_to_it and (beside or _OWN_SUBJECT.match(before)) and tells_aside(before, after, last=last):
        return _ASIDE
    if strong:
        return found
    if suspect:
        return Judgement(Use.UNSURE, said=True, told=bool(LEARNT.search(clause)))
    return _judge_clause(found.use, clause, before, alone=not beside)


# "My contract ends": what an answer does not begin with where it names the place or the occasion.
_OWN_SUBJECT = re.compile(
    r"[^a-z]*(?:i|i've|we|my (?!meeting|appraisal|review|one|desk|office|house|supervision|class|shift)|"
    r"the (?:policy|procedure|collective|equality|letter|form)|typed|written|signed|form|date|"
    r"requested)(?![a-z])"
)


def _in_brackets(before: str) -> str:
    """What stands before a date inside its own brackets, where there are any."""
    paren = before.rfind("(")
    inside = paren >= 0 and ")" not in before[paren:] and before[paren + 1 :].strip()
    return before[paren + 1 :] if inside else before


def _judge_clause(use: Use, clause: str, before: str, *, alone: bool) -> Judgement:
    """A clause with no cue right beside its date; what only names something counts beside other dates."""
    intended = INTENDED.search(clause)
    tells = tells_of_something(clause) and not _LISTS.search(before)
    if (alone and not tells and not intended) or tells_of_conduct(clause):
        return Judgement(use)
    if intended:
        return Judgement(Use.UNSURE, said=True, told=True)
    return Judgement(use, tells=tells, names=not (tells or alone) and _names_something(clause))


def _find_lead(before: str, after: str, *, alone: bool) -> Judgement | None:
    """What the words right before a date say: "incident on", "reported that on", "mediation was on"."""
    there = AT_MEETING.search(before) and THEY_DID.search(_clause_of("", after, last=True))
    if there or SAYING_THAT.search(before) or _IS_WHEN.match(after):
        return Judgement(Use.INCIDENT, said=True)
    told = _find_telling(before, after) if len(before) >= _TELLING else None
    if told:
        return told
    meeting = MEETING_HELD.search(before)
    if meeting:
        return Judgement(Use.UNSURE, said=True, told=bool(FORMAL.search(before)))
    if _THE_DAY.search(before):
        return Judgement(Use.INCIDENT, said=True, definite=True)
    if not IMMEDIATE.search(before):
        attribute = not alone and _ATTRIBUTE.search(before) and not _OF_INCIDENT.match(after)
        return Judgement(Use.UNSURE, said=True) if attribute else None
    subject = _SUBJECT.search(before)
    if subject and not (
        _THE_MATTER.search(subject[1]) or any(m["incident"] for m in CUE.finditer(subject[1]))
    ):
        return Judgement(Use.INCIDENT, tells=True)
    reported = (REPORT_OF.search(before) or begins_aside(before)) and not COMPLAINS.search(before)
    unsure = reported and not re.search(r"(?:of|from)[ (]*$", before)
    definite = bool(DEFINITE.search(before))
    return Judgement(Use.UNSURE if unsure else Use.INCIDENT, said=not unsure, definite=definite)


def _find_telling(before: str, after: str) -> Judgement | None:
    """What is said to be the matter, what was sent on that day, or a day that is only somebody's word."""
    if _COMPLAINED_OF.search(before):
        return Judgement(Use.INCIDENT, said=True, definite=True)
    if _SENT_ON.search(before) or (_IN_WHICH.match(after) and _PAPER.search(before)):
        return Judgement(Use.INCIDENT, said=True)
    return Judgement(Use.UNSURE, said=True) if is_as_said(before) else None


_TELLING = 5  # shorter leads ("on ", "the ") tell of nothing
# "What I complain of was on": nothing else can be meant.
_COMPLAINED_OF = re.compile(
    r"(?<![a-z])(?:(?:what|(?:the |my )?(?:things?|matters?|acts?|events?|incidents?|conduct|behaviour|"
    r"one|day|date)) "
    r"(?:(?:that |which )?(?:i|we)(?: am|'m| wish to| want to| would like to)? complain[a-z]*(?: (?:of|"
    r"about))?|"
    r"complained of|in question|at issue|concerned|itself|(?:that )?(?:he|she|they) did(?: to me)?)"
    r"(?: (?:is|was|are|were|happened|took place|occurred|dates?|relates? to))?|"
    r"(?:the |my )?(?:matter|complaint|grievance) (?:is|was|dates?|relates? to|concerns?|refers to)|"
    r"(?:am|'m) (?:here |now )?(?:complaining|writing|making this complaint) (?:of|about)|"
    r"mine(?: is| was|:)?|(?:this|the present) (?:time|one|occasion|matter)[ :-]*(?:is|was)?|"
    r"(?:could|can|did) not complain(?: [a-z]+)? (?:of|about)|"
    r"(?:wish|want|like) to complain (?:of|about))"
    r"(?: (?:from|on|in|of|about|the events|events|an event|something|an incident|back))*[ :(]*(?:the )?$"
)
# "His text of 26 March", "the e-mail of 29 September in which he calls me": what was sent is the act.
_SENT_ON = re.compile(
    r"(?<![a-z])(?:his|her|their) (?:[a-z]+ )?(?:texts?|messages?|whatsapps?|voicemails?|posts?|tweets?) "
    r"(?:of|dated|on|"
    r"sent on)(?: the)? $"
)
_PAPER = re.compile(r"(?<![a-z])(?:e-?mail|letter|message|memo|note|post|report)(?![a-z])")
_IN_WHICH = re.compile(
    r"[ ,]*(?:in which|where|wherein|which) (?:he|she|they) (?:calls?|says?|called|said|mock|refer|accus|"
    r"threat)"
)
# "My 17 March leave request", "the training booked for 20 September", beside another date.
_ATTRIBUTE = re.compile(
    r"(?<![a-z])(?:(?:my|his|her|our|their|your|for)|(?:my|our) (?!complain|report|letter|e-?mail|grievance|"
    r"form|statement|incident|assault|attack|harass|bully|"
    r"treat|abuse|"
    r"humiliat|argument)[a-z]+ of) (?:the )?$"
)
_OF_INCIDENT = re.compile(r" (?:incident|assault|attack|event|episode|comment|remark|argument|complaint)")
_IS_WHEN = re.compile(
    r" (?:is|was) (?:when|where) (?:it|this|that|the [a-z]+) (?:all |first )?(?:happened|occurred|"
    r"took place)(?![a-z])"
)
# "The incident was the day I came back, 15 September".
_THE_DAY = re.compile(
    r"(?<![a-z])incident (?:was|happened|occurred|took place) (?:on )?the (?:day|morning|night|afternoon|"
    r"evening) "
    r"(?:that |when )?(?:i|we|he|she|they) [a-z' ]{2,40}?[ ,(-]*(?:on )?(?:the )?$"
)
_SUBJECT = re.compile(
    r"(?<![a-z])(?:(?:the|an?|our|my|his|her|their) )?((?:(?!(?:it|this|that|these|those|they|first|last|"
    r"then|also|all|both|which|"
    r"what|about|is|was)(?![a-z]))[a-z-]+ ){1,4})(?:took place|happened|occurred)"
    r"(?: (?:on|in|at|during))?[ (]*(?:the )?$"
)


_THE_MATTER = re.compile(r"(?<![a-z])(?:matter|problem|issue|thing|conduct|act|trouble)s? $")


def _find_entry(after: str, *, last: bool) -> Judgement | None:
    """What an entry says that stands behind a date and a dash or colon; words that lead to the next
    date without a stop are that one's."""
    dash = None if IMMEDIATE.search(after) else _DASH.match(after)
    tail = after[dash.end() :] if dash else ""
    if not last and not _STOP.search(tail.rstrip(" (:")):
        return None
    if DONE_ABOUT.match(tail):
        return Judgement(Use.UNSURE, said=True, told=True)
    ahead = _right_cue(tail, last=True) if dash else None
    if ahead is None or ahead.weak:
        return None
    if ahead.use is Use.INCIDENT:
        return Judgement(Use.INCIDENT, said=True)
    return Judgement(Use.UNSURE, said=True, told=not tells_of_conduct(LOOSE_CUE.sub(" ", tail)))


_STOP = re.compile(r"[,;.:\n(-]|(?<![a-z])and(?![a-z])")
_DASH = re.compile(r"[ \n]*(?:-|:|=|>)+ ?")


def _own_clause(before: str, after: str, *, beside: bool) -> str:
    """What stands before a date, without the clause that belongs to the date before it in the sentence."""
    if beside:
        for stop in reversed(list(_PARTS.finditer(before))):
            own = before[stop.end() :]
            led = NO_WORDS.fullmatch(own) and (stop[0] == "but" or has_verb(after[:40]))
            if led or tells_of_something(own) or _names_something(own):
                return own
    return before


_PARTS = re.compile(
    r",|(?<![a-z])(?:and|but|then|so|while|whereas|although|though|"
    r"(?:what|how)(?= (?:he|she|they|had|was|happened)(?![a-z])))(?![a-z])"
)


def _clause_of(before: str, after: str, *, last: bool) -> str:
    """The clause, and the whole sentence where no other date stands in it."""
    stop = STRONG_STOP.search(after) or (None if last else WEAK_STOP.search(after))
    if stop is None and not last and _names_something(before):
        return before  # what follows belongs to the next date
    return f"{before} {after[: stop.start()] if stop else after}"


def _names_something(clause: str) -> bool:
    """Whether the clause has words besides those of time and place."""
    return bool(_NAME.search(_PLACE_OR_TIME.sub(" ", clause)))


_LISTS = re.compile(r"(?::|dates? (?:[a-z]+ ){0,4}(?:are|were|is|was))[ (]*$")
_PLACE_OR_TIME = re.compile(
    r"\([^)]*\)?|(?<![a-z])(?:in|at|on|by|near|outside|inside|during|from|to|after|before|around|about|until|"
    r"outwith|within|against|behind|over|under|through|with|of|between) (?:the |my |our |a |an "
    r")?(?:[a-z']+ ?){1,3}|"
    r"(?<![a-z])(?:mrs?|ms|miss|dr|prof)\.? [a-z]+"
)
_NAME = re.compile(
    r"(?<![a-z])(?!(?:and|the|then|also|approx|again|both|once|twice|times?|dates?|days?|weeks?|months?|"
    r"year|years|shift|morning|afternoon|evening|night|late|early|mid|end|start|about|since|until|onwards?|"
    r"first|last|second|third|various|several|incidents?|exact|sure|previously|"
    r"earlier|beginning|commencing|starting|ending|latest|recent|following|same|his|her|him|she|for|but|all|"
    r"any|one|two|was|were|are|"
    r"our|out|off|now|who|plus|am|pm|hrs)(?![a-z]))[a-z]{3,}"
)


def _may_be_more(before: str, after: str, *, last: bool, diary: bool) -> bool:
    """Whether a date of something else may say when the acts were: an entry, or the day they began after."""
    if diary and MOVED.match(after):
        return True
    began = BEGAN.match(after) if AFTER_IT.search(before) else None
    if began is None:
        return False
    return last or len(after) - began.end() > 30 or bool(STRONG_STOP.search(after[began.end() :]))


def _is_suspect(before: str, after: str, *, alone: bool, diary: bool) -> bool:
    """Whether the clause holds words of something else; a meeting counts only beside other dates."""
    stops = [stop.start() for stop in (STRONG_STOP.search(after), WEAK_STOP.search(after)) if stop]
    clause = f"{before} {after[: min(stops)] if stops else after}"
    clause = COMPLAINS.sub(" ", SENT_BY.sub(" ", NOTE.sub(" ", clause)))
    if alone and not tells_of_something(clause):
        clause = OCCASION.sub(" ", clause)
    if WHEN_THEY.match(after):
        return False
    clause = _WHEN_LEFT.sub(" ", clause)
    if "supervisor" in clause:
        clause = _SUPERVISOR_DID.sub(" ", clause)
    clause = (DIARY_WORDS if diary or THEY_DID.search(clause) else PLACE).sub("", clause)
    did = None if alone else I_DID.search(clause)
    if did and not THEY_DID.search(clause[: did.start()]):
        return True
    return bool(SUSPECT.search(clause)) or (not alone and bool(SUSPECT_BESIDE.search(clause)))


_WHEN_LEFT = re.compile(
    r"(?<![a-z])when (?:i|he|she|they|we) (?:left|retired|moved|transferred|resigned|went (?:off|on)|was "
    r"moved)(?![a-z])"
)
_SUPERVISOR_DID = re.compile(
    r"^[^a-z]*(?:my |the |our )?supervisor (?!(?:was |were |also )*(?:told|informed|aware|contacted|advised|"
    r"notified))"
)


def _weigh(behind: _Cue | None, ahead: _Cue | None, after: str, *, last: bool) -> Judgement:
    """The use by the nearest cue of each side; a cue of the same clause counts before one beyond it."""
    if behind and not behind.weak:
        if behind.mixed:
            return Judgement(Use.UNSURE, said=True)
        if behind.use is Use.OTHER and ahead and ahead.use is Use.INCIDENT and behind.when:
            return Judgement(Use.INCIDENT, said=True)
        if (
            behind.use is Use.OTHER
            and ahead
            and ahead.use is Use.INCIDENT
            and (behind.contact or not ahead.weak)
        ):
            return Judgement(Use.UNSURE, said=True)
        if behind.contact and _tells_more(after, last=last):
            return Judgement(Use.UNSURE, said=True)
        return Judgement(behind.use, said=True)
    if ahead and not ahead.weak:
        return Judgement(ahead.use, said=True)
    if behind and behind.use is Use.OTHER and not (ahead and ahead.use is Use.INCIDENT):
        return Judgement(Use.UNSURE, said=True)
    if ahead and ahead.use is Use.OTHER and not behind:
        return Judgement(Use.UNSURE, said=True)
    return Judgement(Use.INCIDENT, said=bool(behind or ahead))


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    end = 0
    for match in pattern.finditer(text):
        end = match.end()
    return end


def _left_cue(before: str) -> _Cue | None:
    found, mixed = None, False
    for match in CUE.finditer(before):
        if found is not None:
            parted = WEAK_STOP.search(before[found.end() : match.start()])
            mixed = not parted and bool(found["other"]) != bool(match["other"])
        found = match
    if found is None:
        return None
    between = before[found.end() :]
    weak = bool(WEAK_STOP.search(between))
    other = found["other"]
    contact = bool(other and CONTACT.search(other))
    mixed = mixed and not (other and REPORTING.search(other))
    when = (
        not weak and bool(_WHEN.search(before[: found.start()])) and not (other and REPORTING.search(other))
    )
    return _Cue(Use.OTHER if other else Use.INCIDENT, len(between), weak, contact, mixed, when)


_WHEN = re.compile(r"(?<![a-z])(?:when|as soon as|the day) (?:i|we) (?:first |just |only )?$")


def _tells_more(after: str, *, last: bool) -> bool:
    """Whether whole sentences without a date follow that tell of conduct."""
    end = len(after) if last else _last_end(STRONG_STOP, after)
    return any(
        match["incident"] and not PLAIN_INCIDENT.match(match["incident"])
        for match in CUE.finditer(after[:end])
    )


def _right_cue(after: str, *, last: bool) -> _Cue | None:
    stop = STRONG_STOP.search(after)
    tail = after[: stop.start()] if stop else after
    if not last:
        weak_stop = WEAK_STOP.search(tail)
        if weak_stop is None and stop is None:
            return None
        if weak_stop is not None:
            tail = tail[: weak_stop.start()]
    match = CUE.search(tail)
    if match is None:
        return None
    weak = bool(WEAK_STOP.search(tail[: match.start()]))
    return _Cue(Use.OTHER if match["other"] else Use.INCIDENT, match.start(), weak)

"""Whether a date is that of an incident, judged by the words around it in its own clause.

The answer is `incident`, `other` (reported, born, started work, the policy's own date), `unsure` (its
clause holds words of something else) or `likely` (its clause tells of something, with no word that says
what): no verdict may turn on the last two.
"""

import re
from dataclasses import dataclass, replace

from hrdocs.rules.dates.asides import begins_aside, own_part, tells_aside
from hrdocs.rules.dates.circumstances import (
    happened_then,
    is_own_doing,
    only_circumstance,
    without_circumstance,
)
from hrdocs.rules.dates.clauses import LISTS, clause_of, names_something, own_clause
from hrdocs.rules.dates.cues import (
    AFTER_IT,
    BEGAN,
    COMPLAINS,
    CONTACT,
    CUE,
    DIARY_WORDS,
    DONE_ABOUT,
    I_DID,
    IMMEDIATE,
    INTENDED,
    LEARNT,
    LOOSE_CUE,
    MOVED,
    NO_WORDS,
    NOTE,
    OCCASION,
    PLACE,
    PLAIN_INCIDENT,
    REPORTING,
    SENT_BY,
    STRONG_STOP,
    SUSPECT,
    SUSPECT_BESIDE,
    THEN_REPORTED,
    THEY_DID,
    WEAK_STOP,
    WHEN_THEY,
)
from hrdocs.rules.dates.judgement import ASIDE, BARE, QUOTED, Judgement, Use
from hrdocs.rules.dates.leads import find_lead
from hrdocs.rules.dates.objections import (
    befell_others,
    doubts_act,
    holds_conduct,
    is_addressed,
    is_disclaimed,
    is_learnt,
    without_topics,
)
from hrdocs.rules.dates.residue import is_adverse, leaves_something, own_words, takes_a_turn
from hrdocs.rules.dates.telling import (
    has_verb,
    tells_of_conduct,
    tells_of_harm,
    tells_of_something,
    was_done,
    without_kindness,
)


@dataclass(frozen=True, slots=True)
class _Cue:
    use: Use
    distance: int
    weak: bool
    contact: bool = False
    mixed: bool = False  # a cue of the other sort stands before it in the same clause
    when: bool = False  # "when I came back on": the main clause says what happened then


def judge_use(
    text: str,
    start: int,
    end: int,
    left: int,
    right: int,
    *,
    last: bool,
    diary: bool = False,
    runs: bool = False,
) -> Judgement:
    """The use of the date at `start:end`; `left` and `right` are the borders of its neighbours.

    `last` where no other date follows: then what follows in the clause belongs to this date. `diary` where
    every date of the text begins an entry of its own: then an e-mail or a meeting is what happened.
    """
    before = text[max(left, start - 120) : start]
    after = text[end : min(right, end + 120)]
    alone = last and not left
    plain = _find_plain(text, start, end, before, after, alone=alone, runs=runs)
    if plain:
        return plain
    told = None if last else _TOLD_WHAT.match(after)
    before, after = without_circumstance(before, told.group() if told else after)
    before = own_clause(before[_last_end(STRONG_STOP, before) :], after, beside=left > 0)
    found = _judge(before, after, beside=not alone, last=last, diary=diary)
    if alone and not found.sure and happened_then(before, after):
        return Judgement(Use.INCIDENT, said=True)
    if found.use is not Use.OTHER and not found.definite and is_own_doing(before, after):
        found = replace(found, use=Use.UNSURE, said=True, own=True)
    elif found.use is Use.INCIDENT:
        return _against_incident(found, before, after, last=last, alone=alone)
    own = own_words(before, after, last=last)
    if found.use is Use.OTHER:
        return replace(found, open=True) if is_adverse(before) or takes_a_turn(own) else found
    found = replace(found, open=is_adverse(before) or leaves_something(own))
    if found.aside or not _is_acted(found, before, after, last=last):
        return found
    return replace(found, acted=True)


def _find_plain(
    text: str, start: int, end: int, before: str, after: str, *, alone: bool, runs: bool
) -> Judgement | None:
    """What a date is the date of where the words right around it leave no question."""
    if text.startswith(("today's date", "todays date"), start):
        return Judgement(Use.OTHER, said=True)
    if not alone and _EVENT_NOTE.match(after):
        return ASIDE
    begins = _last_end(STRONG_STOP, before)
    apart = alone or ((begins or start == len(before)) and STRONG_STOP.search(after) is not None)
    lead = before[begins:] if apart else before
    if NO_WORDS.fullmatch(lead) and (
        NO_WORDS.fullmatch(after) or (apart and only_circumstance(_own_sentence(after), runs=runs))
    ):
        return BARE
    if _is_quoted(text, start, end):
        return QUOTED
    if THEN_REPORTED.match(text, end) or (_STARTED.fullmatch(before) and _AND_ENDED.match(after)):
        return Judgement(Use.INCIDENT, said=True)
    return None


def _own_sentence(after: str) -> str:
    """What stands behind a date in its own sentence; all of it where the next speaks of that day again."""
    stop = STRONG_STOP.search(after)
    if stop is None or _OF_THAT_DAY.match(after, stop.end()):
        return after
    return after[: stop.start()]


_OF_THAT_DAY = re.compile(
    r"[ \n(-]*(?:that|this|it|which|the above|above|the date|same day)(?:'s| is| was| being)? "
    r"(?:when|the (?:day|date|time)|my|not|i|we)(?![a-z])"
)


def _against_incident(found: Judgement, before: str, after: str, *, last: bool, alone: bool) -> Judgement:
    """What the clause around a date of an incident has to say against it."""
    if is_disclaimed(before, after):
        return ASIDE
    if not alone and found.sure and not found.definite and _is_of_a_life(before, after):
        return Judgement(Use.UNSURE, said=True, acted=True)
    if not found.tells:
        return found
    own = own_words(before, after, last=last)
    acted = _OF_MINE.search(f"{before} {own_part(after, last=last)}") or _is_acted(
        found, before, after, last=last
    )
    return replace(found, acted=bool(acted), open=leaves_something(f"{before} {own}"))


def _is_acted(found: Judgement, before: str, after: str, *, last: bool) -> bool:
    """Whether a clause that may be of something else tells of an act or of one more."""
    if _WHILE.match(before) or _tells_more(after, last=last):
        return True
    clause = f"{before} {own_part(after, last=last)}"
    return was_done(clause) or (not found.own and bool(_ALSO.search(clause)))


# "Started 4 July and last happened 4 August".
_STARTED = re.compile(
    r"[^a-z]*(?:it |this )?(?:all )?(?:first )?(?:start(?:ed|s)?|began|begun)"
    r"(?: (?:on|in|about|around|the))*[^a-z]*"
)
_AND_ENDED = re.compile(
    r"[ ,;-]*(?:and |then |but )*(?:it |this )?(?:(?:has |have )?(?:last|most recent(?:ly)?|latest)(?! "
    r"(?:day|week|shift))|"
    r"stopped|ended|finished|went on|continued|lasted|(?:is |are )?still)(?![a-z])"
)
# "4 August (meeting with HR)" beside another date.
_EVENT_NOTE = re.compile(
    r" ?\((?:(?:my|the|an?|first|second|third|follow-?up|formal|informal|return to work) )*(?:meeting "
    r"with (?:hr|human resources|the "
    r"union|my union|my rep|management)|appeal|hearing|grievance|mediation|appointment|appt|referral|gp|"
    r"oh|occupational "
    r"health|hr|counsell(?:ing|or)|union|doctor|hospital|a&e|statement|investigation|outcome|sick line|"
    r"fit note|police|(?:phone )?(?:talk|chat|call|conversation|discussion|meeting|met|spoke)(?: (?:with|"
    r"to))? "
    r"(?:(?:my|the|a|line|new) )*(?:manager|boss|supervisor|director|head))"
    r"(?: (?:meeting|visit|appointment|appt|letter|form|heard|outcome|hearing|statement|rep|office|began|"
    r"started))*\)"
)
_WHILE = re.compile(r"[^a-z]*(?:when|while|as|whilst|after|where) ")  # its main clause stands further on
# "On 6 November I disclosed what had been done to me on": what follows is of the next date.
_TOLD_WHAT = re.compile(
    r",? *(?:i|we) (?:then |first |finally |also )*(?:told|reported|disclosed|informed|explained|described|"
    r"mentioned|"
    r"raised|complained|spoke|confided)(?![a-z])[^.;,]*? (?=(?:what|how|about what|about how) )"
)
_OF_MINE = re.compile(r"(?<![a-z])(?:me|my|us|our)(?![a-z])")


def _is_of_a_life(before: str, after: str) -> bool:
    """Whether the words right around a date tell of something else, and only a later clause of an act."""
    stops = [stop.start() for stop in (STRONG_STOP.search(after), WEAK_STOP.search(after)) if stop]
    inner = f"{before} {after[: min(stops)] if stops else after}"
    return (
        begins_aside(before)
        and not _BEGAN.fullmatch(before)
        and not tells_of_conduct(LOOSE_CUE.sub(" ", inner))
    )


_BEGAN = re.compile(r"[^a-z]*(?:start(?:ed|s|ing)?|began|begun)(?: (?:on|in|around|about|from|the))*[^a-z]*")
# What tells of one more act, or of what the writer came upon.
_PAPERS = (
    r"(?: (?:form|complaint|e-?mail|letter|statement|grievance|report|person|man|woman|manager|day)(?![a-z]))"
)
_ALSO = re.compile(
    rf"(?<![a-z])(?:also|another|again|(?:earlier|previous|first|second|same)(?!{_PAPERS})|previously|"
    rf"similar|too|"
    r"as well|before that|heard|overheard|witnessed|found|finding|to find|discovered|noticed|saw|worse|"
    r"worst|next)(?![a-z])"
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
    led = find_lead(before, after, alone=not beside)
    if led:
        doubtful = beside and (led.tells or led.use is Use.UNSURE)
        return ASIDE if doubtful and tells_aside(before, after, last=last) else led
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
    clause = clause_of(before, after, last=last)
    if found.use is Use.OTHER and holds_conduct(before, after, clause, last=last):
        return Judgement(Use.UNSURE, said=True, acted=True)
    objected = _object(found, before, after, clause, beside=beside)
    if objected:
        return objected
    strong = found.said and not suspect
    open_to_it = not strong or (found.use is not Use.OTHER and beside)
    if open_to_it and (beside or _OWN_SUBJECT.match(before)) and tells_aside(before, after, last=last):
        return ASIDE
    if strong:
        return found
    if suspect:
        return Judgement(Use.UNSURE, said=True, told=bool(LEARNT.search(clause)))
    return _judge_clause(found.use, clause, before, alone=not beside)


def _object(found: Judgement, before: str, after: str, clause: str, *, beside: bool) -> Judgement | None:
    """What a clause has to say against its act: done to somebody else, denied, or only learnt of then."""
    if found.use is not Use.INCIDENT:
        return None
    if befell_others(clause):
        return ASIDE
    if is_addressed(clause):
        return Judgement(Use.UNSURE, said=True, told=True)
    if doubts_act(before, after, clause, beside=beside):
        return Judgement(Use.UNSURE, said=True, acted=True)
    return Judgement(Use.UNSURE, said=True, told=True) if is_learnt(before, after, clause) else None


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
    tells = tells_of_something(clause) and not LISTS.search(before)
    if (alone and not tells and not intended) or (tells_of_conduct if alone else tells_of_harm)(clause):
        return Judgement(use)
    if intended:
        return Judgement(Use.UNSURE, said=True, told=True)
    named = not (tells or alone) and names_something(clause)
    return Judgement(use, tells=tells, names=named, theirs=tells and bool(THEY_DID.search(clause)))


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
        for match in CUE.finditer(without_kindness(after[:end]))
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

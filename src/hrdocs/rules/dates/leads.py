"""What the words right before a date say: "incident on", "reported that on", "mediation was on"."""

import re

from hrdocs.rules.dates.asides import begins_aside
from hrdocs.rules.dates.circumstances import OFFICE
from hrdocs.rules.dates.clauses import clause_of
from hrdocs.rules.dates.cues import (
    AT_MEETING,
    COMPLAINS,
    CUE,
    DEFINITE,
    FORMAL,
    IMMEDIATE,
    MEETING_HELD,
    REPORT_OF,
    SAYING_THAT,
    THEY_DID,
)
from hrdocs.rules.dates.judgement import ASIDE, Judgement, Use
from hrdocs.rules.dates.objections import is_as_said


def find_lead(before: str, after: str, *, alone: bool) -> Judgement | None:
    """What the words right before a date say: "incident on", "reported that on", "mediation was on"."""
    there = AT_MEETING.search(before) and THEY_DID.search(clause_of("", after, last=True))
    if there or SAYING_THAT.search(before) or _IS_WHEN.match(after):
        return Judgement(Use.INCIDENT, said=True)
    told = _find_telling(before, after) if len(before) >= _TELLING else None
    if told:
        return told
    meeting = MEETING_HELD.search(before)
    if meeting and _ABOUT_IT.search(before):
        return ASIDE
    if meeting:
        return Judgement(Use.UNSURE, said=True, told=bool(FORMAL.search(before)))
    if _QUIET_UNTIL.search(before) or (alone and _names_occasion(before)):
        return Judgement(Use.INCIDENT, said=True)
    headed = _OWN_HEADING.search(before)
    if (
        headed
        and not _OF_COMPLAINT.search(headed[1])
        and not any(m["incident"] for m in CUE.finditer(headed[1]))
    ):
        return Judgement(Use.UNSURE, said=True)
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


def _names_occasion(before: str) -> bool:
    """Whether an answer names, with no more words, at what it was done or what came then."""
    named = _GOT_MESSAGE.fullmatch(before) or _MEETING_WITH.fullmatch(before)
    return bool(named) and not OFFICE.search(before)


def _find_telling(before: str, after: str) -> Judgement | None:
    """What is said to be the matter, what was sent on that day, or a day that is only somebody's word."""
    if _COMPLAINED_OF.search(before):
        return Judgement(Use.INCIDENT, said=True, definite=True)
    if (
        _WHAT_THEY_DID.search(before)
        or _SENT_ON.search(before)
        or (_IN_WHICH.match(after) and _PAPER.search(before))
    ):
        return Judgement(Use.INCIDENT, said=True)
    if _AS_I_SAID.search(before):
        return ASIDE
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
    r"(?:am|'m) reporting(?: (?:to )?you)?(?: (?:about|of))?|"
    r"mine(?: is| was|:)?|my own(?: one)?(?: is| was|:)|(?:the )?(?:final|last) straw(?: is| was|:)?|"
    r"(?:this|the present) (?:time|one|occasion|matter)[ :-]*(?:is|was)?|"
    r"(?:could|can|did) not complain(?: [a-z]+)? (?:of|about)|"
    r"(?:wish|want|like) to complain (?:of|about))"
    r"(?: (?:from|on|in|of|about|the events|events|an event|something|an incident|the incident|back|that|"
    r"which|"
    r"(?:what|which|that) (?:was|is|happened|took place|occurred)(?: to me)?|happened|occurred|took place))*"
    r"[ :(]*(?:the )?$"
)
# "As I said in my statement (21 May)": when it was told of.
_AS_I_SAID = re.compile(
    r"(?<![a-z])as (?:i|we)(?: have|'ve| had|'d)? (?:[a-z]+ )?(?:said|told|stated|explained|wrote|written|"
    r"put|"
    r"mentioned|reported|described|noted|recorded|set out)(?: [a-z']+){0,6} ?(?:\(|,|on|of|dated)(?: the)? ?$"
)
# "Because of what he did on": whatever that date belongs to, it is the day of it.
_WHAT_THEY_DID = re.compile(
    r"(?:(?<![a-z])what|^) ?(?:he|she|they) (?:did|had done|said to me)(?: to me)?"
    r"(?: was)?(?: back)?(?: on| in)?(?: the)? $"
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
# "During my supervision meeting with Dr Kane on", and no more: the occasion.
_MEETING_WITH = re.compile(
    r"[^a-z]*(?:(?:it was |this was |it happened )?(?:at|in|during) )?(?:the|a|an|my|our|this|at) "
    r"(?:[a-z0-9:-]+ ){0,3}"
    r"(?:meeting|interview|review|1:1|one to one|appraisal|supervision|call|tutorial|viva|lunch|session|"
    r"class) with "
    r"[a-z.' -]{2,40}?(?: (?:on|of|held on|at))?(?: the)?[ ,(:]*"
)
# "Then nothing until": then it came again.
_QUIET_UNTIL = re.compile(
    r"(?<![a-z])(?:then|and|but|was|were|had|stopped)(?: (?:it|things|all|there|he|she|they))?(?: (?:was|"
    r"were|had))?"
    r"(?: (?:nothing|quiet|peace|ok|fine|no (?:more|trouble|problems?|bother)))?(?: (?:more|else|again|"
    r"happened))? "
    r"(?:until|till)(?: the)? *(?<!then until )(?<!and until )(?<!then till )(?<!and till )(?<!was "
    r"until )(?<!was till )$"
)
# "I received the text messages on": what was written came to the writer then.
_GOT_MESSAGE = re.compile(
    r"[^a-z]*(?:that )?(?:i|we) (?:first )?(?:received|got|was sent|were sent|was copied into) (?:the|an?|"
    r"these|this|his|her|"
    r"another|some|more|two|three|several) (?:[a-z]+ ){0,2}(?:e-?mails?|texts?|messages?|whatsapps?|"
    r"voicemails?|dms?|cards?|"
    r"notes?|memes?|photos?|photographs?|pictures?|images?|videos?|posts?)(?: (?:from|about) [a-z' ]{2,30})?"
    r"(?: ¤+)?(?: (?:on|of|at|in))?(?: the)? *"
)
# "My rest days: 14 and 15 April"
_OWN_HEADING = re.compile(r"(?:^|[.;\n(]) *((?:my|our) [a-z' -]{2,40}): *$")
_OF_COMPLAINT = re.compile(
    r"(?<![a-z])(?:dates?|complain[a-z]*|grievance|answers?|concerns?|issues?|problems?|experiences?|"
    r"first|second|third|last|worst|best (?:guess|recollection)|recollection|memory|ordeal)(?![a-z])"
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


_ABOUT_IT = re.compile(
    r"(?<![a-z])(?:about|to discuss|regarding) (?:it|this|that|what|the (?:incident|matter))(?![a-z])"
)
_THE_MATTER = re.compile(r"(?<![a-z])(?:matter|problem|issue|thing|conduct|act|trouble)s? $")

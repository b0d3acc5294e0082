"""What a clause has to say against the nearest cue of its date.

An act told of beside a word of reporting; an act that befell somebody else, is denied, or is only what an
adviser said; what was learnt later, spoken of, or given by somebody as the day.
"""

import re

from hrdocs.rules.dates.asides import was_done_then
from hrdocs.rules.dates.cues import ADVISED, CUE, LOOSE_CUE, STRONG_STOP, TOLD_OF, WEAK_STOP
from hrdocs.rules.dates.telling import has_verb, was_done

_TELLING = 8  # shorter clauses ("on the", "at work") tell of nothing


def holds_conduct(before: str, after: str, clause: str, *, last: bool) -> bool:
    """Whether a clause with a word of something else tells of conduct all the same."""
    behind = after.split(",")[0]
    if _BECAUSE.search(behind) or _WRONGED.search(f"{before} {behind}") or _PUT_OUT.match(before):
        return True
    if was_done_then(after, last=last):
        return True
    if _OF_PAPER.search(before):
        return bool(_THEIR_PAPER.search(before))
    if was_done(before if has_verb(before) else clause):
        return True
    stops = [stop.start() for stop in (STRONG_STOP.search(after), WEAK_STOP.search(after)) if stop]
    own = after[: min(stops)] if stops else after if last else ""
    return any(match["incident"] for match in CUE.finditer(LOOSE_CUE.sub(" ", f"{before} {own}")))


def doubts_act(before: str, after: str, clause: str, *, beside: bool) -> bool:
    """Whether the act of a clause may be none towards the writer: another's, denied, or mere advice."""
    if len(clause) < _TELLING:
        return False
    if _CONSEQUENCE.match(after) or _NOTHING.match(before) or (_COME.search(before) and _WOULD.match(after)):
        return True
    if _ACCUSED.search(before):
        return True
    if _UNTIL_WHEN.search(before) and _BEFORE_THAT.match(after):
        return True
    if beside and (_DENIES.search(before) or _TOLD_THAT.search(after)):
        return True
    return bool(ADVISED.search(clause) or (_TOLD_ON.search(before) and _TO_DO.match(after)))


def is_addressed(clause: str) -> bool:
    """Whether it tells what passed between the writer and whoever reads this."""
    if "you" not in clause and not _REFERS.search(clause):
        return False
    return bool(_ADDRESSED.search(_QUOTE.sub(" ", clause)))


_REFERS = re.compile(r"further to|as [damr]|with ref")
_QUOTE = re.compile(r'"[^"]*"')
_ADDRESSED = re.compile(
    r"(?<![a-z])(?:(?:to|with|by|from|for|thank(?= you for)|met|emailed|e-mailed|rang|told|asked|"
    r"informed) you|"
    r"you (?:wrote|sent|said|told|asked|replied|rang|phoned|saw|met|e-?mailed|asked|acknowledged|received|"
    r"advised|have|had|were|are|gave|invited|confirmed|will|should)|your (?:letter|e-?mail|reply|call|"
    r"office|message|acknowledgement|predecessor|department|colleague|decision)|further to|as (?:discussed|"
    r"agreed|mentioned|requested)|with reference to)(?![a-z])"
)


def befell_others(clause: str) -> bool:
    """Whether what is told was done to somebody else."""
    if len(clause) < _TELLING or not _TO_OTHERS.search(clause):
        return False
    return not _TO_ME_TOO.search(_SAID_TO_ME.sub(" ", clause))


def is_disclaimed(before: str, after: str) -> bool:
    """Whether the sentence of a date says that the day is none of those complained of."""
    if not (_DENIAL.search(before) or _DENIAL.search(after)):
        return False
    dash = _DASH.match(after)
    stop = STRONG_STOP.search(after, dash.end() if dash else 0)
    own = after[: stop.start()] if stop else after
    if not (_NO_COMPLAINT.search(own) or _NOT_ABOUT.search(before) or _NONE_THEN.fullmatch(own)):
        return _NOTHING_DONE.search(before) is not None
    return True


# What each of the phrases below has in it.
_DENIAL = re.compile(
    r"no|n't|without|concern|fair e|let |misund|accid|bant|joke|harml|fault|dif|else|quiet|fine|ok|"
    r"(?:complaint|grievance|form|report|case)s? "
)
_DASH = re.compile(r"[ ,]*[-:]+ ")
# "No problem", "I am not complaining about that", "fair enough".
_NO_COMPLAINT = re.compile(
    r"(?<![a-z])(?:no (?:problems?|trouble|complaints?|issues?|bother)|without (?:any )?(?:problems?|"
    r"trouble|incident|issue)|not complaining|(?:nothing|not anything) to do with (?:it|this|that|me|my)|"
    r"(?:don't|doesn't|do not|does not|did not|didn't) count|not (?:a )?part of (?:this|my|it)|fair enough|"
    r"(?:i )?let (?:that|it) (?:go|pass)|(?:is|was|are|were|am) not (?:about|concerned with|the subject|"
    r"what i)|(?:was|were) (?:just |only |all |honestly )*(?:a misunderstanding|an accident|banter|"
    r"a joke between|harmless|my (?:own )?fault|different|someone else|somebody else)|concern(?:s|"
    r"ed) (?:a different|another|someone|somebody))(?![a-z])"
)
_NONE_THEN = re.compile(r"[ :,(-]*(?:nothing|none|no incidents?|quiet|fine|ok(?:ay)?)(?: [a-z]+){0,2}[ ,)]*")
_NOT_ABOUT = re.compile(
    r"(?<![a-z])(?:first|previous|earlier|last|old|other|original) (?:complaint|grievance|form|report|"
    r"case)s? (?:was|were|is|concerned|dealt)(?: [a-z]+)?(?: the)? *$|(?<![a-z])(?:(?:this|it|my complaint|"
    r"the complaint) (?:is|was)(?: not|n't) (?:about|over|because of)|(?:i|we) (?:do not|don't|am not|"
    r"'m not|are not|'re not) (?:count(?:ing)?|complain(?:ing)?|includ(?:e|ing)|mean(?:ing)?))(?![a-z])"
)
# "Nothing at all took place on": no day of an incident at all.
_NOTHING_DONE = re.compile(
    r"(?<![a-z])(?:nothing|no incidents?|none of (?:it|this|that)|nobody|no one|(?:it|this|that) (?:never|"
    r"did not|didn't))(?: [a-z]+){0,4} (?:happen(?:ed)?|occur(?:red)?|took place|take place|was said|"
    r"was done)(?: (?:on|in|at))?(?: the)? *$"
)


def is_learnt(before: str, after: str, clause: str) -> bool:
    """Whether the writer was told or shown on that day what had been done."""
    return (
        len(clause) >= _TELLING
        and not _SENT_ME.search(before)
        and bool(TOLD_OF.search(clause) or (_SHOWN_ON.search(before) and _WHAT_THEY.match(after)))
    )


def is_as_said(before: str) -> bool:
    """Whether it is a day that somebody gives, rightly or not."""
    return bool(_GIVES.search(before)) and bool(_AS_SAID.search(before))


# What each of the ways to give a day has in it.
_GIVES = re.compile(
    r"sa[iy]|clai|think|thou|reck|insis|maint|stat|giv|gave|show|wrote|put|typ|per |acc|as |bel|assu|reme|"
    r"swear|for"
)


def without_topics(text: str) -> str:
    """The text without what is only spoken of."""
    return _TOPIC.sub(" ", text) if _SPOKEN_OF.search(text) else text


_BECAUSE = re.compile(r"(?<![a-z])(?:because (?:i|i'm|of my)|for being|due to my|on account of)(?![a-z])")
_WRONGED = re.compile(
    r"(?<![a-z])(?:out of spite|to spite|for no reason|for nothing|unfairly|wrongly|as (?:a )?punish[a-z]*|"
    r"over by|against my|drunk|never (?:got|heard|received)|without (?:my|asking|telling|warning)|"
    r"by (?:him|her|my (?:boss|manager|supervisor))|on (?:his|her) (?:say|word))(?![a-z])"
)
# "Suspended 3 June, sacked 4 August": what was done to the writer in the end.
_PUT_OUT = re.compile(
    r"[^a-z]*(?:then |was |got |and )*(?:suspended|dismissed|sacked|fired|demoted|made redundant|"
    r"excluded)(?![a-z])"
)
# "That come 1 September I would be out".
_COME = re.compile(r"(?<![a-z])(?:come|by|from|that|until|before)(?: the)? $")
_WOULD = re.compile(r" (?:i|he|she|they|it|we)(?:'d|'ll| would| will| am going to| was going to)(?![a-z])")
# "They changed the locks on ... because of what he did to me on": the day of what followed from it.
_CONSEQUENCE = re.compile(
    r"[ ,]*(?:because of|as a result of|due to|on account of|owing to|in response to|after|following|over|"
    r"for) "
    r"(?:what (?:he|she|they) (?:did|had done|said)(?: to me)?|(?:the|this|that) incident)(?![a-z])"
)
_NOTHING = re.compile(r"[^a-z]*(?:nothing|no incidents?|not)(?: [a-z]+)? on(?: the)? $")
# "He did not shout on 3 July", "no incident on": what may be denied; an omission may be conduct too.
_DENIES = re.compile(
    r"(?<![a-z])(?:(?:he|she|they|it|nobody|no one|mrs?\.? [a-z]+|ms\.? [a-z]+|dr\.? [a-z]+) (?:did not|"
    r"didn'?t|never|has not|hasn'?t|had not|hadn'?t|was not|wasn'?t|were not|weren'?t)|no (?:further |"
    r"more |other )?incidents?|nothing|there (?:was|were) no)(?![a-z])(?:(?!until|till|before)[^,.;])*$"
)
# "It was 14 August before the swelling went": how long something took.
_UNTIL_WHEN = re.compile(r"(?<![a-z])(?:was|took(?: until| till)?|not)(?: until| till)? *$")
_BEFORE_THAT = re.compile(r" before (?:the|i|we|it|he|she|they|any[a-z]*|my|hr) ")
# "He claims that I", "the complaint against me": the writer stands accused.
_ACCUSED = re.compile(
    r"(?<![a-z])(?:(?:claims?|claimed|alleges?|alleged) (?:that )?i(?![a-z])|i (?:am|was|'m|stand|"
    r"have been) accused|(?:complaint|allegations?|grievance|case|charge)s? against me)"
)
# "On 5 September she told me that on [3 June he ...]".
_TOLD_THAT = re.compile(
    r"(?<![a-z])(?:told|tell|tells|said|says|heard|admitted|confessed|confirmed|mentioned|disclosed|"
    r"revealed|learn(?:ed|t)|"
    r"showed)(?: [a-z]+){0,3} (?:that|how|what)(?: (?:on|in|back in|around))?(?: the)? *$"
)
# What was done to somebody else.
_PEOPLE = (
    r"(?:colleagues?|co-?workers?|friends?|nurses?|drivers?|students?|lecturers?|wom[ae]n|m[ae]n|girls?|"
    r"lads?|members? of staff|workers?|porters?|victims?|complainants?|person|people|employees?)"
)
_TO_OTHERS = re.compile(
    rf"(?<![a-z])(?:(?:another|other|one|a different) (?:[a-z]+ "
    rf")?{_PEOPLE}[, ]+(?:[a-z]+[, ]+){{0,3}}(?:had|has|complained|suffered|experienced)|(?!it's|that's|"
    rf"what's|he's|she's)[a-z]+'s (?:one |incident |case )?(?:was|were)(?: on)?(?: the)? *$|(?:he|she|"
    rf"they) (?:got|was given|were given|received|had|has had) (?:an? )?(?:[a-z]+ )?(?:warning|telling off|"
    rf"talking to|suspension)|happened to (?!me|us|be|do|my)[a-z]+|(?:did|done|doing) (?:it|this|that|"
    rf"the same|so|the same thing) to (?!me|us|my)[a-z]+|(?:shout|swor|scream|yell|laugh|spat|star|leer|"
    rf"grop|touch|assault|harass|bull|abus|attack|insult|mock|picking|picked)[a-z]* (?:at |"
    rf"on )?(?:(?:another|a|an|my|other|one|the other) (?:[a-z]+ )?{_PEOPLE}|others|someone else|"
    rf"somebody else)|(?:another|other|my|a|one) (?:[a-z]+ )?{_PEOPLE}(?: [a-z]+){{0,2}} (?:was|were|"
    rf"had been|got) (?:[a-z]+ly )?[a-z]{{2,}}(?:ed|en|orn|own|ung|old))(?![a-z])"
)
_SAID_TO_ME = re.compile(r"(?<![a-z])(?:told|showed|shown|says to|said to|tells|informed) (?:me|us)(?![a-z])")
_TO_ME_TOO = re.compile(
    r"(?<![a-z])(?:me|us|my|i was|i got)(?! (?:colleague|friend|mate|co-?worker|workmate))(?![a-z])"
)
_THEIR_PAPER = re.compile(
    r"(?<![a-z])(?:his|her|their) (?:[a-z]+ )?(?:letters?|e-?mails?|memos?|reports?|statements?|"
    r"appraisal|review) (?:dated|of|from)(?: the)? $"
)
_OF_PAPER = re.compile(r"(?<![a-z])(?:dated|of|from)(?: the)? $")


# "She showed me on 3 October what he had posted".
_SENT_ME = re.compile(
    r"(?<![a-z])(?:he|she|they) (?:[a-z]+ )?(?:sent|texted|messaged|e-?mailed) (?:me|us) (?!what|that|how|"
    r"his|her|their)"
)
_SHOWN_ON = re.compile(
    r"(?<![a-z])(?:show(?:ed|n|s)?|tells?|told|informed|sent) (?:me|us)(?: (?:on|in|at))?(?: the)? *$"
)
_WHAT_THEY = re.compile(
    r" *(?:about )?(?:what|that|how|of|the) (?:he|she|they|mrs?|ms|dr|messages?|posts?|texts?|e-?mails?|"
    r"chat|photos?|pictures?)(?![a-z])"
)
# "A leaflet about harassment", "the training on bullying": what was spoken of, not what was done.
_SPOKEN_OF = re.compile("about |regarding |concerning |into |against ")
_TOPIC = re.compile(
    r"(?<![a-z])(?<!complaint )(?<!complain )(?<!complaining )(?:about|regarding|concerning|into|against) "
    r"(?:(?:the|this|that|his|her|their|my|all|alleged) )*(?:incidents?|harassment|bullying|abuse|assaults?|"
    r"behaviou?r|allegations?|treatment|conduct|discrimination)(?![a-z])"
)
# "I was advised on 3 October to fill this in".
_TOLD_ON = re.compile(
    r"(?<![a-z])(?:told|advised|asked|informed|invited)(?: (?:me|us))?(?: (?:on|in|at))?(?: the)? *$"
)
_TO_DO = re.compile(
    r" *(?:by (?:hr|human resources|my (?:rep|union|solicitor|gp)|the (?:union|police|helpline)|acas|"
    r"the lra)|to (?:fill|complete|write|put it|put this|keep (?:a|it)|use|see|contact|speak|raise|report|"
    r"make a|attend|sign|wait for)|(?:that |about )?(?:i|we|this|my|it|the (?:policy|procedure|form|"
    r"time limit|complaint)) (?:could|can|should|had until|have until|would need|was out|is out|needed|"
    r"procedure|form|complaint|policy))(?![a-z])"
)


# "He says 4 March", "it was recorded as 4 March".
_AS_SAID = re.compile(
    r"(?<![a-z])(?:(?:i|we) (?:first |had |originally |always |at first )*(?:thought|assumed|believed)|"
    r"(?:he|she|they) (?:will|'ll|would) (?:tell you|say|claim)|(?<!what )(?<!which )(?!(?:it|this|that|"
    r"who|what|he|she|they) )[a-z]+ (?:says|thinks|reckons|claims|maintains|insists|swears|remembers)|"
    r"(?:per|according to) [a-z]+(?: [a-z]+)?,?|(?<!what )(?<!which )(?<!that )(?:he|she|they|hr|manager|"
    r"rep|police|records?|form|letter|report|minutes|log|rota) (?:[a-z]+ )?(?:says?|said|claims?|claimed|"
    r"thinks?|reckons?|insists?|maintains?|states?|gives?|shows?)|(?:i|we) (?:[a-z]+ )?(?:wrote|put|"
    r"put down|gave|typed|said)|(?:have|has|had) (?:it|this|me) (?:down )?(?:as|for)|(?:it|"
    r"this) (?:down )?as|(?:put|set|noted|recorded|logged|written|given|entered|shown|"
    r"typed) (?:down )?as)(?: (?:that|it was|it is|it as|to put|the date as|the date was|as|it was on|"
    r"that it was on))*[ (\"']*(?:the )?$"
)

"""What a clause is built of beside its verb of conduct: who acts in it, and what only says where and when.

For canonical text. The writer's own doing is never what is complained of; the place, the occasion and what
the writer was at say nothing about what a date is the date of.
"""

import re

from hrdocs.rules.dates.asides import was_done_then
from hrdocs.rules.dates.cues import CUE, STRONG_STOP, WEAK_STOP
from hrdocs.rules.dates.telling import has_verb, tells_of_conduct, was_done

_ADVERBS = r"(?:also|then|first|only|just|later|finally|already|even|actually|never|[a-z]+ly)"
# The writer does something, and what is no doing: what befell, was seen, felt or said to be.
_I_ACT = re.compile(
    rf"(?<![a-z])(?:i|we) (?:{_ADVERBS} )*(?!{_ADVERBS} )"
    r"(?!(?:was|were|am|are|had|have|got|get|felt|heard|overheard|found|noticed|experienced|suffered|saw|"
    r"seen|witnessed|watched|believe|think|thought|wish|want|would|refer|complain|say|said|attach|enclose|"
    r"did|do|don|didn|wasn|could|can|cannot|remember|recall|know|knew|allege|lost|fell|received|endured|"
    r"faced|mean|argued|fought|clashed|quarrelled|rowed|disagreed|cried|broke)(?![a-z]))[a-z]+(?![a-z])"
)
_SOMEBODY = re.compile(
    r"(?<![a-z])(?:he|she|they|him|her|them|his|their|me|us|mrs?|ms|dr|prof|someone|somebody|everyone|"
    r"everybody|nobody|(?:was|were|got|getting|being|been) [a-z]+(?:ed|en|t))(?![a-z])"
)


def is_own_doing(before: str, after: str) -> bool:
    """Whether the clause right around a date tells only of what the writer did."""
    if not (_OF_WRITER.search(before) or _OF_WRITER.search(after)):
        return False
    stops = list(WEAK_STOP.finditer(before))
    inner = before[stops[-1].end() :] if stops else before
    clause = _QUOTED.sub(" ", f"{inner if has_verb(inner) else before} {_short(after)}")
    if _BY_ME.search(clause) and not _THIRD.search(clause):
        return True
    if not (_I_ACT.search(clause) or _I_LOST.search(clause)) or _SOMEBODY.search(clause) or was_done(clause):
        return False
    return not any(
        m["incident"]
        and not _COUNTS.match(m["incident"])
        and not clause.endswith(("i ", "we "), 0, m.start())
        for m in CUE.finditer(clause)
    )


_OF_WRITER = re.compile(r"(?:i|we|by (?:me|us|myself)) (?<![a-z]i )(?<![a-z]we )")
_I_LOST = re.compile(
    r"(?<![a-z])(?:i|we) lost (?:my|our|the) (?:temper|rag|head|cool|patience|plot)(?![a-z])"
)
_BY_ME = re.compile(
    r"(?<![a-z])(?:[a-z]{2,}ed|sent|written|made|taken|kept|given) by (?:me|us|myself)(?![a-z])"
)
_THIRD = re.compile(r"(?<![a-z])(?:he|she|they|his|her|their)(?![a-z])")
_QUOTED = re.compile(r'"[^"]*"')
# Words that only count occasions: "for the first time", "again".
_COUNTS = re.compile(
    r"(?:first|second|third|fourth|next|last|final|another|again|most recent|latest)(?![a-z])"
)


def _short(after: str) -> str:
    """What stands behind a date, up to the first stop of any kind."""
    stops = [stop.start() for stop in (STRONG_STOP.search(after), WEAK_STOP.search(after)) if stop]
    return after[: min(stops)] if stops else after


_WORDS = r"(?: [a-z0-9¤'&/.-]+)"
_PLACE = (
    r"(?:at|in|on|by|near|outside|inside|during|beside|behind|opposite|under|next to|in front of|round|"
    r"across)"
)
_TOLD = (
    r"report|told|tell|inform|complain|raise|rais|notif|disclos|submit|lodg|sign|wrote|writ|e-?mail|"
    r"rang|phon|spoke|met|made|hand|fill|complet|typed|log|record"
)
_REPORTING = (
    rf"(?:{_TOLD}|born|join|left|leav(?!e(?![a-z]))|appoint|hired|employ|"
    r"start|began|begin|retir|resign|receiv|got|found|learn|discover|hear|realis|knew|saw|see)"
)
_STATE = (
    r"(?:i|we) (?:was|were) (?:just |only |still )?(?:on|at|in|by|with|alone|working|doing|covering|"
    r"standing|sitting|walking|waiting|going|coming|leaving|seconded|based|temping|acting up|"
    r"filling in)(?! (?:leave|holiday|holidays|annual|sick|the sick|maternity|paternity|hospital|bed|"
    r"receipt|touch|contact|counselling)(?![a-z]))"
)
# "When I asked him for the key", "every time I was on earlies": the occasion, whatever its verb.
_OCCASIONED = (
    r"(?:(?:and |always |each time |every time |just |right |only )*(?:when|while|whilst|as|where|after|"
    r"before|during|"
    r"whenever)|(?:each|every) time)(?: that)? (?:i|we|he|she|they|my|our|his|her|the|a|an)"
)
_ONLY_CIRCUMSTANCE = re.compile(
    rf"(?:[ ,()¤-]+(?:(?:and )?{_PLACE}{_WORDS}{{1,7}}|(?:and )?(?:(?:while|when|as|whilst|where) "
    rf")?{_STATE}{_WORDS}{{0,8}}|{_OCCASIONED}{_WORDS}{{1,12}}|(?:and )?(?:i|we)(?: have|'ve| had) "
    rf"(?:worked|been|never|"
    rf"not|always){_WORDS}{{1,12}}|on and off|off and on|most days|every day"
    rf")[ ,.)¤]*)+"
)
_OCCASION_TOLD = re.compile(rf"(?<![a-z]){_OCCASIONED}(?![a-z])")
_OF_IT = re.compile(r"(?<![a-z])about (?:it|this|that|what|how|him|her|them)(?![a-z])")
_MOVED_ON = re.compile(
    rf"[ ,(-]*(?:when|until|while|as) (?:i|we|he|she|they)(?! (?:{_ADVERBS} )*(?:{_TOLD}))"
    rf"[a-z' ]{{3,40}}[ .)]*"
)
_TELLS = re.compile(rf"(?<![a-z]){_REPORTING}[a-z]*(?![a-z])")


# "(I have the text saved)": a remark in brackets that ends the answer.
_REMARK = re.compile(
    rf"[ ,.]*\((?!(?:(?:i|we|it|this|that|which|was|were|is|the|a|my|have|had|then|only|first|also) "
    rf")*(?:{_TOLD}|date|day|"
    r"today|receiv|sent|post|print|download|start|join|left|born|birth|policy|letter|form|deadline|hearing|appeal|"
    r"meeting|appoint|interview|return|found out|heard|learn|not|see|and|plus|or|also|other|more|several|"
    r"various|etc|"
    r"approx|about|around|maybe|possibly|think|unsure|\?))[^()§0-9?]*\)[ .]*"
)


def only_circumstance(after: str, *, runs: bool) -> bool:
    """Whether what stands behind a date only says where it was, and what the writer was at.

    `runs` where the date is a stretch of time: then what ended it may be told of as well.
    """
    if _REMARK.fullmatch(after) and not OFFICE.search(after):
        return True
    if runs and _MOVED_ON.fullmatch(after):
        return True
    if not _ONLY_CIRCUMSTANCE.fullmatch(after) or _TELLS.search(after):
        return False
    return not (_OCCASION_TOLD.search(after) and (OFFICE.search(after) or _OF_IT.search(after)))


_DAY_OF = r"the (?:very |same )?(?:day|morning|afternoon|evening|night|week|weekend)"
# "The day she turned 40", "my very first day", "when I was on nights": which day it was.
_APPOSITION = re.compile(
    rf"[ ,(]+(?:{_DAY_OF} (?:that |when )?(?:i|we|he|she|they|it|the [a-z]+|"
    rf"my [a-z]+) (?!(?:{_ADVERBS} )*{_REPORTING})[^,.;()]*|my (?:very )?(?:first|last|second) (?:day|"
    rf"shift|week|morning|night)(?: [a-z]+){{0,6}}|(?:was|is|being) (?:the|my) (?:very )?(?:first|second|"
    rf"third|fourth|last|latest|worst|next|final|only|main)(?: (?:one|"
    rf"time|incident|occasion|day))?|(?:it|which|that) (?:was|is) (?:my|his|her|the|our) "
    rf"(?:[a-z0-9]+ )?"
    rf"(?:birthday|anniversary|first day|last day|pay ?day)|(?:while|when|whilst|as) "
    rf"{_STATE}[^,.;()]*)(?=[,.;)]| and | but |$)"
)
_BIRTHDAY = re.compile(
    r"[^a-z]*(?:it |this |that )?(?:was |happened )?(?:on )?(?<=on )(?:my|his|her) (?:own "
    r")?(?:[0-9]+[a-z]*~* )?"
    r"(?:birthday|anniversary)[ ,(]*(?:on |which was |was )*(?:the )?"
)
# "When I came back from leave, 6 January, ...": the main clause tells what happened then.
_SUBORDINATE = re.compile(rf"[^a-z]*(?:on )?(?:when|while|during|at|{_DAY_OF}) [^.;]*[,(] *(?:on )?(?:the )?")
_MAIN_CLAUSE = re.compile(r"\)?, ?(?:he|she|they|my|mrs?|ms|dr|someone|somebody|i (?:was|got|had))(?![a-z])")


# "Until the date of this form", "continuing at the time of this complaint": now.
_TO_THE_FORM = re.compile(
    r"(?<![a-z])(?:up )?(?:to|until|till|at)(?: and including)? the (?:time|date|day) of (?:writing|"
    r"completing|signing|"
    r"making|this|the|my)"
    r"(?: (?:this|the|my|present))?(?: (?:form|complaint|statement|letter|grievance))?(?![a-z])"
)


_RECORDED = re.compile(
    r"\((?:my |our |the |a |an |two |three |both |all )*[a-z' ]{2,30} (?:was|were) (?:also |all |both )?"
    r"(?:present|there|with me|in the room|nearby|on shift|on duty)\)|"
    r"\((?:(?:it |all )?was )?(?:recorded|taped|minuted|filmed|on camera|on cctv|on teams|on zoom)\)"
)


def without_circumstance(before: str, after: str) -> tuple[str, str]:
    """What stands around a date, without an apposition that says which day it was."""
    after = _RECORDED.sub(" ", _TO_THE_FORM.sub(" ", after, count=1))
    said = _APPOSITION.match(after)
    if said:
        after = after[said.end() :]
    if _BIRTHDAY.fullmatch(before):
        return "", after
    if _SUBORDINATE.fullmatch(before) and _MAIN_CLAUSE.match(after) and tells_of_conduct(after):
        return "", after
    return before, after


_OCCASION = re.compile(
    r"(?<![a-z])(?:meeting|interview|appraisal|review|1:1|one[ -]to[ -]one|supervision|induction|training|"
    r"course|party|dinner|lunch|conference|viva|seminar|class|lecture|shift|handover|briefing|huddle|"
    r"stand-?up|audit|inspection|rehearsal|away day)(?![a-z])"
)
OFFICE = re.compile(
    r"(?<![a-z])(?:hr|human resources|union|unison|nipsa|rep|gp|doctor|police|psni|solicitor|panel|"
    r"occupational|oh|counsell[a-z]*|investigat[a-z]*|grievance|mediation|disciplinary|hearing|appeal|"
    r"welfare|complain[a-z]*|report[a-z]*|rais[a-z]*|phoned|rang|called|e-?mailed|wrote|contacted|"
    r"inform[a-z]*|told|tell|join[a-z]*|start[a-z]*|began|born|sign[a-z]*)(?![a-z])"
)
# What does not tell of that very day.
_ANOTHER_TIME = re.compile(
    r"(?<![a-z])(?:had|has|have|earlier|since|because|later|next|previous[a-z]*|last|again|ago|always|"
    r"never|used to|would|kept|keeps|every|until|till|before|months?|weeks?|ever|about (?:it|this|how|"
    r"what))(?![a-z])|'d |'ve "
)


def happened_then(before: str, after: str) -> bool:
    """Whether what follows the only date of a text tells what was done on it, there and then."""
    if OFFICE.search(before) or _ANOTHER_TIME.search(after):
        return False
    if not has_verb(before):
        return bool(_OCCASION.search(before)) and tells_of_conduct(after)
    return was_done_then(after, last=True)

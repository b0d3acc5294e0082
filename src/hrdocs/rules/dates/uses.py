"""What each date of a text is the date of: the clauses judged one by one, then weighed together.

A date whose clause may tell of something else decides nothing, unless another is plainly that of an incident.
"""

import re

from hrdocs.rules.dates.chains import Chains
from hrdocs.rules.dates.context import judge_use
from hrdocs.rules.dates.cues import NO_WORDS, STRONG_STOP, THEY_DID
from hrdocs.rules.dates.joints import Joint
from hrdocs.rules.dates.judgement import BARE, Judgement, Use
from hrdocs.rules.dates.pieces import Piece
from hrdocs.rules.dates.telling import has_verb, tells_of_conduct

_Group = tuple[int, int, Judgement]  # the first and last piece of one clause, and what it is judged to be


def find_uses(plain: str, chains: Chains) -> list[Use]:
    pieces = chains.pieces
    groups: list[_Group] = []
    diary = _is_diary(plain, chains)
    number = 0
    while number < len(pieces):
        last = number
        while last < len(chains.joints) and _is_one(plain, chains, last):
            last += 1
        left = pieces[number - 1].end if number else 0
        right = pieces[last + 1].start if last + 1 < len(pieces) else len(plain)
        found = judge_use(
            plain,
            pieces[number].start,
            _end_of(plain, pieces[last]),
            left,
            right,
            last=last + 1 >= len(pieces),
            diary=diary,
            runs=number < last and chains.joints[number] is Joint.RANGE,
        )
        found = _since_then(plain, chains, (number, last, found), left)
        if groups and _goes_with(plain, chains, number) and groups[-1][2].apart:
            if not found.said and not THEY_DID.match(plain, pieces[last].end + 1):
                found = Judgement(Use.UNSURE)
            following = plain[pieces[last].end : min(right, pieces[last].end + 60)]
            if found.use is Use.INCIDENT and _AGAIN.search(following):
                groups[-1] = (*groups[-1][:2], Judgement(Use.UNSURE))
        gap = plain[left : pieces[number].start]
        if groups and pieces[number - 1].kind == "weekday" and _PLACED_BY.match(gap):
            pieces[number - 1].doubts.append("is placed by the date of something else")
            found = Judgement(Use.UNSURE, said=True)
        if groups and found.use is Use.INCIDENT and _COUNTED_FROM.match(gap):
            chains.operators[number].loose_after = False
            found = Judgement(Use.UNSURE, said=True)
        if groups and groups[-1][2].apart:
            found = _after_apart(gap, plain[pieces[last].end : right], found)
        groups.append((number, last, found))
        number = last + 1
    if all(found is BARE for _, _, found in groups):
        return [Use.INCIDENT] * len(pieces)
    return _weigh_groups(groups, diary=diary, stated=not diary and _is_stated(plain, chains, groups))


def _end_of(plain: str, piece: Piece) -> int:
    """Where a date ends: before a full stop that ends its sentence and not only an abbreviation ("Dec.")."""
    return piece.end - 1 if _STOPPED.match(plain, piece.end - 1) else piece.end


_STOPPED = re.compile(
    r"\. (?!(?:and|to|at|in|on|or|until|till|from|about|around|when|approx)(?![a-z]))[a-z¤]"
)


def _is_stated(plain: str, chains: Chains, groups: list[_Group]) -> bool:
    """Whether the answer begins with the date and no more: what follows only comments on it."""
    if not groups or groups[0][2].use is not Use.INCIDENT or groups[0][2].tells:
        return False
    if not _STATES.fullmatch(plain, 0, chains.pieces[0].start):
        return False
    comment = _COMMENT.match(plain, chains.pieces[groups[0][1]].end)
    return bool(comment) and not (comment and has_verb(comment.group()))


_STATES = re.compile(
    r"(?:[^a-z]|(?<![a-z])(?:it|this|the|on|in|date|hap+en[a-z]*|occur[a-z]*|took place|was)(?![a-z]))*"
)
_COMMENT = re.compile(
    r"(?: (?:at|in|on|outside|inside|near|beside|by|during) [a-z ¤']{2,40}| [a-z]+ [a-z]+)? *"
    r"(?:[.;(\n]|- ?|, ?(?=i |my |we |hr |then i ))"
)


def _after_apart(gap: str, after: str, found: Judgement) -> Judgement:
    """A date behind one of something else: "again in writing on", "and left on", "and my union on"."""
    if not after.strip(" .,;)") and _AGAIN_SO.fullmatch(gap):
        return Judgement(Use.UNSURE, said=True, told=True)
    if found.said:
        return found
    own = STRONG_STOP.split(after)[0]
    joined = _AND_ALSO.match(gap) and not STRONG_STOP.search(gap) and not tells_of_conduct(f"{gap} {own}")
    if joined or _ELLIPSIS.fullmatch(gap):
        return Judgement(Use.UNSURE, said=True, told=True)
    return found


def _since_then(plain: str, chains: Chains, group: _Group, left: int) -> Judgement:
    """ "Since I moved in June", "promoted in June and ever since": the acts run from that day."""
    number, last, found = group
    pieces, ops = chains.pieces, chains.operators[number]
    if not (ops.since or ops.start or ops.ongoing or "since" in plain):
        return found
    alone = not number and last + 1 == len(pieces)
    running = _since_what(plain, chains, group, left) if ops.since or ops.start else None
    if running:
        return running
    if chains.operators[number].since and found.use is not Use.INCIDENT:
        lead = plain[max(left, pieces[number].start - 80) : pieces[number].start]
        lead = _before_since(lead)
        if not _EMPLOYED.search(lead):
            told = not has_verb(lead) or tells_of_conduct(lead)
            return Judgement(Use.INCIDENT) if alone and told else Judgement(Use.UNSURE, said=True)
    before = plain[max(left, pieces[number].start - 60) : pieces[number].start]
    if len(pieces) > 1 and "since" in before and _SINCE_WHAT.search(before):
        return Judgement(Use.UNSURE, said=True)
    runs = chains.operators[number].since or chains.operators[number].ongoing
    if (
        found.use is Use.INCIDENT
        and found.tells
        and runs
        and alone
        and not _HELD.search(before)
        and not _EMPLOYED.search(before.partition("since")[0])
    ):
        return Judgement(Use.INCIDENT)
    if found.use is not Use.INCIDENT and _EVER_SINCE.match(plain, pieces[last].end):
        return Judgement(Use.LIKELY)
    return found


def _since_what(plain: str, chains: Chains, group: _Group, left: int) -> Judgement | None:
    """What is said to have run since then: a state of the writer's, a step, or the conduct itself."""
    number, last, found = group
    piece, ops = chains.pieces[number], chains.operators[number]
    lead = _before_since(plain[left : piece.start if ops.begin is None else ops.begin])
    opens = ops.since and bool(NO_WORDS.fullmatch(lead))
    end = chains.pieces[last].end
    if opens and found.use is not Use.OTHER and _is_own_state(plain[end : end + 80]):
        return Judgement(Use.UNSURE, said=True)
    alone = not number and last + 1 == len(chains.pieces)
    if alone and found.use is Use.INCIDENT and _is_led_by_another(lead):
        return Judgement(Use.UNSURE, said=True)
    if (opens and found.names) or ((ops.since or ops.start) and _GOES_ON.search(plain, left, piece.start)):
        return Judgement(Use.INCIDENT, said=True)
    return None


def _before_since(lead: str) -> str:
    """What stands before the last "since"; all of it where there is none."""
    begin = max((match.start() for match in _SINCE.finditer(lead)), default=len(lead))
    return lead[:begin]


def _is_led_by_another(lead: str) -> bool:
    """ "On medication from", "better since", "new manager since": what runs from then is no conduct."""
    clause = STRONG_STOP.split(lead)[-1] or ""
    return bool(_EMPLOYED.search(clause) or _NEW.search(clause)) and not tells_of_conduct(clause)


_NEW = re.compile(
    r"(?<![a-z])(?:wait(?:ed|ing)|new (?:line )?(?:manager|boss|job|role|contract|team|supervisor|post|"
    r"rota|system|"
    r"head)|no (?:reply|answer|response|word|contact))(?![a-z])"
)


def _is_own_state(after: str) -> bool:
    """ "Since January I have been off sick": what the writer is or does since, and no conduct."""
    clause = STRONG_STOP.split(after)[0]
    mine = _I_AM.match(clause)
    if mine is None:
        return False
    return not (tells_of_conduct(clause) or tells_of_conduct(f"i was {clause[mine.end() :]}"))


_I_AM = re.compile(
    r"[ ,-]*(?:i|we)(?: (?:am|are|get|got|have|keep)| ?'ve| ?'m| ?'re|(?= ))(?: (?:been|getting))? ?"
)


def _weigh_groups(groups: list[_Group], *, diary: bool, stated: bool) -> list[Use]:
    """The use of every piece, now that it is known what the other clauses say."""
    known = any(found.said and found.use is Use.INCIDENT for _, _, found in groups)
    said_so = any(found.definite for _, _, found in groups)
    definite = stated or said_so
    plain = definite or (not diary and any(found.said and found.sure for _, _, found in groups))
    listed = diary and all(found.use is Use.INCIDENT and not found.theirs for _, _, found in groups)
    sure = any(found.use is Use.INCIDENT and not found.tells for _, _, found in groups)
    certain = any(found.sure for _, _, found in groups)
    unquoted = any(not found.apart for _, _, found in groups)

    def is_none(found: Judgement) -> bool:
        none = (found.told and known) or (found.quoted and unquoted) or (found.aside and sure)
        none = none or (found.own and not found.acted and certain)
        return none or _may_be_none(found, definite=definite, plain=plain)

    def is_settled(found: Judgement) -> bool:
        return said_so or not found.open or found.quoted or (stated and not found.tells)

    dropped = [is_settled(found) and is_none(found) for _, _, found in groups]
    several = (
        sum(f.use is not Use.OTHER and not gone for (_, _, f), gone in zip(groups, dropped, strict=True)) > 1
    )
    uses: list[Use] = []
    for (first, last, found), gone in zip(groups, dropped, strict=True):
        use = found.use
        if gone:
            use = Use.OTHER
        elif (use is Use.OTHER and not is_settled(found) and certain) or (
            use is Use.INCIDENT and not listed and found.tells and not sure
        ):
            use = Use.UNSURE
        elif use is Use.INCIDENT and not listed and several and (found.tells or found.names):
            use = Use.LIKELY
        uses += [use] * (last - first + 1)
    return uses


def _may_be_none(found: Judgement, *, definite: bool, plain: bool) -> bool:
    """Whether a date is of something else because another is plainly that of an incident.

    `definite` where the day of the incident is stated: then a verb that tells of no act is none either.
    """
    if found.acted:
        return False
    return (plain and found.use is Use.UNSURE) or (definite and found.tells)


def _is_diary(plain: str, chains: Chains) -> bool:
    """Whether there are several dates with words between, and each begins an entry."""
    pieces = chains.pieces
    apart = [n for n, joint in enumerate(chains.joints) if joint is Joint.TEXT]
    if not apart or plain[: pieces[0].start].strip(" ¤*-.()1a"):
        return False
    return all(_ENTRY.search(plain[pieces[n].end : pieces[n + 1].start]) for n in apart)


_ENTRY = re.compile(r"(?:[;\n.*)]|(?<= )¤)[ ¤*()\"'-]*(?:on )?$")


def _goes_with(plain: str, chains: Chains, number: int) -> bool:
    """Whether a date may be of what the date before it in a list is of; not "here since 1998. 14/4/26"."""
    before, ops = chains.operators[number - 1], chains.operators[number]
    if chains.joints[number - 1] is not Joint.LIST or (before.since and not ops.since):
        return False
    gap = plain[chains.pieces[number - 1].end : chains.pieces[number].start]
    if _LEFT_BRACKETS.match(gap):
        return False
    lead = STRONG_STOP.split(plain[: chains.pieces[number - 1].start][-80:])[-1] or ""
    if _NEW_SENTENCE.match(gap) and not _SPOKEN.search(lead):
        return False
    return not (_STOP.search(gap) and _OWN_WORDS.match(plain, chains.pieces[number].end))


def _is_one(plain: str, chains: Chains, number: int) -> bool:
    """Whether two neighbours stand in one clause: a list or range with no sentence end between."""
    if chains.joints[number] is Joint.TEXT:
        return False
    piece = chains.pieces[number]
    gap = plain[piece.end : chains.pieces[number + 1].start]
    if chains.joints[number] is not Joint.LIST:
        return True
    if chains.operators[number].since and not chains.operators[number + 1].since:
        return False
    if _SENTENCE_END.search(plain[piece.start : piece.end]) and gap[:1] in " \n":
        return False
    return not (_PARTED.search(gap) or _LEFT_BRACKETS.match(gap))


_PARTED = re.compile(r"[;\n]|[.:]\s|(?:and|but|then|,) (?:on|in) (?:the )?$")


_NEW_SENTENCE = re.compile(r" ?[.:;\n]")
# "Reported to HR 3 May. 5 May": the second may be of a report as well; not so after "I joined in 2015."
_SPOKEN = re.compile(
    r"report|told|tell|inform|complain|rais|notif|disclos|spoke|spoken|me[et]t|mail|wrote|rang|phon|call|saw|see|"
    r"visit|attend|app(?:oin)?t|sign|submit|hand|sent|log|record|discuss|contact|statement|letter|form"
)
_LEFT_BRACKETS = re.compile(r"[^()]*\)")  # "(told Brian the same day), 15 May": no list
_STOP = re.compile(r"[.;\n]")
_OWN_WORDS = re.compile(r" (?:[a-z']+ ){2}")
_SINCE_WHAT = re.compile(r"(?<![a-z])since (?:my|the|his|her|our|an?) [a-z]+ (?:[a-z]+ )*(?:the )?$")
# "I spoke to HR on 3 June and my union on 5 June": the verb counts for both.
_ELLIPSIS = re.compile(
    r"\)?,? (?:and |then )*(?:(?:to|with|at|in|by) )?(?:my|the|our|a) (?:[a-z]+ ){1,3}(?:on |in |"
    r"\()?(?:the )?"
)
# "2 July, two days before my holidays on 4 July": the first date is placed by the second.
_PLACED_BY = re.compile(r" (?:before|after|following|preceding|prior to|of) [a-z]")
# "Raised with Mr Boyle on 14 March, again in writing on 21 March".
_AGAIN_SO = re.compile(
    r"[ ,;&-]*(?:(?:and|then) )*(?:again|also|once more|in writing|formally|verbally|by (?:e-?mail|letter))"
    r"(?:[ ,]+(?:in writing|formally|verbally|on|the))*[ ,]*"
)
_AND_ALSO = re.compile(
    r"[ ,)]*(?:and|then|&) (?!on |in )(?:then |also )?[a-z]"
)  # "he joined on ... and left on"
_COUNTED_FROM = re.compile(
    r"[ ,(-]*(?:which was |that was |it was |about |around )*(?:the )?(?:[a-z0-9¤]+ )?"
    r"(?:days?|weeks?|fortnight|months?|hours?|night|morning) (?:before|after|following|prior to) "
)
_GOES_ON = re.compile(
    r"(?<![a-z])(?:it|this|that|the (?:abuse|bullying|harassment)|things)(?:'s| is| was| has| has been| "
    r"have been| had been)"
    r"(?: (?:been|all|now|still))* (?:going on|gone on|carried on|goin on|happening|ongoing|on-going|"
    r"continu[a-z]*|constant|"
    r"daily)"
    r"(?: (?:ever|on and off|nearly every day|every day))? (?:since|from)[^.;,]*$"
)
_EVER_SINCE = re.compile(r"[ ,;-]*(?:and |but )*(?:it |this |he |she )?(?:has )?(?:ever since|since then)")
_SINCE = re.compile(r"(?<![a-z])(?:since|from (?:when|the (?:day|time|moment|date)))(?![a-z])")
# "Which the guards have had since": what somebody has, or the writer is on.
_HELD = re.compile(
    r"(?<![a-z])(?:(?:have|has|'ve|'s|had) had (?!to)|(?:i|we)(?: have|'ve) been (?!gett|receiv|hav|suffer|"
    r"endur|"
    r"putt|deal|fac|experienc|be|feel|liv|cop)[a-z]+ing(?![a-z])|(?:i|we)(?: have|'ve) (?:been )?(?:on|in|"
    r"at|off|"
    r"under|kept|"
    r"owned|used)(?![a-z]))"
)
_SENTENCE_END = re.compile(r"(?:~|may|\d)\.$")  # no abbreviation, as in "16 Aug."
_AGAIN = re.compile(r"(?<![a-z])(?:again|the same|once more)(?![a-z])")
_EMPLOYED = re.compile(
    r"work|employ|been (?:here|with|in|at(?! (?:me|us)(?![a-z]))|an?|the|my|our|his|her|their)\b|"
    r"member of|in post|role|"
    r"joined|policy|reported|"
    r"medication|(?<![a-z])ill(?![a-z])|unwell|better|fine(?![a-z])|improved|quiet|happier|counselling|"
    r"treatment|"
    r"complain|been head|manager|director|principal|lecturer|professor|been chair|off with|been off|"
    r"signed off|diary|manag|supervis|known|boss|off sick|sick leave|"
    r"absent|line manager|reviewed|second(?:ed|ment)|job|position|in (?:the|this|my) (?:team|department|"
    r"section|office)"
)

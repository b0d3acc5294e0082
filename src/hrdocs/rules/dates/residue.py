"""What a clause of something else leaves unaccounted for, which may be an act all the same.

A date is dropped for another's sake only where every word behind it in its own sentence is known to tell
of no act: who was told and how, where and when, what came of it. "Returned on 2 June to no desk" is asked
about.
"""

import re

from hrdocs.rules.dates.cues import STRONG_STOP

_TITLES = r"mrs?\.?|ms\.?|miss|dr\.?|prof\.?|sister|sgt|cllr"
_NAMED = re.compile(
    rf"(?<![a-z])(?:to|with|by|from|via|through|{_TITLES}) (?:(?:the|my|our|a|an|{_TITLES}) )*"
    r"(?!(?:no|find|him|her|them|me|us)(?![a-z]))[a-z'-]+(?: (?:in|from|of|and) [a-z]+)?"
)
_TELL_OF_NO_ACT = (
    "a an the that this these it its my our your i we you and or but so then also as at in on by of for "
    "from to with into onto via until till since before after during about regarding re concerning over "
    "within up out off again am pm who which where when because if while though although not no nothing "
    "none never only just even was were is are be been being has have had did do does will would can "
    "could should may might must hr human resources personnel management manager managers line "
    "supervisor union unison nipsa unite rep reps steward gp doctor nurse hospital clinic occupational "
    "health counsellor counselling police psni solicitor acas lra payroll office desk department dept "
    "team welfare adviser advisor confidential head director dean tutor student services safeguarding "
    "helpline panel board committee council university college trust court tribunal email mail letter "
    "phone telephone call text message form writing written verbally formally informally person post "
    "online teams zoom copy copies attached enclosed note notes minutes report reported reporting "
    "statement complaint complain complained grievance appeal incident matter issue concern concerns "
    "same day date time morning afternoon evening night week month year later earlier today yesterday "
    "days weeks months done happened heard back reply replied response answer answered acknowledged "
    "action taken came come yet still work job role contract leave holiday holidays annual maternity "
    "paternity sick sickness absence return returned returning start started starting ended finished "
    "joined moved transferred new permanent temporary meeting meetings interview discuss discussed "
    "speak spoke talk talked raise raised logged recorded noted signed dated received sent told tell "
    "informed advised asked ask see saw met put made make took take get got went go rang phoned emailed "
    "texted wrote contacted visited attended consulted chased leaflet given them silent good advice "
    "help support policy procedure training course induction probation appraisal review exam results "
    "house home address please write due end ends runs effect one two three first second third version "
    "page pages full part draft handed filled submitted closed upheld rejected dismissed settled dealt "
    "resolved harassment referred ref reference number case file there here they he she upstairs fine "
    "ok normal well quiet "
)
_KNOWN = frozenset(_TELL_OF_NO_ACT.split())
_WORD = re.compile(r"(?<![a-z])(?![a-z]+ly(?![a-z]))[a-z]+")
# A second verb of which the writer is no subject, a noun that was found there, somebody else's doing.
_TURNS = re.compile(
    r"(?:(?<![a-z])(?:and|but|then|only)|,) (?:then )?(?:got|was|were|had|being|found|heard|saw|no|not|"
    r"nobody|told|asked|called|refused|given|made|sent|left)(?![a-z])| to (?:no|a|an|some|find) |"
    r"(?<![a-z])(?:nobody|no one) |(?<![a-z])(?:he|she|they)(?! (?:(?:was|were|has|had|is|are) (?:on|off|"
    r"away|not|spoken|told|informed|moved|suspended)|apologi[sz]ed|did (?:nothing|not)|said sorry|listened|"
    r"promised|agreed|offered|advised|replied|took no)(?![a-z]))(?![a-z])|^ ?,? (?:a|an|no) [a-z]|"
    r"(?<![a-z])who (?:told|said|called|asked) me|(?<![a-z])in tears|(?<![a-z])(?:with (?:him|her|them)|"
    r"(?:calls?|calling|laugh[a-z]*|sniggered|smirked|mocks?)(?![a-z]))"
)
_ADVERSE = re.compile(
    r"(?<![a-z])(?:cancelled|lowered|cut(?! off)|reduced|stopped|withdrawn|removed|taken (?:off|away)|"
    r"refused|denied|turned down|(?:not|never) (?:invited|asked|told|given|allowed|considered|paid|"
    r"consulted)|had to (?:leave|go|walk)|(?:him|her|them) to (?:stop|leave|give over)|in tears|crying|"
    r"sacked|demoted|women|unfair[a-z]*|without (?:asking|telling|warning|notice))(?![a-z])"
)
# Where the clause of the next date begins: its verb, or what it is the date of.
_PART = re.compile(
    r"[,;.:(]|(?<![a-z])(?:and|but|when|where|who|so|then|while|because|after|before|regarding|about|"
    r"concerning|re|respect|what|how|that|which|following)(?![a-z])"
)


_RELATIVE = re.compile(r"(?<![a-z])(?:who|which)(?![a-z])[^,]*$")


def own_words(before: str, after: str, *, last: bool) -> str:
    """What stands behind a date and is its own: its sentence, or all before the next date's clause.

    A comma closes a clause that `who` opened before the date.
    """
    if _RELATIVE.search(before):
        after, comma, _ = after.partition(",")
        last = last or bool(comma)
    stop = STRONG_STOP.search(after)
    if stop:
        return after[: stop.start()]
    lead = None if last else _PART.search(after)
    return after[: lead.start()] if lead else after


def takes_a_turn(own: str) -> bool:
    """Whether words behind a date say that more befell then."""
    return bool(_TURNS.search(own))


def is_adverse(before: str) -> bool:
    """Whether what stands before a date tells of harm: leave cancelled, a meeting not invited to."""
    return bool(_ADVERSE.search(before))


def leaves_something(own: str) -> bool:
    """Whether a word behind a date is not known to tell of no act."""
    return takes_a_turn(own) or not _KNOWN.issuperset(_WORD.findall(_NAMED.sub(" ", own)))

"""Acts that go on, or may: what the rest of the text says of how long it lasted.

"Ongoing" makes the last act run to the date raised. A word that it began, went on or came again, without
a day for it, only adds that reading: a date that is in time stays so, an old one becomes a question.
"""

import datetime as dt
import re

from hrdocs.document import ActKind
from hrdocs.rules.dates.judgement import Use
from hrdocs.rules.dates.meaning import Meaning
from hrdocs.rules.dates.mentions import Mention

Remainder = tuple[int, int, str, str]  # as in `remainder`

_GOES_ON = re.compile(
    r"(?<![a-z])(?:"
    r"continu(?:e|es|ed|ing|al|ally|ous|ously)|carr(?:y|ies|ied|ying) on|(?:goes|going|gone|goin) on|"
    r"went on(?! (?:leave|holiday|to|about|sick|a |maternity|paternity|annual|the sick))|keeps?(?! (?:me|"
    r"my|us|him|her|calm|quiet)(?![a-z]))|"
    r"kept (?:it )?(?:going|happening|up|on)|"
    r"stil+(?! (?:can|can't|can'?not|could|remember|recall|upset|off|waiting|shaken|have no|in (?:shock|"
    r"pain)|at|"
    r"there|no|not|feel|don't|haven't|hurt|angry|employed|work)(?![a-z]))|goin|ongoin|"
    r"there ?after|(?:regularly|repeatedly|often|daily|weekly|constantly|continually|again|times|more|so) "
    r"(?:after(?:wards)?|since)|from (?:that|then|there)(?: (?:day|point|time|moment))?(?= ?(?:on|onwards?|"
    r"[,.;)]|$))|"
    r"s[iey]n[sc]e?(?! (?:he|she|they|it|we|i) (?:is|was|had|have|did|could|would)(?![a-z]))(?! ?§)|"
    r"(?:up )?(?:until|untill?|(?<!the )(?<!my )(?<!at )(?<!a )(?<!each )(?<!every )(?<!your )till|"
    r"'til)(?! ?[¤§]| (?:the end of|lunch|after|i|we|he|she|they) )|"
    r"up to (?:my|the|when|this)|"
    r"to the (?:time|date|day) of|or (?:later|after|since)|(?:escalat|worsen|gett|increas|intensify|"
    r"recurr)ing|"
    r"lasted|resumed|each time|whenever|in total|over time"
    r")(?![a-z])"
)
_BEGAN = re.compile(
    r"(?<![a-z])(?:"
    r"(?:start(?:ed|d|s|id|ing)?|began|begun|begins|commenced|onset|beginning)"
    r"(?! of (?:my|our|the|his|her|a) (?!abuse|bull|harass|prob|troub|ordeal)| (?!then|there(?![a-z])|"
    r"after|again|almost|also)(?:work|in|with|at|here|as|"
    r"my|employment|the|a|date|univers|to|shout|talk|laugh|cry|"
    r"scream|swear|[a-z]+ing|¤)[a-z]*)|"
    r"the (?:start|beginning|first) of (?:it|this|many|several|"
    r"a)"
    r")(?![a-z])"
)
_FIRST = re.compile(r"(?<![a-z])first (?:time|incident|occasion|instance|one|occurrence|event)(?![a-z])")
# What is told of the conduct in the present has not ended: "it has not let up", "he makes jokes".
_PRESENT = re.compile(
    r"(?<![a-z])(?:it|this|things|everything|nothing|behaviour|bullying|harassment|abuse)"
    r"(?: has| have| hasn't| haven't|'s)(?: (?:not|never|now|just|only|always))* (?!happened|occurred|"
    r"(?:been )?(?:report|rais|look|resolv|deal|not|record|affect|left|made|caus|tak|upset|ruin|my|the|a|an|"
    r"in|on|at|all)"
    r"[a-z]*)[a-z]+(?![a-z])|(?<=§)[ ,(]*(?:(?:and|&|then) )+(?:repeatedly|regularly|often|frequently|"
    r"continually|constantly|"
    r"daily|weekly|periodically|again and again|over and over)(?![a-z])|(?<=§) (?:and|but|"
    r"&) (?:[a-z]+ly )?(?!(?:meet|morn|even|build|train|hear|noth|"
    r"someth|"
    r"anyth|everyth|dur|follow|regard|concern|includ|accord|be)ing)[a-z]{3,}ing(?![a-z])|"
    r"(?<![a-z])(?:it|this|things|everything|behaviour|bullying|harassment|abuse|he|she|they)"
    r"(?:'s| has| have| hasn't| haven't| is| isn't| are| does| doesn't| won't)(?: (?:not|never|now|just|"
    r"only|always))*"
    r" (?:been (?:hell|awful|bad|like|the same|going|doing|at)|let|eased|improved|changed|got|gotten|become|"
    r"(?:do|mak|say|call|ignor|shout|treat|bull|harass|pick|laugh|mock|star|glar|refus|gett|go)[a-z]*ing|"
    r"worse|bad|hell|daily|constant|relentless|regular|routine)(?![a-z])"
)
# What each of these has in it.
_SIGN = re.compile(
    r"continu|carr(?:y|ie)|go(?:es|in|ne)|went on|ke(?:ep|pt)|stil|after|from th|s[iey]n[sc]|til|to the|"
    r"lasted|resum|each t|whenev|in tot|over t|sta?rt|beg[iau]n|commenc|onset|first|is wh|was wh|up to|"
    r"stopp|used to|ended|finish|ceas|an end|§[ ,(]*(?:and|but|&|then) |or (?:later|since)|escalat|worsen|"
    r"gett|"
    r"increas|recurr|"
    r"(?:'s|has|have|is|are|does|n't|not) "
)
_DENIED = re.compile(
    r"(?:(?<![a-z])(?:not|never|no|nothing|none|nobody|without|off|sick|absent|ill|avoid[a-z]*)(?![a-z])|"
    r"(?:n't|(?<![a-z])(?:has|have|had|is|are|was|were|did|does|do|wo|would)nt) )"
    r"[^.;\n]{0,40}$"
)
_SENTENCE = re.compile(r"[.;\n!?]")
_ENDED = re.compile(
    r"(?<![a-z])(?:used to (?:be|go on|happen)|stopped|ended|finished|ceased|came to an end)(?! (?:me|my|"
    r"us|him|her|talking|"
    r"speaking)(?![a-z]))"
)
_REASON = "The text says that it began, went on or came again, without saying until when."


def find_running(rest: str, mentions: list[Mention]) -> Remainder | None:
    """Find words that it began or went on which belong to no date; None where there are none.

    `rest` is the text with the dates as `§`. A sentence about something else does not count.
    """
    if not _SIGN.search(rest):
        return None
    kept = [m for m in mentions if m.use is not Use.OTHER]
    ended = _ENDED.search(rest) if any(m.meaning.kind is ActKind.ONGOING for m in kept) else None
    if ended and not _is_denied(rest, 0, ended.start()):
        return (*ended.span(), "ended", "The text says that it stopped, without saying when.")
    for pattern in (_GOES_ON, _BEGAN, _PRESENT, _FIRST):
        if pattern is _FIRST and len(kept) != 1:
            continue
        for match in pattern.finditer(rest):
            start, end = sentence_of(rest, match)
            inside = [m for m in mentions if start <= m.start < end]
            if inside and all(m.use is Use.OTHER for m in inside):
                continue
            if pattern is not _PRESENT and _is_denied(rest, start, match.start()):
                continue
            return (*match.span(), "runs", _REASON)
    return None


def _is_denied(rest: str, start: int, end: int) -> bool:
    """Whether a "not", or the writer's own absence, stands shortly before in the sentence."""
    return bool(_DENIED.search(rest[max(start, end - 60) : end]))


def sentence_of(rest: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the sentence around a match begins and ends."""
    start = max((stop.end() for stop in _SENTENCE.finditer(rest, 0, match.start())), default=0)
    stop = _SENTENCE.search(rest, match.end())
    return start, stop.start() if stop else len(rest)


def run_on(kept: list[Mention], remainder: list[Remainder], raised: dt.date) -> None:
    """ "Ongoing" somewhere makes the last act run to the date raised, its own day a reading; a word that
    it began or went on makes that a reading."""
    codes = {code for _, _, code, _ in remainder}
    if not kept or codes.isdisjoint(("ongoing", "runs")) or only_the_last(kept):
        return
    running = [m for m in kept if m.meaning.kind is ActKind.ONGOING]
    for mention in running if "ongoing" in codes else ():
        still = tuple(span for span in mention.meaning.others if span[1] == raised)
        mention.meaning = mention.meaning._replace(others=still)
    dated = [m for m in kept if m.meaning.span and m.meaning.span[0] <= raised]
    if running or not dated:
        return
    latest = max(dated, key=lambda m: m.meaning.span[0] if m.meaning.span else dt.date.min)
    span = latest.meaning.span
    assert span is not None  # noqa: S101 - just selected
    if "ongoing" not in codes:
        if latest.meaning.kind is not ActKind.RANGE:
            may_be = (*latest.meaning.others, (span[0], raised))
            latest.meaning = latest.meaning._replace(others=may_be)
        return
    others = [(span[0], span[1]), *((a, raised) for a, _ in latest.meaning.others if a <= raised)]
    if span[1] != span[0]:
        others.append((min(span[1], raised), raised))
    latest.meaning = Meaning(
        (span[0], raised), ActKind.ONGOING, latest.meaning.flags, tuple(others), latest.meaning.doubts
    )


def only_the_last(kept: list[Mention]) -> bool:
    """Whether only the latest day is given, as in "ongoing, most recently on 4 June"."""
    return all(m.operators.final and m.meaning.kind is not ActKind.ONGOING for m in kept)

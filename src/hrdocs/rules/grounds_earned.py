"""Whether a ground that is not denied is put forward, or only mentioned.

A ground is earned by an answer that holds little else, by a cause ("because of my"), by being the
writer's own, or by what was said or done. All else is left open: another's ground, a body or a
policy ("the race committee"), a question, hearsay, a plain fact.
"""

import re

from hrdocs.rules import grounds_words_frames as frames
from hrdocs.rules.grounds_phrases import Kind, Mention
from hrdocs.rules.grounds_turns import ATTITUDE, OF_ANOTHER, OWN_NOUN, SENTENCE

_BREAK = re.compile(r" (?:[,;:()/|-]) ")
_SMALL = (
    r"(?:(?:a|an|the|also|only|now|openly|very|of|from|in|both|just|own|severe|chronic|bad|to|with|quite"
    r"|currently|proud|known|seen|perceived|one|and|or|as|not|so|still|always|really|actually|my"
    r"|me|i|am|im|was"
    r"|have|had|has|got|their|wee|poor|strong|personal|previous|close|active|part|non|\d+|\w+ing) )"
)
_AFTER_CAUSE = re.compile(rf"\b{frames.CAUSE} {_SMALL}{{0,6}}$")
_FIRM_CAUSE = re.compile(
    rf"\b(?:because|cos|coz|due to|down to|on account of|grounds? of|basis of|owing to|result of"
    rf"|thanks to|motivated by"
    rf"|to do with|related to|relates to|based on|linked to|for being|for having|for my|over my"
    rf"|as an?|ground is"
    rf"|grounds are) {_SMALL}{{0,6}}$"
    r"|\b(?:its|it is|it was|rather|thats|that is|this is|this was) (?:\w+ ){0,2}?(?:about "
    r"|to do with |down to )?"
    rf"(?:my|being|that im|that i am|because im|because i am) {_SMALL}{{0,4}}$"
    rf"|^(?!.*\bi (?:told|spoke|talked|asked|emailed|phoned|rang|wrote)\b).*\babout (?:my|me being"
    rf"|me having) {_SMALL}{{0,3}}$"
    r"|\b(?:because|cos|coz|since|as) (?:he|she|they|people|everyone|everybody)(?: all)? (?:know"
    r"|knows|knew|heard|saw|found out"
    r"|thinks?|thought|assum\w+|reckons?|guessed)(?: (?:that|out|about|how|of|from))* (?:im|i am"
    r"|i was|my|i|me) (?:\w+ing )?"
    rf"{_SMALL}{{0,3}}$"
)
_LINKED = re.compile(
    r"\b(?:ever since|(?:since|after) (?:then|that|i|my|the|\w+ing)|from then|after that|found out|(?:when"
    r"|once|as soon as) (?:he|she|they|i|it)"
    r"|because of (?:it|this|that)|over it|about it|as a result|from that day|from the day)\b"
)
_MY_CHILDREN = re.compile(
    r"(?:my|our|i have|have|having|has|got)(?: \w+){0,2} (?:kids|children|weans|childer)"
)
_OWN = re.compile(rf"\b(?:my|our|im|i am|am|i was|ive|i have|i had|being|as a|as an|me) {_SMALL}{{0,4}}$")
_NO_CAUSE = (
    r"(?!(?:he|she|they|him|her|his|their|them|told|tell|reported|complained|supported|gave|joked"
    r"|asked|said|saw|sat"
    r"|spoke|heard|helped|knew|know|think|thought|never|dont|not|it|because|when|that|chair|run"
    r"|manage|teach|supervise"
    r"|attended|work|worked|emailed|contacted|used|met|beside|near|outside|live|drove|walked)\b)"
)
_I_DO = re.compile(rf"\b(?:i|ive|id) (?:{_NO_CAUSE}\w+ ){{0,5}}$")
_BECAUSE_I = re.compile(
    rf"\b(?:because|cos|coz|since|as|after|when) (?:i|im|ive|my) (?:{_NO_CAUSE}\w+ ){{0,6}}$"
)
_BY_RELATIVE = re.compile(
    rf"\b(?:my|our)(?: \w+)? {frames.RELATIVE}s?(?: (?:is|was|has|had|who|being|a|an|the|in|of|also|got|from"
    r"|comes|are|have|with|openly|for|member|and|our|goes|to|at|\w+ily|children|kids|\d+))* $"
)
_NO_OTHER = re.compile(
    r"\b(?:no one|nobody|noone|none) else(?: \w+){0,4} (?:is|are|was|were) (?:a )?$|\b(?:the|as"
    r"|im) only(?: \w+){0,3} $"
)
_OTHERS_WERE = re.compile(
    r"\b(?:colleague|workmate|coworker|friend|mate|he|she|they|xname|someone|somebody|witness"
    r"|girl|lad|man|woman|staff)"
    r"(?: \w+)? (?:was|were|is|has been|had been|been|got|gets|being) (?:also |often |always )?"
    r"(?:called|told|asked|bullied|harassed|treated|sacked)\b(?! to)"
)
_OTHERS_CASE = re.compile(
    r"\b(?:gave|giving) evidence|\b(?:support|defend)(?:ed|ing)\b|\b(?:stuck|stood|spoke) up for|\bstood by\b"
)
_OTHER_ACTS = re.compile(
    r"^(?:(?:his|her|their) \w+ (?:is|was|has|had) |(?:(?:and|but|then|my|the|our|a|his|her|this"
    r"|that) )*(?:manager|boss|supervisor|colleague"
    r"|line manager|head|director"
    r"|chargehand|foreman|lecturer|tutor|witness|workmate|friend|mate|he|she|they|xname|someone"
    r"|somebody|accused"
    r"|respondent|team leader|woman|man|lady|guy|hes|shes|theyre)\b)"
)
CONDUCT = re.compile(rf"\b{frames.CONDUCT}\b")
_THEN_CONDUCT = re.compile(
    r"^(?:(?:and|or|type|related|based|style|motivated) )*(?:\w+(?:ist|ic|ian) )?(?:comments?"
    r"|remarks?|jokes?|jibes?"
    r"|digs?|abuse|slurs?|banter|insults?|discrimination|harass\w*|bully\w*|language|name calling"
    r"|names|songs?"
    r"|bias|hatred|prejudice|stereotyp\w*|attacks?|slagging|calendars?|posters?|pictures?|bashing"
    r"|gestures?|graffiti|hate|mocked|arguments?"
    r"|accents?|impressions?|voices?|told|called|treated|arent welcome|isnt welcome|not welcome)\b"
)
_THING = re.compile(
    r"^(?:(?!(?:in|at|to|by|from|and|or|with|for|on|of|is|was|are|the|a|an|my|his|her|every|all"
    r"|this|that|last|since|as|i|he"
    rf"|she|they|it|me|us|has|had|have|not|no|so|but|when|who|because) )\w+ )?{frames.THING}\b"
)
_OWN_START = re.compile(r"(?:im|i|my|being|because|as)\b")
_OWN_WORD = re.compile(r"\b(?:me|my|us|our|im|i)\b")
_DONE_TO_ME = re.compile(r"\b(?:me|us|my (?:bum|bottom|breasts?|chest|legs?|body|figure))\b")
_HE_SAYS = re.compile(r"(?:, )?(?:he|she|they) (?:says?|said|told|called|calls|shouted|joked)\b")
_I_AM = re.compile(r"^\W*(?:im|i am|(?:i have|ive)(?! been| worked| no)|as an?) ")
_PLACE = re.compile(
    r"\b(?:at|in|outside|near|beside|behind|opposite|past|inside|from|by|to|off|into) (?:the |a |our |an )?$"
)
_CONCEDED = re.compile(r"\b(?:although|though|even if|while i|whilst i|granted)\b[^,]*$")
_TO_OTHERS = re.compile(
    r" (?:(?:comments?|remarks?|jokes?|abuse|language|things) )?(?:to|towards|about|against|at|with)"
    r" (?:the |some |her |him |them |other |another |our |his |my colleague|my workmate|xname|others|a )"
)
_ABOUT_IT = re.compile(
    r"\bi (?:teach|taught|clean|run|lecture|manage|study|coach|cover|supervise|work"
    r"|worked)(?: (?!because|due|as)\w+){0,3} $|\b(?:lectures?|talks?|courses?|modules?|training"
    r"|books?|articles?|leaflets?|seminars?"
    r"|essays?|polic(?:y|ies)|meetings?"
    r"|presentations?|workshops?|sessions?|emails?|research|paper|papers|dissertation|thesis"
    r"|conference|event|debate)"
    r" (?:on|about|for|around|of) (?:\w+ ){0,2}(?:and )?$"
)
_DETERMINED = re.compile(
    r"\W*(?:(?:the|a|an|one|two|three|some|another|other|those|that|this|these|all|most|both|many) )*"
)
_ACTS = re.compile(
    r"(?:(?!(?:and|they|he|she|i|so|but|because|it|that|when|as|with) )\w+ ){0,5}?(?:call\w*|told"
    r"|tells?|bull\w+|laugh\w*|shout\w*|hat(?:e|es|ed)|threaten\w*|ignor\w*|harass\w*|mock\w*"
    r"|pick\w*|hit|hits|push\w*|threw|throws?|said|says?|treat\w*|exclud\w*|slag\w*|advis\w*|gave"
    r"|gives?|report\w*)"
    r" (?:\w+ )?(?:me|us)\b"
)
_SOMEONE_IS = re.compile(
    rf"\W*(?:(?:and|but|so) )?(?:my|our|the|a|an|one) (?!{frames.RELATIVE}|{OWN_NOUN.pattern}"
    rf"|reason|ground|grounds|problem"
    r"|issue|cause|complaint|case|protected|only|main|real|whole|thing|fact|skin|accent|job|role"
    r"|work|health|hair|union|bully)"
    r"\w+ (?:is|was|has|had)(?: (?:a|an|in|the|also|very|on|off|from|of|always|currently))* "
)
_THE_REP = re.compile(r"\b(?:my|our|the|a) $")
_AM_THE_REP = re.compile(
    r"\b(?:im|i am|am|as|being|i was|became|become|becoming|elected|been) (?:my |our |the |a )$"
)
_A_PLACE = re.compile(
    r"(?:the )?(?:church|chapel|mosque|temple|synagogue|prison|jail|gaol|nursery|union|creche|orange)"
)
_FACT = re.compile(r"\b(?:i am|im|i was|am|is|are|was|were|ive|have|has)\b")
_FACT_OF_AGE = re.compile(
    r"(?:.*\b)?(?:\d\d|(?:late |early |mid )?(?:teens|twenties|thirties|forties|fifties|sixties|\d\ds))"
    r"(?: (?:years?|yrs?))?(?: (?:old|of age))?"
)
_ASKED = re.compile(
    r"^(?:(?:so|and|but|well) )?(?:would|could|can|is|was|does|do|did|should|are|am|if|whether)\b"
)
_SUPPOSED = re.compile(
    r"^\W*(?:other than|except|excluding|bar) |\b(?:(?:if|whether) (?:it|this|that|he|she|they|i)"
    r"|used to think"
    r"|(?:at first|initially|originally|once) (?:i |we )?(?:thought|assumed|believed|put)"
    r"|(?:thought|assumed) at first|first thought|(?:i|we) (?:had |always )?thought (?:it|this"
    r"|that) (?:was|might|must)|i wish|if only|(?:dont|do not) have to be"
    r"|does being|do you have to)\b"
)
_HEARSAY = re.compile(
    rf"\b{frames.BENIGN}(?: in \w+)? (?:will |would |might |may |also |all |who )*"
    r"(?:say|says|said|saying|thinks?|thought|reckon\w*|told|tells|believes?|claims?|suggest\w*"
    r"|advised)\b(?P<what>[^,]*)$"
)
_CAUSED = re.compile(
    r"^(?:\w+ ){0,3}?(?:because of|as a result|caused by|due to|brought on"
    r"|from (?:this|all|his|her|how|the stress))\b"
)
_GAVE_ME = re.compile(
    r"\b(?:gave|given|giving|left|leaving|caus\w+|made|making|result(?:ed|ing)? in|led to|developed|now have"
    r"|end(?:ed|ing) up with|brought on)(?: (?:me|my|with|severe|a|lot|of|feeling|great))* $"
)
_STRAIN = re.compile(r"depress|anxi|panic|mental|breakdown|ptsd|migraine|stress")
_NOT_AT_ME = re.compile(r"\bnot (?:directed |aimed |said |meant |done )?(?:at|to|for|about|against) me\b")
_TURNED = re.compile(r"\b(?:but|now)\b")
_TEASED = re.compile(r"\b(?:asked|asks|asking|joked|jokes)\b")
_THE_COMPLAINT = re.compile(
    r"\b(?:(?:this|my|the) (?:complaint|bullying|issue|grievance|problem)(?: itself| here)? (?:is|was)"
    r"|what (?:he|she|they) (?:did|do|does)(?: to me)? (?:is|was|has|had))"
    r"(?: (?:only|just|purely|really|simply))? (?:about|to do with|because|down to|due to|that|being|of)\b"
)
_TO_THE_UNION = re.compile(
    r"\b(?:to|by|with|from|via|through|ask|asked|told|rang|contacted|involved?|get|got) (?:my |the |our )?$"
)
OF_SOMETHING = "it describes something else"
UNEARNED = "it is mentioned, not given as the ground"
OF_RELATIVE = "it is of the writer's family: disability by association, or family status"
_SAID_ALONE = 2  # words beside an age that still make it the whole answer
_NEAR = 8  # words between what was done and what it was about, in a long text
_LONG = 14  # words: in so long a text who one is must stand beside what was done
_SHORT = 10  # words: so short an answer is about the ground that was asked for


def why_not_given(norm: str, mention: Mention, mentions: list[Mention]) -> str | None:
    """Why a mention is not put forward as the ground; None where it is."""
    start, end = _sentence(norm, mention.start)
    before, after = _plain(norm, start, mention, mentions), norm[mention.end : end].lstrip()
    of_a_thing = re.match(r"of (?:the|a|an|this|that|his|her|their|its)\b", after)
    if (of_a_thing and OWN_NOUN.fullmatch(mention.text)) or _ABOUT_IT.search(before):
        return OF_SOMETHING
    if not _THEN_CONDUCT.match(after) and _THING.match(after) and not mention.text.endswith((" the", " my")):
        return OF_SOMETHING
    if _of_another(norm, before, mention):
        return OF_ANOTHER
    if _asked_or_supposed(norm, before, end):
        return "it is asked or supposed"
    if mention.ids == ("disability",) and _BY_RELATIVE.search(before) and "associat" not in norm:
        return OF_RELATIVE
    if _from_strain(before, after, mention) or _beside_the_complaint(norm, mention):
        return "it is not given as the cause"
    if _told_as_a_fact(norm, before, after, mention):
        return "it is told as a fact"
    long = len(norm.split()) > _LONG
    fact = (
        long
        and not (start == 0 and _one_ground(mentions))
        and bool(_FACT.search(norm[start : mention.end + 5]))
    )
    if not (fact or _anothers_doing(before, mention)) and _bare(norm, start, end, mention, mentions):
        return None
    opens = start == 0 and bool(_I_AM.match(before + mention.text))
    linked = long and _one_ground(mentions) and (opens or bool(_LINKED.search(norm)))
    if _earned(before, after, mention, long, linked) or _alone(norm, before, after, mention):
        return None
    return UNEARNED


def _told_as_a_fact(norm: str, before: str, after: str, mention: Mention) -> bool:
    """Whether an age is told in passing: "age 45", "I'm 45 and have worked here since 1999"."""
    if mention.text == "age" and re.fullmatch(r"\d\d ?(?:years?|yrs?)?", after):
        return True
    if not _FACT_OF_AGE.fullmatch(mention.text) or re.match(r"because|cos|as|being|over|under", mention.text):
        return False
    caused = _AFTER_CAUSE.search(before)
    given = caused and re.match(r"\w*(?:because|cos|due|for being|being)", caused.group())
    beside = len(norm.split()) - len(mention.text.split())
    return not given and beside > _SAID_ALONE


def _anothers_doing(before: str, mention: Mention) -> bool:
    """Whether the sentence is about somebody else and has not come to the writer."""
    subject = _OTHER_ACTS.match(before)
    if not subject or ATTITUDE.match(mention.text):
        return False
    return not re.search(r"\b(?:me|my|im|i|us|our)\b", before[subject.end() :] + mention.text)


def _sentence(norm: str, at: int) -> tuple[int, int]:
    start = 0
    for match in SENTENCE.finditer(norm):
        if match.start() >= at:
            return start, match.start()
        start = match.end()
    return start, len(norm)


def _plain(norm: str, start: int, mention: Mention, mentions: list[Mention]) -> str:
    """The sentence before a mention, the grounds of its own list as the word "own"."""
    before = norm[start : mention.start]
    for other in reversed(mentions):
        if other.kind is Kind.GROUND and start <= other.start and other.end <= mention.start:
            words = before[other.start - start : other.end - start]
            if " " not in words:
                before = f"{before[: other.start - start]}own{before[other.end - start :]}"
    return before


def _one_ground(mentions: list[Mention]) -> bool:
    return len({m.ids for m in mentions if m.kind in (Kind.GROUND, Kind.SLUR)}) == 1


def _earned(before: str, after: str, mention: Mention, long: bool, linked: bool) -> bool:
    """Whether a cause, the writer's own "my" or "I am", or what was done gives the ground."""
    text = mention.text
    if mention.kind is Kind.SLUR or ATTITUDE.match(text) or _THEN_CONDUCT.match(after):
        return True
    whose = re.match(r"(?:my|our|being|i am|im|i) ", text)
    before += whose.group() if whose else ""
    near = " ".join(before.split()[-_NEAR:]) if long else before
    close = " ".join(after.split()[:_NEAR])
    caused = any(p.search(before) for p in (_FIRM_CAUSE, _BECAUSE_I, _NO_OTHER))
    if re.match(r"(?:because|cos|coz|since|being|as|for being|only)\b", text) or _HE_SAYS.match(close):
        return True
    if not caused and "union" in text and _TO_THE_UNION.search(before):
        return False
    if caused or CONDUCT.search(f"{near} {text}"):
        return True
    own = bool(_OWN_WORD.search(text)) and not _MY_CHILDREN.fullmatch(text)
    own = own or any(p.search(before) for p in (_AFTER_CAUSE, _OWN, _I_DO, _BY_RELATIVE))
    return own and (not long or linked or bool(_DONE_TO_ME.search(text) or CONDUCT.search(close)))


def _alone(norm: str, before: str, after: str, mention: Mention) -> bool:
    """Whether a short answer tells of little else than the ground."""
    if (
        len(norm.split()) > _SHORT
        or _OTHER_ACTS.match(before)
        or (_PLACE.search(before) and _A_PLACE.match(mention.text))
    ):
        return False
    other = re.search(r"(\w+) (?:is|was|has|had|got|are|were|went|goes) ", before)
    if other and other.group(1) not in frames.FRAME:
        return False
    follows = re.match(r"[a-z]+", after)
    return not follows or follows.group() in frames.FRAME


def _of_another(norm: str, before: str, mention: Mention) -> bool:
    """Whether the words are of somebody else's case, or of what was not aimed at the writer."""
    if _NOT_AT_ME.search(norm):
        return True
    if _DETERMINED.fullmatch(before) and _ACTS.match(norm[mention.end :].lstrip()):
        return not re.match(r"(?:im|i|my|being|because|as)\b", mention.text) and not ATTITUDE.match(
            mention.text
        )
    rep = re.search(r"\b(?:reps?|stewards?|officials?)$", mention.text) and _THE_REP.search(before)
    if mention.text.endswith(" officer"):
        return True
    if rep and not _AM_THE_REP.search(before):
        return True
    if re.search(r"\b(?:my|me|im|i am|being|because|due)\b", mention.text) or _OWN.search(before):
        return False
    if ATTITUDE.match(mention.text) and _TO_OTHERS.match(norm[mention.end :]):
        return True
    if _SOMEONE_IS.fullmatch(before):
        return True
    return bool(_OTHERS_WERE.search(before) or _OTHERS_CASE.search(before))


def _asked_or_supposed(norm: str, before: str, end: int) -> bool:
    """Whether the mention stands in a question, a supposition or in what a bystander thinks."""
    if before.count('"') % 2 == 1:
        return False
    asks = norm[end : end + 2] == " ?"
    if asks and (not CONDUCT.search(before) or _ASKED.match(before)):
        return True
    if _CONCEDED.search(before):
        return True
    supposed = _SUPPOSED.search(before)
    if supposed and not _TURNED.search(before, supposed.end()) and not _TEASED.search(before):
        return True
    told = _HEARSAY.search(before)
    return told is not None and not (
        re.search(r"\b(?:im|i am|i was|me)\b", told["what"]) and " it" not in told["what"]
    )


def _from_strain(before: str, after: str, mention: Mention) -> bool:
    """Whether an illness of the nerves is told as what the treatment has caused."""
    if mention.ids != ("disability",) or not _STRAIN.search(mention.text):
        return False
    return bool(_CAUSED.match(after) or _GAVE_ME.search(before))


def _beside_the_complaint(norm: str, mention: Mention) -> bool:
    """Whether the text goes on to say what the complaint is about."""
    said = _THE_COMPLAINT.search(norm)
    return said is not None and mention.start < said.start()


def _bare(norm: str, start: int, end: int, mention: Mention, mentions: list[Mention]) -> bool:
    """Whether the sentence up to the end of the mention's own stretch holds only grounds and their frame."""
    breaks = [start, *(start + m.end() for m in _BREAK.finditer(norm[start:end]))]
    own = max((b for b in breaks if b <= mention.start), default=start)
    closing = _BREAK.search(norm, mention.end - 1, end)
    stop = closing.start() if closing else end
    if not _residue(norm, start, stop, mentions):
        return True
    last = closing is None and own > start and norm[own - 3 : own] in (" - ", " : ")
    return last and not _residue(norm, own, stop, mentions)


def _residue(norm: str, start: int, stop: int, mentions: list[Mention]) -> list[str]:
    """The words between two places that are neither of a ground nor of a frame."""
    shown = list(norm)
    for mention in mentions:
        if mention.kind is not Kind.NEUTRAL:
            shown[mention.start : mention.end] = " " * (mention.end - mention.start)
    words = re.findall(r"[a-z0-9]+", "".join(shown[start:stop]))
    return [w for w in words if w not in frames.FRAME and not w.isdigit()]

"""Clauses that surely tell of something that is not complained of.

A step the writer took, a day in the organisation's calendar or in somebody's own life: recognised by who
or what the clause begins with and what is said of it. Anything in it that may be conduct, and any sentence
behind it that tells of conduct and has no date of its own, leaves the date in doubt.
"""

import re

from hrdocs.rules.dates.cues import CUE, LOOSE_CUE, STRONG_STOP
from hrdocs.rules.dates.telling import tells_of_conduct, was_done

_LEAD = (
    r"(?:[^a-z]|(?<![a-z])(?:and|but|so|then|also|later|only|as|because|that|on|in|at|by|after that|finally|"
    r"eventually|subsequently|however|meanwhile|before that|today|note|nb|ps)(?![a-z]))*"
)
_ADVERB = (
    r"(?:(?:have|had|'ve|'d|am|'m|was|also|then|later|only|first|finally|eventually|subsequently|just|"
    r"already|"
    r"formally|informally|verbally|immediately|last|now|since|did|do|will|have to|had to) ?)*"
)
_THIS = (
    r"(?:it|this|that|these|them|the (?:matter|incident|issue|form|problem|whole thing|behaviour)|matters|"
    r"what happened)"
)
_DET = r"(?:the|a|an|my|our|his|her|their|this|that|some|new|next|first|last|second|final|another)"
# Steps that a writer takes about a complaint, or at work, or in life; each with what it is done to.
_STEPS = (
    rf"(?:mention|bring|brought|rais|report|log|record|escalat|refer|pass|flag|disclos)[a-z]* {_THIS}(?! "
    rf"again)",
    r"(?:told|tell|informed|advised|let) (?!him|her|them|me|us|to\b|off\b)(?:[a-z.¤-]+ ){1,5}?(?:know )?"
    r"(?:about|of|on|that|in|at|i|we)(?![a-z])",
    r"(?:spoke|speak|talk|talked|chatted|went|turned|wrote|complain|complained|confided) (?:to|with|in) "
    r"(?!him|her|them|me|us)[a-z]+",
    r"(?:rang|phoned|e-?mailed|texted|contacted|consulted|saw|visited|approached|notified|instructed|saw|"
    r"telephoned|messaged) (?!him|her|them|me|us)[a-z]+",
    r"(?:took|sought|got|received|had|asked for|obtained|been given) (?:some |my |union |free )*"
    r"(?:legal|medical|union|professional) (?:advice|help|treatment)",
    rf"(?:made|make|making|took|taken|kept|keep|keeping|wrote|written|started|began) (?:{_DET} )?(?:written |"
    rf"full |formal |brief )?(?:note|notes|record|records|diary|log|statement|entry|complaint|report|list|"
    rf"appointment|decision)s?",
    rf"(?:got|get|filled|filling|fill|completed|complete|completing|signed|signing|submitted|sent|sending|"
    rf"posted|printed|"
    rf"downloaded|picked up|saw|read|wrote|writing|lodged|handed) (?:in |out |up |off )?(?:{_DET} )*"
    rf"(?:[a-z]+ )?(?:form|statement|complaint|grievance|report|appeal|copy|paperwork|application|policy|"
    rf"procedure|e-?mails? to|letter to)",
    r"(?:decided|chose|resolved|agreed|intend|intended|plan|planned|promised) (?:not )?to (?:complain|"
    r"report|"
    r"raise|go|leave|speak|tell|resign|retire|make|submit|lodge)",
    rf"(?:asked|requested|applied|put in|asked in writing) (?:for )?(?:{_DET} )*(?:[a-z]+ )?(?:transfer|move|"
    rf"copy|cctv|footage|meeting|advice|help|support|promotion|post|job|role|secondment|leave|time off|"
    rf"holidays?|report|referral|adjustments?|form|extension|mediation|flexible working)",
    r"(?:bought|sold|moved (?:house|home|flat|into|to)|got married|married|got engaged|gave birth|graduated|"
    r"retired|flew|turned ¤|turned \d|emigrated)",
    r"(?:came|come|arrived) (?:to|in|into|here|on to|onto)(?! (?:work|find|an?)(?![a-z]))",
    r"(?:have|had|got|given) until|(?:only )?(?:got|get) round to|not been (?:fit|able|well|back)|"
    r"(?:resigned|"
    r"complained)(?! "
    r"(?:me|us)(?![a-z]))|"
    r"(?:applied|retired|emigrated|graduated|qualified)(?= (?:on|in)(?![a-z]))",
    r"(?:had|have had|suffered) (?:a|another) (?:miscarriage|stroke|heart attack|fall|breakdown|baby|scan)",
    r"(?:got|received|was given|was granted) (?:my|the|a|our) (?:new |own )?(?:citizenship|visa|permit|"
    r"licen[cs]e|pay rise|rise|"
    r"degree|results|car|house|keys|promotion|diagnosis|post|job)",
    r"(?:found out|learnt|learned|discovered|reali[sz]ed|read|heard|knew|came across) (?:about |of |that |"
    r"there (?:is |was "
    r"|had been ))*(?:the |an? |your |this |our )?(?:three month |3 month |new |dignity |harassment "
    r")?(?:time limits?|limits?|"
    r"policy|procedure|form|process|deadline|helpline|union rep)",
    r"(?:finally |only )?(?:got|found|had) the (?:courage|strength|nerve)",
    r"(?:(?:did not|didn'?t|never|could not|couldn'?t|was not able to|was afraid to|was too [a-z]+ to) "
    r")?(?:tell|"
    r"told|say|said|mention|report|complain|speak|come forward|come out with)(?: [a-z]+){0,4} (?:till|"
    r"until|before)",
    rf"(?:passed|failed|sat|finished|completed|did|done|took|began|started|attended) (?:{_DET} )*"
    rf"(?:[a-z]+ ){{0,2}}(?:tests?|exams?|courses?|training|degree|studies|phd|masters|course|induction|"
    rf"apprenticeship|placement|probation|project|qualification)",
    r"(?:referred|discharged|admitted|diagnosed|prescribed|signed off|baptised|appointed|promoted|"
    r"seconded|awarded|"
    r"interviewed (?:for|by)|enrolled|registered|put on (?:anti[a-z-]*|medication|tablets)|advised to|"
    r"(?:given|handed|sent|issued with|shown) (?:[a-z]+ ){0,3}(?:form|leaflet|policy|copy|report|letter|"
    r"reply|outcome))",
    r"(?:converted|emigrated|landed|came out|come out|settled|arrived|began counselling|started "
    r"counselling) ?"
    r"(?:to|in|at|on)?",
    r"(?:driven|nursed|taught|lectured|served|cleaned|worked|lived|been) (?:here|for the|for this|at the|"
    r"at this|"
    r"in this|in the|with the|with this|employed|there|as an?)(?! (?:receiving|butt|target|victim|subject))",
    r"been (?:on medication|on tablets|ill|unwell|in hospital|in the union|a member|in counselling|seeing a)",
    r"(?:qualified|registered|trained|enrolled|graduated) (?:as|with|in|on|at|from)",
    rf"(?:had|having|need|needed|awaiting|waiting for|got|get) (?:{_DET} )*(?:[a-z]+ )?(?:operation|surgery|"
    rf"scan|baby|"
    rf"replacement|check-?up|appointment|answer|reply|response|glasses|medical)",
    r"(?:lost|buried) my (?:mum|mother|dad|father|husband|wife|brother|sister|son|daughter|baby)",
    r"(?:(?:last|first|only|next) )(?:met|saw|spoke|worked|heard|wrote|e-?mailed|had contact)",
    r"(?:free|available|away|abroad|on holiday|on leave|on annual leave|off|off work|off sick|on sick leave|"
    r"in hospital|on nights|on maternity leave|on the sick)",
    r"(?:not|n't|nt) (?:at|in|on|working|there|present|around|near)(?! (?:told|given|allowed|asked|invited))",
    r"(?:can|could|would like to|am able to|am free to|be able to) (?:meet|attend|come|talk|discuss|be)",
)
_WRITER = rf"(?:i|we)(?:{_ADVERB}| {_ADVERB})(?:{'|'.join(_STEPS)})"
_WRITER_NOTE = (
    r"(?:back(?! (?:in|on|around|about)(?: the)? *$)(?: (?:at|to|in) (?:work|college|uni|school))?|"
    r"(?:still )?(?:no|without an?) (?:answer|reply|"
    r"response|action|word|outcome|acknowledgement)|"
    r"(?:seen|examined|"
    r"assessed|treated) by (?:my |the |a )*(?:gp|doctor|nurse|oh|occupational health|counsellor|hospital|"
    r"physio)|(?:passed|failed|sat|bought|sold|finished|completed) my|(?:was |were )?due (?:to|back)|"
    r"mentioned|"
    r"flagged|disclosed|escalated|discussed|resigned|tupe'?d|moved house|(?:was|been|were) "
    r"(?:then )?(?:in hospital|off(?: sick| work)?|on (?:leave|holiday|annual leave|"
    r"sick leave|"
    r"maternity leave)|abroad|away|ill|sick)|(?:copy|copies|cc) (?:sent )?to|requested (?!me|us)|written|"
    r"typed|drafted|filed|printed|reported|logged|recorded|raised|told|"
    r"informed|notified|rang|"
    r"e-?mailed|signed|completed|filled|"
    r"submitted|received|applied|joined|started|returned|"
    r"came (?:to|here|over)|moved (?:to|here)|transferred|qualified|got (?:the|a) (?:letter|reply|outcome))"
)
# What is on a day of the calendar: the organisation's, or of a life.
_CALENDAR = (
    r"(?:polic(?:y|ies)|procedures?|guidance|rules?|timetable|system|project|team|"
    r"department|restructure|reorganisation|office move|office|building|depot|inspection|audit|exams?|"
    r"exam board|board|academic year|school year|financial year|term|semester|ramadan|lent|eid|diwali|"
    r"restrictions|"
    r"lockdown|vacancy|advert|applications?|interviews|results|strike|outcome|decision|appeal|"
    r"hearing|tribunal|court date|court case|court|trial|conciliation|mediation|investigation|statement|"
    r"witness statement|ref|reference|police ref|case|datix|letter|form|complaint form|visa|"
    r"licen[cs]e|permit|probation|contract|operation|surgery|wedding|funeral|birthday|anniversary|"
    r"opinion|(?:collective )?agreement|act(?= (?:came|of|applies))|regulations|code|charter|p45|oh "
    r"report|gp|gp line|gp note|sick line|fit note|doctor|hospital|consultant|physio|counselling|"
    r"deadline|closing date|maternity leave|paternity leave|annual leave|sick leave|holidays?|leave|degree|"
    r"course|training|induction|workshop|appraisal|return to work|elections?|referendum|clocks|"
    r"(?:today|today's date)|minutes|agenda|report|form date|due date|d\.?o\.?b\.?|date of birth|start date|"
    r"leaving date|last (?:working )?day|first day|notice|notice period)"
)
_KIN = (
    r"(?:son|daughter|baby|child|mum|mother|dad|father|husband|wife|partner|brother|sister|granddaughter|"
    r"grandson|grandchild|uncle|aunt|nan|gran|granny|grandmother|grandfather|dog)"
)
_IS_DONE = (
    r"(?:was|were|is|are|will be|has been|had been|got|began|begins|started|starts|ended|ends|finished|came|"
    r"comes|took|takes|met|meets|sat|closed|closes|opened|opens|arrived|went|goes|moved|dated|held|due|"
    r"expires|"
    r"expired|published|issued|set|lifted|extended|renewed|approved|advertised|kept|given|passed|sent|posted|heard|"
    r"offered|recorded|logged|received|acknowledged|effective|changed?|refers|signed)"
)
# What has its day written right beside it.
_DATED = (
    r"(?:(?:police |crime |case |datix )?(?:ref|reference)|(?:police|crime|case|datix) (?:number|no)|"
    r"datix|oh(?: (?:report|referral|review|appt|appointment))?|"
    r"gp(?: line| note| visit| appt| appointment)?|sick (?:line|note)|fit note|feedback|outcome|opinion|"
    r"minutes|"
    r"hospital|"
    r"doctor|physio|counselling|"
    r"a&e|hearing|grievance|appeal|tribunal|mediation|investigation(?: meeting)?|statement|d\.?o\.?b\.?|"
    r"date of birth|born|start date|leaving date|last working day|deadline|closing date|due date|signed|"
    r"date signed|solicitors?|union|hr|acas|police|psni)"
)
_OCCASIONED = (
    rf"(?:{_DET} )*(?:[a-z']+ ){{0,3}}?{_CALENDAR}(?:'s)?(?: (?!he|she|they|i|we|who|where|when|with|"
    rf"because)[a-z]+){{0,3}}? *{_IS_DONE}",
    rf"(?:{_DET} )*(?:[a-z']+ )?(?!(?:ref|reference) ¤+:){_DATED}[ ¤a-z]{{0,24}}?[ :(-]*(?:from|of|on|for|"
    rf"dated|in|was)?[ :(-]*$",
    rf"(?:{_DET} )*(?:[a-z']+ )?{_KIN}(?:'s)?(?: [a-z]+)? (?:was |is |has been |had |got )?(?:born|"
    rf"arrived|died|"
    rf"married|"
    rf"ill|taken ill|funeral|wedding|birthday|due|passed(?: away)?|operation|buried|in hospital)",
    r"(?:(?:the |our |my |a )?(?:new )?(?:manager|boss|supervisor|head|director|team leader|dean|matron|"
    r"sister|"
    r"foreman|chief executive|successor|replacement)) (?:[a-z]+ )?(?:arrived|started|came|took over|"
    r"joined|retired|left the|"
    r"was appointed|took up)(?! (?:on me|at me|to|me|shouting)(?![a-z]))",
    r"there (?:was|were|has been) (?:then |also |later )*(?:an? |another )(?:[a-z]+ )?(?:meeting|call|"
    r"discussion|"
    r"conversation|talk|chat|interview) (?:[a-z]+ ){0,3}?(?:about|regarding|re|concerning|to discuss) "
    r"(?:it|this|that|what|my|the|these)",
    r"(?:could|can|would|please|pls|kindly) (?:(?:someone|somebody|you|hr|we|i|please) )*(?:ring|call|"
    r"phone|contact|e-?mail|"
    r"reply|respond|let me know|get back|write|send|arrange|have an answer)",
    r"(?:the |our |my |[a-z]+ )?(?:cctv|footage)(?: [a-z]+)? (?:was |is |only |will be )*(?:kept|wiped|"
    r"viewed|requested|"
    r"saved|deleted|retained|checked|held)",
    r"(?:the |our |my |a )?(?:bus|lorry|van|truck|car|vehicle|route|boiler|lift|printer|system)(?: ¤+)? "
    r"(?:was |has been )?"
    r"(?:serviced|broke down|broken down|passed|changed|repaired|off the road|mot'd)",
    r"(?:the |our |my |a )?(?:annual |staff |team |last |christmas )*(?:conference|dinner|party|outing|"
    r"survey|graduation|"
    r"ward|canteen|shop|lecture|seminar|class|shift|meeting|review|appraisal)(?: [a-z]+){0,2} (?:was "
    r"(?:on|done|held)|is on|"
    r"took place|closed|opened|moved)",
    r"(?:the |a )?(?:job|post|vacancy) (?:was |is )?(?:advertised|closed|posted|filled)",
    r"(?:today|it) is(?! (?:about|drunk|shouting|angry|never|nothing|no answer|as (?:a )?punish[a-z]*|"
    r"over by|against my|without|wrongly|"
    r"by (?:my|the|a|an|his|her) (?:boss|manager|supervisor|junior|colleague)|when|where|still|the same|"
    r"going on|"
    r"happening|ongoing|on-going|continu[a-z]*|constant|every|daily|worse|getting|been))",
    r"(?:hr|human resources|the union|my union|unison|nipsa|occupational health|my rep|my union rep|the "
    r"police|psni|"
    r"acas|my solicitor|solicitors?|my gp|my doctor|the doctor|payroll|the (?:council|university|company|"
    r"trust)) "
    r"(?:then |also |only |later )?(?:acknowledged|replied|answered|wrote|responded|confirmed|signed me|"
    r"offered|advised|"
    r"opened|closed|received|contacted|rang|phoned|e-?mailed|told|said|says|gave me|sent me|took|have|has)",
    r"(?:an? |the |another |one )?(?:witness|colleague|co-?worker|friend)(?: [a-z]+)? (?:gave|made|signed|"
    r"wrote|"
    r"submitted|left|retired|resigned)(?! (?:me|my|us|our|a remark|a comment|fun)(?![a-z]))",
    r"(?:he|she|they|mrs?\.? [a-z]+|ms\.? [a-z]+|dr\.? [a-z]+|(?:my|the|our) (?:manager|boss|supervisor|"
    r"colleague)) "
    r"(?:(?:was|were|is|has been|had been|got|have been) (?:then |also |later |only |first )*(?:moved|"
    r"transferred|"
    r"suspended|appointed|promoted|interviewed|spoken to|warned|disciplined|dismissed|sacked|replaced|"
    r"arrested|"
    r"charged|convicted|informed|notified|told about|made|off|on (?:leave|holidays?|annual leave|"
    r"secondment|sick)|away|"
    r"hired|"
    r"employed|born|seconded|moved)|(?:has |had |then |also |later |since |only |first |finally )*(?:retired|"
    r"resigned|died|joined|transferred|became|took over|returned (?:to|from)|came back|apologi[sz]ed|"
    r"said sorry|admitted|moved (?:to|into|from|out|here|office|department|team)|left (?:the|our|this|for|"
    r"in|on|work|"
    r"his|her)))(?! (?:me|my|us|our|behind)(?![a-z]))",
    r"(?:the |my |our )?(?:last|next|only|first) (?:shift|day|class|lesson|run|session|rota) (?:i (?:had|"
    r"did|worked) )?"
    r"(?:on )?(?:with|beside|together)",
    r"(?:the )?(?:first|last|only|next) (?:time|day|date|contact|occasion) (?:that |when )?(?:i|we) "
    r"(?:ever |had |"
    r"actually )*(?:met|saw|spoke|worked|was|were|contact)",
    r"(?:it|this|that|the (?:matter|incident|issue|assault|complaint)|my (?:complaint|grievance|report|"
    r"concerns?)) "
    r"(?:was|were|has been|is|got|had been) (?:then |also |later |only |first |all |finally |formally "
    r")*(?:logged|"
    r"recorded|reported|raised|passed|sent|referred|escalated|discussed|investigated|acknowledged|closed|"
    r"looked|"
    r"resolved|dealt|submitted|lodged|received|heard|notified|noted|handed|put in writing)",
)
_ASIDE = re.compile(rf"{_LEAD}(?:{_WRITER}|{'|'.join(_OCCASIONED)}|{_WRITER_NOTE})(?![a-z])")
# A clause with a subject of its own behind the date leads to the next one.
_NEXT_CLAUSE = re.compile(
    r"(?:,|(?<![a-z])(?:and|but|so|then|while|whereas|although|though)(?![a-z]))[ ,]*(?:(?:then|on|in|"
    r"also) )*"
    r"(?:i|we|he|she|they|it|there|what (?:he|she|they|had|was)|my|the|our|a|an|his|her|mr|mrs|ms|dr|"
    r"somebody|someone|was|were|got|"
    r"called|$)(?![a-z])"
    r"|(?<![a-z])(?:what|how|that|re|regarding|concerning|about|because|after|since)(?![a-z])"
)
_IT_WAS_THEN = re.compile(
    r"(?<![a-z])(?:same|that|this|the very) (?:day|night|morning|evening|afternoon|time)(?![a-z])"
)
_BLAMES = re.compile(
    r"(?<![a-z])(?:(?:for|by|from|because of|due to|thanks to|without) (?:him|her|them|no reason|reason)|"
    r"when|where|"
    r"during|turned down|refused|rejected|cancelled|denied|dismissed|withdrawn|stopped|unfairly|"
    r"deliberately|instead of|again|refus[a-z]*|unlike|only one|behind my)(?![a-z])"
)


def begins_aside(before: str) -> bool:
    """Whether a step, a day of the calendar or of a life stands first in the clause."""
    parted = list(_PARTS.finditer(before))
    heads = (before, before[parted[-1].end() :]) if parted else (before,)
    return any(_ASIDE.match(f"{head.lstrip()} ") for head in heads)


_PARTS = re.compile(r",|(?<![a-z])(?:and|but|then|so)(?![a-z])")


def own_part(after: str, *, last: bool) -> str:
    """What stands behind a date in its own sentence, short of a clause that leads to the next date."""
    stop = STRONG_STOP.search(after)
    lead = None if last or stop else _NEXT_CLAUSE.search(after)
    return after[: stop.start()] if stop else after[: lead.start()] if lead else after


def was_done_then(after: str, *, last: bool) -> bool:
    """Whether a second half of the sentence ("and she tore it up") tells what was done on that day."""
    own = own_part(after, last=last)
    noted = _IN_BRACKETS.match(own)
    if noted and (was_done(f"i was {noted[1]}") or was_done(noted[1])):
        return True
    for joint in _AND_SAID.finditer(own):
        cue = CUE.match(own, joint.end())
        if cue and cue["incident"]:
            return True
    joined = _AND_THEN.search(own)
    if joined is None:
        return False
    return was_done(f"i {own[joined.end() :]}" if joined[1] else own[joined.end() :])


_IN_BRACKETS = re.compile(r" ?\(([^)]*)")
_AND_SAID = re.compile(r"(?<![a-z])(?:and|but|then) (?:then )?")


_AND_THEN = re.compile(
    r"(?:,|(?<![a-z])(?:and|but|so|then|where|when)(?![a-z]))[ ,]*(?:then |at once |immediately )*"
    r"(?=(?:(was|were|got)|he|she|they|mrs?|ms|dr|my|the|somebody|someone|nobody)(?![a-z]))"
)


# "Met with HR on 25 February about the comments": spoken of, not done.
_MET = re.compile(rf"{_LEAD}(?:i |we )?(?:met|spoke|meeting|call|phone call|chat|conversation|talk)(?![a-z])")
_ABOUT_IT = re.compile(
    r"(?<![a-z])(?:regarding|about|re|concerning|to discuss) "
    r"(?:the|this|that|these|it|what|my)(?![a-z])"
)
_WENT_WELL = re.compile(
    r" (?:all )?(?:was|were|went|passed(?: off)?|had been)(?: (?:all|quite|very|really|perfectly|"
    r"completely))? (?:fine|ok|okay|"
    r"well|normal|grand|quiet|uneventful|pleasant|friendly|without (?:incident|problems?|issue))(?![a-z])"
)


_PRAISED = re.compile(
    r"(?<![a-z])(?<!not a )(?<!no )(?:good|positive|excellent|glowing|great|outstanding|satisfactory) "
    r"(?:[a-z]+ )?"
    r"(?:appraisal|review|feedback|report|meeting|reference|marks?|grades?|results?|rating)(?![a-z])"
)


# "The joint report, dated", "screenshot taken": a paper, or what was made of it.
_PAPER_DATED = re.compile(
    r"(?<![a-z])(?:(?:letters?|reports?|minutes|memo|statements?|affidavits?|policy|policies|procedure|code|form|payslip|"
    r"certificate|line|certs?|appraisal|review|agreement|award|guidance)(?: of [a-z ]{1,24})?,? \(?"
    r"(?:dated|sworn|issued|approved|printed|signed|updated|effective|published|revised|typed(?: up)?|"
    r"agreed)|"
    r"(?:screenshots?|photos?|photographs?|pictures?|scan|cop(?:y|ies)|printout|print-out)(?: of it| was| "
    r"were)? "
    r"(?:taken|made|printed|saved|dated|sent))(?: on| by me| in| up)*(?: the)? *$"
)
_ON = re.compile(r"[^a-z]*(?:and |then |but )?(?:on|in) (?:the )?")


def tells_aside(before: str, after: str, *, last: bool) -> bool:
    """Whether the clause around a date surely tells of something else.

    `before` begins with the date's own sentence; `after` runs to the next date, or to the end where `last`.
    """
    own = own_part(after, last=last)
    if _MET.match(before) and _ABOUT_IT.search(after) and not was_done(own):
        return True
    if _PAPER_DATED.search(before):
        return not was_done(own)
    if _WENT_WELL.match(own) or _PRAISED.search(f"{before} {own}"):
        return not was_done(own)
    ahead = _ON.fullmatch(before) and own[:1] == " " and (last or len(own) < len(after))
    if not begins_aside(own if ahead else before):
        return False
    stop = STRONG_STOP.search(after)
    beyond = after[stop.end() :] if stop else ""
    if not last:
        ends = [found.end() for found in STRONG_STOP.finditer(beyond)]
        beyond = beyond[: ends[-1]] if ends else ""
    clause = LOOSE_CUE.sub(" ", f"{before} {own}")
    return not (
        _BLAMES.search(clause)
        or _IT_WAS_THEN.search(after)
        or tells_of_conduct(clause)
        or tells_of_conduct(beyond)
    )

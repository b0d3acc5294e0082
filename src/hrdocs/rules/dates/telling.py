"""What a clause tells of: conduct towards the writer, something else, or nothing that a verb says.

For canonical text in which no cue stands right beside the date. Conduct is what somebody else did, what
was done to the writer or to what is theirs; a clause with any other verb may tell of anything at all.
"""

import re

from hrdocs.rules.dates.cues import CUE, THEY_DID

_PARTICIPLE = (
    r"(?:left|let|made|sent|given|put|cut|kept|shut|hung|held|set|taken|spoken|sworn|shown|driven|beaten|"
    r"thrown|"
    r"hidden|broken?|stolen|torn|bitten|chosen|forced|barred|[a-z]{2,}ed)"
)
# What is done to a writer who complains of it; "I was trained" is not among them.
_DONE_TO = (
    r"(?:kept(?! (?:going|on|up))|left (?:out|off|alone|behind|with|to|in|off)|made to|asked to|"
    r"made (?:feel|fun|look)|sent|given|handed|blamed|overlooked|ignored|blanked|excluded|denied|refused|"
    r"pushed|removed|stripped|demoted|isolated|picked|singled|spoken|talked|"
    r"put (?:down|on|off|through|under|in)|dropped|taken off|accused|cornered|followed|watched|filmed|"
    r"photographed|forced|prevented|stopped|barred|banned|locked|cut (?:off|out)|passed over|underpaid|"
    r"warned|laughed|shouted|sworn|spat|called|compared|interrogated|interrupted|shut (?:down|out|up)|"
    r"hung up|criticised|criticized|marked down|rejected|turned (?:down|away)|treated|yelled|screamed|"
    r"roared|tripped|elbowed|poked|lied|mocked|jeered|heckled|patronised|patronized|humiliated|embarrassed|"
    r"hurt|injured|attacked|ambushed|bombarded|pestered|propositioned|touched|outed|deadnamed|misgendered|"
    r"not (?:allowed|asked|invited|included|told|paid|given|permitted|considered|listened)|"
    r"never (?:asked|invited|told|given|considered))"
)
_MINE = (
    r"(?:desk|chair|locker|car|bag|coat|jacket|computer|laptop|screen|phone|mug|cup|lunch|food|tools?|"
    r"uniform|"
    r"hat|hair|arm|hand|face|access|login|account|names?|shifts?|rota|hours|overtime|pay|wages|payslip|"
    r"dut(?:y|ies)|work|workload|projects?|clients?|cases?|requests?|applications?|ideas?|questions?|"
    r"messages?|calls?|door|office|stuff|things|belongings|drawers?|accent|religion|age|disability|pregnancy|"
    r"back|way|knees?|thighs?|waist|hips?|chest|ears?|neck|shoulders?|legs?|bottom|breasts?|top|blouse|skirt)"
)
# What is nobody's business either, where something was done to it.
_MY_OWN = (
    rf"(?:{_MINE}|tyres?|wheels?|windscreen|windows?|mirror|bike|hijab|turban|(?:head ?)?scarf|veil|"
    rf"skullcap|kippah|"
    r"crucifix|cross|necklace|badge|lanyard|wheelchair|stick|cane|crutch(?:es)?|hearing aids?|glasses|"
    r"inhaler|"
    r"medication|photos?|pictures?|files?|notes|papers|keyboard|seat|space|trolley|van|cab|lorry|truck|"
    r"toolbox|"
    r"boots?|gloves|overalls|breaks?|mat|koran|quran|bible|pigeon ?hole|post|mail|plants?|cake|tea|coffee|"
    r"water|"
    r"helmet|shoes|keys|purse|wallet|bottle|flag|certificates?|skirt|bra|blouse|shirt|trousers|leg|"
    r"shoulder|bottom|"
    r"breast|neck)"
)
_SOMEBODY = r"(?:he|she|they|mrs?\.? [a-z]+|ms\.? [a-z]+|dr\.? [a-z]+)"
# What is done with a thing in the ordinary way.
_SERVED = (
    r"(?:(?:approv|renew|accept|sign|book|pass|confirm|complet|grant|extend|servic|deliver|repair|fix|"
    r"receiv|return|"
    r"start|finish|submitt|join|chang|replac|upgrad|collect|agre|process|issu|resum|restor|increas|publish|"
    r"arrang|schedul|mend|insur|valu|diagnos|check|test|paint|lodg|acknowledg|register)ed|sent|paid|heard)"
)
_CONDUCT = (
    # "wrote on my locker", of somebody not named
    r"^[^a-z]*(?:wrote|left|put|stuck|threw|hid|took|read|opened|drew|poured|tore|ripped|broke|scratched)"
    r"(?: [a-z]+){0,4} (?:on|in|at|over|through|up|out|off|into) my",
    # "got called a poof"
    rf"(?:^|(?<=[^a-z]))(?:got|getting|kept getting) {_DONE_TO}(?![a-z])",
    # "I was left out", "we were never asked", "I had water thrown over me"
    rf"(?:i|we) (?:(?:was|were|am|been|being|got|have been|had been|was being|were being|felt|wasn't|weren't|"
    rf"had to be) )+(?:[a-z]+ly |again |also |then |always |just |once |being )*{_DONE_TO}(?![a-z])",
    rf"(?:i|we) (?:wasn't|weren't|was not|were not|was never|were never) (?:even )?{_PARTICIPLE}(?![a-z])",
    r"(?:i|we) (?:had|got) (?:[a-z]+ ){0,4}(?:thrown|spat|put on|pulled|removed|cancelled|cut|taken)",
    # what the writer saw of it, or the place beside the person
    r"(?:i|we) (?:sat|stood|travelled|rode|walked) (?:beside|next to|with|opposite|behind) (?:him|her|"
    r"them)(?![a-z])",
    r"(?<!last )(?:i|we) (?:witnessed|saw|overheard|heard|watched) (?:it|this|all of it)(?![a-z])",
    # "my locker was emptied", "left on my desk", "pay docked"
    rf"(?:my|our) (?:[a-z]+ ){{0,3}}{_MY_OWN} (?:(?:was|were|got|had been|has been|being) )+"
    rf"(?:[a-z]+ly |again )*(?!{_SERVED}(?![a-z])){_PARTICIPLE}(?![a-z])",
    rf"(?:on|in|from|behind|over|off|into|under|at|about|against|of|for|with|to|onto|outside|across|blocked|"
    rf"moved|took|hid|broke|used|cut) (?:my|our) (?:[a-z]+ )?{_MINE}(?![a-z])",
    r"(?:docked|deducted|short(?:ed)? (?:by|of)|went missing|vandalised|defaced|scratched|slashed|smashed|"
    r"binned|"
    r"withheld|underpaid)(?![a-z])",
    rf"(?:(?!{_SERVED}(?![a-z]))(?<!i )(?<!we )[a-z]{{2,}}ed (?:my|our)(?! (?:line |ward |shift |union "
    rf")?(?:manager|"
    rf"boss|supervisor|union|rep|gp|doctor|solicitor|wife|husband|partner|friend|team|head|tutor|mum|"
    rf"mother|dad|father|"
    rf"diary|notice|mind)))(?![a-z])",
    # "it got worse", "texts came", "lost his temper"
    r"(?:it|things?|this|everything) (?:all |really |then |first |finally )?(?:got|came to|came back|went|"
    r"kicked|"
    r"turned|escalated|exploded|boiled|blew|flared|peaked|reached)(?![a-z])",
    r"(?:texts?|messages?|e-?mails?|calls?|comments?|remarks?|notes?|threats?) (?:came|arrived|started|began|"
    r"continued|appeared)(?![a-z])",
    r"(?:(?<!i )(?<!we )lost (?:[a-z]+ )?(?:temper|head|rag|it)|blew up|kicked off|"
    r"went (?:mad|off (?:at|on (?:me|us|one|a rant))|mental|crazy|ballistic))(?![a-z])",
    # "he has made fun of it"
    rf"{_SOMEBODY}(?: (?:has|have|had)|'s|'ve|'d) (?:[a-z]+ly |also |always |been )*"
    r"(?!(?:left|joined|moved|retired|work|manag|supervis|employ|appoint|promot|transfer|return|resign|start|"
    r"liv|stud|train|act|teach|lead|head)[a-z]*(?![a-z]))"
    r"(?:done|kept|made|given|taken|said|told|sent|[a-z]{2,}ed|[a-z]{2,}ing)(?![a-z])",
)
_IS_CONDUCT = re.compile(rf"(?<![a-z])(?:{'|'.join(_CONDUCT)})")
_TO_ME = re.compile(r"(?<![a-z])(?:me|us)(?![a-z])")
# What is done for somebody who complains, or in the ordinary way of work.
_KINDLY = re.compile(
    r"(?<![a-z])(?:(?:he|she|they|who) (?:[a-z]+ )?(?:told|asked|advised) (?:me|us) (?:to (?:fill|"
    r"complete|write|put|use|"
    r"send|submit|contact|speak|see|go|make|report|get)|about (?:the|this|your) (?:form|policy|procedure))|"
    r"(?:(?:came|got|wrote|e-?mailed|rang) back|replied|responded|apologi[sz]ed|said sorry|"
    r"listened|"
    r"introduced) to (?:me|us)|(?:signed|supported|helped|referred|visited|examined|diagnosed|trained|"
    r"interviewed|"
    r"hired|promoted|appointed|advised|thanked|collected|joined|married|met|assessed|treated|encouraged|"
    r"believed|"
    r"contacted|assisted|accompanied|managed|supervised|employed|known|line managed) (?:me|us)(?: off)?|"
    r"(?:gave|sent|handed|offered|got) (?:me|us) "
    r"(?:(?:the|a|an|"
    r"some|this|their|my|copy|of) )*(?:form|leaflet|policy|advice|help|support|appointment|copy|reply|"
    r"statement|job|"
    r"post|promotion|contract|extension|sick line|line|prescription|receipt|number|acknowledgement)|"
    r"(?:given|sent|handed|offered|shown|issued with) (?:(?:the|a|an|this|some|my|copy|of) )*(?:[a-z]+ "
    r")?(?:form|leaflet|"
    r"policy|advice|help|support|appointment|copy|reply|outcome|job|post|role|promotion|contract|"
    r"extension|statement|"
    r"prescription|medication|tablets|counselling|report|minutes|letter)s?|"
    r"(?:asked|told|invited|called|advised|sent) (?:to|for|in for) (?:(?:a|an|the|my) )*(?:complete|fill|"
    r"attend|write|"
    r"interview|hospital|see|wait|sign|provide|contact|occupational|oh|training|course|statement|medical|"
    r"scan)|"
    r"put on (?:anti[a-z-]*|medication|tablets|sick|the sick|a course|a waiting|light|reduced|phased|nights)|"
    r"treated (?:in|at|for|by (?:the |a |my )?(?:doctor|hospital|gp|nurse|dentist))|"
    r"(?:i|we)(?: have|'ve| had)? (?:have|had|got|kept|keep|wrote|put|noted|saved|recorded|marked|it|this|"
    r"them) "
    r"(?:[a-z]+ ){1,2}?(?:in|on) my [a-z]+(?: [a-z]+)?|"
    r"my (?:wife|husband|partner|mum|mother|dad|father|sister|brother|son|daughter|friend|mate|gp|doctor) "
    r"[a-z]+ "
    r"(?:[a-z]+ ){0,3}me|"
    r"apart from (?:me|us)|with (?:me|us)|as (?:me|us)|for (?:me|us) (?:is|are|was|were)|"
    r"(?:please|pls|kindly|do not|don't|(?:can|could|would|will) (?:you|someone|somebody|hr|we)(?: please)?) "
    r"(?:[a-z]+ ){1,3}(?:me|us))(?![a-z])"
)
_WRITER_DID = re.compile(r"(?<![a-z])(?:i|we)(?:'ve|'d|'m|'re)?(?![a-z')])(?! (?:was|were|am|are|felt|got) )")
# "He left on 2 July": what somebody else did with their own life.
_OWN_LIFE = re.compile(
    rf"(?<![a-z]){_SOMEBODY} (?:then |also |just |later )?"
    r"(?:left|retired|died|fixed|mended|repaired|installed|painted|cleaned|delivered|opened|closed|arrived|returned|resigned|moved|married|joined|started|began|emigrated|"
    r"transferred|"
    r"visited|won|took (?:over|up|on)|became|turned|celebrated|got|went (?:off|on|to|away|home|back|abroad)|"
    r"came (?:back|home|in)|bought|sold|passed|finished|qualified|graduated|claims|denies|says|admits|"
    r"maintains|"
    r"reckons|insists|thinks|believes|knows|works|lives|wants|needs|apologi[sz]ed|said sorry|handed in|"
    r"gave in|"
    r"signed|admitted|accepted|agreed|said (?:she|he|they|it|that)|looked into|investigated|spoke to "
    r"(?:him|her|"
    r"them)|took (?:notes|it|a note|details)|wrote (?:it|a note)|listened|offered|advised|suggested|"
    r"arranged|replied|answered|acknowledged|promised|worked|lived|did (?:nothing|"
    r"not)|took no action)(?![a-z])"
)
_MODAL = r"(?:might|may|could|must|would|should|will) (?:have been|be)"
_HEDGED = rf"(?:{_MODAL}|was|is|were|are|being|has been|have been)"
# Words that only place the date or hedge it.
_SUPPOSED = (
    r"(?<![a-z])(?:i|we) (?:did not|didn't|never) (?:keep|note|write|take|get|catch|record|mark)(?: "
    r"[a-z]+){0,4} "
    r"(?:dates?|day|time)(?![a-z])",
    r"(?<![a-z])(?:nothing|no one|nobody|no-one|no action)(?: [a-z]+)? (?:has|have|had|was|were|is|did|"
    r"happened|"
    r"came)(?![a-z])[^.;\n]*",
    r"^[^a-z]*(?:(?:it|this|all|first) )*(?:started|began|begun|commenced|starting)(?![a-z])",
    r"(?<![a-z])(?:i|we)(?:'m| am| would| was| can| could| can't| cannot| do| don't|'d)?(?: not)? "
    r"(?:think|believe|guess|remember|recall|reckon|suppose|know|say|sure|certain|pretty sure|fairly sure|"
    r"complain[a-z]*|refer[a-z]*|writing about|mean|wish|want)(?![a-z])",
    r"(?<![a-z])(?:i|we)(?:'m| am| was| were) (?:too|so) [a-z]+ (?:to|that)(?![a-z])[^.;\n]*",
    r"(?<![a-z])(?:i|we) (?:can't|cannot|can not|couldn't) (?:quite )?mind(?![a-z])[^.;\n]*",
    r"(?<![a-z])(?:i|we)(?:'m| am| was| were) (?:very |so |really |just |still )*(?:sorry|afraid|ashamed|"
    r"scared|"
    r"frightened|upset|shocked|mortified|terrified|embarrassed|shaking|crying|in tears|devastated|humiliated)"
    r"(?![a-z])",
    r"(?<![a-z])(?:i|we) (?:can't|cannot|can not|couldn't|could not) (?:be|get|give|narrow|put|pin)(?![a-z])"
    r"[^.;\n]*",
    r"(?<![a-z])(?:it|this|that) (?:came|comes|goes|lasted|hurt|upset|scared|shook|ruined|broke|knocked|left)"
    r"(?: (?:me|us|my [a-z]+))?(?: and (?:went|goes|came|[a-z]+ed))?(?![a-z])",
    r"(?<![a-z])(?:people|others|staff|colleagues|customers|everyone|everybody|nobody|no one|¤)(?: "
    r"[a-z]+){0,2} "
    r"(?:was|were) (?:in|at|there|present|on|about|around|watching|laughing|listening)(?![a-z])",
    r"(?<![a-z])there (?:were|was|are|is|have been|has been) (?:so |too |very |just )*(?:many|several|loads|"
    r"lots|"
    r"a few|more|others|multiple|numerous|countless)(?![a-z])",
    rf"(?<![a-z]){_MODAL}(?![a-z])",
    r"(?<![a-z])(?:it|this|that|these|those|which|(?:the )?(?:exact |actual )?(?:date|day|time|occasion|"
    rf"occurrence|one|(?:previous|earlier|next|later|other) one|first|last|latest|worst|main|other|second|"
    rf"both)s?) {_HEDGED}(?![a-z])",
    r"(?<![a-z])(?:the |my )?(?:acts?|matters?|problems?|issues?|things?|trouble|conduct)"
    r"(?: (?:that |which )?(?:i|we) (?:complain|am complaining|refer|wish to complain)[a-z]*(?: (?:of|about|"
    r"to))?)?"
    rf" (?:{_HEDGED}|occurred|arose|came up|happened|started|took place)(?![a-z])",
    r"(?<![a-z])(?:lasted|witness(?:ed)? by|seen by|heard by|(?:saw|heard|witnessed) (?:it|this|"
    r"what happened)|"
    r"as (?:stated|said|written|reported|noted))(?![a-z])",
)
_SUPPOSED_WORDS = re.compile("|".join(_SUPPOSED))
_NOT_VERBS = (
    r"(?:ahmed|mohamm?ed|muhamm?ed|moh?amad|hamed|fred|alfred|wilfred|mildred|winifred|reed|sayed|syed|"
    r"rashed|"
    r"khaled|saeed|waleed|need|speed|shed|feed|seed|weed|indeed|hundred|unexpected|disabled|attached|mixed|"
    r"limited|advanced|estimated|expected|repeated|related|dated|undated|enclosed|listed|alleged|named|"
    r"unwanted|united|crowded|approximated)"
)
_SAYS = re.compile(
    r"(?<![a-z])(?:(?<!\()(?:i|i'm|i've|i'd|we|we've|we're)(?!\))|was|were|is|are|has|have|had|did|went|took|"
    r"came|made|gave|got|put|sent|left|held|began|met|saw|ran|paid|wrote|spoke|won|lost|bought|sold|became|"
    r"broke|brought|built|fell|felt|found|flew|grew|heard|kept|knew|led|rose|sat|spent|stood|taught|thought|"
    rf"rang|drove|rode|stole|swore|tore|threw|shook|sang|drank|chose|woke|hid|bit|hit|shut|hurt|bent|dealt|"
    rf"dug|drew|"
    rf"ate|forgot|hung|laid|lay|meant|shot|slept|spat|stuck|struck|swung|wept|understood|blew|caught|"
    rf"fought|fed|"
    rf"overheard|sought|withdrew|"
    rf"wore|(?!{_NOT_VERBS}(?![a-z]))[a-z]{{2,}}ed)(?![a-z])"
)
# What a paper is, not a person.
_FILED = (
    r"(?:left|joined|started|finished|moved|returned|retired|resigned|qualified|graduated|married|applied|"
    r"phoned|telephoned|e-?mailed (?:the|hr|my)|consulted|visited|attended|chased|lodged|submitted|escalated|"
    r"flagged|noted|typed|filed|drafted|logged|mentioned|discussed|printed|copied|graded|marked|"
    r"resolved|closed|"
    r"upheld|published|advertised|scheduled|arranged|booked|tupe'?d)"
)
_NOTE_STYLE = re.compile(
    rf"[^a-z]*(?:(?:on|the|in|at|and|again|then|also|first|was|being|deliberately|constantly) )*"
    rf"(?:not |never |no |been )*(?:{_DONE_TO}(?![a-z])|"
    rf"(?!{_FILED}(?![a-z])){_PARTICIPLE}(?![a-z]))(?:[^,.;]* while [^,.;]*)?"
)


def without_kindness(text: str) -> str:
    """The text without what others did for the writer: replied, advised, handed a form."""
    return _KINDLY.sub(" ", text)


def tells_of_conduct(clause: str) -> bool:
    """Whether somebody else's doing, or what was done to the writer, stands in the clause."""
    return _names_conduct(clause) or was_done(clause)


def tells_of_harm(clause: str) -> bool:
    """Whether words of conduct, or what was done to the writer, stand in the clause: not only "he went"."""
    return _names_conduct(clause) or _befell(without_kindness(clause))


def _names_conduct(clause: str) -> bool:
    return any(match["incident"] for match in CUE.finditer(clause))


def _befell(clause: str) -> bool:
    """Whether something is done to the writer, or to what is theirs."""
    if _IS_CONDUCT.search(clause):
        return True
    to_me = _TO_ME.search(clause)
    return bool(to_me and not _WRITER_DID.search(clause[: to_me.start()]))


def was_done(clause: str) -> bool:
    """Whether somebody else does something in the clause, or something is done to the writer."""
    clause = without_kindness(clause)
    return _befell(clause) or any(
        not _OWN_LIFE.match(clause, match.start()) for match in THEY_DID.finditer(clause)
    )


def has_verb(clause: str) -> bool:
    """Whether any verb stands in the clause."""
    return bool(_SAYS.search(clause))


def tells_of_something(clause: str) -> bool:
    """Whether a verb tells of something that is not said to be conduct."""
    if not _SAYS.search(clause):
        return False
    said = _SUPPOSED_WORDS.sub(" ", clause)
    first = _NOTE_STYLE.match(said)
    return bool(_SAYS.search(said, first.end() if first else 0))

"""The words by which a writer denies, doubts, turns round or passes on what is said: patterns only.

All are matched against an ordered text (text): small letters, no apostrophes.
"""

import re

from hrdocs.rules.grounds.words import AS

FUNCTION = (
    "my me i im am being be been an a the of about because cos coz due to on any for that its it is "
    "was this or nor and "
    "either at all really just even fact anything do in as so with having have ive has he she they are "
    "is hes shes theyre thinks "
    "think perceived personal own anyone anybody else like type kind sort reason reasons whether if "
    "grounds ground protected "
    "related issue issues whatever etc based down over linked connected also both anybody what which "
    "else not one such "
    "matter question case primarily necessarily actually specifically mainly"
)
FUNC = rf"(?:{'|'.join(sorted(set(FUNCTION.split()), key=len, reverse=True))}|[,/\"()])"
GLUE = re.compile(rf"\s*(?:{FUNC}\s+)*(?:{FUNC})?\s*")
SENTENCE = re.compile(
    r" (?:[.;!?|]+)(?= |$)| - (?=(?:it|this|that|he|she|they|its|just|more|purely|only|simply)\b)"
)

NOT_A_DENIAL = re.compile(
    r"\b(?:if (?:i|we) (?:wasnt|werent|was not|were not)|(?:neither|nor) (?:are|is|do|does|did|was"
    r"|were|have|has|will|would|can)(?! (?:it|that"
    r"|this|i)\b)|no (?:one(?! (?:\w+ ){0,3}?(?:mind|both|car|sa[iy]|mention|mad|comment|rais"
    r"|brought|has an|ever))"
    r"|other|wonder|idea|sooner)"
    r"|not (?:just|only|merely|simply|solely|purely|entirely|exclusively|least)|no doubt"
    r"|without (?:a )?doubt|no question"
    r"|nothing (?:else )?(?:but|other than|except)|no(?:t any)? other (?:reason|explanation|cause"
    r"|grounds?)s?(?: i can think of)?"
    r"(?: for (?:it|this))?(?: (?:than|but|except|apart from|other than))?|no reason (?:other than"
    r"|except|but|apart from)"
    r"|cant (?:see|think of|find) any (?:other )?reason (?:other than|than|but|except|apart from)"
    r"|(?:left with|for|get|gets|got|did|done) nothing(?= because)|whether or not|why not"
    r"|not to mention|more often than not|(?<!its )(?<!is )(?<!was )not (?:being|joining|having"
    r"|belonging|wanting|attending|drinking|supporting|voting|going)"
    r"|(?:do|does|did|will|would|can|could|should|must) (?:not|never)(?! (?:think|believe|feel|say"
    r"|suspect|claim|mean|consider|allege|see|reckon|imagine|suggest)\b)"
    r"|not (?:a |an )?(?:real|proper|true)|not (?=\w+ enough\b))\b"
)
DENIAL = re.compile(
    r"\b(?:(?:nothing|not anything|not|anything|isnt anything|zero) (?:at all |whatsoever "
    r"|really )?to do with"
    r"|(?:havent|hasnt|doesnt have|dont have|didnt have|wasnt) (?:got )?(?:anything|nothing"
    r"|something) to do with"
    r"|not (?:really |actually |even |so much |necessarily |specifically |primarily )?(?:because|about"
    r"|due|down to|on account|on (?:the )?(?:grounds|basis)|as a result"
    r"|related|linked|based|over|cos|coz|motivated|connected|a case of|a matter of|a question of|saying"
    r"|claiming|suggesting|alleging|complaining|relying|that)"
    r"|(?:dont|do not|didnt|did not|cant|cannot|wouldnt|would not|never|not) (?:really |actually |even "
    r"|honestly |for a (?:second|minute|moment) )?"
    r"(?:think|thinking|believe|feel|say|saying|suspect|claim|claiming|suggest|suggesting|mean|reckon"
    r"|imagine|consider|allege|alleging)"
    r" (?:that )?(?:its|it is|it was|this is|this was|it has|this has|thats|it had|because"
    r"|they did it because|he did it because)"
    r"|(?:isnt|wasnt|is not|was not|arent|werent|aint|its not|it isnt)"
    r"|(?:nothing|none|no part)(?: (?!but |except |other )\w+){0,4} (?:about|due to|to do with"
    r"|related to|based on|linked to|down to)"
    r"|(?:not|dont|doesnt|isnt|hasnt|never|nothing|none|little)(?: (?!only|just|but|except|merely|other"
    r"|because)\w+){0,6}?"
    r" to do with|not (?:one|a|any|the least|a single) (?:bit|part|word|thing|ounce|jot|shred"
    r"|hint)(?: \w+){0,4}?"
    r" (?:about|because of|down to|due to)"
    r"|(?:hasnt|havent|never|didnt|has not|have not|did not) (?:\w+ ){0,2}?(?:said|say|mention\w*"
    r"|brought up|raised)"
    r"(?: (?:a|one) (?:single )?(?:word|thing))? (?:about|of|anything about)"
    r"|(?:never|nobody|no one|noone|none of (?:them|us)|not|havent|hasnt|hadnt|didnt|dont"
    r"|doesnt)(?: \w+){0,3}?"
    r" (?:hear|heard|see|seen|saw|noticed?|sa(?:y|ys|id)|ma(?:ke|de|kes)|pass(?:es|ed)?|had|have"
    r"|has|mentioned|got"
    r"|getting|experienced)"
    r"(?: \w+)? (?:any|anything|a single|one)(?: (?:remarks?|comments?|notice|bad"
    r"|wrong))?(?: (?:about|against|over|with|on|of))?"
    r"|(?:not|isnt|wasnt|never|doesnt|dont|didnt|arent)(?: \w+)? (?:get\w* at|pick\w* on|bull\w+"
    r"|harass\w*|shout\w*|target\w*"
    r"|attack\w*|going for|do\w* (?:this|it)|did (?:this|it)|having a go at|hat(?:e|es|ing)"
    r"|slagging|abus\w+|mock\w*"
    r"|jok\w*|laugh\w*)(?: at)?(?: me| us)? (?:over|about|because of|for|due to|on account of)"
    r"|nothing (?:bad |wrong )?(?:against|with|but respect for)"
    r"|(?<=[.,;] )forget(?: about)?|^forget(?: about)?|leav(?:e"
    r"|ing) aside"
    r"|nothing (?:was |is |has been |has ever been |was ever )?(?:said|mentioned) (?:of|about)"
    r"|neither|nor|rather than|instead of|as opposed to|regardless of|irrespective of|unrelated to"
    r"|unconnected (?:to|with)"
    r"|never (?:been )?(?:about|because|to do with|mentioned|said)|no (?:complaints?|grievance|quarrel"
    r"|difficulty|issues?|problems?|element"
    r"|aspect|mention|hint|interest|involvement|connection|part|say|opinions?|views?) (?:of|with"
    r"|about|around|in|to|on)"
    r"|hardly|scarcely|far from|anything but|by no means|in no way|(?:cant|cannot|couldnt"
    r"|could not|wont|wouldnt) (?:be|have been)|(?<!being )(?<!im a )(?<!as a )(?<!im )(?<!am )non"
    r"|(?:everything|anything|all) (?:except|but|bar|apart from|other than)|doesnt relate to"
    r"|ruled? out|ruling out|not|no|nothing|never)\b"
)
CLAIM_DENIED = re.compile(
    r"\b(?:not|dont|doesnt|didnt|cannot|cant|wont|wouldnt|couldnt|never|nobody|hardly|refuse to|no way"
    r"|nor)(?: (?!only|just|merely)\w+){0,3}?"
    r" (?:think|thinking|believe|feel|say|saying|suspect|claim|claiming|suggest|suggesting|reckon"
    r"|imagine|consider|allege|alleging|accept|blame|argue|suppose|agree)\b"
    r"|\b(?:deny|denies|denied|denying|doubt|doubtful|unlikely)\b"
)
HAVING_NONE = re.compile(
    r"^(?:(?:at all|and|so|, so|, and|but) )+(?:i|im|they|he|she|get|got|being|they|am|people"
    r"|everyone)\b"
)
"""What follows a "no religion" that is the writer's own: "no religion and I get mocked for it"."""
WAS_CAUSE = re.compile(
    r"^(?:\w+ ){0,2}?(?:come|comes|came) into|^(?:\w+ ){0,2}?(?:is|was|has|had|were|are|plays?"
    r"|played)(?: \w+){0,3} (?:cause|reason|motive"
    r"|factor|behind|why|issue|part|point|do with)\b"
)
WEAK_DENIAL = re.compile(
    r"(?:.* (?:any|anything|a single|one)(?: (?:remarks?|comments?|notice|bad|wrong))?(?: (?:about"
    r"|against|over|with|on|of))?|isnt"
    r"|wasnt|is not|was not|arent|werent|aint|its not|it isnt|not|no|nothing|never|.* (?:its|it is"
    r"|it was|that)|because)"
)
TURN = re.compile(
    r"\b(?:but|however|although|though|whereas|yet|except|apart from|other than|instead(?! of)"
    r"|rather(?! than)"
    r"|its|it is|it was|thats|this is|is because|was because|because|cos|more (?:about|to do with"
    r"|because|like|my|likely|a case of)"
    r"|(?<=, )the (?:issue|problem|reason|cause|point|truth) (?:is|was)"
    r"|(?<=, )(?:just|only|simply|purely|always|mainly|mostly|all|more)|(?:just|only|simply|purely"
    r"|really|actually) (?:because|cos|my|about|for|due|that)|on account of|due to|i think|i believe"
    r"|i feel|i would say|id say|i say)\b| - | \)"
)
SUBJECT = re.compile(
    r", (?:im|i am|he|she|they|we|everyone|people|others|someone|hes|shes|theyre|its|it|this|that) "
)
DOUBT = re.compile(
    r"\b(?:possible|potential|potentially|not (?:really |quite |entirely |100 |totally )?(?:sure"
    r"|certain|clear)|unsure|uncertain"
    r"|dont know|do not know|wonder(?:ing)?|maybe|may (?:well )?be|may have been"
    r"|(?:hr|he|she|they|manager|boss|everyone|people|some|colleagues?|others) (?:says?|said|claims?"
    r"|claimed|thinks?|reckons?|reckoned|believes?|told me) (?:that )?(?:its|it is|it was"
    r"|this is) (?=about|because|due|down|my|to do)"
    r"|if not|perhaps|possibly|(?:might|could) (?:well |also )?(?:be|have been|have to do)"
    r"|cant (?:tell|say"
    r"|be sure)|who knows|either|hard to say|cannot (?:say|tell))\b"
    r"(?! (?:why|how|who|where|when|his|her|him|them|the|much|what to|he|she|they))"
)
THOUGHT = re.compile(
    r"(?<!\bi )(?<!\bwe )\b(?:thought|think|thinks|assum\w*|suspect\w*|suggest\w*|impl\w*|hint\w*"
    r"|rumou?r\w*|said|asked"
    r"|joked?|says|guess\w*|insinuat\w*) (?:\w+ ){0,3}$"
)
AFTER_DENIED = re.compile(
    r"^(?:(?:that|it|thats|really|itself|at all|are|is|was|were|be|would|do|does|did|has|have|had"
    r"|definitely|i think|\)) )*"
    r"(?:(?:isnt|wasnt|arent|is not|was not|not|never|hasnt|havent|doesnt|didnt|dont) (?:\w+ ){0,2}?"
    r"(?:to do with|c[oa]mes? (?:into|up)|brought up|enter\w* into|bother\w*|count\w*|the (?:issue"
    r"|reason|problem|cause|point|motive)|a (?:factor"
    r"|reason|problem|part|cause)|an issue|relevant|involved|part of|play|matter|mentioned|"
    r"why|anything to do|got anything|applicable|apply|relate)"
    r"|(?:(?:is|was|were|are|went|has been|have been|had been|has always been) )(?:\w+ ){0,2}?(?:fine"
    r"|ok|okay|grand"
    r"|no (?:problem|issue|bother|secret)|handled|accepted|respected|welcomed|supported|sorted"
    r"|great|brilliant)\b"
    r"|(?:(?:has|have|had) )?never (?:done|caused|held|got|given|been) (?:me )?(?:any |a "
    r"|in )?(?:harm|back|trouble"
    r"|bother|problems?|issues?|grief|the way)"
    r"|(?:is |was |thats |are )?neither here nor there|beside the point"
    r"|(?:has|had|have)? ?nothing to do|irrelevant|not applicable|na\b|not relevant|(?:doesnt"
    r"|does not) (?:apply|matter|come)|is not(?! (?:as|so|what|very|great|good))|isnt it)"
)
AND_THAT_IS_WHY = re.compile(
    r"^(?:(?!(?:but|he|she|they|not)\b)\w+ ){0,5}?(?:[,.-] )?(?:and )?(?:(?:that|this|it) is|thats"
    r"|its) (?:the (?:whole |only |real |main )*(?:reason|cause|ground)"
    r"|why(?= [.,;!|]|$| (?:i|im|he|she|they) (?:am |was |get |got |have been |did |does "
    r"|do )?(?:being )?(?:bull|harass|pick|treat|target|victim|it|this))|what (?:this|it"
    r"|the \w+) is (?:all )?(?:about|for|over)|what its (?:all )?about|my ground)"
)
AFTER_NO = re.compile(r"^(?:[:\-=,?(.] )*(?:no|n|none|false|nope)(?: [,.;)|]| [|]|$| and )")
SAID_NOT = re.compile(
    r"\b(?:said|says|claims?|claimed|(?:was|were|been|got) told|told me|tells me|insists?|insisted"
    r"|swears?|swore|assured me|maintains?)"
    r"(?: \w+){0,3}?(?: \")? (?:its|it is|it was|it had|it has|this was|this is|that was) (?:not"
    r"|nothing|never)\b"
)
THEY_DENY = re.compile(
    r"\b(?:he|she|they|people|hr|manager|xname|boss|everyone|management|supervisor)(?: \w+){0,2}?"
    r" (?:say|says|said|claims?|claimed|den(?:y|ies|ied)|insists?|insisted|swears?|told me|tells me"
    r"|reckons?)\b|\bi (?:was|am|got|have been|ive been) told\b"
)
YET_IT_IS = re.compile(
    r"^(?:[.;,!] )*(?:(?:but|yet|and|well|although|though) )*"
    r"(?:(?:i know|i think|i believe|clearly|obviously|of course) )?(?:it|that|this) (?:\w+ly )?(?:is"
    r"|was|did|does)(?: (?:about|because of) (?:that|it|this))?(?= [.,;!|]|$)"
    r"|^, (?:but|yet|although|though) (?:he|she|they) (?:only|just|never|started|began|didnt)\b"
)
YET_THEY_SAY = re.compile(
    r"^[^.;!?]*?(?:\b(?:but|yet|however|though)\b[^.;!?]*\b| \. )(?:they|theyve|he|she|everyone"
    r"|people|some)\b(?: \w+){0,2}? "
    r"(?:say|says|saying|said|think|thinks|call|calls|called|assum\w+|decided|reckons?|insists?"
    r"|convinced|treats?)"
    r"(?: that)? (?:i am|im|so|it|otherwise|me (?:one|it|that|as one|that anyway|it anyway))(?= [.;,!]"
    r"|$)"
)
PLAIN_NOT = re.compile(r"isnt|wasnt|is not|was not|arent|werent|aint|not|no|never")
TOLD_THAT = re.compile(
    r"\b(?:was|am|been|got|being|he|she|they|xname) (?:told|said|says?|tells?|saying)"
    r" (?!it\b|its\b|this\b|me (?:it|its|this)\b)[^.;]*$"
)
ACCUSED_OF = re.compile(
    r"\b(?:call|calls|called|calling|all|accus\w+|brand\w+|labell?ed|said|says|claim\w*|think|thinks|im"
    r"|i am|am)"
    r" (?:(?:me|us|of|being|as|a|an|not|that|i|im|am|was|we|are|were) )*$"
)
ATTITUDE_NOUN = re.compile(
    r"perv\w*|racis\w*|sexis\w*|homophob\w*|transphob\w*|misogynist\w*|islamophob\w*|ageist\w*"
)
ABUSE_NEXT = re.compile(r"(?:names?|abuse|comments?|remarks?|jokes?|slurs?|words?|things)\b")
NOT_WANTED_AS = re.compile(
    r"\b(?:dont|do not|didnt|not) (?:want|wish|intend|asking|looking)(?: for)? (?:this|it|that"
    r"|my complaint|to)"
    r"(?: to)?(?: be)? (?:treated|seen|taken|looked at|recorded|made|turned|treat|make"
    r"|turn)(?: it| this)? (?:as|into|about|out as)"
    r"(?: \w+){0,2} $"
)
AFFIRMED = re.compile(r"(?:is|was|are|does|did)(?: it| the (?:issue|reason|problem|cause))?")
ANSWERED = re.compile(r"^(?:[:\-=,?(.] )*(?:yes|no|y|n|true|false|none)\b")
ANSWERED_NO = re.compile(r"^(?:[:\-=,?(.] )*(?:no|n|false|none)\b")
ASKED_AND_DENIED = re.compile(r"^\? (?:well )?(?:never|no|not|none|nope|nothing|hardly|i dont|doesnt)\b")
AFTER_YES = re.compile(r"^(?:[:\-=,?(] )*(?:yes|y|true|yep|definitely|absolutely)\b")
AFTER_DOUBT = re.compile(
    r"^(?:[,\-(] )*(?:not sure|im not sure|i am not sure|maybe|possibly|perhaps|dont know|unsure"
    r"|but not sure|i dont know|might be|could be)\b|^\?"
)
IDENTITY_NOT = re.compile(
    r"\b(?P<cause>because|cos|coz|since|as|for|being|when|only)?(?: that)? ?(?P<subject>i am|im|i was"
    r"|am|was|being|for being|not being|were|we are)? not (?:(?:a|an|the|of|from|in|one|being|really"
    r"|very|actually|even|their|his|her|same) )*$"
)
BUT_I_AM = re.compile(r"^, (?:but )?(?:im|i am)(?: (?:a|an|actually|in fact))* ")
ONLY_ONE_NOT = re.compile(
    r"\b(?:the|only) (?:one|person|man|woman|member|worker)(?: \w+){0,5} not (?:(?:a|an|the|of|in"
    r"|from) )*$"
)
THIRD = re.compile(
    r"(?:^| )(?:(?:he|she|who|one of (?:them|us|the \w+)|head|chargehand|clerk|chief|neighbour"
    r"|inspector|colleague|coworker|workmate|manager|supervisor|boss|leader|director"
    r"|respondent|lady|woman|man|xname|worker|mate|friend|someone|somebody|chap|fella|girl|lad|guy"
    r"|person|witness|foreman|colleagues|victim|accused|harasser|bully)"
    r"(?: (?!i |im |me |who )\w+){0,3}? (?:is|was|happens to be|has|had|also|is also|being|got"
    r"|identifies as|came out as|comes from|is from)|hes|shes|whos|he is|she is) (?:(?:a|an|the|of|also"
    r"|very|from|in|openly|actually|himself|herself|both|currently|as|only|well known|known"
    r"|hard line|hardline|good|nice|decent|great|devout"
    r"|strict|staunch|practising|big|under|off|with|on|\w+ and) )*$"
)
THIRD_OWN = re.compile(
    r"(?:^| )(?:his|her|their|xname|managers|colleagues|supervisors|witness|somebody elses"
    r"|someone elses|other peoples) (?:own )?$"
)
OWN_NOUN = re.compile(
    r"(?:ages?|race|religion|sex|gender|disabilit(?:y|ies)|pregnancy|sexuality|sexual orientation|faith"
    r"|nationality|beliefs?|union|maternity|ethnicity|politics|marriage|condition|colour|illness"
    r"|depression|anxiety)"
)
ATTITUDE = re.compile(
    r"(?:racis|sexis|ageis|homophob|transphob|misogyn|chauvin|sectarian|islamophob|xenophob|anti ?semit"
    r"|sexual|perv|letch|leer|grop)"
)
REPORT = re.compile(
    r"\b(?:call(?:ed|s|ing)?|said|says?|saying|name|names|named|word|words|shout\w*|comment\w*|jok\w*"
    r"|jib\w*|refer\w*|told|slur\w*|remark\w*|abuse|abusive|insult\w*|"
    r"nickname\w*|wrote|written|text\w*|whisper\w*|mutter\w*|chant\w*|sing\w*|sang|sung|graffiti"
    r"|on my (?:car|locker|desk|door|chair|windscreen|coat|bag|house|van)|describ\w*|labell?ed"
    r"|known as|like|muttering|term|terms|language|use[ds]?|using|heard|hear"
    r"|post\w*|drew|slagg\w*|banter|stuff|things|messages?|dirty|being|am|im|me)\b|\""
)
WITNESS = re.compile(r"\bwitness(?:es|ed)?\b(?!.*\bmy\b)")


HARD_TURN = re.compile(
    r"(?:[,)] |- )the (?:\w+ )?(?:issue|problem|reason|cause|point|truth|matter|thing) (?:is|was)\b"
    r"|(?:[,)] |- )(?:its|it is|it was|thats|because|cos|just|only|rather|more|i|this is|im|i am"
    r"|on account)\b"
    r"|\b(?:but|however|although|though|whereas|instead(?! of)|rather(?! than)|i think|i believe"
    r"|i would say)\b"
)
OR_FOLLOWS = re.compile(r"^(?: ,| (?!but |its |it )\w+){0,6}? (?:or|nor) ")


LEAD = re.compile(rf"{AS} (?=\w)")
OF_ANOTHER = "it seems to be said of somebody else"

"""The words by which a longer answer says what it is about, and what it only tells: patterns only.

All are matched against an ordered text (text).
"""

# ruff: noqa: E501 - patterns to read

import re

SENTENCE = re.compile(r" [.;!?|]+(?= |$)")

# --- What the complaint is about -----------------------------------------------------------------

_COMPLAIN = r"(?:complain\w*|object\w*|writ(?:e|ing)|rais(?:e|ing)|report\w*)"
COMPLAINT = re.compile(
    rf"\bwhat i(?:m| am| do)?(?: \w+)? {_COMPLAIN}(?: (?:of|about|to|here))?\b"
    r"|\bwhat (?:does )?(?:matters?|bothers?|gets|annoys|hurts|upsets)(?: to| me)*"
    r" (?:is|was)\b"
    r"|\b(?:my|the|this|our) (?:complaint|grievance)(?: itself| here| now)? (?:is|was)"
    r"(?: (?:only|just|purely|really|simply))? (?:that|about|with|against|this|because|over|to do with|down to)\b"
    r"|\b\w+ problem with me is\b"
    r"|\b(?:my|the) (?:real |whole |only )?(?:problem|issue|trouble|difficulty|thing)(?: itself| here| now)? is (?:that|how|the way|what|my|his|her)\b"
    r"|\b(?:the|a) (?:reason|point) (?:for|of) (?:my|this|the) (?:complaint|form|grievance)\b"
    r"|(?:^|[.;!|:,-] )(?:but |so |no , )?(?:this|it) (?:complaint )?is (?:all |only |just )?about\b"
    r"|\bwhat i(?: (?:do|really|actually))? (?:mind|want|resent|object to|cant take|wont take|cannot stand)\b(?: \w+){0,3} is\b"
    r"|\bwhat (?:he|she|they) (?:did|does|do|is doing|are doing) (?:has to do with|is about|is because|comes from)\b"
    r"|\b(?:my|the|this|our) (?:row|dispute|argument|fight|falling out|quarrel)(?: with \w+(?: \w+)?)? (?:is|was) (?:over|about|that)\b"
    r"|\bits that (?:i|he|she|they) (?:saw|seen|know|knew|found|reported|asked|heard|told|caught|refused|wants?|took|owes?)\b"
    r"|\bwhats? (?:is )?(?:going on|happening)(?: now| here)? (?:is|has)\b"
    r"|\bits what \w+ (?:does|did|says|said)\b|\bwhat happens now\b|\bit is something else\b"
    r"|\b(?:its|it is) the other (?:thing|one|matter)\b"
    r"|\b(?:the )?(?:person|one) i(?:m| am) complaining (?:about|of)\b"
)
"""From here on the writer says what the complaint is about; what was told before leads up to it."""

# --- What plays no part --------------------------------------------------------------------------

_NONE_OF = (
    r"(?:none of (?:that|this|those|these|it|them|which)|neither(?: of (?:those|these|them|which))?"
    r"|not (?:one|any) of (?:those|these|them|that))"
)
_THAT = r"(?:that|this|it|which|those|these|his being|her being)"
_NO_PART = (
    r"(?:nothing (?:at all |whatsoever )?to do with (?:it|this|that|him|her|them|any of (?:it|this|that))"
    r"|(?:not |never )?(?:the|my|a|an) (?:issue|problem|point|matter|reason|cause|complaint)\b"
    r"|neither here nor there|beside the point|irrelevant|not relevant|not why|no odds)"
)
ASIDE_BACK = re.compile(
    rf"\b{_NONE_OF}(?: \w+){{0,4}}? (?:matters?|comes?|came|enters?|plays?|is|are|was|were|has|have|bothers?|counts?"
    r"|worries|down|here)\b"
    rf"|\b(?:put|take|write|tick)(?: \w+)? {_NONE_OF}\b"
    rf"|(?:^|[.;!|,-] |\band |\bbut |\bi mention (?:it|this|that) )(?:\w+ )?{_THAT} (?:\w+ )?"
    rf"(?:(?:has|have|had|hasnt|havent)(?: got)?(?: never| always)?(?: anything)? (?:{_NO_PART}|to do with it)"
    rf"|(?:is|are|was) {_NO_PART}|(?:isnt|is not|wasnt|was not|arent|doesnt come|does not come|never (?:came|comes)"
    r"|doesnt matter|does not matter|plays? no|played no)(?= (?:[.;,!|]|$|into|it\b|that\b|why|the |my |to me|part|a factor))"
    r"|is (?:his|her|their|my) (?:own )?(?:business|affair)|cant be (?:that|it|the))"
    r"|\b(?:has|have|had|having|hasnt|havent)(?: got)? (?:nothing|anything)(?: at all| whatsoever)? to do with (?:it|this|that|him|her|them|any of (?:it|this|that)|the (?:way|matter|case))\b"
    r"|\b(?:they|these|he|she) (?:arent|isnt|is not|are not|werent|wasnt) (?:the|my|a) (?:problem|issue|trouble|difficulty)\b"
    r"|\bive thought about it and no\b|\bi(?:m| am) not (?:one )?(?:bit |at all |in the least )?(?:worried|bothered|fussed"
    r"|complaining|raising|claiming)(?: (?:about|by|with|of))* (?:that|it|this|them|those)\b"
    r"|\bi (?:do not|dont) (?:mind|hold|blame|care|complain)(?: (?:about|of))? (?:that|it|this|them|those)\b"
    r"|\b(?:that|this|it) (?:isnt|is not|wasnt|was not) (?:what|why) (?:i|im|this|any)\b|\bi(?:ve| have)? (?:let (?:that|it|this) (?:go|lie|pass)|(?:drop|dropped|withdrew|withdrawn|accept|accepted)"
    r" (?:that|it|this))\b|\b(?:that|this) i accept\b"
    r"|\b(?:no one|nobody|noone)(?: has| have)?(?: been| was| is)? (?:anything but|other than) (?:kind|good|nice|fair|helpful|supportive|lovely)\w*"
    r"|\b(?:hold|holds|held|bear|bears) (?:nothing|no (?:grudge|ill will))\b"
    r"|\b(?:meant|said|done) (?:in fun|no harm|as a joke)\b|\bno harm (?:was )?(?:meant|done|in it)\b"
    r"|\bno reason to (?:think|believe|suppose|suspect)(?: \w+){0,3}? (?:that|it|this)\b"
    r"|\b(?:no one|nobody|noone|none of them)(?: \w+){0,3} (?:bothers?|minds?|minded|cares?|mentions?|mentioned)"
    r"(?: (?:it|that|about it|about that))?(?= [.;,!|]|$)"
)
"""The fact just told is set aside: "None of that matters", "and I let that go"."""

ASIDE_AHEAD = re.compile(
    r"\b(?:(?:youll|theyll|hell|shell) (?:say|think|tell me|be thinking)(?: (?:that|its|it is))*"
    r"|(?:it|that) (?:would|might|could) be (?:easy|tempting|simple) to (?:put|say|think|blame)"
    r"|(?:people|some|others|they|hr|you|everyone|somebody|someone)(?: \w+)? (?:will|may|might|would|could|keep|think|say|said)"
    r" (?:\w+ )?(?:say|think|saying|put|assume|tell me)? ?(?:that )?(?:it is|its|it was|this is|that it is)"
    r"|(?:i|we) (?:do not|dont|would not|wouldnt|am not|cannot|cant) (?:for a \w+ )?(?:suggest\w*|say\w*|claim\w*|alleg\w*"
    r"|accus\w*|believ\w*|think\w*|blam\w*|mean\w*|imply\w*)"
    r"|nor (?:has|have|is|was|are|does|do|did) (?:it|the|my|me|that|this|his|her)|leaving aside|setting aside|never mind|forget about|whatever about|apart altogether from|regardless of"
    r"|i (?:do not|dont) (?:want|wish|intend|mean)(?: (?:my|the|this|it))?|it (?:isnt|is not|wasnt) that (?:im|i am|i have|i was)|i (?:do not|dont) care (?:what|about|if|how)"
    r"|i want (?:to make it clear|it known|it clear) (?:that )?(?:i am|im|this is|it is) not"
    r"|(?:i have|ive|i had) no (?:complaint|complaints|quarrel|issue|problem|difficulty) (?:with|about|against|as to|in respect of)"
    r"|i(?:m| am) not (?:complaining|raising|relying|accusing|saying|claiming|suggesting|writing)"
    r"|there is no|theres no|it has nothing to do with|please (?:dont|do not) (?:treat|take|see|read)"
    r"|(?:as|though|although) a non)\b"
)
"""What follows in the sentence is set aside."""

_EACH = r"(?:everyone|everybody|all of us|the lot of us|whole lot|every one of us|each of us|anyone|anybody|one and all|us all|all the staff|the whole team|the rest of us)"
ALIKE = re.compile(
    r"\b(?:does|did|says|said|gives?) (?:it|that|this) to (?:them all|all of them|the lot of (?:them|us)|us all|others too)\b|\balong with everyone else\b"
    r"|\bnot the only one(?: (?:that|who))? (?:its|it|this|he|she|has|it has)\b"
    r"|\bsame with (?:the )?(?:others?|other \w+|rest|two|three|lads|girls|men|women)\b|\bas well as me\b"
    rf"|\b(?:the |this |that |exactly |just the )?same (?:way )?(?:with|to|for|towards|as|on)? ?(?:{_EACH}|me\b|the rest)"
    r"|\b(?:with|to|at|on) (?:the )?(?:men|women|young|old|black|catholics?|protestants?|gay)(?: ,)? (?:and )?(?:the )?(?:women|men|old|young|white|protestants?|catholics?|straight)\b"
    rf"|\b(?:does|did|do|do this|done|gives?|gave|shouts?|shouted|roars?|screams?|swears?|rude|nasty|horrible|treats?) (?:it |that |this )?(?:to |at |with |like this to )?{_EACH}\b"
    r"|\b(?:makes?|made) no (?:odds|difference|matter) to (?:him|her|them)\b"
    r"|\b(?:its|it is) (?:not|nothing to do with) who (?:we|i) (?:are|am)\b"
    r"|\b(?:does it to|treats?|like that with|bullies|bullied) (?:the )?(?:hearing|white|other|older|younger|men|women|catholics|protestants|straight|both)(?: \w+)? (?:too|also|as well|alike|the same)\b"
    r"|\b(?:anything|something) about me as a person\b"
    r"|\b(?:equally|alike|regardless) (?:to|with|of|bad|nasty|rude)\b|\btreats? (?:us|them|everyone|everybody) all\b"
)
"""Everybody meets the same: what some of them are is told to say that it plays no part."""

BUT_NEVER = re.compile(r"\bbut (?:never|not) (?:to |with |at |for )?(?:the|any|a|him|her|xname)\b")
OTHER_CAUSE = re.compile(
    r"\b(?:since|because|after|for|from the day|ever since|over) (?:that )?(?:i|id|ive|i had|me) ?(?:\w+ly |had |have |was )?"
    r"(?:report\w*|refus\w*|complain\w*|rais\w*|question\w*|challeng\w*|would not|wouldnt|said no|spoke|stood up|caught"
    r"|found (?:out )?(?:that|the)|know the|got the (?:job|post|desk|promotion)|was given the|asked (?:about|for|him|her|why|where)"
    r"|turned (?:him|her|it) down|blew)\b|\b(?:for|since|after) (?:reporting|refusing|questioning|challenging)\b"
    r"|\b(?:wanted|wants|after|got) my (?:job|post|desk|place)\b|\bowes? me\b|\bjealous\w*\b|\bpersonality clash\b"
    r"|\b(?:he|she|they) (?:just|simply) (?:does not|doesnt|do not|dont|hates?|cannot|cant|dislikes?)\b"
    r"|\b(?:simply|just|plain) (?:nasty|a bully|rude|cruel|bad|mean|spite|jealous)"
    r"|\bits that i (?:\w+ed|saw|took|told|went|said|spoke|know|knew|found|got|did|won|beat)\b"
    r"|\bi refused to\b|\bi (?:\w+ )?reported\b"
)
"""Another cause than a ground."""

COURTED = re.compile(
    r"\b(?:go(?:ing)? out with|(?:his|her) advances|a date|kiss\w*|sleep with|drinks? with|dinner with|touch\w*|turned (?:him|her) down|meet (?:him|her)|be with (?:him|her))\b"
)
"""A refusal of advances is no other cause than a ground."""

# --- What is aimed at the writer -----------------------------------------------------------------

SAYS = re.compile(
    r"\b(?:says?|said|saying|asks?|asked|asking|told|tells|telling|calls?|called|calling|jokes?|joked|joking|shouts?|shouted"
    r"|shouting|sings?|sang|singing|hums?|hummed|humming|whispers?|whispered|mutters?|muttered|remarks?|remarked|comments?|commented"
    r"|writes?|wrote|written|texts?|texted|txts|e ?mailed|posts?|posted|refers?|referred|describes?|described|goes on about|going on about"
    r"|wants to know|hopes?|hints?|hinted|suggests?|suggested|reckons?|thinks|announced?|announces|mimics?|mimicked|imitates?|imitated"
    r"|impersonates?|mocks?|mocked|mocking|laughs? (?:at|when|about)|laughed (?:at|when|about)|digs|jibes?|makes? (?:fun|jokes|comments|remarks|cracks)|made (?:fun|jokes|comments|remarks|cracks)"
    r"|nicknamed?|of the opinion|labelled|known as|greets?|goes|gets at me about|slags|slagged|slagging|teases|teased)\b"
)
"""A verb of speech: what follows it in the sentence may be what was said to the writer."""
LEFT_FOR_ME = re.compile(
    r"\b(?:left|put|hung|stuck|tied|drawn|painted|nailed|pinned|taped|placed|written|sprayed|planted|appeared|turned up|is|was|are|were)"
    r" (?:\w+ )?(?:in|on|to|over|at|under|across|inside) my (?:locker|desk|chair|car|bag|door|coat|keyboard|screen|tray|drawer|seat|van|pigeonhole|hook|bench|lunch\w*)\b"
)
"""Something put among the writer's things is aimed at the writer."""
BY_WRITER = re.compile(
    r"\b(?:i|we|id|ive|i have|i had|i also)(?: (?!(?:am|was|get|got|keep|been|being)\b)\w+){0,2} $"
)
TO_A_BODY = re.compile(
    r"^ (?:hr|the union|my (?:wife|husband|partner|mother|doctor|gp|friend|rep|union)|occupational|personnel)\b"
)
SPEECH_ENDS = re.compile(r" (?:but|and|so|when|although|though) (?:i|my|we) | - ")
DOES = re.compile(
    r"\b(?:does|did|do|doing|makes?|puts on|putting on|takes? off|took off|taking off|copies|hides|hid|leaves|left|leaving|hung|hangs|stuck|sticks"
    r"|drew|draws|painted|sprayed|daubed|scrawled|scratched|threw|throws|sends|sent|shows|showed|plays|played|claps|whistles|tugged|pulled|poked"
    r"|taps|waves|wears|bows|salutes|sniffs|holds|held)\b"
)
"""A thing done that may be aimed at the writer's ground: a mimicry, a gift, a picture."""
AT_ME = re.compile(r"\b(?:me|my|mine|us|im|i am|you|your|youre)\b")
NEAR_ME = re.compile(
    r"\b(?:im|i am|me|my|you|your|youre|you are|us|our|like an?|as an?|being) (?:(?!(?:by|the|that|to|for)\b)\w+ ){0,2}$"
)

# --- Whose it is ---------------------------------------------------------------------------------

ADJECTIVE = re.compile(
    r"(?:old|new|black|white|brown|gay|straight|young|single|blind|deaf|mad|mental|green|race|age)"
)
PERSON_NEXT = re.compile(
    r"^(?:wom[ae]n|m[ae]n|girls?|boys?|lads?|lassie|lad(?:y|ies)|persons?|people|staff|workers?|employees?|members?|colleagues?|one|ones|fellas?|guys?|mothers?"
    r"|mums?|fathers?|dads?|parents?|skin|face|faces|bastard|bitch|cow|git|fool|couple|family|brother|sister|son|daughter|friend|partner|husband|wife|fogey|dear"
    r"|timer|codger|engineer|driver|nurse|teacher|porter|cleaner|lecturer|manager|student|apprentice|jokes?|comments?|remarks?|and|or|as|but|at|in|on|to|for|with"
    r"|by|from|the|a|is|was|are|were|i|im|he|she|they|it|so|since|because|when|that|who|which|irish|british|african|asian|christian|muslim|catholic|protestant"
    r"|man|woman)\b|^\W|^$"
)
EARLIER = re.compile(
    r"\b(?:i|we)(?: had| have|ve)?(?: \w+)? (?:complained|made a (?:formal )?complaint|reported|raised|put in a complaint|gave evidence|was a witness)\b"
)
DROPPED_SINCE = re.compile(
    r"\b(?:dropped|withdr[ae]w\w*|settled|resolved|sorted|left where it is|over and done|apologised|dealt with|something else"
    r"|this complaint is|since then|ever since)\b"
)
"""What the writer complained of before, and not now."""

LINKED = re.compile(
    r"\b(?:(?:ever )?since (?:then|that|i|we|he|she|they|my|the|it)|from (?:then|that)|after (?:that|it|i|my|the)|as a result|because of (?:it|that)"
    r"|(?:when|once|as soon as|after) (?:he|she|they|it|my \w+|xname|the \w+|word) (?:\w+ )?(?:heard|found|saw|seen|learn\w*|knew|know|reali[sz]ed|recognised|got|was|came)"
    r"|as soon as|found out|next (?:day|thing|morning|week)|(?:the|am|im) only|(?:nobody|no one|noone|everyone|everybody|anyone) else"
    r"|(?:none of |not one of )?the (?:others|rest|other \w+)|those (?:who|of us)|we are the ones|were the ones|used to|now (?:i|he|she|they|im|my|its)|knows? (?:rightly|fine|well|about|that))\b"
)
"""What ties the treatment to what the writer is: its time, or who was spared."""
WELL = re.compile(
    r"\b(?:(?:everyone|everybody|people|they|all|most|he|she|team|manager) (?:\w+ )?(?:was|were|is|are|has been|have been|have always been|has always been|couldnt be|could not be|s been|been) (?:all |very |so |really |always |more )?"
    r"(?:decent|civil|lovely|kind|great|good|fine|nice|decent|fair|supportive|brilliant|helpful|understanding|sound|dead on)|clear now|all healed|better now|well over it)\b"
)
"""The writer was well treated in it, or is over it."""
SHARED = re.compile(
    r"\bas (?:did|does|is|was|has) (?:he|she|they|my|the|half|most)\b|\bso(?:s| is| are| was| did| do| does) (?:he|she|they|my|the|half|most|all)\b"
    r"|\b(?:whos|who is|hes|shes|he is|she is|theyre) (?:one|a \w+|in (?:it|the same)|the same|from there|\w+) (?:too|as well|himself|herself)\b"
    r"|\b(?:hes|shes|theyre|he is|she is|were|was) in the same (?:union|party|church|parish|boat|branch)\b|\bthe two of us (?:are|that)\b"
    r"|\b(?:nobody|no one|noone)(?: in \w+| at work| there)? knows\b|\b(?:he|she|they) (?:does not|doesnt|dont|didnt|did not|couldnt|cannot) (?:even )?know\b"
    r"|\b(?:i do not|i dont) (?:think|believe) (?:that )?(?:he|she|they) knows?\b|\bi never told (?:him|her|them)\b"
    r"|\b(?:its|it is) well (?:managed|controlled)\b|\bhappy about it\b|\bnever (?:been )?mentioned\b|\bnever asked for (?:a thing|anything)\b"
    r"|\b(?:brilliant|great|very good|lovely|wonderful|kind) about (?:it|that|this)\b|\b(?:says|said|does|did) (?:it|that) (?:of|to|about|with) (?:everyone|everybody|anyone|all)\w*"
    r"|\bthe only one who (?:came|helped|visited|rang|sent|asked|was kind)\b"
)
"""What the writer is, the other is too, does not know of, or was kind about."""
SOME_CAUSE = re.compile(
    r"\b(?:because|cos|coz) (?:of )?(?:a|an|the|he|she|they|it|i|we|his|her|my|somebody|someone)\b"
    r"|\b(?:fell out|row|argument|falling out|disagreement|words) (?:\w+ ){0,2}?(?:over|about)\b|\bjealous\w*\b|\bafter (?:his|her|my) (?:job|post|place)\b"
    r"|\b(?:since|as) i (?:beat|won|got|corrected|caught|found|refused|reported|told|saw|asked|took)\b"
)
AND_A = re.compile(r"\b(?:i am|im|as|being)\b[^.;]* and (?:(?:an?|also|im|i am) )+$")
HE_MINDS = re.compile(
    r"\bwhat (?:he|she|they)(?: \w+){0,3} (?:stand|bear|stomach|hates?|minds?|resents?|dislikes?|goes on about|go on about|object\w* to"
    r"|has against me|have against me|picks? on) (?:is|are) (?:that )?(?:(?:the|my|me being|im|i am|a|an|having) )*$"
)
"""What the other is said to mind: the cause, in other words."""
ROUGH = re.compile(
    r"\b(?:wrote me up|written up|(?:has|have|had) it in for me|mark on my file|whatever i do\b|cant do right|(?:re do|redo)(?: \w+){0,3} times|shout\w*|scream\w*|roar\w*|swore|swears?|swearing|yell\w*|thr(?:ew|ows?) (?:a|an|my|it|things|the)|slam\w*|tutt\w*|sneer\w*"
    r"|sarcastic|useless|liar|incompetent|troublemaker|waste of space|humiliat\w*|belittl\w*|ignores? me|impossible deadlines?"
    r"|(?:credit|praise) for my|deletes? my|deleted my|my \w+ (?:were|was) deleted)\b"
)
"""What is plainly done to anybody: bullying, without more."""
PLAIN_CONDUCT = re.compile(
    r"\b(?:shout\w*|scream\w*|roar\w*|swore|swears?|swearing|yell\w*|threw|throws?|slam\w*|snatch\w*|tutt\w*|sneer\w*|sarcastic|deadlines?"
    r"|targets?|wrote me up|written up|in front of|will not last|wont last|troublemaker|incompetent|useless|liar|waste of space|credit for"
    r"|takes? my|took my|hides? my|hid my|deleted|deletes|moved my|left me out|leaves me out|kept out|wont speak|does not speak|doesnt speak|(?:hasnt|has not|havent|have not) spoken"
    r"|ignores?|ignored|blanks?|blocks?|blocked|follow(?:s|ed) me|watch(?:es|ed) me|blames?|blamed|refused|refuses|cancelled|dumped|overtime|disabled my|lowest"
    r"|mark(?:s|ed) me|red pen|rings me|phones me|silent|cold with me|get out|skips me|marks?|reads? (?:out )?my|line by line|laughed at|laughs at|stares?|redo|re do)\b"
)
"""What anybody may meet: it tells of bullying, and of no ground."""

OTHERS = re.compile(
    r"(?:^|[,;:.-] |\b(?:when|after|while|because|since|that|and|as) )(?:(?:the|a|my|our|another|younger|older|his|her|their|new|line|one) )*"
    r"(?!(?:i|we|my|our|me|us|it|this|that|there|which|who|im|ive|being|as|since|was|am)\b)[a-z]+(?: and (?:the |my |our )?\w+)? (?:\w+ly )?"
    r"(?:went|goes|is|was|has|had|got|gets|came|comes|were|are|works|worked|prays|prayed|wears|attends?|attended|both|all|left|took|takes) "
    r"(?:(?!(?:i|me|my|us|our|im|ive)\b)\w+ )*$"
    r"|\bwho(?:s| is| was| has| had| were| are) (?:(?!(?:i|me|my|us|our|im|ive)\b)\w+ )*$"
    r"|\b(?:my|the|a|one|our) (?:colleague|manager|supervisor|boss|workmate|coworker|deputy|neighbour)(?: \w+)? $"
)
"""A sentence about somebody else up to the ground's words, in which the writer does not come."""
SOMEBODY = re.compile(
    r"\b(?:he|hes|she|shes|they|theyre|theyve|xname|someone|somebody|one of (?:them|the \w+)|everyone|everybody|people|others|manager|boss|supervisor|foreman|chargehand|colleagues?"
    r"|squad|team|lads|women|men|leader|head|trainer|clerk|nurse|sister|lecturer|tutor|workmates?|neighbour|there is|theres|there has been)\b"
)
I_AM = re.compile(
    r"\b(?:im|i am|i was|ive|i have|ive got|ive had|i had|being|as an?|(?:my|our) \w+ (?:is|has|are|have|was))(?: (?!(?:he|she|they|and he|and she|but)\b)\w+){0,5} $"
)
CAUSE = re.compile(
    r"\b(?:because|cos|coz|due to|on account of|grounds?|basis|reason|owing to|to do with|related|based on|linked|over my|about my|for (?:being|having|my)|since(?! (?:\d|january|february|march|april|may|june|july|august|september|october|november|december|last|then))|after|when|down to"
    r"|its (?:about|my|being|that)|it is (?:about|my|being|that)|it was (?:my|about)|as an?|ever since)\b"
)
OF_A_SEX = re.compile(
    r"(?:^ ?|\b(?:that|because|and|but|how|thinks?|reckons?|says|said) |[\":,] )(?P<sex>women|men|girls|ladies|females)"
    r" (?:are|arent|use|should|shouldnt|cant|cannot|have|havent|get|dont|do|always|never|need|belong|make|lose|want|like|just|all|were|with|over)\b"
)
"""What is said of one sex as such is said of the writer."""
LIKE_A = re.compile(r"\blike an? $")
ANY_OF_THEM = re.compile(r"(?:all|any|several|most|many|some) of (?:them|these|those)")
ONE_IS = re.compile(
    r"\b(?:hed|shed|theyd|theyve|ones|anothers|one is|one was|another is|one of them is) (?:(?:a|an|the|from|in) )*$"
)
NOT = re.compile(r"\b(?:not|never|isnt|wasnt|nothing|no)\b")
I_SAID = re.compile(r"\bi (?:said|told|asked|replied|answered|say)\b[^\"]*$")
GRANDCHILD = re.compile(r"(?:minding |look\w* after )?grand(?:child|kid|wean)\w*")
AS_IF = re.compile(r"\bas (?:if|though) (?:im|i am|i was|i were|i had|ive)\b")
OF_US = re.compile(r"\b(?:the other|us|we|fellow|we are|were the|both) $")
OURS = re.compile(
    r"\b(?:i|im|ive|id|me|we|us|myself|mine)\b"
    r"|\b(?:my|our) (?!(?:line |new |old )?(?:manager|boss|supervisor|colleagues?|workmate|coworker|deputy|department|team|leader|foreman|neighbour)\b)"
)

# --- Words of many uses --------------------------------------------------------------------------

MOCKED = re.compile(
    r"\b(?:jok\w+|mock\w*|mimic\w*|imitat\w*|impressions?|laugh\w*|noises|names?|calls? (?:him|her|us)|called (?:him|her|us))\b"
)
KIN_OR_HOURS = re.compile(
    r"(?:partner|girlfriend|boyfriend|husband|wife|spouse|kids?|child|children|baby|babies|son|daughter|parents?|hours"
    r"|flexible working|attendance|injury|surgery|stress\w*|relationship|dating|affair|court|police|hospital appointments?)"
)
STATION = re.compile(r"(?:class|education|estate|poor|accommodation|smok\w+|act|law|legislation)")
PLAIN_INSULT = re.compile(r"(?:slow|stupid|thick|unwell|energy|experience|special|emotional|drinking)")
ONES_OWN_HEALTH = re.compile(
    r"(?:.*menopaus.*|hot flush.*|hot flash.*|the change|time of life|hrt|hormones|ivf|.*fertil.*|trying for a baby|plan.*"
    r"|thinking .*|intend.*|hysterectomy|endometriosis|gynae.*|pcos|womens health|post ?natal depression)"
)
NO_BOTHER = re.compile(
    r"\b(?:never|no|without)(?: \w+){0,3} (?:bother|trouble|problems?|issues?|complaints?)\b.*\b(?:until|till|before)\b"
)
SOFT = re.compile(r"part timers?")
KIN = re.compile(
    r"\b(?:kids?|child\w*|weans?|sons?|daughters?|baby|mothers?|mum|mam|father|dad|parents?|carers?|caring|nursery|school|family|wee (?:ones?|boy|girl))\b"
)
NATION = re.compile(r"(?:northern )?irish|british|english|scots|gaelic.*")
# What others are said not to mind, or the writer not to claim.
SETS_ASIDE = re.compile(
    r"\b(?:nobody|no one|noone|(?:dont|don t|do not|not|never) (?:say|saying|said|think|believe|writing|bother\w*"
    r"|mind\w*|been)|no idea|dont know|not why|aside|nothing to do)\b"
)
GIVES_CAUSE = re.compile(
    r"\b(?:its|it is|it was|this is|thats) (?:about |over )?my\b|\b(?:because|due to|on account of|on (?:the )?(?:grounds?|basis) of|for being|reason|grounds?|discriminat\w*"
    r"|harass\w*|abuse\w*|target\w*|singled|picked on|(?:over|about) (?:my|me|it)|against (?:my|me)|just (?:as|for)"
    r"|since (?:i|my|he|she|they)|ever since|cause|down to|based on|to do with|related? to|treated)\b"
)
PREJUDICE = re.compile(
    r"\b(?:racis|sexis|ageis|ableis|homophob|transphob|islamophob|misogyn|bigot|anti ?semit)\w*\b|\bsectarian\w*"
)

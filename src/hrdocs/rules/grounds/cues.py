"""The cues by which a ground is put forward, or only mentioned: patterns only.

All are matched against an ordered text (text), mostly against the sentence before or
behind a ground's words.
"""

import re

from hrdocs.rules.grounds import words_frames as frames
from hrdocs.rules.grounds.turns import OWN_NOUN

BREAK = re.compile(r" (?:[,;:()/|-]) ")
SMALL = (
    r"(?:(?:a|an|the|also|only|now|openly|very|of|from|in|both|just|own|severe|chronic|bad|to|with|quite"
    r"|currently|proud|known|own|seen|perceived|one|and|or|as|not|so|still|always|really|actually|my"
    r"|me|i|am|im|was"
    r"|have|had|has|got|their|wee|poor|strong|personal|previous|close|active|part|non|\d+|\w+ing) )"
)
AFTER_CAUSE = re.compile(rf"\b{frames.CAUSE} {SMALL}{{0,6}}$")
FIRM_CAUSE = re.compile(
    r"\bwhat (?:he|she|they|bothers? \w+|annoys? \w+)(?: \w+){0,3} is (?:that )?(?:(?:the|my"
    r"|me being|im|i am) )?$"
    r"|\bthe (?:trouble|problem|reason|issue|cause) (?:for it )?is (?:that )?(?:(?:my|me being|im"
    r"|i am) )$|"
    rf"\b(?:because|cos|coz|due to|down to|on account of|grounds? of|basis of|owing to|result of"
    rf"|thanks to|motivated by"
    rf"|to do with|related to|relates to|based on|linked to|for being|for having|for my|over my"
    rf"|as an?|ground is"
    rf"|grounds are) {SMALL}{{0,6}}$"
    r"|\b(?:its|it is|it was|rather|thats|that is|this is|this was) (?:\w+ ){0,2}?(?:about "
    r"|to do with |down to )?"
    rf"(?:my|being|that im|that i am|because im|because i am) {SMALL}{{0,4}}$"
    rf"|^(?!.*\bi (?:told|spoke|talked|asked|emailed|phoned|rang|wrote)\b).*\babout (?:my|me being"
    rf"|me having) {SMALL}{{0,3}}$"
    r"|\b(?:because|cos|coz|since|as) (?:he|she|they|people|everyone|everybody)(?: all)? (?:know"
    r"|knows|knew|heard|saw|found out"
    r"|thinks?|thought|assum\w+|reckons?|guessed)(?: (?:that|out|about|how|of|from))* (?:im|i am"
    r"|i was|my|i|me) (?:\w+ing )?"
    rf"{SMALL}{{0,3}}$"
)
LINKED = re.compile(
    r"\b(?:ever since|(?:since|after) (?:then|that|i|my|the|\w+ing)|from then|after that|found out"
    r"|(?:the )?(?:next|same|following) (?:day|week|morning|month|shift)|soon after|the day after"
    r"|(?:when"
    r"|once|as soon as) (?:he|she|they|i|it)"
    r"|(?:he|she|they|everyone|everybody|xname) (?:knows?|knew|(?:is|are|was|were) aware)"
    r"|because of (?:it|this|that)|over it|about it|as a result|from that day|from the day)\b"
)
THEN_REFUSED = re.compile(
    r"^(?:\w+ ){0,2}?(?:(?:was|were|been|is|are|being|has been) )?(?:refused|denied|ignored|mocked"
    r"|laughed at"
    r"|turned down|withdrawn|questioned|(?:used|held) against me|thrown in my face"
    r"|not (?:allowed|made|given|granted))\b"
)
GOT_IT_BECAUSE = re.compile(
    r"\bi (?:only |just )?(?:got|was given|have|am|was|was hired|was promoted"
    r"|get)(?: \w+){0,4}? (?:because|cos|to)"
    r" (?:\w+ ){0,5}$"
)
"""What others say the writer owes a post to: "I got the job because they needed a disabled person"."""
MY_CHILDREN = re.compile(
    r"(?:my|our|i have|have|having|has|got)(?: \w+){0,2} (?:kids|children|weans|childer)"
)
OWN = re.compile(
    rf"\bas $|\b(?:my|our|we|im|i am|am|i was|ive|i have|i had|being|as a|as an|me) {SMALL}{{0,4}}$"
)
NO_CAUSE = (
    r"(?!(?:he|she|they|him|her|his|their|them|told|tell|reported|complained|supported|gave|joked"
    r"|asked|said|saw|sat"
    r"|spoke|heard|helped|knew|know|think|thought|never|dont|not|it|because|when|that|chair|run"
    r"|manage|teach|supervise"
    r"|attended|work|worked|emailed|contacted|used|met|beside|near|outside|live|drove|walked)\b)"
)
I_DO = re.compile(rf"\b(?:i|ive|id|im) (?:{NO_CAUSE}\w+ ){{0,5}}$")
BECAUSE_I = re.compile(
    r"\bon (?:my )?return(?:ing)? (?:from |to )?(?:\w+ ){0,2}$"
    r"|\b(?:because|cos|coz|since|as|after|when|once|the (?:very )?(?:day|week|month|moment|minute"
    r"|morning)(?: (?:that|after))?)"
    rf" (?:i|im|ive|my) (?:{NO_CAUSE}\w+ ){{0,6}}$"
)
BY_RELATIVE = re.compile(
    rf"\b(?:my|our|ma|me|i have an?|ive an?|ive got an?)(?: \w+)? {frames.RELATIVE}s?(?: (?:is|was|has"
    rf"|had|who|being|a|an|the|in|of"
    rf"|also|got|from"
    r"|comes|are|have|with|openly|for|member|and|our|goes|to|at|\w+ily|children|kids|\d+))* $"
)
OF_THE_RELATIVE = re.compile(
    rf"(?:my|our|a) (?:\w+ )?{frames.RELATIVE}s? (?:(?:is|was|comes|came|has|had|being|who|are|were) )+"
)
BY_RELATIVE_AT_ALL = re.compile(rf"\b(?:my|our) (?:\w+ )?{frames.RELATIVE}s?\b")
NO_OTHER = re.compile(
    r"\bif i (?:was|were)(?:nt| not) (?:(?:a|an|the|so|from|in) )*$|\b(?:no one|nobody|noone"
    r"|none) else(?: \w+){0,4} (?:is|are|was|were) (?:a )?$|\b(?:the|as"
    r"|im|as the|am the) (?:only|first|lone|sole)(?: (?!to\b|ever\b|because\b)\w+){0,6} $"
)
CARE = re.compile(
    r"\b(?:swap\w*|days? off|(?:mon|tues|wednes|thurs|fri)days?"
    r"|car(?:e|es|er|ers|ing)|look\w* after|mind\w*|time off|part time|hours|leave"
    r"|appointments?|school"
    r"|flexible|shifts?|home|childcare|respite|rota|late|calls|emergency|hospital|working)\b"
)
"""What a relative's illness asks of the writer: then family status may be meant."""
MOCKED = re.compile(r"\b(?:makes?|made|making) (?:a )?(?:jokes?|fun) of (?:it|him|her|that)\b")
UNSAID_I = re.compile(r"(?:been|had|got|was|am|came|off|back|lost|going|having|just|only|recently)\b")
OTHERS_WERE = re.compile(
    r"\b(?:colleague|workmate|coworker|friend|mate|he|she|they|xname|someone|somebody|witness"
    r"|girl|lad|man|woman|staff)"
    r"(?: \w+)? (?:was|were|is|has been|had been|been|got|gets|being) (?:also |often |always )?"
    r"(?:called|told|asked|bullied|harassed|treated|sacked)\b(?! to)"
)
OTHERS_CASE = re.compile(
    r"\b(?:gave|giving) evidence|\b(?:support|defend)(?:ed|ing)\b|\b(?:stuck|stood|spoke) up for|\bstood by\b"
)
OTHER_ACTS = re.compile(
    r"^(?:(?:his|her|their) \w+ (?:is|was|has|had) |(?:(?:and|but|then|my|the|our|a|his|her|this"
    r"|that) )*(?:manager|boss|supervisor|colleague"
    r"|line manager|head|director"
    r"|chargehand|foreman|lecturer|tutor|witness|workmate|friend|mate|he|she|they|xname|someone"
    r"|somebody|accused"
    r"|respondent|team leader|woman|man|lady|guy|hes|shes|theyre)\b)"
)
CONDUCT = re.compile(rf"\b{frames.CONDUCT}\b")
THEN_CONDUCT = re.compile(
    r"^(?:(?:and|or|type|related|based|style|motivated) )*(?:\w+(?:ist|ic|ian) )?(?:comments?"
    r"|remarks?|jokes?|jibes?"
    r"|digs?|abuse|slurs?|banter|insults?|discrimination|harass\w*|bully\w*|language|name calling"
    r"|names|songs?"
    r"|bias|hatred|prejudice|stereotyp\w*|attacks?|slagging|calendars?|posters?|pictures?|bashing"
    r"|gestures?|graffiti|hate|mocked|arguments?"
    r"|accents?|impressions?|voices?|told|called|treated|arent welcome|isnt welcome|not welcome)\b"
)
THING = re.compile(
    r"^(?:(?!(?:in|at|to|by|from|and|or|with|for|on|of|is|was|are|the|a|an|my|his|her|every|all"
    r"|this|that|last|since|as|i|he"
    rf"|she|they|it|me|us|has|had|have|not|no|so|but|when|who|because) )\w+ )?{frames.THING}\b"
)
OWN_START = re.compile(r"(?:im|i|my|being|because|as)\b")
OWN_WORD = re.compile(r"\b(?:me|my|us|our|im|i)\b")
I_AM_HERE = re.compile(r"[,;:-] (?:as )?(?:i am|im|i was|being|ive|i have) (?:\w+ ){0,2}?\w+$")
DONE_TO_ME = re.compile(r"\b(?:me|us|my (?:bum|bottom|breasts?|chest|legs?|body|figure))\b")
HE_SAYS = re.compile(r"(?:, )?(?:he|she|they) (?:says?|said|told|called|calls|shouted|joked)\b")
OPENS_OWN = re.compile(r"\W*(?:im|i|ive|id|as|my|being|our)\b")
I_AM = re.compile(r"^\W*(?:im|i am|(?:i have|ive)(?! been| worked| no)|as an?) ")
PLACE = re.compile(
    r"\b(?:at|in|outside|near|beside|behind|opposite|past|inside|from|by|to|off|into) (?:the |a "
    r"|our |an )?$"
)
CONCEDED = re.compile(
    r"\b(?:although|though|even if|while i|whilst i|granted)\b[^,]*$"
    r"|\bhappen to be (?:\w+ ){0,2}$|^(?:yes|ok|okay|fine|true|granted|admittedly"
    r"|i know) ?,? ?(?:im|i am|i do|i have|my)\b[^,]*$"
    r"|\bi may be (?:\w+ ){0,2}$"
)
TO_OTHERS = re.compile(
    r" (?:(?:comments?|remarks?|jokes?|abuse|language|things) )?(?:to|towards|about|against|at|with)"
    r" (?:the |some |her |him |them |other |another |our |his |my colleague|my workmate|xname|others|a )"
)
SAID_TO_ANOTHER = re.compile(
    r"\b(?:call\w*|told|said to|shout\w* at|described|refers? to|referred to) (?:my|our|his|her|the|a"
    r"|an|another)"
    r" (?:other )?(?:friend|mate|colleague|workmate|cleaner|porter|driver|neighbour|patient|customer"
    r"|client|girl|lad"
    r"|man|woman|lady|guy|boy|temp|student|nurse|one)\b[^.]*$"
)
HAS_TO_BE = re.compile(r"\b(?:has|have|had|got|gotta) (?:got )?to be (?:\w+ ){0,4}$")
ABOUT_IT = re.compile(
    r"\bi (?:teach|taught|clean|run|lecture|manage|study|coach|cover|supervise|work"
    r"|worked)(?: (?!because|due|as)\w+){0,3} $|\b(?:lectures?|talks?|courses?|modules?|training"
    r"|books?|articles?|leaflets?|seminars?"
    r"|essays?|polic(?:y|ies)|meetings?"
    r"|presentations?|workshops?|sessions?|emails?|research|paper|papers|dissertation|thesis"
    r"|conference|event|debate)"
    r" (?:on|about|for|around|of) (?:\w+ ){0,2}(?:and )?$"
)
DETERMINED = re.compile(
    r"\W*(?:(?:the|a|an|one|two|three|some|another|other|those|that|this|these|all|most|both|many) )*"
)
ACTS = re.compile(
    r"(?:(?!(?:and|they|he|she|i|so|but|because|it|that|when|as|with) )\w+ ){0,5}?(?:call\w*|told"
    r"|tells?|bull\w+|laugh\w*|shout\w*|hat(?:e|es|ed)|threaten\w*|ignor\w*|harass\w*|mock\w*"
    r"|pick\w*|hit|hits|push\w*|threw|throws?|said|says?|treat\w*|exclud\w*|slag\w*|advis\w*|gave"
    r"|gives?|report\w*)"
    r" (?:\w+ )?(?:me|us)\b"
)
SOMEONE_IS = re.compile(
    rf"\W*(?:(?:and|but|so) )?(?:my|our|the|a|an|one) (?!{frames.RELATIVE}|{OWN_NOUN.pattern}"
    rf"|reason|ground|grounds|problem"
    r"|harassment|bullying|abuse|treatment|discrimination|motive|behaviour|comments|remarks|jokes"
    r"|issue|cause|complaint|case|protected|only|main|real|whole|thing|fact|skin|accent|job|role"
    r"|work|health|hair|union|bully)"
    r"\w+ (?:is|was|has|had)(?: (?:a|an|in|the|also|very|on|off|from|of|always|currently))* "
)
THE_REP = re.compile(r"\b(?:my|our|the|a) $")
AM_THE_REP = re.compile(
    r"\b(?:im|i am|am|as|being|i was|became|become|becoming|elected|been) (?:my |our |the |a )$"
)
A_PLACE = re.compile(
    r"(?:the )?(?:church|chapel|mosque|temple|synagogue|prison|jail|gaol|nursery|union|creche|orange)"
)
FACT = re.compile(r"\b(?:happen to be|i am|im|i was|am|is|are|was|were|ive|have|has)\b")
FACT_OF_AGE = re.compile(
    r"(?:.*\b)?(?:\d\d|(?:twenty|thirty|forty|fifty|sixty|seventy)(?: \w+)?|(?:eigh|nine)teen|(?:late "
    r"|early |mid )?(?:teens|twenties|thirties|forties|fifties|sixties|\d\ds))"
    r"(?: (?:years?|yrs?))?(?: (?:old|of age))?"
)
ASKED = re.compile(
    r"^(?:(?:so|and|but|well) )?(?:would|could|can|is|was|does|do|did|should|are|am|if|whether)\b"
)
SUPPOSED = re.compile(
    r"^\W*(?:other than|except|excluding|bar) |\b(?:(?:if|whether) (?:it|this|that|he|she|they|i)"
    r"|used to think"
    r"|(?:at first|initially|originally|once) (?:i |we )?(?:thought|assumed|believed|put)"
    r"|(?:thought|assumed) at first|first thought|(?:i|we) (?:had |always )?thought (?:it|this"
    r"|that) (?:was|might|must)|i wish (?:it|i|he|she|they|this|that) |if only|(?:youd|you would"
    r"|one would|you might|people would|youd have) (?:think|thought|assume)|(?:dont"
    r"|do not) have to be"
    r"|does being|do you have to)\b"
)
HEARSAY = re.compile(
    rf"\b{frames.BENIGN}(?: in \w+)? (?:will |would |might |may |also |all |who )*"
    r"(?:say|says|said|saying|thinks?|thought|assum\w*|presum\w*|reckon\w*|told|tells|believes?"
    r"|claims?|suggest\w*"
    r"|advised)\b(?P<what>(?:(?! but )[^,])*)$"
)
CAUSED = re.compile(
    r"^(?:\w+ ){0,3}?(?:because of|as a result|caused by|due to|brought on"
    r"|from (?:this|all|his|her|how|the stress))\b"
)
GAVE_ME = re.compile(
    r"\b(?:gave|given|giving|left|leaving|caus\w+|made|making|result(?:ed|ing)? in|led to|developed"
    r"|now have"
    r"|end(?:ed|ing) up with|brought on)(?: (?:me|my|with|severe|a|lot|of|feeling|great))* $"
)
STRAIN = re.compile(r"depress|anxi|panic|mental|breakdown|ptsd|migraine|stress")
NOT_AT_ME = re.compile(r"\bnot (?:directed |aimed |said |meant |done )?(?:at|to|for|about|against) me\b")
TURNED = re.compile(r"\b(?:but|now)\b")
TEASED = re.compile(r"\b(?:asked|asks|asking|joked|jokes)\b")
THE_COMPLAINT = re.compile(
    r"\b(?:(?:this|my|the) (?:complaint|bullying|issue|grievance|problem)(?: itself| here)? (?:is|was)"
    r"|what (?:he|she|they) (?:did|do|does)(?: to me)? (?:is|was|has|had))"
    r"(?: (?:only|just|purely|really|simply))? (?:about|to do with|because|down to|due to|that"
    r"|being|of)\b"
)
TO_THE_UNION = re.compile(
    r"\b(?:to|by|with|from|via|through|ask|asked|told|rang|contacted|involved?|get|got) (?:my |the "
    r"|our )?$"
)
EVERYBODY = re.compile(r"\b(?:everyone|everybody|all of us|all the staff|anyone|anybody|the whole team)\b")

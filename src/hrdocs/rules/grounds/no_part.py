"""The words by which a writer says that a fact just told, or a ground, plays no part: patterns only.

All are matched against an ordered text (text), mostly against the words behind a mention.
"""

import re

_THEY = r"(?:he|hes|shes|theyre|she|they|people|everyone|everybody|xname)"
_NOBODY = (
    rf"(?:nobody|no one|noone|none of them|{_THEY}(?: (?:\w+ ){{0,2}}?"
    r"(?:never|dont|doesnt|didnt|hasnt|havent|cannot|cant|couldnt))+)"
)
_MINDS = (
    r"(?:(?:cares?|bothered) about(?= it| that)|(?:ma(?:de|kes?)|turned) (?:anything|an issue"
    r"|a thing)|minds?|minded|mentions?|mentioned|bothers?|bothered"
    r"|knows?|known|knew|says?|said|saying|heard"
    r"|comments?|commented|remarks?|remarked|brought|raised|aware|an issue|a problem)"
)
_IT = r"(?: (?:of|about|on|with|up|to))?(?: (?:it|that|this|those|them))?"
_KIND = (
    r"(?:nothing but (?:kindness|support|respect|help)|never (?:had|got|heard|been) (?:a|any"
    r"|one) (?:bad |cross |wrong )?"
    r"(?:word|comment|remark|bother|issue|problem|trouble)|(?:couldnt|could not) (?:have been|be"
    r"|have asked for)"
    r" (?:\w+ )?(?:better|nicer|kinder|helpful|supportive))"
)
_FINE = (
    r"(?:fine|fair|decent|sound|dead on|ok|okay|grand|good|great|kind|supportive|helpful|brilliant"
    r"|understanding|nice)"
)
_THEN = r"^[^.;!?|\"]{0,60}?(?: [.;!?|,:-]| and| but| though| although| which)+(?: (?:and|but|so|i|think))*"
NOBODY_MINDS = re.compile(
    rf"{_THEN} {_NOBODY} (?:\w+ ){{0,3}}?{_MINDS}(?: (?!(?:not|but)\b)\w+){{0,4}}?{_IT}(?= [.;,!?|-]"
    rf"| and | but | so |$)"
    rf"|{_THEN} (?:(?:it|that) (?:cant|cannot|couldnt|could not|wouldnt) (?:be|have been)"
    r" (?:that|it|the reason|because of that|why)"
    r"|(?:thats|that is|its|it is|this is) (?:neither here nor there|beside the point|by the by"
    r"|irrelevant|not relevant)"
    r"|we (?:all )?(?:joke|laugh|have a laugh|slag each other|kid|tease|banter)[^.;]*"
    rf"|(?:i|ive|i have|they|theyve|he|she|people|everyone)(?: (?:have|has|had|always|ever|got"
    rf"|were))* {_KIND}[^.;]*"
    r"|(?:thats|that is|its|it is) (?:just |only |all )?(?:a bit of |a |in )?(?:fun|banter|craic"
    r"|laugh|good humour)"
    rf"|{_THEY}(?: \w+){{0,4}}? {_FINE} (?:about|with|over) (?:it|that|this)"
    rf"|(?:they|theyre|theyve)(?: (?:have|been|are|very|always|all|so))* {_FINE}(?: to me)?)(?= [.;,!?|-]"
    rf"|$)"
)
"""The fact just told plays no part: "I am from Turkey. Nobody minds that"."""
TAKEN_BACK = re.compile(
    r"^[^.;!?|\"]*?(?: [.;!?|,-]| but| though)+ i (?:do not|dont|cant|cannot|never) (?:\w+ )?"
    r"(?:think|believe|accept|buy) (?:it|that|this|so)(?: for (?:a|one) (?:minute|second|moment))?"
    r"(?= [.;,!?|-]|$)|"
    r"^[^.;!?|\"]*?(?: [.;!?|,-]| but| though| and)+ (?:i am|im) not (?:saying|claiming|suggesting"
    r"|implying|alleging)"
    r" (?:that )?(?:its|it is|thats|that is|this is|it was|that was)\b"
    r"|^[^.;!?|\"]*?(?: [.;!?|,-]| but| though)+ (?:thats|that is|its|it is) not why\b"
    r"|"
    r"^[^.;!?|\"]*?(?: [.;!?|,-]| but| though)+ i (?:do not|dont|cant|cannot|would not|wouldnt) (?:\w+ )?"
    r"(?:think|believe|feel|say|see|suppose|imagine) (?:that )?(?:it|that|this|its|thats)"
    r" (?:has|is|was|had|the|because|why|relevant|comes|matters|plays)\b"
    r"|^[^.;!?|\"]*?(?: [.;!?|,-]| but| so)+(?: (?:and|but|so|no|well|however|,))*"
    r" (?:(?:it|that|this) (?:isnt|is not|wasnt|was not|doesnt|does not)|(?:its|thats"
    r"|this is) (?:not|none of (?:those|these|them|that))|not (?:so|true|the case|correct|right))"
    r"(?: (?:it|that|so|true|why|the (?:reason|case|issue|cause|point|problem)|my (?:complaint"
    r"|issue|problem|point)"
    r"|what (?:this|it) is(?: about)?|about that|come into it|the ground))?(?= [.;,!?|-]|$)"
)
SHARED_BEFORE = re.compile(r"\b(?:are|were|we|both|us) both (?:(?:a|an|of|in|from|the|devout|practising) )*$")
SHARED_AFTER = re.compile(
    r"^[,;] (?:but |and )?(?:he|she|they|hes|shes|theyre)(?: is| are)?(?: \w+)?"
    r" (?:too|as well|also|one too|himself|herself)\b"
    r"|^(?:\w+ )?(?:, yes )?(?:[,;.] )?(?:and |but )?(?:so (?:is|are|was|were) (?!i\b)\w+|as (?:is"
    r"|are) (?:he"
    r"|she|they|half|most|the|my|many)"
    r"|(?:the )?same as (?:him|her|them|everyone))"
)
"""What the other is too: "he and I are both Polish", "I am 48 and so is he"."""
PLAYED_DOWN = re.compile(
    r"\b(?:nothing to do|isnt (?:the|it|that|why|about|because)|(?:it|this|that) (?:is not|isnt"
    r"|wasnt|was not)"
    r"|not (?:the|a) (?:reason|issue|problem|point|cause)|not (?:about|because|due to|over)"
    r"|never (?:said|mentioned|been an?|had (?:a|any))|(?:doesnt|dont|didnt) (?:even )?(?:know"
    r"|matter|mind)"
    r"|both|so (?:is|are|am|do|does) (?:he|she|they|i)|as (?:is|are|am|do)"
    r"|(?:same|similar) as (?:me|i|myself|him|her)|cant be (?:that|it)|what (?:is|it|he|she|this)"
    r"|because i (?:reported|complained|raised|refused|wont|wouldnt|found|asked|know|told|spoke"
    r"|caught|got)"
    r"|(?:this|it|complaint) is about (?:one|the|his|her|a|how)"
    r"|the (?:reason|problem|issue|trouble|truth|complaint|real)"
    r"|(?:nobody|no one) (?:minds?|cares?|knows|bothers?|has ever|ever)"
    r"|everybody|everyone|all of us|half of|plenty of|disagree\w*|differ)\b|\btoo(?= [.,;!?]|$)"
)
"""A fact told beside such words may be told only to say that it plays no part."""
GRANTED = re.compile(
    r"^(?:,|all right|right) ?(?:yes|true|as it happens|admittedly|granted|i admit|fair enough)\b"
)
UNDONE = re.compile(
    r"\b(?:never|not|nobody|no one|noone|hasnt|havent|hadnt|didnt|doesnt|dont|isnt|wasnt"
    r"|wouldnt)(?: \w+){0,3}?"
    r" (?:sa(?:id|ys?|ying)|mention\w*|ma[dk]e|comment\w*|remark\w*|jok\w*|mock\w*|laugh\w*|call\w*"
    r"|treat\w*|told"
    r"|asked|pick\w*|bull\w*|discriminat\w*|harass\w*|passed?(?: \w+)? remarks?)\b"
)
"""What was not done is no conduct: "I go to Mass but he never said a word"."""

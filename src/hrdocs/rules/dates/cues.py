"""The words that tell what a date is the date of: cues, the ends of clauses, and what is suspect.

All are for canonical text. A cue is of an incident or of something else that happened on a day.
"""

import re

_WHO = (
    r"(?:my |the |our |a |an |his |her |their |your )?(?:\w+ )?(?:line[ -]?manager|manager|"
    r"supervisor|team leader|hr|h\.r\.?|human resources|personnel|union(?: "
    r"rep(?:resentative)?)?|rep|"
    r"tu rep|trade union|unison|nipsa|unite|siptu|gmb|ucu|gp|doctor|dr|counsellor|counselling|"
    r"occupational health|oh|police|psni|solicitor|welfare|confidential advis[eo]r|advis[eo]r|"
    r"head of (?:department|service|hr|school|year)|hod|director|boss|tutor|personal tutor|"
    r"college|dean|proctors?|acas|lra|labour relations agency|equality commission|mentor|"
    r"someone in hr|them in hr|"
    r"department(?:al)? (?:head|manager)|senior (?:manager|management|colleague)|chief "
    r"executive|friend|wife|husband|partner|mum|mother|investigator|colleague|management|"
    r"section head|student services|"
    r"harassment advis[eo]r|staff side|shop steward|employer|grievance|panel)"
)
_OTHER = (
    r"(?:(?:(?:hr|h\.r\.?|human resources|personnel|union|police|gp|"
    r"supervisor|line manager|"
    r"my manager|management)(?: rep)? "
    r"(?:was |were |also )*(?:told|informed|notified|aware|contacted|advised)"
    r"(?! (?:me|us|the|every[a-z]*|a|my|her|him|them|people|staff|colleagues|others|i|that|all)\b)|"
    r"(?:met|spoke|spoken|talked|chatted)"
    r"(?: with| to)? [a-z]+(?: [a-z]+)? (?:from|in|of|at) (?:hr|human resources|personnel|the "
    r"union|occupational health))|"
    rf"(?:report(?:ed|ing)?(?! (?:me|us)\b)(?: (?:it|this|that|him|her|them|all|everything|the|"
    rf"these|my|a|both|verbally|in writing|formally|informally|first|again|incidents?|matter|"
    rf"behaviour|issue|bullying|harassment|complaint))*(?: to [a-z' ]{{1,40}}?)?(?= on\b| in\b|"
    rf" at\b|:|,|\.|\)|-|;| ?$| to\b| by\b| the\b)"
    rf"|report made|reports? (?:date|to)|date (?:of )?(?:report(?:ed|ing)?|of report)|date "
    rf"reported|made (?:a |my |an? \w+ )?(?:report|complaint|statement|disclosure)|"
    rf"rais(?:ed|ing) (?:it|this|that|a|my|the|concerns?|matter|complaint|with|them|these|"
    rf"informally|formally|grievance|issue)|complain(?:ed|ing)?(?: \w+)? (?:to|about (?:it|"
    rf"this|him|her|them)|in writing|formally|informally)|"
    rf"complained(?! of(?! (?:this|it|that|him|her|the|my)))|lodged|submitted|handed "
    rf"in|"
    rf"notif(?:ied|ying)|disclosed|escalated|made {_WHO} aware|brought (?:it|this) to|advised "
    rf"{_WHO}|informed (?:{_WHO}|of)|informed|"
    rf"(?:told|telling|tell) (?:{_WHO}|them about|about it)|(?:i|we) told (?!him|her|them|"
    rf"to\b)\w+|(?:spoke|spoken|speaking|talked|talking|chatted) (?:to|with) (?:{_WHO}|\w+ "
    rf"(?:in|from) hr|someone)|"
    rf"(?:i|we) (?:spoke|talked|have spoken) (?:to|with)|(?:i |and |then |have |we "
    rf")?(?:e-?mailed|wrote to|texted|phoned|rang|called|contacted|messaged|approached|"
    rf"consulted|saw|visited|seen|attended) {_WHO}|"
    rf"(?:i|we) (?:e-?mailed|wrote to|contacted|phoned|rang|approached|consulted)(?! (?:him|"
    rf"her|them)\b)|last (?:seen|saw|worked|spoke|attended)|(?:last )?(?:met|meeting|meet) (?:with |up "
    rf"with |w/ ?)?{_WHO}|(?:met|"
    rf"meeting) (?:with |to )(?:discuss|about|re\b)|last met|(?:i|we) met with|"
    rf"(?:first |informal |follow[ -]?up |grievance |mediation |return to work |rtw |welfare |"
    rf"absence |sickness |stage |appeal |capability |review |hr |union |initial |formal |fact[ -]finding |"
    rf"investigation |"
    rf"disciplinary )(?:meeting|hearing|interview|session|review)|"
    rf"discussed (?:it|this|the matter|with|my)|sought (?:advice|help|support)|asked {_WHO}|"
    rf"(?:gp|doctor'?s?|hospital|medical|oh|counselling|dentist|occupational health) "
    rf"(?:appointment|appt|visit|referral|session|assessment|review)|appointment|appt|"
    rf"(?:went|gone|been) (?:to (?:see )?{_WHO}|to (?:see )?(?:my |the )?(?:hospital|clinic|dentist|"
    rf"a&e)|off(?: sick| work| ill| on)?)|(?:was|were|am) off(?! with)|signed off|"
    rf"logged (?:on|in|by|with)|off (?:sick|work|ill)|off on|jury (?:service|duty)|"
    rf"sick (?:leave|line|"
    rf"note)|fit note|on (?:sick|annual|maternity|paternity|special) leave|absent|referred|"
    rf"(?:was |were |been |i |he |she |they )?born|d\.? ?o\.? ?b\.?|date of birth|birth ?(?:day|date)|"
    rf"(?:i |we |have |i've |he |she |who |and |she's |he's )?(?:started|began|start|commenced|"
    rf"begun) (?:work(?:ing)?\b|(?:in|with|at|for|as|on) (?:this|the|my|a|an|here|council|"
    rf"university|department|team|post|job|role|company|office|\w+ (?:department|team|office|"
    rf"section|unit|branch))|employment|here\b|(?:my|the|this|a|his|her|their) (?:new |current "
    rf"|present |first )?(?:job|role|post|position|employment|course|degree|studies|phd|"
    rf"contract|placement)|in post|as (?:a|an)|university|uni\b|my)|"
    rf"(?:i|he|she|we|they) (?:only |first |had |'d |have |just )?(?:started(?! (?!work|train|stud|"
    rf"employ)[a-z]+ing\b| to\b| on (?:me|us)\b| again| at (?:me|us)\b)|joined|commenced|"
    rf"transferred|moved|returned|left|resigned|retired)\b(?! (?:my|me|our|us|it|him|her|them|the|a|"
    rf"an)\b)|joined|start(?:ed)? date|"
    rf"employed(?: here| by| as| since| from)?|employment|appointed|took up|"
    rf"(?:got|given|offered|accepted|took|started) (?:the|a|my|this|his|her) (?:new )?(?:job|post|position|"
    rf"role|"
    rf"promotion|contract)|(?:entered|recorded|logged|noted) (?:it |this )?(?:in|into|up)|"
    rf"appeal(?:ed)?(?! (?:was|got) (?:turned|refused|reject|dismiss|ignor|denied))|"
    rf"(?:looked (?:at|into)|dealt with|closed|addressed|handled) (?:it|this|the matter|informally|formally)|"
    rf"(?:it|this|matter|case) (?:was|were) (?:sorted|settled|dropped|withdrawn|looked|dealt|closed|"
    rf"handled|addressed|reviewed|discussed|"
    rf"considered)|"
    rf"transferred|in (?:the|this|that|my|his|her) (?:same )?(?:job|role|post|position|team|department|"
    rf"section|grade|"
    rf"service)(?= since| from| for)|in post|(?:i have|i've|i had) been (?:an?|the|his|her|their|in|"
    rf"with) [a-z]+|"
    rf"(?:has|have|had|he's|she's) been (?:an? |the |acting |our )?(?:head(?:teacher|master|mistress)?|"
    rf"manager|director|supervisor|"
    rf"principal|lecturer|professor|chair|chief|team leader|boss|councillor|in charge|employed|here|"
    rf"in post)|"
    rf"(?:has|have|had|he's|she's) been (?:my|our|her|his) [a-z]+(?: [a-z]+)?|"
    rf"(?:has |have |had )?(?:managed|supervised|line[ -]managed|known) (?:me|us|him|her|them)|"
    rf"(?:have |has |had |i've )?(?:worked|been working|working) (?:here|"
    rf"for|in|at|as|with|under)|"
    rf"(?:been|am) (?:with|employed|in (?:this|the|my|post)|a member|here)|member (?:of staff "
    rf")?since|hired|(?:was|been|got) promoted|promoted to|qualified|enrolled|registered|graduated|"
    rf"contract|"
    rf"probation(?:ary)?|returned to work|back (?:to|at|in) work|return(?:ed)? from|came back|moved (?:to|"
    rf"into|here)|"
    rf"left (?:the|my)|"
    rf"(?:policy|procedure|guidance|handbook|version|code of conduct|contract|scheme|"
    rf"regulation|template|leaflet|minutes|certificate|document)s?(?: \w+){{0,3}}? (?:dated?|"
    rf"of|from|issued|effective|approved|reviewed|updated|revised|published|was|is)|policy|"
    rf"effective (?:from|date)|\(?(?:rev|ver)\.|(?:revision|version|edition|issue)(?: no\.?| number)?|"
    rf"(?:last )?(?:reviewed|revised|updated|published|approved|amended|issued)|(?:letter|"
    rf"report|minutes|complaint|statement|form|grievance|reply|response)(?: \w+){{0,2}}? "
    rf"(?:dated?|of)|(?:my|our|your|previous|earlier|last) (?:[a-z]+ )?e-?mails?(?: \w+)? (?:dated?|of)|"
    rf"sent: ?$|rec'?d(?![a-z])|(?:was|were|been|am|is) (?:on|away on) (?:jury|secondment|"
    rf"holiday|leave|maternity|paternity|placement|a course)|"
    rf"(?:started|began) (?:a )?new (?:post|job|role|position)|"
    rf"dates? of (?!(?:the |this |each |any |last |first |alleged )?(?:incident|event|act|occurrence|offence|"
    rf"harass|abuse|assault|behaviou?r|conduct|alleg))[a-z]+(?: [a-z]+)?(?=:| ?-)|"
    rf"(?:letter|complaint|grievance)(?: [a-z]+){{1,6}} (?:dated|of) (?:the )?$|"
    rf"my letter|retired|"
    rf"(?:submitt|complet|writ|sign|send|lodg|mak|rais|fill)ing (?:in )?this|"
    rf"(?:form|statement|complaint|this|declaration)(?: was| is| has been)? (?:signed|"
    rf"completed|filled (?:in|out)|written|submitted|made)|signed|sign(?:ature|ing) ?(?:date)?|"
    rf"dated?(?: of)?(?: this)?(?: form| complaint| signature| signing| submission| statement)|"
    rf"today'?s date|date (?:completed|submitted|signed|received|raised|of complaint)|"
    rf"completed (?:on|by)|filled (?:in|out)|"
    rf"(?<!message )(?<!messages )(?<!text )(?<!texts )(?<!mail )(?<!mails )(?<!call )(?<!letter )received"
    rf"(?! (?:a|an|another|this|these|abus|threat|texts?|messages?|e-?mails?)\b)|acknowledged|"
    rf"grievance|deadline|due (?:on|by|date)|hearing(?! (?:aid|loss|impair|problem|dog))|suspended|"
    rf"resigned|"
    rf"dismissed|made redundant|last (?:working )?day(?! (?:of|in) (?:the )?$)(?: at work| of work|"
    rf" in work)?|(?:my|"
    rf"gave|in my|handed in my|given) notice|"
    rf"apologi[sz](?:ed|es|ing)|apology|s(?:aid|ays?|aying) sorry|"
    rf"witness(?:ed)? statement|statement (?:given|taken|made)|previous(?:ly)? (?:complain|"
    rf"report|rais|grievance)|annual leave|holidays? from|on holiday|expires?|expiry|valid|"
    rf"printed|downloaded|next (?:shift|meeting|day in)|resolved|mediation|investigat[a-z]*|deceased|"
    rf"died|funeral|married|diagnosed|gave birth|due "
    rf"date)"
    r")"
)
_INCIDENT = (
    r"(?:incidents?|(?:was|were|been|being) told|told (?:to|that i|off|not|i)\b|happened|happen(?:s|"
    r"ing)?|occur(?:red|s|ring|"
    r"ence|ences)?|took place|"
    r"taken place|takes place|assault(?:ed)?|shout(?:ed|ing)?|yell(?:ed|ing)|scream(?:ed|ing)|"
    r"(?!i |we |and |have |had |was |then |also |not |never |form |report |statement |grievance |"
    r"application |copy |"
    r"paperwork |complaint )[a-z]+ (?:said(?! sorry)|says|told me|told "
    r"us|called me|called us|asked me|asked if|(?:made|sent)(?! (?:(?:a|an|her|his|their|my|our|the|in|"
    r"off|own|formal|"
    r"written|first|similar) )*(?:complaint|statement|report|note|appointment|decision|application|"
    r"request|form|"
    r"reply|acknowledgement|start|entry|move|redundant|grievance|list|copy|minutes)s?(?![a-z]))|grabbed|"
    r"touched|"
    r"pushed|told everyone|told the)|"
    r"(?:told|called|asked|sent|emailed|e-mailed|texted|messaged|phoned|rang|followed|ignored|"
    r"gave(?! (?:me|us) (?:a|an|the|some|another)? ?(?:[a-z]+ )?(?:gifts?|presents?|thanks|praise))|"
    r"showed|cornered|reported|accused|blamed|stared at|laughed at|looked at|spoke to|"
    r"shouted at) (?:me|us|at me)|said|push(?:ed|ing)|shov(?:ed|ing)|grab(?:bed|bing)|"
    r"touch(?:ed|ing)|hit|hitting|punch(?:ed)?|slap(?:ped)?|kick(?:ed)?|spat|threw|thrown|"
    r"insult(?:ed|s|ing)?|humiliat\w+|mock(?:ed|ing)|mimick\w+|laugh(?:ed|ing)|threat\w*|"
    r"bull(?:y|ied|ying)|harass\w*|comments?|commented|remark\w*|jok(?:e|es|ed|ing)|banter|"
    r"swor(?:e|n (?:at|about|to my face))|swear\w*|abus\w+|slur\w*|"
    r"(?:refused|denied|passed over for|turned down for|overlooked for) (?:an? |the |my )?(?:promotion|"
    r"leave|training|"
    r"overtime|access|entry|transfer|request|flexible|place|job|post|adjustments?|secondment|bonus|time "
    r"off|holidays?)|"
    r"(?:adjustments?|requests?|leave|promotion|flexible working|overtime|shifts?|application|transfer|"
    r"holidays?|bonus|"
    r"placement|funding) (?:was|were|has been|have been|got) (?:then |again )?(?:refused|denied|rejected|"
    r"turned down|"
    r"cancelled|withdrawn|stopped|ignored|taken away)|"
    r"block(?:ed|ing) (?:the|a) (?:door|doorway|exit|corridor|way|path|lift|stair)[a-z]*|"
    r"(?:put|puts|placed|laid|ran|rubbed) (?:his|her|their) (?:hands?|arms?|fingers?|foot|leg)|"
    r"mak(?:e|es|ing) (?:the |an? |some |his |her )*(?:[a-z]+ )?(?:noises?|gestures?|fun of)|"
    r"made (?:the |an? |some |his |her )*(?:[a-z]+ )?(?:noises?|gestures?|fun of)|groped?|kiss\w*|"
    r"star(?:ed|ing)|intimidat\w*|belittl\w*|undermin\w*|exclu[ds]\w*|alleg\w+|ridicul\w*|"
    r"discriminat\w*|offen(?:d|s|c)\w*|racist|racial|sexist|sexual(?:ly)?|sectarian|"
    r"homophobic|verbal(?:ly)?(?! (?:warning|agreement|report|notice|complaint|statement|confirmation|"
    r"promise))|behaviou?r|victimi[sz]\w*|stalk\w*|gestur\w*|nam(?:e|es|ed)[ "
    r"-]call\w*|"
    r"complained of|(?:hav|had|got)[a-z]* (?:an? |lots of |many |some |so much )?(?:problem|trouble|issue|"
    r"bother|"
    r"hassle)s? with (?:my|him|her|them|the|a|this|mrs?|ms|dr)(?![a-z])|mistreat\w*|targeted|singled out|"
    r"act(?:s)? (?:complained|of)|event(?!ual)|episode|"
    r"altercation|confront\w*|argument|row\b(?! [a-z0-9¤]{1,2}(?![a-z]))|aggress\w*|inappropriate|"
    r"unwanted|unwelcome|"
    r"whatsapp|posted|nasty|rude|disparag\w*|graffiti|poster|picture|flags?(?!g)|sang|song|chant\w*|"
    r"(?:refus|deni|reject|cancel|withh|remov|block|chang|mov|ignor|question|critici|search|took|"
    r"cut|delet|hid)[a-z]* "
    r"(?:me|my|our)(?! (?:notice|report|complaint|grievance))|"
    r"(?:wish|want|like|need|writing) to complain|(?:my|this|the) complaint (?:is about|concerns|"
    r"relates to|is of)|denied|passed over|treat(?:ed|ment)|"
    r"(?:first|second|third|fourth|next|last|final) (?:time|incident|one|event|occasion)"
    r"(?! (?:that )?(?:i|we) (?:ever )?(?:met|saw|spoke|worked|talked|went|came|knew|had)(?![a-z]))|"
    r"most recent|latest|"
    r"again(?!st)|another|gossip[a-z]*|rumou?rs?|lies|lied|did (?:so|it|this|that|the same)|repeated|"
    r"continued|(?:it|this|that|bullying|"
    r"harassment|behaviour|abuse|"
    r"they|comments) (?:all )?(?:first )?(?:started|began|begun|happened|stopped|ended)|(?:it|"
    r"this|that) was(?= (?:(?:all|also|definitely|certainly|actually|really|probably|maybe|perhaps|again|"
    r"first|both|"
    r"either|exactly) )*(?:an?(?= ?(?:mon|tue|wed|thu|fri|sat|sun|$|~))|on|in|at|the|during|between|from|"
    r"over|before|after|around|about|last|this|one|"
    r"early|late|"
    r"mid|back|roughly|sometime|some time|approx[a-z.]*|(?:mon|tue|wed|thu|fri|sat|sun)(?![a-z])|¤|"
    r"[0-9(])|[ :,-]*$)"
    r"(?! (?:the (?:one|second|first) (?:i|we)|my|his|her|our)(?![a-z])))"
)
CUE = re.compile(rf"(?<![a-z])(?=[a-z])(?:(?P<other>{_OTHER}(?![a-z]))|(?P<incident>{_INCIDENT}))")
IMMEDIATE = re.compile(
    r"(?<![a-z])(?:incidents?|events?|assaults?|attack|acts?|offence|conduct|facts|happened|occurred|"
    r"took place|"
    r"occurrence|(?:the )?dates? of (?:incident|act|event|offence)\(?s?\)?)(?: ?:| -|,| date| dates| "
    r"occurred| happened| took place| "
    r"was| were| is| itself| in question| complained of| again| first| also| both| all)*(?: "
    r"?:| on| of| from| in| at| dated| around| about| the| between| during)*[ (]*$"
)
# "The incident itself was on": then what only may be one is none.
_MATTER = r"(?:incidents?|event|act|assault|attack|offence|conduct|facts|occurrence)"
DEFINITE = re.compile(
    rf"(?<![a-z])(?:the|this|my) (?:actual |real |main )?{_MATTER}(?: itself| in question| complained of|"
    r"(?: that)? i(?:'m| am| wish to| want to)? complain[a-z]*(?: about)?)?(?:(?: itself|ing about| about):?|"
    r"(?: actually)? (?:took place|happened|occurred|was|were))(?: on| of| in)*[ :(]*(?:the )?$|"
    rf"(?:^|[.;,\n(]) ?(?:the |my |this )?(?:date of (?:the )?)?{_MATTER}(?: date)?(?: is| was| occurred| "
    r"happened| on| of|"
    r"[ :-])*$"
)
# Words of conduct that as often are of something else, and the matter itself as what is spoken of.
LOOSE_CUE = re.compile(
    r"(?<![a-z])(?:incidents?(?= (?:was |were |first )*(?:report|log|rais|record))|another|again|"
    r"continued|treat(?:ed|ment)|denied|posted|picture|poster|flag|song|"
    r"events?|row|latest|"
    r"most recent|touch|hit|took place|happen(?:s|ed)?|what (?:was said|(?:he|she|they) (?:said|did|had "
    r"done|had said))|verbal(?:ly)?|"
    r"(?:about|into|of|regarding|concerning|over|re|for|against|since|after|saw|witnessed|"
    r"report(?:ed|ing)?|raised|disclosed|mentioned|described|logged|recorded|noted|acknowledged|discussed|"
    r"denied) "
    r"(?:(?:the|this|that|these|all|his|her|their|an?|my|alleged|verbal|racial|sexual|racist|any) "
    r")*(?:incidents?|"
    r"harassment|bullying|abuse|assault|behaviou?r|comments?|remarks?|allegations?|treatment|"
    r"conduct|discrimination|events?|jokes?|what (?:happen(?:s|ed)?|was said)|what (?:he|she|they) "
    r"(?:said|did|"
    r"had done)))"
    r"(?![a-z])"
)
REPORT_OF = re.compile(
    r"(?:report|rais|complain|told|inform|disclos|notif)[a-z]*(?: [a-z']+){0,6} (?:incident|"
    r"event|assault)s?(?: on| at)?[ (]*$"
)
SAYING_THAT = re.compile(
    r"(?:report|told|tell|inform|complain|disclos|rais|said|say|sa[iy]d|stat|explain|"
    r"wrote)[a-z]*(?: [a-z']+){0,6} "
    r"that (?:on|in) (?:the )?$"
)
COMPLAINS = re.compile(
    r"(?:wish|want|like|need|writing|here) to (?:complain|report)|complaint (?:is )?(?:about|concerns|"
    r"relates to|refers to)"
)
# What a full stop does not end a sentence behind.
_SHORT = "".join(
    rf"(?<!{word}\.)"
    for word in (
        *(r"o\.b", r"h\.r", r"d\.o", "approx", "prof", "mr", "mrs", "ms", "dr"),
        *("[ (]rev", "[ (]ver", "[ (]ref"),
    )
)
STRONG_STOP = re.compile(
    rf"[;\n!?.:-](?:(?<=[;\n!?])|(?<=\.){_SHORT}(?:(?<![ (][a-z]\.)|(?=\s(?:i|he|she|they|we|my|there|"
    rf"¤)(?![a-z])))(?!\d)(?=[\s¤]|$)|(?<=\s-)(?=\s)|"
    rf"(?<=:)(?=\s*\n))"
)
WEAK_STOP = re.compile(
    r",|\b(?:and|but|then|so|which|who|when|because|where|while|although|though|after which|"
    r"afterwards|until|whereas|that(?= on | in ))\b|[()]"
)
NO_WORDS = re.compile(
    r"(?:[^a-z]|(?<![a-z])(?:dated|date|on|the|and|at|of|to|from|in|about|around|since|between|also|then|"
    r"again)(?![a-z]))*"
)
# "After the hearing on 7 July he began ...": the acts have no other date.
AFTER_IT = re.compile(
    r"(?<![a-z])(?:after|since|following|from) (?:[a-z'-]+ ){1,7}(?:on |of |in |dated )?(?:the )?$"
)
MOVED = re.compile(
    r"[ :,(-]*(?:i )?(?:was |been |got )?(?:moved|transferred|suspended|dismissed|hearing|meeting|"
    r"off|left(?! (?:out|off|me|us|alone|behind)))\b"
)
BEGAN = re.compile(r"[^.;\n]{0,40}(?<![a-z])(?:began|started|begun|has|have|kept|keeps|continu)")
# Words that a date of something else often stands with, where no verb says which.
SUSPECT = re.compile(
    r"(?<![a-z])(?:hr|h\.r|human resources|union|unison|nipsa|gp|doctor|e-?mail|letter|memo|"
    r"grievance|complaint|report|policy|"
    r"procedure|form|statement|minutes|hearing(?! (?:aid|loss|impair|problem|dog))|interview|"
    r"investigat\w*|appointment|referral|"
    r"birthday|leave|sick|training|return(?:ed|ing)? to work(?! (?:interview|meeting))|"
    r"(?:photos?|photographs?|pictures?|screenshots?) (?:was |were )?(?:taken|saved)(?! of (?:me|us))|"
    r"counsell\w*|hospital|clinic|therap\w*|occupational health|retired|contract|probation|deadline|"
    r"police|psni|solicitor|acas|lra|told|informed|aware|advised|notified|"
    r"supervision|mediation|repl(?:y|ies|ied)|respon(?:se|ded)|appeal|logged|did not|didn't|"
    r"spoke|spoken|met|contacted|discussed|supervisor|appraisal|one to one|1:1|course|dated|"
    r"(?<!on )(?<!on my )(?<!during my )placement|secondment|internship|apprenticeship|assignment|requested|"
    r"written|signed|sworn(?! at)|affidavit|received|resigned|found out|discovered|learn(?:ed|t)|only "
    r"(?:saw|read|heard|"
    r"noticed|realised))(?![a-z])"
)
SUSPECT_BESIDE = re.compile(
    r"(?<![a-z])(?:meetings?|manager|call|review|visit|welfare|adviser|advisor|induction|"
    r"first (?:day|shift|week)(?! back| (?:of|in)(?: the)? *$)|"
    r"results|deadline)(?![a-z])"
)
# What the complainant did is seldom what is complained of.
I_DID = re.compile(
    r"(?<![a-z])i (?:also |then |first |only |just |later )?(?!(?:was|am|were|had|have|got|felt|"
    r"heard|overheard|found|"
    r"noticed|experienced|suffered|witnessed|believe|think|wish|want|would|refer|complain|say|said|"
    r"attach|enclose|did|do|"
    r"could|can|cannot|remember|recall|know|allege|lost|fell|received|think)(?![a-z]))[a-z]+(?![a-z])"
)
# Where it happened; and what an entry of a diary may be about.
_OCCASION = (
    r"(?:meetings?|training(?: (?:courses?|days?|sessions?|events?))?|supervision|call|course|"
    r"one[ -]to[ -]one|1:1|appraisal)"
)
PLACE = re.compile(
    r"(?<![a-z])(?:in|at|during) (?:(?:the|a|an|our|my|his|her|this|that|team|staff|weekly|monthly|morning|"
    rf"annual) )*{_OCCASION}(?![a-z])(?! (?:with|to|about|re)\b)"
)
# The occasion as a heading, in a text that gives one date and says no more.
OCCASION = re.compile(
    rf"(?<!last )(?<!next )(?<!previous )(?<![a-z]){_OCCASION}(?![a-z])(?! (?:with|to|about|re)\b)"
)
DIARY_WORDS = re.compile(
    r"(?<![a-z])(?:e-?mails?|letters?|memo|form|training|course|written|meetings?|call|visit|"
    r"received|leave|appraisal|one[ -]to[ -]one|1:1|supervision)(?![a-z])"
    r"(?! (?:to|with)\b)"
)
# What somebody else wrote or said to the writer.
SENT_BY = re.compile(
    r"(?<![a-z])(?:(?:i )?(?:received|got) )?(?:(?:an?|the|another|his|her) )?(?:[a-z]+ )?(?:e-?mails?|"
    r"letter|memo|"
    r"note|call|texts?|messages?|voicemails?) (?:sent |received |left )?(?:to me )?(?:from|by) (?:the |a |"
    r"my )?"
    r"(?!hr|h\.r|human|union|unison|nipsa|gp|doctor|hospital|police|psni|occupational|acas|lra|payroll|"
    r"pension|"
    r"solicitor|counsell|investigat[a-z]*|adviser|advisor|welfare|personnel|panel)[a-z]+"
)
# How it reached the writer, in brackets behind a date.
NOTE = re.compile(
    r"\((?:by |in |via |on |was |it is |it was )?(?:e-?mail|letter|memo|text|call|phone|meeting|teams|"
    r"zoom|whatsapp|"
    r"recorded|taped|minuted|filmed|on camera)s?\)?(?![a-z])"
)
DONE_ABOUT = re.compile(
    r"(?:hr|human resources|union|manager|management|dean|office|personnel|police) (?:reply|replied|"
    r"response|responded|"
    r"letter|e-?mail|rang|meeting|acknowledg[a-z]*)(?![a-z])|"
    r"(?:i )?(?:told(?! (?:to|that|i|off|not)\b)|informed|rang|phoned|e-?mailed|spoke|met|saw|"
    r"reported|advised|contacted|"
    r"complained)(?! (?:me|us)\b)(?![a-z])"
)
REPORTING = re.compile(r"report|told|inform|complain|rais|notif|disclos|born|birth|d\.? ?o\.? ?b|signed")
# Meetings and talks: what was said there may be the very thing complained of.
CONTACT = re.compile(
    r"\bme[et]t|meeting|spoke|talk|chatt|phoned|\brang|called|contact|messaged|approach|saw\b|"
    r"seen|visit|attend|hearing|interview|session|review|discuss"
    r"|return|came back|leave|\boff\b|moved|transfer|appointment|appt|asked|grievance|went|"
    r"apolog|suspend|signed|received"
)
PLAIN_INCIDENT = re.compile(
    r"incident|happened|occur|took place|again|another|last|first|most recent|latest|event|"
    r"behavio|bullying|harassment|it was|this was|that was"
)
# "Mediation took place on": not the acts themselves.
MEETING_HELD = re.compile(
    r"(?:meeting|mediation|hearing|interview|investigation|appointment|review|supervision|appraisal|"
    r"training)"
    r"(?: [a-z]+){0,2} (?:took place|happened|occurred|was held|was)[^.;]{0,8}$"
)
FORMAL = re.compile(
    r"grievance|mediation|investigat[a-z]*|disciplinary|hearing|appointment|absence|"
    r"return to work"
)
# A meeting as the place where somebody else did it.
AT_MEETING = re.compile(
    r"(?<![a-z])(?:in|at|during) (?:my|the|a|an|our) (?:[a-z-]+ ){0,4}(?:meeting|interview|hearing|review|"
    r"session|appraisal|supervision)(?: with [a-z ]{1,30})?(?: held)?,?(?: on)?[ (]*(?:the )?$"
)
# What somebody else did is what a complaint is about.
THEY_DID = re.compile(
    r"(?<![a-z])(?:he|she|they|mrs?\.? [a-z]+|ms\.? [a-z]+|dr\.? [a-z]+) (?:then |also |just |"
    r"later |even )?"
    r"(?!(?:was|were|is|are|has|have|had|became|did not|didn't|from|and|about|for|with|who|which|that|the|"
    r"but|"
    r"because|regarding|concerning|over|after|before|when|our|their|his|her|then|this|again)(?![a-z]))[a-z]{3,}"
)
# Learning of it later is not the act.
LEARNT = re.compile(
    r"(?<![a-z])(?:found out|discovered|learn(?:ed|t) (?:of|about)|became aware|reali[sz]ed|twigged|dawned|"
    r"came to light|came across|worked out|understood|put two and two)(?![a-z])"
)
# "18/12/26 reported to police same night": it happened on that day.
THEN_REPORTED = re.compile(
    r"[ ,(-]*(?:and |which )?(?:i |was )?(?:then )?(?:reported|told|informed|e-?mailed|rang|phoned|"
    r"complained)"
    r"(?: [a-z']+){0,6} (?:(?:the |that )?(?:same|next|following|very) (?:day|night|evening|morning|"
    r"afternoon|week)|"
    r"immediately|straight away|at once|afterwards|later|(?:a|two|three|few|¤) (?:days?|weeks?) (?:later|"
    r"after))(?![a-z])"
)
# What an adviser or friend said to the writer, or the office in the course of a complaint.
ADVISED = re.compile(
    r"(?<![a-z])(?:hr|human resources|union|rep|unison|nipsa|unite|gp|doctor|nurse|counsellor|solicitor|"
    r"lawyer|police|"
    r"psni|acas|lra|adviser|advisor|helpline|friend|wife|husband|partner|mum|mother|dad|father|sister|"
    r"brother|son|"
    r"daughter|payroll|occupational health|oh|receptionist|colleague|witness|somebody|someone)"
    r"(?: (?:has|have|had|then|also|finally|first|later))* (?:told|advised|asked|informed|rang|e-?mailed|"
    r"wrote|"
    r"called|contacted|phoned|texted|showed|warned) (?:to )?(?:me|us)(?![a-z])|"
    r"(?<![a-z])(?:told|advised|asked|informed|warned|invited) by (?:my |the |a |an )*(?:hr|human "
    r"resources|union|rep|"
    r"unison|nipsa|gp|doctor|counsellor|solicitor|police|psni|acas|lra|adviser|advisor|friend|wife|husband|"
    r"colleague|occupational health|oh|payroll)(?![a-z])"
)
TOLD_OF = re.compile(
    r"(?<![a-z])(?:(?:i|we) (?:only |first |then |later |suddenly )*(?:reali[sz]ed|twigged|understood|"
    r"worked out|"
    r"came across)|(?:it|this) (?:only |first |then |later )*(?:dawned|came to light|clicked)|"
    r"(?:told|informed) (?:me|us) (?:about (?:it|this|what)|of (?:it|this|what)|what (?:he|she|"
    r"they|had)|"
    r"that (?:he|she|they) had)|(?:was|were|been) told (?:that )?(?:others?|other people|somebody|someone|"
    r"a colleague|"
    r"there|nothing|no action|my complaint|the (?:form|complaint|investigation|policy)) [a-z]+|let (?:me|"
    r"us) know|(?:was|were|been) (?:told|informed|made aware) "
    r"(?:about|of|what|how|that (?:he|she|they) had)|heard (?:about|of) (?:it|this|what)|"
    r"(?:seen|read|heard|received|opened|noticed|discovered) by (?:me|us)|came to (?:my|our) (?:attention|"
    r"notice)|"
    r"(?:described|explained|recounted|related|reported|disclosed|mentioned|relayed|confirmed) to (?:me|us)|"
    r"(?:show(?:ed|n|s)?|tells?|sent|forwarded|played|read) (?:to )?(?:me |us )?(?:what|that|how|it|this|"
    r"them|a "
    r"screenshot|"
    r"screenshots|(?:the|his|her|their) (?:[a-z]+ )?(?:messages?|posts?|e-?mails?|texts?|chat|"
    r"comments?)))(?![a-z])"
)
# What is to come is not what is complained of.
INTENDED = re.compile(
    r"(?<![a-z])(?:(?:i'?m|am|we'?re|is|are|will(?: be)?|shall(?: be)?|'ll(?: be)?) (?:(?:now|currently|also|"
    r"only|not|next) )*(?:free|available|due|booked|able|returning|scheduled|planning|hoping|away|back|on)|"
    r"(?:free|available|able) to (?:meet|talk|speak|attend|discuss|come)|"
    r"looking forward|ends|expires|finishes)(?![a-z])"
)
# "At my appraisal on 2 July, when he said": what stands before is only the occasion.
WHEN_THEY = re.compile(
    r"[ ,(]*(?:when|where|in which|at which|during which) (?:he|she|they|mrs?\.? [a-z]+|ms\.? [a-z]+|"
    r"dr\.? [a-z]+|(?:my|the|our) [a-z]+(?: [a-z]+)?|[a-z]+) (?:then |also |just |even )?"
    r"(?!(?:was|were|is|are|has|have|had|became|did not|didn't)(?![a-z]))"
    r"(?:said|told|called|made|shouted|asked|laughed|pushed|grabbed|touched|threw|refused|accused|"
    r"[a-z]{3,}ed)"
    r"(?![a-z])(?! (?:back|on leave|sick))"
)

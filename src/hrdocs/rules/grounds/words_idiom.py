"""Idiom and further families of words by ground (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

IDIOM: dict[str, str] = {
    "sex": """
        (young|youthful) and (pretty|attractive|good looking)
        pretty [young|wee|little] (girl|girls|face|thing|woman)
        (glass ceiling|patriarch*|womanhood|manhood|feminazi*|quid pro quo|locker room (talk|banter|jokes)|double entendre*|pin ups|pinups)
        (slept|sleep|sleeping) (my|her|their) way (up|to)
        (my|on your|on my|on her|the) period*
        (period|periods) (jokes|comments|pain)
        (objectif*|sexualis*|sex object|sex toy*)
        {iam} [_] [_] (woman|lady|lassie)
        (women|ladies|girls|men) (of|at|my|your) (my|your|a certain|our|that) age
        (if|were) i (was|were) a (man|woman|fella|bloke|lad)
        (lady|woman|women|girl) (driver*|mechanic*|boss|bosses|engineer*|plumber*|joiner*|electrician*|fitter*|manager*|supervisor*|officer*|porter*|technician*|professor*|lecturer*)
        male [_] (worker*|assistant*|staff|officer*|clerk*|nurse|nurses|midwife|carer|carers|secretary|receptionist|cleaner|teacher|childminder)
        (for|being|as) (a|an) (woman|girl|lady|female|lass|lassie)
        sex discriminat*
        (only|lone|sole|token) (woman|female|girl|lady|man|male|fella|bloke)
        (men|women|males|females) (get|got|are|were) (more|better|first|the best|preference|preferred)
        (men|male|lads|fellas) first
        (men|women|males|females|lads|girls) (earn|earning) (more|less)
        jobs for the boys
        (no|not a|not) (job|place|work|life) for a [wee|young] (woman|girl|lady|lassie)
        (job*|work|trade|place|crew) (not|isnt|is not|is no|arent) .. for a [wee|young] (woman|girl|lady|lassie)
        on the (blob|rag)
        (sending|sends|sent) me .. (no clothes|naked|nude|undressed|in his boxers|in his underwear)
        of (himself|herself) with (no clothes|nothing) [on]
        (naked|nude|topless|explicit|intimate|indecent|obscene) (pic|pics|picture*|photo*|image*|selfie*|video*|calendar*)
        (dick|nude) pic*
        (woman|women|girl|girls) (not able|no able|cannot|cant|no good|no drive|not drive|shouldnt|not strong|not fit|too weak)
        drinks alone
        (lad|lads|laddish|macho) (culture|behaviour|banter)
        (paid|pays|pay) (less|more) than .. (men|women|man|woman|male*|female*|lads|girls)
        """,
    "gender reassignment": """
        (male|man) (to|into) [a] (female|woman)
        (female|woman) (to|into) [a] (male|man)
        (transwom*|transman|transmen|transgirl|cross ?dress*|detransition*|terf|terfs|puberty blockers)
        born [as] [a] (man|boy|male|woman|girl|female)
        (top|bottom|gender|sex change|reassignment|genital|trans) (surgery|operation|op)
        =gender surgery
        (on|taking|started|using) (hormones|oestrogen|estrogen|testosterone|hrt as a trans woman)
        (gender|hormone) (clinic|affirming|blocker*)
        (pre|post) op
        my (previous|birth|old|former|acquired|affirmed|true) gender
        gender critical (abuse|comments)
        (he|she) (him|her) badge
        chest binder
        trans*vestite
        """,
    "sexual orientation": """
        (sodomite*|grindr|gay (bar|bars|dads|lord|boy|club))
        backs to the wall
        (both|two) (women|men) (together|in a|married|in love)
        (two|other) (mums|mammies|dads|daddies)
        (i have|ive|ive got|have got|got|has) a (girlfriend|wife) and im a (woman|girl|female)
        (came|coming|come) out at work
        (out and proud|in the closet|closeted|closet gay)
        who i (love|sleep with|go to bed with|fancy|date|live with)
        swing* both ways
        =(partner|other half|fiance|fiancee) is [also] [a] (woman|man|female|male) [and|,] (so am i|as am i|like me|too|same as me)
        (biphob*|bi phob*|lesbophob*)
        =two (women|men|mums|dads) (cant|cannot|shouldnt|should|raising|living|kissing|together|bringing)
        (gay|equal) marriage
        lgbt*
        (attracted to|into|likes|fancies|prefer*) (the same sex|my own sex|women too)
        not into (women|men|girls|lads)
        turned gay
        """,
    "marital or civil partnership status": """
        (left|leaving|walked out on) my (husband|wife)
        (bidey in|fancy woman|fancy man)
        (annulment|annulled|fiance*|betrothed|separation|shacked up|over the brush)
        (no|a|my) ring on
        (not|isnt|never) the marrying (kind|type|sort)
        (twice|thrice|once) married
        (on the shelf|old maid|newlywed*|newly wed*|honeymoon)
        my (estranged|ex|late|first|second|former) (husband|wife)
        (after|since|when) (we|i) (married|got married|wed|got engaged|divorced)
        (stay*|being|remain*) (single|married|unmarried)
        (never|not) (been) married
        (second|failed|broken|my) (marriage|marriages)
        (miss|mrs|ms) or (mrs|miss|ms)
        marriage break* [up|down]
        (single|unmarried|divorced|widowed|married) (woman|women|man|men|lady|ladies|female*|male*)
        =(married|engaged) couple*
        couples (are|at|in|working|shouldnt|should)
        """,
    "pregnancy or maternity": """
        =gestational diabetes
        (im|i am|i was|was|baby) due in (january|february|march|april|may|june|july|august|september|october|november|december)
        (off|home) with (my|the|a|our) [new] (baby|newborn|twins)
        (midwife|midwives|midwifery)
        (lost|losing) a (baby|pregnancy)
        (baby|twins|child) (is |are |was )?due
        nursing (my|the|a) (baby|wean|child)
        (had|having) (twins|triplets)
        newborn*
        (in the family way|up the pole|bun in the oven|with child|up the stick)
        (im|i was|was|being|i am|am) [heavily|newly] (pregnant|expecting)
        expecting (my|our|a|number) [first|second|third|fourth|next|wee|two|three]
        weeks (pregnant|gone)
        (my|baby) bump
        (pump*|express*) [breast] milk
        (pregnancy|baby) (loss|scan*|appointment*)
        (matb1|mat b1|smp|kit days|kit day|keeping in touch day)
        (caesarean|caesarian|c section|gestational diabetes|postpartum|post partum)
        milk (fridge|storage)
        (after|since|returned|return|returning|back|when i came back) (from|after|off) (having|hav) .. (baby|twins|son|daughter|child|wean|wee one)
        (having|had) the (twins|baby|wean|child|wee one)
        (off|on|from|after|during|while on|been on|been off on|back from) (mat|maternity) [leave]
        """,
    "age": """
        (the|on the) wrong side of (fifty|sixty|forty|seventy|50|60|40|70|thirty|30)
        =young pup*
        (young|old) enough to be (his|her|my|their) (daughter|son|mother|father|granny|grandmother|grandfather)
        (young|youthful) and (pretty|attractive|fresh|dynamic|energetic|keen|hungry)
        (somebody|someone|anyone) [a bit|much] (young|younger)
        (generation gap|senior moment*|zoomer*|kiddo|sonny|sonny jim|whippersnapper*|schoolboy|schoolgirl|in nappies|fresh faces|straight from school|youthful*)
        my years
        (your|my|this|his|her) time of life
        (middle aged|mature) (woman|women|man|men|lady|ladies|people|staff|worker*|student*)
        (us|we|the|being an) older (ones|one|hands|guys|women|men|lads|workers|staff|crowd)
        (fresh|young) blood
        (auld|oul) (lad|fella|boy|one|yin|lady|man|woman|dear|girl|wife|doll|hand|duffer|dodderer|dog|goat|bat)
        (your|my|our|that|another|different|a different) generation
        of a certain age
        old (witch|cow|bitch|trout|battleaxe|battle axe|slag|hen|crone|dinosaur|relic|duffer|buffer|soak|nag)
        (women|men|people|ladies|someone|folk|anyone|staff) (of|at|my|your) (my|your|our|that) age
        ag(e|)ing [workforce|staff|worker*]
        (i am|im) (also|now|only|just|nearly|still|over) {age}
        getting on (a bit|in years)
        (old dog*|new tricks)
        (bus pass|free travel pass|freedom pass|senior smartpass|smartpass)
        (no|spring) spring chicken
        mutton dressed
        (relic|museum piece|antique|jurassic|stone age|dodder*|decrepit|yesterdays man|over age)
        back in your day
        (kiddies|kids|childrens) (table|chair)
        (when youre|till youre|when you are) (older|grown up|a big girl|a big boy)
        (the|a|calls me|called me) (babby|bairn|wean|pup|nipper|sprog|whippersnapper|rookie kid)
        (my|his|her|your) (advanced|advancing) years
        (young|old) for the job
        (not|isnt|arent) (old|young) enough
        (turned|turning|pushing|rising|hit|hitting|approaching|reached|over|under) {age}
        age{age}
        (baby faced|baby face)
        middle aged
        (man|woman|lady|student|person|worker|fella) of {age}
        """,
    "race": """
        (latin|latino|latina|polski|paddywhackery)
        (job|here|live|work|come|came|be) in this country
        (kiwi|new zealander*|hong konger*|persian|pavee|itinerant*|a pole|slitty eye*|mail order bride)
        (polish|romanian|lithuanian|latvian|bulgarian|foreign|eu|portuguese|indian|chinese|nigerian|spanish|italian|french|german) (national|nationals|citizen|citizens)
        send (them|us|me|him|her|you) (all )?(back|home)
        (where are you|where am i|where im) really from
        (in|from|back in) your country
        (diversity|token) (hire*|black|asian|minority|foreigner)
        tokenism
        (boat people|came over on a boat|off the boat|on a dinghy|small boat*)
        (take|took|taking|steal*|stole) our jobs
        (speak|learn|understand|talk) [proper|our|the] (english|language)
        (speak|talk) (properly|our language)
        (these|those|bloody|effing|damn) foreigners
        (overseas|international|foreign born|foreign trained) (nurse*|staff|worker*|recruit*|student*|doctor*|employee*)
        (foreign|non eu|eu) national*
        eu citizen
        windrush
        (mozambi*|botswan*|burundi*|gabonese|guinea*|togo*|benin*|mali|malian|chadian|djibouti*|lesotho|eswatini|swaziland|mauritania*|omani|qatari|bahraini|emirati|guatemala*|hondura*|salvador*|nicaragua*|panama*|dominican*|puerto ric*|paragua*|urugua*|surinam*|grenad*|bermud*|montenegr*|kyrgyz*|tajik*|turkmen*|bhutan*|maldiv*|tatar|chechen|catalan|cornish|manx|papua*|tonga*|myanmar|burma|lao|laos|cambodia|philippine|filipino|filipina|keralan|malayali|goan|tamil*|bengal*|sinhal*|igbo|hausa|shona|swahili|urdu|mandarin|cantonese|kashmir)
        (my|because im|because i am|im|i am|as a|as an) (foreign|immigrant|migrant)
        (my|our|his|her) (food|lunch) (smells|stinks)
        slant* eyes
        (curry|rice) (muncher|eater|house)
        white settler
        (pale|dark|light) skinned
        black (british|irish|african|caribbean|lives)
        person of colour
        people of colour
        (eastern|east|western|central|southern) european
        (mother|native) tongue
        ethnic minorit*
        mixed race (kids|children|weans|child|son|daughter|family|baby|grandchildren|marriage|couple)
        grateful to be (let|allowed|here|in the country|in this country)
        (let|allowed|came|come|coming|sent|send) [me|us|them|you|in|into|to|back] [in|into|to] (this|our|the|your) country
        skin complexion
        complexion
        """,
    "religious belief": """
        (in|at|of|from) (my|the|our) parish
        (father ted|mother superior|reverend mother|rev ian)
        good living
        (creed|denomination|orangie|orangies|proddy|proddies|bluenose*|pape|papes|kat|kah|ftp|god squad|cross and chain)
        not a [real|true] believer
        (catholic|protestant|convent|christian) (school|grammar|college|girl|boy|man|woman|family)
        (observ*|keeping|keep) [the] (sabbath|lent|fast|ramadan)
        (fasting|my fast|i fast|fast at|fast during|fast for)
        (cross necklace|sacred heart|miraculous medal|holy medal|pioneer pin|prayer beads|prayer shawl|religious (symbol|dress|clothing|jewellery|holiday*|festival*|observance))
        (mandir|gurdwara|vaisakhi|rosh hashanah|holi festival|imam)
        (heathen|infidel|godless|non believer|nonbeliever|unbeliever|secular*)
        (convert*|reverted) to (islam|catholic*|christian*|judaism)
        (spiritual*|humanism|paganism|druid*|shinto*|taois*|satanis*|wicca)
        (dig|digs|digging|dug|kick|kicks|kicked) with (the|which|what) [other|wrong|left|right] foot
        (the other|other) persuasion
        (left|right|wrong|other) foot [digger|kicker]
        philosophical belief*
        =mixed (marriage*|religion)
        ethical belief*
        (wear|wears|wearing|my) (head covering|head scarf|skull cap|veil)
        (friday|daily|morning|evening|afternoon|lunchtime) prayer*
        (church|chapel|mosque) on (sunday*|friday*|saturday*)
        (religious|christian|muslim|jewish|hindu|sikh) (holiday*|festival*|dress|practice*|observance*)
        (catholic|protestant) (background|community|family|upbringing)
        sunday work* .. (religio*|church|faith|belief*)
        """,
    "political opinion": """
        =(the|our) union with (britain|great britain|the uk)
        (workers party|pbp|far right|far left|pro eu|pro european|brexiteer*|leavers|remoaner*|sf (member|voter|supporter|councillor))
        (election|council|assembly|party|local) candidate
        (yes|no|leave|remain|independence|indy) (voter*|campaign*|supporter*|vote|side)
        (independence|indyref|indyref2|scexit)
        how i (vote|voted)
        who i (vote|voted|canvass*|campaign*) for
        (election|party|campaign) (poster*|leaflet*|badge*|material*|agent|work*)
        (thatcherite|corbynista|corbynite|blairite|maga|trump supporter|faragist|reform uk|plaid|ulster unionist*)
        (member|supporter|chair|secretary|treasurer) of [the] [local] (labour|conservative|green|alliance|sdlp|dup|uup|tuv|snp|sinn fein|plaid|reform|workers|socialist) [party]
        (party|political) (activis*|activities|allegiance*|campaign*|belief*|beliefs|loyalt*)
        """,
    "disability": """
        (blood pressure|birthmark*|cleft (lip|palate)|dwarfism|allerg*|insomnia|cognitive (issue*|problem*|decline)|peg leg|cloth ears|special bus|(has|have|had|having|take|takes|took|my|epileptic) fits)
        (heart attack|heart bypass|bypass surgery|stents|kidney transplant|transplant|mastectomy|radiotherapy|type (1|2|one|two))
        (ibd|tbi|pots|cptsd|pmdd|epi pen|epipen|anaphyla*|sarcoid*|raynauds|marfan*|addisons|gout|frozen shoulder|brain (haemorrhage|bleed|aneurysm)|aneurysm)
        (hip|knee|shoulder) replacement
        (walk|walks|walking|get about|got about) with a (stick|frame|limp|cane|crutch)
        [my|a|the|use a|using a|need a] (walking stick|walking aid|crutch|crutches|rollator|hearing loop|cochlear implant|screen reader|magnifier|prosthetic limb|calliper*|splint)
        (low vision|glass eye|one eye|lazy eye|partial sight|sight loss|hard hearing|tone deaf insult|deafblind|deaf person|deaf woman|deaf man)
        (speech impediment|speech difficulty|lisp|tics|tourettes|twitch|tremor*|blackouts|memory problems|memory loss)
        (anti depressant*|antidepressant*|psychiatr*|sectioned|mental hospital|eating disorder|self harm*|suicid*|nervous disposition|phobia*|hearing voices|panic disorder)
        (sunflower|exempt|hidden disability) lanyard*
        (on|get|claim|receive) (pip|dla|disability living allowance|disability benefit*)
        (learning|intellectual) (disabled|disability|impairment)
        (ramp|wheelchair access|accessible|disabled (toilet|space|bay|badge|parking|pass))  (refused|blocked|taken)
        (neuro|neurological|autoimmune|auto immune|degenerative|respiratory|musculoskeletal|cardiac|genetic|rare|life long|lifelong|progressive|terminal|incurable|bowel|bladder|chronic lung|mental) (condition*|illness*|disease*|disorder*)
        (bad|sore|dodgy|injured) (back|spine|discs)
        my (back|spine) (condition|problem*|pain|injury|trouble|operation|is bad|is sore|went)
        back (pain|injury|problem*|operation|trouble|condition)
        (pain|mobility|sight|hearing|vision|balance|memory|concentration) (condition|issues|problem*|difficult*|impairment)
        (my|a) (chronic|long term|longterm|ongoing|underlying|serious|lifelong|life long) (illness|condition|health|sickness|pain|disability|disease|health condition)
        ill health retire*
        disability (related|leave|discrimination|absence)
        phased return
        (neurodivers*|neuro divers*|neuro diverg*)
        """,
    "trade union membership": """
        (represent*|negotiat*|accompan*|speaking up|bargain*) [for|on behalf of] [my|our|the|a|union] (member|members)
        shop floor rep*
        branch (officer|treasurer|committee)
        (staff side|staffside|convenor|convener|father of the chapel|mother of the chapel|lay official|lay rep|learning rep|ulr|full time official)
        (forsa|ssta|nuj|equity union|naht|connect union|mandate union|stuc|rcm|afscme|unison|nipsa|gmb|siptu|bfawu|csp rep|ufu)
        (asos|overtime ban|action short of strike|day of action)
        union (dues|duties|business|card|badge|recruit*|recruitment|activit*|activis*|involvement|role|membership|member*|man|woman|organis*|lanyard)
        (recruit*|organis*|signing up) (members|for the union|staff to the union|into the union)
        (paid|paying) union
        (out on|on) the picket
        (cross*|crossing) the picket
        h and s rep
        (health and safety|safety) rep*
        """,
    "family status": """
        (full time|stay at home) (mother|mum|mammy|parent|housewife)
        depend(a|e)nt (mother|father|mum|dad|child|children|parent|parents|relative*|son|daughter|adult*)
        (i|and) (care|look after|mind|nurse|caring) [for] (her|him|them|both)
        [my] caring (role|duties|arrangements)
        (adoption|adopting|adoptive|after schools|afterschools|mother hen|grandchild*|grandkids|my mammy)
        (big|large|young) family
        (kids|children|weans|child) (off school|off sick|to collect|to lift)
        custody of
        =no (childcare|child care|childminder|minder|family support)
        (kids|children|weans) (under|of) (school age|five|two|three|four|ten|12|twelve)
        (leave|finish|go|off|away|home|early|late|back) .. for (the|my) (kids|children|weans|wee ones|school run)
        (with|has|have|had) (two|three|four|five|small|wee|young|2|3|4) (kids|children|weans|childer|wee ones)
        (minding|mind|mindin|look* after|car* for|tend* to|see* to|nursing) (my|our|the|a|her|him|an) [own|elderly|wee|sick|disabled|grand|two|three] (grandchildren|grandkids|granny|grandweans|mammy|mummy|mum|mother|da|daddy|father|parents|kids|weans|children|son|daughter|brother|sister|husband|wife|partner)
        (carers allowance|respite|sandwich generation|domestic emergency|care home visits|special guardian*)
        look* after (her|him|them) (along|as well|full time|at night|at home|on top|every)
        (on my own|by myself|alone) with (the|my|two|three|a|wee) (kids|weans|children|wee ones|child|babies)
        (mum|mother|mammy|mam|dad|father|granny|wife|husband) is in a (care|nursing) home
        (parents evening|parent teacher|(my|school|childs|kids|childrens) sports day)
        (stepchild*|step children|stepkids|step kids|step dad|step mum|stepmum|stepdad|stepfather|stepmother)
        (single|lone|unmarried|part time|working|young|full time) (mums|mothers|dads|parents|fathers|mammies|mam|mammy|mummy|mum|mom|daddy)
        (no|without) (weans|kids|children|family|childer) (of my own|so|to go home to|at home|and)
        (father|mother|mum|dad|mammy|daddy) of (one|two|three|four|five|six|twins|triplets|1|2|3|4|5|6)
        (hospital|doctors|gp|school|speech therapy) appointments* (for|with) my (son|daughter|child|kids|mother|father|mum|dad|wife|husband)
        (guardianship|legal guardian|kinship)
        (family|home|caring) (commitment*|life|duties|dut(y|ies)|obligations|arrangement*)
        (sick|ill) (kids|child|wean|son|daughter|parent|mother|father)
        because i have (a|two|three|four|five|small|young|wee) (child|kids|children|weans|wean|baby|toddler*|family|son|daughter)
        (ive|ive got) (one|two|three|four|five|small|wee|young) (kids|weans|children|childer|wee ones|boys|girls|sons|daughters)
        (toddler*|the weans|the childer|bairns)
        """,
    "criminal record": """
        (theft|assault|fraud|former|drug|drugs|driving|shoplifting|robbery|spent|unspent|past|previous|old|minor|my|terror*|scheduled) (conviction*|convict*)
        (borstal|hydebank|maghaberry|magilligan|time inside|barred list|ex convict|police check|vetting|enhanced disclosure|a convict|the convict)
        (on|was on|been on) (bail|remand)
        (prison|jail|custodial|suspended) sentence*
        (have|had|having|got|with) a [police] record
        (was|got|been|getting|be) done for
        (did|done|doing) (time|a stretch|six months|a year|two years|my time)
        (out on licence|on licence|electronic tag|on bail|behind bars|banged up|jail time|prison time|in the clink|young offenders* [centre|institution]|yoc)
        (drink|drunk) driv* [ban|conviction|offence]
        done for (theft|assault|drugs|drink|fighting|fraud|driving|robbery|shoplifting)
        (time served|served my time|served my sentence|released from (prison|jail)|got out of (prison|jail))
        (disclosure scotland|pvg|disclosed my (record|past|conviction))
        (old|ex) lag
        (once|when) (a|i was a) (con|jailbird|criminal|offender)
        (past|old|youthful|teenage|historic|historical|minor|unspent) (convict*|offence*|offending|crime*|charge*|charges|caution*)
        (having|with) a past
        mugshot*
        """,
}  # fmt: skip
"""Further phrases for each ground, beside those of the other lists."""

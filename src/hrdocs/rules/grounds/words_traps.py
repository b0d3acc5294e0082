"""Phrases that hide a ground's word, and phrases for no ground at all (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

NEUTRAL = """
    not (sex|gender) specific
    dear (hr|sir|madam|all|sirs|mr|mrs|ms|miss|dr|colleague|panel|team|manager|committee)
    (my|our|his|her|their|mind|visit) (granny|grannie|grandad|granddad|grandda|granda|grandfather|grandmother|nana|grandma|grandpa)
    as a (teenager|lad|boy|kid|youngster|youth|young lad|wee boy|wee girl)
    (my|our|the) [trade] union rep* (say*|said|told|think*|advis*|reckon*|is|was|came|will|has|helped|attended|suggested)
    (unpleasant|nasty|horrible|rude|bad|angry|difficult|awful|bitter|vile|cruel|arrogant|bad tempered) (man|woman|lady|girl|boy)
    (tak*|took) the (mick|mickey)
    (the|my|his|her) name (is|was|off|on|down|to|in)
    (from|by|use|uses|using) my name on
    [a] career (ahead|path|break|development|progress*|move|change|prospects|ladder|goals|grade)
    (when|since|while|from) i was [only|just] [a|very|in my|so|about] (young|younger|kid|child|boy|girl|lad|lass|student|apprentice|wee girl|wee boy|teenager|teens|twenties|{age}) [years old]
    (essex|middlesex|sussex|wessex)
    (my|our|his|her|having|had|a new) [own] [two|three] wee (boy|boys|girl|girls|lad|lads|lass|one|ones|man|fella|daughter|son)
    (push*|shov*|pok*|jab*|prod*|threw|throw*|punch*|hit|hits|thump*|pain*|slam*|tight*) .. (my|me in the|me on the) (chest|arm|back|face|head|shoulder)
    (good|great|working|bad|close|professional|strained|fine) relationship*
    (talk*|speak*|spoke|sing*|text*|whisper*) (about|to|with|at|over) [me|each other|one another] in irish
    (made|make|making|makes) up (my|his|her|your|their) mind
    make up (stories|lies|things|time|excuses|the)
    (in|within|out of) (my|his|her|our|their|everyones) (hearing|sight|earshot)
    (in|during|when i was in) my (teens|twenties|thirties|early twenties|20s|30s|youth) i (was|had|did|got|worked|went)
    (all|different|other|various|both) (ages|races|religions|genders|sexes)
    hit on (the|my|his|her) (arm|head|back|leg|hand|face|shoulder|foot|neck)
    (served|serving|tour|fought|soldier|army) in (iraq|afghanistan|bosnia|kosovo|northern ireland)
    black (mark*|list*|board|box|ice|hole|out|pool|friday|car|bin|bag|pen|ink|coat|van|taxi|eye|mail|mailed)
    black and white
    white (board*|wash*|paper*|van|lie|collar|goods|spirit|noise|out)
    brown (paper|bin|envelope|nose*|field)
    blacklist*
    (green|blue|red|grey) bin
    disabled (the|my|our|his|her) (account*|access|login|log in|alarm|email*|profile|card|fob|pass|permission*|phone|user|system*|computer|password|mail*|software|code)
    (account|access|login|log in|alarm|card|fob|pass|email|system|profile) (was|is|has been|had been|being|got) disabled
    rat race
    one foot (out|in) the (door|grave)
    race card
    race for (promotion|the|a)
    race (against|to the|day|course|meeting|track|week)
    (the|human|egg and spoon|horse|three legged|boat|relay) race day
    human race
    [the] (men|women|lads|girls|boys|males|females) get it [too|as|just|the]
    religious (education|studies|affairs|order)
    (macho|men only|lads|laddish|work|office|toxic|blame|team|bullying|long hours|canteen|male) culture
    (won|win|ran|run|running|lost) (a|the|my) race
    (minimum|maximum|legal|school|voting|drinking) age
    (is|its|thats|was|are) criminal
    deaf to
    (council|local) politics
    credit union
    (european|rugby|students|student|customs|postal) union
    union (street|hall|theological|quay|place|road)
    in unison
    for the record
    (keep|kept|keeping|take|on|off|set) [a|the] record [straight|of|card|cards]
    (record|records) (of|that|keeping|my|the|his|her|this|everything|was|were)
    (attendance|training|service|personnel|staff|work|sick|sickness|disciplinary|medical|written|time|clean|track|phone|absence|good) record*
    straight (away|after|forward|from the|to the|back|in|at|face|up|out of the|talking|answer)
    straightforward
    set .. straight
    get this straight
    single* (out|me out|us out|him out|her out|day|time|one|thing|status report|meeting|shift|word|incident|most|point|file)
    every single
    a single (day|time|word|one|thing|person|incident|occasion|email|word|colleague)
    engaged (in|with|by|as)
    (occupationally|actively|not|fully|less) engaged
    (separated|separate) (from the|us|tables|occasions|incident*|meeting*|offices)
    with conviction
    (with|exercise|err on the side of|proceed with|use) caution
    (expecting|expected|expects) (me|us|them|him|her|too|to|that|it|an|the|everyone|staff|you)
    (now|now have|developed|developing|got|gave me|brought on|caused|causing|i have|having|suffer*|diagnosed with) .. (anxiety|depression|panic attacks) (from|because of|due to|caused by|since|as a result|over|through) [all] (this|it|him|her|them|the|how|his)
    (because of|due to|after|from|through) (this|the|his|her|it|all|their|him|them) .. (have|suffer*|got|developed|with|has) .. (anxiety|depression|panic attacks|a breakdown)
    (terms|working|weather|pay|employment|site|ground|office|living|condition of) [and] (conditions|employment)
    terms and conditions
    on condition that
    mass (email*|mail*|meeting|redundanc*|market|produc*|exodus)
    (critical mass|mass of|masses of)
    (love|loves|loved|loving) (my|the|to|his|her|it|this|working|that)
    for the love of
    (critical|criminal|criminally) (path|mass|underpaid|under paid)
    criminal (behaviour|behavior|waste|damage|law|justice|shame)
    (nail|boot|shoe|furniture) polish
    polish (the|my|his|her|up|off|it)
    french (polish*|window*|connection|fries|leave|horn)
    indian (takeaway|restaurant|summer|ink|meal|food)
    chinese (takeaway|whisper*|restaurant|food|new year|meal)
    german shepherd
    greek restaurant
    swiss roll
    danish pastr*
    turkish delight
    english (lesson*|language|department|literature|heritage|teacher|class)
    welsh assembly
    irish (sea|times|league|news|rugby|stew|cream|dancing lessons|coffee|street)
    british (gas|telecom|airways|library|standard|council|museum|summer time)
    american football
    canadian maple
    (northern ireland|ni) (office|executive|assembly|water|housing)
    (belfast|derry|newry|omagh|lisburn|bangor) telegraph
    age(s)? ago
    for ages
    (took|takes|taken|taking|in|been|waited) ages
    average age
    ice age
    age of the (equipment|building|machine*|vehicle*|van|system|computer*)
    (the|stone|dark|middle|golden|digital|new|bronze|coming of) ages
    old (office|job|boss|manager|team|role|post|building|system|desk|department|depot|car|van|email*|computer|town|church|park|school friend|policy|post|rota|contract|bailey)
    (day|days|week|weeks|month|months|year) old
    (as old as|same old|good old) (time|story|thing|boys)
    new and old
    too young to (remember)
    (sold|told|hold|gold|cold|bold|fold)
    (child|kids|childrens|children) (protection|services|department|play|centre|party|section|safeguarding)
    (play|children) park
    [in] (a|the|day) nursery [staff]
    (to|would|could|will|ill|can|please|also|ever|did|not|and) add
    add (to|my|a|an|the|that|this|it|more|insult|up|in|on|him|her)
    nursery (nurse|worker|staff|assistant|work|teacher|teaching|manager|job|class)
    (work*|job|employed|career) in (childcare|child care|a nursery|a creche)
    with kids
    (office|internal|team|staff|workplace) politics
    politics (in|at|within|of|around) [the|this|our|my] (office|team|work|workplace|department|place|section|school|faculty)
    (play|playing|played) politics
    (transfer|translat*|transport*|transform*|transact*|transparen*|transcri*|transmit*|transmission|transit|translink)
    (transition|transitioned|transitioning) (to|into|from|over) [a|the|my|new] (new|role|team|department|system|post|work*|home|job|office|another|remote|digital|shift|computer*|software)
    transition (period|arrangement*|plan|team|process)
    trans (am|link|atlantic|it|europe*)
    (came|come|coming) out (of|from|with|to|and|in|on|late|early|at)
    (outed|out) (of|sick|on|the)
    (pregnant|pregnancy) pause
    sex (education|offender*)
    (ms|mr|mrs|miss|dr) (gay|christian|black|white|brown|young|old|english|french|german|ireland|church|chapel|kidd|sexton|power|day|may)
    depression (in the|era|of the road)
    (low|high) pressure depression
    (caus*|gave|giv*|left|leaving|leaves|mak*|made|result* in|led to|leading to|suffer* from .. because of) [me|us] [with|a lot of|so much|severe|a|feeling|feel|to feel|such|huge] [great|terrible|stress|stressed|stress and|stressed and|stressful and] [and] (anxiety|anxious|depression|depressed|stress|ill|sick|panic attacks|a breakdown|anxiety and stress|unwell)
    (stress|stressed|anxiety|upset|distress) and (anxiety|depression) (from|because of|due to|caused by) (this|it|him|her|them|the|how)
    (working class|class) (room|rooms)
    classroom*
    (church|chapel|mosque|temple|prison|jail|gaol|trinity|abbey) (road|street|lane|park|view|avenue|hill|square|close|walk|gate|terrace|grove)
    (black|white|brown|gay|old|union|english|king|queen|orange|royal|victoria|christian|jordan) (road|street|lane|park lane|avenue|hill|square|close|walk|terrace|grove|mountain|rock)
    green (light|party politics aside|belt)
    labour (intensive|market|court|relations|agency|costs|exchange)
    (manual|hard|agency|casual) labour
    alliance with
    conservative (estimate|dress)
    party (planning|night|food|bag)
    (christmas|leaving|office|staff|birthday) (party|do|dinner|night|meal|lunch)
    third party
    vote of (thanks|confidence)
    board member*
    team member*
    staff member*
    member* of (staff|the public|the team|my team|our team|his team|her team|management|the committee)
    (strike|struck|striking) (me|him|her|a deal|a balance|off|out|up|back|similar*|resemblance|difference)
    (three|first|second|two) strike*
    (on|went) strike (two|three|one)
    picket fence
    (conference|club|hospital|waiting|tea|staff|changing) room* (door)
    faith in (me|him|her|the|my|us|them|people|management|hr)
    (good|bad|blind|lost|losing|no|lose|little) faith
    in (good|bad) faith
    beyond belief
    (my|his|her|firm|honest|genuine|sincere|the) belief (that|is)
    in my (opinion|view|belief|honest opinion|humble opinion)
    my (opinion|view) is
    (in|to) the belief
    godsend
    oh my god
    my god
    thank god
    god knows
    honest to god
    god forbid
    swear to god
    pray* (for|that) (it|this|him|them|to|a)
    holy (week|day)
    (fire|general|annual|study|unpaid|special|garden|compassionate|carry over) leave
    health and (safety|wellbeing|well being|social)
    (back|front) of (house|the)
    (council|county|crown|tennis|basketball|food|high|supreme|magistrates) court
    court (yard|room clerk|house)
    (in|the) past (few|year*|month*|week*|two|three|six|couple|12|18|24)
    (walk*|went|go|goes|going|get|got|drive|drove|push*|ran|run*|march*) past (me|my|him|her|the|us|it|them)
    (half|quarter|five|ten|twenty|10|20|5) past
    past (the|me|few|year*|month*|week*|six|two|three|employee*|performance|colleague*|work*)
    veil of
    (community|customer|civil|public|armed|council|social|environmental|youth) service* (manager|team|officer|department|centre|desk|assistant|staff)
    dead line*
    deadline*
    (general|sub|wide|human|disabled|special|support) (access|parking|bay|toilet|toilets|badge scheme)
    (blind eye|blind spot|blind panic|blind faith|blind carbon|blind copy|colour blind)
    deaf ears
    (voted|vote|votes|voting) (me|him|her|them) (out|off|down)
    (stroke of|breast stroke|back stroke)
    (colour|color) (printer|coded|code|copy|copies|copier|photocop*|scheme|of the|coordinated|chart)
    local (authority|government|council|newspaper|office|press|people|residents|community|park)
    native (species|plants|tree*|app|format)
    (home|office|line|team|senior|area|project|duty|regional|general|young|old) manager
    manager*
    manag*
    pages
    wages
    lesson plans
    pensions (department|team|section|office)
    retirement (party|do|gift|card|collection|present)
    retired (colleague|manager|officer|last|in|from)
    aged (creditor*|debt*)
    king* (road|street|cross|size)
    queen* (university|road|street|s university|park|island)
    queens (university|road|street|park|island|university belfast)
    gender (equality|policy) (plan|policy|training|course)
    (equality|race|disability|sex|age|diversity) (commission|officer|act|unit|training|scheme|team|policy|discrimination act|order|relations order)
    (dignity|bullying and harassment|equal opportunities) (policy|procedure|at work)
    trades [council|men|people]
    (unite|unites|united) (us|against|the team|as a team|everyone|staff|front|kingdom|states|in)
    (manchester|leeds|newcastle|sheffield) united
    (guy|guys) fawkes
    (add|added) (to|me|up|in|on)
    family (friend*|business|members [of])
    (the|office|this|new|my|our|another|a) baby (project|of the project|photo*)
    (father|brother|sister|mother) (in law|christmas|figure)
    prospect of
    (in|with) (respect|prospect) to
    into (the|my|a|his|her|our|it|work|trouble|account|this|another|tears|me|that)
    lent (me|him|her|them|us|it|my|the)
    i (lent|love)
    (on|in|to|for|of|the) lodge (road|street)
    inn lodge
    lodge* a (complaint|grievance|form|claim|formal)
    lodged
    (thai|roma) (food|restaurant|tomato*)
    roma street
    dug with
    (female|male|women|womens|mens|ladies|gents) (toilet*|changing|locker) (door|block|floor|cleaning|is broken)
    (asked|told|report*|complain*|spoke|speak|talk*) to (a|the|my|our) (woman|man|lady|girl|union [rep]) [in|at|from] [hr|reception|the office|personnel]
    (spoke|speak|talked|talking|went|go|gone|contacted|advice from|advised by|asked|help* by|support* by|told|rang|phoned) [to|by|with|my|the|a] (to|my|the|a) (union|union rep*|trade union [rep*]|shop steward)
    (copied|cc|copy to) my union
    (told|called) me (a liar|lazy|names|useless|stupid|in|into)
"""  # fmt: skip
"""Phrases in which a ground's word means something else: they hide what stands inside them."""

NONE_STATED = """
    none
    there (isnt|is not) (one|any|a ground)
    not (on|about|to do with|related to|an) [any] equality [ground*|issue*|matter*]
    no [known|stated|apparent] reason [given|stated|known]
    (slam*|bang*) [the|his|her] doors
    (hound*|terroris*|torment*|persecut*|victimis* me|sneer*|snigger*|roar*)
    (mak*|made) my life [a] (hell|misery|miserable|difficult|impossible)
    (silent treatment|cold shoulder|blanks me|blanked me|blanking me|silly voice|eye rolling|rolls (his|her) eyes)
    turned (everyone|everybody|them|people|the team|the office) against me
    not (because of|about|to do with) who i am
    not aware of (any|one|anything)
    (dont|do not|cant|cannot) (believe|think|see) there (is|are) any [ground*]
    (dont|do not) know of any (grounds*|reason*|protected .. grounds*)
    (nope|nah|naw|nay)
    no grounds*
    no (protected|particular|specific|discriminat*|equality|listed|special) (ground*|reason*|characteristic*|element)
    no protected
    not [a|an|on|any|related to|about|one] [of] [any|the|a|these|those|protected] [protected] (ground*|characteristic*)
    not (applicable|discriminat*|protected|relevant)
    no discriminat*
    (na|n / a|nil)
    does*nt apply
    (doesnt|does not|dont|do not|not) [think|believe|really] [apply|applies|fit|relate|any|appl*] [to] (any|apply|one|none) [of] [them|these|those|the above|the grounds|the list|the above]
    none of (these|the above|them|those|the grounds|the listed|the protected)
    no [obvious|apparent|clear|known] (equality|discriminat*|protected|diversity) [_] (dimension|element|aspect|angle|issue*|ground*|reason*|factor*|link)
    nothing to do with (who i am|any|that|those|these|them|the above|my identity|anything like that|me|what i am|my background|equality|discrimination|protected)
    nothing (like that|in particular|specific|protected)
    (just|only|simply|plain|pure|purely|general) (bull*|nasty|nastiness|picking|bad|dislike*|spite)
    bully*
    bulli*
    bulling
    pick* on me
    pick* on
    singl* me out
    (shout*|scream*|roar*|swear*|yell*|curs*) [and] [shout*|swear*|scream*] (at|abuse)
    (shouting|screaming|swearing|yelling|roaring)
    belitt*
    belit*
    undermin*
    underm*d
    set* me up
    (impossible|unrealistic|unreasonable|ridiculous) (deadline*|target*|workload*|demand*|expectation*)
    micro manag*
    micromanag*
    (leav*|left) me out
    exclud*
    left out
    (talk*|speak*|spoke) over me
    (spread*|start*) [false|nasty|vicious] (rumour*|rumor*|lies|gossip*)
    (rumour*|gossip*)
    nit pick*
    nitpick*
    gas light*
    gaslight*
    hostil*
    threat*
    intimidat*
    aggressi*
    verbal abuse
    nothing else
    power (trip|mad|games|struggle)
    (feel|feeling) (useless|worthless|small|stupid|like nothing)
    gang* up
    hates me
    hate* (my guts|everyone|everybody)
    dislikes me
    (doesnt|dont|does not|didnt|never) like* me
    ignor*
    humiliat*
    ridicul*
    critici*
    (persistent|constant|unfair|harsh) (criticism|fault|fault finding)
    fault finding
    overload*
    over work*
    overwork*
    harass*
    (personality|clash) [clash]
    personal (dislike|grudge|vendetta|clash|animosity)
    (grudge|vendetta|spite|spiteful|jealous*|nasty|nastiness|unpleasant|rude|rudeness)
    mobbing
    favo*ritism
    office politics
    mocks* me
    mak* fun of me
    (control*|manipulat*|domineering|abusive|toxic|mean)
    treat* (me|us|everyone|everybody) [badly|unfairly|like dirt|the same|like this|like rubbish]
    (isolat*|ostraci*|cold shoulder*)
    everyone gets it
    same with everyone
"""  # fmt: skip
"""The writer says that there is no ground, or tells of bullying with none."""

"""What is said or done that tells its ground by itself (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

DEEDS: dict[str, str] = {
    "pregnancy or maternity": """
        (got|getting|fell) pregnant (on purpose|again|to get|just to)
        (go|going|went) to express
        (time off|leave) for [my|the] (scan*|antenatal|midwife|ante natal) [appointment*|class*]
        """,
    "marital or civil partnership status": """
        (why|that) (im|i am|i was) (not|still not) married
        (nobody|no one|no man|no woman) (married|would marry|will marry|wants to marry) me
        """,
    "sex": """
        (what|wot|wat) [are|r|im|am i] (you|u|im|i) wearing
        (got|get|given|gave me|have) [the|this|my|me] (job|post|place|promotion) [only] (for|because of) my (legs|looks|chest|figure|face|body)
        (his|her|a) hand [was|placed|put|on] .. (my|her) (back side|backside|bum|bottom|leg|knee|thigh|breast*|waist)
        leading him on
        (stop|cant stop|couldnt stop|always|keeps|kept) thinking (about|of) me
        (padded|what size) [bra|one|cup]
        (on|in) [the] (girlie|girly|pin up) calendar
        (give|gave|giving|offer*) me a (rub|massage|rub down|back rub)
        (arm|arms|hand|hands) (round|around|on|all over) me
        ask* [me] for [a] (kiss|kisses|cuddle|hug|sex)
        (i have|ive|ive got|such|what) (beautiful|lovely|nice|great|gorgeous|fabulous|good) (legs|figure|body|eyes|lips)
        (being|been|getting|got|was) (touched|groped|fondled|stroked|kissed|pawed) [up|inappropriately] [by]
        (inappropriately|sexually) (touched|touch|touching|touches) [me]
        a (man|woman|fella) in (my|the same) (position|boat|shoes|job|situation) (would|wouldnt|gets|got)
        (said|says|saying|told me|thinks|believes|reckons) [that] [all|most] (women|men) (are|arent|cant|cannot|should|shouldnt|lose|have|belong|make|need|only|dont|get|do|were|want)
        (weird|strange|odd|unnatural|not right|wrong|not natural) for a (man|woman|fella|bloke|girl) to
        [of|for|to] us (women|girls|ladies)
        page (three|3) (girl*|caption*|calendar*|picture*|model*)
        (sexy|sexiest)
        (a man|men|a woman|the men|the lads|a fella|males|a male colleague) (would|wouldnt) [not|never] [be|have|get] (ask*|told|treat*|spoken|need*|made|given|put up|get|expected|refused)
        (go|get|back|belong*) [back] [in|into|to] the kitchen
        orders from (a|any) [wee] (woman|girl|female|lady|lassie)
        (give|given|gave|giving|asked for|wants|steal|stole|stolen) [him|her|me] a [wee|quick] (kiss|cuddle)
        (arm|arms|hand|hands) (round|around|on|about) my (waist|hips|bum|backside|thigh|thighs)
        (wear*|in) (stockings|suspenders|a thong|a bra|knickers)
        (sit|sat|sitting) on (his|her) (knee|lap)
        explicit (message*|text*|email*|picture*|photo*|video*|joke*|remark*|comment*)
        (who|how many|if) .. (sleep*|slept) with [me|him]
        (my|his|her|our) sex life
        (sleep*|slept) with (him|her|the boss|my boss|my manager)
        (great|nice|lovely|cracking|big|fat|tight) (arse|ass|bum|rack|tits|boobs)
        look* (better|good|nice|great|sexy|hot) in a (skirt|dress|bikini)
        (when|if) i bend over
        rat(e|es|ed|ing) (the|us|all) [the] (women|girls|females|ladies)
        (totty|eye candy|crumpet|jailbait|yummy mummy|milf|cougar)
        (follow*|came|come|walked) [me] into the (ladies|womens toilets|womens changing room*)
        lick* (his|her) lips [at me]
        (small of my back|lower back) [when|as|and]
        (women|girls|ladies|females|wee girls) (cant|cannot|shouldnt|should|couldnt|dont belong|belong|arent (fit|able|strong|cut out)|arent) [_] [_] (drive|lift|lead|manage|park|do|drivers|kitchen|home|work|fit|read|think|reverse|handle|cope)
        (all )?(men|blokes|fellas) (are (useless|all|pigs|stupid|the same)|cant (multitask|multi task|cope|be trusted))
        (hate|hates|hated|prefers|prefer|favours|promotes|hires|employs) [only|just] (men|women|girls|lads|male staff|female staff)
        treats [the|all] (men|women|girls|lads|females|males) (differently|different|worse|better|badly|like)
        one rule for the (men|women|lads|girls|boys)
        (man|woman) hat(er|ers|ing)
        (unwanted|unwelcome|sexual|repeated|inappropriate) (advances|touching|attention of a sexual nature|approaches)
        (comment*|remark*|joke*) (on|about) my (legs|chest|breasts|boobs|bum|bottom|backside|underwear|bra|skirt|cleavage|knickers)
        (ask*|asking|pester*|kept asking) [me] (for|on) [a|dates|another] (date|dates)
        (sniff*|smell*|breath*|blow*|blew) (my|on my|down my) (hair|neck)
        (call*|calls|calling) [me] [a|his|the] [wee] (doll|dolly|darling|darlin|sweetheart|sweetie|hen|babe|baby|sugar|toots|honey|missus|blondie|gorgeous|sexy)
        (love|valentine*) (letter*|note*|card*|text*|messages)
        (indecent|sexual*) assault*
        (dirty|filthy|lewd|rude|sexy|sexual|smutty|steamy) (text*|message*|joke*|email*|remark*|comment*|picture*|photo*|story|stories|talk)
        (carry|take|get|took|come|go) [me] (to|into) bed [with him|with me]
        (rate*|rated|rating|score*|mark*) .. (girls|women|females|female staff|ladies|us) .. out of ten
        (wear|buy|try) [a] (tighter|shorter|lower cut) (jumper|skirt|top|dress|blouse|trousers)
        wear* a bra
        (gendered|gender based) (insult*|slur*|language|comment*|remark*|abuse|joke*)
        (touch*|strok*|rub|rubs|rubbing|rubbed|caress*|fondl*|massag*) (my|me on the|me on my|the) [lower|bare] (back|shoulder*|arm|arms|neck|waist|hip|hips|leg|legs|thigh*|bum|bottom|breast*|boob*|chest|backside|behind|arse)
        (brush*|patted|patting|feel|feeling|felt|feels|grab*|squeez*|pinch*) [up] (my|me on the|me on my) (waist|hip|hips|thigh*|bum|bottom|breast*|boob*|chest|backside|behind|arse)
        (strok*|caress*|kiss*) my (hair|face|cheek|hand|neck)
        (rub*|press*|brush*|push*) [himself|herself] up (beside|against|to|behind) me
        (like|love|want*) to do (to|with) me
        behind me so close
        (hand|hands) (on|up|down|under|inside) my (skirt|top|blouse|thigh|leg|knee|bum|bottom|waist|back|hip|shirt|bra)
        (bra|underwear|knickers|panties|thong|lingerie) [strap|size|colour|i wear]
        (sleaz*|lecher*|lechy|pervert*|pervy)
        (suggestive|flirty|flirtatious|smutty|raunchy|risque|saucy) (comment*|remark*|joke*|text*|message*|email*|look*|behaviour|noises)
        (came|comes|coming|come) on to me
        (to|in|up to|back to|share) (his|her) (hotel room|bedroom|bed)
        (chat*|chatting|chatted) me up
        (ask*|invit*|pester*) me [out] (to drinks|for drinks|for a drink|to dinner|for dinner|on a date|for a date|back to (his|her)|to (his|her) (hotel|room|house|flat|bed))
        drinks alone with
        (made|making|make|makes|tried) [a] (pass|passes|advances) (at|on|toward|towards) me
        (eyed|eyeing|eying|eyes|checking|checks) me (up|out)
        look* me up and down
        undress* me with (his|her) eyes
        (wink*|blow* kisses|blew kisses) at me
        (exposed|flashed|touching) himself
        (masturbat*|erection|genital*|private parts|sexual favour*|sexts*|strip club|stripper*|raped|rape)
        (dumb|stupid|ditzy) blonde
        blonde jokes
        used to taking orders from men
        how much for the night
        (you|the|wee|silly|stupid) (girls|women) (are|should|dont|cant|always|need|get) .. (emotional|hormonal|home|drama|moody|kitchen|weak|dramatic|sensitive|useless)
        (too|over) emotional for
        (never|not|wouldnt|would never|wont|hed never|shed never|dont|doesnt) (ask|say|speak|treat|do|talk|said|asks|says) .. (a man|the men|a woman|the lads|male colleague*|men|a fella|a bloke|my male colleague*)
        (make|making|made) the tea because
        (topless|nude) (calendar*|picture*|poster*)
        (wolf whistl*|cat call*|catcall*|wolf-whistl*)
        """,
    "gender reassignment": """
        never be a (real|proper|true|full) (woman|man)
        (call*|calls|calling) [me] (he|him|sir|mister|she|her|madam|miss|lad|mate) (on purpose|although im a|though im a|even though im a|instead of)
        (bloke|man|guy|fella) in a (dress|skirt|wig|frock)
        (dead nam*|deadnam*)
        (mis gender*|misgender*)
        not a (real|proper|true|actual) (woman|man|girl|female|male)
        (he|she) it
        """,
    "sexual orientation": """
        (which|who) of (us|you|them) is the (man|wife|woman|husband|boy|girl)
        [if|whether] i (was|am) the wife
        (wears|wear) the trousers
        (sodom|sodomy|gomorrah)
        just (havent|hasnt|not) met the right (man|woman|fella|girl)
        limp wrist* [gesture*|jokes|thing|at me]
        (lesbian|gay) jokes
        (backs|mind) (to|your backs|against) the wall (lads|boys)
        friend of dorothy
        (mincing|minced) (walk|about|past|around)
        """,
    "age": """
        (call*|calls) [me] [the|a|an] (methuselah|victor meldrew|has been|junior|youngster|gramps|pops|nan|nana|old yin|schoolgirl|schoolboy|work experience|baby of the team|old crock|old relic)
        since (the ark|noahs ark|the year dot|the dinosaurs)
        (should|ought to|belong) be in [a|an] [old folks|care|nursing|old peoples|rest] home
        belong* in [a|an] [old folks|care|nursing|old peoples|rest] home
        (take|took|draw|drawn|collect|on) my pension
        (spoken|talk*|speak*) to like a (school* *child*|schoolchild|schoolkid|child)
        (okay|ok) boomer
        does your (mummy|mammy|mum|mam|ma|mother|mommy) know (youre|you are) out
        when (id|ill|im going to|i would|i will|are you|you are|youre|you going to|i was going to|will i) (retire|retiring|be retiring)
        (calls|called|calling|call) me [an|a|the] (old|auld|oul|young|wee) (fella|man|woman|lad|boy|git|bat|codger|one|girl|dear|pup|timer|yin|buck|lady)
        """,
    "race": """
        (call*|calls|calling|known as) [me] [a|the|his] (monkey|gorilla|ape|chinaman|coloured|boat boy|borat|apu|mowgli|pedro|mr miyagi|bruce lee|kunta kinte|gandhi|mugabe|idi amin|pocahontas|uncle ben|crocodile dundee|speedy gonzales)
        banana* (on|in|at|left on) my (desk|chair|locker|seat|bag|car|windscreen|way)
        (should|to|will|would|ought to) be (sent back|deported|sent home to)
        (take|taking|takes|took|steal|stealing|stole) [our|local|british|irish|peoples|the] jobs
        eat [any] (dogs|dog|cats|cat|rats|insects)
        pull* (his|her|their|the) eyes
        all look the same
        (see|show|check*|produce) [him|her|them] (my|the|your) (papers|passport|visa)
        (immigration|deport*|home office)
        live in a (hut|mud hut|tree|cave|jungle)
        (country|town) is full
        (britain first|national front|edl|white power|ku klux|kkk|great replacement)
        (slavery|slave|famine|leprechaun|potato|taco|samosa|voodoo|jungle|safari) (joke*|comment*|remark*|jibe*|voice|accent|noise*|impression*)
        no (blacks|foreigners|travellers|pakis|poles)
        white (staff|workers|lads|ones|men|women|colleagues|people) .. (get|gets|dont|never|got|are|arent)
        monkey (noises|chants|gestures|sounds|impressions)
        (make|makes|made|making|doing|does|did|pull*) (chinese|slant*|slitty|squinty) eyes
        (blackface|blacked up|ching chong|banana skin*|cotton pick*|slave jokes)
        go back (to where you came from|where you came from|where i came from|where you belong|to your own country|home)
        go home then
        (voice|voices) like (me|mine|my)
        (mimic*|imitat*|copy*|copied|mock*|impersonat*|putting on|puts on|tak* off) [a|an|my|the] (chinese|indian|african|polish|foreign|asian|jamaican|pakistani|american|eastern european) accent*
        """,
    "religious belief": """
        (god botherer|ned flanders|bible (thumper|betty|bob|bashing)|god squad|amen brother)
        (burn|burning|rot) in hell
        (ill|id|im|will|would|i was|i am|all|are|youre) (go|going|be going) to hell
        (need|needs|needed|ought) to be saved
        worship* [the] (statue*|idols|the devil|sunday*|god|allah)
        [lead|leading|at|attend*] worship
        (when i last|when was i last|if ive been|if i had been|been|went) (went|to|at|was at) (confession|mass|church|chapel)
        (off|leave) for (eid|yom kippur|good friday|diwali|hanukkah|holy days|passover|vaisakhi|ash wednesday|a holy day)
        good friday off
        (holocaust|gas chamber|concentration camp|pope|priest|nun) (joke*|comment*|remark*)
        (pork|bacon|ham) .. (locker|desk|lunch|sandwich|bag|chair)
        (papist|popish|anti catholic|anti protestant) [songs|slurs|comments|jokes|remarks]
        sectarian (songs|slur*|abuse|comments|jokes|remarks|graffiti|song|name)
        """,
    "political opinion": """
        up the ra
        (tory|shinner|dupper) (scum|bastard*)
        """,
    "disability": """
        (call*|calls) [me] [the|a] (rain man|stevie wonder|blind pew|deafo|ironside|the claw|captain hook|forrest gump|wonky|lazarus|dopey|specky)
        (hid|hides|hide|took|takes|moved|moves|kicked|kicks|broke) my (stick|crutch|crutches|wheelchair|walking stick|hearing aid*|inhaler|insulin|medication|splint)
        (not |prefer* [someone|somebody] )?able bodied
        (when|if|are) (ill be|im|youll be) (better|cured)
        (impression*|imitation*|take off|takes off|taking off|mimic*|imitat*|mock*|copies|copied|copying|mak* fun of|made fun of|laugh* at|joke* about) [of] [the] [way] (my|i) (limp|stammer|stutter|speech|walk|hands|twitch|tics|tremor|hearing aid*|disability|condition|illness|wheelchair|stick|crutches)
        hop along
        (is it|heres|its|like|watch) rain man
        hopalong
        (cuckoo|loony|nutter|mental) (sign|noise|noises|thing|gesture*|jokes)
        (swing*|swung) the lead .. (disab*|condition|illness)
        (taken|took|take|forgot*) (my|your) (tablets|meds|medication|pills)
        """,
    "family status": """
        (put|stick|leave) my (mother|father|mum|dad|parents|mammy|da) in a home
        thought of that before (i|you|having) [had] (children|kids|weans|them)
        (baby|babies) daddy
        no (job|place|work|life) for a (mother|mum|mammy|mam|parent|father)
        (you|mothers|mums|mammies) (and your|with your) (kids|weans|children|brood)
        """,
    "criminal record": """
        (lock up|count|mind|watch|hide|hold on to) (your|their|the|his|her) (handbag*|purse*|wallet*|valuables|spoons|tills)
        """,
}  # fmt: skip
"""What is said or done that tells its ground by itself: it needs no cause beside it."""

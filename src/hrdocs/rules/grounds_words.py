"""The words by which people state a protected ground: data only.

One phrase a line, on text in small letters without apostrophes or accents, hyphens as spaces.
`word*` any ending; `(a|b)` one of; `[a|b]` one of or none; `..` up to three words; `{as}` the writer
speaking of being something, `{iam}` the same without a bare "because", `[_]` any one word or none. A phrase that begins with `=` hides every other phrase inside it.
"""

AS = (
    r"(?:i am|im|iam|i was|am i|being|bein|as|youre|ur|you are|because|cos|coz|cuz|bcos|bc|cause|since)"
    r"(?: (?:i am|im|iam|i was|being|am))?(?: (?:a|an|the|only|one|of|not|just|seen|known|single|openly|also|both|now|very))*"
)

I_AM = r"(?:i am|im|iam|i was|am i|being|bein|as|me)(?: (?:a|an|the|only|one|of|not|just|single|openly|also|both|now|very))*"

GROUNDS: dict[str, str] = {
    "sex": """
        sex
        sexes
        gender
        =opposite sex
        sexism
        sexual
        sexist*
        misogyn*
        misandr*
        chauvinis*
        female*
        {as} [black|white|asian|muslim|catholic|protestant|young|younger|older|disabled|irish|polish|foreign|single|married|mere] (woman|lady|lassie|girl)
        {as} [a] (man|male|boy|guy|bloke|fella)
        because [of] male
        only (woman|girl|lady|man|male|fella|bloke) [in|on|here|there]
        as women
        being women
        =wom(a|e)ns (work|job|jobs|place|problems|troubles|lib|toilets) [jokes|comments]
        =wom(a|e)n drivers*
        (for|against|about|hates|hate|hating|dislikes|towards|toward|respect|likes|like|employ|promote|promotes|want|wants|to|rate|rates|how) women
        (a|any) (woman|man) (tell*|in charge|boss|manager|doing|driving|could*|should*|can|cant|shouldnt|couldnt)
        women (should|shouldnt|cant|cannot|dont|belong*|are|arent|in|get|have|with|who|being|on|not|never|were)
        (womans|mans|wifes|mothers|mens) (job|place|role|work)
        {iam} [_] (woman|lady|lassie)
        (hates|hate|against|about|towards|dislikes) men
        (than|as|like) the (men|lads|boys|fellas|male*|blokes)
        (all|male|men) (male|dominated|only) [team|department|depot|office|environment|crew|squad]
        (boys|lads|old boys|mens|mans) (club|network|world|job)
        page (3|three)
        =sexual* (harass*|comment*|remark*|joke*|advance*|assault*|innuendo*|abuse*|banter|gesture*|language|nature|question*|content|favour*|suggestion*|attention|connotation*|image*|touch*|contact|behaviour|conduct|misconduct|suggestive|explicit|inappropriate|attack*|message*|text*)
        of a sexual nature
        (harass*|assault*|touch*|abus*|inappropriate) .. sexual*
        sexually
        sexuali*ed
        sexting
        grop*
        touched me up
        touch* me [up|inappropriate*|there]
        touch* (my|her|me on the|on the) (bum|bottom|breast*|chest|leg|legs|thigh*|knee|backside|ass|arse|waist|hips)
        (slap*|pinch*|grab*|smack*|squeez*|pat*) (my|me on the) (bum|bottom|breast*|chest|leg|thigh*|backside|ass|arse|waist)
        inappropriate* touch*
        unwanted (touch*|advances|sexual|physical)
        (touch*|grab*) .. inappropriate*
        leer*
        letch*
        ogl(e|es|ed|ing)
        (star*|look*|gawk*|perv*) (at|down) my (chest|breast*|legs|boobs|cleavage|bum|body|top|figure|blouse|backside)
        my (boobs|breasts|bum|cleavage|bra|figure|skirt|tits|short skirt|chest)
        perv*
        wolf whistl*
        cat call*
        catcall*
        call* me (love|sweetheart|darling|darlin|babe|baby|doll|honey|sweetie|hen|pet|sugar|princess|a good girl|good girl|gorgeous|sexy|missus|little lady)
        call* me .. (sweetheart|darling|sweetie)
        my (love|sweetheart|darling|good) girl
        (tried|try|trying) to kiss
        kissed me
        ask* me out
        (photo*|pic*|image*|video*) of (himself|his) .. (naked|nude|penis|genitals|private parts)
        (naked|topless)
        (sleep|slept|have sex) with
        dick pic*
        (nude|naked|topless) (pic*|photo*|image*|calendar*|wom(a|e)n|girl*)
        porn*
        lewd
        smut*
        innuendo*
        (crude|dirty|blue|filthy) jokes
        menstrua*
        =time of the month
        my periods
        period pain*
        (pms|pmt)
        (equal|unequal) pay
        pay gap
        belong* in the kitchen
        =gender (discrimination|bias|stereotyp*|pay|inequality|based|role*)
        toxic masculinity
        sexed up
        """,
    "gender reassignment": """
        trans
        =trans (woman|man|person|female|male|girl|lad|guy|people|employee)
        transgender*
        =transgender (woman|man|person|female|male|people|status|identity)
        =transex*
        =transsex*
        transphob*
        =gender reassign*
        =gender re assign*
        =(sex|gender) (change*|changing|transition*|affirm*|confirm*|recognition [certificate]|dysphoria|realign*|reassignment surgery)
        =chang* (my|her|his) (sex|gender)
        =gender (identity|expression|presentation)
        {as} [a|gender] transition*
        =(my|gender|since i|when i|before i|after i|started|start|began|about my|for) transition*
        =i [have|had|am|was] transitioned
        =i (have|had|am|was|started|began) transitioning
        transitioning
        =transition* (from|to) (male|female|man|woman)
        dead nam*
        deadnam*
        mis gender*
        misgender*
        (wrong|my|correct|preferred|incorrect|using|use|refus*) .. pronoun*
        pronoun*
        (grc|gra)
        =he / she / it
        =(live|lived|living|lives|dress|dressed|presenting|present) as a (man|woman)
        =call* me (he she it|he she|it|an it|sir|a he she|he)
        =(outed me|came out|come out|coming out|out) as [a] (trans*|transgender) [woman|man]
        =(which|what) (toilet*|loo|bathroom*|changing room*) i (use|can use|should use|go to|am allowed)
        =used to be (a|called) (man|woman|male|female|bloke|girl|boy)
        =was born (a|as a) (man|woman|boy|girl|male|female)
        =assigned (male|female) at birth
        =(born|biological) (male|female|sex)
        my gender history
        acquired gender
        cross dress*
        """,
    "sexual orientation": """
        =sexual* (orientation|orientated|preference*|identity|oriented)
        sexuality
        orientation
        gay
        gays
        =gay (jokes|man|men|lad|guy|woman|women|people|person|male|female|colleague*)
        =(lesbian|bisexual|bi|queer) (woman|women|man|men|girl|person|people|female|male)
        {as} bi
        bi sexual*
        bisexual*
        homophob*
        homosexual*
        heterosexual*
        lesbian*
        queer*
        asexual
        pansexual
        lgb*
        =(same|opposite) sex (partner*|couple*|relationship*|marriage*|parent*|attract*)
        =same sex
        =out as [a] (gay|lesbian|bi|bisexual|queer)
        =(i|ive|have|since|after|when) [ive] (came|come) out [as|at]
        =coming out
        =out* me [as|to] [gay|lesbian|bi]
        (my|for) being straight
        {as} straight
        straight (man|woman|people|person|guy)
        fancies (men|women)
        pride (flag|lanyard|badge|march|network|event|parade)
        rainbow (lanyard|flag|badge)
        """,
    "marital or civil partnership status": """
        =(marital|marriage|martial|maritial|relationship) [or|and] [civil partnership|civil partner] status
        =marital or civil partnership [status]
        =marriage (or|and) civil partner*
        =civil partner*
        marital
        marriage
        {as} [un] (single|unmarried|divorced|separated|widowed|married|remarried|engaged|a widow|a widower|a divorcee|a bachelor|a spinster)
        (unmarried|divorc*|widow*|remarri*|spinster|bachelor|divorcee)
        =(not|never|arent|isnt|wasnt|werent|never been) married
        =(living|live|lives|lived) (with|together) .. (not|without|outside|before) [being|getting] (married|marriage)
        (got|getting|get|just|newly|are|were|been|recently) (married|divorced|engaged|separated)
        (married|engaged) to
        separated from my (husband|wife|partner|spouse)
        (my|left|leaving|split) .. (separation|divorce)
        (my|her|his) (husband|wife|spouse) .. works (here|in|for|at|there|with)
        (husband|wife|couple*|spouse*) .. cant [both]
        husband and wife
        maiden name
        (married|my married) name
        single (status|people|person|man)
        wedding ring
        wedlock
        living in sin
        cohabit*
        """,
    "pregnancy or maternity": """
        pregnan*
        =pregnan* [or|and] maternity
        =pregnant (woman|women|lady|employee)
        maternity
        mat (leave|pay|cover)
        (im|was|am|being|is|i|you|when|was|been|as|because) expecting(?! (?!(baby|twins|our|my|in|at|and|again|when)))
        =expecting [a|my|our|another] (baby|child|twins|first|second)
        morning sickness
        baby (brain|bump|leave|shower)
        my (bump|due date|antenatal|midwife|scan|pregnancy)
        due date
        breast (feed*|pump*|milk|fed)
        breastfe*
        breastpump*
        express* milk
        antenatal*
        ante natal
        post natal
        postnatal
        miscarr*
        stillb*
        still birth
        =(had|have|having|hav|since|after) (my|a|the|our) (baby|child|bairn|wean|twins)
        (new|newborn) (mum|mother|mam|mom)
        birth of my
        gave birth
        giving birth
        in labour
        morning sick
        c section
        """,
    "age": """
        age
        ages
        =aged [over|under]
        =age (discrimination|related|group|bracket|gap|bias|jokes)
        ageis*
        agis*
        too (old|young)
        {as} [too|so|getting|very|a bit|the] (old|older|oldest|younger|youngest|young|elderly)
        (to|so) old (for|to)
        =(the|as the|im the|being the) (oldest|youngest|eldest|old one|baby of the)
        =(old|auld|oul) (man|woman|lady|fella|fellow|boy|codger|git|bat|hag|fart|timer|fool|goat|crow|guy|bird|dog|dear|age|biddy|bag|folk|people|person|fogey|fogy|dodger|head) [jokes]
        call* me [an|a] old
        grand (dad|da|father|mother|pa|ma)
        grandad*
        granddad*
        grann(y|ie|ies)
        (grandma|grandmother|grandpa|grandfather) [jokes|comments]
        dinosaur*
        fossil
        geriatric
        senile
        wrinkl*
        crumbl(y|ies)
        coffin dodger
        past (it|my best|my prime|my sell by)
        (over|well over) the hill
        sell by date
        near* [to] (retirement|retiring|retire)
        retir*
        pension* (off|age|er|ers)
        oap
        time to retire
        dead wood
        deadwood
        (like|as|call* me|not|im not|calling me) [a|an|some|the] (kid|child|wee girl|wee lad|wee boy|wean|baby|schoolgirl|schoolboy|teenager|youngster|juvenile)
        wee (girl|boy|lad|lass|lassie|pup)
        young (lad|one|fella|girl|lass|lassie|pup|thing|people|person|man|woman|buck|ones)
        youngster*
        millen*ial*
        snowflake
        gen z
        gen (z|x|zer|zed)
        boomer*
        (over|under) (50s|40s|60s|fifties|sixties|fifty|sixty|50|55|60|65|forty|40|25|30|21)
        at (your|my|his|her) (age|time of life|stage of life)
        digital native
        new blood
        young* (generation|people|staff|colleagues|employees|person|team|blood|than me|ones)
        older (generation|people|staff|workers|worker|employees|employee|colleagues|person|than)
        (im|i am|being|aged|as a|as an|only|nearly|almost) {age} [years|yrs|year] [old|of]
        (in my|my) (teens|twenties|thirties|forties|fifties|sixties|20s|30s|40s|50s|60s|late fifties|early twenties)
        {age} (years|yrs|yr|year) (old|of age)
        (im|i am|im only|im nearly|nearly|turned|almost|about to turn) {age}
        years on the clock
        wet behind the ears
        straight out of (school|uni|university|college)
        fresh out of (school|uni|university|college)
        (born|raised) yesterday
        """,
    "race": """
        race
        races
        racis*
        racial*
        =race (discrimination|hate|relations)
        xenophob*
        anti (english|scottish|welsh|polish|travel*er*|foreign*|immigrant*|black|asian|white|roma|african|chinese|european|american)
        nationalit*
        ethnic*
        (national|ethnic) (origin*|background|group|identity)
        =(colour|color|tone|shade) of [my|our|his|her|the] skin
        skin (colour|color|tone)
        (my|his|her|our|skin|their) (colour|color)
        coloured (person|people|man|woman|girl|fella|lad)
        (by|of|for|because of) colour
        {as} (black|brown|white|mixed race|mixed|coloured|dark|dark skinned|asian|african|chinese|indian|foreign*)
        (a|the|only|an|this|my|we|are|all|other|not|their|was) (black|white|brown|asian) (woman|man|person|people|guy|girl|lady|boy|lad|family|face|one|member|employee|worker*|colleague*|staff|men|women|skin|fella|male|female|kid|child*)
        (black|white|brown|asian) (woman|man|person|people|guy|girl|lady|bastard|british|african|caribbean|irish|minority|skin|male|female|face|staff)
        black and asian
        bame
        non white
        mixed (race|heritage|ethnic*)
        dark skin*
        dual heritage
        afro caribbean
        afro
        (people|person) of colo*r
        go (back|home) (to|where)
        =(back to|go back to|from) (your|my|our|their|his|her) [own] (country|homeland|jungle)
        country of (birth|origin)
        (my|born|different|another|own) country
        (my|her|his|strong|thick|foreign|eastern european|funny) accent*
        accent
        (how i|way i) (talk|speak|sound)
        (my|speak|speaking|poor|broken|bad|good|better|learn|my bad|my spoken) english
        english (isnt|is not|not|is my second|is my)
        (second|first|native|own|mother|foreign) (language|tongue)
        [im]migrant*
        migrant*
        refugee*
        asylum [seeker*]
        foreign*
        outsider because
        (not|wasnt|arent|isnt|werent) (from here|from this country|born here|from round here|from northern ireland|from the uk|local)
        polish
        =poles
        romanian*
        lithuanian*
        latvian*
        bulgarian*
        hungarian*
        portuguese
        spanish
        italian*
        german
        ukrain*
        russian*
        slovak*
        czech*
        albanian*
        turkish
        greek*
        chinese
        indian*
        pakistan*
        banglades*
        nigerian*
        ghanaian*
        kenyan*
        zimbabwe*
        somali*
        sudanese
        ethiopian*
        eritrean*
        ugandan*
        south african*
        african*
        filipin*
        philippin*
        timorese
        syrian*
        iraqi*
        iranian*
        afghan*
        kurd*
        arab*
        moroccan*
        egyptian*
        brazilian*
        jamaican*
        caribbean
        vietnamese
        thai
        malaysian*
        sri lankan*
        nepal*
        japanese
        korean*
        hong kong
        latin american
        latina
        latino
        south american
        american
        australian
        canadian
        french
        dutch
        eastern european*
        (welsh|scottish)
        {as} (english|scots|scotch)
        (an|the only|only) english [person|woman|man]
        [from|being from|born in|come from|came from|comes from] (poland|romania|lithuania|latvia|bulgaria|portugal|india|pakistan|bangladesh|nigeria|ghana|kenya|zimbabwe|somalia|sudan|syria|iraq|iran|afghanistan|china|brazil|ukraine|russia|africa|asia|eastern europe|the philippines|east timor|turkey|egypt|hungary|slovakia|spain|italy|germany|france|jamaica|vietnam|malaysia|sri lanka|nepal|england|scotland|wales|another country|a different country|abroad|overseas)
        =(irish|scottish|english) travel*er*
        travel*ing (community|people|background|family|woman|man)
        travel*er (community|family|background|site|woman|man|girl|people|jokes)
        {as} travel*er*
        the travel*er community
        gyps(y|ies)
        romany
        roma
        paddy (jokes|joke|comments)
        (thick|stupid|drunken|dumb) paddy
        paddys
        hijra
        caste
        tribe
        black jokes
        monkey (noises|chants|gestures)
        (my|his|her) hair (texture|is afro)
        afro hair
        brown skin*
        """,
    "religious belief": """
        religio*
        =(religio*|philosophical|similar philosophical) (belief*|beleif*|believe*|conviction*|opinion*|background) [or|and|similar] [similar|other] [philosophical] [belief*]
        =religion or [similar] [philosophical] belief
        faith
        (my|her|his|our|religious) (beliefs|belief|faith)
        (r c|rc)
        roman
        catholic*
        protestant*
        prods
        presbyterian*
        methodis*
        baptist*
        church of (ireland|england)
        c of (i|e)
        anglican*
        christian*
        evangelical*
        born again
        free presbyterian
        jehova*
        witnesses because
        mormon*
        quaker*
        pagan*
        wiccan
        humanist*
        muslim*
        moslem*
        islam*
        islamophob*
        (hijab|hijabs|headscar*|head scarf|burka|burqa|niqab|veil|turban|kippah|skullcap)
        ramadan
        eid
        (jew|jews|jewish|judaism)
        anti semit*
        antisemit*
        hindu*
        sikh*
        buddhis*
        rasta*
        atheis*
        athiest*
        agnostic*
        =(have|having|of|with|ive|got) no (religion|faith|god)
        =no (religion|faith) (/|or|and|-) (atheist*|agnostic*)
        (not|non) (religious|believer)
        =(dont|doesnt|not|do not) believe in (god|religion)
        god
        pray*
        prayer (time*|room|break*|mat)
        bible
        gospel
        rosary
        crucifix
        sabbath
        lent
        ash wednesday
        ashes on my
        =(ashes|cross) on my forehead
        (go|goes|going|went|attend*|at|to|my|the|her|his|same) (church|chapel|mass|mosque|synagogue|temple)
        (church|chapel) (goer*|going)
        (church|mosque|synagogue|chapel)
        mass [goer|on]
        sectarian*
        (which|what|wrong|other) foot [i|you|we|they] [dig|dug|kick] [with]
        dig* with
        (left|other) footer
        kick* with (which|the|my|what)
        holy (joe|joes|communion)
        first communion
        (flags|flag) (and|or) (bunting|emblems)
        bunting
        (celtic|rangers) [football] [top|shirt|jersey|scarf|supporter|fan|jokes|comments|mug]
        orange bastard
        (other|wrong|opposite) (side|sort|religion) of the (community|house)
        (halal|kosher)
        """,
    "political opinion": """
        politic*
        =political (opinion*|belief*|beleif*|views|view|affiliation*|party|leaning*|background|allegiance|reasons|beliefs or|persuasion)
        unionis(t|ts|m)
        loyalis(t|ts|m)
        republican*
        nationalis(t|ts|m)
        sinn (fein|feiner|feiners)
        sinnfein
        shinner*
        (dup|sdlp|uup|tuv|pup|snp|ukip|bnp)
        alliance party
        (labour|conservative|green|reform|tory|communist|socialist) (party|voter|supporter|councillor|member)
        tory
        tories
        socialis(t|m)
        communis(t|m)
        left wing*
        right wing*
        brexit*
        remainer*
        i vot*
        who i vot*
        how i vot*
        (voted|voting|votes|vote) (for|leave|remain|labour|tory|green|no|yes|dup|sinn|unionist)
        (party|political|association) member*
        king billy
        union jack [on|in|mug|flag]
        =union (jack|flag)
        tricolour
        (poppy|poppies)
        easter lil*
        {as} councillor
        councillor for
        election candidate
        stood for election
        canvass*
        ira
        provo
        provos
        united ireland
        border poll
        irish unity
        (uda|uvf)
        soldier dolls
        """,
    "disability": """
        disab*
        ableis*
        disibil*
        impairment*
        (visual*|hearing|sight|mobility|physical*|mental*|speech|cognitive) (impair*|loss|disab*|difficult*|problem*|limitation*)
        handicap*
        wheel chair*
        wheelchair*
        hearing aid*
        (deaf|deafness|hard of hearing|lip read|lipread*|sign language)
        {as} [half|partially|nearly|colour] (blind|sighted)
        (registered|partially|legally|colour) (blind|sighted)
        blindness
        guide dog
        depression
        depressi(ve|on|ons)
        anxiety
        (my|suffer*|have|clinical*|with|got|had|post natal|severe) (anxiety|depression|depressed)
        [my|poor|bad|because] mental (health|illness|ill health|breakdown|condition|health issues)
        (my|nervous|had a|mental) breakdown
        autis*
        (adhd|add|asd|ocd|ptsd|copd|hiv|ibs|cfs|me cfs|epd)
        aspergers*
        asperger
        tourette*
        dyslex*
        dyspra*
        dyscalc*
        neuro diver*
        neurodiver*
        neurodivergen*
        learning (disab*|difficult*|support needs)
        special needs
        diabet*
        epilep*
        seizure*
        (asthma|asthmatic|arthriti*|fibromyalgia|lupus|crohn*|colitis|migraine*|cancer|chemo*|tumour|parkinson*|dementia|alzheimer*|schizo*|bipolar|bi polar|psoriasis|eczema|sciatica|narcolep*|vertigo|anorexi*|bulimi*|thyroid|stoma|colostomy|incontinen*)
        multiple sclerosis
        cerebral palsy
        cystic fibrosis
        downs syndrome
        chronic (pain|illness|fatigue|condition|back|disease|migraine*|fatigue syndrome)
        long (covid|term illness|term condition|term health|term sick*|standing illness|term sickness)
        (heart|back|medical|health|skin|kidney|liver|lung|bowel|hidden|underlying) (condition|problem*|disease|attack|trouble|injury|failure|issue*|disability|pain)
        (my|bad|sore|injured|dodgy) back
        my (condition|illness|disability|impairment|limp|stammer|stutter|diagnosis|health|medication|tablets|operation|crutch*|hands shake|hearing|sight|eyesight|prosthetic|leg brace|injury|epilepsy|tremor|tics|scars|disfigurement)
        (sick|sickness) (leave|absence|record|line|lines|time) .. (condition|illness|disab*|cancer|depression)
        (because|since|when|as) i (was|am|have been) (ill|sick)
        (limp|limping|stammer*|stutter*)
        (walking stick|crutches|prosthetic|prosthesis|amput*|artificial (leg|arm))
        (walk|talk|speak) .. funny because
        reasonable adjust*
        adjustments
        (panic|anxiety) (attack*|disorder)
        (a|my|had a) stroke
        disfigur*
        blue badge
        access to work
        invisible illness
        (post traumatic|stress disorder)
        mimic* my (walk|limp|stammer|speech|twitch|stutter)
        needs assess*
        """,
    "trade union membership": """
        trade union*
        =trade[s] unionist*
        =trade[s] union* [member*|membership|activit*|rep*|work|duties|official*|involvement|status]
        =trade[s] union [membership] (member*|rep*|activit*|official)
        tradeunion
        [the|a|my] union
        unions
        =(shop|union) (steward*|rep*|member*|membership|activit*|business|duties|work|official*|meeting*|involvement|stuff|convenor|branch|dues)
        shop steward*
        steward for
        (nipsa|gmb|siptu|ucu|usdaw|ictu|tuc|fbu|rmt|nasuwt|into|unison|aslef|prospect union|pcs|utu|bectu)
        (in|of|with|join*|the|by|for|my|a|and|to) unite [the union|rep|member|union]
        unite (rep*|member*|branch|the union|union|steward|official)
        (on|went on|went out on|go on|going on|the|joined|during|for|join|took part in the|our|a|support*|of|crossed|since the|not) strike*
        =(strike|strik*) (action|day*|ballot|breaker)
        striking
        picket*
        industrial action
        work* to rule
        facility time
        on behalf of [the|my|our] members
        branch (secretary|chair*|rep*|officer|official|meeting)
        workplace rep*
        (staff|safety|union|employee) rep
        collective (grievance|bargaining)
        (balloted|ballot)
        """,
    "family status": """
        family status
        =(family|caring|carer*|parental|domestic) (status|responsibilit*|commitments|duties|circumstances|situation|reasons|leave|obligations|needs)
        (dependant*|dependent*)
        =(having|with|without|no|have|dont have) depend(a|e)nt*
        =(single|lone|solo|working|stay at home) (mum|mom|mam|mummy|mother|dad|daddy|father|parent*)
        {as} [single|working|lone|mum|busy] (mum|mom|mam|mother|dad|father|parent|carer|foster parent|guardian)
        =(mum|mother|dad|father|mam|mom) (of|to) (one|two|three|four|five|six|a|1|2|3|4|5|6|young|small)
        (a|full time|unpaid|young|main|primary|sole) (carer|career) [for|of|to]
        =(look*|car*) (after|for) [my|our|a|an|his|her|elderly|disabled|sick|ill|autistic|the|wee|young|small] [disabled|elderly|sick|ill|autistic|own|wee|young|dying|blind|deaf|small|deaf|old] [disabled|old] (mum|mother|mam|mom|father|dad|da|son|daughter|child|children|kids|kid|parents|parent|husband|wife|partner|sister|brother|granny|grandmother|grandfather|relative*|family|baby|wean*|grandchild*|aunt|uncle|nephew|niece) [who|with|has] [has|have|had|is|got] [dementia|cancer|alzheimers|autism|a disability|disabled|parkinsons|sick|ill|adhd|special needs|epilepsy|blind|deaf|a stroke|ms]
        =(carer|career|caring|care) (for|of|to) [my|our|a|an|his|her] [elderly|disabled|sick|ill|old|autistic] (mum|mother|mam|mom|father|dad|son|daughter|child|children|parents|parent|husband|wife|partner|sister|brother|granny|relative*|family|kids)
        carer*
        (caring|childcare)
        child (care|minder|minding|minders)
        child minder*
        childmind*
        school (run*|pick*|drop*|holidays|collection|hours|gates)
        (part time|reduced hours|flexible|leave early|leave on time|hours|shifts|days off|time off|late because of|late for) .. (kids|children|child|son|daughter|family|wean*|childcare|mother|parents|father|mum|dad)
        part timer*
        foster*
        adopt* [a|my] (child*|leave|son|daughter|baby|parent*)
        adoptive parent*
        (elderly|ageing|aging|sick|frail|ill) (parent*|mother|father|mum|dad|relative*|mam|granny)
        (my|our|i have|have|having|with|got|has|small|young|the) [_] (kids|children|weans|childer)
        (mums|mothers|mams) (should*|belong*|cant|dont|are|with)
        {iam} .. and [a] (mother|mum|mam|father|dad|parent|carer)
        =(no|without|dont have|havent got|havent|not having|never had|cant have|dont have any|have no) [any] (kids|children|weans|child|family)
        childless
        child free
        childfree
        family (emergenc*|leave|commitment*|friendly|life|reasons|responsib*)
        emergency (leave|family leave|dependants leave)
        nursery
        (creche|after school|afterschool|play group|homework club)
        parental leave
        =time off for depend*
        """,
    "criminal record": """
        =criminal* (record*|convict*|past|history|background|offence*|conviction*|case|charge*)
        criminal
        =(spent|previous|past|old|prior|unspent|drug*|police|driving|juvenile|my) (convict*|caution*|offence*)
        convicted
        convictions
        (my|a|old|had a|have a) conviction
        ex offender*
        ex (con|cons|convict|convicts|prisoner*|inmate)
        offender
        offending
        former (prisoner|offender|inmate)
        =political [ex] prisoner*
        (prison|jail|gaol)
        jail*bird
        jailbird
        been inside
        (did|done|doing|served|serving) [my] time
        (in|to|been in) (maghaberry|magilligan|hydebank|borstal)
        served a sentence
        suspended sentence
        probation (officer|service|order|board)
        =probation (officer|service|order)
        basic disclosure
        disclosure (check|certificate|form)
        =access ni [check|disclosure|certificate]
        accessni
        (dbs|crb) [check]
        police (record|caution*|check)
        (accepted|got|given|had|received|took|for|old|a) [a|police] caution
        once a (thief|criminal|crook|con)
        found out [about] my past
        rehab order
        rehabilitation (order|of offenders)
        =court case* .. (ago|past|back)
        court (case|conviction|appearance)
        (arrested|charged with)
        shoplift*
        community service [order]
        trouble with the (law|police)
        """,
}  # fmt: skip

SLURS: dict[str, str] = {
    "religious belief": "(taig|taigs|fenian|fenians|hun|huns|jaffa|jaffas|prod|prods|papist|papists|kafir|bible basher)",
    "race": """
        (n|p|p a k i) word
        (nigger|niggers|nigga|paki|pakis|chink|chinky|wog|coon|gyppo|pikey|pikeys|tinker|knacker|gypo|darkie|raghead|gollywog|golliwog)
        """,
    "sexual orientation": """
        (f|f a g) word
        (faggot|faggots|fag|fags|poof|poofs|poofter|dyke|dykes|homo|homos|fruit|bender|bumboy|lezzer|lezbo|batty boy|fairy)
        """,
    "gender reassignment": "(tranny|trannie|trannies|shemale|he she|ladyboy)",
    "disability": "(r word|retard|retards|retarded|spastic|spaz|spacker|mong|cripple|cripples|crip|nutter|psycho|loony|nutjob|schizo|mental case|basket case|window licker|vegetable|invalid)",
    "sex": "(slut|slag|slapper|whore|bimbo|bint|dolly bird|tart|hussy|little lady|silly girl|silly wee girl|hysterical woman|c word)",
    "trade union membership": "(scab|scabs|blackleg|commie)",
    "race, by nation": "(paddy|paddies|mick|micks|bogtrotter|limey|jock|taff|sheepshagger|kraut|frog|spic|polak|polack)",
    "criminal record": "(lag|crim|crook)",
}  # fmt: skip
"""Words that state a ground only as what was said to or about the writer; a key's id ends at its comma."""

ASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("irish", ("race", "religious belief", "political opinion")),
    ("northern irish", ("race", "religious belief", "political opinion")),
    ("british", ("race", "religious belief", "political opinion")),
    ("irish (language|speaker|speaking|school|music|dancing|passport|name)", ("race", "religious belief", "political opinion")),
    ("(english|scots)", ("race",)),
    ("gaelic [football|club]", ("religious belief", "political opinion", "race")),
    ("(gaa|g a a|hurling|camogie) [club|top|shirt|jersey]", ("religious belief", "political opinion")),
    ("orange (order|lodge|hall|man|men|parade*|march*|sash)", ("religious belief", "political opinion")),
    ("(orangeman|orangemen|orangewoman|apprentice boys|hibernian*|lodge|12th of july|twelfth of july|the twelfth|the 12th|bonfire*|eleventh night)", ("religious belief", "political opinion")),
    ("(flag|flags|emblem*|band parade|parades|marching band|flute band)", ("religious belief", "political opinion")),
    ("community background", ("religious belief", "political opinion")),
    ("(themmuns|themuns|themmun|other sort|wrong side|other side of the community|one of them|one of those)", ("religious belief", "political opinion")),
    ("[which|what] school i went [to]", ("religious belief", "political opinion")),
    ("(where i live|where im from|where i come from|where i grew up|the area im from|my area|my address|where i am from|background|my background|the falls|the shankill|west belfast|east belfast)", ("race", "religious belief", "political opinion")),
    ("(my|because of my|the sound of my) (name|surname|first name)", ("race", "religious belief")),
    ("changed my (name|surname|last name)", ("gender reassignment", "marital or civil partnership status")),
    ("beliefs*", ("religious belief", "political opinion")),
    ("(my|his|her|their) (views|opinions|opinion)", ("religious belief", "political opinion")),
    ("(from the south|from down south|free state*|from the republic|mexican)", ("race", "religious belief", "political opinion")),
    ("(culture|cultural* [background]|heritage)", ("race", "religious belief")),
    ("foreign name", ("race",)),
    ("(vegan*|ethical vegan*|vegetarian*)", ("religious belief",)),
    ("(menopaus*|peri menopaus*|perimenopaus*|hot flush*|hot flash*|the change|time of life|hrt)", ("sex", "age", "disability")),
    ("(ivf|fertility [treatment]|infertil*|trying for a baby|egg collection)", ("sex", "pregnancy or maternity", "disability")),
    ("(hysterectomy|endometriosis|gynae*|pcos|womens health)", ("sex", "disability")),
    ("(ill|sick|disabled|autistic|special needs) (child|son|daughter|children|kid|kids|mother|father|mum|dad|parents)", ("disability", "family status")),
    ("hormon*", ("sex", "age", "pregnancy or maternity")),
    ("(non binary|nonbinary|enby|gender fluid|genderfluid|gender queer|genderqueer|gender neutral|gender non conforming|intersex|they them)", ("gender reassignment", "sex")),
    ("(effeminate|camp|butch|tomboy|girly|manly|not manly)", ("sexual orientation", "sex")),
    ("(dress|dresses|lipstick|make up|makeup|my clothes|how i dress|what i wear)", ("sex", "gender reassignment", "religious belief")),
    ("(bitch|cow|cunt|witch|bossy)", ("sex",)),
    ("(love|pet|dear|hun)", ("sex",)),
    ("(paternity [leave]|shared parental [leave]|my wife was pregnant|adoption leave|new dad|new father)", ("sex", "family status", "pregnancy or maternity")),
)  # fmt: skip
"""Words that may mean several grounds, or one of them and something else: they are always asked about."""

WEAK_ASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("i was {age}", ("age",)),
    ("part time", ("family status",)),
    ("(hours|flexible working|flexi time|compressed hours|working from home|term time)", ("family status",)),
    ("(partner|girlfriend|boyfriend|husband|wife|spouse)", ("marital or civil partnership status", "sexual orientation")),
    ("(dating|relationship|affair)", ("marital or civil partnership status", "sexual orientation", "sex")),
    ("(single|married|engaged|separated)", ("marital or civil partnership status",)),
    ("(kids|children|baby|babies|son|daughter|parent|parents)", ("family status", "pregnancy or maternity")),
    ("probation", ("criminal record",)),
    ("(caution|conviction|court|police|record|my past|past|my history|offence)", ("criminal record",)),
    ("(ex paramilitary|paramilitar*|ex prisoner*|internee|political prisoner)", ("criminal record", "political opinion")),
    ("(sick leave|sickness [absence|record]|off sick|absence record|time off sick|my absence*|sick line*|occupational health|attendance|ill health|illness|injury|surgery|operation|hospital appointment*|health|medical|sick note*)", ("disability",)),
    ("(weight|fat|overweight|obese|obesity|my size|my appearance|the way i look|how i look|my looks|my height|too short|ginger|my hair|scar|scars|tattoo*|piercing*)", ("disability", "sex", "race")),
    ("(stress|stressed|burnout|burn out|work related stress|bereavement|grief|grieving)", ("disability",)),
    ("(alcoholi*|addict*|drink problem|drinking|recovering)", ("disability",)),
    ("(nice|great|good|long|lovely) (legs|figure|body|smile)", ("sex",)),
    ("(kid|child|teenager)", ("age", "family status")),
    ("(slow|stupid|thick|not right in the head|mental|crazy|mad|nuts|blind|unwell)", ("disability",)),
    ("(experience|long service|length of service|seniority|been here too long|out of touch|old school|old fashioned|generation|energy|technology|young|old|older|younger|elderly|senior|junior)", ("age",)),
    ("(victimis*|victimiz*|discriminat*|equality|protected characteristic*|protected ground*|inequality|prejudice*|hate crime|harassment related to)", ()),
    ("(all|any|several|most|many|some) of (the above|them|these|the following|those|the list|the grounds|the listed)", ()),
    ("all [the] (grounds|characteristics)", ()),
    ("(dont know|do not know|not sure|unsure|no idea|cant say|hard to say|you tell me|unclear|who knows|rather not say|prefer not to say|dunno|dk)", ()),
    ("(whistle*blow*|whistle blow*|protected disclosure|spoke up|raised concerns|raised a concern|health and safety|data protection|reported him|reported her|reported them|complained about|made a complaint|raised a grievance|gave evidence|was a witness|acted as a witness)", ()),
    ("(class|working class|social class|posh|poor|uneducated|education|council estate|estate|accommodation|smoker|smoking)", ()),
    ("(military|ex army|ex forces|army|soldier|veteran|british army|udr|ruc|ex police|psni|prison officer|security forces)", ("political opinion", "religious belief")),
    ("(palestine|gaza|israel|israeli|zionis*)", ("political opinion", "religious belief", "race")),
    ("(covid [vaccine]|vaccin*|anti vax*|mask|masks)", ("religious belief", "disability")),
    ("(feminis*|gender critical|pro life|pro choice|abortion|climate|environmentalis*|royalist|monarchy|king|queen)", ("religious belief", "political opinion")),
    ("christmas", ("religious belief",)),
    ("(language|foreigner accent)", ("race",)),
    ("(ethic*)", ("race",)),
    ("(traveller|travellers|traveler)", ("race",)),
    ("(labour|green|conservative|alliance)", ("political opinion",)),
    ("(male|man|men|woman|women|girl|girls|lady|boy)", ("sex",)),
    ("(black|white|brown|asian|colour|color|mixed)", ("race",)),
    ("(transition|he she it|toilet*|changing room*)", ("gender reassignment",)),
    ("(bi|straight|pride|rainbow)", ("sexual orientation",)),
    ("(unionised|unionized|strike|unite|ballot|members|steward)", ("trade union membership",)),
    ("(prison|jail) officer", ("criminal record",)),
)  # fmt: skip
"""Words that hint at a ground: asked about only where the text states none."""

ITEM_ASKS = (
    "(other|others|other ground*|another ground|something else|[please] see (attached|above|below) [sheet|letter|statement]|as (above|below)|"
    "attached|to be confirmed|tbc|tba|will discuss|to be discussed|[continued] overleaf|same as (before|above)|various|multiple|many|everything|both)"
)
"""Items of a list that leave the ground open."""

WHOLE: dict[str, str] = {
    "sex": "male;man;men;woman;women;a woman;a man;girl;lady;boy;im a woman;im male;being a woman;m;f",
    "gender reassignment": "transition;transexual",
    "sexual orientation": "came out;outed;outed me;coming out;bi;straight;orientation;gay or lesbian",
    "marital or civil partnership status": "single;married;engaged;separated;married status;single status;spouse",
    "age": "old;young;older;younger;elderly;too old;ageing",
    "race": "black;white;brown;asian;colour;color;my colour;english;scots;traveller;travellers;language;nation;mixed race;skin;origin;my origin",
    "religious belief": "belief;religion;faith;church;my religion;beliefs religious;mass",
    "political opinion": "councillor;politics;views political;labour;alliance;conservative",
    "disability": "health;medical;mental health;illness;ill health;health condition;my health;blind;medical reasons;health reasons;injury;medical condition",
    "trade union membership": "union;strike;tu;unite;unison;membership of a union;tu membership;tu rep",
    "family status": "kids;children;parent;caring;family;dependants;parenthood;my kids;my children;being a parent;family reasons;having children;having kids",
    "criminal record": "conviction;convictions;caution;prison;offender",
    "pregnancy or maternity": "pregnancy related;pregnancy;maternity;expecting;baby;having a baby;new mum",
}  # fmt: skip
"""Words that state a ground where they are a whole answer, or a whole item of a list of them."""

NEUTRAL = """
    not (sex|gender) specific
    (essex|middlesex|sussex|wessex)
    black (mark*|list*|board|box|ice|hole|out|pool|friday|car|bin|bag|pen|ink|coat|van|taxi|eye|mail|mailed)
    black and white
    white (board*|wash*|paper*|van|lie|collar|goods|spirit|noise|out)
    brown (paper|bin|envelope|nose*|field)
    blacklist*
    (green|blue|red|grey) bin
    disabled (the|my|our|his|her) (account*|access|login|log in|alarm|email*|profile|card|fob|pass|permission*|phone|user|system*|computer|password|mail*|software|code)
    (account|access|login|log in|alarm|card|fob|pass|email|system|profile) (was|is|has been|had been|being|got) disabled
    rat race
    race (against|to the|day|course|meeting|track|week)
    (the|human|egg and spoon|horse|three legged|boat|relay) race day
    human race
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
    critical mass
    (love|loves|loved|loving) (my|the|to|his|her|it|this|working|that)
    for the love of
    (critical|criminal|criminally) (path|mass|underpaid|under paid)
    criminal (waste|damage|law|justice|shame)
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
    (old boys|old boy) network
    new and old
    too young to (remember)
    (sold|told|hold|gold|cold|bold|fold)
    (child|kids|childrens|children) (protection|services|department|play|centre|party|section|safeguarding)
    (play|children) park
    day nursery staff
    office politics
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
    personal (dislike|grudge|vendetta|reasons|issue|clash|grievance|animosity)
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

SPELLINGS: tuple[str, ...] = tuple(
    """
    sexist sexism sexual sexually sexuality orientation gender female misogynist misogyny misogynistic
    chauvinist transgender transgendered transsexual transitioning transitioned transphobic reassignment
    misgendered misgendering deadnamed pronouns homophobic homophobia homosexual lesbian bisexual
    heterosexual marital married divorced divorce separated widowed widow unmarried remarried partnership
    pregnant pregnancy maternity breastfeeding antenatal miscarriage miscarried menopause ageist ageism
    dinosaur retirement millennial pensioner racist racism racial ethnic ethnicity nationality national
    colour immigrant foreigner foreign romanian lithuanian latvian bulgarian portuguese african nigerian
    filipino chinese indian pakistani traveller gypsy accent religion religious belief beliefs catholic
    protestant presbyterian methodist christian muslim islamic islamophobic jewish buddhist atheist
    evangelical sectarian sectarianism hijab headscarf turban political politics opinion opinions unionist
    loyalist republican nationalist councillor brexit disability disabilities disabled depression anxiety
    autistic autism dyslexia dyslexic dyspraxia epilepsy epileptic diabetes diabetic wheelchair impairment
    adjustments condition arthritis asthma neurodiverse neurodivergent bipolar schizophrenia illness union
    unions membership dependants dependents childcare responsibilities nursery criminal conviction
    convictions offender probation disclosure bullying bullied harassment harassed discrimination
    discriminated victimised victimisation pregnancies ramadan loyalism asperger fibromyalgia arthritic
    tourettes menstruation irish british stereotyped seizures deafness widower bachelor spinster divorcee
    cohabiting rehabilitation convicted jailed heterosexuality agnostic jehovahs orthodox hindus sikhism
    """.split()
)
"""Words that are found though misspelt."""

FIXED_SPELLINGS: dict[str, str] = {
    w: right
    for right, wrong in {
        "race": "rase racce raice reace",
        "single": "singel sinlge",
        "sex": "sexe secks sexx",
        "age": "aige aje agee",
        "gay": "gey ghey",
        "trans": "tranz trasn",
        "racist": "rasist rascist racest raceist rasicst racsit",
        "racism": "rasism rascism raceism",
        "lesbian": "lezbian lesbien lesbain lez",
        "homophobic": "homaphobic homophobick homofobic",
        "misogynist": "mysogynist misoginist mysoginist misogonist",
        "misogyny": "misoginy mysogyny misogeny",
        "marital": "martial maritial maritle",
        "catholic": "cathlic catholick chatolic cathloic",
        "protestant": "prodestant protestent protistant prostestant",
        "sectarian": "secterian sectarien",
        "atheist": "athiest aetheist",
        "muslim": "moslem muslin muzlim",
        "pregnant": "pregnent preganant pregant prego preggers preggo",
        "maternity": "maternaty meternity matternity",
        "ageist": "agist aegist",
        "ethnicity": "ethnicty ethnisity ethnicety ethinicity",
        "nationality": "nationalty nationaltiy",
        "disability": "dissability disabilty disabillity disablity disibility disabilitys",
        "anxiety": "aniexty anxity anxeity anxirty",
        "depression": "deppression depresion",
        "dyslexic": "dislexic dyslexick",
        "dyslexia": "dislexia",
        "carer": "carrer",
        "union": "unoin uinon",
        "belief": "beleif beleaf belif beleive",
        "beliefs": "beleifs beleives belifs",
        "religion": "religon relegion religeon",
        "traveller": "traveler travler traveller",
        "retirement": "retirment retierment",
        "divorced": "divorsed devorced",
        "partner": "partnet",
        "partnership": "partnersip partnerhip",
        "women": "wimin wimmin womin",
        "woman": "womman womna",
        "record": "recrod reccord",
        "origin": "orgin origen",
        "bullying": "bulling bullyin bulliying buling",
        "bullied": "bullyed bulied",
        "childcare": "chilcare childcair",
        "dependants": "dependents dependancts dependantes",
        "because": "becuase becase beacuse becos becouse cus bcuz",
        "breastfeeding": "brestfeeding breasfeeding",
        "schizophrenia": "skitzophrenia schitzophrenia",
        "menopause": "menapause menopaws",
        "diabetes": "diabeties diabetis",
        "unionist": "unionest",
        "colour": "coulor coluor",
        "preference": "preferance",
                "nothing": "nothin nuthing nuthin",
        "gender": "gendre gendar",
        "female": "femail femal",
    }.items()
    for w in wrong.split()
    if w != right
}
"""Misspellings of words that are too short, or too far off, to be found by distance."""

KNOWN = """
    accept amherst artistic ascent atleast balling batchelor belie belied belies bellied billing bolling
    brandon brutish bulging bulkier bulking bullard bullion bullish bullock bullpen burying calvinist
    cationic christa christen christi christie christina christine coalition cognition concocted concoction
    concoctions conditional conditioned conditioner conducted confection confections conflicted connected
    connections consisted contrition convection convention conventions converted convinced convocation
    counsellor cristian cristiano cristina deaconess defendant defendants depressing descendants dialectic
    dialled diameter diameters dietetic digression disable disables disarmed disclose disclosures
    discriminant disseminated dissemination diuretic diverge diverged diverse diverted durability dysplasia
    essex ethic ethical ethics filippo forcing forefinger foreman forging forking forming gander harnessed
    headstart hinds idleness immigrate indias laotian lateran localism lothian madrigal magical manger
    marbled marched marginal marinas mariota marisol marlies marred marshal martian martin maturity maurier
    maximal merrier methods modernity nasional nationalised nationalize nationally nations nazionale
    notional nunnery offended offends offense offenses options orthodoxy pennant poetical poetics poignancy
    poignant polemical polemics policies polities predation preferred profound promotion protesting protons
    radial ramada ramayana ramsden rapist reassessment refinement regional rehabilitate rehabilitated
    rehabilitating rehabilitative relation repubblica republica republics requirement retirements returned
    returning revision secures sensuality separate separately separates separator seperate seperated
    serially serrated sexiest sexton sinister spenser sphincter spinner splinter sprinter transcended
    transponder turan unmarked widened widener
    """
"""Ordinary words and names that are near a ground's word in spelling and are not taken for it."""

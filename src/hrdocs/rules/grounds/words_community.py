"""Phrases for race, belief, politics, union, family and record (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

COMMUNITY: dict[str, str] = {
    "race": """
        race
        races
        racis*
        racial*
        =race (discrimination|hate|relations)
        =(black|white|asian) british
        =british (asian*|indian*|pakistan*|bangladesh*|chinese|nigerian*|african*|caribbean*|somali*)
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
        (people|person|woman|man|women) of colo*r
        go (back|home) (to (your|yer|my|where|africa|india|poland|pakistan|romania)|where (you|i|they))
        =(back to|go back to|from) (your|my|our|their|his|her) [own] (country|homeland|jungle)
        country of (birth|origin)
        (my|born|different|another|own) country
        (my|her|his|strong|thick|foreign|eastern european|funny) accent*
        accent
        (my|speak|speaking|poor|broken|bad|good|better|learn|my bad|my spoken) english
        =english (isnt|is not|not|is my second|is my) [my] [first|native|own|mother] [language|tongue]
        (second|first|native|own|mother|foreign) (language|tongue)
        [im]migrant*
        migrant*
        refugee*
        asylum [seeker*]
        foreign*
        outsider because
        (not|wasnt|arent|isnt|werent) [being] (from here|from this country|born here|from round here|from northern ireland|from the uk|local)
        polish
        =poles
        (estonian|belarusian|belarussian|moldovan|serbian|croatian|bosnian|kosovan|slovenian|macedonian|maltese|cypriot|austrian|belgian|swedish|norwegian|danish|finnish|icelandic)*
        (georgian|armenian|azerbaijani|kazakh|uzbek|yemeni|saudi|kuwaiti|emirati|jordanian|lebanese|libyan|tunisian|algerian|palestinian|bengali|punjabi|tamil|gujarati|kashmiri)*
        (cameroonian|congolese|rwandan|tanzanian|malawian|zambian|mozambican|angolan|namibian|gambian|senegalese|liberian|sierra leonean|ivorian|mauritian|madagascan|yoruba|igbo|zulu)*
        (colombian|venezuelan|peruvian|chilean|argentinian|bolivian|ecuadorian|cuban|haitian|trinidadian|barbadian|guyanese|hispanic|cambodian|burmese|indonesian|singaporean|taiwanese|mongolian|tibetan|fijian|samoan|maori|timorese|glaswegian)*
        (asian|african|black|white|european|foreign|caribbean|latin|arab|middle eastern) (background|heritage|origin|origins|descent|ethnicity)
        middle eastern
        (husband|wife|partner|girlfriend|boyfriend|children|kids|son|daughter|mother|father|family) (is|are|was|were) [half] (black|brown|asian|mixed race|mixed|travel*ers*)
        language barrier
        immigration status
        (bme|poc)
        minority ethnic
        indigenous
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
        [from|being from|born in|come from|came from|comes from] (poland|romania|lithuania|latvia|bulgaria|portugal|india|pakistan|bangladesh|nigeria|ghana|kenya|zimbabwe|somalia|sudan|syria|iraq|iran|afghanistan|china|brazil|ukraine|russia|africa|asia|eastern europe|the philippines|east timor|turkey|egypt|hungary|slovakia|spain|italy|germany|france|jamaica|timor|estonia|belarus|moldova|serbia|croatia|bosnia|kosovo|albania|yemen|libya|tunisia|algeria|morocco|cameroon|the congo|congo|rwanda|tanzania|malawi|zambia|mozambique|angola|gambia|the gambia|senegal|liberia|sierra leone|ethiopia|eritrea|uganda|south africa|colombia|venezuela|peru|argentina|cuba|trinidad|thailand|indonesia|taiwan|hong kong|japan|korea|iceland|sweden|norway|denmark|finland|greece|cyprus|america|the states|the usa|canada|australia|new zealand|south america|latin america|the middle east|the caribbean|vietnam|malaysia|sri lanka|nepal|england|scotland|wales|another country|a different country|abroad|overseas)
        =(irish|scottish|english) travel*er*
        (from|back to|born in|home to|grew up in|live in|of|in) (lagos|abuja|kano|accra|nairobi|kampala|harare|lusaka|dakar|freetown|kinshasa|mogadishu|khartoum|addis ababa|cairo|tripoli|casablanca|johannesburg|cape town|durban|delhi|mumbai|bombay|kolkata|calcutta|chennai|madras|hyderabad|bangalore|kerala|punjab|gujarat|goa|lahore|karachi|islamabad|peshawar|dhaka|sylhet|colombo|kathmandu|kabul|tehran|baghdad|damascus|aleppo|beirut|gaza city|amman|riyadh|istanbul|ankara|beijing|shanghai|guangzhou|hanoi|saigon|manila|cebu|jakarta|bangkok|seoul|tokyo|warsaw|krakow|gdansk|lodz|vilnius|kaunas|riga|tallinn|minsk|kyiv|kiev|lviv|odessa|moscow|bucharest|cluj|sofia|plovdiv|budapest|bratislava|prague|belgrade|zagreb|sarajevo|tirana|lisbon|porto|madrid|naples|athens|rio|sao paulo|lima|bogota|caracas|havana|kingston jamaica|port of spain)
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
        =gender critical (belief|beliefs|view|views)
        =ethical vegan* .. belief*
        (my|her|his|our) faith
        religious (beliefs|belief|faith)
        (r c|rc)
        roman
        catholic*
        protestant*
        prods
        presbyterian*
        methodis*
        baptist*
        =church of (ireland|england|scotland)
        c of (i|e)
        anglican*
        christian*
        evangelical*
        born again
        free (presbyterian|p)
        {as} orthodox
        (refus*|wouldnt|would not|asked me|told me|wont) [to] convert
        (elim|pentecostal*|brethren|unitarian|salvation army|congregational*|coptic|sunni|shia|ahmadi*|hare krishna|jain|jainism|zoroastrian|bahai|scientolog*|druid|spiritualist)
        (greek|russian|eastern) orthodox
        orthodox (christian|jew*)
        (kirpan|abaya|yarmulke|diwali|hanukkah|passover|yom kippur|shabbat|novena|hijabi|crucifix)
        lay preacher
        (wearing|wear|wears|my) [a|my] cross
        =jehova* [witness*]
        witnesses because
        mormon*
        quaker*
        pagan*
        wiccan
        humanist*
        muslim*
        the pope
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
        =no (religion|faith) (/|or|and|-|,) [im|i am] [an] (atheist*|agnostic*)
        (because|cos|since|for|being|as) [im|i am|i was|being] (not|non) [a] [very] (religious|believer)
        (non religious|non believer)
        (adventist*|lutheran*|moravian*|covenanter*|calvinis*|nonconformist*|russellite*|latter day saint*|church goer*|churchgoer*)
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
        (celtic|rangers) [football] [top|shirt|jersey|scarf|supporter|fan|jokes|comments|mug]
        orange bastard
        (other|wrong|opposite) (side|sort|religion) of the (community|house)
        (halal|kosher)
        """,
    "political opinion": """
        =(rally|march|parade|vote|voted|campaign*) for the union
        politic*
        =political (opinion*|belief*|beleif*|views|view|affiliation*|party|leaning*|background|allegiance|reasons|beliefs or|persuasion)
        unionis(t|ts|m)
        loyalis(t|ts|m)
        republican*
        nationalis(t|ts|m)
        sinn (fein|feiner|feiners)
        sinnfein
        shinner*
        (dup|sdlp|uup|tuv|the pup|snp)
        alliance party
        (people before profit|aontu|plaid cymru|lib dem*|liberal democrat*|marxist*|anarchist*|trotskyist*)
        scottish independence
        political activi*
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
        stood for (election|council|the council)
        (green|labour|tory|conservative|alliance|reform|socialist|independent) candidate
        canvass*
        ira
        provo
        provos
        united ireland
        border poll
        =irish (republican*|nationalis*|unity)
        =pro (union|unionist|united kingdom|irish unity|republican|life campaigner)
        (dissident*|paramilitary supporter)
        irish unity
        (uda|uvf)
        soldier dolls
        """,
    "trade union membership": """
        trade union*
        =non [union] member* [of] [a|the|any] [trade] [union]
        =(not|non|never) [being] [in|a] [a|the] [trade] union [member*]
        (tssa|cwu|poa|bma|rcn|eis|neu)
        =trade[s] unionist*
        =trade[s] union* [member*|membership|activit*|rep*|work|duties|official*|involvement|status]
        =trade[s] union [membership] (member*|rep*|activit*|official)
        tradeunion
        [the|a|my] union
        unions
        union busting
        =(went|going|gone) to the union (about|over) (him|her|them|this|it)
        =(being|am|im|was|are) in unison
        =[a|the|my|one|only] union (men|man|woman|women|people|person|activist*)
        =(active|involved|participat*|prominent|official) (in|with|within) (the|my|our|a) [trade] union
        =(not|wouldnt|wont|didnt|refus*|would not|never|did not) [to] join* [the|a|any] [trade] (union|unite|unison|nipsa|gmb|siptu)
        =(shop|union) (steward*|rep*|member*|membership|activit*|business|duties|work|official*|involvement|convenor|stuff)
        tu (activit*|member*|duties|work|rep*)
        shop steward*
        (rep|steward|official|organiser) for [the] (unison|nipsa|gmb|unite|siptu|union|branch)
        steward for
        {iam} [shop|union|branch] steward
        (nipsa|gmb|siptu|ucu|usdaw|ictu|tuc|fbu|rmt|nasuwt|into|unison|aslef|prospect union|pcs|utu|bectu)
        (in|of|with|join*|the|by|for|my|a|and|to) unite [the union|rep|member|union]
        unite [branch] (rep*|member*|branch|secretary|chair*|treasurer|the union|union|steward|official)
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
        (ive|i have|having|got) (twins|triplets|a toddler|toddlers|three under (five|six|four))
        =(family|caring|carer*|parental|domestic) (status|responsibilit*|commitments|duties|circumstances|situation|reasons|leave|obligations|needs)
        (dependant*|dependent*)
        =(having|with|without|no|have|dont have) depend(a|e)nt*
        =(single|lone|solo|working|stay at home) (mum|mom|mam|mummy|mother|dad|da|daddy|father|parent*)
        {as} [single|working|lone|mum|busy] (mum|mom|mam|mother|dad|father|parent|carer|foster parent|guardian)
        =(mum|mother|dad|father|mam|mom) (of|to) (one|two|three|four|five|six|a|1|2|3|4|5|6|young|small)
        (a|full time|unpaid|young|main|primary|sole) (carer|career) [for|of|to]
        =(look*|car*) (after|for) [my|our|a|an|his|her|elderly|disabled|sick|ill|autistic|the|wee|young|small] [disabled|elderly|sick|ill|autistic|own|wee|young|dying|blind|deaf|small|deaf|old] [disabled|old] (mum|mother|mam|mom|father|dad|da|son|daughter|child|children|kids|kid|parents|parent|husband|wife|partner|sister|brother|granny|grandmother|grandfather|relative*|family|baby|wean*|grandchild*|aunt|uncle|nephew|niece) [who|with|has] [has|have|had|is|got] [dementia|cancer|alzheimers|autism|a disability|disabled|parkinsons|sick|ill|adhd|special needs|epilepsy|blind|deaf|a stroke|ms]
        =(carer|career|caring|care) (for|of|to) [my|our|a|an|his|her] [elderly|disabled|sick|ill|old|autistic] (mum|mother|mam|mom|father|dad|son|daughter|child|children|parents|parent|husband|wife|partner|sister|brother|granny|relative*|family|kids)
        (lesbian|gay|black|white|muslim|catholic|polish|foreign|older|young|unmarried|divorced|widowed|female|male) (mum|mother|mam|mom|dad|father|parent|carer)
        carer
        carers [or] (leave|responsibilit*|status|allowance|duties|role)
        childcare [responsibilit*|dut*|commitment*|needs|arrangement*|problem*]
        child (care|minder|minding|minders)
        child minder*
        childmind*
        (lift|lifting|collect|collecting|drop|dropping|pick up|picking up|get|getting|leave|leaving) [up] [off] [my|the] (wains|weans|kids|children|wean|wain)
        kinship (carer|care|foster*)
        school (run*|pick*|drop*|holidays|collection|hours|gates)
        (part time|reduced hours|flexible|leave early|leave on time|hours|shifts|days off|time off|late because of|late for) .. (kids|children|child|son|daughter|family|wean*|childcare|mother|parents|father|mum|dad)
        part timer*
        foster*
        adopt* [a|my] (child*|leave|son|daughter|baby|parent*)
        adoptive parent*
        (elderly|ageing|aging|sick|frail|ill) (parent*|mother|father|mum|dad|relative*|mam|granny)
        (small|young|wee) (kids|children|weans)
        with (kids|children) at home
        (my|our|i have|have|having|got|has) [_] (kids|children|weans|childer)
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
        sex offender* [register]
        =(spent|previous|past|old|prior|unspent|drug*|police|driving|juvenile|my) (convict*|caution*|offence*)
        convicted
        convictions
        (conviction|caution) (from|in|for|years)
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
        i was inside(?! (?!(for|in)) )
        (was|been) inside for
        (did|done|doing|served|serving) [my] time
        (in|to|been in) (maghaberry|magilligan|hydebank|borstal)
        served a sentence
        suspended sentence
        probation (officer|service|order|board)
        (go|going|report*|attend*|been) to probation
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

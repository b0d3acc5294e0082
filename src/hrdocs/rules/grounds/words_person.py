"""Phrases for sex, gender reassignment, orientation, marriage, maternity and age (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

PERSON: dict[str, str] = {
    "sex": """
        sex
        sexes
        gender
        =opposite sex
        sexism
        sexual
        sexist*
        =(man|men) (and|or|versus|v) (woman|women) (thing|matter|issue)
        =(woman|women|girl|gender|sex|man|men) (thing|matter) [here]
        misogyn*
        misandr*
        chauvinis*
        female*
        {as} [black|white|asian|muslim|catholic|protestant|young|younger|older|disabled|irish|polish|foreign|single|married|mere] (woman|lady|lassie|girl)
        {as} [a] (man|male|boy|guy|bloke|fella|lad)
        because [of] male
        only (woman|girl|lady|man|male|fella|bloke) [in|on|here|there]
        as women
        (to|from|than|like|as|over) [the|my|our|other|all|his|her] male*
        (in favour of|given to|went to|prefers|preferred) a (man|woman|male|female)
        (black|white|asian|african|muslim|catholic|protestant|christian|young|younger|older|disabled|irish|polish|foreign|single|married) (woman|lady|lassie|female)
        woman of colo*r
        being women
        =wom(a|e)ns (work|job|jobs|place|problems|troubles|lib) [jokes|comments]
        =wom(a|e)n drivers*
        (for|of|against|about|hates|hate|hating|dislikes|towards|toward|respect|likes|like|employ|promote|promotes|want|wants|to|rate|rates|how) women
        (a|any) (woman|man) (tell*|in charge|boss|manager|doing|driving|could*|should*|can|cant|shouldnt|couldnt)
        (?<!the )(?<!other )(?<!two )(?<!three )(?<!some )(?<!these )(?<!those )(?<!my )(?<!our )(women|girls|ladies|females|lassies) (dont|are|arent|get|have|never|not|were|with|being|who)
        (women|girls|ladies|females|lassies) (should|shouldnt|cant|cannot|belong*)
        (women|girls|ladies) in (engineering|it|tech|technology|trades|the trades|construction|science|charge|management|power|uniform|policing|stem|the industry|the trade|a mans|the yard|the depot|sport)
        (womans|mans|wifes|mothers|mens) (job|place|role|work)
        {iam} [_] (woman|lady|lassie)
        (hates|hate|against|about|towards|dislikes) men
        (than|as|like) the (men|lads|boys|fellas|male*|blokes)
        (all|male|men) (male|dominated|only) [team|department|depot|office|environment|crew|squad]
        (boys|lads|old boys|mens|mans) (club|network|world|job)
        page (3|three) [girl*|calend*|picture*|poster*|photo*|model*|stuff]
        =sexual* (harass*|comment*|remark*|joke*|advance*|assault*|innuendo*|abuse*|banter|gesture*|language|nature|question*|content|favour*|suggestion*|attention|connotation*|image*|touch*|contact|behaviour|conduct|misconduct|suggestive|explicit|inappropriate|attack*|message*|text*)
        of a sexual nature
        (harass*|assault*|touch*|abus*|inappropriate) .. sexual(ly|)
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
        nudes
        upskirt*
        (rub|rubs|rubbed|rubbing|brush*|press*) [himself|herself|up] against me
        (down|up) my (top|blouse|shirt|dress|skirt)
        (put*|had|kept) .. hand* .. my (knee|leg|thigh|waist|bum|back|chest)
        too pretty
        (men|male|lads|boys) only
        indecent*
        (the|all the|other|only the) (men|lads|fellas|boys|males) (get|got|are allowed|are paid|are given|are treated|are let|dont have to|dont get|never get|never have to|can)
        flirt*
        hit on [me]
        (hits|hitting) on me
        proposition*
        sex pest
        mansplain*
        (womens|mens|female|male|ladies|all male|all female) (team|squad|crew|world|environment|dominated)
        (nude|naked|topless) (pic*|photo*|image*|calendar*|wom(a|e)n|girl*)
        porn*
        lewd
        smut*
        innuendo*
        (crude|dirty|blue|filthy) jokes
        menstrua*
        =time of the month
        (my|on my) period*
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
        =i was [once] a (man|woman) (once|before)
        =used to be (a|called) (man|woman|male|female|bloke|girl|boy)
        =was born (a|as a) (man|woman|boy|girl|male|female)
        =assigned (male|female) at birth
        =(born|biological) (male|female|sex)
        my gender history
        (mtf|ftm)
        (my|preferred) (chosen|birth) name
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
        =limp wrist* [thing|jokes|gestures]
        (bat|bats|batting) for the other (side|team)
        gaydar
        pansexual
        lgb*
        =(same|opposite) sex (partner*|couple*|relationship*|marriage*|parent*|attract*)
        =same sex
        =out as [a] (gay|lesbian|bi|bisexual|queer)
        =(i|ive|have|since|after|when) [ive] (came|come) out [as|at]
        =coming out
        =(i|ive) (came|come) out in (january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|20[0-9][0-9])
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
        living together
        """,
    "pregnancy or maternity": """
        pregnan*
        =pregnan* [or|and] maternity
        =pregnant (woman|women|lady|ladies|girls|employee|staff|people) [are|were|should|shouldnt|cant|who|get|have|with|in|on|not]
        up the duff
        baby (is|was|being) due
        baby due
        knocked up
        months (gone|pregnant)
        keeping in touch days
        nursing mother
        (lost|losing) (my|the) (baby|pregnancy)
        ectopic
        hyperemesis
        pre eclampsia
        trimester
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
        express* (milk|at work|breaks|my milk)
        expressing
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
        having babies
        gave birth
        giving birth
        in labour
        morning sick
        c section
        """,
    "age": """
        age
        ages
        (coming up|coming up for|close to|getting close to|near|nearing|well over|just over|not yet) {age}
        (my|the) (sixtieth|fiftieth|fortieth|sixty fifth|60th|50th|40th|65th) [birthday]
        (just|straight|barely|not long) out of (school|college|uni|university)
        on (my|the) way out because
        =aged [over|under]
        =age (discrimination|related|gap|bias|jokes)
        ageis*
        agis*
        too (old|young)
        (im|i am|youre|you are|i was) (that|so|awful|wild) old
        {as} [too|so|getting|very|a bit|the] (old|older|oldest|younger|youngest|young|elderly)
        (to|so) old (for|to)
        =(the|as the|im the|being the) (oldest|youngest|eldest|baby of the)
        (older|younger|young|elderly|oldest|youngest) (woman|man|lady|female|male|worker|employee|member|driver|person|colleague)
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
        pensioner*
        pension* (off|age)
        oap
        time to retire
        dead wood
        deadwood
        (im|being|call* me|am) the (old|auld|oul) one
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
        old timer*
        (oul|auld|old) (doll|hand|timer)
        long in the tooth
        scrap heap
        (put|putting) out to (pasture|grass)
        school leaver
        out of nappies
        state pension
        stair lift*
        stairlift*
        zimmer*
        new blood
        (young|older) (mum|mother|mam|dad|father|parent)
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
}  # fmt: skip

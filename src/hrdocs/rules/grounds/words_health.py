"""Phrases for disability (notation: words)."""

# ruff: noqa: E501 - a phrase stays on one line

HEALTH: dict[str, str] = {
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
        (one|missing|lost my|lost an|lost a) (arm|leg|eye|hand|ear|limb|fingers|sight|hearing|foot)
        (anaemia|angina|ankylosing|copd|cataract*|glaucoma|macular|coeliac|celiac|emphysema|haemophil*|hepatitis|huntington*|hypermobil*|dialysis|leukaemia|lymphoma|lymphoedema|meniere*|neuropathy|osteoarthritis|osteoporosis|paralysed|paraly*|paraplegi*|quadriplegi*|psychosis|psychotic|rheumatoid|scoliosis|tinnitus|tuberculosis|vitiligo|alopecia|aphasia|insulin|pacemaker|polio|agoraphobi*|claustrophobi*|endocarditis)
        (carpal tunnel|repetitive strain|sickle cell|sleep apnoea|spina bifida|slipped disc|spinal injur*|brain injur*|head injur*|brain tumour|motor neurone|muscular dystrophy|personality disorder|eating disorder|heart failure|kidney failure|social anxiety|selective mutism|white cane|mobility scooter|walking frame|guide dog)
        (bpd|rsi|mnd|eds|bsl)
        guide dog
        (irritable bowel*|bowel disease|cfs|me cfs|fibro|gastric|reflux|ulcerative|diverticul*|spondyl*|prolapsed|osteo*|neuralgia|hearing loss|tbi)
        (a|the|my|had a|after a|another|mini) stroke
        stroke (last|in|two|three|a|years|recently|this)
        (my|bad|poor|slow|slurred) speech
        (way|how) i (walk|move|limp)
        (prolapse|slipped|herniated|bulging) (disc|disk)
        (my|have|has|with|got|ive|had) (ms|m s)
        (bad|poor|failing|weak|terrible) (eyesight|eyes|sight|vision|hearing|heart|chest)
        (because of|due to|over|about|mock*) my (back|knee|knees|hip|hips|heart|eyes|ears|nerves|foot|feet|shoulder)
        depression
        depressi(ve|on|ons)
        anxiety
        (my|suffer*|have|clinical*|with|got|had|severe) (anxiety|depression|depressed)
        [my|poor|bad|because] mental (health|illness|ill health|breakdown|condition|health issues)
        (my|nervous|had a|mental) breakdown
        autis*
        on the [autis*] spectrum
        (adhd|add|asd|ocd|ptsd|copd|hiv|ibs|cfs|me cfs|epd)
        =hiv (positive|status)
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
        (palsy|ms diagnosis|asthma|asthmatic|arthriti*|fibromyalgia|lupus|crohn*|colitis|migraine*|cancer|chemo*|tumour|parkinson*|dementia|alzheimer*|schizo*|bipolar|bi polar|psoriasis|eczema|sciatica|narcolep*|vertigo|anorexi*|bulimi*|thyroid|stoma|colostomy|incontinen*)
        multiple sclerosis
        cerebral palsy
        cystic fibrosis
        (downs|down) syndrome
        chronic (pain|illness|fatigue|condition|back|disease|migraine*|fatigue syndrome)
        long (covid|term illness|term condition|term health|term sick*|standing illness|term sickness)
        (heart|back|medical|health|skin|kidney|liver|lung|bowel|hidden|underlying) (condition|problem*|disease|attack|trouble|injury|failure|issue*|disability|pain)
        (bad|sore|injured|dodgy) back
        (bad|sore|dodgy|injured|arthritic) (knee|knees|hip|hips|shoulder|shoulders|neck|leg|legs|foot|feet|ankle|hand|hands|heart|chest|lungs)
        my (condition|illness|disability|impairment|limp|stammer|stutter|diagnosis|health|medication|tablets|operation|crutch*|hands shake|hearing|sight|eyesight|prosthetic|leg brace|injury|epilepsy|tremor|tics|scars|disfigurement)
        (sick|sickness) (leave|absence|record|line|lines|time) .. (condition|illness|disab*|cancer|depression)
        (limp|limping|stammer*|stutter*)
        (walking stick|crutches|prosthetic|prosthesis|amput*|artificial (leg|arm))
        (walk|talk|speak) .. funny because
        =no [reasonable] adjustments* [for my]
        reasonable adjust*
        adjustments
        (panic|anxiety) (attack*|disorder)
        (a|my|had a) stroke
        stroke (survivor|victim)
        disfigur*
        blue badge
        (hip|hips|knee|knees|shoulder) [was|were] (replaced|operated on)
        access to work
        invisible illness
        (post traumatic|stress disorder)
        (mimic*|mock*|cop(y|ies|ying|ied)|imitat*|laugh* at|fun of|tak* off) [the way] (my|i) (walk|hands|limp|stammer|speech|twitch|stutter)
        needs assess*
        """,
}  # fmt: skip

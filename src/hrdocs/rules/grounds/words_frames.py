"""The words that stand around a ground: those that give it, and those that make it something else. Data only.

All on text in small letters without apostrophes.
"""

# ruff: noqa: E501 - lists to read

FRAME = frozenset(
    """
    a an the my me i im ive id am is was be been being are were it its this that thats these there because
    cos due to of on for in at by with from as and or also both plus but so too very just only mainly mostly
    partly probably basically really simply purely definitely certainly clearly obviously primarily largely
    especially particularly including incl namely ie eg etc all yes since after when before related relating
    relates relation regarding regards re about concerning based basis ground grounds reason reasons
    protected equality characteristic characteristics category issue issues problem problems matter complaint
    claim type kind form status harassment harassed harass harassing bullying bullied bully discrimination
    discriminated discriminatory discriminating discriminates victimisation victimised abuse abusive abused
    comments comment remarks remark jokes joke banter jibes digs insults slurs names name calling called call
    calls treated treatment targeted target picked singled feel felt think thinks believe suppose reckon say
    said says would his her he she they their them we our us against towards toward directed aimed made makes
    make making getting got get gets have has had having do does done did doing keep keeps constantly always
    ever every daily now still nearly almost work working workplace team job office depot perceived perception
    association associated assumed assumes think thinks thought someone other like who not which what then
    one two three x tick ticked person people member members background more than most main first second third
    hate hates dislikes dislike attitude hostility prejudice prejudiced bias biased hatred towards openly
    known seen wearing speaking living no none ones own old new part full time back here our everyone
    belonging belong identity identify origin history years yrs year months long term previous
    motivated aggravated sort sense nature element reported male female man woman men women
    colleague colleagues manager boss supervisor line wrong unwanted inappropriate nasty bad negative
    views opinion opinions spectrum rep relatives condition conditions minority disorder community beliefs
    party you your others off went going return returning returned group
    affiliation spent long rather heritage descent absences absence cane
    gestures behaviour conduct language looks culture
    appointment appointments scan scans
    user users guess imagine assume id
    refused denied ignored disease disorder syndrome attack treatment surgery activity activities involvement membership
    paid pay better less worker workers councillor candidate
    leave disc b c d e f
    voter voters supporter supporters activist activists driver drivers lorry engineer electrician cleaner
    nurse teacher lecturer student employee employees operative labourer apprentice manager porter cook clerk
    national nationals role jibe pressure whispers rumours gossip treatment notes noises slang daily all why regarding aspects aspect factor factors under heading answer ticking put id ill suffer suffering suffers
    ma pal proud apparently supposedly allegedly evidently simple plain
    diagnosed diagnosis registered disclosed happened happening happens started began used using refuses refuse
    """.split()  # noqa: SIM905 - a list to read
)
"""Words that add nothing to a ground that they stand beside: an answer of these and grounds states them."""

THING = (
    r"(?:s )?(?:group|groups|bracket|range|polic(?:y|ies)|procedures?|committees?|advis[eo]rs?|coordinators?|advocates?|counsellors?|mentors?|meetings?"
    r"|rooms?|training|courses?|"
    r"sessions?|workshops?|officers?|offices?|departments?|teams?|networks?|forums?|champions?"
    r"|leads?|units?|forms?|"
    r"monitoring|legislation|laws?|acts?|commission|strateg(?:y|ies)|plans?|awareness|week|month"
    r"|day|event|stalls?|"
    r"toilets?|loos?|parking|bays?|ramps?|access|lifts?|services?|charit(?:y|ies)|concern|action|"
    r"correctness|science|studies|education|lecturers?|lectures?|modules?|essays?|projects?|programmes?"
    r"|research|papers?|"
    r"building|hall|halls|shop|centres?|clinics?|ward|wards|theology|"
    r"newspapers?|magazines?|books?|website|page|column|box|boxes|questions?|data|figures|statistics|"
    r"name(?! call)|surname|sounding (?:name|surname)|equality|"
    r"reps? (?:told|said|advised|came|helped|suggested|was with|is helping|accompanied|attended|will))"
)
"""What follows a ground's word that only describes a thing or a body: "disability policy", "union meeting"."""

RELATIVE = (
    r"(?:husband|wife|partner|son|daughter|child|children|kids?|mother|mum|mam|father|dad|da|brother|sister|"
    r"parents?|family|girlfriend|boyfriend|fianc\w+|grand\w+|niece|nephew|uncle|aunt|in laws|ex"
    r"|boy|girl|wean|eldest|youngest|oldest|(?:wee|little|eldest|youngest) (?:lad|girl|boy|one|man)|"
    r"weans|stepson|stepdaughter|twins?|spouse|cousin|best friend|friend)"
)
"""Those whose ground is the writer's by association."""

CAUSE = (
    r"(?:because|cos|coz|due to|down to|on account of|grounds? of|basis of|owing to|result of"
    r"|thanks to|reason of|"
    r"motivated by|to do with|related to|relates to|relating to|based on|linked to|connected (?:to|with)|"
    r"ground (?:is|was)|grounds (?:are|is)|reason (?:is|was)|cause (?:is|was)|claiming|claim is|complaint is|"
    r"complaint about|for (?:being|having|my|me|wearing|speaking|a|an)|over (?:my|being)|as (?:a"
    r"|an|the|im|i am|i)|"
    r"about (?:my|me|being|the|a)|since i|ever since|after (?:my|i)|when (?:i|my)|"
    r"(?:it|this|that|they|he|she) (?:is|was)|its|thats|hes|shes|theyre|namely|against|rather|but"
    r"|except|only|"
    r"definitely|just|simply|grounds|more)"
)
"""What gives a ground as the cause of what was done."""

CONDUCT = (
    r"(?:(?:has|had|have) it in for|comments?|remarks?|jokes?|joked?|joking|digs?|jibes?|abuse|slag\w*|banter|laugh\w*"
    r"|mock\w*|mimic\w*|"
    r"fun of|going on|on at me|attitude|prejudic\w*|hostil\w+|problem with|issue with|hates?"
    r"|hatred|dislikes?|"
    r"(?:wont|will not|would not|wouldnt) have an?|(?:doesnt|dont|does not|do not|didnt|never|cant|cannot|wont|will not) (?:like|respect|want"
    r"|approve|trust|accept|rate|let|believe|stand|bear"
    r"|abide|work with|work for|speak to|sit with|sit beside|train|promote|take)|"
    r"anti|bias\w*|insult\w*|slurs?|offensive|stereotyp\w*|sneer\w*|taunt\w*|teas\w*|tormented|ridicul\w*|"
    r"makes? out|sings?|sang|sung|singing|songs?|chant\w*|graffiti|posters?|calendars?|pictures?"
    r"|photos?|memes?|"
    r"imitat\w*|impressions?|pretend\w*|stares?|staring|looks?|touch\w*|put his|put her|rubb\w+"
    r"|bully\w*|bulli\w*|"
    r"not (?:allowed|let|permitted)|(?:wont|wouldnt) let me|stopp?ed me|harass\w*|discriminat\w*|pick\w* on|singl\w+|targeted|victimis\w*|treat\w*|exclud\w*|left out|refus\w+|"
    r"sent me|showed me|shows me|accus\w+|threaten\w*|outed|denied|passed over|punish\w*|penalis\w*|blam\w+|"
    r"demot\w+|sack\w*|sidelined|told|telling|tells|called|calls|calling|call|says?|said|saying"
    r"|asks?|asked|asking|"
    r"disciplin\w*|warn\w*|rang|rings|phon(?:ed|es|ing)|mark\w* me|dock\w*|shout\w*|paint\w*|scratch\w*|scrawl\w*|daub\w*|spray\w*|hung|wrote|writes|written|texts?|texted|refers?|referred|describ\w+|label\w*|thinks?"
    r"|thought|assum\w+|"
    r"assumption|rumou?rs?|spread\w*|guessed|decided|nicknam\w*|(?:does|doing|puts on"
    r"|putting on) (?:a|an|my|the)|whisper\w*|mutter\w*|roar\w*|kiss\w*|goes|keeps? (?:on|going)|(?:held|used|counted) against)"
)
"""What was done or said to the writer; a ground's word after it is what it was about."""

BENIGN = (
    r"(?:hr|h r|personnel|the form|form|the policy|policy|gp|doctor|counsellor|solicitor|adviser"
    r"|advisor|my mate|mate|my friend|"
    r"friends?|my wife|my husband|my partner|my mum|my mother|union|union rep|rep|unison|nipsa"
    r"|occupational health|people|some|some people|the form it|it|"
    r"someone else|others|everyone|my witness|the witness)"
)
"""Speakers whose words are not what was done to the writer."""

"""What is said to or done to somebody because of a ground, without naming it, by ground: patterns only.

Such words state nothing by themselves; aimed at one who has told what they play on, they bear it out.
All on text in small letters without apostrophes.
"""

# ruff: noqa: E501 - patterns to read

import re

RELATED: dict[str, re.Pattern[str]] = {
    ground: re.compile(rf"\b(?:{'|'.join(words.split())})\b".replace("_", " "))
    for ground, words in {
        "race": r"""
            english language speak speaks speaking accents? voices? country home homeland boats? dinghy lorry visas? passports? papers
            border deport\w* immigra\w* foreign\w* locals? food lunch smell\w* stinks? curry spic\w+ rice noodles garlic sausage
            jungle tribe trees? monkeys? bananas? skin colou?r tan chocolate coffee burnt dark darkie invisible hair towel camels? goats?
            benefits jobs? potatoes spuds leprechaun\w* guinness bombs? vodka mafia plumber cleaner slave caravan\w* tarmac\w* horses? handbags? purses?
            understand\w* subtitles translat\w* pronounc\w* your_lot you_lot you_people your_people over_here brown where_you where_i\w* from civilis\w* third_world
            """,
        "religious belief": r"""
            god hell heaven pray\w* prayers? sins? sinner holy saints? bless\w* bible pope popes? priests? nuns? mary rosary beads candles? mass chapel church
            mosque temple forehead ashes dirt lent fish bacon pork ham sausage\w* beer drink bombs? bomber vest terrorist\w* isis taliban towel curtain letterbox ninja
            bald sash songs? flags? bunting scarf celtic rangers boyne bonfires? lambeg drums? foot left wrong_sort other_sort school side your_lot you_lot your_kind
            fairy_tales? imaginary worship\w* devil christmas easter sunday\w* sabbath friday\w* candle incense nuns? wimple ave maria halo joe reverend vicar father sister mother_teresa
            """,
        "sexual orientation": r"""
            marr\w+ husband wife boyfriend girlfriend wom[ae]n m[ae]n girls? boys? fella lads? backs? bend\w* bum arse shower\w* pink rainbow fairy princess queen diva
            handbag dress heels lipstick feather twirl\w* wrist\w* lisp camp butch straight normal natural unnatural sin sick disgust\w* aids phase choose greedy team
            catch\w* contagious adam eve bible pray\w* hell bed trousers kids children elton liberace village_people ymca darling ducky backdoor closet
            """,
        "gender reassignment": r"""
            he him sir mister mate he_she it toilets? ladies gents changing name old_name real_name birth passport wig dress frock bloke man woman lad surgery
            operation chop\w* plumbing bits tackle beard shav\w* voice hormones phase pretend\w* costume drag freak
            """,
        "disability": r"""
            walk\w* run\w* running rac\w+ stairs? steps? lifts? legs? feet hop\w* danc\w+ stand\w* sit\w* sitting lazy lead faking fake put\w*_on excuses? chair wheels? wheelie
            ramp stick crutch\w* speed\w* fast faster slow\w* hear\w* hearing listen\w* ears? deaf whisper\w* volume shout\w* mouths? see look eyes? blind dog glasses
            spit sentences? words? talk\w* stutter\w* spell\w* read\w* writ\w+ letters? mad mental crazy nuts nutter psycho loony pills? tablets? meds calm steady
            shak\w+ pour\w* fits? flash\w* flashing sugar cake insulin needle\w* toilets? loo smell pull\w*_my_weight pulling_my_weight liability burden risk
            sick sickness sick_line skiv\w+ holidays? better cured contagious scare\w* face mask freak weird special slow thick stupid happy cheer\w* normal head brain
            heavy lift\w* desk quiet mood\w* moods up_and_down high low pathetic weak hands? fingers? breath\w* wheez\w* vader inhaler
            """,
        "pregnancy or maternity": r"""
            fat bump size waddl\w* balloon whale tired sick hormon\w+ baby babies brain holiday time_off commitment part_time priorities motherhood mothers? milk cow moo\w*
            pump nappies night feeds? due back coming_back leave risk again carrying women home plate head
            """,
        "age": r"""
            old\w* young\w* retir\w+ pension\w* bus_pass teeth hips? knees? slow\w* pace energy tech\w* computers? fresh\w* blood dead_wood past years? still_here ancient war
            museum dinosaur\w* grand\w* granda nan\w* school nappies junior mammy mummy shav\w+ experience ears back_in gardening bowls coffin
            grave undertaker stairlift zimmer hearing memory forget\w* generation snowflake door going leave_do leaving
            """,
        "trade union membership": r"""
            unions? comrades? reds? reps? scargill lenin marx trotsky strikes? pickets? dues scabs? troublemak\w* agitator\w* militant\w* barricades? flags? members? meetings? facility
            tribunal overtime crossed rat rats judas
            """,
        "political opinion": r"""
            vot\w+ part(?:y|ies) flags? traitor\w* turncoat brits? royal\w* queen king crown republic reds? union ireland border elections? politic\w* comrades? red left right fascist\w*
            nazi lefty woke greta tory tories poppy lundy ra brexit europe carson adams paisley arlene dublin westminster london salut\w+ anthem tricolour jack
            """,
        "criminal record": r"""
            steal\w* stole\w* thie\w+ till tills keys? cash money wallets? purses? handbags? pockets? lock\w* cells? handcuffs? prison jail porridge inmate bars time
            trust\w* leopard once mugshot record past criminal robb\w+ getaway bent missing search\w* count\w* convict\w* police guards? inside sentence
            """,
        "family status": r"""
            kids? child\w* babies baby mothers? mammy mum daddy father home school\w* nursery nappies commit\w* priorit\w* part_time late clock time hours
            contracepti\w* appointments? wee_one family tied baggage minder grandparents? crocked reliable
            """,
        "marital or civil partnership status": r"""
            husband wife man woman single spinster shelf cats? ring wedding marry marri\w* sin divorc\w* ex lonely desperate gasping free left
            """,
        "sex": r"""
            wom[ae]n girls? lad(?:y|ies) skirts? legs smile sweetheart love darling tea kitchen emotional hormon\w+ period month bitch pretty heels lipstick
            """,
    }.items()
}

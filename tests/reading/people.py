"""The pools from which invented complaints are drawn. Data only."""

FIRST = tuple(
    "Aoife|Siobhán|Niamh|Pádraig|Ruairí|Caoimhe|Tadhg|Sean|Brian|Una|Margaret|Derek|Zofia|Łukasz|Agnieszka"
    "|Wojciech|Priya|Arjun|Lakshmi|Rajesh|Mei|Xiuying|Wei|Jun|Rhys|Angharad|Ffion|Gwilym|Chidi|Ngozi|Kwame"
    "|Adaeze|Olumide|José|François|Zoë|Chloë|Björn|Mary-Kate|Jean-Paul|Ann Marie|Grace|April|Dale|Mark"
    "|Robin|Pearl|Will|Olive|Tomasz|Deirdre|Eilish|Hamza|Yusuf|Noor|Ines|Dmitri|Anneke".split("|")
)
LAST = tuple(
    "O’Neill|O'Kane|McAleer|MacGiolla|Ó Súilleabháin|Ní Dhomhnaill|Kowalczyk|Wiśniewska|Dąbrowski|Żak"
    "|Venkataraman|Iyer|Chaudhary|Zhang|Ng|Ouyang|Llewellyn|ap Rhys|Okonkwo|Adeyemi-Brown|Mensah|Nkemelu"
    "|Smith-Jones|Van der Berg|de la Cruz|St John|Fitzgerald|Müller|Ibáñez|Works|Hall|Planner|May|Parks"
    "|Baker|Depot|Porter|Clerk|Park|March|Church|English|Holland|Ireland|Bath|Field|Street|Day|Friday"
    "|Street-Porter|Gray|Steward|Driver|Cook|Head|Bishop|Abbott|Younger|Singh|Khan|Li|Ui|Begum".split("|")
)
TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Mx", "Cllr", "Prof.")
DEPARTMENTS = tuple(
    "Planning and Building Control|Waste & Recycling|Parks, Cemeteries and Open Spaces|HR|Leisure Services"
    "|Democratic Services|Environmental Health (Food Team)|Finance – Accounts Payable|ICT|Estates"
    "|Library Services|Arts, Culture & Heritage|Community Planning|Vehicle Maintenance Depot"
    "|Registration Services|Customer Contact Centre|Legal|Good Relations|Tourism / Visitor Centre".split("|")
)
JOBS = tuple(
    "Planning Officer|Refuse Collector (HGV)|Senior Lifeguard|Clerical Officer|Administrative Assistant, Gr 4"
    "|Team Leader|Building Control Surveyor|Grounds Maintenance Operative|Acting Head of Service"
    "|Part-time Cleaner|HR Business Partner|Dog Warden|Receptionist|PA to the Director|IT Support Analyst"
    "|Driver/Loader|Assistant Registrar|Museum Attendant (Saturdays)|Trainee Accountant".split("|")
)
ROLES = tuple(
    "Line Manager|Depot Supervisor|Team Leader|Head of Service|Senior Planner|Duty Manager|HR Adviser"
    "|Works Foreman|Deputy Manager|colleague|Finance Officer|Leisure Centre Manager".split("|")
)
DOMAINS = ("glenroe.example", "carrickmore-council.example", "eastmarsh.example", "uni-ardmore.example")
PHONES = (
    "028 9649 6{a:03d}",
    "028 9649 6{a:03d} ext 4{b:02d}",
    "(028) 9649 6{a:03d}",
    "+44 28 9649 6{a:03d}",
    "07700 900{a:03d}",
    "07700900{a:03d}",
    "020 7946 0{a:03d} x{b:02d}1",
    "01632 960{a:03d}, extension 5{b:02d}",
    "02896496{a:03d}",
)
GROUNDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Race", ("race",)),
    ("Sex", ("sex",)),
    ("Age", ("age",)),
    ("Disability", ("disability",)),
    ("Religious belief", ("religious belief",)),
    ("Sexual orientation", ("sexual orientation",)),
    ("Political opinion", ("political opinion",)),
    ("Age and disability", ("age", "disability")),
    ("Sex; race", ("sex", "race")),
    ("Disability (epilepsy)", ("disability",)),
    ("Pregnancy / maternity", ("pregnancy or maternity",)),
    ("my religion - I am Catholic", ("religious belief",)),
    ("race (I am from Poland)", ("race",)),
    ("I am gay and it was about that", ("sexual orientation",)),
    ("None - this is bullying", ()),
)
GROUND_NAMES = (
    "Sex", "Gender reassignment", "Sexual orientation", "Pregnancy or maternity", "Age", "Race",
    "Religious belief", "Disability",
)  # fmt: skip
DATES = tuple(
    "3 May 2025|12/05/2025|2nd, 9th and 16th June 2025|between 4 March 2025 and 11 April 2025"
    "|14.07.25 and 21.07.25|Monday 2 June 2025 at about 9.15am|early May 2025|since January 2025, ongoing"
    "|w/c 9 June 2025|17 June 2025 (in the canteen) and again on 20 June 2025|March - June 2025"
    "|Tues 8th July 2025, approx. 2pm|2025-06-30|Easter Monday 2025|1/4/25, 8/4/25, 29/4/25"
    "|from 5 Feb to 3 Mar 2025|about the middle of April".split("|")
)
STEPS = tuple(
    "I spoke to {p} informally on 14 May 2025 but nothing changed."
    "|I raised this with HR (e-mail of 2 June 2025) and was told to keep a diary."
    "|A meeting was held with my line manager and {p} on 20 May. Mediation was offered; I declined."
    "|I asked him to stop. He laughed."
    "|Contacted the Confidential Adviser, name and telephone number given by the union.\nTwo discussions followed."
    "|Nothing formal. I did speak to my union representative, {p}."
    "|Yes. Details: I wrote to {p}, copy attached.".split("|")
)
SENTENCES = tuple(
    "On Monday morning {r} shouted at me in front of the whole team."
    "|Name calling by {r} became a daily thing: “slow coach”, “grandad” and worse."
    "|Date: 3 May he told me that I was “past it” and should hand in my notice."
    "|Witnesses were {w} and two people from another department whose names I do not know."
    "|When I asked {r} to stop, the answer was “get used to it – everybody else has”."
    "|The e-mail of 6 June said: “From now on your work will be checked by me. Signed: the boss.”"
    "|I was moved from my post without any discussion, and my telephone was taken away."
    "|My job title was changed on the rota to “dogsbody”."
    "|{r} threw the keys (a bunch of about 20) across the desk; they hit the wall beside me."
    "|This has made me ill. My GP has signed me off twice, and I am sleeping badly."
    "|Department meetings are now something that I dread."
    "|He said, and I quote, ‘women & machinery don’t mix’."
    "|It happened again at 4.30 pm, room 2.14, after the others had gone."
    "|I have kept a diary, pages 1-14 of which are attached."
    "|As to the reason: I believe that it is because I reported the overtime claims."
    "|{w} heard it all, and told me afterwards that she was shocked."
    "|Phone calls at home followed, three of them after 10 o’clock at night."
    "|I felt humiliated, and I cried in the car park."
    "|In the canteen he asked “Who is the complaint against this time?” and everyone laughed."
    "|My leave request of 12 May was refused; {r}’s own was granted the same day."
    "|Other staff were told not to speak to me – I have this in writing."
    "|The incident details were reported to the duty manager, who took no action."
    "|He copied the message to all@glenroe.example with the subject “Time wasters”.".split("|")
)
LISTS = (
    "The main events are:\n1. my desk was moved to the corridor;\n2. I was left out of the rota meeting;\n"
    "3. my name was taken off the door.",
    "In short:\n- shouting, nearly every week\n- jokes about my accent\n- e-mails late at night",
    "From: the team inbox\nTo: all staff\nSubject: Another complaint\n“Some people cannot take a joke.”",
    "Date: 9 June\nHe stood behind my chair for ten minutes.\nDate: 10 June\nThe same again.",
    "Name of the document: Rota week 23. It shows the changes that were made.",
)
EFFECTS = (
    "I have not been able to sleep and dread coming to work.",
    "My studies have suffered; I missed two deadlines and had to see a doctor.",
    "I feel unsafe in the building, and I have stopped going to departmental seminars.",
)
WISHES = (
    "An apology and a change of supervisor.",
    "I want the remarks to stop, and training for the whole group.",
    "That somebody else takes over the appraisals, and that my complaint is noted.",
)
EVIDENCE = ("Diary for May and June", "Three e-mails", "Screenshot of the group chat", "Letter from my GP")
COLLEGES = ("St Brannock’s College", "Ardmore College", "Wren Hall", "College of St Hilda the Less")
ATTEMPTS = (
    "I spoke to the departmental administrator, who was kind but could do nothing.",
    "I wrote to the subject of this complaint on 3 June and had no answer.",
    "None so far, as I am afraid of making it worse.",
)

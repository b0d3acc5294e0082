"""What people wrote on the council's form: the first eight."""

from tests.make_samples.people import Completed, Sample

_FORM = "council-complaint"

POOL = Completed(
    _FORM,
    {
        "complainant_name": "Róisín Ní Dhálaigh",
        "department": "Leisure & Events",
        "job_title": "Duty Officer, Harbour Leisure Centre",
        "work_email": "roisin.nidhalaigh@loughaird.example",
        "work_phone": "028 9649 6231 ext 14",
        "respondents": "Gareth Pollock (Senior Lifeguard) and Trevor Haslett (Centre Assistant)",
        "incident_dates": "8 May 2025, 14 May 2025 and 21 May 2025",
        "protected_grounds": "Sex",
        "incident_details": (
            "On Thursday 8 May 2025 at about 6.40 am I was opening the pool hall with Gareth Pollock. He "
            "said to me, "
            "“we only need the girls for the tills, the men can run this place”. Two members of the "
            "public were within "
            "earshot. I asked him to stop and he laughed.\n"
            "On Wednesday 14 May Gareth and Trevor Haslett were in the staff room when I came in for my "
            "break. Trevor "
            "had put a calendar of women in swimwear on the notice board over the rota I had pinned "
            "there. Gareth asked "
            "which month I would be. They both laughed and Trevor took a photo of my face. I left without "
            "my lunch.\n"
            "On Wednesday 21 May Gareth told a new casual, in front of me, not to bother asking me about "
            "the plant room "
            "because “it’s not a woman’s job”. I hold the plant operator certificate; he does not.\n"
            "I have started to dread the early shift and have swapped three of them. I want to be able to "
            "do my job."
        ),
        "previous_steps": (
            "I spoke to the Centre Manager, Una Breen, on 15 May 2025. She took the calendar down and "
            "said she would "
            "have a word. Nothing else has happened that I know of."
        ),
        "signed_name": "Róisín Ní Dhálaigh",
        "signed_date": "04/06/2025",
    },
    meant={
        "respondents": ["Gareth Pollock", "Trevor Haslett"],
        "protected_grounds": ["sex"],
        "signed_date": "2025-06-04",
    },
    witnesses=(
        ("Shauna Devenney", "shauna.devenney@loughaird.example", "028 9649 6232"),
        ("Michał Wójcik", "michal.wojcik@loughaird.example", ""),
    ),
)

DEPOT = Completed(
    _FORM,
    {
        "complainant_name": "Colin McAteer",
        "department": "Waste Services",
        "job_title": "Driver / loader",
        "work_email": "colin.mcateer@loughaird.example",
        "work_phone": "07700 900217",
        "respondents": "Nigel Burrows",
        "incident_dates": "Monday 1 September 2025 and Tuesday 9 September 2025",
        "incident_details": (
            "nigel burrows is the chargehand on my round. on monday 1st sept he roared at me across the "
            "yard at sandhill "
            "depot in front of about ten of the lads because the lorry was back 15 mins late. he called "
            "me useless and a "
            "waste of a wage. the road was shut at ballykeel and i had rang it in to the office so he "
            "knew rightly.\n"
            "on tue 9th sept he took my name off the overtime sheet with a black marker and said i could "
            "whistle for it. "
            "he has done the like before with other people but they wont say nothing. i am 22 years with "
            "this council "
            "and never had a days bother. im not sleeping right over it. all i want is for him to talk to "
            "me like a "
            "human being and for the overtime to be give out fair like it was before."
        ),
        "previous_steps": "told my union man (Brendan) and he said put it in writing",
        "signed_name": "C McAteer",
        "signed_date": "15/9/25",
    },
    meant={"signed_date": "2025-09-15"},
    witnesses=(("Big Davy Irvine", "", "07700 900348"),),
    problems=("no-ground",),
)

CUSTOMER_DESK = Completed(
    _FORM,
    {
        "complainant_name": "João Caetano Guimarães",
        "department": "Customer Services",
        "job_title": "Customer Service Adviser",
        "work_email": "joao.guimaraes@loughaird.example",
        "work_phone": "028 9649 6318",
        "respondents": "Sandra Millar",
        "incident_dates": "3, 4 and 11 September 2025",
        "protected_grounds": "Race - my nationality and my accent",
        "incident_details": (
            "I work on the front desk in the Civic Offices. On 3 September Mrs Millar asked me, while I "
            "was serving a "
            'resident, to "get somebody who speaks proper English". The resident had understood me very '
            "well and said "
            "so.\n"
            "On 4 September she repeated a sentence of mine in an imitation of my accent to the "
            "colleagues at the back "
            "desk and some of them laughed.\n"
            "On 11 September, in the team meeting, she said that the complaints figures would be better "
            "if we did not "
            '"have to employ half of Lisbon". I am from Porto and I have been a citizen of this country '
            "for nine years. "
            "I did not answer because I was ashamed in front of the others.\n"
            "I would like her to understand what this does to a person, and to be moved to another desk "
            "from her if "
            "that is possible. I have kept a diary with the times."
        ),
        "previous_steps": "None. I was afraid it would be worse.",
        "signed_name": "João C. Guimarães",
        "signed_date": "22/09/2025",
    },
    meant={"protected_grounds": ["race"], "signed_date": "2025-09-22", "respondents": ["Sandra Millar"]},
    witnesses=(("Aoife Kearney", "aoife.kearney@loughaird.example", "028 9649 6320"),),
)

PLANNING = Completed(
    _FORM,
    {
        "complainant_name": "Dr Hester Lindqvist-Boyd",
        "department": "Planning",
        "job_title": "Principal Planning Officer",
        "work_email": "hester.lindqvist-boyd@loughaird.example",
        "work_phone": "028 9649 6402",
        "respondents": "Adrian Toal",
        "incident_dates": "27/5/25 to 13/6/25",
        "protected_grounds": "Disability",
        "incident_details": (
            "I have multiple sclerosis and an agreed adjustment: I work from the ground-floor office, and "
            "team meetings "
            "are held there. During the period stated, while our Head of Service was on leave, Mr Toal "
            "deputised for "
            "her. On each of the three Tuesdays in that period he moved the team meeting to the second "
            "floor, at less "
            "than an hour’s notice, knowing that the lift was out of service. I attended none of them and "
            "was then "
            "minuted as “absent”.\n"
            "On the last occasion he remarked to the meeting (two colleagues have told me so "
            "independently) that “we "
            "cannot all be carried”. When I asked him for the minutes to be corrected he replied by "
            "e-mail that I was "
            "“making everything about my condition”. I attach that e-mail.\n"
            "The effect has been to exclude me from decisions for which I am professionally responsible, "
            "and to suggest "
            "to my team that I do not turn up."
        ),
        "previous_steps": (
            "I wrote to Mr Toal on 16 June 2025 asking for the minutes to be corrected. He refused on 18 "
            "June 2025. "
            "I spoke to a Confidential Adviser on 2 July 2025, who suggested mediation; Mr Toal declined."
        ),
        "signed_name": "H. Lindqvist-Boyd",
        "signed_date": "4 September 2025",
    },
    meant={"protected_grounds": ["disability"], "signed_date": "2025-09-04"},
    witnesses=(
        ("Patrice Okonjo-Reid", "patrice.okonjo-reid@loughaird.example", "028 9649 6405"),
        ("Ciarán Mulgrew", "ciaran.mulgrew@loughaird.example", "028 9649 6411"),
    ),
    verdict="partly-in-time",
)

PRINTED = Completed(
    _FORM,
    {
        "complainant_name": "Winifred Adair",
        "department": "Cemeteries and Grounds",
        "job_title": "Clerical Officer",
        "work_email": "w.adair@loughaird.example",
        "work_phone": "028 9649 6550",
        "respondents": "Mr Leslie Crothers",
        "incident_dates": "12 February 2025",
        "protected_grounds": "Age",
        "incident_details": (
            "On the 12th of February Mr Crothers came into the cemetery office where I was working with "
            "the burial "
            'register. He said in front of two funeral directors that the office was "a museum with a '
            "dinosaur at the "
            'desk" and that they would get it all on the computer when I was "finally put out to grass". '
            "I am sixty-"
            "three years of age and I can use the computer as well as he can. I was very much embarrassed "
            "in front of "
            "people whom I have known for many years. I did not put in a complaint then because my sister "
            "was ill and "
            "I had no heart for it, but I have thought about it every day since, and I do not think it "
            "should be let go."
        ),
        "signed_name": "Winifred Adair",
        "signed_date": "7th July 2025",
    },
    meant={"protected_grounds": ["age"], "signed_date": "2025-07-07", "respondents": ["Mr Leslie Crothers"]},
    verdict="out-of-time",
)

MIXED = Completed(
    _FORM,
    {
        "complainant_name": "Priya Venkataraman",
        "department": "Finance",
        "job_title": "Assistant Accountant",
        "work_email": "priya.venkataraman@loughaird.example",
        "work_phone": "028 9649 6605",
        "respondents": "Denise Orr",
        "incident_dates": "10 March 2025, 2 April 2025 and 28 May 2025",
        "protected_grounds": "Pregnancy / maternity",
        "incident_details": (
            "10 March: the day after I told Denise that I am expecting, she took me off the year-end "
            "close and gave it "
            "to a trainee. She said “no point starting what you won’t be here to finish”. Year end was "
            "three weeks away; "
            "my baby is due in October.\n"
            "2 April: I asked to leave at 3 pm for an antenatal appointment which I had put in the diary. "
            "Denise said in "
            "the open office: “another one? It’s not an illness”. I went, but she phoned me twice while I "
            "was there.\n"
            "28 May: at my appraisal she marked me down for “availability” and told me that baby brain "
            "was showing in my "
            "reconciliations. I asked for an example and she could not give me one. I was in tears in the "
            "car park.\n"
            "I should like the appraisal looked at by someone else."
        ),
        "previous_steps": "I asked Denise on 30 May 2025 to change the appraisal. She said no.",
        "signed_name": "Priya Venkataraman",
        "signed_date": "27 June 2025",
    },
    meant={"protected_grounds": ["pregnancy or maternity"], "signed_date": "2025-06-27"},
    verdict="partly-in-time",
)

INFORMAL = Completed(
    _FORM,
    {
        "complainant_name": "Fergal O’Hagan",
        "department": "Environmental Health",
        "job_title": "Environmental Health Officer",
        "work_email": "fergal.ohagan@loughaird.example",
        "work_phone": "028 9649 6712",
        "respondents": "Ruth Templeton",
        "incident_dates": "24 February 2025; 3 March 2025",
        "protected_grounds": "Sexual orientation",
        "incident_details": (
            "24 February 2025, about 11.15, food safety team room. Ruth Templeton was planning the "
            "district rota and "
            'said that I should not be given the schools "given his lifestyle". Three colleagues were '
            "present. I said "
            "that my being gay had nothing to do with hygiene inspections. She said \"I'm only saying "
            "what parents "
            'would say".\n'
            "3 March 2025, 9.30, same room. I found that I had been taken off all eleven schools. When I "
            "asked why, she "
            'said it was "for my own protection" and asked whether my boyfriend would mind.\n'
            "I tried to have this settled quietly, as set out in section 4, because we are a small team. "
            "It has not "
            "worked: I still have no schools and she still makes remarks to others when I leave the room."
        ),
        "previous_steps": (
            "5 March 2025: told my line manager, Keith Warnock, who agreed to deal with it informally.\n"
            "19 March 2025: meeting with Keith and Ruth. She said she would think about it.\n"
            "16 April 2025: second meeting; Ruth was to give back six schools by 1 May.\n"
            "8 May 2025: Confidential Adviser (Lorna Sayers) met us both.\n"
            "12 June 2025: Keith wrote to say that the informal stage had ended without agreement."
        ),
        "signed_name": "Fergal O’Hagan",
        "signed_date": "30/06/2025",
    },
    meant={"protected_grounds": ["sexual orientation"], "signed_date": "2025-06-30"},
    witnesses=(("Bronagh Tease", "bronagh.tease@loughaird.example", "028 9649 6715"),),
    verdict="out-of-time",
)

DOUBTFUL = Completed(
    _FORM,
    {
        "complainant_name": "MARTINA GILDEA",
        "department": "TOURISM",
        "job_title": "VISITOR CENTRE ASSISTANT",
        "work_email": "MARTINA.GILDEA@LOUGHAIRD.EXAMPLE",
        "work_phone": "028 9649 6803",
        "respondents": "IVAN STRUTT",
        "incident_dates": "ABOUT EASTER, AND AGAIN ON FRIDAY 10 JULY 2025",
        "protected_grounds": "RELIGIOUS BELIEF",
        "incident_details": (
            "IVAN STRUTT RUNS THE GIFT SHOP. ROUND ABOUT EASTER I HAD ASHES... NO IT WAS A CROSS FOR GOOD "
            "FRIDAY I WAS "
            "WEARING AND HE ASKED ME WAS I ON COMMISSION FROM THE POPE. HE SAID IT IN FRONT OF A COACH "
            "PARTY. I LET IT "
            "GO.\n"
            "THEN IN JULY WHEN THE BUNTING WAS UP HE CAME OVER TO THE INFORMATION DESK AND HUNG A STRING "
            "OF IT ROUND MY "
            "CHAIR AND SAID NOW YOU ARE PROPERLY DRESSED. THE GIRLS IN THE CAFE SEEN IT. I TOOK IT OFF "
            "AND HE PUT IT "
            "BACK. I WAS SHAKING. I AM NOT LOOKING ANYBODY SACKED, I WANT IT STOPPED AND I WANT HIM TO "
            "KNOW IT WAS NOT "
            "FUNNY. I AM NOT SURE OF THE DAY IN JULY BUT THE ROTA WOULD SAY, I WAS ON WITH HEATHER."
        ),
        "signed_name": "M GILDEA",
        "signed_date": "21 JULY 2025",
    },
    meant={"protected_grounds": ["religious belief"], "signed_date": "2025-07-21"},
    witnesses=(("HEATHER SNODDY", "", "028 9649 6804"),),
    verdict="needs-review",
)

FIRST = (
    Sample(
        "01-complaint.docx",
        "the blank Word form, its content controls filled",
        "two people complained about, a list of three days, two witnesses, quotation marks and fadas",
        "2025-06-05",
        (POOL,),
    ),
    Sample(
        "02-complaint.docx",
        "a colleague's retyped form: labels as paragraphs with the answers beside or under them",
        "bullying with no ground; short sentences in lower case; a nickname as witness",
        "2025-09-16",
        (DEPOT,),
    ),
    Sample(
        "03-complaint.pdf",
        "the fillable PDF, filled in a PDF program",
        "race; three days sharing month and year",
        "2025-09-23",
        (CUSTOMER_DESK,),
    ),
    Sample(
        "04-complaint.pdf",
        "the Word form, filled and exported to PDF by LibreOffice as plain pages",
        "a range of days across the cutoff: partly out of time",
        "2025-09-05",
        (PLANNING,),
    ),
    Sample(
        "05-complaint.pdf",
        "text typed onto a print-out with ruled boxes",
        "wholly out of time",
        "2025-07-09",
        (PRINTED,),
    ),
    Sample(
        "06-complaint.docx",
        "the blank Word form, its content controls filled",
        "three acts, one of them out of time",
        "2025-06-30",
        (MIXED,),
    ),
    Sample(
        "07-complaint.pdf",
        "the fillable PDF, filled in a PDF program",
        "out of time by its dates; section 4 shows an informal stage with dated steps",
        "2025-07-01",
        (INFORMAL,),
    ),
    Sample(
        "08-complaint.docx",
        "a colleague's retyped form: one table, labels on the left",
        "capitals; “about Easter”; a weekday that does not fit its date",
        "2025-07-22",
        (DOUBTFUL,),
    ),
)

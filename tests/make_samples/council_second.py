"""What people wrote on the council's form: the others."""

from tests.make_samples.people import Completed, Sample

_FORM = "council-complaint"

MISSING = Completed(
    _FORM,
    {
        "complainant_name": "Tomasz Brzeziński",
        "job_title": "Agency kitchen porter",
        "work_phone": "07700 900561",
        "respondents": "Head chef, Warren Figgis",
        "incident_details": (
            "Warren throws the pans when he is angry and one time it hit beside my head. He calls me “the "
            "robot” because "
            "I don’t talk much in English. He said if I make trouble the agency will send another one "
            "tomorrow. I work in "
            "Civic Hall kitchen since spring, on banquet nights and some lunches. It is worst when the "
            "big dinners are. "
            "The other porter left because of him, I don’t have his number now. My cousin is helping me "
            "with this paper. "
            "I am not good with dates but the big dinners are written in the hall book. Please don’t "
            "phone in the morning, "
            "I sleep after the night work."
        ),
    },
    meant={"respondents": ["Warren Figgis"]},
    problems=("missing-answer", "no-ground"),
    verdict="needs-review",
)

BLANK = Completed(_FORM, {}, problems=("missing-answer",), verdict="needs-review")

MAILED = Completed(
    _FORM,
    {
        "complainant_name": "Geraldine Sproule",
        "department": "Registration of Births, Deaths & Marriages",
        "job_title": "Deputy Registrar",
        "work_email": "geraldine.sproule@loughaird.example",
        "work_phone": "028 9649 6120",
        "respondents": "Jamie Rafferty",
        "incident_dates": "16 September 2025 and 7 October 2025",
        "protected_grounds": "age",
        "incident_details": (
            "16 September – I was showing Jamie Rafferty (Marketing) round the ceremony room for the new "
            "website. He told "
            "the photographer to “crop the granny out” and use the student on placement at my desk "
            "instead. I conduct the "
            "ceremonies; she does not.\n"
            "7 October – at the launch in the foyer he introduced the team and when he came to me he said "
            "“and Geraldine, "
            "who came with the building”. People laughed. I have now been left off the website altogether.\n"
            "It may sound like small beer. But I am 61, I would like to work until I am 67, and I should "
            "not have to be "
            "a joke in order to do it."
        ),
        "previous_steps": "I e-mailed Jamie on 8 October asking to be put back on the page. I have had no "
        "answer.",
        "signed_name": "G Sproule",
        "signed_date": "20 October 2025",
    },
    meant={"protected_grounds": ["age"], "signed_date": "2025-10-20"},
    witnesses=(("Noel Dickson", "noel.dickson@loughaird.example", ""),),
)

ZIPPED_ONE = Completed(
    _FORM,
    {
        "complainant_name": "Siobhán McGlone",
        "department": "Building Control",
        "job_title": "Building Control Surveyor",
        "work_email": "siobhan.mcglone@loughaird.example",
        "work_phone": "028 9649 6330",
        "respondents": "Barry Quigg",
        "incident_dates": "Thursday 16 October 2025",
        "protected_grounds": "Sex; family status",
        "incident_details": (
            "On Thursday 16 October, in the site cabin at the Millbrook scheme, Barry Quigg told the "
            "contractor’s foreman "
            "that I would not be doing the final inspection because “she has to be home for the school "
            "run, the wee woman”. "
            "It was 11 o’clock in the morning and I was standing beside him. The foreman then asked "
            "Barry, not me, every "
            "question about my own drawings. I was made to look like a visitor on my own site. I finish "
            "at 5 like everyone "
            "else; my partner collects our children. Barry and I are on the same grade and he has no say "
            "over my inspections."
        ),
        "signed_name": "Siobhán McGlone",
        "signed_date": "23/10/2025",
    },
    meant={"protected_grounds": ["sex", "family status"], "signed_date": "2025-10-23"},
)

ZIPPED_TWO = Completed(
    _FORM,
    {
        "complainant_name": "Derek Alexander",
        "department": "Building Control",
        "job_title": "Technical Support Officer",
        "work_email": "derek.alexander@loughaird.example",
        "work_phone": "028 9649 6334 x 2",
        "respondents": "Barry Quigg",
        "incident_dates": "20/10/2025",
        "incident_details": (
            "Barry Quigg stood over my desk on Monday 20 October and threw the Millbrook file down so "
            "that my coffee went "
            "across the keyboard. He shouted that I was a grass for telling Siobhan's manager what was "
            "said on site the week "
            "before. He said I would want to watch myself at the Christmas do. The whole of the second "
            "floor heard it. I had "
            "only answered the question I was asked. I don't see why I should be frightened to go to the "
            "printer. I have been "
            "asked to be a witness for Siobhan and I think this is why."
        ),
        "previous_steps": "Reported verbally to Glenn Purdy, team leader, the same afternoon.",
        "signed_name": "Derek Alexander",
        "signed_date": "23/10/2025",
    },
    meant={"signed_date": "2025-10-23"},
    witnesses=(("Glenn Purdy", "glenn.purdy@loughaird.example", "028 9649 6331"),),
    problems=("no-ground", "possible-victimisation"),
)

RISK = Completed(
    _FORM,
    {
        "complainant_name": "Caoimhe Rooney",
        "department": "Arts and Events",
        "job_title": "Theatre Technician",
        "work_email": "caoimhe.r.personal@mail.example",
        "work_phone": "07700 900733",
        "respondents": "Stephen Lyle",
        "incident_dates": "Saturday 8 November 2025",
        "protected_grounds": "Sex",
        "incident_details": (
            "I am writing this because my friend says that I must. On Saturday 8 November, after the "
            "get-out, I was coiling "
            "cable in the under-stage store. Stephen Lyle came in and shut the door. He put his hands "
            "under my top and pushed "
            "me against the flight cases. I told him to stop and he did not stop until somebody called "
            "him on the radio. I "
            "know the word for that is sexual assault but I have not gone to the police and I do not know "
            "if I want to.\n"
            "He has texted me four times since then. I have not answered. I cannot go back into that "
            "store and I have been "
            "off since the Monday. I have not told my mother. Please do not use my work e-mail because he "
            "does the rotas and "
            "can see it, and please do not post anything to the house."
        ),
        "signed_name": "Caoimhe Rooney",
        "signed_date": "17 November 2025",
    },
    meant={"protected_grounds": ["sex"], "signed_date": "2025-11-17"},
    problems=("risk-words",),
)

LINE_MANAGER = Completed(
    _FORM,
    {
        "complainant_name": "Bartholomew “Barty” Eakin",
        "department": "ICT",
        "job_title": "Service Desk Analyst",
        "work_email": "barty.eakin@loughaird.example",
        "work_phone": "028 9649 6911",
        "respondents": "Philippa Strain, my line manager",
        "incident_dates": "6 October 2025, 13 October 2025",
        "protected_grounds": "none – bullying",
        "incident_details": (
            "My line manager, Philippa Strain, holds the Monday stand-up. On 6 October she read out my "
            "open tickets one by "
            "one and asked the team to vote on whether each was “laziness or stupidity”. On 13 October "
            "she did it again and "
            "put the result on the whiteboard, where it stayed until Thursday. I had been covering two "
            "posts since August "
            "because of a vacancy; nobody else’s tickets were read out.\n"
            "I did not know who to give this form to, as it says line manager. I am giving it to the Head "
            "of Digital "
            "instead. I would be grateful if replies did not go through the team mailbox, which Philippa "
            "reads."
        ),
        "previous_steps": "I raised it in my one-to-one with Philippa on 15 October 2025. She said it was "
        "banter.",
        "signed_name": "B. Eakin",
        "signed_date": "24/10/2025",
    },
    meant={"respondents": ["Philippa Strain"], "protected_grounds": [], "signed_date": "2025-10-24"},
    witnesses=(
        ("Rhys Uprichard", "rhys.uprichard@loughaird.example", ""),
        ("Manoj Pillai", "", "028 9649 6915"),
    ),
    problems=("line-manager-named",),
)

PARKS = Completed(
    _FORM,
    {
        "complainant_name": "Seamus Ó Baoill",
        "department": "Parks & Open Spaces",
        "job_title": "Gardener",
        "work_email": "seamus.obaoill@loughaird.example",
        "work_phone": "028 9649 6077",
        "respondents": "Alan Mawhinney, Stuart Beggs and Ricky Tate",
        "incident_dates": "since 4 August 2025, still ongoing",
        "protected_grounds": "religious belief and political opinion",
        "incident_details": (
            "Its been going on since the 4th of August when I was moved to the Castle Gardens squad. Alan "
            "Mawhinney, Stuart "
            "Beggs and Ricky Tate do not speak to me at all except to pass remarks. They leave flags on "
            "my locker. They play "
            "band music in the van and turn it up when I get in. Ricky asks me every day which foot I dig "
            "with and then they "
            "all laugh, because I am a gardner, very good.\n"
            "Last week my good spade was cut threw at the shaft. I can’t say who done it but I know what "
            "I think. The "
            "foreman Mr Dobbin knows all about it and says I should give as good as I get. I am the only "
            "one from my side on "
            "that squad. I have asked for a move back and been refused. I’m putting all 3 names down "
            "because they are all at it."
        ),
        "previous_steps": "Asked Mr Dobbin for a move 3 times, the last time was 20 October 2025.",
        "signed_date": "29.10.2025",
    },
    meant={
        "respondents": ["Alan Mawhinney", "Stuart Beggs", "Ricky Tate"],
        "protected_grounds": ["religious belief", "political opinion"],
        "signed_name": True,
        "signed_date": "2025-10-29",
    },
)

LOCKED = Completed(_FORM, {"complainant_name": "Imelda Scullion", "respondents": "Raymond Nesbitt"})

SECOND = (
    Sample(
        "09-complaint.docx",
        "the blank Word form, its content controls filled in part",
        "no department, e-mail, dates, signature or day",
        "2025-11-05",
        (MISSING,),
    ),
    Sample(
        "10-complaint.docx",
        "the blank Word form as it is published",
        "nothing filled in",
        "2025-06-12",
        (BLANK,),
    ),
    Sample(
        "11-complaint.docx",
        "sample 06 cut off after two thirds of its bytes",
        "damaged",
        "2025-07-02",
        error="damaged",
    ),
    Sample(
        "12-message.eml",
        "an e-mail with the Word form attached and a logo in the text",
        "the day received comes from the e-mail",
        None,
        (MAILED,),
    ),
    Sample(
        "13-forms.zip",
        "a zip archive with a filled Word form and a filled PDF",
        "two complaints about one person; the second tells of a reprisal",
        "2025-10-24",
        (ZIPPED_ONE, ZIPPED_TWO),
    ),
    Sample(
        "14-complaint.docx",
        "the blank Word form, its content controls filled",
        "words that suggest risk; a private e-mail address",
        "2025-11-18",
        (RISK,),
    ),
    Sample(
        "15-complaint.pdf",
        "a colleague's retyped form (one table), exported to PDF by LibreOffice",
        "the line manager is the person complained about; a ground is denied",
        "2025-10-27",
        (LINE_MANAGER,),
    ),
    Sample(
        "16-complaint.pdf",
        "a printed form protected by a password",
        "encrypted",
        "2025-10-30",
        error="encrypted",
    ),
    Sample(
        "17-complaint.docx",
        "a colleague's retyped form: tables with the answers under the labels",
        "three people complained about; an ongoing matter; two grounds; the signature is a picture",
        "2025-10-30",
        (PARKS,),
    ),
)

"""What people reported to the department: an old matter, a recent one, and a plain letter's worth of form."""

from tests.make_samples.people import Completed, Sample

_FORM = "civil-service-complaint"

OLD = Completed(
    _FORM,
    {
        "complainant_name": "Rosalind Amankwah",
        "department": "Harbour Statistics",
        "job_title": "Higher Executive Officer, statistics",
        "work_email": "r.amankwah@tides.example",
        "work_phone": "020 7946 0345",
        "respondents": "Gerald Pinkerton",
        "incident_dates": "some time in the summer of 1999",
        "incident_details": (
            "I was twenty and new. At the away day in Margate my head of section told the others at dinner "
            "what he thought a girl from the typing pool was for, and put his hand on my knee under the "
            "table. I said nothing then. He is a deputy director now and I am to move into his command in "
            "April."
        ),
        "protected_grounds": "sex",
        "resolution_sought": (
            "That I am not made to work for him, and that somebody writes down what happened."
        ),
        "previous_steps": "I told my line manager of the time, Mrs Hollis, who said that he was like that.",
        "signed_name": "Rosalind Amankwah",
        "signed_date": "02/03/2026",
    },
    meant={"protected_grounds": ["sex"], "signed_date": "2026-03-02"},
    verdict="no-limit",
)

RECENT = Completed(
    _FORM,
    {
        "complainant_name": "Tomos Bevan-Price",
        "department": "Pilotage and Lights",
        "job_title": "Executive Officer",
        "work_email": "tomos.bevan-price@tides.example",
        "respondents": "Louise Farrant",
        "incident_dates": "12 January 2026 and 19 January 2026",
        "incident_details": (
            "On 12 January Louise Farrant took me off the night rota because 'the prayers would only get in "
            "the way'. On 19 January she read my request for leave at Eid aloud in the team meeting and "
            "asked who else wanted a party."
        ),
        "protected_grounds": "religion (I am a Muslim)",
        "resolution_sought": "To be put back on the rota, and an apology before the same team.",
        "signed_name": "Tomos Bevan-Price",
        "signed_date": "26/01/2026",
    },
    meant={"protected_grounds": ["religious belief"], "signed_date": "2026-01-26"},
    witnesses=(("Beatrix Oyelaran", "beatrix.oyelaran@tides.example", "020 7946 0377"),),
    verdict="no-limit",
)

CIVIL_SERVICE = (
    Sample(
        "01-record.docx",
        "the blank Word form, its content controls filled",
        "an allegation from 1999: no limit closes it",
        "2026-03-02",
        (OLD,),
    ),
    Sample(
        "02-record.pdf",
        "the fillable PDF, filled in a PDF program",
        "two days of January 2026, with a witness",
        "2026-01-26",
        (RECENT,),
    ),
)

"""What people wrote to the university: a student's form, a colleague's letter, and a filled PDF."""

from tests.make_samples.people import Completed, Sample

_FORM = "university-complaint"

STUDENT = Completed(
    _FORM,
    {
        "complainant_name": "Anneliese Okafor",
        "complainant_type": "student",
        "department": "Engineering Science",
        "college": "St Brannock’s College",
        "subject_name": "Dr Peter Wetherby",
        "incident_dates": "14 January 2025, 28 January 2025 and 11 February 2025",
        "behaviour": (
            "Dr Wetherby supervises the second-year group project in which I am the only woman. On 14 "
            "January, in the "
            "fabrication lab, he took the soldering iron out of my hand and said that he would rather not "
            "have to fill in "
            "the accident book. On 28 January he asked me to take the minutes “since you have the "
            "handwriting for it” and I "
            "did no engineering that day. On 11 February he told the group that my part of the design had "
            "been checked by "
            "one of the men “to be on the safe side”. Nobody else’s part was checked."
        ),
        "effect": (
            "I stopped speaking in project meetings and came close to changing course. I have been to my "
            "college doctor "
            "about sleeping."
        ),
        "resolution_sought": (
            "An apology, a different supervisor for the rest of the project, and that my part of the "
            "design is marked by "
            "somebody else."
        ),
        "evidence": "Project minutes of 28 January 2025\nE-mail from Dr Wetherby of 11 February 2025",
        "attempts_to_resolve": (
            "I spoke to my tutor, Professor Lidia Marchetti, on 13 February 2025. She offered to talk to "
            "Dr Wetherby; I said "
            "I would rather that she did not until my mark was in."
        ),
    },
    meant={
        "evidence": ["Project minutes of 28 January 2025", "E-mail from Dr Wetherby of 11 February 2025"],
    },
    witnesses=(("Tobias Nyqvist", "tobias.nyqvist@wexcombe.example", "01632 960441"),),
    verdict="no-limit",
)

COLLEAGUE = Completed(
    _FORM,
    {
        "complainant_name": "Marek Havránek",
        "complainant_type": "Laboratory technician (member of staff)",
        "department": "Department of Engineering Science",
        "subject_name": "Professor Julian Ashworth-Cole",
        "incident_dates": "6 May 2025, 9 May 2025 and 20 May 2025",
        "behaviour": (
            "On 6 May Professor Ashworth-Cole shouted at me across the workshop, before a party of "
            "sixth-formers, that a "
            "trained monkey could have set up the wind tunnel. On 9 May he sent an e-mail to the whole "
            "group in which he "
            "called me “our resident saboteur”, after a sensor failed that I had reported as faulty in "
            "March. On 20 May he "
            "told a visiting company, while I stood beside him, that they should not shake my hand as "
            "they would need "
            "theirs afterwards."
        ),
        "effect": (
            "I avoid the workshop when his group has it booked, which puts my other work behind. My wife "
            "says that I have "
            "become another person at home."
        ),
        "resolution_sought": "That it stops, and that he says so to the group which received the e-mail.",
        "evidence": "E-mail of 9 May 2025\nFault report of 18 March 2025",
        "attempts_to_resolve": (
            "I wrote to him on 12 May and asked for a talk. He did not answer. The departmental "
            "administrator, Mrs Onyeka "
            "Bright, knows of it."
        ),
    },
    meant={
        "complainant_type": "staff",
        "evidence": ["E-mail of 9 May 2025", "Fault report of 18 March 2025"],
    },
    witnesses=(("Gwenllian Parry", "gwenllian.parry@wexcombe.example", ""),),
    verdict="no-limit",
)

ADMINISTRATOR = Completed(
    _FORM,
    {
        "complainant_name": "Fatoumata Diallo",
        "complainant_type": "staff",
        "department": "Faculty of History",
        "subject_name": "Dr Rupert Enderby",
        "incident_dates": "every week from 6 October 2025 to 27 October 2025",
        "behaviour": (
            "I am the course administrator for the masters programme. At the planning meeting, which is "
            "on Mondays, Dr "
            "Enderby will not take papers from my hand and asks me to put them on the table. He refers to "
            'me as "the new '
            'girl" though I have been in post for four years and am older than he is. On 27 October he '
            "asked, when I "
            'questioned a room booking, whether "they do calendars" where I come from. I come from Leeds.'
        ),
        "effect": "I no longer contribute at the meeting and have asked a colleague to go in my place.",
        "resolution_sought": "A facilitated conversation, and a written undertaking about how staff are "
        "spoken to.",
    },
    meant={"complainant_type": "staff"},
    witnesses=(("Dr Ines Carvalho", "ines.carvalho@wexcombe.example", "01632 960377"),),
    verdict="no-limit",
)

UNIVERSITY = (
    Sample(
        "01-complaint.docx",
        "the blank Word form, its content controls filled and a box ticked",
        "a student's complaint about a lecturer",
        "2025-02-17",
        (STUDENT,),
    ),
    Sample(
        "02-letter.docx",
        "a letter with headings, no form",
        "a member of staff; the parts that paragraph 16 asks for",
        "2025-05-27",
        (COLLEAGUE,),
    ),
    Sample(
        "03-complaint.pdf",
        "the fillable PDF, filled in a PDF program",
        "a member of staff; a range of days",
        "2025-11-03",
        (ADMINISTRATOR,),
    ),
)

"""The council's formal complaints form (Appendix VI), in our own words.

Section 4 is garbled in the published policy: it is made again from the words that survive.
"""

from tests.make_forms.parts import WITNESS, Blank, Box, Kind, Part, Rows, Signing

COUNCIL = Blank(
    title="Formal complaints form",
    subtitle="Complaint of harassment or bullying under the Dignity at Work Policy, Appendix VI",
    policy="Dignity at Work Policy",
    intro=(
        "Use this form to ask for your complaint to be looked into formally (clause 12.1). Fill in what "
        "you can: "
        "a gap does not stop your complaint from being received, and you can add to it later.",
        "A trade union representative, a work colleague or a Confidential Adviser can help you. If you would "
        "like this form in another format or language, or would rather explain in person, ask OD/HR. If your "
        "work e-mail or telephone is not private, give another one that is safe to use.",
        "Only what happened within the three months before a complaint is raised is normally investigated "
        "(12.1). "
        "Give older dates all the same, and say in section 4 what has been tried informally: that time "
        "can count. "
        "Bullying is covered whatever the reason for it: where no equality ground applies, leave that box "
        "blank.",
    ),
    parts=(
        Part(
            "1. Personal details",
            ("To be completed by the complainant",),
            (
                Box("complainant_name", "Name", "Your full name"),
                Box("department", "Department", "Your department or section"),
                Box("job_title", "Job title", "Your job title"),
                Box("work_email", "Work Email Address", "An e-mail address that is safe to use"),
                Box("work_phone", "Work Phone Number", "A telephone number, with any extension"),
            ),
        ),
        Part(
            "2. Complaint details",
            (
                "Please give clear and concise details of your complaint below, including who the "
                "complaint is made "
                "against, the place, time and date of the incident(s), and the names of person(s) "
                "involved. As part "
                "of the investigation you will be interviewed to obtain further information and details "
                "about the "
                "incidents outlined in this form. You should therefore clearly outline on this form the "
                "matters you "
                "wish to be considered as part of the investigation.",
            ),
            (
                Box(
                    "respondents",
                    "Who is the complaint against? (name/s)",
                    "The name of each person you are complaining about",
                    Kind.SHORT,
                    height=50,
                ),
                Box(
                    "incident_dates",
                    "Date of incident(s)",
                    "The day, month and year of each incident, for example 4 March 2025",
                    Kind.SHORT,
                    height=62,
                ),
                Box(
                    "protected_grounds",
                    "Please state protected equality ground that relates to the complaint:",
                    "The ground or grounds, if any",
                    Kind.SHORT,
                    hint="(including sex, gender reassignment, sexual orientation, marital or civil "
                    "partnership "
                    "status, pregnancy or maternity, age, race, colour, nationality, ethnic or national "
                    "origin, "
                    "religious belief or disability)",
                    height=44,
                    stacked=True,
                ),
                Box(
                    "incident_details",
                    "Incident(s) details (Please continue on a separate sheet if necessary.)",
                    "What happened, in your own words: where, when, what was said or done, and how it "
                    "affected you",
                    Kind.LONG,
                    height=690,
                    stacked=True,
                    new_page=True,
                ),
            ),
        ),
        Part(
            "3. Witnesses",
            ("Please give names and contact details of any witnesses.",),
            (Rows("witness", WITNESS, 4),),
            new_page=True,
        ),
        Part(
            "4. Action taken so far",
            (),
            (
                Box(
                    "previous_steps",
                    "Please give details of any action taken to resolve the matter, outside of this "
                    "procedure or "
                    "at the informal stage",
                    "What was done, on which days, and who was involved",
                    Kind.LONG,
                    height=210,
                    stacked=True,
                    hint="Please include details of any meetings or discussions that have been held, or "
                    "any other "
                    "parties involved in the complaint being resolved.",
                ),
            ),
        ),
        Part(
            "5. Signature",
            (
                "Please sign and date this form below and forward it to your line manager.",
                "Your line manager will forward this form to the Head of OD/HR.",
                "Please give it to the next manager up or a Confidential Adviser if it concerns your line "
                "manager.",
            ),
            (
                Signing(
                    Box("signed_name", "Signed:", "Sign or type your name"),
                    Box("signed_date", "Date:", "Day, month, year", Kind.DAY),
                ),
            ),
        ),
    ),
    colour="1F4E5F",
    tint="E6EEF1",
)

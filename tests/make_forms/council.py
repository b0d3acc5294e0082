"""The council's formal complaints form (Appendix VI), in our own words.

Section 4 is garbled in the published policy: it is made again from the words that survive.
"""

from tests.make_forms.parts import WITNESS, Blank, Box, Kind, Part, Rows, Signing

COUNCIL = Blank(
    title="Formal complaints form",
    subtitle="Complaint of harassment or bullying under the Dignity at Work Policy, Appendix VI",
    policy="Dignity at Work Policy",
    intro=(
        "Use this form to ask for your complaint to be looked into formally (clause 12.1). Fill in what you can: "
        "a gap does not stop your complaint from being received, and you can add to it later.",
        "A trade union representative, a work colleague or a Confidential Adviser can help you. If you would "
        "like this form in another format or language, or would rather explain in person, ask OD/HR.",
    ),
    parts=(
        Part(
            "1. Personal details",
            ("To be completed by the complainant. If your work e-mail or telephone is not private, give "
             "another one that is safe to use.",),
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
            ("Say briefly and clearly who the complaint is about, where and when each thing happened, and who "
             "was there. You will be asked about it at a meeting, so put down everything that you want to be "
             "investigated. Only what happened within the three months before the complaint is raised is "
             "normally investigated (12.1); give older dates as well.",),
            (
                Box("respondents", "Who is the complaint against? (name/s)",
                    "The name of each person you are complaining about", Kind.SHORT, height=62),
                Box("incident_dates", "Date of incident(s)",
                    "The day, month and year of each incident, for example 4 March 2025", Kind.SHORT, height=62),
                Box("protected_grounds", "Please state protected equality ground that relates to the complaint:",
                    "The ground or grounds, if any", Kind.SHORT,
                    hint="(including sex, gender reassignment, sexual orientation, marital or civil partnership "
                    "status, pregnancy or maternity, age, race, colour, nationality, ethnic or national origin, "
                    "religious belief, political opinion or disability). Bullying needs no ground: leave this blank "
                    "if none applies.", height=96),
                Box("incident_details", "Incident(s) details (Please continue on a separate sheet if necessary.)",
                    "What happened, in your own words: where, when, what was said or done, and how it affected you",
                    Kind.LONG, height=690, stacked=True, new_page=True),
            ),
        ),
        Part(
            "3. Witnesses",
            ("Please give the names and contact details of anyone who saw or heard what happened. You do not "
             "need to have a witness.",),
            (Rows("witness", WITNESS, 4),),
            new_page=True,
        ),
        Part(
            "4. Action taken so far",
            ("What has already been tried matters: time spent in the informal stage can count in your favour if "
             "three months have passed (12.1).",),
            (
                Box("previous_steps",
                    "Please give details of any action taken to resolve the matter, outside of this procedure or "
                    "at the informal stage",
                    "What was done, on which days, and who was involved", Kind.LONG, height=200, stacked=True,
                    hint="Please include details of any meetings or discussions that have been held, or any other "
                    "parties involved in the complaint being resolved."),
            ),
        ),
        Part(
            "5. Signature",
            ("Please sign and date this form and hand it to your line manager, who passes it to the Head of OD/HR. "
             "If your complaint is about your line manager, give it to the next manager up or to a Confidential "
             "Adviser instead.",),
            (Signing(Box("signed_name", "Signed:", "Sign or type your name"),
                     Box("signed_date", "Date:", "Day, month, year", Kind.DAY)),),
        ),
    ),
    closing=(
        "What happens next: your complaint is acknowledged and you are offered a meeting. It is shared only with "
        "those who need to know in order to deal with it (9.3).",
    ),
    colour="1F4E5F",
    tint="E6EEF1",
)

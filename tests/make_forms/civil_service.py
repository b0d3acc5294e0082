"""A department's form for an allegation: the civil-service advice prescribes none."""

from tests.make_forms.parts import WITNESS, Blank, Box, Kind, Part, Rows, Signing

CIVIL_SERVICE = Blank(
    title="Allegation of harassment: departmental record",
    subtitle="For civil servants and others who work in or with the department",
    policy="Handling allegations of harassment",
    intro=(
        "You need not use this form: tell us in any way that suits you. There is no limit on how long ago "
        "it happened, and nothing has to be proved here.",
        "Your form is read by people in HR and casework who deal with such matters. It is shared with others "
        "only as far as they need it to look into what you tell us.",
    ),
    parts=(
        Part(
            "A. Who you are",
            (),
            (
                Box("complainant_name", "Your name in full", "First name and surname"),
                Box("department", "Department, agency or business area", "Where you work"),
                Box("job_title", "Grade and post", "For example: Higher Executive Officer, statistics"),
                Box("work_email", "E-mail address that is safe to use", "One that only you read"),
                Box("work_phone", "Telephone number that is safe to use", "If you would rather be called"),
            ),
        ),
        Part(
            "B. Whose behaviour you are reporting",
            (),
            (
                Box(
                    "respondents",
                    "Person or people whose behaviour you are reporting",
                    "One name to a line, with the grade or post if you know it",
                    Kind.SHORT,
                    height=44,
                ),
            ),
        ),
        Part(
            "C. What you are reporting",
            (),
            (
                Box(
                    "incident_dates",
                    "Days, months or years in which it took place",
                    "As near as you can, however long ago",
                    Kind.SHORT,
                    height=44,
                ),
                Box(
                    "incident_details",
                    "Account of what took place",
                    "Where it was, what was said or done, and how it affected you",
                    Kind.LONG,
                    height=230,
                    stacked=True,
                ),
                Box(
                    "protected_grounds",
                    "Protected characteristic that you think it was about, if any",
                    "For example age, sex, race; or leave it empty",
                    Kind.SHORT,
                    height=30,
                ),
                Box(
                    "resolution_sought",
                    "Resolution that you hope for",
                    "What would put it right",
                    Kind.LONG,
                    height=70,
                    stacked=True,
                ),
            ),
        ),
        Part(
            "D. Who else knows",
            ("Please give names and contact details of any witnesses.",),
            (
                Rows("witness", WITNESS, 3),
                Box(
                    "previous_steps",
                    "Earlier reports of it, to whom and when",
                    "A manager, HR, a union representative, a colleague, the police",
                    Kind.LONG,
                    height=80,
                    stacked=True,
                ),
            ),
        ),
        Part(
            "E. Signature",
            ("Send the form to HR or to the casework service of your department.",),
            (
                Signing(
                    Box("signed_name", "Signed by the person reporting:", "Sign or type your name"),
                    Box("signed_date", "Signed on:", "Day, month, year", Kind.DAY),
                ),
            ),
        ),
    ),
    colour="2B4A3A",
    tint="E9F0EC",
)

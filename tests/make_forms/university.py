"""The university's complaint form: paragraph 16 says what a complaint sets out and prescribes no form."""

from tests.make_forms.parts import WITNESS, Blank, Box, Kind, Part, Rows, Ticks

UNIVERSITY = Blank(
    title="Harassment complaint form",
    subtitle="Written complaint about a member of staff under the University harassment procedure, "
    "paragraph 16",
    policy="University harassment procedure",
    intro=(
        "You need not use this form: a letter that says the same is as good. Please be as clear and brief "
        "as you "
        "can. The complaint goes to the head of department of the person complained about; if that would be "
        "difficult, to the head of division (paragraph 12).",
        "Support is there for you whatever you decide: the student welfare service for students, a "
        "harassment "
        "advisor for everybody. Nobody is expected to confront the person complained about (paragraph 8).",
        "You will be told in writing how the complaint is to be dealt with (paragraph 22) and kept informed "
        "(paragraph 5). Information is shared only as far as the procedure needs (paragraph 39).",
    ),
    parts=(
        Part(
            "1. About you",
            (),
            (
                Box("complainant_name", "Your name", "Your full name"),
                Ticks(
                    "complainant_type",
                    "Are you a member of staff or a student?",
                    (("staff", "Member of staff"), ("student", "Student")),
                    hint="Please tick one",
                ),
                Box("department", "Department", "Your department or faculty"),
                Box("college", "College", "Your college, if you belong to one"),
            ),
        ),
        Part(
            "2. The person complained about",
            (),
            (Box("subject_name", "Name of the person complained about", "The name of the member of staff"),),
        ),
        Part(
            "3. The complaint",
            (
                "Please set out the nature of the behaviour, its effect on you and the resolution that "
                "you seek.",
            ),
            (
                Box(
                    "incident_dates",
                    "Dates of incidents",
                    "The day, month and year of each incident",
                    Kind.SHORT,
                    height=40,
                ),
                Box(
                    "behaviour",
                    "Nature of the behaviour",
                    "What was said or done, where, and who was there",
                    Kind.LONG,
                    height=170,
                    stacked=True,
                ),
                Box(
                    "effect",
                    "Effect of the behaviour on you",
                    "How it has affected you, your work or your studies",
                    Kind.LONG,
                    height=120,
                    stacked=True,
                ),
                Box(
                    "resolution_sought",
                    "Resolution sought",
                    "What you would like to happen",
                    Kind.LONG,
                    height=90,
                    stacked=True,
                ),
            ),
        ),
        Part(
            "4. Witnesses and evidence",
            (),
            (
                Rows("witness", WITNESS, 3),
                Box(
                    "evidence",
                    "Documentary evidence",
                    "List what you enclose, one thing to a line",
                    Kind.SHORT,
                    height=58,
                ),
            ),
        ),
        Part(
            "5. Attempts to resolve the matter",
            (),
            (
                Box(
                    "attempts_to_resolve",
                    "Attempts made to resolve the difficulties",
                    "What has been tried, when, and by whom",
                    Kind.LONG,
                    height=100,
                    stacked=True,
                ),
            ),
        ),
    ),
    colour="3B2F63",
    tint="ECEAF3",
)

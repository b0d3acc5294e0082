"""How six organisations would word the same form: the first is the published form, four are others'.

Even numbers are looked at while the program is made, odd numbers are kept for measuring.
"""

# ruff: noqa: E501 - a pattern or a sentence of a form reads better whole

COUNCIL_TITLES = (
    "Formal complaints form – strictly confidential",
    "Dignity at Work – Formal Complaint Form",
    "HARASSMENT & BULLYING COMPLAINT FORM",
    "Bullying and Harassment: formal complaint",
    "Formal complaint form",
    "Dignity at Work Complaint",
)
COUNCIL: dict[str, tuple[str, ...]] = {
    "complainant_name": ("Name", "Full name", "Employee’s name", "Your name (please print)", "Complainant", "First name and surname"),
    "department": ("Department", "Department / Section", "Directorate", "Service area you work in", "Your department", "Business unit"),
    "job_title": ("Job title", "Post held", "Position", "Job role", "What is your job title?", "Your post"),
    "work_email": ("Work Email Address", "E-mail", "Email address (work)", "Work e-mail", "Contact e-mail", "Email"),
    "work_phone": ("Work Phone Number", "Tel. No.", "Telephone", "Contact number", "Daytime telephone no.", "Phone (direct line)"),
    "respondents": (
        "Who is the complaint against? (name/s)", "Person(s) complained about", "Name of alleged harasser(s)",
        "Name(s) of the person(s) you wish to complain about", "Person or persons against whom this complaint is made", "Who are you complaining about?",
    ),
    "incident_dates": (
        "Date of incident(s)", "When did it happen?", "Date(s) of alleged incident(s)",
        "Date(s) on which the behaviour took place", "Dates of incidents", "On what dates did this happen?",
    ),
    "protected_grounds": (
        "Please state protected equality ground that relates to the complaint:", "Equality ground(s)", "Protected characteristic(s), if any",
        "Which equality ground (if any) does your complaint relate to?", "Ground of complaint", "Protected ground that applies",
    ),
    "incident_details": (
        "Incident(s) details (Please continue on a separate sheet if necessary.)", "Description of what happened", "Details of the incident(s)",
        "Please describe in your own words what happened", "Full details of your complaint", "Tell us what happened",
    ),
    "witnesses": ("Witnesses", "Names and contact details of any witnesses", "Witness details", "Who else saw or heard it?", "Witnesses (if any)", "Details of witnesses"),
    "previous_steps": (
        "Please give details of any action taken to resolve the matter, outside of this procedure or at the informal stage",
        "Action taken so far", "What steps have already been taken to resolve this?", "Have you tried to resolve the matter informally? Give details.",
        "Steps taken to date to resolve the complaint", "What have you already done about this?",
    ),
    "signed_name": ("Signed:", "Signature", "Signature of complainant", "Signed (employee)", "Signed by", "Your signature"),
    "signed_date": ("Date:", "Date", "Date signed", "Dated", "Date", "Date of signature"),
}  # fmt: skip
COUNCIL_SECTIONS: dict[str, tuple[str, ...]] = {
    "personal": ("1. Personal details", "Section A: Your details", "PART 1 – EMPLOYEE DETAILS", "About you", "1 Complainant", "Your details"),
    "complaint": ("2. Complaint details", "Section B: The complaint", "PART 2 – COMPLAINT", "About the complaint", "2 Complaint", "What happened"),
    "witnesses": ("3. Witnesses", "Section C: Witnesses", "PART 3 – WITNESSES", "People who saw or heard it", "3 Witnesses", "Witnesses"),
    "previous": ("4. Action taken so far", "Section D: Informal stage", "PART 4 – PREVIOUS ACTION", "What has been tried", "4 Informal action", "Steps so far"),
    "signature": ("5. Signature", "Section E: Declaration", "PART 5 – DECLARATION", "Sign and date", "5 Signature", "Declaration"),
}  # fmt: skip
COUNCIL_ORDER = {
    "personal": ("complainant_name", "department", "job_title", "work_email", "work_phone"),
    "complaint": ("respondents", "incident_dates", "protected_grounds", "incident_details"),
    "witnesses": ("witnesses",),
    "previous": ("previous_steps",),
    "signature": ("signed_name", "signed_date"),
}
UNIVERSITY_TITLES = (
    "Harassment complaint form", "Complaint of harassment", "Harassment procedure: written complaint",
    "Formal complaint of harassment", "Complaint under the Harassment Procedure", "Harassment procedure complaint form",
)  # fmt: skip
UNIVERSITY: dict[str, tuple[str, ...]] = {
    "complainant_name": ("Your name", "Full name", "Name of complainant", "Name", "Complainant’s name", "Your full name"),
    "complainant_type": ("Are you a member of staff or a student?", "Staff or student", "I am a", "Status (staff / student)", "Are you staff or a student?", "Staff/student"),
    "department": ("Department", "Department or faculty", "Your department", "Faculty / department", "Academic department", "Department/unit"),
    "college": ("College", "Your college (if any)", "College", "College or hall", "College", "College"),
    "subject_name": ("Name of the person complained about", "Person complained about", "Subject of the complaint", "Who is the complaint about?", "Name of the person you are complaining about", "Complaint against"),
    "behaviour": ("Nature of the behaviour", "What happened", "Details of the behaviour", "Please describe the behaviour", "The behaviour complained of", "Description of the conduct"),
    "effect": ("Effect of the behaviour on you", "Effect on you", "Impact", "How has this affected you?", "The effect on me", "Impact on you"),
    "resolution_sought": ("Resolution sought", "Outcome sought", "What would you like to happen?", "Desired outcome", "Resolution you are seeking", "What outcome are you looking for?"),
    "incident_dates": ("Dates of incidents", "When did it happen?", "Date(s) of incident(s)", "Dates", "Relevant dates", "Dates of the behaviour"),
    "witnesses": ("Witnesses", "Any witnesses", "Names of witnesses", "Who saw or heard it?", "Details of any witnesses", "Witnesses (if any)"),
    "evidence": ("Documentary evidence", "Evidence", "Documents attached", "Supporting documents", "Evidence attached", "List of evidence"),
    "attempts_to_resolve": ("Attempts made to resolve the difficulties", "Attempts to resolve", "Steps taken so far", "What have you done to resolve it?", "Previous attempts to resolve the matter", "Informal steps taken"),
}  # fmt: skip
UNIVERSITY_SECTIONS: dict[str, tuple[str, ...]] = {
    "personal": ("1. About you", "Your details", "Complainant", "Personal details", "Section 1: you", "The complainant"),
    "complaint": ("3. The complaint", "Your complaint", "Details of complaint", "The complaint", "Section 2: complaint", "About the complaint"),
    "witnesses": ("4. Witnesses and evidence", "Witnesses and evidence", "Supporting information", "Witnesses and evidence", "Section 3: support", "Witnesses and documents"),
    "previous": ("5. Attempts to resolve the matter", "Previous steps", "Informal resolution", "Earlier attempts", "Section 4: so far", "Informal steps"),
}  # fmt: skip
UNIVERSITY_ORDER = {
    "personal": ("complainant_name", "complainant_type", "department", "college"),
    "complaint": ("subject_name", "behaviour", "effect", "resolution_sought", "incident_dates"),
    "witnesses": ("witnesses", "evidence"),
    "previous": ("attempts_to_resolve",),
}
GUIDANCE = {
    "personal": "(to be completed by complainant)",
    "complaint": "Please give clear and concise details of your complaint below including who the complaint is being made against, the place, time and date of the incident(s), names of person(s) involved etc. (if applicable).",
    "witnesses": "Please provide the names and contact details of any witnesses.",
    "previous": "Please include details of any meetings or discussions that have been held.",
    "signature": "Please sign and date this form below and forward it to your Line Manager.",
}


class Wording:
    """One organisation's words for a form."""

    def __init__(self, form: str, number: int) -> None:
        council = form == "council-complaint"
        self.number = number
        self.title = (COUNCIL_TITLES if council else UNIVERSITY_TITLES)[number]
        self.labels = {k: v[number] for k, v in (COUNCIL if council else UNIVERSITY).items()}
        sections = COUNCIL_SECTIONS if council else UNIVERSITY_SECTIONS
        self.sections = {k: v[number] for k, v in sections.items()}
        self.order = COUNCIL_ORDER if council else UNIVERSITY_ORDER

    def label(self, name: str) -> str:
        return self.labels[name]

    def colon(self, name: str) -> str:
        """The label as it stands before an answer on the same line."""
        label = self.labels[name]
        return label if label[-1] in ":?" else f"{label}:"

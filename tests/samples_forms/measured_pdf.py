"""Printed and fillable forms of the measured part."""

from tests.samples_forms.sample import Filling, SampleForm
from tests.samples_forms.sheet import Sheet


def _ask(
    sheet: Sheet, fill: Filling, name: str, label: str, value: str, at: tuple[float, float], wide: float = 180
) -> None:
    """A numbered label with its field on the same line."""
    x, y = at
    sheet.text(x, y, label)
    key = label.split(" ", 1)[1] if label[:1].isdigit() else label
    sheet.field(name, (x + 150, y - 13, wide, 17), fill.say(key, value))


def _address(sheet: Sheet, fill: Filling, number: str, y: float, lines: tuple[str, ...]) -> float:
    sheet.text(40, y, f"{number}  Address")
    labels = ("Number or name", "Street", "Town/City", "County", "Postcode")
    for label, value in zip(labels, lines, strict=True):
        sheet.text(140, y, label)
        sheet.field(f"{number} {label.lower()}", (250, y - 13, 220, 17), fill.say(label, value))
        y += 22
    return y


def tribunal(fill: Filling) -> bytes:
    """A claim form of numbered boxes, the same questions for both sides, dates in three boxes."""
    s = Sheet()
    s.text(40, 50, "Employment claim", bold=True, size=18)
    s.text(40, 70, "You must complete all questions marked with an asterisk (*).")
    fill.section = "Your details"
    s.text(40, 100, "1  Your details", bold=True, size=13)
    s.text(40, 125, "1.1  Title")
    for n, (option, x) in enumerate((("Mr", 190), ("Mrs", 240), ("Miss", 300), ("Ms", 360))):
        s.text(x, 125, option)
        s.tick(f"1.1 title tick boxes {n}", x + 28, 125, on=fill.tick("Title", option, "Mrs"))
    _ask(s, fill, "1.2 first names", "1.2* First name (or names)", "Maeve Ann", (40, 150))
    _ask(s, fill, "1.3 surname", "1.3* Surname or family name", "Donnelly-Price", (40, 175))
    s.text(40, 200, "1.4  Date of birth")
    value = fill.say("Date of birth", "09/04/1981")
    for n, (x, wide, part) in enumerate(((190, 24, value[:2]), (225, 24, value[3:5]), (260, 44, value[6:]))):
        s.field(f"1.4 DOB {('day', 'month', 'year')[n]}", (x, 187, wide, 17), part)
    s.text(320, 200, "Sex")
    for n, (option, x) in enumerate((("Male", 350), ("Female", 420))):
        s.text(x, 200, option)
        s.tick(f"1.4 sex {n}", x + 42, 200, on=fill.tick("Sex", option, "Female"))
    y = _address(s, fill, "1.5", 230, ("14", "Quarry Lane", "Coleraine", "Londonderry", "BT52 1QX"))
    _ask(s, fill, "1.6 phone number", "1.6 Phone number", "028 9649 6120", (40, y + 5))
    _ask(s, fill, "1.7 mobile number", "1.7 Mobile number (if different)", "07700 900321", (40, y + 30))
    _ask(s, fill, "1.9 email", "1.8 Email address", "maeve.dp@quarry.example", (40, y + 55), 250)
    s.text(40, y + 80, "1.9  How should we contact you? (Please tick one box only)")
    for n, (option, x) in enumerate((("Email", 350), ("Post", 420))):
        s.text(x, y + 80, option)
        s.tick(f"1.8 tick {n}", x + 36, y + 80, on=fill.tick("How should we contact you?", option, "Email"))
    fill.section = "Respondent's details"
    y += 115
    s.text(40, y, "2  Respondent's details", bold=True, size=13)
    s.text(
        40,
        y + 25,
        "2.1*  Give the name of your employer or the person or organisation you are claiming against",
    )
    s.field(
        "2.1",
        (40, y + 32, 430, 18),
        fill.say(
            "Give the name of your employer or the person or organisation you are claiming against",
            "Harbour Freight & Cold Store Ltd",
        ),
    )
    y = _address(s, fill, "2.2", y + 75, ("Unit 7", "Dock Road", "Larne", "Antrim", "BT40 1AJ"))
    _ask(s, fill, "2.3 phone number", "2.3 Phone number", "028 9649 6555", (40, y + 5))
    s.page()
    fill.section = "Employment details"
    s.text(40, 50, "3  Employment details", bold=True, size=13)
    s.text(40, 75, "3.1  When did your employment start?")
    value = fill.say("When did your employment start?", "11/09/2017")
    for n, (x, wide, part) in enumerate(((260, 24, value[:2]), (295, 24, value[3:5]), (330, 44, value[6:]))):
        s.field(f"3.1 start {n}", (x, 62, wide, 17), part)
    s.text(40, 100, "Is your employment continuing?")
    for n, (option, x) in enumerate((("Yes", 260), ("No", 320))):
        s.text(x, 100, option)
        s.tick(
            f"3.1 continuing {n}", x + 24, 100, on=fill.tick("Is your employment continuing?", option, "No")
        )
    _ask(s, fill, "3.2", "3.2 Please say what job you do or did", "Forklift driver", (40, 130))
    s.text(40, 160, "3.3  Number of hours on average you work each week")
    s.field(
        "3.3 hours", (330, 147, 40, 17), fill.say("Number of hours on average you work each week", "37.5")
    )
    s.text(375, 160, "hours each week")
    s.text(40, 190, "3.4  What were your earnings?")
    s.text(60, 212, "Pay before tax")
    s.text(190, 212, "£")
    s.field("3.4 pay before tax", (200, 199, 80, 17), fill.say("Pay before tax", "2,140"))
    for n, (option, x) in enumerate((("Weekly", 310), ("Monthly", 390))):
        s.text(x, 212, option)
        s.tick(f"3.4 tick {n}", x + 46, 212, on=option == "Monthly" and fill.gives("Pay before tax"))
    s.text(40, 245, "3.5  Set out the background and details of your claim in the space below.")
    s.field("3.5 details", (40, 253, 510, 200), fill.say(
        "Set out the background and details of your claim in the space below",
        "On 3 June 2025 I was told to leave the yard. Nobody gave me a reason, and the letter came late.",
    ), many=True)  # fmt: skip
    s.text(40, 480, "Sort code")
    value = fill.say("Sort code", "10-88-00")
    for n in range(3):
        s.field(f"sort {n + 1}", (130 + n * 40, 467, 26, 17), value[n * 3 : n * 3 + 2])
    s.text(290, 480, "Account number")
    s.field("accno", (390, 467, 100, 17), fill.say("Account number", "00012345"))
    return s.finish()


def court(fill: Filling) -> bytes:
    """A court's claim form: labels above their boxes, field names that say nothing, a table of sums."""
    s = Sheet()
    s.text(40, 50, "Claim Form", bold=True, size=18)
    s.text(330, 46, "In the")
    s.field("Text1", (370, 33, 180, 18), fill.say("In the", "County Court at Ballymena"))
    s.text(330, 70, "Claim No.")
    s.field("Text2", (400, 57, 150, 18), fill.say("Claim No.", "J7QZ 4410"))
    s.text(330, 94, "Issue date")
    s.field("Text3", (400, 81, 150, 18), fill.say("Issue date", "14 July 2025"))
    s.text(40, 130, "Claimant(s) name(s) and address(es) including postcode")
    s.field(
        "Text12",
        (40, 136, 510, 60),
        fill.say(
            "Claimant(s) name(s) and address(es) including postcode",
            "Tobias Wren\n5 Mill Row\nAntrim BT41 4LL",
        ),
        many=True,
    )
    s.text(40, 220, "Defendant(s) name and address(es) including postcode")
    s.field(
        "Text13",
        (40, 226, 510, 60),
        fill.say(
            "Defendant(s) name and address(es) including postcode",
            "Kestrel Roofing Ltd\n90 Hill Street\nNewry BT34 1DG",
        ),
        many=True,
    )
    s.text(40, 310, "Brief details of claim")
    s.field(
        "Text14",
        (40, 316, 510, 70),
        fill.say("Brief details of claim", "Unpaid wages for March and April 2025 and holiday pay."),
        many=True,
    )
    s.text(40, 410, "Value")
    s.field("Text15", (40, 416, 300, 30), fill.say("Value", "More than £5,000 but not more than £10,000"))
    s.text(360, 420, "£")
    for n, (label, value) in enumerate(
        (
            ("Amount claimed", "6,412.50"),
            ("Court fee", "455.00"),
            ("Legal representative's costs", "80.00"),
            ("Total amount", "6,947.50"),
        )
    ):
        y = 410 + n * 24
        s.text(360, y + 14, label, size=9)
        s.field(f"Text2{n}", (480, y, 70, 20), fill.say(label, value))
    s.text(40, 512, "You must indicate your preferred County Court hearing centre for hearings here:")
    s.field(
        "Text31",
        (40, 518, 300, 20),
        fill.say(
            "You must indicate your preferred County Court hearing centre for hearings here", "Ballymena"
        ),
    )
    s.text(40, 560, "Do you believe you are vulnerable in any way which the court needs to consider?")
    for n, (option, text) in enumerate((("Yes", "Yes. Please explain in the box below."), ("No", "No"))):
        s.tick(
            f"Check Box{n + 40}",
            40,
            580 + n * 20,
            on=fill.tick(
                "Do you believe you are vulnerable in any way which the court needs to consider?",
                option,
                "No",
            ),
        )
        s.text(58, 580 + n * 20, text)
    s.text(40, 625, "Statement of truth", bold=True, size=12)
    s.text(40, 650, "Signature")
    s.field("Text50", (40, 656, 240, 30), fill.say("Signature", "T. Wren"))
    s.text(310, 650, "Date")
    for n, (label, part) in enumerate((("Day", "14"), ("Month", "07"), ("Year", "2025"))):
        s.text(340 + n * 60, 650, label, size=8)
        s.field(
            f"Text5{n + 1}",
            (340 + n * 60, 656, 40, 20),
            (fill.say("Date", "14/07/2025", part) if n == 0 else part) if fill.gives("Date") else "",
        )
    s.text(40, 710, "Full name")
    s.field("Text60", (140, 697, 260, 18), fill.say("Full name", "Tobias Edward Wren"))
    s.text(40, 735, "Name of firm")
    s.field("Text61", (140, 722, 260, 18), fill.say("Name of firm", "Larkfield & Moss"))
    return s.finish()


def grievance_grid(fill: Filling) -> bytes:
    """A grievance form on paper: shaded label cells beside white ones, questions above tall boxes."""
    s = Sheet()
    s.text(40, 50, "FORMAL GRIEVANCE FORM", bold=True, size=16)
    s.text(40, 68, "This form is to be used when an informal approach has not settled the matter.", size=9)
    s.text(40, 95, "Section A – Employee", bold=True, size=12)
    fill.section = "Section A – Employee"
    rows = (
        ("Name", "Rory Quillan"),
        ("Employee number", "E-40921"),
        ("Department", "Fleet Services"),
        ("Line manager", "Sunita Bell"),
        ("Trade union representative (if any)", "Carl Eze"),
    )
    for n, (label, value) in enumerate(rows):
        y = 102 + n * 24
        s.box(40, y, 180, 24, shaded=True)
        s.box(220, y, 330, 24)
        s.text(45, y + 16, label, bold=True)
        s.text(226, y + 16, fill.say(label, value))
    s.text(40, 250, "Section B – Grievance", bold=True, size=12)
    fill.section = "Section B – Grievance"
    y = 257
    questions = (
        (
            "Please set out the nature of your grievance, with dates, times and places.",
            "My shifts were changed on 2 May 2025 without notice, and again on 9 May 2025.",
            110,
        ),
        ("What have you done to try to resolve the matter?", "I spoke to Sunita Bell on 12 May 2025.", 70),
        ("What outcome are you looking for?", "My former shift pattern back.", 60),
    )
    for label, value, high in questions:
        s.box(40, y, 510, 22, shaded=True)
        s.text(45, y + 15, label, bold=True)
        s.box(40, y + 22, 510, high)
        s.block(46, y + 37, 495, fill.say(label.rstrip("."), value))
        y += 22 + high
    y += 30
    s.text(40, y, "Section C – Declaration", bold=True, size=12)
    fill.section = "Section C – Declaration"
    s.box(40, y + 8, 80, 26, shaded=True)
    s.box(120, y + 8, 220, 26)
    s.box(340, y + 8, 60, 26, shaded=True)
    s.box(400, y + 8, 150, 26)
    s.text(45, y + 25, "Signed", bold=True)
    s.text(126, y + 25, fill.say("Signed", "Rory Quillan"))
    s.text(345, y + 25, "Date", bold=True)
    s.text(406, y + 25, fill.say("Date", "21/05/2025"))
    return s.finish()


def council_lines(fill: Filling) -> bytes:
    """A complaint form of a local authority: words on dotted lines, two to a line, and boxes to tick."""
    s = Sheet()
    s.text(40, 50, "Tell us what went wrong", bold=True, size=17)
    s.text(40, 85, "1. About you", bold=True, size=12)
    fill.section = "1. About you"
    s.text(40, 110, "Please tick one:")
    for option, x in (("Mr", 140), ("Mrs", 190), ("Ms", 245), ("Mx", 295), ("Dr", 345)):
        s.square(x, 110, ticked=fill.tick("Please tick one", option, "Dr"))
        s.text(x + 13, 110, option)

    def dotted(x: float, y: float, label: str, value: str, end: float) -> None:
        s.text(x, y, label)
        start = x + 6.0 * len(label) + 4
        text = fill.say(label.rstrip(":"), value)
        if text:
            s.text(start + 6, y - 1, text)
        else:
            s.text(start, y, "." * int((end - start) / 2.8))

    dotted(40, 135, "First name:", "Ngaio", 290)
    dotted(300, 135, "Last name:", "Abernethy", 550)
    dotted(40, 160, "Address:", "Flat 2, 18 Sandpiper Court, Bangor", 550)
    dotted(40, 185, "Postcode:", "BT20 3TT", 290)
    dotted(300, 185, "Daytime telephone:", "028 9649 6777", 550)
    dotted(40, 210, "Email:", "ngaio@abernethy.example", 550)
    s.text(40, 250, "2. About your complaint", bold=True, size=12)
    fill.section = "2. About your complaint"
    s.text(40, 275, "Which service is your complaint about?")
    for n, option in enumerate(
        ("Bins and recycling", "Planning", "Leisure centres", "Council tax", "Parks", "Other")
    ):
        x, y = 60 + (n % 3) * 160, 297 + (n // 3) * 20
        s.square(x, y, ticked=fill.tick("Which service is your complaint about?", option, "Planning"))
        s.text(x + 14, y, option)
    dotted(40, 345, "When did it happen?", "12 February 2025", 550)
    s.text(40, 372, "What happened?")
    s.box(40, 378, 510, 90)
    s.block(
        46,
        393,
        500,
        fill.say("What happened?", "The notice was put up after the date for objections had passed."),
    )
    s.text(40, 490, "What would you like us to do to put things right?")
    s.box(40, 496, 510, 70)
    s.block(
        46,
        511,
        500,
        fill.say("What would you like us to do to put things right?", "Open the consultation again."),
    )
    s.text(40, 590, "Have you complained to us about this before?")
    for option, x in (("Yes", 300), ("No", 360)):
        s.square(x, 590, ticked=fill.tick("Have you complained to us about this before?", option, "Yes"))
        s.text(x + 13, 590, option)
    dotted(40, 615, "If yes, reference number:", "C/25/0081", 400)
    dotted(40, 660, "Signed:", "N. Abernethy", 290)
    dotted(300, 660, "Date:", "3 March 2025", 550)
    return s.finish()


FORMS = (
    SampleForm("tribunal", ".pdf", tribunal),
    SampleForm("court", ".pdf", court),
    SampleForm("grievance_grid", ".pdf", grievance_grid),
    SampleForm("council_lines", ".pdf", council_lines),
)

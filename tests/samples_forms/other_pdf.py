"""Printed and fillable forms beside the measured part: shapes that it does not have."""

from tests.samples_forms.sample import Filling, SampleForm
from tests.samples_forms.sheet import Sheet


def portal(fill: Filling) -> bytes:
    """A department's fillable form: names as a form designer numbers them, tooltips on every field."""
    s = Sheet()
    s.text(40, 50, "Application for review of a decision", bold=True, size=16)
    fill.section = "Part 1 Applicant"
    s.box(40, 78, 515, 18, shaded=True)
    s.text(44, 91, "Part 1   Applicant", bold=True, size=11)
    base = "form1[0].#subform[0]."
    rows = [
        ("Surname", "Okonkwo", "surname"),
        ("Forename(s)", "Chidi", "forename or forenames"),
        ("National Insurance number", "QQ 12 34 56 C", "National Insurance number"),
        ("Occupation", "Bus mechanic", "occupation"),
    ]
    for n, (label, value, hint) in enumerate(rows):
        s.text(40, 118 + 24 * n, label)
        s.field(
            f"{base}TextField1[{n}]",
            (200, 105 + 24 * n, 250, 18),
            fill.say(label, value),
            hint=f"Part 1. Applicant. Enter {hint}.",
        )
    fill.section = "Part 2 Employer"
    s.box(40, 218, 515, 18, shaded=True)
    s.text(44, 231, "Part 2   Employer", bold=True, size=11)
    rows = [
        ("Name", "Lagan Coachworks", "name"),
        ("Address", "Gate 3, Dock Street, Belfast", "address"),
        ("Telephone number", "028 9649 6888", "telephone number"),
    ]
    for n, (label, value, hint) in enumerate(rows):
        s.text(40, 258 + 24 * n, label)
        s.field(
            f"{base}TextField2[{n}]",
            (200, 245 + 24 * n, 250, 18),
            fill.say(label, value),
            hint=f"Part 2. Employer. Enter {hint}.",
        )
    fill.section = "Part 3 Review"
    s.box(40, 338, 515, 18, shaded=True)
    s.text(44, 351, "Part 3   Review", bold=True, size=11)
    s.text(40, 378, "Date of decision")
    value = fill.say("Date of decision", "28/02/2025")
    for n, (mark, x, wide, part) in enumerate(
        (("DD", 200, 24, value[:2]), ("MM", 240, 24, value[3:5]), ("YYYY", 280, 44, value[6:]))
    ):
        s.field(
            f"{base}DateField{n}[0]",
            (x, 365, wide, 18),
            part,
            hint=f"Part 3. Review. Date of decision. Enter {('day', 'month', 'year')[n]}.",
        )
        s.text(x + 2, 393, mark, size=7)
    s.text(40, 418, "Did you have help with this form?")
    for n, option in enumerate(("Yes", "No")):
        s.text(260 + 60 * n, 418, option)
        s.tick(
            f"{base}CheckBox{n}[0]",
            282 + 60 * n,
            418,
            on=fill.tick("Did you have help with this form?", option, "Yes"),
            hint=f"Part 3. Review. Did you have help with this form? {option}.",
        )
    s.text(40, 446, "State your grounds for review")
    s.field(
        f"{base}TextField3[0]",
        (40, 452, 515, 120),
        fill.say("State your grounds for review", "The panel did not have the second page of the report."),
        hint="Part 3. Review. State your grounds for review.",
        many=True,
    )
    return s.finish()


def comb(fill: Filling) -> bytes:
    """A form filled in by hand: a box for each letter, dates as eight boxes, labels above the boxes."""
    s = Sheet()
    s.text(40, 50, "Patient feedback and concerns", bold=True, size=15)
    s.text(40, 70, "PLEASE USE BLOCK CAPITALS AND BLACK INK", size=8)
    for n, (label, value, count) in enumerate(
        (("Surname", "MCKIBBIN", 20), ("First name(s)", "RHONDA", 20), ("Hospital number", "H4471902", 10))
    ):
        y = 95 + n * 50
        s.text(40, y, label, bold=True)
        s.comb(40, y + 6, count, fill.say(label, value))
    s.text(40, 250, "Date of birth", bold=True)
    value = fill.say("Date of birth", "17/08/1969", "17081969")
    x = s.comb(40, 256, 2, value[:2])
    x = s.comb(x + 10, 256, 2, value[2:4])
    s.comb(x + 10, 256, 4, value[4:])
    s.text(300, 250, "Postcode", bold=True)
    s.comb(300, 256, 8, fill.say("Postcode", "BT79 0ZZ"))
    s.text(40, 305, "Which hospital or clinic?", bold=True)
    s.box(40, 311, 510, 24)
    s.text(46, 327, fill.say("Which hospital or clinic?", "Omagh Minor Injuries"))
    s.text(40, 360, "What is your concern?", bold=True)
    s.box(40, 366, 510, 130)
    s.block(
        46,
        381,
        500,
        fill.say(
            "What is your concern?",
            "I was given another person's discharge letter and nobody would take it back.",
        ),
    )
    s.text(40, 520, "I am happy for my comments to be shared", bold=True)
    for option, x in (("Yes", 300), ("No", 350)):
        s.text(x, 520, option)
        s.square(x + 24, 520, ticked=fill.tick("I am happy for my comments to be shared", option, "No"))
    s.text(40, 555, "Signature", bold=True)
    s.box(100, 540, 220, 24)
    s.text(106, 556, fill.say("Signature", "R McKibbin"))
    s.text(340, 555, "Date", bold=True)
    s.box(380, 540, 120, 24)
    s.text(386, 556, fill.say("Date", "2/4/2025"))
    return s.finish()


def below_lines(fill: Filling) -> bytes:
    """A commission's charge form: writing lines with their labels in small type beneath."""
    s = Sheet()
    s.text(40, 50, "Statement of complaint", bold=True, size=15)

    def under(x: float, y: float, wide: float, label: str, value: str) -> None:
        text = fill.say(label, value)
        if text:
            s.text(x + 4, y - 3, text)
        s.rule(x, x + wide, y)
        s.text(x, y + 10, f"({label})" if wide > 300 else label, size=7.5)

    under(40, 95, 240, "Name of complainant", "Dervla Hanratty")
    under(310, 95, 240, "Date of birth", "30 January 1990")
    under(40, 135, 510, "Street address, city and postal code", "21 Foundry Street, Newry BT35 6AA")
    under(40, 175, 240, "Home telephone", "028 9649 6012")
    under(310, 175, 240, "E-mail address", "dervla@hanratty.example")
    under(40, 215, 510, "Name of the organisation complained about", "Silverbirch Nursery")
    s.text(40, 250, "The particulars are:", bold=True)
    for n, line in enumerate(
        ("I asked on 4 March 2025 for the ramp to be", "cleared and was told to use the back door.", "")
    ):
        s.rule(40, 550, 275 + 22 * n)
        if fill.gives("The particulars are"):
            s.text(44, 272 + 22 * n, line)
    fill.say(
        "The particulars are",
        "I asked on 4 March 2025 for the ramp to be cleared and was told to use the back door.",
    )
    under(40, 370, 240, "Signature of complainant", "Dervla Hanratty")
    under(310, 370, 240, "Date", "11 March 2025")
    return s.finish()


def grid_fields(fill: Filling) -> bytes:
    """An ombudsman's fillable form: a table with row and column headings, two columns of fields."""
    s = Sheet()
    s.text(40, 50, "Making a complaint to us", bold=True, size=16)
    s.text(150, 90, "You", bold=True)
    s.text(360, 90, "Anyone complaining with you", bold=True)
    rows = (
        ("Surname", "Drummond", "Drummond"),
        ("First names", "Callum Ian", "Morag"),
        ("Date of birth (dd/mm/yyyy)", "12/12/1975", "01/02/1977"),
        ("Occupation", "Joiner", "Archivist"),
    )
    for n, (label, one, other) in enumerate(rows):
        y = 98 + 24 * n
        s.box(40, y, 105, 24)
        s.box(145, y, 200, 24)
        s.box(345, y, 205, 24)
        s.text(44, y + 15, label, size=8)
        fill.section = "You"
        s.field(f"c{n}a", (148, y + 3, 194, 18), fill.say(label, one))
        fill.section = "Anyone complaining with you"
        s.field(f"c{n}b", (348, y + 3, 198, 18), fill.say(label, other))
    fill.section = ""
    s.text(40, 225, "Address for writing to you")
    text = fill.say("Address for writing to you", "Flat 9, 2 Tannery Row, Perth")
    s.field("addr1", (200, 212, 350, 18), "Flat 9" if text else "")
    s.field("addr2", (200, 234, 350, 18), "2 Tannery Row" if text else "")
    s.field("addr3", (200, 256, 350, 18), "Perth" if text else "")
    s.text(40, 295, "Phone (daytime)")
    s.field("ph", (200, 282, 140, 18), fill.say("Phone (daytime)", "01632 960411"))
    s.text(350, 295, "Phone (home)")
    s.field("ph2", (430, 282, 120, 18), fill.say("Phone (home)", "01632 960412"))
    s.text(40, 330, "What is the name of the business you are complaining about?")
    s.field(
        "biz",
        (40, 336, 510, 18),
        fill.say("What is the name of the business you are complaining about?", "Northgate Savings"),
    )
    s.text(40, 380, "What is your complaint about? Please tell us in your own words.")
    s.field(
        "what",
        (40, 386, 510, 110),
        fill.say(
            "What is your complaint about? Please tell us in your own words.",
            "They closed the account on 3 January 2025 without writing.",
        ),
        many=True,
    )
    s.text(40, 520, "Has the business sent you its final response?")
    for n, option in enumerate(("yes", "no", "not sure")):
        s.tick(
            f"resp_{n}",
            290 + 70 * n,
            520,
            on=fill.tick("Has the business sent you its final response?", option, "not sure"),
        )
        s.text(305 + 70 * n, 520, option)
    s.text(40, 550, "Which of these describes you?")
    for n, option in enumerate(("A private person", "A small business", "A charity")):
        s.tick(
            f"who_{n}",
            60,
            572 + 18 * n,
            on=fill.tick("Which of these describes you?", option, "A private person"),
        )
        s.text(78, 572 + 18 * n, option)
    return s.finish()


FORMS = (
    SampleForm("portal", ".pdf", portal),
    SampleForm("comb", ".pdf", comb),
    SampleForm("below_lines", ".pdf", below_lines),
    SampleForm("grid_fields", ".pdf", grid_fields),
)

"""Further layouts: a long claim form with repeated blocks, small type inside cells, brackets to tick."""

from tests.samples_forms.sample import Filling, SampleForm
from tests.samples_forms.sheet import Sheet
from tests.samples_forms.word import cell, control, document, heading, para, run, table, tick


def long_claim(fill: Filling) -> bytes:
    """A claim form of nine pages: dark bands as headings, boxes of one field, one block per respondent."""
    s = Sheet()
    s.text(40, 60, "Tribunal claim form", bold=True, size=20)
    s.text(40, 85, "Official use only", bold=True)
    for n, label in enumerate(("Tribunal office", "Case number", "Date received")):
        s.text(40 + 170 * n, 105, label, size=9)
        s.field(label.lower(), (40 + 170 * n, 110, 150, 18), "")
    fill.section = "About the claim"
    s.band(40, 150, 515, "1   About the claim")
    s.text(40, 190, "1.1  Title")
    for option, x in (("Mr", 120), ("Mrs", 170), ("Miss", 230), ("Ms", 290)):
        s.one_of("1.1 title tick boxes", option.lower(), x, 190, on=fill.tick("Title", option, "Ms"))
        s.text(x + 15, 190, option)
    s.text(340, 190, "Other (please state)")
    s.field("1.1 other", (450, 177, 100, 17), "")
    s.text(40, 220, "1.2* Are you the first to make this claim?")
    for option, x in (("Yes", 330), ("No", 390)):
        s.text(x, 220, option)
        said = fill.tick("Are you the first to make this claim?", option, "No")
        s.one_of("1.2 first", option.lower(), x + 24, 220, on=said)
    s.text(40, 250, "1.3  What are you complaining of? (Please tick one or more of the boxes below)")
    kinds = ("I was dismissed unfairly", "I was treated less well because of", "I am owed")
    told = fill.say("What are you complaining of?", "I am owed")
    for n, kind in enumerate(kinds):
        s.tick(f"1.3 {n}", 42, 275 + 20 * n, on=kind == told)
        s.text(60, 275 + 20 * n, kind)
    s.page()
    for number, name, place, post in (
        (2, "Ardmore Textiles Ltd", "4 Loom Street", "BT63 5AA"),
        (3, "Hilda Mount", "The Gate House", "BT63 5AB"),
        (4, "Quayside Staffing", "Unit 12", "BT1 3LP"),
        (5, "", "", ""),
        (6, "Osric Payroll", "77 Bank Row", "BT7 2QQ"),
    ):
        fill.section = f"Respondent {number}"
        s.band(40, 40, 515, f"Respondent {number}")
        for row, (label, value) in enumerate(
            (("Name", name), ("Number or street", place), ("Postcode", post))
        ):
            s.text(40, 90 + 26 * row, f"{number}.{row + 1}  {label}")
            s.field(f"R{number} {row}", (200, 77 + 26 * row, 240, 18), fill.say(label, value))
        question = "Do you have a conciliation certificate number?"
        s.text(40, 180, f"{number}.4  {question}")
        for option, x in (("Yes", 330), ("No", 390)):
            s.tick(f"R{number} cert {option}", x, 180, on=bool(name) and fill.tick(question, option, "Yes"))
            s.text(x + 15, 180, option)
        s.text(40, 206, "If yes, please give the number")
        given = fill.say("If yes, please give the number", f"R{number}77120/25/44" if name else "")
        s.field(f"R{number} certificate", (230, 193, 160, 18), given)
        s.page()
    fill.section = "Employment"
    s.band(40, 40, 515, "7   Employment")
    s.text(40, 90, "If your employment has ended, when did it end?")
    day = fill.say("If your employment has ended, when did it end?", "30/11/2024")
    for n, (x, wide) in enumerate(((330, 22), (360, 22), (390, 40))):
        s.field(f"7 end.{n}", (x, 77, wide, 17), day.split("/")[n] if day else "")
    s.text(40, 120, "Pay before tax")
    s.text(190, 120, "£")
    s.field("7.gross", (200, 107, 70, 17), fill.say("Pay before tax", "1,980.00"))
    for option, x in (("Weekly", 290), ("Monthly", 360), ("Annually", 430)):
        s.one_of(
            "7.gross per", option.lower(), x, 120, on=option == "Monthly" and fill.gives("Pay before tax")
        )
        s.text(x + 15, 120, option)
    s.text(40, 160, "Please use this space for anything else")
    s.field(
        "7.more",
        (40, 168, 515, 160),
        fill.say("Please use this space for anything else", "I would like an interpreter (Polish)."),
        many=True,
    )
    return s.finish()


def charge_cells(fill: Filling) -> bytes:
    """A charge form ruled all over: small labels in the corner of each cell, the field inside it."""
    s = Sheet()
    s.text(180, 40, "CHARGE OF DISCRIMINATION", bold=True, size=14)

    def box(
        name: str, at: tuple[float, float, float, float], label: str, value: str, *, many: bool = False
    ) -> None:
        x, y, wide, high = at
        s.box(x, y, wide, high)
        s.text(x + 3, y + 8, label, size=6.5)
        s.field(name, (x + 3, y + 11, wide - 6, high - 13), fill.say(label, value), many=many)

    box("F1", (40, 60, 360, 34), "Name (indicate Mr., Ms., Mrs.)", "Ms. Paloma Reyes")
    box("F2", (400, 60, 155, 34), "Home Phone (Incl. Area Code)", "01632 960555")
    box("F3", (40, 94, 360, 34), "Street Address", "88 Alder Way")
    box("F4", (400, 94, 155, 34), "Date of Birth", "05/06/1988")
    box("F5", (40, 128, 515, 34), "City, State and ZIP Code", "Springfield 62701")
    s.box(40, 162, 515, 20)
    s.text(43, 175, "Named is the employer that I believe discriminated against me or others.", size=8)
    box("F6", (40, 182, 260, 34), "Employer's name", "Granite Foods")
    box("F7", (300, 182, 120, 34), "No. Employees, Members", "120")
    box("F8", (420, 182, 135, 34), "Phone No.", "01632 960556")
    s.box(40, 216, 330, 70)
    s.text(43, 226, "DISCRIMINATION BASED ON (Check appropriate box(es).)", size=7)
    based = fill.say("DISCRIMINATION BASED ON", "SEX, AGE").split(", ")
    for n, option in enumerate(("RACE", "COLOR", "SEX", "RELIGION", "AGE", "DISABILITY")):
        x, y = 48 + (n % 3) * 100, 246 + (n // 3) * 20
        s.tick(f"B{n}", x, y, on=option in based)
        s.text(x + 15, y, option, size=8)
    box("F9", (370, 216, 92, 70), "Earliest", "03-02-2025")
    box("F10", (462, 216, 93, 70), "Latest", "04-11-2025")
    box(
        "F11",
        (40, 286, 515, 200),
        "THE PARTICULARS ARE (If additional paper is needed, attach extra sheet(s)):",
        "I was passed over twice and told the job needed somebody younger.",
        many=True,
    )
    box("F12", (40, 486, 300, 34), "Charging Party Signature", "Paloma Reyes")
    box("F13", (340, 486, 215, 34), "Date", "04-20-2025")
    return s.finish()


def cells_on_paper(fill: Filling) -> bytes:
    """The same kind of form typed on paper: small label in the corner of the cell, the answer under it."""
    s = Sheet()
    s.text(40, 45, "Equal treatment complaint", bold=True, size=14)

    def box(x: float, y: float, wide: float, high: float, label: str, value: str) -> None:
        s.box(x, y, wide, high)
        s.text(x + 4, y + 10, label, size=8)
        s.block(x + 6, y + 24, wide - 10, fill.say(label.rstrip(":"), value))

    box(40, 60, 300, 34, "Full name", "Marguerite Osei")
    box(340, 60, 215, 34, "Reference number", "ET/2025/0912")
    box(40, 94, 300, 34, "Post held", "Laboratory technician")
    box(340, 94, 215, 34, "Telephone", "028 9649 6088")
    box(40, 128, 515, 34, "Place of work", "Chemistry Building, Level 3")
    box(
        40,
        162,
        515,
        120,
        "Describe the treatment complained of",
        "My bench was given away while I was on leave in May 2025.",
    )
    box(40, 282, 257, 34, "Signature", "M. Osei")
    box(297, 282, 258, 34, "Date", "12 June 2025")
    return s.finish()


def brackets(fill: Filling) -> bytes:
    """A typed form of numbered questions with square brackets to mark and underscores to write on."""

    def line(text: str, label: str, value: str, wide: int = 40) -> str:
        return para(f"{text} " + (fill.say(label, value) or "_" * wide))

    def marks(label: str, options: tuple[str, ...], chosen: str) -> str:
        return "   ".join(f"[{'X' if fill.tick(label, o, chosen) else ' '}] {o}" for o in options)

    yourself = "Are you making this complaint for yourself?"
    account = "Explain as briefly as you can what happened"
    grounds = ("Race", "Age", "Sex", "Disability")
    return document(
        heading("Complaint of unfair treatment"),
        line("1. Your name:", "Your name", "Tamsin Blythe"),
        line("2. Your address:", "Your address", "3 Cobbler's Yard, Durham", 60),
        line("3. Best telephone number to reach you:", "Best telephone number to reach you", "01632 960777"),
        para(f"4. {yourself}  " + marks(yourself, ("Yes", "No"), "Yes")),
        para("5. I believe the treatment was because of:"),
        para(marks("I believe the treatment was because of", grounds, "Disability")),
        line("6. Date of the treatment:", "Date of the treatment", "14 January 2025", 20),
        para(f"7. {account}:"),
        para(fill.say(account, "My chair was taken and not replaced for six weeks.") or "_" * 80),
        *([] if fill.gives(account) else [para("_" * 80)] * 3),
        line("Signature:", "Signature", "T Blythe", 30),
        line("Date:", "Date", "20 January 2025", 20),
    )  # fmt: skip


def several_in_a_cell(fill: Filling) -> bytes:
    """An employer's form: several labels in one cell, four columns, controls beside and below labels."""

    def said(label: str, value: str) -> str:
        return para(run(f"{label}: ", bold=True) + control(fill.say(label, value)))

    fill.section = "Employee"
    one = cell(
        said("Name", "Bertrand Okafor"), said("Job title", "Warehouse lead"), said("Site", "Nutts Corner")
    )
    two = cell(
        said("Payroll number", "20881"), said("Line manager", "Aoibheann Rice"), said("Shift", "Nights")
    )
    fill.section = "Grievance"
    nature = ("Pay", "Conditions", "Relationships at work", "Other")
    ticks = [para(tick(fill.tick("Nature of grievance", n, "Conditions")), f" {n}") for n in nature]
    details = control(fill.say("Details", "The loading bay has had no heating since 2 December 2024."))
    signed = cell(fill.say("Employee signature", "B. Okafor"))
    wanted = control(fill.say("Remedy sought", "Heating by the end of the month."))
    return document(
        heading("Employee grievance"),
        table((cell(run("Employee", bold=True), span=2, shaded=True),), (one, two)),
        para(run("Grievance", bold=True)),
        table(
            (cell(run("Nature of grievance", bold=True), shaded=True), cell(*ticks)),
            (cell(run("Details", bold=True), shaded=True), cell(para(details))),
            (cell(run("Remedy sought", bold=True), shaded=True), cell(para(wanted))),
        ),
        para("I confirm that what I have said here is true to the best of my knowledge."),
        table((cell("Employee signature"), signed, cell("Date"), cell(fill.say("Date", "9/1/2025")))),
    )  # fmt: skip


def two_columns(fill: Filling) -> bytes:
    """A page in two columns of lines: the parties side by side, their questions the same."""
    s = Sheet()
    s.text(40, 50, "Notice of appeal", bold=True, size=16)
    for x, name, values in (
        (40, "Appellant", ("Ludmila Varga", "6 Tannery Lane", "01632 960321")),
        (310, "Respondent to the appeal", ("Borough Leisure Trust", "1 Civic Square", "01632 960322")),
    ):
        fill.section = name
        s.text(x, 90, name, bold=True, size=12)
        for n, (label, value) in enumerate(zip(("Name", "Address", "Telephone"), values, strict=True)):
            s.text(x, 118 + 30 * n, label)
            s.box(x + 70, 105 + 30 * n, 170, 20)
            s.text(x + 75, 119 + 30 * n, fill.say(label, value))
    fill.section = ""
    s.text(40, 240, "Grounds of appeal", bold=True, size=12)
    s.box(40, 248, 510, 120)
    s.block(46, 264, 500, fill.say("Grounds of appeal", "The panel met without the witness statement."))
    s.text(40, 400, "Do you want a hearing?")
    for option, x in (("Yes", 200), ("No", 260)):
        s.square(x, 400, ticked=fill.tick("Do you want a hearing?", option, "Yes"))
        s.text(x + 13, 400, option)
    return s.finish()


FORMS = (
    SampleForm("long_claim", ".pdf", long_claim),
    SampleForm("charge_cells", ".pdf", charge_cells),
    SampleForm("cells_on_paper", ".pdf", cells_on_paper),
    SampleForm("brackets", ".docx", brackets),
    SampleForm("several_in_a_cell", ".docx", several_in_a_cell),
    SampleForm("two_columns", ".pdf", two_columns),
)

"""Word forms of the measured part, and one more fillable PDF."""

from tests.samples_forms.sample import Filling, SampleForm
from tests.samples_forms.sheet import Sheet
from tests.samples_forms.word import cell, choice, control, day, document, heading, para, run, table, tick


def dignity_controls(fill: Filling) -> bytes:
    """A grievance form of tables with content controls, some headings inside the tables."""

    def row(label: str, value: str) -> tuple[str, str]:
        return cell(run(label, bold=True), shaded=True), cell(para(control(fill.say(label, value))))

    fill.section = "Employee details"
    start = fill.say("Start date", "04/01/2016")
    contract = fill.say("Contract type", "Fixed term")
    details = (
        (cell(run("Employee details", bold=True), span=2, shaded=True),),
        row("Full name", "Oisín McAteer"),
        row("Job title", "Senior Planner"),
        row("Directorate", "Growth & Regeneration"),
        (cell(run("Start date", bold=True), shaded=True), cell(para(day(start)))),
        (
            cell(run("Contract type", bold=True), shaded=True),
            cell(para(choice(contract, ("Permanent", "Fixed term", "Agency"), title="Contract type"))),
        ),
        row("Work email", "oisin.mcateer@lough.example"),
    )  # fmt: skip
    fill.section = "Your representative"
    helper = (
        (cell(run("Your representative", bold=True), span=2, shaded=True),),
        row("Full name", "Petra Lindqvist"),
        row("Organisation", "Public & General Union"),
        row("Contact number", "028 9649 6333"),
    )
    fill.section = "Grievance details"
    body = (
        (cell(run("Grievance details", bold=True), span=2, shaded=True),),
        (
            cell(
                run(
                    "Please describe your grievance, giving dates and the names of any witnesses.", bold=True
                ),
                span=2,
            ),
        ),
        (
            cell(
                para(
                    control(
                        fill.say(
                            "Please describe your grievance, giving dates and the names of any witnesses",
                            "On 6 and 7 May 2025 I was left out of the team meetings.\nGwen Tully saw it.",
                            None,
                        )
                    )
                ),
                span=2,
            ),
        ),
        (
            cell(run("Have you raised this informally?", bold=True)),
            cell(
                para(
                    tick(fill.tick("Have you raised this informally?", "Yes", "Yes")),
                    " Yes   ",
                    tick(fill.tick("Have you raised this informally?", "No", "Yes")),
                    " No",
                )
            ),
        ),
        (cell(run("What resolution do you seek?", bold=True), span=2),),
        (
            cell(
                para(
                    control(
                        fill.say("What resolution do you seek?", "An apology and minutes of the meetings.")
                    )
                )
            ),
            cell(),
        ),
    )
    fill.section = "Signature"
    sign = (
        (
            cell("Signed"),
            cell(para(control(fill.say("Signed", "O. McAteer")))),
            cell("Date"),
            cell(para(day(fill.say("Date", "19/05/2025")))),
        ),
    )
    return document(
        heading("Grievance Form"),
        para("Send the completed form to HR in a sealed envelope."),
        table(*details),
        table(*helper),
        table(*body),
        table(*sign),
    )


def questionnaire(fill: Filling) -> bytes:
    """Numbered long questions, each with a box under it; boxes to tick in running lines."""
    parts = [
        heading("Questions about possible discrimination"),
        para("Please answer as fully as you can. Use extra sheets if you need them."),
    ]

    def boxed(number: str, question: str, value: str) -> None:
        parts.append(para(run(f"{number}. {question}")))
        parts.append(table((cell(fill.say(question.rstrip("."), value)),)))

    boxed("1", "What is your name and address?", "Farida Noor, 3 Bridge Walk, Derry BT48 2PP")
    boxed("2", "Who do you say treated you unfairly?", "The night manager at the depot")
    parts.append(para("3. Do you agree that you were asked to leave on 8 April 2025?"))
    for option in ("Yes", "No", "In part"):
        on = fill.tick("Do you agree that you were asked to leave on 8 April 2025?", option, "In part")
        parts.append(para(f"{'☒' if on else '☐'} {option}"))
    parts.append(para("3a. If not, please say why not:"))
    parts.append(
        table((cell(fill.say("If not, please say why not", "I was asked only to move to the other gate.")),))
    )
    parts.append(para("4. On which ground do you say that this was done? (please tick all that apply)"))
    grounds = ("Age", "Disability", "Race", "Religion or belief", "Sex", "Sexual orientation")
    said = fill.say("On which ground do you say that this was done?", "Race; Sex").split("; ")
    cells = [cell(f"{'☒' if g in said else '☐'} {g}") for g in grounds]
    parts.append(table(tuple(cells[:3]), tuple(cells[3:])))
    boxed("5", "How were other people in a like position treated?", "They were given a second warning first.")
    boxed("6", "What would you like the organisation to do now?", "Answer these questions within 21 days.")
    parts.append(
        para(
            "Signed: "
            + (fill.say("Signed", "Farida Noor") or "_" * 30)
            + "\tDate: "
            + (fill.say("Date", "2 June 2025") or "_" * 16)
        )
    )
    return document(*parts)


def clinic_dots(fill: Filling) -> bytes:
    """A health trust's complaint form typed over dotted lines, the name split in three."""

    def gap(label: str, value: str, dots: int = 40) -> str:
        return f"{label} " + (fill.say(label.rstrip(":").strip(), value) or "." * dots)

    fill.section = "Your details"
    first = [
        heading("Comments and complaints form"),
        para(run("Your details", bold=True)),
        para(
            "Title: Mr ☐ Mrs ☐ Miss ☐ Ms ☐ Other ☐".replace("Ms ☐", "Ms ☒")
            if fill.on and fill.tick("Title", "Ms", "Ms")
            else "Title: Mr ☐ Mrs ☐ Miss ☐ Ms ☐ Other ☐"
        ),
        para(gap("First name:", "Imogen", 30) + "  " + gap("Surname:", "Fairweather", 30)),
        para(gap("Address:", "7 Kiln Close, Lisburn", 70)),
        para(gap("Postcode:", "BT28 1ZZ", 20) + "  " + gap("Telephone:", "07700 900482", 30)),
        para(gap("E-mail:", "imogen.f@kiln.example", 60)),
    ]
    fill.section = "Patient's details"
    second = [
        para(run("Patient's details", bold=True) + run(" (if you are not the patient)")),
        para(gap("First name:", "Edgar", 30) + "  " + gap("Surname:", "Fairweather", 30)),
        para(gap("Date of birth:", "23/11/1944", 24)),
        para(gap("Relationship to you:", "Father", 30)),
    ]
    fill.section = "Your complaint"
    third = [
        para(run("Your complaint", bold=True)),
        para(gap("Ward or department:", "Outpatients, Level 2", 60)),
        para(gap("Date of event:", "17 March 2025", 30)),
        para("Please tell us what happened:"),
        para(
            fill.say(
                "Please tell us what happened", "My father waited five hours and nobody came to tell us why."
            )
            or "." * 120
        ),
        *([] if fill.gives("Please tell us what happened") else [para("." * 120), para("." * 120)]),
        para(
            "Do you want a written reply?   ☐ Yes   ☐ No".replace("☐ Yes", "☒ Yes")
            if fill.on and fill.tick("Do you want a written reply?", "Yes", "Yes")
            else "Do you want a written reply?   ☐ Yes   ☐ No"
        ),
        para(gap("Signature:", "I Fairweather", 40) + "\t" + gap("Date:", "24/03/2025", 20)),
    ]
    return document(*first, *second, *third)


def school(fill: Filling) -> bytes:
    """A school's complaint form: labels above boxes, two boxes to a line, buttons for yes and no."""
    s = Sheet()
    s.text(40, 50, "School complaint form", bold=True, size=16)
    s.text(40, 70, "Please complete and return to the clerk to the governors.")

    def above(name: str, label: str, value: str, x: float, y: float, wide: float, high: float = 18) -> None:
        s.text(x, y, label, size=9)
        s.field(name, (x, y + 4, wide, high), fill.say(label.rstrip(":"), value), many=high > 20)

    above("fld1", "Your name:", "Bronwen Ashdown", 40, 100, 240)
    above("fld2", "Pupil's name:", "Tegan Ashdown", 300, 100, 240)
    above("fld3", "Relationship to the pupil:", "Mother", 40, 145, 240)
    above("fld4", "Year group:", "Year 9", 300, 145, 240)
    above("fld5", "Address:", "11 Weir View, Holywood", 40, 190, 500)
    above("fld6", "Day time telephone number:", "028 9649 6401", 40, 235, 240)
    above("fld7", "Evening telephone number:", "07700 900177", 300, 235, 240)
    above(
        "fld8",
        "Please give details of your complaint, including whether you have spoken to anybody about it:",
        "The trip was cancelled on the morning of 5 June 2025. I spoke to the form tutor that day.",
        40,
        285,
        500,
        110,
    )
    above(
        "fld9",
        "What actions do you feel might resolve the problem at this stage?",
        "Repay the deposit.",
        40,
        420,
        500,
        70,
    )
    s.text(40, 515, "Are you attaching any paperwork?")
    for n, option in enumerate(("Yes", "No")):
        s.radio(
            "paper",
            option,
            260 + 60 * n,
            515,
            on=fill.tick("Are you attaching any paperwork?", option, "Yes"),
        )
        s.text(275 + 60 * n, 515, option)
    heard = fill.say("How did you hear of this procedure?", "Letter home")
    s.text(40, 545, "How did you hear of this procedure? (tick all that apply)")
    for n, option in enumerate(("Website", "Letter home", "Staff")):
        s.tick(f"hear{n}", 60 + 120 * n, 565, on=option == heard)
        s.text(76 + 120 * n, 565, option)
    above("fld10", "Signature:", "B Ashdown", 40, 600, 240)
    above("fld11", "Date:", "09/06/2025", 300, 600, 120)
    s.text(40, 660, "Official use", bold=True, size=12)
    above("fld12", "Date acknowledgement sent:", "", 40, 685, 240)
    above("fld13", "By who:", "", 300, 685, 240)
    return s.finish()


FORMS = (
    SampleForm("dignity_controls", ".docx", dignity_controls),
    SampleForm("questionnaire", ".docx", questionnaire),
    SampleForm("clinic_dots", ".docx", clinic_dots),
    SampleForm("school", ".pdf", school),
)

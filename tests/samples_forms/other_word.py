"""Word forms beside the measured part: older fields, tables of several kinds, blank lines to write on."""

from tests.samples_forms.sample import Filling, SampleForm
from tests.samples_forms.word import (
    cell,
    document,
    heading,
    legacy,
    legacy_choice,
    legacy_tick,
    para,
    run,
    table,
)


def legacy_table(fill: Filling) -> bytes:
    """A protected form of the older kind: two questions to a row, grey fields, boxes to tick."""

    def ask(label: str, value: str) -> tuple[str, str]:
        return cell(label), cell(para(legacy(fill.say(label.rstrip(":"), value))))

    fill.section = "Part A: The person making the complaint"
    first = (
        (*ask("Surname:", "Tremblay"), *ask("Forenames:", "Odile")),
        (*ask("Staff no.:", "77120"), *ask("Grade:", "SO1")),
        (*ask("Tel:", "028 9649 6150"), *ask("E-mail:", "odile.t@works.example")),
        (
            cell("Status:"),
            cell(
                para(
                    legacy_tick(fill.tick("Status", "Full time", "Part time")),
                    " Full time  ",
                    legacy_tick(fill.tick("Status", "Part time", "Part time")),
                    " Part time",
                ),
                span=3,
            ),
        ),
    )
    fill.section = "Part B: The complaint"
    kinds = ("Please select", "Bullying", "Harassment", "Victimisation")
    second = (
        (
            cell("Type of complaint:"),
            cell(para(legacy_choice(fill.say("Type of complaint", "Harassment"), kinds))),
        ),
        ask("Date(s) on which it happened:", "1 and 2 July 2025"),
        ask("Place:", "Sorting office, first floor"),
        (
            cell(
                para("Give a full account below:"),
                para(
                    legacy(
                        fill.say(
                            "Give a full account below",
                            "The same remark was made on both days in front of the shift.",
                        )
                    )
                ),
                span=2,
            ),
        ),
    )
    return document(
        heading("Dignity in the workplace: complaint"),
        para(run("Part A: The person making the complaint", bold=True)),
        table(*first),
        para(run("Part B: The complaint", bold=True)),
        table(*second),
    )


def _row(fill: Filling, label: str, value: str) -> tuple[str, str]:
    return cell(run(label, bold=True)), cell(fill.say(label, value))


def header_grid(fill: Filling) -> bytes:
    """Tables with a heading row: people in rows, and yes or no in columns to tick."""
    fill.section = ""
    said = fill.say("Witnesses", "Yvette Marlow; Ivan Petrov")
    people = (("Yvette Marlow", "Clerk", "028 9649 6021"), ("Ivan Petrov", "Porter", "028 9649 6022"))
    rows = [
        (cell(run("Name", bold=True)), cell(run("Job title", bold=True)), cell(run("Telephone", bold=True)))
    ]
    for name, job, phone in people:
        rows.append((cell(name if said else ""), cell(job if said else ""), cell(phone if said else "")))
    ticks = [(cell("Have you:"), cell(run("Yes", bold=True)), cell(run("No", bold=True)))]
    for question, chosen in (
        ("Spoken to your line manager", "Yes"),
        ("Contacted a harassment adviser", "No"),
        ("Kept a diary of events", "Yes"),
    ):
        marks = ["☒" if fill.tick(question, option, chosen) else "☐" for option in ("Yes", "No")]
        ticks.append((cell(question), cell(marks[0]), cell(marks[1])))
    account = fill.say("Describe the behaviour", "Being shouted at in front of readers, most weeks.")
    signed, date = fill.say("Signed", "L. Baptiste"), fill.say("Date", "30/06/2025")
    return document(
        heading("Bullying report"),
        table(
            _row(fill, "Your name", "Leontyne Baptiste"),
            _row(fill, "Your school or service", "Library service"),
            _row(fill, "When did it begin?", "Early May 2025"),
        ),
        para(run("Witnesses", bold=True)),
        table(*rows),
        para(run("Steps so far", bold=True)),
        table(*ticks),
        para(run("Describe the behaviour", bold=True)),
        table((cell(account),)),
        para(f"Signed {signed or '_' * 24}   Date {date or '_' * 14}"),
    )  # fmt: skip


def one_column(fill: Filling) -> bytes:
    """Each question in the first line of its own cell, the answer under it; address in three lines."""

    def box(label: str, value: str, hint: str = "") -> tuple[str]:
        inside = [para(run(label, bold=True))]
        if hint:
            inside.append(para(hint))
        inside.append(para(fill.say(label.rstrip(":?"), value)))
        return (cell(*inside),)

    fill.section = "1. Complainant"
    first = (
        (cell(para(run("Name:", bold=True), run(" " + fill.say("Name", "Aurelio Conti")))),),
        box("Home address:", "4 Mountain View\nStrabane\nBT82 8AA"),
        (
            cell(
                para(
                    run("Course and year:", bold=True),
                    run(" " + fill.say("Course and year", "MSc Hydrology, first year")),
                )
            ),
        ),
    )
    fill.section = "2. Complaint"
    second = (
        box(
            "What is the complaint about?",
            "Marks for the spring project were given out in the corridor.",
            "Give dates where you can.",
        ),
        box("Who was involved?", "Dr Alder and two other students"),
        box("What evidence do you enclose?", "E-mails of 3 and 4 April 2025"),
    )
    return document(
        heading("Student complaint, stage 1"),
        para(run("1. Complainant", bold=True)),
        table(*first),
        para(run("2. Complaint", bold=True)),
        table(*second),
        para("Signature of student:\t" + fill.say("Signature of student", "A. Conti")),
        para("Date:\t" + fill.say("Date", "7 April 2025")),
    )


def writing_lines(fill: Filling) -> bytes:
    """A plain letter-like form: headings that ask, underscores to write on, delete-as-appropriate."""

    def line(label: str, value: str) -> str:
        return para(f"{label} " + (fill.say(label.rstrip(":").strip(), value) or "_" * 40))

    def room(label: str, value: str) -> str:
        return para(fill.say(label, value) or "_" * 80)

    fill.section = ""
    return document(
        para(run("NOTICE OF GRIEVANCE", bold=True, size=15)),
        line("To:", "Fionn Leary, Head of Estates"),
        line("From:", "Zdenka Novak"),
        line("Post held:", "Caretaker, Annex B"),
        para("I wish to raise a formal grievance under the procedure. My grievance is about:"),
        room("My grievance is about", "Overtime on 8 and 15 February 2025 that was not paid."),
        *([] if fill.gives("My grievance is about") else [para("_" * 80), para("_" * 80)]),
        para("I have already discussed this with:"),
        room("I have already discussed this with", "My supervisor, on 20 February 2025"),
        para("The outcome I would like is:"),
        room("The outcome I would like is", "Payment of eleven hours."),
        line("Name of companion:", "Bridie Shaw"),
        line("Signed:", "Z. Novak"),
        line("Dated:", "3 March 2025"),
    )  # fmt: skip


FORMS = (
    SampleForm("legacy_table", ".docx", legacy_table),
    SampleForm("header_grid", ".docx", header_grid),
    SampleForm("one_column", ".docx", one_column),
    SampleForm("writing_lines", ".docx", writing_lines),
)

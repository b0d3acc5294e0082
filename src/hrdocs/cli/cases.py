"""`hrdocs init` and `hrdocs case`."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hrdocs.cli.context import (
    DAY,
    DEFAULT_PACK,
    dry_run_option,
    format_option,
    merge_place,
    need_workspace,
    now,
    pack_name,
    place_options,
    print_json,
    talk,
    today,
    user,
)
from hrdocs.cli.issuing import approve, issue, withdraw
from hrdocs.errors import ExitCode, UnavailableError, UsageError

if TYPE_CHECKING:
    from hrdocs.desk.intake import Desk


@click.command(epilog="Example: hrdocs init complaints")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--pack", "own_pack", help=f"The procedure (default: {DEFAULT_PACK}).")
@dry_run_option
def init(folder: Path, own_pack: str | None, dry_run: bool) -> int:
    """Make a new workspace in DIR."""
    from hrdocs.packs import find_pack
    from hrdocs.register import open_register
    from hrdocs.workspace import create_workspace

    name = own_pack or click.get_current_context().obj["pack"] or DEFAULT_PACK
    find_pack(name)
    if dry_run:
        click.echo(f"Would make {folder} with organisation.toml, register.db, inbox and cases.")
        return ExitCode.OK
    workspace = create_workspace(folder, pack=name)
    open_register(workspace.register, create=True)
    click.echo(f"Made the workspace {folder}.")
    click.echo("Next: fill in organisation.toml, put forms into inbox, and run `hrdocs intake inbox` there.")
    return ExitCode.OK


def make_desk(*, received: dt.date | None, on: dt.date) -> "Desk":
    """What intake works with, in the workspace found here."""
    from hrdocs.desk.cases import open_workspace_register, workspace_pack
    from hrdocs.desk.intake import Desk
    from hrdocs.desk.reading import HowToRead
    from hrdocs.packs import shipped_packs
    from hrdocs.workspace import read_organisation

    workspace = need_workspace()
    organisation = read_organisation(workspace)
    pack = workspace_pack(workspace, pack_name(workspace))
    others = [folder for folder in shipped_packs() if folder.name != pack.procedure.id]
    how = HowToRead((pack.folder, *others), received)
    return Desk(
        workspace, open_workspace_register(workspace), pack, organisation, how, now=now(), today=on, by=user()
    )


@click.group(epilog="Example: hrdocs case show DW-2026-001")
@place_options
def case(own_workspace: str | None, own_pack: str | None) -> None:
    """List, show and record in cases."""
    merge_place(own_workspace, own_pack)


for step in (approve, issue, withdraw):
    case.add_command(step)


@case.command("list", epilog="Example: hrdocs case list --open --stage meetings --received-from 2026-01-01")
@click.option("--open", "only_open", is_flag=True, help="Only those that are not closed.")
@click.option("--closed", is_flag=True, help="Only those that are closed.")
@click.option("--held", is_flag=True, help="Only those whose records are held.")
@click.option("--call", "call_first", is_flag=True, help="Only those in which a person calls first.")
@click.option("--stage", help="Only those at this stage.")
@click.option("--verdict", help="Only those with this verdict in force.")
@click.option("--procedure", "own_procedure", metavar="ID", help="Only those under this procedure.")
@click.option("--received-from", type=DAY, help="Only those received on this day or later.")
@click.option("--received-to", type=DAY, help="Only those received on this day or earlier.")
@click.option("--name", help="Only those with a party whose name holds this.")
@click.option(
    "--xlsx", type=click.Path(path_type=Path), help="Also write all cases as a workbook: it has names."
)
@format_option()
def list_cases(name: str | None, xlsx: Path | None, form_of_output: str, **filters: Any) -> int:
    """List the cases, all or those that fit, and every file that waits in quarantine."""
    from hrdocs.cli.casefile import format_case_list, shape_case_list
    from hrdocs.desk.cases import PackShelf
    from hrdocs.desk.listing import find_cases
    from hrdocs.desk.register_sheet import write_register_sheet

    desk = make_desk(received=None, on=today())
    wanted = {{"only_open": "open", "own_procedure": "pack"}.get(key, key): v for key, v in filters.items()}
    cases = find_cases(desk.register, desk.workspace, desk.organisation, wanted, name=name)
    filings = [] if name or any(filters.values()) else [f for f in desk.register.filings() if f.waits]
    if xlsx is not None:
        write_register_sheet(desk.workspace, desk.register, desk.pack, now=desk.now, path=xlsx)
        talk(f"Wrote {xlsx}. It holds names: keep it as safe as the register.")
    if form_of_output == "json":
        print_json(shape_case_list(cases, filings))
    else:
        click.echo(format_case_list(cases, filings, PackShelf(desk.workspace)))
    return ExitCode.OK


@case.command(epilog="Example: hrdocs case show DW-2026-001 --format json")
@click.argument("ref")
@click.option("--as-of", type=DAY, help="The day to count deadlines on (default: today).")
@format_option()
def show(ref: str, as_of: dt.date | None, form_of_output: str) -> int:
    """Show a case: parties, acts with their verdicts, deadlines, letters and events."""
    from hrdocs.cli.casefile import format_case, shape_case
    from hrdocs.desk.cases import Opened, open_case, open_workspace_register
    from hrdocs.desk.deadlines import as_of_day, calendar_for, deadlines_of
    from hrdocs.workspace import read_organisation

    workspace = need_workspace()
    opened = open_case(workspace, open_workspace_register(workspace), ref)
    calendar = calendar_for(opened.pack, read_organisation(workspace))
    day = as_of or today()
    opened = Opened(as_of_day(opened.case, day), opened.pack)
    deadlines = deadlines_of(opened.case, opened.pack, calendar, day)
    if form_of_output == "json":
        print_json(shape_case(opened, deadlines))
    else:
        click.echo(format_case(opened, deadlines))
    return ExitCode.OK


@case.command(
    "new",
    epilog="Example: hrdocs case new --complainant 'Una Deeny' --respondent 'R Kerr' --received 2026-03-02",
)
@click.option("--complainant", required=True, help="The name of the person who complains.")
@click.option("--type", "kind", default="", help="What the complainant is: staff, student, agency, public.")
@click.option("--respondent", "respondents", multiple=True, help="The name of a person complained about.")
@click.option("--received", type=DAY, help="The day on which it was received (default: today).")
@click.option("--raised", type=DAY, help="The day on which it was raised, if that was another.")
@dry_run_option
def new(
    complainant: str,
    kind: str,
    respondents: tuple[str, ...],
    received: dt.date | None,
    raised: dt.date | None,
    dry_run: bool,
) -> int:
    """Open a case for a complaint that came without a form: by word of mouth, by hand, in a letter."""
    from hrdocs.case import Event
    from hrdocs.desk.opening import opening_by_hand

    day = received or today()
    desk = make_desk(received=day, on=today())
    data = opening_by_hand(
        desk.pack,
        complainant=complainant,
        complainant_type=kind,
        respondents=respondents,
        raised=raised or day,
    )
    if dry_run:
        click.echo(f"Would open a case received on {day} with {len(respondents)} complained about.")
        return ExitCode.OK
    ref = desk.register.open_case(
        desk.organisation.case_prefix,
        day.year,
        lambda ref: ([Event(ref, "complaint-received", day, desk.now, desk.by, data)], []),
    )
    click.echo(f"Opened {ref}.")
    return ExitCode.OK


@case.command(epilog="Example: hrdocs case settle torn.pdf --no-complaint 'An advertisement.'")
@click.argument("file", metavar="FILE-OR-DIGEST")
@click.option("--no-complaint", metavar="REASON", help="It is no complaint, and why.")
@click.option("--case", "ref", metavar="REF", help="It belongs to this case.")
@click.option("--new", "as_new", is_flag=True, help="It is a complaint: open a case for it.")
@click.option("--complainant", help="With --new: the name of the person who complains.")
@click.option("--type", "kind", default="", help="With --new: staff, student, agency, public.")
@click.option("--respondent", "respondents", multiple=True, help="With --new: a person complained about.")
@click.option("--raised", type=DAY, help="With --new: the day on which it was raised, if that was another.")
@click.option("--reason", default="", help="What else should be kept with it.")
@dry_run_option
def settle(
    file: str,
    no_complaint: str | None,
    ref: str | None,
    as_new: bool,
    complainant: str | None,
    kind: str,
    respondents: tuple[str, ...],
    raised: dt.date | None,
    reason: str,
    dry_run: bool,
) -> int:
    """Say what a file in quarantine is: no complaint, part of a case, or a complaint of its own.

    Until then it counts as a complaint received that day. Who said it, when and why is recorded.
    """
    from hrdocs.case import Event
    from hrdocs.desk.cases import open_case
    from hrdocs.desk.opening import opening_by_hand
    from hrdocs.desk.settling import (
        Settler,
        find_waiting,
        settle_as_new,
        settle_as_no_complaint,
        settle_into_case,
    )

    if sum((bool(no_complaint), bool(ref), as_new)) != 1 or (as_new and not complainant):
        raise UsageError(
            file, "what it is was not said, or not once",
            "Give one of --no-complaint REASON, --case REF, or --new with --complainant NAME.",
        )  # fmt: skip
    desk = make_desk(received=None, on=today())
    who = Settler(desk.workspace, desk.register, desk.today, desk.now, desk.by)
    filing = find_waiting(desk.register, file)
    opened = open_case(desk.workspace, desk.register, ref) if ref else None
    if dry_run:
        click.echo(f"Would settle {filing.path}, received {filing.received}.")
        return ExitCode.OK
    if no_complaint:
        settle_as_no_complaint(filing, no_complaint, who)
        click.echo(f"Settled {filing.path}: no complaint. It is kept until its erasure is decided.")
    elif opened is not None:
        path = settle_into_case(filing, opened.case.ref, reason, who, seen=opened.case.seq)
        click.echo(f"Filed {path.name} in {opened.case.ref}.")
    else:
        day = raised or filing.received
        data = opening_by_hand(
            desk.pack,
            complainant=complainant or "",
            complainant_type=kind,
            respondents=respondents,
            raised=day,
        )
        first = Event("", "complaint-received", filing.received, desk.now, desk.by, data)
        made = settle_as_new(filing, first, desk.organisation.case_prefix, who, reason=reason)
        click.echo(f"Opened {made}, received {filing.received}.")
    renew_sheet(desk)
    return ExitCode.OK


def renew_sheet(desk: "Desk") -> None:
    """Make register.xlsx anew where there is one."""
    from hrdocs.desk.register_sheet import write_register_sheet

    if (desk.workspace.folder / "register.xlsx").exists():
        write_register_sheet(desk.workspace, desk.register, desk.pack, now=desk.now)


@case.command(epilog="Example: hrdocs case timeline DW-2026-001")
@click.argument("ref")
def timeline(ref: str) -> int:
    """What happened in a case, day by day."""
    from hrdocs.desk.bundle import format_timeline
    from hrdocs.desk.cases import open_case, open_workspace_register

    workspace = need_workspace()
    opened = open_case(workspace, open_workspace_register(workspace), ref)
    click.echo(format_timeline(opened.case, opened))
    return ExitCode.OK


@case.command(epilog="Example: hrdocs case export DW-2026-001 --out bundle.zip")
@click.argument("ref")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--pdf", "as_pdf", is_flag=True, help="One PDF, where LibreOffice is here; else the zip.")
@dry_run_option
def export(ref: str, out: Path, as_pdf: bool, dry_run: bool) -> int:
    """The whole case as one zip file: originals, letters, timeline, answers and an index.

    With --pdf as one PDF: the index with page numbers, the timeline, the originals and the issued letters.
    """
    from hrdocs.desk.bundle import render_bundle
    from hrdocs.desk.bundle_pdf import render_bundle_pdf
    from hrdocs.desk.cases import open_case, open_workspace_register
    from hrdocs.desk.retention import note_export
    from hrdocs.workspace import write_whole

    workspace = need_workspace()
    register = open_workspace_register(workspace)
    opened = open_case(workspace, register, ref)
    try:
        bundle = (render_bundle_pdf if as_pdf else render_bundle)(opened, workspace, now=now())
    except UnavailableError as error:
        talk(f"hrdocs: {error} The case is written as a zip file.")
        bundle, out = render_bundle(opened, workspace, now=now()), out.with_suffix(".zip")
    if dry_run:
        click.echo(f"Would write {len(bundle)} bytes to {out}.")
        return ExitCode.OK
    write_whole(out, bundle)
    note_export(register, ref, out, on=today(), now=now(), by=user())
    click.echo(f"Wrote {out}. It holds everything about the case: keep it as safe as the case itself.")
    return ExitCode.OK


@case.command("next", epilog="Example: hrdocs case next DW-2026-001 --as-of 2026-04-13 --format json")
@click.argument("ref")
@click.option("--as-of", type=DAY, help="The day to look from (default: today).")
@format_option()
def next_(ref: str, as_of: dt.date | None, form_of_output: str) -> int:
    """What is due next in a case, which letters, and what is blocked and by which clause."""
    from hrdocs.cli.casefile import format_next, shape_next
    from hrdocs.desk.cases import open_case, open_workspace_register
    from hrdocs.desk.deadlines import calendar_for, next_steps
    from hrdocs.workspace import read_organisation

    workspace = need_workspace()
    opened = open_case(workspace, open_workspace_register(workspace), ref)
    calendar = calendar_for(opened.pack, read_organisation(workspace))
    day = as_of or today()
    steps = next_steps(opened.case, opened.pack, calendar, day)
    if form_of_output == "json":
        print_json(shape_next(steps, opened.pack, day))
    else:
        click.echo(format_next(steps, opened.pack))
    return ExitCode.OK


@case.command(
    epilog="Example: hrdocs case record DW-2026-001 investigator-appointed name='R Kerr' title='Manager'"
)
@click.argument("ref")
@click.argument("event")
@click.argument("facts", metavar="[FACT=VALUE]...", nargs=-1)
@click.option("--date", "on", type=DAY, help="The day on which it happened (default: today).")
@click.option("--party", help="The person it concerns: complainant, respondent-1, ...")
@click.option("--data", help="Facts as a JSON object.")
@click.option("--confirm", default="", metavar="REASON", help="Why a person lets it stand all the same.")
@dry_run_option
def record(
    ref: str,
    event: str,
    facts: tuple[str, ...],
    on: dt.date | None,
    party: str | None,
    data: str | None,
    confirm: str,
    dry_run: bool,
) -> int:
    """Record that EVENT happened in the case REF. docs/events.md lists the events.

    Where the procedure would keep somebody out of a role (a witness as companion, an investigator with a
    part in the case), it says so, and `case next` shows it as blocked until a person has given the reason
    why it stands: --confirm REASON. What the procedure blocks is not recorded, unless it has happened all
    the same and --confirm says why.
    """
    from hrdocs.desk.cases import clashes_of, open_case, open_workspace_register, record_event
    from hrdocs.desk.recorded import questions_after

    workspace = need_workspace()
    register = open_workspace_register(workspace)
    opened = open_case(workspace, register, ref)
    given = parse_facts(facts, data)
    day = on or today()
    stored = record_event(
        opened,
        event,
        given,
        party=party,
        on=day,
        now=now(),
        by=user(),
        register=register,
        dry_run=dry_run,
        confirm=confirm,
        ask=False,
    )
    for clash in () if confirm else clashes_of(opened, stored):
        talk(f"hrdocs: {clash.reason} ({clash.clause}) Name somebody else, or say why with --confirm.")
    if day > today():
        talk(f"hrdocs: {day} is still to come. `hrdocs case undo {ref} {stored.seq}` takes it back.")
    received = opened.case.received
    if received and day < received and not event.startswith("informal"):
        talk(f"hrdocs: {day} is before the complaint was received ({received}). If that is a slip, "
             f"`hrdocs case undo {ref} {stored.seq}` takes it back.")  # fmt: skip
    click.echo(f"{'Would record' if dry_run else 'Recorded'} {event} on {day} in {ref}.")
    for question in questions_after(workspace, opened, stored, day):
        talk(f"hrdocs: {question.text} ({question.clause})")
    return ExitCode.OK


@case.command(epilog="Example: hrdocs case undo DW-2026-001 17 --reason 'recorded in the wrong case'")
@click.argument("ref")
@click.argument("number", type=int)
@click.option("--reason", required=True, help="Why it is taken back. The event stays in the log.")
@dry_run_option
def undo(ref: str, number: int, reason: str, dry_run: bool) -> int:
    """Take back the event NUMBER of a case (`case show` lists the numbers)."""
    from hrdocs.desk.cases import open_case, open_workspace_register, withdraw_event

    workspace = need_workspace()
    register = open_workspace_register(workspace)
    opened = open_case(workspace, register, ref)
    if dry_run:
        click.echo(f"Would take back event {number} of {ref}.")
        return ExitCode.OK
    withdraw_event(opened, number, reason, now=now(), by=user(), register=register)
    click.echo(f"Took back event {number} of {ref}. It stays in the log with your reason.")
    return ExitCode.OK


def parse_facts(facts: tuple[str, ...], data: str | None) -> dict[str, Any]:
    """`name=value` words and a JSON object as one set of facts."""
    import json

    found: dict[str, Any] = {}
    if data is not None:
        try:
            given = json.loads(data)
        except (ValueError, RecursionError) as error:
            fact = f"is no JSON ({getattr(error, 'msg', 'nested too deeply')})"
            raise UsageError("--data", fact, 'Write it as {"name": "value"}.') from None
        if not isinstance(given, dict):
            raise UsageError("--data", "is no JSON object", 'Write it as {"name": "value"}.')
        found.update(given)
    for fact in facts:
        name, sign, value = fact.partition("=")
        if not sign:
            raise UsageError(fact, "is no fact", "Write it as name=value.")
        found[name] = value
    return found

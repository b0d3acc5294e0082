"""What is offered to intake: folders, mail stores, files still being written, addresses."""

import os
import threading
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from tests.desk.desks import make_desk, write_form

from hrdocs.batch import LocalPool
from hrdocs.desk.batch_reading import PRELOAD
from hrdocs.desk.intake import Desk, State
from hrdocs.desk.offered import Held, Item, Seen, iter_items, iter_received, iter_waiting, read_item
from hrdocs.desk.receiving import ReceivedRow, Tally, receive_batch
from hrdocs.errors import InputError, UnavailableError

OLD = float("inf")  # every file was changed before this moment
MAIL = b"From: Una <una@x.example>\r\nSubject: %s\r\nDate: Mon, 2 Mar 2026 09:30:00 +0000\r\n\r\n%s\r\n"


def names(*places: Path, since: float = OLD) -> list[str]:
    return [Path(item.source).name for item in iter_items([str(place) for place in places], since=since)]


def take(desk: Desk, *places: Path | str, since: float = OLD) -> list[ReceivedRow]:
    items = iter_items([str(place) for place in places], since=since, workspace=desk.workspace)
    with LocalPool(1, preload=PRELOAD) as pool:
        return list(receive_batch(items, desk, pool))


def test_folders_are_searched_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Sub-folders are, hidden ones and systems' litter are not, and a file named twice comes once.

    A form whose name begins with a full stop is a form.
    """
    for name in (
        "b/2.docx", "a.docx", "b/1.docx", "b/...docx", ".git/x.docx", "b/Thumbs.db", "c.json", "b/~$1.docx",
        "b/._1.docx", "b/.DS_Store",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert names(tmp_path) == ["a.docx", "...docx", "1.docx", "2.docx"]
    assert names(tmp_path, tmp_path / "b", tmp_path / "a.docx") == ["a.docx", "...docx", "1.docx", "2.docx"]


def test_many_folders_within_folders_are_searched(tmp_path: Path) -> None:
    """However deep."""
    deep = tmp_path.joinpath(*(["d"] * 600))
    deep.mkdir(parents=True)
    (deep / "x.docx").write_bytes(b"x")
    assert names(tmp_path) == ["x.docx"]


def test_what_hrdocs_keeps_is_never_taken_in(tmp_path: Path) -> None:
    """Where the workspace itself is named, only what came to it is offered."""
    desk = make_desk(tmp_path)
    write_form(desk.workspace.inbox / "form.docx")
    (row,) = take(desk, tmp_path)
    assert row.received.state is State.OPENED
    (again,) = take(desk, tmp_path)
    assert again.received.state is State.KNOWN


def test_a_file_with_the_name_of_an_unfinished_one_is_left(tmp_path: Path) -> None:
    """Programs that fetch files give them such names until they are whole; it is said, and asks nobody."""
    (tmp_path / "form.docx.part").write_bytes(b"half")
    (row,) = take(make_desk(tmp_path / "ws"), tmp_path)
    assert (row.received.state, row.received.reason) == (State.GROWING, "still-growing")
    assert not row.needs_person


def test_a_file_that_grows_is_left_and_one_just_copied_is_not(tmp_path: Path) -> None:
    """A file changed a moment ago is looked at twice; only if it has changed again is it left."""
    for name in ("whole.docx", "growing.docx"):
        (tmp_path / name).write_bytes(b"x")
    end = threading.Event()

    def write() -> None:
        while not end.wait(0.1):
            with (tmp_path / "growing.docx").open("ab") as file:
                file.write(b"x")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        found = list(iter_items([str(tmp_path)], since=time.time() - 60))
    finally:
        end.set()
        writer.join()
    assert [(Path(item.source).name, type(item)) for item in found] == [
        ("growing.docx", Held), ("whole.docx", Item),
    ]  # fmt: skip
    assert names(tmp_path / "growing.docx", since=0) == ["growing.docx"]  # a person has named it


def test_a_watched_folder_gives_each_file_once(tmp_path: Path) -> None:
    """And again when it has changed."""
    path, seen = tmp_path / "a.docx", Seen()
    path.write_bytes(b"x")
    looks = [len(list(iter_items([str(tmp_path)], since=OLD, seen=seen))) for _ in range(2)]
    path.write_bytes(b"longer")
    assert [*looks, len(list(iter_items([str(tmp_path)], since=OLD, seen=seen)))] == [1, 0, 1]


def mbox(path: Path, *messages: bytes) -> Path:
    path.write_bytes(b"".join(b"From una@x.example Mon Mar  2 09:30:00 2026\n" + m + b"\n" for m in messages))
    return path


def test_an_mbox_gives_its_messages(tmp_path: Path) -> None:
    """Each is an item; a quoted `From ` at the head of a line is the writer's own, and parts nothing."""
    first = MAIL % (b"one", b"As I said:\r\n\r\n>From the start it was wrong.\r\nFrom 3 to 5 o'clock, too.")
    store = mbox(tmp_path / "Inbox", first, MAIL % (b"two", b"Short."))
    items = [item for item in iter_items([str(store)], since=OLD) if isinstance(item, Item)]
    assert [item.source for item in items] == [f"{store}!message-0000{n}.eml" for n in (1, 2)]
    assert [item.name for item in items] == ["Inbox-00001.eml", "Inbox-00002.eml"]
    assert read_item(items[0]).rstrip() == first.replace(b">From", b"From").rstrip()
    assert read_item(items[1]).rstrip() == (MAIL % (b"two", b"Short.")).rstrip()


def test_a_store_of_e_mails_is_taken_in_message_by_message(tmp_path: Path) -> None:
    """The message with a form opens a case, its own bytes are kept; a second time nothing happens."""
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"] = "una@x.example", "My complaint"
    message["Date"] = "Mon, 2 Mar 2026 09:30:00 +0000"
    message.set_content("Please find it attached.")
    message.add_attachment(
        write_form(tmp_path / "f.docx").read_bytes(),
        maintype="application",
        subtype="msword",
        filename="f.docx",
    )
    store = mbox(tmp_path / "in.mbox", MAIL % (b"lunch", b"Soup again?"), message.as_bytes())
    desk = make_desk(tmp_path / "ws")
    states = [row.received.state for row in take(desk, store)]
    assert states == [State.QUARANTINED, State.OPENED]
    (original,) = (desk.workspace.folder / "cases").rglob("originals/*")
    assert original.read_bytes() == (tmp_path / "f.docx").read_bytes()
    assert {row.received.state for row in take(desk, store)} == {State.KNOWN}


def test_a_store_inside_another_file_is_never_read_as_one_message(tmp_path: Path) -> None:
    """Its other messages would be lost: it is refused, and so waits for a person."""
    import zipfile

    store = mbox(tmp_path / "in.mbox", MAIL % (b"one", b"First."), MAIL % (b"two", b"Second."))
    with zipfile.ZipFile(tmp_path / "mail.zip", "w") as archive:
        archive.write(store, "in.mbox")
    (row,) = take(make_desk(tmp_path / "ws"), tmp_path / "mail.zip")
    assert (row.received.state, row.received.reason) == (State.QUARANTINED, "not-supported")
    assert "several e-mails" in row.received.message


class Gone(LocalPool):
    """Workers that no longer answer: their calls are dropped, or end with an error of their own."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__(1)
        self.error = error

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if self.error is None:
            future.cancel()
            future.set_running_or_notify_cancel()
        else:
            future.set_exception(self.error)
        return future


def test_a_lost_worker_leaves_its_file(tmp_path: Path) -> None:
    """It says nothing about the file: the next run reads it. Where all are gone, the run ends and says so."""
    desk = make_desk(tmp_path / "ws")
    path = write_form(tmp_path / "form.docx")
    items = list(iter_items([str(path)], since=OLD))
    with Gone(RuntimeError("killed")) as pool:
        (row,) = receive_batch(items, desk, pool)
    assert (row.received.state, row.received.reason) == (State.LEFT, "no-worker")
    with Gone(None) as pool, pytest.raises(UnavailableError, match="are gone"):
        list(receive_batch(items, desk, pool))
    assert not desk.register.filings()


def test_a_maildir_gives_what_was_delivered(tmp_path: Path) -> None:
    """Messages of `cur` and `new`, sub-folders too, but not what is on its way or the server's own files."""
    for part in ("cur", "new", "tmp", ".Complaints/cur", ".Complaints/new", ".Complaints/tmp"):
        (tmp_path / part).mkdir(parents=True)
        (tmp_path / part / f"17000.{len(part)}.host:2,S").write_bytes(MAIL % (b"x", b"y"))
    (tmp_path / "dovecot.index").write_bytes(b"x")
    items = [item for item in iter_items([str(tmp_path)], since=OLD) if isinstance(item, Item)]
    folders = [Path(item.place).parent.relative_to(tmp_path).as_posix() for item in items]
    assert folders == [".Complaints/cur", ".Complaints/new", "cur", "new"]
    assert all(item.name.endswith(".eml") for item in items)


def test_an_outlook_store_is_refused_with_the_way_out(tmp_path: Path) -> None:
    """It is left where it is, and a person is told what to do."""
    (tmp_path / "mail.pst").write_bytes(b"!BDN" + bytes(600))
    (row,) = take(make_desk(tmp_path / "ws"), tmp_path / "mail.pst")
    assert (row.received.state, row.received.reason) == (State.LEFT, "not-supported")
    assert "drag the messages into a folder" in row.received.message
    assert row.needs_person


def test_what_waits_is_read_again(tmp_path: Path) -> None:
    """A file in quarantine that still cannot be read goes on waiting, and is not kept twice."""
    desk = make_desk(tmp_path / "ws")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    take(desk, tmp_path / "torn.pdf")
    before = sorted(path.name for path in desk.workspace.quarantine.iterdir())
    with LocalPool(1, preload=PRELOAD) as pool:
        items = iter_waiting(desk.workspace, desk.register.quarantined())
        rows = list(receive_batch(items, desk, pool))
    assert [(row.received.state, row.received.reason) for row in rows] == [(State.KNOWN, "damaged")]
    assert sorted(path.name for path in desk.workspace.quarantine.iterdir()) == before


def test_files_at_addresses_are_listed_and_read() -> None:
    """Any store that fsspec knows: here one in memory."""
    fsspec = pytest.importorskip("fsspec", reason="the extra [cluster] is not installed")
    system = fsspec.filesystem("memory")
    for name in ("/inbox/a.docx", "/inbox/sub/b.docx", "/inbox/c.docx.part"):
        system.pipe(name, b"bytes")
    items = list(iter_items(["memory://inbox"], since=OLD))
    assert [(item.source, type(item)) for item in items] == [
        ("memory:///inbox/a.docx", Item), ("memory:///inbox/c.docx.part", Held),
        ("memory:///inbox/sub/b.docx", Item),
    ]  # fmt: skip
    assert isinstance(items[0], Item)
    assert read_item(items[0]) == b"bytes"
    with pytest.raises(InputError, match="is not there"):
        list(iter_items(["memory://nowhere"], since=OLD))
    with pytest.raises((UnavailableError, InputError)):
        list(iter_items(["neverheardof://x"], since=OLD))


def test_a_store_that_is_closed_costs_its_file_only(tmp_path: Path) -> None:
    """What cannot be fetched is left: it says nothing about the file, so nothing goes into quarantine."""
    pytest.importorskip("fsspec", reason="the extra [cluster] is not installed")
    desk = make_desk(tmp_path / "ws")
    path = write_form(tmp_path / "gone.docx")
    items = list(iter_items([path.as_uri()], since=OLD))
    path.unlink()
    with LocalPool(1, preload=PRELOAD) as pool:
        (row,) = receive_batch(items, desk, pool)
    assert row.received.state is State.LEFT
    assert not desk.register.filings()


def test_the_tally_counts_what_a_person_must_look_at(tmp_path: Path) -> None:
    """Documents by state, reasons of those not taken in, letters."""
    (tmp_path / "in").mkdir()
    write_form(tmp_path / "in" / "a.docx")
    (tmp_path / "in" / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    tally = Tally()
    for row in take(make_desk(tmp_path / "ws"), tmp_path / "in"):
        tally.add(row)
    assert (tally.documents, tally.letters, dict(tally.reasons)) == (2, 1, {"damaged": 1})
    assert tally.states[State.OPENED] == tally.states[State.QUARANTINED] == 1
    assert tally.need_person >= 1


def test_an_unreadable_folder_is_a_row(tmp_path: Path) -> None:
    """What is closed to us is offered as it is, so that it is not missed."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    if os.access(closed, os.R_OK):
        pytest.skip("this user may read everything")
    assert list(iter_received([tmp_path])) == [closed]

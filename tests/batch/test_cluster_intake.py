"""The same intake on a cluster: a real scheduler and two worker processes on this machine."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desk.desks import make_desk, write_form
from tests.register.postgres import running_server, why_not

from hrdocs.batch import ClusterPool, LocalPool, Pool
from hrdocs.desk.batch_reading import PRELOAD, box_packs
from hrdocs.desk.intake import Desk, State
from hrdocs.desk.keeping import verify_workspace
from hrdocs.desk.offered import iter_items
from hrdocs.desk.receiving import ReceivedRow, receive_batch
from hrdocs.errors import UnavailableError
from hrdocs.register import Place, Register, open_register
from hrdocs.rules.workflow import fold

distributed = pytest.importorskip("distributed", reason="the extra [cluster] is not installed")

NAMES = ("Orlaith McGuckin", "Una Deeny", "Ann O'Neill-Byrne")


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of an empty bucket in a store of objects on this machine."""
    s3fs = pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = pytest.importorskip("moto.server", reason="moto is not installed").ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "nobody")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "nothing")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        s3fs.S3FileSystem().mkdir("forms")
        yield "s3://forms"
    server.stop()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, bucket: str) -> Iterator[str]:
    """The workers are started after the store, so that they know of it as this process does."""
    import dask

    folder = tmp_path_factory.mktemp("dask")
    settings = {"distributed.worker.daemon": False, "temporary-directory": str(folder)}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
            dashboard_address="127.0.0.1:0", silence_logs=50,
        ) as made,
    ):  # fmt: skip
        yield made.scheduler_address


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inbox")
    for number, name in enumerate(NAMES):
        write_form(folder / f"{number}.docx", Name=name, Signed=name)
    (folder / "9-again.docx").write_bytes((folder / "0.docx").read_bytes())
    (folder / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    return folder


def take(places: list[str], desk: Desk, pool: Pool) -> list[ReceivedRow]:
    return list(receive_batch(iter_items(places, since=float("inf")), desk, pool))


def result(desk: Desk, rows: list[ReceivedRow]) -> list[tuple[str, str, str | None, str | None, list[str]]]:
    return sorted(
        (
            Path(row.received.source).name, row.received.state.value, row.received.case, row.received.reason,
            [party.name for party in fold(desk.register.events(row.received.case)).parties]
            if row.received.case else [],
        )
        for row in rows
    )  # fmt: skip


def test_a_cluster_gives_the_same_cases(cluster: str, inbox: Path, tmp_path: Path) -> None:
    """Files at addresses and files of this machine open on a cluster the cases that they open here."""
    here = make_desk(tmp_path / "here")
    with LocalPool(2, preload=PRELOAD) as pool:
        wanted = result(here, take([str(inbox)], here, pool))
    assert [row[1] for row in wanted].count(State.OPENED) == len(NAMES)
    with ClusterPool(cluster) as pool:
        assert pool.jobs == 2
        for name, place in (("far", inbox.as_uri()), ("sent", str(inbox))):
            desk = make_desk(tmp_path / name)
            assert result(desk, take([place], desk, pool)) == wanted
            assert not verify_workspace(desk.workspace, desk.register).faults
            again = take([place], desk, pool)
            assert {row.received.state for row in again} == {State.KNOWN}


@pytest.fixture(scope="module")
def team_register() -> Iterator[Register]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with running_server() as server:
        yield open_register(Place(server.database(), server.database()), create=True)


def test_objects_of_a_store_become_cases_of_a_team(
    cluster: str, bucket: str, inbox: Path, team_register: Register, tmp_path: Path
) -> None:
    """Forms at s3:// addresses are read on the cluster and filed in PostgreSQL, once."""
    import s3fs

    here = make_desk(tmp_path / "here")
    with LocalPool(2, preload=PRELOAD) as pool:
        wanted = result(here, take([str(inbox)], here, pool))
    s3fs.S3FileSystem().put(str(inbox), f"{bucket}/received", recursive=True)
    desk = replace(make_desk(tmp_path / "team"), register=team_register)
    with ClusterPool(cluster) as pool:
        assert result(desk, take([f"{bucket}/received"], desk, pool)) == wanted
        assert {row.received.state for row in take([bucket], desk, pool)} == {State.KNOWN}
    assert not verify_workspace(desk.workspace, desk.register).faults


def test_packs_travel_whole(tmp_path: Path) -> None:
    """What is sent to a worker holds every file of the packs, and is named by what it holds."""
    how = make_desk(tmp_path).how
    box = box_packs(how)
    files = {name for folder, files in box.packs for name, _ in files}
    assert {"procedure.toml", "forms/complaint.toml"} <= files
    assert box.name == box_packs(how).name


def test_a_cluster_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nobody answers is one line with the next step."""
    monkeypatch.setattr("hrdocs.batch.cluster._ANSWER_SECONDS", 1)
    with pytest.raises(UnavailableError, match="no scheduler answers"):
        ClusterPool("tcp://127.0.0.1:1")


def test_workers_that_may_start_no_processes_are_refused() -> None:
    """Dask's own default would let every guard fail: it is found before anything is read."""
    import dask

    with (
        dask.config.set({"distributed.worker.daemon": True}),
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=True, host="127.0.0.1",
            dashboard_address="127.0.0.1:0", silence_logs=50,
        ) as made,
        pytest.raises(UnavailableError, match="may start no processes"),
    ):  # fmt: skip
        ClusterPool(made.scheduler_address)

"""The review: what may be said of an answer, by whom, and what must have been shown before."""

import datetime as dt
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.web.conftest import MANAGER, PARTLY, RISK, SEVERAL, VAGUE, client_of, csrf_of, settings
from tests.web.test_security import sign_in, team

from hrdocs.desk.accounts import Role
from hrdocs.desk.cases import open_workspace_register
from hrdocs.desk.viewing import views_of
from hrdocs.rules.reviewed import REVIEWED
from hrdocs.rules.workflow import fold
from hrdocs.web.app import create_app
from hrdocs.workspace import Workspace


def say(client: TestClient, ref: str, field: str, do: str, **more: Any) -> Any:
    data = {"csrf": csrf_of(client), "do": do, **more}
    return client.post(f"/cases/{ref}/review/{field}", data=data)


def show(client: TestClient, ref: str, field: str) -> None:
    """Look at an answer's place as a browser does: the page, and the picture on it."""
    page = client.get(f"/cases/{ref}/review/{field}")
    assert page.status_code == 200
    if f"/review/{field}/place.png" in page.text:
        picture = client.get(f"/cases/{ref}/review/{field}/place.png")
        assert picture.content.startswith(b"\x89PNG")


def reviews(workspace: Workspace, ref: str) -> list[Any]:
    events = open_workspace_register(workspace).events(ref)
    return [event for event in events if event.kind == REVIEWED]


@pytest.mark.parametrize("ref", [SEVERAL, VAGUE, RISK, PARTLY, MANAGER])
def test_every_answer_has_its_place_in_the_document(client: TestClient, ref: str) -> None:
    """Each answer with a place has an anchor in the text, or a box on a page."""
    text = client.get(f"/cases/{ref}/review").text
    for item in text.split('class="hr-answer')[1:]:
        head = item.partition(">")[0]
        if 'data-place="' in head:
            anchor = head.partition('data-place="')[2].partition('"')[0]
            assert f'id="{anchor}"' in text, head
    if "/review/pages/1.png" in text:
        assert text.count("<rect ") >= 8
        assert client.get(f"/cases/{ref}/review/pages/1.png").content.startswith(b"\x89PNG")
        assert client.get(f"/cases/{ref}/review/pages/99.png").status_code == 422


@pytest.mark.parametrize("field", ["incident_dates", "respondents", "protected_grounds", "signed_date"])
@pytest.mark.parametrize("ref", [SEVERAL, PARTLY, MANAGER])
def test_what_a_case_turns_on_is_not_accepted_unseen(
    client: TestClient, workspace: Workspace, ref: str, field: str
) -> None:
    """Accepting is refused until the person was shown the place; then it is recorded that it was."""
    refused = say(client, ref, field, "accept")
    assert refused.status_code == 409 and "before its place" in refused.text
    assert say(client, ref, field, "correct", value="x").status_code in (409, 422)
    assert reviews(workspace, ref) == []
    show(client, ref, field)
    assert say(client, ref, field, "accept").status_code == 200
    event = reviews(workspace, ref)[0]
    assert event.data["shown"] is True and event.by == "Nuala Casey" and event.data["status"] == "accepted"


def test_a_page_with_a_picture_does_not_count_before_the_picture_was_fetched(client: TestClient) -> None:
    """The page alone shows nothing of a scan: only the picture of the place does."""
    client.get(f"/cases/{MANAGER}/review/respondents")
    assert say(client, MANAGER, "respondents", "accept").status_code == 409


def test_what_was_read_and_what_was_corrected_are_kept(client: TestClient, workspace: Workspace) -> None:
    """Raw, value and correction, with who and when; the case's people follow."""
    show(client, SEVERAL, "respondents")
    say(client, SEVERAL, "respondents", "correct", value="Gareth Pollock\nTrevor Hazlett")
    case = fold(open_workspace_register(workspace).events(SEVERAL))
    assert [p.name for p in case.in_role("respondent")] == ["Gareth Pollock", "Trevor Hazlett"]
    opening: Any = case.events[0].data
    assert opening["answers"]["respondents"]["value"] == ["Gareth Pollock", "Trevor Haslett"]
    text = client.get(f"/cases/{SEVERAL}/review").text
    assert "Trevor Hazlett" in text and "Trevor Haslett" in text and "Nuala Casey" in text


def test_a_correction_that_turns_the_verdict_is_shown_first(client: TestClient, workspace: Workspace) -> None:
    """Both verdicts side by side; nothing is recorded until a person says so; then both are kept."""
    show(client, SEVERAL, "incident_dates")
    asked = say(client, SEVERAL, "incident_dates", "correct", value="8 January 2025")
    assert "comes out otherwise" in asked.text and "In time" in asked.text and "Out of time" in asked.text
    assert reviews(workspace, SEVERAL) == []
    say(client, SEVERAL, "incident_dates", "correct", value="8 January 2025", step="confirmed")
    case = fold(open_workspace_register(workspace).events(SEVERAL))
    opening: Any = case.events[0].data
    assert (opening["verdict"]["verdict"], case.verdict["verdict"]) == ("in-time", "out-of-time")
    assert case.raised == dt.date(2025, 6, 5)
    assert "The time limit has changed" in client.get(f"/cases/{SEVERAL}/review").text
    rows = {row.ref: row for row in open_workspace_register(workspace).cases()}
    assert rows[SEVERAL].verdict == "out-of-time"
    say(client, SEVERAL, "incident_dates", "as-read", step="confirmed")
    assert fold(open_workspace_register(workspace).events(SEVERAL)).verdict["verdict"] == "in-time"


def test_dates_marked_unclear_decide_nothing(client: TestClient, workspace: Workspace) -> None:
    """The verdict falls back to a person."""
    assert "comes out otherwise" in say(client, SEVERAL, "incident_dates", "unclear").text
    say(client, SEVERAL, "incident_dates", "unclear", step="confirmed")
    case = fold(open_workspace_register(workspace).events(SEVERAL))
    assert case.verdict["verdict"] == "needs-review"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("signed_date", "31/06/2025", "is no date"),
        ("protected_grounds", "height", "is no ground"),
        ("work_email", "nobody at home", "is no e-mail address"),
        ("witnesses", "; x@y.example", "not name; e-mail; telephone"),
        ("incident_details", "x" * 60_000, "too long"),
    ],
)
def test_a_correction_that_cannot_be_is_told_beside_its_answer(
    client: TestClient, workspace: Workspace, field: str, value: str, words: str
) -> None:
    """The page says what is wrong and keeps what was typed."""
    show(client, SEVERAL, field)
    answer = say(client, SEVERAL, field, "correct", value=value)
    assert answer.status_code == 422 and words in answer.text
    assert reviews(workspace, SEVERAL) == []


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202egnp.exe {{7*7}} " + "Ω" * 500


def test_hostile_answers_stay_text(client: TestClient) -> None:
    """Tags, marks of direction and braces are shown as they were typed, in a frame of their own."""
    for field in ("respondents", "incident_details"):
        show(client, SEVERAL, field)
        assert say(client, SEVERAL, field, "correct", value=HOSTILE).status_code == 200
    for path in ("review", "review/respondents", "review/incident_details", "timeline", ""):
        text = client.get(f"/cases/{SEVERAL}/{path}".rstrip("/")).text
        assert "<script>alert" not in text and "<img src=x" not in text
    assert "&lt;script&gt;alert(1)" in client.get(f"/cases/{SEVERAL}/review").text


def test_a_look_is_in_the_log(client: TestClient, workspace: Workspace) -> None:
    """That the place was shown, to whom and when, stands in the register's log."""
    show(client, PARTLY, "incident_dates")
    looked = [view.what for view in views_of(open_workspace_register(workspace), PARTLY)]
    assert looked == ["answer incident_dates", "place of the answer incident_dates"]


def test_what_somebody_else_has_reviewed_meanwhile_is_not_overwritten(workspace: Workspace) -> None:
    """The second of two people is told who was first, and looks again."""
    team(
        workspace, ("pat", "Pat Doherty", "pat@loughaird.example", Role.REVIEWER),
        ("kim", "Kim Sloan", "kim@loughaird.example", Role.CASEWORKER),
    )  # fmt: skip
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as pat, client_of(app) as kim:
        sign_in(pat, "pat")
        sign_in(kim, "kim")
        seq = kim.get(f"/cases/{SEVERAL}/review").text.partition('name="seq" value="')[2].partition('"')[0]
        assert say(pat, SEVERAL, "department", "correct", value="Parks").status_code == 200
        late = say(kim, SEVERAL, "department", "correct", value="Leisure", seq=seq)
        assert late.status_code == 422 and "was reviewed by pat" in late.text


def test_only_those_who_may_review_do(workspace: Workspace) -> None:
    """Statistics sees nothing of it, nor does a party; a form without the token changes nothing."""
    team(
        workspace, ("stat", "Sam Tate", "sam@loughaird.example", Role.STATISTICS),
        ("gp", "Gareth Pollock", "g.pollock@loughaird.example", Role.CASEWORKER),
    )  # fmt: skip
    paths = (
        "review", "review/respondents", "review/pages/1.png", "review/respondents/place.png",
    )  # fmt: skip
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as stat, client_of(app) as party:
        sign_in(stat, "stat")
        sign_in(party, "gp")
        assert stat.get("/review").status_code == stat.get("/forms").status_code == 403
        assert SEVERAL not in party.get("/review").text
        for path in paths:
            assert stat.get(f"/cases/{SEVERAL}/{path}").status_code == 403
            assert party.get(f"/cases/{SEVERAL}/{path}").status_code == 404
        data = {"do": "unclear", "csrf": "guess"}
        assert party.post(f"/cases/{PARTLY}/review/department", data=data).status_code == 403


def test_the_rest_is_looked_at_and_the_queue_empties(client: TestClient, workspace: Workspace) -> None:
    """What has no answer of its own is settled by one button; accepted answers leave the queue."""
    for field in ("incident_dates", "protected_grounds", "respondents", "signed_date"):
        show(client, MANAGER, field)
        say(client, MANAGER, field, "accept", step="confirmed")
    client.post(f"/cases/{MANAGER}/review", data={"csrf": csrf_of(client)})
    assert MANAGER not in client.get("/review").text

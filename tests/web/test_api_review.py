"""Forms and their review through the API: the same doors, the same refusals."""

from starlette.testclient import TestClient
from tests.web.conftest import MANAGER, SAMPLES, SEVERAL, client_of, csrf_of, settings
from tests.web.test_security import sign_in, team

from hrdocs.desk.accounts import Role
from hrdocs.web.app import create_app
from hrdocs.workspace import Workspace


def test_forms_are_taken_in(client: TestClient) -> None:
    """Each document with what it needs and why; a day that is none is refused."""
    headers = {"x-csrf-token": csrf_of(client)}
    files = [("files", (n, (SAMPLES / n).read_bytes())) for n in ("13-forms.zip", "16-complaint.pdf")]
    rows = client.post("/api/forms", files=files, headers=headers).json()["documents"]
    assert [bool(row["case"]) for row in rows] == [True, True, False]
    assert len(rows[2]["waiting"]) == 64 and "encrypted" in rows[2]["reasons"][0]
    bad = client.post("/api/forms", files=files, data={"received": "31/6/2025"}, headers=headers)
    assert bad.status_code == 422 and client.post("/api/forms", files=files).status_code == 403


def test_answers_are_reviewed(client: TestClient) -> None:
    """Listed with what was read; accepted once the place was fetched; both verdicts are told."""
    headers = {"x-csrf-token": csrf_of(client)}
    url = f"/api/cases/{MANAGER}/review"
    listed = client.get(url).json()
    fields = {row["field"]: row for row in listed["answers"]}
    assert fields["respondents"]["must_be_shown"] and not fields["respondents"]["was_shown"]
    said = {"status": "accepted", "seq": listed["seq"]}
    refused = client.post(f"{url}/respondents", json=said, headers=headers)
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "not-shown")
    client.get(f"/cases/{MANAGER}/review/respondents/place.png")
    assert client.post(f"{url}/respondents", json=said, headers=headers).status_code == 201
    client.get(f"/cases/{MANAGER}/review/incident_dates/place.png")
    wrong = {"status": "corrected", "value": "1 January 2020", "dry_run": True}
    told = client.post(f"{url}/incident_dates", json=wrong, headers=headers).json()
    assert told["seq"] is None and told["verdict_before"] != told["verdict_after"] == "out-of-time"
    assert client.post(f"{url}/incident_dates", json={"status": "x"}, headers=headers).status_code == 422
    assert client.post(f"{url}/incident_dates", json=wrong).status_code == 403


def test_documents_are_listed(client: TestClient) -> None:
    """By the number under which the page serves them."""
    rows = client.get(f"/api/cases/{SEVERAL}/documents").json()["documents"]
    assert [(row["number"], row["name"]) for row in rows] == [(1, "01-complaint.docx")]


def test_the_api_has_the_permissions_of_the_pages(workspace: Workspace) -> None:
    """Statistics reaches none of it; a party is told that there is no such case."""
    team(
        workspace, ("stat", "Sam Tate", "sam@loughaird.example", Role.STATISTICS),
        ("gp", "Gareth Pollock", "g.pollock@loughaird.example", Role.REVIEWER),
    )  # fmt: skip
    app = create_app(workspace, settings=settings(team=True))
    with client_of(app) as stat, client_of(app) as party:
        sign_in(stat, "stat")
        sign_in(party, "gp")
        for path in ("review", "documents"):
            assert stat.get(f"/api/cases/{SEVERAL}/{path}").status_code == 403
            assert party.get(f"/api/cases/{SEVERAL}/{path}").status_code == 404

"""The way in: a single-use address for the one local user, or a name and a password."""

import secrets

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from hrdocs.desk.accounts import Account, Person, Role, fits, hash_chosen, person_of, token_digest
from hrdocs.errors import UsageError
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import go, render
from hrdocs.web.security import FORM, SETTING_UP, Form

router = APIRouter(include_in_schema=False)

WRONG = "The name or the password is not right."


@router.get("/health")
def health() -> PlainTextResponse:
    """That the server lives; nothing about what it holds."""
    return PlainTextResponse("ok")


@router.get("/start")
def start(request: Request, token: str = "") -> Response:
    """Open the pages with the token that the command printed. It is good once."""
    house = house_of(request)
    if request.headers.get("sec-purpose", "").startswith("prefetch"):
        return Response(status_code=204)
    wanted = house.start_token
    if not wanted or not secrets.compare_digest(token.encode(), wanted.encode()):
        return render(request, "closed.html", status=403)
    house.start_token = ""
    if house.settings.team:  # the first account is made with it
        return _signed_in(house, Person(SETTING_UP, "", "", Role.MANAGER), 0, "/accounts/first")
    name = house.settings.user
    return _signed_in(house, Person(name, name, "", Role.CASEWORKER), 0)


@router.get("/sign-in")
def sign_in(request: Request) -> Response:
    if request.state.session is not None:
        return go("/")
    if not house_of(request).settings.team:
        return render(request, "closed.html", status=401)
    return render(request, "sign-in.html", name="", problem="")


@router.post("/sign-in")
def try_sign_in(request: Request, form: Form = FORM) -> Response:
    house = house_of(request)
    name, password = str(form.get("name", "")).strip(), str(form.get("password", ""))
    key = name.casefold()[:60]
    if house.tries.must_wait(key):
        words = "Too many tries. Wait a minute, then try again."
        return render(request, "sign-in.html", status=429, name=name, problem=words)
    account = house.accounts.find(name)
    if not house.settings.team or not fits(account, password):
        house.tries.fail(key)
        return render(request, "sign-in.html", status=403, name=name, problem=WRONG)
    assert account is not None  # noqa: S101 - it fits
    house.tries.succeed(key)
    return _signed_in(house, person_of(account), account.changes)


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    house = house_of(request)
    if request.state.session is not None:
        house.sessions.end(request.state.session.key)
    answer = render(request, "signed-out.html")
    answer.delete_cookie(house.settings.cookie, path="/")
    return answer


@router.get("/invitation")
def invitation(request: Request, token: str = "") -> Response:
    """Choose a password with the address that a manager gave."""
    account = _invited(house_of(request), token)
    if account is None:
        return render(request, "closed.html", status=403)
    return render(request, "invitation.html", token=token, account=account, problem="")


@router.post("/invitation")
def accept(request: Request, form: Form = FORM) -> Response:
    house = house_of(request)
    token, password = str(form.get("token", "")), str(form.get("password", ""))
    account = _invited(house, token)
    if account is None:
        return render(request, "closed.html", status=403)
    try:
        kept = hash_chosen(password, str(form.get("again", "")))
    except UsageError as error:
        problem = f"The password {error.explanation}"
        return render(request, "invitation.html", status=422, token=token, account=account, problem=problem)
    house.accounts.change(account.name, {"password": kept, "invitation": ""})
    return go("/sign-in")


def _invited(house: House, token: str) -> Account | None:
    account = house.accounts.find_invited(token_digest(token)) if token else None
    return account if account is not None and account.active else None


def _signed_in(house: House, person: Person, changes: int, path: str = "/") -> Response:
    session = house.sessions.begin(person, changes=changes)
    answer = go(path)
    answer.set_cookie(
        house.settings.cookie, session.key, httponly=True, samesite="strict", path="/",
        secure=house.settings.is_secure,
    )  # fmt: skip
    return answer

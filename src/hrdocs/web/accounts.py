"""Who may sign in: accounts, their roles, invitations. Only for a team."""

import secrets
from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import RIGHTS, Account, Person, Right, Role, hash_chosen, token_digest
from hrdocs.errors import UsageError
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import go, notice, render
from hrdocs.web.security import FORM, Form, need, session_of

router = APIRouter(include_in_schema=False)
MANAGES = Depends(need(Right.ACCOUNTS))


@router.get("/accounts")
def list_accounts(request: Request, person: Person = MANAGES) -> Response:  # noqa: ARG001
    _team(request)
    return _page(request)


@router.get("/accounts/first")
def first(request: Request, person: Person = MANAGES) -> Response:  # noqa: ARG001
    """The first account, made with the start address: a manager's."""
    if _team(request).accounts.count():
        return go("/accounts")
    return render(request, "account-first.html", given={}, problem="")


@router.post("/accounts/first")
def make_first(request: Request, person: Person = MANAGES, form: Form = FORM) -> Response:  # noqa: ARG001
    house = _team(request)
    if house.accounts.count():
        return go("/sign-in")
    form = {name: str(value) for name, value in form.items()}
    try:
        account = _account(form, Role.MANAGER)
        kept = hash_chosen(form.get("password", ""), form.get("again", ""))
        house.accounts.add(Account(account.name, account.full_name, account.email, account.role, kept))
    except UsageError as error:
        problem = f"{error.subject.capitalize()} {error.explanation}"
        return render(request, "account-first.html", status=422, given=form, problem=problem)
    house.sessions.end(session_of(request).key)
    return go("/sign-in")


@router.post("/accounts")
def add(request: Request, person: Person = MANAGES, form: Form = FORM) -> Response:  # noqa: ARG001
    house = _team(request)
    form = {name: str(value) for name, value in form.items()}
    token = secrets.token_urlsafe(32)
    try:
        account = _account(form, _role(form.get("role", "")))
        house.accounts.add(
            Account(account.name, account.full_name, account.email, account.role, "", token_digest(token))
        )
    except UsageError as error:
        return _page(request, given=form, problem=f"{error.subject}: {error.explanation}", status=422)
    return _page(request, invited=(account.full_name, _address(request, token)))


@router.post("/accounts/{name}")
def change(request: Request, name: str, person: Person = MANAGES, form: Form = FORM) -> Response:
    """Close or open an account, change its role, or invite its owner to choose a new password."""
    house = _team(request)
    account = house.accounts.find(name)
    if account is None:
        raise HTTPException(404, "There is no such account.")
    do = form.get("do")
    if do in ("close", "role") and account.name == person.name:
        notice(request, "Somebody else must change your own account.", kind="warning")
        return go("/accounts")
    if do == "invite":
        token = secrets.token_urlsafe(32)
        house.accounts.change(account.name, {"invitation": token_digest(token)})
        return _page(request, invited=(account.full_name, _address(request, token)))
    if do == "role":
        house.accounts.change(account.name, {"role": _role(str(form.get("role", ""))).value})
    elif do in ("close", "open"):
        house.accounts.change(account.name, {"active": do == "open"})
    notice(request, f"Changed the account of {account.full_name}.")
    return go("/accounts")


def _page(
    request: Request, *, given: dict[str, str] | None = None, problem: str = "", status: int = 200,
    invited: tuple[str, str] | None = None,
) -> Response:  # fmt: skip
    return render(
        request, "accounts.html", status=status, accounts=house_of(request).accounts.all(), roles=list(Role),
        rights=RIGHTS, given=given or {}, problem=problem, invited=invited,
    )  # fmt: skip


def _team(request: Request) -> House:
    house = house_of(request)
    if not house.settings.team:
        raise HTTPException(404)
    return house


def _account(form: dict[str, Any], role: Role) -> Account:
    name, full_name = form.get("name", "").strip().casefold(), form.get("full_name", "").strip()
    email = form.get("email", "").strip()
    if not name or len(name) > 60 or not name.replace(".", "").replace("-", "").isalnum():
        raise UsageError(
            "The name to sign in with", "has letters, digits, dots and hyphens only", "Choose another."
        )
    if not full_name or "@" not in email or len(full_name) > 120 or len(email) > 200:
        raise UsageError(
            "The account", "needs the person's whole name and work e-mail address",
            "They show whether somebody is a party to a case.",
        )  # fmt: skip
    return Account(name, full_name, email, role.value)


def _role(text: str) -> Role:
    if text not in list(Role):
        raise UsageError("The role", "is not known", "Choose one of the list.")
    return Role(text)


def _address(request: Request, token: str) -> str:
    house = house_of(request)
    base = house.settings.public_address.rstrip("/") or f"http://127.0.0.1:{house.settings.port}"
    return f"{base}/invitation?token={token}"

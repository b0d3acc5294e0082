"""Originals and letters, as they are filed: only what the register knows, and only its own bytes."""

from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.errors import RegisterError
from hrdocs.web.cases import seen
from hrdocs.web.house import House, house_of
from hrdocs.web.security import need
from hrdocs.workspace import digest

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))

# Kinds that are named as what they are; every other one is only bytes. All are saved, never opened in place.
_KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".eml": "message/rfc822",
    ".zip": "application/zip",
}


@router.get("/cases/{ref}/documents/{number}")
def document(request: Request, ref: str, number: int, person: Person = SEES) -> Response:
    """The original as it came."""
    opened = seen(request, ref, f"document {number}", person)
    if not 1 <= number <= len(opened.case.originals):
        raise RegisterError(
            ref, f"has no document {number}", "Choose one from the case's page.", code="no-case"
        )
    filed = opened.case.originals[number - 1]
    return saved(read_filed(house_of(request), filed.path, filed.sha256), Path(filed.path).name)


def read_filed(house: House, path: str, sha256: str) -> bytes:
    """A filed file's bytes, if they are still those that were filed.

    Raises:
        RegisterError: the file is missing, lies outside the workspace, or was changed.
    """
    folder = house.workspace.folder
    place = (folder / path).resolve()
    data = place.read_bytes() if place.is_relative_to(folder) and place.is_file() else None
    if data is None or digest(data) != sha256:
        fact = "a filed file is missing" if data is None else "a filed file is not the one that was recorded"
        raise RegisterError(
            "documents", fact, "`hrdocs verify` lists all such files; restore it from a backup."
        )
    return data


def saved(data: bytes, name: str, kind: str | None = None) -> Response:
    """A file for the browser to save."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    media = kind or _KINDS.get(Path(name).suffix.lower(), "application/octet-stream")
    return Response(data, media_type=media, headers={"content-disposition": disposition})

"""A look at a file in quarantine, as far as it can be shown: drawn or read in a guarded child."""

from pathlib import Path

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.looking import SCREEN_DPI
from hrdocs.desk.needs import as_sentence
from hrdocs.desk.viewing import log_view
from hrdocs.document import Place
from hrdocs.register import Filing
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import render
from hrdocs.web.review_words import place_blocks
from hrdocs.web.security import need
from hrdocs.workspace import digest

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))


@router.get("/waiting/{sha256}/look")
def look(request: Request, sha256: str, person: Person = SEES) -> Response:
    house = house_of(request)
    filing = _filing(house, sha256)
    clock = house.settings.clock
    log_view(house.register, "quarantine", sha256[:12], by=person.name, on=clock.today(), now=clock.now())
    looked = house.readers.look(*_bytes(house, filing))
    blocks = place_blocks(looked.layout, ()) if looked.layout else ()
    return render(
        request, "waiting-look.html", filing=filing, looked=looked, blocks=blocks, as_sentence=as_sentence
    )


@router.get("/waiting/{sha256}/pages/{number}.png")
def picture(request: Request, sha256: str, number: int, person: Person = SEES) -> Response:  # noqa: ARG001
    house = house_of(request)
    data, name = _bytes(house, _filing(house, sha256))
    return Response(
        house.readers.draw(data, name, Place(page=number), dpi=SCREEN_DPI), media_type="image/png"
    )


def _filing(house: House, sha256: str) -> Filing:
    found = next((filing for filing in house.quarantined() if filing.sha256 == sha256), None)
    if found is None:
        raise HTTPException(404, "No such file waits.")
    return found


def _bytes(house: House, filing: Filing) -> tuple[bytes, str]:
    place = house.workspace.folder / filing.path
    data = place.read_bytes() if place.is_file() else b""
    if digest(data) not in (filing.sha256, filing.container):
        raise HTTPException(409, "The file is missing or is not the one that was received.")
    return data, Path(filing.path).name

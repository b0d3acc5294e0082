"""A letter as the pages that its reader will hold, drawn by LibreOffice, where that is installed.

The page of a letter shows its words at once, and asks for its pages afterwards: drawing takes some
seconds. What may be drawn is only what somebody was shown: the bytes are known by case and digest.
"""

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.looking import SCREEN_DPI, Sheet
from hrdocs.document import Place
from hrdocs.errors import HrdocsError
from hrdocs.tools.soffice import find_soffice
from hrdocs.web.cases import case_head, seen
from hrdocs.web.house import House, house_of
from hrdocs.web.pages import render, without_commands
from hrdocs.web.security import need

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))


def can_draw() -> bool:
    """Whether letters can be shown as pages on this machine."""
    return find_soffice() is not None


@router.get("/cases/{ref}/letters/pages/{sha256}")
def pages(request: Request, ref: str, sha256: str, part: str = "", person: Person = SEES) -> Response:
    """The pages of a letter that was shown. With `part=pages` only them, for a page that has the rest."""
    house = house_of(request)
    opened = seen(request, ref, "letter as pages", person)
    sheets: tuple[Sheet, ...] = ()
    problem = ""
    try:
        sheets = house.readers.look(_pdf(house, ref, sha256), "letter.pdf").sheets
    except HrdocsError as error:
        problem = without_commands(f"The pages cannot be drawn: {error.subject} {error.fact}.")
    template = "letter-pages-part.html" if part == "pages" else "letter-pages.html"
    return render(
        request, template, **case_head(opened), sheets=sheets, problem=problem, sha256=sha256,
        folder=f"/cases/{ref}/letters/pages/{sha256}",
    )  # fmt: skip


@router.get("/cases/{ref}/letters/pages/{sha256}/{number}.png")
def page(request: Request, ref: str, sha256: str, number: int, person: Person = SEES) -> Response:
    """One page as a picture."""
    house = house_of(request)
    house.open_case(ref, person)
    place = Place(page=number)
    data = house.readers.draw(_pdf(house, ref, sha256), "letter.pdf", place, dpi=SCREEN_DPI)
    return Response(data, media_type="image/png")


def _pdf(house: House, ref: str, sha256: str) -> bytes:
    made = house.shown_letters.pdf(ref, sha256)
    if made is None:
        raise HTTPException(404, "This letter was not shown of late. Open it again.")
    return made

"""Write the blank forms of the packs."""

from pathlib import Path

from tests.make_forms.civil_service import CIVIL_SERVICE
from tests.make_forms.council import COUNCIL
from tests.make_forms.paper import make_paper
from tests.make_forms.university import UNIVERSITY
from tests.make_forms.word import make_word

BLANKS = {
    "council-dignity-at-work": COUNCIL,
    "university-harassment": UNIVERSITY,
    "civil-service-harassment": CIVIL_SERVICE,
}
_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def make_all() -> dict[Path, bytes]:
    """Where each blank form stands, and its bytes."""
    made: dict[Path, bytes] = {}
    for pack, blank in BLANKS.items():
        folder = _TEMPLATES / pack / "forms"
        made[folder / "complaint.docx"] = make_word(blank)
        made[folder / "complaint.pdf"] = make_paper(blank)
    return made


def main() -> None:
    """Write each form as `complaint.docx` and `complaint.pdf` beside its definition."""
    for path, data in make_all().items():
        path.write_bytes(data)


if __name__ == "__main__":
    main()

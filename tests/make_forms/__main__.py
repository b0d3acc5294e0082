"""Write the blank forms of the packs."""

from pathlib import Path

from tests.make_forms.council import COUNCIL
from tests.make_forms.paper import make_paper
from tests.make_forms.university import UNIVERSITY
from tests.make_forms.word import make_word

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def main() -> None:
    """Write each form as `complaint.docx` and `complaint.pdf` beside its definition."""
    for pack, blank in (("council-dignity-at-work", COUNCIL), ("university-harassment", UNIVERSITY)):
        folder = _TEMPLATES / pack / "forms"
        (folder / "complaint.docx").write_bytes(make_word(blank))
        (folder / "complaint.pdf").write_bytes(make_paper(blank))


if __name__ == "__main__":
    main()

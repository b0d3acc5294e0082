"""Write the samples; `--expected` writes their true answers too, over what is there."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.make_samples import civil_service, guidance, university
from tests.make_samples import council_first as first
from tests.make_samples import council_second as second
from tests.make_samples.fill import fill_paper, fill_word
from tests.make_samples.people import Sample, expected_of
from tests.make_samples.printed import print_form
from tests.make_samples.readme import format_readme
from tests.make_samples.retype import retype_plain, retype_table, retype_under, write_letter
from tests.make_samples.wrap import cut, export_pdf, mail, zip_up

_ROOT = Path(__file__).resolve().parents[2]
COUNCIL, UNIVERSITY = "council-dignity-at-work", "university-harassment"
CIVIL_SERVICE = "civil-service-harassment"
MADE_BY_OFFICE = frozenset(("04-complaint.pdf", "15-complaint.pdf"))
SAMPLES: dict[str, tuple[Sample, ...]] = {
    COUNCIL: (*first.FIRST, *second.SECOND),
    UNIVERSITY: university.UNIVERSITY,
    CIVIL_SERVICE: civil_service.CIVIL_SERVICE,
}


def _blank(pack: str, kind: str) -> bytes:
    return (_ROOT / "templates" / pack / "forms" / f"complaint.{kind}").read_bytes()


def _makers() -> dict[str, dict[str, Callable[[], bytes]]]:
    """How each file is made."""
    word, paper = _blank(COUNCIL, "docx"), _blank(COUNCIL, "pdf")
    council: dict[str, Callable[[], bytes]] = {
        "01-complaint.docx": lambda: fill_word(word, first.POOL),
        "02-complaint.docx": lambda: retype_plain(first.DEPOT),
        "03-complaint.pdf": lambda: fill_paper(paper, first.CUSTOMER_DESK),
        "04-complaint.pdf": lambda: export_pdf(fill_word(word, first.PLANNING)),
        "05-complaint.pdf": lambda: print_form(first.PRINTED),
        "06-complaint.docx": lambda: fill_word(word, first.MIXED),
        "07-complaint.pdf": lambda: fill_paper(paper, first.INFORMAL),
        "08-complaint.docx": lambda: retype_table(first.DOUBTFUL),
        "09-complaint.docx": lambda: fill_word(word, second.MISSING),
        "10-complaint.docx": lambda: word,
        "11-complaint.docx": lambda: cut(fill_word(word, first.MIXED)),
        "12-message.eml": lambda: mail(fill_word(word, second.MAILED)),
        "13-forms.zip": lambda: zip_up(
            {
                "complaint form SMcG.docx": fill_word(word, second.ZIPPED_ONE),
                "complaint form D Alexander.pdf": fill_paper(paper, second.ZIPPED_TWO),
            }
        ),
        "14-complaint.docx": lambda: fill_word(word, second.RISK),
        "15-complaint.pdf": lambda: export_pdf(retype_table(second.LINE_MANAGER)),
        "16-complaint.pdf": lambda: print_form(second.LOCKED, password="harbour-row"),  # noqa: S106
        "17-complaint.docx": lambda: retype_under(second.PARKS),
    }
    others: dict[str, Callable[[], bytes]] = {
        "01-complaint.docx": lambda: fill_word(_blank(UNIVERSITY, "docx"), university.STUDENT),
        "02-letter.docx": lambda: write_letter(university.COLLEAGUE),
        "03-complaint.pdf": lambda: fill_paper(_blank(UNIVERSITY, "pdf"), university.ADMINISTRATOR),
    }
    department: dict[str, Callable[[], bytes]] = {
        "01-record.docx": lambda: fill_word(_blank(CIVIL_SERVICE, "docx"), civil_service.OLD),
        "02-record.pdf": lambda: fill_paper(_blank(CIVIL_SERVICE, "pdf"), civil_service.RECENT),
    }
    documents: dict[str, Callable[[], bytes]] = {"faq.docx": guidance.make_faq}
    return {COUNCIL: council, UNIVERSITY: others, CIVIL_SERVICE: department, "guidance": documents}


def make_samples() -> dict[Path, Callable[[], bytes]]:
    """Where each sample stands, and its maker."""
    return {
        _ROOT / "samples" / pack / name: make
        for pack, group in _makers().items()
        for name, make in group.items()
    }


def main(*, expected: bool) -> None:
    """Write every sample, and the README of each folder."""
    for path, make in make_samples().items():
        path.write_bytes(make())
    for pack, samples in SAMPLES.items():
        folder = _ROOT / "samples" / pack
        for sample in samples:
            answers = folder / f"{sample.name}.expected.json"
            if expected or not answers.exists():
                text = json.dumps(expected_of(sample), ensure_ascii=False, indent=1)
                answers.write_text(text + "\n", encoding="utf-8")
        (folder / "README.md").write_text(format_readme(pack, samples), encoding="utf-8")


if __name__ == "__main__":
    main(expected="--expected" in sys.argv[1:])

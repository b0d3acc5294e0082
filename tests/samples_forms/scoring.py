"""How many of a form's answers stand under their labels, and how many stand wrong as certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from tests.samples_forms.sample import Truth

from hrdocs.document import Answer, Form, Pair, Status, Value
from hrdocs.procedure import Field, FormDefinition
from hrdocs.rules.dates import parse_day
from hrdocs.rules.matching.wording import fold


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one form. `wrong` are answers given as certain that no truth says under that label."""

    total: int
    right: int
    unclear: int
    wrong: int
    notes: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.total + other.total,
            self.right + other.right,
            self.unclear + other.unclear,
            self.wrong + other.wrong,
            self.notes + other.notes,
        )


def score_form(form: Form, definition: FormDefinition, truths: Sequence[Truth]) -> Score:
    """The truths against the answers of the fields that have their labels."""
    right = unclear = 0
    notes: list[str] = []
    good: set[str] = set()
    for truth in truths:
        fields = _fields_for(truth, definition)
        answers = [(f, form.answers[f.id]) for f in fields if f.id in form.answers]
        hit = next(
            (f for f, a in answers if a.status is Status.OK and _same(_text(a.value, f), truth.value)), None
        )
        maybe = [f for f, a in answers if a.status is Status.UNCLEAR]
        if hit is not None:
            right += 1
            good.add(hit.id)
        else:
            unclear += bool(maybe)
            got = [(f.id, a.status.value, a.value, a.raw, a.reason) for f, a in answers]
            notes.append(f"{truth.label} [{truth.section}] = {truth.value!r}: {got}")
    wrong = [
        f.id for f in definition.fields
        if f.id not in good and (a := form.answers.get(f.id)) is not None and a.status is Status.OK
        and not _is_unscored(a, f, truths)
    ]  # fmt: skip
    notes += [f"WRONG {name}: {form.answers[name].value!r}" for name in wrong]
    return Score(len(truths), right, unclear, len(wrong), tuple(notes))


def _is_unscored(answer: Answer, one: Field, truths: Sequence[Truth]) -> bool:
    """A right answer of a box that the truth does not ask for (a unit, say)."""
    return bool(one.choices) and not _truths_for(one, truths)


def _truths_for(one: Field, truths: Sequence[Truth]) -> list[Truth]:
    return [t for t in truths if _near(t.label, one.label) >= 85]


def score_pairs(pairs: Sequence[Pair], truths: Sequence[Truth]) -> Score:
    """The truths against a document's labelled answers."""
    right = 0
    notes: list[str] = []
    used: set[int] = set()
    for truth in truths:
        hit = next(
            (
                n for n, p in enumerate(pairs)
                if n not in used and _same(p.value, truth.value)
                and _near_either(truth, p.label) >= 80
            ),
            None,
        )  # fmt: skip
        if hit is None:
            notes.append(
                f"{truth.label} = {truth.value!r}: {[p.label for p in pairs if _same(p.value, truth.value)]}"
            )
        else:
            used.add(hit)
            right += 1
    wrong = [
        p for n, p in enumerate(pairs)
        if n not in used and any(_near(t.label, p.label) >= 90 for t in truths)
        and not any(_same(p.value, t.value) for t in truths if _near(t.label, p.label) >= 80)
    ]  # fmt: skip
    notes += [f"WRONG {p.label!r}: {p.value!r}" for p in wrong]
    return Score(len(truths), right, 0, len(wrong), tuple(notes))


def _near_either(truth: Truth, label: str) -> float:
    """How near a label comes to the truth's, alone or with its section."""
    whole = _near(f"{truth.label} {truth.section}", label) if truth.section else 0.0
    return max(_near(truth.label, label), whole)


def _near(one: str, other: str) -> float:
    a, b = fold(one), fold(other)
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) if a and b else 0.0


def _fields_for(truth: Truth, definition: FormDefinition) -> list[Field]:
    """The fields with a truth's label; of several, those in its section."""
    headings = {s.id: s.heading for s in definition.sections}
    found = [
        f for f in definition.fields
        if any(_near(truth.label, text) >= 85 for text in (f.label, *f.aliases))
        or _near_either(truth, f.label) >= 85
    ]  # fmt: skip
    if len(found) < 2 or not truth.section:
        return found
    here = [
        f for f in found
        if fold(truth.section) in fold(f"{headings.get(f.section or '', '')} {f.label}")
    ]  # fmt: skip
    return here or found


def _text(value: Value, one: Field) -> str:
    if isinstance(value, tuple):
        return "; ".join(v if isinstance(v, str) else str(v.get("name")) for v in value)
    if isinstance(value, str) and one.choices:
        return next((c.words[0] for c in one.choices if c.id == value and c.words), value)
    return value if isinstance(value, str) else ""


def _same(one: str, other: str) -> bool:
    if _bare(one) == _bare(other):
        return bool(_bare(one))
    first, second = parse_day(one), parse_day(other)
    return first.value is not None and first.value == second.value


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text.casefold()))

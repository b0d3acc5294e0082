"""Which form a document is: its title, its headings, and how many of its labels are there."""

from collections.abc import Sequence
from dataclasses import dataclass

from hrdocs.document import Finding, Severity
from hrdocs.procedure import Field, FormDefinition
from hrdocs.rules.matching.slots import Source
from hrdocs.rules.matching.walk import Walk

_WEIGHTS = {
    "respondent": 3.0,
    "incident-dates": 2.5,
    "ground": 3.0,
    "narrative": 2.5,
    "witness": 2.0,
    "previous-steps": 2.5,
    "effect": 3.0,
    "resolution": 3.0,
    "evidence": 2.0,
    "complainant-type": 2.0,
    "complainant": 1.0,
    "department": 1.0,
    "job-title": 1.0,
    "college": 1.5,
}
_SMALL = 0.7
_STRANGE = 1.5  # answers that fit no field, for each field: no form grows so much in the hands of its users
_ABOUT = 0.1  # as well, about: a form of another organisation asks at least so much more
_TELLING = frozenset(
    {
        "respondent",
        "incident-dates",
        "ground",
        "narrative",
        "effect",
        "resolution",
        "witness",
        "previous-steps",
    }
)


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a walk's form fits: the share of its labels found, and which are missing."""

    walk: Walk
    share: float
    telling: int
    titled: bool
    missing: tuple[str, ...]
    means: frozenset[str]
    strange: bool  # most of what it asks is nothing that the form asks

    @property
    def rank(self) -> tuple[float, int]:
        return (self.share + (0.25 if self.titled else 0.0), self.telling)

    @property
    def fits(self) -> bool:
        """Enough of the form is there: with its title a third of it, without it half."""
        if self.titled:
            return self.share >= 0.3 and self.telling >= 1
        if self.strange:
            return False
        if self.share >= 0.38 and {"narrative", "effect", "resolution"} <= self.means:
            return True
        return self.share >= 0.5 and self.telling >= 3


def fit(walk: Walk) -> Fit:
    """Measure a walk against its form."""
    seen = {s.key[0] for s in walk.slots if s.key and (s.source is not Source.IMPLIED or s.answered)}
    total = sum(_weight(f) for f in walk.definition.fields)
    found = sum(_weight(f) for f in walk.definition.fields if f.id in seen)
    telling = sum(f.means in _TELLING for f in walk.definition.fields if f.id in seen)
    means = frozenset(f.means for f in walk.definition.fields if f.id in seen)
    missing = tuple(f.label.rstrip(":") for f in walk.definition.fields if f.id not in seen)
    strange = len(walk.unknown) > _STRANGE * len(walk.definition.fields)
    return Fit(walk, found / total if total else 0.0, telling, bool(walk.titles), missing, means, strange)


def may_be_own(good: Sequence[Fit], own: Sequence[FormDefinition]) -> bool:
    """Whether a document may be a form of the organisation's own in other words than that form has."""
    if not own or not good or not good[0].titled:
        return bool(own)
    return good[0].walk.definition in own and good[0].share < 1.0


def prefer_own(good: Sequence[Fit], wider: Sequence[Fit]) -> list[Fit]:
    """The fits, before them those of own forms in anybody's words, where these fit about as well.

    A form in its own words stays as it is where other words add nothing to it.
    """
    least = good[0].share - _ABOUT if good else 0.0
    better = [f for f in wider if f.fits and f.share >= least]
    better.sort(key=lambda f: f.rank, reverse=True)
    same = [
        f for f in good for b in better if f.walk.definition.id == b.walk.definition.id and f.share >= b.share
    ]
    return [*same, *better, *good]


def _weight(one: Field) -> float:
    return _WEIGHTS.get(one.means, _SMALL)


def unknown_form(fits: list[Fit]) -> Finding:
    """The finding for a document that is no form of the pack."""
    if not fits or max(f.share for f in fits) == 0:
        return Finding(
            "unknown-form",
            Severity.ERROR,
            "No form of the procedure was recognised: none of its labels was found.",
        )
    best = max(fits, key=lambda f: f.rank)
    labels = ", ".join(f"‘{_short(label)}’" for label in best.missing)
    message = (
        f"No form of the procedure was recognised. Closest: {best.walk.definition.id}; labels not "
        f"found: {labels or 'none'}."
    )
    return Finding("unknown-form", Severity.ERROR, message)


def _short(label: str) -> str:
    return label if len(label) <= 60 else label[:57].rstrip() + "…"

"""Results as plain text for a caseworker."""

from collections.abc import Mapping

from hrdocs.cli.terminal import one_line
from hrdocs.desk.outcomes import Failure, Outcome
from hrdocs.document import Answer, Document, Finding, Place, Status, Value, VerdictKind

VERDICTS = {
    VerdictKind.IN_TIME: "in time",
    VerdictKind.OUT_OF_TIME: "out of time",
    VerdictKind.PARTLY_IN_TIME: "partly in time",
    VerdictKind.NEEDS_REVIEW: "a person must look",
    VerdictKind.NO_LIMIT: "no time limit",
}


def format_outcome(outcome: Outcome) -> str:
    """A document's answers."""
    if isinstance(outcome, Failure):
        return f"{one_line(outcome.source)}\n  could not be read: {one_line(outcome.error.explanation)}"
    lines = [f"{one_line(outcome.source)}  ({outcome.form.form or 'no known form'}, {outcome.kind})"]
    answers = outcome.form.answers
    width = max((len(name) for name in answers), default=0)
    lines.extend(f"  {name:<{width}}  {format_answer(answer)}" for name, answer in answers.items())
    if outcome.form.form is None:
        lines.extend(f"  {_one_line(pair.label)}: {_one_line(pair.value)}" for pair in outcome.form.pairs)
    lines.extend(format_findings(outcome))
    return "\n".join(lines)


def format_checked(outcome: Outcome) -> str:
    """A document's findings and verdict."""
    from hrdocs.rules.timelimit import format_explanation

    if isinstance(outcome, Failure):
        return format_outcome(outcome)
    lines = [f"{one_line(outcome.source)}  ({outcome.form.form or 'no known form'})"]
    lines.extend(format_findings(outcome) or ["  Nothing is missing."])
    if outcome.verdict is None:
        if outcome.form.form is not None:
            lines.append("  Time limit: give the day received with --received to see the verdict.")
    else:
        lines.append(f"  Time limit: {VERDICTS[outcome.verdict.verdict]}")
        lines.extend(f"    {line}" for line in format_explanation(outcome.verdict))
    return "\n".join(lines)


def format_findings(document: Document) -> list[str]:
    return [
        f"  {finding.severity.value}: {_one_line(finding.message)}{_at(finding)}"
        for finding in document.findings
    ]


def format_answer(answer: Answer) -> str:
    """The value; for an unclear one the reason, the best reading and what was written."""
    if answer.status is Status.MISSING:
        return "(missing)"
    if answer.status is Status.UNCLEAR:
        reason = answer.reason.value if answer.reason else "unclear"
        guess = f", perhaps {format_value(answer.suggestion)}" if answer.suggestion else ""
        return f"(unclear: {reason}{guess}) {_one_line(answer.raw)}"
    return format_value(answer.value)


def format_value(value: Value) -> str:
    if value is True:
        return "(signed)"
    if isinstance(value, tuple):
        return "; ".join(_format_item(item) for item in value) or "(none)"
    return _one_line(str(value))


def _format_item(item: str | Mapping[str, str | None]) -> str:
    if isinstance(item, str):
        return _one_line(item)
    return ", ".join(_one_line(part) for part in item.values() if part)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _at(finding: Finding) -> str:
    return f"  [{format_place(finding.where)}]" if finding.where else ""


def format_place(place: Place) -> str:
    """ "page 2", "table 1, row 3" or "paragraph 7"."""
    if place.page is not None:
        return f"page {place.page}"
    if place.table is not None:
        return f"table {place.table}, row {place.row}"
    if place.paragraph is not None:
        return f"paragraph {place.paragraph}"
    return place.part or ""

"""Whether a completion-of-procedures letter is due: to students only, once nothing internal is open.

Sources: the university's procedure, paragraphs 33 to 36, and the guidance of the Office of the
Independent Adjudicator on when such a letter is issued.
"""

from collections.abc import Mapping

from hrdocs.case import Case, Json
from hrdocs.rules.workflow import Block

_REJECTED = ("not-upheld", "rejected", "refused")


def check_completion(case: Case) -> tuple[Block, ...]:
    """Why the letter may not be issued yet; nothing where it is due."""
    complainant = next(iter(case.in_role("complainant")), None)
    if complainant is None or complainant.type != "student":
        return (Block("only a student gets a completion-of-procedures letter", "O35"),)
    open_steps = _open_steps(case)
    if open_steps:
        return open_steps
    if case.has("proctors-decided") or case.has("redress-refused"):
        return ()
    if _appeal_lost(case):
        if _outcome(case) == "partly-upheld" and not case.has("completion-letter-requested"):
            return (
                Block("part of the complaint was upheld, so the Proctors remain open to the student", "O36"),
            )
        return ()
    if _outcome(case) and case.has("completion-letter-requested"):
        return ()
    return (_nothing_final(case),)


def _open_steps(case: Case) -> tuple[Block, ...]:
    """Steps that have begun and not ended."""
    steps = (
        ("registrar-appeal-received", ("registrar-decided", "registrar-appeal-refused"),
         "the student's appeal to the Registrar has not been decided", "O35"),
        ("redress-requested", ("proctors-decided", "redress-refused"),
         "the Proctors have not decided on the request for redress", "O36"),
    )  # fmt: skip
    return tuple(
        Block(reason, clause)
        for begun, ended, reason, clause in steps
        if case.has(begun) and not any(case.has(kind) for kind in ended)
    )


def _appeal_lost(case: Case) -> bool:
    decided = _facts(case, "registrar-decided").get("outcome")
    return case.has("registrar-appeal-refused") or decided in _REJECTED


def _nothing_final(case: Case) -> Block:
    outcome = _outcome(case)
    if not outcome:
        return Block("the complaint has not been decided", "O26")
    if outcome == "not-upheld" and not case.has("registrar-decided"):
        return Block(
            "the student may still appeal to the Registrar; without an appeal the letter is issued on request",
            "O33",
        )
    return Block(
        "the student may go to the Proctors for redress; without that the letter is issued on request", "O36"
    )


def _outcome(case: Case) -> str:
    """The outcome of the complaint: of several people complained about, partly where they differ."""
    found = {
        str(facts.get("outcome"))
        for key, facts in case.facts.items()
        if key.partition(":")[0] == "decision-made" and facts.get("outcome")
    }
    if len(found) > 1:
        return "partly-upheld"
    return next(iter(found), "")


def _facts(case: Case, kind: str) -> Mapping[str, Json]:
    return case.facts.get(kind, {})

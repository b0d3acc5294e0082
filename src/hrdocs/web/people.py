"""The people of a case: parties, those who act in it, companions, and the rules on who may do what."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from hrdocs.desk.accounts import Person, Right
from hrdocs.desk.cases import possible_events
from hrdocs.procedure import RuleKind
from hrdocs.rules.workflow_people import find_acting, find_clashes
from hrdocs.web.cases import case_head, seen
from hrdocs.web.pages import render
from hrdocs.web.security import need

router = APIRouter(include_in_schema=False)
SEES = Depends(need(Right.SEE_CASES))
_ON_PEOPLE = (RuleKind.COMPANION, RuleKind.DISTINCT, RuleKind.CONFLICT, RuleKind.EXCLUSIVE, RuleKind.ROUTING)
# What is recorded once of a person and holds for every letter and meeting.
_OWN = (
    ("adjustments-recorded", "adjustments", "Adjustments, format, language"),
    ("safe-contact-recorded", "contact", "Safe way to reach this person"),
)
_PARTIES = ("complainant", "respondent", "witness")


@router.get("/cases/{ref}/people")
def people(request: Request, ref: str, person: Person = SEES) -> Response:
    opened = seen(request, ref, "people", person)
    case, procedure = opened.case, opened.pack.procedure
    titles = {role.id: role.title for role in procedure.roles}
    return render(
        request, "people.html", **case_head(opened), clashes=find_clashes(case, procedure), titles=titles,
        acting=[one for one in find_acting(case, procedure) if one.role not in _PARTIES],
        rules=[rule for rule in procedure.rules if rule.kind in _ON_PEOPLE],
        naming=[event for event in possible_events(procedure) if event.names],
        private={
            party.id: [
                (label, case.facts[f"{kind}:{party.id}"].get(fact))
                for kind, fact, label in _OWN
                if f"{kind}:{party.id}" in case.facts
            ]
            for party in case.parties
        },
    )  # fmt: skip

"""What recording an event makes a person ask: whatever was not asked about before it."""

import datetime as dt
from dataclasses import replace

from hrdocs.case import Event
from hrdocs.desk.cases import Opened
from hrdocs.desk.deadlines import calendar_for, next_steps
from hrdocs.rules.workflow import fold
from hrdocs.rules.workflow_questions import Question
from hrdocs.workspace import Workspace, read_organisation


def questions_after(workspace: Workspace, before: Opened, event: Event, day: dt.date) -> tuple[Question, ...]:
    """The questions that a case raises with one more event and did not raise without it."""
    case = before.case
    then = fold([*case.events, replace(event, seq=case.seq + 1)])
    calendar = calendar_for(before.pack, read_organisation(workspace))
    old = {q.code for q in next_steps(case, before.pack, calendar, day).questions}
    new = next_steps(then, before.pack, calendar, day).questions
    return tuple(q for q in new if q.code not in old and q.code != "reason-for-delay")

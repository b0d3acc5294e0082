"""Is each act inside the policy's limit? Dated acts, the day raised and the limit → verdict.

Conventions: the cutoff is the day raised less the limit's months, on the month's last day where the
day does not exist; an act is in time when cutoff ≤ act ≤ raised. What cannot be decided surely is
`needs-review` with a question, and out of time is never the last word: a person decides. Statutory
limits are another matter (`rules/statutory.py`) and never part of a verdict.
"""

from hrdocs.rules.timelimit.explanation import format_act, format_explanation
from hrdocs.rules.timelimit.raised import choose_raised, cutoff_for
from hrdocs.rules.timelimit.verdicts import judge

__all__ = ["choose_raised", "cutoff_for", "format_act", "format_explanation", "judge"]

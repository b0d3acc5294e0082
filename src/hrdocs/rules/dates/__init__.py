"""Dates in free text, as people write them in "Date of incident(s)".

Conventions: the day comes first; ISO where a four-digit year leads; two-digit years are 20xx. An act
keeps every other reading of its text, and `review` says that the text cannot decide by itself.
"""

from hrdocs.rules.dates.incidents import find_dates_in_narrative, find_incidents
from hrdocs.rules.dates.single import ParsedDay, parse_day

__all__ = ["ParsedDay", "find_dates_in_narrative", "find_incidents", "parse_day"]

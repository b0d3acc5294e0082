"""Answer text to values: name, e-mail, telephone, tick, choice, list, witnesses, signature.

Each `parse_` function returns a `ValueReading`. A value is what the writer wrote with its spaces
put in order; curly quotes, accents, ampersands and capitals stay. Where a text can be taken in two
ways the status is `unclear`, the value None and the best reading in `suggestion`.
"""

from hrdocs.rules.values_boxes import parse_choice, parse_tick
from hrdocs.rules.values_contact import find_phones, parse_email, parse_phone
from hrdocs.rules.values_list import parse_list
from hrdocs.rules.values_people import parse_name, parse_names, parse_signature
from hrdocs.rules.values_text import ValueReading, is_blank, is_nothing, one_line, tidy, without_leaders
from hrdocs.rules.values_ticks import Tick, Ticks, find_ticks
from hrdocs.rules.values_witnesses import parse_witnesses

__all__ = [
    "Tick",
    "Ticks",
    "ValueReading",
    "find_phones",
    "find_ticks",
    "is_blank",
    "is_nothing",
    "one_line",
    "parse_choice",
    "parse_email",
    "parse_list",
    "parse_name",
    "parse_names",
    "parse_phone",
    "parse_signature",
    "parse_tick",
    "parse_witnesses",
    "tidy",
    "without_leaders",
]

"""Protected grounds in free text, as people write them in answer to "Protected ground(s)".

Conventions: `ids` are stated, `denied` said to play no part, `ambiguous` are words to be asked about with the
grounds that they may mean. Nothing is read from a name, and a doubt is a question.
"""

from hrdocs.rules.grounds.parsing import GroundHint, find_grounds, find_grounds_in_narrative, parse_grounds
from hrdocs.rules.grounds.reading import GROUND_IDS, GroundReading

__all__ = [
    "GROUND_IDS",
    "GroundHint",
    "GroundReading",
    "find_grounds",
    "find_grounds_in_narrative",
    "parse_grounds",
]

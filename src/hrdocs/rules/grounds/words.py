"""The words by which people state a protected ground: data only.

One phrase a line, on text in small letters without apostrophes or accents, hyphens as spaces.
`word*` any ending; `(a|b)` one of; `[a|b]` one of or none; `..` up to three words; `{as}` the writer
speaking of being something, `{iam}` the same without a bare "because", `[_]` any one word or none. A phrase
that begins with `=` hides every other phrase inside it.
"""

from hrdocs.rules.grounds.words_asks import ABUSE, ASKS, ITEM_ASKS, SLURS, WEAK_ASKS, WHOLE
from hrdocs.rules.grounds.words_community import COMMUNITY
from hrdocs.rules.grounds.words_deeds import DEEDS
from hrdocs.rules.grounds.words_health import HEALTH
from hrdocs.rules.grounds.words_idiom import IDIOM
from hrdocs.rules.grounds.words_person import PERSON
from hrdocs.rules.grounds.words_spelling import FIXED_SPELLINGS, KNOWN, SPELLINGS
from hrdocs.rules.grounds.words_traps import NEUTRAL, NONE_STATED

__all__ = [
    "ABUSE",
    "AS",
    "ASKS",
    "DEEDS",
    "FIXED_SPELLINGS",
    "GROUNDS",
    "ITEM_ASKS",
    "I_AM",
    "KNOWN",
    "NEUTRAL",
    "NONE_STATED",
    "SLURS",
    "SPELLINGS",
    "WEAK_ASKS",
    "WHOLE",
]

AS = (
    r"(?:i am|im|iam|i was|am i|we are|being|bein|as|youre|ur|you are|because|cos|coz|cuz|bcos|bc"
    r"|cause|since)"
    r"(?: (?:i am|im|iam|i was|we are|being|am))?(?: (?:a|an|the|only|one|of|not|just|seen|known"
    r"|single|openly|also|both|now|very))*"
)

I_AM = (
    r"(?:i am|im|iam|i was|am i|being|bein|as|me)"
    r"(?: (?:a|an|the|only|one|of|not|just|single|openly|also|both|now|very))*"
)

GROUNDS: dict[str, str] = {
    ground: f"{block}\n{IDIOM.get(ground, '')}\n{DEEDS.get(ground, '')}"
    for ground, block in (PERSON | COMMUNITY | HEALTH).items()
}

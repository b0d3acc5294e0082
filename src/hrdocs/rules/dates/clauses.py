"""The clause of a date: what of the text around it is its own, and whether that names anything."""

import re

from hrdocs.rules.dates.cues import NO_WORDS, STRONG_STOP, WEAK_STOP
from hrdocs.rules.dates.telling import has_verb, tells_of_something


def own_clause(before: str, after: str, *, beside: bool) -> str:
    """What stands before a date, without the clause that belongs to the date before it in the sentence."""
    if beside:
        for stop in reversed(list(_PARTS.finditer(before))):
            own = before[stop.end() :]
            led = NO_WORDS.fullmatch(own) and (stop[0] == "but" or has_verb(after[:40]))
            if led or tells_of_something(own) or names_something(own):
                return own
    return before


_PARTS = re.compile(
    r",|(?<![a-z])(?:and|but|then|so|while|whereas|although|though|"
    r"(?:what|how)(?= (?:he|she|they|had|was|happened)(?![a-z])))(?![a-z])"
)


def clause_of(before: str, after: str, *, last: bool) -> str:
    """The clause, and the whole sentence where no other date stands in it."""
    stop = STRONG_STOP.search(after) or (None if last else WEAK_STOP.search(after))
    if stop is None and not last and names_something(before):
        return before  # what follows belongs to the next date
    return f"{before} {after[: stop.start()] if stop else after}"


def names_something(clause: str) -> bool:
    """Whether the clause has words besides those of time and place."""
    return bool(_NAME.search(_PLACE_OR_TIME.sub(" ", clause)))


LISTS = re.compile(r"(?::|dates? (?:[a-z]+ ){0,4}(?:are|were|is|was))[ (]*$")
_PLACE_OR_TIME = re.compile(
    r"\([^)]*\)?|(?<![a-z])(?:in|at|on|by|near|outside|inside|during|from|to|after|before|around|about|until|"
    r"outwith|within|against|behind|over|under|through|with|of|between) (?:the |my |our |a |an "
    r")?(?:[a-z']+ ?){1,3}|"
    r"(?<![a-z])(?:mrs?|ms|miss|dr|prof)\.? [a-z]+"
)
_NAME = re.compile(
    r"(?<![a-z])(?!(?:and|the|then|also|approx|again|both|once|twice|times?|dates?|days?|weeks?|months?|"
    r"year|years|shift|morning|afternoon|evening|night|late|early|mid|end|start|about|since|until|onwards?|"
    r"first|last|second|third|various|several|incidents?|exact|sure|previously|"
    r"earlier|beginning|commencing|starting|ending|latest|recent|following|same|his|her|him|she|for|but|all|"
    r"any|one|two|was|were|are|"
    r"our|out|off|now|who|plus|am|pm|hrs|from|between|till|through|during|within|circa|around|"
    r"roughly)(?![a-z]))[a-z]{3,}"
)

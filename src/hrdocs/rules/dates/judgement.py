"""What a date is the date of, and what the words around it say about that."""

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What a date is the date of."""

    INCIDENT = "incident"
    OTHER = "other"
    UNSURE = "unsure"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A use, whether words say so, `told`: only what was done about it is said ("- reported
    to HR"); `tells`: the clause has a verb that says neither; `names`: only other words that say neither;
    `theirs`: somebody does something in it that is no conduct by its words;
    `definite`: it is said to be the day of the incident; `aside`: of something else, wherever there is
    an act; `acted`: of something else, perhaps, and yet of conduct; `own`: only the writer does anything;
    `open`: words behind the date are not accounted for; `quoted`: it stands in what somebody said."""

    use: Use
    said: bool = False
    told: bool = False
    tells: bool = False
    names: bool = False
    theirs: bool = False
    definite: bool = False
    aside: bool = False
    acted: bool = False
    own: bool = False
    open: bool = False
    quoted: bool = False

    @property
    def sure(self) -> bool:
        """Whether it is an incident's, with no verb or name that may make it anything else's."""
        return self.use is Use.INCIDENT and not (self.tells or self.names)

    @property
    def apart(self) -> bool:
        """Whether it is of something else by its own clause."""
        return self.use is Use.OTHER or self.aside


BARE = Judgement(Use.INCIDENT)  # of a date with no words around it
ASIDE = Judgement(Use.UNSURE, said=True, aside=True)
QUOTED = Judgement(Use.UNSURE, said=True, aside=True, quoted=True)

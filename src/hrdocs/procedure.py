"""What a pack becomes: a procedure as data.

Each record is one table of the pack's TOML and each attribute one key, so the names here are the
names a pack author writes. Clauses are cited by id ("13.4", "O36", "App VI").
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Force(StrEnum):
    """How binding a limit or rule is. Only a `hard` limit is ever called late."""

    HARD = "hard"
    AIM = "aim"
    ADVICE = "advice"


class Unit(StrEnum):
    """What a limit counts in. `soon` is "as soon as reasonably practicable": it has no figure."""

    WORKING_DAY = "working-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SOON = "soon"


class Direction(StrEnum):
    """`within`: by N after `from`. `notice`: N clear units between `from` and `to`."""

    WITHIN = "within"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Clause:
    """`[[clause]]`: a clause of the policy, its heading, and one line in our own words."""

    id: str
    heading: str
    line: str


@dataclass(frozen=True, slots=True)
class Ground:
    """`[[ground]]`: a protected ground; `lists` names the policy's lists that hold it."""

    id: str
    title: str
    lists: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """`[[role]]`: somebody who acts in the procedure.

    `party` is True for the complainant and for each person complained about. `no_appeal` says why no
    letter tells such a person of an appeal.
    """

    id: str
    title: str
    clause: str
    line: str = ""
    party: bool = False
    no_appeal: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """`[[stage]]`: a stage and the events that enter it.

    `level` is "informal", "formal" or "appeal": how statistics count a case that has come this far.
    """

    id: str
    title: str
    entered_by: tuple[str, ...]
    clause: str
    side: bool = False  # a state beside the main line: mediation, suspension
    left_by: tuple[str, ...] = ()  # the events that end a state beside the main line
    level: str = ""


@dataclass(frozen=True, slots=True)
class EventKind:
    """`[[event]]`: something that happens in a case.

    `facts` are the keys a person gives with it, `asks` those that may be left out; `per` names the
    role of the party it concerns, where it happens once per person. `values` are the only words that
    a fact may have; a fact in `lists` may be several lines. `names` tells which facts name people, and
    in which role: `names = { name = "investigator" }`.
    """

    id: str
    title: str
    clause: str = ""
    facts: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    per: str | None = None
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lists: tuple[str, ...] = ()
    decision: bool = False  # a person decides: who and why are recorded
    names: Mapping[str, str] = field(default_factory=dict)
    reopens: bool = False  # a case that was closed or withdrawn goes on with it


@dataclass(frozen=True, slots=True)
class Limit:
    """`[limit.ID]`: a time limit from one event to another.

    `if_missed` holds letter kinds to offer and `tell`/`record` words: see docs/packs.md.
    `applies_to` limits it to one complainant type ("student"). `right` marks what somebody may do and
    need not, such as an appeal: nobody is late who leaves it. `waived_by` are the events that settle it.
    """

    id: str
    title: str
    within: int
    unit: Unit
    start: str  # key `from`
    end: str  # key `to`
    force: Force
    clause: str
    direction: Direction = Direction.WITHIN
    if_missed: tuple[str, ...] = ()
    applies_to: str | None = None
    party: str | None = None  # the role whose own events count, where they happen once per person
    when: str | None = None  # a condition on facts; the limit runs only where it holds
    extendable: bool = False
    note: str = ""
    on: str | None = None  # the fact of `from` that is itself the last day; without it: soon
    set_by: str | None = None  # an earlier event's fact: where a person gave that day, nothing is counted
    recurs: bool = False  # what ended it before does not count: it is to be done again
    right: bool = False
    waived_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """`[time_limit]`: the limit between an act and raising it. No `months`: there is no limit."""

    months: int | None
    clause: str
    saving_clause: str | None = None  # the informal-stage exception
    own_initiative_clause: str | None = None  # the organisation may act by itself
    note: str = ""


class RuleKind(StrEnum):
    """What a rule of the pack says.

    order: `subject` (events or letters) is blocked until `needs` (events) have happened.
    distinct: the people in the roles `subject` must be different persons.
    conflict: a person in a role of `subject` must not be or have been one of `needs`.
    companion: who in `subject` may be accompanied by `needs`.
    exclusive: the companions in `subject` may not both attend one meeting.
    consent: `subject` (letters or copies) is blocked until the event in `needs` is recorded.
    routing: where `subject` holds, the complaint goes to `needs`.
    copy: `needs` gets a copy of what `subject` says.
    pause: between `subject[0]` and `subject[1]` the limits in `needs` do not run.
    choice: exactly who decides and what may be chosen; the software only asks.
    wording: a rule for how letters speak.
    retention: how long records are kept.
    duty: something that must be done, without a figure.
    ask: once `subject` has happened, a person is asked what `line` says until one of `needs` follows.
    """

    ORDER = "order"
    DISTINCT = "distinct"
    CONFLICT = "conflict"
    COMPANION = "companion"
    EXCLUSIVE = "exclusive"
    CONSENT = "consent"
    ROUTING = "routing"
    COPY = "copy"
    PAUSE = "pause"
    CHOICE = "choice"
    WORDING = "wording"
    RETENTION = "retention"
    DUTY = "duty"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Rule:
    """`[[rule]]`: one rule, with the clause it is from and what it says in one line."""

    id: str
    kind: RuleKind
    line: str
    clause: str
    subject: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    never: bool = False  # wording: nor may a fact that the letter prints say it
    avoid: tuple[str, ...] = ()  # wording: what the letters in `subject` (none: all) must not say
    applies_to: str | None = None
    force: Force = Force.HARD
    on: bool = True  # only advice can be switched off: then it stands in the pack and does nothing


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """`[[inconsistency]]`: what the policy leaves open or says twice, and the reading taken."""

    id: str
    line: str
    reading: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterItem:
    """`[item.ID]` in letters.toml: a content item that the letters naming it must hold.

    `words` are alternatives; each is a set of words that must stand together in one sentence. In
    them `*` ends a word stem: "accompan* colleague".
    """

    id: str
    line: str
    clause: str
    words: tuple[str, ...]
    when: str | None = None  # a fact; the item is required only where it holds


@dataclass(frozen=True, slots=True)
class LetterKind:
    """`[[letter]]`: one letter for one audience.

    `audience` is a role. `trigger` is the event that makes it due, `needs` the facts that it cannot
    do without, `uses` those that it prints where they are known, `hides` what it must not reveal.
    """

    kind: str
    audience: str
    title: str
    template: str
    trigger: str
    clause: str
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    in_writing: bool = False
    pair: str | None = None  # the audience whose letter must be made with it
    applies_to: str | None = None
    when: str | None = None  # a condition on facts; the letter is due only where it holds
    also: tuple[str, ...] = ()  # further events, each of which makes it due
    done_by: tuple[str, ...] = ()  # events after the trigger that show it is no longer due
    draft_only: bool = False  # a person must decide before it may be approved
    signed_by: str | None = None  # the role whose signatory signs it; else the first one named
    items: tuple[LetterItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Guidance:
    """`[[guidance]]`: a document of guidance that the organisation may publish, and the issue in force."""

    id: str
    title: str
    clause: str
    issued: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """`[[edition]]`: a document for one audience, with numbered items left out of it.

    `document` is the id of its `[[guidance]]`. The items in `leave_out` are absent and the rest keep their
    numbers. Of the items in `ask` the source says nothing for this audience: a person decides.
    """

    id: str
    title: str
    document: str
    audience: str
    clause: str
    leave_out: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PublicationCheck:
    """`[[publication_check]]`: what a person answers, and is recorded with, before publishing.

    `editions` are the editions that it is asked for; none named: all of them.
    """

    id: str
    question: str
    clause: str
    editions: tuple[str, ...] = ()
    force: Force = Force.ADVICE
    on: bool = True


class FieldType(StrEnum):
    """How an answer's text becomes a value."""

    NAME = "name"
    NAMES = "names"
    LINE = "line"
    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    DATES = "dates"
    GROUNDS = "grounds"
    WITNESSES = "witnesses"
    CHOICE = "choice"
    LIST = "list"
    SIGNATURE = "signature"


class Required(StrEnum):
    """What it means when an answer is missing: an error, a warning, a note, or nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice field, with the words that people use for it.

    `names` are the whole names of the PDF form fields that are this option's tick boxes.
    """

    id: str
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """`[[field]]` of a form.

    `label` is what the blank form prints; `aliases` are other words for it; `names` the names of its
    PDF form fields; `section` the section that it stands in; `means` what rules know it as
    (`complainant`, `respondent`, `incident-dates`, `ground`, `witness`, `raised`, ...).
    """

    id: str
    label: str
    type: FieldType
    means: str
    required: Required = Required.NO
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    section: str | None = None
    clause: str = ""
    guidance: tuple[str, ...] = ()  # printed text that is no answer
    choices: tuple[Choice, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # of a repeated group


@dataclass(frozen=True, slots=True)
class Section:
    """`[[section]]` of a form: a heading that tells equal labels apart."""

    id: str
    heading: str
    aliases: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """A form of the pack. `recognised_by` are texts that show which form a document is."""

    id: str
    title: str
    fields: tuple[Field, ...]
    sections: tuple[Section, ...] = ()
    recognised_by: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A whole pack, checked. `digest` is the SHA-256 of its files."""

    id: str
    title: str
    version: str
    organisation: str
    jurisdiction: str
    calendar: str
    digest: str
    time_limit: TimeLimit
    effective_from: dt.date | None = None
    source: str = ""
    clauses: tuple[Clause, ...] = ()
    grounds: tuple[Ground, ...] = ()
    roles: tuple[Role, ...] = ()
    stages: tuple[Stage, ...] = ()
    events: tuple[EventKind, ...] = ()
    limits: tuple[Limit, ...] = ()
    rules: tuple[Rule, ...] = ()
    letters: tuple[LetterKind, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    forms: tuple[FormDefinition, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    editions: tuple[Edition, ...] = ()
    publication_checks: tuple[PublicationCheck, ...] = ()
    switched_off: tuple[Rule, ...] = ()  # advice that the organisation does not follow
    aliases: Mapping[str, str] = field(default_factory=dict)  # dead references: "Appendix 5" -> "App VI"

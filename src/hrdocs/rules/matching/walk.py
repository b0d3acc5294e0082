"""The walk through a layout: which label is open, in which section, and what belongs to it.

Headings tell equal labels apart. A group (witnesses, the people complained about) stays open until a
heading or a label of something else; inside it "Name" is the group's name.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from hrdocs.document import Place
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules.matching.boundaries import set_off_by
from hrdocs.rules.matching.guidance import Guidance
from hrdocs.rules.matching.label_print import Style
from hrdocs.rules.matching.labels import Hit, Key, LabelIndex
from hrdocs.rules.matching.mend import Margin
from hrdocs.rules.matching.numbering import is_person_number, question_number, section_number
from hrdocs.rules.matching.slots import FREE, ONE_LINE, Part, Piece, Slot, Source
from hrdocs.rules.matching.wording import after_enumerator, fold

if TYPE_CHECKING:
    from hrdocs.rules.matching.cells import CellView

_COMMON = frozenset(
    [
        "date", "dated", "when", "detail", "name", "email", "phone", "address", "who", "job", "role",
        "status", "from", "unit", "office", "service", "team", "section", "ground", "extension", "mobile",
        "contact", "position", "post", "incident", "statement", "circumstance", "witnes", "witness", "hall",
        "school", "college", "division", "institute", "outcome", "effect", "impact", "attached", "enclosed",
        "document", "subject", "branch", "sign", "i",
    ]
)  # fmt: skip
GUESSED = 0.85  # a lower score is that of a label in unlisted words
FOLLOW_UP = re.compile(r"\W*if (?:so|yes|not|no|you (?:did|have)|there (?:was|were|is|are))\b", re.IGNORECASE)
_YES_NO = re.compile(
    r"(?:\W*(?:\((?:please )?(?:circle|tick|delete|underline)[^()]*\)|yes|no|y|n|[☐☒✓]))+\W*", re.IGNORECASE
)
_BINDING = frozenset({"and", "or", "of", "each", "their", "your", "for", "with", "detail", "if", "known"})


@dataclass(slots=True)
class Walk:
    """What has been seen so far. `slots` are in the order of the document."""

    definition: FormDefinition
    index: LabelIndex
    guidance: Guidance
    slots: list[Slot] = field(default_factory=list)
    loose: list[tuple[int, Part]] = field(default_factory=list)
    unknown: list[tuple[str, str, Place]] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    section: str | None = None
    headings: set[str] = field(default_factory=set)
    group: str | None = None
    record: int = 0
    open: Slot | None = None
    fields: dict[str, Field] = field(default_factory=dict)
    continued: bool = False
    margin: Margin | None = None
    label_style: Style | None = None  # what is set so asks
    bold_labels: bool = False  # printed headings are bold here: size alone makes none
    header: tuple[int | None, list["CellView"]] | None = None  # of a table that may go on overleaf
    instruction: str = ""
    before: str = ""  # the line before this one
    numbers: list[int] = field(default_factory=list)  # of the questions so far
    marks: list[int] = field(default_factory=list)  # the numbers, or letters as such, of the sections
    over: int = 0  # cells seen with a label over its answer
    beside: int = 0  # rows seen with a label on the left and its answer on the right
    prompt: Piece | None = None  # the last line that told the writer what to write
    suspects: list[tuple[Slot, Key]] = field(
        default_factory=list
    )  # a line of an answer that asks for another
    doubted: tuple[str, ...] = ()  # print that may be a hint, by its look
    set_off: Counter[str] = field(default_factory=Counter)  # labels by what stands between them and answers
    labels_bold: bool = False  # the labels on lines are bold: a plain line of an account holds none
    _titles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fields = {f.id: f for f in self.definition.fields}
        self._titles = [fold(t) for t in (self.definition.title, *self.definition.recognised_by)]

    # --- headings and labels ---------------------------------------------------------------------

    def heading(self, section: str, piece: Piece) -> None:
        """A section begins; where it holds one field only, text right below is that field's."""
        self.section = section
        self.headings.add(section)
        self.mark(piece.text)
        self.close()
        self.group = None
        members = [f for f in self.definition.fields if f.section == section]
        whole = self.index.whole(piece.text)
        named = (
            [self.fields[k[0]] for k in whole.keys if not k[1] and self.fields[k[0]].section == section]
            if whole
            else []
        )
        chosen = named[0] if named else members[0] if len(members) == 1 else None
        for member in members:
            if member.columns and (member is chosen or len(members) == 1 or "respondent" in member.means):
                self.group = member.id if chosen is None or member is chosen else self.group
                self.record = self.last_record(member.id) + 1
        if chosen is not None:
            key = (chosen.id, "")
            self.begin(Slot(key, (key,), piece.text.strip(), Source.IMPLIED, piece.place, section))

    def label(self, hit: Hit, piece: Piece, source: Source, *, column: int | None = None) -> Slot:
        """A label begins a slot; its key may stay open until its neighbours are known."""
        key = self.choose(hit, apart=self.is_set_off(piece.text, hit.start + len(hit.label)))
        self._drop_heading()
        slot = Slot(
            key,
            hit.keys,
            hit.label,
            source,
            piece.place,
            self.section,
            hit.score,
            written=piece.text,
            bold=piece.bold or piece.heading or piece.lead >= hit.start + len(hit.label) > 0,
        )
        if key is not None:
            self.enter(key, column, slot)
        self.begin(slot)
        if source is Source.INLINE and hit.start == 0:
            self.set_off[set_off_by(piece.text, len(hit.label))] += 1
        if number := question_number(piece.text):
            slot.inside = slot.inside if self.numbers[-1:] != [number - 1] else None  # no line of an account
            self.numbers.append(number)
        return slot

    def is_set_off(self, text: str, end: int) -> bool:
        """Whether words that end at `end` are set off as nearly all labels on lines are: by tab or leader."""
        by = set_off_by(text, end)
        return bool(by) and self.set_off[by] >= 4 and 4 * self.set_off[by] >= 3 * self.set_off.total()

    def is_next_question(self, text: str) -> bool:
        """Whether a line has the number that follows on the questions' above, and is no list's item."""
        number = question_number(text)
        if number is None or len(self.numbers) < 2 or self.numbers[-2:] != [number - 2, number - 1]:
            return False
        written = self.open.parts if self.open is not None else []
        return not any(question_number(p.text) == number - 1 for p in written)

    def mark(self, text: str) -> None:
        """Keep a section's number or letter."""
        number = section_number(text)
        if number is not None:
            self.marks.append(number)

    def is_next_section(self, text: str) -> bool:
        """Whether a short line has the number or letter that follows on the last section's."""
        number = section_number(text)
        if number is None or not self.marks or number != self.marks[-1] + 1 or len(text.split()) > 9:
            return False
        written = self.open.parts if self.open is not None else []
        listed = any(section_number(p.text) == number - 1 for p in written)
        return not listed and text.rstrip()[-1:] not in ".,;?!"

    def asks_columns(self, text: str, group: str | None) -> bool:
        """Whether a line only names what is to be given of each person: "Names and e-mail addresses"."""
        if group is None or len(text) > 100 or re.search(r"\d|@", text):
            return False
        known = self._column_words(group)
        words = [w for w in fold(text).split() if w not in _BINDING]
        return len(self.columns_in(text, group)) > 1 and all(
            any(w in have for have in known.values()) for w in words
        )

    def columns_in(self, text: str, group: str, *, whole: bool = False) -> set[str]:
        """The columns of a group that a text's words name; `whole` where they say nothing else."""
        words = [w for w in fold(text).split() if w not in _BINDING]
        if whole:
            columns = self.fields[group].columns
            return {c for c, known in columns.items() if " ".join(words) in map(fold, known)}
        return {c for c, have in self._column_words(group).items() if any(w in have for w in words)}

    def _column_words(self, group: str) -> dict[str, set[str]]:
        columns = self.fields[group].columns
        return {c: {w for one in words for w in fold(one).split()} for c, words in columns.items()}

    def _drop_heading(self) -> None:
        """A heading right above a label is no end of the answer before it: bold, or standing elsewhere."""
        before = self.open
        if before is None or not before.parts:
            return
        alone = len(before.parts) == 1
        if alone and not any(s.answered and not s.parts[0].strong for s in self.slots if s is not before):
            return  # all that was written is bold
        if before.parts[-1].strong or (not alone and _stands_apart(before.parts)):
            before.parts.pop()

    def follow(self, piece: Piece, source: Source) -> Slot | None:
        """A slot for what "If so, …" asks for: more of what the question right before it asked."""
        last = self.slots[-1] if self.slots else None
        if last is None or last.key is None or last.key[1] or not FOLLOW_UP.match(piece.text):
            return None
        hit = self.index.guess(piece.text)
        if hit is not None and last.key not in hit.keys:
            return None
        if last.answered and not is_yes_or_no(last.text):
            return None
        slot = Slot(
            last.key, (last.key,), piece.text.strip(), source, piece.place, last.section, written=piece.text,
            follows=True,
        )  # fmt: skip
        self.begin(slot)
        slot.inside = None
        return slot

    def choose(self, hit: Hit, *, apart: bool = False) -> Key | None:
        """The key that a label means here; None where its neighbours must tell. `apart`: no line of an
        account reads so."""
        plain = [k for k in hit.keys if not k[1]]
        if (asked := self.by_form(hit)) is not None:
            return asked
        if self.group:
            if (self.group, "") in plain and hit.label.rstrip().lower().endswith("es"):
                return (self.group, "")
            own = [k for k in hit.keys if k[0] == self.group and k[1]]
            taken = [k for k in plain if k[0] != self.group and self.is_answered(k)]
            if own and (not [k for k in plain if k[0] != self.group] or self._in_group() or taken):
                return own[0]
        here = [k for k in plain if self.section and self.fields[k[0]].section == self.section]
        if here:
            return here[0]
        if not plain:
            return self._lost_column(hit)
        if not self.is_common(hit):
            return plain[0]
        before = self.open
        prose = before is not None and before.answered and not before.closed and not before.bound
        alone = len(plain) == 1 and not self.is_answered(plain[0])
        if (apart or not prose) and alone and self.fields[plain[0][0]].type not in ONE_LINE:
            return plain[0]
        if self.section is None:
            free = [k for k in plain if not self.is_answered(k)]
            return free[0] if free else plain[0]
        return None

    def by_form(self, hit: Hit) -> Key | None:
        """What a label can only mean: several dates, or names in a section that asks for people."""
        if _PLURAL_DATE.fullmatch(hit.label):
            dates = [(f.id, "") for f in self.definition.fields if f.means == "incident-dates"]
            return next((d for d in dates if not self.is_answered(d)), None)
        if not _NAMES.match(hit.label) or self.section is None:
            return None
        members = [f for f in self.definition.fields if f.section == self.section]
        people = [f for f in members if f.type in (FieldType.NAME, FieldType.NAMES) and not f.columns]
        key = (people[0].id, "") if len(people) == 1 else None
        if key is None or key in hit.keys or self.has_answer(key):
            return None
        own = self.fields[key[0]].means == "complainant" and hit.score < GUESSED
        return None if own else key  # whom its words ask for, where they do not ask who writes

    def is_common(self, hit: Hit | Slot) -> bool:
        """Whether the wording could be a label of several things, or a word of anybody's prose."""
        return len({k[0] for k in hit.keys}) > 1 or fold(hit.label) in _COMMON

    def _in_group(self) -> bool:
        last = self.slots[-1] if self.slots else None
        return (
            last is None
            or (last.key is not None and last.key[0] == self.group)
            or (self.section is not None and bool(self.headings))
        )

    def _lost_column(self, hit: Hit) -> Key | None:
        """A column of one group only: "Witnesses: Name" opens that group in its own section."""
        groups = {k[0] for k in hit.keys}
        group = hit.keys[0][0]
        begun = self._has_begun(group) or re.search(r"[^\W\d_] \d{1,2}\b", hit.label)  # "Witness 1 - name"
        if len(groups) == 1 and self.group is None and hit.words > 1 and begun:
            self.group = group
            self.record = self.last_record(group) + 1
        return hit.keys[0] if len(groups) == 1 and self.group in groups else None

    def _has_begun(self, group: str) -> bool:
        return self.section is not None and self.fields[group].section == self.section

    def is_answered(self, key: Key) -> bool:
        return any(s.key == key for s in self.slots)

    def has_bold_labels(self) -> bool:
        """Whether every label on a line so far was bold, and there were several."""
        on_lines = [
            s for s in self.slots if s.source in (Source.INLINE, Source.FLOW) and s.place.table is None
        ]
        return len(on_lines) >= 4 and all(s.bold for s in on_lines)

    def has_answer(self, key: Key) -> bool:
        """Whether a label of the key was seen, or text below its section's heading."""
        return any(s.key == key and (s.answered or s.source is not Source.IMPLIED) for s in self.slots)

    def last_record(self, group: str) -> int:
        return max((s.record for s in self.slots if s.key and s.key[0] == group), default=-1)

    def enter(self, key: Key, column: int | None, slot: Slot) -> None:
        one = self.fields[key[0]]
        if key[1]:
            self.group = key[0]
            if column is not None:
                slot.record = column
            else:
                have = {
                    s.key[1]
                    for s in self.slots
                    if s.key and s.key[0] == key[0] and s.record == self.record and s.key[1]
                }
                if key[1] in have or (key[1] == "name" and have):
                    self.record += 1
                slot.record = self.record
            return
        if one.columns:
            self.group = one.id
            self.record = self.last_record(one.id) + 1
        else:
            self.group = None
        self.section = one.section or self.section

    def begin(self, slot: Slot) -> None:
        before = self.open
        prose = before is not None and before.answered and not before.closed and not before.bound
        slot.inside = before if prose and before is not None and self.type_of(before) in FREE else None
        if before is not None and before.inside is not None and fold(before.label) == fold(slot.label):
            slot.inside = before.inside  # one account's entries: "Date: 9 June", "Date: 10 June"
        self.slots.append(slot)
        self.open = slot
        self.instruction = ""
        self.prompt = None

    def close(self) -> None:
        """Whatever follows belongs to no label yet."""
        self.open = None
        self.instruction = ""

    # --- text ---------------------------------------------------------------------------------------

    def add(
        self,
        text: str,
        place: Place,
        *,
        filled: bool = False,
        image: bool = False,
        bound: bool = False,
        flowed: str | None = None,
        strong: bool = False,
    ) -> None:
        """Text of the open slot, or loose text where none is open."""
        slot = self.open
        part = Part(text, place, filled, image, flowed=flowed, strong=strong)
        if slot is None:
            if text.strip():
                self.loose.append((len(self.slots), part))
            return
        slot.parts.append(part)
        if (
            slot.value_x is None
            and place.box
            and (slot.place.box is None or place.box[0] > slot.place.box[0] + 15)
        ):
            slot.value_x = place.box[0]
        if (
            not bound
            and text.strip()
            and self.type_of(slot) in ONE_LINE
            and slot.source is not Source.IMPLIED
        ):
            slot.closed = True

    @property
    def in_account(self) -> bool:
        """Whether the open answer is a text that has begun."""
        return self.open is not None and self.open.answered and self.type_of(self.open) in FREE

    def type_of(self, slot: Slot) -> FieldType:
        if slot.key is None or slot.key[1]:
            return FieldType.LINE
        return self.fields[slot.key[0]].type

    def is_title(self, text: str) -> bool:
        """Whether a line is the form's title; titles seen are kept."""
        if len(text) > 160:
            return False
        folded = fold(text[after_enumerator(text) :])
        for title in self._titles:
            if folded == title or (len(title) > 12 and (title in folded or fuzz.ratio(folded, title) >= 88)):
                self.titles.add(title)
                return len(folded) <= len(title) + 40
        return False

    def _name_numbered(self) -> None:
        """ "Witness 1" or "Witness name" with a name, and that person's address and telephone below."""
        for slot, below in pairwise(self.slots):
            if slot.key is None or below.key is None or slot.key[1] or slot.key[0] != below.key[0]:
                continue
            others = [c for c in self.fields[slot.key[0]].columns if c != "name"]
            numbered = is_person_number(slot.label) or is_person_number(slot.written.partition("\n")[0])
            if (
                below.key[1] in others
                and (numbered or (slot.key[0], "name") in slot.keys)
                and not re.search(r"[@\d]", slot.text)
            ):
                slot.key, slot.record = (slot.key[0], "name"), below.record

    def settle(self) -> None:
        """Slots whose common label fitted no section get their key from their neighbours."""
        self._name_numbered()
        for slot in self.slots:
            if fold(slot.label) == "title" and slot.text.strip(" .\n").lower() in _HONORIFICS:
                slot.key, slot.keys = None, ()
        for at, slot in enumerate(self.slots):
            if slot.key is None and _PLURAL_DATE.fullmatch(slot.label):
                dates = [f.id for f in self.definition.fields if f.means == "incident-dates"]
                slot.key = next(((d, "") for d in dates if not self.is_answered((d, ""))), None)
            if slot.key is not None:
                continue
            near = [
                s.section_of_key(self.fields)
                for s in self.slots[max(0, at - 1) : at + 2]
                if s is not slot and s.key
            ]
            plain = [k for k in slot.keys if not k[1]]
            fitting = [k for k in plain if self.fields[k[0]].section in near]
            free = [k for k in fitting or plain if not self.is_answered(k)]
            if fitting and free:
                slot.key = free[0]
            elif free and len(plain) == 1:
                slot.key = free[0]
                slot.doubtful = True


_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev", "cllr", "sir"))
_PLURAL_DATE = re.compile(r"\W*date(?:s|\(s\))\W*(?:and times?\W*)?", re.IGNORECASE)


_NAMES = re.compile(r"\W*(?:full |the )?names?\b", re.IGNORECASE)


def is_yes_or_no(text: str) -> bool:
    """Whether a text is only a yes or a no, or the choice of them as printed."""
    return bool(_YES_NO.fullmatch(text))


def _stands_apart(parts: list[Part]) -> bool:
    """Whether the last line of an answer begins at another place than all before it, below a gap."""
    last, box = parts[-1], parts[-1].place.box
    above = [p.place.box for p in parts[:-1] if p.place.page == last.place.page and p.place.box]
    if box is None or len(above) < len(parts) - 1 or len(last.text) > 80 or last.text.rstrip()[-1:] in ".!?,":
        return False
    lefts = [b[0] for b in above]
    return (
        max(lefts) - min(lefts) < 1
        and abs(box[0] - lefts[0]) > 3
        and box[1] - above[-1][3] > 1.2 * (box[3] - box[1])
    )


def without_tail(text: str) -> str:
    """An answer without the leader that runs on behind it."""
    text = text.strip()
    while True:
        body = text.rstrip(".…_")
        run = text[len(body) :]
        if not (len(run) >= 3 or "…" in run or run == "__"):
            return text
        text = body.rstrip()

"""The walk through a layout: which label is open, in which section, and what belongs to it.

Headings tell equal labels apart. A group (witnesses, the people complained about) stays open until a
heading or a label of something else; inside it "Name" is the group's name.
"""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from hrdocs.document import Place
from hrdocs.procedure import Field, FieldType, FormDefinition
from hrdocs.rules.matching.fitting import can_answer, capital_break, types_of
from hrdocs.rules.matching.guidance import Guidance, is_office, is_page_number, looks_printed
from hrdocs.rules.matching.labels import Boundary, Hit, Key, LabelIndex
from hrdocs.rules.matching.mend import is_wrapped
from hrdocs.rules.matching.prose import CLOSING
from hrdocs.rules.matching.slots import FREE, ONE_LINE, Part, Piece, Slot, Source
from hrdocs.rules.matching.wording import after_enumerator, fold, is_leader

if TYPE_CHECKING:
    from hrdocs.rules.matching.tables import CellView

_COMMON = frozenset(
    "date dated when detail name email phone address who job role status from unit office service team section ground extension mobile contact position post "
    "incident statement circumstance witnes witness hall school college division institute outcome effect impact attached enclosed document subject branch sign i".split()
)
_CONTINUED = re.compile(
    r"^\W*(?:\(?continu(?:ed|ation)\b|additional (?:sheet|page|information)|extra (?:sheet|page)|separate sheet|supplementary (?:sheet|page)|appendix to (?:my )?complaint|addendum|further details)"
    r"|\(?\bcont(?:inue|inued|inuation|['’.]?d|\.)\)?\W*(?:(?:from|on) (?:the )?(?:previous |last |next )?(?:page|sheet|form)\W*)?$",
    re.IGNORECASE,
)
_ASKING = re.compile(r"^\s*(?P<label>[^\W_][^:?\t\n]{2,160}?)(?:\?|\s*:|\t|\s*[.…_]{3,}|\s*…)")
_LEAD = re.compile(r"^\s*(?:[.…_·]{3,}|…+|_{2,})\s*")
_PERSON = re.compile(r"\b(?:i|me|my|he|she|his|her|him)\b", re.IGNORECASE)
_INLINE_STOP = re.compile(r"(?:\t+| {2,}|\u00a0{2,}|[.…_]{3,}|…+|_{2,}|\|)\s*")
_INLINE_WORD = re.compile(
    r"(?<=[^\s:]) (?=(?:dated?|signed|signature|e-?mail|tel(?:ephone)?|phone|mobile|job title|post|position|department|college)\b[^:\n]{0,24}:)",
    re.IGNORECASE,
)


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
    margin: float | None = None
    bold_labels: bool = False  # printed headings are bold here: size alone makes none
    header: tuple[int | None, list["CellView"]] | None = None  # of a table that may go on overleaf
    _instruction: str = ""
    _titles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.fields = {f.id: f for f in self.definition.fields}
        self._titles = [fold(t) for t in (self.definition.title, *self.definition.recognised_by)]

    # --- headings and labels ---------------------------------------------------------------------

    def heading(self, section: str, piece: Piece) -> None:
        """A section begins; where it holds one field only, text right below is that field's."""
        self.section = section
        self.headings.add(section)
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
                self.record = self._last_record(member.id) + 1
        if chosen is not None:
            key = (chosen.id, "")
            self._begin(Slot(key, (key,), piece.text.strip(), Source.IMPLIED, piece.place, section))

    def label(self, hit: Hit, piece: Piece, source: Source, *, column: int | None = None) -> Slot:
        """A label begins a slot; its key may stay open until its neighbours are known."""
        key = self._choose(hit)
        slot = Slot(
            key,
            hit.keys,
            hit.label,
            source,
            piece.place,
            self.section,
            hit.score,
            written=piece.text,
            bold=piece.bold or piece.heading,
        )
        if key is not None:
            self._enter(key, column, slot)
        self._begin(slot)
        return slot

    def _choose(self, hit: Hit) -> Key | None:
        plain = [k for k in hit.keys if not k[1]]
        if self.group:
            if (self.group, "") in plain and hit.label.rstrip().lower().endswith("es"):
                return (self.group, "")
            own = [k for k in hit.keys if k[0] == self.group and k[1]]
            taken = [k for k in plain if k[0] != self.group and self._answered(k)]
            if own and (not [k for k in plain if k[0] != self.group] or self._in_group() or taken):
                return own[0]
        here = [k for k in plain if self.section and self.fields[k[0]].section == self.section]
        if here:
            return here[0]
        if not plain:
            return self._lost_column(hit.keys)
        if not self.is_common(hit):
            return plain[0]
        if self.section is None:
            free = [k for k in plain if not self._answered(k)]
            return free[0] if free else plain[0]
        return None

    def is_common(self, hit: Hit) -> bool:
        """Whether the wording could be a label of several things, or a word of anybody's prose."""
        return len(hit.keys) > 1 or fold(hit.label) in _COMMON

    def _in_group(self) -> bool:
        last = self.slots[-1] if self.slots else None
        return (
            last is None
            or (last.key is not None and last.key[0] == self.group)
            or (self.section is not None and bool(self.headings))
        )

    def _lost_column(self, keys: tuple[Key, ...]) -> Key | None:
        groups = {k[0] for k in keys}
        return keys[0] if len(groups) == 1 and self.group in groups else None

    def _answered(self, key: Key) -> bool:
        return any(s.key == key for s in self.slots)

    def _last_record(self, group: str) -> int:
        return max((s.record for s in self.slots if s.key and s.key[0] == group), default=-1)

    def _enter(self, key: Key, column: int | None, slot: Slot) -> None:
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
            self.record = self._last_record(one.id) + 1
        else:
            self.group = None
        self.section = one.section or self.section

    def _begin(self, slot: Slot) -> None:
        slot.inside = self.open if self.open and self.open.answered and not self.open.closed else None
        self.slots.append(slot)
        self.open = slot
        self._instruction = ""

    def close(self) -> None:
        """Whatever follows belongs to no label yet."""
        self.open = None
        self._instruction = ""

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
    ) -> None:
        """Text of the open slot, or loose text where none is open."""
        slot = self.open
        part = Part(text, place, filled, image, flowed=flowed)
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
        if not bound and text.strip() and self._type(slot) in ONE_LINE and slot.source is not Source.IMPLIED:
            slot.closed = True

    def _type(self, slot: Slot) -> FieldType:
        if slot.key is None or slot.key[1]:
            return FieldType.LINE
        return self.fields[slot.key[0]].type

    def line(self, piece: Piece) -> None:
        """One line of running text."""
        text = piece.text
        if not text.strip() or (is_leader(text) and not piece.filled):
            return
        if piece.all_filled:
            self._answer(piece)
            return
        if self._is_printed(piece):
            return
        if not self._structure(piece):
            self._answer(piece)

    def _is_printed(self, piece: Piece) -> bool:
        text = piece.text
        if is_page_number(text) or self.is_title(text):
            return True
        if piece.filled:
            return False
        if is_office(text) or CLOSING.match(text) or self._is_writer(text):
            self.close()
            self.group = None
            self._instruction = ""
            return True
        if self._instruction and self.guidance.continues(self._instruction, text):
            self._instruction = f"{self._instruction} {text}"
            return True
        if self.guidance.is_guidance(text) or self.guidance.is_fragment(text):
            hit = self.index.find_label(text)
            if (
                hit is None
                or hit.boundary is Boundary.WEAK
                or text.lstrip()[:1] == "("
                or self.guidance.is_guidance(text)
            ):
                self._instruction = text
                return True
            return False
        if self.guidance.begins(text):
            self._instruction = text
            return True
        return False

    def _is_writer(self, text: str) -> bool:
        """Whether a line below a written account is only the writer's name again."""
        if self.open is None or not self.open.answered or self._type(self.open) not in FREE:
            return False
        writer = next((s for s in self.slots if s.key and self.fields[s.key[0]].means == "complainant"), None)
        return writer is not None and writer.answered and not writer.key == self.open.key and fold(writer.text) == fold(text)

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

    def _structure(self, piece: Piece) -> bool:
        """Whether the line is a heading or begins with a label; if so it is dealt with."""
        if self._continuation(piece):
            return True
        section = self.index.find_heading(piece.text) if not piece.filled else None
        hits = self.labels_in(piece)
        if section and (not hits or self._is_heading(piece, hits[0][1], section)):
            self.heading(section, piece)
            return True
        if not hits:
            return self._strange_label(piece)
        if self._is_own_prose(piece, hits):
            return False
        for number, (start, hit) in enumerate(hits):
            end = hits[number + 1][0] if number + 1 < len(hits) else len(piece.text)
            slot = self.label(hit, piece, Source.INLINE)
            self._inline(slot, piece, start + hit.end, end)
        return True

    def _strange_label(self, piece: Piece) -> bool:
        """A label in words that the form does not list: guessed where its words leave no doubt."""
        if piece.filled and not piece.text[: piece.filled[0][0]].strip():
            return False
        slot = self.open
        strong = piece.bold or (piece.heading and not self.bold_labels)
        free = slot is not None and self._type(slot) in FREE
        found = _ASKING.match(piece.text)
        waiting = slot is not None and not slot.closed
        below_heading = slot is not None and slot.source is Source.IMPLIED and not slot.answered
        bare = (
            (not waiting or below_heading)
            and len(piece.text.split()) <= 12
            and not piece.text.rstrip().endswith(".")
            and not _PERSON.search(piece.text)
        )
        if below_heading and slot is not None and self._run_on(slot, piece):
            return True
        if found is None and not ((strong or bare) and len(piece.text) <= 160):
            return False
        label = found["label"] if found else piece.text
        rest = len(label) if found else len(piece.text)
        inline = piece.text[rest:].strip(" :\t.…_")
        prose = slot is not None and slot.answered and free and not slot.closed
        if prose and not strong:
            return False
        hit = self.index.guess(label) if capital_break(label) is None else None
        if (
            hit is not None
            and found is None
            and not strong
            and below_heading
            and slot is not None
            and slot.key not in hit.keys
        ):
            return False
        if hit is not None and not (prose and any(s.key in hit.keys and s.answered for s in self.slots)):
            begun = self.label(hit, piece, Source.INLINE if inline else Source.FLOW)
            lead = re.match(r"[\s:?.…_]*", piece.text[rest:])
            self._inline(begun, piece, rest + (lead.end() if lead else 0), len(piece.text))
            return True
        if slot is None or slot.key is None or (found is None and not strong):
            return False
        if prose:
            slot.doubtful = slot.doubtful or not re.search(r"\d|incident|continu", piece.text, re.IGNORECASE)
            return False
        if not strong and (free or (not inline and not slot.answered)):
            return False
        if strong and not slot.bold and not slot.answered:
            return False
        self.close()
        if inline:
            self.unknown.append((label, inline, piece.place))
        return True

    def _is_own_prose(self, piece: Piece, hits: list[tuple[int, Hit]]) -> bool:
        return self.is_own_prose(piece.text, hits[0][1])

    def _run_on(self, heading: Slot, piece: Piece) -> bool:
        """A label in unlisted words that runs into its answer: a person must see where it ends."""
        at = capital_break(piece.text)
        hit = self.index.guess(piece.text[:at]) if at else None
        if at is None or hit is None or hit.words < 2 or heading.key not in hit.keys:
            return False
        slot = self.label(hit, piece, Source.INLINE)
        slot.doubtful = True
        self.add(piece.text[at:].strip(), piece.place)
        return True

    def is_own_prose(self, text: str, hit: Hit) -> bool:
        """An answer that begins with its own label's words: "Informal stage: I met with …"."""
        slot = self.open
        if (
            hit.score < 0.85
            or slot is None
            or slot.key is None
            or slot.closed
            or slot.key not in hit.keys
            or hit.boundary is Boundary.END
        ):
            return False
        if self.fields[slot.key[0]].columns or self._type(slot) is not FieldType.TEXT:
            return False
        main = fold(self.fields[slot.key[0]].label)
        same_line = text[hit.start + len(hit.label) :].partition("\n")[0]
        if re.match(r"[^:]*(?:\t|\?|[.…_]{3,}|…)", same_line[:40]):
            return False
        return fold(hit.label) != main and len(same_line.split()) > 2

    def _is_heading(self, piece: Piece, hit: Hit, section: str) -> bool:
        if hit.boundary is not Boundary.END or piece.text.rstrip().endswith((":", "?")):
            return False
        plain = [k for k in hit.keys if not k[1]]
        own = [k for k in plain if self.fields[k[0]].section == section]
        numbered = after_enumerator(piece.text) > 0
        return not own or numbered or section not in self.headings

    def _inline(self, slot: Slot, piece: Piece, start: int, end: int) -> None:
        text = piece.text[start:end]
        if not text.strip() or (is_leader(text) and not any(a < end and b > start for a, b in piece.filled)):
            return
        filled = any(a < end and b > start for a, b in piece.filled)
        if not filled:
            if self.guidance.is_guidance(text) or self.guidance.begins(text):
                self._instruction = text
                return
            cut = self.guidance.cut(text)
            text = cut if cut.strip() else text
        self.add(_without_tail(text), piece.place, filled=filled)

    def _answer(self, piece: Piece) -> None:
        slot = self.open
        text = piece.text
        if slot is None:
            self.add(text.strip(), piece.place, filled=piece.all_filled)
            return
        if slot.closed and not piece.all_filled and not self._goes_on(slot, piece):
            self.loose.append((len(self.slots), Part(text.strip(), piece.place)))
            return
        if (
            slot.closed
            and piece.all_filled
            and self._type(slot) in ONE_LINE
            and not self._goes_on(slot, piece)
        ):
            self.loose.append((len(self.slots), Part(text.strip(), piece.place, filled=True)))
            return
        if (
            not slot.answered
            and not piece.filled
            and looks_printed(text)
            and self._type(slot) not in (FieldType.TEXT,)
        ):
            return
        self._instruction = ""
        self.add(_without_tail(_LEAD.sub("", text)), piece.place, filled=bool(piece.filled))

    def _goes_on(self, slot: Slot, piece: Piece) -> bool:
        """Whether a line goes on with an answer that was thought complete: it stands right below it."""
        box = piece.place.box
        column = (
            slot.value_x is not None and slot.place.box is not None and slot.value_x > slot.place.box[0] + 15
        )
        if box and slot.value_x is not None and slot.place.box and column and abs(box[0] - slot.value_x) < 4:
            last = slot.parts[-1].place
            below = (
                last.box is not None
                and last.page == piece.place.page
                and -2 <= box[1] - last.box[3] <= 1.2 * (box[3] - box[1])
            )
            return below
        if (
            box
            and slot.parts
            and is_wrapped(slot.parts[-1].text, slot.parts[-1].place.box, piece.text, self.margin, below=box)
        ):
            return slot.parts[-1].place.page == piece.place.page and len(piece.text.split()) <= 6
        written = slot.text.rstrip()
        return written.endswith((" of", " and", ",", " &", "@", "-"))

    def _continuation(self, piece: Piece) -> bool:
        """A heading such as "Continuation of incident details": what follows goes on with that field."""
        text = piece.text.strip()
        if piece.filled or len(text) > 90 or not _CONTINUED.search(text) or self.guidance.is_guidance(text):
            return False
        if re.search(r"\b(?:i|my|he|she|see|please|are|is|was)\b", text, re.IGNORECASE):
            return False
        target = self._continued_field(text)
        if target is None:
            return False
        key = (target, "")
        self.group = None
        self._begin(Slot(key, (key,), text, Source.FLOW, piece.place, self.fields[target].section))
        self.slots[-1].inside = None
        self.continued = True
        self.slots[-1].written = "continuation"
        return True

    def _continued_field(self, text: str) -> str | None:
        bare = fold(_CONTINUED.sub(" ", text))
        words = {
            w
            for w in bare.split()
            if w
            not in (
                "of",
                "from",
                "for",
                "page",
                "sheet",
                "to",
                "question",
                "section",
                "item",
                "form",
                "complaint",
                "number",
            )
        }
        named = (
            [
                (self.index.aliases[a], a)
                for a in self.index.aliases
                if set(a.split()) & words and set(a.split()) >= words
            ]
            if words
            else []
        )
        for keys, _ in sorted(named, key=lambda found: len(found[1])):
            for key in keys:
                if not key[1] and self.fields[key[0]].type not in ONE_LINE:
                    return key[0]
        narratives = [f.id for f in self.definition.fields if f.means == "narrative"]
        known = (
            not words
            or any(
                w in ("incident", "detail", "complaint", "narrative", "statement", "account") for w in words
            )
            or bare[:1].isdigit()
        )
        return narratives[0] if narratives and known else None

    # --- labels within a line ---------------------------------------------------------------------

    def labels_in(self, piece: Piece) -> list[tuple[int, Hit]]:
        """Every label on a line that stands as one, with where it begins."""
        found: list[tuple[int, Hit]] = []
        for start in self._starts(piece):
            if found and start < found[-1][0] + found[-1][1].end:
                continue
            limit = next((a for a, _ in piece.filled if a >= start), None)
            if any(a <= start < b for a, b in piece.filled):
                continue
            hit = self.index.find_label(piece.text[start:], limit - start if limit is not None else None)
            if hit and found and set(hit.keys) & set(found[-1][1].keys):
                continue
            beside = bool(hit and found) and self._shares_section(hit, found[-1][1]) if hit else False
            if hit and self._stands(hit, piece, start, first=not piece.text[:start].strip(), beside=beside):
                found.append((start, hit))
            elif start == 0 and (guessed := self._guess_inline(piece)):
                found.append((0, guessed))
            elif (
                start == 0 and hit is None and self.open is not None and self._type(self.open) not in ONE_LINE
            ):
                return []  # a line of somebody's prose is not searched for labels
        return found

    def _guess_inline(self, piece: Piece) -> Hit | None:
        """A label in unlisted words with its answer behind it on the line."""
        asked = _ASKING.match(piece.text)
        slot = self.open
        if (
            asked is None
            or not piece.text[asked.end() :].strip(" .…_:")
            or (piece.filled and piece.filled[0][0] < asked.end("label"))
        ):
            return None
        prose = slot is not None and slot.answered and not slot.closed and self._type(slot) in FREE
        hit = self.index.guess(asked["label"]) if capital_break(asked["label"]) is None else None
        if hit is None or (
            prose and slot is not None and (self._type(slot) is FieldType.TEXT or self._answered(hit.keys[0]))
        ):
            return None
        lead = re.match(r"[\s:?.…_·]*", piece.text[asked.end("label") :])
        return replace(
            hit,
            start=asked.start("label"),
            end=asked.end("label") + (lead.end() if lead else 0),
            boundary=Boundary.SEPARATOR,
            label=asked["label"],
        )

    def _starts(self, piece: Piece) -> list[int]:
        starts = [0]
        if len(piece.text) < 400:
            starts.extend(m.end() for m in _INLINE_STOP.finditer(piece.text))
            starts.extend(m.end() for m in _INLINE_WORD.finditer(piece.text))
            starts.extend(b for _, b in piece.filled)
        return sorted({s for s in starts if s < len(piece.text)})

    def _stands(self, hit: Hit, piece: Piece, start: int, *, first: bool, beside: bool = False) -> bool:
        """Whether a label found in a line is one, and not a word of an answer."""
        text = piece.text[start:]
        between = text[hit.start + len(hit.label) : hit.end]
        marked = any(c in between for c in ":?\t…_☐☒☑") or "..." in between or "   " in between
        if hit.boundary is Boundary.WEAK:
            return first and self._weak_fits(hit, text[hit.end :])
        if not first and (hit.score < 0.95 or not (marked or hit.boundary is Boundary.END)):
            return False
        if self.is_awaited(hit, text):
            return False
        slot = self.open
        in_prose = (
            not beside
            and slot is not None
            and slot.answered
            and not slot.closed
            and self._type(slot) not in ONE_LINE
        )
        if hit.boundary is Boundary.END and not marked and not (piece.bold or piece.heading):
            if len(text.split()) == 1 and text[:1].islower():
                return False
            if in_prose and (self.is_common(hit) or hit.score < 0.95):
                return self._expected(hit)
            return True
        if hit.boundary is Boundary.SEPARATOR and not marked and (in_prose or hit.score < 0.95):
            return False
        if in_prose and slot is not None:
            if hit.score < 0.9 and not piece.bold:
                return False
            if self.is_common(hit) and not self._expected(hit):
                return False
        return True

    def _shares_section(self, one: Hit, other: Hit) -> bool:
        mine = {self.fields[k[0]].section for k in one.keys}
        return bool(mine & {self.fields[k[0]].section for k in other.keys})

    def is_awaited(self, hit: Hit, text: str) -> bool:
        """Whether a text that resembles a label is the answer that the label above waits for."""
        slot = self.open
        if slot is None or slot.answered or slot.closed or slot.source is Source.IMPLIED or slot.key is None:
            return False
        if text.rstrip().endswith((":", "?")) or hit.boundary is not Boundary.END:
            return False
        return hit.score < 0.95 or slot.key in hit.keys

    def _expected(self, hit: Hit) -> bool:
        """Whether a common word stands where the form would have it as a label."""
        if self.group and any(k[0] == self.group and k[1] for k in hit.keys):
            return True
        plain = [k for k in hit.keys if not k[1]]
        return any(self.fields[k[0]].section == self.section and not self._answered(k) for k in plain)

    def _weak_fits(self, hit: Hit, rest: str) -> bool:
        """A label with nothing but a space behind it: believed only where the answer proves it."""
        slot = self.open
        if hit.score < 1.0:
            return False
        if slot is not None and not slot.closed and slot.source is not Source.IMPLIED:
            narrative = self._type(slot) is FieldType.TEXT
            if not slot.answered or narrative or hit.words < 2 or any(self._answered(k) for k in hit.keys if not k[1]):
                return False
        return can_answer(hit, rest, types_of(hit.keys, self.fields))

    def settle(self) -> None:
        """Slots whose common label fitted no section get their key from their neighbours."""
        for at, slot in enumerate(self.slots):
            if slot.key is not None:
                continue
            near = [
                s.section_of_key(self.fields)
                for s in self.slots[max(0, at - 1) : at + 2]
                if s is not slot and s.key
            ]
            plain = [k for k in slot.keys if not k[1]]
            fitting = [k for k in plain if self.fields[k[0]].section in near]
            free = [k for k in fitting or plain if not self._answered(k)]
            if fitting and free:
                slot.key = free[0]
            elif free and len(plain) == 1:
                slot.key = free[0]
                slot.doubtful = True


def _without_tail(text: str) -> str:
    """An answer without the leader that runs on behind it."""
    return re.sub(r"(?:\s*(?:[.…_]{3,}|…|_{2,})\s*)+$", "", text.strip()).strip()

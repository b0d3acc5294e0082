"""Which boxes to tick are the options of one question, and what that question is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from hrdocs.document import Box, Entry, EntryKind
from hrdocs.rules.learning.drafts import name_words, tidy_label
from hrdocs.rules.learning.texts import Text, same_line
from hrdocs.rules.matching.wording import fold

_ABOVE = 46.0
_LINE = 10.0  # points: the next line of a question begins so close under it
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_KNOWN = (
    ("yes", "no", "not sure", "n/a", "dont know"),
    ("mr", "mrs", "miss", "ms", "mx", "dr", "other"),
    ("male", "female"),
    ("weekly", "monthly", "annually"),
    ("full time", "part time"),
)


@dataclass(slots=True)
class TickGroup:
    """The boxes of one question: `options` are pairs of field name and printed words."""

    label: str = ""
    ticks: list[Entry] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def first(self) -> str:
        return self.options[0][0]


def group_ticks(
    ticks: Sequence[Entry], entries: Sequence[Entry], texts: Sequence[Text]
) -> Mapping[str, TickGroup]:
    """The group of every box, by the box's field name."""
    groups: list[TickGroup] = []
    order = {entry.name: number for number, entry in enumerate(entries)}
    for page in dict.fromkeys(tick.place.page for tick in ticks):
        here = [tick for tick in ticks if tick.place.page == page]
        printed = [text for text in texts if text.page == page]
        fields = [entry for entry in entries if entry.place.page == page]
        questions = _questions(here, printed)
        labels = {fold(e.label) for e in fields if e.kind is not EntryKind.TICK and e.label}
        last: Entry | None = None
        for tick in here:
            asked = _left_of(tick, here, questions)
            if (
                last is None
                or asked
                or (not same_line(_box(last), _box(tick)) and _behind(groups[-1].ticks, printed))
                or _is_apart(last, tick, entries[order[last.name] : order[tick.name]], questions)
            ):
                groups.append(TickGroup(asked or _above(tick, questions, labels)))
            groups[-1].options.append((tick.name, _words(tick)))
            groups[-1].ticks.append(tick)
            groups[-1].label = _behind(groups[-1].ticks, printed) or groups[-1].label
            last = tick
    for group in groups:
        _settle(group)
    return {name: group for group in groups for name, _ in group.options}


def _words(tick: Entry) -> str:
    return " ".join((tick.label or tick.hint or tick.value or tick.name).split())


def _questions(ticks: Sequence[Entry], texts: Sequence[Text]) -> list[Text]:
    """The texts of a page that are not only options, alone or one after another."""
    named = (t.label for t in ticks if not t.label.rstrip().endswith(":"))
    options = sorted({fold(label) for label in named} - {""}, key=len, reverse=True)
    any_option = re.compile("|".join(rf"(?<!\S){re.escape(o)}(?!\S)" for o in options)) if options else None
    lines = [f" {option} " for option in options]  # one option may stand on several lines
    return [
        t for t in texts
        if any_option is None
        or (any_option.sub("", fold(t.text)).strip() and not any(f" {fold(t.text)} " in o for o in lines))
    ]  # fmt: skip


def _box(entry: Entry) -> Box:
    return entry.place.box or (0.0, 0.0, 0.0, 0.0)


def _left_of(tick: Entry, ticks: Sequence[Entry], questions: Sequence[Text]) -> str:
    """The question on a box's line, where the box is the first of its line behind it."""
    box = _box(tick)
    on_line = [
        t for t in questions if t.page == tick.place.page and same_line(t.box, box) and t.box[0] < box[0]
    ]
    if not on_line:
        return ""
    nearest = max(on_line, key=lambda t: t.box[0])
    between = [
        t for t in ticks
        if t is not tick and t.place.page == tick.place.page and same_line(_box(t), box)
        and nearest.box[0] < _box(t)[0] < box[0]
    ]  # fmt: skip
    if between or _merged_option(nearest.text, tick):
        return ""
    return nearest.text


def _behind(ticks: Sequence[Entry], texts: Sequence[Text]) -> str:
    """The question behind boxes that begin their line: "[ ] Yes [ ] No  a. Are you ...?"."""
    first, last = _box(ticks[0]), _box(ticks[-1])
    line = [t for t in texts if same_line(t.box, last)]
    if len(ticks) < 2 or not same_line(first, last) or any(_asks(t, first) for t in line):
        return ""
    option, end = ticks[-1].label.split(), max(line, key=lambda t: t.box[2], default=None)
    words = end.text.split() if end is not None and end.box[0] >= last[0] else []
    rest = words[len(option) :] if words[: len(option)] == option else words
    if end is None or not rest or not (rest[-1].endswith("?") or _NUMBER.fullmatch(rest[0])):
        return ""
    under = next(
        (
            t
            for t in texts
            if 0 <= t.box[1] - end.box[3] + 4 < _LINE and t.box[0] > last[2] and t.text[-1:] == "?"
        ),
        None,
    )
    wrapped = [under.text] if under is not None and not rest[-1].endswith("?") else []
    return " ".join([*rest, *wrapped])


def _asks(text: Text, box: Box) -> bool:
    """Whether a text with more than a number stands left of a box."""
    return text.box[2] <= box[0] + 2 and bool(re.search(r"[^\W\d_]{2,}", text.text))


def _merged_option(text: str, tick: Entry) -> bool:
    """Whether a text is the box's own option with more of the line."""
    return fold(tick.label) != "" and fold(text).endswith(fold(tick.label)) and len(text.split()) < 4


def _is_apart(last: Entry, tick: Entry, between: Sequence[Entry], questions: Sequence[Text]) -> bool:
    """Whether something between two boxes shows that another question begins."""
    if any(e.kind is not EntryKind.TICK for e in between) or last.label.rstrip().endswith(":"):
        return True
    one, other = _box(last), _box(tick)
    if same_line(one, other):
        return len(tick.label.split()) > 1 and known_end(tick.label) is not None
    if other[1] < one[1] - 4:
        return True
    return other[1] - one[3] > _ABOVE or any(
        t.page == tick.place.page and one[3] - 2 <= (t.box[1] + t.box[3]) / 2 <= other[1] + 2
        and t.box[0] <= other[2] + 60
        for t in questions
    )  # fmt: skip


def _above(tick: Entry, questions: Sequence[Text], labels: set[str]) -> str:
    box = _box(tick)
    found = [
        t for t in questions
        if t.page == tick.place.page and -4 <= box[1] - t.box[3] < _ABOVE and t.box[0] <= box[0] + 60
        and fold(t.text) not in labels
    ]  # fmt: skip
    return max(found, key=lambda t: (t.box[3], -t.box[0])).text if found else ""


def _settle(group: TickGroup) -> None:
    """Put right a question that stands in its first option, and name a box without a question."""
    name, words = group.options[0]
    ends = known_end(words)
    siblings = {fold(w) for _, w in group.options[1:]}
    family = next((f for f in _KNOWN if ends and fold(ends[1]) in {fold(o) for o in f}), ())
    if ends and siblings and siblings <= {fold(o) for o in family}:
        group.label = group.label if group.label.endswith(ends[0]) else ends[0]
        group.options[0] = (name, ends[1])
    if len(group.options) == 1:
        group.label = words
        group.remarks.append("One box alone: its words are its label.")
    elif not group.label and (shared := _shared_words(group.ticks)):
        group.label = shared
        group.remarks.append("The question is from the fields' tooltips or names: compare it with the page.")
    elif not group.label:
        group.label = re.sub(r"\W+", " ", " or ".join(w for _, w in group.options[:3]))
        group.remarks.append("No question was seen for these boxes: give the field a label.")


def _shared_words(ticks: Sequence[Entry]) -> str:
    """What the tooltips, or else the names, of several boxes begin with in common."""
    for texts in ([t.hint for t in ticks], [name_words(t.name) for t in ticks]):
        columns = zip(*(text.split() for text in texts), strict=False)
        shared = [words[0] for words in takewhile(lambda words: len(set(words)) == 1, columns)]
        label = tidy_label(" ".join(shared))[0] if shared else ""
        if sum(len(word) > 2 for word in re.findall(r"[^\W\d]+", label)) > 1:
            return label
    return ""


def known_end(text: str) -> tuple[str, str] | None:
    """A text split into a question and the well-known option at its end: "Sex Male"."""
    words = text.split()
    for family in _KNOWN:
        for option in family:
            size = len(option.split())
            if len(words) > size and fold(" ".join(words[-size:])) == fold(option):
                return " ".join(words[:-size]), " ".join(words[-size:])
    return None

"""A form's labels and headings, and how a text is recognised as beginning with one.

A key is `(field id, column)`; the column is "" for the field itself. One wording can be the label of
several keys ("Name" of the complainant and of a witness): the hit names them all, in form order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from hrdocs.procedure import Field, FormDefinition
from hrdocs.rules.matching.boundaries import HINT, Boundary, find_boundary
from hrdocs.rules.matching.cues import cued, may_mean
from hrdocs.rules.matching.guidance import is_prompt
from hrdocs.rules.matching.name_parts import name_wordings
from hrdocs.rules.matching.wording import Word, after_enumerator, core, fold, significant, words_of

Key = tuple[str, str]

_SURE = 0.95
_LONGEST = 40  # words of a label, with its guidance
_ELSEWHERE = re.compile(
    r"\b(?:where|locations?|places?|venue|times?|how (?:long|often|many)|manager|hr|witness(?:ed)? by"
    r"|(?:employee|staff|payroll|personnel|pay|membership|national insurance|ni) (?:no|number|id|ref)\w*)\b",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    [
        "is", "are", "was", "were", "being", "be", "been", "do", "did", "does", "has", "have", "had", "it",
        "that", "which", "if", "to", "for", "on", "at", "by", "with", "or", "and", "as", "so", "you",
    ]
)  # fmt: skip
_FUNCTION = frozenset(
    [
        "is", "are", "was", "were", "do", "did", "does", "have", "has", "had", "be", "been", "being", "you",
        "it", "that", "which", "what", "to", "for", "on", "at", "by", "with", "or", "and", "if", "as", "so",
        "i", "we", "they", "them", "there", "how", "why", "not", "can", "would", "could", "should", "out",
        "up", "from", "made", "make", "give", "state", "provide", "describe", "tell", "u", "detail", "ye",
    ]
)  # fmt: skip


_UNFINISHED = re.compile(
    r"\b(?:of|for|and|or|to|the|a|an|with|by|about|against|is|are|you|your)\s*$", re.IGNORECASE
)


_PERSON_NUMBER = re.compile(
    r"\s*(?P<group>[^\W\d_]{4,20})(?: (?:no\.? |number |#)?\d{1,2}"
    r"(?:\s*[-–—:.,/(]+\s*|['’]s\s+|\s+)| ?[:–—-] +)(?=[^\W\d_])",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"^\s*(?:section|part|step)\s+(?:\d{1,2}|[A-H]|[IVX]{1,4}|one|two|three|four|five|six|seven|eight)\b"
    r"\s*(?:[:.)–—-]|\s[A-Z]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found at the beginning of a text. `end` is where the answer would begin."""

    keys: tuple[Key, ...]
    score: float
    end: int
    boundary: Boundary
    words: int
    label: str
    start: int = 0


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    alias: str | None = None


@dataclass(slots=True)
class LabelIndex:
    """Every label of one form, ready to be looked up."""

    definition: FormDefinition
    ocr: bool = False
    aliases: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    _cores: dict[str, str] = field(default_factory=dict)
    _gists: dict[str, str] = field(default_factory=dict)
    _trie: _Node = field(default_factory=_Node)
    _found: dict[str, tuple[str, float] | None] = field(default_factory=dict)
    _headings: dict[str, str] = field(default_factory=dict)
    _looks: dict[str, str] = field(default_factory=dict)
    _votes: dict[str, dict[str, float]] = field(default_factory=dict)
    _vocabulary: set[str] = field(default_factory=set)
    _guesser: "LabelIndex | None" = None

    def __post_init__(self) -> None:
        self.aliases = _keys_of(self.definition)
        for alias in self.aliases:
            self._cores.setdefault(core(alias), alias)
            self._gists.setdefault(_gist(alias), alias)
            self._looks.setdefault(_lookalike(alias), alias)
            node = self._trie
            for word in alias.split():
                node = node.next.setdefault(word, _Node())
            node.alias = alias
        for section in self.definition.sections:
            for wording in (section.heading, *section.aliases):
                self._headings.setdefault(fold(wording[after_enumerator(wording) :]), section.id)
                self._headings.setdefault(fold(wording), section.id)
        self._vocabulary = {w for known in (self.aliases, self._headings) for a in known for w in a.split()}

    def guessing_as(self, other: "LabelIndex") -> "LabelIndex":
        """The index with the words of another one for guesses: those of a form with fewer wordings."""
        self._guesser = other
        return self

    def find_heading(self, text: str) -> str | None:
        """The section whose heading a text is, whole."""
        if not text.strip() or len(text) > 200:
            return None
        bare = text[after_enumerator(text) :]
        for one in (bare, HINT.sub("", bare), text):
            folded = fold(one)
            if folded in self._headings:
                return self._headings[folded]
        halves = [fold(half) for half in bare.split(" / ")]
        known = {self._headings[half] for half in halves if len(halves) == 2 and half in self._headings}
        if len(known) == 1:
            return known.pop()  # "Sonraí pearsanta / Personal details"
        folded = fold(HINT.sub("", bare))
        if len(folded) < 8:
            return None
        best = process.extractOne(folded, self._headings.keys(), scorer=fuzz.ratio, score_cutoff=90)
        if best and _words_agree(folded, best[0]) and not self._is_other_word(folded, best[0]):
            return self._headings[best[0]]
        return None

    def _is_other_word(self, folded: str, known: str) -> bool:
        """Whether a text has a word of the form where a known wording has another: no slip of it."""
        there = known.split()
        return any(w not in there and w in self._vocabulary for w in folded.split())

    def find_label(self, text: str, limit: int | None = None) -> Hit | None:
        """The label that a text begins with, the longest and best first.

        `limit` is where typed-in text begins: no label reaches beyond it, and it ends one.
        """
        head = text[:600]
        one = self._of_person(text, limit)
        if one is not None:
            return one
        numbered = after_enumerator(head)
        for start in dict.fromkeys((numbered,) if SECTION.match(head) else (numbered, 0)):
            every = words_of(head[start:])
            lead = head[start : start + every[0].start] if every else "?"
            words = [Word(w.text, w.start + start, w.end + start) for w in significant(every)[:_LONGEST]]
            if limit is not None:
                words = [w for w in words if w.end <= limit]
            if words and every[0].text not in ("a", "an") and not lead.strip(" \t\n*([\"'‘“"):
                hit = self._exact(text, words, limit) or self._near(text, words, limit)
                if hit:
                    return hit
        return None

    def _of_person(self, text: str, limit: int | None) -> Hit | None:
        """What is asked of one person of a group, by number: "Witness 1 - name", "Witness 2 e-mail"."""
        found = _PERSON_NUMBER.match(text)
        if found is None or (limit is not None and found.end() > limit):
            return None
        groups = [k[0] for k in self.aliases.get(fold(found["group"]), ()) if not k[1]]
        rest = self.find_label(text[found.end() :], None if limit is None else limit - found.end())
        own = [k for k in rest.keys if k[0] in groups and k[1]] if rest and not rest.start else []
        if rest is None or not own or rest.score < 0.85 or rest.boundary is Boundary.WEAK:
            return None
        label = text[found.start("group") : found.end() + len(rest.label)]
        return replace(
            rest, keys=tuple(own), end=found.end() + rest.end, words=rest.words + 2, label=label,
            start=found.start("group"),
        )  # fmt: skip

    def _exact(self, text: str, words: Sequence[Word], limit: int | None) -> Hit | None:
        node, best = self._trie, None
        for count, word in enumerate(words, 1):
            following = node.next.get(word.text)
            if following is None:
                break
            node = following
            if node.alias is not None:
                hit = self._hit(node.alias, 1.0, text, words, count, limit)
                if best is None or best.boundary is Boundary.WEAK or hit.boundary is not Boundary.WEAK:
                    best = hit
        if best and best.boundary in (Boundary.WEAK, Boundary.NEWLINE):
            near = self._near(text, words, limit)
            if near and (best.boundary is Boundary.WEAK or near.words > best.words):
                return near
        return best

    def _near(self, text: str, words: Sequence[Word], limit: int | None) -> Hit | None:
        """A label that is nearly a known one, up to a separator, a line's end or the text's."""
        tried = 0
        best: Hit | None = None
        for count in range(1, len(words) + 1):
            boundary, end = find_boundary(text, words[count - 1].end, limit)
            if boundary is Boundary.WEAK:
                continue
            tried += 1
            label = text[words[0].start : words[count - 1].end]
            found = None
            if boundary is not Boundary.NEWLINE or not _UNFINISHED.search(label):
                found = self.find_alias(" ".join(w.text for w in words[:count]))
            if found and (best is None or found[1] >= best.score or boundary is Boundary.END):
                best = Hit(self.aliases[found[0]], found[1], end, boundary, count, label, words[0].start)
            separated = boundary is Boundary.SEPARATOR and text[words[count - 1].end :].lstrip()[:1] in ":?\t"
            if tried >= 8 or separated:
                break
        return best

    def find_alias(self, folded: str) -> tuple[str, float] | None:
        """The known wording nearest to a folded one, with how near it is; None where none is near."""
        if folded not in self._found:
            self._found[folded] = self._find_alias(folded)
        return self._found[folded]

    def _find_alias(self, folded: str) -> tuple[str, float] | None:
        """The same wording, or the same but for small words; else one that is nearly the same."""
        if folded in self.aliases:
            return folded, 1.0
        bare = core(folded)
        if bare in self.aliases:
            return bare, 0.97
        if bare and bare in self._cores:
            return self._cores[bare], 0.95
        light = _gist(folded)
        if " " in light and light in self._gists:
            return self._gists[light], 0.93
        if self.ocr and _lookalike(folded) in self._looks:
            return self._looks[_lookalike(folded)], 0.95
        if (each := self._alternatives(folded)) is not None:
            return each, 0.95
        cutoff = 78 if self.ocr else 84
        return None if len(folded) < (5 if self.ocr else 6) else self._near_alias(folded, cutoff)

    def _alternatives(self, folded: str) -> str | None:
        """The first of words that are each a label of the same thing: "Ext/Tel"."""
        words = folded.split()
        keys = [set(self.aliases.get(w, ())) for w in words]
        return words[0] if 1 < len(words) < 4 and set.intersection(*keys) else None

    def _near_alias(self, folded: str, cutoff: int) -> tuple[str, float] | None:
        """A wording with slips within its words, or with its words in another order."""
        near = process.extract(folded, self.aliases.keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=3)
        for alias, score, _ in near:
            if _words_agree(folded, alias, loose=self.ocr) and not self._is_other_word(folded, alias):
                return alias, 0.9 if score >= 90 else 0.86
        if folded.count(" ") >= 2:
            best = process.extractOne(
                folded, self.aliases.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=90
            )
            if best and _same_words(folded, best[0]) and not self._is_other_word(folded, best[0]):
                return best[0], 0.85
        return None

    def guess(self, text: str, *, by_cue: bool = True) -> Hit | None:
        """The one field that a label in unknown words must mean, by its words or by its cues.

        Only for a text that stands where a label stands.
        """
        if SECTION.match(text):
            return None
        bare = text[after_enumerator(text) :].strip()
        either = self._in_two_languages(bare)
        if either:
            return replace(either, end=len(text), start=max(text.find(bare), 0))
        bare = _asked(bare)
        found = self._cued(bare) if by_cue else None
        voted = (self._guesser or self)._vote(bare)
        if voted and found and voted != found:
            return None
        name = voted or found or self._vote(bare)
        if name is None:
            return None
        count = len(words_of(bare))
        return Hit(((name, ""),), 0.8, len(text), Boundary.END, count, bare, max(text.find(bare), 0))

    def _in_two_languages(self, bare: str) -> Hit | None:
        """The label whose one half is known: "Ainm / Name", or with the other on a line of its own."""
        halves = re.split(r" / |\n", bare)
        if len(halves) != 2 or not halves[1][:1].isupper():
            return None
        found = [self.whole(half) for half in halves]
        hits = [hit for hit in found if hit and hit.score >= _SURE]
        if len({hit.keys for hit in hits}) != 1 or ("\n" in bare and found[0]):
            return None
        count = len(words_of(bare))
        return replace(hits[0], end=len(bare), boundary=Boundary.END, words=count, label=bare, start=0)

    def _cued(self, bare: str) -> str | None:
        """The field whose meaning a label asks for, where one field of the form has it."""
        if not 2 <= len(bare.split()) <= 24 or len(bare) > 160:
            return self._signed(bare)
        meaning = cued(bare, (f.means for f in self.definition.fields))
        owners = [f.id for f in self.definition.fields if f.means == meaning] if meaning else []
        return owners[0] if len(owners) == 1 else None

    def _signed(self, bare: str) -> str | None:
        """The signature, where "Signed" alone stands as a label."""
        if fold(bare) not in ("signed", "signature"):
            return None
        return next((f.id for f in self.definition.fields if f.means == "signature"), None)

    def _vote(self, bare: str) -> str | None:
        """The field that the words of a label speak for, and none of them against."""
        voted = None if _ELSEWHERE.search(bare) else self._voted(bare)
        means = next((f.means for f in self.definition.fields if f.id == voted), "")
        return voted if may_mean(bare, means) else None

    def _voted(self, bare: str) -> str | None:
        """The one field whose labels alone use the words of a text.

        None where a word is strange to the form ("Date of birth") or where words of two fields meet
        ("Department of person complained about").
        """
        words = [w for w in core(fold(HINT.sub("", bare))).split() if w not in _FUNCTION]
        if not 1 <= len(words) <= 14 or (len(words) == 1 and len(words[0]) < 4):
            return None
        if not self._votes:
            self._learn()
        if words[-1] == "form":
            return None  # a form's title
        strange = [w for w in words if w not in self._votes]
        if len(strange) > 0.26 * len(words):
            return None
        totals: dict[str, float] = defaultdict(float)
        owners: set[str] = set()
        for word in words:
            for name, share in self._votes.get(word, {}).items():
                totals[name] += share
                if share >= 0.75:
                    owners.add(name)
        ranked = sorted(totals.items(), key=lambda t: -t[1])
        if (
            len(owners) != 1
            or ranked[0][0] not in owners
            or (len(ranked) > 1 and ranked[0][1] < 1.35 * ranked[1][1])
        ):
            return None
        return ranked[0][0]

    def _learn(self) -> None:
        """For every word of the labels, how its uses are shared among the fields."""
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        totals: dict[str, int] = defaultdict(int)
        for alias, keys in self.aliases.items():
            for name in {k[0] for k in keys if not k[1]}:
                totals[name] += 1
                for word in set(alias.split()):
                    counts[word][name] += 1
        for word, by_field in counts.items():
            rates = {name: n / (totals[name] + 5) for name, n in by_field.items()}
            whole = sum(rates.values())
            self._votes[word] = {name: rate / whole for name, rate in rates.items()}

    def _hit(
        self, alias: str, score: float, text: str, words: Sequence[Word], count: int, limit: int | None
    ) -> Hit:
        boundary, end = find_boundary(text, words[count - 1].end, limit)
        label = text[words[0].start : words[count - 1].end]
        return Hit(self.aliases[alias], score, end, boundary, count, label, words[0].start)

    def whole(self, text: str) -> Hit | None:
        """The label that a text is from beginning to end, brackets and separators apart."""
        hit = self.find_label(text)
        return hit if hit and hit.boundary is Boundary.END else None


def _asked(text: str) -> str:
    """A label without brackets, or lines below its first, that only tell how to answer."""
    text = HINT.sub(lambda m: "" if is_prompt(m.group()) else m.group(), text).strip() or text
    first, newline, rest = text.partition("\n")
    apart = bool(newline) and not rest.lstrip()[:1].islower() and first[-1:] not in ",-–"
    return first.strip() if apart and is_prompt(rest) else text


def _keys_of(definition: FormDefinition) -> dict[str, tuple[Key, ...]]:
    """Every wording of a form, folded, with what it is the label of."""
    keys: dict[str, list[Key]] = defaultdict(list)
    for one in definition.fields:
        for wording in _wordings(one):
            _add(keys, wording, (one.id, ""))
    for one in definition.fields:
        for column, wordings in one.columns.items():
            for wording in wordings:
                _add(keys, wording, (one.id, column))
    known = set(keys)
    for wording, key in name_wordings(definition):
        if fold(wording) not in known:
            _add(keys, wording, key)
    return {alias: tuple(found) for alias, found in keys.items()}


def _wordings(one: Field) -> Iterable[str]:
    yield one.label
    bare = HINT.sub("", one.label).strip()
    if bare:
        yield bare
    yield from one.aliases


def _add(keys: dict[str, list[Key]], wording: str, key: Key) -> None:
    folded = fold(wording)
    if folded and key not in keys[folded]:
        keys[folded].append(key)


def _gist(folded: str) -> str:
    """A folded text without the small words that bind it."""
    return " ".join(w for w in core(folded).split() if w not in _LIGHT)


def _lookalike(folded: str) -> str:
    return (
        folded.replace("rn", "m")
        .replace("vv", "w")
        .replace("i", "l")
        .replace("0", "o")
        .replace("1", "l")
        .replace(" ", "")
    )


def _words_agree(one: str, other: str, *, loose: bool = False) -> bool:
    """Whether two folded texts differ by slips within words, not by a word."""
    a, b = one.split(), other.split()
    if len(a) != len(b):
        one, other = one.replace(" ", ""), other.replace(" ", "")
        return abs(len(one) - len(other)) < 2 and fuzz.ratio(one, other) >= (88 if loose else 94)
    if any(x != y and min(len(x), len(y)) < 3 for x, y in zip(a, b, strict=True)):
        return False
    floor = 60 if loose else 75
    return all(x == y or fuzz.ratio(x, y) >= floor for x, y in zip(a, b, strict=True))


def _same_words(one: str, other: str) -> bool:
    """Whether two folded texts hold the same words in another order."""
    a, b = sorted(core(one).split()), sorted(core(other).split())
    return len(a) == len(b) and all(
        x == y or (len(x) > 4 and fuzz.ratio(x, y) >= 80) for x, y in zip(a, b, strict=True)
    )

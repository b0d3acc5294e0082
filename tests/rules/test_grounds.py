"""Grounds in text: several hundred phrases as data, and what must never happen."""

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hrdocs.document import Reason, Status
from hrdocs.rules.grounds import GROUND_IDS, find_grounds, find_grounds_in_narrative, parse_grounds

_HERE = Path(__file__).parent
_SETS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"),
    *("fifteenth", "sixteenth"),
)
_SHORT_SETS = ("seventeenth", "eighteenth", "twentysecond", "twentythird")
_LONG_SETS = ("nineteenth", "twentieth")
_TALES = ("twentyfirst",)
_ASKED_THOUGH_STATED = 0.05  # of the phrases whose grounds are stated, at most so many may be asked about
_ASKED_OF_LONG = 0.25  # the same of answers of several sentences, where a person reads on
_ASKED_OF_TALES = 0.55  # the same of tales full of innuendo and of facts that play no part


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a phrase file: what the text states, what it denies, and whether it must be asked.

    `either`: it may be asked about or read as no ground; so where a ground is denied and no other stated.
    `also`: other sets of ids that a careful reader may take it for.
    """

    source: str
    text: str
    ids: frozenset[str]
    denied: frozenset[str]
    also: frozenset[frozenset[str]]
    ask: bool
    either: bool


def _phrases() -> list[Phrase]:
    phrases = []
    for name in (*_SETS, *_SHORT_SETS, *_LONG_SETS, *_TALES):
        rows = tomllib.loads((_HERE / f"grounds_{name}.toml").read_text("utf-8"))["phrases"]
        phrases += [_phrase(name, text, expected) for text, expected in rows]
    return phrases


def _phrase(source: str, text: str, expected: str) -> Phrase:
    first, *others = expected.split(" / ")
    if first == "?" and others:
        first, others = others[0], [*others[1:], "?"]
    parts = [part.strip() for part in first.replace("?", ",?").split(",") if part.strip()]
    ids = frozenset(w for w in parts if w[0] not in "!?-")
    denied = frozenset(w[1:] for w in parts if w[0] == "!")
    also = frozenset(frozenset(other.split(",")) for other in others if other != "?")
    either = "-" in parts or "?" in others or bool(denied and not ids)
    return Phrase(source, text, ids, denied, also, "?" in parts, either)


_PHRASES = _phrases()


def test_phrase_files_use_the_contracts_ids() -> None:
    """Every id in the phrase files is one of the thirteen ground ids."""
    assert {i for p in _PHRASES for i in p.ids.union(p.denied, *p.also)} <= set(GROUND_IDS)


@pytest.mark.parametrize("source", [*_SETS, *_SHORT_SETS, *_LONG_SETS, *_TALES])
def test_no_ground_is_wrongly_certain(source: str) -> None:
    """What a phrase states is read exactly, or asked about; never another set as certain."""
    wrong = []
    for phrase in (p for p in _PHRASES if p.source == source):
        reading = parse_grounds(phrase.text)
        if reading.status is not Status.OK:
            continue
        assert isinstance(reading.value, tuple)
        if phrase.ask or frozenset(reading.value) not in {phrase.ids, *phrase.also}:
            wrong.append((phrase.text, reading.value))
    assert not wrong


@pytest.mark.parametrize("source", [*_SETS, *_SHORT_SETS, *_LONG_SETS, *_TALES])
def test_no_denied_ground_is_asserted(source: str) -> None:
    """A ground that the writer denies is in no reading, and none that is stated counts as denied."""
    wrong = []
    for phrase in (p for p in _PHRASES if p.source == source and p.denied):
        reading = find_grounds(phrase.text)
        if phrase.denied & set(reading.ids) or phrase.ids & set(reading.denied):
            wrong.append((phrase.text, reading.ids, reading.denied))
    assert not wrong


@pytest.mark.parametrize(
    ("sets", "limit"),
    [
        (_SETS, _ASKED_THOUGH_STATED),
        (_SHORT_SETS, _ASKED_THOUGH_STATED),
        (_LONG_SETS, _ASKED_OF_LONG),
        (_TALES, _ASKED_OF_TALES),
    ],
    ids=["mixed", "short", "long", "tales"],
)
def test_few_stated_grounds_are_asked_about(sets: tuple[str, ...], limit: float) -> None:
    """Few stated phrases are asked about: one in twenty, of longer answers and tales more."""
    stated = [p for p in _PHRASES if p.source in sets and not (p.ask or p.either)]
    asked = [p.text for p in stated if parse_grounds(p.text).status is not Status.OK]
    assert len(asked) <= limit * len(stated), asked


@pytest.mark.parametrize(
    "text", ["", "   ", "______", "......", "-", "–", "☐ Sex ☐ Age", "\u200b\u200b", "…"]
)
def test_a_blank_ground_is_missing(text: str) -> None:
    """Nothing written, a dash, or a list with no box ticked is missing, with no ids."""
    reading = parse_grounds(text)
    assert (reading.status, reading.value) == (Status.MISSING, ())


@pytest.mark.parametrize(
    "text", ["none", "N/A", "n/a.", "None - bullying", "just bullying", "nothing to do with who I am"]
)
def test_a_stated_none_is_ok(text: str) -> None:
    """A stated none is an answer: ok with no ids."""
    reading = parse_grounds(text)
    assert (reading.status, reading.value) == (Status.OK, ())


def test_an_open_word_is_asked_about_with_its_grounds() -> None:
    """Irish may mean race, religious belief or political opinion; the words stand as written."""
    reading = find_grounds("Because I'm Irish")
    assert reading.ids == ()
    assert reading.ambiguous == (("Irish", ("race", "religious belief", "political opinion")),)
    assert parse_grounds("Because I'm Irish").reason is Reason.AMBIGUOUS_GROUND


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("sex / age / RACE", ("race",)),
        ("sex / age / (race)", ("race",)),
        ("Sex / Age / *Race*", ("race",)),
        ("age/sex/race - delete as appropriate: race", None),
        ("Sex (please tick) ✓  Age  Race", None),
    ],
)
def test_a_list_with_marked_items_is_asked_about(text: str, suggested: tuple[str, ...] | None) -> None:
    """Which of a list's grounds are meant is asked, with the marked ones as the suggestion."""
    reading = parse_grounds(text)
    assert (reading.status, reading.reason) == (Status.UNCLEAR, Reason.AMBIGUOUS_GROUND)
    assert suggested is None or reading.suggestion == suggested


@pytest.mark.parametrize(
    "text", ["[x] race", "( ) sex (x) race ( ) age", "race (circled)", "Sex: N Age: N Race: Y"]
)
def test_a_plain_mark_is_read(text: str) -> None:
    """A list in which the marks are plain is no question."""
    assert parse_grounds(text).value == ("race",)


@pytest.mark.parametrize(
    ("text", "ids", "denied"),
    [
        ("Age: 55. Race: n/a. Disability: n/a. Sex: n/a.", ("age",), ()),
        ("Race: Polish  Religion: n/a  Sex: n/a", ("race",), ()),
        ("Age: no. Race: yes. Sex: no.", ("race",), ("sex", "age")),
        ("Sex / Age / Race / Disability (delete as applicable): Sex", ("sex",), ()),
    ],
)
def test_the_forms_own_list_filled_in_is_read(
    text: str, ids: tuple[str, ...], denied: tuple[str, ...]
) -> None:
    """Of a list of labels those with an answer are meant; "n/a" and a blank say nothing."""
    reading = find_grounds(text)
    assert (reading.ids, reading.denied, reading.ambiguous) == (ids, denied, ())


def test_a_list_that_may_only_tell_who_the_writer_is_is_asked_about() -> None:
    """Where every label of a list has a word, it may be for statistics."""
    assert parse_grounds("Sex: female. Race: white. Age: 41.").status is Status.UNCLEAR


@pytest.mark.parametrize(
    ("text", "ids", "denied"),
    [
        (
            "People will tell you he has it in for me because I'm gay. I don't believe that for a minute. "
            "He wants my job for his mate and hides the dockets so that I look like a fool.",
            (), ("sexual orientation",),
        ),
        (
            "She has left me out of the data since March and refused to add my name to the paper, which I "
            "regard as bullying, and I have no reason to think that there is any other motive.",
            (), (),
        ),
        ("Nothing to do with race, he is the same colour as me. It's my sexuality.", ("sexual orientation",),
         ("race",)),
    ],
)  # fmt: skip
def test_what_the_writer_does_not_believe_is_denied(
    text: str, ids: tuple[str, ...], denied: tuple[str, ...]
) -> None:
    """A cause that others give and the writer does not believe is none; a verb is no illness."""
    reading = find_grounds(text)
    assert (reading.ids, reading.denied) == (ids, denied)


def test_an_excuse_that_another_makes_is_not_the_writers_word() -> None:
    """What is said in excuse ("they do it to everybody") does not make a tale one of no ground."""
    text = (
        "I am the only black man on the bins. They call me chalky and say they can't see me in the dark. "
        "I told the charge hand and he said it's banter, they do it to everybody. They don't."
    )
    reading = find_grounds(text)
    assert not reading.none_stated
    assert reading.ids or reading.ambiguous


def test_a_reading_is_the_same_in_every_run() -> None:
    """Words that two phrases leave open give the grounds of both, whatever order sets have in a run."""
    code = "from hrdocs.rules.grounds import find_grounds; print(find_grounds('my height').ambiguous)"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in range(4)
    ]
    assert len(set(runs)) == 1


def test_words_that_may_mean_one_ground_suggest_it() -> None:
    """Where open words may mean one ground only, it is the suggestion; where two, there is none."""
    assert parse_grounds("Sex?").suggestion == ("sex",)
    assert parse_grounds("sex or age").suggestion == ()


def test_a_ground_outside_the_procedure_is_asked_about() -> None:
    """A ground that the procedure does not list is not asserted and not lost."""
    reading = find_grounds("sex and political opinion", allowed=frozenset({"sex", "age"}))
    assert reading.ids == ("sex",)
    assert [words for words, _ in reading.ambiguous] == ["political opinion"]


def test_a_slur_counts_only_as_reported_speech() -> None:
    """A slur states its ground where it was said to the writer; otherwise it is asked about."""
    assert find_grounds("he called me a fenian").ids == ("religious belief",)
    assert find_grounds("he is a spacker").ids == ()


@pytest.mark.parametrize(
    "text",
    [
        "Christian Murphy",
        "Ms Christian",
        "Gay Byrne",
        "Mr Black and Mrs White",
        "Seamus O'Neill",
        "Mohammed Khan",
        "Billy Smith",
    ],
)
def test_no_ground_is_read_from_a_name(text: str) -> None:
    """A person's name states nothing."""
    assert find_grounds(text).ids == ()


@pytest.mark.parametrize(
    "text",
    [
        "manager", "the average wage", "Essex", "a transfer to Larne", "translation", "without a trace",
        "I embraced it",
        "I told them to hold the door", "the billing office", "it was a black mark", "blacklisted",
        "he disabled the account",
        "the European Union", "credit union", "in unison", "with conviction", "for the record",
        "straight away", "every single day",
        "mass email", "terms and conditions", "office politics", "race against time", "a day old",
        "nail polish",
        "the lads told the girls in the canteen I was lazy", "the girls never speak to me",
        "a man in stores told a woman in HR", "everyone is against me, my granny said", "dear HR",
    ],
)  # fmt: skip
def test_traps_state_no_ground(text: str) -> None:
    """Words that only look like a ground's are not taken for it."""
    assert find_grounds(text).ids == ()


def test_a_narrative_gives_places() -> None:
    """A suggestion from a narrative holds the words and where they stand in it."""
    text = "On Monday he said women can't drive.\nLater he mocked my stammer."
    hints = find_grounds_in_narrative(text)
    assert [(h.id, text[h.start : h.end]) for h in hints][-1] == ("disability", "mocked my stammer")
    assert hints[0].id == "sex"


def test_a_long_narrative_is_read_in_passages() -> None:
    """Each repeat of a sentence gives its hint again, at its own place, whatever the length."""
    sentence = "On Monday he mocked my stammer. "
    hints = find_grounds_in_narrative(sentence * 200)
    assert [h.start for h in hints] == [i * len(sentence) + sentence.index("mocked") for i in range(200)]


def test_an_answer_of_endless_words_is_a_question() -> None:
    """So many words for grounds that no person wrote them as an answer are asked about as a whole."""
    reading = find_grounds("not sex " * 400)
    assert (reading.ids, reading.ambiguous) == ((), (("the whole answer", ()),))


_WORDS = st.sampled_from(
    [
        "not", "because", "I", "am", "gay", "a", "woman", "nothing", "to", "do", "with", "my", "age",
        ",", ".", ";", "but", "it", "is", "race", "or", "religion", "nor", "☒", "☐", "✓", "Sex", "Age",
        "yes", "no", "none", "Irish", "union", "black", "he", "is", "called", "me", "taig", "-", "/",
        "\n", "(", ")", '"', "maybe", "?", "don't", "think", "other", "n/a", "İ", "ﬁ",
    ]
)  # fmt: skip


@example("ÞIBD")
@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=25).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_a_reading(text: str) -> None:
    """Whatever the text, the ids are in the contract's order, and none is both stated and denied."""
    reading = find_grounds(text)
    assert list(reading.ids) == [g for g in GROUND_IDS if g in reading.ids]
    assert set(reading.denied) <= set(GROUND_IDS)
    assert not set(reading.ids) & set(reading.denied)
    assert all(set(candidates) <= set(GROUND_IDS) for _, candidates in reading.ambiguous)
    assert not (reading.none_stated and (reading.ids or reading.ambiguous))
    assert reading.reasons
    parse_grounds(text)
    for hint in find_grounds_in_narrative(text):
        assert text[hint.start : hint.end] == hint.words


@given(st.sampled_from(GROUND_IDS), st.sampled_from(GROUND_IDS))
def test_a_ground_named_by_its_id_is_read(first: str, second: str) -> None:
    """The contract's own ids are read back, in any case, alone, in pairs, and denied against asserted."""
    assert find_grounds(first).ids == (first,)
    assert find_grounds(first.upper()).ids == (first,)
    assert set(find_grounds(f"{first}, {second}").ids) == {first, second}
    if first != second:
        turned = find_grounds(f"It is not about my {first}, it is about my {second}.")
        assert (turned.ids, turned.denied) == ((second,), (first,))


@given(st.sampled_from(GROUND_IDS), st.sampled_from(GROUND_IDS))
def test_a_ticked_ground_is_read(first: str, second: str) -> None:
    """Of ticked and empty boxes only the ticked one counts, before or after its label."""
    if first != second:
        assert find_grounds(f"☒ {first} ☐ {second}").ids == (first,)
        assert find_grounds(f"{first} [ ]\n{second} [x]").ids == (second,)

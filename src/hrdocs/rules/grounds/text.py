"""A text put in order for finding grounds: small letters, no accents, misspellings mended, names hidden.

Tokens are words and punctuation with one space between them; apostrophes are dropped, hyphens
inside words are spaces, a line break that ends a line is the token "|".
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from hrdocs.rules.grounds import words

NAME = "xname"
_TOKEN = re.compile(r"\bw/(?= )|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘`´][^\W_]+)*|[.,;:!?()\"“”/–—|&+]|-|\n")
_QUOTED = re.compile(r"(?<![\w'‘’])['‘](?=\w)([^'‘’\n]*(?:\w['’]\w[^'‘’\n]*)*)(?<!\s)['’](?!\w)")
_DASH = re.compile(r"(?<=\w)[\u2010-\u2015](?=\w)")
_MASKED = re.compile(r"(?<!\w)[^\W\d_]+(?:\*+[^\W\d_]*)+")
_STANDS_FOR = {"w/": "with", "&": "and", "+": "and", "Ms": "miss", "M.E.": "cfs", "“": '"', "”": '"'}
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}")
_MOST_BROKEN = 12  # letters of one word that stand apart
_SHORT_WORDS = frozenset({"sex", "age", "race", "gay", "faith", "trans", "union", "belief"})
_SCANNED = frozenset({"me", "my", "month", "time", "woman", "women", "home", "from", "him", "man", "men"})
_DIGITS = (str.maketrans("013457", "oieast"), str.maketrans("013457", "oleast"))
_TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor cllr councillor fr father sister rev
    """.split()  # noqa: SIM905 - a list to read
)
_NAME_LIKE = frozenset(
    """
    christian gay gaye black white brown young old english ireland french german jordan israel chad india
    church chapel walsh welsh england france holland scott roman king queen love pride dutch bishop pope
    abbott london temple single sexton moss may eid child kidd strange power prior man boy mann joy grace
    faith hope christine christina christopher union lodge foster fosters scotland britain asia paris
    """.split()  # noqa: SIM905 - a list to read
)
_PLAIN_STARTS = frozenset(
    """
    i im ive my me being because as the a an they he she it its was is not no yes only just called for due
    on of and or but also treated since when thought thinks told said we you your i'm i've openly single
    young old former roman white black northern irish british bad good very our his her their this that am
    are were
    """.split()  # noqa: SIM905 - a list to read
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """`norm` is the text in order: its tokens begin at `starts` and stand at `spans` in the original."""

    original: str
    norm: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def written(self, start: int, end: int) -> str:
        """The words as written that stand between two positions of `norm`."""
        inside = [i for i, at in enumerate(self.starts) if start <= at < end]
        if not inside:
            return ""
        return " ".join(self.original[self.spans[inside[0]][0] : self.spans[inside[-1]][1]].split())


def order_text(text: str) -> PlainText:
    """The text as one line of tokens, each with its place in the original."""
    shown = _MASKED.sub(_unmasked, _QUOTED.sub(r'"\1"', _DASH.sub("-", text)))
    tokens = _joined([(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(shown)])
    out: list[str] = []
    spans: list[tuple[int, int]] = []
    for index, (_, start, end) in enumerate(tokens):
        pieces = _pieces(tokens, index, shown)
        out.extend(pieces)
        spans.extend((start, end) for _ in pieces)
    starts, at = [], 0
    for piece in out:
        starts.append(at)
        at += len(piece) + 1
    return PlainText(text, " ".join(out), tuple(starts), tuple(spans))


def _unmasked(match: re.Match[str]) -> str:
    """A word written with stars ("p**f") as the one word of abuse that it can be; else as it stands."""
    written = match.group()
    shape = re.compile(fold(written).replace("*", "[a-z]"))
    found = [word for word in words.ABUSE if shape.fullmatch(word)]
    return found[0] if found and len({words.ABUSE[word] for word in found}) == 1 else written


def _joined(tokens: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The tokens with a ground's word that scanning has broken ("S e x", "dis ability") made whole."""
    out: list[tuple[str, int, int]] = []
    at = 0
    while at < len(tokens):
        for many in range(min(_MOST_BROKEN, len(tokens) - at), 1, -1):
            parts = [t for t, _, _ in tokens[at : at + many]]
            if _broken(parts):
                out.append(("".join(parts), tokens[at][1], tokens[at + many - 1][2]))
                at += many
                break
        else:
            out.append(tokens[at])
            at += 1
    return out


def _broken(parts: list[str]) -> bool:
    """Whether words are the pieces of one of a ground's words."""
    if not all(p.isalpha() for p in parts):
        return False
    word = fold("".join(parts))
    if all(len(p) == 1 for p in parts):
        return len(parts) > 2 and (word in _SHORT_WORDS or word in words.SPELLINGS)
    if len(parts) > 3:
        return False
    first, *_, second = (fold(p) for p in parts)
    if word in _SHORT_WORDS:
        return True
    return word in words.SPELLINGS and first not in _PLAIN_STARTS | {"in", "no", "un"} and len(second) > 1


def _pieces(tokens: list[tuple[str, int, int]], index: int, text: str) -> tuple[str, ...]:
    piece, start, end = tokens[index]
    if piece == "\n":
        return ("|",) if _ends_line(text, start) else ()
    if piece in "-–—":
        spaced = text[max(0, start - 1) : start].isspace() or text[end : end + 1].isspace() or piece != "-"
        return ("-",) if spaced and index else ()
    if piece == "ME" and text.upper() != text:
        return (_STANDS_FOR["M.E."],)
    if piece in _STANDS_FOR:
        return (_STANDS_FOR[piece],)
    if not piece[0].isalnum():
        return (piece,)
    if _ABBREVIATION.fullmatch(piece):
        return (fold(piece.replace(".", "")),)
    if _is_name(tokens, index):
        return (NAME,)
    return (mend(fold(re.sub(r"['’‘`´]", "", piece))),)


def fold(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _ends_line(text: str, at: int) -> bool:
    before, after = text[:at].rstrip(), text[at:].lstrip()
    return not before or not after or before[-1] in ".;:!?,)" or not after[0].islower()


def _is_name(tokens: list[tuple[str, int, int]], index: int) -> bool:
    """Whether a word that could state a ground stands as part of a person's or a street's name."""
    token = tokens[index][0]
    if not token[:1].isupper() or fold(token) not in _NAME_LIKE:
        return False
    before = tokens[index - 1][0] if index else ""
    if fold(before) == "." and index > 1:
        before = tokens[index - 2][0]
    if fold(before) in _TITLES:
        return True
    letters = [t for t, _, _ in tokens if t[0].isalpha()]
    if len(letters) > 3 and sum(t[0].isupper() for t in letters) > 0.6 * len(letters):
        return False
    after = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    beside = after[:1].isupper() and fold(after) in _NAME_LIKE
    return beside or _name_word(before) or _name_word(after)


def _name_word(token: str) -> bool:
    plain = fold(token)
    return (
        token[:1].isupper()
        and len(token) > 1
        and not token.isupper()
        and plain not in _PLAIN_STARTS
        and not is_known(plain)
        and mend(plain) == plain
    )


# --- Misspellings ---------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], tuple[str, ...]]:
    """Every word of the phrases, and the stems that take any ending."""
    sources = [*words.GROUNDS.values(), *words.SLURS.values(), words.NEUTRAL, words.NONE_STATED, words.KNOWN]
    sources += [phrase for phrase, _ in (*words.ASKS, *words.WEAK_ASKS)] + list(words.WHOLE.values())
    found = {w for source in sources for w in re.findall(r"[a-z]+\*?", source)}
    whole = frozenset(w for w in found if not w.endswith("*")) | frozenset(words.SPELLINGS)
    return whole, tuple(w[:-1] for w in found if w.endswith("*") and len(w) > 6)


@lru_cache(maxsize=4096)
def is_known(word: str) -> bool:
    """Whether the word stands in the vocabulary as it is."""
    whole, stems = _vocabulary()
    return word in whole or word.startswith(stems)


@lru_cache(maxsize=4096)
def mend(word: str) -> str:
    """The ground's word that a misspelt one stands for, or the word itself."""
    fixed = _scanned(word) or words.FIXED_SPELLINGS.get(word)
    if fixed:
        return fixed
    if len(word) < 5 or len(word) > 20 or is_known(word) or not word.isalpha():
        return word
    twin = _by_single_letters().get(_single_letters(word))
    if twin:
        return twin
    from rapidfuzz.distance import OSA

    limit = 1 if len(word) < 7 else 2 if len(word) < 12 else 3
    near = sorted(
        (OSA.distance(word, target, score_cutoff=limit), target)
        for target in words.SPELLINGS
        if word[0] == target[0] and abs(len(word) - len(target)) <= limit
    )
    near = [n for n in near if n[0] <= min(limit, 1 if len(n[1]) < 7 else 2 if len(n[1]) < 12 else 3)]
    if not near or (len(near) > 1 and near[0][0] == near[1][0] and near[0][1][:4] != near[1][1][:4]):
        return word
    return near[0][1]


def _scanned(word: str) -> str | None:
    """The word that scanning has read with a digit or "rn" for its letters; None where it has not."""
    if "rn" in word and not is_known(word):
        joined = word.replace("rn", "m")
        if joined in _SCANNED or (is_known(joined) and len(joined) > 3):
            return joined
    if len(word) < 3 or word.isalpha() or sum(c.isdigit() for c in word) >= len(word) / 2:
        return None
    for letters in (word.translate(digits) for digits in _DIGITS):
        if letters.isalpha() and (letters in _SHORT_WORDS or mend(letters) in words.SPELLINGS):
            return mend(letters)
        if letters.isalpha() and len(letters) > 3 and is_known(letters):
            return letters
    return None


def _single_letters(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=1)
def _by_single_letters() -> dict[str, str]:
    """The vocabulary's longer words by their letters without doubling: "familly" is "family"."""
    stated = {
        w for block in words.GROUNDS.values() for w in re.findall(r"(?<![a-z])[a-z]{6,}(?![a-z*])", block)
    }
    return {_single_letters(w): w for w in sorted(stated | set(words.SPELLINGS))}

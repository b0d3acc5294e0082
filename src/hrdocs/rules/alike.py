"""Many findings of one kind, told in few words: a handwritten page has dozens of unsure ones."""

from collections import Counter
from collections.abc import Sequence

_SHOWN = 2  # of one kind


def gather(told: Sequence[tuple[str, str]]) -> list[tuple[int, str]]:
    """What to show of messages with their codes: the place of each that is shown, and its words.

    The same words are shown once. Of a kind with many the first two are shown, with how many more there are.
    """
    counts = Counter(code for code, _ in dict.fromkeys(told))
    shown: Counter[str] = Counter()
    found: list[tuple[int, str]] = []
    seen: set[tuple[str, str]] = set()
    for place, (code, message) in enumerate(told):
        if (code, message) in seen or shown[code] == _SHOWN < counts[code] - 1:
            continue
        seen.add((code, message))
        shown[code] += 1
        more = counts[code] - _SHOWN if shown[code] == _SHOWN else 0
        found.append((place, f"{message} There are {more} more like this." if more > 1 else message))
    return found

"""Words of health, absence, discipline and grounds that a letter's reader may not learn of another.

They give no name away, so no list of the case's secrets holds them: what somebody typed as a reason may
still tell that a person was ill or was dismissed. Such words are shown to a person. The template's own
words are left alone, and so is what speaks of the reader: the own acts, allegations and adjustments.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hrdocs.document import Finding, Severity
from hrdocs.letters.leaks import folded, without_standing
from hrdocs.letters.wordtext import Passage
from hrdocs.rules.withholding import iter_texts

# By what a letter `hides` (letters.toml): each is a theme in words and the stems that speak of it.
_MATTERS: dict[str, tuple[str, str]] = {
    "health": (
        "health",
        r"depress\w*|anxiety|illness|sickness|off sick|sick leave|unwell|disab\w*|diagnos\w*|medica\w*|"
        r"mental health|occupational health|pregnan\w*|cancer|surgery|hospital\w*|therap\w*|breakdown|"
        r"miscarriage|menopaus\w*|autis\w*|epilep\w*|dyslexi\w*|addict\w*|self-harm\w*|suicid\w*",
    ),
    "absence": ("absence", r"sick leave|on leave|maternity|paternity|annual leave|bereave\w*"),
    "sanction": (
        "discipline",
        r"warned|warnings?|dismiss\w*|demot\w*|disciplin\w*|gross misconduct|suspen(?:d|sion)\w*|sacked|"
        r"loss of pay|sanction\w*|penalt\w*|punish\w*|probation\w*|resign\w*|terminat\w*|"
        r"lost (?:his|her|their) job|let go",
    ),
    "grounds-not-alleged": (
        "a protected ground",
        r"religio\w*|catholic\w*|protestant\w*|muslim\w*|islam\w*|jewish|hindu\w*|sikh\w*|atheis\w*|gay|"
        r"lesbian\w*|bisexual\w*|transgender|gender reassignment|sexual orientation|racial\w*|race|"
        r"ethnic\w*|nationality|disab\w*|pregnan\w*|political opinion\w*|unionist\w*|nationalist\w*|"
        r"republican\w*|loyalist\w*|marital status|civil partner\w*",
    ),
    "companion-of-other": ("another's companion", r"companion\w*|union rep\w*|trade union\w*|accompanied"),
    "adviser-use": ("another's adviser", r"advis(?:er|or)s?|counsell\w*"),
    "adviser-notes": ("an adviser's notes", r"advis(?:er|or)'s|case notes?"),
    "mediation-content": ("mediation", r"mediat\w*|conciliat\w*"),
    "other-complaints": (
        "another complaint",
        r"(?:an)?other complain\w*|(?:earlier|previous|former|similar|second) complain\w*",
    ),
    "decision-hints": (
        "a view before the decision",
        r"upheld|uphold|proven|proved|credible|believ\w*|guilt\w*|at fault|to blame|case to answer",
    ),
    "student-support": ("a student's support", r"student welfare|counsell\w*|welfare service\w*"),
    "college-link": ("a student's college", r"colleges?"),
}
_OWN = ("acts", "missing", "questions", "allegations_settled", "adjustments_recorded", "companion_named")
_OWN_BY_THEME = {"health": ("training_offered",), "mediation-content": ("mediation_started",)}
_FIXED = ("policy", "organisation", "sender", "letter")


def check_matters(
    passages: Sequence[Passage],
    hides: Iterable[str],
    context: Mapping[str, Any],
    *,
    allowed: Sequence[str] = (),
    standing: Sequence[str] = (),
) -> Iterator[Finding]:
    """Words in the letter's filled-in text that speak of what it hides; each asks a person.

    `allowed` are words released to this reader and texts that the reader has anyway, `standing` the
    template's own stretches of text.
    """
    told = "\n".join(folded(text).casefold() for text in allowed)
    stretches = [folded(stretch) for stretch in standing]
    seen: set[tuple[str, str]] = set()
    themes = [(*_MATTERS[name], _spoken(name, context) + told) for name in hides if name in _MATTERS]
    for passage in passages:
        own = without_standing(folded(passage.text), stretches)
        for theme, stems, spoken in themes:
            for found in re.finditer(rf"(?<!\w)(?:{stems})(?!\w)", own, re.IGNORECASE):
                word = found.group().casefold()
                if word in spoken or (word, passage.part) in seen:
                    continue
                seen.add((word, passage.part))
                message = f"“{found.group()}” may tell of {theme} that is not this reader's to know"
                yield Finding(
                    "maybe-hidden-matter",
                    Severity.WARNING,
                    f"{message}: a person must look ({passage.part}).",
                )


def _spoken(theme: str, context: Mapping[str, Any]) -> str:
    """What the reader is told anyway, as one text."""
    given = {name: context.get(name) for name in (*_OWN, *_FIXED, *_OWN_BY_THEME.get(theme, ()))}
    return "".join(f"{folded(text).casefold()}\n" for _, text in iter_texts(given))

"""What a label in unlisted words asks for, by the words that no such question can do without.

Conventions: a cue belongs to a meaning (`Field.means`), so that it holds for every form. It is believed
only where exactly one meaning of the form fits; it is asked only about a text that stands as a label.
"""

# ruff: noqa: E501 - a pattern or a sentence of a form reads better whole

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cue:
    """Patterns that must all be found in a label, and one that must not."""

    needs: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None = None

    def fits(self, text: str) -> bool:
        return all(p.search(text) for p in self.needs) and not (self.never and self.never.search(text))


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})", re.IGNORECASE)


def _cue(*needs: str, never: str = "") -> Cue:
    return Cue(tuple(_words(n) for n in needs), _words(never) if never else None)


_OTHERS = (
    r"against|about whom|accus|alleg|respondent|harasser|bull(?:y|ies)\b|perpetrator|witness|manager"
    r"|supervisor|companion|represent|adviser|advisor|union|next of kin|emergency|doctor|gp\b|their\b|his\b|her\b"
    r"|person (?:or persons? )?complained|complain(?:ed|ing) (?:about|of)|(?:persons?|people|individuals?) (?:you are report|(?:being )?reported)|receiv|office use|investigat|hr\b"
)
_HAPPENED = r"incident|happen|occur|event|behaviou?r|conduct|treat|harass|bully|(?:took|take|taking) place|discriminat|took part"
_TELL = (
    r"detail|describ|description|tell us|account|explain|explanation|particular|facts?\b|summar|outline|set out"
    r"|statement|nature|what (?:has |have |was |were )?(?:happen|occur|took|been|the|he|she|they|is)|information"
    r"|circumstances|complaint in full|your own words|write (?:about|down)|story"
)
_AIMS = r"outcome|resolution|remed|resolv\w+ (?:do )?you (?:want|like|seek)|would (?:resolve|settle|satisfy|help)|put (?:this |things |it )?right|redress"

CUES: dict[str, tuple[Cue, ...]] = {
    "complainant": (
        _cue(
            r"names?\b|who\b(?! you are)|surname|forename",
            r"your\b|you\b|complainant|employee|staff member|member of staff|(?:making|raising|submitting|filling|completing|bringing|lodging|reporting)\b(?! (?:on|about))|my\b|in full|surname\W.*(?:fore|first)|(?:fore|first).*\Wsurname",
            never=_OTHERS + r"|whose|those\b|are you report|you report|believe|relat|concern|behaviou?r|department|section|team|school|college|complaining|about\b|harassed|bullied|responsible|did this|sign",
        ),
    ),
    "department": (
        _cue(
            r"department|dept|directorate|service area|section\b|division|business (?:unit|area)|faculty"
            r"|(?:where|place|area|location|which team|team)\b.{0,20}\b(?:you\W+(?:are )?(?:work|based|employed)|of work)"
            r"|work ?place|work location|team\b",
            never=_OTHERS + r"|sub-?section|date|section \d|dear\b|hello|office hours",
        ),
    ),
    "job-title": (
        _cue(
            r"job\b|post\b|position|role\b|occupation|designation|grade\b|employed as|what (?:work )?do you do",
            never=_OTHERS + "|done|address|code",
        ),
    ),
    "email": (_cue(r"e-?mail", never=_OTHERS),),
    "phone": (
        _cue(
            r"(?:tele)?phone|mobile|tel\b|extension\b|contact (?:no\b|number)|number (?:to|we can|you can) (?:reach|contact)",
            never=_OTHERS + "|e-?mail",
        ),
    ),
    "respondent": (
        _cue(
            r"(?:against|complain(?:ed|ing|t)? (?:is |was |being )?(?:about|of\b|against)|(?:allegation|grievance|report)s? (?:is |are |was )?(?:about|against|of\b|concern)|accus|respondent|harasser|perpetrator|bull(?:y|ies)\b"
            r"|whose behaviou?r|behaviou?r of\b|responsible|subject of"
            r"|(?:harass|bull(?:y|ied)|mistreat|victimis|intimidat|discriminat|offend|treat)\w*\W+(?:or \w+\W+)?(?:you\b|against you)"
            r"|(?:persons?|people|individuals?|employees?|colleagues?|whom?) (?:are you report|you (?:are |wish to |want to )?report"
            r"|(?:being |to be )?reported)"
            r"|(?:relates?|relating|complaint (?:is|was)|concerns?|concerning) (?:to|about)\b)",
            r"who\b|whom\b|names?\b|persons?\b|people|individuals?|employees?|colleagues?|members?|respondents?|accused|whose|alleged"
            r"|i (?:wish|want|would like) to complain",
            never=r"witness|saw\b|heard\b|manager of|your name|name of (?:complainant|person making)|date|when\b|describe|happen|department|dept|job|position|post\b|e-?mail|phone|relationship",
        ),
    ),
    "incident-dates": (
        _cue(
            r"dates?\b|when\b|what day|which day|period|days?\b.{0,12}\b(?:months?|years?)\b",
            _HAPPENED + r"|\bit\b|this\b|complained|(?:what|which|on) dates?\b",
            never=r"sign|birth|start|join|reported|receiv|complet|submi|today|raised|spoke|told|time and place|detail|describ|where\b|place\b(?<!take place)(?<!took place)|form\b|outcome|venue|location",
        ),
        _cue(r"^\W*(?:which |it |this )?(?:happened|occurred|took place) (?:on|between|from)\b(?: or about)?\W*$"),
        _cue(r"(?:dates?|days?)\b\W+(?:(?:or|and) )?(?:periods?|range of dates|dates|times?)\b", never=r"sign|employ|service|absence|leave"),
    ),
    "ground": (
        _cue(
            r"grounds?\b|characteristics?|equality|section 75|protected|discriminat\w*",
            r"which|what|state|ground|characteristic|categor|appl(?:y|ies)|relat|tick|type|reason",
            never=r"details? of|describe|happen|appeal|date|monitoring|dignity",
        ),
    ),
    "narrative": (
        _cue(
            _TELL,
            _HAPPENED + r"|complain|concern|grievance|allegation",
            never=r"witness|dates?\b|when\b|steps?|informal|already|so far|tried|resol|outcome|action|evidence|document|attach|contact|ground|characteristic|effect|impact|affect|who\b|against|name|sign|person|policy|previous|next\b"
            r"|spoken|told\b|reported|manager|put (?:it|this|things) right",
        ),
        _cue(r"^\W*(?:please )?(?:tell us |describe |say )?(?:in your own words,? )?what happened\W*$"),
        _cue(r"^\W*(?:please )?(?:tell us |describe |say )?what (?:was|has been|were) (?:said|done)(?: (?:or|and) (?:said|done))\W*$"),
    ),
    "witness": (
        _cue(
            r"witness|(?:saw|heard|see|hear|seen|overheard|observed)\b.{0,30}(?:it|what|this|incident|happen|behaviour|you)"
            r"|(?:else|other people|anyone|anybody|others?)\b.{0,12}(?:there|present|saw|heard)",
            never=r"sign|statement of truth|witnessed by|date",
        ),
        _cue(r"^\W*witnessed by\W*$"),
        _cue(
            r"confirm|corroborate|bear (?:you|this|it) out|back (?:you|this|it) up|support (?:what you|your account)",
            r"who\b|anyone|anybody|names?\b|people|persons?\b|someone|somebody",
            never=r"i confirm|sign|receipt|date",
        ),
    ),
    "previous-steps": (
        _cue(
            r"informal\w*|already|so far|to date|previous\w*|earlier|before(?: now| this|(?=\W*$|[?,;]| (?:and|if|to|with)\b))|tried|attempts?|up to now|prior|done to try",
            r"settle|steps?|actions?|attempts?|tried|try|done|resolv\w*|resolution|raised|taken|sort|report|told|discuss|informal"
            r"|put (?:it|this|things|matters) right|help",
            never=r"want|would (?:you )?(?:like|resolve|settle|satisfy|help|put)|seek|(?<!and )(?<!and the )(?<!their )outcome|(?<!to )dates?\b|what happened|signed|decision",
        ),
        _cue(
            r"(?:have|has|had|did|were|was) (?:you|it|this|the matter|the complaint)\b.{0,24}\b(?:spoken|speak|told|tell|raised?|reported?|discuss\w*"
            r"|mention\w*|complain\w*)|report(?:ed)? (?:it |this )?to\b|(?:spoken|told|reported) (?:to )?(?:your manager|any(?:one|body))"
            r"|action (?:has been |already |so far )?taken\b|what (?:has been|was|have you) done\b",
            never=r"want|would like|seek|signed|decision|witness|disabilit|evidence|date\b|other employ|office|hr\b",
        ),
    ),
    "signature": (_cue(r"sign(?:ed|ature|ing)?\b", never=r"dates?\b|manager|witness|hr\b|receiv|name of|investigat|represent"),),
    "raised": (
        _cue(
            r"dates?d?\b",
            r"sign|today|complet|submi|this form|of (?:the |this )?(?:form|complaint|declaration)\b",
            never=r"incident|happen|receiv|birth|office|manager|behaviou?r|event|alleg",
        ),
    ),
    "effect": (
        _cue(r"effects?\b|impact|affect\w*|consequences?|ma(?:d|k)e you feel", never=r"date|outcome|when\b|witness|name"),
    ),
    "resolution": (
        _cue(r"what (?:would|could|might) (?:resolve|settle|satisfy|put\b.{0,20}\bright)", never=r"already|so far|tried"),
        _cue(
            _AIMS + r"|(?:would you like|do you (?:want|wish)|are you (?:seeking|hoping|looking)|you hope|i am (?:seeking|asking)|i want)",
            r"outcome|resolution|remed|happen|see\b|done|seek|hop|look|want|like|achiev|redress|right",
            never=r"already|so far|tried|steps?|informal|attempt|what happened|names?\b|witness|against",
        ),
    ),
    "evidence": (
        _cue(
            r"evidence|documents?\b|attach\w*|enclos\w*|supporting (?:papers|material|information)",
            never=r"witness|name of document|steps?|describe",
        ),
    ),
    "complainant-type": (
        _cue(r"staff", r"student", never=r"against|about|witness|complained"),
    ),
    "college": (_cue(r"college\b|hall of residence", never=_OTHERS),),
}  # fmt: skip


_MUST: dict[str, re.Pattern[str]] = {
    "respondent": _words(
        r"who\b|whom\b|whose|names?\b|persons?\b|people|individuals?|employees?|colleagues?|members?|respondent|alleged|accus"
        r"|against|harasser|bull(?:y|ies)\b|perpetrator|subject|complaint (?:is )?about"
    ),
    "complainant": _words(r"names?\b|who\b|surname|forename|complainant|person|by\b|employee$"),
    "witness": _words(
        r"witness|saw\b|seen|see\b|hear|present|there\b|else|others?\b|confirm|observ|people|names?\b"
    ),
}


_NEVER: dict[str, re.Pattern[str]] = {
    "complainant": _words(
        r"(?:persons?|people|individuals?) (?:you are report|(?:being )?reported)|accused|alleged"
    ),
    "previous-steps": _words(
        r"would (?:you )?(?:like|want|resolve|settle|satisfy|help|put)|do you (?:want|wish)"
    ),
}


_PLURAL = re.compile(r"(?<=\w)\((?:e?s|ies)\)")  # "Person(s) reported"


def may_mean(label: str, meaning: str) -> bool:
    """Whether a label has a word without which none asks for a meaning, and no word with which none does:
    "Your information" names nobody, and "What would resolve it?" asks for no steps that were taken.
    """
    must, never = _MUST.get(meaning), _NEVER.get(meaning)
    return (must is None or bool(must.search(label))) and not (never and never.search(label))


def cued(label: str, meanings: Iterable[str]) -> str | None:
    """The one meaning of a form that a label asks for, by its cues; None where none or several fit."""
    label = _PLURAL.sub("s", label)
    fitting = [m for m in dict.fromkeys(meanings) if any(c.fits(label) for c in CUES.get(m, ()))]
    return fitting[0] if len(fitting) == 1 else None

"""A form's answers → findings: what is missing, unclear, contradictory, or needs a person first.

Findings stand in the order of the form, then those about several answers together. No message
quotes an account: words that suggest danger are said to be there, never repeated.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from hrdocs.document import Answer, Finding, Form, Reason, Severity, Status
from hrdocs.procedure import Field, FieldType, FormDefinition, Required
from hrdocs.rules import values
from hrdocs.rules.dates import find_incidents

LONG_BEFORE = dt.timedelta(days=31)

_SEVERITY = {Required.ERROR: Severity.ERROR, Required.WARNING: Severity.WARNING, Required.NOTE: Severity.NOTE}
_WHY = {
    Reason.OCR: "it was read from a scan",
    Reason.HANDWRITING: "it is handwritten",
    Reason.INVALID_EMAIL: "it is no valid e-mail address",
    Reason.INVALID_PHONE: "it is no telephone number",
    Reason.INVALID_DATE: "no date can be read in it",
    Reason.AMBIGUOUS_DATE: "the date can be read in more than one way",
    Reason.SEVERAL_DATES: "it holds more than one date",
    Reason.SEVERAL_CHOICES: "more than one choice is marked",
    Reason.UNKNOWN_CHOICE: "it is none of the form's choices",
    Reason.AMBIGUOUS_GROUND: "it does not say surely which ground is meant",
    Reason.GARBLED: "its text is garbled",
    Reason.VALUE_DIFFERS: "its value differs from what the page shows",
    Reason.SEVERAL_ANSWERS: "it can be taken as more than one answer",
    Reason.UNSURE_PLACE: "it is not sure that the text stands under this label",
}
_RISK = re.compile(
    r"\b(?:(?:sexual(?:ly)? |indecent(?:ly)? )?assault\w*|stalk(?:ed|er|ers|ing|s)?|self[- ]?harm\w*"
    r"|suicid\w*|rap(?:e|ed|es|ist|ing)|kni(?:fe|ves)|stabb?\w*|weapons?"
    r"|domestic(?:ally)? (?:abuse\w*|violen\w*)|coercive control|honour[- ]based|forced marriage"
    r"|grop(?:e|ed|es|ing)|molest\w*|strangl\w*|chok(?:ed|ing) me|punch(?:ed|es|ing)?|kick(?:ed|ing) me"
    r"|hit me|slapp?ed|beat(?:en)? (?:me|up)"
    r"|kill(?:ed|ing)? (?:me|my ?self|him|her|you|them)|end (?:my|it) (?:all|own life|life)|take my "
    r"(?:own )?life|took an overdose|overdos\w*|hurt(?:ing)? my ?self|harm(?:ed|ing)? my ?self|don['’]?t "
    r"want to (?:live|be here)"
    r"|afraid for my (?:life|safety)|fear(?:ed|ing)? for my (?:life|safety)|death threats?|threat(?:s"
    r"|ened)? (?:of violence|to (?:kill|hurt|harm)))\b",
    re.IGNORECASE,
)
_RETALIATION = re.compile(
    r"\b(?:retaliat\w*|victimi[sz]\w*|repris\w*|pa(?:y|id|ying) (?:me )?back for|punish\w* (?:me "
    r")?(?:for|because)|in revenge"
    r"|(?:because|since|ever since|after) (?:i|we) (?:had )?(?:first )?(?:complained|reported|raised "
    r"(?:it|this|the (?:matter|complaint|issue)|a complaint|concerns?)|spoke up|gave evidence|made (?:a"
    r"|my|the) complaint)"
    r"|(?:because of|for making|for raising|for supporting|for giving) (?:(?:my|a|the|her|his|their|your) )?"
    r"(?:previous |earlier |last )?(?:complaint|grievance|statement|evidence)"
    r"|(?:asked|going|agreed|named|called) (?:to be|to act as|as|to give evidence as) (?:a |the )?witness"
    r"|(?:grass|tout|snitch|rat|informer|tell[- ]?tale) for|grassed|for telling|told on (?:him|her)"
    r"|if i (?:complain|report|raise|go to hr)\w*|for (?:being|acting as) a witness|warned (?:me )?not "
    r"to (?:complain|report))\b",
    re.IGNORECASE,
)
_MANAGER = re.compile(
    r"\b(?:line[- ]?manager|my (?:own |direct )?(?:manager|supervisor|boss|head)|supervisor of me|team "
    r"leader|my team lead)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:office|depot|room|canteen|kitchen|car park|corridor|meeting|desk|reception|site|yard"
    r"|lab(?:oratory)?|library|college|centre|center|building|hall|workshop|van|vehicle|phone|telephone"
    r"|e-?mails?|teams|zoom|online|whatsapp"
    r"|(?:in|at|outside|inside|near|beside|behind) (?:the|my|our|his|her|a|an|their)\b)",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:he|she|they|him|her|them|mr|mrs|ms|dr|prof(?:essor)?|cllr|manager|supervisor|colleague)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|week|month|morning|afternoon"
    r"|daily|every day)\b",
    re.IGNORECASE,
)
_ALSO_STAFF = re.compile(
    r"\b(?:i (?:am )?also (?:work|employed|a member of staff|a (?:demonstrator|tutor|teaching assistant"
    r"|research assistant))|my (?:employment|job|shift|contract of employment)|i work part[- ]time"
    r"|(?:casual|part[- ]time) (?:job|contract|work) (?:in|at|with|for) the)\b",
    re.IGNORECASE,
)


def check_form(form: Form, definition: FormDefinition, *, received: dt.date | None) -> tuple[Finding, ...]:
    """Everything about a form's answers that a person should know, in the order of the form."""
    found: list[Finding] = []
    for one in definition.fields:
        answer = form.answers.get(one.id)
        if answer is not None:
            found.extend(_check_answer(one, answer, definition))
    means = {f.means: form.answers[f.id] for f in definition.fields if f.id in form.answers}
    found.extend(_check_days(means, received))
    found.extend(_check_people(means))
    found.extend(_check_account(means))
    return tuple(found)


def short_label(one: Field) -> str:
    """A field's label as it can stand in a sentence."""
    label = re.sub(r"\s*\(.*$", "", one.label).strip(" :?")
    return label if len(label) <= 60 else label[:57].rstrip() + "…"


# --- One answer ---------------------------------------------------------------------------------------


def _check_answer(one: Field, answer: Answer, definition: FormDefinition) -> Iterator[Finding]:
    if answer.status is Status.MISSING:
        yield from _missing(one, answer, definition)
    elif answer.status is Status.UNCLEAR:
        yield _unclear(one, answer)
    elif answer.reason is Reason.INVALID_PHONE:
        yield Finding(
            "invalid-phone",
            Severity.NOTE,
            "The telephone number cannot be dialled as written.",
            one.id,
            answer.where,
        )
    if one.type is FieldType.WITNESSES:
        yield from _check_witnesses(one, answer)


def _missing(one: Field, answer: Answer, definition: FormDefinition) -> Iterator[Finding]:
    if one.type is FieldType.GROUNDS:
        yield Finding(
            "no-ground",
            Severity.WARNING,
            "No ground is stated: confirm at the first meeting.",
            one.id,
            answer.where,
        )
        return
    if one.means == "previous-steps" and definition.clause == "App VI":
        message = (
            "Section 4 holds no answer. Its wording in the published form is garbled and was "
            "reconstructed: look at the original."
        )
        yield Finding("section-reconstructed", Severity.NOTE, message, one.id, answer.where)
    severity = _SEVERITY.get(one.required)
    if severity is not None:
        yield Finding(
            "missing-answer", severity, f"‘{short_label(one)}’ has no answer.", one.id, answer.where
        )


def _unclear(one: Field, answer: Answer) -> Finding:
    why = _WHY.get(answer.reason, "it must be looked at") if answer.reason else "it must be looked at"
    if answer.reason is Reason.INVALID_EMAIL:
        return Finding(
            "invalid-email",
            Severity.WARNING,
            "The e-mail address is not valid as written.",
            one.id,
            answer.where,
        )
    if answer.reason is Reason.INVALID_PHONE:
        return Finding(
            "invalid-phone",
            Severity.NOTE,
            "The telephone number cannot be dialled as written.",
            one.id,
            answer.where,
        )
    return Finding(
        "unclear-answer", Severity.WARNING, f"‘{short_label(one)}’ is unclear: {why}.", one.id, answer.where
    )


def _check_witnesses(one: Field, answer: Answer) -> Iterator[Finding]:
    people = answer.value if isinstance(answer.value, tuple) else answer.suggestion
    if not isinstance(people, tuple):
        return
    bare = [p for p in people if isinstance(p, Mapping) and not p.get("email") and not p.get("phone")]
    if bare:
        many = "A witness is" if len(bare) == 1 else f"{len(bare)} witnesses are"
        yield Finding(
            "witness-without-contact",
            Severity.NOTE,
            f"{many} named without an e-mail address or telephone number.",
            one.id,
            answer.where,
        )


# --- Answers together -----------------------------------------------------------------------------------


def _check_days(means: Mapping[str, Answer], received: dt.date | None) -> Iterator[Finding]:
    answer = means.get("raised")
    signed = _day(answer)
    if answer is not None and signed is not None and received is not None:
        if signed > received:
            message = f"The form is signed on {_said(signed)}, after it was received on {_said(received)}."
            yield Finding("signed-after-received", Severity.WARNING, message, answer.field, answer.where)
        elif received - signed > LONG_BEFORE:
            message = (
                f"The form is signed on {_said(signed)}, long before it was received on "
                f"{_said(received)}: ask when it was handed in."
            )
            yield Finding("signed-long-before", Severity.WARNING, message, answer.field, answer.where)
    dates = means.get("incident-dates")
    latest = max((d for d in (signed, received) if d is not None), default=None)
    if dates is None or dates.status is not Status.OK or latest is None:
        return
    acts = find_incidents(dates.raw, raised=latest).acts
    after = signed if signed is not None and (received is None or signed <= received) else received
    if after is not None and any(a.start is not None and a.start > after for a in acts):
        word = "signed" if after == signed else "received"
        message = f"An incident is dated after the form was {word}, {_said(after)}."
        yield Finding("incident-after-signing", Severity.WARNING, message, dates.field, dates.where)
    if not acts:
        message = "No date of an incident can be read: ask on which days it happened."
        yield Finding("no-incident-date", Severity.WARNING, message, dates.field, dates.where)


def _day(answer: Answer | None) -> dt.date | None:
    if answer is None or not isinstance(answer.value, str):
        return None
    try:
        return dt.date.fromisoformat(answer.value)
    except ValueError:
        return None


def _said(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _check_people(means: Mapping[str, Answer]) -> Iterator[Finding]:
    against = means.get("respondent")
    complainant = _text(means.get("complainant"))
    signed = _text(means.get("signature"))
    if complainant and signed and not _may_be_same(complainant, signed):
        answer = means["signature"]
        message = "The name signed is not the complainant's: ask who made the complaint."
        yield Finding("signed-by-another", Severity.WARNING, message, answer.field, answer.where)
    if against is not None and against.status is not Status.MISSING:
        names = _names(against)
        if complainant and any(_key(n) == _key(complainant) for n in names):
            message = "The complainant is also named as the person complained about."
            yield Finding(
                "respondent-is-complainant", Severity.WARNING, message, against.field, against.where
            )
        account = means.get("narrative")
        if _MANAGER.search(against.raw) or _manager_in_account(names, account.raw if account else ""):
            message = (
                "The person complained about may be the line manager: the next level of management "
                "should act."
            )
            yield Finding("line-manager-named", Severity.WARNING, message, against.field, against.where)
    kind = means.get("complainant-type")
    if kind is not None and _is_both(kind, means):
        message = (
            "The complainant may be both a student and a member of staff: ask which the complaint concerns."
        )
        yield Finding("student-and-staff", Severity.WARNING, message, kind.field, kind.where)


def _text(answer: Answer | None) -> str:
    if answer is None:
        return ""
    value = answer.value if answer.status is Status.OK else None
    return value if isinstance(value, str) else ""


def _names(answer: Answer) -> list[str]:
    value = answer.value if answer.value is not None else answer.suggestion
    if isinstance(value, str):
        return [value]
    return [n for n in value if isinstance(n, str)] if isinstance(value, tuple) else []


def _key(name: str) -> str:
    return " ".join(
        re.findall(r"\w+", re.sub(r"^(?:mr|mrs|ms|miss|dr|prof(?:essor)?|cllr)\.?\s+", "", name.casefold()))
    )


def _may_be_same(one: str, other: str) -> bool:
    """Whether two names can be one person's: a word in common, or the same initials."""
    a, b = _key(one).split(), _key(other).split()
    shared = {w for w in a if len(w) > 1} & {w for w in b if len(w) > 1}
    return bool(shared) or [w[0] for w in a] == [w[0] for w in b] or "".join(w[0] for w in a) == "".join(b)


def _manager_in_account(names: list[str], account: str) -> bool:
    for name in names:
        words = _key(name).split()
        if words and re.search(
            rf"\bmy (?:line |direct )?(?:manager|supervisor|boss),? (?:\w+ ){{0,2}}{re.escape(words[-1])}\b"
            rf"|\b{re.escape(words[-1])},? (?:who (?:is|was) )?(?:is )?my (?:line |direct )?(?:manager"
            rf"|supervisor|boss)\b",
            account,
            re.IGNORECASE,
        ):
            return True
    return False


def _is_both(kind: Answer, means: Mapping[str, Answer]) -> bool:
    if kind.reason is Reason.SEVERAL_CHOICES:
        return True
    texts = [means[m].raw for m in ("narrative", "effect") if m in means]
    return kind.value == "student" and any(_ALSO_STAFF.search(t) for t in (kind.raw, *texts))


def _check_account(means: Mapping[str, Answer]) -> Iterator[Finding]:
    account = means.get("narrative")
    told = [
        a
        for m in ("narrative", "effect", "previous-steps", "resolution", "ground")
        if (a := means.get(m)) is not None
    ]
    for answer in told:
        if _RISK.search(answer.raw):
            message = (
                "Words that suggest danger to somebody: a person and a telephone call before any letter."
            )
            yield Finding("risk-words", Severity.WARNING, message, answer.field, answer.where)
            break
    for answer in told:
        if _RETALIATION.search(answer.raw):
            message = "Words that suggest retaliation for a complaint: raise it at once and link the cases."
            yield Finding("possible-victimisation", Severity.WARNING, message, answer.field, answer.where)
            break
    if account is None or account.status is Status.MISSING or values.is_blank(account.raw):
        return
    dates, against = means.get("incident-dates"), means.get("respondent")
    lacking = [
        word
        for word, there in (
            ("who was involved", bool(_WHO.search(account.raw)) or _any_name(against, account.raw)),
            ("where it happened", bool(_PLACE.search(account.raw))),
            (
                "when it happened",
                bool(_WHEN.search(account.raw)) or (dates is not None and dates.status is not Status.MISSING),
            ),
        )
        if not there
    ]
    if lacking:
        message = f"The account does not seem to say {_listed(lacking)}: ask at the first meeting."
        yield Finding("account-incomplete", Severity.NOTE, message, account.field, account.where)


def _any_name(against: Answer | None, text: str) -> bool:
    words = [w for n in (_names(against) if against else []) for w in _key(n).split() if len(w) > 2]
    return any(w in text.casefold() for w in words)


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}"

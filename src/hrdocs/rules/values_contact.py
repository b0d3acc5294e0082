"""E-mail addresses and telephone numbers, as they were written."""

import re

from hrdocs.document import Reason
from hrdocs.rules.values_text import (
    MISSING,
    ValueReading,
    is_blank,
    is_nothing,
    ok,
    one_line,
    tidy,
    unclear,
)

_ADDRESS = re.compile(r"[\w.!#$%&'’*+/=?^`{|}~-]+@[^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)+")
_COMMON_END = re.compile(
    r"\.(?:com|org|net|uk|ie|eu|edu|gov|info|example|scot|wales|cymru|london|test|invalid|us|ca|au|nz|de|fr|pl)$",
    re.IGNORECASE,
)
_MAIL_LABEL = re.compile(
    r"^(?:(?:my |work |personal |home )*e-?mail(?: address)?(?: is)?|address|mailto)\s*[:=-]\s*", re.I
)
_SPOKEN = re.compile(r"\s*[\[(<]?\s*\b(at|dot)\b\s*[\])>]?\s*", re.IGNORECASE)


def parse_email(text: str) -> ValueReading:
    """One e-mail address as it was written, checked without the network."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    written = _MAIL_LABEL.sub("", re.sub(r"_{3,}|[.…]{3,}|…", " ", tidy(text)))
    written = re.sub(r"mailto:", "", written, flags=re.IGNORECASE)
    flat = " ".join(written.split())
    found = _addresses(flat)
    joined = _joined_address(written)
    if len(found) > 1:
        return unclear(Reason.SEVERAL_ANSWERS, found[0])
    if joined and (not found or found[0] == joined):
        return ok(joined)
    if joined:
        return _choose_address(written, found[0], joined)
    if found:
        return ok(found[0])
    return unclear(Reason.INVALID_EMAIL, _spoken_address(flat))


def _addresses(text: str) -> list[str]:
    """Every valid address in a text, without repetitions."""
    found: dict[str, str] = {}
    for match in _ADDRESS.finditer(text):
        address = match.group().strip(".'’`")
        if _is_address(address) and not _torn(text, match):
            found.setdefault(address.casefold(), address)
    return list(found.values())


def _torn(text: str, match: re.Match[str]) -> bool:
    """Whether the address is only a part of what was meant: "jane,doe@x.example"."""
    return bool(
        re.search(r"[^\s,;<(:][,;»]$", text[: match.start()])
        or re.match(r"[,;»][^\W\d]", text[match.end() :])
    )


def _is_address(text: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text.replace("’", "'"), check_deliverability=False)
    except (EmailNotValidError, UnicodeError):
        return False
    return True


def _joined_address(text: str) -> str | None:
    """The address that the whole text makes once breaks and spaces round its stops are closed."""
    closed = re.sub(r"\s*([@.])\s*", r"\1", text)
    closed = re.sub(r"(?<=[-_+])\s+|\s+(?=[-_+])", "", closed)
    closed = closed.replace("\n", "").strip("<>()[]\"'.,;: ")
    return closed if _ADDRESS.fullmatch(closed) and _is_address(closed) else None


def _choose_address(text: str, found: str, joined: str) -> ValueReading:
    """Between an address that stands in the text and the longer one that joining its parts gives."""
    if joined.startswith(found) and _COMMON_END.search(found) and not _COMMON_END.search(joined):
        return ok(found)
    if joined.endswith(found) and re.search(r"\s[._-]|[._-]\n", text):
        return ok(joined)
    if joined.startswith(found) and _COMMON_END.search(joined) and not _COMMON_END.search(found):
        return ok(joined)
    return unclear(Reason.INVALID_EMAIL, joined)


def _spoken_address(text: str) -> str | None:
    """A reading of "name at council dot example", or of an address with a comma for a stop."""
    for candidate in (
        _SPOKEN.sub(lambda m: "@" if m.group(1).casefold() == "at" else ".", text),
        re.sub(r"\s*,\s*", ".", text),
        re.sub(r"\s+", "", text),
    ):
        candidate = candidate.strip("<>()[]\"'.,;: ")
        if _ADDRESS.fullmatch(candidate) and _is_address(candidate):
            return candidate
    return None


_PHONE_LABEL = re.compile(
    r"^(?:(?:my|work|home|office|direct|daytime|contact)\s+)*"
    r"(?:tele?phone|tel|phone|mobile|mob|cell|number|ext(?:ension)?(?= ?(?:no|number)))?"
    r"\s*(?:no|number|num)?\.?\s*[:=]\s*|^(?:tel|mob|ph|t|m)\.?\s+(?=[+(\d])",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\+?\(?\d[\d\s().–‑-]*\d(?:,?\s*(?:ext(?:ension|n)?|x)\.?\s*:?\s*\d{1,6})?", re.IGNORECASE
)
_MISREAD_DIGIT = str.maketrans("OoIlSB", "001158")


def parse_phone(text: str) -> ValueReading:
    """A telephone number as it was written; an impossible one is `ok` with a note."""
    if is_blank(text) or is_nothing(text):
        return MISSING
    written = _PHONE_LABEL.sub("", one_line(text)).strip(" ,;:")
    numbers = find_phones(written)
    if numbers:
        return ok(written) if all(map(_is_possible, numbers)) else ok(written, Reason.INVALID_PHONE)
    if re.search(r"\d", written) and not re.search(r"[A-Za-z]", written):
        return ok(written, Reason.INVALID_PHONE)
    if re.fullmatch(r"ext(?:ension|n)?\.?\s*:?\s*\d{2,6}", written, re.IGNORECASE):
        return ok(written)
    return unclear(Reason.INVALID_PHONE, _misread_phone(written))


def find_phones(text: str) -> tuple[str, ...]:
    """The runs of digits in a text that are long enough to be telephone numbers, as written."""
    if _misread_phone(text) and len(re.findall(r"\d", text)) < 10:
        return ()
    found = (m.group().strip(" .-–(") for m in _NUMBER.finditer(text))
    return tuple(n for n in found if len(re.findall(r"\d", n)) >= 7)


def _is_possible(number: str) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_possible_number(phonenumbers.parse(number, "GB")))
    except phonenumbers.NumberParseException:
        return False


def _misread_phone(text: str) -> str | None:
    """A number in which letters stand for digits, put right."""
    if not re.search(r"\d", text) or not re.fullmatch(r"[\dOoIlSB\s()+.-]+", text):
        return None
    mended = text.translate(_MISREAD_DIGIT)
    return mended if mended != text and _is_possible(mended) else None

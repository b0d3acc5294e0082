"""Shipped samples, bent: bits turned over, broken off at every seam, parts swapped, XML and PDF objects
changed at random and packed again as if nothing had happened.
"""

import functools
import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence

from tests.hostile.kinds import SAMPLES, Hostile, Member, damaged, zipped

_FOLDERS = SAMPLES.parent
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_OBJECT = re.compile(rb"\b\d+ 0 obj\b.*?\bendobj\b", re.DOTALL)
_TAG = re.compile(r"<(/?)([\w:]+)([^<>]*?)(/?)>")
_SEAM = {
    ".zip": re.compile(rb"PK(?:\x03\x04|\x01\x02|\x05\x06)"),
    ".pdf": re.compile(rb"\b(?:obj|endobj|stream|endstream|xref|trailer|startxref)\b"),
    ".eml": re.compile(rb"\r?\n(?:--|\r?\n)"),
}
# What a number in a file should not be.
_NUMBERS = (
    b"0", b"-1", b"1e9", b"2147483648", b"-2147483649", b"99999999999999999999", b"0.0000000001",
    b"nan", b"--5", b"1" * 400, b"null", b"()", b"<<>>", b"[]", b"/Zz", b"true",
)  # fmt: skip
_VALUES = (
    "", "-1", "0", "99999999999999999999", "1e308", "nan", "\u202ex", "x" * 70_000, "../../etc/passwd",
    "&#x10FFFF;", "on", "\u0661\u0662", "²", "true", "rId1", "%s", "1.5", " 7 ",
)  # fmt: skip
_ENDS = (b"; charset=klingon", b'; boundary="', b"; name*0*=''%FF", b"\x85\x0c")


def all_samples() -> dict[str, bytes]:
    """The bytes of every shipped sample by a short name of its own."""
    return _samples()


@functools.cache
def _samples() -> dict[str, bytes]:
    found = {}
    for path in sorted(_FOLDERS.glob("*/*")):
        if path.suffix in (".docx", ".pdf", ".eml", ".zip"):
            found[f"{path.parent.name.partition('-')[0]}-{path.name}"] = path.read_bytes()
    return found


@functools.cache
def _opened(name: str) -> tuple[Member, ...]:
    """The members of a packed sample."""
    with zipfile.ZipFile(io.BytesIO(_samples()[name])) as archive:
        return tuple((info.filename, archive.read(info)) for info in archive.infolist())


@functools.cache
def _plain_pdf(name: str) -> bytes:
    """A PDF sample with its streams unpacked, so that changes reach what they say."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import EncodedStreamObject, NameObject, StreamObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(_samples()[name])))
    for number, one in enumerate(writer._objects):
        if isinstance(one, EncodedStreamObject) and one.get("/Filter") == "/FlateDecode":
            plain = StreamObject()
            plain.update({k: v for k, v in one.items() if k not in ("/Filter", "/DecodeParms", "/Length")})
            plain.set_data(one.get_data())
            plain[NameObject("/Length")] = NameObject(str(len(one.get_data())))
            writer._objects[number] = plain
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def seams(name: str) -> list[int]:
    """Where a sample can be broken off between two of its parts: at most sixty places, spread evenly."""
    suffix = name[name.rindex(".") :]
    pattern = _SEAM[".zip" if suffix == ".docx" else suffix]
    places = [at for found in pattern.finditer(_samples()[name]) for at in (found.start(), found.end())]
    return places[:: max(1, len(places) // 60)]


def shuffled(data: bytes, seed: int) -> bytes:
    """The data with one stretch of it doubled, left out, moved or blanked."""
    chosen = random.Random(seed)  # noqa: S311
    start = chosen.randrange(len(data))
    end = min(len(data), start + chosen.choice((1, 7, 100, 3000, 20_000)))
    piece = data[start:end]
    match seed % 4:
        case 0:
            return data[:end] + piece + data[end:]
        case 1:
            return data[:start] + data[end:]
        case 2:
            at = chosen.randrange(len(data))
            rest = data[:start] + data[end:]
            return rest[:at] + piece + rest[at:]
        case _:
            return data[:start] + bytes(len(piece)) + data[end:]


def bent_xml(data: bytes, seed: int) -> bytes:
    """XML that still parses, mostly: elements taken out, doubled, nested, moved; attributes that lie."""
    chosen, text = random.Random(seed), data.decode("utf-8", "replace")  # noqa: S311
    for _ in range(chosen.choice((1, 2, 5, 12))):
        text = _bend(text, chosen)
    return text.encode("utf-8", "replace")


def _bend(text: str, chosen: random.Random) -> str:
    span = _element(text, chosen)
    if span is None:
        return text
    start, end = span
    element = text[start:end]
    match chosen.randrange(8):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + element * chosen.choice((1, 3, 50)) + text[end:]
        case 2:
            other = _element(text, chosen) or span
            return text[: other[0]] + element + text[other[0] :]
        case 3:
            depth = min(chosen.choice((2, 6, 12)), 4_000_000 // (len(element) + 1))
            return text[:start] + _nested_in_itself(element, depth) + text[end:]
        case 4:
            said = f">{chosen.choice(_VALUES)[:5000]}<"
            return text[:start] + re.sub(r">[^<]+<", said, element) + text[end:]
        case 5:
            return text[:start] + "<!-- x --><?x y?>" + text[start:]
        case _:
            head = _TAG.match(element)
            quoted = list(re.finditer(r'="[^"]*"', head.group())) if head else []
            if not quoted:
                return text[:start] + text[end:]
            at = chosen.choice(quoted)
            return f'{text[: start + at.start()]}="{chosen.choice(_VALUES)}"{text[start + at.end() :]}'


def _nested_in_itself(element: str, depth: int) -> str:
    """The element, in place of its own last child's end so many times over."""
    end = element.rfind("</")
    if end < 0:
        return element * depth
    for _ in range(depth):
        if len(element) > 2_000_000:
            break
        element = element[:end] + element + element[end:]
        end = element.rfind("</")
    return element


def _element(text: str, chosen: random.Random) -> tuple[int, int] | None:
    """Where one whole element stands, picked at random; not the root."""
    tags = [found for found in _TAG.finditer(text) if not found.group(1)]
    if len(tags) < 2:
        return None
    first = chosen.choice(tags[1:])
    if first.group(4):
        return first.span()
    depth = 0
    for found in _TAG.finditer(text, first.start()):
        if found.group(2) == first.group(2) and not found.group(4):
            depth += -1 if found.group(1) else 1
            if depth == 0:
                return first.start(), found.end()
    return None


def bent_package(name: str, seed: int) -> bytes:
    """A Word sample with its XML bent, or its parts swapped, renamed, doubled or lost."""
    chosen, members = random.Random(seed), list(_opened(name))  # noqa: S311
    wanted = [at for at, (part, _) in enumerate(members) if part.endswith((".xml", ".rels"))]
    if seed % 4 == 0:
        return _swapped(members, chosen)
    main = [at for at in wanted if members[at][0].endswith("document.xml")]
    at = chosen.choice(main if main and seed % 4 != 1 else wanted)
    members[at] = (members[at][0], bent_xml(members[at][1], seed))
    return zipped(members)


def _swapped(members: list[Member], chosen: random.Random) -> bytes:
    one, other = chosen.sample(range(len(members)), 2)
    match chosen.randrange(4):
        case 0:
            (a, data), (b, more) = members[one], members[other]
            members[one], members[other] = (a, more), (b, data)
        case 1:
            members.append((members[one][0], members[other][1]))
        case 2:
            del members[one]
        case _:
            members[one] = (members[one][0].swapcase(), members[one][1])
    return zipped(members)


def bent_pdf(name: str, seed: int) -> bytes:
    """A PDF sample, unpacked, with numbers that lie, references led astray, or objects swapped."""
    chosen, data = random.Random(seed), _plain_pdf(name)  # noqa: S311
    for _ in range(chosen.choice((1, 3, 10, 40))):
        pattern = chosen.choice((_NUMBER, _REFERENCE, _REFERENCE, re.compile(rb"/[A-Z]\w*"), _OBJECT))
        found = list(pattern.finditer(data))
        if not found:
            continue
        one, other = chosen.choice(found), chosen.choice(found)
        by = chosen.choice(_NUMBERS) if pattern is _NUMBER else other.group()
        data = data[: one.start()] + by + data[one.end() :]
    return data


def bent_mail(seed: int) -> bytes:
    """The e-mail sample with its lines swapped, lost, doubled or changed."""
    chosen = random.Random(seed)  # noqa: S311
    lines = _samples()["council-12-message.eml"].split(b"\n")
    heads = [n for n, line in enumerate(lines) if re.match(rb"[\w-]+:|--|\s+\w+=", line)]
    for _ in range(chosen.choice((1, 2, 4))):
        at = chosen.choice(heads) % len(lines)
        match chosen.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[chosen.choice(heads) % len(lines)])
            case 2:
                lines[at] = damaged(lines[at] or b"x", seed, count=3)
            case 3:
                lines[at] = re.sub(rb"[:=].*", lambda m: m.group()[:1] + b"\xff;\x00==?x?=" * 5, lines[at])
            case _:
                lines[at] += chosen.choice(_ENDS)
    return b"\n".join(lines)


def files() -> Sequence[Hostile]:
    """Some two thousand; the long set runs every so many of them."""
    made = [one for name in all_samples() for one in _bent(name)]
    return made + [_one(f"lines-message-{s}.eml", bent_mail, s) for s in range(60)]


def _bent(name: str) -> Sequence[Hostile]:
    """Every way in which one sample is bent."""
    data = all_samples()[name]
    stem, _, suffix = name.rpartition(".")
    made = [_one(f"seam-{stem}-{at}.{suffix}", data.__getitem__, slice(at)) for at in seams(name)]
    made += [_one(f"bits-{stem}-{s}.{suffix}", _turned, data, s) for s in range(8)]
    made += [_one(f"moved-{stem}-{s}.{suffix}", shuffled, data, s) for s in range(8)]
    if suffix == "docx" and zipfile.is_zipfile(io.BytesIO(data)):
        made += [_one(f"xml-{stem}-{s}.docx", bent_package, name, s) for s in range(30)]
    if suffix == "pdf" and b"/Encrypt" not in data:
        made += [_one(f"objects-{stem}-{s}.pdf", bent_pdf, name, s) for s in range(30)]
    return made


def _turned(data: bytes, seed: int) -> bytes:
    return damaged(data, seed, count=1 + seed * seed)


def _one(name: str, make: Callable[..., bytes], *arguments: object) -> Hostile:
    return Hostile(f"mutated-{name}", functools.partial(make, *arguments))

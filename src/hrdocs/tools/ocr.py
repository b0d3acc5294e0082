"""Optical character recognition behind one seam: tesseract where it is installed, else RapidOCR.

Boxes are in pixels of the picture given, from its top left. Confidence runs from 0 to 100.
"""

import csv
import functools
import importlib.util
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdocs.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE_SECONDS = 60
_LATIN = ("Latin", "script/Latin")  # one model for all languages of the Latin script, as packages name it
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word as recognised, with how sure the engine is of it; weight, size, a stroke where measured."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float
    bold: bool = False
    size: float = 0.0
    struck: bool = False


def find_engine() -> str | None:
    """The engine that will be used, `tesseract` or `rapidocr`; None where there is none."""
    if shutil.which("tesseract"):
        return "tesseract"
    return "rapidocr" if importlib.util.find_spec("rapidocr") else None


def find_models() -> tuple[str, str]:
    """Tesseract's model for a first reading and another for a second opinion; the same where it has one.

    The model of the Latin script knows accents, that of English knows only its own letters.
    """
    path = shutil.which("tesseract")
    return _models(path) if path else ("eng", "eng")


@functools.cache
def _models(path: str) -> tuple[str, str]:
    try:
        said = subprocess.run([path, "--list-langs"], capture_output=True, timeout=20, check=True)  # noqa: S603
    except (subprocess.SubprocessError, OSError):
        return "eng", "eng"
    there = said.stdout.decode("utf-8", "replace").split()
    first = next((model for model in _LATIN if model in there), "eng")
    return first, "eng" if "eng" in there else first


def has_second() -> bool:
    """Whether another model reads what the first one doubts, and finds what it left out."""
    return find_engine() == "tesseract"


def reads_accents() -> bool:
    """Whether the first reading knows letters with accents."""
    return find_engine() == "tesseract" and find_models()[0] in _LATIN


def read_words(
    picture: "Image", *, dpi: int, name: str, is_block: bool = False, second: bool = False
) -> tuple[OcrWord, ...]:
    """Recognise the words of an upright picture; `is_block` says that it is lines below one another.

    `second` asks for another model's opinion, where there is one.

    Raises:
        InputError: `missing-tool` where no engine is installed, `too-slow` where it does not end.
    """
    engine = find_engine()
    if engine == "tesseract":
        options = ("-l", find_models()[second], "--psm", "6" if is_block else "3", "--dpi", str(dpi), "tsv")
        return _parse_tsv(_tesseract(picture, options, name))
    if engine == "rapidocr":
        return _rapid(picture, name)
    raise missing_engine(name)


def missing_engine(name: str) -> InputError:
    """The error for a scan on a machine without an engine."""
    return InputError(
        name,
        "is a scan, and no program to read scans is installed",
        "Install tesseract (with English), or `pip install hrdocs[ocr]`, and read the file again.",
        code="missing-tool",
    )


def find_turns(picture: "Image", *, name: str) -> tuple[int, ...]:
    """The quarter turns clockwise that may make a picture upright; an engine that cannot tell gives all."""
    if find_engine() != "tesseract":
        return 2, 1, 3
    turn = _find_turn(picture, name)
    return (turn,) if turn else ()


def _find_turn(picture: "Image", name: str) -> int:
    """The quarter turns clockwise that make a picture upright, as the engine judges; 0 if it cannot."""
    try:
        said = _tesseract(picture, ("-l", "osd", "--psm", "0", "-c", "min_characters_to_try=10"), name)
    except InputError:
        return 0
    for line in said.splitlines():
        if line.startswith("Rotate:"):
            return (int(line.split(":")[1]) // 90) % 4
    return 0


def _tesseract(picture: "Image", options: tuple[str, ...], name: str) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    path = shutil.which("tesseract")
    if path is None:
        raise missing_engine(name)
    try:
        done = subprocess.run(  # noqa: S603  # fixed arguments, the picture through a pipe
            [path, "stdin", "stdout", *options],
            input=out.getvalue(),
            capture_output=True,
            timeout=PAGE_SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(
            name, "takes too long to read", "Scan it again, one page to a file.", code="too-slow"
        ) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise InputError(name, "cannot be read by tesseract", "Scan it again.", code="damaged") from error
    return done.stdout.decode("utf-8", "replace")


def _parse_tsv(tsv: str) -> tuple[OcrWord, ...]:
    words = []
    for row in csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != _WORD_LEVEL or not text:
            continue
        left, top = float(row["left"]), float(row["top"])
        wide, high = float(row["width"]), float(row["height"])
        words.append(OcrWord(text, left, top, left + wide, top + high, float(row["conf"])))
    return tuple(words)


def _rapid(picture: "Image", name: str) -> tuple[OcrWord, ...]:
    """The words of RapidOCR, line by line."""
    result = _rapid_engine(name)(_as_png(picture), use_det=True, use_cls=False, use_rec=True)
    if result is None or result.boxes is None:
        return ()
    words: list[OcrWord] = []
    for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        xs, ys = [float(p[0]) for p in corners], [float(p[1]) for p in corners]
        words += _words_of(text, (min(xs), min(ys), max(xs), max(ys)), 100 * float(score))
    return tuple(words)


def read_lines(pictures: "Sequence[Image]", *, name: str) -> list[tuple[OcrWord, ...]]:
    """The words of pictures of one line each, as RapidOCR reads them.

    Raises:
        InputError: `missing-tool`.
    """
    engine = _rapid_engine(name)
    found = []
    for picture in pictures:
        result = engine(_as_png(picture), use_det=False, use_cls=False, use_rec=True)
        said = zip(result.txts or (), result.scores or (), strict=True) if result is not None else ()
        box = 0.0, 0.0, float(picture.width), float(picture.height)
        found.append(tuple(word for text, score in said for word in _words_of(text, box, 100 * float(score))))
    return found


def _as_png(picture: "Image") -> bytes:
    out = io.BytesIO()
    picture.convert("RGB").save(out, "PNG", compress_level=1)
    return out.getvalue()


def _words_of(text: str, box: tuple[float, float, float, float], confidence: float) -> list[OcrWord]:
    """The words of a line, each with its share of the line's width."""
    x0, top, x1, bottom = box
    step, at = (x1 - x0) / max(len(text), 1), 0
    words = []
    for part in text.split(" "):
        if part:
            end = x0 + (at + len(part)) * step
            words.append(OcrWord(part, x0 + at * step, top, end, bottom, confidence))
        at += len(part) + 1
    return words


def _rapid_engine(name: str) -> Any:
    """RapidOCR with the models of its own package, so that it fetches none.

    Raises:
        InputError: `missing-tool` where the package came without them.
    """
    models = _rapid_models()
    if not models:
        raise InputError(
            name,
            "is a scan, and RapidOCR is installed without its models",
            "Install tesseract, or a rapidocr whose package holds its models, and read the file again.",
            code="missing-tool",
        )
    return _start_rapid(models)


def _rapid_models() -> tuple[tuple[str, str], ...]:
    """The files of the models that RapidOCR's package came with, by what they do; none if one is missing."""
    folder = Path(importlib.import_module("rapidocr").__file__ or "").parent / "models"
    found = {kind: sorted(folder.glob(f"*_{kind.lower()}_*.onnx")) for kind in ("Det", "Rec", "Cls")}
    return tuple((kind, str(paths[0])) for kind, paths in found.items()) if all(found.values()) else ()


@functools.cache
def _start_rapid(models: tuple[tuple[str, str], ...]) -> Any:
    """RapidOCR, loaded once."""
    return importlib.import_module("rapidocr").RapidOCR(
        params={
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
            "Global.text_score": 0.1,  # what it is unsure of is kept, and doubted later
            "Global.use_cls": False,  # a page is turned as a whole
            "Det.limit_side_len": 1280,  # in half the time and memory of full size
            "Det.limit_type": "max",
            "Rec.rec_batch_num": 1,
            **{f"{kind}.model_path": path for kind, path in models},
        }
    )

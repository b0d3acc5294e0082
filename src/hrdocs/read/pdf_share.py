"""Which lines of a column of answers belong to which label of the column beside it."""

from collections.abc import Sequence
from itertools import pairwise

from hrdocs.document import Box
from hrdocs.read.pdf_lines import PrintedLine


def middle_of(box: Box) -> float:
    """The height of a box's middle."""
    return (box[1] + box[3]) / 2


def share_out(
    groups: Sequence[Sequence[PrintedLine]], answers: Sequence[PrintedLine], measures: tuple[float, float]
) -> list[list[PrintedLine]]:
    """The answers of each label: what stands level with it, up to where the next one's begins."""
    high, far = measures
    blocks = answer_blocks(answers, high, far)
    spans = [(group[0][0].box[1], group[-1][0].box[3]) for group in groups]
    tops = [middle_of(group[0][0].box) for group in groups]
    shared: list[list[PrintedLine]] = [[] for _ in groups]
    centred = _are_centred(blocks, spans, high)
    for block in blocks:
        top, bottom = block[0][0].box[1], block[-1][0].box[3]
        level = [i for i, (a, b) in enumerate(spans) if min(b, bottom) - max(a, top) > 0.3 * high]
        middle = (top + bottom) / 2
        fitting = [i for i in level if centred and abs(sum(spans[i]) / 2 - middle) < 0.5 * high]
        if len(level) == 1 or (len(level) == 2 and len(fitting) == 1):
            shared[(fitting or level)[0]] += block
        elif not level:
            shared[_nearest(spans, middle, tops, centred=centred)] += block
        else:
            for line in block:
                above = [i for i in level if tops[i] <= middle_of(line[0].box) + 0.4 * high]
                shared[above[-1] if above else level[0]].append(line)
    return shared


def _nearest(
    spans: Sequence[tuple[float, float]], middle: float, tops: Sequence[float], *, centred: bool
) -> int:
    if centred:
        return min(range(len(spans)), key=lambda i: abs(sum(spans[i]) / 2 - middle))
    return max((i for i in range(len(tops)) if tops[i] <= middle), default=0)


def _are_centred(
    blocks: Sequence[Sequence[PrintedLine]], spans: Sequence[tuple[float, float]], high: float
) -> bool:
    """Whether labels stand at the middle of their answers: seen where an answer begins above its label."""
    above = 0
    for block in blocks:
        top, bottom = block[0][0].box[1], block[-1][0].box[3]
        level = [(a, b) for a, b in spans if min(b, bottom) - max(a, top) > 0.3 * high]
        if len(level) == 1 and level[0][0] - top > 0.6 * high:
            above += 1
    return above > 0


def answer_blocks(lines: Sequence[PrintedLine], high: float, far: float) -> list[list[PrintedLine]]:
    """Lines of answers that follow one another without a gap."""
    if not lines:
        return []
    steps = [middle_of(b[0].box) - middle_of(a[0].box) for a, b in pairwise(lines)]
    close = min((s for s in steps if s < far), default=high)
    blocks: list[list[PrintedLine]] = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        if step <= 1.07 * close + 0.3:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks

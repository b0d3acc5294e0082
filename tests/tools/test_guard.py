import os
import time

import pytest

from hrdocs.errors import InputError
from hrdocs.tools.guard import MIB, Guard, Limits


def double(number: int) -> int:
    return 2 * number


def sleep_long() -> None:
    time.sleep(60)


def swell() -> int:
    block = bytearray(os.urandom(1)) * (300 * MIB)
    time.sleep(2)
    return len(block)


def crash() -> None:
    os.abort()


def refuse() -> None:
    raise InputError("form.pdf", "is encrypted", "Remove the password.", code="encrypted")


def stumble() -> None:
    raise KeyError("a mistake of the reader")


def test_a_guarded_call_gives_its_value() -> None:
    """Several calls share one child and give their values."""
    with Guard() as guard:
        assert [guard.call("x", double, n) for n in range(3)] == [0, 2, 4]


@pytest.mark.parametrize(
    ("work", "limits", "code"),
    [
        (sleep_long, Limits(seconds=0.3), "too-slow"),
        (swell, Limits(resident=150 * MIB), "too-large"),
        (crash, Limits(), "damaged"),
        (stumble, Limits(), "damaged"),
        (refuse, Limits(), "encrypted"),
    ],
)
def test_bad_work_costs_only_itself(work: object, limits: Limits, code: str) -> None:
    """Work that hangs, swells, crashes or stumbles is an error with a code; the next call is served."""
    with Guard(limits) as guard:
        with pytest.raises(InputError) as caught:
            guard.call("form.pdf", work)  # type: ignore[arg-type]
        assert caught.value.code == code
        assert guard.call("x", double, 4) == 8

"""The plan of every batch: order, a bounded window, outcomes instead of exceptions."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from operator import index

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdocs.batch import Done, LocalPool, default_jobs, finished, guarded, run
from hrdocs.errors import InputError


def work(number: int) -> int:
    """What a child does with a number: 13 ends it."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 7 == 6:
        raise InputError(str(number), "is of a kind", "Nothing.", code="damaged")
    return number * 2


def guarded_work(number: int) -> int:
    return guarded((), str(number), work, number)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 4), max_size=40), st.integers(1, 3), st.integers(3, 12))
def test_every_item_has_one_outcome(delays: list[int], workers: int, window: int) -> None:
    """Whatever takes how long, each item comes out once, and no more than the window are in hand."""
    handed_out = 0

    def items() -> Iterator[int]:
        nonlocal handed_out
        for number in range(len(delays)):
            handed_out += 1
            yield number

    with ThreadPoolExecutor(workers) as pool:

        def slow(number: int) -> int:
            time.sleep(delays[number] / 2000)
            return number

        def submit(number: int) -> Future[int]:
            return pool.submit(slow, number)

        seen: list[int] = []
        for done in run(items(), submit, at_once=workers, window=window):
            seen.append(done.item)
            assert handed_out - len(seen) < window
            assert done.result == done.item
    assert sorted(seen) == list(range(len(delays)))


def test_results_come_in_the_order_of_the_items() -> None:
    """An item that takes a little longer is waited for."""
    with ThreadPoolExecutor(3) as pool:
        outcomes = run(range(30), lambda n: pool.submit(lambda: time.sleep(0.004 * (n % 3 == 0))), at_once=3)
        assert [done.item for done in outcomes] == list(range(30))


def test_an_item_that_hangs_delays_nobody() -> None:
    """Where workers would stand idle behind it, the others go before it."""
    release = threading.Event()
    with ThreadPoolExecutor(2) as pool:

        def submit(number: int) -> Future[bool]:
            return pool.submit(release.wait, 30) if number == 0 else pool.submit(bool, number)

        outcomes = run(range(40), submit, at_once=2, window=8)
        first = [next(outcomes).item for _ in range(33)]
        assert first == list(range(1, 34))
        release.set()
        assert [done.item for done in outcomes] == [0, *range(34, 40)]


def test_what_needs_no_work_keeps_its_place() -> None:
    """A finished future is an outcome like others."""
    assert [done.result for done in run("abc", finished, at_once=1)] == ["a", "b", "c"]


def test_a_failed_item_is_an_outcome() -> None:
    """A call that raises, and one that ends its child, cost that item only, also between others."""
    with LocalPool(2) as pool:
        outcomes = list(run(range(20), lambda n: pool.submit(guarded_work, n), at_once=2))
    assert [done.item for done in outcomes] == list(range(20))
    failed = {done.item: done.error for done in outcomes if done.error is not None}
    assert sorted(failed) == [6, 13]
    assert all(isinstance(error, InputError) for error in failed.values())
    assert outcomes[14] == Done(14, 28)


def test_a_batch_left_early_ends_its_workers() -> None:
    """Whoever stops asking drops what waits; the pool's children are gone when it is closed."""
    with LocalPool(2) as pool:
        outcomes = run(range(1000), lambda n: pool.submit(guarded, (), "n", index, n), at_once=2)
        assert next(outcomes).error is None
        children = [guard._live.child for guard in pool._guards if guard._live]
        outcomes.close()  # type: ignore[attr-defined]
    assert children
    assert not any(guard._live for guard in pool._guards)


def test_closing_a_pool_does_not_wait_for_a_call() -> None:
    """A call still running when the pool is closed ends with its child."""
    began = time.monotonic()
    with LocalPool(1) as pool:
        future = pool.submit(guarded, (), "sleep", time.sleep, 15)
        time.sleep(1.0)
    assert time.monotonic() - began < 10
    assert isinstance(future.exception(), InputError)


def test_jobs_are_cores_and_at_most_eight() -> None:
    """The default number of workers is at least one."""
    assert 1 <= default_jobs() <= 8

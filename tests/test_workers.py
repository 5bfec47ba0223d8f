"""Work shared among processes gives the same as work in one."""

import os
import signal

import pytest

from helpcenter import workers

NUMBERS = list(range(300))


def squared(number):
    return number * number


def dying(number):
    if number == 250:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr(workers, "cores", lambda: 2)
    monkeypatch.setattr(workers.threading, "active_count", lambda: 1)


def test_results_are_in_order_and_those_of_one_process(monkeypatch):
    shared = list(workers.mapped(squared, NUMBERS, iter(NUMBERS)))
    monkeypatch.setattr(workers, "cores", lambda: 1)
    assert (
        shared == list(workers.mapped(squared, NUMBERS, iter(NUMBERS))) == [*map(squared, NUMBERS)]
    )


def test_a_process_that_dies_is_one_clear_line():
    with pytest.raises(workers.WorkerDied, match=r"内存.* / .*memory"):
        list(workers.mapped(dying, NUMBERS, iter(NUMBERS)))


def test_beside_threads_nothing_is_copied(monkeypatch):
    monkeypatch.setattr(workers.threading, "active_count", lambda: 2)
    here = list(workers.mapped(lambda _: os.getpid(), NUMBERS, iter(NUMBERS)))
    assert set(here) == {os.getpid()}


def test_what_was_worked_out_elsewhere_is_known_here():
    known = {}

    def work(number):
        return number * number, os.getpid()

    def walk(numbers):
        return numbers

    first = workers.remembering(known, work, NUMBERS, walk)
    assert [square for square, _ in first] == [*map(squared, NUMBERS)]
    assert os.getpid() not in {pid for _, pid in first[1:]}
    again = workers.remembering(known, work, [*NUMBERS, 300], walk)
    assert again[:-1] == first and again[-1] == (90000, os.getpid())


def test_only_the_last_results_are_kept_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(workers, "MOST", 3)
    known = {}
    for items in ([1, 2], [2, 3, 4]):
        assert workers.remembering(known, squared, items, iter) == [*map(squared, items)]
    assert set(known) == {2, 3, 4}

"""Work shared among processes gives the same as work in one."""

import multiprocessing
import os
import signal
from time import monotonic, sleep

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


def test_jobs_are_shared_at_once_and_each_has_its_own_results():
    squares = workers.Job(squared, NUMBERS)
    places = workers.Job(lambda _: os.getpid(), NUMBERS[:90])
    with workers.shared(squares, places):
        elsewhere = list(places.results(NUMBERS[:90]))
        assert list(squares.results(NUMBERS)) == [*map(squared, NUMBERS)]
    assert len(elsewhere) == 90 and os.getpid() not in elsewhere[1:]


def test_a_job_is_done_aside_while_this_process_makes_others():
    places = workers.Job(lambda number: (os.getpid(), number, b"0" * 4096), NUMBERS)
    squares = workers.Job(squared, NUMBERS)
    with workers.aside(places):
        with workers.shared(squares):
            assert list(squares.results(NUMBERS)) == [*map(squared, NUMBERS)]
        told = list(places.results(NUMBERS))
    assert [number for _, number, _ in told] == NUMBERS
    assert len({pid for pid, _, _ in told} - {os.getpid()}) == 1


def test_who_works_aside_does_not_wait_to_be_heard():
    ended = multiprocessing.Event()

    def work(number):
        if number == NUMBERS[-1]:
            ended.set()
        return b"0" * 4096  # together more than a pipe holds

    job = workers.Job(work, NUMBERS)
    with workers.aside(job):
        assert ended.wait(20)
        assert len(list(job.results(NUMBERS))) == len(NUMBERS)


def failing(number):
    return 1 // (number - 250)


@pytest.mark.parametrize(
    ("work", "error"), [(dying, workers.WorkerDied), (failing, ZeroDivisionError)]
)
def test_what_goes_wrong_aside_is_told_here(work, error):
    job = workers.Job(work, NUMBERS)
    with workers.aside(job), pytest.raises(error):
        list(job.results(NUMBERS))


def unpicklable(number):
    return (lambda: number) if number == 250 else number


class Odd(Exception):
    """Can be pickled, but not made again from what was pickled."""

    def __init__(self, first, second):
        super().__init__(f"{first} {second}")


def failing_oddly(number):
    if number == 250:
        raise Odd("too", "odd")
    return number


@pytest.mark.parametrize(
    ("work", "words"), [(unpicklable, "pickle.*unpicklable"), (failing_oddly, "Odd: too odd")]
)
def test_what_cannot_be_sent_from_aside_says_what_it_is(work, words):
    job = workers.Job(work, NUMBERS)
    with workers.aside(job), pytest.raises(Exception, match=words):
        list(job.results(NUMBERS))


def test_aside_of_threads_and_for_little_work_nothing_is_copied(monkeypatch):
    for items, threads in ((NUMBERS[: workers.LEAST - 1], 1), (NUMBERS, 2)):
        monkeypatch.setattr(workers.threading, "active_count", lambda count=threads: count)
        job = workers.Job(lambda _: os.getpid(), items)
        with workers.aside(job):
            assert set(job.results(items)) == {os.getpid()}


def test_who_breaks_off_waits_only_for_what_was_begun():
    first, second = (workers.Job(lambda number: sleep(number and 0.03), NUMBERS) for _ in range(2))
    begun = monotonic()
    with pytest.raises(KeyboardInterrupt), workers.shared(first, second):
        for number, _ in enumerate(first.results(NUMBERS)):
            if number == 10:
                raise KeyboardInterrupt
    assert monotonic() - begun < 4


def test_what_was_worked_out_elsewhere_is_known_here():
    known = {}

    def work(number):
        return number * number, os.getpid()

    def walk(numbers):
        return numbers

    def remembered(items):
        job = workers.Remembered(known, work, items)
        with workers.shared(job):
            return job.all(walk)

    first = remembered(NUMBERS)
    assert [square for square, _ in first] == [*map(squared, NUMBERS)]
    assert os.getpid() not in {pid for _, pid in first[1:]}
    again = remembered([*NUMBERS, 300])
    assert again[:-1] == first and again[-1] == (90000, os.getpid())


def test_only_the_last_results_are_kept_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(workers, "MOST", 3)
    known = {}
    for items in ([1, 2], [2, 3, 4]):
        job = workers.Remembered(known, squared, items)
        assert job.all(iter) == [*map(squared, items)]
    assert set(known) == {2, 3, 4}


def test_a_process_takes_several_items_at_once():
    told = []

    class Told(workers.Job):
        def several(self, items):
            told.append(tuple(items))
            return super().several(items)

    def told_with(number):
        return number in told[-1]

    assert all(Told(told_with, NUMBERS).results(NUMBERS))
    assert [number for batch in told for number in batch] == NUMBERS
    assert len(told) < len(NUMBERS) / 5
    job = Told(told_with, NUMBERS)
    with workers.shared(job):
        assert all(job.results(NUMBERS))


def test_who_dies_amid_a_message_is_one_clear_line():
    place = multiprocessing.Value("i")

    def work(_):
        place.value = os.getpid()
        return b"0" * (1 << 20)  # more than a pipe holds

    job = workers.Job(work, NUMBERS)
    with workers.aside(job):
        while not place.value:
            sleep(0.01)
        sleep(0.2)
        os.kill(place.value, signal.SIGKILL)
        with pytest.raises(workers.WorkerDied):
            list(job.results(NUMBERS))

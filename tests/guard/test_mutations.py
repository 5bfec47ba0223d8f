"""A sample of the mutation bench; `python -m tests.bench.mutations` runs it in full."""

from tests.bench.mutations import missed
from tests.guard.planting import DISGUISES


def test_a_single_disguise_never_hides_a_fake():
    assert missed(100, (1,), seed=4) == []


def test_chains_of_disguises_hardly_ever_do():
    misses = missed(100, (2, 3), seed=5)
    assert len(misses) <= 3, misses


def test_names_are_given_once():
    names = [disguise.name for disguise in DISGUISES]
    assert len(names) == len(set(names)) > 40

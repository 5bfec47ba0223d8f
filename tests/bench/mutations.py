"""Random fakes, disguised once or in chains, planted in our own articles, data and templates.

    python -m tests.bench.mutations [--rounds 500] [--seed 4] [--chains 500]

Prints how many are found, single and in chains of two or three, and lists each miss. Exit
status 1 when a single disguise hides a fake, or more than 3 of 100 chains do.
"""

from __future__ import annotations

import argparse
import sys
from random import Random
from typing import NamedTuple

from tests.guard.helpers import TRUTH
from tests.guard.planting import ADDRESSES, DISGUISES, Disguise, places, planted

from helpcenter.guard.gates.carriers import refused
from helpcenter.guard.judging.judge import judge
from helpcenter.guard.judging.kinds import opened
from helpcenter.guard.judging.scan import scan

GATE = 0.97
"""Share of chains that must be found; of single disguises, all."""


class Miss(NamedTuple):
    """A fake that nothing pointed at."""

    chain: tuple[str, ...]
    path: str
    plain: str
    hidden: str


def found(path: str, text: str) -> set[str]:
    """Ids of all findings in one source."""
    file, code = opened(path, text)
    return {f.id for f in [*judge(file, scan(text, code, path), TRUTH), *refused(path, text)]}


def missed(rounds: int, lengths: tuple[int, ...], seed: int, texts: int = 12) -> list[Miss]:
    """The misses of so many rounds.

    Args:
        rounds: fakes planted.
        lengths: how many disguises a chain may have.
        seed: the same seed plants the same.
        texts: how many sources are planted in; each is scanned once without a fake.
    """
    rnd = Random(seed)
    sources = [(path, text, found(path, text)) for path, text in rnd.sample(places(), texts)]
    misses = []
    for number in range(rounds):
        path, text, known = sources[number % len(sources)]
        address = rnd.choice(ADDRESSES)
        n = rnd.randrange(1000, 9999)
        plain = hidden = address.text.format(n=n, n2=n % 100, n3=n % 1000)
        chain = chosen(address.kind, rnd.choice(lengths), rnd)
        for disguise in chain:
            hidden = disguise.change(hidden, rnd)
        said = f"{address.cue} {hidden} 办理"
        if not found(path, planted(path, text, said, rnd)) - known:
            misses.append(Miss(tuple(d.name for d in chain), path, plain, hidden))
    return misses


def chosen(kind: str, length: int, rnd: Random) -> list[Disguise]:
    """Disguises for one address: letters first, then spelling and markup, one encoding last."""
    fitting = [d for d in DISGUISES if not d.kinds or kind in d.kinds]
    chain = rnd.sample(fitting, length)
    while sum(d.stage == 4 for d in chain) > 1 or sum(d.stage == 2 for d in chain) > 1:
        chain = rnd.sample(fitting, length)
    return sorted(chain, key=lambda d: d.stage)


def main(arguments: list[str] | None = None) -> int:
    """Run the rounds; 1 when the gate does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.mutations", description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--chains", type=int, default=500)
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args(arguments)
    single = missed(options.rounds, (1,), options.seed, 40)
    chains = missed(options.chains, (2, 3), options.seed + 1, 40)
    for name, rounds, misses in (
        ("single", options.rounds, single),
        ("chains", options.chains, chains),
    ):
        print(f"{name}: {rounds - len(misses)} of {rounds} found")
        for miss in misses:
            print(f"  {' + '.join(miss.chain)}: {miss.plain} as {miss.hidden!r} in {miss.path}")
    return 1 if single or len(chains) > (1 - GATE) * options.chains else 0


if __name__ == "__main__":
    sys.exit(main())

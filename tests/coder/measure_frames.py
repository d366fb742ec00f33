"""Prints what frames.yaml should say after a change of model or rules: `python tests/coder/measure_frames.py [casts]`, from the root.

Read it before you write it there: `known` and `failing` may only fall and `steady` only grow but for a good reason.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable

from frames import DATA, conflicts, frames, groups, mediating, organisations, outlets, states
from test_behaviour import (
    SENSITIVE,
    STEADY,
    STRICT,
    Cast,
    broker_and_party_swap,
    by_key,
    fixed_casts,
    known_failures,
)

import dragoman


def drawn(count: int) -> list[Cast]:
    """Further casts, drawn from the tables."""
    draw = random.Random(1)
    made: list[Cast] = []
    while len(made) < count:
        agent, other = (draw.choice(draw.choice([states(), states(), organisations(), groups()])) for _ in range(2))
        if agent.id != other.id:
            made.append(Cast(agent, other, draw.choice(outlets()), draw.choice(conflicts())))
    return made


def show(title: str, keys: Iterable[str]) -> None:
    sys.stdout.write(f"{title}: {', '.join(keys) or 'none'}\n")


def main() -> None:
    coder = dragoman.load(threads=1)
    casts = [*fixed_casts(), *drawn(int(sys.argv[1]) if len(sys.argv) > 1 else 4)]
    for name, rule in STRICT.items():
        known = known_failures(name)
        show(
            f"{name}, known and holding",
            (k for k in known if not any(rule(coder, by_key()[k], c) for c in fixed_casts())),
        )
        new = (f for f in frames() if f.key not in known)
        show(f"{name}, failing and not known", (f.key for f in new if any(rule(coder, f, c) for c in casts)))
    by_id = {name.id: name for name in states()}
    threes = [(by_id[a], by_id[b], by_id[c]) for a, b, c in DATA["brokered"]]
    show(
        "broker_and_party_swap, failing",
        (f.key for f in mediating() if any(broker_and_party_swap(coder, f, t) for t in threes)),
    )
    for name, rule in SENSITIVE.items():
        told = [(frame, fixed_casts()[n % len(fixed_casts())]) for n, frame in enumerate(frames()[::3])]
        broken = [frame.key for frame, cast in told if rule(coder, frame, cast)]
        sys.stdout.write(f"failing, {name}: {len(broken)} of {len(told)}\n")
    lost = (
        k
        for k in STEADY
        if k not in by_key() or any(rule(coder, by_key()[k], c) for rule in SENSITIVE.values() for c in casts)
    )
    show("steady no longer", lost)


if __name__ == "__main__":
    main()

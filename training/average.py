"""The mean of the weights of two checkpoints of which one goes on from the other.

python -m training.average --models A.pt B.pt --out C.pt

The mean of networks that lie in one valley does better than either (Izmailov et al. 2018, stochastic weight averaging; Wortsman et al.
2022, model soups). Of two that began apart it does not.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.network import restore, save


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, nargs=2, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    (first, labels), (second, others) = (restore(path) for path in options.models)
    if labels != others:
        raise SystemExit(
            "the two were trained with other labels: average checkpoints of which one goes on from the other"
        )
    weights = second.state_dict()
    with torch.no_grad():
        for name, weight in first.state_dict().items():
            if weight.is_floating_point():
                weights[name] = (weight + weights[name]) / 2
    second.load_state_dict(weights)
    save(second, labels, options.out)


if __name__ == "__main__":
    main()

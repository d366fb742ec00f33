"""Average the weights of two checkpoints of one run (Wortsman et al. 2022, "Model soups").

python -m training.average --first A.pt --second B.pt --share 0.68 --out model.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training.network import restore, save


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="share of the second checkpoint")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    first, labels = restore(options.first)
    second, other = restore(options.second)
    if labels != other:
        raise SystemExit("the checkpoints have other labels; they are not of one run")
    with torch.no_grad():
        for a, b in zip(first.parameters(), second.parameters(), strict=True):
            a.lerp_(b, options.share)
    save(first, labels, options.out)


if __name__ == "__main__":
    main()

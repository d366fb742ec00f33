"""Make the encoder narrower: drop the inner units of its feed-forward layers that matter least.

python -m training.prune --model training/work/model.pt --prepared training/work/prepared.pkl --keep 1024 --out training/work/narrow.pt

A unit matters as much as the loss would change without it, to first order: the mean over sentences of |activation x gradient|
(Molchanov et al. 2017, "Pruning Convolutional Neural Networks for Resource Efficient Inference"; Michel et al. 2019 for heads). Units
of all layers are ranked together, so that layers keep different widths. What is dropped must be learned again: go on training.
"""

from __future__ import annotations

import argparse
import pickle
import random
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.batches import Batcher
from training.examples import Example
from training.losses import loss
from training.network import HIDDEN, Network, restore, save

MULTIPLE = 32
"""Widths are multiples of it, as the matrix products of processors are."""


def importance(network: Network, batcher: Batcher, batches: list[list[Example]]) -> list[Tensor]:
    """What the loss owes to each inner unit of each layer's feed-forward part, [units] a layer."""
    layers = network.encoder.encoder.layer  # type: ignore[union-attr]
    total = [torch.zeros(layer.intermediate.dense.out_features) for layer in layers]
    seen: dict[int, Tensor] = {}

    def keep(number: int) -> Any:
        def hook(module: nn.Module, given: tuple[Tensor, ...]) -> None:
            given[0].retain_grad()
            seen[number] = given[0]

        return hook

    hooks = [layer.output.dense.register_forward_pre_hook(keep(k)) for k, layer in enumerate(layers)]
    for batch in batches:
        loss(network, batcher, batch, bf16=False).backward()  # type: ignore[no-untyped-call]
        for k, states in seen.items():
            assert states.grad is not None
            total[k] += (states.grad * states).sum(1).abs().sum(0).detach()
        network.zero_grad(set_to_none=True)
    for hook in hooks:
        hook.remove()
    return total


def widths(scores: list[Tensor], keep: int, least: int = 256) -> list[int]:
    """Units that each layer keeps: `keep` a layer on average, the best of all layers, at least `least`, in multiples of 32."""
    ranked = torch.cat(scores).sort(descending=True).values
    limit = ranked[min(keep * len(scores), len(ranked)) - 1]
    return [max(least, MULTIPLE * round(int((s >= limit).sum()) / MULTIPLE)) for s in scores]


def narrow(network: Network, scores: list[Tensor], kept: list[int]) -> None:
    """Drop all but the best units of each layer, in place."""
    for layer, score, count in zip(network.encoder.encoder.layer, scores, kept, strict=True):  # type: ignore[union-attr, arg-type]
        best = score.topk(min(count, len(score))).indices.sort().values
        inner, outer = nn.Linear(HIDDEN, len(best)), nn.Linear(len(best), HIDDEN)
        inner.weight = nn.Parameter(layer.intermediate.dense.weight.detach()[best])
        inner.bias = nn.Parameter(layer.intermediate.dense.bias.detach()[best])
        outer.weight = nn.Parameter(layer.output.dense.weight.detach()[:, best])
        outer.bias = nn.Parameter(layer.output.dense.bias.detach())
        layer.intermediate.dense, layer.output.dense = inner, outer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--prepared", type=Path, required=True, help="material that a training run has kept")
    parser.add_argument("--keep", type=int, default=1024, help="units a layer on average")
    parser.add_argument("--batches", type=int, default=260, help="batches to judge units by")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    random.seed(3)
    torch.manual_seed(3)
    network, labels = restore(options.model)
    network.eval()
    batcher = Batcher(labels)
    batches = batcher.batches(pickle.loads(options.prepared.read_bytes()))[: options.batches]
    scores = importance(network, batcher, batches)
    kept = widths(scores, options.keep)
    narrow(network, scores, kept)
    save(network, labels, options.out)
    print(f"{options.out}: inner units {kept}")


if __name__ == "__main__":
    main()

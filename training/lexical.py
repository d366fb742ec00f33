"""Makes the second opinion of words alone (`src/dragoman/language/en/judge/lexical.npz`, read by `coder/deciding/lexical.py`).

    python -m training.lexical --data DATA [--material FILE]

The coded articles that are trained on are parsed with the shipped model (some ten minutes, kept in FILE if one is named); each word with
content is an example, its label that of the coded trigger it stands in, or none. Features seen less than twelve times are left out. Four
epochs take some five minutes. After it the weights of the judge must be fitted again: `python -m training.judge --data DATA --weights-only`.
"""

from __future__ import annotations

import argparse
import time
from array import array
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from dragoman.coder import Coder
from dragoman.coder.deciding.lexical import BITS, FILE, KINDS, SentenceFeatures, opening_of
from dragoman.coder.deciding.stacking import NONE
from training.articles import coded_sets, is_test_article
from training.judge import coded_documents_of, coded_part

OUT = Path("src/dragoman/language/en") / FILE
SIZE, UNITS = 24, 128
LEAST = 12
EPOCHS, BATCH, RATE = 4, 2048, 2e-3
WITHOUT_SET = 0.3
"""Share of batches that don't know which coder's they are, as in `training.network`."""
FEATURES_OUT, UNITS_OUT = 0.25, 0.3
GIVEN = ("news", "contrast")
"""Sets coded by the coder whose way is asked for, which weigh twice."""


def material(data: Path) -> dict[str, np.ndarray]:
    """Labels [N] and sets [N] of the content words of coded sentences, and by kind k their features' hashes `f{k}` and ends `o{k}` [N + 1]."""
    coder = Coder(threads=2)
    hashes = [array("i") for _ in range(KINDS)]
    ends = [array("q", [0]) for _ in range(KINDS)]
    labels: list[str] = []
    sets: list[str] = []
    for name in coded_sets(data):
        for codings, document in coded_documents_of(data, name, lambda key: not is_test_article(key)):
            sentences = next(coder.parsed([document]))
            opening = opening_of(sentences)
            for coding in codings:
                spans = [
                    (m["trigger"]["start"], m["trigger"]["end"], m["type"] or m["plover"]) for m in coding["mentions"]
                ]
                for sentence in coded_part(coding, sentences):
                    features = SentenceFeatures(sentence, opening)
                    for i in features.content:
                        start, end = sentence.slice(i, i)
                        labels.append(next((label for a, b, label in spans if a < end and start < b), NONE) or NONE)
                        sets.append(name)
                        for kind, found in enumerate(features.of(i)):
                            hashes[kind].extend(found)
                            ends[kind].append(len(hashes[kind]))
    made = {"labels": np.array(labels), "sets": np.array(sets)}
    for k in range(KINDS):
        made |= {f"f{k}": np.array(hashes[k], np.int32), f"o{k}": np.array(ends[k], np.int64)}
    return made


class Network(nn.Module):
    """Bags of features → label scores; a vector for each set of codings, left out for the shipped reading."""

    def __init__(self, features: int, labels: int, sets: int) -> None:
        super().__init__()
        self.vectors = nn.EmbeddingBag(features, SIZE, mode="mean", sparse=True)
        nn.init.normal_(self.vectors.weight, std=0.1)
        self.sets = nn.Embedding(sets, KINDS * SIZE)
        nn.init.zeros_(self.sets.weight)
        self.inner, self.outer = nn.Linear(KINDS * SIZE, UNITS), nn.Linear(UNITS, labels)
        self.drop = nn.Dropout(UNITS_OUT)

    def forward(self, bags: list[tuple[torch.Tensor, torch.Tensor]], sets: torch.Tensor | None) -> torch.Tensor:
        found = torch.cat([self.vectors(rows, starts) for rows, starts in bags], 1)
        if sets is not None:
            found = found + self.sets(sets)
        return self.outer(self.drop(torch.relu(self.inner(self.drop(found)))))


def _bag(
    rows: np.ndarray, ends: np.ndarray, chosen: np.ndarray, chance: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows of the features of chosen examples, a share of them left out, and where each example's begin."""
    first, sizes = ends[chosen], ends[chosen + 1] - ends[chosen]
    owner = np.repeat(np.arange(len(chosen)), sizes)
    at = np.repeat(first - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes) + np.arange(sizes.sum())
    kept = chance.random(len(at)) >= FEATURES_OUT
    starts = np.searchsorted(owner[kept], np.arange(len(chosen)))
    return torch.from_numpy(rows[at[kept]].astype(np.int64)), torch.from_numpy(starts)


def learn(found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The parts of `LexicalModel`."""
    torch.manual_seed(1)
    chance = np.random.default_rng(1)
    seen = np.bincount(np.concatenate([found[f"f{k}"] for k in range(KINDS)]), minlength=1 << BITS)
    keys = np.flatnonzero(seen >= LEAST).astype(np.int32)
    row = np.full(1 << BITS, -1, np.int32)
    row[keys] = np.arange(len(keys))
    rows, ends = [], []
    for k in range(KINDS):
        own = row[found[f"f{k}"]]
        ends.append(np.concatenate([[0], np.cumsum(own >= 0)])[found[f"o{k}"]])
        rows.append(own[own >= 0])
    names = [NONE, *sorted(set(found["labels"].tolist()) - {NONE})]
    target = np.array([{n: i for i, n in enumerate(names)}[label] for label in found["labels"].tolist()])
    sets = sorted(set(found["sets"].tolist()))
    of_set = np.array([{n: i for i, n in enumerate(sets)}[s] for s in found["sets"].tolist()])
    weight = np.array([2.0 if s in GIVEN else 1.0 for s in sets], np.float32)[of_set]
    network = Network(len(keys), len(names), len(sets))
    dense = [p for name, p in network.named_parameters() if not name.startswith("vectors")]
    optimisers: list[Any] = [
        torch.optim.AdamW(dense, lr=RATE, weight_decay=0.01),
        torch.optim.SparseAdam([network.vectors.weight], lr=2 * RATE),
    ]
    rates = [RATE, 2 * RATE]
    steps, step, begun = EPOCHS * (len(target) // BATCH), 0, time.time()
    for epoch in range(EPOCHS):
        order, total = chance.permutation(len(target)), 0.0
        for at in range(0, len(target) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            bags = [_bag(rows[k], ends[k], chosen, chance) for k in range(KINDS)]
            known = None if chance.random() < WITHOUT_SET else torch.from_numpy(of_set[chosen])
            losses = nn.functional.cross_entropy(
                network(bags, known), torch.from_numpy(target[chosen]), reduction="none"
            )
            loss = (losses * torch.from_numpy(weight[chosen])).mean()
            for optimiser in optimisers:
                optimiser.zero_grad()
            loss.backward()
            for optimiser, rate in zip(optimisers, rates, strict=True):
                optimiser.param_groups[0]["lr"] = rate * (1 - step / steps) + 1e-6
                optimiser.step()
            step, total = step + 1, total + loss.item()
        print(f"epoch {epoch + 1}: loss {total / (len(target) // BATCH):.4f}, {time.time() - begun:.0f} s", flush=True)
    values = {name: p.detach().numpy() for name, p in network.named_parameters()}
    scales = np.abs(values["vectors.weight"]).max(1) / 127 + 1e-9
    vectors = np.round(values["vectors.weight"] / scales[:, None]).astype(np.int8)
    half = {"inner": "inner.weight", "inner_bias": "inner.bias", "outer": "outer.weight", "outer_bias": "outer.bias"}
    return {
        "keys": keys, "vectors": vectors, "scales": scales.astype(np.float16), "labels": np.array(names),
        **{name: values[own].astype(np.float16) for name, own in half.items()},
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with annotations/, news/, contrast/")
    parser.add_argument(
        "--material", type=Path, help="where the parsed words are kept, and read from if they are there"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if options.material and options.material.exists():
        found = dict(np.load(options.material))
    else:
        found = material(options.data)
        if options.material:
            np.savez(options.material, **found)
    print(f"{len(found['labels'])} words, {(found['labels'] != NONE).mean():.3f} of them in triggers")
    np.savez(options.out, **learn(found))


if __name__ == "__main__":
    main()

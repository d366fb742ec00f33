"""What a teacher tells: tags and trees of coded articles, and its probabilities for a smaller network to learn from.

Coded articles say what happens but not how the sentences are built. Trained on events alone, the words that tell of events ("talks",
"suspended") drift away from their tags; trees read by a model trained mostly on treebanks hold them in place.

Probabilities (Hinton et al. 2015, "Distilling the Knowledge in a Neural Network") say more than the label that was coded: which other
types came near, and what stands in sentences that nobody coded.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from dragoman.language.en.trees import decode
from training.batches import Batcher
from training.examples import ARGUMENTS, Example, Soft
from training.losses import CLAUSE_HEADS, pair_scores
from training.network import BF16, restore

SEEN = 0.3
"""Probability of any event from which a word that nobody coded counts as a trigger."""


@torch.no_grad()
def read_trees(checkpoint: Path, examples: list[Example]) -> None:
    """Fill in upos, lemma scripts, heads and relations of the examples, in place."""
    network, labels = restore(checkpoint)
    network.eval()
    batcher = Batcher(labels)
    for batch in batcher.batches(examples, shuffle=False, size=3000):
        inputs, word_mask = batcher.inputs(batch)
        words = network.words_of(*inputs)
        logits = network.word_logits(words)
        arcs = network.arcs(words, word_mask).float().numpy()
        relation = network.relations(words).argmax(2).numpy()
        upos, lemma = logits["upos"].argmax(-1).tolist(), logits["lemma"].argmax(-1).tolist()
        for k, example in enumerate(batch):
            n = len(example.forms)
            example.heads = decode(arcs[k, :n, : n + 1])
            example.relations = [labels["relation"][relation[k, i, example.heads[i]]] for i in range(n)]
            example.upos = [labels["upos"][t] for t in upos[k][:n]]
            example.lemma_scripts = [labels["lemma"][t] for t in lemma[k][:n]]


@torch.no_grad()
def read_probabilities(
    checkpoint: Path, labels: dict[str, list[str]], examples: list[Example], weight: float = 1.0
) -> None:
    """Fill in `soft` of sentences and `category` of pairs, in place, over the student's `labels`.

    A label unknown to the teacher gets 0. What is there already is averaged with: call it once for each teacher, with `weight`
    1 for the first, 1/2 for the second, 1/3 for the third (Lakshminarayanan et al. 2017, deep ensembles).
    """
    network, own = restore(checkpoint)
    network.eval()
    batcher = Batcher(own)
    column = {
        head: [own[head].index(label) if label in own[head] else -1 for label in labels[head]]
        for head in ("event", "name", "category", *CLAUSE_HEADS)
    }
    assert own["argument"] == labels["argument"] == ARGUMENTS

    def share(logits: torch.Tensor, head: str) -> np.ndarray:
        p = torch.softmax(logits.float(), -1).numpy()
        taken = np.where(np.array(column[head]) < 0, 0, p[..., column[head]])
        return (taken / taken.sum(-1, keepdims=True)).astype(np.float16)

    for batch in batcher.batches(examples, shuffle=False, size=3000):
        with torch.autocast("cpu", torch.bfloat16, enabled=BF16):
            words = network.words_of(*batcher.inputs(batch)[0]).float()
        if batch[0].pair:
            for example, p in zip(
                batch, share(pair_scores(network, batcher, batch, words)[0], "category"), strict=True
            ):
                example.category = _averaged(example.category, p, weight)
            continue
        logits = network.word_logits(words)
        heads = {head: share(logits[head], head) for head in ("event", "name", *CLAUSE_HEADS)}
        for k, example in enumerate(batch):
            n = len(example.forms)
            seen = [i for i in range(n) if 1 - heads["event"][k, i, 0] >= SEEN]
            before = example.soft
            triggers = [i for e in example.events for i in e.words] if example.events is not None else seen
            triggers = before.triggers if before else triggers
            scores = (
                network.arguments_of(words[k : k + 1], torch.zeros(len(triggers), dtype=torch.long), torch.tensor(triggers))[:, :n]
                if triggers else torch.zeros(0, n, len(ARGUMENTS))
            )  # fmt: skip
            arguments = torch.softmax(scores.float(), -1).numpy().astype(np.float16)
            if example.partial:
                # What is known of a marked pair is not asked of the teacher.
                for event in example.events or []:
                    heads["event"][k, [*event.words, *event.arguments]] = 0
                triggers, arguments = [], arguments[:0]
            example.soft = Soft(
                _averaged(before and before.event, heads["event"][k, :n], weight),
                {h: _averaged(before and before.clause[h], heads[h][k, :n], weight) for h in CLAUSE_HEADS},
                _averaged(before and before.name, heads["name"][k, :n], weight),
                triggers,
                _averaged(before and before.arguments, arguments, weight),
            )


def _averaged(before: np.ndarray | None, now: np.ndarray, weight: float) -> np.ndarray:
    """`weight` parts of what is read now, the rest of what was read before."""
    return now if before is None else ((1 - weight) * before + weight * now).astype(np.float16)

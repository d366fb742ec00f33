"""What the network is trained to make small: losses of its heads, against labels and against what teachers think."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from training.batches import IGNORE, Batcher, kind_of, pad
from training.examples import Example
from training.marked_pairs import YIELD
from training.network import Network

WEIGHTS = {"upos": 0.5, "lemma": 0.5, "name": 1.5, "mention": 0.5, "event": 6.0, "status": 1.0, "polarity": 0.5,
           "certainty": 0.5, "tense": 1.0, "argument": 4.0, "category": 2.0}  # fmt: skip
CLAUSE_HEADS = ("status", "polarity", "certainty", "tense")
CASE_NOISE = 0.06
KINDS_HIDDEN = 0.2
"""Share of sentences read without the gazetteer, and of names left out of it in the others, so that unknown names are read too."""
SWAPPED = 0.5
"""Share of sentences, but of treebanks and marked pairs, some of whose names are replaced by others of their kind."""
PIECES_HIDDEN = 0.1
CODERS_HIDDEN = 0.3
"""Share of the project's own coded sentences that are learned as if the coder of the given ones had coded them.
Set by judgement, as are the two shares above: one model was trained with each."""
TEACHER_WEIGHT = 0.5
HARD_SHARE = 0.5
"""Weight of the coded labels where a teacher's probabilities stand beside them."""
MARKED_WEIGHT = 0.3
"""Weight of marked pairs as events: their loss is a mean over few words."""
SOURCES = ("initiator", "party", "mediator", "participant", "convener", "host")
TARGETS = ("recipient", "party", "participant", "excluded")


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(logits.float().reshape(-1, logits.size(-1)), target.reshape(-1), ignore_index=IGNORE)


def loss(network: Network, batcher: Batcher, batch: list[Example], bf16: bool) -> Tensor:
    """Sum of the losses of all heads that the batch is annotated for; trees read by a teacher count half."""
    inputs, word_mask = batcher.inputs(
        batch,
        noise=CASE_NOISE,
        hidden=KINDS_HIDDEN,
        swapped=SWAPPED,
        hidden_pieces=PIECES_HIDDEN,
        hidden_coders=CODERS_HIDDEN,
    )
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        words = network.words_of(*inputs)
        if batch[0].pair is not None:
            scores, right = pair_scores(network, batcher, batch, words)
            if batch[0].category is None:
                return WEIGHTS["category"] * pair_loss(scores, right)
            taught = soft_cross_entropy(scores, torch.tensor(np.stack([e.category for e in batch])))
            return WEIGHTS["category"] * (HARD_SHARE * pair_loss(scores, right) + (1 - HARD_SHARE) * taught)
        logits = network.word_logits(words)
        total = torch.zeros(())
        hard = HARD_SHARE if batch[0].soft else 1.0
        if batch[0].partial:
            total = total + MARKED_WEIGHT * marked_loss(network, batcher, batch, words, logits)
        elif batch[0].events is not None:
            total = total + hard * event_loss(network, batcher, batch, words, logits)
        if batch[0].soft is not None:
            soft = {"events": 1 - hard, "trees": TEACHER_WEIGHT}.get(kind_of(batch[0]), 1.0)
            total = total + soft * taught_loss(network, batch, words, logits)
        if batch[0].heads is not None:
            weight = 1.0 if kind_of(batch[0]) == "trees" else TEACHER_WEIGHT
            total = total + weight * tree_loss(network, batcher, batch, words, word_mask)
    for head in ("upos", "lemma", "name", "mention"):
        target = batcher.targets(batch, head)
        if target is not None:
            total = total + WEIGHTS[head] * cross_entropy(logits[head], target)
    return total


def pair_scores(network: Network, batcher: Batcher, batch: list[Example], words: Tensor) -> tuple[Tensor, Tensor]:
    """Category scores [B, C] of marked pairs, and which categories [B, C] are right: YIELD allows two."""
    source, target = (torch.tensor(x) for x in zip(*(batcher.places[id(e)] for e in batch), strict=True))
    index = batcher.index["category"]
    right = torch.zeros(len(batch), len(index), dtype=torch.bool)
    for row, example in enumerate(batch):
        assert example.pair is not None
        for category in YIELD if example.pair.category == "YIELD" else (example.pair.category,):
            right[row, index[category]] = True
    return network.categories_of(words, source, target).float(), right


def pair_loss(scores: Tensor, right: Tensor) -> Tensor:
    """Mean negative log probability of any right category."""
    log_probability = torch.log_softmax(scores, -1).masked_fill(~right, float("-inf"))
    return -torch.logsumexp(log_probability, -1).mean()


def tree_loss(network: Network, batcher: Batcher, batch: list[Example], words: Tensor, word_mask: Tensor) -> Tensor:
    arcs = network.arcs(words, word_mask)
    relations = network.relations_of(words, pad([e.heads or [] for e in batch]))
    index = batcher.index["relation"]
    target = pad([[index.get(r, IGNORE) for r in e.relations or []] for e in batch], IGNORE)
    return cross_entropy(arcs, pad([e.heads or [] for e in batch], IGNORE)) + cross_entropy(relations, target)


def event_loss(
    network: Network, batcher: Batcher, batch: list[Example], words: Tensor, logits: dict[str, Tensor]
) -> Tensor:
    index = batcher.index
    target = pad([[0] * len(e.forms) for e in batch], IGNORE)
    clause = {head: torch.full_like(target, IGNORE) for head in CLAUSE_HEADS}
    rows, positions, arguments = [], [], []
    for b, example in enumerate(batch):
        for event in example.events or []:
            for i in event.words:
                target[b, i] = index["event"].get(event.label, IGNORE)
                for head in CLAUSE_HEADS:
                    clause[head][b, i] = index[head].get(getattr(event, head), IGNORE)
                rows.append(b)
                positions.append(i)
                filled = [index["argument"][event.arguments.get(j, "none")] for j in range(len(example.forms))]
                arguments.append(filled + [IGNORE] * (target.size(1) - len(filled)))
    total = WEIGHTS["event"] * cross_entropy(logits["event"], target)
    if rows:
        for head in CLAUSE_HEADS:
            total = total + WEIGHTS[head] * cross_entropy(logits[head], clause[head])
        scores = network.arguments_of(words, torch.tensor(rows), torch.tensor(positions))
        total = total + WEIGHTS["argument"] * cross_entropy(scores, torch.tensor(arguments))
    return total


def marked_loss(
    network: Network, batcher: Batcher, batch: list[Example], words: Tensor, logits: dict[str, Tensor]
) -> Tensor:
    """Loss of sentences in which only one event's category, source and target are known: any label of the category is right."""
    log_event = torch.log_softmax(logits["event"].float(), -1)
    known = []
    rows, positions = [], []
    for b, example in enumerate(batch):
        (event,) = example.events or []
        right = batcher.labels_of(event.label)
        known += [-torch.logsumexp(log_event[b, i, right], -1) for i in event.words]
        known += [-log_event[b, i, 0] for i in event.arguments]
        if event.label != "O":
            rows.append(b)
            positions.append(event.words[-1])
    total = WEIGHTS["event"] * torch.stack(known).mean()
    if rows:
        scores = torch.log_softmax(network.arguments_of(words, torch.tensor(rows), torch.tensor(positions)).float(), -1)
        sides = {"initiator": SOURCES, "recipient": TARGETS}
        index = batcher.index["argument"]
        filled = [
            -torch.logsumexp(scores[k, j, [index[label] for label in sides[role]]], -1)
            for k, b in enumerate(rows)
            for event in batch[b].events or []
            for j, role in event.arguments.items()
        ]
        total = total + WEIGHTS["argument"] * torch.stack(filled).mean()
    return total


def soft_cross_entropy(logits: Tensor, probabilities: Tensor, weight: Tensor | None = None) -> Tensor:
    """Mean cross entropy [..., C] against a teacher's probabilities; rows that sum to zero or weigh nothing don't count."""
    target = probabilities.float()
    each = -(target * torch.log_softmax(logits.float(), -1)).sum(-1)
    weight = (target.sum(-1) > 0).float() * (1.0 if weight is None else weight)
    return (each * weight).sum() / weight.sum().clamp(min=1e-6)


def taught_loss(network: Network, batch: list[Example], words: Tensor, logits: dict[str, Tensor]) -> Tensor:
    """Distance from what the teacher thinks of events, clauses, arguments and names (Hinton et al. 2015, temperature 1)."""
    longest = max(len(e.forms) for e in batch)
    soft = [e.soft for e in batch if e.soft]

    def stacked(rows: list[np.ndarray]) -> Tensor:
        return torch.tensor(np.stack([np.pad(r, ((0, longest - len(r)), (0, 0))) for r in rows]))

    event = stacked([s.event for s in soft])
    any_event = 1 - event[..., 0].float()
    total = WEIGHTS["event"] * soft_cross_entropy(logits["event"], event)
    total = total + WEIGHTS["name"] * soft_cross_entropy(logits["name"], stacked([s.name for s in soft]))
    for head in CLAUSE_HEADS:
        total = total + WEIGHTS[head] * soft_cross_entropy(
            logits[head], stacked([s.clause[head] for s in soft]), any_event
        )
    rows = [b for b, s in enumerate(soft) for _ in s.triggers]
    if rows:
        scores = network.arguments_of(words, torch.tensor(rows), torch.tensor([i for s in soft for i in s.triggers]))
        arguments = stacked([row for s in soft for row in s.arguments])
        total = total + WEIGHTS["argument"] * soft_cross_entropy(scores, arguments)
    return total

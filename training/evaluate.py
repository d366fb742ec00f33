"""Scores of a trained network on gold words: tags, lemmas, trees, names, event triggers and arguments."""

from __future__ import annotations

from collections import Counter

import torch

from dragoman.language.en.lemmas import apply_script
from dragoman.language.en.trees import decode
from training.batches import Batcher
from training.examples import Example
from training.losses import pair_scores
from training.network import Network


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Spans (first, last, kind) of IOB2 tags."""
    result = set()
    start, kind = None, ""
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag[0] == "I" and tag[2:] == kind):
            result.add((start, i - 1, kind))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start, kind = i, tag[2:]
    return result


def f1(hits: int, predicted: int, gold: int) -> float:
    return round(200 * hits / (predicted + gold), 2) if predicted + gold else 0.0


@torch.no_grad()
def tree_scores(
    network: Network, batcher: Batcher, labels: dict[str, list[str]], examples: list[Example]
) -> dict[str, float]:
    """UPOS, lemma, UAS, LAS in per cent of words, and F1 of names where annotated by hand (EWT)."""
    count: Counter[str] = Counter()
    for batch in batcher.batches(examples, shuffle=False, size=3000):
        inputs, word_mask = batcher.inputs(batch)
        words = network.words_of(*inputs)
        logits = network.word_logits(words)
        arcs = network.arcs(words, word_mask).float().numpy()
        relation = network.relations(words).argmax(2).numpy()
        tags = {h: logits[h].argmax(-1).tolist() for h in ("upos", "lemma", "name")}
        for k, e in enumerate(batch):
            assert e.upos and e.heads and e.relations and e.lemmas
            n = len(e.forms)
            heads = decode(arcs[k, :n, : n + 1])
            for i in range(n):
                count["words"] += 1
                count["upos"] += labels["upos"][tags["upos"][k][i]] == e.upos[i]
                count["lemma"] += apply_script(e.forms[i], labels["lemma"][tags["lemma"][k][i]]) == e.lemmas[i]
                right = heads[i] == e.heads[i]
                count["uas"] += right
                count["las"] += right and labels["relation"][relation[k, i, heads[i]]] == e.relations[i]
            if e.names and e.source == "EWT":
                p, g = spans([labels["name"][t] for t in tags["name"][k][:n]]), spans(e.names)
                count["name_hits"] += len(p & g)
                count["name_predicted"] += len(p)
                count["name_gold"] += len(g)
    result = {m: round(100 * count[m] / count["words"], 2) for m in ("upos", "lemma", "uas", "las")}
    if count["name_gold"]:
        result["names"] = f1(count["name_hits"], count["name_predicted"], count["name_gold"])
    return result


@torch.no_grad()
def event_scores(
    network: Network, batcher: Batcher, labels: dict[str, list[str]], examples: list[Example]
) -> dict[str, float]:
    """F1 of trigger words (any label), of labelled trigger words with a codebook type, and of argument words at gold triggers."""
    count: Counter[str] = Counter()
    for batch in batcher.batches(examples, shuffle=False, size=3000):
        words = network.words_of(*batcher.inputs(batch)[0])
        logits = network.word_logits(words)
        predicted = logits["event"].argmax(-1).tolist()
        for k, e in enumerate(batch):
            gold = {i: v.label for v in e.events or [] for i in v.words}
            for i in range(len(e.forms)):
                p, g = labels["event"][predicted[k][i]], gold.get(i, "O")
                count["t_hit"] += p != "O" and g != "O"
                count["t_p"] += p != "O"
                count["t_g"] += g != "O"
                count["y_hit"] += p == g and p.islower()
                count["y_p"] += p != "O" and p.islower()
                count["y_g"] += g != "O" and g.islower()
            for v in e.events or []:
                i = v.words[-1]
                for head in ("status", "tense"):
                    count[head] += labels[head][logits[head][k, i].argmax()] == getattr(v, head)
                count["events"] += 1
                scores = network.arguments_of(words, torch.tensor([k]), torch.tensor([i]))[0].argmax(-1).tolist()
                for j in range(len(e.forms)):
                    p, g = labels["argument"][scores[j]], v.arguments.get(j, "none")
                    count["a_hit"] += p == g != "none"
                    count["a_p"] += p != "none"
                    count["a_g"] += g != "none"
    return {"trigger": f1(count["t_hit"], count["t_p"], count["t_g"]), "type": f1(count["y_hit"], count["y_p"], count["y_g"]),
            "argument": f1(count["a_hit"], count["a_p"], count["a_g"]),
            "status": round(100 * count["status"] / max(1, count["events"]), 1),
            "tense": round(100 * count["tense"] / max(1, count["events"]), 1)}  # fmt: skip


@torch.no_grad()
def pair_accuracy(network: Network, batcher: Batcher, examples: list[Example]) -> dict[str, float]:
    """Accuracy of the PLOVER category of marked pairs, in per cent."""
    right = total = 0
    for batch in batcher.batches(examples, shuffle=False, size=3000):
        scores, gold = pair_scores(network, batcher, batch, network.words_of(*batcher.inputs(batch)[0]))
        right += int(gold[torch.arange(len(batch)), scores.argmax(-1)].sum())
        total += len(batch)
    return {"pairs": round(100 * right / max(1, total), 1)}

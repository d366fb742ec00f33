"""Export a trained network to ONNX int8 with its labels, tokeniser and argument weights, ready to ship.

python -m training.export --model training/work/model.pt --out src/dragoman/language/en/model
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import shutil
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dragoman.language.en.pieces import WordPieces
from training import articles, marked_pairs, treebanks
from training.batches import Batcher
from training.examples import ARGUMENTS, Example, add_kinds
from training.losses import pair_loss, pair_scores
from training.network import ARC, HEADS, HIDDEN, LABEL, Network, encoder_folder, restore
from training.quantise import input_products, quantise_again

INPUTS = ["ids", "shapes", "gazetteer", "first"]
TRANSITION_WEIGHT = 0.5
"""Chosen on the dev section: F1 of names there is 70.8 without transitions, 74.8 at 0.2, 75.8 at 0.35, 76.5 at 0.5, 76.4 at 0.7, 75.2 at 1."""
CALIBRATED, LONGEST = 500, 100
"""Sentences of each kind on which inputs of matrices are observed before they are quantised, and the words that they have at most."""
OUTPUTS = ["upos", "lemma", "name", "mention", "arcs", "relation", "event", "clause", "trigger", "argument", "hidden"]


class Exported(nn.Module):
    """What the runtime needs of a network, in one pass of one sentence: label indices, arc scores, event probabilities, vectors and states of words.

    The same numbers as the network's, with fewer and larger matrix products: those that take one input are one product, and the scale
    of attention is in the weights of the queries. What only a batch needs, masks, is left out.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        # Two-dimensional, so that it is quantised as the other matrices are.
        self.label_weight = nn.Parameter(network.label_weight.detach().reshape(LABEL + 1, -1))
        encoder: Any = network.encoder
        self.attention = nn.ModuleList()
        for layer in encoder.encoder.layer:
            own = layer.attention.self
            scaled = nn.Linear(HIDDEN, HIDDEN)
            scaled.weight = nn.Parameter(own.query.weight.detach() / math.sqrt(HIDDEN // HEADS))
            scaled.bias = nn.Parameter(own.query.bias.detach() / math.sqrt(HIDDEN // HEADS))
            self.attention.append(joined(scaled, own.key, own.value))
        self.inner = joined(
            network.arc_dependent,
            network.arc_head,
            network.label_dependent,
            network.label_head,
            network.trigger,
            network.argument,
        )

    def encode(self, ids: Tensor, shapes: Tensor, gazetteer: Tensor, first: Tensor) -> Tensor:
        """As `Network.encode` without padding, the states of words alone: the last layer writes no others."""
        encoder: Any = self.network.encoder
        x = self.network.embed(ids, shapes, gazetteer)
        last = len(encoder.encoder.layer) - 1
        for number, (layer, attention) in enumerate(zip(encoder.encoder.layer, self.attention, strict=True)):
            q, k, v = attention(x).reshape(1, -1, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
            if number == last:
                q, x = q[:, :, first[0]], x[:, first[0]]
            context = torch.matmul(torch.softmax(torch.matmul(q, k.transpose(-1, -2)), -1), v)
            after = layer.attention.output
            x = after.LayerNorm(after.dense(context.transpose(1, 2).reshape(1, -1, HIDDEN)) + x)
            x = layer.output.LayerNorm(layer.output.dense(F.gelu(layer.intermediate.dense(x))) + x)
        return x

    def relations(self, left: Tensor, right: Tensor) -> Tensor:
        """As `Network.relations`, from the vectors of words as dependents and as heads."""
        count = self.network.sizes["relation"]
        left, right = (torch.cat([x, torch.ones_like(x[..., :1])], -1) for x in (left, right))
        x = torch.matmul(left, self.label_weight).reshape(1, -1, LABEL + 1)
        return torch.matmul(x, right.transpose(1, 2)).reshape(1, left.shape[1], count, -1)

    def forward(self, ids: Tensor, shapes: Tensor, gazetteer: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        network = self.network
        words = self.encode(ids, shapes, gazetteer, first)
        logits = network.word_logits(words)
        inner = F.gelu(self.inner(words))
        dependent, head, left, right, trigger, argument = inner.split([ARC, ARC, *[LABEL] * 4], -1)
        arcs = torch.matmul(torch.matmul(dependent[:, 1:], network.arc_weight) + network.arc_bias, head.transpose(1, 2))
        clause = torch.cat([torch.softmax(logits[h], -1) for h in ("status", "polarity", "certainty", "tense")], -1)
        return (
            logits["upos"].argmax(-1).int(), logits["lemma"].argmax(-1).int(), torch.log_softmax(logits["name"], -1),
            logits["mention"].argmax(-1).int(), arcs, self.relations(left[:, 1:], right).argmax(2).int(),
            torch.softmax(logits["event"], -1), clause, trigger[:, 1:], argument[:, 1:], words,
        )  # fmt: skip


def joined(*parts: nn.Linear) -> nn.Linear:
    """One layer that gives the outputs of several, one after another."""
    whole = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    whole.weight = nn.Parameter(torch.cat([part.weight.detach() for part in parts]))
    whole.bias = nn.Parameter(torch.cat([part.bias.detach() for part in parts]))
    return whole


def calibration(data: Path) -> list[Example]:
    """Sentences of the training treebanks and of the given news articles, `CALIBRATED` of each, drawn with a fixed seed, with kinds of names."""
    trees = treebanks.ewt(data / "treebank", "train") + treebanks.gum(data / "treebank", "train")
    chance = random.Random(1)
    drawn = []
    for examples in (trees, articles.coded_articles(*articles.coded_sets(data)["news"], "train")):
        drawn += chance.sample([e for e in examples if len(e.forms) <= LONGEST], CALIBRATED)
    add_kinds(drawn)
    return drawn


def write_vocabulary(data: Path, path: Path) -> None:
    """Lemmas of verbs, nouns and adjectives of the training treebanks, one a line: what the lemmatiser takes for known words."""
    examples = treebanks.ewt(data / "treebank", "train") + treebanks.gum(data / "treebank", "train")
    known = {
        lemma.lower() for e in examples for lemma, tag in zip(e.lemmas or [], e.upos or [], strict=True)
        if tag in ("VERB", "NOUN", "ADJ", "AUX") and lemma.isalpha()
    }  # fmt: skip
    path.write_text("\n".join(sorted(known)) + "\n", encoding="utf8")


def write_role_shares(data: Path, path: Path) -> None:
    """Share of each argument label among the participants of each event label in the training articles, smoothed by the overall shares."""
    coded = articles.all_coded_articles(data, "train")
    roles = [a for a in ARGUMENTS if a not in ("none", "venue", "when", "speaker")]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for event in (v for e in coded for v in e.events or []):
        # Phrases, not words: a run of words of one role counts once.
        words = sorted(event.arguments)
        counts[event.label].update(
            event.arguments[w] for w in words if event.arguments.get(w - 1) != event.arguments[w]
        )
    total: Counter[str] = Counter()
    for counter in counts.values():
        total.update(counter)
    base = {r: (total[r] + 1) / (sum(total[x] for x in roles) + len(roles)) for r in roles}
    shares = {
        label: {r: round((counter[r] + 5 * base[r]) / (sum(counter[x] for x in roles) + 5), 4) for r in roles}
        for label, counter in sorted(counts.items())
    }
    path.write_text(json.dumps({"all": {r: round(b, 4) for r, b in base.items()}, **shares}, indent=0), encoding="utf8")


def write_name_transitions(data: Path, tags: list[str], path: Path) -> None:
    """How much more often each name tag follows each other one than it stands anywhere, in the training treebank with names.

    [L + 1, L], the last row for the start of a sentence: `TRANSITION_WEIGHT` times the pointwise mutual information of the two.
    """
    count = np.full((len(tags) + 1, len(tags)), 0.5)
    for example in treebanks.ewt(data / "treebank", "train"):
        before = len(tags)
        for tag in example.names or []:
            now = tags.index(tag) if tag in tags else tags.index("O")
            count[before, now] += 1
            before = now
    share = count[:-1].sum(0) / count[:-1].sum()
    information = np.log(count / count.sum(1, keepdims=True)) - np.log(share)
    path.write_text(json.dumps(np.round(TRANSITION_WEIGHT * information, 3).tolist()) + "\n", encoding="utf8")


@torch.no_grad()
def temperature(network: Network, labels: dict[str, list[str]], data: Path) -> float:
    """Temperature that makes the category probabilities fit half of the pairs kept from training: least log loss on a grid.

    Guo et al. 2017, "On Calibration of Modern Neural Networks".
    """
    rows = [
        r for r in marked_pairs.public_pairs(data / "relations/PLV_train.tsv") if marked_pairs.scales_temperature(r[0])
    ]
    examples = marked_pairs.pair_examples(rows)
    add_kinds(examples)
    batcher = Batcher(labels)
    read = [
        pair_scores(network, batcher, b, network.words_of(*batcher.inputs(b)[0]))
        for b in batcher.batches(examples, shuffle=False)
    ]
    scores, gold = (torch.cat(x) for x in zip(*read, strict=True))
    grid = [0.5 + 0.05 * k for k in range(60)]
    return min(grid, key=lambda t: float(pair_loss(scores / t, gold)))


def export(model: Path, out: Path, data: Path, quantise: bool = True) -> None:
    """Write model.onnx, labels.json, arguments.npy, pairs.npz, lemmas.txt, roles.json, names.json and tokenizer.json into `out`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network, labels = restore(model)
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    pieces, words = 12, 9
    ones = torch.ones(1, pieces, dtype=torch.int64)
    example = (torch.randint(1000, 2000, (1, pieces)), ones, ones, torch.arange(words + 1)[None])
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "model.onnx"
        torch.onnx.export(
            Exported(network), example, str(raw), input_names=INPUTS, output_names=OUTPUTS, opset_version=17, dynamo=False,
            dynamic_axes={**{name: {1: "pieces"} for name in INPUTS[:3]}, "first": {1: "words"}},
        )  # fmt: skip
        if quantise:
            quantize_dynamic(str(raw), str(out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True)
            pieces = WordPieces(encoder_folder() / "tokenizer.json")
            quantise_again(out / "model.onnx", raw, input_products(raw, calibration(data), pieces))
        else:
            shutil.copy(raw, out / "model.onnx")
    weight = network.argument_weight.detach().numpy().reshape(LABEL + 1, -1, LABEL + 1).astype(np.float32)
    np.save(out / "arguments.npy", weight)
    pair = {name: getattr(network, name).state_dict() for name in ("pair_hidden", "pair_label")}
    np.savez(out / "pairs.npz", temperature=np.float16(temperature(network, labels, data)), **{f"{name}_{part}": value.numpy().astype(np.float16)
                                   for name, state in pair.items() for part, value in state.items()})  # fmt: skip
    shutil.copy(encoder_folder() / "tokenizer.json", out / "tokenizer.json")
    write_vocabulary(data, out / "lemmas.txt")
    write_role_shares(data, out / "roles.json")
    write_name_transitions(data, labels["name"], out / "names.json")
    weights = b"".join((out / name).read_bytes() for name in ("model.onnx", "arguments.npy", "pairs.npz"))
    digest = hashlib.sha256(weights).hexdigest()[:12]
    (out / "labels.json").write_text(json.dumps({"version": f"en-minilm6-{digest}", "labels": labels}, indent=0))
    print(f"{out}: {(out / 'model.onnx').stat().st_size / 1e6:.1f} MB, version en-minilm6-{digest}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path("training/work/model.pt"))
    parser.add_argument("--data", type=Path, required=True, help="folder with treebank/")
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/language/en/model"))
    parser.add_argument("--fp32", action="store_true", help="do not quantise, for comparison")
    options = parser.parse_args()
    export(options.model, options.out, options.data, quantise=not options.fp32)


if __name__ == "__main__":
    main()

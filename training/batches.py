"""Examples as padded tensors, in batches of like length."""

from __future__ import annotations

import random

import torch
from torch import Tensor

from dragoman import ontology
from dragoman.language.en.pieces import WordPieces
from dragoman.language.gazetteer import piece_kinds
from training.articles import WRITTEN
from training.examples import Example
from training.marked_pairs import YIELD
from training.network import encoder_folder
from training.noise import Encoded, NameSwap, masked, recased, without_names

PIECES_PER_BATCH = 1000
IGNORE = -100
KINDS = ("trees", "events", "pairs", "uncoded", "marked")


class Batcher:
    """Turns examples into padded tensors."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        self.pieces = WordPieces(encoder_folder() / "tokenizer.json")
        self.index = {name: {v: i for i, v in enumerate(values)} for name, values in labels.items()}
        self.cache: dict[int, Encoded] = {}
        self.places: dict[int, tuple[int, int]] = {}
        self.categories: dict[str, list[int]] = {}
        self.swap: NameSwap | None = None
        self.mask = self.pieces.number("[MASK]")

    def renamed(self, example: Example, share: float) -> Encoded:
        """As `encoded`, with a share of the names replaced by others of their kind."""
        if self.swap is None or example.pair is not None or kind_of(example) == "trees":
            return self.encoded(example)
        ids, shapes, first = self.pieces.encode(self.swap(example, share))
        return ids, shapes, piece_kinds(example.kinds or [0] * len(example.forms), first, len(ids)), first

    def encoded(self, example: Example) -> Encoded:
        """Ids, shapes and gazetteer kinds of pieces, and each word's first piece; a pair gets its marks."""
        key = id(example)
        if key not in self.cache:
            kinds = example.kinds or [0] * len(example.forms)
            if example.pair is None:
                ids, shapes, first = self.pieces.encode(example.forms)
            else:
                (ids, shapes, first), source, target, origin = self.pieces.encode_pair(
                    example.forms, example.pair.source, example.pair.target
                )
                self.places[key] = (source, target)
                kinds = [kinds[i] if i >= 0 else 0 for i in origin]
            self.cache[key] = (ids, shapes, piece_kinds(kinds, first, len(ids)), first)
        return self.cache[key]

    def labels_of(self, category: str) -> list[int]:
        """Event labels of a PLOVER category: its own and those of the event types that are coded so; none of "O"."""
        if category not in self.categories:
            wanted = YIELD if category == "YIELD" else (category,)
            types = ontology.load().types
            own = [i for label, i in self.index["event"].items() if label in wanted or label == category]
            typed = [
                i for label, i in self.index["event"].items() if label in types and types[label].plover.event in wanted
            ]
            self.categories[category] = own + typed
        return self.categories[category]

    def batches(
        self,
        examples: list[Example],
        shuffle: bool = True,
        size: int = PIECES_PER_BATCH,
        tree_share: float = 1.0,
        given: int = 1,
        written_share: float = 1.0,
    ) -> list[list[Example]]:
        """Batches of examples of like length, of about `size` pieces; trees and coded articles are not mixed.

        `tree_share` of the treebank sentences and `written_share` of those written last, drawn anew each time, are taken, and each
        sentence whose coding was given `given` times.
        """
        order = list(examples)
        if shuffle:
            random.shuffle(order)
        result: list[list[Example]] = []
        for kind in KINDS:
            pool = [e for e in order if kind_of(e) == kind]
            if kind == "trees":
                pool = pool[: round(len(pool) * tree_share)]
            if kind == "events":
                written = [e for e in pool if e.coder == WRITTEN]
                pool = [e for e in pool if e.coder != WRITTEN] + written[: round(len(written) * written_share)]
                pool += [e for e in pool if e.coder == 0] * (given - 1)
                if shuffle:
                    random.shuffle(pool)
            for start in range(0, len(pool), 2000):
                chunk = sorted(pool[start : start + 2000], key=lambda e: len(self.encoded(e)[0]))
                batch: list[Example] = []
                longest = 0
                for example in chunk:
                    n = len(self.encoded(example)[0])
                    if batch and max(longest, n) * (len(batch) + 1) > size:
                        result.append(batch)
                        batch, longest = [], 0
                    batch.append(example)
                    longest = max(longest, n)
                if batch:
                    result.append(batch)
        if shuffle:
            random.shuffle(result)
        return result

    def inputs(
        self,
        batch: list[Example],
        noise: float = 0.0,
        hidden: float = 0.0,
        swapped: float = 0.0,
        hidden_pieces: float = 0.0,
        hidden_coders: float = 0.0,
    ) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor], Tensor]:
        """Inputs of `Network.words_of` and the mask of words.

        Args:
            batch: examples.
            noise: share of sentences whose letter case is changed throughout, as in headlines.
            hidden: share of sentences read without the gazetteer, and of names left out in the others.
            swapped: share of sentences some of whose names are replaced, and of the names that are. Trees keep theirs.
            hidden_pieces: share of pieces that are masked. Trees keep theirs.
            hidden_coders: share of sentences read without telling who coded them.
        """
        encoded = [self.renamed(e, swapped) if random.random() < swapped else self.encoded(e) for e in batch]
        encoded = [e if random.random() >= noise else recased(e) for e in encoded]
        if hidden_pieces and kind_of(batch[0]) != "trees":
            encoded = [masked(e, hidden_pieces, self.mask, (self.pieces.cls, self.pieces.sep)) for e in encoded]
        if hidden:
            encoded = [(e[0], e[1], without_names(e[2], hidden), e[3]) for e in encoded]
        return (
            pad([e[0] for e in encoded]), pad([[1] * len(e[0]) for e in encoded]), pad([e[1] for e in encoded]),
            pad([e[2] for e in encoded]), pad([e[3] for e in encoded]),
            torch.tensor([0 if random.random() < hidden_coders else e.coder for e in batch]),
        ), pad([[1] * len(e[3]) for e in encoded]).bool()  # fmt: skip

    def targets(self, batch: list[Example], head: str) -> Tensor | None:
        """Label indices [B, N] of a word head, or None where nothing in the batch is annotated for it."""
        field = {"upos": "upos", "lemma": "lemma_scripts", "name": "names", "mention": "mentions"}[head]
        index = self.index[head]
        rows = [
            [index.get(v, IGNORE) for v in getattr(e, field)] if getattr(e, field) else [IGNORE] * len(e.forms)
            for e in batch
        ]
        y = pad(rows, IGNORE)
        return y if bool((y != IGNORE).any()) else None


def kind_of(example: Example) -> str:
    """What an example teaches: trees, events, pairs, or what a teacher thinks of it."""
    if example.source in ("uncoded", "marked"):
        return example.source
    return "pairs" if example.pair else "trees" if example.events is None else "events"


def pad(rows: list[list[int]], value: int = 0) -> Tensor:
    n = max(map(len, rows))
    return torch.tensor([row + [value] * (n - len(row)) for row in rows])

"""The English language engine: one pass of the shipped ONNX model over batches of sentences.

Sentences are batched by length. Dynamic quantisation scales each batch by its largest value, so the same sentence could
differ in the last bit from batch to batch; a batch therefore holds sentences of one length only where it can, see `_plan`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.en.lemmas import Lemmatiser
from dragoman.language.en.pieces import WordPieces
from dragoman.language.en.trees import decode
from dragoman.language.parse import EventReading, Floats, Sentence, Token
from dragoman.text.tokens import tokenize

CLAUSE_HEADS = ("status", "polarity", "certainty", "tense")
MAX_PIECES = 480
"""Word pieces of one sentence; the encoder has 512 positions. A longer sentence is cut into parts."""
BATCH_PIECES = 1536


class Engine:
    """The loaded model.

    Args:
        folder: where model.onnx, labels.json, arguments.npy and tokenizer.json are; the shipped model by default.
        threads: threads of one pass; None takes what the machine has, at most four.
        vocabulary: lemmas known besides those of the treebanks, lower case.

    Raises:
        ModelError: a file is missing or does not fit.
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None, vocabulary: frozenset[str] = frozenset()) -> None:
        import onnxruntime

        path = folder or Path(str(resources.files("dragoman.language.en") / "model"))
        missing = [f for f in ("model.onnx", "labels.json", "arguments.npy", "lemmas.txt", "tokenizer.json") if not (path / f).exists()]
        if missing:
            raise ModelError(f"{path}: the language model lacks {', '.join(missing)}. Install the package again.")
        described = json.loads((path / "labels.json").read_text(encoding="utf8"))
        self.version: str = described["version"]
        self.labels: dict[str, list[str]] = described["labels"]
        self._argument_weight: Floats = np.load(path / "arguments.npy")
        known = frozenset((path / "lemmas.txt").read_text(encoding="utf8").split())
        self._lemmatiser = Lemmatiser(known | vocabulary)
        self._pieces = WordPieces(path / "tokenizer.json")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or min(4, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(path / "model.onnx"), options, providers=["CPUExecutionProvider"])

    def parse(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Parse the sentences of one text, given as character spans."""
        return next(self.pipe([(text, spans)]))

    def pipe(self, documents: Iterable[tuple[str, Sequence[tuple[int, int]]]], batch_documents: int = 16) -> Iterator[list[Sentence]]:
        """Parse many texts, batching sentences of like length across `batch_documents` of them; order is kept."""
        pending: list[tuple[str, Sequence[tuple[int, int]]]] = []
        for document in documents:
            pending.append(document)
            if len(pending) >= batch_documents:
                yield from self._parse_documents(pending)
                pending = []
        if pending:
            yield from self._parse_documents(pending)

    def _parse_documents(self, documents: list[tuple[str, Sequence[tuple[int, int]]]]) -> list[list[Sentence]]:
        parts = []
        for d, (text, spans) in enumerate(documents):
            for start, end in spans:
                offsets = tokenize(text, start, end)
                for piece in _bounded(offsets, self._pieces, text):
                    words = [text[a:b] for a, b in piece]
                    parts.append((d, piece, words, self._pieces.encode(words)))
        results: list[Sentence | None] = [None] * len(parts)
        for batch in _plan([len(p[3][0]) for p in parts]):
            outputs = self._run([parts[k][3] for k in batch])
            for row, k in enumerate(batch):
                d, offsets, words, _ = parts[k]
                results[k] = self._sentence(documents[d][0], offsets, words, outputs, row)
        grouped: list[list[Sentence]] = [[] for _ in documents]
        for part, sentence in zip(parts, results, strict=True):
            assert sentence is not None
            sentence.index = len(grouped[part[0]])
            grouped[part[0]].append(sentence)
        return grouped

    def _run(self, encoded: list[tuple[list[int], list[int], list[int]]]) -> dict[str, NDArray[Any]]:
        pieces, words = max(len(e[0]) for e in encoded), max(len(e[2]) for e in encoded)
        feed = {name: np.zeros((len(encoded), pieces), np.int64) for name in ("ids", "mask", "shapes")}
        feed |= {name: np.zeros((len(encoded), words), np.int64) for name in ("first", "word_mask")}
        for row, (ids, shapes, first) in enumerate(encoded):
            feed["ids"][row, : len(ids)] = ids
            feed["mask"][row, : len(ids)] = 1
            feed["shapes"][row, : len(shapes)] = shapes
            feed["first"][row, : len(first)] = first
            feed["word_mask"][row, : len(first)] = 1
        names = [o.name for o in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, feed), strict=True))

    def _sentence(self, text: str, offsets: list[tuple[int, int]], words: list[str], out: dict[str, NDArray[Any]], row: int) -> Sentence:
        n = len(words)
        heads = decode(out["arcs"][row, :n, : n + 1])
        upos, lemma, name, mention = (out[h][row, :n].tolist() for h in ("upos", "lemma", "name", "mention"))
        relation = out["relation"][row, np.arange(n), heads].tolist()
        labels = self.labels
        tokens = [
            Token(i, offsets[i][0], offsets[i][1], words[i], self._lemmatiser.lemma(words[i], labels["upos"][upos[i]], labels["lemma"][lemma[i]]),
                  labels["upos"][upos[i]], heads[i] - 1, labels["relation"][relation[i]], labels["name"][name[i]],
                  labels["mention"][mention[i]])
            for i in range(n)
        ]  # fmt: skip
        clause, at = {}, 0
        for head in CLAUSE_HEADS:
            size = len(labels[head])
            clause[head] = _softmax(out["clause"][row, :n, at : at + size])
            at += size
        reading = EventReading(_softmax(out["event"][row, :n]), clause, out["trigger"][row, :n], out["argument"][row, :n])
        start, end = offsets[0][0], offsets[-1][1]
        return Sentence(0, start, end, text[start:end], tokens, reading)

    def arguments(self, sentence: Sentence, trigger: Sequence[int]) -> Floats:
        """Probability of each argument label for each word, given the trigger's words: [N, A] (mean over its words)."""
        reading = sentence.reading
        assert reading is not None
        left = np.concatenate([reading.trigger[list(trigger)], np.ones((len(trigger), 1), np.float32)], 1)
        right = np.concatenate([reading.argument, np.ones((len(sentence), 1), np.float32)], 1)
        scores = np.tensordot(left, self._argument_weight, (1, 0)) @ right.T
        return _softmax(scores.transpose(0, 2, 1)).mean(0)


def _softmax(x: NDArray[Any]) -> Floats:
    y = np.exp(x - x.max(-1, keepdims=True), dtype=np.float32)
    result: Floats = y / y.sum(-1, keepdims=True)
    return result


def _plan(lengths: list[int]) -> Iterator[list[int]]:
    """Batches of indices of like length, so that little is padded."""
    order = sorted(range(len(lengths)), key=lambda k: lengths[k])
    batch: list[int] = []
    for k in order:
        if batch and lengths[k] * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(k)
    if batch:
        yield batch


def _bounded(offsets: list[tuple[int, int]], pieces: WordPieces, text: str) -> Iterator[list[tuple[int, int]]]:
    """Cut a sentence that has more word pieces than the encoder has positions."""
    if not offsets:
        return
    if len(offsets) <= MAX_PIECES // 8:
        yield offsets
        return
    part: list[tuple[int, int]] = []
    used = 0
    for a, b in offsets:
        need = pieces.count(text[a:b])
        if part and used + need > MAX_PIECES:
            yield part
            part, used = [], 0
        part.append((a, b))
        used += need
    if part:
        yield part

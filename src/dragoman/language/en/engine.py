"""The English language engine: the shipped ONNX model, one sentence a pass.

Dynamic int8 quantisation scales the activations of a pass by their largest value, so a sentence would be read a little
differently in each batch. One sentence a pass makes the reading independent of its company; threads run sentences side
by side, each pass on one thread, which also costs less than sharing a small matrix product between threads.
"""

from __future__ import annotations

import functools
import json
import math
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.en.fronted import with_fronted_subjects
from dragoman.language.en.lemmas import Lemmatiser
from dragoman.language.en.pieces import WordPieces
from dragoman.language.en.trees import decode
from dragoman.language.gazetteer import Gazetteer, piece_kinds, settled_names, word_kinds
from dragoman.language.name_tags import NameTags
from dragoman.language.parse import EventReading, Floats, Sentence, Token, mean_of_rows
from dragoman.text.tokens import tokenize

OUTPUTS = ("upos", "lemma", "name", "mention", "arcs", "relation", "event", "clause", "trigger", "argument")
CLAUSE_HEADS = ("status", "polarity", "certainty", "tense")
MAX_PIECES = 480
"""Word pieces of one sentence; the encoder has 512 positions. A longer sentence is cut into parts."""
ROLE_WEIGHT = 0.5
"""Exponent on how usual a role is for the event. On the development half role F1 (news / contrast) is 45.7 / 41.7 at 0, 45.9 / 42.3
at 0.25, 44.9 / 41.7 at 0.5, 44.5 / 41.5 at 1: within noise. Kept at 0.5 since rare roles need it: at 0.25 the boycott of Astana in
the sample articles is read as a plain doer."""
FILES = ("model.onnx", "labels.json", "arguments.npy", "pairs.npz", "lemmas.txt", "roles.json", "names.json",
         "tokenizer.json")  # fmt: skip
_SLOWER = ["SkipLayerNormFusion"]
"""Fusions of the runtime that take longer than the parts that they join: without this one a pass takes a tenth less."""
Encoded = tuple[list[int], list[int], list[int]]
"""Word-piece ids, their shapes, and the index of each word's first piece."""


def shipped_model() -> Path:
    """Folder of the model that comes with the package."""
    return Path(str(resources.files("dragoman.language.en") / "model"))


def open_session(folder: Path | None = None) -> Any:
    """The runtime's session of the network in a folder, of the shipped one where none is given; one thread a sentence.

    Raises:
        ModelError: the file is missing.
    """
    import onnxruntime

    path = (folder or shipped_model()) / "model.onnx"
    if not path.exists():
        raise ModelError(f"{path.parent}: the language model lacks {path.name}. Install the package again.")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )


class Engine:
    """The loaded model.

    Args:
        folder: where model.onnx, labels.json, arguments.npy and tokenizer.json are; the shipped model by default.
        threads: sentences read at the same time; None takes what the machine has, at most four.
        vocabulary: lemmas known besides those of the treebanks, lower case.
        gazetteer: finds known names in a text; without it names are read from the words alone.
        session: what `open_session` gave for the folder, where it was opened beside other work.

    Raises:
        ModelError: a file is missing or does not fit.
    """

    def __init__(
        self,
        folder: Path | None = None,
        threads: int | None = None,
        vocabulary: frozenset[str] = frozenset(),
        gazetteer: Gazetteer | None = None,
        session: Any = None,
    ) -> None:
        path = folder or shipped_model()
        missing = [f for f in FILES if not (path / f).exists()]
        if missing:
            raise ModelError(f"{path}: the language model lacks {', '.join(missing)}. Install the package again.")
        described = json.loads((path / "labels.json").read_text(encoding="utf8"))
        self.version: str = described["version"]
        self.labels: dict[str, list[str]] = described["labels"]
        weight: Floats = np.load(path / "arguments.npy")
        self._argument_weight = np.ascontiguousarray(weight.reshape(len(weight), -1))
        self._pairs: dict[str, Floats] = {n: a.astype(np.float32) for n, a in np.load(path / "pairs.npz").items()}
        self._gazetteer = gazetteer
        self._role_odds = _role_odds(
            json.loads((path / "roles.json").read_text(encoding="utf8")), self.labels["argument"]
        )
        transitions = json.loads((path / "names.json").read_text(encoding="utf8"))
        self._name_tags = NameTags(self.labels["name"], transitions)
        known = frozenset((path / "lemmas.txt").read_text(encoding="utf8").split())
        self._lemmatiser = Lemmatiser(known, vocabulary)
        self._pieces = WordPieces(path / "tokenizer.json")
        self._session = open_session(path) if session is None else session
        self.threads = threads or min(4, os.cpu_count() or 1)
        self._pool = ThreadPoolExecutor(self.threads) if self.threads > 1 else None

    def parse(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Parse the sentences of one text, given as character spans."""
        return next(self.pipe([(text, spans)]))

    def pipe(self, documents: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> Iterator[list[Sentence]]:
        """Parse many texts, each given with the character spans of its sentences, in order."""
        for text, spans in documents:
            parts = [part for start, end in spans for part in _bounded(tokenize(text, start, end), self._pieces, text)]
            read = functools.partial(self._read, text, self._names(text) if parts else [])
            sentences = list(self._pool.map(read, parts) if self._pool is not None else map(read, parts))
            for index, sentence in enumerate(sentences):
                sentence.index = index
            yield sentences

    def _names(self, text: str) -> list[tuple[int, int, str]]:
        return list(self._gazetteer(text)) if self._gazetteer else []

    def _read(self, text: str, names: list[tuple[int, int, str]], offsets: list[tuple[int, int]]) -> Sentence:
        words = [text[a:b] for a, b in offsets]
        inside = names[bisect_left(names, (offsets[0][0],)) : bisect_left(names, (offsets[-1][1],))]
        kinds = word_kinds(offsets, inside)
        return self._sentence(text, offsets, words, self._run(self._pieces.encode(words), kinds, OUTPUTS), inside)

    def _run(self, encoded: Encoded, kinds: Sequence[int], outputs: Sequence[str]) -> dict[str, NDArray[Any]]:
        ids, shapes, first = encoded
        feed = {
            "ids": np.array([ids], np.int64), "shapes": np.array([shapes], np.int64),
            "gazetteer": np.array([piece_kinds(kinds, first, len(ids))], np.int64), "first": np.array([first], np.int64),
        }  # fmt: skip
        found = self._session.run(outputs, feed)
        return {name: array[0] for name, array in zip(outputs, found, strict=True)}

    def categories(
        self, text: str, offsets: list[tuple[int, int]], source: Sequence[int], target: Sequence[int]
    ) -> Floats:
        """Probability of each PLOVER category (`labels["category"]`) for what the source does to the target.

        Args:
            text: the text that offsets refer to.
            offsets: its words, at most as many as the encoder holds.
            source: indices of the source's words.
            target: indices of the target's words.
        """
        words = [text[a:b] for a, b in offsets]
        kinds = word_kinds(offsets, self._names(text))
        encoded, one, other, origin = self._pieces.encode_pair(words, source, target)
        hidden = self._run(encoded, [kinds[i] if i >= 0 else 0 for i in origin], ["hidden"])["hidden"]
        states = np.concatenate([hidden[one], hidden[other], hidden[0]])
        p = self._pairs
        inner = p["pair_hidden_weight"] @ states + p["pair_hidden_bias"]
        scores = p["pair_label_weight"] @ _gelu(inner) + p["pair_label_bias"]
        return _softmax(scores / p["temperature"])

    def _sentence(
        self,
        text: str,
        offsets: list[tuple[int, int]],
        words: list[str],
        out: dict[str, NDArray[Any]],
        known: list[tuple[int, int, str]],
    ) -> Sentence:
        n = len(words)
        heads = decode(out["arcs"])
        upos, lemma, mention = (out[h].tolist() for h in ("upos", "lemma", "mention"))
        relation = out["relation"][np.arange(n), heads].tolist()
        labels = self.labels
        tags = settled_names(self._name_tags(out["name"]), [labels["upos"][k] for k in upos], offsets, known)
        tokens = [
            Token(i, offsets[i][0], offsets[i][1], words[i], self._lemmatiser.lemma(words[i], labels["upos"][upos[i]], labels["lemma"][lemma[i]]),
                  labels["upos"][upos[i]], heads[i] - 1, labels["relation"][relation[i]], tags[i],
                  labels["mention"][mention[i]])
            for i in range(n)
        ]  # fmt: skip
        with_fronted_subjects(tokens)
        clause, at = {}, 0
        for head in CLAUSE_HEADS:
            size = len(labels[head])
            clause[head] = out["clause"][:, at : at + size]
            at += size
        reading = EventReading(out["event"], clause, out["trigger"], out["argument"])
        start, end = offsets[0][0], offsets[-1][1]
        return Sentence(0, start, end, text[start:end], tokens, reading)

    def arguments(self, sentence: Sentence, trigger: Sequence[int], event: str | None = None) -> Floats:
        """Probability of each argument label for each word, given the trigger's words: [N, A] (mean over its words).

        With an event label, roles that are usual for it weigh more and others less; the probability of being no
        argument stays as it is.
        """
        reading = sentence.reading
        assert reading is not None
        left = np.concatenate([reading.trigger[list(trigger)], np.ones((len(trigger), 1), np.float32)], 1)
        right = np.concatenate([reading.argument, np.ones((len(sentence), 1), np.float32)], 1)
        joined = (left @ self._argument_weight).reshape(-1, len(self._argument_weight)) @ right.T
        scores = joined.reshape(len(trigger), -1, len(sentence)).transpose(0, 2, 1)
        result = mean_of_rows(_softmax(scores), range(len(trigger)))
        odds = self._role_odds.get(event or "")
        if odds is not None:
            weighed = result * odds
            weighed[:, 0] = result[:, 0]
            some = weighed[:, 1:].sum(1, keepdims=True)
            weighed[:, 1:] *= (1 - result[:, :1]) / np.maximum(some, 1e-9)
            result = weighed.astype(np.float32)
        return result


def _role_odds(shares: dict[str, dict[str, float]], arguments: list[str]) -> dict[str, Floats]:
    """How much more usual each role is for an event label than overall, as a weight (`ROLE_WEIGHT`); 1 for labels that are no role."""
    base = shares["all"]
    return {
        label: np.array([own.get(a, 1.0) / base.get(a, 1.0) for a in arguments], np.float32) ** ROLE_WEIGHT
        for label, own in shares.items() if label != "all"
    }  # fmt: skip


def _softmax(x: NDArray[Any]) -> Floats:
    y = np.exp(x - x.max(-1, keepdims=True), dtype=np.float32)
    result: Floats = y / y.sum(-1, keepdims=True)
    return result


def _gelu(x: Floats) -> Floats:
    result: Floats = np.array([0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in x.tolist()], np.float32)
    return result


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

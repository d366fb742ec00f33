"""What words alone say of an event: a second opinion on each trigger, from counts of words and not from the network.

Features are runs of letters that name a word, its place in the tree, its neighbours and what the sentence and the document's opening are about.
Each of the four kinds is the mean of its features' vectors (bags of features, Joulin et al. 2017), hashed by CRC-32; a layer of rectified units and
a softmax give the label. Learned from the same codings as the network, it errs otherwise, so that the two together are better than either.
`training/lexical.py` makes it; rare features are left out there, so that what is unknown counts for nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import ModelError
from dragoman.language.parse import Floats, Sentence, Token

FILE = "judge/lexical.npz"
KINDS = 4
"""Of features: the word itself, its place in the tree, its neighbours, what is spoken of."""
BITS = 24
"""Of a feature's hash."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_OPENING_SENTENCES = 2
_OPENING_WORDS = 30
_NEAR = 4
_MOST = 60
"""Features of one kind at the most; long sentences have more."""


class LexicalModel:
    """The classifier.

    Args:
        parts: `keys` [V] sorted hashes of known features; `vectors` [V, H] bytes, `scales` [V]; `inner` [W, 4H], `inner_bias` [W],
            `outer` [L, W], `outer_bias` [L]; `labels` [L], the first of which is none.
    """

    def __init__(self, parts: dict[str, NDArray[np.generic]]) -> None:
        try:
            self._keys = parts["keys"]
            self._vectors: NDArray[np.int8] = parts["vectors"].astype(np.int8)
            self._scales = parts["scales"].astype(np.float32)
            self._inner, self._inner_bias = (parts[k].astype(np.float32) for k in ("inner", "inner_bias"))
            self._outer, self._outer_bias = (parts[k].astype(np.float32) for k in ("outer", "outer_bias"))
            self.labels = [str(label) for label in parts["labels"]]
        except KeyError as missing:
            raise ModelError(f"{FILE} has no {missing}. Make it again with training/lexical.py.") from missing
        self.index = {label: i for i, label in enumerate(self.labels)}

    def probabilities(self, features: Sequence[Sequence[int]]) -> Floats:
        """Softmax over labels [L] for the features of one word, by kind."""
        size = self._vectors.shape[1]
        found = np.zeros(KINDS * size, np.float32)
        asked = np.array([h for hashes in features for h in hashes], dtype=self._keys.dtype)
        at = np.searchsorted(self._keys[:-1], asked)
        known = self._keys[at] == asked
        rows = self._vectors[at] * (self._scales[at] * known)[:, None]
        begin = 0
        for kind, hashes in enumerate(features):
            end = begin + len(hashes)
            if number := np.count_nonzero(known[begin:end]):
                found[kind * size : (kind + 1) * size] = np.add.reduce(rows[begin:end], 0) / number
            begin = end
        scores = self._outer @ np.maximum(self._inner @ found + self._inner_bias, 0) + self._outer_bias
        shares = np.exp(scores - scores.max())
        result: Floats = shares / shares.sum()
        return result


def load() -> LexicalModel:
    """The shipped model.

    Raises:
        ModelError: its file is not there or not whole.
    """
    path = resources.files("dragoman.language.en").joinpath(*FILE.split("/"))
    try:
        with path.open("rb") as file, np.load(file) as parts:
            return LexicalModel(dict(parts))
    except (OSError, ValueError) as error:
        raise ModelError(f"{FILE}: {error}. Install Dragoman again.") from error


def opening_of(sentences: Sequence[Sentence]) -> list[str]:
    """Nouns and verbs that a document opens with, as lemmas; no names."""
    first = [
        t for s in sentences[:_OPENING_SENTENCES] for t in s.tokens if t.upos in ("NOUN", "VERB") and t.name == "O"
    ]
    return [t.lemma.lower() for t in first[:_OPENING_WORDS]]


class LexicalReading:
    """The model's say on the words of one sentence, each asked once.

    Args:
        opening: of `opening_of`, the same for all sentences of a document.
    """

    def __init__(self, model: LexicalModel, sentence: Sentence, opening: Sequence[str]) -> None:
        self._model, self._features = model, SentenceFeatures(sentence, opening)
        self._found: dict[int, Floats] = {}

    def of(self, words: Sequence[int], label: str) -> tuple[float, float]:
        """Probability that the words are any event and that they are one of the label, mean over those with content; 0 where none has."""
        own = [i for i in words if i in self._features.content]
        if not own:
            return 0.0, 0.0
        mean = np.mean([self._at(i) for i in own], axis=0)
        column = self._model.index.get(label)
        return float(1.0 - mean[0]), float(mean[column]) if column is not None else 0.0

    def _at(self, word: int) -> Floats:
        if word not in self._found:
            self._found[word] = self._model.probabilities(self._features.of(word))
        return self._found[word]


class SentenceFeatures:
    """Features of the words of a sentence. Training reads them as well as coding."""

    def __init__(self, sentence: Sentence, opening: Sequence[str]) -> None:
        self._sentence, self._opening = sentence, opening
        self.content = [t.i for t in sentence.tokens if t.upos in CONTENT]

    @cached_property
    def _lemmas(self) -> list[str]:
        """What stands for each word: its lemma, of a name or of "Israeli" its kind, so that nothing hangs on who it is."""
        return [_unnamed(t) or t.lemma.lower() for t in self._sentence.tokens]

    @cached_property
    def _spoken_of(self) -> list[int]:
        """Hash of each word of the content."""
        return _hashed([f"z={self._lemmas[j]}" for j in self.content])

    @cached_property
    def _around(self) -> list[int]:
        """Hashes of what is the same for all words: the document's opening, names, length."""
        tokens = self._sentence.tokens
        names = sum(t.name[:1] == "B" for t in tokens)
        told = [f"d={w}" for w in self._opening]
        return _hashed(
            [*told, f"si={min(self._sentence.index, 5)}", f"n={min(4, names)}", f"sh={min(len(tokens) // 8, 5)}"]
        )

    def of(self, i: int) -> list[list[int]]:
        """Hashes by kind for word `i`."""
        token, lemma = self._sentence.tokens[i], self._lemmas[i]
        form = _unnamed(token) or token.text.lower()
        own = [f"l={lemma}", f"w={lemma}|{token.upos}", f"f={form}|{token.relation}", f"u={form[-3:]}|{token.upos}"]
        spoken_of = [h for j, h in zip(self.content, self._spoken_of, strict=True) if j != i][:_MOST]
        return [_hashed(own), _hashed(self._tree(i)[:_MOST]), _hashed(self._near(i)), spoken_of + self._around]

    def _tree(self, i: int) -> list[str]:
        tokens, lemmas = self._sentence.tokens, self._lemmas
        children, lemma = self._sentence.children, lemmas[i]
        relation, head = tokens[i].relation, tokens[i].head
        above = lemmas[head] if head >= 0 else "ROOT"
        found = [f"r={relation}|{tokens[i].upos}", f"h={relation}|{above}", f"hl={lemma}|{relation}|{above}"]
        if head >= 0:
            upper = tokens[head].head
            found.append(f"hh={tokens[head].relation}|{lemmas[upper] if upper >= 0 else 'ROOT'}")
            for k in children[head]:
                if k != i and tokens[k].relation not in ("punct", "det"):
                    found += [f"s={tokens[k].relation}|{lemmas[k]}", f"sl={lemma}|{tokens[k].relation}|{lemmas[k]}"]
        for k in children[i]:
            below = tokens[k].relation
            if below == "punct":
                continue
            kind = tokens[k].name[2:] or tokens[k].mention or tokens[k].upos
            found += [f"k={below}|{lemmas[k]}", f"kl={lemma}|{below}|{lemmas[k]}", f"kc={lemma}|{below}|{kind}"]
            for q in children[k]:
                if tokens[q].relation == "case":
                    found += [f"kp={lemma}|{lemmas[q]}", f"kpl={lemmas[q]}|{lemmas[k]}"]
                elif tokens[q].upos in CONTENT:
                    found.append(f"kk={tokens[q].relation}|{lemmas[q]}")
        return found

    def _near(self, i: int) -> list[str]:
        lemmas, found = self._lemmas, list[str]()
        for step in (*range(-_NEAR, 0), *range(1, _NEAR + 1)):
            if 0 <= (j := i + step) < len(lemmas):
                found.append(f"{'a' if step > 0 else 'b'}{min(abs(step), 3)}={lemmas[j]}")
                if abs(step) == 1:
                    found.append(f"bi{step}={lemmas[i]}|{lemmas[j]}")
        return found


def _unnamed(token: Token) -> str:
    """The kind of a name; "" for other words."""
    if token.name != "O":
        return token.name[2:]
    proper = token.upos == "PROPN" or (token.upos == "ADJ" and token.text[:1].isupper())
    return "NAME" if proper else ""


def _hashed(features: Sequence[str]) -> list[int]:
    mask = (1 << BITS) - 1
    return [zlib.crc32(f.encode("utf8", "surrogatepass")) & mask for f in features]

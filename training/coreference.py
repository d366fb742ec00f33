"""Makes the weights of the coreference ranker from GUM train: `src/dragoman/coder/coreference/ranker.npz`.

    python -m training.coreference --data DATA [--out FILE] [--model FOLDER] [--cache FILE]

Documents are parsed by the shipped model, as at run time. A phrase found at the span of a coded mention should choose any earlier
phrase of its chain, every other phrase "begins a chain"; the loss is the negative log of the summed probability of right choices
(mention ranking, Durrett and Klein 2013), with links that are missed and links that are wrong weighed apart. numpy only; about five
minutes on one core. The shipped model was trained on the mentions of GUM train too, so that it misses fewer there than elsewhere.
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path

import numpy as np

from dragoman.actors import load as load_knowledge
from dragoman.coder.coreference.features import Table
from dragoman.coder.grammar.gazetteer import gazetteer
from dragoman.coder.names.coreference_words import load as load_words
from dragoman.coder.names.references import references
from dragoman.language.en import engine as engine_module
from dragoman.language.parse import Sentence
from training.treebanks import EntityDocument, gum_documents

HIDDEN = 64
EPOCHS = 6
SEEDS = (0,)
"""Networks trained apart and averaged; they are stored as one whose hidden layer is all of theirs. A second one gained about 0.4 CoNLL."""
LEARNING_RATE = 2e-3
DECAY = 1e-5
COSTS = {"missed": 2.5, "false": 0.2, "wrong": 0.6}
"""Added to a wrong choice's score while training: beginning a chain where there is an antecedent, linking where there is none, linking to
another chain. Chosen on every sixth document of GUM train, left out for that (CoNLL F1 there, one network): missed, false, wrong = 1, 0.4, 1: 64.5;
1.5, 0.4, 1: 65.0; 2, 0.4, 0.8: 65.2; 2.5, 0.2, 0.6: 65.7; with the features of rank among candidates 2.5, 0.2, 0.6: 66.0 and 4, 0.2, 0.6: 65.6."""


def parsed(documents: list[EntityDocument], model: Path | None = None) -> list[list[Sentence]]:
    """The documents read by the model on their gold words and sentences; event readings are dropped."""
    engine = engine_module.Engine(model, threads=1, gazetteer=gazetteer(load_knowledge()))
    original = engine_module.tokenize
    made = []
    try:
        for document in documents:
            words = {s.offsets[0][0]: s.offsets for s in document.sentences}
            engine_module.tokenize = lambda text, start=0, end=None, words=words: words[start]  # type: ignore[assignment]
            spans = [(s.offsets[0][0], s.offsets[-1][1]) for s in document.sentences]
            sentences = engine.parse(document.text, spans)
            for sentence in sentences:
                sentence.reading = None
            made.append(sentences)
    finally:
        engine_module.tokenize = original
    return made


def material(
    documents: list[EntityDocument], parses: list[list[Sentence]]
) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """For each phrase its feature rows (kept as half floats) and which of them are right."""
    words = load_words()
    rows, right = [], []
    for document, sentences in zip(documents, parses, strict=True):
        chain_of = {(m.sentence, m.first, m.last): m.chain for m in document.mentions}
        found = references(sentences, words)
        table = Table(found, sentences, document.text, words)
        chains = [chain_of.get(r.span, f"none {i}") for i, r in enumerate(found)]
        for i in range(len(found)):
            candidates = table.candidates(i)
            correct = np.array([False, *(chains[c] == chains[i] for c in candidates)])
            if not correct.any():
                correct[0] = True
            rows.append(table.features(i, candidates).astype(np.float16))
            right.append(correct)
    return rows, right


def train(
    rows: list[np.ndarray], right: list[np.ndarray], *, seed: int = 0, epochs: int = EPOCHS
) -> dict[str, np.ndarray]:
    """Adam over batches of 64 phrases."""
    random = np.random.default_rng(seed)
    size = rows[0].shape[1]
    weights = {
        "hidden": random.normal(0, 1 / np.sqrt(size / 4), (size, HIDDEN)).astype(np.float32),
        "hidden_bias": np.zeros(HIDDEN, np.float32),
        "output": random.normal(0, 1 / np.sqrt(HIDDEN), HIDDEN).astype(np.float32),
    }
    first = {k: np.zeros_like(w) for k, w in weights.items()}
    second = {k: np.zeros_like(w) for k, w in weights.items()}
    step, total = 0, epochs * (len(rows) // 64 + 1)
    for epoch in range(epochs):
        order = random.permutation(len(rows))
        loss = 0.0
        for at in range(0, len(order), 64):
            batch = order[at : at + 64]
            x = np.concatenate([rows[i] for i in batch]).astype(np.float32)
            correct = np.concatenate([right[i] for i in batch])
            starts = np.concatenate([[0], np.cumsum([len(rows[i]) for i in batch])[:-1]]).astype(np.int64)
            owner = np.repeat(np.arange(len(batch)), [len(rows[i]) for i in batch])
            hidden = np.maximum(x @ weights["hidden"] + weights["hidden_bias"], 0)
            new = np.zeros(len(x), bool)
            new[starts] = True
            anaphoric = ~correct[starts][owner]
            cost = np.where(
                correct, 0, np.where(new, COSTS["missed"], np.where(anaphoric, COSTS["wrong"], COSTS["false"]))
            )
            score = hidden @ weights["output"] + cost
            top = np.maximum.reduceat(score, starts)[owner]
            power = np.exp(score - top)
            everything = np.add.reduceat(power, starts)
            good = np.add.reduceat(power * correct, starts)
            loss += float(np.sum(np.log(everything) - np.log(good + 1e-9)))
            slope = (power / everything[owner] - power * correct / (good[owner] + 1e-9)) / len(batch)
            back = slope[:, None] * weights["output"] * (hidden > 0)
            gradient = {"hidden": x.T @ back, "hidden_bias": back.sum(0), "output": hidden.T @ slope}
            step += 1
            rate = LEARNING_RATE * (1 - step / (total + 1))
            for k, g in gradient.items():
                g = g + DECAY * weights[k]
                first[k] = 0.9 * first[k] + 0.1 * g
                second[k] = 0.999 * second[k] + 0.001 * g * g
                weights[k] -= (
                    rate * first[k] / (1 - 0.9**step) / (np.sqrt(second[k] / (1 - 0.999**step)) + 1e-8)
                ).astype(np.float32)
        print(f"epoch {epoch + 1}: loss {loss / len(rows):.4f}", flush=True)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/coder/coreference/ranker.npz"))
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    parser.add_argument("--cache", type=Path, help="file of parses (pickle), made if not there")
    options = parser.parse_args()
    if options.cache and options.cache.exists():
        documents, parses = pickle.loads(options.cache.read_bytes())
    else:
        documents = gum_documents(options.data / "treebank", "train")
        parses = parsed(documents, options.model)
        if options.cache:
            options.cache.write_bytes(pickle.dumps((documents, parses)))
    rows, right = material(documents, parses)
    weights = joined([train(rows, right, seed=seed) for seed in SEEDS])
    np.savez_compressed(options.out, **{k: w.astype(np.float16) for k, w in weights.items()})


def joined(networks: list[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """One network that gives the mean of several."""
    return {
        "hidden": np.concatenate([w["hidden"] for w in networks], 1),
        "hidden_bias": np.concatenate([w["hidden_bias"] for w in networks]),
        "output": np.concatenate([w["output"] for w in networks]) / len(networks),
    }


if __name__ == "__main__":
    main()

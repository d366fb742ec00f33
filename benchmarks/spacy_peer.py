"""spaCy trained on the same treebanks, beside the shipped model: accuracy on gold words, and sentences a second on one thread.

    pip install spacy                                                        # not needed by Dragoman itself
    python benchmarks/spacy_peer.py train --data DATA --out FOLDER [--steps 20000]
    python benchmarks/spacy_peer.py compare --data DATA --model FOLDER/model-best [--articles news.jsonl]

spaCy's own recipe for processors (`init config`, optimised for efficiency, without word vectors): tagger on UPOS, parser, trainable
lemmatiser, names. It learns from UD English EWT with Universal NER and from the genres of GUM that the shipped model learns from; names
of EWT alone. Sentences are given, one a document. Scores are those of `language.py` on gold words, without the knowledge base. The
speed is that of reading tokens, tags, trees, lemmas and names of the sentences of the articles; Dragoman reads events too.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from training import treebanks
from training.examples import Example

import language

PIPES = ["tagger", "parser", "trainable_lemmatizer", "ner"]
ARTICLES = Path(__file__).parent.parent / "examples" / "articles"


def document(vocabulary: Any, example: Example) -> Any:
    """A gold spaCy document of one sentence; names are missing where the treebank has none."""
    from spacy.tokens import Doc, Span

    assert example.upos and example.heads and example.relations and example.lemmas
    heads = [head - 1 if head else i for i, head in enumerate(example.heads)]
    made = Doc(
        vocabulary, words=example.forms, tags=example.upos, heads=heads, deps=example.relations, lemmas=example.lemmas
    )
    if example.names is None:
        made.set_ents([], default="missing")
    else:
        made.set_ents([Span(made, a, b + 1, kind) for a, b, kind in language.names(example.names)])
    return made


def train(data: Path, out: Path, steps: int) -> None:
    """Write `out`/model-best, chosen on the dev sections."""
    import spacy
    from spacy.cli.init_config import init_config
    from spacy.cli.train import train as fit
    from spacy.tokens import DocBin

    out.mkdir(parents=True, exist_ok=True)
    vocabulary = spacy.blank("en").vocab
    for section in ("train", "dev"):
        examples = treebanks.ewt(data / "treebank", section) + treebanks.gum(data / "treebank", section)
        DocBin(docs=[document(vocabulary, e) for e in examples]).to_disk(out / f"{section}.spacy")
        print(section, len(examples), "sentences", flush=True)
    config = init_config(lang="en", pipeline=PIPES, optimize="efficiency", gpu=False)
    config.to_disk(out / "config.cfg")
    fit(out / "config.cfg", out, overrides={
        "paths.train": str(out / "train.spacy"), "paths.dev": str(out / "dev.spacy"), "training.max_steps": steps, "training.patience": 0,
        "training.eval_frequency": 1000,
    })  # fmt: skip


def score(nlp: Any, examples: list[Example]) -> dict[str, float]:
    """Per cent of gold words with the right tag, lemma, head, head and relation; F1 of names."""
    from spacy.tokens import Doc

    count: Counter[str] = Counter()
    parsed = nlp.pipe(Doc(nlp.vocab, words=e.forms) for e in examples)
    for example, found in zip(examples, parsed, strict=True):
        assert example.upos and example.heads and example.relations and example.lemmas
        for i, token in enumerate(found):
            right = example.heads[i] == (0 if token.head.i == i else token.head.i + 1)
            count["words"] += 1
            count["upos"] += token.tag_ == example.upos[i]
            count["lemma"] += token.lemma_ == example.lemmas[i]
            count["uas"] += right
            count["las"] += right and (
                token.dep_ == example.relations[i] or (token.dep_ == "ROOT" and not example.heads[i])
            )
        if example.names and example.source in ("EWT", "news"):
            gold = set(language.names(example.names))
            own = {(e.start, e.end - 1, e.label_) for e in found.ents}
            count.update(hit=len(gold & own), gold=len(gold), found=len(own))
    result = {name: 100 * count[name] / count["words"] for name in ("upos", "lemma", "uas", "las")}
    if count["gold"]:
        result["names"] = 200 * count["hit"] / (count["gold"] + count["found"])
    return result


def compare(data: Path, model: Path, articles: Path | None) -> None:
    """Print both systems side by side."""
    import spacy

    from dragoman.language.en.engine import Engine
    from dragoman.text.sentences import split_sentences

    nlp, engine = spacy.load(model), Engine(threads=1)
    bank = data / "treebank"
    sets = {"EWT test": treebanks.ewt(bank, "test"), "GUM test": treebanks.gum(bank, "test"), "news": language.news()}
    print(f"{'':28}{'UPOS':>8}{'lemma':>8}{'UAS':>8}{'LAS':>8}{'names':>8}")
    for name, examples in sets.items():
        for system, r in (("spaCy", score(nlp, examples)), ("Dragoman", language.score(engine, examples, True))):
            row = "".join(f"{r.get(m, float('nan')):8.1f}" for m in ("upos", "lemma", "uas", "las", "names"))
            print(f"{name + ', ' + system:28}{row}")
    files = [articles] if articles else sorted(ARTICLES.glob("*.jsonl"))
    texts = [
        json.loads(line)["text"] for f in files for line in f.read_text(encoding="utf8").splitlines() if line.strip()
    ]
    spans = [split_sentences(text) for text in texts]
    sentences = [text[a:b] for text, some in zip(texts, spans, strict=True) for a, b in some]
    for system, read in (
        ("spaCy", lambda: sum(1 for _ in nlp.pipe(sentences))),
        ("Dragoman", lambda: sum(len(s) for s in engine.pipe(zip(texts, spans, strict=True)))),
    ):
        begun = time.process_time()
        n = read()
        print(f"{system}: {n / (time.process_time() - begun):.0f} sentences a second of processor time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("train", "compare"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("training/work/spacy"))
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--model", type=Path, default=Path("training/work/spacy/model-best"))
    parser.add_argument("--articles", type=Path)
    options = parser.parse_args()
    if options.what == "train":
        train(options.data, options.out, options.steps)
    else:
        compare(options.data, options.model, options.articles)


if __name__ == "__main__":
    main()

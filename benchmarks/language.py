"""Accuracy of the shipped model: tags, lemmas, trees and names on test sections, on gold words and from raw text.

    python benchmarks/language.py --data DATA        # folder with treebank/

Test sections are UD English EWT test and GUM test; nothing of them is trained on. "raw" lets Dragoman split the words itself and
counts a word as right only where its characters, tag, head and relation are. Sentence boundaries are given in both.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from training import corpora
from training.corpora import Example

from dragoman.language.en.engine import Engine
from dragoman.language.parse import Sentence
from dragoman.text.tokens import tokenize


def aligned(example: Example) -> tuple[str, list[tuple[int, int]]]:
    """The words joined by single spaces, and their character spans."""
    text, spans = "", []
    for form in example.forms:
        start = len(text) + (1 if text else 0)
        text += (" " if text else "") + form
        spans.append((start, start + len(form)))
    return text, spans


def parse(engine: Engine, examples: list[Example], gold_words: bool) -> list[list[Sentence]]:
    """Parsed examples, on gold words or on Dragoman's own."""
    import dragoman.language.en.engine as module

    texts = [aligned(e) for e in examples]
    words = dict(texts)
    original = module.tokenize
    if gold_words:
        module.tokenize = lambda text, start=0, end=None: words[text]  # type: ignore[assignment]
    try:
        return list(engine.pipe((text, [(0, len(text))]) for text, _ in texts))
    finally:
        module.tokenize = original


def score(engine: Engine, examples: list[Example], gold_words: bool) -> dict[str, float]:
    count: Counter[str] = Counter()
    for example, sentences in zip(examples, parse(engine, examples, gold_words), strict=True):
        _, spans = aligned(example)
        tokens = [t for s in sentences for t in s.tokens]
        by_span = {(t.start, t.end): t for t in tokens}
        head_span = {}
        for s in sentences:
            for t in s.tokens:
                head_span[(t.start, t.end)] = (s.tokens[t.head].start, s.tokens[t.head].end) if t.head >= 0 else None
        count["gold"] += len(spans)
        count["predicted"] += len(tokens)
        assert example.upos and example.heads and example.relations and example.lemmas
        for i, span in enumerate(spans):
            token = by_span.get(span)
            if token is None:
                continue
            count["words"] += 1
            count["upos"] += token.upos == example.upos[i]
            count["lemma"] += token.lemma == example.lemmas[i]
            right = head_span[span] == (spans[example.heads[i] - 1] if example.heads[i] else None)
            count["uas"] += right
            count["las"] += right and token.relation == example.relations[i]
        if example.names and example.source == "EWT":
            gold = {(spans[a][0], spans[b][1], kind) for a, b, kind in names(example.names)}
            found = {(tokens[a].start, tokens[b].end, kind) for a, b, kind in names([t.name for t in tokens])}
            count["name_hit"] += len(gold & found)
            count["name_gold"] += len(gold)
            count["name_found"] += len(found)
    f1 = lambda hit, found, gold: 200 * hit / max(1, found + gold)  # noqa: E731
    result = {m: f1(count[m], count["predicted"], count["gold"]) for m in ("words", "upos", "lemma", "uas", "las")}
    if count["name_gold"]:
        result["names"] = f1(count["name_hit"], count["name_found"], count["name_gold"])
    return result


def names(tags: list[str]) -> set[tuple[int, int, str]]:
    found, start, kind = set(), None, ""
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag[0] == "I" and tag[2:] == kind):
            found.add((start, i - 1, kind))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start, kind = i, tag[2:]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    options = parser.parse_args()
    engine = Engine(options.model, threads=2)
    bank = options.data / "treebank"
    sets = {
        "EWT test": corpora.ewt(bank, "test"),
        "GUM test": corpora.gum(bank, "test"),
        "GUM news test": corpora.gum(bank, "test", "news"),
    }
    print(f"{engine.version}\n{'':24}{'words':>8}{'UPOS':>8}{'lemma':>8}{'UAS':>8}{'LAS':>8}{'names':>8}")
    for name, examples in sets.items():
        for gold_words in (True, False):
            r = score(engine, examples, gold_words)
            row = "".join(f"{r.get(m, float('nan')):8.2f}" for m in ("words", "upos", "lemma", "uas", "las", "names"))
            print(f"{name + (', gold words' if gold_words else ', raw text'):24}{row}")


assert tokenize  # replaced in `parse`

if __name__ == "__main__":
    main()

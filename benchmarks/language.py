"""Accuracy of the shipped model: tags, lemmas, trees and names on test sections, on gold words and from raw text.

    python benchmarks/language.py --data DATA [--model FOLDER ...]        # DATA: folder with treebank/

Test sections are UD English EWT test and GUM test; nothing of them is trained on. `news` is benchmarks/data/news.conllu: sentences
of news about peacemaking, written for the project, parsed by an earlier model and corrected by hand, which flatters parsers of its
kind a little. "raw" lets Dragoman split the words itself and counts a word as right only where its characters, tag, head and
relation are. Sentence boundaries are given in both. Names are read with the knowledge base at work, unless `--no-gazetteer` is given.
A second table tells the labelled attachment score of the kinds of words that the coder uses most. Give `--model` twice to see two
models side by side, for example one exported with `--fp32`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from training import treebanks
from training.examples import Example

from dragoman import actors
from dragoman.coder.grammar.gazetteer import gazetteer
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


NEWS = Path(__file__).parent / "data/news.conllu"
# Kinds of words: subjects, objects, obliques with the case words that the coder looks at, and so on; by gold relation.
KINDS = {
    "subject": ("nsubj", "csubj"), "passive subject": ("nsubj:pass",), "object": ("obj", "iobj"), "agent": ("obl:agent",),
    "coordination": ("conj",), "clausal complement": ("ccomp", "xcomp"), "apposition": ("appos",), "relative clause": ("acl:relcl",),
    "adverbial clause": ("advcl",), "noun modifier": ("nmod",),
}  # fmt: skip
CASES = ("by", "with", "between", "without")


def news() -> list[Example]:
    """The project's own news treebank, with names."""
    result = []
    for comments, rows in treebanks.read_conllu(NEWS):
        example = treebanks.tree_example("news", comments, rows)
        marks = [dict(part.split("=", 1) for part in row[9].split("|") if "=" in part) for row in rows]
        example.names = [m.get("Name", "O") for m in marks]
        result.append(example)
    return result


def kinds_of(example: Example, i: int) -> list[str]:
    """Rows of the second table that a gold word counts in."""
    assert example.relations and example.heads
    relation = example.relations[i]
    found = [k for k, relations in KINDS.items() if relation in relations]
    if relation.split(":")[0] in ("obl", "nmod"):
        cases = {
            example.forms[j].lower()
            for j, h in enumerate(example.heads)
            if h == i + 1 and example.relations[j] == "case"
        }
        found += [f'"{case}" phrase' for case in CASES if case in cases]
    return found


def score(
    engine: Engine, examples: list[Example], gold_words: bool, kinds: Counter[str] | None = None
) -> dict[str, float]:
    count: Counter[str] = Counter()
    kinds = Counter() if kinds is None else kinds
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
            right = right and token.relation == example.relations[i]
            count["las"] += right
            for kind in kinds_of(example, i):
                kinds[kind] += 1
                kinds[kind + " right"] += right
        if example.names and example.source in ("EWT", "news"):
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
    parser.add_argument("--model", type=Path, nargs="*", help="folders of other exported models")
    parser.add_argument("--no-gazetteer", action="store_true", help="read names from the words alone")
    options = parser.parse_args()
    names_known = None if options.no_gazetteer else gazetteer(actors.load())
    bank = options.data / "treebank"
    sets = {
        "EWT test": treebanks.ewt(bank, "test"),
        "GUM test": treebanks.gum(bank, "test"),
        "GUM news test": treebanks.gum(bank, "test", "news"),
        "news": news(),
    }
    for model in options.model or [None]:
        engine = Engine(model, threads=2, gazetteer=names_known)
        print(f"{engine.version}\n{'':24}{'words':>8}{'UPOS':>8}{'lemma':>8}{'UAS':>8}{'LAS':>8}{'names':>8}")
        split: dict[str, Counter[str]] = {}
        for name, examples in sets.items():
            for gold_words in (True, False):
                r = score(engine, examples, gold_words, split.setdefault(name, Counter()) if gold_words else None)
                row = "".join(
                    f"{r.get(m, float('nan')):8.2f}" for m in ("words", "upos", "lemma", "uas", "las", "names")
                )
                print(f"{name + (', gold words' if gold_words else ', raw text'):24}{row}")
        print(f"\n{'LAS by kind':24}" + "".join(f"{name:>18}" for name in sets))
        for kind in (*KINDS, *(f'"{case}" phrase' for case in CASES)):
            cells = [f"{100 * c[kind + ' right'] / max(1, c[kind]):.1f} of {c[kind]}" for c in split.values()]
            print(f"{kind:24}" + "".join(f"{cell:>18}" for cell in cells))


assert tokenize  # replaced in `parse`

if __name__ == "__main__":
    main()

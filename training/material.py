"""What is learned from: all examples under the data folder and the labels seen in them."""

from __future__ import annotations

import pickle
from collections import Counter
from pathlib import Path

from training import articles, marked_pairs, treebanks
from training.examples import ARGUMENTS, MAX_WORDS, Example, add_kinds
from training.teacher import read_trees


def load(data: Path, section: str = "train") -> list[Example]:
    """All training examples under the data folder (treebank/, annotations/, news/, contrast/)."""
    examples = treebanks.ewt(data / "treebank", section) + treebanks.gum(data / "treebank", section)
    if section != "dev":
        examples += articles.all_coded_articles(data, section)
        rows = marked_pairs.public_pairs(data / "relations/PLV_train.tsv")
        rows = [r for r in rows if marked_pairs.is_test_pair(r[0]) == (section == "test")]
        if section == "train":
            rows += marked_pairs.own_pairs()
        examples += marked_pairs.pair_examples(rows)
        if section == "train":
            examples += marked_pairs.triggers_of_pairs(rows)
    examples = [e for e in examples if len(e.forms) <= MAX_WORDS]
    add_kinds(examples)
    return examples


def prepared(data: Path, teacher: Path | None, kept: Path | None) -> list[Example]:
    """Training examples, with trees read by the teacher; taken from `kept` where it exists, else written there."""
    if kept and kept.exists():
        examples: list[Example] = pickle.loads(kept.read_bytes())
        return examples
    examples = load(data)
    if teacher:
        read_trees(teacher, [e for e in examples if e.events is not None])
    if kept:
        kept.write_bytes(pickle.dumps(examples))
    return examples


def plausible(example: Example, categories: list[str]) -> bool:
    """Whether the category of a coded event's pair is among the three that the teachers find likeliest; true of all others."""
    if example.source != "coded pair":
        return True
    if example.pair is None or example.category is None or example.pair.category not in categories:
        return False
    own = example.category[categories.index(example.pair.category)]
    return int((example.category > own).sum()) < 3


def label_sets(examples: list[Example]) -> dict[str, list[str]]:
    """Label inventory of each head, seen in training. Lemma scripts seen fewer than four times are left out."""

    def seen(values: list[str]) -> list[str]:
        return [value for value, _ in Counter(values).most_common()]

    scripts = Counter(s for e in examples for s in e.lemma_scripts or [])
    events = [v for e in examples if not e.partial for v in e.events or []]
    return {
        "upos": sorted(set(seen([t for e in examples for t in e.upos or []]))),
        "relation": sorted({r for e in examples for r in e.relations or []}),
        "lemma": [s for s, n in scripts.most_common() if n >= 4],
        "name": ["O"] + [b + t for t in ("PER", "ORG", "LOC") for b in ("B-", "I-")],
        "mention": ["O", *sorted({m for e in examples for m in e.mentions or []} - {"O"})],
        "event": ["O", *sorted({v.label for v in events})],
        "status": seen([v.status for v in events]),
        "polarity": seen([v.polarity for v in events]),
        "certainty": seen([v.certainty for v in events]),
        "tense": seen([v.tense for v in events]),
        "argument": ARGUMENTS,
        "category": sorted({e.pair.category for e in examples if e.pair} - {"YIELD"}),
    }  # fmt: skip

"""Sentences with a marked source and target and the PLOVER category of what the one does to the other."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path

from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize
from training.examples import MAX_WORDS, Event, Example, Pair, words_in

_HERE = Path(__file__).parent

YIELD = ("CONCEDE", "RETREAT")
"""What PLOVER's earlier root YIELD was split into; PLV_train.tsv still has YIELD."""


def is_test_pair(text: str) -> bool:
    """Whether a marked pair is kept for testing: one in five, by a hash of its text. Nothing trains on these."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def scales_temperature(text: str) -> bool:
    """Whether a pair kept for testing is in the half that the temperature is fitted on; calibration is measured on the other."""
    return is_test_pair(text) and int(hashlib.sha256(text.encode()).hexdigest(), 16) % 10 == 0


def public_pairs(path: Path) -> list[tuple[str, str]]:
    """Marked sentence and gold category, YIELD among them, of each row of PLV_train.tsv (Hu et al. 2024, Zero-Shot-PLOVER)."""
    with path.open(encoding="utf8", newline="") as lines:
        return [(row["marked_sentence"], row["gold_root"]) for row in csv.DictReader(lines, delimiter="\t")]


def own_pairs(folder: Path = _HERE / "pairs") -> list[tuple[str, str]]:
    """Marked sentence and category of the pairs written for this project (`training/pairs/*.jsonl`)."""
    return [
        (row["text"], row["label"])
        for path in sorted(folder.glob("*.jsonl"))
        for row in map(json.loads, path.open(encoding="utf8"))
    ]


def unmarked(marked: str) -> tuple[str, tuple[int, int], tuple[int, int]]:
    """Text without marks, and the spans that stood between <s> </s> and <t> </t>."""
    spans: dict[str, list[int]] = {"s": [], "t": []}
    text, last = "", 0
    for match in re.finditer(r"</?([st])>", marked):
        text += marked[last : match.start()]
        last = match.end()
        spans[match[1]].append(len(text))
    text += marked[last:]
    return text, (spans["s"][0], spans["s"][1]), (spans["t"][0], spans["t"][1])


def is_marked(text: str) -> bool:
    """Whether a sentence has one source and one target, each with both marks."""
    return text.count("<s>") == text.count("</s>") == text.count("<t>") == text.count("</t>") == 1


def pair_examples(pairs: list[tuple[str, str]]) -> list[Example]:
    """Marked pairs as examples; those whose marks are broken are left out."""
    result = []
    for marked, category in pairs:
        try:
            text, source, target = unmarked(marked)
        except IndexError:
            continue
        offsets = [o for start, end in split_sentences(text) for o in tokenize(text, start, end)]
        words = (words_in(offsets, *source), words_in(offsets, *target))
        if all(words):
            result.append(
                Example("pairs", [text[a:b] for a, b in offsets], document=text, offsets=offsets,
                        pair=Pair(words[0], words[1], category))
            )  # fmt: skip
    return result


def pair_key(marked: str) -> str:
    """What a marked sentence is called where its text can't stand."""
    return hashlib.sha256(marked.encode()).hexdigest()[:12]


def triggers_of_pairs(rows: list[tuple[str, str]], path: Path = _HERE / "coded/pair-triggers.tsv") -> list[Example]:
    """Marked pairs whose trigger was marked by hand, as sentences with one event: source initiates, target receives.

    The file has, by a hash of the marked sentence, the trigger's start and end in the sentence without marks, and y or n: whether
    coders of news would record the event. With n the words are known to be no event.
    """
    marked = {pair_key(text): (text, category) for text, category in rows}
    result = []
    with path.open(encoding="utf8", newline="") as lines:
        for key, start, end, recorded in csv.reader(lines, delimiter="\t"):
            if key not in marked:
                continue
            (example,) = pair_examples([marked[key]]) or [None]
            if example is None or example.pair is None or len(example.forms) > MAX_WORDS:
                continue
            words = words_in(example.offsets, int(start), int(end))
            roles = dict.fromkeys(example.pair.target, "recipient") | dict.fromkeys(example.pair.source, "initiator")
            label = example.pair.category if recorded == "y" else "O"
            event = Event(words, label, "", "", "", "", {i: r for i, r in roles.items() if i not in words})
            result.append(
                Example("marked", example.forms, events=[event], document=key, offsets=example.offsets, partial=True)
            )
    return result

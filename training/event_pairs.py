"""Marked pairs from the coded articles: who does it, to whom, and the event's PLOVER category."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize
from training.articles import coded_sets, corrected_codings, is_test_article
from training.examples import MAX_WORDS, ROLE_FAMILY, Example, Pair, words_in

DOERS = ("initiator", "mediator", "convener", "host")
"""Families of roles whose bearer is a pair's source."""
PAIRS_A_CATEGORY = 520


def pairs_of_events(data: Path) -> list[Example]:
    """Marked pairs from the coded articles that are trained on: who does it and to whom, with the event's PLOVER category.

    Of each category at most 520, news first. A sentence may tell more of a pair than one event; a teacher sorts out the rest
    (`material.plausible`).
    """
    found: list[tuple[bool, Example]] = []
    for name, (gold, texts) in coded_sets(data).items():
        articles = {a["id"]: a["text"] for a in map(json.loads, texts.open(encoding="utf8"))} if texts.exists() else {}
        for coding in corrected_codings(gold):
            if coding["id"] not in articles or is_test_article(coding["id"]):
                continue
            text = articles[coding["id"]]
            sentences = split_sentences(text)
            for mention in coding["mentions"]:
                pair = _pair_of(mention, text, sentences)
                if pair is not None:
                    found.append((name.startswith(("news", "treebanks")), pair))
    random.Random(4).shuffle(found)
    taken: Counter[str] = Counter()
    result = []
    for _, example in sorted(found, key=lambda item: not item[0]):
        assert example.pair is not None
        taken[example.pair.category] += 1
        if taken[example.pair.category] <= PAIRS_A_CATEGORY:
            result.append(example)
    return result


def _pair_of(mention: dict[str, Any], text: str, sentences: list[tuple[int, int]]) -> Example | None:
    """The pair of a coded event, None where it has no two sides in one sentence or is denied."""
    if not mention["plover"] or mention["polarity"] != "affirmed":
        return None
    told = [(a["role"], a["mention"]) for a in mention["args"] if a["mention"]]
    sources = [m for role, m in told if ROLE_FAMILY.get(role) in DOERS]
    sides = [m for role, m in told if role == "party"]
    targets = [m for role, m in told if role == "recipient"] or (sides if sources else sides[1:])
    sources = sources or sides
    sentence = next((s for s in sentences if s[0] <= mention["trigger"]["start"] < s[1]), None)
    if not sources or not targets or sentence is None:
        return None
    source, target = sources[0], targets[0]
    inside = all(sentence[0] <= m["start"] and m["end"] <= sentence[1] for m in (source, target))
    if not inside or (source["start"] < target["end"] and target["start"] < source["end"]):
        return None
    offsets = tokenize(text, *sentence)
    words = [words_in(offsets, m["start"], m["end"]) for m in (source, target)]
    if not all(words) or len(offsets) > MAX_WORDS:
        return None
    pair = Pair(words[0], words[1], mention["plover"])
    return Example("coded pair", [text[a:b] for a, b in offsets], offsets=offsets, pair=pair)

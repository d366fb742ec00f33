"""Training material as `Example`s: treebanks (tags, lemmas, trees), names, mentions, and coded articles (events).

Sources and licences are in the model card. Test sections are read only by `evaluate`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.language.en.lemmas import edit_script
from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize

MAX_WORDS = 110

ROLE_FAMILY = {
    "mediator": "mediator", "lead_mediator": "mediator", "co_mediator": "mediator", "facilitator": "mediator",
    "broker": "mediator", "go_between": "mediator", "convener": "convener", "host": "host", "venue_state": "host",
    "party": "party", "initiator": "initiator", "recipient": "recipient", "excluded": "excluded",
    "boycotting": "boycotting", "observer": "observer", "witness": "observer", "monitor": "observer",
    "guarantor": "guarantor", "participant": "participant", "endorser": "initiator", "sponsor": "participant",
    "accompanier": "participant", "adviser_to_party": "participant", "patron": "participant",
}  # fmt: skip
ARGUMENTS = ["none", "initiator", "recipient", "party", "mediator", "convener", "host", "excluded", "boycotting",
             "observer", "guarantor", "participant", "venue", "when", "speaker"]  # fmt: skip
# Where one word fills two roles of one event, the later in this list is kept: rarer roles teach more.
_PRIORITY = {name: rank for rank, name in enumerate(
    ["none", "speaker", "when", "venue", "recipient", "initiator", "party", "participant", "observer", "host",
     "convener", "mediator", "guarantor", "boycotting", "excluded"])}  # fmt: skip


@dataclass
class Event:
    """One coded trigger: word indices, label (type or PLOVER category), clause values, argument label by word."""

    words: list[int]
    label: str
    status: str
    polarity: str
    certainty: str
    tense: str
    arguments: dict[int, str]


@dataclass
class Example:
    """One sentence. A field that is None is not annotated in its source and teaches nothing."""

    source: str
    forms: list[str]
    upos: list[str] | None = None
    lemma_scripts: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    names: list[str] | None = None
    mentions: list[str] | None = None
    events: list[Event] | None = None
    document: str = ""
    offsets: list[tuple[int, int]] = field(default_factory=list)


def read_conllu(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """Yield (comments, rows of 10 columns) for each sentence; multi-word and empty nodes are left out."""
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    with path.open(encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield comments, rows
                comments, rows = {}, []
            elif line[0] == "#":
                if match := re.match(r"# (\S+) = (.*)", line):
                    comments[match[1]] = match[2]
            else:
                columns = line.split("\t")
                if "-" not in columns[0] and "." not in columns[0]:
                    rows.append(columns)
    if rows:
        yield comments, rows


def _tree(source: str, comments: dict[str, str], rows: list[list[str]]) -> Example:
    forms, lemmas = [r[1] for r in rows], [r[2] for r in rows]
    return Example(
        source=source, forms=forms, upos=[r[3] for r in rows], lemmas=lemmas,
        lemma_scripts=[edit_script(f, x) for f, x in zip(forms, lemmas, strict=True)],
        heads=[int(r[6]) for r in rows], relations=[r[7] for r in rows], document=comments.get("sent_id", ""),
    )  # fmt: skip


def gum_spans(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Entity spans (first word, last word, type) of GUM's `Entity` column."""
    spans, open_spans = [], []
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", match[1]) if match else []:
            if part[0] == "(":
                key, kind = part.strip("()").split("-")[:2]
                if part[-1] == ")":
                    spans.append((i, i, kind))
                else:
                    open_spans.append((key, i, kind))
            else:
                key = part[:-1].split("-")[0]
                for k in range(len(open_spans) - 1, -1, -1):
                    if open_spans[k][0] == key:
                        _, start, kind = open_spans.pop(k)
                        spans.append((start, i, kind))
                        break
    return spans


def _add_gum_mentions(example: Example, rows: list[list[str]]) -> None:
    """Mention type on the head word of each entity; names (PER, ORG, LOC) where the head is a proper noun."""
    assert example.heads and example.upos
    example.mentions = ["O"] * len(rows)
    example.names = ["O"] * len(rows)
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    for start, end, kind in sorted(gum_spans(rows), key=lambda s: s[0] - s[1]):
        heads = [i for i in range(start, end + 1) if not start <= example.heads[i] - 1 <= end]
        if not heads:
            continue
        head = heads[0]
        example.mentions[head] = kind
        if example.upos[head] == "PROPN" and kind in kinds:
            first = last = head
            while first > start and example.upos[first - 1] == "PROPN":
                first -= 1
            while last < end and example.upos[last + 1] == "PROPN":
                last += 1
            for i in range(first, last + 1):
                example.names[i] = ("B-" if i == first else "I-") + kinds[kind]


def ewt(folder: Path, section: str) -> list[Example]:
    """UD English EWT with the names of Universal NER; `section` is train, dev or test."""
    names: dict[tuple[str, ...], list[str]] = {}
    forms: list[str] = []
    tags: list[str] = []
    with (folder / "uner" / f"en_ewt-{section}.iob2").open(encoding="utf8") as lines:
        for line in lines:
            if line[0].isdigit():
                _, form, tag = line.rstrip("\n").split("\t")[:3]
                forms.append(form)
                tags.append(tag if tag[2:] in ("PER", "ORG", "LOC") else "O")
            elif forms:
                names[tuple(forms)] = tags
                forms, tags = [], []
    if forms:
        names[tuple(forms)] = tags
    result = []
    for comments, rows in read_conllu(folder / "ewt" / f"en_ewt-{section}.conllu"):
        example = _tree("EWT", comments, rows)
        example.names = names.get(tuple(example.forms))
        result.append(example)
    return result


def gum(folder: Path, section: str, genre: str | None = None) -> list[Example]:
    """UD English GUM, all genres at hand or one; `section` is train, dev or test as in its splits.md."""
    sections: dict[str, str] = {}
    current = ""
    for line in (folder / "gum" / "splits.md").read_text(encoding="utf8").splitlines():
        if match := re.match(r"## (\w+)", line):
            current = match[1]
        elif match := re.match(r"\s+\* (\S+)", line):
            sections[match[1]] = current
    result = []
    for path in sorted((folder / "gum").glob("GUM_*.conllu")):
        kind = path.stem.split("_")[1]
        if sections.get(path.stem, "train") != section or (genre and kind != genre):
            continue
        for comments, rows in read_conllu(path):
            example = _tree(f"GUM_{kind}", comments, rows)
            _add_gum_mentions(example, rows)
            result.append(example)
    return result


def is_test_article(article_id: str) -> bool:
    """Whether a coded article is kept for testing: one in six, by a hash of its id. Nothing trains on these."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 6 == 0


def _words_in(offsets: list[tuple[int, int]], start: int, end: int) -> list[int]:
    return [i for i, (a, b) in enumerate(offsets) if a < end and start < b]


def coded_articles(gold: Path, texts: Path, section: str) -> list[Example]:
    """Sentences of hand-coded articles with their event mentions; `section` is train, test or all."""
    articles = {a["id"]: a for a in map(json.loads, texts.open(encoding="utf8"))}
    result = []
    for path in sorted(gold.glob("*.json")):
        coding = json.loads(path.read_text(encoding="utf8"))
        if coding["id"] not in articles:
            continue
        if section != "all" and is_test_article(coding["id"]) != (section == "test"):
            continue
        text = articles[coding["id"]]["text"]
        for start, end in split_sentences(text)[: coding["window"]]:
            offsets = tokenize(text, start, end)
            if not offsets:
                continue
            example = Example(
                "events", [text[a:b] for a, b in offsets], events=[], document=coding["id"], offsets=offsets
            )
            for mention in coding["mentions"]:
                trigger = mention["trigger"]
                if start <= trigger["start"] < end:
                    example.events.append(_event(mention, offsets, text))
            result.append(example)
    return result


def _event(mention: dict, offsets: list[tuple[int, int]], text: str) -> Event:
    arguments: dict[int, str] = {}

    def fill(start: int, end: int, role: str) -> None:
        for i in _words_in(offsets, start, end):
            if _PRIORITY[role] > _PRIORITY[arguments.get(i, "none")]:
                arguments[i] = role

    for argument in mention["args"]:
        if argument["mention"] and argument["role"] in ROLE_FAMILY:
            fill(argument["mention"]["start"], argument["mention"]["end"], ROLE_FAMILY[argument["role"]])
    for key in ("venue", "when"):
        if mention[key] and mention[key]["mention"]:
            fill(mention[key]["mention"]["start"], mention[key]["mention"]["end"], key)
    if mention["said_by"]:
        speaker = mention["said_by"][-1]["speaker"]
        sentence_start, sentence_end = offsets[0][0], offsets[-1][1]
        at = text.find(speaker, sentence_start, sentence_end)
        if at < 0:
            surname = speaker.split()[-1] if speaker.split() else ""
            at = text.find(surname, sentence_start, sentence_end) if surname[:1].isupper() else -1
            speaker = surname
        if at >= 0:
            fill(at, at + len(speaker), "speaker")
    words = _words_in(offsets, mention["trigger"]["start"], mention["trigger"]["end"])
    return Event(words, mention["type"] or mention["plover"] or "credit_claim", mention["status"], mention["polarity"],
                 mention["certainty"], mention["tense"], arguments)  # fmt: skip

"""Treebanks as examples: UD English EWT with the names of Universal NER, and GUM with its entities and coreference chains.

Sources and licences are in the model card. Test sections are read only by `evaluate` and the benchmarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.language.en.lemmas import edit_script
from training.examples import Example


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


def tree_example(source: str, comments: dict[str, str], rows: list[list[str]]) -> Example:
    """An example of a treebank's sentence: its comments and rows of 10 columns."""
    forms, lemmas = [r[1] for r in rows], [r[2] for r in rows]
    return Example(
        source=source, forms=forms, upos=[r[3] for r in rows], lemmas=lemmas,
        lemma_scripts=[edit_script(f, x) for f, x in zip(forms, lemmas, strict=True)],
        heads=[int(r[6]) for r in rows], relations=[r[7] for r in rows], document=comments.get("sent_id", ""),
    )  # fmt: skip


def entity_brackets(rows: list[list[str]]) -> list[tuple[str, int, int, str]]:
    """Mentions (key of the chain, first word, last word, type) of GUM's `Entity` column."""
    mentions, opened = [], []
    for i, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", match[1]) if match else []:
            if part[0] == "(":
                key, kind = part.strip("()").split("-")[:2]
                if part[-1] == ")":
                    mentions.append((key, i, i, kind))
                else:
                    opened.append((key, i, kind))
                continue
            key = part[:-1].split("-")[0]
            for k in range(len(opened) - 1, -1, -1):
                if opened[k][0] == key:
                    _, first, kind = opened.pop(k)
                    mentions.append((key, first, i, kind))
                    break
    return mentions


def _add_gum_mentions(example: Example, rows: list[list[str]]) -> None:
    """Mention type on the head word of each entity; names (PER, ORG, LOC) where the head is a proper noun."""
    assert example.heads and example.upos
    example.mentions = ["O"] * len(rows)
    example.names = ["O"] * len(rows)
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    spans = [(first, last, kind) for _, first, last, kind in entity_brackets(rows)]
    for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
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
        example = tree_example("EWT", comments, rows)
        example.names = names.get(tuple(example.forms))
        result.append(example)
    return result


def gum_files(folder: Path, section: str) -> list[Path]:
    """Files of GUM's documents of a section, as its splits.md tells; what stands in neither dev nor test is train."""
    sections: dict[str, str] = {}
    current = ""
    for line in (folder / "gum" / "splits.md").read_text(encoding="utf8").splitlines():
        if match := re.match(r"## (\w+)", line):
            current = match[1]
        elif match := re.match(r"\s+\* (\S+)", line):
            sections[match[1]] = current
    return [p for p in sorted((folder / "gum").glob("GUM_*.conllu")) if sections.get(p.stem, "train") == section]


def gum(folder: Path, section: str, genre: str | None = None) -> list[Example]:
    """UD English GUM, all genres at hand or one; `section` is train, dev or test as in its splits.md."""
    result = []
    for path in gum_files(folder, section):
        kind = path.stem.split("_")[1]
        if genre and kind != genre:
            continue
        for comments, rows in read_conllu(path):
            example = tree_example(f"GUM_{kind}", comments, rows)
            _add_gum_mentions(example, rows)
            result.append(example)
    return result


@dataclass
class EntityMention:
    """A mention of GUM's entity layer: first and last word of its sentence, type, and the chain it belongs to."""

    sentence: int
    first: int
    last: int
    kind: str
    chain: str


@dataclass
class EntityDocument:
    """A GUM document with its chains. `sentences` bear word offsets into `text`; `groups` are split antecedents.

    A group is (chain of the plural, chains of its members), from GUM's `SplitAnte` notes ("the two" ← Anna, Ben).
    """

    name: str
    genre: str
    text: str
    sentences: list[Example]
    mentions: list[EntityMention]
    groups: dict[str, set[str]]


def gum_entities(rows: list[list[str]], sentence: int) -> list[EntityMention]:
    """Mentions with their chain from GUM's `Entity` column; the parts of a discontinuous mention are left out."""
    whole = {(first, last): (key, kind) for key, first, last, kind in entity_brackets(rows) if "[" not in key}
    return [EntityMention(sentence, *span, kind, key) for span, (key, kind) in sorted(whole.items())]


def gum_documents(folder: Path, section: str) -> list[EntityDocument]:
    """GUM documents at hand with their coreference chains; `section` is train, dev or test as in its splits.md."""
    return [_entity_document(path) for path in gum_files(folder, section)]


def _entity_document(path: Path) -> EntityDocument:
    made = EntityDocument(path.stem, path.stem.split("_")[1], "", [], [], {})
    for comments, rows in read_conllu(path):
        if "newpar" in comments or "newpar_block" in comments:
            made.text = made.text.rstrip() + "\n" if made.text else ""
        example = tree_example(f"GUM_{made.genre}", comments, rows)
        _add_gum_mentions(example, rows)
        for row in rows:
            example.offsets.append((len(made.text), len(made.text) + len(row[1])))
            made.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            for note in re.findall(r"SplitAnte=([^|]*)", row[9]):
                for member, plural in re.findall(r"([^<,]+)<([^<,]+)", note):
                    made.groups.setdefault(plural, set()).add(member)
        made.text = made.text.rstrip() + " "
        made.mentions += gum_entities(rows, len(made.sentences))
        made.sentences.append(example)
    return made

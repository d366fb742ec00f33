"""Training material as `Example`s: treebanks (tags, lemmas, trees), names, mentions, and coded articles (events).

Sources and licences are in the model card. Test sections are read only by `evaluate`.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.actors import load as load_knowledge
from dragoman.coder.gazetteer import gazetteer
from dragoman.language.en.lemmas import edit_script
from dragoman.language.gazetteer import word_kinds
from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize
from training.corrections import CORRECTIONS, apply_corrections

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


OWN = Path(__file__).parent
GIVEN = ("news", "contrast")
"""Sets whose codings were given; the project's own follow them."""
WRITTEN = 6
"""Number (`Example.coder`) of the largest of the project's own sets, "all kinds, written last"."""


def coded_sets(data: Path) -> dict[str, tuple[Path, Path]]:
    """Codings and texts of each set of coded articles; the data folder may have no part of a set."""
    return {
        "news": (data / "annotations/gold", data / "news/articles.jsonl"),
        "contrast": (data / "contrast/gold", data / "contrast/articles.jsonl"),
        "news, coded since": (OWN / "coded/news-codings.jsonl", data / "news/articles.jsonl"),
        "news, later sentences": (OWN / "coded/news-later-codings.jsonl", data / "news/articles.jsonl"),
        "news, last sentences": (OWN / "coded/news-last-codings.jsonl", data / "news/articles.jsonl"),
        "contrast, written since": (OWN / "coded/contrast-codings.jsonl", OWN / "coded/contrast-articles.jsonl"),
        "reports, written last": (OWN / "coded/reports-codings.jsonl", OWN / "coded/reports-articles.jsonl"),
        "all kinds, written last": (OWN / "coded/written-codings.jsonl", OWN / "coded/written-articles.jsonl"),
        "treebanks and pairs": (OWN / "coded/treebank-codings.jsonl", treebank_texts(data)),
    }


def treebank_texts(data: Path, kept: Path = OWN / "work/treebank-articles.jsonl") -> Path:
    """A file with the training documents of EWT and GUM and the training sentences of PLV_train as articles; made where it is missing."""
    if not kept.exists() and (data / "treebank").exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        texts = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in _treebank_documents(data))
        unfinished = kept.with_suffix(".part")
        unfinished.write_text(texts, encoding="utf8")
        unfinished.replace(kept)
    return kept


def _treebank_documents(data: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each; of a pair's sentence the id is a hash. Sentences are joined by a blank, GUM's paragraphs by a blank line."""
    ewt_file = data / "treebank/ewt/en_ewt-train.conllu"
    files = [
        *([ewt_file] if ewt_file.exists() else []),
        *(gum_files(data / "treebank", "train") if (data / "treebank/gum").exists() else []),
    ]
    texts: dict[str, str] = {}
    for file in files:
        for comments, rows in read_conllu(file):
            key = comments["sent_id"].rsplit("-", 1)[0]
            before = texts.get(key, "")
            gap = "" if not before else "\n\n" if "newpar_block" in comments else " "
            texts[key] = before + gap + comments.get("text", " ".join(r[1] for r in rows))
    yield from texts.items()
    pairs = data / "relations/PLV_train.tsv"
    rows = public_pairs(pairs) if pairs.exists() else []
    plain = [(" ".join(unmarked(text)[0].split()), is_test_pair(text)) for text, _ in rows if _is_marked(text)]
    kept_for_tests = {text for text, test in plain if test}
    for text, _ in dict.fromkeys(plain):
        key = f"pair-{pair_key(text)}"
        # Its pair is trained on: a sentence that the hash keeps from training as an article would not be unread.
        if text not in kept_for_tests and not is_test_article(key):
            yield key, text


def _is_marked(text: str) -> bool:
    return text.count("<s>") == text.count("</s>") == text.count("<t>") == text.count("</t>") == 1


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
class Pair:
    """Words of a marked source and target, and the PLOVER category of what the one does to the other."""

    source: list[int]
    target: list[int]
    category: str


@dataclass
class Soft:
    """What a teacher thinks of a sentence, as probabilities in half precision.

    Attributes:
        event: [N, E] of each word. clause: by head, [N, labels]. name: [N, names].
        triggers: words that are triggers, coded or seen by the teacher.
        arguments: [K, N, A] of each trigger and word.
    """

    event: Any
    clause: dict[str, Any]
    name: Any
    triggers: list[int]
    arguments: Any


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
    kinds: list[int] = field(default_factory=list)
    pair: Pair | None = None
    partial: bool = False
    """Whether only the trigger, source and target of a marked pair are known, and nothing of the other words."""
    soft: Soft | None = None
    coder: int = 0
    """Who coded it: 0 where codings were given, else the number of the project's own set."""
    category: Any = None
    """The teacher's probabilities [C] of a pair's categories."""


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
        example = _tree("EWT", comments, rows)
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
            example = _tree(f"GUM_{kind}", comments, rows)
            _add_gum_mentions(example, rows)
            result.append(example)
    return result


def is_test_article(article_id: str) -> bool:
    """Whether a coded article is kept for testing: one in six, by a hash of its id. Nothing trains on these."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 6 == 0


RUN = 8
NEAR_COPY = 0.2
"""In a gap: of the news articles kept for testing five share 25 to 60 % of such runs with one training article and no other more than 9 %."""


def near_copies(articles: Iterable[dict[str, Any]]) -> set[str]:
    """Ids of articles kept for testing of whose runs of 8 words at least a fifth stand in one training article.

    They are agency reports that another outlet printed, too; no figure is reported on them.
    """
    runs: dict[str, set[int]] = {}
    for article in articles:
        words = re.findall(r"\w+", article["text"].lower())
        runs[article["id"]] = {hash(tuple(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}
    holders: dict[int, list[str]] = defaultdict(list)
    for key, own in runs.items():
        if not is_test_article(key):
            for run in own:
                holders[run].append(key)
    found = set()
    for key, own in runs.items():
        shared = Counter(holder for run in own for holder in holders.get(run, ()))
        if is_test_article(key) and shared and max(shared.values()) >= NEAR_COPY * len(own):
            found.add(key)
    return found


def words_in(offsets: list[tuple[int, int]], start: int, end: int) -> list[int]:
    return [i for i, (a, b) in enumerate(offsets) if a < end and start < b]


def half(article: str) -> str | None:
    """dev or test for the articles kept from training, None for the others."""
    number = int(hashlib.sha256(article.encode()).hexdigest(), 16)
    return None if number % 6 else ("test" if number % 12 == 0 else "dev")


def read_codings(path: Path) -> Iterator[dict[str, Any]]:
    """Hand codings of articles, from a folder with a JSON file each or from a JSONL file."""
    if not path.exists():
        return
    lines = path.open(encoding="utf8") if path.is_file() else (p.read_text("utf8") for p in sorted(path.glob("*.json")))
    yield from map(json.loads, lines)


def corrected_codings(path: Path) -> Iterator[dict[str, Any]]:
    """The same with the corrections of what was given, a file each; what was coded since is put right where it stands."""
    codings = read_codings(path)
    yield from apply_corrections(codings, CORRECTIONS) if path.is_dir() else codings


def all_coded_articles(data: Path, section: str) -> list[Example]:
    """Sentences of all coded articles, given (under `data`) and coded since (`training/coded`); see `coded_articles`."""
    result = []
    for name, (gold, texts) in coded_sets(data).items():
        for example in coded_articles(gold, texts, section):
            example.coder = max(0, list(coded_sets(data)).index(name) + 1 - len(GIVEN))
            result.append(example)
    return result


def uncoded_sentences(data: Path) -> list[Example]:
    """Sentences of the training articles of `news/` that nobody has coded; a teacher reads them."""
    coded: dict[str, set[tuple[int, int]]] = {}
    articles = {a["id"]: a["text"] for a in map(json.loads, (data / "news/articles.jsonl").open(encoding="utf8"))}
    for name, (gold, texts) in coded_sets(data).items():
        for example in coded_articles(gold, texts, "train") if "news" in name else []:
            coded.setdefault(example.document, set()).add(example.offsets[0])
    result = []
    for key, text in articles.items():
        if is_test_article(key):
            continue
        for start, end in split_sentences(text):
            offsets = tokenize(text, start, end)
            if offsets and len(offsets) <= MAX_WORDS and offsets[0] not in coded.get(key, ()):
                forms = [text[a:b] for a, b in offsets]
                result.append(Example("uncoded", forms, document=key, offsets=offsets))
    return result


def coded_articles(gold: Path, texts: Path, section: str) -> list[Example]:
    """Sentences of hand-coded articles with their event mentions; `section` is train, test or all."""
    articles = {a["id"]: a for a in map(json.loads, texts.open(encoding="utf8"))}
    result = []
    for coding in corrected_codings(gold):
        if coding["id"] not in articles:
            continue
        if section != "all" and is_test_article(coding["id"]) != (section == "test"):
            continue
        text = articles[coding["id"]]["text"]
        first, last = coding.get("span", (0, len(text)))
        spans = [s for s in split_sentences(text) if first <= s[0] < last]
        for start, end in spans if "span" in coding else spans[: coding["window"]]:
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
        for i in words_in(offsets, start, end):
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
    words = words_in(offsets, mention["trigger"]["start"], mention["trigger"]["end"])
    return Event(words, mention["type"] or mention["plover"] or "credit_claim", mention["status"], mention["polarity"],
                 mention["certainty"], mention["tense"], arguments)  # fmt: skip


def is_test_pair(text: str) -> bool:
    """Whether a marked pair is kept for testing: one in five, by a hash of its text. Nothing trains on these."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def scales_temperature(text: str) -> bool:
    """Whether a pair kept for testing is in the half that the temperature is fitted on; calibration is measured on the other."""
    return is_test_pair(text) and int(hashlib.sha256(text.encode()).hexdigest(), 16) % 10 == 0


YIELD = ("CONCEDE", "RETREAT")
"""What PLOVER's earlier root YIELD was split into; PLV_train.tsv still has YIELD."""


def public_pairs(path: Path) -> list[tuple[str, str]]:
    """Marked sentence and gold category, YIELD among them, of each row of PLV_train.tsv (Hu et al. 2024, Zero-Shot-PLOVER)."""
    with path.open(encoding="utf8", newline="") as lines:
        return [(row["marked_sentence"], row["gold_root"]) for row in csv.DictReader(lines, delimiter="\t")]


def own_pairs(folder: Path) -> list[tuple[str, str]]:
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


def triggers_of_pairs(rows: list[tuple[str, str]], path: Path = OWN / "coded/pair-triggers.tsv") -> list[Example]:
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


def pair_key(marked: str) -> str:
    """What a marked sentence is called where its text can't stand."""
    return hashlib.sha256(marked.encode()).hexdigest()[:12]


def add_kinds(examples: list[Example]) -> None:
    """Fill in the kinds of known names, found in the words as they stand or, where the source has no text, joined by blanks."""
    names = gazetteer(load_knowledge())
    for example in examples:
        offsets, at = [], 0
        for form in example.forms:
            offsets.append((at, at + len(form)))
            at += len(form) + 1
        example.kinds = word_kinds(offsets, names(" ".join(example.forms)))


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
        example = _tree(f"GUM_{made.genre}", comments, rows)
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

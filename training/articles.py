"""Articles coded by hand as examples: the sets there are, which of them are kept for testing, and their event mentions."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.text.sentences import split_sentences
from dragoman.text.tokens import tokenize
from training.corrections import CORRECTIONS, apply_corrections
from training.examples import MAX_WORDS, ROLE_FAMILY, Event, Example, words_in
from training.marked_pairs import is_marked, is_test_pair, pair_key, public_pairs, unmarked
from training.treebanks import gum_files, read_conllu

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
    plain = [(" ".join(unmarked(text)[0].split()), is_test_pair(text)) for text, _ in rows if is_marked(text)]
    kept_for_tests = {text for text, test in plain if test}
    for text, _ in dict.fromkeys(plain):
        key = f"pair-{pair_key(text)}"
        # Its pair is trained on: a sentence that the hash keeps from training as an article would not be unread.
        if text not in kept_for_tests and not is_test_article(key):
            yield key, text


def is_test_article(article_id: str) -> bool:
    """Whether a coded article is kept for testing: one in six, by a hash of its id. Nothing trains on these."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 6 == 0


def half(article: str) -> str | None:
    """dev or test for the articles kept from training, None for the others."""
    number = int(hashlib.sha256(article.encode()).hexdigest(), 16)
    return None if number % 6 else ("test" if number % 12 == 0 else "dev")


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


# Where one word fills two roles of one event, the later in this list is kept: rarer roles teach more.
_PRIORITY = {name: rank for rank, name in enumerate(
    ["none", "speaker", "when", "venue", "recipient", "initiator", "party", "participant", "observer", "host",
     "convener", "mediator", "guarantor", "boycotting", "excluded"])}  # fmt: skip


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

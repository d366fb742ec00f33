"""What screening keeps from the model, and what it must not: articles coded by hand, and texts about anything.

    python benchmarks/screening.py --data DATA [--texts NAME=FILE ...] [--code 40]

DATA holds annotations/, contrast/, news/ and treebank/. A FILE of --texts has an article a line, as JSON with a field "text" or plain.
One coded article in six, by a hash of its id, is kept for testing: thresholds were chosen on the others. Tables:

    language    English articles that would be set aside (must be 0), and how far they are from it
    relevance   by threshold: share of the articles with a coded mention that are read, of their mentions, and share set aside among
                coded articles without one, documents of the treebanks (web and books, few of them news), and each --texts
    time        milliseconds an article; with --code N the same for coding N of the articles on one thread, and the share
    same        with --code N: whether the articles that are read are coded byte for byte as without the screen, when as many documents
                of the treebanks, most of which are set aside, stand between them
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

import msgspec
from training.articles import coded_sets, is_test_article, read_codings

import dragoman
from dragoman.records import Document
from dragoman.screening import LANGUAGE, Screen, language, relevance
from dragoman.screening.screen import words_of

LONG = 1500
"""Characters from which a document of the treebanks is like an article."""


class Article(NamedTuple):
    """A document, the number of mentions coded in it, and whether it is kept for testing."""

    document: Document
    mentions: int
    test: bool


def coded_articles(data: Path) -> list[Article]:
    """Every article that is coded by hand, once, with its mentions in all sets."""
    mentions: dict[str, int] = defaultdict(int)
    texts: dict[str, Document] = {}
    for name, (codings, articles) in coded_sets(data).items():
        if not articles.exists() or name == "treebanks and pairs":  # posts and single sentences, no articles
            continue
        for line in articles.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            texts[row["id"]] = Document.of(
                row["text"], id=row["id"], title=row.get("title"), outlet=row.get("outlet"), published=row.get("published")
            )  # fmt: skip
        for coding in read_codings(codings):
            mentions[coding["id"]] += len(coding["mentions"])
    return [Article(texts[id_], count, is_test_article(id_)) for id_, count in mentions.items() if id_ in texts]


def treebank_documents(data: Path) -> list[Document]:
    """Documents of EWT and GUM that are as long as an article."""
    sentences: dict[str, list[str]] = defaultdict(list)
    for file in sorted((data / "treebank").glob("*/*.conllu")):
        document = ""
        for line in file.read_text(encoding="utf8").splitlines():
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ")
            elif line.startswith("# text = "):
                sentences[document].append(line.removeprefix("# text = "))
    texts = (" ".join(parts) for parts in sentences.values())
    return [Document.of(text) for text in texts if len(text) >= LONG]


def read_texts(path: Path) -> list[Document]:
    """An article a line, as JSON or plain."""
    lines = path.read_text(encoding="utf8").splitlines()
    rows = (json.loads(line) if line.startswith("{") else {"text": line} for line in lines if line.strip())
    return [Document.of(row["text"], title=row.get("title")) for row in rows]


def score(document: Document) -> float:
    """The score by which relevance is judged; endless where the text is too short to be judged."""
    title, words = words_of(document)
    return relevance.score([*title, *words]) if len(words) >= relevance.LEAST_WORDS else float("inf")


def language_table(documents: list[Document], screen: Screen) -> None:
    """Print how far English articles are from being set aside."""
    aside = [d.id for d in documents if (o := screen.judge(d)) and o.reason == LANGUAGE]
    shares = sorted(language.common_share(words_of(d)[1]) for d in documents)
    english = sorted(language.english_probability(d.text) for d in documents)
    print(f"\nlanguage: {len(aside)} of {len(documents):,} English articles set aside {aside[:5]}")
    print(f"  common words: least share {shares[0]:.3f}, set aside below {language.LEAST_COMMON}")
    print(f"  probability of English: least {english[0]:.3f}, set aside below {language.MOST_ENGLISH}")


def relevance_table(articles: list[Article], others: dict[str, list[Document]]) -> None:
    """Print by threshold what is read and what is set aside."""
    scores = [(score(a.document), a) for a in articles]
    sets = {"coded, none": [s for s, a in scores if not a.mentions]}
    sets |= {name: [score(d) for d in documents] for name, documents in others.items()}
    head = f"{'threshold':>9}{'read: train':>13}{'test':>8}{'mentions':>10}" + "".join(f"{n:>14}" for n in sets)
    sizes = [sum(1 for _, a in scores if a.mentions and a.test == test) for test in (False, True)]
    counted = f"{'':9}{sizes[0]:13,}{sizes[1]:8,}{sum(a.mentions for _, a in scores if a.test):10,}"
    print(f"\nrelevance\n{head}\n{counted}" + "".join(f"{len(values):14,}" for values in sets.values()))
    steps = (3.0, 4.0, 4.5, 5.0, 5.5, 6.0, 7.0)
    for least in sorted({*steps, relevance.LEAST}):
        read = []
        for test in (False, True):
            bearing = [s for s, a in scores if a.mentions and a.test == test]
            read.append(sum(s >= least for s in bearing) / len(bearing))
        kept = sum(a.mentions for s, a in scores if a.test and s >= least)
        kept_share = kept / sum(a.mentions for _, a in scores if a.test)
        aside = "".join(f"{sum(s < least for s in values) / len(values):14.1%}" for values in sets.values())
        mark = " *" if least == relevance.LEAST else ""
        print(f"{least:9.1f}{read[0]:13.2%}{read[1]:8.2%}{kept_share:10.2%}{aside}{mark}")


def time_table(documents: list[Document], between: list[Document], screen: Screen, number: int) -> None:
    """Print what screening costs, and with a number what coding costs and whether both code alike."""
    screen.judge(documents[0])
    begun = time.process_time()
    read = [d for d in documents if screen.judge(d) is None]
    each = (time.process_time() - begun) / len(documents)
    characters = sum(len(d.text) for d in documents) / len(documents)
    print(f"\ntime: {each * 1000:.2f} ms an article of {characters:,.0f} characters on average")
    if not number:
        return
    some = documents[:: max(1, len(documents) // number)][:number]
    coder = dragoman.load(threads=1)
    coder("Envoys from both sides met in Geneva on Monday.")
    begun = time.process_time()
    coded = {c.document.id: msgspec.json.encode(c.events) for c in coder.code_many(some)}
    coding = (time.process_time() - begun) / len(some)
    begun = time.process_time()
    screened = [d for d in some if screen.judge(d) is None]
    share = (time.process_time() - begun) / len(some) / coding
    print(f"  coding: {coding * 1000:.1f} ms an article ({len(some)} of them); screening takes {share:.2%} of that")
    mixed = [d for pair in zip(screened, between, strict=False) for d in pair]
    alone = [d for d in mixed if screen.judge(d) is None]
    both = {c.document.id: msgspec.json.encode(c.events) for c in coder.code_many(mixed)}
    same = all(
        msgspec.json.encode(c.events) == both[c.document.id] == coded.get(c.document.id, both[c.document.id])
        for c in coder.code_many(alone)
    )
    print(f"same: {len(alone)} of {len(mixed)} are read and coded {'byte for byte alike' if same else 'DIFFERENTLY'}")
    print(f"  of all {len(documents):,} coded articles {len(read):,} are read")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--texts", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--code", type=int, default=0, metavar="N")
    options = parser.parse_args()
    screen = Screen()
    articles = coded_articles(options.data)
    others = {"treebanks": treebank_documents(options.data)}
    for given in options.texts:
        name, _, file = given.partition("=")
        others[name] = read_texts(Path(file))
    documents = [article.document for article in articles]
    language_table(documents, screen)
    relevance_table(articles, others)
    time_table(documents, others["treebanks"], screen, options.code)


if __name__ == "__main__":
    main()

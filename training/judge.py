"""Makes what weighs model and rules (`src/dragoman/language/en/judge/`): counts of the rules, and weights.

    python -m training.judge --data DATA [--weights-only]

Counts: every rule of the ontology is matched in the coded articles that are trained on; whether its words are an event there, and of which
label. Some five minutes. Weights: two logistic regressions on the candidates in the development half of the articles kept from training,
where the model is as unsure as on new text; printed is how they do on articles left out in turn.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from dragoman.coder import Coder
from dragoman.coder.deciding.discourse import label_shares, with_prior
from dragoman.coder.deciding.judge import could_hold_event, decide
from dragoman.coder.deciding.lexical import LexicalReading, opening_of
from dragoman.coder.deciding.reading import learned_triggers
from dragoman.coder.deciding.stacking import FEATURES, NONE, RuleShares, Stacker, density_of, features_of, read_counts
from dragoman.coder.draft.options import Thresholds
from dragoman.language.parse import Floats, Sentence
from dragoman.records import Document
from training.articles import coded_sets, corrected_codings, half, is_test_article

OUT = Path("src/dragoman/language/en/judge")
RIDGE = 0.003
FOLDS = 8
ROUNDS = 60

Coding = dict[str, Any]


def coded_documents(data: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[Coding, Document]]:
    """Coding and document of the coded articles whose id is wanted."""
    for name in coded_sets(data):
        for codings, document in coded_documents_of(data, name, wanted):
            yield from ((coding, document) for coding in codings)


def coded_documents_of(data: Path, name: str, wanted: Callable[[str], bool]) -> Iterator[tuple[list[Coding], Document]]:
    """The documents of one set whose id is wanted, each with all its codings."""
    gold, texts = coded_sets(data)[name]
    articles = {a["id"]: a for a in map(json.loads, texts.open(encoding="utf8"))} if texts.exists() else {}
    codings: dict[str, list[Coding]] = defaultdict(list)
    for coding in corrected_codings(gold):
        if coding["id"] in articles and wanted(coding["id"]):
            codings[coding["id"]].append(coding)
    for key, some in codings.items():
        about = {name: articles[key].get(name) for name in ("title", "outlet", "published")}
        yield some, Document.of(articles[key]["text"], id=key, **about)


def coded_part(coding: Coding, sentences: list[Sentence]) -> list[Sentence]:
    """The sentences that were coded."""
    some = sentences[: coding.get("window", 25)]
    first, last = coding.get("span", (0, some[-1].end if some else 0))
    return [s for s in sentences if first <= s.start < last]


def told(coding: Coding, sentence: Sentence, words: list[int]) -> list[str]:
    """Labels of the coded mentions whose trigger has one of these words."""
    spans = [sentence.slice(i, i) for i in words]
    return [
        m["type"] or m["plover"]
        for m in coding["mentions"]
        if any(a < m["trigger"]["end"] and m["trigger"]["start"] < b for a, b in spans)
    ]


def count(coder: Coder, data: Path) -> dict[str, Counter[str]]:
    """By rule, how many of its marks in the training articles were events of which label, "O" for none.

    The words of a wording count as well as the one that it marks: of "brokered a truce" coders take either.
    """
    codings: dict[str, list[Coding]] = defaultdict(list)
    documents: dict[str, Document] = {}
    for coding, document in coded_documents(data, lambda key: not is_test_article(key)):
        codings[document.id].append(coding)
        documents[document.id] = document
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, document in documents.items():
        sentences = next(coder.parsed([document]))
        phrases = coder.phrases(document, sentences)
        for coding in codings[key]:
            for sentence in coded_part(coding, sentences):
                for match in coder.matcher.match(sentence, phrases):
                    labels = told(coding, sentence, [*match.words, *match.anchor])
                    own = match.trigger.label
                    counts[match.trigger.id][own if own in labels else labels[0] if labels else NONE] += 1
    return counts


def material(coder: Coder, stacker: Stacker, data: Path) -> tuple[Floats, Floats, list[str]]:
    """Features [N, F] of the candidates in the development half, whether each is an event and has the right label [N, 2], and its article."""
    labels, limits = coder.engine.labels["event"], msgspec.structs.replace(Thresholds(), kept=0.0)
    rows, right, articles = [], [], []
    for coding, document in coded_documents(data, lambda key: half(key) == "dev"):
        sentences = next(coder.parsed([document]))
        phrases = coder.phrases(document, sentences)
        shares, density = label_shares(sentences), density_of(s.reading.probabilities for s in sentences if s.reading)
        for sentence in coded_part(coding, sentences):
            if shares is not None:
                with_prior(sentence, shares, limits.document_weight)
            elsewhere = coder.words.lexicon.tells_of_elsewhere(sentence.text)
            if sentence.reading is None or elsewhere or not could_hold_event(sentence, limits):
                continue
            rules = coder.matcher.match(sentence, phrases)
            learned = learned_triggers(sentence, labels, limits.seen)
            read, alone = sentence.reading.probabilities, LexicalReading(coder.lexical, sentence, opening_of(sentences))
            for c in decide(sentence, rules, learned, labels, limits, stacker, density, lexical=alone):
                rule = c.rule.trigger if c.rule else None
                rows.append(
                    features_of(
                        read,
                        c.words,
                        labels.index(c.label),
                        density,
                        rule,
                        stacker.shares,
                        c.label,
                        alone.of(c.words, c.label),
                    )
                )
                found = told(coding, sentence, c.words)
                right.append([bool(found), c.label in found])
                articles.append(document.id)
    return np.array(rows), np.array(right, float), articles


def fitted(rows: Floats, right: Floats) -> list[float]:
    """Weights of a logistic regression, the bias last: Newton's method, with a penalty on the weights of standardised features."""
    middle, scale = rows.mean(0), rows.std(0) + 1e-6
    x = np.hstack([(rows - middle) / scale, np.ones((len(rows), 1))])
    weights = np.zeros(x.shape[1])
    penalty = np.full(len(weights), RIDGE * len(x))
    penalty[-1] = 0.0
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - right) + penalty * weights
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9), slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = weights[:-1] / scale
    return [round(float(w), 5) for w in (*plain, weights[-1] - plain @ middle)]


def cross_validated(rows: Floats, right: Floats, articles: list[str]) -> Floats:
    """Mean of the two probabilities [N] of each candidate, by weights of the articles of other folds."""
    number = {article: k for k, article in enumerate(dict.fromkeys(articles))}
    fold = np.array([number[a] % FOLDS for a in articles])
    result = np.zeros(len(rows))
    for k in range(FOLDS):
        for column in (0, 1):
            *weights, bias = fitted(rows[fold != k], right[fold != k, column])
            result[fold == k] += 0.5 / (1 + np.exp(-(rows[fold == k] @ np.array(weights) + bias)))
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with annotations/, news/, contrast/")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--weights-only", action="store_true", help="keep the counts")
    options = parser.parse_args()
    coder = Coder(threads=2)
    if not options.weights_only:
        counts = count(coder, options.data)
        lines = [f"{rule}\t{label}\t{n}\n" for rule, some in sorted(counts.items()) for label, n in some.most_common()]
        (options.out / "counts.tsv").write_text("rule\tlabel\tcount\n" + "".join(lines), encoding="utf8")
    read = read_counts((options.out / "counts.tsv").read_text(encoding="utf8").splitlines())
    nothing = [0.0] * (len(FEATURES) + 1)
    stacker = Stacker(
        RuleShares(read, coder.ontology.triggers), {"features": FEATURES, "event": nothing, "label": nothing}
    )
    rows, right, articles = material(coder, stacker, options.data)
    sure = cross_validated(rows, right, articles)
    for limit in (0.0, 0.25, 0.28, 0.31, 0.34, 0.37):
        kept = right[sure >= limit]
        share, found = kept.mean(0), kept.sum(0) / right.sum(0)
        print(f"kept {limit:.2f}: precision {share.round(3)}, of all found {found.round(3)} (any event, right label)")
    weights = {"features": FEATURES, "event": fitted(rows, right[:, 0]), "label": fitted(rows, right[:, 1])}
    lines = [f'  "{key}": {json.dumps(value)}' for key, value in weights.items()]
    (options.out / "weights.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf8")


if __name__ == "__main__":
    main()

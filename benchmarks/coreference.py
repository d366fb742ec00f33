"""Coreference on GUM: chains of names, descriptions and pronouns against those coded by hand, with a baseline beside.

    python benchmarks/coreference.py --data DATA [--section dev|test] [--genre news] [--cache FILE]

Words and sentences are GUM's, tags, trees and mentions the model's. "gold mentions" gives both systems the coded spans. Chains of one
mention are left out on both sides, as in CoNLL-2012, so that only linking counts; a mention is right only where its span is. The ranker was
trained on GUM train, its costs chosen there too; dev was looked at while features were written, test was not. Baseline: phrases with the same head
word are one, and a pronoun means the nearest earlier subject that agrees with it in number and gender.
"Groups" is the share of coded split antecedents ("the two" ← Anna, Ben) whose members were all found.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

from training.coreference import parsed
from training.treebanks import EntityDocument, EntityMention, gum_documents

from coreference_scores import Chains, score
from dragoman.coder.coreference import Reference, resolve_references
from dragoman.coder.coreference.ranker import chains
from dragoman.coder.names.coreference_words import load
from dragoman.coder.names.references import describe, in_order, references
from dragoman.language.parse import Sentence

COLUMNS = ("MUC", "B3", "CEAFe", "CoNLL", "LEA")
SUBJECT_LOOK_BACK = 3
"""Sentences in which the baseline looks for a pronoun's subject."""


def coded(document: EntityDocument) -> Chains:
    """The coded chains of at least two mentions, as spans."""
    made: dict[str, set[tuple[int, int, int]]] = {}
    for m in document.mentions:
        made.setdefault(m.chain, set()).add((m.sentence, m.first, m.last))
    return [frozenset(c) for c in made.values() if len(c) > 1]


def gold_references(document: EntityDocument, sentences: Sequence[Sentence]) -> list[Reference]:
    """The coded mentions with kind, number and gender read by Dragoman; type as coded."""
    return in_order([_gold(m, sentences[m.sentence]) for m in document.mentions])


def _gold(mention: EntityMention, sentence: Sentence) -> Reference:
    inside = range(mention.first, mention.last + 1)
    head = next((i for i in inside if sentence.tokens[i].head not in inside), mention.first)
    sentence.tokens[head].mention, kept = mention.kind, sentence.tokens[head].mention
    made = describe(sentence, mention.sentence, head, mention.first, mention.last, load())
    sentence.tokens[head].mention = kept
    return made


def baseline(found: Sequence[Reference], sentences: Sequence[Sentence]) -> list[list[int]]:
    """Chains by same head word and nearest fitting subject."""
    antecedents: list[int | None] = []
    last_of: dict[str, int] = {}
    for i, r in enumerate(found):
        word = sentences[r.sentence].tokens[r.head]
        if r.kind != "pronoun":
            antecedents.append(last_of.get(word.lemma.lower()))
            last_of[word.lemma.lower()] = i
            continue
        fitting = [
            k for k in range(i)
            if sentences[found[k].sentence].tokens[found[k].head].relation.startswith("nsubj")
            and r.sentence - found[k].sentence <= SUBJECT_LOOK_BACK and _fits(found[k], r)
        ]  # fmt: skip
        antecedents.append(fitting[-1] if fitting else None)
    return chains(antecedents)


def _fits(a: Reference, b: Reference) -> bool:
    number = "any" in (a.number, b.number) or a.number == b.number
    persons = {"m", "f", "person"}
    gender = (
        "any" in (a.gender, b.gender)
        or a.gender == b.gender
        or ("person" in (a.gender, b.gender) and {a.gender, b.gender} <= persons)
    )
    return number and gender


def spans(found: Sequence[Reference], made: Sequence[Sequence[int]]) -> Chains:
    """Chains of at least two as spans."""
    return [frozenset(found[i].span for i in c) for c in made if len(c) > 1]


def groups(document: EntityDocument, sentences: Sequence[Sentence], found: Sequence[Reference]) -> tuple[int, int, int]:
    """Coded split antecedents: how many, how many were given members, how many the right ones."""
    chain = {(m.sentence, m.first, m.last): m.chain for m in document.mentions}
    resolved = resolve_references(found, sentences, document.text)
    answers: dict[str, set[str]] = {}
    for r in found:
        members = {chain.get(m.span, "") for m in resolved.members(r.sentence, r.head)}
        if members and chain.get(r.span) in document.groups:
            answers[chain[r.span]] = members
    right = sum(members == document.groups[plural] for plural, members in answers.items())
    return len(document.groups), len(answers), right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--section", default="dev", choices=("dev", "test"))
    parser.add_argument("--genre", help="one genre only, such as news")
    parser.add_argument("--model", type=Path, help="folder of another exported model")
    parser.add_argument("--cache", type=Path, help="file of parses (pickle), made if not there")
    options = parser.parse_args()
    if options.cache and options.cache.exists():
        documents, parses = pickle.loads(options.cache.read_bytes())
    else:
        documents = gum_documents(options.data / "treebank", options.section)
        parses = parsed(documents, options.model)
        if options.cache:
            options.cache.write_bytes(pickle.dumps((documents, parses)))
    both = [(d, s) for d, s in zip(documents, parses, strict=True) if options.genre in (None, d.genre)]
    print(f"GUM {options.section}, {len(both)} documents{'':14}" + "".join(f"{c:>8}" for c in COLUMNS))
    for gold in (False, True):
        named = [(d, s, gold_references(d, s) if gold else references(s, load())) for d, s in both]
        mentions = "gold mentions" if gold else "found mentions"
        base = score((coded(d), spans(f, baseline(f, s))) for d, s, f in named)
        own = score((coded(d), _own(d, s, f)) for d, s, f in named)
        for label, result in ((f"baseline, {mentions}", base), (f"Dragoman, {mentions}", own)):
            print(f"{label:40}" + "".join(f"{result[c]:8.1f}" for c in COLUMNS))
        total, given, right = (sum(x) for x in zip(*(groups(d, s, f) for d, s, f in named), strict=True))
        print(f"  groups, {mentions}: {total} coded, {given} given members, {right} the right ones")


def _own(document: EntityDocument, sentences: Sequence[Sentence], found: Sequence[Reference]) -> Chains:
    resolved = resolve_references(found, sentences, document.text)
    return [frozenset(r.span for r in chain) for chain in resolved.chains if len(chain) > 1]


if __name__ == "__main__":
    main()

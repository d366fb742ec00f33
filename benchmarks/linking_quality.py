"""How well mentions of several documents are joined: documents into roots, event mentions into events.

    python benchmarks/linking_quality.py --data DATA [--coded] [--set threshold=0.6 ...] [--errors N] [--only roots|events]

DATA holds news/articles.jsonl and annotations/gold; the other hand codings lie in training/coded. Labels, without any news text, lie in
data/roots.jsonl and data/events.jsonl beside this file; data/README.md tells how they were made.

    roots    precision, recall and F1 of the labelled pairs of documents that have one root
    events   B³, MUC and CEAFe (coreference_scores.py) over bundles of articles on the same happenings, singles included

The linker gets the mentions that people coded, so that linking alone is measured; `--coded` lets the coder read the texts first and
pairs its mentions with the labelled ones by overlap of their triggers: what it misses or makes up counts against it. Dates, venues,
speakers and actors are as coded, actors resolved as the coder resolves them; track labels were not coded. A mention that
belongs to no event stands alone.

Rows of events: `linker` is Dragoman; `alone` leaves every mention alone; `type and day` joins mentions of one type (without one, PLOVER
category) and one day (coded, else of publication). `typed` are the same three without mentions that have only a PLOVER category. `steps`
is the linker against a finer reading of the labels, in which declaration, start, extension and end of a truce are events of their own;
`paired`, with `--coded`, leaves out what the coder missed and made up.

One half (`dev`, by a hash of the bundle's or story's name) is for improving the linker; the other (`test`) only for reporting: its
errors are never listed. `second set` are pairs written by somebody else after the rules of roots were proposed; they are in no half.
The row below each system gives 95 % intervals from 1,000 resamples of whole bundles or stories.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

import msgspec
import numpy as np
from training.articles import coded_sets, read_codings

import dragoman
from coreference_scores import Chains, b_cubed, ceaf_e, f1, muc
from dragoman.actors import load
from dragoman.coder.draft.identity import mention_id
from dragoman.linking import LinkOptions, link
from dragoman.linking.roots import find_roots
from dragoman.records import (
    AttributionStep,
    CoderVersion,
    Document,
    DocumentRef,
    EventMention,
    Evidence,
    Participant,
    Plover,
    Span,
    Venue,
    When,
)
from dragoman.text.sentences import split_sentences

HERE = Path(__file__).parent / "data"
EXAMPLES = Path(__file__).parent.parent / "examples" / "articles"
ROUNDS = 1000
METRICS = {"B3": b_cubed, "MUC": muc, "CEAFe": ceaf_e}
HAND = CoderVersion(name="people", version="0", model="none", lexicon="none", rule="by hand")
HELD = ("held", "held_partial", "under_way", "suspended", "collapsed")

Key = tuple[str, int, int]
"""Document, start and end of a trigger."""


class Bundle(NamedTuple):
    """Articles on the same happenings, the labelled mentions as records, and the label of each."""

    name: str
    documents: list[Document]
    mentions: dict[Key, EventMention]
    events: dict[Key, str]


class Systems(NamedTuple):
    """Chains that the systems make of a bundle, beside the labelled ones."""

    gold: list[frozenset[Hashable]]
    found: dict[str, list[frozenset[Hashable]]]


def half(unit: str) -> str:
    """dev or test."""
    return "dev" if int(hashlib.sha256(unit.encode()).hexdigest(), 16) % 2 else "test"


# From hand codings to records.


@cache
def resolved(name: str, published: str | None) -> Any:
    return load().resolve(name, published=published)


def participant(argument: Mapping[str, Any], document: Document) -> Participant:
    """An argument of a coding; who is meant by the coder's name for it, else by the words of the text."""
    place = argument["mention"]
    words = document.text[place["start"] : place["end"]] if place else None
    told = [name for name in (argument["actor"], words) if name]
    answers = [resolved(name, document.published) for name in told]
    answer = next((a for a in answers if a.actor or (a.country and a.sector)), answers[0] if answers else None)
    return Participant(
        role=argument["role"],
        actor=answer.actor if answer else None,
        name=(answer.name if answer else None) or (told[0] if told else None),
        actor_type=answer.actor_type if answer else None,
        country=answer.country if answer else None,
        sector=answer.sector if answer else None,
        person=answer.person if answer else None,
        mention=Span(place["start"], place["end"], words) if place and words else None,
    )


@cache
def venue(name: str, held: bool) -> Venue | None:
    knowledge = load()
    answer = knowledge.resolve(name, place_role=True)
    place = knowledge.place(answer.name or name) if answer.place else None
    country = answer.country or (place.country if place else None)
    return Venue(
        name=answer.name or name,
        country=country,
        country_name=knowledge.country_name(country) if country else None,
        status="confirmed" if held else "proposed",
    )


def date(told: Mapping[str, Any] | None) -> When | None:
    if not told or not told["value"]:
        return None
    precision = {4: "year", 7: "month"}.get(len(told["value"]), "day")
    return When(start=told["value"], end=told["value"], precision=precision)


def chain(said_by: Sequence[Mapping[str, Any]], document: Document) -> list[AttributionStep]:
    """The outlet, then the coded speakers, nearest the reader first."""
    steps = [AttributionStep(step=1, speaker=document.outlet, source_type="outlet")]
    for number, said in enumerate(said_by, 2):
        actor = resolved(said["speaker"], document.published).actor if said["speaker"] else None
        kind = said["source_type"]
        steps.append(
            AttributionStep(step=number, speaker=said["speaker"], actor=actor, relation="quotes", source_type=kind)
        )
    return steps


def record(coded: Mapping[str, Any], document: Document, sentences: Sequence[tuple[int, int]]) -> EventMention:
    """A coded mention as the record that the linker takes."""
    start, end = coded["trigger"]["start"], coded["trigger"]["end"]
    first, last = next(((a, b) for a, b in sentences if a <= start < b), (start, end))
    steps = chain(coded["said_by"], document)
    return EventMention(
        id=mention_id(document.id, start, end, coded["type"] or coded["plover"]),
        document=reference(document),
        type=coded["type"],
        plover=Plover(event=coded["plover"]),
        cameo=None,
        status=coded["status"],
        polarity=coded["polarity"],
        certainty=coded["certainty"],
        tense=coded["tense"],
        participants=[participant(a, document) for a in coded["args"]],
        venue=venue(coded["venue"]["value"], coded["status"] in HELD) if (coded["venue"] or {}).get("value") else None,
        date=date(coded["when"]),
        issues=[],
        track=None,
        attribution=steps,
        speech_mode="indirect_speech" if len(steps) > 1 else "outlet_assertion",
        evidence=Evidence(
            start=first,
            end=last,
            text=document.text[first:last],
            trigger=Span(start, end, document.text[start:end]),
        ),
        confidence=1.0,
        coder=HAND,
        background=coded["background"],
    )


def reference(document: Document) -> DocumentRef:
    return DocumentRef(
        id=document.id, title=document.title, outlet=document.outlet, published=document.published, url=document.url
    )


class Material:
    """Articles, their codings, and the coder if it shall read them."""

    def __init__(self, data: Path, coded: bool) -> None:
        self.documents: dict[str, Document] = {}
        for path in (data / "news" / "articles.jsonl", *sorted(EXAMPLES.glob("*.jsonl"))):
            for a in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
                self.documents[a["id"]] = document_of(a)
        # Later sentences of an article come in a coding of their own.
        self._codings: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for gold, _ in coded_sets(data).values():
            for coding in read_codings(gold):
                self._codings[coding["id"]].append(coding)
        self.coded = coded
        self._coder = None
        if coded:
            from dragoman.coder import Coder

            self._coder = Coder()
        self._read: dict[str, list[EventMention]] = {}

    def by_hand(self, document: Document) -> list[EventMention]:
        """The mentions that people coded."""
        sentences = split_sentences(document.text)
        return [record(m, document, sentences) for c in self._codings[document.id] for m in c["mentions"]]

    def by_coder(self, document: Document) -> list[EventMention]:
        """The mentions that the coder finds."""
        assert self._coder is not None
        if document.id not in self._read:
            self._read[document.id] = list(self._coder.code(document).events)
        return self._read[document.id]

    def mentions(self, document: Document) -> list[EventMention]:
        return self.by_coder(document) if self._coder else self.by_hand(document)

    @property
    def reader(self) -> str:
        return self._coder.engine.version if self._coder else "mentions coded by hand"


def document_of(a: Mapping[str, Any]) -> Document:
    return Document.of(
        a["text"],
        id=a["id"],
        title=a.get("title"),
        outlet=a.get("outlet"),
        published=a.get("published") or None,
        url=a.get("url"),
        author=a.get("author") or a.get("authors") or None,
    )


# Roots.


class Pair(NamedTuple):
    """Two documents of a story: whether they have one root, and whether the linker says so."""

    story: str
    names: str
    why: str
    same: bool
    found: bool
    second: bool = False


def root_pairs(material: Material, options: LinkOptions) -> list[Pair]:
    """The labelled pairs with what the linker makes of them; roots are found in all their documents at once."""
    rows = [json.loads(line) for line in (HERE / "roots.jsonl").read_text(encoding="utf-8").splitlines()]
    own = {row["id"]: row for row in rows if row["kind"] == "document"}
    pairs = [row for row in rows if row["kind"] == "pair"]
    documents = {name: document_of(row) for name, row in own.items()}
    for pair in pairs:
        for name in (pair["a"], pair["b"]):
            if name not in own:
                documents[name] = material.documents[name]
    mentions = [m for d in documents.values() for m in material.mentions(d)]
    if not material.coded:
        mentions += [citing(documents[name], row["quotes"]) for name, row in own.items() if "quotes" in row]
    found = {root.document_id: root.id for root in find_roots(list(documents.values()), mentions, options=options)}
    return [
        Pair(p["story"], f"{p['a']} {p['b']}", p["why"], p["same"], found[p["a"]] == found[p["b"]], "since" in p)
        for p in pairs
    ]


def citing(document: Document, agency: str) -> EventMention:
    """Stands for the mentions of an uncoded text that has all its news from one agency."""
    coded = {
        "trigger": {"start": 0, "end": 1},
        "type": None,
        "plover": "CONSULT",
        "status": "held",
        "polarity": "affirmed",
        "certainty": "certain",
        "tense": "past",
        "args": [],
        "venue": None,
        "when": None,
        "said_by": [{"speaker": agency, "source_type": "wire"}],
        "background": False,
    }
    return record(coded, document, [(0, len(document.text))])


def pairwise(pairs: Iterable[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs with one root, in per cent."""
    count = Counter((p.same, p.found) for p in pairs)
    hit, made, gold = count[True, True], count[True, True] + count[False, True], count[True, True] + count[True, False]
    return 100 * hit / max(1, made), 100 * hit / max(1, gold), 200 * hit / max(1, made + gold)


def report_roots(pairs: Sequence[Pair], errors: int) -> None:
    print(f"\n{'roots':24}{'pairs':>7}{'same':>7}{'precision':>14}{'recall':>14}{'F1':>14}")
    parts = {
        part: [p for p in pairs if not p.second and part in (half(p.story), "both")] for part in ("dev", "test", "both")
    }
    for part, some in (parts | {"second set": [p for p in pairs if p.second]}).items():
        stories: dict[str, list[Pair]] = defaultdict(list)
        for p in some:
            stories[p.story].append(p)
        spans = intervals(list(stories.values()), lambda drawn: pairwise([p for s in drawn for p in s]))
        print(f"{part:24}{len(some):7}{sum(p.same for p in some):7}" + "".join(f"{v:14.1f}" for v in pairwise(some)))
        print(" " * 38 + "".join(f"{low:8.0f}-{high:.0f}".rjust(14) for low, high in spans))
    for p in [p for p in parts["dev"] if p.same != p.found][:errors]:
        print(f"  {'missed' if p.same else 'joined'}: {p.names} ({p.why})")


# Events.


def bundles(material: Material) -> list[Bundle]:
    """The bundles of data/events.jsonl with the records of their labelled mentions."""
    labels: dict[str, dict[Key, str]] = defaultdict(dict)
    for row in map(json.loads, (HERE / "events.jsonl").read_text(encoding="utf-8").splitlines()):
        labels[row["bundle"]][row["document"], row["start"], row["end"]] = row["event"]
    result = []
    for name, events in labels.items():
        documents = [material.documents[key] for key in dict.fromkeys(d for d, _, _ in events)]
        mentions = {place(m): m for d in documents for m in material.by_hand(d) if place(m) in events}
        missing = set(events) - set(mentions)
        if missing:
            raise SystemExit(f"data/events.jsonl, {name}: {len(missing)} labels are of no coded mention. Check DATA")
        result.append(Bundle(name, documents, {key: mentions[key] for key in events}, events))
    return result


def place(mention: EventMention) -> Key:
    return mention.document.id, mention.evidence.trigger.start, mention.evidence.trigger.end


def grouped(names: Mapping[Key, Hashable]) -> list[frozenset[Hashable]]:
    chains: dict[Hashable, set[Key]] = defaultdict(set)
    for key, name in names.items():
        chains[name].add(key)
    return [frozenset(c) for c in chains.values()]


def linked(documents: Sequence[Document], mentions: Mapping[Key, EventMention], options: LinkOptions) -> dict[Key, str]:
    """The event of each mention; its own id where it belongs to none."""
    record = link(documents, list(mentions.values()), options=options)
    event_of = {m: e.id for e in record.events for m in e.mention_ids}
    return {key: event_of.get(m.id, m.id) for key, m in mentions.items()}


def type_and_day(mention: EventMention) -> Hashable:
    day = mention.date.start if mention.date and mention.date.start else mention.document.published
    return mention.type or mention.plover.event, (day or "")[:10] or mention.document.id


def paired(bundle: Bundle, found: Sequence[EventMention]) -> dict[Key, EventMention]:
    """What the coder found, under the place of the labelled mention that its trigger overlaps, one to one, equal types first.

    Mentions after the last sentence of a document with a label are left out: the labels reach no further.
    """
    last: dict[str, int] = {}
    for gold in bundle.mentions.values():
        last[gold.document.id] = max(gold.evidence.end, last.get(gold.document.id, 0))
    free = [m for m in found if m.evidence.trigger.start < last[m.document.id]]
    result: dict[Key, EventMention] = {}
    for equal in (True, False):
        for key, gold in bundle.mentions.items():
            if key in result:
                continue
            for m in free:
                over = m.document.id == key[0] and m.evidence.trigger.start < key[2] and key[1] < m.evidence.trigger.end
                if over and (m.type == gold.type or not equal):
                    result[key] = m
                    free.remove(m)
                    break
    # A key of an end before the start is no labelled mention's.
    return result | {(m.document.id, m.evidence.trigger.start, -i): m for i, m in enumerate(free, 1)}


def step(event: str, mention: EventMention) -> Hashable:
    return event, mention.type if (mention.type or "").startswith("ceasefire_") else ""


def systems(bundle: Bundle, material: Material, options: LinkOptions) -> dict[str, Systems]:
    """Chains of a bundle: of all mentions, of those with a codebook type, and with the steps of truces apart."""
    mentions = bundle.mentions
    if material.coded:
        mentions = paired(bundle, [m for d in bundle.documents for m in material.by_coder(d)])
    made: dict[str, dict[Key, Hashable]] = {
        "linker": dict(linked(bundle.documents, mentions, options)),
        "alone": {key: key for key in mentions},
        "type and day": {key: type_and_day(m) for key, m in mentions.items()},
    }
    typed = {k for k, m in bundle.mentions.items() if m.type} | {
        k for k, m in mentions.items() if k not in bundle.mentions and m.type
    }

    def chains(names: Mapping[Key, Hashable], kept: set[Key] | None = None) -> list[frozenset[Hashable]]:
        return grouped({k: v for k, v in names.items() if kept is None or k in kept})

    steps = {key: step(event, bundle.mentions[key]) for key, event in bundle.events.items()}

    def rows(kept: set[Key] | None = None) -> Systems:
        return Systems(chains(bundle.events, kept), {name: chains(names, kept) for name, names in made.items()})

    result = {"all": rows(), "typed": rows(typed), "steps": Systems(chains(steps), {"linker": chains(made["linker"])})}
    return result | {"paired": rows(set(mentions) & set(bundle.mentions))} if material.coded else result


def counts(gold: Chains, found: Chains) -> np.ndarray:
    return np.array([metric(gold, found) for metric in METRICS.values()])


def rates(some: Sequence[np.ndarray]) -> list[float]:
    """B³ precision, recall and F1, then F1 of MUC and CEAFe and the mean of the three F1, in per cent."""
    sums = np.sum(some, axis=0)
    right, total, right_found, total_found = sums[0]
    values = [f1(tuple(row)) for row in sums]
    return [100 * right_found / max(1, total_found), 100 * right / max(1, total), *values, sum(values) / len(values)]


def report_events(made: Mapping[str, dict[str, Systems]]) -> None:
    columns = ("B3 prec.", "B3 recall", "B3 F1", "MUC F1", "CEAFe F1", "CoNLL")
    for part in ("dev", "test", "both"):
        names = [name for name in made if part in (half(name), "both")]
        if not names:
            continue
        size = sum(len(c) for n in names for c in made[n]["all"].gold)
        print(f"\nevents, {part}: {len(names)} bundles, {size} mentions")
        print(f"{'':24}" + "".join(f"{c:>11}" for c in columns))
        for rows in made[names[0]]:
            for system in made[names[0]][rows].found:
                some = [counts(made[n][rows].gold, made[n][rows].found[system]) for n in names]
                print(f"{rows + ', ' + system:24}" + "".join(f"{v:11.1f}" for v in rates(some)))
                spans = intervals(some, rates)
                print(" " * 24 + "".join(f"{low:.0f}-{high:.0f}".rjust(11) for low, high in spans))


def report_errors(some: Sequence[Bundle], made: Mapping[str, dict[str, Systems]], most: int) -> None:
    """Pairs of types most often left apart or joined wrongly in dev, then single pairs."""
    kinds: dict[str, Counter[str]] = {"missed": Counter(), "joined": Counter()}
    lines: list[str] = []
    for bundle in some:
        if half(bundle.name) != "dev":
            continue
        response = {key: i for i, c in enumerate(made[bundle.name]["all"].found["linker"]) for key in c}
        keys = [key for key in bundle.events if key in response]
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                same = bundle.events[a] == bundle.events[b]
                if same == (response[a] == response[b]):
                    continue
                what = "missed" if same else "joined"
                first, second = (bundle.mentions[key] for key in (a, b))
                kinds[what][" + ".join(sorted(m.type or m.plover.event or "" for m in (first, second)))] += 1
                words = [f"{k[0]}:{k[1]} {m.evidence.trigger.text!r}" for k, m in ((a, first), (b, second))]
                lines.append(f"  {what} in {bundle.name}: {words[0]} | {words[1]} ({bundle.events[a]})")
    for what, count in kinds.items():
        print(f"\n{what} in dev: {sum(count.values())} pairs")
        for kind, n in count.most_common(15):
            print(f"  {n:5} {kind}")
    print("\n".join(lines[:most]))


def intervals(units: Sequence[Any], figures: Callable[[Sequence[Any]], Sequence[float]]) -> list[tuple[float, float]]:
    """95 % of resamples of whole units, figure by figure."""
    chance = random.Random(1)
    drawn = [figures(chance.choices(units, k=len(units))) for _ in range(ROUNDS)]
    cut = int(0.025 * ROUNDS)
    return [(values[cut], values[-cut - 1]) for values in (sorted(column) for column in zip(*drawn, strict=True))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--coded", action="store_true", help="let the coder read the texts first")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="options of linking to try")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of the dev half")
    parser.add_argument("--only", choices=("roots", "events"), help="only one of the two")
    args = parser.parse_args()
    given = {name: float(value) for name, value in (item.split("=") for item in args.set)}
    options = msgspec.convert({k: int(v) if v == int(v) else v for k, v in given.items()}, LinkOptions, strict=False)
    material = Material(args.data, args.coded)
    print(f"dragoman {dragoman.__version__}, {material.reader}")
    if args.only != "events":
        report_roots(root_pairs(material, options), args.errors)
    if args.only != "roots":
        some = bundles(material)
        made = {bundle.name: systems(bundle, material, options) for bundle in some}
        report_events(made)
        if args.errors:
            report_errors(some, made, args.errors)


if __name__ == "__main__":
    main()

"""Train the multi-task model.

python -m training.train --data DATA --out training/work/model.pt --minutes 80 --threads 2
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from dragoman import ontology
from dragoman.language.en.pieces import WordPieces
from dragoman.language.gazetteer import piece_kinds
from training import corpora
from training.corpora import Example
from training.event_pairs import pairs_of_events
from training.network import BF16, Network, build, encoder_folder, go_on, save
from training.noise import Encoded, NameSwap, masked, recased, without_names

WEIGHTS = {"upos": 0.5, "lemma": 0.5, "name": 1.5, "mention": 0.5, "event": 6.0, "status": 1.0, "polarity": 0.5,
           "certainty": 0.5, "tense": 1.0, "argument": 4.0, "category": 2.0}  # fmt: skip
PIECES_PER_BATCH = 1000
CLAUSE_HEADS = ("status", "polarity", "certainty", "tense")
IGNORE = -100
CASE_NOISE = 0.06
KINDS_HIDDEN = 0.2
"""Share of sentences read without the gazetteer, and of names left out of it in the others, so that unknown names are read too."""
SWAPPED = 0.5
"""Share of sentences, but of treebanks and marked pairs, some of whose names are replaced by others of their kind."""
PIECES_HIDDEN = 0.1
CODERS_HIDDEN = 0.3
"""Share of the project's own coded sentences that are learned as if the coder of the given ones had coded them.
Set by judgement, as are the two shares above: one model was trained with each."""
TEACHER_WEIGHT = 0.5
HARD_SHARE = 0.5
"""Weight of the coded labels where a teacher's probabilities stand beside them."""
KINDS = ("trees", "events", "pairs", "uncoded", "marked")
MARKED_WEIGHT = 0.3
"""Weight of marked pairs as events: their loss is a mean over few words."""
SOURCES = ("initiator", "party", "mediator", "participant", "convener", "host")
TARGETS = ("recipient", "party", "participant", "excluded")


def load(data: Path, section: str = "train") -> list[Example]:
    """All training examples under the data folder (treebank/, annotations/, news/, contrast/)."""
    examples = corpora.ewt(data / "treebank", section) + corpora.gum(data / "treebank", section)
    if section != "dev":
        examples += corpora.all_coded_articles(data, section)
        rows = corpora.public_pairs(data / "relations/PLV_train.tsv")
        rows = [r for r in rows if corpora.is_test_pair(r[0]) == (section == "test")]
        if section == "train":
            rows += corpora.own_pairs(corpora.OWN / "pairs")
        examples += corpora.pair_examples(rows)
        if section == "train":
            examples += corpora.triggers_of_pairs(rows)
    examples = [e for e in examples if len(e.forms) <= corpora.MAX_WORDS]
    corpora.add_kinds(examples)
    return examples


def prepared(data: Path, teacher: Path | None, kept: Path | None) -> list[Example]:
    """Training examples, with trees read by the teacher; taken from `kept` where it exists, else written there."""
    if kept and kept.exists():
        examples: list[Example] = pickle.loads(kept.read_bytes())
        return examples
    examples = load(data)
    if teacher:
        from training.teacher import read_trees

        read_trees(teacher, [e for e in examples if e.events is not None])
    if kept:
        kept.write_bytes(pickle.dumps(examples))
    return examples


def plausible(example: Example, categories: list[str]) -> bool:
    """Whether the category of a coded event's pair is among the three that the teachers find likeliest; true of all others."""
    if example.source != "coded pair":
        return True
    if example.pair is None or example.category is None or example.pair.category not in categories:
        return False
    own = example.category[categories.index(example.pair.category)]
    return int((example.category > own).sum()) < 3


def label_sets(examples: list[Example]) -> dict[str, list[str]]:
    """Label inventory of each head, seen in training. Lemma scripts seen fewer than four times are left out."""

    def seen(values: list[str]) -> list[str]:
        return [value for value, _ in Counter(values).most_common()]

    scripts = Counter(s for e in examples for s in e.lemma_scripts or [])
    events = [v for e in examples if not e.partial for v in e.events or []]
    return {
        "upos": sorted(set(seen([t for e in examples for t in e.upos or []]))),
        "relation": sorted({r for e in examples for r in e.relations or []}),
        "lemma": [s for s, n in scripts.most_common() if n >= 4],
        "name": ["O"] + [b + t for t in ("PER", "ORG", "LOC") for b in ("B-", "I-")],
        "mention": ["O", *sorted({m for e in examples for m in e.mentions or []} - {"O"})],
        "event": ["O", *sorted({v.label for v in events})],
        "status": seen([v.status for v in events]),
        "polarity": seen([v.polarity for v in events]),
        "certainty": seen([v.certainty for v in events]),
        "tense": seen([v.tense for v in events]),
        "argument": corpora.ARGUMENTS,
        "category": sorted({e.pair.category for e in examples if e.pair} - {"YIELD"}),
    }  # fmt: skip


class Batcher:
    """Turns examples into padded tensors."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        self.pieces = WordPieces(encoder_folder() / "tokenizer.json")
        self.index = {name: {v: i for i, v in enumerate(values)} for name, values in labels.items()}
        self.cache: dict[int, Encoded] = {}
        self.places: dict[int, tuple[int, int]] = {}
        self.categories: dict[str, list[int]] = {}
        self.swap: NameSwap | None = None
        self.mask = self.pieces.number("[MASK]")

    def renamed(self, example: Example, share: float) -> Encoded:
        """As `encoded`, with a share of the names replaced by others of their kind."""
        if self.swap is None or example.pair is not None or kind_of(example) == "trees":
            return self.encoded(example)
        ids, shapes, first = self.pieces.encode(self.swap(example, share))
        return ids, shapes, piece_kinds(example.kinds or [0] * len(example.forms), first, len(ids)), first

    def encoded(self, example: Example) -> Encoded:
        """Ids, shapes and gazetteer kinds of pieces, and each word's first piece; a pair gets its marks."""
        key = id(example)
        if key not in self.cache:
            kinds = example.kinds or [0] * len(example.forms)
            if example.pair is None:
                ids, shapes, first = self.pieces.encode(example.forms)
            else:
                (ids, shapes, first), source, target, origin = self.pieces.encode_pair(
                    example.forms, example.pair.source, example.pair.target
                )
                self.places[key] = (source, target)
                kinds = [kinds[i] if i >= 0 else 0 for i in origin]
            self.cache[key] = (ids, shapes, piece_kinds(kinds, first, len(ids)), first)
        return self.cache[key]

    def labels_of(self, category: str) -> list[int]:
        """Event labels of a PLOVER category: its own and those of the event types that are coded so; none of "O"."""
        if category not in self.categories:
            wanted = corpora.YIELD if category == "YIELD" else (category,)
            types = ontology.load().types
            own = [i for label, i in self.index["event"].items() if label in wanted or label == category]
            typed = [
                i for label, i in self.index["event"].items() if label in types and types[label].plover.event in wanted
            ]
            self.categories[category] = own + typed
        return self.categories[category]

    def batches(
        self,
        examples: list[Example],
        shuffle: bool = True,
        size: int = PIECES_PER_BATCH,
        tree_share: float = 1.0,
        given: int = 1,
        written_share: float = 1.0,
    ) -> list[list[Example]]:
        """Batches of examples of like length, of about `size` pieces; trees and coded articles are not mixed.

        `tree_share` of the treebank sentences and `written_share` of those written last, drawn anew each time, are taken, and each
        sentence whose coding was given `given` times.
        """
        order = list(examples)
        if shuffle:
            random.shuffle(order)
        result: list[list[Example]] = []
        for kind in KINDS:
            pool = [e for e in order if kind_of(e) == kind]
            if kind == "trees":
                pool = pool[: round(len(pool) * tree_share)]
            if kind == "events":
                written = [e for e in pool if e.coder == corpora.WRITTEN]
                pool = [e for e in pool if e.coder != corpora.WRITTEN] + written[: round(len(written) * written_share)]
                pool += [e for e in pool if e.coder == 0] * (given - 1)
                if shuffle:
                    random.shuffle(pool)
            for start in range(0, len(pool), 2000):
                chunk = sorted(pool[start : start + 2000], key=lambda e: len(self.encoded(e)[0]))
                batch: list[Example] = []
                longest = 0
                for example in chunk:
                    n = len(self.encoded(example)[0])
                    if batch and max(longest, n) * (len(batch) + 1) > size:
                        result.append(batch)
                        batch, longest = [], 0
                    batch.append(example)
                    longest = max(longest, n)
                if batch:
                    result.append(batch)
        if shuffle:
            random.shuffle(result)
        return result

    def inputs(
        self,
        batch: list[Example],
        noise: float = 0.0,
        hidden: float = 0.0,
        swapped: float = 0.0,
        hidden_pieces: float = 0.0,
        hidden_coders: float = 0.0,
    ) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor], Tensor]:
        """Inputs of `Network.words_of` and the mask of words.

        Args:
            batch: examples.
            noise: share of sentences whose letter case is changed throughout, as in headlines.
            hidden: share of sentences read without the gazetteer, and of names left out in the others.
            swapped: share of sentences some of whose names are replaced, and of the names that are. Trees keep theirs.
            hidden_pieces: share of pieces that are masked. Trees keep theirs.
            hidden_coders: share of sentences read without telling who coded them.
        """
        encoded = [self.renamed(e, swapped) if random.random() < swapped else self.encoded(e) for e in batch]
        encoded = [e if random.random() >= noise else recased(e) for e in encoded]
        if hidden_pieces and kind_of(batch[0]) != "trees":
            encoded = [masked(e, hidden_pieces, self.mask, (self.pieces.cls, self.pieces.sep)) for e in encoded]
        if hidden:
            encoded = [(e[0], e[1], without_names(e[2], hidden), e[3]) for e in encoded]
        return (
            pad([e[0] for e in encoded]), pad([[1] * len(e[0]) for e in encoded]), pad([e[1] for e in encoded]),
            pad([e[2] for e in encoded]), pad([e[3] for e in encoded]),
            torch.tensor([0 if random.random() < hidden_coders else e.coder for e in batch]),
        ), pad([[1] * len(e[3]) for e in encoded]).bool()  # fmt: skip

    def targets(self, batch: list[Example], head: str) -> Tensor | None:
        """Label indices [B, N] of a word head, or None where nothing in the batch is annotated for it."""
        field = {"upos": "upos", "lemma": "lemma_scripts", "name": "names", "mention": "mentions"}[head]
        index = self.index[head]
        rows = [
            [index.get(v, IGNORE) for v in getattr(e, field)] if getattr(e, field) else [IGNORE] * len(e.forms)
            for e in batch
        ]
        y = pad(rows, IGNORE)
        return y if bool((y != IGNORE).any()) else None


def kind_of(example: Example) -> str:
    """What an example teaches: trees, events, pairs, or what a teacher thinks of it."""
    if example.source in ("uncoded", "marked"):
        return example.source
    return "pairs" if example.pair else "trees" if example.events is None else "events"


def pad(rows: list[list[int]], value: int = 0) -> Tensor:
    n = max(map(len, rows))
    return torch.tensor([row + [value] * (n - len(row)) for row in rows])


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(logits.float().reshape(-1, logits.size(-1)), target.reshape(-1), ignore_index=IGNORE)


def loss(network: Network, batcher: Batcher, batch: list[Example], bf16: bool) -> Tensor:
    """Sum of the losses of all heads that the batch is annotated for; trees read by a teacher count half."""
    inputs, word_mask = batcher.inputs(
        batch,
        noise=CASE_NOISE,
        hidden=KINDS_HIDDEN,
        swapped=SWAPPED,
        hidden_pieces=PIECES_HIDDEN,
        hidden_coders=CODERS_HIDDEN,
    )
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        words = network.words_of(*inputs)
        if batch[0].pair is not None:
            scores, right = pair_scores(network, batcher, batch, words)
            if batch[0].category is None:
                return WEIGHTS["category"] * pair_loss(scores, right)
            taught = soft_cross_entropy(scores, torch.tensor(np.stack([e.category for e in batch])))
            return WEIGHTS["category"] * (HARD_SHARE * pair_loss(scores, right) + (1 - HARD_SHARE) * taught)
        logits = network.word_logits(words)
        total = torch.zeros(())
        hard = HARD_SHARE if batch[0].soft else 1.0
        if batch[0].partial:
            total = total + MARKED_WEIGHT * marked_loss(network, batcher, batch, words, logits)
        elif batch[0].events is not None:
            total = total + hard * event_loss(network, batcher, batch, words, logits)
        if batch[0].soft is not None:
            soft = {"events": 1 - hard, "trees": TEACHER_WEIGHT}.get(kind_of(batch[0]), 1.0)
            total = total + soft * taught_loss(network, batch, words, logits)
        if batch[0].heads is not None:
            weight = 1.0 if kind_of(batch[0]) == "trees" else TEACHER_WEIGHT
            total = total + weight * tree_loss(network, batcher, batch, words, word_mask)
    for head in ("upos", "lemma", "name", "mention"):
        target = batcher.targets(batch, head)
        if target is not None:
            total = total + WEIGHTS[head] * cross_entropy(logits[head], target)
    return total


def pair_scores(network: Network, batcher: Batcher, batch: list[Example], words: Tensor) -> tuple[Tensor, Tensor]:
    """Category scores [B, C] of marked pairs, and which categories [B, C] are right: YIELD allows two."""
    source, target = (torch.tensor(x) for x in zip(*(batcher.places[id(e)] for e in batch), strict=True))
    index = batcher.index["category"]
    right = torch.zeros(len(batch), len(index), dtype=torch.bool)
    for row, example in enumerate(batch):
        assert example.pair is not None
        for category in corpora.YIELD if example.pair.category == "YIELD" else (example.pair.category,):
            right[row, index[category]] = True
    return network.categories_of(words, source, target).float(), right


def pair_loss(scores: Tensor, right: Tensor) -> Tensor:
    """Mean negative log probability of any right category."""
    log_probability = torch.log_softmax(scores, -1).masked_fill(~right, float("-inf"))
    return -torch.logsumexp(log_probability, -1).mean()


def tree_loss(network: Network, batcher: Batcher, batch: list[Example], words: Tensor, word_mask: Tensor) -> Tensor:
    arcs = network.arcs(words, word_mask)
    relations = network.relations_of(words, pad([e.heads or [] for e in batch]))
    index = batcher.index["relation"]
    target = pad([[index.get(r, IGNORE) for r in e.relations or []] for e in batch], IGNORE)
    return cross_entropy(arcs, pad([e.heads or [] for e in batch], IGNORE)) + cross_entropy(relations, target)


def event_loss(
    network: Network, batcher: Batcher, batch: list[Example], words: Tensor, logits: dict[str, Tensor]
) -> Tensor:
    index = batcher.index
    target = pad([[0] * len(e.forms) for e in batch], IGNORE)
    clause = {head: torch.full_like(target, IGNORE) for head in CLAUSE_HEADS}
    rows, positions, arguments = [], [], []
    for b, example in enumerate(batch):
        for event in example.events or []:
            for i in event.words:
                target[b, i] = index["event"].get(event.label, IGNORE)
                for head in CLAUSE_HEADS:
                    clause[head][b, i] = index[head].get(getattr(event, head), IGNORE)
                rows.append(b)
                positions.append(i)
                filled = [index["argument"][event.arguments.get(j, "none")] for j in range(len(example.forms))]
                arguments.append(filled + [IGNORE] * (target.size(1) - len(filled)))
    total = WEIGHTS["event"] * cross_entropy(logits["event"], target)
    if rows:
        for head in CLAUSE_HEADS:
            total = total + WEIGHTS[head] * cross_entropy(logits[head], clause[head])
        scores = network.arguments_of(words, torch.tensor(rows), torch.tensor(positions))
        total = total + WEIGHTS["argument"] * cross_entropy(scores, torch.tensor(arguments))
    return total


def marked_loss(
    network: Network, batcher: Batcher, batch: list[Example], words: Tensor, logits: dict[str, Tensor]
) -> Tensor:
    """Loss of sentences in which only one event's category, source and target are known: any label of the category is right."""
    log_event = torch.log_softmax(logits["event"].float(), -1)
    known = []
    rows, positions = [], []
    for b, example in enumerate(batch):
        (event,) = example.events or []
        right = batcher.labels_of(event.label)
        known += [-torch.logsumexp(log_event[b, i, right], -1) for i in event.words]
        known += [-log_event[b, i, 0] for i in event.arguments]
        if event.label != "O":
            rows.append(b)
            positions.append(event.words[-1])
    total = WEIGHTS["event"] * torch.stack(known).mean()
    if rows:
        scores = torch.log_softmax(network.arguments_of(words, torch.tensor(rows), torch.tensor(positions)).float(), -1)
        sides = {"initiator": SOURCES, "recipient": TARGETS}
        index = batcher.index["argument"]
        filled = [
            -torch.logsumexp(scores[k, j, [index[label] for label in sides[role]]], -1)
            for k, b in enumerate(rows)
            for event in batch[b].events or []
            for j, role in event.arguments.items()
        ]
        total = total + WEIGHTS["argument"] * torch.stack(filled).mean()
    return total


def soft_cross_entropy(logits: Tensor, probabilities: Tensor, weight: Tensor | None = None) -> Tensor:
    """Mean cross entropy [..., C] against a teacher's probabilities; rows that sum to zero or weigh nothing don't count."""
    target = probabilities.float()
    each = -(target * torch.log_softmax(logits.float(), -1)).sum(-1)
    weight = (target.sum(-1) > 0).float() * (1.0 if weight is None else weight)
    return (each * weight).sum() / weight.sum().clamp(min=1e-6)


def taught_loss(network: Network, batch: list[Example], words: Tensor, logits: dict[str, Tensor]) -> Tensor:
    """Distance from what the teacher thinks of events, clauses, arguments and names (Hinton et al. 2015, temperature 1)."""
    longest = max(len(e.forms) for e in batch)
    soft = [e.soft for e in batch if e.soft]

    def stacked(rows: list[np.ndarray]) -> Tensor:
        return torch.tensor(np.stack([np.pad(r, ((0, longest - len(r)), (0, 0))) for r in rows]))

    event = stacked([s.event for s in soft])
    any_event = 1 - event[..., 0].float()
    total = WEIGHTS["event"] * soft_cross_entropy(logits["event"], event)
    total = total + WEIGHTS["name"] * soft_cross_entropy(logits["name"], stacked([s.name for s in soft]))
    for head in CLAUSE_HEADS:
        total = total + WEIGHTS[head] * soft_cross_entropy(
            logits[head], stacked([s.clause[head] for s in soft]), any_event
        )
    rows = [b for b, s in enumerate(soft) for _ in s.triggers]
    if rows:
        scores = network.arguments_of(words, torch.tensor(rows), torch.tensor([i for s in soft for i in s.triggers]))
        arguments = stacked([row for s in soft for row in s.arguments])
        total = total + WEIGHTS["argument"] * soft_cross_entropy(scores, arguments)
    return total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with treebank/, annotations/, news/, contrast/"
    )
    parser.add_argument("--out", type=Path, default=Path("training/work/model.pt"))
    parser.add_argument("--minutes", type=float, default=80, help="the learning rate falls to zero over this time")
    parser.add_argument("--epochs", type=float, default=25)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--rate", type=float, default=1.5e-4, help="learning rate of the encoder; heads take seven times it"
    )
    parser.add_argument(
        "--teacher", type=Path, help="checkpoint that reads tags and trees of the coded articles, which have none"
    )
    parser.add_argument("--tree-share", type=float, default=1.0, help="share of the treebank sentences in each epoch")
    parser.add_argument(
        "--written-share",
        type=float,
        default=1.0,
        help="share of the sentences of `written-articles.jsonl` in each epoch",
    )
    parser.add_argument(
        "--given", type=int, default=1, help="how often in an epoch the sentences are read whose codings were given"
    )
    parser.add_argument("--start", type=Path, help="go on from this checkpoint instead of the pretrained encoder")
    parser.add_argument(
        "--distil", type=Path, nargs="+", default=[], help="checkpoints whose mean probabilities are learned too"
    )
    parser.add_argument("--batch", type=int, default=PIECES_PER_BATCH, help="word pieces in a batch")
    parser.add_argument("--prepared", type=Path, help="file to keep the prepared material in, for further runs")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    options.out.parent.mkdir(parents=True, exist_ok=True)

    from training.evaluate import event_scores, pair_accuracy, tree_scores

    examples = prepared(options.data, options.teacher, options.prepared)
    labels = label_sets(examples)
    if options.distil:
        from training.teacher import read_probabilities, read_trees

        uncoded = corpora.uncoded_sentences(options.data)
        corpora.add_kinds(uncoded)
        read_trees(options.teacher or options.distil[0], uncoded)
        coded_pairs = pairs_of_events(options.data)
        corpora.add_kinds(coded_pairs)
        examples += uncoded + coded_pairs
        for number, checkpoint in enumerate(options.distil, 1):
            read_probabilities(checkpoint, labels, examples, 1 / number)
        examples = [e for e in examples if plausible(e, labels["category"])]
    batcher = Batcher(labels)
    batcher.swap = NameSwap(e for e in examples if kind_of(e) in ("events", "uncoded"))
    network = build(labels)
    if options.start:
        go_on(network, labels, options.start)
    dev = {
        "ewt": corpora.ewt(options.data / "treebank", "dev")[:300],
        "gum": corpora.gum(options.data / "treebank", "dev")[:300],
    }
    sets = corpora.coded_sets(options.data)
    held_out, contrast = (corpora.coded_articles(*sets[name], "test") for name in ("news", "contrast"))
    pairs = [r for r in corpora.public_pairs(options.data / "relations/PLV_train.tsv") if corpora.is_test_pair(r[0])]
    pairs_held_out = corpora.pair_examples(pairs)
    for some in (*dev.values(), held_out, contrast, pairs_held_out):
        corpora.add_kinds(some)
    print(
        f"{len(examples)} sentences, {sum(len(e.forms) for e in examples)} words",
        {k: len(v) for k, v in labels.items()},
        flush=True,
    )

    encoder_weights = [p for n, p in network.named_parameters() if n.startswith("encoder") and p.requires_grad]
    head_weights = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": encoder_weights, "lr": options.rate}, {"params": head_weights, "lr": 7 * options.rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98), fused=True)  # fmt: skip
    shares = {"tree_share": options.tree_share, "written_share": options.written_share, "given": options.given}
    per_epoch = len(batcher.batches(examples, size=options.batch, **shares))
    total_steps, started, step = int(per_epoch * options.epochs), time.time(), 0

    def spent() -> float:
        return max(step / total_steps, (time.time() - started) / (60 * options.minutes))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 100, max(0.0, 1 - spent())))
    running = 0.0
    while spent() < 1:
        network.train()
        for batch in batcher.batches(examples, size=options.batch, **shares):
            value = loss(network, batcher, batch, bf16=BF16)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            running += value.item()
            if step % 200 == 0:
                print(
                    f"{step}/{per_epoch} an epoch  loss {running / 200:.3f}  {(time.time() - started) / 60:.1f} min",
                    flush=True,
                )
                running = 0.0
            if spent() >= 1:
                break
        save(network, labels, options.out)
        network.eval()
        print(f"epoch {step / per_epoch:.2f}", {k: tree_scores(network, batcher, labels, v) for k, v in dev.items()},
              event_scores(network, batcher, labels, held_out), event_scores(network, batcher, labels, contrast),
              pair_accuracy(network, batcher, pairs_held_out), flush=True)  # fmt: skip


if __name__ == "__main__":
    main()

"""Train the multi-task model.

python -m training.train --data DATA --out training/work/model.pt --minutes 80 --threads 2
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch

from training import articles, marked_pairs, treebanks
from training.batches import PIECES_PER_BATCH, Batcher, kind_of
from training.evaluate import event_scores, pair_accuracy, tree_scores
from training.event_pairs import pairs_of_events
from training.examples import add_kinds
from training.losses import loss
from training.material import label_sets, plausible, prepared
from training.network import BF16, build, go_on, save
from training.noise import NameSwap
from training.teacher import read_probabilities, read_trees


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

    examples = prepared(options.data, options.teacher, options.prepared)
    labels = label_sets(examples)
    if options.distil:
        uncoded = articles.uncoded_sentences(options.data)
        add_kinds(uncoded)
        read_trees(options.teacher or options.distil[0], uncoded)
        coded_pairs = pairs_of_events(options.data)
        add_kinds(coded_pairs)
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
        "ewt": treebanks.ewt(options.data / "treebank", "dev")[:300],
        "gum": treebanks.gum(options.data / "treebank", "dev")[:300],
    }
    sets = articles.coded_sets(options.data)
    held_out, contrast = (articles.coded_articles(*sets[name], "test") for name in ("news", "contrast"))
    pairs = [
        r
        for r in marked_pairs.public_pairs(options.data / "relations/PLV_train.tsv")
        if marked_pairs.is_test_pair(r[0])
    ]
    pairs_held_out = marked_pairs.pair_examples(pairs)
    for some in (*dev.values(), held_out, contrast, pairs_held_out):
        add_kinds(some)
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

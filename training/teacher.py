"""Tags and trees for coded articles, read by an earlier model.

Coded articles say what happens but not how the sentences are built. Trained on events alone, the words that tell of events ("talks",
"suspended") drift away from their tags; trees read by a model trained mostly on treebanks hold them in place.
"""

from __future__ import annotations

from pathlib import Path

import torch

from dragoman.language.en.trees import decode
from training.corpora import Example
from training.network import restore


@torch.no_grad()
def read_trees(checkpoint: Path, examples: list[Example]) -> None:
    """Fill in upos, lemma scripts, heads and relations of the examples, in place."""
    from training.train import Batcher

    network, labels = restore(checkpoint)
    network.eval()
    batcher = Batcher(labels)
    for batch in batcher.batches(examples, shuffle=False, size=3000):
        inputs, word_mask = batcher.inputs(batch)
        words = network.words_of(*inputs)
        logits = network.word_logits(words)
        arcs = network.arcs(words, word_mask).float().numpy()
        relation = network.relations(words).argmax(2).numpy()
        upos, lemma = logits["upos"].argmax(-1).tolist(), logits["lemma"].argmax(-1).tolist()
        for k, example in enumerate(batch):
            n = len(example.forms)
            example.heads = decode(arcs[k, :n, : n + 1])
            example.relations = [labels["relation"][relation[k, i, example.heads[i]]] for i in range(n)]
            example.upos = [labels["upos"][t] for t in upos[k][:n]]
            example.lemma_scripts = [labels["lemma"][t] for t in lemma[k][:n]]

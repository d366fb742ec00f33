"""A checkpoint from a shipped model, to train on: the int8 weights times their scales.

Checkpoints are too large to keep in the repository; the exported model has all that they have, rounded, but for the vectors of the
coders (they start at zero again).

python -m training.recover --model src/dragoman/language/en/model --out training/work/start.pt
"""

from __future__ import annotations

import argparse
import json
import math
import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.network import ARC, HEADS, HIDDEN, LABEL, build, fit_widths, save

LAYERS = 6


def recover(folder: Path, out: Path) -> None:
    """Write a checkpoint with the weights of the exported model in `folder`.

    Raises:
        ValueError: the model was exported otherwise, or its weights don't fit the network.
    """
    labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf8"))["labels"]
    found = {i.name: numpy_helper.to_array(i) for i in onnx.load(folder / "model.onnx").graph.initializer}
    network = build(labels)
    fit_widths(network, {name.removeprefix("network."): torch.tensor(array) for name, array in found.items()})
    state = network.state_dict()
    for name, array in found.items():
        key = name.removeprefix("network.")
        if key in state and state[key].shape == array.shape:
            state[key] = torch.tensor(array)

    def weight(name: str) -> torch.Tensor:
        zero = found[name + "_zero_point"].astype(np.float32)
        return torch.tensor((found[name + "_quantized"].astype(np.float32) - zero) * found[name + "_scale"])

    def both(name: str, number: str) -> tuple[torch.Tensor, torch.Tensor]:
        return weight(number).T.contiguous(), torch.tensor(found[name + ".bias"])

    # The exporter numbers matrices in the order in which the network's code uses them.
    numbers = sorted({int(m[1]) for name in found if (m := re.match(r"onnx::MatMul_(\d+)_quantized", name))})
    matrices = iter([f"onnx::MatMul_{number}" for number in numbers])
    if len(numbers) != 4 * LAYERS + 2:
        raise ValueError(f"{folder}: {len(numbers)} matrices, {4 * LAYERS + 2} expected")
    for k in range(LAYERS):
        layer = f"encoder.encoder.layer.{k}"
        query_key_value = [part.chunk(3) for part in both(f"attention.{k}", next(matrices))]
        for n, part in enumerate(("query", "key", "value")):
            # `export.Exported` has the scale of attention in the weights of the queries.
            scale = math.sqrt(HIDDEN // HEADS) if part == "query" else 1.0
            for kind, values in zip(("weight", "bias"), query_key_value, strict=True):
                state[f"{layer}.attention.self.{part}.{kind}"] = values[n] * scale
        for part in ("attention.output.dense", "intermediate.dense", "output.dense"):
            state[f"{layer}.{part}.weight"] = weight(next(matrices)).T.contiguous()
    state["words.weight"] = weight(next(matrices)).T.contiguous()
    sizes = [ARC, ARC, *[LABEL] * 4]
    inner = [part.split(sizes) for part in both("inner", next(matrices))]
    for n, part in enumerate(("arc_dependent", "arc_head", "label_dependent", "label_head", "trigger", "argument")):
        for kind, values in zip(("weight", "bias"), inner, strict=True):
            state[f"{part}.{kind}"] = values[n]
    state["arc_weight"] = weight("network.arc_weight")
    state["label_weight"] = weight("label_weight").reshape(state["label_weight"].shape)
    for name in ("shape.weight", "gazetteer.weight"):
        state[name] = weight(f"network.{name}")
    pairs = np.load(folder / "pairs.npz")
    for name in ("pair_hidden", "pair_label"):
        for part in ("weight", "bias"):
            state[f"{name}.{part}"] = torch.tensor(pairs[f"{name}_{part}"].astype(np.float32))
    added = next(a for n, a in found.items() if re.match(r"onnx::Add_\d+$", n))
    state["encoder.embeddings.token_type_embeddings.weight"][0] = torch.tensor(added)
    arguments = np.load(folder / "arguments.npy")
    state["argument_weight"] = torch.tensor(arguments).reshape(LABEL + 1, -1, LABEL + 1)
    network.load_state_dict(state)
    out.parent.mkdir(parents=True, exist_ok=True)
    save(network, labels, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=Path("src/dragoman/language/en/model"))
    parser.add_argument("--out", type=Path, default=Path("training/work/start.pt"))
    options = parser.parse_args()
    recover(options.model, options.out)


if __name__ == "__main__":
    main()

"""Weights of eight bits whose sums no processor cuts off, rounded so that what comes out differs least.

Processors with AVX2 or AVX-512 but without VNNI multiply bytes by `vpmaddubsw`: it adds the products of two neighbours, an activation
of 0 to 255 times a weight of -128 to 127 each, and keeps 16 bits of the sum. What is larger is cut off, so that a model gives other
numbers there. The quantiser's remedy, weights of seven bits, rounds all of them twice as coarsely. Here two neighbours of one sign
together are at most 128, which is enough, and most weights keep their precision.

Rows are rounded one after another, and what rounding one of them changes is made up by those still to come, weighed by how the inputs
of the matrix go together on sentences of the training material: Frantar et al. 2023, "GPTQ: Accurate Post-Training Quantization for
Generative Pre-trained Transformers".
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.language.en.pieces import WordPieces
from dragoman.language.gazetteer import piece_kinds
from training.examples import Example

LARGEST_SUM = 128
"""Of two neighbours of one sign: 255 * 128 is the largest such product that 16 bits hold."""
LARGEST = 127
STEPS = 40
"""Scales tried for a channel, evenly from the one that uses all of its range to twice it."""
DAMPING = 0.01
"""Share of the mean of the diagonal that is added to it, as in the paper."""

Floats = npt.NDArray[np.floating]
Bytes = npt.NDArray[np.int8]


def bounded(whole: Floats, before: Floats | None) -> Floats:
    """Whole numbers of one row within the range, and within the bound beside the row before, where it is the other of a pair."""
    whole = np.clip(whole, -LARGEST, LARGEST)
    if before is None:
        return whole
    room = np.where(before * whole > 0, np.maximum(LARGEST_SUM - np.abs(before), 0), LARGEST)
    return np.sign(whole) * np.minimum(np.abs(whole), room)


def rounded(weight: Floats, scale: Floats) -> Floats:
    """Whole numbers [K, N] nearest to `weight` [K, N] / `scale` [N] of which rows 2k and 2k + 1 keep the bound."""
    whole = np.clip(np.rint(weight / scale), -LARGEST, LARGEST)
    for k in range(1, len(whole), 2):
        # Both give up half of what is too much, of an odd number the first the smaller half where positive, else the larger.
        excess = np.where(whole[k - 1] * whole[k] > 0, np.abs(whole[k - 1] + whole[k]) - LARGEST_SUM, 0)
        whole[k - 1] -= np.sign(whole[k - 1]) * np.maximum(excess, 0) // 2
        whole[k] = bounded(whole[k], whole[k - 1])
    return whole


def channel_scales(weight: Floats) -> Floats:
    """For each of the N channels of `weight` [K, N] the scale of those tried that rounds it with the least squared error."""
    largest = np.maximum(np.abs(weight).max(0), 1e-12)
    error, best = np.full(weight.shape[1], np.inf), largest / LARGEST
    for step in range(STEPS):
        scale = largest / LARGEST * (1 + step / STEPS)
        now = np.square(rounded(weight, scale) * scale - weight).sum(0)
        error, best = np.where(now < error, now, error), np.where(now < error, scale, best)
    return best


def quantise(weight: Floats, inputs: Floats) -> tuple[Bytes, npt.NDArray[np.float32]]:
    """Int8 weights [K, N] and scales [N].

    Args:
        weight: [K, N], a matrix that inputs [.., K] are multiplied by.
        inputs: [K, K], the sum of the products of each two components of its inputs.
    """
    scale = channel_scales(weight).astype(np.float32).astype(np.float64)
    rest, inputs = weight.astype(np.float64), inputs.astype(np.float64)
    at = np.arange(len(rest))
    inputs[at, at] += np.where(inputs[at, at] == 0, 1, 0) + DAMPING * inputs[at, at].mean()
    inverse = np.linalg.cholesky(np.linalg.inv(inputs)).T
    whole = np.zeros_like(rest)
    for k in range(len(rest)):
        whole[k] = bounded(np.rint(rest[k] / scale), whole[k - 1] if k % 2 else None)
        error = (rest[k] - whole[k] * scale) / inverse[k, k]
        rest[k + 1 :] -= inverse[k, k + 1 :, None] * error
    return whole.astype(np.int8), scale.astype(np.float32)


def input_products(raw: Path, examples: Iterable[Example], pieces: WordPieces) -> dict[str, Floats]:
    """For each constant matrix of the float model at `raw` the sum of x x' over its inputs x while it reads the examples, kinds of names given."""
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper

    model = onnx.load(raw)
    constant = {i.name for i in model.graph.initializer}
    of = {n.input[1]: n.input[0] for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in constant}
    names = sorted(set(of.values()))
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(model.SerializeToString(), options)
    sums: dict[str, Floats] = {}
    for example in examples:
        ids, shapes, first = pieces.encode(example.forms)
        kinds = piece_kinds(example.kinds or [0] * len(example.forms), first, len(ids))
        feed = {"ids": ids, "shapes": shapes, "gazetteer": kinds, "first": first}
        found = session.run(names, {name: np.array([values], np.int64) for name, values in feed.items()})
        for name, x in zip(names, found, strict=True):
            x = x.reshape(-1, x.shape[-1]).astype(np.float64)
            sums[name] = sums.get(name, 0) + x.T @ x
    return {weight: sums[name] for weight, name in of.items()}


def quantise_again(path: Path, raw: Path, products: dict[str, Floats]) -> None:
    """Replace the weights of the int8 model at `path` by those that `quantise` makes of the float model at `raw`.

    Raises:
        ValueError: a matrix isn't quantised one scale a channel around zero.
    """
    import onnx
    from onnx import numpy_helper

    model = onnx.load(path)
    stored = {i.name: i for i in model.graph.initializer}
    floats = {i.name: i for i in onnx.load(raw).graph.initializer}
    for node in model.graph.node:
        if node.op_type != "MatMulInteger" or node.input[1] not in stored:
            continue
        name = node.input[1].removesuffix("_quantized")
        if numpy_helper.to_array(stored[f"{name}_zero_point"]).any():
            raise ValueError(f"{path}: {name} is not quantised around zero")
        weight, scale = quantise(numpy_helper.to_array(floats[name]), products[name])
        for key, array in ((f"{name}_quantized", weight), (f"{name}_scale", scale)):
            if (old := numpy_helper.to_array(stored[key])).shape != array.shape:
                raise ValueError(f"{path}: {key} has the shape {old.shape}, {array.shape} expected")
            stored[key].CopyFrom(numpy_helper.from_array(array, key))
    onnx.save(model, path)

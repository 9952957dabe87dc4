"""Exports a trained model to the layout that the product runs: int8 ONNX, vocabulary, pair scorer, label lists."""
import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnxruntime.quantization import QuantType, quantize_dynamic

from .labels import CONTEXTS, KINDS, MENTIONS, MODE_PAIRS, NAMES, ROLES, SECTORS, STATUSES, TYPES, UNIT_HEADS, UPOS
from .model import Model, load_pretrained


class Graph(nn.Module):
    """What the product asks of the network: all unit-level logits side by side, and the two sides of the pair scorer."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, ids, shapes, mask, first):
        u = self.model.units(ids, shapes, mask, first)
        logits = torch.cat([self.model.heads[name](u) for name, _ in UNIT_HEADS], -1)
        return logits, self.model.trigger_side(u), self.model.mention_side(u)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pretrained", required=True)
    parser.add_argument("--weights", required=True, help="model.pt of a training run")
    parser.add_argument("--out", required=True)
    a = parser.parse_args()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    encoder, pieces = load_pretrained(a.pretrained)
    model = Model(encoder)
    model.load_state_dict(torch.load(a.weights))
    model.eval()
    example = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long), torch.ones(2, 5, dtype=torch.long))
    names, outputs = ["ids", "shapes", "mask", "first"], ["logits", "trigger_side", "mention_side"]
    axes = {n: {0: "batch", 1: "pieces"} for n in names[:3]} | {n: {0: "batch", 1: "units"} for n in ["first", *outputs]}
    full = out / "full.onnx"
    torch.onnx.export(Graph(model), example, full, input_names=names, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    graph = onnx.load(full)
    graph.ir_version = min(graph.ir_version, 9)  # onnxruntime-node 1.17.0 refuses a newer one
    onnx.save(graph, full)
    # 7-bit weights: 8-bit products saturate on processors without VNNI
    quantize_dynamic(full, out / "model.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul", "Gemm", "Gather"])
    vocabulary = sorted(pieces.ids, key=pieces.ids.get)
    (out / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf8")
    scorer = {"distance": model.distance.weight, "hidden": model.roles[2].weight, "hiddenBias": model.roles[2].bias, "out": model.roles[4].weight, "outBias": model.roles[4].bias}
    floats = np.concatenate([v.detach().numpy().astype("<f4").ravel() for v in scorer.values()])
    floats.tofile(out / "pairs.f32")
    config = {
        "format": 1,
        "special": {"cls": pieces.cls, "sep": pieces.sep, "unknown": pieces.unk},
        "heads": [{"name": name, "width": width} for name, width in UNIT_HEADS],
        "labels": {"upos": UPOS, "names": NAMES, "mentions": MENTIONS, "kind": KINDS, "sectors": SECTORS, "trigger": TYPES,
                   "mode": [[t, m] for t, m in MODE_PAIRS], "status": STATUSES, "contexts": CONTEXTS, "roles": ROLES},
        "pairs": {name: list(v.shape) for name, v in scorer.items()},
    }
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")


if __name__ == "__main__":
    main()

"""Examples to tensors: one batch holds examples of any corpora; layers that an example lacks are masked."""
import random

import torch

from .labels import ROLES, UNIT_HEADS

NO = -100  # "no gold here"


def bio(size, spans, label):
    tags = [0] * size
    for span in spans:
        first, last = span["at"]
        k = label(span)
        tags[first] = 1 + 2 * k
        tags[first + 1 : last] = [2 + 2 * k] * (last - first - 1)
    return tags


def prepare(example, pieces, most=300):
    """Adds what training reads to an example; None when it is too long for the encoder."""
    ids, shapes, first = pieces.encode(example["words"])
    if len(ids) > most:
        return None
    n = len(first)
    gold = {}
    if example.get("upos") is not None:
        gold["upos"] = [t if t >= 0 else NO for t in example["upos"]]
    if example.get("border") is not None:
        gold["border"] = example["border"]
    if "names" in example:
        gold["names"] = bio(n, example["names"], lambda s: s["type"])
    if "mentions" in example:
        gold["mentions"] = bio(n, example["mentions"], lambda s: s["layer"])
    if "events" in example:
        gold["trigger"] = [0] * n
        for event in example["events"]:
            gold["trigger"][event["at"][0]] = 1 + event["type"]
    if "factuality" in example:
        gold["factuality"] = [NO] * n
        for at, bin in example["factuality"]:
            gold["factuality"][at] = bin
    if "quotes" in example:
        gold["cue"] = bio(n, [{"at": q["cue"]} for q in example["quotes"] if q["cue"]], lambda s: 0)
        whole = sorted(({"at": c} for q in example["quotes"] for c in q["content"]), key=lambda s: s["at"][0] - s["at"][1])
        outer = []
        for span in whole:  # nested contents: the layer holds the outermost
            if not any(span["at"][0] < o["at"][1] and o["at"][0] < span["at"][1] for o in outer):
                outer.append(span)
        gold["content"] = bio(n, outer, lambda s: 0)
    return {**example, "ids": ids, "shapes": shapes, "first": first, "gold": gold, "pairs": pairs(example)}


def pairs(example):
    """(trigger unit, span, roles) for every event or cue with every mention, source and content of the passage."""
    if "events" not in example:
        return []
    out = []
    spans = {tuple(m["at"]): [] for m in example["mentions"]}
    for k, m in enumerate(example["mentions"]):
        spans[tuple(m["at"])].append(k)
    for event in example["events"]:
        for at, members in spans.items():
            out.append((event["at"][0], at, [float(any(k in event["args"].get(r, ()) for k in members)) for r in ROLES[:6]] + [NO, NO]))
    cues = {}
    for q in example.get("quotes", ()):
        if q["cue"]:
            cues.setdefault(q["cue"][0], []).append(q)
    candidates = {*spans, *(tuple(c) for q in example.get("quotes", ()) for c in q["content"]), *(tuple(q["source"]) for q in example.get("quotes", ()) if q["source"])}
    for cue, quotes in cues.items():
        for at in sorted(candidates):
            speaker = any(q["source"] and tuple(q["source"]) == at for q in quotes)
            content = any(tuple(c) == at for q in quotes for c in q["content"])
            out.append((cue, at, [NO] * 6 + [float(speaker), float(content)]))
    return out


def batches(data, pieces_a_batch, rng=None):
    """Batches of about so many pieces, of examples of like length; shuffled when a generator is given."""
    order = list(range(len(data)))
    if rng:
        rng.shuffle(order)
        order.sort(key=lambda i: len(data[i]["ids"]) + rng.random() * 12)
    groups, group = [], []
    for i in order:
        longest = max([len(data[j]["ids"]) for j in group] + [len(data[i]["ids"])])
        if group and longest * (len(group) + 1) > pieces_a_batch:
            groups.append(group)
            group = []
        group.append(i)
    groups.append(group)
    if rng:
        rng.shuffle(groups)
    return [[data[i] for i in g] for g in groups]


def collate(batch):
    t, n = max(len(e["ids"]) for e in batch), max(len(e["first"]) for e in batch)
    pad = lambda row, size, fill: list(row) + [fill] * (size - len(row))
    ids = torch.tensor([pad(e["ids"], t, 0) for e in batch])
    shapes = torch.tensor([pad(e["shapes"], t, 0) for e in batch])
    mask = torch.tensor([[1] * len(e["ids"]) + [0] * (t - len(e["ids"])) for e in batch])
    first = torch.tensor([pad(e["first"], n, 0) for e in batch])
    gold = {name: torch.tensor([pad(e["gold"].get(name, []), n, NO) for e in batch]) for name, _ in UNIT_HEADS if any(name in e["gold"] for e in batch)}
    return ids, shapes, mask, first, gold


def generator(seed):
    return random.Random(seed)

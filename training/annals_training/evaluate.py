"""Development figures of a model, in PyTorch; `npm run eval` measures the exported model in the product."""
import collections

import torch

from .batches import NO, batches, collate
from .labels import ROLES, STATUSES, TYPES


def spans(tags):
    """Labelled spans of a BIO row; an I without its B begins a span."""
    out, start, kind = set(), None, None
    for k, tag in enumerate([*tags, 0]):
        label = (tag - 1) // 2 if tag else None
        if start is not None and (tag == 0 or tag % 2 == 1 or label != kind):
            out.add((start, k, kind))
            start = None
        if tag and start is None:
            start, kind = k, label
    return out


class Counts(collections.Counter):
    def add(self, name, gold, found):
        self[name, "gold"] += len(gold)
        self[name, "found"] += len(found)
        self[name, "right"] += len(gold & found)

    def f1(self, name):
        return round(200 * self[name, "right"] / max(1, self[name, "gold"] + self[name, "found"]), 1)


def macro(confusion, labels):
    scores = []
    for label in labels:
        right = confusion[label, label]
        total = sum(n for (g, p), n in confusion.items() if g == label) + sum(n for (g, p), n in confusion.items() if p == label)
        scores.append(200 * right / max(1, total))
    return round(sum(scores) / len(scores), 1)


@torch.no_grad()
def evaluate(model, sets, pieces_a_batch=4000):
    """{set: {figure: value}}"""
    model.eval()
    return {name: {k: v for k, v in of_set(model, data, pieces_a_batch).items() if v is not None} for name, data in sets.items()}


def of_set(model, data, pieces_a_batch):
    counts, status, certain = Counts(), collections.Counter(), collections.Counter()
    plain = collections.Counter()
    for batch in batches(data, pieces_a_batch):
        ids, shapes, mask, first, gold = collate(batch)
        u = model.units(ids, shapes, mask, first)
        best = {name: model.heads[name](u).argmax(-1) for name in gold}
        for k, x in enumerate(batch):
            n = len(x["first"])
            for name in ("names", "mentions", "cue", "content"):
                if name in x["gold"]:
                    counts.add(name, spans(x["gold"][name]), spans(best[name][k, :n].tolist()))
            if "upos" in x["gold"]:
                for g, p in zip(x["gold"]["upos"], best["upos"][k].tolist()):
                    if g != NO:
                        plain["upos"] += 1
                        plain["upos right"] += g == p
            if "border" in x["gold"]:
                counts.add("border", {i for i, g in enumerate(x["gold"]["border"]) if g and i}, {i for i in range(1, n) if best["border"][k, i]})
            for i, g in enumerate(x["gold"].get("factuality", ())):
                if g != NO:
                    certain[g, int(best["factuality"][k, i])] += 1
            if "events" in x:
                of_passage(model, u[k : k + 1, :n], x, best["trigger"][k, :n].tolist(), counts, status, plain)
    return {
        **{name: counts.f1(name) for name in ("names", "mentions", "trigger", "typed", "cue", "content", "border", *ROLES) if counts[name, "gold"]},
        "upos": round(100 * plain["upos right"] / plain["upos"], 2) if plain["upos"] else None,
        "type": round(100 * plain["type right"] / plain["events"], 1) if plain["events"] else None,
        "mode": round(100 * plain["mode right"] / plain["events"], 1) if plain["events"] else None,
        "status": round(100 * sum(n for (g, p), n in status.items() if g == p) / plain["events"], 1) if plain["events"] else None,
        "status macro": macro(status, range(len(STATUSES))) if status else None,
        "false on none": round(plain["false"] / plain["none"], 2) if plain["none"] else None,
        "factuality macro": macro(certain, range(3)) if certain else None,
    }


def of_passage(model, u, x, found, counts, status, plain):
    triggers = {e["at"][0]: e for e in x["events"]}
    counts.add("trigger", set(triggers), {i for i, t in enumerate(found) if t})
    counts.add("typed", {(i, e["type"]) for i, e in triggers.items()}, {(i, t - 1) for i, t in enumerate(found) if t})
    if not triggers:
        plain["none"] += 1
        plain["false"] += sum(t > 0 for t in found)
    for i, e in triggers.items():
        v = u[0, i]
        plain["events"] += 1
        plain["type right"] += int(model.heads["trigger"](v)[1:].argmax()) == e["type"]
        plain["mode right"] += int(model.heads["mode"](v).argmax()) == e["mode"]
        status[e["status"], int(model.heads["status"](v).argmax())] += 1
    if x["pairs"]:
        trigger, at, roles = zip(*x["pairs"])
        scores = model.arguments(u, torch.zeros(len(trigger), dtype=torch.long), torch.tensor(trigger), torch.tensor(at)) > 0
        for r, role in enumerate(ROLES):
            counts.add(role, {k for k, row in enumerate(roles) if row[r] == 1}, {k for k, row in enumerate(roles) if row[r] != NO and scores[k, r]})


FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE", "ASSAULT": "THREATEN",
          "COERCE": "THREATEN", "SANCTION": "THREATEN", "MOBILIZE": "THREATEN", "PROTEST": "THREATEN"}
QUAD = dict(AGREE=1, CONSULT=1, SUPPORT=1, YIELD=2, COOPERATE=2, AID=2, REQUEST=3, ACCUSE=3, REJECT=3, THREATEN=3, PROTEST=4, SANCTION=4, MOBILIZE=4, COERCE=4, ASSAULT=4)


@torch.no_grad()
def pair_mode(model, rows, pieces):
    """PLV rows (measured only): the trigger that best joins the two marked actors. Root, quad, binary macro-F1."""
    from .corpora import Text

    model.eval()
    root, quad, binary = (collections.Counter() for _ in range(3))
    for row in rows:
        text = Text(row["text"])
        ids, shapes, first = pieces.encode(text.words)
        u = model.units(torch.tensor([ids[:500]]), torch.tensor([shapes[:500]]), torch.ones(1, min(500, len(ids)), dtype=torch.long), torch.tensor([[f for f in first if f < 500]]))
        n = u.shape[1]
        at = torch.arange(n)
        score = torch.log_softmax(model.heads["trigger"](u[0]), -1)[:, 1:]
        for side, role in (("source", 0), ("target", 1)):
            if row[side]:
                span = text.range(row[side][0])
                a = model.arguments(u, torch.zeros(n, dtype=torch.long), at, torch.tensor([span] * n))
                score = score + torch.log(torch.sigmoid(a[:, role]) + 1e-3)[:, None]
        k = int(score.argmax())
        trigger, type = divmod(k, len(TYPES))
        name = TYPES[type]
        if STATUSES[int(model.heads["status"](u[0, trigger]).argmax())] in ("planned", "conditional"):
            name = FUTURE.get(name, name)
        name = "YIELD" if name in ("CONCEDE", "RETREAT") else name
        root[row["type"], name] += 1
        quad[QUAD[row["type"]], QUAD[name]] += 1
        binary[QUAD[row["type"]] < 3, QUAD[name] < 3] += 1
    return {"root": macro(root, sorted(QUAD)), "quad": macro(quad, (1, 2, 3, 4)), "binary": macro(binary, (True, False))}

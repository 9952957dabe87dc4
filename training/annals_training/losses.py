"""Losses of one batch, task by task."""
import torch
import torch.nn.functional as F

from .batches import NO

# Weight of each task in the sum. Events lead, since they are what the project is for; syntax is easy and abundant.
WEIGHTS = {"upos": 0.5, "border": 0.5, "names": 1.0, "mentions": 1.0, "trigger": 2.0, "type": 1.0, "mode": 0.5, "status": 1.0,
           "contexts": 0.5, "kind": 0.5, "sectors": 0.5, "factuality": 0.5, "cue": 0.5, "content": 0.5, "roles": 4.0}
NO_EVENT = 0.5  # weight of the class "no trigger": recall was the weaker side


def of_batch(model, u, batch, gold):
    """{task: loss} of a batch whose unit vectors are u."""
    out = {}
    flat = lambda x: x.flatten(0, 1)
    for name in ("upos", "border", "names", "mentions", "cue", "content", "factuality"):
        if name in gold and (gold[name] != NO).any():
            out[name] = F.cross_entropy(flat(model.heads[name](u)), flat(gold[name]), ignore_index=NO)
    if "trigger" in gold:
        weight = torch.ones(17)
        weight[0] = NO_EVENT
        out["trigger"] = F.cross_entropy(flat(model.heads["trigger"](u)), flat(gold["trigger"]), weight=weight, ignore_index=NO)
    out |= of_events(model, u, [(b, e) for b, x in enumerate(batch) for e in x.get("events", ())])
    out |= of_actors(model, u, [(b, m) for b, x in enumerate(batch) for m in x.get("mentions", ()) if "kind" in m])
    pairs = [(b, *p) for b, x in enumerate(batch) for p in x["pairs"]]
    if pairs:
        b, trigger, spans, roles = (torch.tensor(c) for c in zip(*pairs))
        known = roles != NO
        loss = F.binary_cross_entropy_with_logits(model.arguments(u, b, trigger, spans), roles.clamp(min=0), reduction="none")
        out["roles"] = (loss * known).sum() / known.sum()
    return out


def of_events(model, u, events):
    if not events:
        return {}
    b, at, type, mode, status = (torch.tensor(c) for c in zip(*((b, e["at"][0], e["type"], e["mode"] if e["mode"] >= 0 else NO, e["status"]) for b, e in events)))
    v = u[b, at]
    contexts = torch.zeros(len(events), model.heads["contexts"][-1].out_features)
    for k, (_, e) in enumerate(events):
        contexts[k, e["contexts"]] = 1
    return {
        "type": F.cross_entropy(model.heads["trigger"](v)[:, 1:], type),
        "mode": F.cross_entropy(model.heads["mode"](v), mode, ignore_index=NO),
        "status": F.cross_entropy(model.heads["status"](v), status),
        "contexts": F.binary_cross_entropy_with_logits(model.heads["contexts"](v), contexts) * 4,
    }


def of_actors(model, u, actors):
    if not actors:
        return {}
    # kind and sectors are read from the mean over the mention: the heads are linear, so the reader may average logits
    sums = F.pad(u.cumsum(1), (0, 0, 1, 0))
    b, start, end, kind = (torch.tensor(c) for c in zip(*((b, *m["at"], m["kind"]) for b, m in actors)))
    v = (sums[b, end] - sums[b, start]) / (end - start)[:, None]
    sectors = torch.zeros(len(actors), model.heads["sectors"][-1].out_features)
    for k, (_, m) in enumerate(actors):
        sectors[k, m["sectors"]] = 1
    return {"kind": F.cross_entropy(model.heads["kind"](v), kind), "sectors": F.binary_cross_entropy_with_logits(model.heads["sectors"](v), sectors) * 4}

"""Trains the encoder and its heads on all corpora at once. Seeded; resumes from its last checkpoint."""
import argparse
import collections
import json
import math
import time
from pathlib import Path

import numpy as np
import torch

from . import corpora
from .batches import batches, collate, generator, prepare
from .evaluate import evaluate, pair_mode
from .losses import WEIGHTS, of_batch
from .model import Model, load_pretrained


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repository", default=str(Path(__file__).resolve().parents[2]))
    parser.add_argument("--shared", required=True, help="folder that holds data/")
    parser.add_argument("--pretrained", required=True, help="folder of all-MiniLM-L6-v2 or all-mpnet-base-v2")
    parser.add_argument("--out", required=True, help="folder for checkpoints and figures")
    parser.add_argument("--sets", default="events,gum,ewt,wikigold,crossner,re3d")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-4, help="of the encoder; the heads learn eight times as fast")
    parser.add_argument("--pieces", type=int, default=1100, help="wordpieces a batch")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--average", type=float, default=0.998, help="decay of the running average of the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, help="examples a set, to try things out")
    return parser.parse_args()


def of_epoch(train, pieces, rng):
    """Batches of one epoch. Of EWT, the largest set and of the easiest tasks, each epoch takes another half."""
    return batches([e for e in train if e["set"] != "ewt" or rng.random() < 0.5], pieces, rng)


def optimizer(model, rate, steps):
    slow = [p for n, p in model.named_parameters() if n.startswith("encoder.") and ".shape." not in n]
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.") or ".shape." in n]
    adam = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": rate * 8}], weight_decay=0.01)
    warm = 0.1 * steps
    return adam, torch.optim.lr_scheduler.LambdaLR(adam, lambda k: min(1, k / warm) * max(0.0, 1 - k / steps))


class Average:
    """A running average of the weights: what is evaluated and exported."""

    def __init__(self, model, decay):
        self.decay, self.steps = decay, 0
        self.weights = {n: p.detach().clone() for n, p in model.named_parameters()}

    def update(self, model):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for n, p in model.named_parameters():
            self.weights[n].mul_(decay).add_(p.detach(), alpha=1 - decay)

    def swap(self, model):
        for n, p in model.named_parameters():
            kept = p.detach().clone()
            p.data.copy_(self.weights[n])
            self.weights[n] = kept


def main():
    a = arguments()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(a.seed)
    np.random.seed(a.seed)
    torch.set_num_threads(a.threads)
    encoder, pieces = load_pretrained(a.pretrained, a.dropout)
    model = Model(encoder)
    ready = lambda examples: [p for p in (prepare(e, pieces) for e in examples) if p]
    wanted = set(a.sets.split(","))
    train = ready(e for e in corpora.training(a.repository, a.shared) if e["set"] in wanted)
    if a.limit:
        per_set = collections.Counter()
        train = [e for e in train if per_set.update([e["set"]]) or per_set[e["set"]] <= a.limit]
    dev = {name: ready(examples) for name, examples in corpora.development(a.repository, a.shared).items()}
    plv = corpora.lines(Path(a.shared) / "data/coding/plv-train.jsonl")
    print(len(train), "examples", sum(len(e["ids"]) for e in train), "wordpieces", dict(collections.Counter(e["set"] for e in train)), flush=True)

    plan = [of_epoch(train, a.pieces, generator(a.seed * 1000 + epoch)) for epoch in range(a.epochs)]
    adam, schedule = optimizer(model, a.rate, sum(map(len, plan)))
    average = Average(model, a.average)
    checkpoint, start = out / "checkpoint.pt", (0, 0)
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(kept["model"])
        adam.load_state_dict(kept["adam"])
        schedule.load_state_dict(kept["schedule"])
        average.weights, average.steps, start = kept["average"], kept["steps"], kept["at"]
        torch.set_rng_state(kept["random"])
        print("resumed at", start, flush=True)

    def save(at):
        torch.save({"model": model.state_dict(), "adam": adam.state_dict(), "schedule": schedule.state_dict(), "average": average.weights, "steps": average.steps, "at": at, "random": torch.get_rng_state()}, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").rename(checkpoint)

    last = time.time()
    for epoch in range(start[0], a.epochs):
        model.train()
        began, seen, sums = time.time(), 0, collections.Counter()
        for k, batch in enumerate(plan[epoch]):
            if epoch == start[0] and k < start[1]:
                continue
            ids, shapes, mask, first, gold = collate(batch)
            losses = of_batch(model, model.units(ids, shapes, mask, first), batch, gold)
            loss = sum(WEIGHTS[name] * value for name, value in losses.items())
            adam.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            schedule.step()
            average.update(model)
            seen += int(mask.sum())
            for name, value in losses.items():
                sums[name] += float(value.detach())
                sums[name, "n"] += 1
            if time.time() - last > 600:
                save((epoch, k + 1))
                last = time.time()
        took = time.time() - began
        print(f"epoch {epoch} {took:.0f} s {seen / took:.0f} wordpieces/s", {n: round(v / sums[n, "n"], 3) for n, v in sums.items() if isinstance(n, str)}, flush=True)
        save((epoch + 1, 0))
        if epoch % 2 == 1 or epoch == a.epochs - 1:
            average.swap(model)
            figures = {**evaluate(model, dev), "plv": pair_mode(model, plv, pieces)}
            print(json.dumps(figures), flush=True)
            (out / "figures.json").write_text(json.dumps({"epoch": epoch, **figures}, indent=1))
            torch.save(model.state_dict(), out / "model.pt")
            average.swap(model)


if __name__ == "__main__":
    main()

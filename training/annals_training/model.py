"""The encoder (MiniLM or MPNet shaped) with the heads of all tasks."""
import json
import math
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file

from .labels import ROLES, UNIT_HEADS
from .units import SHAPES, WordPiece

PAIR = 160  # width of the trigger and mention vectors that the argument scorer compares
BUCKETS = 17  # signed log2 distance in units, -8 to 8


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, dropout, epsilon):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(hidden, hidden) for _ in range(4))
        self.inner, self.outer = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, epsilon), nn.LayerNorm(hidden, epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, bias):
        b, t, h = x.shape
        q, k, v = (f(x).view(b, t, self.heads, h // self.heads).transpose(1, 2) for f in (self.q, self.k, self.v))
        attention = self.dropout(F.softmax(q @ k.transpose(-1, -2) / math.sqrt(h // self.heads) + bias, -1))
        x = self.norm1(x + self.dropout(self.o((attention @ v).transpose(1, 2).reshape(b, t, h))))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """A BERT encoder with a learnt embedding of each unit's shape; with `relative`, MPNet's position bias."""

    def __init__(self, vocabulary, hidden, layers, heads, inner, positions, relative=False, dropout=0.1):
        super().__init__()
        self.relative = nn.Embedding(32, heads) if relative else None
        epsilon = 1e-5 if relative else 1e-12
        self.word, self.position = nn.Embedding(vocabulary, hidden), nn.Embedding(positions, hidden)
        self.shape = nn.Embedding(SHAPES, hidden)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.norm = nn.LayerNorm(hidden, epsilon)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, dropout, epsilon) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.hidden = hidden

    def forward(self, ids, shapes, mask):
        t = ids.shape[1]
        first = 2 if self.relative else 0
        x = self.word(ids) + self.position.weight[first : t + first][None] + self.shape(shapes)
        x = self.dropout(self.norm(x))
        bias = (1 - mask.float())[:, None, None] * -1e4
        if self.relative:
            bias = bias + self.bucket_bias(t)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def bucket_bias(self, t):
        """Relative position bias of T5 as MPNet uses it: 16 exact and logarithmic buckets a side."""
        at = torch.arange(t)
        n = at[:, None] - at[None]
        side = (n < 0).long() * 16
        n = n.abs()
        far = (8 + (torch.log(n.float().clamp(min=1) / 8) / math.log(16) * 8).long()).clamp(max=15)
        return self.relative(side + torch.where(n < 8, n, far)).permute(2, 0, 1)[None]


class Model(nn.Module):
    def __init__(self, encoder, dropout=0.15):
        super().__init__()
        self.encoder = encoder
        h = encoder.hidden
        deep = {"trigger", "mode", "status", "factuality"}  # heads that profit from a hidden layer
        self.heads = nn.ModuleDict({
            name: nn.Sequential(nn.Linear(h, h), nn.GELU(), nn.Dropout(dropout), nn.Linear(h, width)) if name in deep
            else nn.Sequential(nn.Dropout(dropout), nn.Linear(h, width))
            for name, width in UNIT_HEADS
        })
        self.trigger_side, self.mention_side = nn.Linear(h, PAIR), nn.Linear(h, PAIR)
        self.distance = nn.Embedding(BUCKETS, PAIR)
        self.roles = nn.Sequential(nn.GELU(), nn.Dropout(dropout), nn.Linear(PAIR, 96), nn.GELU(), nn.Linear(96, len(ROLES)))

    def units(self, ids, shapes, mask, first):
        """Vectors of units (batch, units, hidden): each unit is read at its first piece."""
        h = self.encoder(ids, shapes, mask)
        return h.gather(1, first[..., None].expand(-1, -1, h.shape[-1]))

    def arguments(self, u, b, trigger, spans):
        """Role logits of (trigger unit, span) pairs: b, trigger (n), spans (n, 2) half-open -> (n, roles)."""
        m = self.mention_side(u)
        sums = F.pad(m.cumsum(1), (0, 0, 1, 0))
        mean = (sums[b, spans[:, 1]] - sums[b, spans[:, 0]]) / (spans[:, 1] - spans[:, 0]).clamp(min=1)[:, None]
        t = self.trigger_side(u)[b, trigger]
        apart = spans[:, 0] - trigger
        bucket = (apart.sign() * torch.log2(apart.abs().float() + 1).round()).long().clamp(-8, 8) + 8
        return self.roles(t + mean + t * mean + self.distance(bucket))


def load_pretrained(folder, dropout=0.1):
    """(encoder, pieces) from a sentence-transformers folder: all-MiniLM-L6-v2 or all-mpnet-base-v2."""
    folder = Path(folder)
    config = json.loads((folder / "config.json").read_text())
    mpnet = config["model_type"] == "mpnet"
    tokens = json.loads((folder / "tokenizer.json").read_text())["model"]["vocab"]
    vocabulary = sorted(tokens, key=tokens.get)
    pieces = WordPiece(vocabulary, *(("<s>", "</s>", "[UNK]") if mpnet else ("[CLS]", "[SEP]", "[UNK]")))
    weights = {k.removeprefix("bert.").removeprefix("mpnet."): v for k, v in load_file(folder / "model.safetensors").items()}
    encoder = Encoder(weights["embeddings.word_embeddings.weight"].shape[0], config["hidden_size"], config["num_hidden_layers"],
                      config["num_attention_heads"], config["intermediate_size"], weights["embeddings.position_embeddings.weight"].shape[0], mpnet, dropout)

    def put(module, name):
        module.weight.data.copy_(weights[name + ".weight"])
        if getattr(module, "bias", None) is not None:
            module.bias.data.copy_(weights[name + ".bias"])

    put(encoder.word, "embeddings.word_embeddings")
    put(encoder.position, "embeddings.position_embeddings")
    put(encoder.norm, "embeddings.LayerNorm")
    if mpnet:
        put(encoder.relative, "encoder.relative_attention_bias")
    else:  # BERT adds the first segment's embedding to every piece
        encoder.word.weight.data += weights["embeddings.token_type_embeddings.weight"][0]
    names = ({"q": "attention.attn.q", "k": "attention.attn.k", "v": "attention.attn.v", "o": "attention.attn.o", "norm1": "attention.LayerNorm"} if mpnet else
             {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense", "norm1": "attention.output.LayerNorm"})
    names |= {"inner": "intermediate.dense", "outer": "output.dense", "norm2": "output.LayerNorm"}
    for i, layer in enumerate(encoder.layers):
        for ours, theirs in names.items():
            put(getattr(layer, ours), f"encoder.layer.{i}.{theirs}")
    return encoder, pieces

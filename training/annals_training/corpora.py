"""Corpora to examples: units with whatever layers the corpus annotates; a layer it lacks is absent.

An example: {id, set, words, spans, and any of upos, border, names, mentions, actors, events, factuality, quotes, chains}.
All positions in an example count units.
"""
import gzip
import hashlib
import json
import re
import subprocess
from pathlib import Path

from .labels import CONTEXTS, KINDS, MENTIONS, MODE_PAIRS, NAMES, SECTORS, STATUSES, TYPES, UPOS
from .units import units

WINDOW = 110  # units in a training window of a running document: three or four sentences of news
HELD_OUT = ("africa-04", "asia-08", "codebook-14", "hard-09", "mideast-08", "world-07")


def lines(path):
    opened = gzip.open(path, "rt", encoding="utf8") if str(path).endswith(".gz") else open(path, encoding="utf8")
    with opened as file:
        return [json.loads(line) for line in file]


class Text:
    """A text cut into units, with a look-up from UTF-16 spans to unit ranges."""

    def __init__(self, text):
        self.units = units(text)
        self.words = [w for w, _, _ in self.units]
        self.starts = [s for _, s, _ in self.units]
        self.ends = [e for _, _, e in self.units]

    def range(self, span):
        """Half-open range of the units that a span touches; None when it touches none."""
        import bisect

        first = bisect.bisect_right(self.ends, span["start"])
        last = bisect.bisect_left(self.starts, span["end"])
        return (first, last) if last > first else None

    def anchor(self, start):
        """The unit that stands for a token beginning at `start`: the first that begins there or later."""
        import bisect

        return min(bisect.bisect_left(self.starts, start), len(self.units) - 1)


def example(id, set, text):
    return {"id": id, "set": set, "words": text.words, "spans": [[s, e] for s, e in zip(text.starts, text.ends)]}


def events(folder, held_out):
    """Passages of our own event data with their quotations; the held-out files only when asked for."""
    files = sorted(f for f in Path(folder).glob("*.txt") if (f.stem in HELD_OUT) == held_out)
    annotated = {f.stem for f in files if (Path(folder) / "quotes" / f"{f.stem}.tsv").exists()}
    quoted = {id for f in files if f.stem in annotated for id in re.findall(r"^# id=(\S+)", f.read_text(encoding="utf8"), re.M)}
    run = lambda script: subprocess.run(["node", str(Path(folder) / script), *map(str, files)], capture_output=True, check=True, text=True).stdout
    quotes = {row["id"]: row["quotes"] for row in map(json.loads, filter(None, run("quotes.mjs").split("\n")))}
    for record in map(json.loads, filter(None, run("compile.mjs").split("\n"))):
        text = Text(record["text"])
        out = example(record["id"], "events", text)
        mentions, of = [], {}
        for mention in record["mentions"]:
            for span in mention["spans"]:
                found = text.range(span)
                if found:
                    of.setdefault(mention["id"], []).append(len(mentions))
                    actor = mention["layer"] == "actor"
                    mentions.append({
                        "at": found, "layer": MENTIONS.index(mention["layer"]), "entity": mention["id"],
                        **({"kind": KINDS.index(mention["kind"]), "sectors": [SECTORS.index(s) for s in mention["sectors"] if s in SECTORS]} if actor else {}),
                    })
        out["mentions"] = mentions
        out["events"] = []
        for event in record["events"]:
            at = text.range(event["trigger"])
            if at:
                out["events"].append({
                    "at": at, "type": TYPES.index(event["type"]), "mode": MODE_PAIRS.index((event["type"], event["mode"])) if (event["type"], event["mode"]) in MODE_PAIRS else -1,
                    "status": STATUSES.index(event["status"]), "contexts": [CONTEXTS.index(c) for c in event["contexts"] if c in CONTEXTS],
                    "args": {role: sorted({k for ref in event[role] for k in of.get(ref, [])}) for role in ("source", "target", "place", "time", "amount", "by")},
                })
        if record["id"] in quoted:
            out["quotes"] = []
        for quote in quotes.get(record["id"], []):
            out["quotes"].append({
                "source": quote["source"] and text.range(quote["source"]), "cue": quote["cue"] and text.range(quote["cue"]),
                "content": [r for r in map(text.range, quote["content"]) if r],
            })
        out["border"] = None
        yield out


def windows(text, sentences):
    """Runs of whole sentences of at most WINDOW units (a longer sentence stands alone)."""
    borders = [text.range(s) for s in sentences]
    borders = [b for b in borders if b]
    start, end = None, None
    for first, last in borders:
        if start is not None and last - start > WINDOW:
            yield start, end
            start = None
        if start is None:
            start = first
        end = last
    if start is not None:
        yield start, end


def cut(out, text, first, last, part):
    """The layers of a document that lie wholly inside a window, moved to its start."""
    move = lambda r: (r[0] - first, r[1] - first)
    inside = lambda r: r is not None and r[0] >= first and r[1] <= last
    piece = {"id": f"{out['id']}:{part}", "set": out["set"], "words": out["words"][first:last], "spans": out["spans"][first:last]}
    for layer in ("upos", "border"):
        if out.get(layer) is not None:
            piece[layer] = out[layer][first:last]
    if "factuality" in out:
        piece["factuality"] = [(at - first, bin) for at, bin in out["factuality"] if first <= at < last]
    for layer in ("names", "entities"):
        if layer in out:
            piece[layer] = [{**m, "at": move(m["at"])} for m in out[layer] if inside(m["at"])]
    return piece


def flat(spans):
    """Longest-first choice of non-overlapping spans: what a BIO layer can hold."""
    taken, kept = set(), []
    for span in sorted(spans, key=lambda s: s["at"][0] - s["at"][1]):
        cells = set(range(*span["at"]))
        if not cells & taken:
            taken |= cells
            kept.append(span)
    return sorted(kept, key=lambda s: s["at"])


def certainty(path):
    """UDS It-Happened by EWT sentence id: the sentence as annotated there and its deeds in three bins."""
    bins = lambda score: 0 if score >= 1 else 2 if score <= -1 else 1
    return {r["id"]: (r["text"], [(e["start"], bins(e["score"])) for e in r["events"]]) for r in lines(path)}


def treebank(path, name, certain={}):
    """GUM and EWT: UPOS, sentence borders; of GUM also named entities and chains, of EWT also how certain deeds are."""
    for record in lines(path):
        text = Text(record["text"])
        if not text.words:
            continue
        out = example(record["id"], name, text)
        upos, border, factual = [-1] * len(text.words), [0] * len(text.words), []
        for sentence in record["sentences"]:
            at = text.range(sentence)
            if at:
                border[at[0]] = 1
            for start, _, _, tag, *_ in sentence["tokens"]:
                if tag in UPOS:
                    upos[text.anchor(start)] = UPOS.index(tag)
            wording, deeds = certain.get(sentence.get("id"), (None, []))
            if wording == record["text"][sentence["start"] : sentence["end"]]:
                factual += [(text.anchor(sentence["start"] + start), bin) for start, bin in deeds]
        out["upos"], out["border"] = upos, border
        if certain:
            out["factuality"] = factual
        if "entities" in record:
            kinds = {"person": "person", "organization": "org", "place": "place"}
            entities = [{**e, "at": text.range(e)} for e in record["entities"]]
            out["entities"] = [{"at": e["at"], "entity": e["entity"], "type": e["type"], "named": bool(e.get("named"))} for e in entities if e["at"]]
            proper = UPOS.index("PROPN")
            names = []
            for e in entities:
                if e["at"] and e.get("named") and e["type"] in kinds:
                    first, last = e["at"]
                    while first < last and upos[first] not in (proper, -1, UPOS.index("NUM")):
                        first += 1
                    end = first
                    while end < last and upos[end] in (proper, -1, UPOS.index("ADP"), UPOS.index("DET"), UPOS.index("PUNCT"), UPOS.index("PART"), UPOS.index("NUM")):
                        end += 1
                    while end > first and upos[end - 1] not in (proper, -1, UPOS.index("NUM")):
                        end -= 1
                    if end > first and proper in upos[first:end]:
                        names.append({"at": (first, end), "type": NAMES.index(kinds[e["type"]])})
            out["names"] = flat(names)
        for part, (first, last) in enumerate(windows(text, record["sentences"])):
            yield cut(out, text, first, last, part)


def named(path, name, keep=lambda record: True, shorten=False):
    """Corpora of names: WikiGold, CrossNER politics, re3d (names only where `shorten`: proper runs of a mention)."""
    for record in lines(path):
        if not keep(record):
            continue
        text = Text(record["text"])
        out = example(record["id"], name, text)
        types = {"person": "person", "org": "org", "organisation": "org", "place": "place"}
        names = []
        for e in record["entities"]:
            kind = types.get(e["type"].lower())
            at = text.range(e)
            if kind and at and (not shorten or all(text.words[k][0].isupper() or not text.words[k].isalnum() for k in (at[0], at[1] - 1))):
                names.append({"at": at, "type": NAMES.index(kind)})
        out["names"] = flat(names)
        sentences = record.get("sentences") or [{"start": 0, "end": 10**9}]
        pieces = list(windows(text, sentences)) if "sentences" in record else [(k, min(k + WINDOW, len(text.words))) for k in range(0, len(text.words), WINDOW)]
        for part, (first, last) in enumerate(pieces):
            yield cut(out, text, first, last, part)


def re3d_dev(record):
    return hashlib.sha256(record["id"].encode()).hexdigest()[0] in "012"


def training(repository, shared):
    """All training examples."""
    data = Path(shared) / "data"
    out = list(events(Path(repository) / "training/data/events", False))
    out += treebank(data / "gum/gum.train.jsonl.gz", "gum")
    out += treebank(data / "ewt/ewt.train.jsonl.gz", "ewt", certainty(data / "factuality/factuality-uds.train.jsonl.gz"))
    out += named(data / "wikigold/wikigold.train.jsonl.gz", "wikigold")
    out += named(data / "crossner-politics/crossner-politics.train.jsonl.gz", "crossner")
    out += named(data / "re3d/re3d.train.jsonl.gz", "re3d", lambda r: not re3d_dev(r), shorten=True)
    return [e for e in out if e["words"]]


def development(repository, shared):
    """Development examples by set."""
    data = Path(shared) / "data"
    return {
        "events": list(events(Path(repository) / "training/data/events", True)),
        "gum": list(treebank(data / "gum/gum.dev.jsonl.gz", "gum")),
        "ewt": list(treebank(data / "ewt/ewt.dev.jsonl.gz", "ewt", certainty(data / "factuality/factuality-uds.dev.jsonl.gz"))),
        "crossner": list(named(data / "crossner-politics/crossner-politics.dev.jsonl.gz", "crossner")),
        "uner": list(named(data / "uner/uner-ewt.dev.jsonl.gz", "uner")),
        "re3d": list(named(data / "re3d/re3d.train.jsonl.gz", "re3d", re3d_dev, shorten=True)),
    }

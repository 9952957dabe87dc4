"""Units: what the encoder reads. Runs of letters and digits, and every other visible character by itself.

The same rule stands in src/text (training and serving must agree); offsets here count UTF-16 code units.
"""
import re
import unicodedata

UNIT = re.compile(r"[^\W_]+|[^\w\s]|_")


def units(text):
    """(word, start, end) for each unit; offsets in UTF-16 code units."""
    found = [(m.group(), m.start(), m.end()) for m in UNIT.finditer(text)]
    if text.isascii() or max(text) <= "\uffff":
        return found
    at, wide = [], 0
    for char in text:
        at.append(wide)
        wide += 2 if char > "\uffff" else 1
    at.append(wide)
    return [(word, at[start], at[end]) for word, start, end in found]


def shape(word):
    """Class of a unit's spelling; case is lost in an uncased vocabulary and matters (US/us, Turkey/turkey)."""
    if word.isdigit():
        return 4
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5 if word.isalnum() else 6


CONTINUATION = 7
SHAPES = 8


class WordPiece:
    """Greedy longest-match pieces of a lower-cased, accent-stripped unit (Schuster and Nakajima 2012; BERT uncased)."""

    def __init__(self, vocabulary, cls, sep, unk):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unk = self.ids[cls], self.ids[sep], self.ids[unk]
        self.cache = {}

    def pieces(self, word):
        if word not in self.cache:
            self.cache[word] = self._cut(word)
        return self.cache[word]

    def _cut(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        found, start = [], 0
        while start < len(plain):
            end = len(plain)
            while end > start and ("##" if start else "") + plain[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.unk]
            found.append(self.ids[("##" if start else "") + plain[start:end]])
            start = end
        return found or [self.unk]

    def encode(self, words):
        """ids, shapes and, for each unit, the index of its first piece."""
        ids, shapes, first = [self.cls], [0], []
        for word in words:
            first.append(len(ids))
            for k, piece in enumerate(self.pieces(word)):
                ids.append(piece)
                shapes.append(shape(word) if k == 0 else CONTINUATION)
        return ids + [self.sep], shapes + [0], first

"""Training of the reading core: corpora to examples, encoder with heads, losses, export."""

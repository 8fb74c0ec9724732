"""Tasks: who, with whom, what, by when, with which product, to whom."""

"""The parts of a document: header, body tree, recipients, signature, annexes, tables."""

"""Directives composed from a grammar, annotated by construction; the same seed gives the same documents."""

"""Checks of official documents: one rule a file, one sorted registry."""

"""Builds the sample documents of the demo province: one source each, three files out of it."""

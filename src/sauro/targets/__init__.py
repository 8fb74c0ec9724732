"""Targets: what is to be reached by when, who asked for it, how it is divided and how far it got."""

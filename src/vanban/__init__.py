"""Reads, understands, checks and composes official documents of Vietnam's State and Party bodies.

The package has no side effects: no database, no network, and no clock except as an argument.
Everything a caller may rely on is in :mod:`vanban.api`.
"""

"""Difficulties and the way they went."""

from sauro.difficulties.models.difficulties import Difficulty, Forwarding

__all__ = ["Difficulty", "Forwarding"]

"""Figures of the workforce on any day: a flat snapshot of who was in post, and the counts and ratios made of it."""

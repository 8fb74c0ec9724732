"""Obligations and the assignments they become."""

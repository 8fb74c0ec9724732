"""Filters of the templates of the workforce."""

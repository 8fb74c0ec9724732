"""Appraisal of people and units by product. Today the rules alone: pure functions in ``rules``."""

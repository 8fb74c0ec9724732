"""Targets measured from the records of the workforce: which figure an indicator is, and its figure taken over."""

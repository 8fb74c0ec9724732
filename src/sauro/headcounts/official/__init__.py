"""The forms offices send upward: each declared once, filled from the figures of a day, printed in official layout."""

"""Targets: indicators with operator, value, unit and period."""

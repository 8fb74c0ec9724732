"""Difficulties and requests (khó khăn, vướng mắc, kiến nghị): raised, routed upwards, answered in time."""

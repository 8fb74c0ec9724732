"""Assignments over time: the calendar of deadlines and the timeline of units and people. Has no tables."""

"""People brought in from tables as offices have them, checked first, and taken out the same way."""

"""Seeing it all: the board now, periodic reports and reviews as they come."""

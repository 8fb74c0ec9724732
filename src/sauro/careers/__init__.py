"""Careers: what a post demands and who meets it, moves and their terms, planning, and decisions on leaving."""

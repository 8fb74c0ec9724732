"""From surplus to shortage: who could move where, and what is left to recruit."""

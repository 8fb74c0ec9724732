"""What people keep of lists: saved views, shared within a unit, and their own columns."""

"""Action programmes and plans: composed from what higher levels ask, issued, and turned into tasks."""

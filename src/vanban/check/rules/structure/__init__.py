"""CT: numbering and structure."""

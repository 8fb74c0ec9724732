"""Routes of the API for this area."""

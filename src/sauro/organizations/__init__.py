"""Units of both systems over time, and the people in them."""

"""TG: dates and deadlines."""

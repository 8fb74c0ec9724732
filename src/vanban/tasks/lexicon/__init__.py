"""Words of directives as data."""

"""Rules by family, one file a rule."""

"""The forms in which findings leave the package for other programs."""

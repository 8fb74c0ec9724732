"""One act on many assignments: chosen in a list, rehearsed, done one by one in the background, and taken back."""

"""What the rules of the Party's layout share beyond the reading of the form."""

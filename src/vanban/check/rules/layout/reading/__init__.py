"""What the rules of layout read once and share: the lines of the form, the look of a span, what the decree says."""

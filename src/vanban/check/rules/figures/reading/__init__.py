"""What the rules on figures share: one reading of the numbers, ratios, breakdowns and tables of a document."""

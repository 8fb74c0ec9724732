"""What the spelling rules know of written Vietnamese: a grammar of syllables, words of a document, tables of slips."""

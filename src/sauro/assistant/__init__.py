"""An optional language model of the site, asked about one document at a time; it proposes, people decide."""

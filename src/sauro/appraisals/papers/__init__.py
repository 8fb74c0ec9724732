"""The prescribed forms and the papers of the yearly rating as contents of documents. No database."""

"""Reads tables that people bring, without a database: cells, headings, what a column means, what a cell says."""

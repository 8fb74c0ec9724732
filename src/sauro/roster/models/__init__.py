"""Imports of people: the file, what its columns mean, what is wrong in it, what writing it would do."""

from sauro.roster.models.imports import ColumnMemory, ImportFile, ImportProgress, PeopleImport
from sauro.roster.models.rows import ImportFault, ImportRow

__all__ = ["ColumnMemory", "ImportFault", "ImportFile", "ImportProgress", "ImportRow", "PeopleImport"]

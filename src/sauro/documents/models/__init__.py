"""Documents taken in, their files, their texts as read, and what remains of a purged one."""

from sauro.documents.models.bindings import NameBinding
from sauro.documents.models.documents import Document, Reference
from sauro.documents.models.files import StoredFile
from sauro.documents.models.prints import ReadingPrints
from sauro.documents.models.purges import Purge
from sauro.documents.models.readings import ExtractedText, Reading
from sauro.documents.models.scans import Scan

__all__ = [
    "Document",
    "ExtractedText",
    "NameBinding",
    "Purge",
    "Reading",
    "ReadingPrints",
    "Reference",
    "Scan",
    "StoredFile",
]

"""Who may do what: annotated documents, and how the machine fares."""

from tests.contracts.entries import Entry, people

READERS = people("clerk head chair inspector")
REVIEWERS = people("clerk head")
DOCUMENT = {"at": lambda objects: [objects.document.pk]}

ENTRIES = [
    Entry("document-annotation", REVIEWERS, READERS - REVIEWERS, **DOCUMENT),
    # A scan is not read yet: there is nothing to export, even for its sender.
    Entry("document-annotation", people(""), people("clerk"), at=lambda objects: [objects.scan.document_id]),
    # Once a purge is asked for, only those who may purge see the document, and nobody takes its words out.
    Entry("document-annotation", people(""), people("head"), at=lambda objects: [objects.document_to_purge.pk]),
    Entry("accuracy", people("head admin office_a office_b party_a"), rest=403),
]

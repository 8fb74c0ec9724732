"""Who may do what: the language model, which a site has only when it sets one. Here none is set."""

from tests.contracts.entries import Entry, people

READERS = people("clerk head chair inspector")

ENTRIES = [
    Entry("model-ask", people(""), READERS, method="post", at=lambda objects: [objects.document.pk]),
]

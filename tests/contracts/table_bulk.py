"""Who may do what: acts on many assignments. The run meant is the clerk's own."""

from tests.contracts.entries import EVERYBODY, Entry, people

GIVERS = people("clerk head chair snv_head party_clerk office_a office_b party_a")
CLERK = people("clerk")
OWN = {"at": lambda objects: [objects.bulk_run.pk]}

ENTRIES = [
    Entry("run-list", EVERYBODY),
    # Those who follow what was given may remind; whoever chose nothing is led back to the list.
    Entry(
        "run-prepare", GIVERS, method="post", status=302, rest=403,
        data={"act": "nhac", "list": "given-list", "query": ""},
    ),
    Entry("run-detail", CLERK, **OWN),
    Entry("run-progress", CLERK, **OWN),
    Entry(
        "run-step", CLERK, method="post", status=302, at=lambda objects: [objects.bulk_run.pk, "thuc-hien"]
    ),
]  # fmt: skip

"""Who may do what: documents and their purge. The document belongs to the People's Committee of the province."""

from tests.contracts.entries import EVERYBODY, Entry, people
from tests.contracts.objects import Objects

from sauro.documents.services.editing import header_of

READERS = people("clerk head chair inspector")
KEEPERS = people("clerk head")
TAKERS_IN = people("clerk head party_clerk office_a office_b party_a")
LISTERS = people("clerk head chair snv_head party_clerk office_a office_b party_a inspector")
PURGERS = people("head admin")
# While a scan is recognised, only the person who sent it sees its document.
SCAN = {"at": lambda objects: [objects.scan.document_id]}
DOCUMENT = {"at": lambda objects: [objects.document.pk]}
CLOSED = {"at": lambda objects: [objects.document_to_purge.pk]}
REASON = {"reason": "Văn bản có nội dung bí mật nhà nước, tiếp nhận nhầm"}


def _corrected(objects: Objects) -> dict[str, str]:
    version = header_of(objects.document).version
    return {"kind": "thong_bao", "subject": "Kết luận phiên họp đã sửa", "version": version}


ENTRIES = [
    # Anybody signed in may check a draft: nothing is stored, nothing is shown of others.
    Entry("check-draft", EVERYBODY),
    Entry("check-draft", EVERYBODY, method="post", status=422),
    Entry("check-statistics", LISTERS, rest=403),
    Entry("document-list", LISTERS, rest=403),
    Entry("document-upload", TAKERS_IN, rest=403),
    # Without a file and the declaration there is nothing to take in.
    Entry("document-upload", TAKERS_IN, method="post", status=422, rest=403),
    Entry("document-detail", READERS, **DOCUMENT),
    Entry("document-edit", KEEPERS, READERS - KEEPERS, **DOCUMENT),
    Entry("document-edit", KEEPERS, READERS - KEEPERS, method="post", status=302, data=_corrected, **DOCUMENT),
    Entry("document-file", READERS, at=lambda objects: [objects.document_with_file.pk]),
    Entry("document-detail", people("clerk"), **SCAN),
    Entry("document-progress", people("clerk"), **SCAN),
    Entry("desk", people("clerk"), **SCAN),
    Entry("document-purge", people(""), people("clerk"), **SCAN),
    Entry("scan-stop", people("clerk"), method="post", status=302, **SCAN),
    Entry("purge-list", people("head admin office_a office_b party_a"), rest=403),
    # The administrator, who may purge but not read, comes in as the second person only.
    Entry("document-purge", people("head"), READERS - PURGERS, **DOCUMENT),
    Entry("purge-propose", people("head"), READERS - PURGERS, method="post", status=302, data=REASON, **DOCUMENT),
    # Once the purge is asked for, the document is closed to everybody who may not purge.
    Entry("document-detail", people("head"), **CLOSED),
    Entry("document-purge", PURGERS, **CLOSED),
    Entry("purge-withdraw", PURGERS, method="post", status=302, data=REASON, **CLOSED),
    # Two people purge: the one who asked for it cannot confirm.
    Entry("purge-confirm", people("admin"), people("head"), method="post", status=302, **CLOSED),
]

"""How stored files leave the product: as downloads that a browser neither runs nor guesses the type of."""

from __future__ import annotations

from typing import IO

from django.core.files.storage import default_storage
from django.http import FileResponse

from sauro.documents.models import StoredFile

# A document opened in the browser by mistake is shown without scripts, forms or access to the site it came from.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


def file_answer(file: StoredFile, name: str, *, inline: bool = False) -> FileResponse:
    """Return the answer that carries a stored file under the name its user knows.

    Only a PDF may be shown ``inline``; everything else is saved.
    """
    is_pdf = file.media_type == "application/pdf"
    answer = FileResponse(default_storage.open(file.storage_name), as_attachment=not (inline and is_pdf), filename=name)
    answer["Content-Type"] = file.media_type
    answer["X-Content-Type-Options"] = "nosniff"
    if not (inline and is_pdf):
        answer["Content-Security-Policy"] = SANDBOX
    return answer


def made_file_answer(file: IO[bytes], name: str) -> FileResponse:
    """Return the answer that carries a file made for this request, open at its start, as a download."""
    answer = FileResponse(file, as_attachment=True, filename=name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = SANDBOX
    return answer

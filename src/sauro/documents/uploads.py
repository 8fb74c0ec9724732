"""Receives uploaded files: every byte of every form goes straight into quarantine, counted while it arrives."""

from __future__ import annotations

from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from sauro.common.errors import DomainError
from sauro.documents.quarantine import QuarantinedUpload, begin


class QuarantinedFile(UploadedFile):  # type: ignore[type-arg]  # generic in the stubs only
    """An uploaded file as forms and views see it. ``upload`` gives the bytes in quarantine.

    Asking for ``upload`` of a file that was too large raises the sentence for the user. Closing the file, which Django
    does when the request ends, removes it from quarantine.
    """

    def __init__(self, upload: QuarantinedUpload, content_type: str | None, refused: DomainError | None) -> None:
        self._upload = upload
        self._refused = refused
        self._opened: IO[bytes] | None = None
        super().__init__(file=None, name=upload.name, content_type=content_type, size=upload.size)

    @property
    def upload(self) -> QuarantinedUpload:
        """The bytes in quarantine."""
        if self._refused is not None:
            raise self._refused
        return self._upload

    @property
    def file(self) -> IO[bytes]:
        """The bytes as a stream, opened when first asked for."""
        if self._opened is None:
            self._opened = self.upload.open()
        return self._opened

    @file.setter
    def file(self, value: IO[bytes] | None) -> None:
        self._opened = value

    def close(self) -> None:
        """Close the stream and remove the bytes from quarantine."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None
        self._upload.discard()


class QuarantineUploadHandler(FileUploadHandler):
    """Writes each file of a form into quarantine and stops writing past the site's limit.

    The rest of a file that is too large is read and dropped, so that the browser gets an answer and not a broken line.
    """

    upload: QuarantinedUpload
    file: QuarantinedFile | None = None
    refused: DomainError | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.refused = None
        self.upload = begin(self.file_name or "")
        self.file = QuarantinedFile(self.upload, self.content_type, None)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take the next piece. Returning nothing keeps other handlers from seeing it."""
        if self.refused is not None:
            return
        try:
            self.upload.write(raw_data)
        except DomainError as error:
            self.refused = error

    def file_complete(self, file_size: int) -> QuarantinedFile:
        """End the file and give it to the request."""
        self.upload.finish()
        return QuarantinedFile(self.upload, self.content_type, self.refused)

    def upload_interrupted(self) -> None:
        """Remove the part that arrived before the line broke."""
        if self.file is not None:
            self.upload.destroy()

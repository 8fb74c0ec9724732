"""The store on a disk: a file appears whole and synced under its name, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

from sauro.common.ids import new_id
from sauro.documents.quarantine import overwrite

DRAFT_PREFIX = ".draft-"


@deconstructible(path="sauro.documents.file_store.DurableFileSystemStorage")
class DurableFileSystemStorage(FileSystemStorage):
    """Django's file system storage for content-addressed files.

    ``save`` writes to a draft in the same folder, syncs it, renames it and syncs the folder, so after a power cut the
    name holds either nothing or everything. A name that exists is replaced: names are hashes, the bytes are the same.
    """

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """Return the name unchanged: a content has one name."""
        return name

    def _save(self, name: str, content: File[Any]) -> str:
        target = Path(self.path(name))
        _make_folders(target.parent, Path(self.location))
        draft = target.with_name(f"{DRAFT_PREFIX}{new_id()}")
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                for piece in content.chunks():
                    stream.write(piece)
                stream.flush()
                os.fsync(stream.fileno())
            draft.replace(target)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)
        return name

    def destroy(self, name: str) -> None:
        """Overwrite a file, remove it and sync its folder; harmless when it is gone already."""
        path = Path(self.path(name))
        overwrite(path)
        path.unlink(missing_ok=True)
        if path.parent.exists():
            _sync_folder(path.parent)

    def names(self) -> Iterator[str]:
        """Yield the names of everything in the store, drafts included, relative to its root."""
        root = Path(self.location)
        for path in root.rglob("*"):
            if path.is_file():
                yield path.relative_to(root).as_posix()


def _make_folders(folder: Path, root: Path) -> None:
    missing = [place for place in (folder, *folder.parents) if place.is_relative_to(root) and not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True, parents=True)
        _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

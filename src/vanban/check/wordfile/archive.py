"""Writes a zip file again with some entries replaced or added; all others are copied as they are packed."""

from __future__ import annotations

import itertools
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vanban.check.wordfile import NotWritable

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_MARK, _CENTRAL_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_DEFLATED = 8
_VERSION = 20
_SIZES_FOLLOW = 0x0008
_UTF8_NAME = 0x0800
_FIRST_DAY = 0x21
"""1 January 1980 in the form of the zip directory: the earliest date there is."""
_ODD = "Tệp có cấu trúc nén lạ nên không ghi lại được. Hãy mở bằng Word, lưu lại thành tệp .docx mới rồi làm lại."


@dataclass(frozen=True, slots=True)
class _Entry:
    """A directory record: its fields, the bytes after them (name, extra field, remark), and its packed bytes."""

    fields: tuple[int, ...]
    tail: bytes
    packed: bytes

    @property
    def name(self) -> str:
        raw = self.tail[: self.fields[9]]
        return raw.decode("utf-8" if self.fields[2] & _UTF8_NAME else "cp437")


def rewritten(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The archive ``data`` with the contents ``changed`` by name; names it does not have are added at the end.

    Raises :class:`NotWritable` for archives that are split, begin with something else or need 64-bit sizes.
    """
    entries, remark = _read(data)
    known = {entry.name for entry in entries}
    written = [_replaced(entry, changed[entry.name]) if entry.name in changed else entry for entry in entries]
    written += [_added(name, content) for name, content in changed.items() if name not in known]
    pieces: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry in written:
        directory.append(_CENTRAL.pack(_CENTRAL_MARK, *entry.fields[:-1], at) + entry.tail)
        pieces.append(entry.packed)
        at += len(entry.packed)
    listed = b"".join(directory)
    end = _END.pack(_END_MARK, 0, 0, len(written), len(written), len(listed), at, len(remark))
    return b"".join((*pieces, listed, end, remark))


def _read(data: bytes) -> tuple[list[_Entry], bytes]:
    found = data.rfind(_END_MARK)
    try:
        _, disk, start_disk, here, total, size, offset, _ = _END.unpack_from(data, found)
        if found < 0 or disk or start_disk or here != total or offset + size > found:
            raise NotWritable(_ODD)
        records = list(_records(data, offset, total))
    except (struct.error, UnicodeDecodeError) as error:
        raise NotWritable(_ODD) from error
    starts = sorted({fields[-1] for fields, _ in records} | {offset})
    ends = dict(itertools.pairwise(starts))
    entries = [_Entry(fields, tail, data[fields[-1] : ends.get(fields[-1], 0)]) for fields, tail in records]
    if not all(entry.packed.startswith(_LOCAL_MARK) for entry in entries):
        raise NotWritable(_ODD)
    return entries, data[found + _END.size :]


def _records(data: bytes, offset: int, total: int) -> Iterator[tuple[tuple[int, ...], bytes]]:
    for _ in range(total):
        mark, *fields = _CENTRAL.unpack_from(data, offset)
        if mark != _CENTRAL_MARK:
            raise NotWritable(_ODD)
        length = fields[9] + fields[10] + fields[11]
        begin = offset + _CENTRAL.size
        yield tuple(fields), data[begin : begin + length]
        offset = begin + length


def _replaced(entry: _Entry, content: bytes) -> _Entry:
    fields = list(entry.fields)
    packed, fields[2], fields[3] = _deflated(content), fields[2] & ~_SIZES_FOLLOW, _DEFLATED
    fields[6:9] = [zlib.crc32(content), len(packed), len(content)]
    name = entry.tail[: fields[9]]
    return _Entry(tuple(fields), entry.tail, _local(fields, name) + packed)


def _added(name: str, content: bytes) -> _Entry:
    packed, raw = _deflated(content), name.encode()
    sizes = [zlib.crc32(content), len(packed), len(content)]
    fields = [_VERSION, _VERSION, _UTF8_NAME, _DEFLATED, 0, _FIRST_DAY, *sizes, len(raw), 0, 0, 0, 0, 0, 0]
    return _Entry(tuple(fields), raw, _local(fields, raw) + packed)


def _local(fields: list[int], name: bytes) -> bytes:
    return _LOCAL.pack(_LOCAL_MARK, *fields[1:9], len(name), 0) + name


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()

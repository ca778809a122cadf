"""Reads and writes the outer layer of a session file: a ZIP of deflated or stored members, read from the front."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, final

from metascope.simulator.engine.files.session_format.malformed import Malformed
from metascope.simulator.engine.text import say

MEMBER_LIMIT = 64 << 20  # bytes
FILE_LIMIT = (1 << 32) - (1 << 20)  # bytes: beyond it a ZIP needs extensions that this format does not use
MEMBERS_LIMIT = 0xFFFF

_LOCAL = struct.Struct("<4s5H3L2H")  # signature, version, flags, method, time, date, crc, 2 sizes, 2 lengths
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
ENDING = _END.size
_LOCAL_SIGNATURE, _CENTRAL_SIGNATURE, _END_SIGNATURE = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION = 20  # of the format that is needed to unpack: 2.0
_MADE_BY = 3 << 8 | _VERSION  # on a system with the modes of Unix
_DAY = 0x21  # 1980-01-01: the same run gives the same bytes
_MODE = 0o100644 << 16
_NAME_LIMIT = 64  # characters
_ALWAYS, _MOST_RATIO = 4096, 100  # bytes that any part may hold, and of more, how many for each byte in the file
_STORED, _DEFLATED = 0, 8  # methods of compression
_GROWING, _ENDED = b"growing", b"ended  "  # comments of the first member: whether more may be added; of one length
LEVEL = 1  # of deflate; 3,000 frames of two-tasks: 14.5 MB stored, 3.1 MB in 0.07 s more, with level 6 2.6 MB in 0.34 s


@dataclass(frozen=True)
class Member:
    """A named part of the file: the offset of its `packed` bytes, which hold `size` bytes with this CRC-32."""

    name: str
    offset: int
    size: int
    crc: int
    packed: int  # bytes in the file
    method: int  # how they are packed, as a ZIP numbers it

    @property
    def end(self) -> int:
        """Where the next member begins."""
        return self.offset + self.packed

    @property
    def _begin(self) -> int:
        return self.offset - _LOCAL.size - len(self.name)


@final
class MemberWriter:
    """Writes members in order; `finish` adds the directory that other programs look for at the end.

    Args:
        file: positioned where the next member starts.
        members: those already in the file.
    """

    def __init__(self, file: BinaryIO, members: Sequence[Member] = ()) -> None:
        self._file = file
        self.members = list(members)

    @property
    def end(self) -> int:
        """Bytes written, without the directory."""
        return self.members[-1].end if self.members else 0

    def add(self, name: str, data: bytes) -> None:
        """Write a member, deflated where that makes it smaller.

        Raises:
            Malformed: the file would exceed the limits of a session file.
        """
        if len(data) > MEMBER_LIMIT:
            raise Malformed(say("a part of a session must have at most {limit} bytes", limit=MEMBER_LIMIT))
        packed, method = _deflated(data), _DEFLATED
        if len(packed) >= len(data) or _claims_too_much(len(packed), len(data)):
            packed, method = data, _STORED
        if self.end + len(packed) > FILE_LIMIT or len(self.members) >= MEMBERS_LIMIT:
            raise Malformed(say("a session file must have at most 4 GB and {limit} parts", limit=MEMBERS_LIMIT))
        member = Member(name, self.end + _LOCAL.size + len(name), len(data), zlib.crc32(data), len(packed), method)
        self._file.write(_header(member))
        self._file.write(packed)
        self.members.append(member)

    def finish(self, ended: bool = True) -> None:
        """Write the directory, which says whether the file has `ended`: that nothing will be added to it."""
        self._file.write(directory(self.members, ended))

    def end_for_good(self) -> None:
        """Let the directory that was written say that nothing will be added, in place: at any moment it is whole."""
        self._file.seek(_comment_at(self.members))
        self._file.write(_ENDED)


def directory(members: Sequence[Member], ended: bool = True) -> bytes:
    """Return the directory that ends a file with these members; it says whether the file has `ended`."""
    comment = _ENDED if ended else _GROWING
    entries = b"".join(_entry(member, b"" if place else comment) for place, member in enumerate(members))
    begin = members[-1].end if members else 0
    return entries + _END.pack(_END_SIGNATURE, 0, 0, len(members), len(members), len(entries), begin, 0)


def finished(members: Sequence[Member], ending: bytes, length: int) -> bool:
    """Return whether a file of these members has a directory, judged by its last `ENDING` bytes and its length."""
    if len(ending) != ENDING:
        return False
    signature, *_, count, size, begin, _ = _END.unpack(ending)
    end = members[-1].end if members else 0
    return bool(signature == _END_SIGNATURE and (count, begin, size) == (len(members), end, length - ENDING - end))


def ended(file: BinaryIO, members: Sequence[Member]) -> bool:
    """Return whether a finished file of these members says that nothing will be added; older files do not say it."""
    file.seek(_comment_at(members))
    return file.read(len(_ENDED)) == _ENDED


def is_growing(file: BinaryIO, length: int, first: str) -> bool:
    """Return whether the directory of a file of `length` bytes, whose first member is named so, says that it grows."""
    if not (ending := _ending(file, length)):
        return False
    file.seek(_END.unpack(ending)[6] + _CENTRAL.size + len(first))
    return file.read(len(_GROWING)) == _GROWING


def has_ending(file: BinaryIO, length: int) -> bool:
    """Return whether the first `length` bytes of `file` end with a directory, whatever it says."""
    return bool(_ending(file, length))


def _ending(file: BinaryIO, length: int) -> bytes:
    """Return the last bytes of a directory, "" if none ends the file."""
    file.seek(max(length - ENDING, 0))
    ending = file.read(ENDING)
    return ending if len(ending) == ENDING and ending.startswith(_END_SIGNATURE) else b""


def is_there(file: BinaryIO, member: Member, length: int) -> bool:
    """Return whether the first `length` bytes of `file` have this very member at its place."""
    return _member(file, member._begin, length) == member


def scan(file: BinaryIO, length: int, begin: int = 0) -> Iterator[Member]:
    """Yield the complete members in the first `length` bytes of `file`, in order, without trusting the directory.

    Args:
        file: to be read.
        length: bytes that count.
        begin: where the first member begins.

    Raises:
        Malformed: a member is encrypted, packed by another method than deflate, too large or badly named.
    """
    while (member := _member(file, begin, length)) is not None:
        yield member
        begin = member.end


def read(file: BinaryIO, member: Member) -> bytes:
    """Return the contents of `member`: never more than the `size` that its header claims and `scan` has bounded.

    Raises:
        Malformed: it cannot be unpacked, or its checksum is wrong.
    """
    file.seek(member.offset)
    packed = file.read(member.packed)
    data = packed if member.method == _STORED else _inflated(packed, member.size)
    if len(data) != member.size or zlib.crc32(data) != member.crc:
        raise Malformed(say("{name} is damaged: it is not what was saved", name=member.name))
    return data


def _member(file: BinaryIO, begin: int, length: int) -> Member | None:
    """Return the member with its header at `begin`, or None if there is no complete one."""
    file.seek(begin)
    head = file.read(_LOCAL.size + _NAME_LIMIT)
    if len(head) < _LOCAL.size or head[:4] != _LOCAL_SIGNATURE:
        return None
    _, _, flags, method, _, _, crc, packed, size, name_length, extra = _LOCAL.unpack_from(head)
    fits = packed == size if method == _STORED else method == _DEFLATED
    if flags & ~0x800 or not fits:  # 0x800: names in UTF-8
        raise Malformed(say("its parts must be deflated or stored, and not encrypted"))
    if extra or not 0 < name_length <= _NAME_LIMIT:
        raise Malformed(say("its parts must have the names of a session's parts"))
    if (got := max(size, packed)) > MEMBER_LIMIT:
        raise Malformed(say("its parts must have at most {limit} bytes, not {got}", limit=MEMBER_LIMIT, got=got))
    if _claims_too_much(packed, size):
        raise Malformed(say("its parts must be deflated or stored, and not encrypted"))
    name = head[_LOCAL.size : _LOCAL.size + name_length].decode("ascii", "backslashreplace")
    offset = begin + _LOCAL.size + name_length
    return Member(name, offset, size, crc, packed, method) if offset + packed <= length else None


def _claims_too_much(packed: int, size: int) -> bool:
    """Return whether a part would unpack to so much more than it takes that a small file could fill the memory."""
    return size > _ALWAYS and size > _MOST_RATIO * packed


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def _inflated(packed: bytes, size: int) -> bytes:
    """Return the `size` bytes that were packed; others, for the reader to refuse, where these are not what is there."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = unpacker.decompress(packed, size + 1)  # no more: what is packed too well must not fill the memory
    except zlib.error:
        return b""
    return data if unpacker.eof and not unpacker.unused_data else b""


def _header(member: Member) -> bytes:
    name = member.name.encode("ascii")
    sizes = (member.crc, member.packed, member.size, len(name))
    return _LOCAL.pack(_LOCAL_SIGNATURE, _VERSION, 0, member.method, 0, _DAY, *sizes, 0) + name


def _comment_at(members: Sequence[Member]) -> int:
    return members[-1].end + _CENTRAL.size + len(members[0].name)


def _entry(member: Member, comment: bytes) -> bytes:
    name = member.name.encode("ascii")
    sizes = (member.crc, member.packed, member.size, len(name))
    head = (_CENTRAL_SIGNATURE, _MADE_BY, _VERSION, 0, member.method, 0, _DAY, *sizes)
    return _CENTRAL.pack(*head, 0, len(comment), 0, 0, _MODE, member._begin) + name + comment

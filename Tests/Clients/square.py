"""A square of one colour as PNG: usage: square.py FILE SIDE RED GREEN BLUE."""

import struct
import sys
import zlib

path, (side, *colour) = sys.argv[1], map(int, sys.argv[2:])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


rows = (b"\0" + bytes(colour) * side) * side
with open(path, "wb") as file:
    file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
               + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))

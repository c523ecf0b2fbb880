"""Whether a box of a drawn page has ink, and as much of it as its neighbour has not.

usage: ink.py PAGE.pgm LEFT TOP WIDTH HEIGHT   (the box in parts of the page)
"""

import sys

with open(sys.argv[1], "rb") as file:
    kind, size, depth, pixels = file.read().split(b"\n", 3)
width, height = map(int, size.split())
left, top, across, down = (
    round(part * whole) for part, whole in zip(map(float, sys.argv[2:]), (width, height) * 2))


def ink(top):
    rows = (pixels[y * width + left:y * width + left + across] for y in range(top, top + down))
    return sum(value < 128 for row in rows for value in row)


print("ink inside" if ink(top) > 20 and ink(top - down) == ink(top + down) == 0 else
      f"ink: {ink(top - down)} above, {ink(top)} inside, {ink(top + down)} below")

#!/usr/bin/env python3
"""Writes outlines.txt, the outlines of the eight départements, which the domain reads for its maps.

    git clone https://github.com/gregoiredavid/france-geojson target/france-geojson
    git -C target/france-geojson checkout 5d34ee6d0140c29f785fdb047d9329f1aab58833
    python3 domain/data/outlines.py target/france-geojson/departements.geojson > domain/data/outlines.txt

Source: IGN, ADMIN EXPRESS COG, edition 2018, under the Licence Ouverte (Etalab), whose only condition is that the source
and its date be named; as GeoJSON by france-geojson, under the same licence. The file is checked by its SHA-256.

What is done to it, with nothing but Python:
- Longitude and latitude become map units: equirectangular, true at 48.7° N, west to east 4,000 units, a unit near 39 m.
- Borders are cut where a third département meets them, and each piece is simplified once (Visvalingam and Whyatt: the
  point that makes the smallest triangle goes first), so that both sides of a border stay the same line and no gap opens.
  Pieces of the four small ones keep more points: they are drawn enlarged.
- A few points deep inside each are found, where a map may put its sign.

A line holds a code, those points, and the outline as an SVG path.
"""

import hashlib
import heapq
import json
import math
import sys

SHA256 = "6f551c26ebe6a02ebbab47ca4309b03a8a6c5b24d454713a00d921210c105279"
CODES = ["75", "77", "78", "91", "92", "93", "94", "95"]
SMALL = {"75", "92", "93", "94"}

# The frame, which domain/src/map/projection.rs knows too: its west and north, and units for a degree.
WEST, NORTH = 1.44, 49.25
PARALLEL = 48.7
WIDTH = 4000
EAST = 3.565
NORTHWARD = WIDTH / ((EAST - WEST) * math.cos(math.radians(PARALLEL)))
EASTWARD = WIDTH / (EAST - WEST)

# The smallest triangle that a point may make, in square units: about a pixel where each is drawn.
COARSE, FINE = 240, 14
SIGNS = 14


def project(point):
    longitude, latitude = point
    return (round((longitude - WEST) * EASTWARD), round((NORTH - latitude) * NORTHWARD))


def load(path):
    with open(path, "rb") as file:
        data = file.read()
    assert hashlib.sha256(data).hexdigest() == SHA256, "this is another file"
    rings = {}
    for feature in json.loads(data)["features"]:
        code = feature["properties"]["code"]
        if code in CODES:
            geometry = feature["geometry"]
            assert geometry["type"] == "Polygon" and len(geometry["coordinates"]) == 1, code
            ring = [tuple(point) for point in geometry["coordinates"][0]]
            assert ring[0] == ring[-1], code
            rings[code] = ring[:-1]
    assert sorted(rings) == CODES
    return rings


def pieces(rings):
    """For each code its ring as pieces, each between two places where what lies beyond the border changes."""
    sides = {}
    for code, ring in rings.items():
        for edge in zip(ring, ring[1:] + ring[:1]):
            sides.setdefault(frozenset(edge), set()).add(code)
    cut = {}
    for code, ring in rings.items():
        beyond = [frozenset(sides[frozenset(edge)]) for edge in zip(ring, ring[1:] + ring[:1])]
        start = next(at for at in range(len(ring)) if beyond[at] != beyond[at - 1])
        cut[code] = []
        for step in range(len(ring)):
            at = (start + step) % len(ring)
            if beyond[at] != beyond[at - 1]:
                cut[code].append((beyond[at], [ring[at]]))
            cut[code][-1][1].append(ring[(at + 1) % len(ring)])
    return cut


def area(a, b, c):
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplify(points, least):
    """Drops points whose triangle with their neighbours is smaller than this, the smallest first. Ends stay."""
    before = {at: at - 1 for at in range(1, len(points))}
    after = {at: at + 1 for at in range(len(points) - 1)}
    size = {}
    queue = []

    def put(at, floor):
        size[at] = max(floor, area(points[before[at]], points[at], points[after[at]]))
        heapq.heappush(queue, (size[at], at))

    for at in range(1, len(points) - 1):
        put(at, 0)
    while queue and queue[0][0] < least:
        measured, at = heapq.heappop(queue)
        if size.get(at) != measured:
            continue
        del size[at]
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for neighbour in (left, right):
            if neighbour in size:
                put(neighbour, measured)
    kept = [at for at in range(len(points)) if at in size or at in (0, len(points) - 1)]
    return [points[at] for at in kept]


def outline(cut):
    """One ring of whole units from its pieces, simplified the same whichever side they are seen from."""
    ring = []
    for beyond, points in cut:
        drawn = [project(point) for point in points]
        drawn = [point for at, point in enumerate(drawn) if at == 0 or point != drawn[at - 1]]
        turned = drawn[0] > drawn[-1]
        line = drawn[::-1] if turned else drawn
        line = simplify(line, FINE if beyond & SMALL else COARSE)
        ring += (line[::-1] if turned else line)[:-1]
    return ring


def crosses(ring):
    """Whether any two edges cross."""
    edges = list(zip(ring, ring[1:] + ring[:1]))

    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])

    for one, (a, b) in enumerate(edges):
        for c, d in edges[one + 1 :]:
            if side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0:
                return True
    return False


def inside(ring, point):
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            odd = not odd
    return odd


def clearance(ring, point):
    x, y = point
    least = math.inf
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        dx, dy = bx - ax, by - ay
        along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)
        along = min(1, max(0, along))
        least = min(least, math.hypot(x - ax - along * dx, y - ay - along * dy))
    return least


def signs(ring):
    """Points deep inside, far from each other, the deepest first."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    step = max(4, (max(xs) - min(xs)) // 60)
    grid = [(x, y) for x in range(min(xs), max(xs), step) for y in range(min(ys), max(ys), step)]
    deep = {point: clearance(ring, point) for point in grid if inside(ring, point)}
    found = [max(deep, key=lambda point: (deep[point], point))]
    room = deep[found[0]]
    while len(found) < SIGNS:
        # Deep enough for a sign, and far from the others.
        fit = [point for point in deep if deep[point] >= 0.3 * room]
        found.append(max(fit, key=lambda point: (min(math.dist(point, other) for other in found), point)))
    return sorted(found, key=lambda point: (-deep[point], point))


def path(ring):
    text = f"M{ring[0][0]} {ring[0][1]}l"
    numbers = []
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        numbers += [bx - ax, by - ay]
    for at, number in enumerate(numbers):
        text += (" " if at and number >= 0 else "") + str(number)
    return text + "z"


def main():
    print("# Written by outlines.py, which names the source (IGN, ADMIN EXPRESS 2018) and its licence, the Licence Ouverte.")
    cut = pieces(load(sys.argv[1]))
    for code in CODES:
        ring = outline(cut[code])
        assert not crosses(ring), code
        assert all(0 <= x <= WIDTH and y >= 0 for x, y in ring), code
        places = ";".join(f"{x},{y}" for x, y in signs(ring))
        print(code, places, path(ring))
        print(f"{code}: {len(ring)} points", file=sys.stderr)
    print(f"units for a degree: {EASTWARD:.3f} east, {NORTHWARD:.3f} north", file=sys.stderr)


main()

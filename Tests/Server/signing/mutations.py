"""Several hundred ways to change a good signed file: its bytes, its objects, its cross-references, what stands behind it."""

import random
import re

from .chapter_signers import by, signed
from .paper import Paper, stream

SEED = 20260305


def rich(world):
    """A signed file with something of everything."""
    paper = Paper(extra_catalog="/Outlines 30 0 R/Names 31 0 R/Metadata 32 0 R/ViewerPreferences<</DisplayDocTitle true>>/Lang(vi)/PageLabels 33 0 R")
    paper.next = 40
    paper.write({
        1: paper.catalog(), 30: b"<</Type/Outlines/First 34 0 R/Last 34 0 R/Count 1>>", 31: b"<</Dests 35 0 R>>", 32: stream(b"<x:xmpmeta/>", "/Type/Metadata/Subtype/XML"),
        33: b"<</Nums[0<</S/D>>]>>", 34: b"<</Title(Muc 1)/Parent 30 0 R/Dest[3 0 R/Fit]>>", 35: b"<</Names[(a)[3 0 R/Fit]]>>"})
    drawing = paper.take()
    paper.annotate(b"<</Type/Annot/Subtype/Stamp/Rect[300 700 400 730]/F 4/P 4 0 R/AP<</N %d 0 R>>>>" % drawing, page=4, extra={
        drawing: stream(b"0 0 90 20 re S", "/Type/XObject/Subtype/Form/BBox[0 0 100 30]")})
    return paper.sign(by(world.signer), rect=(350, 150, 500, 220), appearance=b"BT /F1 10 Tf 5 5 Td (Ky) Tj ET")


METADATA = 32


def object_changes(world):
    """(name, bytes, may it pass) for each object and each way to spoil it in a later revision."""
    everything = rich(world).objects
    numbers = sorted(everything)
    dice = random.Random(SEED)
    for number in numbers:
        body = everything[number]
        ways = {"null": b"null", "empty": b"<<>>", "array": b"[]", "text": b"(x)", "number": b"0", "page": everything[3], "text-stream": everything[5], "font": b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
                "catalog": everything[1], "field": everything[9], "reference": b"5 0 R"}
        if b"stream" in body:
            ways["other-stream"] = stream(b"BT /F1 20 Tf 72 700 Td (khac) Tj ET", "/Type/Metadata" if number == METADATA else "")
        else:
            ways["key-added"] = body.replace(b"<<", b"<</AA<</O<</S/JavaScript/JS(1)>>>>", 1)
            keys = re.findall(rb"/[A-Z][A-Za-z]*(?=[\[( /<]|\d)", body)
            if keys:
                ways["key-renamed"] = body.replace(dice.choice(keys), b"/Xyz", 1)
            figures = re.findall(rb"(?<=[\[ ])\d+(?=[\] ])", body)
            if figures:
                ways["figure"] = body.replace(dice.choice(figures), b"7", 1)
        for way, changed in ways.items():
            if changed == body:
                continue
            paper = rich(world)
            # Metadata shows on no page: it may be written anew or be gone.
            yield f"object-{number}-{way}", paper.write({number: changed}).data, number == METADATA and way in ("null", "key-added", "other-stream")
        yield f"object-{number}-freed", rich(world).write({}, free=(number,)).data, number == METADATA
        for other in (5, 6, 9):
            if other != number and other in everything:
                paper = rich(world)
                place = paper.data.rindex(b"\n%d 0 obj" % other) + 1
                start = len(paper.data)
                yield (f"entry-{number}-points-to-{other}", paper.data + b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
                    number, place, paper.next, paper.startxref, start), False)


def trailer_changes(world):
    for name, trailer in {
        "root-to-page": "/Root 3 0 R", "no-root": "", "root-text": "/Root(x)", "encrypt": "/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>",
        "encrypt-elsewhere": "/Root 1 0 R/Encrypt 5 0 R", "two-roots": "/Root 1 0 R/Root 3 0 R",
    }.items():
        paper = rich(world)
        start = len(paper.data)
        yield f"trailer-{name}", paper.data + b"xref\n0 0\ntrailer\n<</Size %d%s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (paper.next, trailer.encode(), paper.startxref, start), False
    paper = rich(world)
    start = len(paper.data)
    yield "prev-skips-the-signature", paper.data + b"xref\n0 0\ntrailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (paper.next, paper.data.index(b"xref\n"), start), False
    yield "startxref-to-the-first-revision", paper.data + b"startxref\n%d\n%%%%EOF\n" % paper.data.index(b"xref\n"), False


def byte_changes(world, count=250):
    """Single bytes changed, taken out, put in, doubled, anywhere but in the signature's own string."""
    paper = rich(world)
    gap, end = paper.last_gap
    dice = random.Random(SEED)
    for turn in range(count):
        place = dice.choice([dice.randrange(0, gap), dice.randrange(end, len(paper.data))])
        way = dice.choice(["flip", "drop", "insert", "swap", "zero", "double"])
        data = bytearray(paper.data)
        if way == "flip":
            data[place] ^= 1 << dice.randrange(8)
        elif way == "drop":
            del data[place]
        elif way == "insert":
            data.insert(place, dice.randrange(256))
        elif way == "swap":
            other = dice.randrange(0, gap)
            data[place], data[other] = data[other], data[place]
        elif way == "zero":
            data[place] = 0
        else:
            data[place:place] = data[place:place + dice.randrange(1, 60)]
        if bytes(data) == paper.data or bytes(data).rstrip(b"\r\n") == paper.data.rstrip(b"\r\n"):
            continue
        yield f"byte-{turn}-{way}-{place}", bytes(data), False


def everything(world):
    yield from object_changes(world)
    yield from trailer_changes(world)
    yield from byte_changes(world)

"""Files that want to exhaust, confuse or crash their reader. Any verdict but a pass will do, or a refusal; never a hang."""

import zlib

from .chapter_signers import by, signed
from .paper import Paper, stream


def chapter(world):
    """Name and bytes; none of them may pass."""
    found = []
    add = lambda name, content: found.append((name, getattr(content, "data", content)))
    good = signed(world.signer)
    bomb = zlib.compress(b"\0" * (200 << 20), 9)
    twice = zlib.compress(zlib.compress(b"\0" * (1 << 30), 9), 9)
    for name, body, filters in (("bomb", bomb, "/FlateDecode"), ("bomb-twice", twice, "[/FlateDecode/FlateDecode]")):
        paper = Paper()
        number = paper.take()
        paper.write({number: stream(body, f"/Type/ObjStm/N 2/First 10/Filter{filters}")})
        start = len(paper.data)
        rows = b"".join(b"\2" + number.to_bytes(4, "big") + index.to_bytes(2, "big") for index in range(2))
        table = paper.take()
        add(f"{name}-object-stream", paper.data + b"%d 0 obj\n" % table + stream(
            rows, f"/Type/XRef/Size 99/W[1 4 2]/Index[1 1 8 1]/Root 1 0 R/Prev {paper.startxref}") + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
        add(f"{name}-xref-stream", b"%PDF-1.7\n1 0 obj\n" + stream(body, f"/Type/XRef/Size 2147483647/W[1 4 2]/Root 1 0 R/Filter{filters}") + b"\nendobj\nstartxref\n9\n%%EOF\n")
        add(f"{name}-evidence", signed(world.signer, certificates=[]).write({1: b"<</Type/Catalog/Pages 2 0 R/AcroForm 8 0 R/DSS<</Certs[40 0 R]>>>>", 40: stream(body, f"/Filter{filters}")}))
        add(f"{name}-page", Paper().write({5: stream(body, f"/Filter{filters}")}).sign(by(world.signer, spoil=True)))
    add("huge-size", Paper().write({}, size=2**31 - 1).data.replace(b"xref\n", b"xref\n0 2147483647\n", 1))
    add("huge-entries", b"%PDF-1.7\n1 0 obj\n" + stream(b"", "/Type/XRef/Size 2147483647/W[8 8 8]/Index[0 2147483647]/Root 1 0 R") + b"\nendobj\nstartxref\n9\n%%EOF\n")
    paper = Paper()
    add("prev-loop", paper.write({}, prev=len(paper.data)))
    add("prev-to-itself", signed(world.signer).write({}, prev=0))
    add("prev-negative", signed(world.signer).write({}, prev=-5))
    add("prev-beyond", signed(world.signer).write({}, prev=10**12))
    add("pages-loop", signed(world.signer).write({2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}))
    add("fields-loop", signed(world.signer).write({9: b"<</T(A)/Kids[9 0 R 10 0 R]>>", 10: b"<</T(B)/Kids[9 0 R 10 0 R]>>"}))
    add("length-loop", signed(world.signer).write({5: b"<</Length 5 0 R>>\nstream\nx\nendstream"}))
    add("reference-loop", signed(world.signer).write({7: b"7 0 R"}))
    add("reference-chain", signed(world.signer).write({20 + n: b"%d 0 R" % (21 + n) for n in range(5000)}))
    add("deep-arrays", signed(world.signer).write({7: b"[" * 200_000 + b"]" * 200_000}))
    add("deep-dictionaries", signed(world.signer).write({7: b"<</A" * 100_000 + b" 1" + b">>" * 100_000}))
    add("deep-kids", signed(world.signer).write({2: b"<</Type/Pages/Kids[100 0 R]/Count 1>>", **{n: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(100, 4000)}}))
    add("long-numbers", good.data.replace(b"/ByteRange[0 0", b"/ByteRange[" + b"9" * 3, 1))
    add("open-string", good.data + b"\n9 0 obj\n(" + b"(" * 100_000)
    add("open-dictionary", good.data[:-20] + b"<<" * 50_000)
    add("nothing-but-header", b"%PDF-1.7\n")
    add("header-and-noise", b"%PDF-1.7\n" + bytes(range(256)) * 400)
    add("not-a-pdf", b"PK\x03\x04" + b"\0" * 1000)
    add("html", b"<html><body>hello</body></html>")
    add("empty-xref", b"%PDF-1.7\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n")
    add("many-signatures", b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>\nendobj\n" % n for n in range(1, 20_000)))
    add("asn1-deep", Paper().sign(None, contents=b"\x30\x80" * 5000))
    add("asn1-huge-length", Paper().sign(None, contents=b"\x30\x84\xff\xff\xff\xff" + b"\0" * 100))
    add("asn1-long-length", Paper().sign(None, contents=b"\x30\x88" + b"\x7f" * 8 + b"\0" * 100))
    add("asn1-integers", Paper().sign(None, contents=b"\x30\x0b\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" + b"\x02\x84\x7f\xff\xff\xff"))
    add("giant-name", signed(world.signer).write({7: b"<</" + b"A" * 5_000_000 + b" 1>>"}))
    add("many-fields", Paper().write({8: b"<</Fields[" + b"9 0 R " * 400_000 + b"]>>"}).sign(by(world.signer, spoil=True)))
    add("many-annotations", Paper().write({3: Paper().objects[3].replace(b"/Annots[", b"/Annots[" + b"9 0 R " * 400_000)}).sign(by(world.signer, spoil=True)))
    paper = Paper().write({number: b"<</A %d 0 R>>" % (number + 1) for number in range(100, 60_000)}).sign(by(world.signer))
    add("many-objects-then-a-page-changed", paper.write({3: paper.objects[3].replace(b"/MediaBox[0 0", b"/MediaBox[0 9")}))
    paper = signed(world.signer)
    for turn in range(150):
        paper.write({5: stream(b"BT /F1 14 Tf 72 700 Td (khac %d) Tj ET" % turn)})
    add("many-revisions", paper)
    add("predictor-bomb", Paper().write({5: stream(zlib.compress(b"\2" + b"\0" * (200 << 20), 9), "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1000000000>>")}).sign(
        by(world.signer, spoil=True)))
    add("forty-megabytes-behind", good.data + b"%" + b"x" * (40 << 20))
    for share in (0.05, 0.2, 0.5, 0.8, 0.95, 0.99):
        add(f"cut-{share}", good.data[:int(len(good.data) * share)])
    signature = by(world.signer)(b"x")
    for place in range(0, len(signature), 97):
        spoilt = signature[:place] + bytes([signature[place] ^ 0xFF]) + signature[place + 1:]
        add(f"asn1-spoilt-{place}", Paper().sign(None, contents=spoilt))
    return found

"""What may follow a signature, and what may not."""

from .authority import issue
from .cases import FAILED, INDETERMINATE, PASSED, Book
from .chapter_signers import by, signed
from .paper import Paper, stream

CERTIFY = "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/V/1.2/P {level}>>>>]"
LOCK = "/Reference[<</Type/SigRef/TransformMethod/FieldMDP/TransformParams<</Type/TransformParams/V/1.2/Action/{action}{fields}>>>>]"
NOTE = b"<</Type/Annot/Subtype/Text/Rect[300 300 320 320]/Contents(x)/P 3 0 R>>"
COVER = b"<</Type/Annot/Subtype/FreeText/Rect[60 690 500 730]/Contents(900 ty dong)/DA(/F1 12 Tf)/P 3 0 R/AP<</N %d 0 R>>>>"


def certified(world, level, **options):
    return signed(world.signer, sign=dict(perms=True, value_more=CERTIFY.format(level=level), **options))


def locked(world, action, *names, **options):
    fields = f"/Fields[{''.join(f'({name})' for name in names)}]" if names else ""
    return signed(world.signer, sign=dict(value_more=LOCK.format(action=action, fields=fields), **options))


def chapter(world):
    book = Book()
    _allowed(world, book.add)
    _permissions(world, book.add)
    _vietnamese(world, book.add)
    _forbidden(world, book.add)
    _tails(world, book.add)
    _format(world, book.add)
    return book.cases


def _allowed(world, add):
    add("fill", signed(world.signer).fill("A", "dong y"), PASSED, changes="formFill")
    add("fill-twice", signed(world.signer).fill("A", "1").fill("A", "2"), PASSED, changes="formFill")
    add("note", signed(world.signer).annotate(NOTE), PASSED, changes="annotation")
    add("second-signature", signed(world.signer).sign(by(world.second), name="S2"), PASSED, changes="signature", signers=("Nguyễn Văn Ký", "Trần Thị Duyệt"), each=(PASSED, PASSED))
    three = signed(world.signer).sign(by(world.second), name="S2").sign(by(world.seal), name="S3")
    add("three", three, PASSED, each=(PASSED,) * 3)
    many = Paper()
    for number in range(25):
        many.sign(by(world.second), name=f"S{number}", contents_bytes=6000)
    add("twenty-five", many, PASSED, each=(PASSED,) * 25)
    noted = b"<</Type/Annot/Subtype/Highlight/QuadPoints[60 730 500 730 60 690 500 690]/Rect[60 690 500 730]/C[1 1 0]/P 3 0 R>>"
    add("highlight", signed(world.signer).annotate(noted), PASSED, changes="annotation")
    add("line-ends-behind", signed(world.signer).data + b"\r\n\n", PASSED, changes="none")
    add("evidence-behind", signed(world.signer).evidence(certificates=[world.issuing.der]), PASSED, changes="evidence")
    add("metadata", signed(world.signer).write({}), PASSED)
    visible = signed(world.signer).sign(by(world.second), name="S2", rect=(300, 100, 400, 140), appearance=b"BT /F1 10 Tf 5 5 Td (Ky) Tj ET")
    add("second-visible", visible, PASSED, changes="signature")


def _permissions(world, add):
    expected = {
        "evidence": (PASSED, PASSED, PASSED), "fill": (FAILED, PASSED, PASSED), "sign": (FAILED, PASSED, PASSED), "note": (FAILED, FAILED, PASSED), "page": (FAILED, FAILED, FAILED),
    }
    page = {5: stream(b"BT /F1 14 Tf 72 700 Td (900 ty dong) Tj ET")}
    acts = {
        "evidence": lambda paper: paper.evidence(certificates=[world.issuing.der]), "fill": lambda paper: paper.fill("A", "x"), "sign": lambda paper: paper.sign(by(world.second), name="S2"),
        "note": lambda paper: paper.annotate(NOTE), "page": lambda paper: paper.write(page),
    }
    for act, results in expected.items():
        for level, result in zip((1, 2, 3), results):
            changes = {"page": "forbidden"}.get(act, "forbidden" if result == FAILED else None)
            add(f"certified-{level}-{act}", acts[act](certified(world, level)), result, changes=changes)
            add(f"certified-{level}-approved-{act}", acts[act](certified(world, level)), result)
    add("certified-untouched", certified(world, 1), PASSED, changes="none")
    add("lock-include-a-fill-a", locked(world, "Include", "A").fill("A", "x"), FAILED, changes="forbidden")
    add("lock-include-a-fill-b", locked(world, "Include", "A").fill("B", "x"), PASSED, changes="formFill")
    add("lock-exclude-a-fill-a", locked(world, "Exclude", "A").fill("A", "x"), PASSED, changes="formFill")
    add("lock-exclude-a-fill-b", locked(world, "Exclude", "A").fill("B", "x"), FAILED, changes="forbidden")
    add("lock-all-fill", locked(world, "All").fill("A", "x"), FAILED, changes="forbidden")
    add("lock-field", signed(world.signer, sign=dict(field_more="/Lock<</Type/SigFieldLock/Action/Include/Fields[(A)]>>")).fill("A", "x"), FAILED, changes="forbidden")
    add("lock-field-other", signed(world.signer, sign=dict(field_more="/Lock<</Type/SigFieldLock/Action/Include/Fields[(A)]>>")).fill("B", "x"), PASSED)
    add("lock-field-level", signed(world.signer, sign=dict(field_more="/Lock<</Type/SigFieldLock/Action/All/P 1>>")).fill("B", "x"), FAILED, changes="forbidden")
    add("later-lock-binds-only-later", signed(world.signer).fill("A", "x").sign(by(world.second), name="S2", value_more=LOCK.format(action="All", fields="")), PASSED)
    add("second-lock-broken", signed(world.signer).sign(by(world.second), name="S2", value_more=LOCK.format(action="All", fields="")).fill("A", "x"), FAILED, each=(PASSED, FAILED))
    add("certified-then-approved-then-note", certified(world, 2).sign(by(world.second), name="S2").annotate(NOTE), FAILED, each=(FAILED, FAILED))


def _vietnamese(world, add):
    """The signer, then number and date into their field, then the agency's seal."""
    number = Paper(fields=("SoVanBan", "NgayBanHanh"))
    number.sign(by(world.signer), name="ChuKy", rect=(350, 150, 500, 220), appearance=b"BT /F1 10 Tf 5 5 Td (Nguyen Van Ky) Tj ET")
    number.fill("SoVanBan", "15/QD-UBND").fill("NgayBanHanh", "01/06/2026")
    number.sign(by(world.seal), name="DauCoQuan", rect=(300, 150, 345, 200), appearance=b"1 0 0 RG 2 2 40 40 re S")
    add("vietnamese-order", number, PASSED, signers=("Nguyễn Văn Ký", "Ủy ban nhân dân thành phố Mẫu"), each=(PASSED, PASSED), changes="formFill")
    drawn = Paper().sign(by(world.signer), name="ChuKy")
    look = drawn.take()
    drawn.annotate(b"<</Type/Annot/Subtype/Stamp/Rect[72 780 200 800]/F 4/P 3 0 R/AP<</N %d 0 R>>>>" % look, extra={
        look: stream(b"BT /F1 10 Tf 0 4 Td (So: 15) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 128 20]/Resources<</Font<</F1 7 0 R>>>>")})
    drawn.sign(by(world.seal), name="DauCoQuan")
    add("vietnamese-stamp-annotation", drawn, PASSED, changes="annotation", each=(PASSED, PASSED))
    written = Paper().sign(by(world.signer), name="ChuKy")
    written.write({5: stream(b"BT /F1 14 Tf 72 700 Td (So 15: muc dau tu 120 ty dong) Tj ET")}).sign(by(world.seal), name="DauCoQuan")
    add("number-written-into-the-page", written, FAILED, each=(FAILED, PASSED), changes="page")


def _forbidden(world, add):
    base = lambda: signed(world.signer)
    text = stream(b"BT /F1 14 Tf 72 700 Td (900 ty dong) Tj ET")
    add("page-content", base().write({5: text}), FAILED, changes="page")
    paper = base()
    number = paper.take()
    add("page-content-other-object", paper.write({number: text, 3: paper.page(3, number)}), FAILED, changes="page")
    paper = base()
    number = paper.take()
    add("page-added", paper.write({number: paper.page(4, 6), 2: b"<</Type/Pages/Kids[3 0 R 4 0 R %d 0 R]/Count 3>>" % number}), FAILED, changes="page")
    add("page-removed", base().write({2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>"}), FAILED, changes="page")
    add("pages-swapped", base().write({2: b"<</Type/Pages/Kids[4 0 R 3 0 R]/Count 2>>"}), FAILED, changes="page")
    paper = base()
    add("page-cropped", paper.write({3: paper.page(3, 5, "/CropBox[0 0 595 400]")}), FAILED, changes="page")
    add("page-rotated", base().write({3: paper.page(3, 5, "/Rotate 180")}), FAILED, changes="page")
    add("font-replaced", base().write({7: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<</Differences[]>>>>"}), FAILED, changes="page")
    paper = base()
    add("open-action", paper.write({1: paper.catalog("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")}), FAILED, changes="page")
    add("optional-content", base().write({1: paper.catalog("/OCProperties<</OCGs[]/D<<>>>>")}), FAILED, changes="page")
    paper = base()
    add("field-moved", paper.write({paper.fields[0]: paper.text_field("A", rect=(10, 10, 300, 100))}), FAILED, changes="page")
    paper = base()
    add("field-added", paper.write({(n := paper.take()): paper.text_field("C", 2), 8: paper.form().replace(b"]/SigFlags", b" %d 0 R]/SigFlags" % n)}), FAILED, changes="page")
    paper = base()
    add("field-removed", paper.write({8: paper.form().replace(b"%d 0 R " % paper.fields[0], b"", 1)}), FAILED, changes="page")
    paper = base()
    cover = paper.take()
    paper.annotate(COVER % cover, extra={cover: stream(b"1 1 1 rg 0 0 440 40 re f", "/Type/XObject/Subtype/Form/BBox[0 0 440 40]")})
    add("covering-note", paper, INDETERMINATE, "SIG_CONSTRAINTS_FAILURE")
    add("covering-square", base().annotate(b"<</Type/Annot/Subtype/Square/Rect[60 690 500 730]/IC[1 1 1]/C[1 1 1]/P 3 0 R>>"), INDETERMINATE, "SIG_CONSTRAINTS_FAILURE")
    paper = Paper()
    look, cover = paper.take(), paper.take()
    paper.write({paper.fields[0]: paper.text_field("A", 0, "120 ty", more=f"/AP<</N {look} 0 R>>"), look: stream(
        b"BT /F1 12 Tf 2 5 Td (120 ty dong) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 7 0 R>>>>")}).sign(by(world.signer))
    paper.annotate(b"<</Type/Annot/Subtype/FreeText/Rect[60 590 300 630]/Contents(900)/DA(/F1 12 Tf)/P 3 0 R/AP<</N %d 0 R>>>>" % cover, extra={
        cover: stream(b"1 1 1 rg 0 0 240 40 re f", "/Type/XObject/Subtype/Form/BBox[0 0 240 40]")})
    add("covered-field-value", paper, INDETERMINATE, "SIG_CONSTRAINTS_FAILURE")
    paper = base()
    paper.annotate(b"<</Type/Annot/Subtype/Redact/Rect[60 690 500 730]/P 3 0 R>>")
    add("redaction", paper, FAILED)
    paper = base()
    paper.annotate(b"<</Type/Annot/Subtype/Link/Rect[60 690 500 730]/A<</S/JavaScript/JS(1)>>/P 3 0 R>>")
    add("link-with-script", paper, FAILED)
    covering = base().sign(by(world.second), name="S2", rect=(60, 690, 500, 730), appearance=b"1 1 1 rg 0 0 440 40 re f")
    add("covering-signature", covering, INDETERMINATE, "SIG_CONSTRAINTS_FAILURE", each=(INDETERMINATE, PASSED))
    paper = base()
    value = next(number for number, body in paper.objects.items() if b"/ByteRange" in body)
    field = next(number for number, body in paper.objects.items() if b"/FT/Sig" in body)
    add("signature-removed", paper.write({field: paper.objects[field].replace(f"/V {value} 0 R".encode(), b"")}), INDETERMINATE, "NO_SIGNATURE")
    paper = base()
    add("root-replaced", paper.write({(n := paper.take()): paper.catalog(), 3: paper.page(3, 6)}, root=f"{n} 0 R"), FAILED)
    # Hide and replace: the new text stood in the file before the signature, the update only points to it.
    paper = Paper()
    hidden = len(paper.data)
    paper.data += b"5 0 obj\n" + text + b"\nendobj\n"
    paper.sign(by(world.signer))
    start = len(paper.data)
    paper.data += b"xref\n5 1\n%010d 00000 n \ntrailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (hidden, paper.next, paper.startxref, start)
    add("hide-and-replace", paper, FAILED)
    paper = Paper()
    first = paper.data.index(b"5 0 obj")
    paper.write({5: stream(b"BT /F1 14 Tf 72 700 Td (ban moi) Tj ET")}).sign(by(world.signer))
    start = len(paper.data)
    paper.data += b"xref\n5 1\n%010d 00000 n \ntrailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (first, paper.next, paper.startxref, start)
    add("old-version-restored", paper, FAILED)
    add("content-freed", base().write({}, free=(5,)), FAILED)
    paper = base()
    add("need-appearances", paper.write({8: paper.form("/NeedAppearances true")}), PASSED)
    add("xfa-added", base().write({8: paper.form("/XFA(x)")}), FAILED)
    # Shadow: an overlay signed with the page is taken away afterwards.
    paper = Paper()
    overlay = paper.take()
    paper.annotate(b"<</Type/Annot/Subtype/Stamp/Rect[60 690 500 730]/F 4/P 3 0 R/AP<</N %d 0 R>>>>" % overlay, extra={
        overlay: stream(b"1 1 1 rg 0 0 440 40 re f", "/Type/XObject/Subtype/Form/BBox[0 0 440 40]")})
    paper.sign(by(world.signer))
    paper.annotations[3] = paper.annotations[3][1:] if paper.annotations[3][0] not in paper.fields else [n for n in paper.annotations[3] if b"/Stamp" not in paper.objects[n]]
    add("shadow-hide", paper.write({3: paper.page(3, 5)}), FAILED, changes="page")
    paper = Paper()
    overlay = paper.take()
    paper.annotate(b"<</Type/Annot/Subtype/Stamp/Rect[60 690 500 730]/F 4/P 3 0 R/AP<</N %d 0 R>>>>" % overlay, extra={
        overlay: stream(b"BT /F1 12 Tf 0 5 Td (120 ty) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 440 40]/Resources<</Font<</F1 7 0 R>>>>")})
    paper.sign(by(world.signer))
    add("shadow-replace", paper.write({overlay: stream(b"BT /F1 12 Tf 0 5 Td (900 ty) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 440 40]/Resources<</Font<</F1 7 0 R>>>>")}), FAILED, changes="page")


def _tails(world, add):
    base = lambda: signed(world.signer)
    add("tail-text", base().data + b"hello", FAILED, changes="forbidden")
    add("tail-object", base().data + b"5 0 obj\n" + stream(b"BT ET") + b"\nendobj\n", FAILED, changes="forbidden")
    add("tail-object-and-trailer", base().data + b"5 0 obj\n" + stream(b"BT ET") + b"\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n", FAILED)
    add("tail-startxref-wrong", base().data + b"5 0 obj\n" + stream(b"BT ET") + b"\nendobj\nstartxref\n1\n%%EOF\n", FAILED)
    paper = base()
    add("tail-second-eof", paper.data + b"5 0 obj\n<<>>\nendobj\nstartxref\n%d\n%%%%EOF\n" % paper.startxref, FAILED)
    add("tail-comment", base().data + b"% only a comment\n", FAILED)
    paper = base()
    add("unreachable-in-update", paper.write({paper.fields[0]: paper.text_field("A", 0, "x")}, before=b"5 0 obj\n" + stream(b"BT ET") + b"\nendobj\n"), FAILED)
    add("tail-zeros", base().data + b"\0" * 64, FAILED)


def _format(world, add):
    make = by(world.signer)

    def ranged(text):
        return lambda gap, end, total: text(gap, end, total).encode()

    wrong = {
        "negative": lambda g, e, t: f"/ByteRange[0 {g} {e} -5]", "start-not-zero": lambda g, e, t: f"/ByteRange[10 {g - 10} {e} {t - e}]",
        "three-numbers": lambda g, e, t: f"/ByteRange[0 {g} {e}]", "six-numbers": lambda g, e, t: f"/ByteRange[0 {g} {e} 1 2 3]", "huge": lambda g, e, t: "/ByteRange[0 1 9223372036854775807 9]",
        "overflow": lambda g, e, t: "/ByteRange[0 1 99999999999999999999 1]", "beyond": lambda g, e, t: f"/ByteRange[0 {g} {e} {t}]", "wide-gap": lambda g, e, t: f"/ByteRange[0 {g - 20} {e} {t - e}]",
        "gap-elsewhere": lambda g, e, t: f"/ByteRange[0 100 200 {t - 200}]", "short": lambda g, e, t: f"/ByteRange[0 {g} {e} 10]", "overlap": lambda g, e, t: f"/ByteRange[0 {g} 0 {t}]",
        "reals": lambda g, e, t: f"/ByteRange[0 {g} {e} {t - e}.5]", "names": lambda g, e, t: "/ByteRange[/a/b/c/d]", "null": lambda g, e, t: "/ByteRange null", "none": lambda g, e, t: "",
        "empty": lambda g, e, t: "/ByteRange[]", "all-zero": lambda g, e, t: "/ByteRange[0 0 0 0]", "everything": lambda g, e, t: f"/ByteRange[0 {t} {t} 0]",
        "narrow-gap": lambda g, e, t: f"/ByteRange[0 {g + 2} {e - 2} {t - e + 2}]",
    }
    for name, text in wrong.items():
        add(f"range-{name}", Paper().sign(make, byte_range=ranged(text)), FAILED, *(("FORMAT_FAILURE", "HASH_FAILURE") if name == "short" else ("FORMAT_FAILURE",)))
    paper = signed(world.signer)
    gap, end = paper.last_gap
    # Wrapping: the signed end is moved behind, something else stands between.
    moved = paper.data[:end] + b" /Extra(" + b"x" * 500 + b")" + paper.data[end:]
    add("wrapped", moved, FAILED)
    copied = paper.data[:gap] + paper.data[gap:end] + b"\n9 0 obj<</x 1>>endobj\n" + paper.data[end:]
    add("inserted-behind-gap", copied, FAILED)
    add("literal-contents", paper.data.replace(b"/Contents <", b"/Contents (", 1).replace(b">>>\nendobj", b")>>\nendobj", 1), FAILED)
    add("contents-removed", paper.data.replace(b"/Contents <", b"/Kontents <", 1), FAILED)
    add("sub-filter-removed", paper.data.replace(b"/SubFilter/ETSI.CAdES.detached", b"/SubBilter/ETSI.CAdES.detached", 1), FAILED)
    add("type-changed", paper.data.replace(b"<</Type/Sig/", b"<</Type/Xyz/", 1), FAILED)
    add("duplicate-contents", paper.data.replace(b"/M(D:20260601000000Z)", b"/Contents<30>       ", 1), FAILED)
    mixed = signed(world.signer).sign(None, name="S2", contents=b"\x30\x03\x02\x01")
    add("second-unreadable", mixed, FAILED, each=(PASSED, FAILED))
    mixed = Paper().sign(None, name="S0", contents=b"broken").sign(by(world.signer), name="S1")
    add("first-unreadable", mixed, FAILED, each=(FAILED, PASSED))
    mixed = signed(issue("Người lạ đầu", world.stranger)).sign(by(world.second), name="S2")
    add("first-untrusted", mixed, INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND", each=(INDETERMINATE, PASSED))
    add("unsigned", Paper(), INDETERMINATE, "NO_SIGNATURE")
    add("usage-rights-alone", Paper().usage_rights(), INDETERMINATE, "NO_SIGNATURE")
    empty = Paper()
    number = empty.take()
    empty.fields.append(number)
    empty.objects[number] = b"<</Type/Annot/Subtype/Widget/FT/Sig/T(S)/Rect[0 0 0 0]/P 3 0 R>>"
    empty.annotations[3].append(number)
    empty.refresh()
    add("empty-field", empty.write({number: empty.objects[number], 3: empty.objects[3], 8: empty.objects[8]}), INDETERMINATE, "NO_SIGNATURE")

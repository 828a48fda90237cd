"""PDF files written object by object, so that every revision may be right or wrong in one way."""

import re

WIDTH, HEIGHT = 595, 842
CONTENTS_BYTES = 12_000


def stream(body, extra=""):
    return b"<<" + extra.encode() + b"/Length %d>>\nstream\n" % len(body) + body + b"\nendstream"


class Paper:
    """A file that grows by revisions. Numbers of the first objects: 1 catalog, 2 pages, 3 and 4 the pages, 5 and 6 their contents, 7 font, 8 form."""

    CATALOG, PAGES, FIRST, SECOND, TEXT, TEXT_2, FONT, FORM = range(1, 9)

    def __init__(self, *, fields=("A", "B"), extra_catalog=""):
        self.objects = {}
        self.fields = []
        self.annotations = {3: [], 4: []}
        self.extra_catalog = extra_catalog
        self.data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
        self.startxref = None
        set = self.objects.__setitem__
        set(2, b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>")
        set(5, stream("BT /F1 14 Tf 72 700 Td (Quyet dinh so 15: muc dau tu 120 ty dong) Tj ET".encode()))
        set(6, stream("BT /F1 14 Tf 72 700 Td (Trang hai) Tj ET".encode()))
        set(7, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        self.next = 9
        for place, name in enumerate(fields):
            number = self.take()
            set(number, self.text_field(name, place))
            self.fields.append(number)
            self.annotations[3].append(number)
        self.refresh()
        self.write(dict(self.objects))

    # Bodies ------------------------------------------------------------

    @staticmethod
    def text_field(name, place=0, value=None, rect=None, more=""):
        rect = rect or (72, 600 - 40 * place, 272, 620 - 40 * place)
        shown = f"/V({value})" if value is not None else ""
        return (f"<</Type/Annot/Subtype/Widget/FT/Tx/T({name})/F 4/P 3 0 R/Rect[{rect[0]} {rect[1]} {rect[2]} {rect[3]}]/DA(/F1 10 Tf 0 g){shown}{more}>>").encode()

    def page(self, number, content, more=""):
        annotations = " ".join(f"{one} 0 R" for one in self.annotations[number])
        return (f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F1 7 0 R>>>>/Contents {content} 0 R"
                + (f"/Annots[{annotations}]" if annotations else "") + more + ">>").encode()

    def form(self, more=""):
        listed = " ".join(f"{one} 0 R" for one in self.fields)
        flags = "/SigFlags 3" if any(b"/FT/Sig" in self.objects[one] for one in self.fields) else ""
        return f"<</Fields[{listed}]{flags}/DA(/F1 10 Tf 0 g)/DR<</Font<</F1 7 0 R>>>>{more}>>".encode()

    def catalog(self, more=""):
        return f"<</Type/Catalog/Pages 2 0 R/AcroForm 8 0 R{self.extra_catalog}{more}>>".encode()

    def refresh(self):
        """Pages, form and catalog as the lists of fields and annotations are now."""
        self.objects[3] = self.page(3, 5)
        self.objects[4] = self.page(4, 6)
        self.objects[8] = self.form()
        self.objects[1] = self.catalog()

    def take(self):
        self.next += 1
        return self.next - 1

    # Revisions ---------------------------------------------------------

    def write(self, changed, *, free=(), before=b"", after=b"", root="1 0 R", trailer="", prev=None, xref=True, size=None):
        """Appends one revision with these objects."""
        self.objects.update(changed)
        places = {}
        data = self.data + before
        for number in sorted(changed):
            places[number] = len(data)
            data += b"%d 0 obj\n" % number + changed[number] + b"\nendobj\n"
        if not xref:
            self.data = data + after
            return self
        start = len(data)
        data += b"xref\n"
        entries = {**{number: b"%010d 00000 n \n" % place for number, place in places.items()}, **{number: b"0000000000 00001 f \n" for number in free}}
        if self.startxref is None:
            entries[0] = b"0000000000 65535 f \n"
        if not entries:
            data += b"0 0\n"
        for number in sorted(entries):
            data += b"%d 1\n" % number + entries[number]
        previous = self.startxref if prev is None else prev
        back = f"/Prev {previous}" if previous is not None else ""
        data += f"trailer\n<</Size {size or max(self.next, max(self.objects) + 1)}/Root {root}{back}/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
        self.data, self.startxref = data + after, start
        return self

    def sign(self, make, *, name="Signature1", filter="ETSI.CAdES.detached", kind="Sig", page=3, rect=(0, 0, 0, 0), appearance=None, more="", field=None, field_more="", value_more="",
             byte_range=None, contents=None, catalog_more=None, extra=None, change=None, contents_bytes=CONTENTS_BYTES, perms=False):
        """Appends a revision with a signature; `make(bytes)` gives its CMS. `change(data)` may spoil the file before it is signed."""
        value = self.take()
        if field is None:
            field = self.take()
            self.fields.append(field)
            self.annotations[page].append(field)
        shown = ""
        objects = dict(extra or {})
        if appearance is not None:
            drawing = self.take()
            objects[drawing] = stream(appearance, f"/Type/XObject/Subtype/Form/BBox[0 0 {rect[2] - rect[0]} {rect[3] - rect[1]}]/Resources<</Font<</F1 7 0 R>>>>")
            shown = f"/AP<</N {drawing} 0 R>>"
        rectangle = " ".join(map(str, rect))
        objects[field] = (f"<</Type/Annot/Subtype/Widget/FT/Sig/T({name})/F 132/P {page} 0 R/Rect[{rectangle}]/V {value} 0 R{shown}{field_more}>>").encode()
        hole = b"<" + b"0" * (2 * contents_bytes) + b">"
        objects[value] = (f"<</Type/{kind}/Filter/Adobe.PPKLite/SubFilter/{filter}/M(D:20260601000000Z)/ByteRange[0 0000000000 0000000000 0000000000]{value_more}/Contents ".encode() + hole + b">>")
        self.objects.update(objects)
        self.refresh()
        if perms:
            self.extra_catalog += f"/Perms<</DocMDP {value} 0 R>>"
        if catalog_more is not None:
            self.extra_catalog += catalog_more
        self.refresh()
        self.write({**objects, 1: self.objects[1], 8: self.objects[8], page: self.objects[page]})
        gap = self.data.rindex(hole)
        end = gap + len(hole)
        # The numbers are padded so that the offsets stand.
        ranges = b"/ByteRange[0 %010d %010d %010d]" % (gap, end, len(self.data) - end) if byte_range is None else byte_range(gap, end, len(self.data))
        placeholder = b"/ByteRange[0 0000000000 0000000000 0000000000]"
        at = self.data.rindex(placeholder)
        assert len(ranges) <= len(placeholder)
        self.data = self.data[:at] + ranges.ljust(len(placeholder)) + self.data[at + len(placeholder):]
        if change:
            self.data = change(self.data)
        signature = make(self.data[:gap] + self.data[end:]) if contents is None else contents
        filled = signature.hex().encode()
        assert len(filled) <= 2 * contents_bytes
        self.data = self.data[:gap + 1] + filled + self.data[gap + 1 + len(filled):]
        self.last_gap = (gap, end)
        return self

    def usage_rights(self):
        """Appends a vendor's permission to readers: signed, but by nobody who wrote the paper."""
        value = self.take()
        hole = b"<" + b"0" * 200 + b">"
        self.extra_catalog += f"/Perms<</UR3 {value} 0 R>>"
        self.refresh()
        self.write({
            value: b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 0000000000 0000000000 0000000000]/Contents " + hole + b">>", 1: self.objects[1]})
        gap = self.data.rindex(hole)
        end = gap + len(hole)
        self.data = self.data.replace(b"[0 0000000000 0000000000 0000000000]", b"[0 %010d %010d %010d]" % (gap, end, len(self.data) - end))
        return self

    def evidence(self, *, certificates=(), lists=(), answers=()):
        """Appends a document security store."""
        objects = {}

        def kept(items):
            numbers = []
            for item in items:
                number = self.take()
                objects[number] = stream(item)
                numbers.append(f"{number} 0 R")
            return " ".join(numbers)

        store = self.take()
        objects[store] = f"<</Certs[{kept(certificates)}]/CRLs[{kept(lists)}]/OCSPs[{kept(answers)}]>>".encode()
        self.extra_catalog = re.sub(r"/DSS \d+ 0 R", "", self.extra_catalog) + f"/DSS {store} 0 R"
        self.refresh()
        return self.write({**objects, 1: self.objects[1]})

    def stamp(self, make, name="Stamp1"):
        """Appends a document time-stamp."""
        return self.sign(make, name=name, filter="ETSI.RFC3161", kind="DocTimeStamp")

    def fill(self, name, value, **options):
        """Appends a revision that fills in a text field."""
        for place, number in enumerate(self.fields):
            if f"/T({name})".encode() in self.objects[number]:
                return self.write({number: self.text_field(name, place, value, **options)})
        raise KeyError(name)

    def annotate(self, body, page=3, extra=None):
        """Appends a revision with one more annotation."""
        number = self.take()
        self.annotations[page].append(number)
        self.objects[number] = body
        self.refresh()
        return self.write({number: body, page: self.objects[page], **(extra or {})})

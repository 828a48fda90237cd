"""Files as a grown program writes them: pyHanko's PAdES profiles, cross-reference and object streams, encryption, hybrid files."""

import io
import zlib
from datetime import timezone

from asn1crypto import keys
from cryptography.hazmat.primitives import serialization
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.crypt import StandardSecurityHandler
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields, signers, timestamps
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from . import authority as pki
from .authority import NOW, revocation_list
from .cases import FAILED, INDETERMINATE, PASSED, Book
from .chapter_signers import signed
from .paper import Paper, stream

PADES = fields.SigSeedSubFilter.PADES


def _key(identity):
    return keys.PrivateKeyInfo.load(identity.key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def _signer(identity):
    store = SimpleCertificateStore()
    store.register_multiple([one.asn1 for one in identity.path])
    return signers.SimpleSigner(signing_cert=identity.asn1, signing_key=_key(identity), cert_registry=store)


def sign(data, identity, *, name="Signature1", stamper=None, context=None, writer=None, new_field=None, **options):
    """One PAdES signature by pyHanko."""
    writer = writer or IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    metadata = signers.PdfSignatureMetadata(field_name=name, subfilter=PADES, md_algorithm="sha256", validation_context=context, **options)
    out = signers.PdfSigner(metadata, signer=_signer(identity), timestamper=stamper, new_field_spec=new_field).sign_pdf(writer)
    return out.getvalue()


def stamper(world):
    store = SimpleCertificateStore()
    store.register_multiple([one.asn1 for one in world.stamper.path])
    return timestamps.DummyTimeStamper(tsa_cert=world.stamper.asn1, tsa_key=_key(world.stamper), certs_to_embed=store, fixed_dt=NOW.astimezone(timezone.utc))


def context(world):
    return ValidationContext(trust_roots=[world.root.asn1], other_certs=[world.issuing.asn1], crls=[revocation_list(world.issuing), revocation_list(world.root)], allow_fetching=False,
                             revocation_mode="soft-fail")


def packed(paper, *, predictor=False):
    """The same document with a cross-reference stream and its plain objects in an object stream."""
    numbers = [number for number, body in paper.objects.items() if b"stream" not in body]
    bodies = [paper.objects[number] for number in numbers]
    head, offset = "", 0
    for number, body in zip(numbers, bodies):
        head += f"{number} {offset} "
        offset += len(body) + 1
    inner = head.encode() + b" ".join(bodies)
    container, table = paper.take(), paper.take()
    data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = {}
    for number, body in paper.objects.items():
        if number not in numbers:
            places[number] = len(data)
            data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    places[container] = len(data)
    squeezed = zlib.compress(inner)
    data += b"%d 0 obj\n" % container + stream(squeezed, f"/Type/ObjStm/N {len(numbers)}/First {len(head.encode())}/Filter/FlateDecode") + b"\nendobj\n"
    places[table] = len(data)
    rows = []
    for number in range(table + 1):
        if number in places:
            rows.append(b"\1" + places[number].to_bytes(4, "big") + b"\0\0")
        elif number in numbers:
            rows.append(b"\2" + container.to_bytes(4, "big") + numbers.index(number).to_bytes(2, "big"))
        else:
            rows.append(b"\0" + b"\0\0\0\0" + b"\xff\xff")
    raw, parameters = b"".join(rows), ""
    if predictor:
        out, before = b"", b"\0" * 7
        for row in rows:
            out += b"\2" + bytes((a - b) & 255 for a, b in zip(row, before))
            before = row
        raw, parameters = out, "/DecodeParms<</Predictor 12/Columns 7>>"
    body = stream(zlib.compress(raw), f"/Type/XRef/Size {table + 1}/W[1 4 2]/Root 1 0 R/Filter/FlateDecode{parameters}/ID[<00><00>]")
    return data + b"%d 0 obj\n" % table + body + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % places[table]


def chapter(world):
    book = Book()
    add = book.add
    plain = Paper().data
    add("pyhanko-b-b", sign(plain, world.signer), PASSED, level="PAdES-B-B", changes="none")
    add("pyhanko-b-t", sign(plain, world.signer, stamper=stamper(world)), PASSED, level="PAdES-B-T", source="timestamp")
    lt = sign(plain, world.signer, stamper=stamper(world), context=context(world), embed_validation_info=True)
    add("pyhanko-b-lt", lt, PASSED, level="PAdES-B-LT", changes="evidence", revocation="good", query={"revocation": "hard"})
    lta = sign(plain, world.signer, stamper=stamper(world), context=context(world), embed_validation_info=True, use_pades_lta=True)
    add("pyhanko-b-lta", lta, PASSED, level="PAdES-B-LTA", changes="evidence", revocation="good", query={"revocation": "hard"})
    add("pyhanko-lta-then-signed", sign(lta, world.second, name="S2"), PASSED, changes="signature", each=(PASSED, PASSED))
    add("pyhanko-three", sign(sign(sign(plain, world.signer), world.second, name="S2"), world.seal, name="S3"), PASSED, each=(PASSED,) * 3)
    for level in (fields.MDPPerm.NO_CHANGES, fields.MDPPerm.FILL_FORMS, fields.MDPPerm.ANNOTATE):
        certified = sign(plain, world.signer, certify=True, docmdp_permissions=level)
        add(f"pyhanko-certified-{level.value}", certified, PASSED, changes="none")
        writer = IncrementalPdfFileWriter(io.BytesIO(certified))
        form = writer.root["/AcroForm"]["/Fields"]
        field = next(one for one in form if one.get_object().get("/T") == "A")
        field.get_object()["/V"] = generic.pdf_string("đồng ý")
        writer.mark_update(field)
        out = io.BytesIO()
        writer.write(out)
        add(f"pyhanko-certified-{level.value}-filled", out.getvalue(), FAILED if level.value == 1 else PASSED)
    for action, named, target, result in (
            (fields.FieldMDPAction.INCLUDE, ["A"], "A", FAILED), (fields.FieldMDPAction.INCLUDE, ["A"], "B", PASSED), (fields.FieldMDPAction.EXCLUDE, ["A"], "B", FAILED),
            (fields.FieldMDPAction.EXCLUDE, ["A"], "A", PASSED), (fields.FieldMDPAction.ALL, None, "A", FAILED)):
        spec = fields.SigFieldSpec("Sig", field_mdp_spec=fields.FieldMDPSpec(action, fields=named))
        data = sign(plain, world.signer, name="Sig", new_field=spec)
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        field = next(one for one in writer.root["/AcroForm"]["/Fields"] if one.get_object().get("/T") == target)
        field.get_object()["/V"] = generic.pdf_string("x")
        writer.mark_update(field)
        out = io.BytesIO()
        writer.write(out)
        add(f"pyhanko-lock-{action.name}-{target}", out.getvalue(), result)
    for name, data in (("object-streams", packed(Paper())), ("predictor", packed(Paper(), predictor=True))):
        add(f"{name}-unsigned", data, INDETERMINATE, "NO_SIGNATURE")
        add(f"{name}-signed", sign(data, world.signer), PASSED, changes="none")
        add(f"{name}-two", sign(sign(data, world.signer), world.second, name="S2"), PASSED, each=(PASSED, PASSED))
    _encrypted(world, add)
    hybrid = signed(world.signer)
    start = len(hybrid.data)
    add("hybrid-update", hybrid.data + b"xref\n0 0\ntrailer\n<</Size %d/Root 1 0 R/Prev %d/XRefStm 15>>\nstartxref\n%d\n%%%%EOF\n" % (hybrid.next, hybrid.startxref, start), FAILED)
    return book.cases


def _encrypted(world, add):
    for name, password in (("open", ""), ("closed", "bí mật")):
        for label, make in (("aes256", StandardSecurityHandler.build_from_pw), ("rc4", None)):
            writer = copy_into_new_writer(PdfFileReader(io.BytesIO(Paper().data)))
            if make:
                handler = make("chủ", password)
            else:
                first = writer._document_id[0]
                handler = StandardSecurityHandler.build_from_pw_legacy(rev=pki_revision(), id1=first.original_bytes if hasattr(first, "original_bytes") else bytes(first), desired_owner_pass="chu",
                                                                       desired_user_pass="" if not password else "bi mat", keylen_bytes=16, use_aes128=False)
            writer._assign_security_handler(handler)
            out = io.BytesIO()
            writer.write(out)
            data = out.getvalue()
            incremental = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
            incremental.encrypt((password if make else "" if not password else "bi mat"))
            done = sign(None, world.signer, writer=incremental)
            # Without the password the signature over the bytes can still be told; whether the pages changed cannot matter where nothing follows.
            add(f"encrypted-{name}-{label}", done, PASSED)


def pki_revision():
    from pyhanko.pdf_utils.crypt import StandardSecuritySettingsRevision
    return StandardSecuritySettingsRevision.RC4_OR_AES128

"""Signatures by pyHanko under an infrastructure run by certomancer: every level, revoked, expired, misused, incomplete."""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.validation.dss import DocumentSecurityStore

from .architecture import REVOKED, architecture
from .authority import DAY, NOW
from .cases import INDETERMINATE, PASSED, Book
from .paper import Paper

HARD = {"revocation": "hard"}


def sign(data, signer, *, stamper=None, context=None, **options):
    metadata = signers.PdfSignatureMetadata(
        field_name="Signature1", subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256", validation_context=context, embed_validation_info=context is not None, **options)
    return signers.PdfSigner(metadata, signer=signer, timestamper=stamper).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data), strict=False)).getvalue()


def with_evidence(data, *, certificates=(), answers=(), lists=()):
    """Appends a document security store, as an archive does that gathers evidence afterwards."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=list(certificates), ocsps=list(answers), crls=list(lists))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def chapter(_world=None):
    book, house, plain = Book(), architecture(), Paper().data
    add = book.add
    name = ("Lê Văn Chứng",)
    lists = [house.revocation_list("root"), house.revocation_list("interm")]
    add("house-b-b", sign(plain, house.signer("signer")), PASSED, signers=name, level="PAdES-B-B", source="claimed", revocation="unknown")
    stamped = sign(plain, house.signer("signer"), stamper=house.stamper())
    add("house-b-t", stamped, PASSED, signers=name, level="PAdES-B-T", source="timestamp")
    add("house-b-lt", sign(plain, house.signer("signer"), stamper=house.stamper(), context=house.context()), PASSED, level="PAdES-B-LT", revocation="good", query=HARD)
    add("house-b-lta", sign(plain, house.signer("signer"), stamper=house.stamper(), context=house.context(), use_pades_lta=True), PASSED, level="PAdES-B-LTA", revocation="good", query=HARD)
    add("house-b-lt-later", with_evidence(stamped, certificates=[house.certificate("interm")], answers=[house.answer("signer")], lists=[lists[0]]), PASSED, level="PAdES-B-LT", revocation="good")
    # The time-stamper's own standing is not in that answer.
    add("house-stamper-unknown", with_evidence(stamped, answers=[house.answer("signer")], lists=[lists[0]]), PASSED, level="PAdES-B-B", source="claimed", query=HARD)
    add("house-lists-alone", with_evidence(stamped, lists=lists), PASSED, revocation="good", query=HARD)
    add("house-answer-alone", with_evidence(stamped, answers=[house.answer("signer")]), INDETERMINATE, "TRY_LATER", query=HARD)
    for way, evidence in (("list", dict(lists=lists)), ("answer", dict(answers=[house.answer("revoked")], lists=lists[:1]))):
        before = sign(plain, house.signer("revoked"), stamper=house.stamper(REVOKED - 10 * DAY))
        after = sign(plain, house.signer("revoked"), stamper=house.stamper(REVOKED + 10 * DAY))
        add(f"house-revoked-after-signing-{way}", with_evidence(before, **evidence), PASSED, signers=("Phạm Bị Thu Hồi",), source="timestamp")
        # A time-stamp proves that the signature is not younger, never that it is not older: there is no proof for REVOKED.
        add(f"house-revoked-before-stamping-{way}", with_evidence(after, **evidence), INDETERMINATE, "REVOKED_NO_POE", revocation="revoked")
        add(f"house-revoked-unstamped-{way}", with_evidence(sign(plain, house.signer("revoked")), **evidence), INDETERMINATE, "REVOKED_NO_POE", revocation="revoked")
    add("house-expired", sign(plain, house.signer("expired")), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED")
    add("house-expired-stamped-in-time", sign(plain, house.signer("expired"), stamper=house.stamper(NOW - 10 * DAY)), PASSED, source="timestamp", level="PAdES-B-T")
    add("house-expired-stamped-too-late", sign(plain, house.signer("expired"), stamper=house.stamper(NOW - DAY)), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED")
    add("house-wrong-key-usage", sign(plain, house.signer("encipherer")), INDETERMINATE, "CHAIN_CONSTRAINTS_FAILURE", signers=("Đỗ Sai Mục Đích",))
    missing = sign(plain, house.signer("signer", above=()))
    add("house-intermediate-missing", missing, INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND", signers=name)
    add("house-intermediate-in-the-evidence", with_evidence(missing, certificates=[house.certificate("interm")]), PASSED)
    return book.cases

"""Time-stamps, revocation, expiry, long-term evidence."""

from cryptography.x509 import ReasonFlags
from cryptography.x509.oid import ExtendedKeyUsageOID

from . import authority as pki
from .authority import DAY, NOW, answer, issue, revocation_list
from .cases import FAILED, INDETERMINATE, PASSED, Book
from .chapter_signers import by, signed
from .cms import token
from .paper import Paper

NO_POE = "REVOKED_NO_POE"


def stamped(world, at=NOW - DAY, stamper=None, **options):
    return lambda value: token(value, stamper or world.stamper, at, **options)


def chapter(world):
    book = Book()
    _stamps(world, book.add)
    _revocation(world, book.add)
    _expiry(world, book.add)
    _long_term(world, book.add)
    return book.cases


def _stamps(world, add):
    signer = world.signer
    add("b-t", signed(signer, stamp=stamped(world)), PASSED, level="PAdES-B-T", source="timestamp")
    for hash in ("sha384", "sha512"):
        add(f"b-t-{hash}", signed(signer, stamp=stamped(world, hash=hash)), PASSED, source="timestamp")
    bad = {
        "stamp-over-other": lambda value: token(value + b"x", world.stamper, NOW - DAY),
        "stamp-wrong-imprint": stamped(world, imprint=b"\0" * 32),
        "stamp-spoilt": stamped(world, spoil=True),
        "stamp-untrusted": stamped(world, stamper=issue("TSA lạ", world.stranger, purposes=[ExtendedKeyUsageOID.TIME_STAMPING], critical_purposes=True)),
        "stamp-not-a-stamper": stamped(world, stamper=world.second),
        "stamp-purpose-not-critical": stamped(world, stamper=issue("TSA không tới hạn", world.issuing, purposes=[ExtendedKeyUsageOID.TIME_STAMPING])),
        "stamp-two-purposes": stamped(world, stamper=issue("TSA hai mục đích", world.issuing, purposes=[ExtendedKeyUsageOID.TIME_STAMPING, ExtendedKeyUsageOID.CODE_SIGNING], critical_purposes=True)),
        "stamp-sha1": stamped(world, hash="sha1"),
        "stamp-from-the-future": stamped(world, at=NOW + 30 * DAY),
        "stamp-no-reference": stamped(world, reference=None),
    }
    for name, stamp in bad.items():
        # A signature in time needs no stamp; one that proves nothing may at most be ignored.
        add(name, signed(signer, stamp=stamp), PASSED, source="claimed", level="PAdES-B-B")
    expired = issue("Hết hạn hôm qua", world.issuing, until=NOW - 2 * DAY)
    add("expired-stamped-in-time", signed(expired, stamp=stamped(world, at=NOW - 10 * DAY)), PASSED, source="timestamp")
    add("expired-stamped-too-late", signed(expired, stamp=stamped(world, at=NOW - DAY)), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED")
    for name, stamp in bad.items():
        add(f"expired-{name}", signed(expired, stamp=stamp), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED", "TIMESTAMP_ORDER_FAILURE")
    add("document-stamp", signed(signer).stamp(lambda content: token(content, world.stamper, NOW - DAY)), PASSED, source="timestamp", changes="evidence")
    add("expired-document-stamp", signed(expired).stamp(lambda content: token(content, world.stamper, NOW - 10 * DAY)), PASSED, source="timestamp")
    add("expired-document-stamp-wrong", signed(expired).stamp(lambda content: token(content + b"x", world.stamper, NOW - 10 * DAY)), INDETERMINATE)
    early = issue("Chứng thư cấp sau", world.issuing, since=NOW - 5 * DAY)
    add("stamped-before-issue", signed(early, stamp=stamped(world, at=NOW - 10 * DAY)), FAILED, "NOT_YET_VALID")
    future = issue("Chưa có hiệu lực", world.issuing, since=NOW + 5 * DAY)
    add("not-yet-valid", signed(future), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "NOT_YET_VALID")
    add("only-a-document-stamp", Paper().stamp(lambda content: token(content, world.stamper, NOW - DAY)), INDETERMINATE, "NO_SIGNATURE")


def _revocation(world, add):
    signer, issuing = world.signer, world.issuing
    root_list = revocation_list(world.root)
    clean = revocation_list(issuing)
    month_ago, week_ago = NOW - 30 * DAY, NOW - 7 * DAY
    soft = dict(query={})
    hard = dict(query={"revocation": "hard"})
    add("nothing-soft", signed(signer), PASSED, revocation="unknown")
    add("nothing-hard", signed(signer), INDETERMINATE, "TRY_LATER", **hard)
    add("lists-hard", signed(signer).evidence(lists=[clean, root_list]), PASSED, revocation="good", **hard)
    add("ocsp-hard", signed(signer).evidence(answers=[answer(signer), answer(issuing)]), PASSED, revocation="good", **hard)
    add("ocsp-sha256-hard", signed(signer).evidence(answers=[answer(signer, hash=pki.hashes.SHA256()), answer(issuing)]), PASSED, revocation="good", **hard)
    add("ocsp-delegate-hard", signed(signer).evidence(answers=[answer(signer, world.responder)], lists=[root_list]), PASSED, revocation="good", **hard)
    add("leaf-only-hard", signed(signer).evidence(lists=[clean]), INDETERMINATE, "TRY_LATER", **hard)
    add("adobe-attribute-hard", signed(signer, lists=[clean, root_list], filter="adbe.pkcs7.detached"), PASSED, revocation="good", **hard)
    add("adobe-ocsp-hard", signed(signer, answers=[answer(signer)], lists=[root_list], filter="adbe.pkcs7.detached"), PASSED, revocation="good", **hard)
    revoked = revocation_list(issuing, [(signer, month_ago, ReasonFlags.key_compromise)])
    add("revoked-list", signed(signer).evidence(lists=[revoked]), INDETERMINATE, NO_POE, revocation="revoked", signers=("Nguyễn Văn Ký",))
    add("revoked-in-attribute", signed(signer, lists=[revoked], filter="adbe.pkcs7.detached"), INDETERMINATE, NO_POE, revocation="revoked")
    add("revoked-ocsp", signed(signer).evidence(answers=[answer(signer, revoked_at=month_ago)]), INDETERMINATE, NO_POE, revocation="revoked")
    add("revoked-and-good", signed(signer).evidence(answers=[answer(signer)], lists=[revoked]), INDETERMINATE, NO_POE)
    stale = revocation_list(issuing, [(signer, month_ago, None)], updated=NOW - 29 * DAY, next_update=NOW - 20 * DAY)
    add("revoked-stale-list", signed(signer).evidence(lists=[stale]), INDETERMINATE, NO_POE)
    add("good-stale-list-hard", signed(signer).evidence(lists=[revocation_list(issuing, updated=NOW - 29 * DAY, next_update=NOW - 20 * DAY), root_list]), INDETERMINATE, "TRY_LATER", **hard)
    add("revoked-stamped-before", signed(signer, stamp=stamped(world, at=NOW - 40 * DAY)).evidence(lists=[revoked]), PASSED)
    add("revoked-stamped-after", signed(signer, stamp=stamped(world, at=week_ago)).evidence(lists=[revoked]), INDETERMINATE, NO_POE, "REVOKED")
    add("revoked-same-day-hold", signed(signer).evidence(lists=[revocation_list(issuing, [(signer, month_ago, ReasonFlags.certificate_hold)])]), INDETERMINATE, "TRY_LATER", NO_POE)
    add("revoked-intermediate", signed(signer).evidence(lists=[revocation_list(world.root, [(issuing, month_ago, None)])]), INDETERMINATE, "REVOKED_CA_NO_POE", "REVOKED_NO_POE")
    add("revoked-intermediate-ocsp", signed(signer).evidence(answers=[answer(issuing, revoked_at=month_ago)]), INDETERMINATE, "REVOKED_CA_NO_POE", "REVOKED_NO_POE")
    forged = revocation_list(issuing, key=pki.rsa_key("forger"))
    add("forged-list-hard", signed(signer).evidence(lists=[forged, root_list]), INDETERMINATE, "TRY_LATER", **hard)
    forged_revoked = revocation_list(issuing, [(signer, month_ago, None)], key=pki.rsa_key("forger"))
    add("forged-revocation", signed(signer).evidence(lists=[forged_revoked]), PASSED, revocation="unknown")
    false_responder = issue("Trả lời giả", world.stranger, purposes=[ExtendedKeyUsageOID.OCSP_SIGNING])
    add("ocsp-foreign-delegate-hard", signed(signer).evidence(answers=[answer(signer, false_responder)], lists=[root_list]), INDETERMINATE, "TRY_LATER", **hard)
    no_purpose = issue("Trả lời không mục đích", issuing)
    add("ocsp-delegate-without-purpose-hard", signed(signer).evidence(answers=[answer(signer, no_purpose)], lists=[root_list]), INDETERMINATE, "TRY_LATER", **hard)
    add("ocsp-for-another-hard", signed(signer).evidence(answers=[answer(world.second)], lists=[root_list]), INDETERMINATE, "TRY_LATER", **hard)
    add("ocsp-unknown-hard", signed(signer).evidence(answers=[answer(signer, unknown=True)], lists=[root_list]), INDETERMINATE, "TRY_LATER", **hard)
    add("ocsp-stale-hard", signed(signer).evidence(answers=[answer(signer, updated=NOW - 30 * DAY, next_update=NOW - 20 * DAY)], lists=[root_list]), INDETERMINATE, "TRY_LATER", **hard)
    delta = revocation_list(issuing, extensions=[(pki.x509.DeltaCRLIndicator(1), True)])
    add("delta-list-hard", signed(signer).evidence(lists=[delta, root_list]), INDETERMINATE, "TRY_LATER", **hard)
    point = pki.x509.IssuingDistributionPoint(None, None, False, True, None, False, False)
    add("authorities-only-list-hard", signed(signer).evidence(lists=[revocation_list(issuing, extensions=[(point, True)]), root_list]), INDETERMINATE, "TRY_LATER", **hard)
    tsa_revoked = revocation_list(issuing, [(world.stamper, month_ago, ReasonFlags.key_compromise)])
    expired = issue("Hết hạn, TSA thu hồi", issuing, until=NOW - 2 * DAY)
    add("stamper-revoked", signed(expired, stamp=stamped(world, at=NOW - 40 * DAY)).evidence(lists=[tsa_revoked]), INDETERMINATE)
    tsa_closed = revocation_list(issuing, [(world.stamper, week_ago, ReasonFlags.cessation_of_operation)])
    add("stamper-closed-later", signed(expired, stamp=stamped(world, at=NOW - 40 * DAY)).evidence(lists=[tsa_closed]), PASSED)
    add("removed-from-list", signed(signer).evidence(lists=[revocation_list(issuing, [(world.second, month_ago, None)])]), PASSED, revocation="unknown")
    add("later-revocation", signed(signer).evidence(lists=[revocation_list(issuing, [(signer, NOW + 2 * DAY, None)])]), PASSED)


def _expiry(world, add):
    expired = issue("Hết hạn", world.issuing, until=NOW - 20 * DAY)
    add("expired", signed(expired), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED", signers=("Hết hạn",))
    back = (NOW - 30 * DAY).strftime("%Y-%m-%dT%H:%M:%SZ")
    add("expired-judged-in-time", signed(expired), PASSED, query={"at": back})
    old_authority = issue("CA hết hạn", world.root, authority=True, until=NOW - 20 * DAY, since=NOW - 900 * DAY)
    add("expired-authority", signed(issue("Dưới CA hết hạn", old_authority)), INDETERMINATE, "OUT_OF_BOUNDS_NO_POE", "OUT_OF_BOUNDS_NOT_REVOKED", "CERTIFICATE_CHAIN_GENERAL_FAILURE")
    still_good = revocation_list(world.issuing, updated=NOW - 25 * DAY, next_update=NOW - 15 * DAY)
    add("expired-not-revoked", signed(expired).evidence(lists=[still_good]), INDETERMINATE, "OUT_OF_BOUNDS_NOT_REVOKED", "OUT_OF_BOUNDS_NO_POE")
    revoked_then_expired = revocation_list(world.issuing, [(expired, NOW - 40 * DAY, None)], updated=NOW - 39 * DAY)
    add("expired-and-revoked", signed(expired).evidence(lists=[revoked_then_expired]), INDETERMINATE, NO_POE, "OUT_OF_BOUNDS_NO_POE")


def _long_term(world, add):
    signer = world.signer
    lists = [revocation_list(world.issuing), revocation_list(world.root)]
    add("b-lt", signed(signer, stamp=stamped(world)).evidence(lists=lists), PASSED, level="PAdES-B-LT", changes="evidence", query={"revocation": "hard"})
    lta = signed(signer, stamp=stamped(world)).evidence(lists=lists).stamp(lambda content: token(content, world.stamper, NOW - DAY / 2))
    add("b-lta", lta, PASSED, level="PAdES-B-LTA", changes="evidence")
    expired = issue("Dài hạn hết hạn", world.issuing, until=NOW - 100 * DAY)
    then = NOW - 110 * DAY
    old = [revocation_list(world.issuing, updated=then, next_update=then + 7 * DAY), revocation_list(world.root, updated=then, next_update=then + 200 * DAY)]
    add("b-lt-expired-since", signed(expired, stamp=stamped(world, at=then)).evidence(lists=old), PASSED, level="PAdES-B-LT", query={"revocation": "hard"})
    old_stamper = issue("TSA hết hạn", world.issuing, purposes=[ExtendedKeyUsageOID.TIME_STAMPING], critical_purposes=True, until=NOW - 50 * DAY)
    add("b-t-stamper-expired", signed(expired, stamp=stamped(world, at=then, stamper=old_stamper)), INDETERMINATE)
    renewed = signed(expired, stamp=stamped(world, at=then, stamper=old_stamper)).evidence(lists=old).stamp(lambda content: token(content, world.stamper, NOW - 60 * DAY))
    add("b-lta-stamper-expired", renewed, PASSED, level="PAdES-B-LTA", source="timestamp")
    twice = signed(expired, stamp=stamped(world, at=then, stamper=old_stamper)).evidence(lists=old)
    twice.stamp(lambda content: token(content, old_stamper, NOW - 60 * DAY), name="S1").evidence(lists=old + lists).stamp(lambda content: token(content, world.stamper, NOW - 55 * DAY), name="S2")
    add("b-lta-twice", twice, PASSED, level="PAdES-B-LTA", source="timestamp")
    late = signed(expired, stamp=stamped(world, at=then, stamper=old_stamper)).stamp(lambda content: token(content, world.stamper, NOW - 40 * DAY))
    add("b-lta-too-late", late, INDETERMINATE)

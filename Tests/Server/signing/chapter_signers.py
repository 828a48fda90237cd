"""Algorithms, attributes, certificates: what one signature over one file is worth."""

import base64

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from . import authority as pki
from .authority import DAY, NOW, issue
from .cases import FAILED, INDETERMINATE, PASSED, Book
from .cms import indefinite, signed_data, token
from .paper import Paper


def by(signer, **options):
    return lambda content: signed_data(content, signer, **options)


def signed(signer, *, filter="ETSI.CAdES.detached", paper=None, sign=None, **options):
    return (paper or Paper()).sign(by(signer, **options), filter=filter, **(sign or {}))


def chapter(world):
    book = Book()
    add = book.add
    _algorithms(world, add)
    _attributes(world, add)
    _certificates(world, add)
    _detached(world, add)
    return book.cases


def _algorithms(world, add):
    name = ("Nguyễn Văn Ký",)
    for hash in ("sha256", "sha384", "sha512"):
        add(f"rsa-{hash}", signed(world.signer, hash=hash), PASSED, signers=name, level="PAdES-B-B", source="claimed", kind="person")
        add(f"pss-{hash}", signed(world.signer, hash=hash, pss=True), PASSED, signers=name)
    add("pss-short-salt", signed(world.signer, pss=True, salt=20), PASSED)
    add("pss-sha1", signed(world.signer, pss=True, hash="sha1"), INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")
    add("rsa-sha1", signed(world.signer, hash="sha1"), INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")
    add("rsa-md5", signed(world.signer, hash="md5"), INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")
    for curve, hash in ((ec.SECP256R1, "sha256"), (ec.SECP384R1, "sha384"), (ec.SECP521R1, "sha512")):
        holder = issue(f"Ký {curve.name}", world.issuing, key=pki.curve_key(curve.name, curve))
        add(f"ecdsa-{curve.name}", signed(holder, hash=hash), PASSED, signers=(f"Ký {curve.name}",))
        add(f"ecdsa-{curve.name}-spoilt", signed(holder, hash=hash, spoil=True), FAILED, "SIG_CRYPTO_FAILURE")
    small = issue("Ký đường cong nhỏ", world.issuing, key=pki.curve_key("small", ec.SECP192R1))
    add("ecdsa-p192", signed(small), INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")
    edwards = issue("Ký Ed25519", world.issuing, key=pki.edwards_key("signer"))
    add("ed25519", signed(edwards, hash="sha512"), PASSED, signers=("Ký Ed25519",))
    add("ed25519-spoilt", signed(edwards, hash="sha512", spoil=True), FAILED, "SIG_CRYPTO_FAILURE")
    weak = issue("Ký RSA ngắn", world.issuing, key=pki.rsa_key("weak", 1024))
    add("rsa-1024", signed(weak), INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")
    under_weak = issue("CA yếu", world.root, key=pki.rsa_key("weak authority", 1024), authority=True)
    add("rsa-1024-authority", signed(issue("Dưới CA yếu", under_weak)), INDETERMINATE, "CRYPTO_CONSTRAINTS_FAILURE", "CRYPTO_CONSTRAINTS_FAILURE_NO_POE")
    pss_chain = issue("Chuỗi PSS", world.issuing, pss=True)
    add("pss-certificate", signed(pss_chain), PASSED)
    under_curve = issue("Dưới gốc EC", issue("CA EC", world.curve_root, key=pki.curve_key("sub"), authority=True, hash=hashes.SHA384()), key=pki.curve_key("leaf"))
    add("curve-root", signed(under_curve), PASSED)
    directly = issue("Ký thẳng dưới gốc", world.root)
    add("directly-under-root", signed(directly), PASSED)
    add("anchor-signs", signed(world.root), INDETERMINATE)


def _attributes(world, add):
    signer = world.signer
    add("spoilt-value", signed(signer, spoil=True), FAILED, "SIG_CRYPTO_FAILURE", signers=("Nguyễn Văn Ký",))
    add("wrong-digest", signed(signer, message_digest=b"\0" * 32), FAILED, "HASH_FAILURE")
    add("no-digest", signed(signer, message_digest=False), FAILED, "HASH_FAILURE", "SIG_CRYPTO_FAILURE", "FORMAT_FAILURE")
    add("no-content-type", signed(signer, content_type=None), INDETERMINATE, "SIG_CONSTRAINTS_FAILURE")
    add("wrong-content-type", signed(signer, content_type="tst_info"), INDETERMINATE, "SIG_CONSTRAINTS_FAILURE")
    add("no-reference-pades", signed(signer, reference=None), INDETERMINATE, "NO_SIGNING_CERTIFICATE_FOUND", "SIG_CONSTRAINTS_FAILURE")
    add("no-reference-adbe", signed(signer, reference=None, filter="adbe.pkcs7.detached"), PASSED, level="PKCS7")
    add("wrong-reference", signed(signer, referenced=world.second), INDETERMINATE, "NO_SIGNING_CERTIFICATE_FOUND", "SIG_CONSTRAINTS_FAILURE")
    add("wrong-reference-adbe", signed(signer, referenced=world.second, filter="adbe.pkcs7.detached"), INDETERMINATE, "NO_SIGNING_CERTIFICATE_FOUND", "SIG_CONSTRAINTS_FAILURE")
    add("reference-v1", signed(signer, reference=("v1",)), PASSED)
    add("reference-sha512", signed(signer, reference=("v2", "sha512")), PASSED)
    add("no-attributes-pades", signed(signer, attributes=False), INDETERMINATE, "SIG_CONSTRAINTS_FAILURE", "NO_SIGNING_CERTIFICATE_FOUND")
    add("no-attributes-adbe", signed(signer, attributes=False, filter="adbe.pkcs7.detached"), PASSED)
    add("two-signers", signed(signer, also=[world.second]), FAILED, "FORMAT_FAILURE")
    add("no-signer", Paper().sign(lambda content: signed_data(content, None, certificates=[world.signer])), FAILED, "FORMAT_FAILURE")
    add("embedded-content", Paper().sign(lambda content: signed_data(content, signer, embed=b"other")), FAILED, "FORMAT_FAILURE", "HASH_FAILURE")
    add("no-certificates", signed(signer, certificates=[]), INDETERMINATE, "NO_SIGNING_CERTIFICATE_FOUND")
    add("key-identifier", signed(signer, identifier="ski"), PASSED, signers=("Nguyễn Văn Ký",))
    add("without-intermediate", signed(signer, certificates=[signer]), INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND")
    add("intermediate-in-store", signed(signer, certificates=[signer]).evidence(certificates=[world.issuing.der]), PASSED, changes="evidence")
    add("signer-in-store", signed(signer, certificates=[]).evidence(certificates=[signer.der, world.issuing.der]), PASSED, signers=("Nguyễn Văn Ký",))
    add("no-signing-time", signed(signer, signing_time=None), PASSED)
    add("garbage-contents", Paper().sign(None, contents=b"\x30\x82\xff\xff" + b"garbage" * 40), FAILED, "FORMAT_FAILURE")
    add("empty-contents", Paper().sign(None, contents=b""), FAILED, "FORMAT_FAILURE")
    add("trailing-garbage", Paper().sign(lambda content: signed_data(content, signer) + b"\1\2\3garbage"), FAILED, "FORMAT_FAILURE")
    add("other-content-signed", Paper().sign(lambda content: signed_data(content + b"x", signer)), FAILED, "HASH_FAILURE")
    add("unknown-sub-filter", signed(signer, filter="x.unknown"), INDETERMINATE, "SIG_CONSTRAINTS_FAILURE", "FORMAT_FAILURE")
    add("digest-name-differs", signed(signer, digest_named="sha512"), PASSED)


def _certificates(world, add):
    add("seal", signed(world.seal), PASSED, kind="seal", signers=("Ủy ban nhân dân thành phố Mẫu",))
    add("person", signed(world.second), PASSED, kind="person")
    stranger = issue("Người lạ", world.stranger)
    add("untrusted-root", signed(stranger), INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND", signers=("Người lạ",))
    add("untrusted-root-included", signed(stranger, certificates=[stranger, world.stranger]), INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND")
    add("self-signed", signed(issue("Tự ký")), INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND")
    twin = issue("CA gốc thử nghiệm", authority=True, key=pki.rsa_key("twin"))
    add("root-of-same-name", signed(issue("Dưới gốc giả", twin), certificates=[issue("Dưới gốc giả", twin), twin]), INDETERMINATE)
    false = issue("Dưới gốc giả 2", twin)
    add("root-of-same-name-2", signed(false, certificates=[false, twin, world.root]), INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND", "CERTIFICATE_CHAIN_GENERAL_FAILURE")
    usage = pki.SIGNING | dict(digital_signature=False, content_commitment=False, key_encipherment=True)
    add("wrong-key-usage", signed(issue("Chỉ mã hóa", world.issuing, usage=usage)), INDETERMINATE, "CHAIN_CONSTRAINTS_FAILURE", "SIG_CONSTRAINTS_FAILURE")
    only = pki.SIGNING | dict(content_commitment=False)
    add("digital-signature-only", signed(issue("Chỉ chữ ký số", world.issuing, usage=only)), PASSED)
    add("no-key-usage", signed(issue("Không ghi mục đích", world.issuing, usage=False)), PASSED)
    tls = issue("may-chu.vn", world.issuing, purposes=[ExtendedKeyUsageOID.SERVER_AUTH], critical_purposes=True)
    add("tls-certificate", signed(tls), INDETERMINATE, "CHAIN_CONSTRAINTS_FAILURE", "SIG_CONSTRAINTS_FAILURE")
    for label, purpose in (("email", ExtendedKeyUsageOID.EMAIL_PROTECTION), ("document", pki.DOCUMENT_SIGNING), ("client", ExtendedKeyUsageOID.CLIENT_AUTH)):
        add(f"purpose-{label}", signed(issue(f"Mục đích {label}", world.issuing, purposes=[purpose])), PASSED)
    add("stamper-signs", signed(world.stamper), INDETERMINATE, "CHAIN_CONSTRAINTS_FAILURE", "SIG_CONSTRAINTS_FAILURE")
    leaf_issues = issue("Con của người ký", world.signer)
    add("leaf-as-authority", signed(leaf_issues), INDETERMINATE, "CERTIFICATE_CHAIN_GENERAL_FAILURE", "CHAIN_CONSTRAINTS_FAILURE", "NO_CERTIFICATE_CHAIN_FOUND")
    short = issue("CA không có cấp dưới", world.root, authority=True, path_length=0)
    below = issue("CA vượt độ dài", short, authority=True)
    add("path-length", signed(issue("Vượt độ dài", below)), INDETERMINATE, "CERTIFICATE_CHAIN_GENERAL_FAILURE", "CHAIN_CONSTRAINTS_FAILURE", "NO_CERTIFICATE_CHAIN_FOUND")
    no_sign = issue("CA không được ký", world.root, authority=True, usage=pki.ISSUING | dict(key_cert_sign=False))
    add("authority-without-cert-sign", signed(issue("Dưới CA không được ký", no_sign)), INDETERMINATE,
        "CERTIFICATE_CHAIN_GENERAL_FAILURE", "CHAIN_CONSTRAINTS_FAILURE", "NO_CERTIFICATE_CHAIN_FOUND")
    bounded = issue("CA giới hạn tên", world.root, authority=True, extensions=[(x509.NameConstraints(
        [x509.DirectoryName(x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "XX")]))], None), True)])
    add("name-constraints", signed(issue("Ngoài phạm vi tên", bounded)), INDETERMINATE, "CERTIFICATE_CHAIN_GENERAL_FAILURE", "CHAIN_CONSTRAINTS_FAILURE")
    unknown = issue("Phần mở rộng lạ", world.issuing, extensions=[(x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4.5"), b"\x05\x00"), True)])
    add("unknown-critical-extension", signed(unknown), INDETERMINATE, "CERTIFICATE_CHAIN_GENERAL_FAILURE", "CHAIN_CONSTRAINTS_FAILURE")
    for label, type_ in (("bmp", 30), ("utf8", 12)):
        pieces = [x509.NameAttribute(NameOID.COMMON_NAME, "Ngô Đình Ước", x509.name._ASN1Type(type_))]
        add(f"name-{label}", signed(issue(f"tên {label}", world.issuing, subject=pieces)), PASSED, signers=("Ngô Đình Ước",))
    decomposed = "Nguyễn Thị Hường"
    import unicodedata
    holder = issue("tên nfd", world.issuing, subject=[x509.NameAttribute(NameOID.COMMON_NAME, unicodedata.normalize("NFD", decomposed))])
    add("name-decomposed", signed(holder), PASSED, signers=(decomposed,))
    uid = issue("uid", world.issuing, subject=[x509.NameAttribute(NameOID.COMMON_NAME, "Lê Thị Uyên"), x509.NameAttribute(NameOID.USER_ID, "CCCD:001234567890")])
    add("person-by-identifier", signed(uid), PASSED, kind="person")
    tax = issue("mst", world.issuing, subject=[x509.NameAttribute(NameOID.COMMON_NAME, "CÔNG TY TNHH MẪU"), x509.NameAttribute(NameOID.USER_ID, "MST:0101234567")])
    add("seal-by-tax-code", signed(tax), PASSED, kind="seal")
    only_organisation = issue("chỉ O", world.issuing, subject=[x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sở Nội vụ")])
    add("organisation-without-name", signed(only_organisation), PASSED, kind="seal", signers=("Sở Nội vụ",))


def _detached(world, add):
    content = "Nghị quyết số 5".encode() * 50
    signer = world.signer
    add("cades", content, PASSED, signature=signed_data(content, signer), level="CAdES-B-B", signers=("Nguyễn Văn Ký",))
    add("cades-pss", content, PASSED, signature=signed_data(content, signer, pss=True))
    add("cades-tampered", content + b"!", FAILED, "HASH_FAILURE", signature=signed_data(content, signer))
    add("cades-spoilt", content, FAILED, "SIG_CRYPTO_FAILURE", signature=signed_data(content, signer, spoil=True))
    add("cades-encapsulated-same", content, PASSED, signature=signed_data(content, signer, embed=content))
    add("cades-encapsulated-other", content, FAILED, signature=signed_data(b"other", signer, embed=b"other"))
    add("cades-two-signers", content, PASSED, signature=signed_data(content, signer, also=[world.second]), each=(PASSED, PASSED))
    add("cades-empty-content", b"", PASSED, signature=signed_data(b"", signer))
    add("cades-stamped", content, PASSED, signature=signed_data(content, signer, stamp=lambda value: token(value, world.stamper, NOW - DAY)), level="CAdES-B-T", source="timestamp")
    add("pkcs7-detached", content, PASSED, signature=signed_data(content, signer, reference=None), level="PKCS7")
    add("pkcs7-no-attributes", content, PASSED, signature=signed_data(content, signer, attributes=False))
    add("cades-crlf", b"a\r\nb\nc\r", PASSED, signature=signed_data(b"a\r\nb\nc\r", signer))
    add("cades-crlf-changed", b"a\nb\nc\r", FAILED, "HASH_FAILURE", signature=signed_data(b"a\r\nb\nc\r", signer))
    plain = signed_data(content, signer)
    add("cades-pem", content, PASSED, signature=b"-----BEGIN PKCS7-----\n" + base64.encodebytes(plain) + b"-----END PKCS7-----\n")
    add("cades-base64", content, PASSED, signature=base64.encodebytes(plain))
    add("cades-indefinite-lengths", content, PASSED, signature=indefinite(plain))
    add("cades-no-signer", content, "422", signature=b"not a signature")
    add("cades-untrusted", content, INDETERMINATE, "NO_CERTIFICATE_CHAIN_FOUND", signature=signed_data(content, issue("Người lạ p7s", world.stranger)))
    empty = signed_data(content, None, certificates=[signer])
    add("cades-zero-signers", content, INDETERMINATE, signature=empty)

"""A small public key infrastructure: authorities, signers, revocation lists, OCSP answers."""

import functools
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

NOW = datetime.now(timezone.utc).replace(microsecond=0)
DAY = timedelta(days=1)
ORGANISATION_IDENTIFIER = ObjectIdentifier("2.5.4.97")
DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")


@functools.cache
def rsa_key(name, bits=2048):
    return rsa.generate_private_key(65537, bits)


@functools.cache
def curve_key(name, curve=ec.SECP256R1):
    return ec.generate_private_key(curve())


@functools.cache
def edwards_key(name):
    return ed25519.Ed25519PrivateKey.generate()


@dataclass(eq=False)
class Identity:
    """A certificate with its key and the certificates above it."""

    certificate: x509.Certificate
    key: object
    above: list = field(default_factory=list)

    @property
    def der(self):
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def asn1(self):
        return asn1_x509.Certificate.load(self.der)

    @property
    def issuer(self):
        return self.above[0] if self.above else self

    @property
    def path(self):
        """The holder and the intermediates, without the root."""
        return [self, *self.above[:-1]] if self.above else [self]


SIGNING = dict(digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
               encipher_only=False, decipher_only=False)
ISSUING = SIGNING | dict(digital_signature=False, content_commitment=False, key_cert_sign=True, crl_sign=True)


def issue(name, issuer=None, *, key=None, authority=False, since=NOW - 300 * DAY, until=NOW + 300 * DAY, usage=None, purposes=(), critical_purposes=False, hash=hashes.SHA256(),
          organisation=None, organisation_identifier=None, extensions=(), pss=False, path_length=None, constraints=True, subject=None):
    """A certificate for `name`; without `issuer` it signs itself."""
    key = key or rsa_key(name)
    parts = subject or [x509.NameAttribute(NameOID.COUNTRY_NAME, "VN")]
    if not subject:
        if organisation:
            parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
        if organisation_identifier:
            parts.append(x509.NameAttribute(ORGANISATION_IDENTIFIER, organisation_identifier))
        parts.append(x509.NameAttribute(NameOID.COMMON_NAME, name))
    own_name = x509.Name(parts)
    signing_key = issuer.key if issuer else key
    builder = (x509.CertificateBuilder().subject_name(own_name).issuer_name(issuer.certificate.subject if issuer else own_name).public_key(key.public_key())
               .serial_number(x509.random_serial_number()).not_valid_before(since).not_valid_after(until)
               .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False))
    if constraints:
        builder = builder.add_extension(x509.BasicConstraints(authority, path_length if authority else None), True)
    usage = usage if usage is not None else ISSUING if authority else SIGNING
    if usage:
        builder = builder.add_extension(x509.KeyUsage(**usage), True)
    if purposes:
        builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical_purposes)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    algorithm = None if isinstance(signing_key, ed25519.Ed25519PrivateKey) else hash
    options = {"rsa_padding": padding.PSS(padding.MGF1(hash), hash.digest_size)} if pss else {}
    certificate = builder.sign(signing_key, algorithm, **options)
    return Identity(certificate, key, [issuer, *issuer.above] if issuer else [])


def revocation_list(authority, revoked=(), *, updated=NOW - DAY, next_update=NOW + 7 * DAY, key=None, extensions=()):
    """DER of a list; `revoked` holds (identity, time, reason or None)."""
    builder = x509.CertificateRevocationListBuilder().issuer_name(authority.certificate.subject).last_update(updated).next_update(next_update)
    builder = builder.add_extension(x509.CRLNumber(1), False)
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    for identity, time, reason in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(identity.certificate.serial_number).revocation_date(time)
        if reason:
            entry = entry.add_extension(x509.CRLReason(reason), False)
        builder = builder.add_revoked_certificate(entry.build())
    signing_key = key or authority.key
    algorithm = None if isinstance(signing_key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    return builder.sign(signing_key, algorithm).public_bytes(serialization.Encoding.DER)


def answer(identity, responder=None, *, revoked_at=None, reason=None, updated=NOW - DAY, next_update=NOW + 7 * DAY, unknown=False, hash=hashes.SHA1(), embed=True):
    """DER of an OCSP response about `identity`, by its issuer or a delegate."""
    issuer = identity.issuer
    responder = responder or issuer
    status = ocsp.OCSPCertStatus.UNKNOWN if unknown else ocsp.OCSPCertStatus.REVOKED if revoked_at else ocsp.OCSPCertStatus.GOOD
    builder = (ocsp.OCSPResponseBuilder()
               .add_response(cert=identity.certificate, issuer=issuer.certificate, algorithm=hash, cert_status=status, this_update=updated, next_update=next_update,
                             revocation_time=revoked_at, revocation_reason=reason)
               .responder_id(ocsp.OCSPResponderEncoding.HASH, responder.certificate))
    if responder is not issuer and embed:
        builder = builder.certificates([responder.certificate])
    return builder.sign(responder.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


class World:
    """What is trusted, and those who sign."""

    def __init__(self):
        self.root = issue("CA gốc thử nghiệm", authority=True, since=NOW - 3000 * DAY, until=NOW + 3000 * DAY)
        self.curve_root = issue("CA gốc đường cong", key=curve_key("root", ec.SECP384R1), authority=True, since=NOW - 3000 * DAY, until=NOW + 3000 * DAY, hash=hashes.SHA384())
        self.issuing = issue("CA cấp dưới", self.root, authority=True, since=NOW - 2000 * DAY, until=NOW + 2000 * DAY)
        self.stranger = issue("CA không tin cậy", authority=True)
        self.signer = issue("Nguyễn Văn Ký", self.issuing, organisation="Văn phòng UBND")
        self.second = issue("Trần Thị Duyệt", self.issuing, organisation="UBND thành phố", key=curve_key("second"))
        self.seal = issue("Ủy ban nhân dân thành phố Mẫu", self.issuing, organisation="Ủy ban nhân dân thành phố Mẫu", organisation_identifier="VATVN-0100000001")
        self.stamper = issue("Dấu thời gian thử nghiệm", self.issuing, purposes=[ExtendedKeyUsageOID.TIME_STAMPING], critical_purposes=True)
        self.responder = issue("Trả lời OCSP", self.issuing, purposes=[ExtendedKeyUsageOID.OCSP_SIGNING])
        self.anchors = [self.root, self.curve_root]

    def write_trust(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        for number, anchor in enumerate(self.anchors):
            (folder / f"anchor-{number}.pem").write_bytes(anchor.pem)
        return folder


@functools.cache
def world():
    return World()

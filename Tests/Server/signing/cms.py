"""CMS SignedData in every right and wrong shape."""

import hashlib

from asn1crypto import algos, cms, core, crl, ocsp, tsp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, utils

from pyhanko.sign import signers as _  # noqa: F401 – registers attributes of its own, which must happen before the first is used

from .authority import NOW

HASHES = {name: getattr(hashes, name.upper()) for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")}


def digest(name, content):
    return hashlib.new(name, content).digest()


def _signature(key, content, hash, pss, salt):
    if isinstance(key, ed25519.Ed25519PrivateKey):
        return algos.SignedDigestAlgorithm({"algorithm": "ed25519"}), key.sign(content)
    chosen = HASHES[hash]()
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return algos.SignedDigestAlgorithm({"algorithm": f"{hash}_ecdsa"}), key.sign(content, ec.ECDSA(chosen))
    if pss:
        salt = chosen.digest_size if salt is None else salt
        parameters = algos.RSASSAPSSParams({
            "hash_algorithm": {"algorithm": hash}, "mask_gen_algorithm": {"algorithm": "mgf1", "parameters": {"algorithm": hash}}, "salt_length": salt})
        return (algos.SignedDigestAlgorithm({"algorithm": "rsassa_pss", "parameters": parameters}),
                key.sign(content, padding.PSS(padding.MGF1(chosen), salt), chosen))
    return algos.SignedDigestAlgorithm({"algorithm": f"{hash}_rsa" if hash != "md5" else "md5_rsa"}), key.sign(content, padding.PKCS1v15(), chosen)


def _attribute(kind, *values):
    return cms.CMSAttribute({"type": kind, "values": list(values)})


class _Lists(core.SequenceOf):
    _child_spec = crl.CertificateList


class _Answers(core.SequenceOf):
    _child_spec = ocsp.OCSPResponse


class RevocationArchive(core.Sequence):
    """Adobe's attribute with revocation lists and OCSP answers."""

    _fields = [("crl", _Lists, {"explicit": 0, "optional": True}), ("ocsp", _Answers, {"explicit": 1, "optional": True})]


class _Archives(core.SetOf):
    _child_spec = RevocationArchive


cms.CMSAttributeType._map["1.2.840.113583.1.1.8"] = "adobe_revocation_info_archival"
cms.CMSAttribute._oid_specs["adobe_revocation_info_archival"] = _Archives


def certificate_reference(identity, version="v2", hash="sha256"):
    value = digest("sha1" if version == "v1" else hash, identity.der)
    if version == "v1":
        return _attribute("signing_certificate", tsp.SigningCertificate({"certs": [{"cert_hash": value}]}))
    certificate = {"cert_hash": value}
    if hash != "sha256":
        certificate["hash_algorithm"] = {"algorithm": hash}
    return _attribute("signing_certificate_v2", tsp.SigningCertificateV2({"certs": [certificate]}))


def signed_data(content, signer, *, hash="sha256", pss=False, salt=None, reference="v2", referenced=None, content_type="data", message_digest=None, attributes=True, signing_time=NOW,
                also=(), embed=None, certificates=None, identifier="issuer", stamp=None, lists=(), answers=(), spoil=False, more=(), inner_type="data", unsigned=(), digest_named=None):
    """DER of a SignedData over `content`. Every keyword makes it wrong or special in one way."""
    def information(identity):
        algorithm = digest_named or hash
        if attributes:
            list_ = []
            if content_type:
                list_.append(_attribute("content_type", content_type))
            value = digest(algorithm, content) if message_digest is None else message_digest
            if value is not False:
                list_.append(_attribute("message_digest", core.OctetString(value)))
            if signing_time:
                list_.append(_attribute("signing_time", cms.Time({"utc_time": signing_time})))
            if reference:
                list_.append(certificate_reference(referenced or identity, *((reference, ) if isinstance(reference, str) else reference)))
            if lists or answers:
                archive = {}
                if lists:
                    archive["crl"] = [crl.CertificateList.load(one) for one in lists]
                if answers:
                    archive["ocsp"] = [ocsp.OCSPResponse.load(one) for one in answers]
                list_.append(_attribute("adobe_revocation_info_archival", RevocationArchive(archive)))
            list_ += list(more)
            signed = cms.CMSAttributes(list_)
            body = signed.dump()
        else:
            signed, body = None, content
        kind, value = _signature(identity.key, body, hash, pss, salt)
        if spoil:
            value = value[:-1] + bytes([value[-1] ^ 1])
        fields = {
            "version": "v1" if identifier == "issuer" else "v3",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": {"issuer": identity.asn1.issuer, "serial_number": identity.asn1.serial_number}}) if identifier == "issuer"
            else cms.SignerIdentifier({"subject_key_identifier": identity.asn1.key_identifier}),
            "digest_algorithm": {"algorithm": algorithm}, "signature_algorithm": kind, "signature": value}
        if signed is not None:
            fields["signed_attrs"] = signed
        extra = list(unsigned)
        if stamp:
            extra.append(_attribute("signature_time_stamp_token", cms.ContentInfo.load(stamp(value))))
        if extra:
            fields["unsigned_attrs"] = cms.CMSAttributes(extra)
        return cms.SignerInfo(fields)

    signers = [signer, *also] if signer else []
    held = certificates if certificates is not None else [one for each in signers for one in each.path]
    encapsulated = {"content_type": inner_type}
    if embed is not None:
        # Wrapped by hand: the library forgets the explicit tag where the type is open.
        encapsulated["content"] = core.OctetString(embed, explicit=0) if inner_type == "data" else cms.ParsableOctetString(embed, explicit=0)
    data = cms.SignedData({
        "version": "v1" if inner_type == "data" and identifier == "issuer" else "v3", "digest_algorithms": [{"algorithm": hash}], "encap_content_info": encapsulated, "certificates": [one.asn1 for one in held],
        "signer_infos": [information(one) for one in signers]})
    return cms.ContentInfo({"content_type": "signed_data", "content": data}).dump()


def indefinite(der, levels=4):
    """The same in BER: the outer levels without lengths, as streaming signers write them."""
    def head(data):
        if data[1] < 0x80:
            return 2, data[1]
        count = data[1] & 0x7F
        return 2 + count, int.from_bytes(data[2:2 + count], "big")

    start, length = head(der)
    if not levels or not der[0] & 0x20:
        return der[:start + length]
    body, out = der[start:start + length], b""
    while body:
        inner, size = head(body)
        out += indefinite(body[:inner + size], levels - 1)
        body = body[inner + size:]
    return bytes([der[0], 0x80]) + out + b"\0\0"


def token(imprinted, stamper, at=NOW, *, hash="sha256", imprint=None, **options):
    """A time-stamp token over `imprinted` (RFC 3161)."""
    information = tsp.TSTInfo({
        "version": "v1", "policy": "1.2.3.4", "message_imprint": {"hash_algorithm": {"algorithm": hash}, "hashed_message": imprint or digest(hash, imprinted)},
        "serial_number": 7, "gen_time": at}).dump()
    return signed_data(information, stamper, content_type="tst_info", inner_type="tst_info", embed=information, signing_time=None, **options)

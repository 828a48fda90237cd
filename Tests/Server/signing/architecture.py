"""A public key infrastructure that certomancer runs: certificates, revocation lists, OCSP answers and time-stamps as its services give them."""

import functools
import tempfile
from datetime import timezone
from pathlib import Path

import yaml
from asn1crypto import ocsp, pem
from certomancer.registry import ArchLabel, CertLabel, CertomancerConfig, KeyLabel, ServiceLabel
from cryptography.hazmat.primitives import serialization
from pyhanko.sign import signers, timestamps
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .authority import DAY, NOW, rsa_key

KEYS = ("root", "interm", "ocsp", "tsa", "signer")
REVOKED = NOW - 30 * DAY


def _time(when):
    return when.strftime("%Y-%m-%dT%H:%M:%S+0000")


def _certificate(subject, key, issuer="interm", since=NOW - 300 * DAY, until=NOW + 300 * DAY, **more):
    return {"subject": subject, "subject-key": key, "issuer": issuer, "validity": {"valid-from": _time(since), "valid-to": _time(until)}} | more


def _usage(*bits):
    return {"extensions": [{"id": "key_usage", "critical": True, "smart-value": {"schema": "key-usage", "params": list(bits)}}]}


def _configuration():
    signing = {"profiles": ["digsig-commitment"]}
    authority = lambda **params: {"profiles": [{"id": "simple-ca", "params": params}]}
    names = {
        "root": "Certomancer: gốc", "interm": "Certomancer: CA cấp dưới", "ocsp": "Certomancer: OCSP", "tsa": "Certomancer: dấu thời gian", "signer": "Lê Văn Chứng",
        "revoked": "Phạm Bị Thu Hồi", "expired": "Hoàng Hết Hạn", "encipherer": "Đỗ Sai Mục Đích"}
    return {
        "external-url-prefix": "http://pki.invalid",
        "keysets": {"all": {"keys": {name: {"path": f"{name}.pem"} for name in KEYS}}},
        "pki-architectures": {"house": {
            "keyset": "all", "entity-defaults": {"country-name": "VN", "organization-name": "Thử nghiệm"},
            "entities": {label: {"common-name": name} for label, name in names.items()},
            "certs": {
                "root": _certificate("root", "root", "root", NOW - 2000 * DAY, NOW + 2000 * DAY, **authority(**{"crl-repo": "root"})),
                "interm": _certificate("interm", "interm", "root", NOW - 1900 * DAY, NOW + 1900 * DAY, **authority(**{"crl-repo": "interm", "ocsp-service": "interm", "max-path-len": 0})),
                "ocsp": _certificate("ocsp", "ocsp", profiles=["ocsp-responder"]),
                "tsa": _certificate("tsa", "tsa", extensions=[
                    {"id": "key_usage", "critical": True, "smart-value": {"schema": "key-usage", "params": ["digital_signature"]}},
                    {"id": "extended_key_usage", "critical": True, "value": ["time_stamping"]}]),
                "signer": _certificate("signer", "signer", **signing),
                "revoked": _certificate("revoked", "signer", revocation={"revoked-since": _time(REVOKED), "reason": "key_compromise"}, **signing),
                "expired": _certificate("expired", "signer", until=NOW - 5 * DAY, **signing),
                "encipherer": _certificate("encipherer", "signer", **_usage("key_encipherment")),
            },
            "services": {
                "ocsp": {"interm": {"for-issuer": "interm", "responder-cert": "ocsp", "signing-key": "ocsp"}},
                "crl-repo": {
                    "root": {"for-issuer": "root", "signing-key": "root", "simulated-update-schedule": "P90D"},
                    "interm": {"for-issuer": "interm", "signing-key": "interm", "simulated-update-schedule": "P7D"}},
                "time-stamping": {"tsa": {"signing-key": "tsa", "signing-cert": "tsa"}},
            },
        }},
    }


class Architecture:
    def __init__(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in KEYS:
                key = rsa_key(f"certomancer {name}")
                (Path(folder) / f"{name}.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
            self.arch = CertomancerConfig.from_yaml(yaml.safe_dump(_configuration()), key_search_dir=folder).get_pki_arch(ArchLabel("house"))
        self.services = self.arch.service_registry

    def certificate(self, label):
        return self.arch.get_cert(CertLabel(label))

    @property
    def pem(self):
        return pem.armor("CERTIFICATE", self.certificate("root").dump())

    def signer(self, label, *, above=("interm",)):
        """pyHanko's signer; `above` is what travels with the signature."""
        store = SimpleCertificateStore()
        store.register_multiple([self.certificate(one) for one in above])
        return signers.SimpleSigner(signing_cert=self.certificate(label), signing_key=self.arch.key_set.get_private_key(KeyLabel("signer")), cert_registry=store)

    def revocation_list(self, label, at=NOW):
        return self.services.get_crl(ServiceLabel(label), at_time=at.astimezone(timezone.utc))

    def answer(self, label, at=NOW):
        """What the OCSP responder says about a certificate below the intermediate."""
        issuer = self.certificate("interm")
        about = ocsp.CertId({
            "hash_algorithm": {"algorithm": "sha1"}, "issuer_name_hash": issuer.subject.sha1, "issuer_key_hash": issuer.public_key.sha1,
            "serial_number": self.certificate(label).serial_number})
        request = ocsp.OCSPRequest({"tbs_request": ocsp.TBSRequest({"request_list": [ocsp.Request({"req_cert": about})]})})
        return self.services.summon_responder(ServiceLabel("interm"), at_time=at.astimezone(timezone.utc)).build_ocsp_response(request)

    def stamper(self, at=NOW):
        return _Stamper(self.services.summon_timestamper(ServiceLabel("tsa"), at_time=at.astimezone(timezone.utc)))

    def context(self, label="signer", at=NOW):
        """Everything pyHanko needs to gather long-term evidence without a network."""
        return ValidationContext(
            trust_roots=[self.certificate("root")], other_certs=[self.certificate(one) for one in ("interm", "ocsp", "tsa")], allow_fetching=False, revocation_mode="soft-fail",
            crls=[self.revocation_list("root").dump(), self.revocation_list("interm").dump()], ocsps=[self.answer(label).dump()])


class _Stamper(timestamps.TimeStamper):
    def __init__(self, service):
        super().__init__()
        self.service = service

    async def async_request_tsa_response(self, req):
        return self.service.request_tsa_response(req)


@functools.cache
def architecture():
    return Architecture()

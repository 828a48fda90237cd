"""What pyHanko says of the same files, asked as kindly as it can be: with our anchors, without a network, with its AdES process where the plain one does not pass."""

import asyncio
import io
import logging

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.policy_decl import LocalKnowledge, PdfSignatureValidationSpec, RevinfoOnlineFetchingRule, RevocationInfoGatheringSpec, SignatureValidationSpec
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, REQUIRE_REVINFO, RevocationCheckingPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager

from .architecture import architecture
from .authority import world

# Either bit will do for signing a document; pyHanko wants nonRepudiation unless told otherwise.
USAGE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)


def _anchors():
    return [x509.Certificate.load(anchor.der) for anchor in world().anchors] + [architecture().certificate("root")]


def _intermediates():
    """Ours finds a time-stamper's issuer among the signature's certificates; pyHanko has to be handed it."""
    return [world().issuing.asn1, architecture().certificate("interm")]


def passes(content, *, hard=False):
    """Whether every signature passes; false as well where the reader gives up on the file."""
    logging.disable(logging.CRITICAL)
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        if reader.encrypted:
            reader.decrypt("")
        signatures = reader.embedded_regular_signatures
        return all([_plain(one, reader, hard) or _has_proof(one, reader) and _ades(one, hard) for one in signatures]) if signatures else False
    except Exception:
        return False
    finally:
        logging.disable(logging.NOTSET)


def _has_proof(signature, reader):
    return "/DSS" in reader.root or bool(reader.embedded_timestamp_signatures) or _is_stamped(signature)


def _is_stamped(signature):
    unsigned = signature.signer_info["unsigned_attrs"]
    return any(one["type"].native == "signature_time_stamp_token" for one in unsigned or ())


def _plain(signature, reader, hard):
    def context(**more):
        settings = dict(trust_roots=_anchors(), allow_fetching=False, revocation_mode="require" if hard else "soft-fail", **more)
        return DocumentSecurityStore.read_dss(reader).as_validation_context(settings) if "/DSS" in reader.root else ValidationContext(**settings)

    try:
        stamps = context(other_certs=_intermediates())
        return validate_pdf_signature(signature, signer_validation_context=context(), ts_validation_context=stamps, key_usage_settings=USAGE).bottom_line
    except Exception:
        return False


def _ades(signature, hard):
    rule = REQUIRE_REVINFO if hard else RevocationCheckingPolicy.from_legacy("soft-fail")
    policy = CertValidationPolicySpec(trust_manager=SimpleTrustManager.build(trust_roots=_anchors()), revinfo_policy=CertRevTrustPolicy(rule))
    spec = SignatureValidationSpec(
        cert_validation_policy=policy, local_knowledge=LocalKnowledge(known_certs=_intermediates()), key_usage_settings=USAGE, revinfo_gathering_policy=RevocationInfoGatheringSpec(online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY))
    try:
        return asyncio.run(ades_lta_validation(signature, PdfSignatureValidationSpec(spec))).ades_subindic == AdESPassed.OK
    except Exception:
        return False

"""Independent look at what was made: pyHanko with the demo root as its only anchor, no network."""
import datetime
import json
import logging

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

# What pyHanko finds is printed below; its traces of every refused change are not.
logging.getLogger('pyhanko').setLevel(logging.CRITICAL)

AT = datetime.datetime(2026, 11, 23, 2, 0, tzinfo=datetime.timezone.utc)


def check(folder):
    root = x509.Certificate.load(pem.unarmor((folder / 'trust' / 'demo-root.pem').read_bytes())[2])
    good = True
    for paper in json.loads((folder / 'manifest.json').read_text(encoding='utf-8'))['papers']:
        with open(folder / paper['file'], 'rb') as file:
            signatures = PdfFileReader(file).embedded_regular_signatures
            good &= len(signatures) == len(paper['signatures'])
            if not signatures:
                print(f'NO_SIGNATURE  {paper["file"]}')
            for signature, entry in zip(signatures, paper['signatures']):
                context = ValidationContext(trust_roots=[root], moment=AT, allow_fetching=False, revocation_mode='soft-fail')
                status = validate_pdf_signature(signature, context)
                level = status.modification_level
                passed = status.bottom_line
                changed = level == ModificationLevel.OTHER if level is not None else True
                name = status.signing_cert.subject.native.get('common_name')
                fine = name == entry['signer'] and passed == (entry['indication'] == 'TOTAL_PASSED') and changed == (entry['indication'] == 'TOTAL_FAILED')
                good &= fine
                print(f'{"as expected" if fine else "UNEXPECTED "}  {"passed" if passed else "failed"}  intact={status.intact} valid={status.valid} trusted={status.trusted} '
                      f'changes={level.name if level else None} coverage={status.coverage.name}  {name}  {paper["file"]}')
    return bool(good)

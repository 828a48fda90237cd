"""The demo certificates and the acts on a signed paper. Keys live in this process alone and end with it."""
import datetime
import io

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from freezegun import freeze_time
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

ORGANISATION_IDENTIFIER = x509.ObjectIdentifier('2.5.4.97')
NOTICE = 'không có giá trị pháp lý'
SINCE = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
UNTIL = datetime.datetime(2036, 12, 31, 23, 59, 59, tzinfo=datetime.timezone.utc)
LISTED = datetime.datetime(2026, 11, 20, tzinfo=datetime.timezone.utc)


def new_key(kind):
    return rsa.generate_private_key(65537, 3072) if kind == 'RSA-3072' else ec.generate_private_key(ec.SECP256R1())


def name(common, organisation, title=None, identifier=None):
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, 'VN'), x509.NameAttribute(NameOID.LOCALITY_NAME, 'Hà Nội'), x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)]
    if identifier:
        parts.append(x509.NameAttribute(ORGANISATION_IDENTIFIER, identifier))
    if title:
        parts.append(x509.NameAttribute(NameOID.TITLE, title))
    return x509.Name(parts + [x509.NameAttribute(NameOID.COMMON_NAME, common)])


class Authority:
    """Root and issuing authority; both say in their names that they are for demonstration only."""

    def __init__(self):
        organisation = f'eCabinet DEMO ({NOTICE})'
        self.root_key, self.key = new_key('RSA-3072'), new_key('RSA-3072')
        root = name(f'eCabinet DEMO – CA gốc ({NOTICE})', organisation)
        issuing = name(f'eCabinet DEMO – CA cơ quan ({NOTICE})', organisation)
        self.root = self._issue(root, self.root_key.public_key(), root, self.root_key, depth=1)
        self.issuing = self._issue(issuing, self.key.public_key(), root, self.root_key, depth=0)

    def _issue(self, subject, public, issuer, key, depth=None):
        usage = dict(digital_signature=depth is None, content_commitment=depth is None, key_cert_sign=depth is not None, crl_sign=depth is not None,
                     key_encipherment=False, data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False)
        return (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public).serial_number(x509.random_serial_number())
                .not_valid_before(SINCE).not_valid_after(UNTIL)
                .add_extension(x509.BasicConstraints(ca=depth is not None, path_length=depth), critical=True)
                .add_extension(x509.KeyUsage(**usage), critical=True)
                .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
                .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
                .sign(key, hashes.SHA256()))

    def signer(self, subject, kind):
        key = new_key(kind)
        load = lambda certificate: asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
        store = SimpleCertificateStore()
        store.register(load(self.issuing))
        private = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        return signers.SimpleSigner(signing_cert=load(self._issue(subject, key.public_key(), self.issuing.subject, self.key)),
                                    signing_key=asn1_keys.PrivateKeyInfo.load(private), cert_registry=store)

    def publish(self, folder):
        """The root as PEM; empty revocation lists of both, so that a status can be had without a network."""
        (folder / 'crl').mkdir(parents=True, exist_ok=True)
        (folder / 'demo-root.pem').write_bytes(self.root.public_bytes(serialization.Encoding.PEM))
        for file, certificate, key in [('demo-root.crl', self.root, self.root_key), ('demo-issuing.crl', self.issuing, self.key)]:
            crl = (x509.CertificateRevocationListBuilder().issuer_name(certificate.subject).last_update(LISTED).next_update(UNTIL)
                   .add_extension(x509.CRLNumber(1), critical=False)
                   .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False).sign(key, hashes.SHA256()))
            (folder / 'crl' / file).write_bytes(crl.public_bytes(serialization.Encoding.PEM))


def sign(pdf, signer, field, at, box=None, page=0, appearance=None):
    """One more revision with one PAdES B-B signature, claimed time `at` (ISO 8601)."""
    with freeze_time(datetime.datetime.fromisoformat(at).astimezone(datetime.timezone.utc)):
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm='sha256', subfilter=fields.SigSeedSubFilter.PADES, location='Hà Nội')
        spec = fields.SigFieldSpec(field, on_page=page, box=box)
        style = StaticStampStyle.from_pdf_file(str(appearance), border_width=0, background_opacity=1.0) if appearance else None
        out = io.BytesIO()
        signers.PdfSigner(meta, signer, stamp_style=style, new_field_spec=spec).sign_pdf(writer, output=out)
        return out.getvalue()


def fill(pdf, values, draw):
    """The registry's act: number and day are filled into their fields in a revision of its own, nothing else changes.

    `draw(value, width, height)` gives the path of a PDF page with the value as it is to be seen.
    """
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    for reference in writer.root['/AcroForm']['/Fields']:
        field = reference.get_object()
        value = values.get(str(field['/T']))
        if value is None:
            continue
        x1, y1, x2, y2 = (float(v) for v in field['/Rect'])
        with open(draw(value, x2 - x1, y2 - y1), 'rb') as page:
            look = writer.import_page_as_xobject(PdfFileReader(page), page_ix=0)
        field['/V'] = generic.TextStringObject(value)
        field['/AP'] = generic.DictionaryObject({generic.pdf_name('/N'): look})
        writer.mark_update(reference)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def alter(pdf, other, page):
    """The forger's act: page `page` (from 0) gets the content of the same page in `other`, in a revision without a signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    reader = PdfFileReader(io.BytesIO(other))
    target = writer.root['/Pages']['/Kids'].raw_get(page) if page < len(writer.root['/Pages']['/Kids']) else None
    if target is None:
        raise LookupError(f'no page {page} directly under the page tree')
    source = reader.root['/Pages']['/Kids'][page]
    changed = target.get_object()
    for key in ('/Contents', '/Resources'):
        changed[key] = writer.import_object(source.raw_get(key))
    writer.mark_update(target)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()



"""pyHanko in this very process: no start-up is counted against it."""
import io
import logging
import pathlib

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


class Verifier:
    def __init__(self, anchors: pathlib.Path):
        # Broken files are part of the corpus; what pyHanko says of them is not asked here.
        logging.disable(logging.CRITICAL)
        self.roots = [load_cert_from_pemder(str(path)) for path in sorted(anchors.glob("*.pem"))]

    def verify(self, content: bytes) -> str:
        """Validates every signature of one file, without fetching; an error is an answer too."""
        try:
            reader = PdfFileReader(io.BytesIO(content))
            return ", ".join(validate_pdf_signature(signature, self._context(), self._context()).summary() for signature in reader.embedded_regular_signatures)
        except Exception as error:  # noqa: BLE001 – hostile files end in many ways
            return f"{type(error).__name__}"

    def _context(self) -> ValidationContext:
        return ValidationContext(trust_roots=self.roots, allow_fetching=False, revocation_mode="soft-fail")

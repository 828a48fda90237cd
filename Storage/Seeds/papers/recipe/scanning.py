"""A sheet as an office scanner gives it: 200 dpi, grey, a little askew, one JPEG and no text."""
import io
import pathlib
import subprocess
import tempfile

import numpy
import pikepdf
from PIL import Image, ImageFilter

from . import setting

DPI = 200
TILT_DEGREES = -0.8
NOISE = 3.0
QUALITY = 42
SEED = 412


def scan(source, output, paper):
    with tempfile.TemporaryDirectory() as folder:
        stem = pathlib.Path(folder) / 'page'
        subprocess.run(['pdftoppm', '-r', str(DPI), '-gray', '-singlefile', '-png', str(source), str(stem)], check=True)
        image = Image.open(stem.with_suffix('.png')).convert('L')
    random = numpy.random.default_rng(SEED)
    image = image.rotate(TILT_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=238).filter(ImageFilter.GaussianBlur(0.7))
    grey = numpy.asarray(image, dtype=numpy.float32)
    height, width = grey.shape
    # Ink bleeds unevenly, the lid leaves a shadow at the left, the lamp is weaker below.
    shade = 8 * numpy.exp(-numpy.arange(width) / 60)[None, :] * 6 + 10 * (numpy.arange(height) / height)[:, None]
    grey = 12 + grey * 0.92 - shade + random.normal(0, NOISE, grey.shape)
    for _ in range(60):
        y, x, r = random.integers(0, height - 4), random.integers(0, width - 4), random.integers(1, 3)
        grey[y:y + r, x:x + r] -= random.integers(60, 150)
    data = io.BytesIO()
    Image.fromarray(numpy.clip(grey, 0, 255).astype(numpy.uint8), 'L').save(data, 'JPEG', quality=QUALITY, optimize=True, dpi=(DPI, DPI))
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595.28, 841.89))
    picture = pikepdf.Stream(pdf, data.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=width, Height=height,
                             ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode)
    page = pdf.pages[0]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    page.obj.Contents = pikepdf.Stream(pdf, b'q 595.28 0 0 841.89 0 0 cm /Im0 Do Q')
    pdf.save(output.with_suffix('.tmp'))
    setting.finish(output.with_suffix('.tmp'), output, paper['title'], paper['unit'], 'D:20261113080000+07\'00\'', objects=False)

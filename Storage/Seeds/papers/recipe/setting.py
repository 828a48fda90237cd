"""From an HTML fragment to a PDF page for page: Chromium sets, poppler says where words stand, pikepdf adds fields and dates."""
import html
import pathlib
import re
import subprocess
import tempfile

import pikepdf

from . import drawings

FOLDER = pathlib.Path(__file__).parent
CSS = (FOLDER / 'paper.css').read_text(encoding='utf-8')
# Widest gap that is left for a number.
GAP_PT = 60
BLANK = re.compile(r'\[\[(\d+)\]\]')

# Works of annex 2, invented: kind, price per unit in million đồng, and where.
WORKS = [('Cải tạo hệ thống thoát nước ngõ', 38), ('Sửa chữa mặt đường, vỉa hè phố', 52), ('Lắp đặt chiếu sáng ngõ', 14), ('Cải tạo trường mầm non', 96),
         ('Nạo vét, kè bờ mương', 61), ('Cải tạo trạm y tế', 74), ('Bổ sung cây xanh, vườn hoa', 23), ('Sửa chữa nhà sinh hoạt cộng đồng', 31)]
WARDS = ['Láng', 'Đống Đa', 'Kim Liên', 'Giảng Võ', 'Ngọc Hà', 'Cầu Giấy', 'Thanh Xuân', 'Khương Đình', 'Bạch Mai', 'Hai Bà Trưng']
# What is due after the day of the paper (20 November) is still being built.
LAST_DAY = '11-20'
WORK_COUNT = 66


def number(value):
    return f'{value:,.1f}'.replace(',', ' ').replace('.', ',').replace(' ', '.')


def works(changed=None):
    """Rows of annex 2; `changed` is {row: amount} for the copy in which somebody altered amounts (the total stays, as it would)."""
    rows, total = [], 0.0
    for i in range(WORK_COUNT):
        kind, unit = WORKS[i * 5 % len(WORKS)]
        amount = unit * (8 + i * 7 % 23) * 2.5
        total += amount
        day, month = 1 + i * 11 % 28, 10 + i % 3
        state = 'Đang thi công' if f'{month}-{day:02d}' > LAST_DAY else 'Đang nghiệm thu' if i % 4 == 1 else 'Hoàn thành'
        shown = (changed or {}).get(i + 1, amount)
        rows.append(f'<tr><td class="c">{i + 1}</td><td>{kind} {12 + i * 13 % 180}</td><td>Phường {WARDS[i * 3 % len(WARDS)]}</td>'
                    f'<td class="c">{day:02d}/{month}/2026</td><td class="n">{number(shown)}</td><td>{state}</td></tr>')
    table = ('<table class="grid"><thead><tr><th style="width:7%">TT</th><th>Tên công trình</th><th style="width:20%">Địa điểm</th><th style="width:16%">Thời hạn</th>'
             '<th style="width:14%">Kinh phí</th><th style="width:17%">Tình trạng</th></tr></thead>' + ''.join(rows) + '</table>')
    return table, WORK_COUNT, number(total)


def attributes(text):
    return dict(re.findall(r'(\w+)="([^"]*)"', text))


def head(match):
    a = attributes(match.group(1))
    upper = ''.join(f'<div class="up">{line}</div>' for line in a.get('upper', '').split('|') if line)
    lines = a['body'].split('|')
    body = ''.join(f'<div class="body">{line}</div>' for line in lines)
    about = f'<div class="about">{a["about"]}</div>' if 'about' in a else ''
    return (f'<div class="head"><div>{upper}{body}<span class="rule" style="width:34%"></span></div>'
            '<div><div class="state">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div><div class="motto">Độc lập - Tự do - Hạnh phúc</div><span class="rule" style="width:52%"></span></div>'
            f'<div class="no under">Số: {a["number"]}{about}</div><div class="under"><i>Hà Nội, {a["date"]}</i></div></div>')


def end(match):
    a = attributes(match.group(1))
    to = '<br>'.join(f'- {line}' + (';' if not line.endswith('.') else '') for line in a['to'].split(';'))
    role = ''.join(f'<div class="role">{line}</div>' for line in a['role'].split('|'))
    return f'<div class="end"><div class="to"><b>Nơi nhận:</b>{to}</div><div>{role}<div class="name">{a["name"]}</div></div></div>'


def page(fragment, title, changed=None):
    """A whole HTML document from a fragment with the paper's own tags."""
    table, count, total = works(changed)
    # Signatures never stand alone on a page: the last paragraph comes along.
    text = re.sub(r'(<p>(?:(?!<p>).)*</p>)\s*(<x-end [^>]*>)', r'<div class="keep">\1\2</div>', fragment, flags=re.S)
    text = re.sub(r'<x-head ([^>]*)>', head, text)
    text = re.sub(r'<x-end ([^>]*)>', end, text)
    text = text.replace('<x-plan>', drawings.plan()).replace('<x-works>', table).replace('<x-count>', str(count)).replace('<x-total>', total)
    text = re.sub(r'<x-ink (\w+)>', lambda m: drawings.signature(m.group(1), '#333'), text)
    text = BLANK.sub(r'<span class="blank" style="width:\1pt"></span>', text)
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{html.escape(title)}</title><style>{CSS}</style><body>{text}</body></html>'


def chromium(document, output):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / 'paper.html'
        source.write_text(document, encoding='utf-8')
        subprocess.run(['chromium', '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-pdf-header-footer', f'--user-data-dir={folder}/profile',
                        f'--print-to-pdf={output}', source.as_uri()], check=True, capture_output=True)


def stamp(svg, width, height, output):
    """A drawing as a PDF page of its own size, for the appearance of a signature."""
    chromium(f'<!doctype html><style>@page{{size:{width}pt {height}pt;margin:0}}html,body{{margin:0;height:100%}}</style>{svg}', output)


def words(pdf):
    """(page from 0, word, x1, y1, x2, y2) with y from the top, in points; and the height of each page."""
    text = subprocess.run(['pdftotext', '-bbox', str(pdf), '-'], check=True, capture_output=True, text=True).stdout
    found, heights = [], []
    for line in text.splitlines():
        if m := re.search(r'<page width="[\d.]+" height="([\d.]+)"', line):
            heights.append(float(m.group(1)))
        elif m := re.search(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line):
            found.append((len(heights) - 1, html.unescape(m.group(5)), *map(float, m.groups()[:4])))
    return found, heights


def place(pdf, name):
    """Page, middle and top (PDF coordinates) of the last place where `name` stands in bold at the end of a paper."""
    found, heights = words(pdf)
    parts = name.split()
    for i in range(len(found) - len(parts), -1, -1):
        run = found[i:i + len(parts)]
        if [w[1] for w in run] == parts:
            return run[0][0], (run[0][2] + run[-1][4]) / 2, heights[run[0][0]] - run[0][3]
    raise LookupError(f'{name} is not in {pdf}')


def between(pdf, before, after):
    """Rectangle on page 1 between two words of one line: where a number or a day is to be filled in."""
    found, heights = words(pdf)
    for left in (w for w in found if w[0] == 0 and w[1].lower() == before):
        for right in (w for w in found if w[0] == 0 and w[1].startswith(after)):
            if abs(left[3] - right[3]) < 1 and left[4] < right[2] < left[4] + GAP_PT:
                return [left[4] + 1, heights[0] - left[5], right[2], heights[0] - left[3]]
    raise LookupError(f'no gap between {before} and {after}')


def finish(source, output, title, author, created, fields=(), objects=True):
    """Dates, titles, form fields; object streams or a classical table, so that both kinds are among the papers."""
    with pikepdf.open(source) as pdf:
        for key in list(pdf.docinfo.keys()):
            del pdf.docinfo[key]
        pdf.docinfo['/Title'] = title
        pdf.docinfo['/Author'] = author
        pdf.docinfo['/Creator'] = 'eCabinet demo'
        pdf.docinfo['/CreationDate'] = pdf.docinfo['/ModDate'] = created
        if fields:
            made = []
            for name, label, box in fields:
                first = pdf.pages[0]
                field = pdf.make_indirect(pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T=name, TU=label, F=4, P=first.obj,
                    Rect=[round(v, 2) for v in box], DA='/Helv 13 Tf 0 g'))
                made.append(field)
                first.obj.Annots = pikepdf.Array(list(first.obj.get('/Annots', [])) + [field])
            pdf.Root.AcroForm = pikepdf.Dictionary(Fields=made, DA='/Helv 13 Tf 0 g')
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate if objects else pikepdf.ObjectStreamMode.disable,
                 compress_streams=True, recompress_flate=True, deterministic_id=True)
        return len(pdf.pages)

"""Drawings of the demo papers as SVG text: the plan of H2-3, signatures, a seal that says it is a sample."""


def plan():
    """Land use of the invented sector H2-3, A4 landscape."""
    tree = ''.join(f'<circle cx="{x}" cy="{y}" r="5" fill="#4f8f4f"/>' for x, y in
                   [(452, 262), (474, 280), (500, 258), (526, 284), (548, 262), (466, 318), (498, 330), (534, 316), (556, 338), (480, 352)])
    houses = ''.join(f'<rect x="{70 + 34 * c + (r % 2) * 6}" y="{84 + 26 * r}" width="{22 + (c * r) % 7}" height="16" fill="#fff" stroke="#8a7a4a" stroke-width=".5"/>'
                     for r in range(8) for c in range(5))
    school = '<path d="M300 262h92v26h-62v58h-30z" fill="#fff" stroke="#7a5a8a" stroke-width=".8"/><rect x="346" y="304" width="50" height="40" fill="none" stroke="#7a5a8a" stroke-dasharray="3 2" stroke-width=".6"/>'
    tower = '<rect x="312" y="92" width="52" height="44" fill="#fff" stroke="#9a4a3a"/><rect x="392" y="92" width="52" height="44" fill="#fff" stroke="#9a4a3a"/><g font-size="10" text-anchor="middle"><text x="338" y="118">18T</text><text x="418" y="118">18T</text></g>'
    label = lambda x, y, name, area: (f'<g text-anchor="middle"><circle cx="{x}" cy="{y}" r="19" fill="#fff" stroke="#000" stroke-width=".8"/><line x1="{x - 19}" y1="{y}" x2="{x + 19}" y2="{y}" stroke="#000" stroke-width=".6"/>'
                                      f'<text x="{x}" y="{y - 4}" font-size="9" font-weight="bold">{name}</text><text x="{x}" y="{y + 11}" font-size="9">{area}</text></g>')
    key = ''.join(f'<rect x="622" y="{96 + 21 * i}" width="24" height="13" fill="{fill}" stroke="#000" stroke-width=".5"/><text x="653" y="{106 + 21 * i}">{text}</text>' for i, (fill, text) in enumerate([
        ('#f6e7a9', 'Đất ở hiện trạng cải tạo'), ('#f2b8a0', 'Đất hỗn hợp'), ('#d9c3e6', 'Trường tiểu học'), ('#b9dcae', 'Cây xanh công cộng'), ('#e3e3e3', 'Đường giao thông')]))
    rows = ''.join(f'<text x="624" y="{286 + 16 * i}">{a}</text><text x="712" y="{286 + 16 * i}" text-anchor="end">{b}</text><text x="752" y="{286 + 16 * i}" text-anchor="end">{c}</text>'
                   for i, (a, b, c) in enumerate([('NO-01', '2,46', '2,31'), ('HH-02', '1,52', '1,05'), ('TH-03', '0,98', '0,98'), ('CX-04', '0,40', '1,02'), ('GT', '1,48', '1,48'), ('Cộng (ha)', '6,84', '6,84')]))
    return f'''<svg viewBox="0 0 770 500" width="100%" font-family="Liberation Serif" font-size="11" text-anchor="start">
<rect x="2" y="2" width="766" height="496" fill="none" stroke="#000" stroke-width="1.6"/><line x1="608" y1="2" x2="608" y2="498" stroke="#000"/>
<rect x="20" y="36" width="572" height="400" fill="#e3e3e3"/>
<rect x="56" y="72" width="200" height="226" fill="#f6e7a9" stroke="#8a7a4a"/>{houses}
<rect x="56" y="312" width="200" height="88" fill="#f6e7a9" stroke="#8a7a4a"/>
<rect x="284" y="72" width="180" height="150" fill="#f2b8a0" stroke="#9a4a3a"/>{tower}
<rect x="284" y="246" width="130" height="154" fill="#d9c3e6" stroke="#7a5a8a"/>{school}
<path d="M434 246H576V400H434Z" fill="#b9dcae" stroke="#4f8f4f"/><path d="M480 72H576V222H480Z" fill="#b9dcae" stroke="#4f8f4f"/>{tree}
<path d="M434 400 Q500 300 576 246" fill="none" stroke="#fff" stroke-width="5"/><ellipse cx="528" cy="150" rx="30" ry="44" fill="#a9d3ea" stroke="#4a7fa0"/>
<path d="M270 60V418" stroke="#a8261f" stroke-width="1.6" stroke-dasharray="10 4 2 4" fill="none"/><path d="M44 60H586V414H44Z" stroke="#a8261f" stroke-width="2" stroke-dasharray="12 5" fill="none"/>
<g fill="#333" font-size="12" text-anchor="middle" letter-spacing="2"><text x="300" y="54">ĐƯỜNG LÁNG</text><text x="300" y="430">PHỐ THÁI THỊNH KÉO DÀI</text><text transform="translate(36 236) rotate(-90)">SÔNG TÔ LỊCH</text><text transform="translate(281 368) rotate(-90)" font-size="9" letter-spacing="0">Ngõ 98 (7,5 m)</text></g>
<text x="511" y="386" text-anchor="middle" font-size="10">Vườn hoa bổ sung 0,62 ha</text>
{label(156, 356, 'NO-01', '2,31')}{label(374, 182, 'HH-02', '1,05')}{label(330, 378, 'TH-03', '0,98')}{label(526, 226, 'CX-04', '1,02')}
<g transform="translate(566 96)"><circle r="15" fill="#fff" stroke="#000"/><path d="M0 -14L5 6L0 2L-5 6Z" fill="#000"/><text y="-18" text-anchor="middle" font-weight="bold">B</text></g>
<g transform="translate(26 466)"><rect width="40" height="5" fill="#000"/><rect x="40" width="40" height="5" fill="#fff" stroke="#000" stroke-width=".6"/><rect x="80" width="80" height="5" fill="#000"/><g font-size="9" text-anchor="middle"><text y="16">0</text><text x="40" y="16">25</text><text x="80" y="16">50</text><text x="160" y="16">100 m</text></g></g>
<g transform="translate(240 470)"><line x2="34" stroke="#a8261f" stroke-width="2" stroke-dasharray="12 5"/><text x="40" y="4">Ranh giới điều chỉnh</text><line x1="170" x2="204" stroke="#a8261f" stroke-width="1.6" stroke-dasharray="10 4 2 4"/><text x="210" y="4">Tim ngõ 98 mở rộng</text></g>
<g text-anchor="middle"><text x="688" y="30" font-size="13" font-weight="bold">BẢN VẼ QUY HOẠCH</text><text x="688" y="46" font-size="13" font-weight="bold">SỬ DỤNG ĐẤT H2-3</text><text x="688" y="62" font-style="italic">(điều chỉnh cục bộ)</text></g>
<text x="622" y="86" font-weight="bold">Ký hiệu</text>{key}
<line x1="616" y1="214" x2="760" y2="214" stroke="#000" stroke-width=".5"/><text x="622" y="232" font-weight="bold">Chỉ tiêu sử dụng đất</text>
<g font-style="italic" font-size="10"><text x="624" y="264">Ô đất</text><text x="712" y="264" text-anchor="end">Đã duyệt</text><text x="754" y="264" text-anchor="end">Đ. chỉnh</text></g><line x1="620" y1="270" x2="756" y2="270" stroke="#000" stroke-width=".5"/>{rows}
<line x1="616" y1="384" x2="760" y2="384" stroke="#000" stroke-width=".5"/>
<g font-size="10"><text x="622" y="402">Cơ quan lập: Sở QH – KT</text><text x="622" y="418">Tỷ lệ: 1/2.000 (thu nhỏ)</text><text x="622" y="434">Bản vẽ: QH-03, ngày 19/11/2026</text><text x="622" y="450">Kèm Tờ trình 893/TTr-QHKT</text><text x="622" y="478" fill="#a8261f" font-size="9.5" font-weight="bold">MẪU TRÌNH DIỄN – HƯ CẤU</text></g></svg>'''


def filled(value):
    """A number or a day as the registry's stamp shows it."""
    return f'<div style="height:100vh;box-sizing:border-box;padding-bottom:.7pt;display:flex;align-items:flex-end;justify-content:center;font:13pt/1 Liberation Serif;white-space:nowrap">{value}</div>'


STROKES = {
    'an': 'M8 44C20 8 34 6 30 30S14 60 26 48 48 18 54 22 44 46 52 44 66 26 70 32 64 46 76 40 96 18 126 30M18 52C50 44 90 46 132 40',
    'binh': 'M14 18C16 30 12 48 8 58M6 20C30 4 48 14 36 26S16 34 22 34 50 34 40 46 14 54 12 50M48 44C54 34 58 34 56 44S66 34 68 38 64 48 74 40 86 8 84 24 78 50 86 42 100 34 134 26',
    'hoa': 'M22 8C18 28 14 44 6 54S30 50 38 42M46 14C42 30 42 44 38 56M40 36C52 30 62 28 68 12S62 50 60 54 70 34 76 40 72 50 80 42 92 34 94 42 108 40 136 20M30 60C70 50 100 54 128 48',
    'huy': 'M10 14C24 4 44 8 34 24S16 32 18 56M34 34C44 34 40 52 50 44S62 30 60 44 76 34 74 48 56 66 60 54 88 38 98 32 118 34 134 22',
    'hanh': 'M12 12C14 30 12 44 10 56M10 34C20 30 30 32 34 10S28 52 36 46 48 32 46 46 58 34 60 44 72 32 74 40 86 8 84 30 94 38 130 36M24 60C60 56 96 58 120 50',
    'quynh': 'M30 10C8 14 4 46 20 48S44 18 30 10M24 38C34 46 40 56 48 50S58 34 60 46 72 34 72 48 60 66 64 54 84 40 90 44 102 10 100 32 108 42 134 34',
    'lam': 'M10 10C8 28 6 44 12 46S28 38 34 34 30 48 40 40 50 34 52 42 62 34 66 40 76 38 90 30',
    'ink': 'M6 40C22 10 36 20 26 40S44 20 52 34 60 22 66 36 84 14 92 34 110 30 126 18',
}


def signature(name, colour='#1a3fa0'):
    return (f'<svg viewBox="0 0 142 68" width="100%" height="100%"><path d="{STROKES[name]}" fill="none" stroke="{colour}" stroke-width="1.7" '
            'stroke-linecap="round" stroke-linejoin="round"/></svg>')


def seal(organisation, colour='#c8201c'):
    """Round and red as seals are, but its ring says that it is a sample: no emblem, no imitation of a real one."""
    return f'''<svg viewBox="0 0 100 100" width="100%" height="100%" font-family="Liberation Serif" fill="{colour}" font-weight="bold">
<g fill="none" stroke="{colour}"><circle cx="50" cy="50" r="47" stroke-width="2.4"/><circle cx="50" cy="50" r="32" stroke-width="1"/></g>
<path id="ring" d="M50 50m-36.5 0a36.5 36.5 0 1 1 73 0a36.5 36.5 0 1 1 -73 0" fill="none"/><text font-size="9.4" letter-spacing=".9"><textPath href="#ring">MẪU TRÌNH DIỄN ★ ECABINET DEMO ★</textPath></text>
<text x="50" y="48" font-size="9.5" text-anchor="middle">{organisation[0]}</text><text x="50" y="60" font-size="9.5" text-anchor="middle">{organisation[1]}</text></svg>'''

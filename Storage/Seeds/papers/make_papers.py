#!/usr/bin/env python3
"""Makes the demo city's papers: sets them, signs them under a certificate authority made for this run, checks them, writes the manifest.

Every run makes new keys and throws them away, so all files change together; run it only to change the papers. See README.md.
"""
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from recipe import checking, drawings, scanning, setting, signing

HERE = pathlib.Path(__file__).parent
MAX_FILE_BYTES = 300_000
MAX_FOLDER_BYTES = 2_500_000

MEETING = {'key': 'thuongKyThang11', 'title': 'Phiên họp thường kỳ tháng 11', 'body': 'Ủy ban nhân dân Thành phố', 'date': '2026-11-23'}
ITEMS = [
    {'key': 'bienBanThang10', 'order': 1, 'title': 'Thông qua biên bản phiên tháng 10', 'unit': 'Văn phòng UBND Thành phố', 'asks': 'vote'},
    {'key': 'ketLuanKyTruoc', 'order': 2, 'title': 'Tình hình thực hiện kết luận kỳ trước', 'unit': 'Văn phòng UBND Thành phố', 'asks': 'report'},
    {'key': 'thoatNuocLang', 'order': 3, 'title': 'Kinh phí thoát nước khẩn cấp, phường Láng', 'unit': 'Sở Xây dựng', 'asks': 'vote'},
    {'key': 'quyHoachH23', 'order': 4, 'title': 'Điều chỉnh quy hoạch phân khu H2-3', 'unit': 'Sở Quy hoạch – Kiến trúc', 'asks': 'opinion'},
    {'key': 'congTacQuyIV', 'order': 5, 'title': 'Công tác quý IV', 'unit': 'Văn phòng UBND Thành phố', 'asks': 'report'},
]

OFFICE, BUILDING, FINANCE, PLANNING = 'Văn phòng UBND Thành phố', 'Sở Xây dựng', 'Sở Tài chính', 'Sở Quy hoạch – Kiến trúc'
# key (also of the stroke in drawings.py): name, organisation, title, algorithm
PEOPLE = {
    'huy': ('Phạm Quang Huy', OFFICE, 'Chánh Văn phòng', 'ECDSA-P256'),
    'hanh': ('Đặng Thị Mỹ Hạnh', OFFICE, 'Chuyên viên', 'RSA-3072'),
    'lam': ('Ngô Văn Lâm', BUILDING, 'Chuyên viên', 'ECDSA-P256'),
    'binh': ('Trần Bình', BUILDING, 'Giám đốc', 'RSA-3072'),
    'hoa': ('Lê Hoa', FINANCE, 'Giám đốc', 'RSA-3072'),
    'quynh': ('Đỗ Thúy Quỳnh', PLANNING, 'Giám đốc', 'ECDSA-P256'),
}
SEAL = ('Sở Xây dựng', BUILDING, 'NTRVN-DEMO-0000000412', 'RSA-3072')
GAPS = [('so_van_ban', 'Số văn bản', 'số:', '/STC'), ('ngay_ban_hanh', 'Ngày ban hành', 'ngày', 'tháng')]

# Acts in order of revisions: ('sign', who, time, visible) · ('seal', time) · ('fill', values) · ('alter', page from 1, {row: amount})
PAPERS = [
    dict(source='01', file='01-chuong-trinh-phien-hop-thang-11.pdf', title='Chương trình phiên họp thường kỳ tháng 11', kind='chuongTrinh', item=None, unit=OFFICE,
         created='2026-11-17T15:20:00+07:00', acts=[('sign', 'huy', '2026-11-17T16:05:31+07:00', True)]),
    dict(source='02', file='02-bien-ban-phien-thang-10-du-thao.pdf', title='Biên bản phiên tháng 10 (dự thảo)', kind='bienBan', item='bienBanThang10', unit=OFFICE,
         created='2026-11-20T15:40:00+07:00', acts=[('sign', 'hanh', '2026-11-20T16:02:44+07:00', True)]),
    dict(source='03', file='03-bao-cao-ket-luan-ky-truoc.pdf', title='Báo cáo 248/BC-VP: tình hình thực hiện kết luận phiên tháng 10', kind='baoCao', item='ketLuanKyTruoc', unit=OFFICE,
         created='2026-11-18T10:12:00+07:00', acts=[('sign', 'huy', '2026-11-18T11:20:09+07:00', False)], objects=False),
    dict(source='04', file='04-to-trinh-412-ttr-sxd.pdf', title='Tờ trình 412/TTr-SXD: kinh phí thoát nước khẩn cấp phường Láng', kind='toTrinh', item='thoatNuocLang', unit=BUILDING,
         created='2026-11-18T08:30:00+07:00',
         acts=[('sign', 'lam', '2026-11-18T08:52:17+07:00', False), ('sign', 'binh', '2026-11-18T14:41:03+07:00', True), ('seal', '2026-11-18T15:10:26+07:00')]),
    dict(source='05', file='05-du-thao-nghi-quyet-ban-2.pdf', title='Dự thảo Nghị quyết về kinh phí thoát nước khẩn cấp phường Láng (bản 2)', kind='duThao', item='thoatNuocLang', unit=BUILDING,
         created='2026-11-19T09:00:00+07:00', acts=[('sign', 'binh', '2026-11-19T09:47:55+07:00', False)]),
    dict(source='06', file='06-y-kien-so-tai-chinh.pdf', title='Ý kiến Sở Tài chính về kinh phí thoát nước khẩn cấp', kind='yKien', item='thoatNuocLang', unit=FINANCE,
         created='2026-11-20T09:10:00+07:00', fields=GAPS,
         acts=[('sign', 'hoa', '2026-11-20T10:15:38+07:00', True), ('fill', {'so_van_ban': '6127', 'ngay_ban_hanh': '20'})]),
    dict(source='07', file='07-dieu-chinh-quy-hoach-h2-3.pdf', title='Tờ trình 893/TTr-QHKT: điều chỉnh quy hoạch phân khu H2-3, kèm bản vẽ', kind='quyHoach', item='quyHoachH23', unit=PLANNING,
         created='2026-11-19T14:00:00+07:00', acts=[('sign', 'quynh', '2026-11-19T16:33:12+07:00', True)], objects=False),
    dict(source='08', file='08-y-kien-cong-dong-ban-quet.pdf', title='Biên bản lấy ý kiến cộng đồng về quy hoạch H2-3 (bản quét)', kind='phuLuc', item='quyHoachH23', unit=PLANNING,
         created='2026-11-13T08:00:00+07:00', scan=True, acts=[]),
    dict(source='09', file='09-bao-cao-cong-tac-quy-iv.pdf', title='Báo cáo 251/BC-VP: công tác quý IV', kind='baoCao', item='congTacQuyIV', unit=OFFICE,
         created='2026-11-20T13:30:00+07:00', acts=[]),
    dict(source='10', file='10-phu-luc-2-danh-muc-cong-trinh.pdf', title='Phụ lục 2 – Danh mục công trình', kind='phuLuc', item='congTacQuyIV', unit=FINANCE,
         created='2026-11-20T15:00:00+07:00', fields=GAPS,
         acts=[('sign', 'hoa', '2026-11-20T16:02:11+07:00', True), ('fill', {'so_van_ban': '6140', 'ngay_ban_hanh': '20'}), ('alter', 3, {50: 4215.0, 53: 3780.0})]),
]


class Workshop:
    """One run: its folder, its authority, the appearances of signatures."""

    def __init__(self, folder):
        self.folder = folder
        self.authority = signing.Authority()
        self.signers = {key: self.authority.signer(signing.name(n, o, title=t), k) for key, (n, o, t, k) in PEOPLE.items()}
        self.seal = self.authority.signer(signing.name(SEAL[0], SEAL[1], identifier=SEAL[2]), SEAL[3])
        self.stamps = {}

    def stamp(self, key):
        if key not in self.stamps:
            path = self.folder / f'stamp-{key}.pdf'
            svg, size = (drawings.seal(('SỞ', 'XÂY DỰNG')), (90, 90)) if key == 'seal' else (drawings.signature(key), (142, 68))
            setting.stamp(svg, *size, path)
            self.stamps[key] = path
        return self.stamps[key]

    def filled(self, value, width, height):
        path = self.folder / f'filled-{value}.pdf'
        setting.stamp(drawings.filled(value), width, height, path)
        return path

    def set(self, paper, changed=None):
        """The unsigned PDF of `paper` as bytes; `changed` for the forger's copy."""
        fragment = (HERE / 'recipe' / f'{paper["source"]}.html').read_text(encoding='utf-8')
        raw, done = self.folder / 'raw.pdf', self.folder / 'done.pdf'
        setting.chromium(setting.page(fragment, paper['title'], changed), raw)
        if paper.get('scan'):
            scanning.scan(raw, done, paper)
            return done.read_bytes()
        gaps = [(name, label, setting.between(raw, before, after)) for name, label, before, after in paper.get('fields', [])]
        setting.finish(raw, done, paper['title'], paper['unit'], pdf_date(paper['created']), gaps, paper.get('objects', True))
        return done.read_bytes()

    def act(self, paper, pdf):
        entries = []
        for act in paper['acts']:
            source = self.folder / 'now.pdf'
            source.write_bytes(pdf)
            if act[0] == 'sign':
                _, who, at, visible = act
                name, organisation, title, algorithm = PEOPLE[who]
                page, box, look = 0, None, None
                if visible:
                    page, middle, top = setting.place(source, name)
                    box, look = (middle - 71, top + 4, middle + 71, top + 72), self.stamp(who)
                pdf = signing.sign(pdf, self.signers[who], f'Signature{len(entries) + 1}', at, box, page, look)
                entries.append(dict(signer=name, organisation=organisation, title=title, kind='person', algorithm=algorithm, claimedAt=at, visible=visible))
            elif act[0] == 'seal':
                # The seal covers the left third of the signature (Decree 30/2020/NĐ-CP, Annex I).
                page, middle, top = setting.place(source, PEOPLE['binh'][0])
                box = (middle - 114, top - 4, middle - 24, top + 86)
                pdf = signing.sign(pdf, self.seal, f'Signature{len(entries) + 1}', act[1], box, page, self.stamp('seal'))
                entries.append(dict(signer=SEAL[0], organisation=SEAL[1], title=None, kind='seal', algorithm=SEAL[3], claimedAt=act[1], visible=True))
            elif act[0] == 'fill':
                pdf = signing.fill(pdf, act[1], self.filled)
            else:
                pdf = signing.alter(pdf, self.set(paper, changed=act[2]), act[1] - 1)
        return pdf, entries


def pdf_date(iso):
    return 'D:' + iso[:19].replace('-', '').replace('T', '').replace(':', '') + iso[19:22] + "'" + iso[23:25] + "'"


def expectation(paper, entries):
    """What a verifier should say, from the acts alone."""
    kinds = [act[0] for act in paper['acts']]
    if not entries:
        return dict(indication='INDETERMINATE', subIndication='NO_SIGNATURE', changesAfter=None)
    last = kinds[-1]
    changes = {'sign': 'none', 'seal': 'none', 'fill': 'formFill', 'alter': 'page'}[last]
    failed = last == 'alter'
    for position, entry in enumerate(entries):
        later = position < len(entries) - 1
        entry.update(indication='TOTAL_FAILED' if failed else 'TOTAL_PASSED', changesAfter='signature' if later else changes,
                     coversWholeDocument=not later and last in ('sign', 'seal'))
    return dict(indication='TOTAL_FAILED' if failed else 'TOTAL_PASSED', subIndication=None, changesAfter=changes if failed or last == 'fill' else ('signature' if len(entries) > 1 else 'none'))


def main():
    with tempfile.TemporaryDirectory() as name:
        shop = Workshop(pathlib.Path(name))
        shutil.rmtree(HERE / 'trust', ignore_errors=True)
        shop.authority.publish(HERE / 'trust')
        listed = []
        for paper in PAPERS:
            pdf, entries = shop.act(paper, shop.set(paper))
            (HERE / paper['file']).write_bytes(pdf)
            expected = expectation(paper, entries)
            pages = int(subprocess.run(['pdfinfo', str(HERE / paper['file'])], check=True, capture_output=True, text=True).stdout.split('Pages:')[1].split()[0])
            listed.append(dict(file=paper['file'], title=paper['title'], kind=paper['kind'], item=paper['item'], unit=paper['unit'], createdAt=paper['created'], pages=pages, bytes=len(pdf),
                               sha256=hashlib.sha256(pdf).hexdigest(), expected=expected, revisions=['set'] + [a[0] for a in paper['acts']], signatures=entries))
            print(f'{len(pdf):7d} {pages} {paper["file"]}')
            if len(pdf) > MAX_FILE_BYTES:
                sys.exit(f'{paper["file"]} is larger than {MAX_FILE_BYTES} bytes')
    manifest = dict(about='Papers of the demo city: invented content, demo certificates without legal value. expected: verdict with trust/demo-root.pem as the only anchor, soft revocation; subIndication null is any, changesAfter page may also be called forbidden.',
                    trust=['demo-root.pem'], crl=['crl/demo-root.crl', 'crl/demo-issuing.crl'], meeting=MEETING, items=ITEMS, papers=listed)
    (HERE / 'manifest.json').write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + '\n', encoding='utf-8')
    size = sum(p.stat().st_size for p in HERE.rglob('*') if p.is_file() and '__pycache__' not in p.parts)
    if size > MAX_FOLDER_BYTES:
        sys.exit(f'the folder has {size} bytes')
    if not checking.check(HERE):
        sys.exit('a paper does not verify as expected')


if __name__ == '__main__':
    main()

"""What must not get into a report, or out of one: through the citizen's form, the tracking page and the API."""

import re
import unicodedata

import pytest

from .calling import Caller, fresh, good
from .problems import refused
from .report_city import CONSTRUCTION, LANG, TEXT, Desks, photo

FORM = {"kind": "onTheSpot", "text": TEXT, "place": LANG, "street": "đường Láng", "similarShown": "yes"}
CODE = re.compile(r"HN\d{4}-[0-9A-Z]{8}-[0-9A-Z*$]")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"
TOO_MUCH = b"\xff\xd8\xff\xe0" + bytes(10 << 20)


@pytest.fixture(scope="module")
def desks(city):
    return Desks(city)


@pytest.fixture(scope="module")
def anyone(city):
    return Caller(city.server)


def page(caller, method, path, **options):
    return caller.request(method, path, base="", headers={"Accept": "text/html"}, allow_redirects=False, **options)


def send(caller, files=None, **changes):
    return page(caller, "POST", "/reports/new", data=FORM | {"once": fresh("").zfill(40)} | changes, files=files)


def wrong(answer):
    """Fields the page marks."""
    return set(re.findall(r'id="(\w+)-wrong"', answer.text))


def test_decomposed_text_is_kept_composed(anyone):
    sent = send(anyone, text=unicodedata.normalize("NFD", TEXT))
    assert sent.status_code == 201
    shown = page(anyone, "GET", f"/track/{CODE.search(sent.text).group()}").text
    assert TEXT in shown and unicodedata.is_normalized("NFC", shown)


def test_control_characters_go_no_further(anyone, desks):
    sent = send(anyone, text=TEXT + "\x00\x07\x1b[31m \u202eđảo ngược", street="ngõ\x08 12")
    assert sent.status_code == 201
    code = CODE.search(sent.text).group()
    shown = page(anyone, "GET", f"/track/{code}").text
    seen = good(desks.reception.get(f"/reports/{code}"))
    assert not CONTROLS.search(shown) and not CONTROLS.search(seen["text"] + seen["address"]) and "đảo ngược" in seen["text"]
    # A form that comes back shows none of them either.
    back = send(anyone, text="ngắn\x07", street="ngõ\x1b 12")
    assert back.status_code == 422 and "text" in wrong(back) and not CONTROLS.search(back.text)


def test_what_is_no_photo_is_said_beside_the_field(anyone):
    for name, data, kind in (("anh.jpg", PDF, "image/jpeg"), ("a.svg", b"<svg onload='alert(1)'/>", "image/svg+xml"), ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"), ("to.jpg", TOO_MUCH, "image/jpeg")):
        answer = send(anyone, files={"photo": (name, data, kind)})
        assert answer.status_code == 422 and wrong(answer) == {"photo"}, name
        assert TEXT in answer.text, "nothing entered is lost"
    assert page(anyone, "POST", "/reports/new", data=b"--x\r\nbroken").status_code in (303, 400)


def test_files_lie_about_what_they_are(desks):
    made = desks.in_progress()
    lay = lambda data, kind: desks.officer.request("POST", f"/reports/{made['id']}/files", params={"side": "after"}, data=data, headers={"Content-Type": kind})
    refused(lay(PDF, "image/jpeg"), 415, "document.not-supported")
    refused(lay(photo(), "application/pdf"), 415, "document.not-supported")
    refused(lay(TOO_MUCH, "image/jpeg"), 413, "request.too-large")
    refused(desks.officer.request("POST", f"/reports/{made['id']}/files", params={"side": "beside"}, data=photo(), headers={"Content-Type": "image/png"}), 422, "request.invalid", "/side")
    assert good(desks.officer.get(f"/reports/{made['id']}/files"))["items"] == []


def test_places_and_fields_there_are_not(anyone, desks):
    assert wrong(send(anyone, place="khong-co")) == {"place"}
    assert wrong(send(anyone, category="khong-co")) == {"category"}
    assert wrong(send(anyone, text="x" * 25_000)) == {"text"}
    assert page(anyone, "POST", "/reports/new", data={"kind": "nothing"}).headers["Location"] == "/reports/new"
    refused(desks.reception.get("/units/khong-co/people"), 404, "not-found")
    for path, name in (("/reports", "unit"), ("/reports", "place"), ("/reports", "category"), ("/reports", "officer"), ("/report-counts", "unit"), ("/action-items", "unit")):
        refused(desks.officer.get(path, params={name: "no id!"}), 422, "request.invalid", f"/{name}")
    assert good(desks.reception.get("/reports", params={"unit": "khong-co"}))["items"] == []
    made = desks.assigned()
    refused(desks.reception.post(f"/reports/{desks.submit()['id']}/assign", {"unit": LANG}), 409, "report.wrong-state")
    refused(desks.head.post(f"/reports/{made['id']}/return", {"reason": "otherField", "unit": "khong-co", "rule": "SXD-DS", "note": "Không thuộc"}), 422, "report.incomplete", "/unit")


def test_an_escalation_names_a_unit_there_is_not(desks):
    made = desks.in_progress()
    dossier = desks.dossier(desks.attach(desks.officer, made["id"], "before"))
    dossier["options"][1] = dossier["options"][1] | {"leadUnit": "khong-co"}
    refused(desks.head.post(f"/reports/{made['id']}/escalate", dossier), 422, "escalation.incomplete", "/options/1/leadUnit")
    dossier["options"][1] = dossier["options"][1] | {"leadUnit": CONSTRUCTION}
    for field in ("reason", "cause", "ask"):
        refused(desks.head.post(f"/reports/{made['id']}/escalate", {k: v for k, v in dossier.items() if k != field}), 422, "escalation.incomplete", f"/{field}")


def test_the_tracking_page_says_how_the_date_came_about(anyone, desks):
    made = desks.in_progress()
    shown = page(anyone, "GET", f"/track/{made['code']}").text
    why = shown[shown.index("data-due-why"):]
    why = why[: why.index("</details>")]
    for said in ("Xử lý", "Phường Láng", "5 ngày làm việc", "chờ Thành phố xác nhận", "Giờ hành chính, khu vực công", "bản 1", "đang chạy", "Cách đếm"):
        assert said in why, said
    desks.step(desks.officer, made["id"], "ask", {"question": "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"})
    assert "đang tạm dừng từ" in page(anyone, "GET", f"/track/{made['code']}").text


# Last: what follows from this address is slowed down.
def test_wrong_codes_and_links_show_nothing(anyone, desks):
    made = desks.submit()
    other = made["code"][:-1] + ("A" if made["code"][-1] != "A" else "B")
    for code in (other, "x", "%00", "..%2f..%2fetc", "<script>", "HN2611-" + "A" * 500):
        answer = page(anyone, "GET", f"/track/{code}")
        assert answer.status_code == 404 and 'id="code-wrong"' in answer.text and "<script>alert" not in answer.text, code
    for key in ("sai", "x" * 5000, made["privateLink"][:-1]):
        answer = page(anyone, "GET", f"/track/{made['code']}", params={"key": key})
        assert answer.status_code == 403 and "data-rate" not in answer.text and "Số 12" not in answer.text
    assert page(anyone, "POST", f"/track/{made['code']}/add", data={"key": "sai", "text": "thêm"}).status_code == 403
    assert page(anyone, "POST", f"/track/{made['code']}/nothing", data={"key": made["privateLink"]}).status_code == 404

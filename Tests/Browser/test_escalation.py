"""From a citizen's telephone to the city's decision and back: one report, every hand it goes through, in real Chromium.

After every hop the holder and the due instant are read from the screens of different people and must be the same.
"""

import random
import struct
import zlib

import pytest

from Server.calling import Caller, fresh, good, sign_in
from Server.city import instant
from Server.running import PASSWORD

WARD, CENTRE, OFFICE, WORKS = "hn-00199", "trung-tam-pvhcc", "van-phong-ubnd-tp", "so-xay-dung"
FLOOD = "Nước ngập ngang bánh xe trước ngõ 12 đường Láng, cống không thoát, từ sáng đến giờ chưa rút, cả ngõ không ra được."
ANSWER = (
    "Sở Xây dựng đã thay 620 m cống trên đường Láng đoạn trước ngõ 12, nước không còn ngập sau trận mưa ngày hôm qua, "
    "mặt đường đã được hoàn trả và thu dọn xong trong ngày.")
PHONE = (390, 844)


def picture(path, seed, side=320):
    """A PNG of a house number of its own: noise in blocks, so that two seeds are two pictures."""
    dice = random.Random(seed)
    blocks = [[(dice.randrange(256), dice.randrange(256), dice.randrange(256)) for _ in range(8)] for _ in range(8)]
    rows = b"".join(b"\0" + b"".join(bytes(blocks[y * 8 // side][x * 8 // side]) for x in range(side)) for y in range(side))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return path


class Staff:
    """The people of the chain, each at his unit."""

    def __init__(self, city):
        self.city = city
        self.body = city.body(3, name="Ủy ban nhân dân Thành phố (thử chuỗi)")
        self.reception = self.officer(CENTRE, "Phạm Tiếp Nhận")
        self.officer_ward = self.officer(WARD, "Nguyễn Cán Bộ")
        self.head = self.officer(WARD, "Vũ Trưởng Phường", head=True)
        self.office = self.officer(OFFICE, "Lương Văn Phòng")
        self.works = self.officer(WORKS, "Ngô Chuyên Viên")
        self.works_head = self.officer(WORKS, "Trần Giám Đốc", head=True)
        self.leader = self.body.chairman

    def officer(self, unit, name, head=False):
        username = fresh("cb")
        made = good(
            self.city.admin.post("/users", {"username": username, "name": name, "role": "officer", "password": PASSWORD, "title": "", "unitId": unit, "head": head}), 201)
        caller = sign_in(self.city.server, username)
        caller.id = made["id"]
        return caller


@pytest.fixture(scope="module")
def staff(city):
    return Staff(city)


def switch(screen, server, person):
    """Another person sits down at the same machine."""
    screen.driver.delete_all_cookies()
    return screen.sign_in(server, person.username)


def choose(screen, selector, value):
    """Chooses in a list as a person does, so that the page hears of it."""
    screen.driver.execute_script(
        "const s = arguments[0]; s.value = arguments[1]; s.dispatchEvent(new Event('change', { bubbles: true }))", screen.find(selector), value)
    assert screen.find(selector).get_attribute("value") == value, f"{selector} has no {value}"


def write(screen, selector, text):
    field = screen.find(selector)
    field.clear()
    field.send_keys(text)


def standing(screen):
    """Who holds it and until when, as the open page says."""
    holder = screen.find("[data-holder]").get_attribute("data-holder")
    due = screen.find("[data-due]").get_attribute("datetime")
    return holder, due


def desk(screen, server, report):
    screen.open(server, f"/desk?report={report}")
    screen.find("[data-report-id]")
    return screen


def state(screen, name):
    screen.until(lambda: screen.find_now("[data-state]").get_attribute("data-state") == name, f"the state {name}")


def agree(server, citizen, code, *others):
    """Every screen and the API name the same holder and the same due instant."""
    citizen.open(server, f"/track/{code}")
    told = standing(citizen)
    public = good(Caller(server).get(f"/public/reports/{code}"))
    assert public["holder"] == told[0]
    seen = [told] + [standing(screen) for screen in others]
    assert len(set(seen)) == 1, f"the screens disagree: {seen}"
    return told


def submit(citizen, server, photo=None, text=FLOOD, street="ngõ 12 đường Láng", category="thoat-nuoc"):
    """The form on the telephone, to the receipt."""
    citizen.open(server, "/reports/new")
    citizen.click("[data-kind=onTheSpot]")
    write(citizen, "#text", text)
    if photo:
        citizen.find("#photo").send_keys(str(photo))
    choose(citizen, "#place", WARD)
    write(citizen, "#street", street)
    if category:
        choose(citizen, "#category", category)
    citizen.click("[data-report-form] button[type=submit]")
    citizen.until(lambda: citizen.all("[data-receipt]") or citizen.all("[data-similar]") or citizen.all("[role=alert]"), "an answer to the form")
    if citizen.all("[data-similar]"):
        citizen.click("[data-report-form] button[type=submit]")
    citizen.find("[data-receipt]")
    return citizen.text("[data-code]"), citizen.find("[data-private-link]").get_attribute("href")


def test_one_report_goes_up_is_decided_and_comes_back(server, city, staff, browser, tmp_path):
    citizen = browser(*PHONE)
    screen = browser(1280, 900)
    screen.expected_complaints += ["422", "WebSocket"]
    before, after = picture(tmp_path / "truoc.png", 1), picture(tmp_path / "sau.png", 2)

    # 1 · A citizen on a telephone, without an account.
    code, link = submit(citizen, server, before)
    holder, due = standing(citizen)
    assert holder == CENTRE
    assert agree(server, citizen, code) == (holder, due)

    # 2 · Reception: accepts, then gives it to the ward that the rules name.
    switch(screen, server, staff.reception)
    report = good(staff.reception.get(f"/reports/{code}"))["id"]
    desk(screen, server, report)
    agree(server, citizen, code, screen)
    screen.click("[data-key^=accept-] button[type=submit]")
    state(screen, "accepted")
    screen.click("[data-key^=assign-] button[type=submit]")
    state(screen, "assigned")
    assert agree(server, citizen, code, screen)[0] == WARD
    citizen.sees("Phường Láng")

    # 3 · The ward's officer takes it up.
    switch(screen, server, staff.officer_ward)
    screen.open(server, "/desk")
    screen.find(f".queue-row[data-code='{code}']").click()
    screen.find("[data-report-id]")
    screen.sees("đồng", inside="[data-own-limit]")
    screen.click("[data-key^=start-] button[type=submit]")
    state(screen, "inProgress")
    agree(server, citizen, code, screen)

    # An answer that says nothing is told what it lacks, before it is sent.
    write(screen, "[data-answer-text]", "Đã ghi nhận.")
    screen.until(lambda: screen.all("[data-gate] .blocks"), "what blocks the answer")

    # 4 · The head of the ward: beyond its authority.
    switch(screen, server, staff.head)
    desk(screen, server, report)
    screen.click("[data-shortcut=v]")
    screen.sees("300.000.000", inside="[data-own-limit]")
    screen.click("[data-raise-form] button[type=submit]")
    screen.until(lambda: len(screen.all("[data-raise-form] [aria-invalid=true]")) >= 5, "the missing fields to be named beside them")
    choose(screen, "#reason", "resources")
    choose(screen, "#side", "government")
    write(screen, "#stage", "Thay cống, cấp kinh phí")
    write(screen, "#cause", "Cống cũ hẹp, kinh phí thay vượt mức phường được quyết.")
    for index, (what, cost) in enumerate([("Thay 620 m cống đường Láng", "4800000000"), ("Nạo vét tạm, đặt máy bơm", "280000000")]):
        write(screen, f"#option-{index}-text", what)
        write(screen, f"#option-{index}-cost", cost)
        write(screen, f"#option-{index}-time", "45 ngày")
        choose(screen, f"#option-{index}-unit", WORKS)
        write(screen, f"#option-{index}-risk", "Mùa mưa đến sớm")
    choose(screen, "#ask", "funding")
    write(screen, "#peopleAffected", "1200")
    screen.click("[data-raise-form] button[type=submit]")
    screen.find("[data-dossier]")
    state(screen, "gathering")
    escalation = screen.find("[data-dossier]").get_attribute("data-dossier")
    assert agree(server, citizen, code, screen)[0] == OFFICE
    citizen.sees("cấp trên")

    # 5 · The City Office puts it before leadership.
    switch(screen, server, staff.office)
    screen.open(server, "/inbox")
    screen.click(f"[data-escalation='{escalation}'] [data-action]")
    screen.until(lambda: not screen.all(f"[data-escalation='{escalation}'] [data-action]"), "the card to go on")
    screen.open(server, f"/escalations/{escalation}")
    agree(server, citizen, code, screen)

    # 6 · A leader puts it on an agenda with one press.
    meeting = staff.body.convened(title="Phiên họp xử lý ngập", startsAt=instant(5400), endsAt=instant(9000))
    switch(screen, server, staff.leader)
    screen.sees("Xem, quyết định")
    screen.open(server, "/inbox")
    card = f"[data-escalation='{escalation}']"
    for said in ("1.200", "4.800.000.000", "Thay 620 m cống"):
        screen.sees(said, inside=card)
    screen.click(f"{card} [data-decision=agenda] summary")
    choose(screen, f"{card} [data-decision=agenda] select[name=meetingId]", meeting.id)
    screen.click(f"{card} [data-decision=agenda] button[type=submit]")
    screen.until(lambda: not screen.all(card), "the card to leave the inbox")
    screen.open(server, f"/escalations/{escalation}")
    state(screen, "onAgenda")
    agree(server, citizen, code, screen)
    item = good(staff.body.secretary.get(f"{meeting.path}/agenda"))["items"][-1]
    assert code in item["title"]

    # 7 · In the meeting: the dossier by tracking code, a poll, the conclusion with a task.
    for person in staff.body.seats:
        meeting.attend(person)
    meeting.advance("open")
    screen.open(server, f"/meetings/{meeting.id}").click_text("Hồ sơ, kết luận", inside=".agenda")
    screen.sees(code)
    screen.sees("Thay 620 m cống")
    poll = meeting.opened_poll(title="Chi 4,8 tỷ đồng thay cống đường Láng?", agendaItemId=item["id"])
    member = browser(820, 1180).sign_in(server, staff.body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    member.click(".panel [data-choice=for]")
    member.click(".panel [data-send]")
    member.sees("đã ghi nhận", inside=".panel")
    poll.vote({staff.body.seats[0]: "for", staff.body.seats[2]: "for"})
    poll.close()
    switch(screen, server, staff.body.secretary)
    screen.open(server, f"/meetings/{meeting.id}/items/{item['id']}")
    write(screen, "#conclusion-text", "Nhất trí phương án A. Sở Tài chính cân đối nguồn trong tháng.")
    write(screen, "#publicText", "Thành phố cấp kinh phí thay cống đường Láng, Sở Xây dựng làm.")
    screen.click("[name=release]")
    choose(screen, "#task-0-lead", WORKS)
    screen.driver.execute_script("document.querySelector('#task-0-due').value = arguments[0]", instant(30 * 86400)[:16])
    screen.click("[data-conclude] button[type=submit]")
    screen.find("[data-task]")
    assert agree(server, citizen, code)[0] == WORKS
    citizen.sees("Thành phố cấp kinh phí thay cống đường Láng")
    assert "cân đối nguồn" not in citizen.text("body"), "the private conclusion is nobody's but those who carry it out"

    # 8 · The lead unit works, reports the task as done, answers with proof; its head approves.
    switch(screen, server, staff.works)
    desk(screen, server, report)
    agree(server, citizen, code, screen)
    screen.click("[data-key^=start-] button[type=submit]")
    state(screen, "inProgress")
    screen.sees("nhiệm vụ của kết luận chưa xong", inside=".desk-act")
    screen.open(server, "/tasks")
    screen.click("[data-task] summary")
    write(screen, "[data-task] textarea", "Đã thay xong 620 m cống, nghiệm thu ngày hôm qua.")
    screen.click("[data-task] button[type=submit]")
    screen.until(lambda: not screen.all("[data-task]"), "the task to be done")
    desk(screen, server, report)
    agree(server, citizen, code, screen)
    write(screen, "[data-answer-text]", ANSWER)
    choose(screen, "#answer-outcome", "resolved")
    screen.find("#evidence-photo").send_keys(str(after))
    screen.find("[data-evidence-list] li")
    screen.click("[data-answer] button[type=submit]")
    state(screen, "answerPending")
    agree(server, citizen, code, screen)
    switch(screen, server, staff.works_head)
    desk(screen, server, report)
    screen.sees("620 m cống", inside="[data-pending-answer]")
    screen.click_text("Duyệt và gửi người dân", inside=".desk-act")
    state(screen, "answered")

    # 9 · The citizen reads the answer with its photo and rates it.
    citizen.driver.get(link)
    citizen.sees("620 m cống", inside="[data-answer]")
    citizen.until(
        lambda: citizen.driver.execute_script("const i = document.querySelector('.answer img'); i.scrollIntoView(); return i.complete && i.naturalWidth > 100"), "the photo of the result")
    citizen.click(".rate-level:first-child")
    citizen.click("[data-rate] button[type=submit]")
    citizen.sees("Đã ghi đánh giá")
    citizen.sees("Hài lòng")
    assert good(staff.reception.get(f"/reports/{report}"))["state"] == "closed"
    assert good(staff.works.get("/report-counts"))["total"] >= 1


def test_a_complaint_is_shown_the_right_door(server, browser):
    citizen = browser(*PHONE).open(server, "/reports/new")
    citizen.click("[data-kind=complaint]")
    citizen.find("[data-right-door=complaint]")
    citizen.sees("cơ quan đã ra quyết định")
    assert not citizen.all("form[data-report-form]")


def test_mistakes_are_said_beside_the_field_and_nothing_is_lost(server, browser, tmp_path):
    citizen = browser(*PHONE)
    citizen.expected_complaints += ["422"]
    citizen.open(server, "/reports/new?kind=onTheSpot")
    write(citizen, "#text", "Ngập rồi")
    write(citizen, "#landmark", "gần cổng trường <b>&amp;")
    write(citizen, "#phone", "0912 345 678")
    junk = tmp_path / "anh.jpg"
    junk.write_bytes(b"day khong phai la anh" * 100)
    citizen.find("#photo").send_keys(str(junk))
    citizen.click("[data-report-form] button[type=submit]")
    citizen.find("#photo-wrong")
    citizen.find("#text-wrong")
    assert citizen.find("#text").get_attribute("value") == "Ngập rồi"
    assert citizen.find("#landmark").get_attribute("value") == "gần cổng trường <b>&amp;"
    assert citizen.find("#phone").get_attribute("value") == "0912 345 678"


def test_a_huge_photo_is_refused_and_the_words_are_kept(server, browser, tmp_path):
    citizen = browser(*PHONE)
    citizen.expected_complaints += ["422"]
    citizen.open(server, "/reports/new?kind=onTheSpot")
    write(citizen, "#text", FLOOD)
    choose(citizen, "#place", WARD)
    write(citizen, "#street", "đường Láng")
    huge = tmp_path / "to.jpg"
    huge.write_bytes(b"\xff\xd8\xff\xe0" + bytes(11 << 20))
    citizen.find("#photo").send_keys(str(huge))
    citizen.click("[data-report-form] button[type=submit]")
    citizen.sees("10 MB", inside="#photo-wrong")
    assert citizen.find("#text").get_attribute("value") == FLOOD
    assert citizen.find("#street").get_attribute("value") == "đường Láng"


def test_a_wrong_code_and_a_wrong_link_say_so(server, browser):
    citizen = browser(*PHONE)
    citizen.expected_complaints += ["404", "403"]
    code, link = submit(citizen, server, text="Đèn đường ở ngõ 167 không sáng từ ba hôm nay, buổi tối rất khó đi lại, đề nghị sửa giúp.", street="ngõ 167", category="")
    citizen.open(server, f"/track/{code[:-1]}{'A' if code[-1] != 'A' else 'B'}")
    citizen.sees("chép thiếu hoặc sai", inside="#code-wrong")
    citizen.driver.get(link[:-4] + "0000")
    citizen.sees("không đúng với phản ánh")
    assert not citizen.all("[data-rate], .add")
    citizen.driver.get(link)
    citizen.sees("phản ánh của anh/chị")


def test_the_form_works_without_scripts_and_is_light(server, browser):
    citizen = browser(*PHONE)
    citizen.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    citizen.driver.execute_cdp_cmd("Network.enable", {})
    citizen.open(server, "/reports/new")
    citizen.find("[data-kind=onTheSpot]").click()
    citizen.find("#text").send_keys("Rác tồn ba ngày cuối ngõ Thái Thịnh, bốc mùi, đề nghị phường cho thu gom sớm giúp bà con.")
    for option in citizen.all("#place option"):
        if option.get_attribute("value") == WARD:
            option.click()
            break
    citizen.find("#street").send_keys("ngõ Thái Thịnh")
    citizen.find("[data-report-form] button[type=submit]").click()
    if citizen.all("[data-similar]"):
        citizen.find("[data-report-form] button[type=submit]").click()
    citizen.find("[data-receipt]")
    citizen.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    caller = Caller(server)
    weight = 0
    for path in ("/reports/new?kind=onTheSpot",) + tuple(f"/static/css/{name}.css" for name in ("tokens", "base", "button", "sign", "card", "form", "timeline", "citizen")) + (
        "/static/js/report-form.js", "/static/img/mark.svg"):
        weight += len(caller.get(path, base="", headers={"Accept": "text/html"}).content)
    assert weight <= 100_000, f"{weight} bytes before photos"

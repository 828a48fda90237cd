"""Every screen under axe (WCAG 2.1 A and AA): what a machine can find is not there."""

import pytest
from axe_core_python.selenium import Axe

from Server.calling import good
from Server.city import sample

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


@pytest.fixture(scope="module")
def scenes(city):
    """A body with a meeting to come, one in session with everything on it, and one that is over."""
    body = city.body(3, name="Ủy ban nhân dân quận dễ tiếp cận")
    chair, deputy, member = body.seats
    draft = body.draft(title="Phiên họp đang chuẩn bị")
    draft.item("Nội dung thứ nhất", kind="vote")
    convened = body.convened(title="Phiên họp sắp tới")
    good(member.put(f"{convened.path}/invitation", {"answer": "decline", "reason": "Đi công tác"}))
    running = body.opened(title="Phiên họp đang diễn ra")
    item = running.item("Kinh phí thoát nước", kind="vote")
    signed = running.ready(running.paper(sample("ok-bb-rsa2048.pdf"), itemId=item["id"]))
    good(city.admin.post("/trust/anchors", {"name": "goc-dac-dung.pem", "pem": sample("trust/root-specialised.pem").decode()}), 201)
    good(chair.post(f"{running.path}/current-item", {"itemId": item["id"]}))
    asked = good(deputy.post(f"{running.path}/floor"), 201)["id"]
    good(member.post(f"{running.path}/floor"), 201)
    good(chair.post(f"{running.path}/floor/{asked}/grant"))
    running.announce("Giải lao lúc 10 giờ")
    running.opened_poll(title="Thông qua kinh phí?", agendaItemId=item["id"]).vote({chair: "for", deputy: "for"}).close()
    running.opened_poll(title="Thông qua lần hai?", agendaItemId=item["id"])
    over = body.opened(title="Phiên họp đã xong").advance("close")
    counted = body.opened(title="Phiên họp đếm tay")
    counted.opened_poll(title="Giơ tay thông qua?", taking="hands")
    called = body.opened(title="Phiên họp gọi tên")
    called.opened_poll(title="Gọi tên thông qua?", taking="rollCall")
    elected = body.opened(title="Phiên họp bầu cử")
    elected.opened_poll(title="Bầu Trưởng ban", method="election", secrecy="secret", options=[{"title": "Nguyễn An"}, {"title": "Lê Cúc"}])
    agreed = consenting(body)
    good(chair.put(f"{running.path}/presented-page", {"documentId": signed["id"], "page": 1}))
    hung, spare = city.account("screen", token=False), city.account("screen", token=False)
    good(city.admin.put(f"/bodies/{body.id}/screens/{hung.id}"))
    slips, slip = circulated(body)
    good(city.admin.put(f"/bodies/{body.id}/rules", {"circulation": {"earlyClose": "always"}}))
    answered, report = circulated(body)
    good(report.cast(deputy, "abstain", text="Đề nghị làm rõ nguồn vốn"), 201)
    report.close()
    return {"body": body, "draft": draft, "convened": convened, "running": running, "over": over, "counted": counted, "called": called, "elected": elected, "agreed": agreed,
            "slips": slips, "slip": slip, "answered": answered, "report": report, "signed": signed["id"], "hung": hung, "spare": spare}


def consenting(body):
    """Three items nobody objects to, one of them pulled out, the list not yet put to the vote."""
    meeting = body.draft(title="Phiên họp có danh mục thông qua gộp")
    items = [meeting.item(title, kind="vote")["id"] for title in ("Điều chỉnh dự toán", "Đặt tên phố mới", "Kế hoạch trồng cây")]
    for item in items:
        meeting.poll(agendaItemId=item)
    meeting.advance("convene")
    good(body.seats[1].post(f"{meeting.path}/agenda/{items[2]}/pull-out"))
    for member in body.seats:
        meeting.attend(member)
    return meeting.advance("open")


def circulated(body):
    meeting = body.draft(type="circulated", title="Lấy ý kiến bằng phiếu")
    good(body.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp", "number": "15/PLYK-UBND", "submitter": "Sở Xây dựng"}))
    meeting.advance("convene")
    good(body.chairman.post(f"{meeting.path}/circulation/approve"))
    return meeting, meeting.opened_poll(title="Đồng ý ban hành?")


PAGES = [
    ("home", "member", "/"),
    ("home", "secretary", "/"),
    ("new", "secretary", "/meetings/new"),
    ("prepare", "secretary", "/meetings/{draft}/prepare"),
    ("prepare-running", "secretary", "/meetings/{running}/prepare"),
    ("brief", "chair", "/meetings/{convened}/brief"),
    ("room-before", "member", "/meetings/{convened}"),
    ("room", "member", "/meetings/{running}"),
    ("cockpit", "chair", "/meetings/{running}"),
    ("console", "secretary", "/meetings/{running}"),
    ("screen", "secretary", "/meetings/{running}/screen"),
    ("minutes", "secretary", "/meetings/{over}/minutes"),
    ("account", "member", "/account"),
    ("admin", "admin", "/admin"),
    ("trust", "admin", "/admin/trust"),
    ("reader", "member", "/meetings/{running}?doc={signed}"),
    ("signatures", "member", "/meetings/{running}/documents/{signed}/signatures"),
    ("bodies", "admin", "/admin/bodies"),
    ("rules", "admin", "/admin/bodies/{body}"),
    ("contacts", "admin", "/admin/contacts"),
    ("unknown", "member", "/meetings/none"),
    ("consent", "chair", "/meetings/{agreed}"),
    ("consent", "member", "/meetings/{agreed}"),
    ("circulation", "member", "/meetings/{slips}"),
    ("circulation", "secretary", "/meetings/{slips}/prepare"),
    ("slip", "member", "/polls/{slip}/slip"),
    ("report", "secretary", "/polls/{report}/opinions"),
    ("report-room", "member", "/meetings/{answered}"),
    ("count", "secretary", "/meetings/{counted}"),
    ("roll-call", "secretary", "/meetings/{called}"),
    ("election", "member", "/meetings/{elected}"),
    ("wall", "hung", "/screen"),
    ("wall-idle", "spare", "/screen"),
]


def violations(driver):
    found = Axe().run(driver, options=RULES)["violations"]
    return [f"{one['id']}: {node['html'][:160]} — {node['failureSummary'][:300]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize(("name", "who", "path"), PAGES, ids=[f"{name}-{who}" for name, who, _ in PAGES])
@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (820, "dark")], ids=["wide-light", "upright-dark"])
def test_nothing_a_machine_finds(server, city, scenes, browser, name, who, path, width, theme):
    body = scenes["body"]
    people = {"chair": body.seats[0], "member": body.seats[2], "secretary": body.secretary, "admin": city.admin, "hung": scenes["hung"], "spare": scenes["spare"]}
    screen = browser(width, 800 if width > 900 else 1180).sign_in(server, people[who].username)
    # A view that is still fading in has no contrast yet.
    screen.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    screen.driver.add_cookie({"name": "theme", "value": theme, "path": "/"})
    screen.open(server, path.format(**{key: getattr(one, "id", one) for key, one in scenes.items()}))
    screen.find("main")
    if name == "unknown":
        screen.expected_complaints.append("404")
    # A wall is dark whatever its reader chose.
    assert (screen.find("html").get_attribute("data-theme") == "dark") == (theme == "dark" or path.endswith("/screen"))
    # Every view of the panel is looked at, not the first alone.
    views = [tab.get_attribute("data-view-tab") for tab in screen.all("[data-view-tab]")] or [None]
    for view in views:
        if view:
            screen.driver.execute_script("document.querySelector(`[data-view-tab='${arguments[0]}']`).click()", view)
        assert violations(screen.driver) == [], f"{path} {view or ''}"


def test_the_sign_in_page(server, browser):
    screen = browser().open(server, "/")
    screen.find("#username")
    assert violations(screen.driver) == []

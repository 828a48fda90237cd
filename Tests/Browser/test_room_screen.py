"""The screen of a room: signed in once, it shows whatever session of its body is on."""

from Server.calling import good
from Server.running import ROOT

PAPER = ROOT / "Storage" / "Seeds" / "papers" / "04-to-trinh-412-ttr-sxd.pdf"


def test_a_wall_signed_in_once_shows_the_session_by_itself(server, city, browser):
    body = city.body(3, name="Ủy ban có màn hình")
    account = city.account("screen", name="Màn hình phòng họp 1", token=False)
    good(city.admin.put(f"/bodies/{body.id}/screens/{account.id}"))
    wall = browser(1280, 720).sign_in(server, account.username)
    wall.sees("Chưa có phiên họp").sees("Ủy ban có màn hình")
    assert wall.driver.current_url.endswith("/screen")
    meeting = body.opened(title="Phiên họp tự hiện")
    item = meeting.item("Điều chỉnh quy hoạch đất dịch vụ")["id"]
    private = meeting.item("Nhân sự")["id"]
    good(body.chairman.post(f"{meeting.path}/current-item", {"itemId": item}))
    wall.sees("Phiên họp tự hiện").sees("Điều chỉnh quy hoạch đất dịch vụ")
    # From here on everything comes by push: the page is not read again.
    wall.driver.execute_script("document.body.dataset.sameAs = 'before'")
    paper = meeting.ready(meeting.paper(PAPER.read_bytes(), itemId=item, title="Tờ trình 412"))
    asked = good(body.seats[2].post(f"{meeting.path}/floor"), 201)["id"]
    good(body.chairman.post(f"{meeting.path}/floor/{asked}/grant"))
    wall.until(lambda: wall.all("[data-speech]"), "the speaker's clock")
    good(body.seats[2].put(f"{meeting.path}/presented-page", {"documentId": paper["id"], "page": 2}))
    wall.sees("Trang 2/3").sees("Tờ trình 412")
    wall.until(lambda: wall.driver.execute_script("const i = document.querySelector('.wall-page'); return i && i.complete && i.naturalWidth > 100"), "the picture of the page")
    good(body.chairman.post(f"{meeting.path}/floor/{asked}/end"))
    poll = meeting.opened_poll(title="Thông qua điều chỉnh quy hoạch?", agendaItemId=item)
    wall.sees("Thông qua điều chỉnh quy hoạch?")
    poll.vote({body.seats[0]: "for", body.seats[1]: "for"}).close()
    wall.sees("THÔNG QUA")
    good(body.secretary.put(f"{meeting.path}/agenda/{private}/access", {"closed": True}))
    good(body.chairman.post(f"{meeting.path}/current-item", {"itemId": private}))
    wall.until(lambda: "THÔNG QUA" not in wall.text("body"), "the result to be gone")
    assert "Nhân sự" not in wall.text("body")
    assert wall.driver.execute_script("return document.body.dataset.sameAs") == "before"
    # Nothing else opens.
    wall.expected_complaints += ["403"]
    wall.open(server, f"/meetings/{meeting.id}").sees("Màn hình phòng họp chỉ hiện phiên họp")
    wall.open(server, "/").sees("Phiên họp tự hiện")


def test_the_administrator_hangs_a_screen_and_takes_it_down(server, city, browser):
    body = city.body(3, name="Ủy ban gắn màn hình")
    account = city.account("screen", name="Máy chiếu hội trường", token=False)
    screen = browser(1280, 800).sign_in(server, "quantri").open(server, f"/admin/bodies/{body.id}")
    screen.click_text("Gắn màn hình", inside='[aria-labelledby="walls-heading"]')
    screen.find(f'#w-user option[value="{account.id}"]').click()
    screen.click('[aria-labelledby="walls-heading"] form button[type=submit]')
    screen.sees("Máy chiếu hội trường", inside=".wall-account")
    assert [one["id"] for one in city.admin.items(f"/bodies/{body.id}/screens")] == [account.id]
    screen.click_text("Gỡ", inside=".wall-account")
    screen.click("dialog[open] button.primary, dialog[open] [data-confirm-yes]")
    screen.until(lambda: not screen.all(".wall-account"), "the screen to be taken down")
    assert city.admin.items(f"/bodies/{body.id}/screens") == []

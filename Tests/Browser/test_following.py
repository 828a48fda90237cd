"""The page that is before everybody: one tap follows it, turning by hand leaves it, the wall shows it."""

from Server.calling import good
from Server.running import ROOT

PAPER = ROOT / "Storage" / "Seeds" / "papers" / "04-to-trinh-412-ttr-sxd.pdf"


def session(city):
    body = city.body(3)
    meeting = body.opened(title="Phiên họp cùng một trang")
    item = meeting.item("Điều chỉnh quy hoạch đất dịch vụ")["id"]
    other = meeting.item("Kinh phí thoát nước")["id"]
    paper = meeting.ready(meeting.paper(PAPER.read_bytes(), itemId=item, title="Tờ trình 412"))
    second = meeting.ready(meeting.paper((PAPER.parent / "05-du-thao-nghi-quyet-ban-2.pdf").read_bytes(), itemId=other, title="Dự thảo nghị quyết"))
    good(body.chairman.post(f"{meeting.path}/current-item", {"itemId": item}))
    return body, meeting, (item, other), (paper, second)


def reads(screen, paper, page):
    def there():
        reader = screen.find_now("[data-reader]")
        return (reader.get_attribute("data-document"), reader.get_attribute("data-page")) == (paper["id"], str(page))

    screen.until(there, f"page {page} of {paper['title']}")


def pressed(screen, selector, state):
    screen.until(lambda: screen.find_now(selector).get_attribute("aria-pressed") == state, f"{selector} pressed {state}")


def hangs(screen, page):
    """The page hangs on the wall as a picture that has come."""
    screen.sees(page)
    screen.until(lambda: screen.driver.execute_script("const i = document.querySelector('.wall-page'); return i && i.complete && i.naturalWidth > 100"), "the picture of the page")


def test_one_tap_takes_a_member_to_the_page_that_is_shown(server, city, browser):
    body, meeting, (item, other), (paper, second) = session(city)
    room = f"/meetings/{meeting.id}"
    chair = browser(1280, 800).sign_in(server, body.chairman.username).open(server, room)
    member = browser(820, 1180).sign_in(server, body.seats[2].username).open(server, room)
    wall = browser(1280, 720).sign_in(server, body.secretary.username).open(server, f"{room}/screen")
    # Who conducts has the button, who listens has not.
    reads(chair, paper, 1)
    assert not member.all("[data-present]")
    member.open(server, f"{room}?doc={second['id']}")
    reads(member, second, 1)
    chair.click("[data-present]")
    pressed(chair, "[data-present]", "true")
    chair.sees("Đang chiếu", inside="[data-present]")
    hangs(wall, "Trang 1/3")
    # Nothing moves by itself: the member is told, and goes when he wants to.
    member.sees("tr. 1", inside="[data-follow]")
    reads(member, second, 1)
    member.click("[data-follow]")
    pressed(member, "[data-follow]", "true")
    reads(member, paper, 1)
    chair.click('[data-turn="next"]')
    reads(member, paper, 2)
    hangs(wall, "Trang 2/3")
    # Leafing on oneself is leaving; one tap takes back.
    member.click('[data-turn="next"]')
    pressed(member, "[data-follow]", "false")
    reads(member, paper, 3)
    member.click("[data-follow]")
    reads(member, paper, 2)
    # A reload changes nothing for either.
    chair.driver.refresh()
    member.driver.refresh()
    pressed(chair, "[data-present]", "true")
    pressed(member, "[data-follow]", "true")
    reads(member, paper, 2)
    # The session goes on: the page goes, who follows is at the next item.
    good(body.chairman.post(f"{meeting.path}/current-item", {"itemId": other}))
    reads(member, second, 1)
    wall.until(lambda: not wall.all(".wall-page"), "the page to be gone from the wall")
    wall.sees("Kinh phí thoát nước")
    pressed(chair, "[data-present]", "false")


def test_ending_to_show_and_a_private_part_clear_the_wall(server, city, browser):
    body, meeting, (item, _), (paper, _) = session(city)
    room = f"/meetings/{meeting.id}"
    secretary = browser(1280, 800).sign_in(server, body.secretary.username).open(server, room)
    wall = browser(1280, 720).sign_in(server, body.chairman.username).open(server, f"{room}/screen")
    secretary.click("[data-present]")
    hangs(wall, "Trang 1/3")
    secretary.click("[data-present]")
    pressed(secretary, "[data-present]", "false")
    wall.until(lambda: not wall.all(".wall-page"), "the page to be gone from the wall")
    secretary.click("[data-present]")
    hangs(wall, "Trang 1/3")
    good(body.secretary.put(f"{meeting.path}/agenda/{item}/access", {"closed": True}))
    wall.until(lambda: not wall.all(".wall-page"), "the page to be gone from the wall")
    assert "Điều chỉnh quy hoạch" not in wall.text("body")

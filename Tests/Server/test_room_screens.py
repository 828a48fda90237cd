"""A screen on a wall (features row 37): it shows the sessions of its body to whoever is in the room, and nothing else."""

import pytest
import requests

from .calling import Caller, good
from .city import instant, sample
from .problems import refused
from .running import PASSWORD
from .sockets import Push


@pytest.fixture(scope="module")
def council(city):
    return city.body(3, name="Hội đồng có màn hình")


def hung(city, council):
    wall = city.account("screen", name="Màn hình phòng họp 1")
    good(city.admin.put(f"/bodies/{council.id}/screens/{wall.id}"), 200)
    return wall


@pytest.fixture(scope="module")
def wall(city, council):
    return hung(city, council)


def page(who, path, **more):
    return who.request("GET", path, base="", headers={"Accept": "text/html"}, **more)


def test_it_shows_the_session_that_is_on_and_goes_from_one_to_the_next(city):
    council = city.body(3, name="Hội đồng liên tiếp")
    wall = hung(city, council)
    assert "Chưa có phiên họp" in page(wall, "/screen").text
    assert "Hội đồng liên tiếp" in page(wall, "/screen").text
    council.draft(title="Bản nháp không ai biết")
    assert "Chưa có phiên họp" in page(wall, "/screen").text
    later = council.convened(title="Phiên chiều", startsAt=instant(7200), endsAt=instant(9000))
    assert "Phiên chiều" in page(wall, "/screen").text
    first = council.opened(title="Phiên sáng")
    shown = page(wall, "/screen").text
    assert "Phiên sáng" in shown and "Phiên chiều" not in shown and 'data-refresh' not in shown
    first.advance("pause")
    assert "Phiên sáng" in page(wall, "/screen").text
    first.advance("resume").advance("close")
    assert "Phiên chiều" in page(wall, "/screen").text and 'data-refresh' in page(wall, "/screen").text
    good(council.secretary.post(f"{later.path}/cancel"), 200)
    assert "Phiên sáng" in page(wall, "/screen").text
    assert page(wall, f"/meetings/{later.id}/screen").status_code == 404


def test_it_shows_item_page_speaker_and_result(council, wall):
    meeting = council.opened(title="Phiên họp trên tường")
    item = meeting.item("Quy hoạch trên tường")["id"]
    paper = meeting.ready(meeting.paper(sample(), itemId=item, title="Tờ trình trên tường"))
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": item}), 200)
    path = f"/meetings/{meeting.id}/screen"
    assert "Quy hoạch trên tường" in page(wall, path).text
    assert page(wall, f"{path}/page.png").status_code == 404
    good(council.chairman.put(f"{meeting.path}/presented-page", {"documentId": paper["id"], "page": 1}), 200)
    assert "Tờ trình trên tường" in page(wall, path).text and page(wall, f"{path}/page.png").headers["content-type"] == "image/png"
    asked = good(council.seats[2].post(f"{meeting.path}/floor"), 201)["id"]
    good(council.chairman.post(f"{meeting.path}/floor/{asked}/grant"), 200)
    assert "speech-clock" in page(wall, f"/meetings/{meeting.id}/fragments/screen").text
    good(council.chairman.post(f"{meeting.path}/floor/{asked}/end"), 200)
    poll = meeting.opened_poll(title="Đồng ý trên tường?", agendaItemId=item)
    assert "Đồng ý trên tường?" in page(wall, path).text
    poll.vote({council.chairman: "for", council.seats[1]: "for", council.seats[2]: "against"}).close()
    shown = page(wall, path).text
    assert "THÔNG QUA" in shown
    meeting.advance("close")


def test_nothing_but_the_wall_is_open_to_it(city, council, wall):
    meeting = council.opened(title="Chỉ tường thôi")
    item = meeting.item("Mục công khai")["id"]
    paper = meeting.ready(meeting.paper(sample(), itemId=item))
    poll = meeting.opened_poll(agendaItemId=item)
    id = meeting.id
    for path in (
        f"/meetings/{id}", f"/meetings/{id}/prepare", f"/meetings/{id}/minutes", f"/meetings/{id}/brief", f"/meetings/{id}/fragments/panel", f"/meetings/{id}/fragments/screen+panel",
        f"/meetings/{id}/fragments/head", f"/meetings/{id}/documents/{paper['id']}/signatures", f"/polls/{poll.id}/slip", "/account", "/admin", "/desk", "/inbox", "/tasks", "/meetings/new",
        "/fragments/home", "/track", "/meetings", "/metrics", f"/meetings/{id}/screen/../minutes", f"/meetings/{id}/screen/page.png/x", "/screen/x",
    ):
        answer = page(wall, path, allow_redirects=False)
        assert answer.status_code in (403, 404), f"{path}: {answer.status_code}"
        assert "Mục công khai" not in answer.text, path
    for path in (
        "/users", "/bodies", f"/bodies/{council.id}", "/meetings", meeting.path, f"{meeting.path}/roster", f"{meeting.path}/agenda", f"{meeting.path}/documents", f"{meeting.path}/polls",
        f"{meeting.path}/announcements", f"{meeting.path}/minutes", f"/documents/{paper['id']}", f"/documents/{paper['id']}/content", f"/documents/{paper['id']}/pages/1.png", poll.path,
        f"{meeting.path}/presented-page", "/reports", "/units", "/calendars", "/trust",
    ):
        refused(wall.get(path), 403, "auth.forbidden")
    for method, path, body in (
        ("POST", f"{poll.path}/ballots", {"choice": "for"}), ("POST", f"{meeting.path}/floor", None), ("POST", f"{meeting.path}/announcements", {"text": "x"}),
        ("POST", f"{meeting.path}/close", None), ("PUT", f"{meeting.path}/presented-page", {"documentId": paper["id"], "page": 1}), ("POST", "/reports", {}),
        ("PUT", f"/users/{wall.id}/password", {"password": "mat-khau-moi-1"}), ("PUT", f"/users/{wall.id}/mail", {"address": "a@b.vn"}), ("DELETE", f"{meeting.path}/presented-page", None),
    ):
        refused(wall.request(method, path, json=body), 403, "auth.forbidden")
    # What hangs is in the page, and no name of anybody who voted or did not.
    shown = page(wall, f"/meetings/{id}/screen").text
    assert all(f"Người {person.username}" not in shown for person in council.seats[1:])
    assert good(wall.get("/me"), 200)["role"] == "screen"


def test_it_hears_what_a_guest_hears(council, wall):
    meeting = council.opened()
    open_item, closed = meeting.item("Mở")["id"], meeting.item("Kín")["id"]
    good(council.secretary.put(f"{meeting.path}/agenda/{closed}/access", {"closed": True}), 200)
    with Push(wall).subscribe(f"meeting:{meeting.id}") as socket:
        socket.next("subscribed")
        meeting.opened_poll(title="Việc kín?", agendaItemId=closed).vote({council.chairman: "for"}).close()
        good(council.secretary.put(f"{meeting.path}/agenda/{closed}/conclusion", {"text": "Kết luận kín"}), 200)
        seq = meeting.announce("Nghỉ giải lao")
        events = socket.events_until(seq)
        kinds = [event["kind"] for event in events]
        assert "announcement.posted" in kinds
        assert not {"poll.opened", "poll.closed", "poll.created", "ballot.received", "ballot.recorded", "conclusion.changed"} & set(kinds), kinds
    shown = page(wall, f"/meetings/{meeting.id}/screen").text
    assert "Việc kín" not in shown and "Kín" not in shown
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": open_item}), 200)
    assert "Mở" in page(wall, f"/meetings/{meeting.id}/screen").text


def test_another_bodys_sessions_are_unknown_to_it(city, council, wall):
    other = city.body(3)
    meeting = other.opened(title="Phiên của nơi khác")
    assert page(wall, f"/meetings/{meeting.id}/screen").status_code == 404
    assert page(wall, f"/meetings/{meeting.id}/fragments/screen").status_code == 404
    assert page(wall, f"/meetings/{meeting.id}/screen/page.png").status_code == 404
    assert "Phiên của nơi khác" not in page(wall, "/screen").text
    with Push(wall).subscribe(f"meeting:{meeting.id}") as socket:
        assert socket.next("error")["code"] == "push.not-found"
    # Moved, it shows the other body and no longer the first.
    moved = hung(city, council)
    good(city.admin.put(f"/bodies/{other.id}/screens/{moved.id}"), 200)
    assert page(moved, f"/meetings/{meeting.id}/screen").status_code == 200
    assert moved.id not in {one["id"] for one in city.admin.items(f"/bodies/{council.id}/screens")}


def test_taken_down_it_shows_nothing_at_once(city, council):
    wall = hung(city, council)
    meeting = council.opened()
    path = f"/meetings/{meeting.id}/screen"
    assert page(wall, path).status_code == 200
    with Push(wall).subscribe(f"meeting:{meeting.id}") as socket:
        socket.next("subscribed")
        good(city.admin.delete(f"/bodies/{council.id}/screens/{wall.id}"), 204)
        meeting.announce("Sau khi gỡ")
        assert socket.next("error")["code"] == "push.not-found"
    assert page(wall, path).status_code == 404
    assert "chưa được gắn" in page(wall, "/screen").text
    refused(city.admin.delete(f"/bodies/{council.id}/screens/{wall.id}"), 404, "not-found")
    good(city.admin.post(f"/users/{wall.id}/disable"), 200)
    assert page(wall, "/screen", allow_redirects=False).status_code in (303, 401)


def test_only_a_screen_hangs_and_a_screen_sits_nowhere(city, council):
    member, wall = city.account(), city.account("screen")
    refused(city.admin.put(f"/bodies/{council.id}/screens/{member.id}"), 422, "request.invalid", "/userId")
    refused(city.admin.put(f"/bodies/{council.id}/screens/khongco"), 404, "not-found")
    refused(city.admin.put(f"/bodies/khongco/screens/{wall.id}"), 404, "not-found")
    refused(council.secretary.put(f"/bodies/{council.id}/screens/{wall.id}"), 403, "auth.forbidden")
    refused(council.secretary.get(f"/bodies/{council.id}/screens"), 403, "auth.forbidden")
    refused(city.admin.put(f"/bodies/{council.id}/members/{wall.id}", {"role": "member"}), 422, "request.invalid", "/userId")
    meeting = council.convened()
    refused(council.secretary.put(f"{meeting.path}/invited/{wall.id}", {"capacity": "Khách"}), 422, "request.invalid", "/userId")
    # Nobody else has a wall of his own.
    for who in (member, council.secretary, city.admin, Caller(city.server)):
        assert page(who, "/screen", allow_redirects=False).status_code in (303, 401, 404)


def test_it_is_signed_in_with_a_form_and_lands_on_its_wall(city, council):
    wall = hung(city, council)
    browser = requests.Session()
    answer = browser.post(
        city.server.url + "/sign-in", data={"username": wall.username, "password": PASSWORD},
        allow_redirects=False)
    assert answer.status_code == 303, answer.text[:300]
    cookie = answer.headers["set-cookie"]
    # Nobody signs a wall in every morning.
    assert "Max-Age=7776000" in cookie or "Max-Age=7775999" in cookie, cookie
    home = browser.get(city.server.url + "/")
    assert home.url.endswith("/screen") and home.status_code == 200

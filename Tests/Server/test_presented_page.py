"""The page that is before everybody: who may show it, who hears of it, what hangs on the wall."""

import pytest

from .calling import Caller, good
from .city import sample
from .problems import refused
from .sockets import Push


@pytest.fixture(scope="module")
def council(city):
    return city.body(4)


@pytest.fixture(scope="module")
def meeting(council):
    meeting = council.opened()
    meeting.invite(council.city.account())
    return meeting


@pytest.fixture(scope="module")
def item(meeting):
    return meeting.item("Điều chỉnh quy hoạch")["id"]


@pytest.fixture(scope="module")
def paper(meeting, item):
    return meeting.ready(meeting.paper(sample(), itemId=item))


def page_of(meeting):
    return f"{meeting.path}/presented-page"


def show(who, meeting, paper, page=1):
    return who.put(page_of(meeting), {"documentId": paper["id"], "page": page})


def wall(who, meeting, part=""):
    return who.request("GET", f"{meeting.path}/screen{part}", base="", headers={"Accept": "text/html"})


def test_a_page_is_shown_followed_and_taken_away(council, meeting, item, paper):
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": item}), 200)
    assert council.seats[2].get(page_of(meeting)).status_code == 204
    head = meeting.look()["head"]
    with Push(council.seats[2]).subscribe(f"meeting:{meeting.id}") as socket:
        socket.next("subscribed")
        seq = good(show(council.chairman, meeting, paper), 200)["seq"]
        assert seq == head + 1
        event = socket.next("events")["events"][0]
        assert event["kind"] == "presenter.page-shown" and event["actor"] == f"person:{council.chairman.id}"
        assert event["data"] == {"meeting": meeting.id, "item": item, "document": paper["id"], "version": 1, "page": 1}
        shown = good(council.seats[2].get(page_of(meeting)), 200)
        assert (shown["documentId"], shown["itemId"], shown["page"], shown["pages"], shown["presenter"]) == (paper["id"], item, 1, paper["pages"], council.chairman.id)
        picture = wall(council.seats[2], meeting, "/page.png")
        assert picture.status_code == 200 and picture.headers["content-type"] == "image/png" and picture.content[:4] == b"\x89PNG"
        again = council.seats[2].request("GET", f"{meeting.path}/screen/page.png", base="", headers={"If-None-Match": picture.headers["etag"]})
        assert again.status_code == 304
        assert "screen/page.png" in wall(council.secretary, meeting).text
        good(council.secretary.delete(page_of(meeting)), 204)
        assert socket.next("events")["events"][0]["kind"] == "presenter.page-hidden"
    assert wall(council.secretary, meeting, "/page.png").status_code == 404
    assert "screen/page.png" not in wall(council.secretary, meeting).text
    # Nothing is shown, so nothing happens.
    good(council.secretary.delete(page_of(meeting)), 204)


def test_who_has_the_floor_shows_pages_while_he_has_it(council, meeting, item, paper):
    speaker = council.seats[3]
    refused(show(speaker, meeting, paper), 403, "auth.forbidden")
    asked = good(speaker.post(f"{meeting.path}/floor"), 201)["id"]
    refused(show(speaker, meeting, paper), 403, "auth.forbidden")
    good(council.chairman.post(f"{meeting.path}/floor/{asked}/grant"), 200)
    good(show(speaker, meeting, paper), 200)
    good(council.chairman.post(f"{meeting.path}/floor/{asked}/end"), 200)
    refused(speaker.delete(page_of(meeting)), 403, "auth.forbidden")
    good(council.chairman.delete(page_of(meeting)), 204)


def test_bad_pages_and_papers_are_refused(city, council, meeting, paper):
    chair = council.chairman
    for page in (0, -1, paper["pages"] + 1, 2**62):
        refused(show(chair, meeting, paper, page), 422, "request.invalid", "/page")
    for body in ({}, {"documentId": paper["id"]}, {"page": 1}, {"documentId": paper["id"], "page": "1"}, {"documentId": paper["id"], "page": 1.5}, {"documentId": "no id!", "page": 1}):
        assert chair.put(page_of(meeting), body).status_code in (400, 422), body
    refused(chair.put(page_of(meeting), {"documentId": "khongco", "page": 1}), 404, "not-found")
    other = council.opened()
    elsewhere = other.ready(other.paper(sample("none-unsigned.pdf")))
    refused(show(chair, meeting, elsewhere), 422, "request.invalid", "/documentId")
    refused(show(city.account(), meeting, paper), 404, "not-found")
    refused(show(Caller(city.server), meeting, paper), 401, "auth.required")
    held = council.opened()
    unseen = held.ready(held.paper(sample(), release="false"))
    refused(show(council.secretary, held, unseen), 422, "request.invalid", "/documentId")
    other.advance("pause")
    refused(show(chair, other, elsewhere), 409, "meeting.wrong-state")


def test_a_private_part_hangs_on_no_wall(city, council):
    meeting = council.opened()
    guest = meeting.invite(city.account())
    item = meeting.item("Nhân sự")["id"]
    paper = meeting.ready(meeting.paper(sample(), itemId=item))
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": item}), 200)
    with Push(guest).subscribe(f"meeting:{meeting.id}") as socket:
        socket.next("subscribed")
        good(show(council.chairman, meeting, paper), 200)
        assert socket.next("events")["events"][0]["kind"] == "presenter.page-shown"
        assert wall(guest, meeting, "/page.png").status_code == 200
        good(council.secretary.put(f"{meeting.path}/agenda/{item}/access", {"closed": True}), 200)
        assert socket.next("events")["events"][0]["kind"] == "item.access-changed"
        good(show(council.chairman, meeting, paper), 200)
        # What he hears next is said to everybody: the page was not said to him.
        meeting.announce("Nghỉ giải lao")
        assert [event["kind"] for event in socket.next("events")["events"]] == ["announcement.posted"]
    assert guest.get(page_of(meeting)).status_code == 204
    assert good(council.seats[1].get(page_of(meeting)), 200)["documentId"] == paper["id"]
    for who in (council.secretary, council.chairman, city.admin, guest):
        page = wall(who, meeting)
        assert page.status_code == 200 and "Nhân sự" not in page.text and "page.png" not in page.text
        assert wall(who, meeting, "/page.png").status_code == 404
    good(council.secretary.put(f"{meeting.path}/agenda/{item}/access", {"closed": False, "visibility": "internal"}), 200)
    page = wall(council.secretary, meeting)
    assert "Nhân sự" not in page.text and wall(council.secretary, meeting, "/page.png").status_code == 404


def test_the_page_goes_with_its_item_and_a_vote_comes_before_it(council, meeting, item, paper):
    chair = council.chairman
    good(chair.post(f"{meeting.path}/current-item", {"itemId": item}), 200)
    good(show(chair, meeting, paper), 200)
    poll = meeting.opened_poll(title="Thông qua quy hoạch?", agendaItemId=item)
    assert "Thông qua quy hoạch?" in wall(council.secretary, meeting).text and "page.png" not in wall(council.secretary, meeting).text
    poll.vote({chair: "for", council.seats[1]: "for", council.seats[2]: "for"}).close()
    # The result stays until somebody shows a page again.
    assert "page.png" not in wall(council.secretary, meeting).text
    good(show(chair, meeting, paper), 200)
    assert "page.png" in wall(council.secretary, meeting).text
    following = meeting.item("Nội dung sau")["id"]
    good(chair.post(f"{meeting.path}/current-item", {"itemId": following}), 200)
    assert chair.get(page_of(meeting)).status_code == 204 and wall(council.secretary, meeting, "/page.png").status_code == 404

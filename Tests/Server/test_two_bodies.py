"""Two bodies on one server, one person in both: nothing of one ever comes out where the other is asked for (features row 11)."""

import subprocess

import pytest

from .calling import good
from .city import sample
from .polling import eventually

# Said in every text of a body, and in nothing of the other.
MARKS = ("Alfa", "Beta")


class Place:
    """One body with everything it can have: a session that is over, slips, papers, results."""

    def __init__(self, city, mark, shared):
        self.mark = mark
        self.body = city.body(2, name=f"Ban {mark}", rules={"circulation": {"earlyClose": "always"}})
        self.only = city.account(name=f"Ủy viên {mark}")
        for person in (self.only, shared):
            self.body.seats.append(self.body.seat(person, "member"))
        self.shared = shared
        # Keeps this body alone: an account with the role secretary keeps every body of its unit (contract §2).
        self.keeper = self.body.seat(city.account(name=f"Thư ký {mark}"), "secretary")
        self.session()
        self.slips()
        self.next = self.body.convened(title=f"Phiên sau của {mark}")
        self.waiting = self.body.opened(title=f"Phiên đang họp của {mark}")
        self.next_item = self.waiting.item(f"Nội dung đang bàn của {mark}")["id"]
        self.open_poll = self.waiting.opened_poll(title=f"Câu hỏi đang mở của {mark}?", agendaItemId=self.next_item)

    def session(self):
        self.meeting = self.body.opened(title=f"Phiên họp của {self.mark}")
        self.item = self.meeting.item(f"Nội dung của {self.mark}", kind="vote", submitter=f"Sở {self.mark}")["id"]
        # The same bytes lie in both bodies: what they are is no way from one to the other.
        self.paper = self.meeting.ready(self.meeting.paper(sample(), itemId=self.item, title=f"Tờ trình {self.mark}"))
        self.revision = good(self.body.secretary.get(f"/documents/{self.paper['id']}/signatures"))["signatures"][0]["revision"]
        self.meeting.announce(f"Thông báo của {self.mark}")
        self.poll = self.meeting.opened_poll(title=f"Thông qua việc của {self.mark}?", agendaItemId=self.item)
        self.poll.vote({self.body.chairman: "for", self.only: "against", self.shared: "for"}).close()
        good(self.body.secretary.put(f"{self.meeting.path}/agenda/{self.item}/conclusion", {"text": f"Kết luận của {self.mark}."}))
        self.meeting.advance("close")

    def slips(self):
        meeting = self.body.draft(type="circulated", title=f"Lấy ý kiến của {self.mark}")
        good(self.body.secretary.put(f"{meeting.path}/circulation", {"reason": f"Việc gấp của {self.mark}", "submitter": f"Sở {self.mark}"}), 200)
        meeting.advance("convene")
        good(self.body.chairman.post(f"{meeting.path}/circulation/approve"), 200)
        self.slip = meeting.opened_poll(title=f"Đồng ý với {self.mark}?")
        good(self.slip.cast(self.shared, "abstain", text=f"Ý kiến riêng về {self.mark}"), 201)
        good(self.slip.cast(self.only, "for"), 201)
        self.slip.close()
        self.circulated = meeting

    def lists(self):
        """What answers JSON about this body."""
        meeting, document = self.meeting.path, f"/documents/{self.paper['id']}"
        return [
            f"/bodies/{self.body.id}", f"/bodies/{self.body.id}/members", f"/bodies/{self.body.id}/rules", meeting, f"{meeting}/roster", f"{meeting}/agenda", f"{meeting}/agenda/{self.item}",
            f"{meeting}/documents", f"{meeting}/documents?sha256={self.paper['sha256']}", f"{meeting}/polls", f"{meeting}/announcements", f"{meeting}/minutes", f"{meeting}/notices",
            f"{meeting}/floor", document, f"{document}/signatures", self.poll.path, f"{self.circulated.path}/circulation", self.slip.path, f"{self.slip.path}/slip", f"{self.slip.path}/opinions",
            self.open_poll.path, f"{self.waiting.path}/agenda",
        ]

    def exports(self):
        """What leaves the house as a file."""
        document = f"/documents/{self.paper['id']}"
        return [
            f"{self.poll.path}/proof", f"{self.meeting.path}/minutes.pdf", f"{self.slip.path}/proof", f"{self.slip.path}/slip.pdf", f"{self.slip.path}/opinions.pdf",
            f"{document}/content", f"{document}/pages/1.png", f"{document}/pages/1.txt", f"{document}/revisions/{self.revision}/content",
        ]

    def pages(self):
        meeting = f"/meetings/{self.meeting.id}"
        return [
            meeting, f"{meeting}/screen", f"{meeting}/brief", f"{meeting}/minutes", f"{meeting}/fragments/agenda+panel+reader", f"{meeting}/documents/{self.paper['id']}/signatures",
            f"/polls/{self.slip.id}/slip", f"/polls/{self.slip.id}/opinions", f"/meetings/{self.waiting.id}", f"/meetings/{self.waiting.id}/screen",
        ]


@pytest.fixture(scope="module")
def both(city):
    return city.account(name="Người ở hai nơi")


@pytest.fixture(scope="module")
def places(city, both):
    return [Place(city, mark, both) for mark in MARKS]


@pytest.fixture(scope="module")
def readers(places, both):
    """Who asks, and whose things he may have."""
    here, there = places
    return {"only here": (here.only, {here}), "only there": (there.only, {there}), "both": (both, {here, there}), "secretary here": (here.keeper, {here}),
            "chairman there": (there.body.chairman, {there})}


READERS = ("only here", "only there", "both", "secretary here", "chairman there")


def other(place, places):
    return next(one for one in places if one is not place)


def page(who, path):
    return who.request("GET", path, base="", headers={"Accept": "text/html"})


def words(answer, folder):
    """What an export says, of whatever kind it is."""
    kind = answer.headers["content-type"]
    if kind == "application/pdf":
        path = folder / "export.pdf"
        path.write_bytes(answer.content)
        return " ".join(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout.split())
    return "" if kind.startswith("image/") else answer.text


@pytest.mark.parametrize("reader", READERS)
def test_lists_of_everything_hold_ones_own_bodies_alone(places, readers, reader):
    who, own = readers[reader]
    meetings = who.items("/meetings", params={"limit": 200})
    assert {meeting["bodyId"] for meeting in meetings} == {place.body.id for place in own}
    assert {body["id"] for body in who.items("/bodies", params={"limit": 200})} == {place.body.id for place in own}
    for place in places:
        # The filter of a list is no way around what one may see, and lets nothing of the other body in.
        found = who.items("/meetings", params={"bodyId": place.body.id})
        assert {meeting["bodyId"] for meeting in found} == ({place.body.id} if place in own else set())
        assert len(found) == (4 if place in own else 0)


@pytest.mark.parametrize("reader", READERS)
def test_what_is_read_of_a_body_says_nothing_of_the_other(places, readers, reader):
    who, own = readers[reader]
    for place in places:
        for path in place.lists():
            answer = who.get(path)
            assert answer.status_code == (200 if place in own else 404), f"{reader} {path}: {answer.status_code}"
            assert other(place, places).mark not in answer.text, f"{reader} {path} speaks of the other body"
            if place not in own:
                assert place.mark not in answer.text


@pytest.mark.parametrize("reader", READERS)
def test_every_export_holds_its_own_body_alone(places, readers, reader, tmp_path):
    who, own = readers[reader]
    for place in places:
        for path in place.exports():
            answer = who.get(path)
            assert answer.status_code == (200 if place in own else 404), f"{reader} {path}: {answer.status_code}"
            said = words(answer, tmp_path)
            assert other(place, places).mark not in said, f"{reader} {path} speaks of the other body"
            if place in own and ("minutes" in path or "slip" in path or "opinions" in path or "proof" in path):
                assert place.mark in said, f"{reader} {path} speaks of nothing"


@pytest.mark.parametrize("reader", READERS)
def test_every_page_of_a_body_shows_it_alone(places, readers, reader):
    who, own = readers[reader]
    for place in places:
        for path in place.pages():
            answer = page(who, path)
            assert answer.status_code in ((200, 403) if place in own else (404,)), f"{reader} {path}: {answer.status_code}"
            assert other(place, places).mark not in answer.text, f"{reader} {path} shows the other body"


@pytest.mark.parametrize("reader", READERS)
def test_pages_over_all_bodies_show_ones_own_and_each_in_its_place(places, readers, reader):
    who, own = readers[reader]
    for path in ("/", "/fragments/home"):
        shown = page(who, path).text
        for place in places:
            assert (place.mark in shown) == (place in own), f"{reader} {path}: {place.mark}"
            # Beside each session stands its own question.
            if place in own and reader in ("only here", "both", "only there"):
                assert f"Câu hỏi đang mở của {place.mark}?" in shown
    for path in ("/inbox", "/tasks", "/desk", "/account", "/meetings/new"):
        shown = page(who, path).text
        for place in places:
            assert place in own or place.mark not in shown, f"{reader} {path}"


def test_words_of_an_opinion_stay_with_the_body_they_were_written_in(places, both, tmp_path):
    for place in places:
        there = other(place, places)
        report = words(place.keeper.get(f"{place.slip.path}/opinions.pdf"), tmp_path)
        assert f"Ý kiến riêng về {place.mark}" in report and there.mark not in report
        own = good(both.get(f"{place.slip.path}/slip"), 200)
        assert own["text"] == f"Ý kiến riêng về {place.mark}"
        assert there.keeper.get(f"{place.slip.path}/opinions.pdf").status_code == 404


def test_what_is_written_in_one_body_cannot_name_things_of_the_other(places, both):
    """Ids of the other body, given by somebody who may see both, are unknown here."""
    here, there = places
    chair, secretary = here.body.chairman, here.body.secretary
    for status, answer in (
        (422, secretary.post(f"{here.waiting.path}/polls", {"title": "x", "method": "approval", "secrecy": "open", "agendaItemId": there.item})),
        (422, secretary.post(
            f"{here.waiting.path}/polls",
            {"title": "x", "method": "approval", "secrecy": "open", "subject": {"documentId": there.paper["id"], "version": 1, "sha256": there.paper["sha256"]}})),
        (422, chair.post(f"{here.waiting.path}/current-item", {"itemId": there.next_item})),
        (404, secretary.put(f"{here.waiting.path}/agenda/{there.next_item}/access", {"closed": True})),
        (404, both.get(f"{here.meeting.path}/agenda/{there.item}")),
    ):
        assert answer.status_code == status, answer.text
        assert there.mark not in answer.text


def test_who_leaves_one_body_keeps_the_other(city, places, both):
    """Last: a member who is taken out of a body loses what has no frozen roster there, and nothing elsewhere."""
    here, there = places
    fresh = here.body.draft(title=f"Phiên mới của {here.mark}")
    fresh.advance("convene")
    assert both.get(fresh.path).status_code == 200
    good(city.admin.delete(f"/bodies/{here.body.id}/members/{both.id}"), 204)
    assert eventually(lambda: both.get(fresh.path).status_code == 404, within=10, what="the meeting to be gone")
    assert here.mark not in page(both, f"/meetings/{there.waiting.id}").text
    assert good(both.get(there.meeting.path), 200)["bodyId"] == there.body.id

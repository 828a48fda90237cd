"""The invitation (giấy mời): its paper, its number, the letter, and how far it got with each person."""

import pytest

from .calling import good
from .polling import eventually
from .problems import refused
from .test_circulation import post, words  # noqa: F401 (a fixture)


@pytest.fixture(scope="module")
def council(city):
    return city.body(4, name="Ủy ban nhân dân quận mời họp")


def lines(meeting):
    return {line["userId"]: line for line in meeting.secretary.items(f"{meeting.path}/invitations")}


def page(who, path):
    answer = who.request("GET", path, base="", headers={"Accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_the_paper_says_who_is_invited_to_what(council, tmp_path):
    chair, deputy, member, _ = council.seats
    meeting = council.draft(title="Phiên họp thường kỳ tháng 12", place="Phòng họp số 1")
    meeting.item("Ngân sách năm 2027")
    inner = meeting.item("Công tác nhân sự")
    good(council.secretary.put(f"{meeting.path}/agenda/{inner['id']}/access", {"visibility": "internal"}))
    numbered = {"number": "05/GM-UBND", "issuedOn": "2026-02-05", "locality": "Hà Nội"}
    assert good(council.secretary.put(f"{meeting.path}/invitation/paper", numbered)) == numbered
    draft = council.secretary.get(f"{meeting.path}/invitation.pdf")
    assert "Số: 05/GM-UBND" in words(draft, tmp_path)
    refused(member.get(f"{meeting.path}/invitation.pdf"), 404, "not-found")
    guest = council.city.account("member", name="Bà Khách Mời", title="Trưởng ban")
    good(council.secretary.put(f"{meeting.path}/invited/{guest.id}", {"capacity": "Khách mời"}))
    meeting.advance("convene")
    answer = deputy.get(f"{meeting.path}/invitation.pdf")
    text = words(answer, tmp_path)
    name = good(deputy.get("/me"))["name"]
    for part in (
        "GIẤY MỜI", "Số: 05/GM-UBND", "Hà Nội, ngày 05 tháng 02 năm 2026", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", f"Kính gửi: {name}", "trân trọng kính mời", "Phiên họp thường kỳ tháng 12",
        "Phòng họp số 1", "Chủ trì", "1. Ngân sách năm 2027", "2. Công tác nhân sự", "CHỦ TỊCH", good(chair.get("/me"))["name"], "Nơi nhận:",
    ):
        assert part in text, part
    again = deputy.get(f"{meeting.path}/invitation.pdf", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    # A guest's own, and what the secretary prints for him, leave out what he may not read.
    for reader, user in ((guest, None), (council.secretary, guest.id)):
        text = words(reader.get(f"{meeting.path}/invitation.pdf", params={"userId": user} if user else None), tmp_path)
        assert "Kính gửi: Bà Khách Mời, Trưởng ban" in text and "Công tác nhân sự" not in text
    refused(guest.get(f"{meeting.path}/invitation.pdf", params={"userId": deputy.id}), 403, "auth.forbidden")
    for nobody in ("khong-co", "a b", council.city.account("member").id):
        refused(council.secretary.get(f"{meeting.path}/invitation.pdf", params={"userId": nobody}), 404, "not-found")


def test_a_bad_number_is_refused_and_nobody_is_invited_to_slips(council):
    meeting = council.convened()
    path = f"{meeting.path}/invitation/paper"
    secretary = council.secretary
    assert good(secretary.get(path)) == {"number": "", "issuedOn": None, "locality": ""}
    refused(secretary.put(path, {"number": "5" * 61}), 422, "request.invalid", "/number")
    refused(secretary.put(path, {"issuedOn": "05/02/2026"}), 422, "request.invalid", "/issuedOn")
    refused(secretary.put(path, {"issuedOn": "2026-02-30"}), 422, "request.invalid", "/issuedOn")
    refused(secretary.put(path, {"locality": "x" * 101}), 422, "request.invalid", "/locality")
    refused(secretary.put(path, {"number": 5}), 422, "request.invalid")
    refused(council.chairman.put(path, {"number": "5/GM"}), 403, "auth.forbidden")
    slips = council.convened(type="circulated")
    refused(secretary.get(f"{slips.path}/invitation/paper"), 404, "not-found")
    refused(secretary.get(f"{slips.path}/invitation.pdf"), 404, "not-found")
    refused(secretary.put(f"{slips.path}/invitation/paper", {"number": "5/GM"}), 409, "meeting.wrong-state")
    done = council.opened().advance("close")
    refused(secretary.put(f"{done.path}/invitation/paper", {"number": "5/GM"}), 409, "meeting.wrong-state")


def test_delivered_opened_and_confirmed_stand_beside_each_other_and_presence_apart(council):
    chair, deputy, member, last = council.seats
    meeting = council.draft()
    assert lines(meeting)[deputy.id]["mail"] is None
    meeting.advance("convene")
    fresh = lines(meeting)[deputy.id]
    assert (fresh["mail"], fresh["deliveredAt"], fresh["openedAt"], fresh["answer"]) == ("none", None, None, None)
    # A program that lists meetings, or the secretary looking at his own table, opens nothing for anybody.
    good(deputy.get(meeting.path))
    page(council.secretary, f"/meetings/{meeting.id}/prepare")
    assert lines(meeting)[deputy.id]["deliveredAt"] is None
    page(deputy, "/")
    home = lines(meeting)[deputy.id]
    assert home["reachedAt"] == home["deliveredAt"] and home["reachedAt"] and home["openedAt"] is None
    page(deputy, f"/meetings/{meeting.id}")
    opened = lines(meeting)[deputy.id]
    assert opened["openedBy"] == "page" and opened["openedAt"] and opened["reachedAt"] == home["reachedAt"]
    page(deputy, f"/meetings/{meeting.id}")
    deputy.get(f"{meeting.path}/invitation.pdf")
    assert lines(meeting)[deputy.id] == opened
    member.get(f"{meeting.path}/invitation.pdf")
    assert lines(meeting)[member.id]["openedBy"] == "paper"
    # Somebody else's paper in the secretary's hands is not opened by its owner.
    assert council.secretary.get(f"{meeting.path}/invitation.pdf", params={"userId": last.id}).status_code == 200
    assert lines(meeting)[last.id]["openedAt"] is None
    good(deputy.put(f"{meeting.path}/invitation", {"answer": "attend"}))
    both = lines(meeting)[deputy.id]
    assert both["answer"] == "attend" and both["openedAt"] == opened["openedAt"]
    assert all(line["attendance"] is None for line in council.secretary.items(f"{meeting.path}/roster"))
    assert [line["userId"] for line in deputy.items(f"{meeting.path}/invitations")] == [deputy.id]
    table = page(council.secretary, f"/meetings/{meeting.id}/prepare")
    assert "Đã mở trang họp" in table and "Đã mở giấy mời" in table and "Chưa mở" in table


def test_the_letter_goes_out_once_at_convening(post):  # noqa: F811
    box, city = post
    council = city.body(3)
    deputy = council.seats[1]
    good(city.admin.put(f"/users/{deputy.id}/mail", {"address": "pho@example.gov.vn"}), 204)
    meeting = council.draft(title="Phiên họp mời bằng thư", place="Phòng họp số 2")
    good(council.secretary.put(f"{meeting.path}/invitation/paper", {"number": "06/GM-UBND"}))
    meeting.advance("convene")
    line = eventually(lambda: (line := lines(meeting)[deputy.id])["mail"] == "sent" and line, within=20, what="the letter")
    assert line["mailedAt"] == line["deliveredAt"] and line["reachedAt"] is None and line["openedAt"] is None
    (letter,) = box.to("pho@example.gov.vn")
    assert letter["Subject"] == "Giấy mời họp: Phiên họp mời bằng thư"
    text = letter.get_content()
    assert "06/GM-UBND" in text and "Phòng họp số 2" in text and "Chủ trì" in text
    assert lines(meeting)[council.seats[2].id]["mail"] == "none"
    # Whoever is invited later gets his as well; the first letter is not sent again.
    guest = city.account("member", name="Khách mời sau")
    good(city.admin.put(f"/users/{guest.id}/mail", {"address": "khach@example.gov.vn"}), 204)
    good(council.secretary.put(f"{meeting.path}/invited/{guest.id}", {"capacity": "Khách mời"}))
    eventually(lambda: box.to("khach@example.gov.vn"), within=20, what="the guest's letter")
    assert len(box.to("pho@example.gov.vn")) == 1

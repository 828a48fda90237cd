"""Contract §2: lists in pages, versions of single resources."""

import pytest

from .calling import fresh, good
from .city import instant, particulars, sample
from .problems import refused
from .running import PASSWORD


@pytest.fixture(scope="module")
def full(city):
    """A meeting with five of everything that comes in lists."""
    body = city.body(5)
    meeting = body.opened()
    for number in range(5):
        meeting.item(f"Nội dung {number}")
        meeting.announce(f"Thông báo {number}")
        meeting.poll(title=f"Biểu quyết {number}")
        meeting.invite(city.account(token=False))
        meeting.paper(sample("none-unsigned.pdf") + b"\n%" + str(number).encode(), title=f"Tài liệu {number}")
    for _ in range(5):
        city.body(1)
        body.draft()
    return meeting


LISTS = {
    "users": lambda meeting: "/users",
    "bodies": lambda meeting: "/bodies",
    "meetings": lambda meeting: "/meetings",
    "members": lambda meeting: f"/bodies/{meeting.body.id}/members",
    "roster": lambda meeting: f"{meeting.path}/roster",
    "agenda": lambda meeting: f"{meeting.path}/agenda",
    "documents": lambda meeting: f"{meeting.path}/documents",
    "polls": lambda meeting: f"{meeting.path}/polls",
    "announcements": lambda meeting: f"{meeting.path}/announcements",
    "invited": lambda meeting: f"{meeting.path}/invited",
}


@pytest.mark.parametrize("noun", LISTS)
def test_a_list_comes_in_pages_without_gap_or_repetition(city, full, noun):
    path = LISTS[noun](full)
    whole = good(city.admin.get(path, params={"limit": 200}))
    assert len(whole["items"]) >= 5
    pages, after = [], None
    while True:
        page = good(city.admin.get(path, params={"limit": 2} | ({"after": after} if after else {})))
        assert set(page) >= {"items", "next"}
        assert 1 <= len(page["items"]) <= 2, "`limit` is not kept"
        pages.append(page["items"])
        after = page["next"]
        if after is None:
            break
    assert [item for page in pages for item in page] == whole["items"]
    assert all(len(page) == 2 for page in pages[:-1])


@pytest.mark.parametrize("noun", LISTS)
def test_a_limit_that_is_no_number_is_refused(city, full, noun):
    for limit in ("0", "-1", "x", "1.5", "99999999999999999999"):
        refused(city.admin.get(LISTS[noun](full), params={"limit": limit}), 422, "request.invalid")


def test_no_page_is_longer_than_two_hundred(city):
    for number in range(205):
        good(city.admin.post("/bodies", {"name": f"Tổ {number}"}), 201)
    answer = city.admin.get("/bodies", params={"limit": 1000})
    if answer.status_code == 200:
        assert len(answer.json()["items"]) == 200 and answer.json()["next"]
    else:
        refused(answer, 422, "request.invalid")


@pytest.mark.parametrize("after", ["khong-phai-con-tro", "' OR 1=1 --", "999999999999999999999_x", "_", "%00", "ệ"])
def test_a_cursor_nobody_gave_never_breaks_a_list(city, full, after):
    for noun in ("users", "bodies", "meetings"):
        answer = city.admin.get(LISTS[noun](full), params={"after": after})
        assert answer.status_code in (200, 400, 422), answer.text


def test_what_is_added_meanwhile_repeats_and_hides_nothing(city):
    body = city.body(1)
    same = {"startsAt": instant(10_000), "endsAt": instant(20_000)}
    made = {body.draft(**same).id for _ in range(6)}
    seen, after = [], None
    while True:
        page = good(body.secretary.get("/meetings", params={"limit": 2, "bodyId": body.id} | ({"after": after} if after else {})))
        seen += [item["id"] for item in page["items"]]
        after = page["next"]
        if after is None:
            break
        if len(seen) == 2:
            body.draft(startsAt=instant(-10_000), endsAt=instant(-9_000))
            body.draft(startsAt=instant(900_000), endsAt=instant(900_900))
    assert len(seen) == len(set(seen)) and made <= set(seen)


def test_meetings_follow_their_time(city):
    body = city.body(1)
    for seconds in (5_000, 1_000, 3_000):
        body.draft(startsAt=instant(seconds), endsAt=instant(seconds + 600))
    starts = [meeting["startsAt"] for meeting in body.secretary.items("/meetings", params={"bodyId": body.id})]
    assert starts == sorted(starts)


# Versions


def meeting_case(city):
    meeting = city.body(1).draft()
    return meeting.secretary, meeting.path, lambda: particulars(meeting.body.id) | {"title": fresh("Họp ")}


def item_case(city):
    meeting = city.body(1).draft()
    return meeting.secretary, f"{meeting.path}/agenda/{meeting.item()['id']}", lambda: {"title": fresh("Nội dung ")}


def document_case(city):
    meeting = city.body(1).draft()
    document = meeting.ready(meeting.paper())
    return meeting.secretary, f"/documents/{document['id']}", lambda: {"title": fresh("Tài liệu ")}


def rules_case(city):
    body = city.body(1)
    return city.admin, f"/bodies/{body.id}", lambda: {"absentMayVote": True, "source": fresh("Quy chế ")}


CASES = {"meeting": (meeting_case, ""), "agenda item": (item_case, ""), "document": (document_case, ""), "rules of a body": (rules_case, "/rules")}


@pytest.mark.parametrize("noun", CASES)
def test_a_change_over_an_older_version_is_refused(city, noun):
    case, below = CASES[noun]
    who, path, change = case(city)
    seen = who.get(path).headers["ETag"]
    changed = who.put(path + below, change(), headers={"If-Match": seen})
    good(changed, 200)
    assert changed.headers["ETag"] != seen and who.get(path).headers["ETag"] == changed.headers["ETag"]
    refused(who.put(path + below, change(), headers={"If-Match": seen}), 412, "version.stale")
    assert who.get(path).headers["ETag"] == changed.headers["ETag"], "the refused change took place"
    good(who.put(path + below, change(), headers={"If-Match": "*"}), 200)
    good(who.put(path + below, change()), 200)


def test_a_step_over_an_older_version_is_refused(city):
    meeting = city.body(1).draft()
    seen = meeting.secretary.get(meeting.path).headers["ETag"]
    meeting.item()
    refused(meeting.secretary.post(f"{meeting.path}/convene", headers={"If-Match": seen}), 412, "version.stale")
    assert meeting.look()["state"] == "draft"


def test_removing_over_an_older_version_is_refused(city):
    meeting = city.body(1).draft()
    path = f"/documents/{meeting.paper()['id']}"
    refused(meeting.secretary.delete(path, headers={"If-Match": '"999"'}), 412, "version.stale")
    good(meeting.secretary.get(path), 200)


@pytest.mark.parametrize("tag", ['"999"', "999", 'W/"999"', '"abc"', '""', "rác"])
def test_a_version_nobody_gave_is_stale(city, tag):
    who, path, change = item_case(city)
    refused(who.put(path, change(), headers={"If-Match": tag.encode()}), 412, "version.stale")


def test_one_of_several_versions_may_match(city):
    who, path, change = item_case(city)
    seen = who.get(path).headers["ETag"]
    good(who.put(path, change(), headers={"If-Match": f'"999", {seen}'}), 200)


def test_every_single_resource_has_a_version(city):
    meeting = city.body(3).opened()
    paths = [
        "/me", f"/users/{city.admin.id or city.account(token=False).id}", f"/bodies/{meeting.body.id}", meeting.path, f"{meeting.path}/agenda/{meeting.item()['id']}",
        f"/documents/{meeting.paper()['id']}", meeting.poll().path]
    for path in paths:
        answer = city.admin.get(path)
        good(answer, 200)
        assert answer.headers["ETag"].startswith('"'), path


def test_the_meetings_version_moves_with_all_that_it_shows(city):
    """Numbers of presence and the state are part of the meeting: a tag that stays would make caches lie."""
    meeting = city.body(3).opened()
    tags = [meeting.secretary.get(meeting.path).headers["ETag"]]
    steps = [
        lambda: meeting.attend(meeting.body.seats[2], "absent"), lambda: meeting.advance("pause"), lambda: meeting.advance("resume"),
        lambda: meeting.announce("Thông báo"), lambda: meeting.poll()]
    for act in steps:
        shown = meeting.look()
        act()
        if meeting.look() | {"head": 0} != shown | {"head": 0}:
            tags.append(meeting.secretary.get(meeting.path).headers["ETag"])
    assert len(tags) == len(set(tags))


def test_a_password_is_asked_for_its_length_only(city):
    good(city.admin.post("/users", {"username": fresh("dai"), "name": "Dài", "role": "member", "password": PASSWORD * 20}), 201, 422)

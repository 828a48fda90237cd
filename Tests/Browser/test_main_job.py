"""The main job, end to end, in two browsers at once: what the first checkpoint of the house promised."""

import pytest

from Server.calling import good
from Server.city import SAMPLES


@pytest.fixture(scope="module")
def body(city):
    return city.body(3, name="Ủy ban nhân dân quận thử nghiệm")


def test_from_upload_to_minutes(server, city, body, browser):
    """Sign in → upload a signed PDF → read page 1 → its signature status → vote in two browsers → close → minutes as PDF."""
    chair, deputy, member = body.seats
    meeting = body.draft(title="Phiên họp thử nghiệm trong trình duyệt")
    item = meeting.item("Kinh phí thoát nước khẩn cấp", kind="vote", ask="Biểu quyết", submitter="Sở Xây dựng", rapporteur="Trần Bình")

    # The secretary uploads in her browser.
    clerk = browser(1280, 900).sign_in(server, body.secretary.username).open(server, f"{'/meetings/' + meeting.id}/prepare")
    clerk.sees("Phiên họp thử nghiệm trong trình duyệt")
    clerk.find("[data-upload-files]").send_keys(str(SAMPLES / "ok-bb-rsa2048.pdf"))
    clerk.sees("Hợp lệ", inside="#documents")
    document = good(body.secretary.get(f"{meeting.path}/documents"))["items"][0]
    good(body.secretary.put(f"/documents/{document['id']}", {"itemId": item["id"], "title": "Tờ trình thử", "kind": "toTrinh"}))
    meeting.advance("convene")
    for person in (chair, deputy):
        meeting.attend(person)
    poll = meeting.poll(
        title="Thông qua tờ trình?", agendaItemId=item["id"], subject={"documentId": document["id"], "version": 1, "sha256": document["sha256"]})

    # Chair and member sit in the room.
    high = browser(1280, 800).sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}")
    low = browser(820, 1180).sign_in(server, deputy.username).open(server, f"/meetings/{meeting.id}")
    meeting.advance("open")
    high.sees("Đang họp", inside=".room-head")
    low.sees("Đang họp", inside=".room-head")
    low.sees("2/3", inside=".room-head")

    # The paper: page 1 as a picture, its text for those who listen, its signature in a word.
    for screen in (high, low):
        screen.click(f".agenda [data-item='{item['id']}'] [data-open-item]")
    low.until(
        lambda: low.driver.execute_script("const i = document.querySelector('.reader img, .paper img'); return i && i.complete && i.naturalWidth > 400"),
        "page 1 to be drawn")
    low.sees("Hợp lệ", inside=".paper")
    high.sees("Lê Khánh Toàn", inside=".paper")

    # The poll arrives on both screens without a reload.
    good(chair.post(f"/polls/{poll.id}/open"))
    for screen in (high, low):
        screen.sees("Thông qua tờ trình?", inside=".panel")
    vote(low, "for")
    vote(high, "for")
    # The result is on the other screen at once, in the words of the law.
    high.click_text("Đóng biểu quyết", inside=".bar")
    confirm(high)
    for screen in (high, low):
        screen.sees("THÔNG QUA", inside=".panel")
        screen.sees("2/3", inside=".panel")
    assert good(chair.get(f"/polls/{poll.id}"))["tally"] == {"for": 2, "against": 0, "abstain": 0, "none": 1}

    # The chair closes; the draft minutes exist that second.
    meeting.advance("close")
    low.sees("Đã kết thúc", inside=".room-head")
    clerk.open(server, f"/meetings/{meeting.id}/minutes").sees("DỰ THẢO").sees("Thông qua tờ trình?")
    pdf = body.secretary.get(f"{meeting.path}/minutes.pdf")
    assert pdf.status_code == 200 and pdf.content.startswith(b"%PDF-") and b"/FontFile" in pdf.content


def test_a_screen_that_lost_its_network_catches_up(server, city, body, browser):
    """Cut and restored in between: the screen says that it is offline, misses nothing and doubles nothing."""
    meeting = body.opened(title="Phiên họp mất mạng")
    poll = meeting.poll(title="Biểu quyết khi mất mạng?")
    screen = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    screen.sees("3/3", inside=".room-head")
    screen.until(lambda: screen.driver.execute_script("return document.querySelector('[data-connection]').hidden"), "the strip to be away")

    screen.cut_network()
    screen.until(lambda: screen.find_now("[data-connection]").is_displayed(), "the offline strip")
    screen.sees("mất mạng", inside="[data-connection]")
    meeting.attend(body.seats[2], "absent")
    poll.open()
    poll.vote({body.seats[0]: "for"})
    screen.cut_network(False)

    screen.sees("Biểu quyết khi mất mạng?", inside=".panel")
    screen.sees("2/3", inside=".room-head")
    screen.until(lambda: not screen.find_now("[data-connection]").is_displayed(), "the strip to be away again")
    vote(screen, "against")
    poll.close()
    # One each: the chairman's own ballot decides.
    screen.sees("ngang nhau", inside=".panel")
    numbers = good(body.chairman.get(f"/polls/{poll.id}"))["heads"]
    assert numbers == {"for": 1, "against": 1, "abstain": 0, "none": 1}


def test_a_member_changes_his_mind_before_the_close(server, body, browser):
    meeting = body.opened(title="Phiên họp đổi ý")
    poll = meeting.opened_poll(title="Đổi ý được không?")
    screen = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    vote(screen, "against")
    screen.click("[data-change]")
    vote(screen, "for")
    result = poll.close()
    assert result["tally"]["for"] == 1 and result["tally"]["against"] == 0


def test_who_may_not_vote_is_told_why(server, city, body, browser):
    meeting = body.opened(title="Phiên họp có khách mời")
    guest = meeting.invite(city.account())
    meeting.opened_poll(title="Khách có được biểu quyết không?")
    screen = browser().sign_in(server, guest.username).open(server, f"/meetings/{meeting.id}")
    screen.sees("Khách có được biểu quyết không?", inside=".panel")
    screen.sees("khách mời", inside=".why-not")
    assert not any(choice.is_displayed() for choice in screen.all("[data-choice]"))


def test_the_big_screen_follows(server, body, browser):
    meeting = body.opened(title="Phiên họp trên màn hình lớn")
    screen = browser(1280, 720).sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/screen")
    screen.sees("Phiên họp trên màn hình lớn")
    poll = meeting.opened_poll(title="Câu hỏi trên màn hình lớn?")
    screen.sees("Câu hỏi trên màn hình lớn?")
    poll.vote({body.seats[0]: "for", body.seats[1]: "for"})
    poll.close()
    screen.sees("THÔNG QUA")


def vote(screen, choice):
    """Chooses, confirms the word repeated, and waits until the ballot is recorded with its receipt."""
    screen.click(f".panel [data-choice={choice}]")
    screen.click(".panel [data-send]")
    screen.sees("đã ghi nhận", inside=".panel .ballot-state")


def confirm(screen):
    """Agrees where the room asks before doing what cannot be undone."""

    def agreed():
        dialogs = [one for one in screen.all("dialog[open]") if one.is_displayed()]
        if not dialogs:
            return True
        dialogs[0].find_element("css selector", "button.primary, [data-confirm-yes]").click()
        return False

    screen.until(agreed, "the question to be answered")

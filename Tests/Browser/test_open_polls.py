"""Several polls open at once: none hides another, on the panel, on the bar and on the first page."""

import pytest

from Server.calling import good


@pytest.fixture(scope="module")
def body(city):
    return city.body(3, name="Ủy ban nhân dân có nhiều phiếu")


def slips(body, *titles):
    """Opinions by slip, asked together."""
    meeting = body.draft(type="circulated", title="Lấy ý kiến hai nội dung")
    good(body.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp", "number": "12/PLYK", "submitter": "Văn phòng"}))
    meeting.advance("convene")
    good(body.chairman.post(f"{meeting.path}/circulation/approve"))
    return meeting, [meeting.opened_poll(title=title) for title in titles]


def head(screen, title):
    return next(one for one in screen.all("[data-open-poll-head]") if title in one.get_attribute("textContent"))


@pytest.mark.parametrize("size", [(1280, 800), (820, 1180)])
def test_two_slips_are_both_on_the_panel(server, body, browser, size):
    meeting, (first, second) = slips(body, "Thông qua quy hoạch?", "Thông qua dự toán?")
    member = body.seats[2]
    screen = browser(*size).sign_in(server, member.username).open(server, "/")
    screen.sees("Thông qua quy hoạch?")
    screen.sees("Thông qua dự toán?")
    screen.open(server, f"/meetings/{meeting.id}")
    screen.sees("Biểu quyết 1/2", inside=".panel")
    assert screen.find_now(f"[data-poll='{first.id}']").is_displayed() and not screen.find_now(f"[data-poll='{second.id}']").is_displayed()
    assert head(screen, "dự toán").size["height"] >= 44 and "Thông qua dự toán?" in head(screen, "dự toán").text
    screen.click(f"[data-open-poll-go='{second.id}']")
    screen.until(lambda: head(screen, "dự toán").is_displayed() and head(screen, "dự toán").get_attribute("aria-expanded") == "true", "the second one unfolded")
    screen.click(f"[data-poll='{second.id}'] [data-choice='against']")
    screen.click(f"[data-poll='{second.id}'] [data-send]")
    screen.until(lambda: "Đã gửi" in head(screen, "dự toán").text and "Chưa gửi" in head(screen, "quy hoạch").text, "the heads to say which is sent")
    assert screen.find_now(f"[data-poll='{second.id}']").is_displayed(), "what was unfolded stays so"
    screen.click(f"[data-open-poll-go='{first.id}']")
    screen.click(f"[data-poll='{first.id}'] [data-choice='for']")
    screen.click(f"[data-poll='{first.id}'] [data-send]")
    screen.until(lambda: "Đã gửi" in head(screen, "quy hoạch").text, "the second ballot")
    assert (first.look(member)["mine"]["choice"], second.look(member)["mine"]["choice"]) == ("for", "against")


def test_the_secretary_opens_a_slip_while_another_is_out(server, body, browser):
    meeting, (first,) = slips(body, "Phiếu thứ nhất về điều chỉnh quy hoạch chi tiết khu đô thị ven sông đoạn qua ba phường, tỷ lệ 1/500?")
    second = meeting.poll(title="Phiếu thứ hai?")
    desk = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}")
    desk.click_text("Mở biểu quyết", inside=".bar")
    desk.click("[data-confirm-yes]")
    desk.sees("2 biểu quyết đang mở", inside=".bar")
    assert second.look()["state"] == "open"
    desk.until(lambda: desk.find_now(".panel-tabs .tab-alert").text == "2", "how many are open")
    assert desk.find_now(".bar").size["height"] < 120, "a long question does not swell the bar"


def test_the_consent_list_keeps_each_poll_one_tap_away(server, body, browser):
    meeting = body.draft(title="Phiên họp thông qua chung")
    polls = [meeting.poll(title=f"Thông qua chung {number}?", agendaItemId=meeting.item(f"Nội dung {number}", kind="vote")["id"]) for number in (1, 2)]
    meeting.advance("convene")
    for person in body.seats:
        meeting.attend(person)
    meeting.advance("open")
    good(body.chairman.post(f"{meeting.path}/consent-list/open"))
    member = body.seats[1]
    screen = browser().sign_in(server, member.username).open(server, f"/meetings/{meeting.id}")
    screen.sees("2 nội dung đang biểu quyết", inside=".panel .consent")
    assert not any(screen.find_now(f"[data-poll='{poll.id}']").is_displayed() for poll in polls)
    head(screen, "chung 2").click()
    screen.click(f"[data-poll='{polls[1].id}'] [data-choice='abstain']")
    screen.click(f"[data-poll='{polls[1].id}'] [data-send]")
    screen.sees("1/2", inside=".panel .consent")
    assert polls[1].look(member)["mine"]["choice"] == "abstain"


def test_a_paused_session_says_so_and_takes_no_ballot(server, body, browser):
    meeting = body.opened(title="Phiên họp tạm dừng")
    poll = meeting.opened_poll(title="Hẹn giờ rồi tạm dừng?", durationSeconds=900)
    screen = browser(820, 1180).sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    screen.sees("Còn 14:", inside=".turnout")
    meeting.advance("pause")
    screen.sees("Tạm dừng · còn 14:", inside=".poll")
    assert not any(one.is_displayed() for one in screen.all(".poll [data-choice]")) and not screen.all(".poll [data-until]")
    meeting.advance("resume")
    screen.sees("Còn 14:", inside=".turnout")
    screen.click(f"[data-poll='{poll.id}'] [data-choice='for']")
    screen.click(f"[data-poll='{poll.id}'] [data-send]")
    screen.sees("đã ghi nhận: Tán thành", inside=".panel")
    poll.close()


def test_the_chair_annuls_and_repeats_in_the_room(server, body, browser):
    meeting = body.opened(title="Phiên họp hủy và lấy lại")
    poll = meeting.opened_poll(title="Biểu quyết nhầm văn bản?")
    poll.vote({person: "for" for person in body.seats})
    poll.close()
    high = browser().sign_in(server, body.chairman.username).open(server, f"/meetings/{meeting.id}")
    low = browser().sign_in(server, body.seats[2].username).open(server, f"/meetings/{meeting.id}")
    low.sees("THÔNG QUA", inside=".panel")
    assert not low.all("[data-open-dialog^=annul]"), "only who conducts may"
    high.click_text("Hủy vòng biểu quyết", inside=".panel")
    high.find(f"#annul-{poll.id}-reason").send_keys("Chiếu nhầm bản dự thảo")
    high.click(f"#annul-{poll.id} button[type=submit]")
    high.sees("Đã hủy", inside=".earlier")
    low.sees("Đã hủy", inside=".earlier")
    high.click(".earlier details summary")
    high.sees("Chiếu nhầm bản dự thảo", inside=".earlier")
    high.click_text("Biểu quyết lại", inside=".earlier")
    high.click("[data-confirm-yes]")
    high.sees("Vòng 1", inside=".earlier")
    second = next(one for one in good(meeting.secretary.get(f"{meeting.path}/polls"))["items"] if one.get("repeats") == poll.id)
    good(body.chairman.post(f"/polls/{second['id']}/open"))
    for screen in (high, low):
        screen.sees("Vòng 2", inside=".poll .label")
    good(body.chairman.post(f"/polls/{second['id']}/close"))
    text = str(good(meeting.secretary.get(f"{meeting.path}/minutes")))
    assert "(đã hủy)" in text and "Kết quả trước khi hủy" in text and "lấy lại cuộc biểu quyết" in text


def test_the_chair_reminds_one_who_has_not_voted(server, body, browser):
    meeting = body.opened(title="Phiên họp nhắc từng người")
    poll = meeting.opened_poll(title="Ai chưa gửi phiếu?")
    good(poll.cast(body.chairman, "for"), 201)
    low = browser(820, 1180).sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    low.sees("Ai chưa gửi phiếu?", inside=".panel")
    high = browser().sign_in(server, body.chairman.username).open(server, f"/meetings/{meeting.id}")
    high.click(".outstanding summary")
    names = [line.text for line in high.all(".outstanding-list li")]
    assert len(names) == 2 and [("đang kết nối" in name) for name in names] == [True, False]
    high.click(f"[data-payload*='{body.seats[1].id}']")
    high.sees("Đã nhắc", inside="[data-notices]")
    low.sees("Chủ tọa nhắc biểu quyết", inside="[data-notices]")
    poll.close()

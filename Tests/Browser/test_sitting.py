"""The sitting, as each of its people sees it: chair, member, secretary, guest, and the wall."""

import pytest
from selenium.webdriver.common.keys import Keys

from Server.calling import good
from Server.city import sample


@pytest.fixture(scope="module")
def body(city):
    return city.body(3, name="Ủy ban nhân dân quận có phiên họp")


def panel(screen, view):
    """Opens a view of the panel, on narrow screens as a sheet."""
    screen.click(f"[data-view-tab={view}]")
    screen.until(lambda: screen.find_now("[data-panel]").get_attribute("data-view") == view, f"the view {view}")


def test_a_member_checks_in_and_the_lamp_changes_on_every_screen(server, body, browser):
    chair, deputy, member = body.seats
    meeting = body.convened(title="Phiên họp điểm danh", form="hybrid")
    own = browser(820, 1180).sign_in(server, deputy.username).open(server, f"/meetings/{meeting.id}")
    high = browser().sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}")
    panel(own, "people")
    own.click_text("Tôi có mặt tại phòng", inside=".own-place")
    high.sees("1/3", inside=".room-head")
    own.click_text("Tôi rời phòng họp", inside=".own-place")
    high.sees("0/3", inside=".room-head")
    changes = good(body.secretary.get(f"{meeting.path}/roster"))["items"]
    assert next(one for one in changes if one["userId"] == deputy.id)["attendance"] == "absent"


def test_a_member_declines_and_the_chairman_agrees(server, body, browser):
    chair, _, member = body.seats
    meeting = body.convened(title="Phiên họp xin vắng")
    own = browser().sign_in(server, member.username).open(server, f"/meetings/{meeting.id}")
    panel(own, "people")
    own.click(".own-place details summary")
    own.find("#decline-reason").send_keys("Đi công tác Bộ Xây dựng")
    own.click(".own-place form button[type=submit]")
    own.sees("Chờ Chủ tịch đồng ý", inside=".own-place")
    high = browser().sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}/brief")
    high.sees("Đi công tác Bộ Xây dựng")
    high.click_text("Đồng ý cho vắng")
    own.sees("Chủ tịch đồng ý", inside=".own-place")


def test_the_floor_from_the_raised_hand_to_the_wall(server, body, browser):
    chair, deputy, member = body.seats
    meeting = body.opened(title="Phiên họp thảo luận")
    item = meeting.item("Quy hoạch ven sông")
    good(chair.post(f"{meeting.path}/current-item", {"itemId": item["id"]}))
    wall = browser(1280, 720).sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/screen")
    high = browser().sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}")
    low = browser(820, 1180).sign_in(server, deputy.username).open(server, f"/meetings/{meeting.id}")
    panel(low, "floor")
    low.click_text("Xin phát biểu", inside=".floor-mine")
    low.sees("Đã đăng ký, thứ 1", inside=".floor-mine")
    panel(high, "floor")
    high.sees("Chờ phát biểu (1)", inside=".panel")
    high.click_text("Mời phát biểu", inside=".floor-waiting")
    # The clock runs on the wall, and the speaker's own device knows that it is his.
    wall.sees("còn 0", inside=".wall-speech")
    low.sees("Đang phát biểu", inside=".panel .speech")
    assert low.all("[data-speech][data-mine]") and not high.all("[data-speech][data-mine]")
    first = wall.text("[data-speech-text]")
    wall.until(lambda: wall.text("[data-speech-text]") != first, "the clock to run")
    low.click_text("Kết thúc phát biểu", inside=".panel .speech")
    wall.until(lambda: not wall.all(".wall-speech"), "the wall to let go")
    minutes = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/minutes")
    minutes.sees("Ý kiến phát biểu")


def test_the_time_runs_out_on_the_speakers_own_device(server, body, browser):
    chair, deputy, _ = body.seats
    meeting = body.opened(title="Phiên họp hết giờ")
    low = browser().sign_in(server, deputy.username).open(server, f"/meetings/{meeting.id}")
    low.driver.execute_script("navigator.vibrate = (pattern) => { (window.buzzed ??= []).push(pattern); return true; }")
    request = good(deputy.post(f"{meeting.path}/floor"), 201)["id"]
    def buzzed():
        return len(low.driver.execute_script("return window.buzzed ?? []"))

    good(chair.post(f"{meeting.path}/floor/{request}/grant", {"limitSeconds": 61}))
    low.until(lambda: buzzed() == 1, "the warning a minute before the end")
    low.sees("Còn 1 phút.", inside="[data-notices]")
    good(chair.put(f"{meeting.path}/floor/{request}", {"limitSeconds": 2}))
    low.until(lambda: buzzed() == 2, "the warning at the end")
    low.sees("Đã hết thời gian phát biểu.", inside="[data-notices]")
    low.sees("quá 00:0", inside=".panel .speech")
    # A minute more is one tap, and nothing under a minute warns at once.
    high = browser(1280, 800).sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}")
    panel(high, "floor")
    high.click_text("Thêm 1 phút", inside=".panel .speech")
    low.sees("còn 0", inside=".panel .speech")


def test_a_private_part_is_gone_for_the_guest_at_once(server, city, body, browser):
    meeting = body.opened(title="Phiên họp có phần riêng")
    item = meeting.item("Nhân sự chủ chốt")
    paper = meeting.ready(meeting.paper(sample("ok-bb-rsa2048.pdf"), itemId=item["id"], title="Tờ trình nhân sự"))
    guest = meeting.invite(city.account())
    away = browser().sign_in(server, guest.username).open(server, f"/meetings/{meeting.id}?doc={paper['id']}")
    away.sees("Tờ trình nhân sự", inside=".paper")
    stays = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}?doc={paper['id']}")
    # A second device of his has the page itself open, then something else.
    back = browser().sign_in(server, guest.username).open(server, f"/api/v1/documents/{paper['id']}/pages/1.png")
    # Chromium's own page around a bare picture has inline styles.
    back.expected_complaints = ["404", "Applying inline style"]
    back.until(lambda: back.driver.execute_script("return document.images[0]?.naturalWidth ?? 0") > 0, "the page as a picture")
    back.open(server, f"/meetings/{meeting.id}")
    good(body.chairman.put(f"{meeting.path}/agenda/{item['id']}/access", {"closed": True}))
    away.until(lambda: "Nhân sự chủ chốt" not in away.text(".agenda") and "Tờ trình nhân sự" not in away.text(".paper"), "the item to be gone")
    stays.sees("Họp riêng", inside=".agenda")
    for path in (f"/documents/{paper['id']}", f"/documents/{paper['id']}/pages/1.png", f"/documents/{paper['id']}/content"):
        assert guest.get(path).status_code == 404
        assert body.seats[1].get(path).status_code == 200
    back.driver.back()
    back.until(lambda: back.driver.execute_script("return location.pathname").endswith("/1.png"), "the address of the page")
    assert back.driver.execute_script("return document.images[0]?.naturalWidth ?? 0") == 0


def test_the_first_page_says_what_waits_and_takes_it_in_one_tap(server, body, browser):
    chair, deputy, member = body.seats
    meeting = body.convened(title="Phiên họp chờ trả lời")
    own = browser(820, 1180).sign_in(server, deputy.username).open(server, "/")
    card = f"[data-key='invitation-{meeting.id}']"
    own.sees("Phiên họp chờ trả lời", inside=card)
    own.click_text("Tôi sẽ dự", inside=card)
    own.until(lambda: not own.all(card), "the card to be gone")
    assert next(one for one in good(deputy.get(f"{meeting.path}/invitations"))["items"])["answer"] == "attend"
    good(member.put(f"{meeting.path}/invitation", {"answer": "decline", "reason": "Đi công tác"}))
    late = meeting.item("Nội dung gấp")
    high = browser().sign_in(server, chair.username).open(server, "/")
    absence = f"[data-key='absence-{meeting.id}-{member.id}']"
    high.sees("Đi công tác", inside=absence)
    high.click_text("Đồng ý cho vắng", inside=absence)
    high.until(lambda: not high.all(absence), "the absence to be decided")
    high.click_text("Đồng ý bổ sung", inside=f"[data-key='late-{late['id']}']")
    high.until(lambda: not high.all(f"[data-key='late-{late['id']}']"), "the item to be taken on")
    assert next(one for one in good(chair.get(f"{meeting.path}/roster"))["items"] if one["userId"] == member.id)["attendance"] == "absent"


def test_who_takes_no_part_declares_it_himself(server, body, browser):
    meeting = body.opened(title="Phiên họp có người rút")
    item = meeting.item("Đấu thầu", kind="vote")
    good(body.chairman.post(f"{meeting.path}/current-item", {"itemId": item["id"]}))
    own = browser().sign_in(server, body.seats[2].username).open(server, f"/meetings/{meeting.id}")
    own.click(f"[data-open-dialog='part-{item['id']}']")
    own.find(f"#recusal-{item['id']}").send_keys("Em trai là nhà thầu")
    own.click(f"#part-{item['id']} form .btn.danger")
    own.sees("Không tham gia", inside=".agenda")
    meeting.opened_poll(title="Chọn nhà thầu?", agendaItemId=item["id"])
    own.sees("Chọn nhà thầu?", inside=".panel")
    own.sees("có liên quan", inside=".why-not")


def test_the_keyboard_alone_asks_for_the_floor(server, body, browser):
    meeting = body.opened(title="Phiên họp không chuột")
    own = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    tab = own.find("[data-view-tab][aria-selected=true]")
    own.driver.execute_script("arguments[0].focus()", tab)
    for _ in range(4):
        if own.find_now("[data-panel]").get_attribute("data-view") == "floor":
            break
        own.driver.switch_to.active_element.send_keys(Keys.ARROW_RIGHT)
    assert own.find_now("[data-panel]").get_attribute("data-view") == "floor"
    for _ in range(8):
        own.driver.switch_to.active_element.send_keys(Keys.TAB)
        if "Xin phát biểu" in own.driver.switch_to.active_element.text:
            break
    own.driver.switch_to.active_element.send_keys(Keys.ENTER)
    own.sees("Đã đăng ký", inside=".floor-mine")


def test_a_closed_session_opens_again_by_two(server, body, browser):
    meeting = body.opened(title="Phiên họp mở lại").advance("close")
    clerk = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/minutes")
    clerk.click_text("Đề nghị mở lại phiên họp", inside=".minutes-tools")
    clerk.find("#reopen-reason").send_keys("Thiếu một nội dung")
    clerk.click(".minutes-tools form button[type=submit]")
    clerk.sees("Thiếu một nội dung", inside=".minutes-tools")
    good(body.chairman.post(f"{meeting.path}/reopening/approve"))
    assert meeting.look()["state"] == "open"


def test_an_objection_is_seen_by_the_chair_before_the_session(server, body, browser):
    chair, deputy, _ = body.seats
    meeting = body.draft(title="Phiên họp có ý kiến trước")
    item = meeting.item("Thu phí vỉa hè", kind="vote")
    meeting.advance("convene")
    own = browser().sign_in(server, deputy.username).open(server, f"/meetings/{meeting.id}")
    own.click(f"[data-open-dialog='part-{item['id']}']")
    own.click_text("Phản đối", inside=f"#part-{item['id']}")
    own.until(lambda: own.find_now(f"#part-{item['id']} [aria-pressed=true]").text.strip() == "Phản đối", "the mark to stay")
    high = browser().sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}/brief")
    high.sees("1 thành viên phản đối")
    high.sees("chưa cho ý kiến 2")


def test_the_consent_list_is_one_tap_and_a_verdict_for_each_item(server, body, browser):
    chair, deputy, member = body.seats
    meeting = body.draft(title="Phiên họp đồng thuận")
    polls = {}
    for title in ("Đổi tên phố", "Sửa trường học", "Mở chợ"):
        item = meeting.item(title, kind="vote")["id"]
        polls[title] = (item, meeting.poll(title=f"Thông qua: {title}?", agendaItemId=item))
    meeting.advance("convene")
    good(member.post(f"{meeting.path}/agenda/{polls['Mở chợ'][0]}/pull-out"))
    for person in body.seats:
        meeting.attend(person)
    meeting.advance("open")
    high = browser().sign_in(server, chair.username).open(server, f"/meetings/{meeting.id}")
    low = browser(820, 1180).sign_in(server, deputy.username).open(server, f"/meetings/{meeting.id}")
    panel(high, "poll")
    high.click_text("Mở biểu quyết chung 2 nội dung", inside=".consent")
    agree(high)
    low.sees("2 nội dung đang biểu quyết", inside=".panel .consent")
    low.sees("chưa gửi", inside=".panel .consent")
    wall = browser().sign_in(server, member.username).open(server, f"/meetings/{meeting.id}/screen")
    wall.sees("Thông qua: Đổi tên phố?", inside=".wall-together")
    high.sees("Đóng biểu quyết chung (2)", inside=".bar")
    for screen in (low, high):
        screen.click_text("Tán thành", inside=".panel .consent [data-choices]")
        screen.click("[data-poll^=together] [data-send]")
        screen.sees("2/2", inside=".panel .consent")
        screen.sees("đã ghi nhận, mã", inside=".panel .consent-items")
    wall.sees("2/3", inside=".wall-together")
    high.click_text("Đóng biểu quyết chung (2)", inside=".consent")
    wall.sees("Thông qua 2/3", inside=".wall-together")
    for title in ("Đổi tên phố", "Sửa trường học"):
        high.until(lambda: good(chair.get(polls[title][1].path))["outcome"] == "adopted", f"the verdict on {title}")
    assert good(chair.get(polls["Mở chợ"][1].path))["state"] == "draft"


def test_what_changes_after_convening_is_told_by_number(server, body, browser):
    meeting = body.convened(title="Phiên họp có thay đổi")
    own = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    meeting.item("Việc đột xuất")
    panel(own, "news")
    own.sees("Thông báo thay đổi số 1", inside=".panel .notices")
    own.sees("chờ chủ tọa đồng ý", inside=".agenda")


def test_a_correction_shows_what_would_differ_and_the_verdict_stays(server, body, browser):
    chair, deputy, member = body.seats
    meeting = body.convened(title="Phiên họp có đính chính")
    for person in (chair, deputy):
        meeting.attend(person)
    meeting.attend(member, "absent", reason="Ốm")
    meeting.advance("open")
    poll = meeting.opened_poll(title="Thông qua quy chế?")
    for person in (chair, deputy):
        poll.cast(person, "for")
    poll.close()
    clerk = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}")
    panel(clerk, "people")
    clerk.click("[data-key=correction] > summary")
    start = clerk.find("#correction-from")
    # The instant of the opening, whole: cut to seconds it would lie before the opening itself.
    opened = meeting.look()["openedAt"]
    assert start.get_attribute("value").split("T")[1].rstrip("0").rstrip(".") in opened
    clerk.driver.execute_script(
        "const list = arguments[0]; list.value = arguments[1]; list.dispatchEvent(new Event('change', { bubbles: true }))",
        clerk.find("#correction-user"), deputy.id)
    assert clerk.find("#correction-state").get_attribute("value") == "absent"
    clerk.click("[data-correction] button[type=submit]")
    effects = "[data-correction-effects]"
    clerk.sees("Thông qua quy chế?", inside=effects)
    clerk.sees("có mặt 2, thực tế 1", inside=effects)
    clerk.sees("Hủy biểu quyết này và lấy lại", inside=effects)
    assert f"#poll-{poll.id}" in clerk.find(f"{effects} a").get_attribute("href")
    assert good(chair.get(poll.path))["outcome"] == "adopted"
    # Sent all the same without a word: the door asks for the note.
    clerk.expected_complaints.append("422 (Unprocessable Entity)")
    clerk.click("[data-correction] button[type=submit]")
    clerk.sees("hãy ghi chú lý do", inside="[data-correction]")
    clerk.find("#correction-note").send_keys("Đại biểu rời phòng trước khi mở biểu quyết")
    clerk.click("[data-correction] button[type=submit]")
    clerk.until(lambda: not clerk.find("#correction-note").get_attribute("value"), "the correction to be taken")
    after = good(chair.get(poll.path))
    assert after["outcome"] == "adopted" and after["present"] == 2
    clerk.open(server, f"/meetings/{meeting.id}/minutes")
    clerk.sees("Đính chính:", inside=".legal")
    clerk.sees("Lý do đính chính: Đại biểu rời phòng trước khi mở biểu quyết", inside=".legal")
    clerk.sees("kết quả giữ nguyên", inside=".legal")


def test_a_guest_reads_why_he_has_no_ballot_before_anything_is_open(server, city, body, browser):
    meeting = body.opened(title="Phiên họp có khách")
    guest = meeting.invite(city.account())
    away = browser().sign_in(server, guest.username).open(server, f"/meetings/{meeting.id}")
    panel(away, "poll")
    away.click("[data-key=why-no-vote] summary")
    away.sees("khách mời", inside="[data-key=why-no-vote]")


def test_the_secretary_has_the_lines_of_the_minutes_at_hand(server, body, browser):
    meeting = body.opened(title="Phiên họp có thư ký")
    item = meeting.item("Kinh phí thoát nước", kind="vote", submitter="Sở Xây dựng")
    good(body.chairman.post(f"{meeting.path}/current-item", {"itemId": item["id"]}))
    clerk = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}")
    panel(clerk, "minutes")
    clerk.sees("Cơ quan trình: Sở Xây dựng.", inside=".console-lines")
    clerk.sees("được chủ tọa", inside=".console-lines")
    poll = meeting.opened_poll(title="Thông qua kinh phí?", agendaItemId=item["id"])
    for person in body.seats:
        poll.cast(person, "for")
    poll.close()
    # The poll comes forward by itself when it opens and when it is decided.
    clerk.sees("THÔNG QUA: 3/3", inside="#view-poll")
    panel(clerk, "minutes")
    clerk.sees("THÔNG QUA: 3/3", inside=".console-lines")
    clerk.find("[data-key^=console-conclusion] textarea").send_keys("Thống nhất kinh phí.")
    clerk.click("[data-key^=console-conclusion] button[type=submit]")
    clerk.sees("Kết luận của chủ tọa: Thống nhất kinh phí.", inside=".console-lines")
    # A member has no such view.
    own = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    own.find("[data-view-tab=news]")
    assert not own.all("[data-view-tab=minutes]")


def test_a_returned_proposal_is_written_anew_whole(server, body, browser):
    member = body.seats[2]
    meeting = body.convened(title="Phiên họp có đề xuất")
    wanted = {"title": "Cấp nước", "kind": "vote", "ask": "Xin ý kiến", "submitter": "Sở Xây dựng"}
    proposal = good(member.post(f"{meeting.path}/proposals", wanted), 201)["id"]
    good(body.secretary.post(f"{meeting.path}/proposals/{proposal}/return", {"remarks": "Ghi rõ kinh phí"}))
    own = browser().sign_in(server, member.username).open(server, f"/meetings/{meeting.id}")
    panel(own, "news")
    own.click(f"[data-key='again-{proposal}'] summary")
    ask = own.find(f"#again-{proposal}-ask")
    ask.clear()
    ask.send_keys("Xin ý kiến về kinh phí 12 tỷ đồng")
    own.click(f"[data-key='again-{proposal}'] button[type=submit]")

    def told():
        found = next(one for one in member.items(f"{meeting.path}/proposals") if one["id"] == proposal)
        return found["stage"] == "submitted" and found

    own.until(told, "the proposal to be back at the Office")
    found = told()
    assert found["ask"] == "Xin ý kiến về kinh phí 12 tỷ đồng" and found["title"] == "Cấp nước" and found["kind"] == "vote"


def agree(screen):
    screen.click("[data-confirm-yes]")
    screen.until(lambda: not screen.all("[data-confirm-dialog][open]"), "the question to be gone")

"""Secret ballots, elections, keyboard-only voting and a bad network, as a member sees them."""

import json
import re

import pytest
from selenium.webdriver.common.keys import Keys

from Server.calling import good

from .bad_network import BadNetwork

# A tablet at the far end of the building: 400 ms, three packets in a hundred lost.
LATENCY_MS = 400
LOSS_PERCENT = 3


@pytest.fixture(scope="module")
def session(city):
    return city.body(3, name="Hội đồng thử phiếu").opened()


def enter(browser, server, session, person, width=820, height=1180):
    return browser(width, height).sign_in(server, person.username).open(server, f"/meetings/{session.id}")


def test_a_secret_ballot_from_the_box_to_the_published_list(server, session, browser):
    chair, deputy, member = session.body.seats
    poll = session.opened_poll(title="Miễn nhiệm chức danh?", secrecy="secret")
    tablet = enter(browser, server, session, member)
    tablet.sees("Bỏ phiếu kín", inside=".panel")
    tablet.click("[data-choices] [data-choice='against']")
    tablet.click("[data-send]")
    tablet.sees("phiếu kín đã vào hòm", inside=".panel")
    code = tablet.text("[data-tracker-box] [data-tracker-code]")
    assert len(code.replace(" ", "")) == 32
    assert not any(button.is_displayed() for button in tablet.all("[data-choices] button, [data-change]")), "nothing can be changed"
    good(poll.cast(chair, "against", tracker="0" * 32), 201)
    tablet.sees("2/3", inside=".panel")
    assert tablet.text("[data-tracker-box] [data-tracker-code]") == code, "a redrawing keeps the number"
    poll.close()
    tablet.sees("KHÔNG THÔNG QUA", inside=".panel")
    tablet.click_text("Danh sách phiếu đã công bố", inside=".panel")
    line = tablet.find(".slip.mine")
    assert code in line.text and "Không tán thành" in line.text
    assert tablet.text("[data-my-tracker] [data-tracker-code]") == code


def test_two_tabs_have_one_secret_ballot_and_one_tracker(server, session, browser):
    chair, deputy, member = session.body.seats
    poll = session.opened_poll(title="Tín nhiệm trong hai thẻ?", secrecy="secret")
    tablet = enter(browser, server, session, member)
    driver = tablet.driver
    first = driver.current_window_handle
    tablet.find("[data-choices] [data-choice='for']")
    driver.switch_to.new_window("tab")
    second = driver.current_window_handle
    tablet.open(server, f"/meetings/{session.id}")
    tablet.click("[data-choices] [data-choice='against']")
    tablet.find("[data-send]")
    driver.switch_to.window(first)
    tablet.click("[data-choices] [data-choice='for']")
    tablet.click("[data-send]")
    tablet.sees("phiếu kín đã vào hòm", inside=".panel")
    code = tablet.text("[data-tracker-box] [data-tracker-code]")
    driver.switch_to.window(second)
    tablet.until(lambda: not tablet.find_now("[data-confirm-ballot]").is_displayed(), "the question of the other tab to go")
    tablet.sees("phiếu kín đã vào hòm", inside=".panel")
    assert not tablet.find_now("[data-tracker-box]").is_displayed(), "a tab that sent nothing has no number"
    driver.switch_to.window(first)
    driver.refresh()
    tablet.until(lambda: tablet.text("[data-tracker-box] [data-tracker-code]") == code, "the number after a reload")
    good(poll.cast(chair, "for", tracker="1" * 32), 201)
    poll.close()
    tablet.click_text("Danh sách phiếu đã công bố", inside=".panel")
    tablet.until(lambda: tablet.text("[data-my-tracker] [data-tracker-code]") == code, "my ballot in the list")
    assert code.replace(" ", "") in [slip["tracker"] for slip in poll.look()["slips"]]
    driver.switch_to.window(second)
    tablet.click_text("Danh sách phiếu đã công bố", inside=".panel")
    assert not tablet.find_now("[data-my-tracker]").is_displayed()


def test_a_refused_secret_ballot_leaves_no_tracker(server, session, browser):
    poll = session.opened_poll(title="Gửi khi đã có phiếu?", secrecy="secret")
    member = session.body.seats[1]
    tablet = enter(browser, server, session, member)
    tablet.expected_complaints += ["409"]
    tablet.click("[data-choices] [data-choice='for']")
    tablet.cut_network()
    tablet.click("[data-send]")
    tablet.sees("chưa gửi được", inside=".panel")
    good(poll.cast(member, "against", tracker="2" * 32), 201)
    tablet.cut_network(False)
    tablet.sees("Phiếu kín đã gửi thì không đổi được", inside=".panel")
    tablet.sees("phiếu kín đã vào hòm", inside=".panel")
    assert not tablet.find_now("[data-tracker-box]").is_displayed()
    assert tablet.driver.execute_script("return Object.keys(sessionStorage).filter(name => name.startsWith('ecabinet.tracker.')).length") == 0
    poll.close()


def test_a_tracker_can_be_removed_and_goes_with_its_owner(server, session, browser):
    poll = session.opened_poll(title="Mã phiếu ở lại đâu?", secrecy="secret")
    tablet = enter(browser, server, session, session.body.seats[2], 1280, 800)
    kept = "return Object.keys(sessionStorage).filter(name => name.startsWith('ecabinet.tracker.')).length"
    tablet.click("[data-choices] [data-choice='abstain']")
    tablet.click("[data-send]")
    tablet.sees("phiếu kín đã vào hòm", inside=".panel")
    tablet.click("[data-tracker-box] [data-forget-tracker]")
    tablet.click("[data-confirm-yes]")
    tablet.until(lambda: not tablet.find_now("[data-tracker-box]").is_displayed(), "the number to go")
    assert tablet.driver.execute_script(kept) == 0
    poll.close()
    other = session.opened_poll(title="Mã phiếu khi đăng xuất?", secrecy="secret")
    tablet.sees("Mã phiếu khi đăng xuất?", inside=".panel")
    tablet.click("[data-choices] [data-choice='for']")
    tablet.click("[data-send]")
    tablet.until(lambda: tablet.driver.execute_script(kept) == 1, "the number to be kept")
    tablet.open(server, "/")
    tablet.click("[data-menu] summary")
    tablet.click("form[data-sign-out] button")
    tablet.find("form[data-sign-in]")
    assert tablet.driver.execute_script(kept) == 0
    other.close()


def test_an_election_cannot_be_over_voted(server, session, browser):
    poll = session.opened_poll(
        title="Bầu hai người vào tổ giám sát", method="election", options=[{"title": name} for name in ("Nguyễn An", "Trần Bình", "Lê Cúc")], maxSelections=2)
    tablet = enter(browser, server, session, session.body.seats[1])
    tablet.sees("Chọn nhiều nhất 2", inside=".panel")
    boxes = tablet.all("[data-options] input")
    boxes[0].click()
    boxes[2].click()
    tablet.until(lambda: not tablet.all("[data-options] input")[1].is_enabled(), "the third name to be out of reach")
    tablet.click("[data-options-send]")
    tablet.sees("Nguyễn An, Lê Cúc", inside="[data-confirm-ballot]")
    tablet.click("[data-send]")
    tablet.sees("đã ghi nhận: Nguyễn An, Lê Cúc", inside=".panel")
    titles = {option["id"]: option["title"] for option in poll.look()["options"]}
    assert sorted(titles[id] for id in poll.look(session.body.seats[1])["mine"]["selections"]) == ["Lê Cúc", "Nguyễn An"]
    good(session.body.chairman.post(f"{poll.path}/ballots", {"selections": [next(iter(titles))]}), 201)
    poll.close()
    tablet.sees("TRÚNG CỬ", inside=".panel")


def test_voting_needs_no_mouse(server, session, browser):
    poll = session.opened_poll(title="Thông qua chương trình?")
    laptop = enter(browser, server, session, session.body.seats[2], 1280, 800)
    laptop.sees("Thông qua chương trình?", inside=".panel")
    active = laptop.driver.switch_to

    def tab_to(selector):
        for _ in range(80):
            if laptop.driver.execute_script("return document.activeElement?.matches(arguments[0]) ?? false", selector):
                return
            active.active_element.send_keys(Keys.TAB)
        raise AssertionError(f"{selector} cannot be reached by the keyboard")

    tab_to("[data-choice='for']")
    active.active_element.send_keys(Keys.ENTER)
    laptop.until(lambda: laptop.driver.execute_script("return document.activeElement?.matches('[data-send]')"), "the focus on the confirmation")
    active.active_element.send_keys(Keys.SPACE)
    laptop.sees("đã ghi nhận: Tán thành", inside=".panel")
    assert poll.look(session.body.seats[2])["mine"]["choice"] == "for"
    poll.close()


def test_a_member_on_a_bad_network_votes_once_and_hears_the_verdict(server, session, browser):
    """From the sign-in to the verdict with 400 ms and 3 % loss on every connection, and the answer to the ballot lost on the way."""
    member = session.body.seats[1]
    network = BadNetwork(server, latency_ms=LATENCY_MS, loss_percent=LOSS_PERCENT, seed=2026)
    try:
        tablet = browser(820, 1180).sign_in(network, member.username).open(network, f"/meetings/{session.id}")
        # A connection that is cut is told by the console; the page itself goes on.
        tablet.expected_complaints += ["WebSocket", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION", "net::ERR"]
        poll = session.opened_poll(title="Thông qua trên mạng yếu?")
        tablet.sees("Thông qua trên mạng yếu?", inside=".panel")
        network.lose_the_answer_to(f"POST /api/v1{poll.path}/ballots")
        tablet.click("[data-choices] [data-choice='for']")
        tablet.click("[data-send]")
        tablet.sees("đã ghi nhận: Tán thành", inside=".panel")
        assert network.cut == 1, "the answer was lost"
        assert poll.look(member)["mine"]["choice"] == "for"
        shown = re.search(r"#?([0-9A-Z]{4}-[0-9A-Z]{4})", tablet.text(".panel")).group(1)
        assert poll.close()["tally"] == {"for": 1, "against": 0, "abstain": 0, "none": 2}
        tablet.sees("KHÔNG THÔNG QUA", inside=".panel")
        assert shown in json.dumps(good(session.secretary.get(f"{poll.path}/proof"))), "the receipt on the screen is the one on record"
        assert network.lost > 0 and network.pieces > 100, f"{network.lost} of {network.pieces} pieces were lost"
    finally:
        network.stop()


def test_hands_are_counted_by_two_people_on_two_screens(server, session, browser):
    poll = session.opened_poll(title="Giơ tay biểu quyết", taking="hands")
    clerk = enter(browser, server, session, session.secretary, 1280, 800)
    chair = enter(browser, server, session, session.body.chairman, 1280, 800)
    for screen, button in ((clerk, "Ghi kết quả"), (chair, "Xác nhận và đóng biểu quyết")):
        screen.sees(button, inside=".panel")
        for name, number in (("for", 2), ("against", 1), ("abstain", 0)):
            screen.find(f".counting input[name='{name}']").send_keys(str(number))
        screen.click(".counting button[type=submit]")
    chair.sees("THÔNG QUA", inside=".panel")
    clerk.sees("THÔNG QUA", inside=".panel")
    assert json.dumps(poll.look()["heads"]) == '{"abstain": 0, "against": 1, "for": 2, "none": 0}'


def test_words_with_a_vote_come_back_when_it_is_changed(server, city, browser):
    session = city.body(3, name="Hội đồng có ý kiến").opened()
    member = session.body.seats[2]
    session.opened_poll(title="Thông qua kèm ý kiến?")
    tablet = enter(browser, server, session, member, 1280, 800)
    tablet.click_text("Thêm ý kiến kèm theo phiếu", inside=".panel")
    tablet.find("[data-ballot-note]").send_keys("Đề nghị làm rõ nguồn vốn")
    tablet.click("[data-choices] [data-choice='for']")
    tablet.click("[data-send]")
    tablet.sees("Ý kiến tôi gửi kèm: Đề nghị làm rõ nguồn vốn", inside=".panel")
    tablet.driver.refresh()
    tablet.sees("Đề nghị làm rõ nguồn vốn", inside=".panel")
    tablet.click("[data-change]")
    assert tablet.find("[data-ballot-note]").get_attribute("value") == "Đề nghị làm rõ nguồn vốn"
    tablet.click("[data-choices] [data-choice='against']")
    tablet.click("[data-send]")
    tablet.sees("Đã ghi nhận: Không tán thành", inside=".panel")
    tablet.sees("Ý kiến tôi gửi kèm: Đề nghị làm rõ nguồn vốn", inside=".panel")


def test_a_tie_waits_for_the_chairman_whatever_else_runs(server, city, browser):
    session = city.body(3, name="Hội đồng ngang phiếu").opened()
    chair, deputy, member = session.body.seats
    session.opened_poll(title="Ngang nhau thì sao?").vote({chair: "abstain", deputy: "for", member: "against"}).close()
    session.opened_poll(title="Câu hỏi tiếp theo?")
    tablet = enter(browser, server, session, chair, 1280, 800)
    tablet.sees("Câu hỏi tiếp theo?", inside=".panel")
    tablet.sees("Ngang nhau thì sao?", inside=".panel")
    tablet.open(server, "/")
    tablet.sees("Cho ý kiến quyết định", inside="main")
    tablet.open(server, f"/meetings/{session.id}")
    tablet.click(".casting .choice.for")
    tablet.click("dialog[open] .primary")
    tablet.until(lambda: not tablet.all(".casting"), "the tie to be decided")

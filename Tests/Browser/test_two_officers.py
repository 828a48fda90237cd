"""Two officers of a ward at one report: each knows of the other, one answers, the other loses nothing."""

import threading
import time

import pytest

from Server.calling import good
from Server.report_city import Desks

MINE = "Phường Láng đã cử tổ thoát nước đến cầu Cót từ sáng nay, đã đặt hai máy bơm và nước đang rút dần trên toàn tuyến."
YOURS = "Tổ công tác của phường đang hút bùn các hố ga dọc đường Láng, dự kiến chiều nay thông tuyến cống trước cầu Cót."
WITHIN_SECONDS = 5


@pytest.fixture(scope="module")
def desks(city):
    return Desks(city)


def sits_down(browser, server, person, report):
    screen = browser(1280, 900).sign_in(server, person.username).open(server, f"/desk?report={report}")
    # Who is slower is refused, and a page that goes takes its socket along.
    screen.expected_complaints += ["412", "409", "WebSocket"]
    screen.find("[data-report-id]")
    return screen


def writes(screen, text):
    field = screen.find("[data-answer-text]")
    field.clear()
    field.send_keys(text)
    screen.driver.execute_script(
        "const s = document.querySelector('#answer-outcome'); s.value = 'partlyResolved'; s.dispatchEvent(new Event('change', { bubbles: true }))")


def presses_send(screen):
    screen.driver.execute_script("document.querySelector('[data-answer] button[type=submit]').click()")


def test_a_colleague_is_seen_to_come_and_to_go(server, browser, desks):
    made = desks.in_progress()
    second = sits_down(browser, server, desks.second, made["id"])
    second.driver.execute_script("document.documentElement.dataset.untouched = 'yes'")
    # The second is named first; he goes, and the first takes his place.
    first = sits_down(browser, server, desks.officer, made["id"])
    first.sees(f"Cán bộ {desks.second.username} đang mở phản ánh này", inside="[data-presence]")
    second.open(server, "/tasks")
    started = time.monotonic()
    first.until(lambda: not first.all("[data-presence]"), "the colleague to have gone")
    assert time.monotonic() - started < WITHIN_SECONDS
    first.until(lambda: good(desks.head.get(f"/reports/{made['id']}"))["heldBy"] == f"Cán bộ {desks.officer.username}", "who stayed to be named")
    # And the other way round: a desk that was open all the while hears of who comes.
    watcher = sits_down(browser, server, desks.head, made["id"])
    watcher.sees(f"Cán bộ {desks.officer.username} đang mở phản ánh này", inside="[data-presence]")
    watcher.driver.execute_script("document.documentElement.dataset.untouched = 'yes'")
    first.open(server, "/tasks")
    watcher.until(lambda: not watcher.all("[data-presence]"), "the officer to have gone")
    assert watcher.driver.execute_script("return document.documentElement.dataset.untouched") == "yes", "without loading the page"


def test_who_comes_second_reads_why_and_keeps_every_word(server, browser, desks):
    made = desks.in_progress()
    first = sits_down(browser, server, desks.officer, made["id"])
    second = sits_down(browser, server, desks.second, made["id"])
    writes(first, MINE)
    writes(second, YOURS)
    presses_send(first)
    first.sees(MINE, inside="[data-pending-answer]")
    assert not first.all("[data-kept]"), "what was sent is not kept"
    second.sees("đã gửi câu trả lời trước", inside="[data-kept-line]")
    second.sees(f"Cán bộ {desks.officer.username}", inside="[data-kept-line]")
    assert second.find("[data-kept-text]").get_attribute("value") == YOURS
    second.driver.refresh()
    assert second.find("[data-kept-text]").get_attribute("value") == YOURS, "kept on the server, too"
    # The answer is sent back: he goes on where he was.
    desks.step(desks.head, made["id"], "send-back", {"reason": "Cần nói rõ hơn"})
    second.until(lambda: second.find_now("[data-answer-text]").get_attribute("value") == YOURS, "his own words in the form again")


def test_both_press_send_at_one_moment(server, browser, desks):
    for _ in range(3):
        made = desks.in_progress()
        screens = {MINE: sits_down(browser, server, desks.officer, made["id"]), YOURS: sits_down(browser, server, desks.second, made["id"])}
        for text, screen in screens.items():
            writes(screen, text)
        threads = [threading.Thread(target=presses_send, args=(screen,)) for screen in screens.values()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        taken = screens[MINE].until(lambda: (good(desks.head.get(f"/reports/{made['id']}"))["answer"] or {}).get("text"), "one answer to be taken")
        loser = next(screen for text, screen in screens.items() if text != taken)
        lost = next(text for text in screens if text != taken)
        loser.sees("đã gửi câu trả lời trước", inside="[data-kept-line]")
        assert loser.find("[data-kept-text]").get_attribute("value") == lost
        screens[taken].sees(taken, inside="[data-pending-answer]")
        for screen in screens.values():
            screen.open(server, "/tasks")

"""The agenda is arranged by pointer, touch and keys, and a second screen follows."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.keys import Keys


def table(screen):
    return screen.driver.execute_script(
        "return [...document.querySelectorAll('[data-order-row]')].map((one) => `${one.querySelector('[data-order-number]').textContent} ${one.querySelector('th').firstChild.textContent.trim()}`)")


def room(screen):
    return screen.driver.execute_script(
        "return [...document.querySelectorAll('[data-item]')].map((one) => `${one.querySelector('.item-number').childNodes[1].textContent.trim()} ${one.querySelector('.item-title').textContent.trim()}`)")


def drag(screen, title, onto, dx=0, kind="mouse"):
    """Takes a row by its handle and lets it go just below the middle of another, `dx` to the side."""
    rows = {one.find_element("css selector", "th[scope=row]").text.splitlines()[0]: one for one in screen.all("[data-order-row]")}
    screen.driver.execute_script("document.querySelector('#agenda').scrollIntoView({block: 'start'})")
    handle = rows[title].find_element("css selector", "[data-order-handle]")
    target = rows[onto]
    box = target.rect
    top = screen.driver.execute_script("return scrollY")
    where = handle.rect
    x, y = int(where["x"] + where["width"] / 2), int(where["y"] + where["height"] / 2 - top)
    to = int(box["y"] + box["height"] * 0.75 - top)
    actions = ActionChains(screen.driver, duration=60)
    actions.w3c_actions.pointer_action.source = PointerInput(kind, kind)
    actions.w3c_actions.devices = [actions.w3c_actions.pointer_action.source, actions.w3c_actions.key_action.source]
    pointer = actions.w3c_actions.pointer_action
    pointer.move_to_location(x, y)
    pointer.pointer_down()
    pointer.move_to_location(x + 8, (y + to) // 2)
    pointer.move_to_location(x + dx, to)
    pointer.pointer_up()
    actions.w3c_actions.perform()


def test_drag_indent_and_keys_and_a_second_screen_follows(server, city, browser):
    body = city.body(3, name="Ủy ban nhân dân quận xếp chương trình")
    meeting = body.draft(title="Phiên họp xếp chương trình")
    for title in ("Ngân sách", "Nhân sự", "Quy hoạch", "Tổng kết"):
        meeting.item(title)
    meeting.advance("convene")
    own = browser(1280, 800).sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/prepare")
    other = browser(820, 1180).sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    other.until(lambda: room(other) == ["1 Ngân sách", "2 Nhân sự", "3 Quy hoạch", "4 Tổng kết"], "the agenda")
    drag(own, "Ngân sách", "Quy hoạch")
    other.until(lambda: room(other) == ["1 Nhân sự", "2 Quy hoạch", "3 Ngân sách", "4 Tổng kết"], "the other screen to follow the drag")
    own.until(lambda: table(own) == ["1 Nhân sự", "2 Quy hoạch", "3 Ngân sách", "4 Tổng kết"], "the table to say the same")
    # Sideways puts it below the one above; what is below goes along.
    drag(own, "Quy hoạch", "Nhân sự", dx=40)
    other.until(lambda: room(other) == ["1 Nhân sự", "1.1 Quy hoạch", "2 Ngân sách", "3 Tổng kết"], "the level")
    own.until(lambda: table(own)[1] == "1.1 Quy hoạch", "the level in the table")
    drag(own, "Nhân sự", "Tổng kết", kind="touch")
    other.until(lambda: room(other) == ["1 Ngân sách", "2 Tổng kết", "3 Nhân sự", "3.1 Quy hoạch"], "a finger to do the same")
    own.until(lambda: table(own)[3] == "3.1 Quy hoạch", "the branch in the table")
    # Keys on the handle, buttons for whoever does not drag.
    handle = next(one for one in own.all("[data-order-row]") if "Tổng kết" in one.text).find_element("css selector", "[data-order-handle]")
    handle.send_keys(Keys.ARROW_RIGHT)
    other.until(lambda: room(other) == ["1 Ngân sách", "1.1 Tổng kết", "2 Nhân sự", "2.1 Quy hoạch"], "the arrow to indent")
    own.until(lambda: table(own)[1] == "1.1 Tổng kết", "the indent in the table")
    row = "[data-order-row]:nth-of-type(2)"
    own.until(lambda: own.find_now(f"{row} [data-order-step=outdent]").get_attribute("aria-disabled") is None, "the way out")
    own.find_now(f"{row} [data-order-step=outdent]").send_keys(Keys.ENTER)
    other.until(lambda: room(other) == ["1 Ngân sách", "2 Tổng kết", "3 Nhân sự", "3.1 Quy hoạch"], "the button to outdent")
    assert own.find_now(f"{row} [data-order-step=outdent]").size["height"] >= 44

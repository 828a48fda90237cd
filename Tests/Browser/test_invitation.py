"""The invitation, from the secretary's table to the member's room and back."""

from Server.calling import good


def test_the_secretary_numbers_the_invitation_and_sees_who_has_opened_it(server, city, browser):
    body = city.body(3, name="Ủy ban nhân dân quận mời họp")
    deputy = body.seats[1]
    meeting = body.draft(title="Phiên họp có giấy mời", place="Phòng họp số 1")
    meeting.item("Ngân sách năm 2027")
    table = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/prepare")
    table.find("#invitation-number").send_keys("05/GM-UBND")
    table.find("#invitation-locality").send_keys("Hà Nội")
    table.click("[data-invitation-paper] button[type=submit]")
    table.until(lambda: good(body.secretary.get(f"{meeting.path}/invitation/paper"))["number"] == "05/GM-UBND", "the number to be kept")
    meeting.advance("convene")
    table.sees("Chưa mở", inside="#people")
    table.sees("đã mở 0/4", inside="#details")
    own = browser(820, 1180).sign_in(server, deputy.username)
    table.sees("Đã nhận", inside=f"[data-key=person-{deputy.id}]")
    own.open(server, f"/meetings/{meeting.id}")
    table.sees("Đã mở trang họp", inside=f"[data-key=person-{deputy.id}]")
    table.sees("đã mở 1/4", inside="#details")
    own.click("[data-view-tab=people]")
    link = own.find(".own-place a[href$='/invitation.pdf']")
    own.until(lambda: link.is_displayed() and link.size["height"] >= 44, "the invitation at hand")
    shown = own.driver.execute_async_script(
        "const done = arguments[1]; fetch(arguments[0]).then((answer) => done([answer.status, answer.headers.get('content-type')]))", link.get_attribute("href"))
    assert shown == [200, "application/pdf"]
    own.click_text("Tôi sẽ dự", inside=".own-place")
    table.sees("Sẽ dự", inside=f"[data-key=person-{deputy.id}]")
    assert table.find_now("#invitation-number").get_attribute("value") == "05/GM-UBND"

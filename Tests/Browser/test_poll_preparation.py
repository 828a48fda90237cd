"""A poll in preparation: corrected and taken back by the secretary, on the page where it was written."""

from Server.calling import good


def test_a_mistake_is_corrected_and_a_mistaken_amendment_goes(server, city, browser):
    body = city.body(3, name="Ủy ban nhân dân soạn biểu quyết")
    meeting = body.draft(title="Phiên họp soạn biểu quyết")
    item = meeting.item("Quy hoạch ven sông")
    main = meeting.poll(title="Thông qua dự thao?", closesAt=None, rules={"tie": {"decidedBy": "none"}}, durationSeconds=120)
    mistaken = meeting.poll(title="Sửa đổi nhầm?", amends=main.id)
    desk = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/prepare")
    desk.click(f"[data-open-dialog='edit-poll-{main.id}']")
    field = desk.find(f"#poll-{main.id}-title")
    assert field.get_attribute("value") == "Thông qua dự thao?" and desk.find(f"#poll-{main.id}-duration").get_attribute("value") == "120"
    field.clear()
    field.send_keys("Thông qua dự thảo?")
    desk.find(f"#poll-{main.id}-item option[value='{item['id']}']").click()
    desk.click(f"#edit-poll-{main.id} button[type=submit]")
    desk.sees("Thông qua dự thảo?", inside="#polls")
    after = main.look()
    assert (after["title"], after["agendaItemId"], after["durationSeconds"]) == ("Thông qua dự thảo?", item["id"], 120)
    assert after["rules"]["tie"]["decidedBy"] == "none", "what the form does not show stays"
    desk.click(f"#poll-{mistaken.id} [data-method=DELETE]")
    desk.click("[data-confirm-yes]")
    desk.until(lambda: not desk.all(f"#poll-{mistaken.id}"), "the amendment to go")
    assert body.secretary.get(mistaken.path).status_code == 404
    assert [poll["id"] for poll in good(body.secretary.get(f"{meeting.path}/polls"))["items"]] == [main.id]

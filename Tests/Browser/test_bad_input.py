"""What goes wrong says so on the screen, in a sentence, and nothing is lost."""

import pytest

from Server.calling import good


@pytest.fixture(scope="module")
def body(city):
    return city.body(3)


def test_a_wrong_password_is_told(server, body, browser):
    screen = browser()
    screen.expected_complaints.append("401")
    screen.sign_in(server, body.chairman.username, "sai mật khẩu")
    screen.sees("mật khẩu", inside="[role=alert]")
    assert screen.find("#username").get_attribute("value") == body.chairman.username


def test_a_page_nobody_may_know_of_is_a_page(server, city, body, browser):
    meeting = body.draft()
    stranger = city.account()
    screen = browser().sign_in(server, stranger.username)
    screen.expected_complaints.append("404")
    screen.open(server, f"/meetings/{meeting.id}")
    screen.sees("Không tìm thấy")


@pytest.mark.parametrize("name, content", [("trong.pdf", b""), ("khong-phai.pdf", b"xin chao, day khong phai la PDF"), ("virus.exe", b"MZ\x90\x00")])
def test_a_file_that_is_no_paper_is_refused_by_name(server, body, browser, tmp_path, name, content):
    meeting = body.draft()
    meeting.item()
    file = tmp_path / name
    file.write_bytes(content)
    screen = browser().sign_in(server, body.secretary.username).open(server, f"/meetings/{meeting.id}/prepare")
    screen.expected_complaints += ["415", "422"]
    screen.find("[data-upload-files]").send_keys(str(file))
    screen.sees(name, inside="[data-uploads]")
    screen.until(lambda: any(word in screen.text("[data-uploads]") for word in ("rỗng", "chỉ nhận", "Không nhận")), "the reason", "[data-uploads]")
    assert good(body.secretary.get(f"{meeting.path}/documents"))["items"] == []


def test_a_ballot_after_the_close_is_refused_not_lost(server, body, browser):
    meeting = body.opened()
    poll = meeting.opened_poll(title="Đóng trong khi đang chọn?")
    screen = browser().sign_in(server, body.seats[1].username).open(server, f"/meetings/{meeting.id}")
    screen.click(".panel [data-choice=for]")
    screen.find(".panel [data-send]")
    poll.close()
    screen.sees("KHÔNG THÔNG QUA", inside=".panel")
    assert not any(one.is_displayed() for one in screen.all(".panel [data-send]"))


def test_a_vote_without_quorum_says_the_numbers(server, body, browser):
    meeting = body.opened()
    meeting.poll(title="Thiếu người?")
    for person in body.seats[1:]:
        meeting.attend(person, "absent")
    refused = body.chairman.post(f"/polls/{good(body.secretary.get(f'{meeting.path}/polls'))['items'][0]['id']}/open")
    assert refused.status_code == 422 and refused.json()["code"] == "poll.no-quorum"
    screen = browser().sign_in(server, body.chairman.username).open(server, f"/meetings/{meeting.id}")
    screen.sees("1/3", inside=".room-head")
    screen.sees("chưa đủ", inside=".room-head")

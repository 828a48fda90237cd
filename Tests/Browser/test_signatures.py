"""What a reader sees of signatures: beside the page, in the panel, and when a verdict changes while he reads."""

import shutil

import pytest

from Server.calling import good, sign_in
from Server.city import City
from Server.conftest import ADMIN, copied
from Server.running import Server
from Server.signing import authority
from Server.signing.authority import DAY, NOW, revocation_list
from Server.signing.chapter_signers import by, signed


@pytest.fixture
def quiet_server(seeded_folder, tmp_path):
    """A server without any trust anchor."""
    data = copied(seeded_folder, tmp_path)
    shutil.rmtree(data / "trust")
    (data / "trust" / "crl").mkdir(parents=True)
    server = Server(data).start()
    yield server
    server.stop()


def test_an_open_reader_shows_each_change_of_a_verdict(quiet_server, browser):
    world = authority.world()
    city = City(quiet_server, sign_in(quiet_server, ADMIN))
    meeting = city.body(3).opened()
    paper = signed(world.signer)
    paper.fill("A", "15/QD-UBND").sign(by(world.seal), name="Dau")
    document = meeting.ready(meeting.paper(paper.data))
    reader = browser().sign_in(quiet_server, ADMIN)

    # Without anchors: one task for the administrator, nothing alarming beside the page.
    reader.find("a[href='/admin/trust']")
    reader.open(quiet_server, f"/meetings/{meeting.id}?doc={document['id']}")
    reader.find(".ribbon-verdict .sign.none")
    assert not reader.all(".page-strip")

    good(city.admin.post("/trust/anchors", {"name": "goc.pem", "pem": world.root.pem.decode()}), 201)
    reader.find(".ribbon-verdict .sign.ok")
    first, second = (strip.text for strip in reader.all(".page-strip"))
    assert "Nguyễn Văn Ký" in first and "Trang này khác với bản đã ký." in first and "Ủy ban nhân dân thành phố Mẫu" in second
    reader.click("[data-turn=next]")
    reader.until(lambda: "Trang này đúng như khi ký." in reader.all(".page-strip")[0].text, "the second page to be as signed")
    assert reader.all(".page-strip a")[0].get_attribute("href").endswith("/content")

    revoked = revocation_list(world.issuing, [(world.signer, NOW - 30 * DAY, None)])
    (quiet_server.data / "trust" / "crl" / "issuing.crl").write_bytes(revoked)
    reader.find(".ribbon-verdict .sign.warn")
    reader.find(".page-strip.warn")


def test_the_trust_list_is_kept_by_screen(server, city, browser, tmp_path):
    world = authority.world()
    # Binary, as authorities publish it; the page makes PEM of it and a name that the server takes.
    file = tmp_path / "Gốc Thử Nghiệm.cer"
    file.write_bytes(world.root.der)
    admin = browser().sign_in(server, ADMIN).open(server, "/admin/trust")
    admin.click("[data-open-dialog=add-anchor]")
    admin.find("#t-file").send_keys(str(file))
    admin.until(lambda: "BEGIN CERTIFICATE" in admin.find("#t-pem").get_attribute("value"), "the file to be put into the form")
    assert admin.find("#t-name").get_attribute("value") == "goc-thu-nghiem.pem"
    admin.click("#add-anchor button[type=submit]")
    row = admin.find("[data-key='anchor-goc-thu-nghiem.pem']").text
    assert "CA gốc thử nghiệm" in row and "Đã nạp" in row and "Quản trị nạp" in row and "Hiệu lực" in row
    listed = {anchor["name"]: anchor for anchor in good(city.admin.get("/trust"), 200)["anchors"]}
    assert listed["goc-thu-nghiem.pem"]["source"] == "stored"

    admin.click("[data-key='anchor-goc-thu-nghiem.pem'] button")
    admin.click("[data-confirm-yes]")
    admin.until(lambda: not admin.all("[data-key='anchor-goc-thu-nghiem.pem']"), "the certificate to be gone")
    assert "goc-thu-nghiem.pem" not in [anchor["name"] for anchor in good(city.admin.get("/trust"), 200)["anchors"]]

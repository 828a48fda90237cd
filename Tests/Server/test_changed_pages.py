"""A change is marked on every page that shows it: fonts, forms, inherited resources and whole contents may serve many pages."""

import pytest

from .signing import authority
from .signing.chapter_signers import by
from .signing.paper import HEIGHT, WIDTH, Paper, stream


def form(text, resources=""):
    return stream(text, f"/Type/XObject/Subtype/Form/BBox[0 0 100 30]/Resources<<{resources}>>")


def shared():
    """Three pages. All: font 7, inherited resources 52 with form 50, which draws form 51. Pages 1 and 2: one content. Page 3: a content and a form of its own."""
    paper = Paper(fields=())
    paper.next = 60

    def page(number, contents, more=""):
        return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {contents} 0 R{more}>>".encode()

    paper.page = lambda number, content, more="": page(number, 5, "/Annots[53 0 R]" if number == 3 else "")
    paper.objects |= {
        2: b"<</Type/Pages/Kids[3 0 R 4 0 R 40 0 R]/Count 3/Resources 52 0 R/Rotate 0>>",
        40: page(40, 6, "/Resources<</Font<</F1 7 0 R>>/XObject<</Y 54 0 R>>>>/Annots[55 0 R]"),
        50: form(b"/Z Do", "/XObject<</Z 51 0 R>>"), 51: form(b"0 0 90 20 re S"), 52: b"<</Font<</F1 7 0 R>>/XObject<</X 50 0 R>>>>", 54: form(b"0 0 10 10 re S"),
        53: b"<</Type/Annot/Subtype/Stamp/Rect[300 700 400 730]/F 4/P 3 0 R/AP<</N 56 0 R>>>>",
        55: b"<</Type/Annot/Subtype/Stamp/Rect[300 700 400 730]/F 4/P 40 0 R/AP<</N 56 0 R>>>>", 56: form(b"1 0 0 RG 0 0 90 20 re S"),
    }
    paper.refresh()
    paper.write(dict(paper.objects))
    return paper.sign(by(authority.world().signer), page=3)


CHANGES = {
    "a font of all": ({7: b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"}, [1, 2, 3]),
    "a form drawn by a form": ({51: form(b"5 5 9 9 re f")}, [1, 2]),
    "a form": ({50: form(b"5 5 9 9 re f")}, [1, 2]),
    "inherited resources": ({52: b"<</Font<</F1 7 0 R>>>>"}, [1, 2]),
    "inherited resources exchanged": ({2: b"<</Type/Pages/Kids[3 0 R 4 0 R 40 0 R]/Count 3/Resources<<>>/Rotate 0>>"}, [1, 2]),
    "an inherited rotation": ({2: b"<</Type/Pages/Kids[3 0 R 4 0 R 40 0 R]/Count 3/Resources 52 0 R/Rotate 90>>"}, [1, 2, 3]),
    "a content of two": ({5: stream(b"BT /F1 14 Tf 72 700 Td (khac) Tj ET")}, [1, 2]),
    "a content of one": ({6: stream(b"BT /F1 14 Tf 72 700 Td (khac) Tj ET")}, [3]),
    "a form of one": ({54: form(b"5 5 9 9 re f")}, [3]),
    "a mark's drawing on two": ({56: form(b"0 0 1 RG 5 5 80 10 re f")}, [1, 3]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_page_that_shows_a_change_is_marked(city, name):
    objects, pages = CHANGES[name]
    paper = shared().write(objects)
    answer = city.admin.request("POST", "/signatures/verify", data=paper.data, headers={"Content-Type": "application/pdf"})
    (signature,) = answer.json()["signatures"]
    assert answer.status_code == 200 and signature["indication"] == "TOTAL_FAILED" and signature["changesAfter"] == "page"
    assert signature["changedPages"] == pages, signature["reasons"]
    if len(pages) > 1 and not name.startswith("a mark"):
        assert any(", ".join(map(str, pages)) in reason["vi"] for reason in signature["reasons"]), signature["reasons"]


def test_an_unchanged_copy_marks_nothing(city):
    answer = city.admin.request("POST", "/signatures/verify", data=shared().write({70: b"<</Unused true>>"}).data, headers={"Content-Type": "application/pdf"})
    assert answer.json()["signatures"][0]["changedPages"] == []

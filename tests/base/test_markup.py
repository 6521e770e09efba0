import pytest

from kme_portal.base.markup import to_html, to_text

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](JaVaScRiPt:alert(1))",
    "<a href='vbscript:x'>x</a>",
    "<svg onload=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "<p style='background:url(//evil.example)'>x</p>",
    "<form action=//evil.example><input></form>",
    "![x](https://evil.example/pixel.gif)",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<style>@import '//evil.example'</style>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markup_neither_runs_nor_loads(text):
    html = to_html(text).lower()

    for forbidden in ("<script", "onerror", "onload", "javascript:", "data:text", "vbscript:"):
        assert forbidden not in html
    for tag in ("<img", "<svg", "<iframe", "<form", "<input", "<style", "style="):
        assert tag not in html


def test_links_give_no_credit_and_no_referrer():
    assert to_html("[x](https://a.example)") == (
        '<p><a href="https://a.example" rel="nofollow noopener">x</a></p>'
    )


def test_the_highest_heading_fits_below_that_of_the_page():
    assert to_html("# One\n\n## Two") == "<h2>One</h2>\n<h3>Two</h3>"
    assert to_html("### Three", first_heading=3) == "<h3>Three</h3>"


def test_an_address_is_one_thing_of_several_lines_in_its_own_language():
    written = (
        '<address lang="de" dir="ltr" onclick="x()">\nAm Markt 1<br>\n40210 Düsseldorf\n</address>'
    )

    assert to_html(written) == (
        '<address lang="de" dir="ltr">\nAm Markt 1<br>\n40210 Düsseldorf\n</address>'
    )
    assert to_text(written) == "Am Markt 1 40210 Düsseldorf"


def test_a_description_holds_words_alone():
    assert to_text("**Tee & Brot**\n\n- [eins](https://a.example)\n- zwei") == (
        "Tee & Brot eins zwei"
    )

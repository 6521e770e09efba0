from kme_portal.base.refill import refill

PAGE = """<!doctype html><form method="get"><input name="q"></form>
<form method="post" action="/andere/"><input name="title" value="x"></form>
<form method="post"><input type="hidden" name="csrfmiddlewaretoken" value="fresh">
<input name="title" value="alt &amp; neu"><textarea name="text">
alt</textarea><input type="password" name="secret">
<input type="checkbox" name="ok" checked><input type="checkbox" name="kind" value="a">
<input type="checkbox" name="kind" value="b" checked>
<input type="radio" name="mode" value="1" checked><input type="radio" name="mode" value="2">
<select name="place"><option value="1" selected>Eins</option><option value="2">Zwei</option>
</select><button name="save" value="1">Sichern</button></form>&copy;&#169;"""


def fill(*fields):
    return refill(PAGE, address="/seite/", target="/seite/", fields=list(fields))


def test_without_fields_boxes_alone_are_emptied():
    page, left = fill()

    assert page == PAGE.replace('name="ok" checked', 'name="ok"').replace(
        'value="b" checked', 'value="b"'
    )
    assert left == []


def test_every_kind_of_field_is_filled():
    page, left = fill(
        ("title", 'Ein "neuer" <Titel>'),
        ("text", "Zeile 1\n</textarea><script>"),
        ("ok", "on"),
        ("kind", "a"),
        ("mode", "2"),
        ("place", "2"),
        ("save", "1"),
    )

    assert left == []
    assert 'value="Ein &quot;neuer&quot; &lt;Titel&gt;"' in page
    assert ">\nZeile 1\n&lt;/textarea&gt;&lt;script&gt;</textarea>" in page
    assert '<input type="checkbox" name="ok" checked>' in page
    assert '<input type="checkbox" name="kind" value="a" checked>' in page
    assert '<input type="checkbox" name="kind" value="b">' in page
    assert '<input type="radio" name="mode" value="1">' in page
    assert '<input type="radio" name="mode" value="2" checked>' in page
    assert '<option value="1">Eins' in page
    assert '<option value="2" selected>Zwei' in page


def test_another_form_and_the_fresh_token_stay_as_they_are():
    page, _left = fill(("title", "neu"), ("csrfmiddlewaretoken", "stale"), ("q", "suche"))

    assert '<input name="title" value="x">' in page
    assert 'value="fresh"' in page
    assert "suche" not in page


def test_what_finds_no_place_is_returned():
    _page, left = fill(("title", "eins"), ("title", "zwei"), ("place", "9"), ("gone", "Text"))

    assert left == [("title", "zwei"), ("place", "9"), ("gone", "Text")]


def test_a_password_is_never_filled():
    page, left = fill(("secret", "geheim"))

    assert "geheim" not in page
    assert left == [("secret", "geheim")]

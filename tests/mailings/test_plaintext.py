import pytest

from kme_portal.mailings.plaintext import as_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Good day</h1><p>One\n two.</p>", "Good day\n\nOne two.\n"),
        ("<p>1. May - 5 * 3_000 [x] #1 + a\\b</p>", "1. May - 5 * 3_000 [x] #1 + a\\b\n"),
        (
            '<p><a href="https://kme.example/a?b=1&amp;c=2">Answer</a></p>',
            "Answer: https://kme.example/a?b=1&c=2\n",
        ),
        ('<a href="https://kme.example/">https://kme.example</a>', "https://kme.example/\n"),
        ('<a href="mailto:kme@kme.example">kme@kme.example</a>', "kme@kme.example\n"),
        ('<a href="tel:+49211">0211 1</a>', "0211 1\n"),
        ("<ul><li>one</li><li>two</li></ul>", "– one\n– two\n"),
        ("<ol><li>one</li><li>two</li></ol>", "1. one\n2. two\n"),
        (
            "<table><tr><th>When</th><td>5 May</td></tr><tr><th>Where?<td>Bonn</table>",
            "When: 5 May\nWhere? Bonn\n",
        ),
        (
            "<dl><dt>When</dt><dd>5 May</dd><dt>Where</dt><dd>Bonn</dd></dl>",
            "When: 5 May\nWhere: Bonn\n",
        ),
        ("<p>a<br>b</p><hr><p>c</p>", "a\nb\n\n----\n\nc\n"),
        ("<head><title>x</title><style>p{}</style></head><p>y</p>", "y\n"),
        ('<p data-text="skip">hidden <b>too</b></p><p>shown</p>', "shown\n"),
        ("<p>&lt;script&gt; &amp; M&uuml;ller&nbsp;GmbH</p>", "<script> & Müller GmbH\n"),
        ("<p>شكراً</p>", "شكراً\n"),
        ('<img src="x" alt="The office">', "The office\n"),
    ],
)
def test_a_letter_reads_as_plain_lines(html, text):
    assert as_text(html) == text

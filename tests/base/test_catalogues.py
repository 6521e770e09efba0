"""Every text has its translation, and the tool that sees to it sees every text."""

import pytest
from babel.messages.catalog import Message

from kme_portal.base.catalogues import problems
from kme_portal.base.catalogues.check import message_problems, sign_problems
from kme_portal.base.catalogues.texts import in_python, in_template


def test_every_text_is_translated_into_every_language():
    assert not "\n".join(problems())


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('<p>{% translate "A seat" %}</p>', ("A seat", None, None)),
        ('{% translate "May" context "month" as name %}', ("May", None, "month")),
        ("{{ value|default:_('none yet') }}", ("none yet", None, None)),
        ('{% include "x.html" with title=_("Seats (free)") %}', ("Seats (free)", None, None)),
        (
            "{% blocktranslate trimmed %}\n  50 % of\n  {{ name }}\n{% endblocktranslate %}",
            ("50 %% of %(name)s", None, None),
        ),
        (
            "{% blocktranslate count n=seats %}One seat{% plural %}{{ n }} seats"
            "{% endblocktranslate %}",
            ("One seat", "%(n)s seats", None),
        ),
    ],
)
def test_each_way_to_mark_a_text_in_a_template_is_seen(template, expected):
    found = [(text.source, text.plural, text.context) for text in in_template(template, place="")]

    assert found == [expected]


def test_a_comment_in_a_template_is_no_text():
    template = '{# {% translate "never" %} #}{% comment %}{% translate "never" %}{% endcomment %}'

    assert list(in_template(template, place="")) == []


def test_texts_in_python_are_seen_with_plural_and_context():
    source = b'_("One")\nngettext("%(n)s day", "%(n)s days", 2)\npgettext_lazy("month", "May")\n'

    found = [(text.source, text.plural, text.context) for text in in_python(source, place="")]

    assert found == [
        ("One", None, None),
        ("%(n)s day", "%(n)s days", None),
        ("May", None, "month"),
    ]


@pytest.mark.parametrize(
    ("translation", "flags", "problem"),
    [
        ("", (), "not translated"),
        ("Für %(name)s", ("fuzzy",), "fuzzy"),
        ("Für %(nam)s", (), "placeholders differ"),
        ("Für alle", (), "placeholders differ"),
        ("Für %(name)s ", (), "space at an end"),
    ],
)
def test_a_translation_that_would_mislead_or_break_is_named(translation, flags, problem):
    wanted = Message("For %(name)s")
    there = Message("For %(name)s", string=translation, flags=flags)

    assert [problem in line for line in message_problems("events de", wanted, there)] == [True]


@pytest.mark.parametrize(
    ("language", "translation", "right"),
    [
        ("de", 'Der Filter "Ort"', "Der Filter „Ort“"),
        ("de", "nach § 3 DSG NRW", "nach §\N{NO-BREAK SPACE}3 DSG NRW"),
        ("de", "bis 24 Uhr", "bis 24\N{NO-BREAK SPACE}Uhr"),
        ("tr", "Berlin'de", "Berlin’de"),
        ("tr", "„Yer“ süzgeci", '“Yer” <a href="/">filtresi</a>'),
        ("ar", "من?", "من؟"),
        ("ar", "نعم, لا", "نعم، لا"),
        ("ar", "٣ أيام", "3 أيام"),
        ("ar", "شكراً", "شكرًا"),
    ],
)
def test_signs_of_another_language_are_named(language, translation, right):
    def named(string):
        return list(sign_problems("events", language, Message("Text", string=string)))

    assert len(named(translation)) == 1
    assert named(right) == []


def test_one_seat_may_be_said_in_words():
    wanted = Message(("One seat of %(event)s", "%(count)s seats of %(event)s"))
    there = Message(wanted.id, string=("Ein Platz: %(event)s", "%(count)s Plätze: %(event)s"))

    assert list(message_problems("events de", wanted, there)) == []

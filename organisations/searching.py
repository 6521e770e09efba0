"""Finding an entry of the register by what somebody says on the telephone."""

import re

from django.db.models import CharField, F, Func, Q, QuerySet

from organisations.models import Organisation, Representative

# Fewer digits are a house number or a year.
LEAST_DIGITS = 4


class Digits(Func):
    """The digits of a telephone number, however it was typed."""

    function = "regexp_replace"
    template = r"%(function)s(%(expressions)s, '\D', '', 'g')"
    output_field = CharField()


def digits_of(term: str) -> str:
    """What of a typed number stands in every way to write it; "" when it is none."""
    if re.search(r"[^\d\s+/().-]", term):
        return ""
    digits = re.sub(r"\D", "", term)
    if term.strip().startswith("+49"):
        digits = digits[2:]
    elif digits.startswith("0049"):
        digits = digits[4:]
    digits = digits.lstrip("0")
    return digits if len(digits) >= LEAST_DIGITS else ""


def with_number(rows: QuerySet, digits: str) -> QuerySet:
    return rows.alias(phone_digits=Digits(F("phone"))).filter(phone_digits__contains=digits)


def found_people(term: str) -> QuerySet[Representative]:
    """People and mailboxes by name, e-mail address or telephone number."""
    term = term.strip()
    if digits := digits_of(term):
        return with_number(Representative.objects.all(), digits)
    named = Q(email__icontains=term)
    words = Q()
    for word in term.split()[:6]:
        words &= Q(name__unaccent__icontains=word)
    return Representative.objects.filter(named | words)


def found_organisations(term: str) -> QuerySet[Organisation]:
    """By name, place, people, e-mail address or telephone number; spelling is forgiven."""
    term = term.strip()
    rows = Organisation.objects.all()
    found = Q(pk__in=found_people(term).exclude(organisation=None).values("organisation"))
    if digits := digits_of(term):
        found |= Q(pk__in=with_number(rows, digits).values("pk")) | Q(postcode=term)
    else:
        found |= Q(email__icontains=term)
        found |= Q(pk__in=rows.searched(term, in_office=True).values("pk"))
    return rows.filter(found)

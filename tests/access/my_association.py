from tests.access import Row, everyone, office, only, signed_in
from tests.factories import make_representative
from tests.factories.my_association import make_affiliation, make_change


def acting(member) -> dict:
    """An association for which the role "member" may edit."""
    return {"pk": make_representative(user=member, may_edit=True).organisation_id}


def below(name: str, make):
    """A row below an association, whose key stands in the address under this name."""

    def kwargs(member):
        role = make_representative(user=member, may_edit=True)
        return {"pk": role.organisation_id, name: make(role).pk}

    return kwargs


def own(name: str, kwargs=acting) -> Row:
    """For those who act for this association; for the office and others it is not there."""
    return only(f"my_association:{name}", "member", kwargs=kwargs)


def button(name: str, **kwargs) -> Row:
    """By pressing a button alone."""
    return signed_in(f"my_association:{name}", lambda: {"pk": 0} | kwargs, status=405)


ROWS = [
    signed_in("my_association:start") | {"member": 200},
    everyone("my_association:role_invitation", lambda: {"token": "unbekannt"}, status=404),
    everyone("my_association:profile_check", lambda: {"token": "unbekannt"}, status=404),
    *[
        own(name)
        for name in (
            "desk",
            "profile",
            "preview",
            "logo",
            "people",
            "invite",
            "umbrellas",
            "history",
        )
    ],
    own("part", lambda member: acting(member) | {"part": "kontakt"}),
    own("end_role", below("person", lambda role: role)),
    own("hand_over", below("person", lambda role: role)),
    own(
        "end_affiliation",
        below("affiliation", lambda role: make_affiliation(member=role.organisation)),
    ),
    button("confirm"),
    button("withdraw_change", change=0),
    button("withdraw_invitation", invitation=0),
    button("confirm_affiliation", affiliation=0),
    office(
        "admin:organisations_profilechange_decide",
        "Koordination",
        kwargs=lambda: {"pk": make_change().pk},
        # Back to the change: it is decided by pressing a button.
        status=302,
    ),
]

MODELS = {"organisations.ProfileChange": ("Koordination",)}

import pghistory
import pytest
from django.db import DatabaseError, transaction

from kme_portal.base.history import changes_of, erase_history, history_model
from kme_portal.base.models import HistoryErasure
from organisations.models import Organisation

pytestmark = pytest.mark.django_db


def make_tracked(**given) -> Organisation:
    return Organisation.objects.create(**{"name": "Verein", "slug": "verein"} | given)


def test_a_bulk_update_is_kept_with_what_changed():
    organisation = make_tracked()

    Organisation.objects.filter(pk=organisation.pk).update(name="Verein Nord")

    latest = next(changes_of(organisation))
    assert latest.kind == "update"
    assert list(latest.fields.values()) == [("Verein", "Verein Nord")]


def test_a_column_left_out_leaves_no_trace():
    organisation = make_tracked()

    organisation.email = "person@verein.example"
    organisation.save()

    assert [change.kind for change in changes_of(organisation)] == ["insert"]
    columns = {field.name for field in history_model(Organisation)._meta.fields}
    assert not {"email", "phone"} & columns


def test_the_circumstances_are_the_user_and_nothing_else(rf):
    from kme_portal.base.middleware import HistoryMiddleware

    request = rf.post("/geheim/token/")

    assert HistoryMiddleware(lambda request: None).get_context(request) == {"user": None}


def test_the_user_is_kept():
    with pghistory.context(user=7):
        organisation = make_tracked()

    assert next(changes_of(organisation)).user_id == 7


@pytest.mark.parametrize("attempt", ["update", "delete"])
def test_the_history_takes_no_change(attempt):
    organisation = make_tracked()
    entries = history_model(Organisation).objects.filter(pgh_obj_id=organisation.pk)

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        entries.update(name="Other") if attempt == "update" else entries.delete()

    assert entries.get().name == "Verein"


def test_erasure_lifts_that_and_is_recorded():
    gone, kept = make_tracked(), make_tracked(slug="other")

    erased = erase_history(Organisation, [gone.pk], reason="Article 17")

    assert erased == 1
    assert list(changes_of(gone)) == []
    assert len(list(changes_of(kept))) == 1
    record = HistoryErasure.objects.get()
    assert (record.model, record.entries, record.reason) == (
        "organisations.Organisation",
        1,
        "Article 17",
    )


def test_the_record_of_an_erasure_cannot_be_removed():
    organisation = make_tracked()
    erase_history(Organisation, [organisation.pk], reason="Article 17")

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        HistoryErasure.objects.all().delete()

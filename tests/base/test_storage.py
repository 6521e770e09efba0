import pytest
from django.core.files.storage import storages

from kme_portal.base.storage import storage_of


def test_without_an_address_uploads_lie_in_a_folder():
    assert storage_of("", folder="/srv/media")["OPTIONS"] == {"location": "/srv/media"}


def test_an_address_names_key_secret_host_bucket_and_region():
    options = storage_of("s3://key:se%2Fcret@s3.example:9000/uploads?region=de", folder="")[
        "OPTIONS"
    ]

    assert options["endpoint_url"] == "https://s3.example:9000"
    assert (options["access_key"], options["secret_key"]) == ("key", "se/cret")
    assert (options["bucket_name"], options["region_name"]) == ("uploads", "de")
    assert options["default_acl"] == "private"


def test_the_storage_can_be_made():
    made = storages.create_storage(storage_of("s3://key:secret@s3.example/uploads", folder=""))

    assert made.bucket_name == "uploads"


@pytest.mark.parametrize("url", ["http://s3.example/uploads", "s3://s3.example/uploads", "s3://"])
def test_what_is_not_understood_is_refused(url):
    with pytest.raises(ValueError, match="STORAGE_URL"):
        storage_of(url, folder="")

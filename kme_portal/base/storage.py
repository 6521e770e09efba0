"""Where uploads lie: a folder, or S3-compatible storage."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def storage_of(url: str, *, folder: str) -> dict[str, Any]:
    """Value of STORAGES["default"] for `s3://key:secret@host/bucket?region=…`; "" for the folder.

    Files are private in both: a checked view of the portal serves them. Raises ValueError for
    an address that is not understood.
    """
    if not url:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": folder},
        }
    parts = urlsplit(url)
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not parts.hostname or not bucket or not parts.username:
        raise ValueError("STORAGE_URL must look like s3://key:secret@host/bucket")
    port = f":{parts.port}" if parts.port else ""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "endpoint_url": f"https://{parts.hostname}{port}",
            "bucket_name": bucket,
            "access_key": unquote(parts.username),
            "secret_key": unquote(parts.password or ""),
            "region_name": parse_qs(parts.query).get("region", [None])[0],
            "default_acl": "private",
            "file_overwrite": False,
            "querystring_auth": True,
        },
    }

"""Signed links in mails: nothing secret is stored, raising the version revokes."""

from django.core import signing

SEPARATOR = "."


def make_token(purpose: str, public_id: str, version: int = 0) -> str:
    """Token for an address; the purpose keeps one link from opening another page."""
    return signing.Signer(salt=f"link.{purpose}", sep=SEPARATOR).sign(f"{public_id}~{version}")


def read_token(purpose: str, token: str) -> tuple[str, int] | None:
    """Public id and version, or None for whatever was not signed here for this purpose."""
    try:
        value = signing.Signer(salt=f"link.{purpose}", sep=SEPARATOR).unsign(token)
        public_id, version = value.rsplit("~", 1)
        return public_id, int(version)
    except (signing.BadSignature, ValueError):
        return None

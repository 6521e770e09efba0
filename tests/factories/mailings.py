from kme_portal.mailings.addresses import digest, new_message_id
from kme_portal.mailings.models import Message


def make_message(**given) -> Message:
    usual = {
        "kind": "tests.notice",
        "lane": 2,
        "email": "verein@verein.example",
        "language": "de",
        "message_id": new_message_id(),
    }
    values = usual | given
    values.setdefault("key", f"{values['kind']}:{values['message_id']}")
    values.setdefault("address_digest", digest(values["email"]) if values["email"] else "")
    return Message.objects.create(**values)

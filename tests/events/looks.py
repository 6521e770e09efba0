from tests.events import looks_inviting, looks_registration

LOOKS = [*looks_inviting.LOOKS, *looks_registration.LOOKS]

from tests.events import looks_registration

LOOKS = [*looks_registration.LOOKS]

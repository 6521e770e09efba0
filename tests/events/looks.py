from tests.events import looks_events, looks_inviting, looks_office, looks_registration

LOOKS = [
    *looks_events.LOOKS,
    *looks_inviting.LOOKS,
    *looks_office.LOOKS,
    *looks_registration.LOOKS,
]

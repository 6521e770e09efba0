from tests.access import everyone

ROWS = [
    everyone("stored_file", lambda: {"public_id": "unbekannt"}, status=404),
    everyone("healthz"),
    # Nothing runs beside the tests: no worker has given a sign of life.
    everyone("readyz", status=503),
]

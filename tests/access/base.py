from tests.access import everyone

ROWS = [
    everyone("healthz"),
    # Nothing runs beside the tests: no worker has given a sign of life.
    everyone("readyz", status=503),
]

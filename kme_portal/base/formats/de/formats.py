"""Day and time as one says them; Django's own leaves the time without a word."""

DATETIME_FORMAT = "j. F Y \\u\\m H:i\N{NO-BREAK SPACE}\\U\\h\\r"

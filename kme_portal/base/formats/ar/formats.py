"""Latin digits, 24 hours, thousands apart: Django's own run digits together and mix three orders.

Points and commas stand in numbers as in the German papers that readers hold beside the page.
"""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y، H:i"
TIME_FORMAT = "H:i"
SHORT_DATE_FORMAT = "d.m.Y"
SHORT_DATETIME_FORMAT = "d.m.Y H:i"
DATE_INPUT_FORMATS = ["%d.%m.%Y", "%d/%m/%Y"]
DATETIME_INPUT_FORMATS = ["%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M"]
FIRST_DAY_OF_WEEK = 1
NUMBER_GROUPING = 3

"""My data (Meine Daten): what the portal holds about an address, to be seen, corrected, erased.

What there is comes from the registry `personal_data` that every app fills. Nothing of an export
is stored: it is made while it is asked for.
"""

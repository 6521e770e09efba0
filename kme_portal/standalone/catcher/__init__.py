"""Catches the mails of a portal on one machine and shows them, so that none leaves it."""

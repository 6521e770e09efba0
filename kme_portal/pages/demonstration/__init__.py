"""Demonstration data: public facts about organisations, events and programmes, with source.

Registration states, amounts per project, guests and answers are invented, and marked so.
No private person appears: people stand by role, mailboxes at example domains.
"""

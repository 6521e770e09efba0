"""Everything the portal needs on one machine, in one process tree.

Starts without Django, since the database it starts comes first.
"""

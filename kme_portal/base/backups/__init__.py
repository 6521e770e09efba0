"""Backups of the whole portal and the way back: `make backup`, `make restore`.

A backup is a folder: `database.dump`, `media.tar`, and `manifest.json`, which is written last and
tells what must be found in the other two. Keys are never inside; the manifest has their
fingerprints, so that a restore with other keys is noticed.
"""

# Heartbeats that `/readyz/` looks for.
MADE = "backup"
RESTORE_UNFINISHED = "restore-unfinished"


class Refused(Exception):
    """Why a backup or a restore was not done, in words for the operator; nothing was changed."""

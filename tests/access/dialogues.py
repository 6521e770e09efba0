from tests.access import everyone
from tests.factories.dialogues import make_forum, make_topic

ROWS = [
    everyone("dialogues:list"),
    everyone("dialogues:forum", lambda: {"slug": make_forum().slug}),
    everyone("dialogues:topic", lambda: {"slug": make_topic().slug}),
]

MODELS = {
    "dialogues.Forum": ("Koordination", "Redaktion"),
    "dialogues.Recommendation": ("Koordination", "Redaktion"),
    "dialogues.Topic": ("Koordination", "Redaktion"),
}

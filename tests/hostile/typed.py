"""Hostile text in every place where somebody may type, and how a browser would betray it."""

from django.apps import apps
from django.db import DatabaseError, models, transaction

MARKUP = [
    '"><script>window.caught=1</script>',
    "<img src=https://evil.example/x onerror=window.caught=1>",
    "'\"><svg/onload=window.caught=1>",
    "</title></textarea></script><script>window.caught=1</script>",
    "[a](javascript:window.caught=1)",
    "![a](https://evil.example/pixel.png)",
    "<a href=' javascript:window.caught=1' id=caught>x</a>",
    "<iframe src=https://evil.example/></iframe>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "<base href=https://evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
    "{{ 7|add:7 }}{% debug %}<x-caught>",
    "<form action=https://evil.example><input name=caught autofocus onfocus=window.caught=1>",
    '" onmouseover="window.caught=1" autofocus onfocus="window.caught=1" x="',
]
# What a spreadsheet takes for a formula, and what begins a header or a property of its own.
LINES = [
    '=HYPERLINK("https://evil.example")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "＝1+1",
    "x\r\nBcc: caught@evil.example",
    "x\nEND:VEVENT\nATTENDEE:mailto:caught@evil.example",
    "x\u2028caught\u2029\x85\x0b",
]
# Elements that only such text makes; the portal's own pages have none of them.
TRACES = """(root) => [...root.querySelectorAll(
    "[onerror],[onload],[onfocus],[onmouseover],object,embed,base,x-caught,[id=caught],"
    + "[name=caught],meta[http-equiv=refresh i],[src*='evil.example'],iframe[src^=http],"
    + "link[href*='evil.example'],form[action*='evil.example'],[style*='evil.example'],"
    + "a[href^='javascript' i],a[href^=' javascript' i]"
)].concat([...root.querySelectorAll("script:not([src]),style")].filter(
    (element) => /caught|evil/.test(element.textContent)
        && element.type !== "application/ld+json"
)).map((element) => element.outerHTML.slice(0, 200))"""
OURS = (
    "base", "mailings", "accounts", "organisations", "events", "dialogues", "funding", "pages",
)  # fmt: skip
# Keys of things rather than words: nobody types them.
KEYS = {"kind", "language", "public_id", "uid", "digest", "address_digest", "secret", "password"}


def is_typed(field) -> bool:
    """Free text, as far as a form could ever let it through."""
    if not isinstance(field, models.CharField | models.TextField) or field.generated:
        return False
    if isinstance(field, models.EmailField | models.URLField | models.SlugField):
        return False
    if field.choices or field.unique or field.primary_key:
        return False
    return field.name not in KEYS


def as_much_as_fits(vectors: list[str], start: int, length: int | None) -> str:
    """The vectors from this one on, each a paragraph; a short field takes the start of one."""
    text = ""
    for place in range(len(vectors)):
        vector = vectors[(start + place) % len(vectors)]
        longer = f"{text}\n\n{vector}" if text else vector
        if length and len(longer) > length:
            break
        text = longer
    return text or vectors[start % len(vectors)][:length]


def poison(vectors: list[str], *, turn: int = 0) -> dict[str, int]:
    """Put hostile text into every typed field of every row; rows by model.

    Fields take turns with the vectors; what a constraint keeps out stays as it was.
    """
    poisoned: dict[str, int] = {}
    place = turn
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            fields = list(filter(is_typed, model._meta.concrete_fields))
            if model.__name__.endswith("History") or not fields:
                continue
            values = {}
            for field in fields:
                place += 1
                values[field.attname] = as_much_as_fits(vectors, place, field.max_length)
            if rows := _updated(model, values):
                poisoned[model._meta.label] = rows
    return poisoned


def _updated(model: type[models.Model], values: dict[str, str]) -> int:
    """All at once or, where a constraint refuses one, each by itself."""
    if not values or not model._base_manager.exists():
        return 0
    try:
        with transaction.atomic():
            return model._base_manager.update(**values)
    except DatabaseError:
        if len(values) == 1:
            return 0
        return max(_updated(model, {name: value}) for name, value in values.items())

"""What the search finds of one kind."""

from kme_portal.base.registries import search_sources
from kme_portal.base.searching import by_words


def found_by_search(kind: str, typed: str, user) -> list:
    source = search_sources[kind]
    return list(by_words(source.rows(user), typed, source.searched))

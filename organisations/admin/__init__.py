from organisations.admin import audiences, imports, people, register, vocabularies

__all__ = ["audiences", "imports", "people", "register", "vocabularies"]

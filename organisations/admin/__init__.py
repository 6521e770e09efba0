from organisations.admin import audiences, changes, imports, people, register, vocabularies

__all__ = ["audiences", "changes", "imports", "people", "register", "vocabularies"]

"""What Django's comparisons must mean here."""

from typing import Any

from django.db.models import EmailField, Lookup


@EmailField.register_lookup
class SameAddress(Lookup):
    """`email__iexact` forgives the case of A to Z, and nothing else.

    Django compares in capitals, of which dotless ı and i have the same: whoever owns the domain
    gmaıl.example would be taken for a person at gmail.example, whose link, data or account would
    go to a mailbox that is not theirs.
    """

    lookup_name = "iexact"

    def as_sql(self, compiler, connection) -> tuple[str, list[Any]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        sql = f'LOWER(({left})::text COLLATE "C") = LOWER(({right})::text COLLATE "C")'
        return sql, [*left_params, *right_params]

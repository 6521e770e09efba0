"""Tables whose rows are only ever added: nobody changes or deletes one, nobody empties the table.

The database keeps it, for plain SQL too. Keeping times and the erasure of a person lift
`append_only` for their own DELETE by `pgtrigger.ignore` and are recorded; nothing in the
portal lifts `not_emptied`.
"""

import pgtrigger

not_emptied = pgtrigger.Trigger(
    name="not_emptied",
    level=pgtrigger.Statement,
    when=pgtrigger.Before,
    operation=pgtrigger.Truncate,
    func="RAISE EXCEPTION 'pgtrigger: Cannot truncate rows from % table', TG_TABLE_NAME;",
)
append_only = [
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
    not_emptied,
]

"""Address lists as offices keep them: read, understood, compared with the register, taken in.

`reading` turns a file into rows of text, `columns` finds the heading and what each column means,
`records` makes one record of a row, `matching` finds the same organisation in the register or
in the file, `preview` says cell by cell what would happen, `applying` does it.
"""

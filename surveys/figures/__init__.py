"""Pure sums: the arithmetic that boards rely on, with no database, clock or framework in sight.

Each module states its units. A *proportion* runs from 0 to 1; a *percent* runs from 0 to 100.
"""

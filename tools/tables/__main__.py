"""`python -m tools.tables`: write every `*.upstream.tsv` anew from CLDR, countrynames and GeoNames."""

from __future__ import annotations

from tools.tables import cities, register, states
from tools.tables.rows import write


def main() -> None:
    """Write the tables of states and cities of all four languages."""
    known = register.states()
    for language in register.LANGUAGES:
        folder = register.DATA / "lang" / language
        write(folder / "states.upstream.tsv", states.rows(language, known), "Names of states (CLDR, countrynames).")
        write(folder / "cities.upstream.tsv", cities.rows(language, known), "Capitals and large cities (GeoNames, CC BY 4.0).")


main()

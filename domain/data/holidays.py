#!/usr/bin/env python3
"""Writes holidays.txt, which the domain reads when it is compiled.

    python3 -m venv target/holidays
    target/holidays/bin/pip install vacances-scolaires-france==0.12.0 jours-feries-france==0.7.0
    target/holidays/bin/python domain/data/holidays.py > domain/data/holidays.txt

Sources, both under the MIT licence, both kept by people who follow the official decrees:
- vacances-scolaires-france 0.12.0: school holidays by zone, after the open data of the French ministry of education
  (Licence Ouverte 2.0); zone C: Paris, Créteil, Versailles.
- jours-feries-france 0.7.0 (Etalab): public holidays of metropolitan France, computed.

Nothing in the output is typed by hand. When a later version knows more years, raise its number here and run this again.
"""

from datetime import date, timedelta

from jours_feries_france import JoursFeries
from vacances_scolaires_france import SchoolHolidayDates

FIRST = date(2014, 1, 1)
DAY = timedelta(days=1)

SCHOOL = {
    "Vacances de la Toussaint": "T",
    "Vacances de Noël": "N",
    "Vacances d'hiver": "H",
    "Vacances de printemps": "P",
    "Pont de l'Ascension": "A",
    "Vacances d'été": "E",
}

PUBLIC = {
    "1er janvier": "a",
    "Lundi de Pâques": "b",
    "1er mai": "c",
    "8 mai": "d",
    "Ascension": "e",
    "Lundi de Pentecôte": "f",
    "14 juillet": "g",
    "Assomption": "h",
    "Toussaint": "i",
    "11 novembre": "j",
    "Jour de Noël": "k",
}


def school_holidays():
    """First day, last day, name of all holidays of zone C."""
    known = SchoolHolidayDates().data
    runs = []
    for day in sorted(day for day, about in known.items() if about["vacances_zone_c"]):
        name = SCHOOL[known[day]["nom_vacances"]]
        if runs and runs[-1][2] == name and runs[-1][1] + DAY == day:
            runs[-1][1] = day
        else:
            runs.append([day, day, name])
    return [run for run in runs if run[1] >= FIRST]


def main():
    school = school_holidays()
    last = school[-1][1]
    # The last known holidays must be those of a summer: only then is the school year before them known whole.
    assert school[-1][2] == "E", school[-1]
    print("# Written by holidays.py, which names its sources and their licences. First day, last day, name.")
    print(f"{FIRST} {last} *")
    for first, end, name in school:
        print(first, end, name)
    for year in range(FIRST.year, last.year + 1):
        for name, day in JoursFeries.for_year(year).items():
            if day <= last:
                print(day, day, PUBLIC[name])


main()

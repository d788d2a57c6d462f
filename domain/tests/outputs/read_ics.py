"""Reads calendars with Python's icalendar and prints what it understood, as JSON, for domain/tests/outputs.rs."""

import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar


def moment(value):
    """A day as it is; a time in UTC, or as a clock on a wall if it has no zone."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def event(component):
    end = component.get("DTEND")
    return {
        "uid": str(component["UID"]),
        "summary": str(component["SUMMARY"]),
        "status": str(component["STATUS"]),
        "start": moment(component["DTSTART"].dt),
        "end": None if end is None else moment(end.dt),
        "description": str(component["DESCRIPTION"]),
        "location": str(component.get("LOCATION", "")),
    }


def calendar(path):
    with open(path, "rb") as file:
        found = Calendar.from_ical(file.read())
    problems = [str(error) for component in found.walk() for error in component.errors]
    if problems:
        sys.exit(f"{path}: {problems}")
    return [event(component) for component in found.walk("VEVENT")]


json.dump([calendar(path) for path in sys.argv[1:]], sys.stdout)

// Reads calendars with npm's ical.js and prints what it understood, as JSON, for domain/tests/outputs.rs.
// It goes by the VTIMEZONE of the file alone: it has no tables of zones of its own.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

// A day as it is; a time in UTC, or as a clock on a wall if it has no zone.
function moment(time) {
  if (time === null) return null;
  if (time.isDate) return time.toString();
  const wall = time.zone === ICAL.Timezone.localTimezone;
  const minute = (wall ? time : time.convertToZone(ICAL.Timezone.utcTimezone)).toString().slice(0, 16);
  return wall ? minute : `${minute}Z`;
}

function event(component) {
  const value = (name) => component.getFirstPropertyValue(name);
  return {
    uid: value("uid"),
    summary: value("summary"),
    status: value("status"),
    start: moment(value("dtstart")),
    end: moment(value("dtend")),
    description: value("description"),
    location: value("location") ?? "",
  };
}

function calendar(path) {
  const root = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  return root.getAllSubcomponents("vevent").map(event);
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(calendar)));

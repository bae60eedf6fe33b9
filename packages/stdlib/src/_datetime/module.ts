import type { ModuleSpec } from "@adder/objects";
import "./date-type.js";
import "./datetime-type.js";
import { MAXYEAR, MINYEAR } from "./gregorian.js";
import {
  DateTimeType,
  DateType,
  TimeDeltaType,
  TimeType,
  TimeZoneType,
  TzInfoType,
  UTC,
} from "./py-datetime.js";

/** `_datetime` (CPython `Modules/_datetimemodule.c`): dates, times, durations and zones. */
export const datetimeModule: ModuleSpec = {
  name: "_datetime",
  doc: "Dates and times.",
  types: [DateType, DateTimeType, TimeType, TimeDeltaType, TzInfoType, TimeZoneType],
  attributes: { MINYEAR, MAXYEAR, UTC },
};

import type { ModuleSpec } from "@adder/objects";
import { ZoneInfoType } from "./zone-info-type.js";

/** `_zoneinfo` (CPython `Modules/_zoneinfo.c`): zones of the time zone database. */
export const zoneinfoModule: ModuleSpec = {
  name: "_zoneinfo",
  doc: "Zones of the time zone database.",
  types: [ZoneInfoType],
};

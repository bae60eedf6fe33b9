import { type ModuleSpec, PyDict } from "@adder/objects";
import { errorNumbers } from "./numbers.js";

/** `errno`. */
export const errnoModule: ModuleSpec = {
  name: "errno",
  doc: "Numbers of system errors.",
  exec(ts, set) {
    const names = new PyDict();
    for (const [name, number] of errorNumbers) {
      set(name, number);
      if (names.set(ts, number, name) === null) return null;
    }
    set("errorcode", names);
    return true;
  },
};

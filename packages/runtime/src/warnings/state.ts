import {
  DeprecationWarningType,
  ImportWarningType,
  None,
  PendingDeprecationWarningType,
  PyDict,
  PyList,
  PyTuple,
  type PyType,
  ResourceWarningType,
  type ThreadState,
  type Value,
} from "@adder/objects";

const filter = (action: string, category: PyType, module: Value): PyTuple =>
  new PyTuple([action, None, category, module, 0]);

/** Filters and memory of the warnings of one interpreter. `warnings` shares these very objects. */
export class WarningsState {
  filters: PyList = new PyList([
    filter("default", DeprecationWarningType, "__main__"),
    filter("ignore", DeprecationWarningType, None),
    filter("ignore", PendingDeprecationWarningType, None),
    filter("ignore", ImportWarningType, None),
    filter("ignore", ResourceWarningType, None),
  ]);
  defaultAction: Value = "default";
  onceRegistry: PyDict = new PyDict();
  /** Changes with the filters; registries of modules are for one version. */
  filtersVersion = 1;

  /** The state of the running interpreter. */
  static of(ts: ThreadState): WarningsState {
    return ts.interp.state(WarningsState, () => new WarningsState());
  }
}

import { isEnumeration, type Node, nodeInfo } from "@adder/ast";
import {
  constantValue,
  None,
  newInstance,
  type PyInstance,
  PyList,
  type PyType,
  setInstanceAttr,
  strFromJs,
  type ThreadState,
  type Value,
} from "@adder/objects";
import { AstClasses } from "./classes.js";
import { positions } from "./definition.js";

type Convert = (value: unknown) => Value;

/** How the fields of one kind of node are converted. */
interface Plan {
  readonly cls: PyType;
  readonly fields: readonly (readonly [name: string, list: boolean, convert: Convert])[];
  readonly located: boolean;
}

/** Makes Python objects of a tree (CPython `PyAST_mod2obj`). */
export class TreeWriter {
  readonly #ts: ThreadState;
  readonly #classes: AstClasses;
  readonly #plans = new Map<string, Plan>();
  readonly #convertNode: Convert;
  readonly #convertConstant: Convert;
  readonly #convertOperator: Convert;

  constructor(ts: ThreadState) {
    this.#ts = ts;
    this.#classes = AstClasses.of(ts);
    this.#convertNode = (value) => (value === null ? None : this.node(value as Node));
    this.#convertConstant = (value) => constantValue(ts, value as Parameters<typeof constantValue>[1]);
    this.#convertOperator = (value) => this.#classes.singleton(value as string);
  }

  /** The object for a node and all below it. */
  node(node: Node): PyInstance {
    const plan = this.#plan(node.nodeType);
    const ts = this.#ts;
    const values = node as unknown as Record<string, unknown>;
    const result = newInstance(ts, plan.cls);
    for (const [name, list, convert] of plan.fields) {
      const value = values[name];
      setInstanceAttr(
        ts,
        result,
        name,
        list ? new PyList((value as unknown[]).map(convert)) : convert(value),
      );
    }
    if (plan.located) for (const name of positions) setInstanceAttr(ts, result, name, values[name] as number);
    return result;
  }

  #plan(nodeType: string): Plan {
    let plan = this.#plans.get(nodeType);
    if (plan === undefined) {
      const { fields, located } = nodeInfo(nodeType);
      plan = {
        cls: this.#classes.get(nodeType),
        located,
        fields: fields.map((field) => [field.name, field.mark.endsWith("*"), this.#converter(field.type)]),
      };
      this.#plans.set(nodeType, plan);
    }
    return plan;
  }

  #converter(type: string): Convert {
    if (type === "constant") return this.#convertConstant;
    if (type === "identifier" || type === "string" || type === "int") return plain;
    return isEnumeration(type) ? this.#convertOperator : this.#convertNode;
  }
}

/** Names, texts and numbers. */
const plain: Convert = (value) =>
  value === null ? None : typeof value === "string" ? strFromJs(value) : (value as number);

import {
  asStr,
  compareStr,
  defineType,
  ExceptionType,
  type MethodRow,
  type ModuleSpec,
  None,
  PyDict,
  PyList,
  type Result,
  raise,
  type Str,
  sizeArgument,
  strFromJs,
  type ThreadState,
  TypeErrorType,
  TypeFlags,
  toJs,
  typeName,
  type Value,
  ValueErrorType,
} from "@adder/objects";
import { langinfo } from "./langinfo.js";

const CATEGORIES = ["LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"] as const;
const LC_CTYPE = 0;
const LC_ALL = 6;
/** What "not available" is among the numbers of `localeconv`. */
const CHAR_MAX = 127;

const UTF8 = "C.UTF-8";

/** There are the locales C and C.UTF-8, which differ in the encoding alone. */
class LocaleState {
  readonly names: string[] = [UTF8, "C", "C", "C", "C", "C"];
}

const stateOf = (ts: ThreadState): LocaleState => ts.interp.state(LocaleState, () => new LocaleState());

const ErrorType = defineType({ name: "locale.Error", base: ExceptionType, flags: TypeFlags.BASETYPE });

/** The locale that a name stands for. */
function knownLocale(name: string): string | undefined {
  if (name === "C" || name === "POSIX") return "C";
  return name === "" || /^C\.utf-?8$/i.test(name) ? UTF8 : undefined;
}

function setLocale(
  ts: ThreadState,
  _m: Value,
  categoryValue: Value,
  localeValue: Value | undefined,
): Result<Value> {
  const category = sizeArgument(ts, categoryValue);
  if (category === null) return null;
  const { names } = stateOf(ts);
  const valid = category >= 0 && category <= LC_ALL;
  if (localeValue === undefined || localeValue === None) {
    return valid ? strFromJs(current(names, category)) : raise(ts, ErrorType, "locale query failed");
  }
  const text = asStr(localeValue);
  if (text === undefined) {
    const message = `setlocale() argument 2 must be str or None, not ${typeName(localeValue)}`;
    return raise(ts, TypeErrorType, message);
  }
  const parts = splitAll(toJs(text));
  const fail = (): null => raise(ts, ErrorType, "unsupported locale setting");
  if (!valid) return fail();
  const single = knownLocale(toJs(text));
  if (category === LC_ALL && parts !== undefined) names.splice(0, names.length, ...parts);
  else if (single === undefined) return fail();
  else if (category === LC_ALL) names.fill(single);
  else names[category] = single;
  return strFromJs(current(names, category));
}

function current(names: readonly string[], category: number): string {
  if (category !== LC_ALL) return names[category];
  if (names.every((name) => name === names[0])) return names[0];
  return CATEGORIES.map((name, i) => `${name}=${names[i]}`).join(";");
}

/** The locales in `LC_CTYPE=C.UTF-8;LC_NUMERIC=C;...`, as a query of LC_ALL answers. */
function splitAll(text: string): string[] | undefined {
  if (!text.includes("=")) return undefined;
  const given = new Map(text.split(";").map((part) => part.split("=", 2) as [string, string]));
  const names = CATEGORIES.map((category) => knownLocale(given.get(category) ?? "?"));
  return names.some((name) => name === undefined) ? undefined : (names as string[]);
}

function localeConventions(): Value {
  const dict = new PyDict();
  for (const name of ["int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep"]) {
    dict.setStr(name, "");
  }
  dict.setStr("mon_grouping", new PyList([]));
  for (const name of ["positive_sign", "negative_sign"]) dict.setStr(name, "");
  for (const name of [
    "int_frac_digits",
    "frac_digits",
    "p_cs_precedes",
    "p_sep_by_space",
    "n_cs_precedes",
    "n_sep_by_space",
    "p_sign_posn",
    "n_sign_posn",
  ]) {
    dict.setStr(name, CHAR_MAX);
  }
  dict.setStr("decimal_point", ".");
  dict.setStr("thousands_sep", "");
  dict.setStr("grouping", new PyList([]));
  return dict;
}

function textArgument(ts: ThreadState, fname: string, position: number, v: Value): Result<Str> {
  const which = position === 0 ? "" : `${position} `;
  return asStr(v) ?? raise(ts, TypeErrorType, `${fname}() argument ${which}must be str, not ${typeName(v)}`);
}

function collate(ts: ThreadState, _m: Value, a: Value, b: Value): Result<Value> {
  const x = textArgument(ts, "strcoll", 1, a);
  const y = x === null ? null : textArgument(ts, "strcoll", 2, b);
  return x === null || y === null ? null : Math.sign(compareStr(x, y)) + 0;
}

function encoding(ts: ThreadState): string {
  return stateOf(ts).names[LC_CTYPE] === UTF8 ? "UTF-8" : "ANSI_X3.4-1968";
}

function langInfo(ts: ThreadState, _m: Value, key: Value): Result<Value> {
  const n = sizeArgument(ts, key);
  if (n === null) return null;
  if (n === langinfo.CODESET[0]) return encoding(ts);
  const found = Object.values(langinfo).find(([number]) => number === n);
  return found === undefined ? raise(ts, ValueErrorType, "unsupported langinfo constant") : found[1];
}

/** A function of gettext without catalogues: the message comes back. */
const message = (name: string, signature: string, index: number): MethodRow => [
  name,
  signature,
  (ts, _m, ...args: Value[]) => textArgument(ts, name, args.length === 1 ? 0 : index + 1, args[index]),
  "The message itself: there are no translations.",
];

const domainState = {};

/** `_locale` (CPython `Modules/_localemodule.c`). */
export const localeModule: ModuleSpec = {
  name: "_locale",
  doc: "Locales, of which there are C and C.UTF-8.",
  functions: [
    ["setlocale", "($module, category, locale=<unrepresentable>, /)", setLocale, "Sets or tells a locale."],
    ["localeconv", "($module, /)", () => localeConventions(), "Conventions for numbers."],
    ["strcoll", "($module, os1, os2, /)", collate, "Compares two strings."],
    [
      "strxfrm",
      "($module, string, /)",
      (ts, _m, v: Value) => textArgument(ts, "strxfrm", 0, v),
      "A string that sorts as the given one does.",
    ],
    ["nl_langinfo", "($module, key, /)", langInfo, "A piece of information about the locale."],
    message("gettext", "($module, msg, /)", 0),
    message("dgettext", "($module, domain, msg, /)", 1),
    message("dcgettext", "($module, domain, msg, category, /)", 1),
    [
      "textdomain",
      "($module, domain, /)",
      (ts, _m, domain: Value) => {
        const state = ts.interp.state(domainState, () => ({ name: "messages" as Str }));
        if (domain === None) return state.name;
        const text = textArgument(ts, "textdomain", 0, domain);
        if (text !== null) state.name = text;
        return text;
      },
      "Sets or tells the domain of translations.",
    ],
    [
      "bindtextdomain",
      "($module, domain, dir, /)",
      (ts, _m, domain: Value, directory: Value) => {
        const text = textArgument(ts, "bindtextdomain", 1, domain);
        if (text === null) return null;
        return text === "" ? raise(ts, ErrorType, "domain must be a non-empty string") : directory;
      },
      "The folder of a domain's translations.",
    ],
    [
      "bind_textdomain_codeset",
      "($module, domain, codeset, /)",
      (_ts, _m, _domain: Value, codeset: Value) => codeset,
      "The encoding of a domain's translations.",
    ],
    ["getencoding", "($module, /)", (ts) => encoding(ts), "The encoding of the locale."],
  ],
  attributes: {
    LC_CTYPE,
    LC_TIME: 2,
    LC_COLLATE: 3,
    LC_MONETARY: 4,
    LC_MESSAGES: 5,
    LC_NUMERIC: 1,
    LC_ALL,
    CHAR_MAX,
    Error: ErrorType,
    ...Object.fromEntries(Object.entries(langinfo).map(([name, [number]]) => [name, number])),
  },
};

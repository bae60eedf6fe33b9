import { None, type PyInstance, type PyObject, PyType, TypeType, type Value } from "@adder/objects";

/** `datetime.timedelta`, made ready in timedelta-type.ts. */
export const TimeDeltaType = new PyType(TypeType, "datetime.timedelta");
/** `datetime.date`, made ready in date-type.ts. */
export const DateType = new PyType(TypeType, "datetime.date");
/** `datetime.datetime`, made ready in datetime-type.ts. */
export const DateTimeType = new PyType(TypeType, "datetime.datetime");
/** `datetime.time`, made ready in time-type.ts. */
export const TimeType = new PyType(TypeType, "datetime.time");
/** `datetime.tzinfo`, made ready in tzinfo-type.ts. */
export const TzInfoType = new PyType(TypeType, "datetime.tzinfo");
/** `datetime.timezone`, made ready in timezone-type.ts. */
export const TimeZoneType = new PyType(TypeType, "datetime.timezone");

/** A duration; only `days` may be negative. */
export class PyTimeDelta implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  /**
   * @param days -999999999 to 999999999
   * @param seconds 0 to 86399
   * @param microseconds 0 to 999999
   */
  constructor(
    readonly days: number,
    readonly seconds: number,
    readonly microseconds: number,
    cls: PyType = TimeDeltaType,
  ) {
    this.cls = cls;
  }
}

/** A day. */
export class PyDate implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  /** The fields are checked already (see fields.ts). */
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
    cls: PyType = DateType,
  ) {
    this.cls = cls;
  }
}

/** The time of a day, with a zone or without. */
export class PyTime implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  /**
   * The fields are checked already (see fields.ts).
   * @param tzinfo None or a tzinfo
   */
  constructor(
    readonly hour: number,
    readonly minute: number,
    readonly second: number,
    readonly microsecond: number,
    readonly tzinfo: Value = None,
    public fold: number = 0,
    cls: PyType = TimeType,
  ) {
    this.cls = cls;
  }
}

/** A day and a time. */
export class PyDateTime implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  /**
   * The fields are checked already (see fields.ts).
   * @param tzinfo None or a tzinfo
   */
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
    readonly hour: number,
    readonly minute: number,
    readonly second: number,
    readonly microsecond: number,
    readonly tzinfo: Value = None,
    public fold: number = 0,
    cls: PyType = DateTimeType,
  ) {
    this.cls = cls;
  }
}

/** A tzinfo in Python, or one that is none at all. */
export class PyTzInfo implements PyObject {
  /** `type(self)`. */
  cls: PyType;
  attrs: PyInstance | null = null;

  constructor(cls: PyType = TzInfoType) {
    this.cls = cls;
  }
}

/** A zone with a fixed offset from UTC. */
export class PyTimeZone implements PyObject {
  /** `type(self)`. */
  cls: PyType;

  /** @param name a str, `undefined` when it follows from the offset */
  constructor(
    readonly offset: PyTimeDelta,
    readonly name: Value | undefined,
  ) {
    this.cls = TimeZoneType;
  }
}

/** `timezone.utc`. */
export const UTC = new PyTimeZone(new PyTimeDelta(0, 0, 0), undefined);

/** Is the value a tzinfo? */
export const isTzInfo = (v: Value): v is PyTzInfo | PyTimeZone =>
  v instanceof PyTimeZone || v instanceof PyTzInfo;

/** Is the value a date? A datetime is one. */
export const isDate = (v: Value): v is PyDate | PyDateTime => v instanceof PyDate || v instanceof PyDateTime;

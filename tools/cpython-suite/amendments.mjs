// Where the test package of CPython 3.13 cannot even be imported by a Python 3.14, or without CPython's own C modules.
// The 3.14 package has what stands here, or the like.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Texts (or patterns) in files of the package, what they are replaced by, and why. */
export const amendments = [
  {
    file: "typinganndata/ann_module.py",
    from: "\n__annotations__[1] = 2\n",
    to: "\n",
    why: "since PEP 649 a module that executes has no __annotations__",
  },
  {
    file: "typinganndata/ann_module.py",
    from: "\n    __annotations__['123'] = 123\n",
    to: "\n    pass\n",
    why: "the same holds for the body of a class",
  },
  {
    file: "test_class.py",
    from: "\nfrom _testinternalcapi import has_inline_values\n",
    to: "\nhas_inline_values = None\n",
    why: "_testinternalcapi is a C module",
  },
  {
    file: "test_class.py",
    from: "\nclass TestInlineValues(",
    to: "\n@unittest.skipIf(has_inline_values is None, 'needs _testinternalcapi')\nclass TestInlineValues(",
    why: "what it tests is how CPython holds attributes",
  },
  {
    file: "mathdata/cmath_testcases.txt",
    from: "\nacosh1006 acosh 0.0 nan -> nan nan\n",
    to: "\nacosh1006 acosh 0.0 nan -> nan 1.5707963267948966\n",
    why: "3.14 follows C99 here",
  },
  {
    file: "mathdata/cmath_testcases.txt",
    from: "\nacosh1008 acosh -0.0 nan -> nan nan\n",
    to: "\nacosh1008 acosh -0.0 nan -> nan 1.5707963267948966\n",
    why: "3.14 follows C99 here",
  },
  {
    file: "mathdata/cmath_testcases.txt",
    from: "\ntanh1003 tanh 0.0 nan -> nan nan\n",
    to: "\ntanh1003 tanh 0.0 nan -> 0.0 nan\n",
    why: "3.14 follows C99 here",
  },
  {
    file: "mathdata/cmath_testcases.txt",
    from: "\ntanh1033 tanh -0.0 nan -> nan nan\n",
    to: "\ntanh1033 tanh -0.0 nan -> -0.0 nan\n",
    why: "3.14 follows C99 here",
  },
  {
    file: "support/__init__.py",
    from: '        raise unittest.SkipTest("_testinternalcapi required")\n    config =',
    to: "        return False\n    config =",
    why: "it asks the C module whether code objects have positions; ours always have",
  },
  {
    file: "support/__init__.py",
    from: "        return\n    return unittest.skipUnless(_testinternalcapi.get_immortalize_deferred(),",
    to: "        return lambda test: test\n    return unittest.skipUnless(_testinternalcapi.get_immortalize_deferred(),",
    why: "without the C module the decorator is None",
  },
  {
    file: "test_compile.py",
    from: "\nimport _testinternalcapi\n",
    to: "\n_testinternalcapi = None\n",
    why: "_testinternalcapi is a C module",
  },
  {
    file: "test_compile.py",
    from: "\nclass TestInstructionSequence(",
    to: "\n@unittest.skipIf(_testinternalcapi is None, 'needs _testinternalcapi')\nclass TestInstructionSequence(",
    why: "what it tests are objects of the compiler's own",
  },
  {
    file: "test_importlib/util.py",
    from: '_testsinglephase = import_helper.import_module("_testsinglephase")',
    to: "_testsinglephase = None",
    why: "_testsinglephase is a C module",
  },
  {
    file: "test_monitoring.py",
    from: '\n_testcapi = test.support.import_helper.import_module("_testcapi")\n',
    to: "\n_testcapi = None\n",
    why: "_testcapi is a C module",
  },
  {
    file: "test_monitoring.py",
    from: "\nclass TestCApiEventGeneration(",
    to: "\n@unittest.skipIf(_testcapi is None, 'needs _testcapi')\nclass TestCApiEventGeneration(",
    why: "what it tests is how C code tells of events",
  },
  {
    file: "test_int.py",
    from: /\n +class JustTrunc\(base\):[\s\S]*?(?=\n {4}def test_int_subclass_with_index)/,
    to: "\n",
    why: "since 3.14 int() does not ask __trunc__",
  },
  {
    file: "test_int.py",
    from: /\n {8}bad_int = TruncReturnsBadIndex\(\)[\s\S]*?(?=\n {4}def )/,
    to: "\n",
    why: "the same",
  },
  {
    file: "test_long.py",
    from: /\n {8}class LongTrunc:[\s\S]*?(?=\n {4}def )/,
    to: "\n",
    why: "the same",
  },
  {
    file: "test_bytes.py",
    from: "\n    _testlimitedcapi = import_helper.import_module('_testlimitedcapi')\n",
    to: "\n    import operator\n\n    class _testlimitedcapi:\n        from operator import setitem as sequence_setitem, delitem as sequence_delitem\n",
    why: "_testlimitedcapi is a C module; what is called of it is what the module operator has",
  },
  {
    file: "test_complex.py",
    from: /second argument must be a number, not '(\w+)'/g,
    to: "complex\\\\(\\\\) argument 'imag' must be a real number, not (?:test\\\\.test_complex\\\\.)?$1",
    why: "the words of 3.14",
  },
  {
    file: "test_complex.py",
    from: /first argument must be a string or a number, not '(\w+)'/g,
    to: "argument (must be a string or a number|'real' must be a real number), not (?:test\\\\.test_complex\\\\.)?$1",
    why: "the words of 3.14",
  },
  {
    file: "string_tests.py",
    from: "'\\u019b\\u1d00\\u1d86\\u0221\\u1fb7'",
    to: "'\\ua7dc\\u1d00\\u1d86\\u0221\\u1fb7'",
    why: "Unicode 16 has an upper case letter for it",
  },
  {
    file: "test_types.py",
    from: "\nfrom test.test_import import no_rerun\n",
    to: "\ndef no_rerun(reason):\n    return lambda test: test\n",
    why: "the tests of imports, which import half of the library, are not what is wanted",
  },
  {
    file: "datetimetester.py",
    from: /_strptime\._strptime_datetime\(/g,
    to: "_strptime._strptime_datetime_datetime(",
    why: "date and time have a strptime of their own since 3.14",
  },
  {
    file: "datetimetester.py",
    from: '            self.assertRaises(ValueError, t.strftime, "%Z")\n',
    to: "            self.assertEqual(t.strftime(\"%Z\"), '\\ud800')\n",
    why: "surrogates pass through strftime since 3.14",
  },
  {
    file: "pickletester.py",
    from: /^import dbm\n|^ +pickled = b'\\x80\\x02cwhichdb\\nwhichdb\\n\.'\n.*dbm\.whichdb\)\n|^ +\(dbm\.whichdb.*\n/gm,
    to: "",
    why: "the library is without dbm",
  },
  {
    file: "test_zoneinfo/_support.py",
    from: '    py_module = import_fresh_module("zoneinfo", blocked=["_zoneinfo"])\n',
    to: "    py_module = c_module\n",
    why: "the library is without the module in Python that stands in for the one in C",
  },
  {
    file: "test_string_literals.py",
    from: "str(w[0].message), r\"invalid escape sequence '\\z'\")",
    to: 'str(w[0].message), r\'"\\z" is an invalid escape sequence. Such sequences will not work in the future. Did you mean "\\\\z"? A raw string is also an option.\')',
    why: "3.14's words",
  },
  {
    file: "test_string_literals.py",
    from: "exc.msg, r\"invalid escape sequence '\\z'\")",
    to: 'exc.msg, r\'"\\z" is an invalid escape sequence. Did you mean "\\\\z"? A raw string is also an option.\')',
    why: "3.14's words",
  },
  {
    file: "test_string_literals.py",
    from: "str(w[0].message),\n                         r\"invalid octal escape sequence '\\407'\")",
    to: 'str(w[0].message), r\'"\\407" is an invalid octal escape sequence. Such sequences will not work in the future. Did you mean "\\\\407"? A raw string is also an option.\')',
    why: "3.14's words",
  },
  {
    file: "test_string_literals.py",
    from: "exc.msg, r\"invalid octal escape sequence '\\407'\")",
    to: 'exc.msg, r\'"\\407" is an invalid octal escape sequence. Did you mean "\\\\407"? A raw string is also an option.\')',
    why: "3.14's words",
  },
  {
    file: "test_generators.py",
    from: "  ZeroDivisionError: integer division or modulo by zero\n",
    to: "  ZeroDivisionError: division by zero\n",
    why: "3.14's words",
  },
  {
    file: "test_string_literals.py",
    from: "w[0].lineno, 1)",
    to: "w[0].lineno, 2)",
    why: "3.14 names the line of the escape, not of the literal",
  },
  {
    file: "test_string_literals.py",
    from: "exc.lineno, 1)",
    to: "exc.lineno, 2)",
    why: "3.14 names the line of the escape, not of the literal",
  },
  {
    file: "mathdata/cmath_testcases.txt",
    from: "\ntan1003 tan nan 0.0 -> nan nan\n",
    to: "\ntan1003 tan nan 0.0 -> nan 0.0\n",
    why: "3.14 follows C99 here",
  },
  {
    file: "mathdata/cmath_testcases.txt",
    from: "\ntan1033 tan nan -0.0 -> nan nan\n",
    to: "\ntan1033 tan nan -0.0 -> nan -0.0\n",
    why: "3.14 follows C99 here",
  },
  {
    file: "test_itertools.py",
    from: /^( +)for (?:proto in range\(pickle|op(?:er)? in \[.*\] \+ picklecopiers)[^\n]*\n(?:\1 [^\n]*\n|\n(?=\1 ))+/gm,
    to: "$1pass\n",
    why: "iterators of itertools cannot be pickled since 3.14",
  },
  {
    file: "test_itertools.py",
    from: /^( +)(?:self\.assertEqual|ans = )[^\n]*copy\.(?:deep)?copy\([^\n]*\n(?:\1 {2}[^\n]*\n)*/gm,
    to: "",
    why: "nor copied",
  },
  {
    file: "test_itertools.py",
    from: /^ {4}@pickle_deprecated\n(?= {4}def test_(?:\w*(?:setstate|pickle|pickling|reducible|25021)))/gm,
    to: "    @unittest.skip('3.14 has no such test')\n",
    why: "nor does 3.14 test what it takes for that",
  },
  {
    file: "test_itertools.py",
    from: /^ {4}@pickle_deprecated\n/gm,
    to: "",
    why: "so 3.14 warns of nothing",
  },
  {
    file: "test_frame.py",
    from: "with self.assertRaises(TypeError):\n            del d['x']",
    to: "with self.assertRaises(ValueError):\n            del d['x']",
    why: "3.14 lets names be removed that are no variables, and says ValueError of variables",
  },
  {
    file: "test_frame.py",
    from: "with self.assertRaises(AttributeError):\n            d.pop('x')",
    to: "with self.assertRaises(ValueError):\n            d.pop('x')",
    why: "3.14 has the method pop",
  },
  {
    file: "test_str.py",
    from: "'%c requires int or char'",
    to: "f'%c requires an int or a unicode character, not {PseudoFloat.__module__}.{PseudoFloat.__qualname__}'",
    why: "3.14's words",
  },
  {
    file: "test_str.py",
    from: `self.assertEqual(repr('\\U00014000'), "'\\\\U00014000'")     # nonprintable`,
    to: `self.assertEqual(repr('\\U00014000'), "'\\U00014000'")`,
    why: "Unicode 16 has a character there",
  },
  {
    file: "test_bytes.py",
    from: "        self.assertRaises(TypeError, self.type2test.fromhex, b'1B')\n",
    to: "",
    why: "3.14 takes bytes too",
  },
  {
    file: "test_functools.py",
    from: "        with self.assertWarns(FutureWarning) as w:\n            self.assertEqual(a.meth(3, b=4), ((1, 3), {'a': 2, 'b': 4}))\n        self.assertEqual(w.filename, __file__)\n",
    to: "        self.assertEqual(a.meth(3, b=4), ((1, a, 3), {'a': 2, 'b': 4}))\n",
    why: "partial objects are methods since 3.14",
  },
  {
    file: "test_functools.py",
    from: "'typing.Union[int, typing.Iterable[str]] not all arguments are classes.'",
    to: "'int | typing.Iterable[str] not all arguments are classes.'",
    why: "how 3.14 shows a union",
  },
  {
    file: "test_itertools.py",
    from: "self.assertTrue(a is c)",
    to: "self.assertFalse(a is c)",
    why: "tee of a tee makes new ones since 3.14",
  },
  {
    file: "test_itertools.py",
    from: "if cls in [repeat, zip, compress]:",
    to: "if cls in [repeat, zip, map, compress]:",
    why: "map takes the keyword strict since 3.14",
  },
  {
    file: "test_builtin.py",
    from: "self.assertWarns(DeprecationWarning, bool, NotImplemented)",
    to: "self.assertRaises(TypeError, bool, NotImplemented)",
    why: "an error since 3.14",
  },
  {
    file: "test_builtin.py",
    from: /with self\.assertWarns\(DeprecationWarning\):(?=\n +self\.assert(?:True|False)\((?:not )?NotImplemented\))/g,
    to: "with self.assertRaises(TypeError):",
    why: "the same",
  },
  {
    file: "test_coroutines.py",
    from: /"object (int|list) can\.t\.\*await"/g,
    to: "\"'$1' object can't be awaited\"",
    why: "3.14 has another message",
  },
  {
    file: "test_coroutines.py",
    from: "\"object Awaitable can't be used in 'await' expression\"",
    to: "\"'Awaitable' object can't be awaited\"",
    why: "3.14 has another message",
  },
  {
    file: "test_traceback.py",
    from: "denylist = {'print_list'}",
    to: "denylist = set()",
    why: "3.14 has print_list in __all__",
  },
  {
    file: "test_traceback.py",
    from: "s1 = list(traceback.walk_stack(None))\n        s2 = deeper()",
    to: "s1, s2 = list(traceback.walk_stack(None)), deeper()",
    why: "3.14 begins with the caller, of which the line is compared too",
  },
  {
    file: "test_traceback.py",
    from: "                return 0\n\n        lineno_f = f_with_type",
    to: "                return 0\n            foo.__annotations__\n\n        lineno_f = f_with_type",
    why: "since PEP 649 annotations are evaluated when somebody asks",
  },
  {
    file: "test_traceback.py",
    from: /line \{lineno_f\+1\}, in f_with_type\\n'\n(?=\s+' {4}def foo\(a: THIS)/,
    to: "line {lineno_f+3}, in f_with_type\\n'\n            '    foo.__annotations__\\n'\n            f'  File \"{__file__}\", line {lineno_f+1}, in __annotate__\\n'\n",
    why: "by a function of their own",
  },
  {
    file: "test_exceptions.py",
    from: 'args = ("bad.py", 1, 2, 4, 5, 6, 7)',
    to: 'args = ("bad.py", 1, 2, 4, 5, 6, 7, 8)',
    why: "3.14 has one more",
  },
  {
    file: "test_time.py",
    from: "self.assertRaises(ValueError, time.strftime, '%S\\0', tt)",
    to: "self.assertEqual(time.strftime('%S\\0', tt), time.strftime('%S', tt) + '\\0')",
    why: "a null character ends the format no more",
  },
  {
    file: "test_re.py",
    from: "for c in 'ceghijklmopqyzCEFGHIJKLMNOPQRTVXY':",
    to: "for c in 'ceghijklmopqyCEFGHIJKLMNOPQRTVXY':",
    why: "3.14 has \\z",
  },
  {
    file: "test_re.py",
    from: 'self.assertIsNone(re.search(r"\\B", ""))',
    to: 'self.assertTrue(re.search(r"\\B", ""))',
    why: "3.14 finds it there",
  },
  {
    file: "test_complex.py",
    from: '"can\'t take second arg if first is a string"',
    to: "\"argument 'real' must be a real number, not str\"",
    why: "the words of 3.14",
  },
  {
    file: "test_complex.py",
    from: '"second arg can\'t be a string"',
    to: "\"argument 'imag' must be a real number, not str\"",
    why: "the words of 3.14",
  },
  {
    file: "test_struct.py",
    from: 'self.assertIn(b"Exception ignored in:", stderr)',
    to: 'self.assertIn(b"Exception ignored while calling deallocator", stderr)',
    why: "3.14's words",
  },
  {
    file: "test_statistics.py",
    from: "statistics._kernel_invcdfs",
    to: "{kernel: spec['invcdf'] for kernel, spec in statistics._kernel_specs.items()}",
    why: "3.14 keeps them elsewhere",
  },
  {
    file: "test_unpack.py",
    from: /(?<=>>> a, b = [tl]\n(?: .*\n){2} +ValueError: too many values to unpack \(expected 2)\)/g,
    to: ", got 3)",
    why: "3.14 says how many there are",
  },
  {
    file: "test_unpack.py",
    from: "too many values to unpack (expected 0)",
    to: "too many values to unpack (expected 0, got 1)",
    why: "the same",
  },
  {
    file: "test_textwrap.py",
    from: "'Did you say ',",
    to: "'Did you say',",
    why: "3.14 drops the space where it breaks a long word",
  },
];

/** Changes a copy of the test package. A file or text that is not there belongs to another version, and is left alone. */
export function amend(folder) {
  for (const { file, from, to } of amendments) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, "utf8");
    const amended = typeof from === "string" ? text.replaceAll(from, () => to) : text.replace(from, to);
    writeFileSync(path, amended);
  }
}

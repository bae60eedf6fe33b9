// Tests of 3.13's suite that CPython 3.14 does not pass either, because what they expect has changed since. They are
// not judged, nor are those that need what no JavaScript host can give. `node tools/cpython-suite/oracle.mjs MODULE.TEST` shows what 3.14 itself makes of a test.

/** By module: what has changed, and the tests that expect what was. The empty name is the module's doctests. */
export const superseded = {
  test_typing: {
    "Union[...] and X | Y are the same since 3.14, and typing.Union is a class": [
      "GenericTests.test_extended_generic_rules_repr",
      "GenericTests.test_fail_with_bare_union",
      "SpecialAttrsTests.test_special_attrs",
      "TypeVarTests.test_bad_var_substitution",
      "TypeVarTests.test_bound_errors",
      "UnionTests.test_cannot_subclass",
      "UnionTests.test_function_repr_union",
      "UnionTests.test_repr",
      "UnionTests.test_subclass_error",
    ],
    "ForwardRef is of annotationlib, and compares otherwise": [
      "ForwardRefTests.test_forward_equality_namespace",
      "ForwardRefTests.test_forward_recursion_actually",
      "ForwardRefTests.test_special_forms_forward",
      "GetTypeHintTests.test_top_level_class_var",
      "SpecialAttrsTests.test_special_attrs2",
    ],
    "bodies that execute have no __annotations__ (PEP 649)": [
      "GetTypeHintTests.test_get_type_hints_classes",
      "GetTypeHintTests.test_get_type_hints_modules",
    ],
  },
  test_grammar: {
    "bodies that execute have no __annotations__ (PEP 649)": [
      "GrammarTests.test_var_annot_custom_maps",
      "GrammarTests.test_var_annot_metaclass_semantics",
      "GrammarTests.test_var_annot_module_semantics",
      "GrammarTests.test_var_annot_refleak",
      "GrammarTests.test_var_annot_simple_exec",
    ],
  },
  test_positional_only_arg: {
    "annotations are in a function of their own (PEP 649)": [
      "PositionalOnlyTestCase.test_annotations_constant_fold",
    ],
  },
  test_genexps: { "other messages": ["__test__.doctests"] },
  test_generators: {
    "how often something is referred to": ["FinalizationTest.test_refcycle"],
    "other messages": ["__test__.refleaks"],
  },
  test_types: {
    "attributes of a union are read-only, and forward references are evaluated otherwise": [
      "UnionTests.test_or_type_operator_with_forward",
      "UnionTests.test_or_types_operator",
    ],
  },
  test_dataclasses: {
    "fields have a doc": ["TestCase.test_field_repr"],
    "how a union is shown": ["TestDocString.test_docstring_one_field_with_default_none"],
    "types that are not given are typing.Any itself": ["TestMakeDataclass.test_no_types"],
  },
  test_enum: { "pydoc shows more": ["TestStdLib.test_pydoc"] },
  test_fstring: {
    "other messages": ["TestCase.test_conversions", "TestCase.test_invalid_string_prefixes"],
  },
  test_compile: {
    "other instructions": [
      "TestSourcePositions.test_complex_single_line_expression",
      "TestSourcePositions.test_multiline_assert",
      "TestSourcePositions.test_multiline_async_dict_comprehension",
      "TestSourcePositions.test_multiline_async_generator_expression",
      "TestSourcePositions.test_multiline_async_list_comprehension",
      "TestSourcePositions.test_multiline_async_set_comprehension",
      "TestSourcePositions.test_multiline_generator_expression",
      "TestSourcePositions.test_return_in_with_positions",
      "TestSpecifics.test_false_while_loop",
      "TestSpecifics.test_line_number_genexp",
    ],
  },
  test_code: { "other constants and counts": [""] },
  test_syntax: { "other messages": [""] },
  test_builtin: {
    "the tree of `1+2` is not folded any more, its instructions are": ["BuiltinTest.test_compile_ast"],
  },
  test_exceptions: {
    "other places in sources": ["ExceptionTests.testSyntaxErrorOffset"],
    "`'a' + f(1, x for x in y)` is just invalid syntax": ["SyntaxErrorTests.test_encodings"],
    "unraisablehook gets no object where the message says it": ["ExceptionTests.test_unraisable"],
  },
  test_coroutines: {
    "the same": [
      "CoroutineTest.test_fatal_coro_warning",
      "OriginTrackingTest.test_unawaited_warning_when_module_broken",
    ],
  },
  test_descr: {
    "functions have an __annotate__, and no __annotations__ in their __dict__": [
      "ClassPropertiesAndMethods.test_classmethods",
    ],
    "CPython is expected to fail here, and Adder does not": [
      "ClassPropertiesAndMethods.test_restored_object_new",
    ],
  },
  test_pdb: {
    "`pdb calendar -m` is about a file of that name": ["PdbTestCase.test_run_module_with_args"],
  },
};

/** By module: what docs/divergences.md says that a JavaScript host can't have, and the tests that need it. */
export const divergent = {
  test_class: { "strs have no identity": ["ClassTests.testSetattrWrapperNameIntern"] },
  test_str: {
    "strs have no identity": ["StrTest.test_getnewargs"],
    "sizes are CPython's, roughly": ["StrTest.test_raiseMemError"],
  },
  test_long: { "sizes are CPython's, roughly": ["LongTest.test___sizeof__"] },
  test_float: { "the sign of a NaN": ["InfNanTest.test_nan_signs"] },
  test_complex: { "the sign of a NaN": ["ComplexTest.test_constructor_negative_nans_from_string"] },
  test_sort: {
    "nothing happens when the last reference goes": ["TestDecorateSortUndecorate.test_key_with_mutating_del"],
  },
  test_coroutines: {
    "nothing happens when the last reference goes": ["CoroutineTest.test_bpo_45813_1"],
  },
  test_types: { "there is no C": ["TypesTests.test_capsule_type"] },
};

/** What is not judged becomes `skip`, with the reason as its detail. A test that passes nevertheless has passed. */
export function withoutSuperseded(module, tests) {
  const judged = new Map(tests);
  for (const [kind, table] of [
    ["3.14", superseded],
    ["host", divergent],
  ]) {
    for (const [why, names] of Object.entries(table[module] ?? {})) {
      for (const name of names) {
        const id = ["test", module, ...(name === "" ? [] : [name])].join(".");
        const outcome = judged.get(id)?.outcome;
        if (outcome === "fail" || outcome === "error")
          judged.set(id, { outcome: "skip", detail: `${kind}: ${why}` });
      }
    }
  }
  return judged;
}

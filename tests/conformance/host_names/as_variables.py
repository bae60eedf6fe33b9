constructor = 1
prototype = 2
__proto__ = 3
toString = 4
valueOf = 5
hasOwnProperty = 6
arguments = 7
let = 8
var = 9
const = 10
function = 11
this = 12
new = 13
typeof = 14
undefined = 15
null = 16
NaN = 17
Infinity = 18
window = 19
require = 20
module = 21
exports = 22
eval_ = 23
switch = 24
void = 25
delete = 26
instanceof = 27
debugger = 28
enum = 29
export = 30
interface = 31
static = 32
super_ = 33
true = 34
false = 35
catch = 36
throw = 37
default = 38
do = 39
extends = 40
Object = 41
Array = 42
name = 43
length = 44
process = 45
globalThis = 46
Symbol = 47
package = 48
private = 49
public = 50
print(sum([constructor, prototype, __proto__, toString, valueOf, hasOwnProperty, arguments, let, var, const, function, this, new, typeof, undefined, null, NaN, Infinity, window, require, module, exports, switch, void, delete, instanceof, debugger, enum, export, interface, static, true, false, catch, throw, default, do, extends, Object, Array, name, length, process, globalThis, Symbol, package, private, public]))
print(globals()["__proto__"], "hasOwnProperty" in globals(), "watch" in globals(), globals().get("isPrototypeOf"))
del toString, __proto__, constructor
for missing in ("toString", "__proto__", "constructor", "valueOf_", "isPrototypeOf", "__defineGetter__"):
    try:
        eval(missing)
    except NameError as error:
        print(error)
